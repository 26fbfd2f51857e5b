// Levels whose value is no number: shelfmarks of manuscripts, papers in a library, fonds by their names.

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"

namespace fonds {

/// "fond CC al PCR – Cancelarie", "Phông Phủ Thủ tướng", "f. KSČ – Ústřední výbor 1945–1989": a fond by its
/// name.
bool Chunker::named_fond(Phrase const& label, std::uint32_t next) {
    constexpr std::uint32_t longest_name = 14;
    auto const& first = token(next);
    if (run_ != no_token || first.kind != TokenKind::word || !first.upper || first.digits) return false;
    if (token(at_).is(WordClass::in)) return false;  // "dans: Nationalism in Europe"
    auto end = element_end(next);
    // "f. KSČ-ÚV – AN II (1261/0/44)": the number of a fond behind its name.
    if (auto const& close = token(end - 1); close.kind == TokenKind::close && close.match != no_token &&
                                            close.match > next + 1 && token(end - 2).digits)
        end = close.match;
    bool digits = false;
    for (auto at = next; at < end; ++at)
        digits =
            digits || (token(at).digits && !(at > next && first.span.size() > 1 && names_years(word(at))));
    if (digits || end - next > longest_name) return false;
    auto& chunk = add(ChunkKind::level, at_, end);
    chunk.phrase = &label;
    chunk.label = {token(chunk.first).span.begin, token(next - 1).span.end};
    chunk.inner = {first.span.begin, token(end - 1).span.end};
    // "fond MNO 1968": letters and a year tell a fond as a number does.
    if (first.all_upper && end == next + 2 && token(next + 1).digits) chunk.set(Trait::digits);
    at_ = end;
    return true;
}

/// "MSS. Brit. Emp. S. 22", "MS 115": the whole element is the shelfmark.
bool Chunker::shelfmark(Phrase const& label, std::uint32_t next) {
    // "Add. MSS., 34454": a comma between the papers cut short and their number.
    if (mark(next, ',') && token(next + 1).number && run_ != no_token && at_ == run_ + 2) ++next;
    auto end = element_end(next);
    // "Aut. XXIII, 89": a box in Roman numerals, and the number in it.
    if (token(next).roman && end == next + 1 && mark(end, ',') && token(end + 1).number &&
        (at_boundary(end + 2) || at_boundary(end + 3)))
        end = element_end(end + 1);
    // "Carlisle MSS J18/20: GD to Lady Georgiana": the document behind its place.
    for (auto at = next + 1; at + 1 < end; ++at)
        if (mark(at, ':') && token(at - 1).digits && token(at + 1).space_before && token(at + 1).upper)
            end = at;
    constexpr std::uint32_t longest_shelfmark = 10;
    bool digits = false;
    for (auto at = next; at < end; ++at) digits = digits || token(at).digits;
    if (!digits || end - next > longest_shelfmark) return false;
    auto first = at_;
    auto const label_first = at_;
    absorb_run(label, first);
    auto& chunk = add(ChunkKind::level, first, end);
    chunk.phrase = &label;
    chunk.label = {token(label_first).span.begin, token(next - 1).span.end};
    chunk.inner = chunk.span;
    chunk.set(Trait::digits);
    at_ = end;
    return true;
}

/// "AL MSS DLC", "Chase MSS, PHi": papers, and the letters by which libraries know the one that keeps them.
bool Chunker::papers_of_library(std::uint32_t library) {
    auto const found = find(library, mask(WordClass::archive));
    if (run_ == no_token || !found.phrase || !at_boundary(library + found.size)) return false;
    at_ = library;
    end_run();
    add(ChunkKind::archive, library, library + found.size).phrase = found.phrase;
    at_ = library + found.size;
    return true;
}

/// "MSS. Brit. Emp. S. 22", "AL MSS DLC", "SNA, f. ÚV KSS – Predsedníctvo": levels whose value is no number.
bool Chunker::named_level(LevelLabel const& label) {
    auto const& head = token(at_);
    if (label.meaning() == "signature") {
        if (papers_of_library(label.next)) return true;
        // "bMS Am 1094 (22)": a box of manuscripts at Harvard.
        bool const manuscript = label.written == "Mss" || label.written == "MSS" ||
                                label.written.ends_with("MS") || label.written == "Ms" ||
                                (label.written == "ms" && label.dotted) || label.written == "Hs" ||
                                label.written == "Hss" ||
                                (label.dotted && (label.written == "Cod" || label.written == "Mscr" ||
                                                  label.written == "Autogr" || label.written == "Aut"));
        // "Heid. Hs. 2600 III A-311": the library's name cut short before it.
        bool const named = label.inside && at_ == run_ + 2 && mark(at_ - 1, '.');
        if ((head.all_upper || (manuscript && (!label.inside || named))) &&
            shelfmark(label.phrase, label.next))
            return true;
    }
    if (!means(label.phrase, "fond")) return false;
    // A single letter names a fond behind an archive.
    auto const before = label.dotted && head.lower ? before_comma_and_letters() : nullptr;
    bool const behind_archive = before && (before->kind == ChunkKind::archive ||
                                           before->is(Trait::repository) || before->is(Trait::place));
    return (!label.brief || (behind_archive && count_code_points(label.written) == 1)) &&
           named_fond(label.phrase, label.next);
}

}  // namespace fonds
