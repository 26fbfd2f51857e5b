// What ends a run of words in its middle, without a separator: a date, a page behind a name, a signal.

#include "base/number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"
#include "grammar/small_roman.hpp"

namespace fonds {

using std::string_view;

namespace {

constexpr std::size_t digits_of_year = 4;

/// "1993b".
bool is_year_with_letter(string_view word) {
    return word.size() == digits_of_year + 1 && is_year(word.substr(0, digits_of_year)) &&
           word.back() >= 'a' && word.back() <= 'e';
}

/// "46–9", "122-155".
bool is_page_range(string_view word) {
    constexpr std::size_t longest = 3;
    auto const range = whole_range(word);
    return range && range->first.size() <= longest && range->last.size() <= longest;
}

}  // namespace

/// Whether the run stands at the head of a citation.
bool Chunker::begins_citation() const {
    if (out_.list.empty()) return true;
    auto const before = out_.list.back().kind;
    return before == ChunkKind::semicolon || before == ChunkKind::stop || before == ChunkKind::signal;
}

/// "… P-Reels and Warren Cohen, “Gaps …”": behind "and" a name stands before a quotation. Several names
/// before one quotation are the authors of one work.
bool Chunker::author_follows(std::uint32_t at) const {
    constexpr std::uint32_t longest_name = 7;
    if (reads_as_names(out_, run_, at_)) return false;
    auto const first = at;
    while (at < first + longest_name && (token(at).upper || token(at).is_mark('.')) &&
           (token(at).kind == TokenKind::word || token(at).is_mark('.')))
        ++at;
    return at > first && mark(at, ',') && token(at + 1).kind == TokenKind::quote_open;
}

/// "Tully 262; Parrish 236": one family name and a page, all that stands there.
bool Chunker::is_page_of_name() const {
    auto const& name = token(run_);
    auto const digits = word(at_).size();
    bool const page = (digits >= 2 && digits <= 3 && is_all_digits(word(at_))) || is_page_range(word(at_));
    auto const& next = token(at_ + 1);
    bool const ends = !next.exists() || next.is_mark(';') || next.is_mark('.') || next.is_mark(',') ||
                      next.kind == TokenKind::open;
    return page && begins_citation() && ends && at_ - run_ == 1 && !name.all_upper &&
           !name.is(WordClass::label) && !name.is(WordClass::place) && reads_as_names(out_, run_, at_);
}

/// "KTB II, S. 31": the volume of an edition known by an abbreviation or its editor, a page behind it.
bool Chunker::is_volume_of_abbreviation() const {
    auto const& before = token(at_ - 1);
    auto const& page = token(at_ + 2);
    if (is_volume_of_family()) return true;
    // "Arneth I, 398": one family name at the head of a citation.
    if (begins_citation() && at_ - run_ == 1 && count_code_points(word(run_)) >= 4 &&
        reads_as_names(out_, run_, at_) && mark(at_ + 1, ',') && page.number && !is_year(word(at_ + 2)) &&
        at_boundary(at_ + 3))
        return true;
    // "Windelband, Präludien II, S. 108": a short title in its author's words; kings have a stop.
    constexpr std::uint32_t longest_title = 3;
    if (auto const name = before_comma(); name && name->kind == ChunkKind::text && name->is(Trait::name) &&
                                          at_ - run_ <= longest_title && token(run_).upper &&
                                          !before.is_given() && mark(at_ + 1, ',') && word(at_ + 2) == "S" &&
                                          mark(at_ + 3, '.'))
        return true;
    return before.all_upper && !before.roman && count_code_points(word(at_ - 1)) >= 3 && mark(at_ + 1, ',') &&
           page.is(WordClass::label) && page.phrase && page.phrase->meanings().front() == "page";
}

/// Whether a number's or a page's label stands at `at`, and its number: "nr. 79", "S. 30".
bool Chunker::numbered_behind(std::uint32_t at) const {
    auto const& label = token(at);
    if (!label.is(WordClass::label) || !mark(at + 1, '.') || !token(at + 2).exists()) return false;
    auto const found = find(at, mask(WordClass::label));
    return found.phrase && !found.phrase->meanings().empty() && is_digit(word(at + 2)[0]) &&
           (word(at) == "S" || found.phrase->meanings()[0] == "issue");
}

/// "Wurzbach 14 S. 30", "Gärtner V nr. 79": one family name, a volume, and the number or page in it.
bool Chunker::is_volume_of_family() const {
    constexpr std::size_t shortest_name = 4, longest_volume = 2;
    auto const& volume = token(at_);
    return at_ - run_ == 1 && after_break() && !token(run_).all_upper &&
           count_code_points(word(run_)) >= shortest_name &&
           (volume.roman || (volume.number && volume.span.size() <= longest_volume)) &&
           numbered_behind(at_ + 1) && reads_as_names(out_, run_, at_);
}

/// "Smith 1999, 45", "Jones and Brown 2001: 12", "Melsungen 1978, S. 22": a name, a year, a page.
bool Chunker::is_year_of_name() const {
    constexpr std::uint32_t longest = 5, longest_alone = 3;
    auto const words = at_ - run_;
    if (words > longest || token(at_ - 1).all_upper || token(run_).is(WordClass::genre) ||
        !token(run_).upper || !reads_as_names(out_, run_, at_))
        return false;
    auto const& next = token(at_ + 1);
    if (!next.exists() || next.is_mark(';') || next.kind == TokenKind::close ||
        (next.is_mark('.') && is_stop(at_ + 1)))
        return words <= longest_alone;
    if (!next.is_mark(',') && !next.is_mark(':')) return false;
    auto const& page = token(at_ + 2);
    if (page.kind != TokenKind::word) return false;
    auto const meaning =
        page.is(WordClass::label) && page.phrase ? page.phrase->meanings().front() : string_view();
    bool const label = meaning == "page" || meaning == "volume" || word(at_ + 2) == "S" ||
                       find(at_ + 2, mask(WordClass::op_cit)).phrase;
    return label || (page.digits && !is_year(word(at_ + 2)) && at_boundary(at_ + 3));
}

/// Whether the words at hand end with a city.
bool Chunker::is_place() const {
    for (auto at = run_; at < at_; ++at) {
        auto const found = find(at, mask(WordClass::place));
        if (found.phrase && at + found.size == at_ && token(at).upper) return true;
    }
    auto const last = word(at_ - 1);
    auto const cut = last.find_first_of("/-");
    return cut != string_view::npos &&
           lexicon_.is_any(hash_folded(last.substr(0, cut)), mask(WordClass::place));
}

/// "(Eintragung v. 12. 11. 1853)": few words and a day.
bool Chunker::is_bracketed_day(std::uint32_t open) const {
    constexpr std::uint32_t reach = 6;  // tokens before the day
    auto const& bracket = token(open);
    if (bracket.kind != TokenKind::open || bracket.match == no_token) return false;
    for (auto at = open + 1; at < std::min(bracket.match, open + reach); ++at)
        if (auto const read = read_date(out_.tokens, out_.text, at);
            read && read->end == bracket.match && read->date.start.day != 0)
            return true;
    return false;
}

/// "Malfèr, Konstitutionalismus 375", "Stourzh, Einheit 340, Anm. 12": a page behind the short title of a
/// known work.
bool Chunker::is_page_of_short_title() const {
    constexpr std::uint32_t longest_title = 12;
    auto const name = before_comma();
    if (!name || name->kind != ChunkKind::text || !name->is(Trait::name) || is_year(word(at_)) ||
        names_years(word(at_)) || at_ - run_ > longest_title || !token(run_).upper ||
        word(at_).find('/') != string_view::npos || token(run_).is(WordClass::department))
        return false;
    auto const& next = token(at_ + 1);
    if (!next.exists() || next.is_mark(';')) return true;
    if (next.is_mark('.')) return is_stop(at_ + 1);
    if (is_bracketed_day(at_ + 1)) return true;
    // "Madariaga, Russia 33–7, 187–204"
    bool const goes_on = next.is_mark(',') || next.is(WordClass::conjunction);
    if (goes_on && is_page_range(word(at_)) && is_page_range(word(at_ + 2))) return true;
    // "Fava, Eisenbahnpolitik 144–149, und Strach, Geschichte 320 ff."
    if (next.is_mark(',') && is_page_range(word(at_)) && token(at_ + 2).is(WordClass::conjunction) &&
        token(at_ + 2).lower && token(at_ + 3).upper && mark(at_ + 4, ','))
        return true;
    // "Redlich, Reichsproblem 2, 470"
    if (next.is_mark(',') && token(at_).span.size() == 1 && token(at_ + 2).number &&
        token(at_ + 2).span.size() > 1 && !is_year(word(at_ + 2)) &&
        (at_boundary(at_ + 3) || token(at_ + 3).is_small(WordClass::following)) && !mark(at_ + 3, ','))
        return true;
    return next.is_mark(',') && token(at_ + 2).phrase && token(at_ + 2).is(WordClass::label) &&
           token(at_ + 2).phrase->meanings().front() == "note";
}

/// "in: Historische Zeitschrift 240. 1985, S. 1": behind the name of a periodical its volume, a stop, the
/// year.
bool Chunker::is_volume_before_year(std::uint32_t at) const {
    constexpr std::size_t longest = 3;
    auto const& name = token(at - 1);
    return name.kind == TokenKind::word && !name.digits && !name.is(WordClass::month) &&
           is_all_digits(word(at)) && word(at).size() <= longest && mark(at + 1, '.') &&
           is_year(word(at + 2)) && mark(at + 3, ',') && !out_.list.empty() &&
           (out_.list.back().kind == ChunkKind::in ||
            (out_.list.size() > 1 && out_.list[out_.list.size() - 2].kind == ChunkKind::quote));
}

/// Whether the number at hand ends a periodical's name: a year in brackets, an issue or pages follow.
bool Chunker::is_volume_of_periodical() const {
    auto const& next = token(at_ + 1);
    if (is_page_of_short_title() || is_volume_of_family()) return true;
    if (!next.exists()) return false;
    if (word(at_).find(':') != string_view::npos) return true;
    // "“Title”, Comparative Studies in Society and History 31 (1), 1989"
    bool const behind_title =
        out_.list.size() >= 2 && (out_.list.back().kind == ChunkKind::quote ||
                                  out_.list[out_.list.size() - 2].kind == ChunkKind::quote);
    if (behind_title && next.kind == TokenKind::open && next.match == at_ + 3 &&
        is_all_digits(word(at_ + 2)) && word(at_ + 2).size() <= 3 &&
        (mark(at_ + 4, ',') || mark(at_ + 4, ':')))
        return true;
    if (next.kind == TokenKind::open && next.match != no_token) {
        auto const read = read_date(out_.tokens, out_.text, at_ + 2);
        return read && read->end == next.match;
    }
    if (is_volume_before_year(at_)) return true;
    if (!next.is_mark(',')) return false;
    auto const& issue = token(at_ + 2);
    bool const periodical =
        out_.list.size() >= 2 &&
        (out_.list.back().kind == ChunkKind::quote || out_.list.back().kind == ChunkKind::in ||
         out_.list[out_.list.size() - 2].kind == ChunkKind::quote);
    if (periodical && issue.kind == TokenKind::word &&
        (issue.is(WordClass::label) || (issue.number && is_year(word(at_ + 2)) && mark(at_ + 3, ','))))
        return true;
    // "„Titel“, Soudobé dějiny 15, 3–4 (2008): 612–640": volume and issue.
    if (auto const& year = token(at_ + 3); periodical && issue.number && year.kind == TokenKind::open &&
                                           year.match == at_ + 5 && is_year(word(at_ + 4)))
        return true;
    // No periodical's name is longer; without a bound a row of numbers would cost the square of its length.
    constexpr decltype(at_) name_reach = 20;
    bool journal = false;
    for (auto at = at_ - run_ > name_reach ? at_ - name_reach : run_; at < at_; ++at)
        journal = journal || (token(at).is(WordClass::journal) && token(at).upper);
    if (!journal) return false;
    auto const& after = token(at_ + 2);
    return after.kind == TokenKind::word && after.phrase && after.is(WordClass::label);
}

/// A date with its month, "Brief v. 5. 7. 1865", "Mao 1993b, vol. 1".
bool Chunker::date_in_run() {
    if (is_code_of_papers()) return false;
    if (auto const read = read_date(out_.tokens, out_.text, at_);
        read && read->date.start.year != 0 && (read->date.start.month != 0 || read->date.start.season != 0)) {
        end_run();
        accept_date(at_, read->end, read->date);
        return true;
    }
    // "v. 5. 7. 1865", "Neues Deutschland vom 22. 12. 1972": the preposition stands before the date.
    bool const shortened = word(at_) == "v" && mark(at_ + 1, '.');
    if (auto const from = at_ + (shortened ? 2 : 1); (shortened || word(at_) == "vom"))
        if (auto const read = read_date(out_.tokens, out_.text, from);
            read && read->date.start.month != 0 && read->date.start.year != 0) {
            end_run();
            accept_date(from, read->end, read->date);
            return true;
        }
    // "1993b": the second work of a year.
    if (!token(at_).digits || !is_year_with_letter(word(at_)) || !is_year_of_name()) return false;
    end_run();
    Date date;
    date.raw = word(at_).substr(0, digits_of_year);
    date.start.year = std::stoi(date.raw);
    accept_date(at_, at_ + 1, std::move(date));
    return true;
}

/// A year behind the words of a place, a periodical or a name: "München 2007", "Ann Intern Med 1948;2:769".
bool Chunker::is_year_in_run() const {
    return token(at_).number && is_year(word(at_)) &&
           ((at_boundary(at_ + 1) && is_place()) || parts_year_and_volume(at_ + 1) || is_year_of_name());
}

/// "Tully 262", "Tully 262 ff.".
bool Chunker::is_page_in_run() const {
    if (!token(at_).number) return false;
    auto const following = word(at_ + 1);
    return is_page_of_name() || ((following == "f" || following == "ff") && mark(at_ + 2, '.'));
}

/// "correspondence in Huxley, box 13": the form, and where it is.
bool Chunker::is_in_behind_form() const {
    auto const& item = token(at_);
    return item.is(WordClass::in) && item.lower && at_ - run_ <= 2 && token(at_ - 1).is(WordClass::genre) &&
           token(at_ + 1).upper;
}

/// "Lord Salisbury quoted in The Times", "wie oben, vgl. Müller", "in general see Smith".
bool Chunker::is_signal_in_run() const {
    constexpr std::size_t shortest_verb = 5;
    auto const& item = token(at_);
    constexpr std::size_t shortest_participle = 7;
    bool const quotes = item.is(WordClass::verb) && item.span.size() >= shortest_verb;
    // "It was first published in Voprosy istorii"
    bool const printed = item.span.size() >= shortest_participle && word(at_ + 1) == "in";
    if (!item.lower || at_ <= run_ || !(item.is(WordClass::signal) || quotes || printed)) return false;
    auto const found = find(at_, mask(WordClass::signal));
    if (!found.phrase) return false;
    auto const behind = at_ + found.size;
    bool const means_see = found.phrase->signal() == "see";
    if (found.size >= 2 && !means_see) return true;
    bool const abbreviated = mark(behind, '.') && !token(behind).space_before;  // "vgl."
    bool const see =
        means_see && (abbreviated || !item.is(WordClass::lead)) && !item.is(WordClass::conjunction);
    if (!see && word(at_) != "see") return false;
    // "On Hayter see his A Double Life"
    if (means_see && is_possessive_pronoun(behind) &&
        (token(behind + 1).upper || token(behind + 1).kind == TokenKind::quote_open))
        return true;
    auto const& next = token(see && mark(behind, '.') ? behind + 1 : behind);
    return next.upper || word(behind) == "the" || next.kind == TokenKind::quote_open;
}

/// "Losch a. a. O. S. 91", "Manley R. Op. cit.": behind a name without a comma.
bool Chunker::is_op_cit_in_run() const {
    bool const behind_name =
        at_ > run_ && (mark(at_ - 1, '.') || (token(at_).lower && reads_as_names(out_, run_, at_)));
    if (!behind_name) return false;
    auto const op_cit = find(at_, mask(WordClass::op_cit));
    return op_cit.phrase && is_spelled(op_cit, at_);
}

/// "while GARF, f. 5446", "zur Stimmung in Prag AVA., Inneres", "das Original in BArch, DE 1/54321": an
/// abbreviation of an archive behind words of prose.
bool Chunker::is_archive_in_run() const {
    constexpr std::size_t shortest_abbreviation = 3;
    auto const& item = token(at_);
    if (at_ <= run_ || !item.upper || token(at_ - 1).kind != TokenKind::word ||
        !(token(at_ - 1).lower || token(run_).lower) || !(item.all_upper || has_upper_after(word(at_), 1)))
        return false;
    auto const found = find(at_, mask(WordClass::archive));
    auto const behind = at_ + found.size;
    if (!found.phrase) return false;
    auto const& next = token(mark(behind, '.') && mark(behind + 1, ',') ? behind + 1 : behind);
    // "weitere Unterlagen in AA B 4, Bd. 27"
    bool const holding = next.is(WordClass::holding) && next.upper && token(at_ + found.size + 1).digits;
    return holding || (next.is_mark(',') && word(at_).size() >= shortest_abbreviation);
}

/// "BGBl. I 745", "BBl 1962 I 765": the page of a gazette at once behind its volume in Roman numerals.
bool Chunker::page_of_gazette() {
    if (!token(at_).number || at_ <= run_ + 1 || !token(at_ - 1).roman || !at_boundary(at_ + 1) ||
        !find(run_, mask(WordClass::legal)).phrase)
        return false;
    auto const page = at_;
    end_run();
    add_page(page, page + 1);
    return true;
}

/// "Akten in | AVA., Inneres": the preposition before an archive stands by itself, behind a word.
void Chunker::end_run_before_in() {
    auto const in = at_ - 1;
    bool const apart = in == run_ + 1 && token(in).is(WordClass::in) && token(in).lower;
    if (!apart) return end_run();
    at_ = in;
    end_run();
    add(ChunkKind::in, in, in + 1);
    at_ = in + 1;
}

/// "#52", "Historia 33 (1984)", "Diplomatic History 18, no. 4", "KTB II, S. 31".
bool Chunker::is_number_in_run() const {
    auto const& item = token(at_);
    if (is_marked_number()) return true;
    if (at_ <= run_) return false;
    bool const behind_words = token(at_ - 1).kind == TokenKind::word || mark(at_ - 1, '.');
    return (item.number && behind_words && is_volume_of_periodical()) ||
           (item.roman && is_volume_of_abbreviation());
}

/// "Const. Hist. ii. 345", "Rot. Parl. iii. 42": a volume in small numerals at once behind a title cut short.
bool Chunker::is_small_volume_in_run() const {
    auto const& numeral = token(at_);
    constexpr std::size_t longest_page = 4;
    auto const& page = token(at_ + 2);
    return numeral.lower && at_ > run_ && mark(at_ + 1, '.') && page.number &&
           page.span.size() <= longest_page && mark(at_ - 1, '.') && is_clear_small_roman(word(at_)) &&
           word(at_) != "v";
}

/// "and" before an author, or behind a number that is no day.
bool Chunker::is_conjunction_in_run() const {
    auto const& item = token(at_);
    if (!item.is(WordClass::conjunction) || !item.lower || at_ <= run_) return false;
    return author_follows(at_ + 1) || (behind_container() && letter_follows(at_ + 1)) ||
           (token(at_ - 1).digits && !read_date(out_.tokens, out_.text, at_ - 1));
}

/// "Box 5, 1982 Minutes and Slany to files, October 4, 1982": what stands behind a box or a folder.
bool Chunker::behind_container() const {
    auto const* const before = before_comma();
    if (!before || before->kind != ChunkKind::level || !before->phrase) return false;
    auto const& label = before->phrase->meanings().front();  // "Bd." is a volume first
    // "fond Telegrame, Beijing 1964, vol. III"
    bool const of_keeper = (label == "fond" || label == "opis" || label == "delo") && is_behind_archive();
    return label == "box" || label == "folder" || label == "container" || label == "record-group" ||
           label == "entry" || of_keeper;
}

/// "Slany to files, October 4, 1982": who wrote to whom, and the day.
bool Chunker::letter_follows(std::uint32_t at) const {
    constexpr std::uint32_t longest_name = 6;
    auto to = at;
    while (to < at + longest_name && (token(to).upper || mark(to, '.'))) ++to;
    if (to == at || word(to) != "to") return false;
    for (auto end = to + 2; end <= to + longest_name; ++end)
        if (mark(end, ',')) {
            auto const read = read_date(out_.tokens, out_.text, end + 1);
            return read && read->date.start.day != 0;
        }
    return false;
}

/// "Szovjetunió 27. doboz": behind a name a number whose label is no letter.
bool Chunker::before_long_label() const {
    constexpr std::size_t shortest = 4;
    auto const& label = token(at_ + 2);
    return token(at_).number && !token(at_ + 1).space_before && label.lower && label.is(WordClass::label) &&
           label.span.size() >= shortest && at_boundary(at_ + 3);
}

/// What ends a run of signs of Han: a counter, a part in a work ("和田春樹編『…"), a word for keeping.
bool Chunker::eastern_sign() {
    auto const& item = token(at_);
    bool const did = (item.is(WordClass::editor) || item.is(WordClass::translator)) && at_boundary(at_ + 1);
    if (did && reads_as_names(out_, run_, at_)) return end_run(), role();
    return item.is(WordClass::kept_sign) ? kept_sign() : counter();
}

/// "外務省外交史料館所蔵", "国史馆藏": that a keeper has it is no part of its name.
bool Chunker::kept_sign() {
    if (!token(at_).han || (at_ > 0 && token(at_).space_before && run_ == no_token)) return false;
    end_run();
    ++at_;
    return true;
}

/// What ends a text run in its middle without a separator.
bool Chunker::inside_run() {
    auto const& item = token(at_);
    if (item.kind != TokenKind::word) return false;
    if ((item.han && eastern_sign()) || date_in_run()) return true;
    if (is_year_in_run()) return end_run(), date();
    if (is_page_in_run()) return end_run(), bare_number();
    if (is_in_behind_form()) return end_run(), connector();
    if (item.is(WordClass::editor) && item.lower && mark(at_ + 1, '.') && reads_as_names(out_, run_, at_))
        return end_run(), role();
    if (is_signal_in_run()) return end_run(), signal(true);
    if (others()) return true;
    // "Сочинения в 2 т.", "Works in 3 vols."
    if (item.is(WordClass::in) && volume_count()) return true;
    if (item.digits && mark(at_ + 1, '.') && (at_ - run_ == 1 || before_long_label()) && label_after_value())
        return true;
    if (is_op_cit_in_run()) return end_run(), ibid();
    if (item.is(WordClass::label)) {
        if (level()) return true;
        if (!item.roman) return false;
    }
    if (is_small_volume_in_run()) return end_run(), small_volume();
    if (is_archive_in_run()) return end_run_before_in(), archive();
    if (page_of_gazette()) return true;
    if (is_number_in_run()) return end_run(), bare_number();
    if (is_conjunction_in_run()) return end_run(), connector();
    return false;
}

}  // namespace fonds
