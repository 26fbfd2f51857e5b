// Candidates: readings of a stretch of chunks as one citation, with the parts that the grammar told apart.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "grammar/chunk.hpp"

namespace fonds {

enum class Family : std::uint8_t {
    quoted_document,  ///< “Title,” date, archive
    described_document,
    letter,    ///< X to Y, date
    location,  ///< an archival reference alone
    record,    ///< description // reference (Russian)
    article,
    newspaper,  ///< Name, date, page
    book,
    chapter,
    letter_in_volume,  ///< X to Y, date, in Volume, pages
    document_volume,   ///< FRUS, 1961–1963, vol. 14
    review,
    film,
    entry,  ///< Encyclopaedia, s.v. “Word”
    web,
    short_form,
    ibid,
    back_reference,  ///< "…, as cited in note 2 above"
    hearing,
    session_paper,
    act,
    treaty,
    resolution,
    parliament,  ///< debates and proceedings
};
inline constexpr std::size_t family_count = static_cast<std::size_t>(Family::parliament) + 1;
[[nodiscard]] std::string_view to_string(Family family);

enum class Role : std::uint8_t {
    author,
    editor,
    translator,
    interviewer,
    title,
    container,
    volume,
    volume_title,
    issue,
    edition,
    series,
    date,
    publication,
    place,
    publisher,
    pages,
    number,
    head,      ///< of a letter or a described document
    location,  ///< the elements of an archival reference
    tail,      ///< what follows a title in a periodical
    url,
    accessed,
    provenance,
    thesis,
    ibid,
    back,
    digital,
    aside,
    note,
    genre,
    listed,             ///< authors as in a list of literature: "Smith, John, and Mary Jones"
    series_of_edition,  ///< "Ser. D", "2e série": which row of an edition's volumes
};

struct Part {
    Role role = Role::title;
    std::uint32_t first = 0, last = 0;  ///< chunks, half-open

    [[nodiscard]] std::uint32_t size() const { return last - first; }
};

/// The parts of a candidate: of most readings, which are made by the dozen, in the candidate itself.
class PartList {
  public:
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] Part const* begin() const { return size_ <= few ? few_.data() : many_.data(); }
    [[nodiscard]] Part const* end() const { return begin() + size_; }
    [[nodiscard]] Part* begin() { return size_ <= few ? few_.data() : many_.data(); }
    [[nodiscard]] Part* end() { return begin() + size_; }
    [[nodiscard]] Part const& front() const { return *begin(); }
    [[nodiscard]] Part const& back() const { return end()[-1]; }
    [[nodiscard]] Part& front() { return *begin(); }
    [[nodiscard]] Part& back() { return end()[-1]; }
    [[nodiscard]] Part const& operator[](std::size_t i) const { return begin()[i]; }

    void push_back(Part part) {
        if (size_ < few) {
            few_[size_] = part;
        } else {
            if (size_ == few) many_.assign(few_.begin(), few_.end());
            many_.push_back(part);
        }
        ++size_;
    }
    void pop_back() {
        --size_;
        if (size_ > few) many_.pop_back();
        else if (size_ == few) std::copy_n(many_.begin(), few, few_.begin());
    }
    void clear() { size_ = 0; }

  private:
    static constexpr std::size_t few = 8;
    std::uint32_t size_ = 0;
    std::array<Part, few> few_{};  ///< all, where there are no more
    std::vector<Part> many_;       ///< all, where there are more
};

struct Candidate {
    Family family = Family::location;
    std::uint32_t first = 0, last = 0;  ///< chunks, half-open
    PartList parts;
    double score = 0;
    double margin = 0;      ///< how far it leads the best other reading that begins where it does
    bool unread = false;    ///< no grammar reads it: its parts were told by learned weights
    bool outlined = false;  ///< learned weights alone see a citation just here

    [[nodiscard]] std::uint32_t size() const { return last - first; }
    [[nodiscard]] Part const* find(Role role) const {
        for (auto const& part : parts)
            if (part.role == role) return &part;
        return nullptr;
    }
};

/// No grammar reads more chunks as one citation: keeps the work of a candidate start constant.
inline constexpr std::uint32_t candidate_reach = 96;

/// How much a reading explains: evidence less what stays odd in it.
[[nodiscard]] double score(Candidate const& candidate, Chunks const& chunks);

}  // namespace fonds
