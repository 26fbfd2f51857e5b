// Whether a bracket holds an archival reference, or the document that was found at one.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {

using std::string_view;

/// "d. 1600, ll. 7–9 (A. F. Koni to V. I. Ger'e, 2 January 1901)": behind file or leaves a bracket tells the
/// document.
bool Chunker::holds_document(std::uint32_t first, std::uint32_t last) const {
    if (out_.list.empty() || last - first < 2) return false;
    auto const& before = out_.list.back();
    // "RGASPI, 558/11/769, 1–3 (Stalin to Molotov, 5 Aug. 1933)": numbers without labels, and shelf marks.
    if ((run_ != no_token || before.kind == ChunkKind::number) && token(at_ - 1).digits)
        return is_at_archive() && token(first).upper && is_sent(first, last) && ends_in_date(first, last);
    if (run_ != no_token || before.kind != ChunkKind::level || !before.phrase) return false;
    auto const& label = before.phrase->meanings().front();
    auto const& head = token(first);
    auto const form = find(first, mask(WordClass::genre));
    auto const& behind = token(first + form.size);
    // "(note de Kujbyšev à Rykov)", "(telegram from Eikhe to Stalin)", and no "(note 4)".
    bool const sent_form = form.phrase && behind.lower && is_sent(first + form.size, last);
    if (head.kind != TokenKind::word || head.digits || head.is(WordClass::month) ||
        head.is(WordClass::season) || (head.is(WordClass::label) && !sent_form))
        return false;
    // A name and a date, or a form of paper with its date; not a remark.
    bool const dated = std::any_of(out_.tokens.begin() + first, out_.tokens.begin() + last,
                                   [](Token const& token) { return token.digits; });
    // "k. 45 (raport Lipskiego do Becka z 12 XI 1938 r.)": a form in small letters, who wrote to whom.
    bool const leaf = label == "leaf" || label == "folio";
    if (leaf && head.lower && form.phrase && ends_in_date(first, last) &&
        std::any_of(out_.tokens.begin() + first, out_.tokens.begin() + last,
                    [](Token const& token) { return token.lower && token.is(WordClass::direction); }))
        return true;
    if (label == "delo" || label == "list")
        return (dated && form.phrase) || sent_form || (head.upper && ends_in_date(first, last));
    // Volumes and pages are a book's too: there only a letter or a form of paper is told so.
    bool const of_book = label == "volume" || label == "page" || label == "part" || label == "note" ||
                         label == "chapter" || label == "column" || label == "paragraph";
    return !of_book && ends_in_date(first, last) && (form.phrase || (head.upper && is_sent(first, last)));
}

/// Whether the citation that goes on here names an archive or a record group before.
bool Chunker::is_at_archive() const {
    for (auto chunk = out_.list.rbegin(); chunk != out_.list.rend(); ++chunk) {
        if (chunk->kind == ChunkKind::stop || chunk->kind == ChunkKind::semicolon) return false;
        if (chunk->kind == ChunkKind::archive || chunk->means("record-group")) return true;
    }
    return false;
}

/// "Lampson to Simon", "Natorp an Görland".
bool Chunker::is_sent(std::uint32_t first, std::uint32_t last) const {
    constexpr std::array prepositions = {string_view{"to"}, string_view{"an"}, string_view{"à"},
                                         string_view{"к"}};
    for (auto at = first + 1; at + 1 < last; ++at)
        if (contains(prepositions, word(at)) && (token(at + 1).upper || word(at) == "an")) return true;
    return false;
}

/// Whether a date, with a comma or "vom" before it, ends the tokens [first, last).
bool Chunker::ends_in_date(std::uint32_t first, std::uint32_t last) const {
    for (auto at = first + 1; at + 1 < last; ++at)
        if (mark(at, ',') || (token(at).lower && token(at).is(WordClass::date_lead)))
            if (auto const read = read_date(out_.tokens, out_.text, at + 1); read && read->end == last)
                return true;
    return false;
}

/// Whether a bracket holds an archival reference, an ibid. or an address.
bool Chunker::holds_reference(std::uint32_t first, std::uint32_t last) const {
    if (token(first).is(WordClass::ibid) && !are_dotted_capitals(first)) return true;
    if (begins_with_keeper(first, last) || begins_with_keeper_of_town(first, last)) return true;
    bool paper = false, keeper = false;
    for (auto at = first; at < last; ++at) {
        auto const& item = token(at);
        if (item.kind == TokenKind::url) return true;
        if (paper && day_follows(at)) return true;  // "(Washington Post, March 19, 1975)"
        paper = paper || (item.upper && item.is(WordClass::newspaper));
        if (item.kind != TokenKind::word) continue;
        keeper = keeper || (item.upper && lexicon_.tongue_by_ending(fold_word(word(at))) == "de");
        if (is_document_volume(first, at, last) || is_archive_in_bracket(first, at, last) ||
            is_page_behind_writer(first, at, last) || is_archival_level(at, last, keeper))
            return true;
        bool const behind_mark = at > first && token(at - 1).kind == TokenKind::mark;
        if (keeper && behind_mark && is_code_of_keeper(at, last)) return true;
        if (at > first && !behind_mark && names_papers_whole(at, last)) return true;
    }
    return false;
}

/// "(memorandum, 27 November 1941, FRUS 1941, 4:673)": letters of a series, and its page at the end.
bool Chunker::is_document_volume(std::uint32_t first, std::uint32_t at, std::uint32_t last) const {
    return token(at).all_upper && token(at).is(WordClass::docvolume) && at + 2 < last &&
           token(last - 1).digits && (at == first || mark(at - 1, ','));
}

/// "(ed. Toms, NARA, RG 59)", "(vgl. StABE A II 204)": an archive at the beginning, behind a mark or a
/// signal, whose name ends at a mark or goes on with a shelfmark; an archive alone may be anything's maker.
bool Chunker::is_archive_in_bracket(std::uint32_t first, std::uint32_t at, std::uint32_t last) const {
    bool const led =
        at == first || token(at - 1).kind == TokenKind::mark || token(at - 1).is(WordClass::signal);
    if (!led || !token(at).upper) return false;
    auto const archive = find(at, mask(WordClass::archive));
    auto const end = at + archive.size;
    if (!archive.phrase || end > last) return false;
    bool const whole = (end == last || at_boundary(end)) && (end < last || at > first);
    constexpr std::size_t shortest = 3;
    return whole || (is_shelfmark_ahead(end, last) && token(at).span.size() >= shortest);
}

/// "(Karl Barth-Archiv Basel, KBA 9234.123)": at a word, a shelfmark and no month with its year.
bool Chunker::is_code_of_keeper(std::uint32_t at, std::uint32_t last) const {
    return !token(at).digits && is_shelfmark_ahead(at, last) && !token(at).is(WordClass::month) &&
           at + 1 < last && !is_year(word(at + 1));
}

/// "(vgl. Rolleder, S. 158; …)": behind a signal, the page of a work known by its writer's name.
bool Chunker::is_page_behind_writer(std::uint32_t first, std::uint32_t at, std::uint32_t last) const {
    return at > first + 2 && token(first).is(WordClass::signal) && word(at) == "S" && mark(at - 1, ',') &&
           mark(at + 1, '.') && at + 2 < last && token(at + 2).digits && names_writer(at - 2);
}

/// "(box 4)", "(RG 59)": the label of an archival level and its value. `keeper`: behind a German keeper's
/// name signatures and leaves are an archive's too.
bool Chunker::is_archival_level(std::uint32_t at, std::uint32_t last, bool keeper) const {
    constexpr std::array levels = {string_view{"box"},  string_view{"folder"}, string_view{"record-group"},
                                   string_view{"fond"}, string_view{"carton"}, string_view{"container"},
                                   string_view{"opis"}};
    auto const& label = token(at);
    bool const month = label.upper && label.is(WordClass::month);  // "Apr. 1999"
    if (month || !label.is(WordClass::label) || label.phrase->meanings().empty()) return false;
    auto const& meaning = label.phrase->meanings()[0];
    bool const archival =
        contains(levels, meaning) || (keeper && (meaning == "signature" || meaning == "leaf"));
    auto const value = mark(at + 1, '.') || mark(at + 1, ':') ? at + 2 : at + 1;
    if (!(archival || meaning == "fascicle") || value >= last || token(value).kind != TokenKind::word)
        return false;
    // "(PolA AA)": the letters of an archive are a label as well.
    bool const worded = archival && !label.is(WordClass::archive);
    return token(value).digits || (worded && token(value).upper);
}

/// "(StAZH A 123.5, Nr. 302)", "(vgl. StABE A II 204)": a shelfmark at once behind the keeper's letters.
bool Chunker::is_shelfmark_ahead(std::uint32_t at, std::uint32_t last) const {
    constexpr std::size_t longest = 4;  // letters of a holding
    if (at >= last || token(at).kind != TokenKind::word || !token(at).upper) return false;
    for (auto const end = std::min(last, at + 3); at < end; ++at) {
        auto const& item = token(at);
        if (item.kind != TokenKind::word || !(item.upper || item.digits)) return false;
        if (item.digits) return true;
        if (word(at).size() > longest) return false;
    }
    return false;
}

/// Whether the word at `at` may be a family's name, and no word for a part of a book.
bool Chunker::names_writer(std::uint32_t at) const {
    auto const& item = token(at);
    return item.kind == TokenKind::word && item.upper && !item.digits && !item.all_upper &&
           !item.is(WordClass::label) && count_code_points(word(at)) > 3;
}

/// "(Salisbury Papers, A 12)", "(Place MSS., vol. 4)", "(Hardwicke MSS.)": the noun that ends the name of
/// papers; behind "Papers" alone a title may go on.
bool Chunker::names_papers_whole(std::uint32_t at, std::uint32_t last) const {
    if (word(at) == "Papers") return at + 1 < last && mark(at + 1, ',');
    auto const behind = mark(at + 1, '.') ? at + 2 : at + 1;
    return word(at) == "MSS" && (behind == last || mark(behind, ','));
}

/// "(UB Heidelberg, Heid. Hs. 3820, 302)": the letters of a keeper and its town, and a number at the end.
bool Chunker::begins_with_keeper_of_town(std::uint32_t first, std::uint32_t last) const {
    auto const& letters = token(first);
    return letters.all_upper && letters.is(WordClass::keeper_head) && first + 4 < last &&
           token(first + 1).upper && mark(first + 2, ',') && token(last - 1).digits &&
           !is_year(word(last - 1));
}

/// "(MS. Arch. Gen. de Indias, Seville, 90-3-18)": a keeper by the words that such names are made of, and a
/// number of its own behind a comma.
bool Chunker::begins_with_keeper(std::uint32_t first, std::uint32_t last) const {
    auto const& head = token(first);
    bool const manuscript =
        head.is(WordClass::label) && head.phrase && head.phrase->meanings().front() == "signature";
    auto const name = !manuscript ? first : mark(first + 1, '.') ? first + 2 : first + 1;
    if (name >= last || !token(name).upper) return false;
    auto const keeper = find(name, mask(WordClass::repository));
    auto const end = mark(last - 1, '.') ? last - 1 : last;
    auto const& number = token(end - 1);
    return keeper.phrase && keeper.size > 1 && number.digits && !is_year(word(end - 1)) &&
           std::any_of(out_.tokens.begin() + name + keeper.size, out_.tokens.begin() + last,
                       [](Token const& token) { return token.is_mark(','); });
}

}  // namespace fonds
