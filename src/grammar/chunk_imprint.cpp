// The imprint of a book that stands without brackets, and its edition.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {
namespace {

using std::string_view;

/// The name of a house is shorter (tokens).
constexpr std::uint32_t house_reach = 14;
constexpr std::uint32_t edition_reach = 12;

bool may_precede_imprint(ChunkKind kind) {
    switch (kind) {
        case ChunkKind::comma:
        case ChunkKind::stop:
        case ChunkKind::aside:
        case ChunkKind::role:
        case ChunkKind::dash:
        case ChunkKind::close:
        case ChunkKind::edition:
        case ChunkKind::publication:
        case ChunkKind::semicolon:
        case ChunkKind::quote: return true;
        default: return false;
    }
}

}  // namespace

/// The token behind "North Ryde, NSW" where a colon and the house follow: a town known by its region; `at`
/// where none stands there.
std::uint32_t Chunker::place_in_region(std::uint32_t at) const {
    constexpr std::uint32_t longest_name = 3;
    auto end = at;
    while (end < at + longest_name && token(end) && token(end)->kind == TokenKind::word &&
           token(end)->upper && !token(end)->digits)
        ++end;
    if (end == at || !mark(end, ',')) return at;
    auto const region = find(end + 1, mask(WordClass::region));
    if (!region.phrase || !token(end + 1)->upper) return at;
    auto behind = end + 1 + region.size;
    if (mark(behind, '.') && !out_.tokens[behind].space_before) ++behind;
    return mark(behind, ':') ? behind : at;
}

/// "Izbrannye sočinenija. M. 1999", "…, P. : Robert Laffont, 1997": Moscow, Leningrad, Paris by their
/// letters.
bool Chunker::is_town_by_letter(std::uint32_t at) const {
    constexpr std::array letters = {string_view{"M"}, string_view{"L"}, string_view{"P"}};
    if (run_ != no_token || out_.list.empty() || !contains(letters, word(at)) || !mark(at + 1, '.'))
        return false;
    auto const before = out_.list.back().kind;
    if (mark(at + 2, ':') && out_.tokens[at + 2].space_before)
        return before == ChunkKind::stop || before == ChunkKind::comma;
    // Behind a comma only where a title stands before: "…: Materialy, M. 1916, S. 5".
    constexpr std::size_t least = 4;
    bool const behind_title =
        before == ChunkKind::stop || (before == ChunkKind::comma && out_.list.size() >= least);
    if (behind_title && token(at + 2) && is_year(word(at + 2)) && mark(at + 3, ',')) return true;
    // "…, t. 3 : Konec, M., Rosspen, 2001": the house behind it.
    return behind_title && mark(at + 2, ',') && house_end(at + 3, false) != at + 3;
}

/// "…, Zaprešić: Fraktura, 2011": behind the title a town that no table knows, known by the house and the
/// year behind its colon; the end of its name, or `at`.
std::uint32_t Chunker::unknown_town_end(std::uint32_t at) const {
    constexpr std::size_t least = 4;  // author, comma, title, comma
    constexpr std::uint32_t longest_house = 4;
    auto const& list = out_.list;
    auto const town = token(at);
    auto const before = before_comma();
    if (list.size() < least || !before || before->is(Trait::name) || !town || town->kind != TokenKind::word ||
        !town->upper || town->digits || town->all_upper || town->is(WordClass::genre) || !mark(at + 1, ':') ||
        !token(at + 2) || !token(at + 2)->upper)
        return at;
    bool const of_work = before->kind == ChunkKind::text || before->kind == ChunkKind::quote ||
                         before->kind == ChunkKind::edition || before->kind == ChunkKind::role;
    auto const year = house_end(at + 2, false);
    bool const house = year != at + 2 && year - at <= longest_house + 2 && mark(year - 1, ',');
    return of_work && house && imprint_may_end(imprint_year(year)) ? at + 1 : at;
}

/// The token behind a place: "Wien", "Frankfurt a. M.", "М.", "München-Berlin"; `at` where none stands there.
std::uint32_t Chunker::place_end(std::uint32_t at) const {
    auto const head = token(at);
    if (!head || head->kind != TokenKind::word || !(head->upper || head->han)) return at;
    auto end = at;
    if (is_town_by_letter(at)) return at + 2;
    if (auto const found = find(at, mask(WordClass::place)); found.phrase) {
        end = at + found.size;
    } else {
        // "Graz–Köln", "Frankfurt/M."
        auto const cut = std::min({word(at).find('-'), word(at).find("\u2013"), word(at).find('/')});
        if (cut == string_view::npos) return place_in_region(at);
        if (!lexicon_.is_any(hash_folded(word(at).substr(0, cut)), mask(WordClass::place)))
            return place_in_region(at);
        end = at + 1;
        if (mark(end, '.') && !out_.tokens[end].space_before && word(at).size() <= cut + 3) ++end;
    }
    bool const shortened = count_code_points(word(end - 1)) <= 3 ||
                           word(end - 1).find('/') != string_view::npos;  // "Frankfurt/M."
    if (mark(end, '.') && !out_.tokens[end].space_before && shortened) ++end;
    // "Halle (Saale) 1923", "Frankfurt (Oder) 1994": the river or land that tells it from others.
    if (auto const bracket = token(end); bracket && bracket->kind == TokenKind::open &&
                                         bracket->match == end + 2 && out_.tokens[end + 1].upper &&
                                         token(end + 3) && is_year(word(end + 3)))
        end += 3;
    // "Cambridge (Mass.)", "Princeton (NJ)"
    if (auto const open = token(end); open && open->kind == TokenKind::open && open->match != no_token &&
                                      open->match <= end + 3 &&
                                      find(end + 1, mask(WordClass::region)).phrase && token(end + 1)->upper)
        return open->match + 1;
    // "Cambridge, Mass.", "Princeton, N.J.", "Washington, D. C."
    if (mark(end, ',') && find(end + 1, mask(WordClass::region)).phrase && token(end + 1)->upper) {
        auto const region = end + 1 + find(end + 1, mask(WordClass::region)).size;
        auto const behind = mark(region, '.') && !out_.tokens[region].space_before ? region + 1 : region;
        // "Paris, La Découverte" is in no Louisiana.
        auto const next = token(behind);
        if (!next || next->kind != TokenKind::word || !next->upper || next->digits) end = behind;
    }
    return end;
}

/// The token behind one place or several: "Wien/Köln/Graz", "Berlin – New York", "Chapel Hill and London".
std::uint32_t Chunker::places_end(std::uint32_t at) const {
    auto end = place_end(at);
    if (end == at) return unknown_town_end(at);
    for (int count = 0; count < 5; ++count) {
        auto const joiner = token(end);
        if (!joiner) break;
        // "Frankfurt/M. [u.a.]"
        if (joiner->kind == TokenKind::open && joiner->match != no_token && joiner->match <= end + 5 &&
            (word(end + 1) == "u" || word(end + 1) == "u.a"))
            return joiner->match + 1;
        bool const joins = joiner->is_mark('|') || joiner->is_mark('-') || joiner->is_mark(',') ||
                           joiner->is_mark(';') ||
                           (joiner->kind == TokenKind::word && joiner->is(WordClass::conjunction));
        if (!joins) break;
        auto next = end + 1;
        // "u. a.": more places, unnamed.
        if (word(end) == "u" && mark(end + 1, '.') && word(end + 2) == "a" && mark(end + 3, '.')) {
            end += 4;
            continue;
        }
        if (mark(next, '.') && word(end) == "u") ++next;
        auto const further = place_end(next);
        if (further == next) break;
        // "Oxford, Oxford University Press, 2010": the second begins the name of a house.
        auto const behind = token(further);
        if (joiner->is_mark(',') && behind && behind->upper && behind->is(WordClass::publisher)) break;
        end = further;
    }
    return end;
}

/// The token behind a year, or years, at `at` that ends an imprint; `at` where none does.
std::uint32_t Chunker::imprint_year(std::uint32_t at) const {
    auto const read = read_date(out_.tokens, out_.text, at);
    if (!read || read->date.start.year == 0 || read->date.start.month != 0 || read->date.start.season != 0)
        return at;
    if (at > 0 && out_.tokens[at - 1].is(WordClass::month)) return at;
    auto const next = token(read->end);
    if (next && next->kind == TokenKind::word && next->is(WordClass::month)) return at;
    bool const page_follows =
        next && next->kind == TokenKind::word && (next->is(WordClass::label) || next->number);
    bool const work_follows =
        next && next->lower && next->is(WordClass::signal);  // "München 2001 sowie Petra Weber"
    // "社会科学文献出版社2012年版"
    if (word(read->end) == "版" && at_boundary(read->end + 1)) return read->end + 1;
    return at_boundary(read->end) || page_follows || work_follows ? read->end : at;
}

/// One name of a Russian house up to a comma and the year.
bool Chunker::cyrillic_house(std::uint32_t at) const {
    auto const head = token(at);
    if (!head || head->kind != TokenKind::word || !head->upper ||
        script_of(decode(word(at), 0).value) != Script::cyrillic)
        return false;
    constexpr std::uint32_t longest = 3;
    auto end = at + 1;
    while (end < at + longest && token(end) && token(end)->kind == TokenKind::word) ++end;
    return mark(end, ',') && imprint_year(end + 1) != end + 1;
}

/// "coll. « Champs »", "coll. Folio histoire", "« Quadrige »", "colección «Alianza Universidad», 45": the
/// series that a house has the book in, before its year; the token behind it, or `at`.
std::uint32_t Chunker::series_of_house(std::uint32_t at) const {
    constexpr std::uint32_t longest = 8;
    auto const head = token(at);
    if (!head) return at;
    auto const label = find(at, mask(WordClass::label));
    bool const labelled = label.phrase && means(*label.phrase, "collection");
    auto name = labelled ? at + label.size : at;
    if (labelled && mark(name, '.')) ++name;
    auto const first = token(name);
    if (!first) return at;
    auto end = name;
    if (first->kind == TokenKind::quote_open && first->match != no_token) end = first->match + 1;
    else if (labelled && first->upper)
        while (end < name + longest && token(end) && token(end)->kind == TokenKind::word &&
               !(token(end)->number && is_year(word(end))))
            ++end;
    if (end == name || (!labelled && first->kind != TokenKind::quote_open)) return at;
    // "coll. « Points Histoire », n° 45, 1979"
    if (auto number = end + 1; mark(end, ',') && imprint_year(number) == number) {
        if (auto const numbered = find(number, mask(WordClass::label)); numbered.phrase)
            number += numbered.size;
        if (mark(number, '.')) ++number;
        if (token(number) && token(number)->number && mark(number + 1, ',')) end = number + 1;
    }
    return mark(end, ',') && imprint_year(end + 1) != end + 1 ? end : at;
}

/// Whether the name of a house may begin at `at`: not that of an archive or a library, nor the form of a
/// paper.
bool Chunker::may_begin_house(std::uint32_t at) const {
    auto const head = token(at);
    if (!head) return false;
    auto const is_publisher = [&] { return find(at, mask(WordClass::publisher)).phrase != nullptr; };
    if (!head->upper && !head->han && !head->digits && head->kind != TokenKind::quote_open && !is_publisher())
        return false;
    constexpr std::uint32_t reach = 6;
    bool press = false;  // "University of Pittsburgh Press", "Cambridge University Press"
    for (auto i = at + 1; i < at + reach && token(i) && token(i)->kind == TokenKind::word; ++i)
        press = press || token(i)->is(WordClass::publisher);
    if (head->is(WordClass::genre)) return false;
    // "Warszawa: IPN, 2008": behind the colon of a town the letters of an institute that prints.
    auto const behind = mark(at + 1, ',') ? at + 2 : at + 1;
    if (head->all_upper && at > 0 && mark(at - 1, ':') && imprint_year(behind) != behind) return true;
    if (press) return true;
    return !find(at, mask(WordClass::archive)).phrase && (!head->is(WordClass::repository) || is_publisher());
}

/// Whether a mark goes on to another part of a house's name, or to its year. `commas`: also to more houses.
bool Chunker::goes_on_with_house(std::uint32_t at, bool commas) const {
    auto const& sign = out_.tokens[at];
    auto const is_before_year = [&] { return imprint_year(at + 1) != at + 1; };
    // "Cambridge: University Press; 1997"; "М.: Центрполиграф; Мим-Дельта, 2010", "М.: МФД: Материк, 2005":
    // two houses of one town.
    if (sign.is_mark(':')) return commas && cyrillic_house(at + 1);
    if (sign.is_mark(';')) return is_before_year() || (commas && cyrillic_house(at + 1));
    return sign.is_mark(',') && (commas || is_before_year());
}

/// Whether what stands at `at` is no part of a house's name.
bool Chunker::ends_house(std::uint32_t at) const {
    auto const& item = out_.tokens[at];
    switch (item.kind) {
        case TokenKind::open:
        case TokenKind::close:
        case TokenKind::url: return true;
        case TokenKind::mark:
            if (item.mark == '.')
                return is_stop(at) && !(token(at + 1) && token(at + 1)->is(WordClass::publisher));
            return item.mark != '*' && item.mark != '|' && item.mark != '-';
        default: break;
    }
    if (item.kind == TokenKind::word &&
        (item.is(WordClass::month) || (item.lower && item.is(WordClass::verb))))
        return true;
    // "vol. 2", "p 5"
    auto const next = token(at + 1);
    return item.is(WordClass::label) && next &&
           (next->digits || (mark(at + 1, '.') && token(at + 2) && token(at + 2)->digits));
}

/// The token of the year behind the name of a house that begins at `at`; `at` where no house and year stand
/// there.
std::uint32_t Chunker::house_end(std::uint32_t at, bool commas) const {
    if (!may_begin_house(at)) return at;
    auto const limit =
        std::min<std::uint32_t>(static_cast<std::uint32_t>(out_.tokens.size()), at + house_reach);
    for (auto i = at; i < limit; ++i) {
        auto const& item = out_.tokens[i];
        if (i > at && imprint_year(i) != i && (item.number || word(i).ends_with("年"))) return i;
        // "Washington, DC: Advisory Council, February 1991"
        if (commas && item.is(WordClass::month) && mark(i - 1, ',') && is_year(word(i + 1)) &&
            at_boundary(i + 2))
            return i;
        if (goes_on_with_house(i, commas)) continue;
        if (auto const end = item.is_mark(',') ? series_of_house(i + 1) : i + 1; end != i + 1) {
            i = end - 1;
        } else if (item.kind == TokenKind::quote_open && item.match != no_token && item.match < limit) {
            i = item.match;
        } else if (ends_house(i)) {
            return at;
        }
    }
    return at;
}

/// What stands behind an imprint that is only "Place, Year": pages, a volume, or nothing more. In an archival
/// reference a place of writing and a year go on otherwise.
bool Chunker::imprint_may_end(std::uint32_t at) const {
    auto const next = token(at);
    if (!next || next->is_mark(';') || next->is_mark('.') || next->kind == TokenKind::close) return true;
    if (!next->is_mark(',') && !next->is_mark(':')) return false;
    auto const after = token(at + 1);
    if (!after || after->kind != TokenKind::word) return false;
    if (after->number && at_boundary(at + 2)) return true;
    if (!after->is(WordClass::label) || !after->phrase) return false;
    auto const& meaning = after->phrase->meanings()[0];
    return meaning == "page" || meaning == "volume" || meaning == "document" || meaning == "chapter" ||
           meaning == "column" || meaning == "part";
}

/// "Národní archiv (NA), Prague": the city of an archive.
bool Chunker::behind_repository() const {
    auto const& list = out_.list;
    for (std::size_t back = 2; back <= 3 && back <= list.size(); ++back) {
        auto const& before = list[list.size() - back];
        if (before.kind == ChunkKind::archive ||
            (before.kind == ChunkKind::text && before.is(Trait::repository)))
            return true;
        if (before.kind != ChunkKind::aside && before.kind != ChunkKind::hereafter) return false;
    }
    return false;
}

/// "…, Istituto per la storia, Ljubljana 1999, p. 45": a town, at once its year, and a page.
bool Chunker::is_town_and_year() const {
    auto const place = place_end(at_);
    auto const year = place == at_ ? place : imprint_year(place);
    auto const label = token(year + 1);
    return place != at_ && year != place && mark(year, ',') && label && label->is(WordClass::label) &&
           label->phrase && label->phrase->meanings().front() == "page" && !names_files();
}

/// "Arhiva MAE, Fond Telegrame, Moscova, 1968, vol. II": behind an archive a town and a year are those of its
/// files.
bool Chunker::names_files() const {
    for (auto chunk = out_.list.rbegin(); chunk != out_.list.rend(); ++chunk) {
        if (chunk->kind == ChunkKind::stop || chunk->kind == ChunkKind::semicolon ||
            chunk->kind == ChunkKind::quote)
            return false;
        if (chunk->kind == ChunkKind::archive) return true;
    }
    return false;
}

/// "Burián an Tisza, Wien, 8. 3. 1915": behind a letter's head a place, which ends at `place`, and a day.
bool Chunker::written_at(std::uint32_t place) const {
    auto const letter = before_comma();
    if (!letter || letter->to == no_token || !mark(place, ',')) return false;
    auto const day = read_date(out_.tokens, out_.text, place + 1);
    return day && day->date.start.day != 0;
}

/// "München 2007", "Paris, Fayard, 1998", "Berlin: Ch. Links 2010", "М.: РОССПЭН, 2008": a chunk like that of
/// an imprint in brackets.
bool Chunker::imprint() {
    if (out_.list.empty() || (behind_repository() && !is_town_and_year())) return false;
    if (house_alone()) return true;
    // "В 30 т. М., 1954": behind the number of volumes.
    auto const& before = out_.list.back();
    bool const behind_others =
        before.kind == ChunkKind::text && before.is(Trait::others);  // "и др. М., 2003"
    if (!may_precede_imprint(before.kind) && !before.label_last && !behind_others) return false;
    // "Box 1, Guatemala 1952–1954": behind a box its folder.
    if (behind_container()) return false;
    auto const place = places_end(at_);
    if (place == at_ || written_at(place)) return false;
    // "Interview mit …, Hamburg, 3. 5. 2004": a whole day is no year of print.
    if (mark(place, ','))
        if (auto const day = read_date(out_.tokens, out_.text, place + 1); day && day->date.start.day != 0)
            return false;
    auto year = imprint_year(place) != place ? place : no_token;
    if (year == no_token && mark(place, ',') && imprint_year(place + 1) != place + 1 &&
        imprint_may_end(imprint_year(place + 1)) && !names_files())
        year = place + 1;
    if (year == no_token && (mark(place, ',') || mark(place, ':')))
        if (auto const found = house_end(place + 1, mark(place, ':')); found != place + 1) year = found;
    if (year == no_token) return false;
    // "Msgs, Saigon 1849 to State": the number of a post's message
    if (word(year + 1) == "to" && token(year + 2) && token(year + 2)->upper) return false;
    auto read = read_date(out_.tokens, out_.text, year);
    // "La Courneuve, Europe 1944-1960": years of a series, not of a book.
    if (read->date.end && mark(place, ',') && !imprint_may_end(read->end)) return false;
    auto end = std::max(read->end, imprint_year(year));
    // "2003 [1950]": the first print.
    if (token(end) && token(end)->kind == TokenKind::open && token(end)->match == end + 2 &&
        imprint_year(end + 1) == end + 2)
        end += 3;
    if (auto const reissue = behind_reissue(end); reissue != end) {
        end = reissue;
        read = read_date(out_.tokens, out_.text, end - 1);
    }
    auto& chunk = add(ChunkKind::publication, at_, end);
    chunk.set(Trait::publisher);
    chunk.set(Trait::place);
    chunk.has_year = true;
    chunk.date = keep(std::move(read->date));
    at_ = end;
    return true;
}

/// "Stuttgart 1967, ²1975": behind the year of the first edition that of the one at hand, its number raised;
/// the token behind it, or `at`.
std::uint32_t Chunker::behind_reissue(std::uint32_t at) const {
    auto const year = token(at + 1);
    if (!mark(at, ',') || !year || !year->number || !is_year(word(at + 1)) || !at_boundary(at + 2) ||
        year->span.begin == 0)
        return at;
    auto const before = decode_before(out_.text, year->span.begin);
    return raised_digit(before.value) != '\0' ? at + 2 : at;
}

/// "第345页", behind a comma.
bool Chunker::is_eastern_page(std::uint32_t at) const {
    auto const page = token(at);
    return page && mark(at - 1, ',') && page->han && page->digits;
}

/// "Stanford University Press, 1995", "librairie Plon, 1888": a house that is known for one, without its
/// place.
bool Chunker::house_alone() {
    if (!may_precede_imprint(out_.list.back().kind) && out_.list.back().kind != ChunkKind::level)
        return false;
    bool named = false;
    auto at = at_;
    for (; at < at_ + house_reach && token(at) && !mark(at, ','); ++at) {
        auto const& item = out_.tokens[at];
        // "江西人民出版社2005年版": without a mark between.
        if (named && out_.tokens[at - 1].han && imprint_year(at) != at) break;
        if (item.is_mark('.') && !is_stop(at)) continue;
        if (item.kind != TokenKind::word || item.digits) return false;
        if (item.is(WordClass::repository) && !item.is(WordClass::place) && !named &&
            fold_word(word(at)) != "university")
            return false;
        bool const joins = item.is(WordClass::particle) || item.is(WordClass::conjunction) ||
                           word(at) == "of" || word(at) == "for" || word(at) == "the";
        bool const house = item.is(WordClass::publisher) && !item.is(WordClass::collection) &&
                           !item.is(WordClass::institution);
        if (!item.upper && !joins && !house) return false;
        named = named || house;
    }
    bool const parted = mark(at, ',');
    auto const year = parted ? at + 1 : at;
    if (!named || !(parted || (token(at) && token(at)->digits)) || imprint_year(year) == year ||
        !(imprint_may_end(imprint_year(year)) || (!parted && is_eastern_page(imprint_year(year) + 1))))
        return false;
    auto read = read_date(out_.tokens, out_.text, year);
    auto const end = imprint_year(year);
    auto& chunk = add(ChunkKind::publication, at_, end);
    chunk.set(Trait::publisher);
    chunk.has_year = true;
    chunk.date = keep(std::move(read->date));
    at_ = end;
    return true;
}

/// "Diss. phil., Humboldt-Universität zu Berlin 1998", "thèse de doctorat, université Paris X, 1998": a
/// thesis, where and when, without brackets.
bool Chunker::thesis() {
    if (out_.list.empty()) return false;
    if (auto const talk = find(at_, mask(WordClass::conference)); talk.phrase) {
        Chunk described;
        auto const end = spoken(at_ + talk.size, sentence_end(at_), described);
        if (end == no_token) return false;
        auto& chunk = add(ChunkKind::publication, at_, end);
        chunk.traits = described.traits;
        chunk.imprint = described.imprint;
        chunk.date = described.date;
        chunk.has_year = true;
        chunk.has_day = described.has_day;
        at_ = end;
        return true;
    }
    auto const unpublished = find(at_, mask(WordClass::unpublished)).phrase || word(at_) == "unpublished" ||
                             word(at_) == "unveröff";
    auto const head = unpublished ? at_ + 1 : at_;
    auto const noun = mark(head, '.') ? head + 1 : head;
    auto const found = find(noun, mask(WordClass::thesis));
    if (!found.phrase) return false;
    auto genre = mark(noun + found.size, '.') ? noun + found.size + 1 : noun + found.size;
    // "дис. … канд. ист. наук": the degree and its science.
    constexpr std::uint32_t degree_reach = 10;
    for (auto at = genre; at < genre + degree_reach && token(at); ++at)
        if (word(at) == "наук") {
            genre = mark(at + 1, '.') ? at + 2 : at + 1;
            break;
        }
    auto const limit =
        std::min<std::uint32_t>(static_cast<std::uint32_t>(out_.tokens.size()), genre + house_reach);
    for (auto at = genre; at < limit; ++at) {
        auto const& item = out_.tokens[at];
        if (at == genre && thesis_in_bracket(genre)) return true;
        if (item.is_mark(';') || item.kind == TokenKind::open || item.kind == TokenKind::quote_open)
            return false;
        if (!item.number || imprint_year(at) == at) continue;
        auto read = read_date(out_.tokens, out_.text, at);
        auto end = read->end;
        // "(Masch.)"
        if (token(end) && token(end)->kind == TokenKind::open && token(end)->match <= end + 3)
            end = token(end)->match + 1;
        auto& chunk = add(ChunkKind::thesis, at_, end);
        chunk.imprint = genre;
        chunk.has_year = true;
        chunk.date = keep(std::move(read->date));
        at_ = end;
        return true;
    }
    return false;
}

/// "Ph.D. thesis (Cambridge, 1998)": where and when, in the bracket at `open`.
bool Chunker::thesis_in_bracket(std::uint32_t open) {
    auto const bracket = token(open);
    if (!bracket || bracket->kind != TokenKind::open || bracket->match == no_token ||
        bracket->match - open > house_reach || !is_year(word(bracket->match - 1)))
        return false;
    auto read = read_date(out_.tokens, out_.text, bracket->match - 1);
    auto& chunk = add(ChunkKind::thesis, at_, bracket->match + 1);
    chunk.imprint = open;
    chunk.has_year = true;
    chunk.date = keep(std::move(read->date));
    at_ = bracket->match + 1;
    return true;
}

/// "wyd. 3", "изд. 2-е", "wyd. II": the number behind the noun.
bool Chunker::numbered_edition() {
    constexpr std::size_t longest = 5;
    auto const& noun = out_.tokens[at_];
    auto const number = token(at_ + 2);
    // "ediția a III-a"
    if (noun.is(WordClass::edition) && run_ == no_token && behind_comma() && word(at_ + 1) == "a" && number &&
        word(at_ + 2).ends_with("-a") && at_boundary(at_ + 3)) {
        add(ChunkKind::edition, at_, at_ + 3);
        at_ += 3;
        return true;
    }
    if (!noun.is(WordClass::edition) || noun.is(WordClass::edition_word) || run_ != no_token ||
        !mark(at_ + 1, '.') || !number || !(number->roman || is_digit(word(at_ + 2)[0])) ||
        number->span.size() > longest || is_year(word(at_ + 2)) || !at_boundary(at_ + 3))
        return false;
    add(ChunkKind::edition, at_, at_ + 3);
    at_ += 3;
    return true;
}

/// "2nd ed.", "rev. and updated ed.", "5., durchges. Aufl.", "2-е изд., испр. и доп.": words that tell an
/// edition, one of them its noun.
bool Chunker::edition() {
    auto const& head = out_.tokens[at_];
    if (numbered_edition()) return true;
    if (head.kind != TokenKind::word || !(head.digits || head.is(WordClass::edition_word))) return false;
    auto end = at_;
    std::uint32_t noun = no_token;
    bool told = false;
    for (auto at = at_;
         at < std::min<std::uint32_t>(static_cast<std::uint32_t>(out_.tokens.size()), at_ + edition_reach);
         ++at) {
        auto const& item = out_.tokens[at];
        if (item.kind == TokenKind::mark) {
            if (item.mark == '.' && !item.space_before) {
                if (at == end) end = is_stop(at) && noun != no_token ? end : at + 1;
                continue;
            }
            if (item.mark == ',' && at + 1 < out_.tokens.size() &&
                out_.tokens[at + 1].is(WordClass::edition_word))
                continue;
            break;
        }
        if (item.kind != TokenKind::word) break;
        if (noun != no_token && item.upper && item.is(WordClass::edition_word) && places_end(at) > at + 1)
            break;  // "Rev. ed. New York"
        bool const ordinal = at == at_ && item.digits && item.span.size() <= 5;
        bool const noun_here = item.is(WordClass::edition) || word(at) == "ed" || word(at) == "éd";
        if (!ordinal && !noun_here && !item.is(WordClass::edition_word) &&
            !(item.is(WordClass::conjunction) && told))
            break;
        // "Wiener Zeitung v. 27. 2. 1861, Abendblatt": one word that tells the edition by itself.
        bool const alone =
            noun_here && item.is(WordClass::edition_word) && run_ == no_token && at_boundary(at + 1);
        if (noun_here && !ordinal && !told && !alone) break;
        // "rev. and ed. Boris Jakim": what somebody did.
        if (noun_here && !item.is(WordClass::edition) && out_.tokens[at - 1].is(WordClass::conjunction))
            return false;
        told = true;
        if (noun_here && !ordinal) noun = at;
        if (!(item.is(WordClass::conjunction) && !noun_here)) end = at + 1;
    }
    if (noun == no_token) return false;
    add(ChunkKind::edition, at_, end);
    at_ = end;
    return true;
}

}  // namespace fonds
