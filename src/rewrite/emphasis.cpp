// Italics put into formats that are text themselves.

#include "rewrite/emphasis.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"

namespace fonds {
namespace {

struct Mark {
    std::string_view format;
    std::string_view open;
    std::string_view close;
};
constexpr std::array<Mark, 4> marks = {{{"md", "*", "*"},
                                        {"tex", "\\emph{", "}"},
                                        {"html", "<em>", "</em>"},
                                        {"tei", "<hi rend=\"italic\">", "</hi>"}}};

Mark const* mark_of(std::string_view format) {
    auto const at =
        std::find_if(marks.begin(), marks.end(), [&](Mark const& m) { return m.format == format; });
    return at == marks.end() ? nullptr : &*at;
}

// The stretches of a piece that are to stand in italics, without white space at their ends.
std::vector<Span> wanted_italics(SetPiece const& piece, std::string_view text) {
    std::vector<Span> out;
    auto const wanted = [&](std::size_t at) { return piece.settings[at - piece.span.begin].italic; };
    for (auto at = piece.span.begin; at < piece.span.end; ++at) {
        if (!wanted(at)) continue;
        Span stretch{at, at};
        while (at < piece.span.end && wanted(at)) stretch.end = ++at;
        while (!stretch.empty() && is_ascii_space(text[stretch.begin])) ++stretch.begin;
        while (!stretch.empty() && is_ascii_space(text[stretch.end - 1])) --stretch.end;
        if (!stretch.empty()) out.push_back(stretch);
    }
    return out;
}

bool has_italics(SourceNote const& note, Span stretch) {
    return std::any_of(note.italics.begin(), note.italics.end(),
                       [&](Span italic) { return italic.overlaps(stretch); });
}

// Its place in the source, where nothing but the text stands there.
std::optional<SourceMap::Place> plain_place(SourceNote const& note, Span stretch) {
    auto const place = note.map.to_source(stretch);
    if (!place) return std::nullopt;
    auto end = place->span.begin;
    for (auto const& piece : note.map.pieces()) {
        if (!piece.text.overlaps(stretch)) continue;
        auto const begin = std::max(piece.source.begin, place->span.begin);
        bool const goes_on = piece.part == place->part && (begin == end || piece.text.begin < stretch.begin);
        if (!goes_on) return std::nullopt;
        end = piece.source.end;
    }
    return place;
}

}  // namespace

bool has_emphasis(std::string_view format) { return mark_of(format) != nullptr; }

std::vector<Wrap> emphasis_wraps(Document const& document, std::vector<SetPiece> const& pieces) {
    std::vector<Wrap> wraps;
    auto const* mark = mark_of(document.format);
    for (auto const& piece : pieces) {
        auto const& note = document.notes[piece.note];
        if (!mark) break;
        for (auto const stretch : wanted_italics(piece, note.text)) {
            auto const place = has_italics(note, stretch) ? std::nullopt : plain_place(note, stretch);
            if (!place) continue;
            auto const [begin, end] = place->span;
            wraps.push_back({piece.note,
                             {place->part, {begin, begin}, std::string(mark->open)},
                             {place->part, {end, end}, std::string(mark->close)}});
        }
    }
    return wraps;
}

}  // namespace fonds
