// Gives the elements of an archival citation the roles that learned weights prefer to the grammar's reading.

#include <algorithm>
#include <array>

#include "note/element_roles.hpp"
#include "note/lowerer.hpp"

namespace fonds {
namespace {

using std::string_view;

bool is_level(ElementRole const& role) { return role.starts_with("level:"); }

bool overlaps(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

class RoleChange {
  public:
    RoleChange(Lowerer& lowerer, std::vector<CitationElement> const& elements,
               std::vector<ElementRole> const& roles)
        : lowerer_(lowerer), elements_(elements), roles_(roles) {}

    void apply() {
        for (auto const role : {"title", "container-title", "genre", "number", "page", "archive",
                                "archive-place", "issued", "author"})
            if (changed(role)) {
                clear(role);
                set(role);
            }
        if (levels_changed()) levels();
    }

  private:
    [[nodiscard]] Citation& citation() { return lowerer_.low.citation; }
    [[nodiscard]] ArchivalReference& reference() { return citation().item.reference; }
    [[nodiscard]] Chunk const& chunk(std::size_t index) const { return lowerer_.at(elements_[index].chunk); }

    [[nodiscard]] bool changed(string_view role) const {
        for (std::size_t i = 0; i < elements_.size(); ++i)
            if ((elements_[i].rule == role) != (roles_[i] == role)) return true;
        return false;
    }
    [[nodiscard]] bool levels_changed() const {
        for (std::size_t i = 0; i < elements_.size(); ++i)
            if (elements_[i].rule != roles_[i] && (is_level(elements_[i].rule) || is_level(roles_[i])))
                return true;
        return false;
    }

    void clear(string_view role) {
        auto& item = citation().item;
        auto const forget = [&](string_view name) {
            std::erase_if(citation().fields, [&](FieldSpan const& field) { return field.field == name; });
        };
        forget(role);
        if (role == "archive") {
            reference().repository.clear();
            reference().repository_id.clear();
        } else if (role == "archive-place") {
            reference().place.clear();
        } else if (role == "issued") {
            item.dates.erase(Variable::issued);
        } else if (role == "author") {
            for (auto const person : {Variable::author, Variable::recipient, Variable::interviewer}) {
                item.names.erase(person);
                forget(to_string(person));
            }
        } else {
            item.texts.erase(variable(role));
        }
    }

    static Variable variable(string_view role) {
        if (role == "container-title") return Variable::container_title;
        return role == "title"   ? Variable::title
               : role == "genre" ? Variable::genre
               : role == "page"  ? Variable::page
                                 : Variable::number;
    }

    /// Neighbours that play the same role are one value: the first such run, of titles the longest.
    void set(string_view role) {
        std::size_t best = elements_.size(), best_end = best;
        for (std::size_t i = 0; i < elements_.size();) {
            auto end = i;
            while (end < elements_.size() && roles_[end] == role) ++end;
            if (end == i) {
                ++i;
                continue;
            }
            bool const longer =
                role == "title" && best < elements_.size() && size(i, end) > size(best, best_end);
            if (best == elements_.size() || longer) {
                best = i;
                best_end = end;
            }
            i = end;
        }
        if (best < elements_.size()) set(role, best, best_end);
    }
    [[nodiscard]] std::size_t size(std::size_t first, std::size_t last) const {
        return elements_[last - 1].span.end - elements_[first].span.begin;
    }

    void set(string_view role, std::size_t first, std::size_t last) {
        auto const span = value(first, last);
        if (role == "issued") return lowerer_.set_date(Variable::issued, chunk(first));
        if (role == "author") return people(first, last);
        if (role == "genre") return genre(span, first, last);
        if (role == "archive") return archive(span, first, last);
        if (role == "archive-place") {
            reference().place = lowerer_.text(span);
            return lowerer_.low.field("archive-place", span);
        }
        lowerer_.low.set(variable(role), span);
    }

    /// A quotation loses its marks, a bracket its brackets.
    [[nodiscard]] Span value(std::size_t first, std::size_t last) const {
        auto const& only = chunk(first);
        if (last - first == 1 && (only.kind == ChunkKind::quote || only.kind == ChunkKind::aside))
            return only.inner;
        return trimmed(lowerer_.low.chunks.text, {elements_[first].span.begin, elements_[last - 1].span.end});
    }

    void archive(Span span, std::size_t first, std::size_t last) {
        reference().repository = lowerer_.text(span);
        lowerer_.low.field("archive", span);
        for (auto i = first; i < last; ++i)
            if (chunk(i).kind == ChunkKind::archive && chunk(i).phrase &&
                chunk(i).phrase->archives.size() == 1)
                reference().repository_id = chunk(i).phrase->archives.front()->id;
    }

    /// "Baring to Lennox-Boyd": who wrote to whom; "minute by Peel": the form, then who wrote; else a writer.
    void people(std::size_t first, std::size_t last) {
        for (auto i = first; i < last; ++i)
            if (chunk(i).to != no_token)
                if (lowerer_.letter_head(chunk(first).first, chunk(i).to, chunk(last - 1).last)) return;
        auto begin = chunk(first).first;
        auto const end = chunk(last - 1).last;
        if (lowerer_.interview(begin, end)) return;
        if (auto const by = written_by(begin, end);
            by > begin && citation().item.text(Variable::genre).empty()) {
            lowerer_.genre(begin, by);
            begin = by + 1;
        }
        lowerer_.names(Variable::author, begin, end);
    }

    /// The word between a form and its writer: "report | of | the Department", or `begin` where there is
    /// none.
    [[nodiscard]] std::uint32_t written_by(std::uint32_t begin, std::uint32_t end) const {
        constexpr std::array words = {string_view{"by"}, string_view{"of"}, string_view{"from"},
                                      string_view{"von"}, string_view{"de"}};
        for (auto i = begin + 1; i + 1 < end && i < begin + 4; ++i)
            if (std::find(words.begin(), words.end(), lowerer_.word(i)) != words.end())
                return lowerer_.has_genre(begin, i) ? i : begin;
        return begin;
    }

    /// Where the word for a form ends that small words follow: "interview | with a Russian insider", "report
    /// | circulated in"; `end` where none do.
    [[nodiscard]] std::uint32_t form_before_words(std::uint32_t begin, std::uint32_t end) const {
        for (auto i = begin + 1; i < end; ++i)
            if (lowerer_.token(i).lower && !lowerer_.token(i).is(WordClass::genre) && i + 1 < end &&
                lowerer_.token(i - 1).is(WordClass::genre) && lowerer_.word(i) != "of" &&
                lowerer_.word(i) != "und" && !lowerer_.token(i).is(WordClass::conjunction))
                return i;
        return end;
    }

    /// "Cablegram 2417": the form and its number.
    void genre(Span span, std::size_t first, std::size_t last) {
        auto const end = chunk(last - 1).last;
        auto const begin = chunk(first).first;
        if (auto const form = form_before_words(begin, end); form < end) {
            auto const next = lowerer_.word(form);
            // "report on the present position in India" is called so.
            if (next == "on" || next == "about" || next == "concerning" || next == "regarding") {
                if (citation().item.text(Variable::title).empty()) lowerer_.low.set(Variable::title, span);
                return;
            }
            return lowerer_.genre(begin, form);
        }
        bool const numbered =
            end > begin + 1 && lowerer_.token(end - 1).digits && lowerer_.has_genre(begin, end - 1);
        if (!numbered || !citation().item.text(Variable::number).empty())
            return lowerer_.low.set(Variable::genre, span);
        lowerer_.genre(begin, end - 1);
        lowerer_.low.set(Variable::number, lowerer_.token(end - 1).span);
    }

    struct Kept {
        Span span;
        ArchiveLevel level;
    };

    void levels() {
        std::vector<Kept> kept;
        std::vector<bool> covered(elements_.size(), false);
        for (auto const& field : citation().fields) {
            auto const* written = level_of(field, reference());
            if (!written || !stays(field.span)) continue;
            auto level = *written;
            rename(level, field.span);
            kept.push_back({field.span, std::move(level)});
            for (std::size_t i = 0; i < elements_.size(); ++i)
                if (overlaps(elements_[i].span, field.span)) covered[i] = true;
        }
        for (std::size_t i = 0; i < elements_.size();) {
            auto end = i + 1;
            if (!covered[i] && is_level(roles_[i])) {
                while (end < elements_.size() && !covered[end] && roles_[end] == roles_[i] &&
                       elements_[end].chunk == elements_[end - 1].chunk + 1)
                    ++end;
                kept.push_back({value(i, end), new_level(i, end)});
            }
            i = end;
        }
        std::stable_sort(kept.begin(), kept.end(),
                         [](Kept const& a, Kept const& b) { return a.span.begin < b.span.begin; });
        std::erase_if(citation().fields,
                      [](FieldSpan const& field) { return field.field.starts_with("levels/"); });
        reference().levels.clear();
        for (auto& [span, level] : kept) {
            lowerer_.low.field("levels/" + std::to_string(reference().levels.size()), span);
            reference().levels.push_back(std::move(level));
        }
    }

    /// A level stays where all that it spans is still a level; of an element that a rule parted in several
    /// and that plays another part now, none stays.
    [[nodiscard]] bool stays(Span span) const {
        for (std::size_t i = 0; i < elements_.size(); ++i)
            if (overlaps(elements_[i].span, span) &&
                (!is_level(roles_[i]) || (elements_[i].rule != roles_[i] && levels_on(i) > 1)))
                return false;
        return true;
    }
    [[nodiscard]] int levels_on(std::size_t index) const {
        int count = 0;
        for (auto const& field : lowerer_.low.citation.fields)
            count +=
                field.field.starts_with("levels/") && overlaps(field.span, elements_[index].span) ? 1 : 0;
        return count;
    }

    /// A level takes the name of its element's new part.
    void rename(ArchiveLevel& level, Span span) const {
        for (std::size_t i = 0; i < elements_.size(); ++i)
            if (overlaps(elements_[i].span, span) && elements_[i].rule != roles_[i]) return name(level, i);
    }

    void name(ArchiveLevel& level, std::size_t index) const {
        level.level = roles_[index].substr(6);
        if (level.level == "series" && chunk(index).is(Trait::collection)) level.level = "collection";
        level.hierarchy = lowerer_.low.lexicon.hierarchy_of(level.level);
    }

    [[nodiscard]] ArchiveLevel new_level(std::size_t first, std::size_t last) const {
        ArchiveLevel level;
        level.value = lowerer_.text(value(first, last));
        name(level, first);
        return level;
    }

    Lowerer& lowerer_;
    std::vector<CitationElement> const& elements_;
    std::vector<ElementRole> const& roles_;
};

}  // namespace

void Lowerer::weigh() {
    auto const elements = citation_elements(low.citation, low.settled, candidate, low.chunks);
    auto roles = weigh_roles(elements, low.chunks);
    // "StA Kleve 5/4.605: Bittgesuch": the keeper is told beyond doubt; nothing else is one.
    bool const kept =
        std::any_of(low.citation.fields.begin(), low.citation.fields.end(), [&](FieldSpan const& field) {
            return field.field == "archive" &&
                   std::any_of(low.settled.begin(), low.settled.end(),
                               [&](Span span) { return overlaps(span, field.span); });
        });
    for (std::size_t i = 0; kept && i < roles.size(); ++i)
        if ((roles[i] == "archive") != (elements[i].rule == "archive")) roles[i] = elements[i].rule;
    // "report on the present position in | India": of words that nothing parts none plays another part.
    for (std::size_t i = 1; i < roles.size(); ++i)
        if (elements[i].chunk == elements[i - 1].chunk + 1 && elements[i].rule == "title" &&
            elements[i - 1].rule == "title" && roles[i] != "archive" &&
            at(elements[i].chunk).kind == ChunkKind::text &&
            at(elements[i - 1].chunk).kind == ChunkKind::text)
            roles[i] = roles[i - 1];
    RoleChange(*this, elements, roles).apply();
}

}  // namespace fonds
