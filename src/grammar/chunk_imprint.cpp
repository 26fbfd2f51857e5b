// The imprint of a book that stands without brackets: its towns, its house, its year.

#include <algorithm>

#include "base/unicode.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {
namespace {

using std::string_view;

/// The name of a house is shorter (tokens).
constexpr std::uint32_t house_reach = 14;

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

/// The token behind a year, or years, at `at` that ends an imprint; `at` where none does.
std::uint32_t Chunker::imprint_year(std::uint32_t at) const {
    auto const read = read_date(out_.tokens, out_.text, at);
    if (!read || read->date.start.year == 0 || read->date.start.month != 0 || read->date.start.season != 0)
        return at;
    if (token(at - 1).is(WordClass::month)) return at;
    auto const& next = token(read->end);
    if (next.kind == TokenKind::word && next.is(WordClass::month)) return at;
    bool const page_follows = next.kind == TokenKind::word && (next.is(WordClass::label) || next.number);
    bool const work_follows = next.lower && next.is(WordClass::signal);  // "München 2001 sowie Petra Weber"
    // "社会科学文献出版社2012年版"
    if (word(read->end) == "版" && at_boundary(read->end + 1)) return read->end + 1;
    return at_boundary(read->end) || page_follows || work_follows ? read->end : at;
}

/// One name of a Russian house up to a comma and the year.
bool Chunker::cyrillic_house(std::uint32_t at) const {
    auto const& head = token(at);
    if (head.kind != TokenKind::word || !head.upper ||
        script_of(decode(word(at), 0).value) != Script::cyrillic)
        return false;
    constexpr std::uint32_t longest = 3;
    auto end = at + 1;
    while (end < at + longest && token(end).kind == TokenKind::word) ++end;
    return mark(end, ',') && imprint_year(end + 1) != end + 1;
}

/// "International Union; Oxford University Press, 1997": a house that is known for one, up to a comma and the
/// year.
bool Chunker::known_house(std::uint32_t at) const {
    bool known = false;
    auto end = at;
    for (; end < at + house_reach && token(end).kind == TokenKind::word; ++end)
        known = known || (token(end).upper && find(end, mask(WordClass::publisher)).phrase);
    return known && mark(end, ',') && imprint_year(end + 1) != end + 1;
}

/// "coll. « Champs »", "coll. Folio histoire", "« Quadrige »", "colección «Alianza Universidad», 45": the
/// series that a house has the book in, before its year; the token behind it, or `at`.
std::uint32_t Chunker::series_of_house(std::uint32_t at) const {
    constexpr std::uint32_t longest = 8;
    auto const label = find(at, mask(WordClass::label));
    bool const labelled = label.phrase && means(*label.phrase, "collection");
    auto name = labelled ? at + label.size : at;
    if (labelled && mark(name, '.')) ++name;
    auto const& first = token(name);

    auto end = name;
    if (first.kind == TokenKind::quote_open && first.match != no_token) end = first.match + 1;
    else if (labelled && first.upper)
        while (end < name + longest && token(end).kind == TokenKind::word &&
               !(token(end).number && is_year(word(end))))
            ++end;
    if (end == name || (!labelled && first.kind != TokenKind::quote_open)) return at;
    // "coll. « Points Histoire », n° 45, 1979"
    if (auto number = end + 1; mark(end, ',') && imprint_year(number) == number) {
        if (auto const numbered = find(number, mask(WordClass::label)); numbered.phrase)
            number += numbered.size;
        if (mark(number, '.')) ++number;
        if (token(number).number && mark(number + 1, ',')) end = number + 1;
    }
    return mark(end, ',') && imprint_year(end + 1) != end + 1 ? end : at;
}

/// Whether the name of a house may begin at `at`: not that of an archive or a library, nor the form of a
/// paper.
bool Chunker::may_begin_house(std::uint32_t at) const {
    auto const& head = token(at);
    if (unstated_end(at) != at) return true;
    auto const is_publisher = [&] { return find(at, mask(WordClass::publisher)).phrase != nullptr; };
    if (!head.upper && !head.han && !head.digits && head.kind != TokenKind::quote_open && !is_publisher())
        return false;
    constexpr std::uint32_t reach = 6;
    bool press = false;  // "University of Pittsburgh Press", "Cambridge University Press"
    for (auto i = at + 1; i < at + reach && token(i).kind == TokenKind::word; ++i)
        press = press || token(i).is(WordClass::publisher);
    if (head.is(WordClass::genre)) return false;
    // "Warszawa: IPN, 2008": behind the colon of a town the letters of an institute that prints.
    auto const behind = mark(at + 1, ',') ? at + 2 : at + 1;
    if (head.all_upper && mark(at - 1, ':') && imprint_year(behind) != behind) return true;
    if (press) return true;
    if (prints_books(at)) return true;
    return !find(at, mask(WordClass::archive)).phrase && (!head.is(WordClass::repository) || is_publisher());
}

/// "Paris, Bibliothèque nationale, 1990, p. 45": behind a town a keeper, before a year and a page, printed
/// the book.
bool Chunker::prints_books(std::uint32_t at) const {
    auto const keeper = find(at, mask(WordClass::archive));
    auto const comma = at + keeper.size;
    if (!keeper.phrase || !mark(comma, ',') || !mark(at - 1, ',')) return false;
    auto const behind = imprint_year(comma + 1);
    if (behind == comma + 1 || !mark(behind, ',')) return false;
    auto const& page = token(behind + 1);
    return page.is(WordClass::label) && page.phrase && page.phrase->meanings()[0] == "page";
}

/// Whether a mark goes on to another part of a house's name, or to its year. `commas`: also to more houses.
bool Chunker::goes_on_with_house(std::uint32_t at, bool commas) const {
    auto const& sign = token(at);
    auto const is_before_year = [&] { return imprint_year(at + 1) != at + 1; };
    // "Cambridge: University Press; 1997"; "М.: Центрполиграф; Мим-Дельта, 2010", "М.: МФД: Материк, 2005":
    // two houses of one town.
    if (sign.is_mark(':')) return commas && cyrillic_house(at + 1);
    if (sign.is_mark(';'))
        return is_before_year() || known_house(at + 1) || (commas && cyrillic_house(at + 1));
    return sign.is_mark(',') && (commas || is_before_year());
}

/// Whether what stands at `at` is no part of a house's name.
bool Chunker::ends_house(std::uint32_t at) const {
    auto const& item = token(at);
    switch (item.kind) {
        case TokenKind::open:
        case TokenKind::close:
        case TokenKind::url: return true;
        case TokenKind::mark:
            if (item.mark == '.') return is_stop(at) && !token(at + 1).is(WordClass::publisher);
            return item.mark != '*' && item.mark != '|' && item.mark != '-';
        default: break;
    }
    if (item.kind == TokenKind::word &&
        (item.is(WordClass::month) || (item.lower && item.is(WordClass::verb))))
        return true;
    // "vol. 2", "p 5"
    auto const& next = token(at + 1);
    return item.is(WordClass::label) && (next.digits || (mark(at + 1, '.') && token(at + 2).digits));
}

/// The token of the year behind the name of a house that begins at `at`; `at` where no house and year stand
/// there.
std::uint32_t Chunker::house_end(std::uint32_t at, bool commas) const {
    if (!may_begin_house(at)) return at;
    auto const limit = std::min(out_.tokens.size(), at + house_reach);
    for (auto i = at; i < limit; ++i) {
        auto const& item = token(i);
        if (auto const behind = unstated_end(i); behind != i) {
            i = behind - 1;
            continue;
        }
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
        } else if (i > at && item.kind == TokenKind::open && item.match != no_token && item.match < limit &&
                   token(i + 1).upper && mark(item.match + 1, ',') &&
                   imprint_year(item.match + 2) != item.match + 2) {
            i = item.match;  // "Flammarion (Champs Histoire), 2012"
        } else if (ends_house(i)) {
            return at;
        }
    }
    return at;
}

/// What stands behind an imprint that is only "Place, Year": pages, a volume, or nothing more. In an archival
/// reference a place of writing and a year go on otherwise.
bool Chunker::imprint_may_end(std::uint32_t at) const {
    auto const& next = token(at);
    if (!next.exists() || next.is_mark(';') || next.is_mark('.') || next.kind == TokenKind::close)
        return true;
    if (!next.is_mark(',') && !next.is_mark(':')) return false;
    auto const& after = token(at + 1);
    if (after.kind != TokenKind::word) return false;
    if (after.number && at_boundary(at + 2)) return true;
    if (!after.is(WordClass::label) || !after.phrase) return false;
    auto const& meaning = after.phrase->meanings()[0];
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
    auto const& label = token(year + 1);
    return place != at_ && year != place && mark(year, ',') && label.is(WordClass::label) && label.phrase &&
           label.phrase->meanings().front() == "page" && !names_files();
}

/// "Arhiva MAE, Fond Telegrame, Moscova, 1968, vol. II": behind an archive a town and a year are those of its
/// files.
bool Chunker::names_files() const {
    auto const chunks = within_reach();
    for (auto at = chunks.rbegin(); at != chunks.rend(); ++at) {
        auto const kind = at->kind;
        if (kind == ChunkKind::stop || kind == ChunkKind::semicolon || kind == ChunkKind::quote) return false;
        if (kind == ChunkKind::archive) return true;
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

/// "…, New Evidence from Russian Archives, Bologna, il Mulino, 2007": behind a title with archives in it.
bool Chunker::is_town_and_known_house() const {
    auto const place = places_end(at_);
    return place != at_ && (mark(place, ',') || mark(place, ':')) && known_house(place + 1);
}

/// "München 2007", "Paris, Fayard, 1998", "Berlin: Ch. Links 2010", "М.: РОССПЭН, 2008": a chunk like that of
/// an imprint in brackets.
bool Chunker::imprint() {
    if (out_.list.empty() || (behind_repository() && !is_town_and_year() && !is_town_and_known_house()))
        return false;
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
    if (word(year + 1) == "to" && token(year + 2).upper) return false;
    auto read = read_date(out_.tokens, out_.text, year);
    // "La Courneuve, Europe 1944-1960": years of a series, not of a book.
    if (read->date.end && mark(place, ',') && !imprint_may_end(read->end)) return false;
    auto end = std::max(read->end, imprint_year(year));
    // "2003 [1950]": the first print.
    if (token(end).kind == TokenKind::open && token(end).match == end + 2 && imprint_year(end + 1) == end + 2)
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

/// "[o. O.] 1950", "[Graz] 1950": the place in brackets, as it is known from elsewhere or not at all.
bool Chunker::imprint_in_brackets() {
    return run_ == no_token && word(at_) == "[" && place_end(at_) != at_ && imprint();
}

/// "Stuttgart 1967, ²1975": behind the year of the first edition that of the one at hand, its number raised;
/// the token behind it, or `at`.
std::uint32_t Chunker::behind_reissue(std::uint32_t at) const {
    auto const& year = token(at + 1);
    if (!mark(at, ',') || !year.number || !is_year(word(at + 1)) || !at_boundary(at + 2) ||
        year.span.begin == 0)
        return at;
    auto const before = decode_before(out_.text, year.span.begin);
    return raised_digit(before.value) != '\0' ? at + 2 : at;
}

/// "第345页", behind a comma.
bool Chunker::is_eastern_page(std::uint32_t at) const {
    auto const& page = token(at);
    return mark(at - 1, ',') && page.han && page.digits;
}

/// "Stanford University Press, 1995", "librairie Plon, 1888": a house that is known for one, without its
/// place.
bool Chunker::house_alone() {
    if (!may_precede_imprint(out_.list.back().kind) && out_.list.back().kind != ChunkKind::level)
        return false;
    bool named = false;
    auto at = at_;
    for (; at < at_ + house_reach && token(at).exists() && !mark(at, ','); ++at) {
        auto const& item = token(at);
        // "江西人民出版社2005年版": without a mark between.
        if (named && token(at - 1).han && imprint_year(at) != at) break;
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
    if (!named || !(parted || token(at).digits) || imprint_year(year) == year ||
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

}  // namespace fonds
