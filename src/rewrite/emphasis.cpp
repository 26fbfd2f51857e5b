// Italics put into formats that are text themselves.

#include "rewrite/emphasis.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/contains.hpp"
#include "base/text.hpp"

namespace fonds {
namespace {

struct Mark {
    std::string_view format;
    std::string_view open;
    std::string_view close;
};
// The first of a format is the one that is put in; the others are known where an author set them.
constexpr auto marks = std::to_array<Mark>({{"md", "*", "*"},
                                            {"md", "_", "_"},
                                            {"tex", "\\emph{", "}"},
                                            {"tex", "\\textit{", "}"},
                                            {"tex", "\\textsl{", "}"},
                                            {"html", "<em>", "</em>"},
                                            {"html", "<i>", "</i>"},
                                            {"tei", "<hi rend=\"italic\">", "</hi>"}});

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

// Takes away the marks around italics; nothing where they are none of those known, or others stand beside.
std::optional<Wrap> removal(Document const& document, std::size_t note, Span italic) {
    auto const place = document.notes[note].map.to_source(italic);
    if (!place) return std::nullopt;
    auto const [begin, end] = place->span;
    auto const before = std::string_view(document.parts[place->part].bytes).substr(0, begin);
    auto const behind = std::string_view(document.parts[place->part].bytes).substr(end);
    for (auto const& mark : marks) {
        if (mark.format != document.format || !before.ends_with(mark.open) || !behind.starts_with(mark.close))
            continue;
        // "**" sets in bold, and "***" in both.
        auto const outer = before.substr(0, before.size() - mark.open.size());
        if (mark.format == "md" && (outer.ends_with(mark.open) || behind.substr(1).starts_with(mark.close)))
            continue;
        return Wrap{note,
                    {place->part, {begin - mark.open.size(), begin}, {}},
                    {place->part, {end, end + mark.close.size()}, {}}};
    }
    return std::nullopt;
}

/// The marks of one note that are put in and taken away.
class NoteMarks {
  public:
    NoteMarks(Document const& document, SetPiece const& piece, Mark const& mark)
        : note_(document.notes[piece.note]),
          wanted_(wanted_italics(piece, note_.text)),
          piece_(piece),
          mark_(mark) {
        for (auto const italic : note_.italics) {
            if (!italic.overlaps(piece.span)) continue;
            bool const is_wanted = contains(wanted_, italic);
            auto taken = is_wanted || !piece.span.contains(italic) ? std::nullopt
                                                                   : removal(document, piece.note, italic);
            if (taken) removals_.push_back(std::move(*taken));
            else kept_.push_back(italic);
        }
    }

    /// What is put in comes first: behind a word it stands before what is taken away there.
    void add_to(std::vector<Wrap>& wraps) const {
        for (auto const stretch : wanted_) {
            auto const place = plain_place(stretch);
            if (!place) continue;
            auto const [begin, end] = place->span;
            wraps.push_back({piece_.note,
                             {place->part, {begin, begin}, std::string(mark_.open)},
                             {place->part, {end, end}, std::string(mark_.close)}});
        }
        wraps.insert(wraps.end(), removals_.begin(), removals_.end());
    }

  private:
    [[nodiscard]] bool is_taken_away(std::size_t part, Span source) const {
        auto const covers = [&](Splice const& splice) {
            return splice.part == part && splice.source == source;
        };
        return std::any_of(removals_.begin(), removals_.end(),
                           [&](Wrap const& wrap) { return covers(wrap.open) || covers(wrap.close); });
    }

    // The place of a stretch in the source, where nothing but the text and marks that go stand there.
    [[nodiscard]] std::optional<SourceMap::Place> plain_place(Span stretch) const {
        auto const place = note_.map.to_source(stretch);
        auto const is_set = [&](Span italic) { return italic.overlaps(stretch); };
        if (!place || std::any_of(kept_.begin(), kept_.end(), is_set)) return std::nullopt;
        auto end = place->span.begin;
        for (auto const& piece : note_.map.pieces()) {
            if (!piece.text.overlaps(stretch)) continue;
            auto const begin = std::max(piece.source.begin, place->span.begin);
            bool const goes_on = begin == end || piece.text.begin < stretch.begin ||
                                 (begin > end && is_taken_away(piece.part, {end, begin}));
            if (piece.part != place->part || !goes_on) return std::nullopt;
            end = piece.source.end;
        }
        return place;
    }

    SourceNote const& note_;
    std::vector<Span> wanted_;
    SetPiece const& piece_;
    Mark const& mark_;
    std::vector<Span> kept_;
    std::vector<Wrap> removals_;
};

}  // namespace

bool has_emphasis(std::string_view format) { return mark_of(format) != nullptr; }

std::vector<Wrap> emphasis_wraps(Document const& document, std::vector<SetPiece> const& pieces) {
    std::vector<Wrap> wraps;
    if (auto const* mark = mark_of(document.format))
        for (auto const& piece : pieces) NoteMarks(document, piece, *mark).add_to(wraps);
    return wraps;
}

}  // namespace fonds
