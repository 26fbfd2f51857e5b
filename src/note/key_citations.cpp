// Keys of a bibliography in notes.

#include "note/key_citations.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/text.hpp"

namespace fonds {
namespace {

struct Key {
    std::string_view name;
    Span span;                 ///< in the note, with its "@"
    std::optional<Span> page;  ///< behind it
    Span whole;                ///< the group that it stands in, and its page
};

bool is_key(EmbeddedCitation const& citation) {
    return !citation.key.empty() && (citation.producer == "pandoc" || citation.producer == "latex");
}

// The page behind a key: "], 12", ", p. 12–15".
std::optional<Span> page_behind(std::string_view text, std::size_t at) {
    auto const skip = [&](std::string_view signs) {
        while (at < text.size() && signs.find(text[at]) != std::string_view::npos) ++at;
    };
    skip("]} ");
    if (at == text.size() || (text[at] != ',' && text[at] != '[')) return std::nullopt;
    skip(",[ ");
    for (std::string_view const label : {"pp.", "p.", "S."})
        if (text.substr(at).starts_with(label)) {
            at += label.size();
            break;
        }
    while (text.substr(at).starts_with(" ")) ++at;
    if (text.substr(at).starts_with("\xC2\xA0")) at += 2;
    auto const begin = at;
    for (std::string_view const dash : {"", "–", "-"}) {
        if (dash.empty() || (at > begin && text.substr(at).starts_with(dash))) {
            auto const first = at + dash.size();
            auto end = first;
            while (end < text.size() && is_digit(text[end])) ++end;
            if (end > first) at = end;
        }
    }
    return at == begin ? std::nullopt : std::optional(Span{begin, at});
}

// Citations of a group all span the group: each key stands behind the one before.
std::vector<Key> keys_of(SourceNote const& source) {
    std::vector<Key> keys;
    std::size_t done = 0;
    for (auto const& citation : source.embedded) {
        if (!is_key(citation)) continue;
        auto const at = source.text.find(citation.key, std::max(done, citation.span.begin));
        auto const end = at + citation.key.size();
        if (at == std::string::npos || end > citation.span.end) continue;
        bool const has_sign = at > citation.span.begin && source.text[at - 1] == '@';
        auto const page = page_behind(source.text, end);
        Span const whole{citation.span.begin, std::max(citation.span.end, page ? page->end : end)};
        keys.push_back({citation.key, {at - (has_sign ? 1 : 0), end}, page, whole});
        done = end;
    }
    return keys;
}

// Cuts the span out of the segment that it lies in; false where that is a citation already.
bool cut_out(std::vector<Segment>& segments, Span span, std::size_t citation) {
    auto const at = std::find_if(segments.begin(), segments.end(),
                                 [&](Segment const& segment) { return segment.span.contains(span); });
    if (at == segments.end() || at->kind == SegmentKind::citation) return false;
    std::vector<Segment> pieces;
    if (at->span.begin < span.begin) pieces.push_back({at->kind, {at->span.begin, span.begin}, no_note});
    pieces.push_back({SegmentKind::citation, span, citation});
    if (span.end < at->span.end) pieces.push_back({at->kind, {span.end, at->span.end}, no_note});
    segments.insert(segments.erase(at), pieces.begin(), pieces.end());
    return true;
}

Citation citation_of(Key const& key, std::string_view text) {
    Citation citation;
    citation.span = key.span;
    citation.kind = CitationKind::short_form;
    citation.item.id = key.name;
    citation.family = "key";
    citation.confidence = 1;
    if (key.page) {
        citation.item.texts.set(Variable::page, std::string(slice(text, *key.page)));
        citation.fields.push_back({"page", *key.page});
    }
    return citation;
}

}  // namespace

std::string without_keys(SourceNote const& source) {
    auto text = source.text;
    for (auto const& key : keys_of(source))
        for (auto at = key.whole.begin; at < key.whole.end; ++at)
            if (!is_ascii_space(text[at])) text[at] = 'x';
    return text;
}

void add_key_citations(SingleNote& single, SourceNote const& source) {
    auto& note = single.note;
    note.text = source.text;
    for (auto const& key : keys_of(source)) {
        auto const before = [&](Citation const& citation) { return citation.span.begin < key.span.begin; };
        auto const at = std::find_if_not(note.citations.begin(), note.citations.end(), before);
        auto const index = static_cast<std::size_t>(at - note.citations.begin());
        if (!cut_out(note.segments, key.span, no_note)) continue;
        for (auto& segment : note.segments) {
            if (segment.span == key.span) segment.citation = index;
            else if (segment.citation != no_note && segment.citation >= index) ++segment.citation;
        }
        note.citations.insert(at, citation_of(key, source.text));
        single.location_ibid.insert(single.location_ibid.begin() + static_cast<std::ptrdiff_t>(index), false);
    }
}

}  // namespace fonds
