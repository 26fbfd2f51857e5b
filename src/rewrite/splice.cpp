// From changes of a text to changes of the bytes it was read from.

#include "rewrite/splice.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace fonds {
namespace {

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Takes away what both texts have in common at their ends, in whole characters.
void narrow(std::string_view text, Span& span, std::string_view& replacement) {
    auto old = slice(text, span);
    std::size_t same = 0;
    while (same < old.size() && same < replacement.size() && old[same] == replacement[same]) ++same;
    while (same > 0 && ((same < old.size() && is_continuation(old[same])) ||
                        (same < replacement.size() && is_continuation(replacement[same]))))
        --same;
    old.remove_prefix(same);
    replacement.remove_prefix(same);
    span.begin += same;
    same = 0;
    while (same < old.size() && same < replacement.size() &&
           old[old.size() - 1 - same] == replacement[replacement.size() - 1 - same])
        ++same;
    while (same > 0 && is_continuation(old[old.size() - same])) --same;
    replacement.remove_suffix(same);
    span.end -= same;
}

class Splicer {
  public:
    Splicer(Document const& document, TexQuotes const& quotes, SourceMap const& map)
        : document_(document), quotes_(quotes), map_(map) {}

    std::optional<std::vector<Splice>> replace(Span span, std::string_view replacement) const {
        if (span.empty()) return insert(span.begin, replacement);
        std::vector<Splice> out;
        std::size_t covered = span.begin;
        std::optional<std::size_t> host;  // of `out`: the piece that takes the new text
        for (auto piece = first_reaching(span.begin); piece != map_.pieces().end(); ++piece) {
            if (piece->text.begin >= span.end) break;
            Span const common{std::max(piece->text.begin, span.begin), std::min(piece->text.end, span.end)};
            if (common.begin != covered) return std::nullopt;
            auto const source = source_of(*piece, common);
            if (!source) return std::nullopt;
            if (!host && can_hold_text(*piece)) host = out.size();
            out.push_back({piece->part, *source, ""});
            covered = common.end;
        }
        if (covered != span.end) return std::nullopt;
        if (replacement.empty()) {
            if (document_.format == "md") take_out_marks(out);
            return out;
        }
        if (!host) return std::nullopt;
        out[*host].bytes = escaped(replacement, out[*host].part);
        return out;
    }

  private:
    using Pieces = std::vector<SourceMap::Piece>;

    [[nodiscard]] Pieces::const_iterator first_reaching(std::size_t at) const {
        return std::partition_point(map_.pieces().begin(), map_.pieces().end(),
                                    [&](SourceMap::Piece const& p) { return p.text.end <= at; });
    }

    [[nodiscard]] std::string_view source_bytes(SourceMap::Piece const& piece) const {
        return slice(document_.parts[piece.part].bytes, piece.source);
    }

    // An element that stands for a character ("<w:tab/>") can go, but in Word cannot give way to text.
    [[nodiscard]] bool can_hold_text(SourceMap::Piece const& piece) const {
        return document_.format != "docx" || source_bytes(piece).substr(0, 1) != "<";
    }

    // The source of a part of a piece; of a piece that stands for its source as a whole only all of it.
    [[nodiscard]] std::optional<Span> source_of(SourceMap::Piece const& piece, Span part) const {
        if (part == piece.text) return piece.source;
        if (!piece.is_exact()) return std::nullopt;
        return Span{piece.source.begin + (part.begin - piece.text.begin),
                    piece.source.end - (piece.text.end - part.end)};
    }

    // What was emphasised goes with its marks: "Westad, *Global Cold War*, 33" without its title.
    void take_out_marks(std::vector<Splice>& pieces) const {
        auto const& first = pieces.front();
        auto const& last = pieces.back();
        std::string_view const bytes = document_.parts[first.part].bytes;
        constexpr std::string_view marks = "*_";
        std::string_view within;
        for (std::size_t i = 1; i < pieces.size(); ++i) {
            if (pieces[i].source.begin < pieces[i - 1].source.end) return;
            Span const gap{pieces[i - 1].source.end, pieces[i].source.begin};
            if (slice(bytes, gap).find_first_not_of(marks) != std::string_view::npos) return;
            if (!gap.empty() && !within.empty()) return;
            if (!gap.empty()) within = slice(bytes, gap);
        }
        auto const size = [&](auto is_mark) {
            std::size_t count = 0;
            while (is_mark(count)) ++count;
            return count;
        };
        auto const is_mark = [&](std::size_t at) {
            return at < bytes.size() && marks.find(bytes[at]) != marks.npos;
        };
        Span const before{first.source.begin - size([&](std::size_t n) {
                              return n < first.source.begin && is_mark(first.source.begin - 1 - n);
                          }),
                          first.source.begin};
        Span const behind{last.source.end, last.source.end + size([&](std::size_t n) {
                                               return is_mark(last.source.end + n);
                                           })};
        bool const opens =
            !before.empty() && slice(bytes, before) == (within.empty() ? slice(bytes, behind) : within);
        bool const closes =
            !behind.empty() && slice(bytes, behind) == (within.empty() ? slice(bytes, before) : within);
        if (!opens && !closes) return;
        for (std::size_t i = 1; i < pieces.size(); ++i) pieces[i].source.begin = pieces[i - 1].source.end;
        if (opens) pieces.front().source.begin = before.begin;
        if (closes && (within.empty() || !opens)) pieces.back().source.end = behind.end;
    }

    [[nodiscard]] std::string escaped(std::string_view text, std::size_t part) const {
        return quotes_.follow(escaped_for(document_.format, text), part);
    }

    std::optional<std::vector<Splice>> insert(std::size_t at, std::string_view replacement) const {
        if (replacement.empty()) return std::vector<Splice>();
        auto const behind = first_reaching(at);
        if (behind != map_.pieces().begin()) {
            auto const& before = *std::prev(behind);
            if (before.text.end == at && can_hold_text(before))
                return std::vector<Splice>{put(before.part, before.source.end, replacement)};
        }
        if (behind == map_.pieces().end() || behind->text.begin > at || !can_hold_text(*behind))
            return std::nullopt;
        auto const place = source_of(*behind, {behind->text.begin, at});
        if (at == behind->text.begin)
            return std::vector<Splice>{put(behind->part, behind->source.begin, replacement)};
        if (!place) return std::nullopt;
        return std::vector<Splice>{put(behind->part, place->end, replacement)};
    }

    [[nodiscard]] Splice put(std::size_t part, std::size_t at, std::string_view text) const {
        return {part, {at, at}, escaped(text, part)};
    }

    Document const& document_;
    TexQuotes const& quotes_;
    SourceMap const& map_;
};

}  // namespace

std::optional<std::vector<Splice>> splices_of(Document const& document, TexQuotes const& quotes,
                                              std::string_view text, SourceMap const& map, Span span,
                                              std::string_view replacement) {
    narrow(text, span, replacement);
    return Splicer(document, quotes, map).replace(span, replacement);
}

std::string spliced(std::string_view bytes, std::vector<Splice> splices) {
    std::stable_sort(splices.begin(), splices.end(),
                     [](Splice const& a, Splice const& b) { return a.source.begin < b.source.begin; });
    std::string out;
    std::size_t done = 0;
    for (auto const& splice : splices) {
        out += bytes.substr(done, splice.source.begin - done);
        out += splice.bytes;
        done = splice.source.end;
    }
    out += bytes.substr(done);
    return out;
}

}  // namespace fonds
