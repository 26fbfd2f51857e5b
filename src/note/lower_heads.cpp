// Heads of letters and described documents: who wrote to whom, what form of paper it is, what it is called.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/lowerer.hpp"

namespace fonds {

using std::string_view;

namespace {

/// "Hupperts" of "Bericht Prof. Hupperts": the genitive of a family name that ends in a consonant.
void drop_genitive(std::string& family) {
    constexpr string_view before = "bdfghklmnprtvwz";
    if (family.size() > 4 && family.back() == 's' &&
        before.find(family[family.size() - 2]) != string_view::npos)
        family.pop_back();
}

}  // namespace

void Lowerer::head(Part const& part) {
    auto first = at(part.first).first;
    auto last = at(part.last - 1).last;
    if (at(part.last - 1).kind == ChunkKind::aside && part.last - part.first > 1)
        last = at(part.last - 2).last;
    std::uint32_t to = no_token;
    for (auto i = part.first; i < part.last; ++i)
        if (at(i).to != no_token && to == no_token) to = at(i).to;
    for (auto i = part.first; i < part.last; ++i)
        if (at(i).kind == ChunkKind::date && candidate.family != Family::record) inner_date(at(i));
    if (enclosed(part, first, last)) return;
    bool const letter =
        to != no_token &&
        (candidate.family == Family::letter || candidate.family == Family::location ||
         candidate.family == Family::letter_in_volume || candidate.family == Family::short_form);
    if (letter && letter_head(first, to, last)) return;
    if (candidate.family == Family::described_document && interview(first, last)) return;
    described(part, first, last);
}

/// "Handschreiben v. 24. 11. 1917 die Errichtung …": the document's date inside its description.
void Lowerer::inner_date(Chunk const& chunk) {
    if (!item().dates.find(Variable::issued)) set_date(Variable::issued, chunk);
}

/// "X to Y", "X telegram to Y", "Letter from X to Y": who wrote to whom, and the word for the form.
bool Lowerer::letter_head(std::uint32_t first, std::uint32_t to, std::uint32_t last) {
    if (addressed(first, last)) return true;
    auto author_first = first, author_last = to;
    while (author_last > author_first &&
           (token(author_last - 1).is_mark(',') || token(author_last - 1).is_mark('.'))) {
        if (token(author_last - 1).is_mark('.') && author_last - author_first > 1 &&
            count_code_points(word(author_last - 2)) <= 3)
            break;
        --author_last;
    }
    // "Telegram 1214 from the Embassy in Cairo to …": the number stands before.
    if (auto const* head = candidate.find(Role::head);
        head && at(head->first).first == first && at(head->first).is(Trait::sender))
        ++author_first;
    // "Letter from X to Y".
    for (auto i = first; i + 1 < author_last && i < first + 5; ++i)
        if (token(i).kind == TokenKind::word && (word(i) == "of" || token(i).is(WordClass::memo_from)) &&
            token(i).lower && i > first && has_genre(first, i)) {
            if (i - first > 4) return false;
            genre(first, i);
            author_first = i + 1;
            break;
        }
    // "Report on … to the Central Committee": a description, no writer.
    if (author_first == first && token(first).is(WordClass::genre) && author_last - author_first > 1) {
        // "Telegram Smith to Jones".
        bool const elided = word(first + 1).starts_with('d') && word(first + 1).size() > 3;  // "d’Argenlieu"
        if ((!token(first + 1).upper && !elided) || token(first + 1).is(WordClass::genre)) return false;
        genre(first, first + 1);
        ++author_first;
    }
    // "William Bullitt telegram to …", "John B. Stanley, Memorandum to …".
    if (author_last > author_first + 1 && token(author_last - 1).is(WordClass::genre) &&
        (token(author_last - 1).lower || token(author_last - 2).is_mark(','))) {
        genre(author_last - 1, author_last);
        --author_last;
        if (token(author_last - 1).is_mark(',')) --author_last;
        if (token(author_last - 1).kind == TokenKind::word && word(author_last - 1).ends_with("'s"))
            return false;
    }
    // "Letter to Colonel William Duane": only the form before the addressee.
    auto forms = author_first;
    while (forms < author_last && token(forms).is(WordClass::genre)) ++forms;
    if (forms == author_last && forms > author_first) {
        genre(author_first, author_last);
        author_last = author_first;
    }
    for (auto i = author_first; i < author_last; ++i)
        if (token(i).is_mark(',') && is_section_of_office(author_first, i, author_last)) {
            office(Variable::author, author_first, author_last);
            recipient(to + 1, last);
            return true;
        }
    // A place of writing stands behind a comma: "James Hook, Sierra Leone, to Lord Palmerston".
    for (auto i = author_first; i < author_last; ++i)
        if (token(i).is_mark(',') && !token(author_first).is_mark('[') &&
            token(author_first).kind == TokenKind::word && reads_as_names(low.chunks, author_first, i)) {
            author_last = i;
            break;
        }
    if (author_last > author_first) names(Variable::author, author_first, author_last);
    recipient(to + 1, last);
    return true;
}

/// An office, its commas included: "ACofS, G-3", "Division Directors, Office of Space Science".
void Lowerer::office(Variable variable, std::uint32_t first, std::uint32_t last) {
    auto const span = trimmed(low.chunks.text, {token(first).span.begin, token(last - 1).span.end});
    Name name;
    name.literal = text(span);
    item().names.set(variable, Names{std::move(name)});
    low.field(std::string(to_string(variable)), span);
}

/// "ACofS, G-3": letters for an office, and those of its section behind the comma at `comma`.
bool Lowerer::is_section_of_office(std::uint32_t first, std::uint32_t comma, std::uint32_t last) const {
    if (comma - first != 1 || comma + 2 != last || !token(first).upper) return false;
    auto const letters = word(first);
    auto const capitals =
        std::count_if(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return capitals >= 2 && (token(last - 1).all_upper || token(last - 1).digits);
}

void Lowerer::recipient(std::uint32_t first, std::uint32_t last) {
    // "Division Directors, Office of Space Science": an office within an office is one addressee.
    auto const names_office = [&](std::uint32_t from, std::uint32_t until) {
        for (auto i = from; i < until; ++i)
            if (token(i).upper && token(i).is(WordClass::institution) && !token(i).is(WordClass::rank))
                return true;
        return false;
    };
    for (auto i = first; i < last; ++i) {
        // "(Dem., Mo.)", ", conveying a message": remarks on the letter.
        bool const remark = token(i).kind == TokenKind::open || token(i).is_mark(',');
        if (remark && i > first && token(i).is_mark(',') && names_office(first, i) &&
            names_office(i + 1, last) && !reads_as_names(low.chunks, first, i)) {
            return office(Variable::recipient, first, last);
        }
        if (remark && i > first) {
            last = i;
            break;
        }
    }
    // "Majláth an Belcredi v. 2. 2. 1866": the preposition belongs to the date.
    while (last > first + 1 &&
           (word(last - 1) == "v" || word(last - 1) == "vom" || word(last - 1) == "dated" ||
            token(last - 1).is_mark('.')) &&
           (word(last - 1) != "." || word(last - 2) == "v"))
        --last;
    if (last > first) names(Variable::recipient, first, last);
}

/// "Charles Stuart Kennedy interview with Francis McNamara", "Interview with X, conducted by Y", "Anne
/// Braden, telephone interview by author", "Clark Clifford oral history interview, by Jerry N. Hess": who was
/// asked, and by whom.
bool Lowerer::interview(std::uint32_t first, std::uint32_t last) {
    auto noun = first;
    while (noun < last && !names_interview(noun, first)) ++noun;
    if (noun == last) return false;
    if (asked_by_name(noun, last)) return true;
    auto form = noun;
    while (form > first && is_way_of_asking(form - 1)) --form;
    auto before = form;
    while (before > first && (token(before - 1).is_mark(',') || token(before - 1).lower)) --before;

    auto asked = noun + 1;
    if (asked < last && token(asked).is_mark(',')) ++asked;
    bool const with = (word(asked) == "with" || word(asked) == "of") && asked + 1 < last;
    auto asked_end = asked;
    while (asked_end < last && !token(asked_end).is_mark(',') &&
           !(asked_end > asked && (word(asked_end) == "by" || word(asked_end) == "conducted")))
        ++asked_end;
    bool const names_asked = with && word(asked + 1) != "the" && word(asked + 1) != "author";
    if (!names_asked && !reads_as_names(low.chunks, first, before)) return false;
    if (!with && asked == noun + 1 && asked < last && word(asked) != "by" && word(asked) != "conducted")
        return false;

    item().type = ItemType::interview;
    low.set(Variable::genre, {token(form).span.begin, token(noun).span.end});
    if (names_asked) names(Variable::author, asked + 1, asked_end);
    else names(Variable::author, first, before);
    // "Author's interview with …" names nobody.
    bool const anonymous = fold_word(word(first)).starts_with("author");
    if (names_asked && before > first && !anonymous) names(Variable::interviewer, first, before);
    for (auto by = noun + 1; by + 1 < last; ++by)
        if (word(by) == "by") {
            interviewer(by + 1, last);
            break;
        }
    return true;
}

/// "interview", "Interv"; a conversation only where it is held "with" somebody and begins the citation.
bool Lowerer::names_interview(std::uint32_t at, std::uint32_t first) const {
    auto const folded = fold_word(word(at));
    return folded == "interview" || folded == "interviews" || folded == "interv" ||
           (folded == "conversation" && at == first && word(at + 1) == "with");
}

/// "Interview, T. H. Baker with Edward C. Welsh": who asked, then who was asked.
bool Lowerer::asked_by_name(std::uint32_t noun, std::uint32_t last) {
    if (noun + 3 >= last || !token(noun + 1).is_mark(',')) return false;
    auto with = noun + 2;
    while (with < last && word(with) != "with") ++with;
    if (with + 1 >= last || !reads_as_names(low.chunks, noun + 2, with)) return false;
    item().type = ItemType::interview;
    low.set(Variable::genre, token(noun).span);
    bool const by_author = fold_word(word(with + 1)) == "the" || fold_word(word(with + 1)) == "author";
    if (by_author) names(Variable::author, noun + 2, with);
    if (!by_author) {
        names(Variable::interviewer, noun + 2, with);
        names(Variable::author, with + 1, last);
    }
    return true;
}

/// "telephone interview", "oral history interview": how the questions were put.
bool Lowerer::is_way_of_asking(std::uint32_t at) const {
    constexpr std::array ways = {
        std::string_view{"oral"},  std::string_view{"history"},    std::string_view{"telephone"},
        std::string_view{"phone"}, std::string_view{"personal"},   std::string_view{"e-mail"},
        std::string_view{"email"}, std::string_view{"taped"},      std::string_view{"recorded"},
        std::string_view{"video"}, std::string_view{"transcript"}, std::string_view{"of"}};
    return std::find(ways.begin(), ways.end(), fold_word(word(at))) != ways.end();
}

void Lowerer::interviewer(std::uint32_t first, std::uint32_t last) {
    for (auto i = first; i < last; ++i)
        if (token(i).is_mark(',')) last = i;
    if (last <= first || word(last - 1) == "author" || word(first) == "the") return;
    names(Variable::interviewer, first, last);
}

/// "Memorandum for the President from the Secretary of Defense": the addressee before the writer.
bool Lowerer::addressed(std::uint32_t first, std::uint32_t end) {
    auto to = first;
    while (to < end && token(to).is(WordClass::genre)) ++to;
    if (to == first || to + 3 >= end || !(word(to) == "for" || word(to) == "to")) return false;
    auto from = to + 2;
    while (from < end && word(from) != "from") ++from;
    if (from + 1 >= end || word(to + 1) == "file" || word(to + 1) == "record") return false;
    auto const without_article = [&](std::uint32_t at) { return word(at) == "the" ? at + 1 : at; };
    auto const addressee = without_article(to + 1), writer = without_article(from + 1);
    if (addressee >= from || writer >= end || !token(addressee).upper || !token(writer).upper) return false;
    genre(first, to);
    names(Variable::recipient, addressee, from);
    names(Variable::author, writer, end);
    return true;
}

namespace {
/// "Bundeskanzleramtes", "Ministeriums": an office in the genitive as it is called.
std::string nominative(string_view office) {
    struct Ending {
        string_view genitive, nominative;
    };
    constexpr std::array endings = {Ending{"amtes", "amt"},        Ending{"amts", "amt"},
                                    Ending{"iums", "ium"},         Ending{"ministers", "minister"},
                                    Ending{"kanzlers", "kanzler"}, Ending{"kabinetts", "kabinett"}};
    for (auto const& ending : endings)
        if (office.ends_with(ending.genitive) && office != ending.genitive)
            return concat(office.substr(0, office.size() - ending.genitive.size()), ending.nominative);
    return std::string(office);
}
}  // namespace

/// "Telegramm des BMF", "Schreiben des RFM an den StSRkei": an office by its letters, in the genitive.
bool Lowerer::written_by_office(std::uint32_t first, std::uint32_t end) {
    auto at = first;
    if (word(at) == "Das" || word(at) == "Die" || word(at) == "Der" || word(at) == "das" ||
        word(at) == "die" || word(at) == "der")
        ++at;
    auto const form = at;
    while (at < end && token(at).is(WordClass::genre)) ++at;
    if (at == form || at + 1 >= end || !(word(at) == "des" || word(at) == "der")) return false;
    auto const writer = at + 1;
    auto const office = nominative(word(writer));
    bool const abbreviated = has_upper_after(word(writer), 1) && !token(writer).digits;
    if (!abbreviated && office == word(writer)) return false;
    bool const addressed =
        writer + 3 < end && word(writer + 1) == "an" && token(writer + 3).upper &&
        (word(writer + 2) == "den" || word(writer + 2) == "die" || word(writer + 2) == "das");
    if (writer + 1 != end && !addressed) return false;
    genre(form, at);
    Name name;
    name.literal = office;
    item().names.set(Variable::author, {std::move(name)});
    low.field(std::string(to_string(Variable::author)), token(writer).span);
    if (addressed) names(Variable::recipient, writer + 3, end);
    low.settled.push_back({token(first).span.begin, token(end - 1).span.end});
    return true;
}

void Lowerer::described(Part const& part, std::uint32_t first, std::uint32_t last) {
    auto span = trimmed(low.chunks.text, {token(first).span.begin, token(last - 1).span.end});
    if (candidate.family == Family::record) return record_head(part, first, last);
    // "report of 22 October": the word for the form alone.
    auto end = last;
    while (end > first + 1 &&
           (word(end - 1) == "of" || word(end - 1) == "dated" || word(end - 1) == "v" ||
            word(end - 1) == "vom" || token(end - 1).is_mark('.') || token(end - 1).is_mark(',') ||
            word(end - 1) == "für" || word(end - 1) == "for" || word(end - 1) == "от" ||
            word(end - 1) == "за" || word(end - 1) == "on" || word(end - 1) == "am" || word(end - 1) == "du"))
        --end;
    if (office_and_paper(first, end)) return;
    // "…, Moskva": the place of writing.
    if (part.last - part.first >= 3 && at(part.last - 1).is(Trait::place) &&
        at(part.last - 2).kind == ChunkKind::comma) {
        end = at(part.last - 2).first;
        last = end;
    }
    // "CM (56) 74th Conclusions": a paper known by its number.
    if (is_number_of_paper(first, end))
        return low.set(Variable::number,
                       trimmed(low.chunks.text, {token(first).span.begin, token(end - 1).span.end}));
    if (press_release(part, first) || addressed(first, end) || written_by_office(first, end)) return;
    std::uint32_t lower_words = 0, words = 0;
    for (auto i = first; i < end; ++i)
        if (token(i).kind == TokenKind::word) {
            ++words;
            lower_words += token(i).lower && !token(i).is(WordClass::genre) ? 1U : 0U;
        }
    // "letter from Burgess".
    for (auto i = first; i < end && i < first + 4; ++i)
        if ((word(i) == "from" || word(i) == "by" || word(i) == "von") && i > first && has_genre(first, i) &&
            reads_as_names(low.chunks, i + 1, end)) {
            genre(first, i);
            return names(Variable::author, i + 1, end);
        }
    // "Aaronsohn, Diary, March 21, 1918": what a diary is called.
    if (words == 1 && word(first) == "Diary") {
        if (item().text(Variable::title).empty()) low.set(Variable::title, token(first).span);
        return;
    }
    if (paper_of_person(first, end)) {
        low.settled.push_back({token(first).span.begin, token(end - 1).span.end});
        return;
    }
    // Behind the reference "Cabinet Conclusions" names the paper; before it, its form.
    bool const named = behind_reference() && !token(first).is(WordClass::genre);
    if (words <= 3 && has_genre(first, end) && lower_words <= 1 && token(end - 1).is(WordClass::genre) &&
        !named) {
        auto begin = first;
        if (words > 1 && (word(first) == "unsigned" || word(first) == "undated" || word(first) == "his" ||
                          word(first) == "the"))
            begin = first + 1;
        return genre(begin, end);
    }
    if (words == 1 && token(first).is(WordClass::genre)) return genre(first, end);
    if (candidate.family == Family::described_document && reads_as_names(low.chunks, first, end) &&
        words <= 4 && words >= 2 && !has_genre(first, end) && item().names.find(Variable::author) == nullptr)
        return names(Variable::author, first, end);
    // "Charlotte Pilkington, Rio de Janeiro": a writer and the place of writing.
    for (auto i = first; i < end; ++i)
        if (token(i).is_mark(',') && reads_as_names(low.chunks, first, i) && i - first >= 2 &&
            !has_genre(first, end) && reads_as_names(low.chunks, i + 1, end))
            return names(Variable::author, first, i);
    if (item().text(Variable::title).empty())
        low.set(
            Variable::title,
            {span.begin, trimmed(low.chunks.text, {token(first).span.begin, token(end - 1).span.end}).end});
}

/// "Report of Leslie A. Davis", "Miss Alma Johanson's Report": the form of a paper and whose it is.
bool Lowerer::paper_of_person(std::uint32_t first, std::uint32_t end) {
    if (end - first < 3 || fold_word(word(first)) == "diary") return false;
    auto const is_person = [&](std::uint32_t from, std::uint32_t until) {
        bool const titled = token(from).is(WordClass::rank) && until - from > 1;
        bool initial = false;
        for (auto i = from; i + 1 < until; ++i)
            initial = initial || (token(i + 1).is_mark('.') && count_code_points(word(i)) == 1);
        return reads_as_names(low.chunks, from, until) && (titled || initial);
    };
    if (token(first).is(WordClass::genre) && (word(first + 1) == "of" || word(first + 1) == "by") &&
        is_person(first + 2, end)) {
        genre(first, first + 1);
        names(Variable::author, first + 2, end);
        return true;
    }
    // "Bericht Prof. Hupperts": a title of rank, then the name in the genitive.
    if (token(first).is(WordClass::genre) && token(first + 1).is(WordClass::rank) && token(first + 1).upper &&
        reads_as_names(low.chunks, first + 1, end)) {
        genre(first, first + 1);
        names(Variable::author, first + 1, end);
        if (auto* author = item().names.find(Variable::author); author && !author->empty())
            drop_genitive(author->back().family);
        return true;
    }
    auto const owner = word(end - 2);
    for (std::string_view const sign : {"'s", "\u2019s"}) {
        if (!token(end - 1).is(WordClass::genre) || !owner.ends_with(sign) || !is_person(first, end - 1))
            continue;
        genre(end - 1, end);
        names(Variable::author, first, end - 1);
        auto* author = item().names.find(Variable::author);
        for (auto* part : {&author->back().family, &author->back().literal})
            if (part->ends_with(sign)) part->resize(part->size() - sign.size());
        low.citation.fields.back().span.end -= sign.size();
        return true;
    }
    return false;
}

/// "Hungarian Embassy in the DPRK, report", "Egypt Committee, minutes of first meeting": an office and its
/// paper.
bool Lowerer::office_and_paper(std::uint32_t first, std::uint32_t end) {
    for (auto i = end; i > first + 1; --i) {
        if (!token(i - 1).is_mark(',')) continue;
        if (end - i <= 3 && has_genre(i, end)) {
            // "Aaronsohn, Diary": what a diary is called, no form that stands apart.
            if (end - i == 1 && word(i) == "Diary") low.set(Variable::title, token(i).span);
            else genre(i, end);
            names(Variable::author, first, i - 1);
            return true;
        }
        bool office = false;
        for (auto at = first; at + 1 < i; ++at)
            office = office || (token(at).is(WordClass::institution) && token(at).upper);
        if (office && !has_genre(first, i) && token(i).is(WordClass::genre) && token(i).lower) {
            names(Variable::author, first, i - 1);
            low.set(Variable::title,
                    trimmed(low.chunks.text, {token(i).span.begin, token(end - 1).span.end}));
            return true;
        }
    }
    return false;
}

bool Lowerer::behind_reference() const {
    auto const* place = candidate.find(Role::location);
    auto const* head = candidate.find(Role::head);
    return place && head && place->first < head->first;
}

bool Lowerer::is_number_of_paper(std::uint32_t first, std::uint32_t end) const {
    bool digits = false;
    std::uint32_t words = 0;
    for (auto i = first; i < end; ++i) {
        if (token(i).kind != TokenKind::word) continue;
        ++words;
        digits = digits || token(i).digits;
        if (token(i).lower && !token(i).digits) return false;
    }
    return digits && words >= 2 && words <= 6 && token(first).all_upper;
}

/// "Department of State Press Release No. 78": the office, the form and its number.
bool Lowerer::press_release(Part const& part, std::uint32_t first) {
    auto const& last = at(part.last - 1);
    (void)last;
    auto const phrase = fold_word(text(span_of(part)));
    auto const found = phrase.find("press release");
    if (found == std::string::npos) return false;
    for (auto i = first; i < at(part.last - 1).last; ++i)
        if (fold_word(word(i)) == "press") {
            genre(i, std::min(i + 2, at(part.last - 1).last));
            if (i > first) names(Variable::author, first, i);
            return true;
        }
    return false;
}

/// "report of 1974 HAC meeting attached to LaFeber to Franklin": the paper, and the letter that brought it.
bool Lowerer::enclosed(Part const& part, std::uint32_t first, std::uint32_t last) {
    bool any = false;
    for (auto i = part.first; i < part.last; ++i) any = any || at(i).is(Trait::enclosed);
    if (!any) return false;
    for (auto i = first + 1; i + 2 < last; ++i) {
        if (!(word(i) == "attached" || word(i) == "enclosed")) continue;
        low.set(Variable::title, trimmed(low.chunks.text, {token(first).span.begin, token(i - 1).span.end}));
        auto const from = i + 2;
        for (auto j = from; j < last; ++j)
            if (word(j) == "to" && j > from) {
                names(Variable::author, from, j);
                recipient(j + 1, last);
                return true;
            }
        return true;
    }
    return false;
}

/// The Russian record "description, date // reference": a quoted title, or the whole description; the first
/// words tell the form; places of writing behind a stop are not labelled.
void Lowerer::record_head(Part const& part, std::uint32_t first, std::uint32_t last) {
    for (auto i = part.first; i < part.last; ++i)
        if (at(i).kind == ChunkKind::quote && i > part.first && i + 3 >= part.last) {
            low.set(Variable::title, at(i).inner);
            return genre(first, at(i).first);
        }
    if (!item().dates.find(Variable::issued))
        for (auto i = part.first; i < part.last; ++i)
            if (at(i).kind == ChunkKind::date) {
                set_date(Variable::issued, at(i));
                last = at(i).first;
                break;
            }
    auto end = last;
    for (auto i = part.first; i < part.last; ++i)
        if (at(i).kind == ChunkKind::stop && at(i).first > first) {
            end = at(i).first;
            break;
        }
    while (end > first && token(end - 1).is_mark(',')) --end;
    if (word(first) == "From" && end > first + 2) ++first;
    auto form = first;
    while (form < end && form < first + 4 && token(form).kind == TokenKind::word && word(form) != "from" &&
           word(form) != "of" && word(form) != "to" && word(form) != "от")
        ++form;
    bool const formed = form > first && form < end && has_genre(first, form) && form - first <= 3 &&
                        token(form - 1).is(WordClass::genre);
    if (formed && (word(form) == "from" || word(form) == "от") && reads_as_names(low.chunks, form + 1, end)) {
        genre(first, form);
        return names(Variable::author, form + 1, end);
    }
    if (formed && word(form) == "from") genre(first, form);
    else
        for (auto i = first; i < end && i < first + 5; ++i)
            if (i > first && token(i).is(WordClass::genre) && token(i).lower && word(i - 1).ends_with("s") &&
                (word(i) == "letter" || word(i) == "telegram" || word(i) == "report" || word(i) == "note" ||
                 word(i) == "memorandum")) {
                genre(i, i + 1);
                break;
            }
    low.set(Variable::title, trimmed(low.chunks.text, {token(first).span.begin, token(end - 1).span.end}));
}

}  // namespace fonds
