// Holdings of German archives named by letters and numbers alone: in editions and monographs they stand in
// the middle of a sentence, without the archive, which the list of sources names once.

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunk.hpp"

namespace fonds {
namespace {

class HoldingReader {
  public:
    HoldingReader(Chunks const& chunks, std::uint32_t last) : chunks_(chunks), last_(last) {}

    /// The end of the holding and its piece that begin at `at`, or `at`.
    [[nodiscard]] std::uint32_t end(std::uint32_t at) const {
        if (!is_word(at) || !token(at).upper || !token(at).is(WordClass::holding)) return at;
        auto const letters = token(at).span.size();
        auto const next = mark(at + 1, '.') ? at + 2 : at + 1;
        if (auto const piece = papers_end(next); piece != next) return piece;
        if (!is_word(next)) return at;
        auto const number = word(next);
        if (!is_digit(number.front())) return at;
        // "R 43 I /2548"
        if (is_all_digits(number) && number.size() >= 2)
            if (auto const piece = piece_end(next + 1); piece != next + 1) return piece;
        // "B 136/20686"
        auto const slash = number.find('/');
        constexpr std::size_t least = 2;  // "B 9/123" is a class of the British courts
        if (slash != std::string_view::npos && (slash >= least || letters >= least) &&
            slash + 1 < number.size() && is_all_digits(number.substr(0, slash)) &&
            is_digit(number[slash + 1]))
            return next + 1;
        // "StK 11943"
        constexpr std::size_t shortest = 3;
        return letters >= shortest && is_all_digits(number) && number.size() >= shortest ? next + 1 : at;
    }

  private:
    [[nodiscard]] Token const& token(std::uint32_t at) const { return chunks_.tokens[at]; }
    [[nodiscard]] std::string_view word(std::uint32_t at) const { return chunks_.word(at); }
    [[nodiscard]] bool is_word(std::uint32_t at) const {
        return at < last_ && token(at).kind == TokenKind::word;
    }
    [[nodiscard]] bool mark(std::uint32_t at, char c) const { return at < last_ && token(at).is_mark(c); }

    /// "Ehard 1387" of "NL Ehard 1387", "von Stockhausen 15", "Seebohm/8c": whose papers, and a number.
    [[nodiscard]] std::uint32_t papers_end(std::uint32_t at) const {
        constexpr std::uint32_t longest = 3;
        auto end = at;
        while (end < at + longest && is_word(end) && !token(end).digits &&
               (token(end).upper || token(end).is(WordClass::particle)))
            ++end;
        if (end < at + longest && is_word(end) && names_papers_and_piece(end)) return end + 1;
        return end > at && token(end - 1).upper && is_word(end) && is_all_digits(word(end)) ? end + 1 : at;
    }

    /// "Seebohm/8c".
    [[nodiscard]] bool names_papers_and_piece(std::uint32_t at) const {
        constexpr std::size_t shortest = 3;
        auto const slash = word(at).find('/');
        return token(at).upper && slash != std::string_view::npos && slash >= shortest &&
               word(at).find_first_of("0123456789") == slash + 1;
    }

    /// "I /2548", "/637": behind the number of a holding its series and the piece.
    [[nodiscard]] std::uint32_t piece_end(std::uint32_t at) const {
        auto next = at;
        if (is_word(next) && token(next).roman) ++next;
        if (mark(next, '|')) ++next;
        if (!is_word(next)) return at;
        auto number = word(next);
        if (number.starts_with('/')) number.remove_prefix(1);
        else if (next == at || !mark(next - 1, '|')) return roman_piece(at, next);
        return !number.empty() && is_all_digits(number) ? next + 1 : at;
    }

    /// "I/2548" in one word.
    [[nodiscard]] std::uint32_t roman_piece(std::uint32_t at, std::uint32_t next) const {
        auto const number = word(next);
        auto const slash = number.find('/');
        bool const whole = slash != std::string_view::npos && slash > 0 && slash + 1 < number.size() &&
                           number.substr(0, slash).find_first_not_of("IVX") == std::string_view::npos &&
                           is_all_digits(number.substr(slash + 1));
        return whole ? next + 1 : at;
    }

    Chunks const& chunks_;
    std::uint32_t last_;
};

}  // namespace

std::uint32_t shelfmark_of_keeper(Chunks const& chunks, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t longest = 4;
    auto const& tokens = chunks.tokens;
    auto const written = [&](std::uint32_t at) { return chunks.word(at); };
    auto const head = match_phrase(tokens, chunks.text, first, mask(WordClass::keeper_head));
    if (!head.phrase || !has_upper_after(written(first), 1)) return last;
    auto at = first + head.size;
    while (at < last && at < first + head.size + longest && tokens[at].kind == TokenKind::word &&
           tokens[at].upper && !tokens[at].digits && tokens[at].span.size() > 1)
        ++at;
    if (at == first + head.size || at >= last) return last;
    auto const code = at;
    if (tokens[at].kind == TokenKind::word && tokens[at].upper && tokens[at].span.size() == 1) ++at;
    if (at + 1 != last || !is_digit(written(at).front())) return last;
    return written(at).find_first_of("/.") == std::string_view::npos ? last : code;
}

std::uint32_t holding_end(Chunks const& chunks, std::uint32_t at, std::uint32_t last) {
    return HoldingReader(chunks, last).end(at);
}

}  // namespace fonds
