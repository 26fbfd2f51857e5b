// Keys of a bibliography in notes.

#include "note/key_citations.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/fold_word.hpp"
#include "grammar/small_roman.hpp"
#include "note/insert_citation.hpp"

namespace fonds {
namespace {

/// Where in a work.
struct Place {
    Span span;
    std::string_view label;  ///< CSL's
};

struct Key {
    std::string_view name;
    Item const* record;          ///< null: not known
    Span span;                   ///< in the note, with its "@"
    std::optional<Place> place;  ///< behind it
    Span whole;                  ///< the group that it stands in, and its place
};

// What labels of the vocabulary are among CSL's locators, and their own names where those differ.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> locators = {
    {{"page", "page"},
     {"chapter", "chapter"},
     {"column", "column"},
     {"folio", "folio"},
     {"leaf", "folio"},
     {"list", "folio"},
     {"sheet", "folio"},
     {"issue", "issue"},
     {"note", "note"},
     {"paragraph", "paragraph"},
     {"part", "part"},
     {"volume", "volume"}}};

/// Reads the place behind a key: "], 12", ", p. 12–15", " [chap. 3]".
class PlaceReader {
  public:
    PlaceReader(std::string_view text, std::size_t at, Lexicon const& lexicon)
        : text_(text), at_(at), lexicon_(lexicon) {}

    std::optional<Place> read() {
        skip("]} ");
        if (at_ == text_.size() || (text_[at_] != ',' && text_[at_] != '[')) return std::nullopt;
        skip(",[ ");
        auto const known = label();
        if (!known) return std::nullopt;
        auto const begin = at_;
        if (!range()) return std::nullopt;
        while (goes_on()) {
        }
        return Place{{begin, at_}, *known};
    }

  private:
    // "12", "12–15", "xi-xii", "12 f."
    bool range() {
        if (!number()) return false;
        for (std::string_view const dash : {"–", "-"})
            if (auto const before = at_; text_.substr(at_).starts_with(dash)) {
                at_ += dash.size();
                if (!number()) at_ = before;
            }
        for (std::string_view const following : {" ff.", "ff.", " f.", "f."})
            if (text_.substr(at_).starts_with(following)) {
                at_ += following.size();
                break;
            }
        return true;
    }

    // The next of a list of ranges: "12, 15–17"; a number before a letter begins something else.
    bool goes_on() {
        auto const before = at_;
        if (text_.substr(at_).starts_with(", ")) {
            at_ += 2;
            bool const is_digit_next = at_ < text_.size() && is_digit(text_[at_]);
            if (is_digit_next && range() && !is_letter_after_spaces()) return true;
        }
        at_ = before;
        return false;
    }

    bool is_letter_after_spaces() const {
        auto const next = text_.find_first_not_of(' ', at_);
        return next != std::string_view::npos && is_letter(decode(text_, next).value);
    }

    void skip(std::string_view signs) {
        while (at_ < text_.size() && signs.find(text_[at_]) != std::string_view::npos) ++at_;
    }

    // The word before the number as a locator of CSL, a page without one; nothing where it is none.
    std::optional<std::string_view> label() {
        auto end = at_;
        while (end < text_.size() && is_letter(decode(text_, end).value)) end += decode(text_, end).size;
        auto const word = text_.substr(at_, end - at_);
        if (word.empty() || is_clear_small_roman(word)) return "page";
        auto const* start = lexicon_.start(hash_folded(word));
        auto const* phrase = start ? start->alone() : nullptr;
        if (!phrase || phrase->meanings().empty()) return std::nullopt;
        auto const known = std::find_if(locators.begin(), locators.end(), [&](auto const& locator) {
            return locator.first == phrase->meanings().front();
        });
        if (known == locators.end()) return std::nullopt;
        at_ = end;
        skip(". ");
        if (text_.substr(at_).starts_with("\xC2\xA0")) at_ += 2;
        return known->second;
    }

    bool number() {
        auto const begin = at_;
        while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
        if (at_ == begin) {
            auto const end = at_ + small_roman_size(text_.substr(at_));
            bool const ends = end == text_.size() || !is_letter(decode(text_, end).value);
            if (ends) at_ = end;
        }
        return at_ > begin;
    }

    std::string_view text_;
    std::size_t at_;
    Lexicon const& lexicon_;
};

// Citations of a group all span the group: each key stands behind the one before.
std::vector<Key> keys_of(SourceNote const& source, Lexicon const& lexicon) {
    std::vector<Key> keys;
    std::size_t done = 0;
    for (auto const& citation : source.embedded) {
        if (!citation.is_by_key()) continue;
        auto const visible = std::string_view(source.text).substr(0, citation.span.end);
        auto const at = visible.find(citation.key, std::max(done, citation.span.begin));
        if (at == std::string_view::npos) continue;
        auto const end = at + citation.key.size();
        bool const has_sign = at > citation.span.begin && source.text[at - 1] == '@';
        auto const place = PlaceReader(source.text, end, lexicon).read();
        Span const whole{citation.span.begin, std::max(citation.span.end, place ? place->span.end : end)};
        auto const* record = citation.items.empty() ? nullptr : &citation.items.front();
        keys.push_back({citation.key, record, {at - (has_sign ? 1 : 0), end}, place, whole});
        done = end;
    }
    return keys;
}

// Of a record the page is a place in it: it has pages of its own. Of a key alone nothing else is known, and
// what is read of the letters that stand for it is nothing.
bool says_what_it_is(Citation const& citation, Span masked) {
    return std::any_of(citation.fields.begin(), citation.fields.end(), [&](FieldSpan const& field) {
        bool const tells = field.field == "title" || field.field == "author" || field.field == "archive" ||
                           field.field.starts_with("levels/");
        return tells && !field.span.overlaps(masked);
    });
}

// The segment that begins last before or at a place.
Segment& segment_at(ParsedNote& note, std::size_t place) {
    auto const behind =
        std::partition_point(note.segments.begin(), note.segments.end(),
                             [&](Segment const& segment) { return segment.span.begin <= place; });
    return behind == note.segments.begin() ? note.segments.front() : *(behind - 1);
}

// Takes citations out of a note whose segments are none of theirs any more.
void remove_citations(SingleNote& single, std::vector<bool> const& removed) {
    auto& note = single.note;
    std::vector<std::size_t> places(removed.size(), no_index);
    std::size_t count = 0;
    for (std::size_t i = 0; i < removed.size(); ++i) {
        if (removed[i]) continue;
        places[i] = count;
        if (count != i) note.citations[count] = std::move(note.citations[i]);
        single.location_ibid[count++] = single.location_ibid[i];
    }
    note.citations.resize(count);
    single.location_ibid.resize(count);
    for (auto& segment : note.segments)
        if (segment.citation != no_index) segment.citation = places[segment.citation];
    for (auto& citation : note.citations)
        if (auto& link = citation.refers_to) {
            link->citation = places[link->citation];
            if (link->citation == no_index) link.reset();
        }
}

// "[@westad2005, 15]. Accessed 4 May 2012", "[@letter]. Translated by X": words about the work of the key
// were read as a work that begins with it. They are the author's remark.
void free_remarks(SingleNote& single, std::vector<Key> const& keys) {
    auto& note = single.note;
    std::vector<bool> removed(note.citations.size());
    for (auto const& key : keys) {
        if (note.segments.empty()) return;
        auto& segment = segment_at(note, key.span.begin);
        if (segment.kind != SegmentKind::citation || !segment.span.contains(key.span) ||
            says_what_it_is(note.citations[segment.citation], key.whole))
            continue;
        removed[segment.citation] = true;
        segment.kind = SegmentKind::comment;
        segment.citation = no_index;
    }
    if (std::find(removed.begin(), removed.end(), true) != removed.end()) remove_citations(single, removed);
}

Citation citation_of(Key const& key, std::string_view text) {
    Citation citation;
    citation.span = key.span;
    citation.kind = key.record ? kind_of_record(*key.record) : CitationKind::short_form;
    if (key.record) citation.item = *key.record;
    else citation.item.id = key.name;
    citation.family = "key";
    citation.confidence = 1;
    if (!key.place) return citation;
    bool const is_only_page = !key.record && key.place->label == "page";
    if (is_only_page) {
        citation.item.texts.set(Variable::page, std::string(slice(text, key.place->span)));
    } else {
        citation.locator = slice(text, key.place->span);
        citation.locator_label = key.place->label;
    }
    citation.fields.push_back({is_only_page ? "page" : "locator", key.place->span});
    return citation;
}

}  // namespace

std::string without_keys(SourceNote const& source, Lexicon const& lexicon) {
    auto text = source.text;
    std::size_t done = 0;  // keys of a group have all of it
    for (auto const& key : keys_of(source, lexicon)) {
        for (auto at = std::max(done, key.whole.begin); at < key.whole.end; ++at)
            if (!is_ascii_space(text[at])) text[at] = 'x';
        done = std::max(done, key.whole.end);
    }
    return text;
}

void add_key_citations(SingleNote& single, SourceNote const& source, Lexicon const& lexicon) {
    single.note.text = source.text;
    auto const keys = keys_of(source, lexicon);
    free_remarks(single, keys);
    std::vector<Citation> citations;
    citations.reserve(keys.size());
    for (auto const& key : keys) citations.push_back(citation_of(key, source.text));
    insert_citations(single, std::move(citations));
}

}  // namespace fonds
