// Reads the chunks of an archival reference: elements, the archive's name, then level by level.
// Its functions stand in location.cpp and in the files location_*.cpp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "note/lowering.hpp"

namespace fonds {

class LocationReader {
  public:
    LocationReader(Lowering& low, std::vector<Part> const& parts)
        : low_(low), list_(low.chunks.list), parts_(parts) {}

    void run();

  private:
    using string_view = std::string_view;

    enum class Piece : std::uint8_t { words, level, archive, quote, number, date, aside, ibid };

    /// An element of the reference: one or more chunks without a separator between.
    struct Element {
        Piece piece = Piece::words;
        std::uint32_t first = 0, last = 0;  ///< chunks
        Span span;
        bool used = false;
        [[nodiscard]] std::uint32_t size() const { return last - first; }
    };

    [[nodiscard]] ArchivalReference& reference() { return low_.citation.item.reference; }
    [[nodiscard]] string_view text(Span span) const { return low_.text(span); }
    [[nodiscard]] Chunk const& head(Element const& element) const { return list_[element.first]; }
    [[nodiscard]] bool has(Element const& element, Trait trait) const {
        for (auto i = element.first; i < element.last; ++i)
            if (list_[i].is(trait)) return true;
        return false;
    }
    [[nodiscard]] bool has_level(string_view meaning) const {
        for (auto const& element : elements_)
            if (element.piece == Piece::level && head(element).phrase &&
                head(element).phrase->meanings()[0] == meaning)
                return true;
        return false;
    }
    [[nodiscard]] bool scheme_is(string_view prefix) const { return scheme_.starts_with(prefix); }
    [[nodiscard]] bool has_day(std::size_t index) const { return head(elements_[index]).has_day; }
    [[nodiscard]] static string_view canonical(string_view level) {
        if (level == "document") return "item";
        if (level == "section") return "series";
        return level;
    }

    // location_elements.cpp
    void gather(std::uint32_t first, std::uint32_t last);
    [[nodiscard]] bool begins_shelfmark(std::uint32_t i, std::uint32_t last) const;
    [[nodiscard]] std::optional<Piece> piece_of(std::uint32_t first, std::uint32_t i) const;
    [[nodiscard]] bool is_number_of_fond(std::uint32_t i) const;
    [[nodiscard]] bool goes_on(std::uint32_t first, std::uint32_t i) const;
    [[nodiscard]] bool is_gloss(std::uint32_t i) const;
    [[nodiscard]] bool goes_on_from_archive(std::uint32_t i) const;
    [[nodiscard]] bool joins_text_by_dash(std::uint32_t first, std::uint32_t i) const;
    [[nodiscard]] bool names_place_of_series() const;
    [[nodiscard]] bool parted_by_bare_comma(std::uint32_t first, std::uint32_t i) const;
    [[nodiscard]] static bool is_bracketed_year(Chunk const& chunk);
    [[nodiscard]] bool is_year_of_row(std::uint32_t i) const;
    [[nodiscard]] bool archives_before() const;
    [[nodiscard]] bool goes_on_with_dash(std::uint32_t first, std::uint32_t i) const;
    [[nodiscard]] bool years_of_name(std::uint32_t first, std::uint32_t i) const;

    // location_archive.cpp
    void find_archive();
    [[nodiscard]] bool names_group_before_keeper(std::size_t index) const;
    bool class_of_papers(std::size_t index);
    void known_archive(std::size_t index);
    [[nodiscard]] Span with_parts_behind(std::size_t index, Span span);
    [[nodiscard]] bool is_whole_name(std::size_t index) const;
    void document_among_copies(std::size_t index);
    bool writes_title(std::size_t index);
    [[nodiscard]] static bool is_city_of(Archive const& archive, string_view name);
    [[nodiscard]] int signs_of(Archive const& archive) const;
    [[nodiscard]] bool dated_in_tongue_of(Archive const& archive) const;
    void choose(Phrase const& phrase);
    void set_archive(Span span);
    [[nodiscard]] bool names_holding_of_keeper(std::size_t index) const;

    // location_archive_place.cpp
    void beside_archive();
    bool bracket_beside_archive(Element const& element);
    bool place_beside_archive(std::size_t index);
    [[nodiscard]] bool is_of_other_town(std::size_t index);
    [[nodiscard]] bool is_post(std::size_t index);
    [[nodiscard]] bool is_country(Element const& element) const;
    void place_of_writing();
    void place_before_archive();
    [[nodiscard]] bool reads_as_place(Chunk const& bracket) const;
    [[nodiscard]] bool is_short_name(Element const& element) const;
    [[nodiscard]] bool is_region(Element const& element) const;
    void set_place(Span span);

    // location_archive_name.cpp
    [[nodiscard]] Span with_rest_of_name(std::size_t index, Span span);
    [[nodiscard]] Span with_division(Span span);
    [[nodiscard]] bool has_files_behind(std::size_t index) const;
    [[nodiscard]] Span with_parts_before(std::size_t index, Span span);
    [[nodiscard]] bool is_of_firm(Element const& element, Span keeper) const;
    [[nodiscard]] bool is_part_of_keeper(Element const& element, Span keeper) const;
    [[nodiscard]] bool names_university(Element const& element) const;
    [[nodiscard]] bool names_part_of_house(Element const& element) const;
    [[nodiscard]] Span with_house(std::size_t index, Span span);
    [[nodiscard]] bool names_library(Span name) const;
    [[nodiscard]] Span with_neighbours(std::size_t index, Span span);
    [[nodiscard]] bool is_ministry_of_archive(Element const& element, Span archive) const;
    [[nodiscard]] bool names_part_of_library(Element const& element) const;
    [[nodiscard]] bool tells_name(Chunk const& bracket) const;

    // location_keeper.cpp
    [[nodiscard]] bool has_initials_in_bracket(Element const& element) const;
    [[nodiscard]] std::size_t named_and_abbreviated() const;
    void unknown_archive();
    [[nodiscard]] std::size_t likeliest_archive();
    void identify_repository(Element const& name);
    void archive_in_code();
    bool archive_before_stroke(Span span);
    void archive_behind_strokes();
    bool outward_by_strokes(string_view level, Span label, Span value);
    void archive_and_shelfmark();
    void archive_in_bracket();
    void papers_and_keeper();
    void name_and_number();
    [[nodiscard]] string_view scheme_by_tongue(Element const& element) const;
    [[nodiscard]] bool ends_in_repository(Element const& element) const;
    [[nodiscard]] std::size_t abbreviation() const;
    [[nodiscard]] bool abbreviates_papers(Element const& element) const;
    [[nodiscard]] bool is_abbreviation(Element const& element) const;
    [[nodiscard]] std::size_t last_name() const;
    [[nodiscard]] std::size_t first_name() const;

    // location.cpp
    [[nodiscard]] bool keeps_files_of_government();
    void add(string_view level, Span label, Span value);
    [[nodiscard]] Span trimmed_value(Span span) const;
    [[nodiscard]] static bool is_cut_short(string_view value);
    void resolve(std::size_t index);
    bool day_behind_folder(std::size_t index);
    [[nodiscard]] bool is_part_of_archive(Element const& element) const;
    [[nodiscard]] bool is_between_levels(std::size_t index) const;
    [[nodiscard]] bool is_numbered_group(std::size_t index) const;
    [[nodiscard]] static bool names_fond(string_view gloss);
    void number_of_folder(std::size_t index);
    void quoted(std::size_t index);
    [[nodiscard]] Span unquoted(Span span) const;
    bool title_of_file(std::size_t index, Span span);
    bool years_behind_file(std::size_t index);
    bool folder_by_name(Span span, string_view written);
    bool fond_and_gloss(std::size_t index);
    void unlabelled(std::size_t index);
    bool code_and_gloss(std::size_t index);
    [[nodiscard]] bool is_page_before(std::size_t index) const;
    [[nodiscard]] bool describes_copy(std::size_t index) const;
    void settle(Span span) { low_.settled.push_back(span); }
    /// The element belongs to what `span` names, and ends it.
    [[nodiscard]] Span take(Span span, std::size_t index) {
        elements_[index].used = true;
        return {span.begin, elements_[index].span.end};
    }
    [[nodiscard]] bool is_page_behind(std::size_t index) const;
    bool file_and_paper(std::size_t index, Span span);
    bool sole_abbreviation(std::size_t index);

    // location_labels.cpp
    void labelled(std::size_t index);
    bool page_or_number(string_view meant, Chunk const& chunk);
    bool part_of_symbol(string_view meant, std::size_t index);
    [[nodiscard]] string_view level_of_value(string_view meant, Chunk const& chunk) const;
    [[nodiscard]] bool is_label_of_number(string_view level, string_view label) const;
    [[nodiscard]] string_view meaning(Chunk const& chunk, string_view label, std::size_t index);
    [[nodiscard]] string_view level_by_scheme(Chunk const& chunk, string_view label);
    [[nodiscard]] string_view level_of_letter(Chunk const& chunk, string_view folded,
                                              std::size_t index) const;
    [[nodiscard]] bool is_page_of_file(string_view label) const;
    [[nodiscard]] bool is_before_file(std::size_t index) const;

    // location_patterns.cpp
    bool by_pattern(std::size_t index, Span span, string_view written);
    [[nodiscard]] string_view level_by_form(string_view written) const;
    bool document_number(Span span, string_view written);
    bool file_folder(Span span, string_view written);
    bool file_of_office(Span span, std::string_view written);
    bool film_by_letters(Span span, string_view written);
    bool cabinet_paper(Span span, string_view written);
    bool paper_of_registry(std::size_t index, Span span);
    bool class_and_piece(std::size_t index, Span span, string_view written);
    void piece_and_item(Span span, std::size_t begin, bool has_papers);
    bool piece_and_paper(Span span, std::size_t series_end);
    bool film_and_frame(Span span, string_view written);
    [[nodiscard]] bool before_leaves(std::size_t index) const;
    bool holding_and_piece(std::size_t index, Span span);
    bool box_of_papers(std::size_t index, Span span);
    bool volume_of_papers(std::size_t index);
    bool box_before_papers(std::size_t index, Span span, string_view written);
    bool box_behind_papers(std::size_t index, Span span, string_view written);

    // location_rows.cpp
    void add_parts(std::span<string_view const> parts, std::span<string_view const> levels,
                   std::size_t begin);
    bool labelled_code(Span span, string_view written);
    bool number_row(Span span, string_view written);
    bool row_by_commas(std::size_t index);

    // location_systems.cpp
    bool by_scheme(std::size_t index, Span span, string_view written);
    bool registration_number(std::size_t index, Span span, string_view written);
    bool numbered_kind(Span span, string_view written);
    bool year_of_file(Span span, string_view written);
    bool papka_without_label(std::size_t index, Span span, string_view written);
    bool year_alone(std::size_t index, Span span);
    bool hijri_day(std::size_t index);
    bool frame_of_roll(std::size_t index, Span span);
    bool eastern_page(std::size_t index, Span span);
    bool entry_of_record_group(Span span, string_view written);
    bool number_of_collection(std::size_t index, Span span, string_view written);
    bool by_code(Span span, string_view written);
    [[nodiscard]] bool document_told() const;
    [[nodiscard]] bool stands_for_fond(Span span) const;
    [[nodiscard]] bool told(string_view level) const;

    // location_traditions.cpp: what an element without a label is, in the archives of a tradition
    bool by_tradition(std::size_t index, Span span, string_view written);
    bool american(std::size_t index, Span span, string_view written);
    [[nodiscard]] bool names_subject(std::size_t index, string_view written) const;
    bool british(std::size_t index, Span span, string_view written);
    bool french(std::size_t index, Span span, string_view written);
    bool by_signature(std::size_t index, Span span, string_view written);
    bool australian(std::size_t index, Span span, string_view written);
    bool dutch(std::size_t index, Span span, string_view written);
    bool spanish(std::size_t index, Span span, string_view written);

    // location_eastern.cpp
    bool in_rows(std::size_t index, Span span, string_view written);
    [[nodiscard]] bool is_file_with_year(string_view written) const;
    bool russian(std::size_t index, Span span, string_view written);
    bool file_by_letter(Span span, string_view written);
    bool estonian_row(Span span, string_view written);
    [[nodiscard]] bool number_follows(Span span) const;
    bool hungarian(std::size_t index, Span span, string_view written);
    bool section_and_name(Span span, string_view code);
    bool state_security(Span span, string_view written);
    bool hungarian_number(Span span, string_view written);
    bool yugoslav(std::size_t index, Span span, string_view written);
    bool yugoslav_fond(std::size_t index, Span span, string_view written);
    bool romanian(std::size_t index, Span span, string_view written);
    bool polish(std::size_t index, Span span, string_view written);

    // location_german.cpp
    [[nodiscard]] std::size_t unit_behind_holding(string_view written) const;
    bool german(std::size_t index, Span span, string_view written);
    bool german_holding(Span span, string_view written);
    void holding_and_unit(Span span, std::size_t end, std::size_t unit);
    bool within_german_holding(Span span, string_view written);
    bool section_to_paper(Span span, string_view code);
    bool swiss_canton(std::size_t index, Span span, string_view written);
    bool more_of_shelfmark(std::size_t index, Span span, string_view written);
    bool swiss(std::size_t index, Span span, string_view written);
    bool austrian(std::size_t index, Span span, string_view written);

    // location_names.cpp
    bool papers_by_name(std::size_t index, Span span);
    void by_place(std::size_t index, Span span);
    [[nodiscard]] Span behind_copy(Span span);
    [[nodiscard]] bool archive_before(std::size_t index) const;
    [[nodiscard]] bool collection_missing() const;
    [[nodiscard]] bool is_collection(Span span) const;
    [[nodiscard]] bool has_part_of_library(std::span<Token const> words) const;
    [[nodiscard]] bool names_papers(Span span) const;
    [[nodiscard]] std::size_t next_level(std::size_t index) const;
    [[nodiscard]] bool behind_box();
    bool folder_before_box(std::size_t index);
    [[nodiscard]] bool is_folder_name(Element const& element) const;
    [[nodiscard]] bool names_series(Span span) const;
    [[nodiscard]] bool names_files(Span span) const;
    [[nodiscard]] bool names_file_group(Element const& element) const;
    [[nodiscard]] Span without_series_word(Span span) const;
    [[nodiscard]] bool is_country_of_volumes(std::size_t index) const;
    [[nodiscard]] Span joined(std::size_t index, Span span);

    // location_document.cpp
    [[nodiscard]] bool document_missing() const;
    [[nodiscard]] bool is_american() const;
    bool description(std::size_t index);
    bool entry(std::size_t index);
    bool titled(std::size_t first, std::size_t quote);
    bool quoted_document(std::size_t index);
    void writer(std::size_t index);
    [[nodiscard]] bool is_form(Element const& element) const;
    [[nodiscard]] std::size_t number_between(std::size_t first, std::size_t last) const;
    void date_of_letter();
    void set_issued(Chunk const& chunk);
    [[nodiscard]] std::size_t date_behind(std::size_t index) const;
    [[nodiscard]] static bool is_leaf(Chunk const& chunk);
    bool dated_description(std::size_t index);
    bool form_and_writer(std::size_t index, std::size_t dated);
    bool paper_of_writer(std::size_t index);
    bool written_in_dative(std::size_t index, std::size_t dated);
    bool between_two(std::size_t index);
    bool undated_description(std::size_t index);

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    Lowering& low_;
    std::vector<Chunk> const& list_;
    std::vector<Part> const& parts_;  ///< of the citation, that locate it
    std::vector<Element> elements_;
    std::size_t archive_ = none;
    Span archive_span_;
    std::size_t described_ = none;  ///< the element behind the words that describe the paper
    std::string scheme_;
    int labels_ = 0;
    int order_ = -1;  ///< in the archive's scheme, of the last level that its label told
    std::uint64_t told_ = 0;
};

}  // namespace fonds
