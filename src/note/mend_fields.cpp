// Values that learned weights have torn, made whole.

#include "note/mend_fields.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/contains.hpp"
#include "grammar/phrase_table.hpp"

namespace fonds {
namespace {

using std::string_view;

constexpr string_view no_field = "none";

/// The words [first, last) of a title that the grammar reads as one, of which the weights have left only
/// some.
void mend_title(CitationWords const& words, Chunks const& chunks, std::size_t first, std::size_t last,
                std::vector<FieldName>& fields) {
    auto const& rule = words.list[first].rule;
    auto const token = [&](std::size_t i) -> Token const& { return chunks.tokens[words.first + i]; };
    auto const is_mark = [&](std::size_t i) { return token(i).kind == TokenKind::mark; };
    auto const chunk = [&](std::size_t i) { return words.list[i].chunk; };
    auto begin = first;
    while (begin < last && fields[begin] != rule) ++begin;
    auto end = last;
    while (end > begin && fields[end - 1] != rule) --end;
    if (begin == end) return;
    // "Die Preise | von 1919 im Spannungsfeld, | Politik und Gesellschaft": what stands between two parts.
    std::fill(fields.begin() + static_cast<std::ptrdiff_t>(begin),
              fields.begin() + static_cast<std::ptrdiff_t>(end), rule);
    // "Jörn Rüst | zum 60. Geburtstag": an end that no mark parts from it; "vom 4.", "am 12. August" is none.
    auto last_word = last;
    while (last_word > end && is_mark(last_word - 1)) --last_word;
    // "Резолюции съездов, | конференций и пленумов": nor one in small letters behind a comma.
    bool const small = words.kind == CitationKind::published && end + 1 < last_word &&
                       token(end).is_mark(',') && token(end + 1).lower;
    auto const piece = small ? end + 1 : end;
    if (last_word == end || (!small && chunk(end) != chunk(end - 1)) ||
        chunks.list[chunk(piece)].kind != ChunkKind::text || token(last_word - 1).digits)
        return;
    for (auto i = end; i < last_word; ++i)
        if (!is_mark(i) && fields[i] != no_field) return;
    auto behind = last;
    while (behind < fields.size() && is_mark(behind)) ++behind;
    if (behind < fields.size() && fields[behind] == "issued") return;
    std::fill(fields.begin() + static_cast<std::ptrdiff_t>(end),
              fields.begin() + static_cast<std::ptrdiff_t>(last_word), rule);
}

/// A title of a printed work is one piece, and does not end within words that no mark parts.
void mend_titles(CitationWords const& words, Chunks const& chunks, std::vector<FieldName>& fields) {
    auto const& list = words.list;
    for (std::size_t first = 0; first < list.size();) {
        auto last = first + 1;
        while (last < list.size() && list[last].rule == list[first].rule) ++last;
        if (list[first].rule == "title" || list[first].rule == "container-title")
            mend_title(words, chunks, first, last, fields);
        first = last;
    }
}

bool is_level(FieldName name) { return name.starts_with("level:"); }

class FieldMender {
  public:
    FieldMender(CitationWords const& words, Chunks const& chunks, std::vector<FieldName>& fields)
        : words_(words), chunks_(chunks), fields_(fields) {}

    void mend() {
        auto const& list = words_.list;
        for (std::size_t first = 0; first < list.size();) {
            auto last = first + 1;
            while (last < list.size() && list[last].rule == list[first].rule) ++last;
            mend({first, last});
            first = last;
        }
    }

  private:
    /// Tokens that the grammar gave one field; half-open.
    struct Run {
        std::size_t first = 0, last = 0;
    };

    [[nodiscard]] Token const& token(std::size_t at) const { return chunks_.tokens[words_.first + at]; }
    [[nodiscard]] FieldName rule(std::size_t at) const { return words_.list[at].rule; }
    [[nodiscard]] Chunk const& chunk(std::size_t at) const { return chunks_.list[words_.list[at].chunk]; }
    [[nodiscard]] bool is_word(std::size_t at) const {
        return token(at).kind == TokenKind::word || token(at).kind == TokenKind::url;
    }
    /// Whether a word has the field that the grammar gave it.
    [[nodiscard]] bool stands(std::size_t at) const { return fields_[at] == rule(at); }

    void mend(Run run) {
        auto const name = rule(run.first);
        if (name == no_field) return;
        if (name == "archive") keep_keeper(run);
        else if (name == "title") keep_title(run);
        else if (name == "author") keep_author(run);
        else if (name == "issue") keep_issue(run);
        else if (is_level(name)) keep_level(run);
    }

    void restore(Run run) {
        for (auto at = run.first; at < run.last; ++at) fields_[at] = rule(at);
    }

    /// The field that all words of a run have now; none where they have several.
    [[nodiscard]] std::optional<FieldName> field_of(Run run) const {
        std::optional<FieldName> out;
        for (auto at = run.first; at < run.last; ++at) {
            if (!is_word(at)) continue;
            if (out && *out != fields_[at]) return std::nullopt;
            out = fields_[at];
        }
        return out;
    }
    [[nodiscard]] bool has(string_view field) const { return contains(fields_, field); }

    /// "…, CF 1903, Box 254, RG 59, | NACP": a keeper that the tables know, beside a level, where there is no
    /// other.
    void keep_keeper(Run run) {
        bool known = false;
        for (auto at = run.first; at < run.last; ++at)
            known = known || (chunk(at).kind == ChunkKind::archive && chunk(at).phrase &&
                              !chunk(at).phrase->archives().empty());
        if (known && is_beside_level(run) && field_of(run) == no_field && !has("archive") && !names_other())
            restore(run);
    }
    /// "NRA, | Deschatelets Archives, …": a keeper by its name among the levels.
    [[nodiscard]] bool names_other() const {
        for (std::size_t at = 0; at < fields_.size(); ++at)
            if (is_level(fields_[at]) && chunk(at).is(Trait::repository)) return true;
        return false;
    }
    [[nodiscard]] bool is_beside_level(Run run) const {
        auto const before = behind_word(run.first);
        auto behind = run.last;
        while (behind < fields_.size() && !is_word(behind)) ++behind;
        return (before > 0 && is_level(fields_[before - 1])) ||
               (behind < fields_.size() && is_level(fields_[behind]));
    }

    void keep_title(Run run) {
        auto end = run.first;
        while (end < run.last && (!is_word(end) || stands(end))) ++end;
        if (!stands(run.first) || end == run.last) return;
        auto const tail = Run{behind_word(end), run.last};
        auto const now = field_of(tail);
        // "… between Walter Ulbricht and Soviet Ambassador to the GDR, | Mikhail Pervukhin": whose words they
        // are is not told behind a title, nor where it lies without a label.
        bool const foreign = now && (*now == "author" || is_level(*now));
        if (foreign || ((now == no_field || now == "collection-title") && closes_title(tail))) restore(tail);
    }
    /// The token behind the last word before `at`.
    [[nodiscard]] std::size_t behind_word(std::size_t at) const {
        while (at > 0 && !is_word(at - 1)) --at;
        return at;
    }
    /// "South to the Naktong, North to the Yalu | (June–November 1950)": brackets that close a title; with a
    /// comma or a label they tell something of the work: "(Discourses, p. 78)".
    [[nodiscard]] bool closes_title(Run tail) const {
        if (token(tail.first).kind != TokenKind::open) return false;
        auto const close = token(tail.first).match;
        if (close == no_token || close + 1 < words_.first + tail.last) return false;
        for (auto at = tail.first; at < tail.last; ++at)
            if (chunk(at).kind == ChunkKind::level || token(at).is_mark(',')) return false;
        return true;
    }

    /// "William Barker | (Prague)", "Hungarian Embassy | in the Soviet Union", "8th | Cavalry Regiment":
    /// no capital or number of a name is lost; ranks and remarks are none of it: "Colonel Zhang Zeshi
    /// (ret.)".
    void keep_author(Run run) {
        auto kept = run.last, lost = run.last;
        for (auto at = run.first; at < run.last; ++at) {
            if (ends_name(at)) return;
            if (!is_word(at)) continue;
            if (stands(at)) kept = std::min(kept, at);
            else if (fields_[at] != no_field || token(at).is(WordClass::rank)) return;
            else if (lost == run.last && is_of_name(at, kept == run.last)) lost = at;
        }
        if (kept != run.last && lost != run.last) restore({std::min(kept, lost), run.last});
    }
    [[nodiscard]] bool is_of_name(std::size_t at, bool begins) const {
        auto const& it = token(at);
        return it.upper || (begins && it.digits != 0);
    }
    /// What parts two names, or a name from a remark on it.
    [[nodiscard]] bool ends_name(std::size_t at) const {
        auto const& it = token(at);
        if (at + 1 == fields_.size()) return false;
        if (it.kind == TokenKind::open) return is_word(at + 1) && !token(at + 1).upper;
        return it.is_mark(',') || it.is_mark(';') ||
               (it.is_mark('.') && words_.list[at].chunk != words_.list[at + 1].chunk);
    }

    /// "1989:2", "Nr: 88": an issue is no volume.
    void keep_issue(Run run) {
        if (field_of(run) == "volume") restore(run);
    }

    /// "file 468-10, | part 5": a label that is no abbreviation; "p.", "č.", "kn." may be of several levels.
    [[nodiscard]] static bool is_told_in_full(Chunk const& chunk, FieldName level) {
        constexpr std::size_t shortest = 4;
        return chunk.kind == ChunkKind::level && chunk.label.size() >= shortest &&
               (level == "level:part" || level == "level:list" || level == "level:volume");
    }

    void keep_level(Run run) {
        auto const& words = chunk(run.first);
        if (auto const now = field_of(run)) {
            // "F.O., France, Vol. 1377": a department's papers are no keeper.
            bool const department = *now == "archive" && words.is(Trait::department);
            if (department || (is_level(*now) && is_told_in_full(words, rule(run.first)))) restore(run);
            return;
        }
        // "P.P.F. | 6650": a level that no mark parts is one; "Dom. James I. | xvi. 97" has one.
        bool kept = false;
        for (auto at = run.first; at < run.last; ++at) {
            if (token(at).is_mark(',')) return;
            if (!is_word(at)) continue;
            bool const parted = at > run.first && token(at).lower && token(at - 1).is_mark('.');
            if (parted || !is_level(fields_[at])) return;
            kept = kept || stands(at);
        }
        if (kept) restore(run);
    }

    CitationWords const& words_;
    Chunks const& chunks_;
    std::vector<FieldName>& fields_;
};

}  // namespace

void mend_fields(CitationWords const& words, Chunks const& chunks, std::vector<FieldName>& fields) {
    mend_titles(words, chunks, fields);
    FieldMender(words, chunks, fields).mend();
}

}  // namespace fonds
