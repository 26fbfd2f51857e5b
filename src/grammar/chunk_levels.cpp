// Levels and locators: a label and its value in either order.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/candidate.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"
#include "grammar/small_roman.hpp"
#include "grammar/text_class.hpp"

namespace fonds {

using std::string_view;

/// The end of the element that begins at `at`: the next separator outside brackets and quotations.
std::uint32_t Chunker::element_end(std::uint32_t at) const {
    constexpr std::uint32_t reach = 60;
    auto const end = std::min(out_.tokens.size(), at + reach);
    while (at < end) {
        auto const& item = token(at);
        if ((item.kind == TokenKind::open || item.kind == TokenKind::quote_open) && item.match != no_token) {
            at = item.match + 1;
            continue;
        }
        if (item.kind == TokenKind::close || item.kind == TokenKind::quote_close) return at;
        if (item.kind == TokenKind::mark &&
            (item.mark == ',' || item.mark == ';' || (item.mark == '.' && is_stop(at))))
            return at;
        ++at;
    }
    return at;
}

/// "WTC Lot File 83D222", "Additional MS 72,892": the words before the label belong to the designation.
void Chunker::absorb_run(Phrase const& label, std::uint32_t& first) {
    if (run_ == no_token) return;
    bool const lot = means(label, "lot-file");
    bool const manuscript = label.meanings()[0] == "signature" &&
                            (at_ - run_ == 1 || (at_ - run_ == 2 && token(at_ - 1).is_mark('.')));
    if (lot || manuscript) {
        first = run_;
        run_ = no_token;
        return;
    }
    end_run();
}

/// "dosar nr. 23/1964", "delo No. 5", "hồ sơ số 6723": a word for the number between the label and its value.
std::uint32_t Chunker::skip_numbering(Phrase const& label, std::uint32_t next) const {
    // "telespr. riservato n. 1234": how secret the paper is.
    auto const start = next;
    if (label.meanings()[0] == "telegram" && token(next).lower && token(next).is(WordClass::marking)) ++next;
    auto const& item = token(next);
    if (item.kind != TokenKind::word || !item.is(WordClass::label) || label.meanings()[0] == "issue")
        return start;
    auto const found = find(next, mask(WordClass::label));
    if (!found.phrase || found.phrase->meanings().empty()) return start;
    // "telespresso n. 123": behind the form of a paper "n." is its number.
    bool const number =
        found.phrase->meanings()[0] == "issue" || (label.meanings()[0] == "telegram" && word(next) == "n");
    if (!number) return start;
    auto at = next + found.size;
    if (mark(at, '.') && !token(at).space_before) ++at;
    auto const& value = token(at);
    return value.kind == TokenKind::word && value.digits ? at : start;
}

namespace {
/// Whether a label is of what an archive keeps, not of a volume and its pages.
bool names_place_of_file(Phrase const& label) {
    constexpr std::array places = {string_view{"fond"},   string_view{"opis"},      string_view{"delo"},
                                   string_view{"box"},    string_view{"folder"},    string_view{"fascicle"},
                                   string_view{"carton"}, string_view{"signature"}, string_view{"file"},
                                   string_view{"bundle"}, string_view{"bestand"}};
    return !label.meanings().empty() && contains(places, label.meanings().front());
}
}  // namespace

/// The label that begins at the next token; nothing where none does.
std::optional<Chunker::LevelLabel> Chunker::find_label() const {
    auto const& head = token(at_);
    if (head.kind != TokenKind::word) return std::nullopt;
    // "(Boppard, 1983), I. 630": the volume of a book, no label.
    if (auto const before = before_comma(); head.roman && before && before->kind == ChunkKind::publication)
        return std::nullopt;
    if (is_volume_before_page()) return std::nullopt;
    // "dans C. Charle (éd.)": the word "in" and a name.
    if (head.is(WordClass::in) && head.lower && token(at_ + 1).upper) return std::nullopt;
    auto const found = find(at_, mask(WordClass::label));
    if (!found.phrase || found.phrase->meanings().empty()) return std::nullopt;
    if (begins_sessional_papers(out_, at_)) return std::nullopt;  // "P.P. 1845, xii"
    LevelLabel label{*found.phrase, word(at_)};
    if (under_word_end(at_) > at_) return std::nullopt;  // an encyclopaedia's word
    label.inside = run_ != no_token;
    auto next = at_ + found.size;
    label.dotted = mark(next, '.') && (spaced_ || !token(next).space_before);
    if (label.dotted) ++next;
    // "档号：109-01133-03"
    if (head.han && mark(next, ':') && token(next + 1).digits) ++next;
    // "fond (f.) 5, opis' (op.) 28": the first reference tells the abbreviation of its labels.
    if (token(next).kind == TokenKind::open && token(next).match != no_token &&
        token(next).match - next <= 3 && token(next + 1).is(WordClass::label))
        next = token(next).match + 1;
    label.next = skip_numbering(label.phrase, next);
    // "E 130b Bü 1044": the bundles of Württemberg's archives.
    bool const bundle = label.written == "Bü" && token(label.next).number;
    label.brief =
        label.phrase.words.size() == 1 && count_code_points(label.written) <= 2 && !head.all_upper && !bundle;
    return label;
}

/// "Darmstadt 1971, S 883": the stop left out.
bool Chunker::is_page_behind_year(LevelLabel const& label) const {
    auto const& list = out_.list;
    return label.written == "S" && !label.inside && token(label.next).digits && list.size() > 1 &&
           (list[list.size() - 2].has_year || list.back().has_year);
}

/// "PP/ABC, D.5/3", "Miller Papers, I.1.a": a capital without a space before parted numbers is a shelfmark's.
bool Chunker::begins_shelfmark(LevelLabel const& label) const {
    auto const& first = token(label.next);
    if (!label.dotted || !first.exists() || first.space_before || word(at_).size() != 1 || !token(at_).upper)
        return false;
    auto const number = word(label.next);
    auto const& further = mark(label.next + 1, '.') ? token(label.next + 2) : Tokens::none;
    return number.find_first_of("/.") != string_view::npos || (further.exists() && !further.space_before);
}

/// Whether a label of one or two letters is one, and neither an initial nor another word's abbreviation.
bool Chunker::is_brief_label(LevelLabel const& label) const {
    auto const& head = token(at_);
    auto const& next = token(label.next);
    bool const begins_element = !label.inside && behind_comma();
    // "Urkundenbuch, Bd 2", "Darmstadt 1971, Nr 531"
    bool const counts = begins_element && count_code_points(label.written) == 2 &&
                        (next.number || next.roman) &&
                        (label.meaning() == "volume" || label.meaning() == "issue");
    if (!label.dotted && head.upper && !counts && !is_page_behind_year(label)) return false;
    if (head.roman && head.upper && !next.digits) return false;  // "I. HA Rep. 90"
    if (begins_shelfmark(label)) return false;
    // "Treasury Papers, T. 1/442": a department's class and piece.
    if (label.written == "T" && label.dotted && !label.inside &&
        word(label.next).find('/') != string_view::npos)
        return false;
    // "Revolucija koja teče, t IV (Zagreb: Globus, 1982)"
    // "Ebd., Bd III, 45"
    bool const tome = begins_element && (label.written == "t" || counts) && next.roman &&
                      (token(label.next + 1).kind == TokenKind::open || mark(label.next + 1, ','));
    // "Russia pp 265–6", "Aragon p 92": a small label of pages needs no stop.
    bool const pages = label.meaning() == "page" && (label.written == "pp" || label.written == "p");
    if (!label.dotted && !tome && !(next.digits && (!label.inside || pages))) return false;
    if (!label.inside) return true;
    // "N. S. Hruščov", "Thomas C. Hennings": a capital inside words is an initial, but for German pages,
    // "Müller, Habsburgischer Adel S. 81ff."
    bool const digit_follows = next.exists() && is_digit(word(label.next)[0]);
    bool const german_page = label.written == "S" && label.dotted && digit_follows;
    if (head.upper && count_code_points(label.written) < 2 && !german_page) return false;
    // "Correspondance t. I, p. 292"
    bool const roman_volume =
        label.meaning() == "volume" && label.dotted && head.lower && next.roman && mark(label.next + 1, ',');
    return roman_volume || (digit_follows && next.digits);
}

/// Whether the capitals of a label may be one: "AP 20/23/10" is a shelfmark; of the labels of two or three
/// letters only RG, MG and MS stand in capitals.
bool Chunker::is_capital_label(LevelLabel const& label) const {
    if (token(at_).is(WordClass::department)) return false;
    return label.dotted || label.phrase.words.size() > 1 || count_code_points(label.written) > 2 ||
           label.meaning() == "record-group" || label.meaning() == "signature" || is_page_behind_year(label);
}

/// One word that names a person, and a comma: "Louis, …".
bool Chunker::behind_family_name() const {
    auto const name = before_comma();
    return name && name->is(Trait::name) && name->size() == 1;
}

/// "Louis, W. R, The Empire", "G. L. Ulmen", "Tom C. Clark": initials of a name, no label and its value.
bool Chunker::are_initials(LevelLabel const& label, Value const& value) const {
    if (count_code_points(word(value.first)) != 1) return false;
    auto const& behind = token(value.last + 1);
    auto const& of_particle = token(value.last + 2);  // "H. M. de Burlet"
    bool const name_follows = mark(value.last, '.') && behind.kind == TokenKind::word &&
                              (behind.upper || (behind.is(WordClass::particle) && of_particle.upper));
    if (label.written == "Tom") return name_follows;
    auto const& letter = token(value.first);
    // "Т. V. Кн. 2": a volume in Roman numerals before its book; "H. C. G. Matthew" has no number behind it.
    auto const& numbered = mark(value.last + 2, '.') ? token(value.last + 3) : token(value.last + 2);
    if (letter.roman && name_follows && behind.is(WordClass::label) && (numbered.digits || numbered.roman))
        return false;
    return label.brief && token(at_).upper && letter.upper && !letter.digits &&
           (name_follows || behind_family_name());
}

/// "Hearings on S. 3005, 84th Cong.": a bill of the Senate.
bool Chunker::is_bill(LevelLabel const& label, Value const& value) const {
    auto const& congress = token(value.last + 2);
    return label.written == "S" && congress.is(WordClass::congress) && mark(value.last, ',') &&
           token(value.last + 1).digits;
}

/// Whether the value can be that label's: a word of the language ("part", "file", "case") is one only before
/// a number.
bool Chunker::fits_label(LevelLabel const& label, Value const& value) const {
    auto const& head = token(at_);
    auto const& first = token(value.first);
    // "Modern Language Notes 56", "CSLI Lecture Notes 14": what a journal or a series is called.
    if (label.meaning() == "note" && label.inside && head.upper) return false;
    // "Central Decimal File 1950–54": the years of a series.
    if (label.meaning() == "decimal-file" && is_year(word(value.first).substr(0, 4))) return false;
    if (label.meaning() == "file") {
        // "Central Files 1967–69", "Subject Files 1957–63": the years of a series, not a file's number.
        bool const files =
            label.inside ||
            word(at_ + static_cast<std::uint32_t>(label.phrase.words.size()) - 1).ends_with('s');
        if (files && is_year(word(value.first).substr(0, 4))) return false;
        // "Naval Aide Files 19/4": the name of a series before its box.
        if (label.inside && label.written == "Files") return false;
    }
    // "Holden, David, ed. 1994. Harbours": who edited, and when.
    if ((label.written == "ed" || label.written == "eds") && is_year(word(value.first)) &&
        mark(value.last, '.'))
        return false;
    // "Izbrannye sočinenija. M. 1999": a town.
    if (is_town_by_letter(at_)) return false;
    // "Erster Teil 1884–1914": the years that a part tells of.
    if ((label.meaning() == "part" || label.meaning() == "volume") && label.inside &&
        word(value.first).size() > 4 && names_years(word(value.first)))
        return false;
    // "Roll, Jordan, Roll: The World the Slaves Made": a roll of film has a number.
    if (label.meaning() == "roll" && first.is_mark(':') && !token(value.last - 1).digits) return false;
    // "Appropriation Act for Fiscal Year 1992": within words a year is theirs.
    if (label.meaning() == "year" && label.inside && !label.brief) return false;
    bool const number = first.digits || first.roman || is_roman_with_letter(word(value.first));
    if (label.inside && !label.brief && !number && !first.is_mark(':')) return false;
    if (label.inside && head.lower && first.kind == TokenKind::mark) return false;
    // "kansio B 4:1": a letter before the number.
    bool const lettered = first.upper && value.last > value.first + 1 && token(value.last - 1).digits;
    return label.brief || label.dotted || !head.lower || head.all_upper || first.kind != TokenKind::word ||
           number || lettered || is_page_like(label.phrase);
}

/// "Národní archiv (NA), |": what stands before the comma and the letters that it goes by.
Chunk const* Chunker::before_comma_and_letters() const {
    auto const* before = before_comma();
    bool const letters = before && out_.list.size() > 2 &&
                         (before->kind == ChunkKind::aside || before->kind == ChunkKind::hereafter);
    return letters ? before - 1 : before;
}

/// "Masson, Life of Milton, v. 61": no work has so many volumes; it is the page of the fifth.
bool Chunker::is_fifth_volume(LevelLabel const& label) const {
    constexpr int most_volumes = 40;
    auto const& page = token(label.next);
    if (label.written != "v" || !label.dotted || label.inside || !behind_comma() || !page.number)
        return false;
    auto const& behind = token(label.next + 1);
    bool const ends = !behind.exists() || behind.is_mark('.') || behind.is_mark(';');
    return ends && is_all_digits(word(label.next)) && page.span.size() <= 4 &&
           leading_number(word(label.next)) > most_volumes;
}

/// "op. 28", "Box 4", "pp. 12–14 ff.": a label and its value.
bool Chunker::level() {
    if (capital_volume()) return true;
    auto found = find_label();
    if (!found) return false;
    auto& label = *found;
    if (label.brief ? !is_brief_label(label) : token(at_).all_upper && !is_capital_label(label)) return false;
    if (label.inside && mark(label.next, ':')) return false;
    // "Archivio PCI", but "Archivio Storico del Ministero": a keeper's own noun, and more of its name.
    if (auto const& next = token(label.next);
        token(at_).is(WordClass::repository) && next.upper && !next.all_upper && !next.digits)
        return false;
    if (edition_begins(label.next)) return false;  // "1953–1964 гг. 2-е изд."
    // "doc. n° 112", "Dok. Nr. 45": one label behind another.
    if (auto const& next = token(label.next); label.meaning() == "document" && next.phrase &&
                                              next.is(WordClass::label) &&
                                              next.phrase->meanings().front() == "issue")
        label.next += mark(label.next + 1, '.') ? 2U : 1U;
    if (is_fifth_volume(label)) return small_volume();
    if (named_level(label)) return true;
    Value value;
    if (!read_value(value, label.next, label.phrase, !label.brief) || are_initials(label, value) ||
        is_bill(label, value) || !fits_label(label, value))
        return false;
    add_level(label, value);
    return true;
}

/// "ARS, AS 1589, enot. 12": an abbreviation that no table knows and its number, behind an archive or a level
/// of its reference, are a level too.
bool Chunker::level_by_unknown_label() {
    constexpr std::size_t longest = 6;
    auto const& head = token(at_);
    if (run_ != no_token || head.kind != TokenKind::word || !head.lower || head.digits || head.classes != 0 ||
        count_code_points(word(at_)) > longest || is_small_roman(word(at_)) || !mark(at_ + 1, '.') ||
        token(at_ + 1).space_before || !token(at_ + 2).digits || !token(at_ + 2).space_before ||
        !is_digit(word(at_ + 2)[0]) || is_year(word(at_ + 2)) || !at_boundary(at_ + 3))
        return false;
    auto const before = before_comma();
    bool const within_reference =
        before && (before->kind == ChunkKind::level ? before->phrase && names_place_of_file(*before->phrase)
                                                    : is_behind_archive());
    if (!within_reference) return false;
    auto& chunk = add(ChunkKind::level, at_, at_ + 3);
    chunk.phrase = &own_level.phrase;
    chunk.label = {head.span.begin, token(at_ + 1).span.end};
    chunk.inner = token(at_ + 2).span;
    chunk.set(Trait::digits);
    at_ += 3;
    return true;
}

/// "«Studi storici», a. XIV, n. 3": how many years an Italian periodical has come out.
bool Chunker::year_of_periodical() {
    auto const& behind = token(at_ + 3);
    if (word(at_) != "a" || !mark(at_ + 1, '.') || !token(at_ + 2).roman || !behind.is_mark(',') ||
        out_.list.empty() || out_.list.back().kind != ChunkKind::comma)
        return false;
    auto const* years = lexicon_.alone(hash_folded("annata"));
    if (!years) return false;
    auto& chunk = add(ChunkKind::level, at_, at_ + 3);
    chunk.phrase = years;
    chunk.label = {token(at_).span.begin, token(at_ + 1).span.end};
    chunk.inner = token(at_ + 2).span;
    chunk.roman = true;
    chunk.set(Trait::digits);
    at_ += 3;
    return true;
}

/// The chunks that may stand in one citation with the next.
std::span<Chunk const> Chunker::within_reach() const {
    std::span<Chunk const> const list(out_.list);
    return list.last(std::min<std::size_t>(list.size(), candidate_reach));
}

/// Whether an archive is named before in the same reference.
bool Chunker::is_behind_archive() const {
    auto const chunks = within_reach();
    for (auto at = chunks.rbegin(); at != chunks.rend(); ++at) {
        auto const& chunk = *at;
        if (chunk.kind == ChunkKind::archive ||
            (chunk.kind == ChunkKind::text && chunk.is(Trait::repository)))
            return true;
        if (chunk.kind == ChunkKind::stop || chunk.kind == ChunkKind::semicolon ||
            chunk.kind == ChunkKind::quote || chunk.kind == ChunkKind::publication)
            return false;
    }
    return false;
}

void Chunker::add_level(LevelLabel const& label, Value const& value) {
    auto first = at_;
    auto const label_first = at_;
    absorb_run(label.phrase, first);
    bool const signature = label.meaning() == "signature" && token(label_first).all_upper;
    auto end = value.last;
    auto span = value.span;
    if (signature) end = std::max(end, element_end(value.first));
    if (label.meaning() == "collection") {
        end = element_end(value.first);
        span.end = token(end - 1).span.end;
    }
    // "ll. 1–2ob., A. A. Krasnov to …": the stop of the back of a leaf.
    if (mark(end, '.') && mark(end + 1, ',') && word(end - 1).ends_with("ob") && token(end - 1).digits)
        span.end = token(end++).span.end;
    if (first != label_first || signature) span = {token(first).span.begin, token(end - 1).span.end};
    auto& chunk = add(ChunkKind::level, first, end);
    chunk.phrase = &label.phrase;
    chunk.label = {token(label_first).span.begin, token(label.next - 1).span.end};
    chunk.inner = span;
    chunk.roman = token(value.first).roman;
    if (token(value.first).digits || chunk.roman) chunk.set(Trait::digits);
    if (label.meaning() == "document" && names_symbol(word(value.first))) chunk.set(Trait::symbol);
    at_ = end;
    end_with_following();
}

/// "S. 61 f.": the stop belongs to the abbreviation, and ends the sentence too.
void Chunker::end_with_following() {
    if (!mark(at_, '.') || token(at_).space_before || !token(at_ - 1).is_small(WordClass::following) ||
        !is_stop(at_))
        return;
    out_.list.back().span.end = token(at_).span.end;
    out_.list.back().last = ++at_;
    if (!token(at_).exists()) return;
    auto& stop = add(ChunkKind::stop, at_ - 1, at_);
    stop.span = {stop.span.end, stop.span.end};
    stop.inner = stop.span;
}

}  // namespace fonds
