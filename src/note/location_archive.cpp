// Which element of a reference names the archive, and what stands at its name: place, abbreviation, division.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/host_of_copies.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"
#include "note/month_tongues.hpp"

namespace fonds {

using std::string_view;

void LocationReader::find_archive() {
    for (std::size_t i = 0; i < elements_.size(); ++i) {
        if (elements_[i].piece != Piece::archive || class_of_papers(i)) continue;
        if (names_holding_of_keeper(i)) continue;
        if (!names_group_before_keeper(i)) {
            known_archive(i);
            continue;
        }
        settle(elements_[i].span);
        settle(elements_.back().span);
    }
    for (std::size_t i = 0; i < elements_.size(); ++i)
        if (elements_[i].piece == Piece::ibid) {
            // "StadtA, A/2, a. a. O., Blatt 89" tells its keeper and file anew.
            low_.location_ibid = i == 0 || i + 1 == elements_.size();
            elements_[i].used = true;
        }
    for (std::size_t i = 0; i < elements_.size(); ++i)
        if (!elements_[i].used && elements_[i].piece == Piece::words && has(elements_[i], Trait::digital)) {
            reference().digital_archive = text(elements_[i].span);
            low_.field("digital_archive", elements_[i].span);
            elements_[i].used = true;
        }
    if (archive_ == none) archive_in_code();
    if (archive_ == none) archive_behind_strokes();
    if (archive_ == none) archive_and_shelfmark();
    if (archive_ == none) archive_in_bracket();
    if (archive_ == none) papers_and_keeper();
    if (archive_ == none && !low_.location_ibid) unknown_archive();
    if (archive_ != none) {
        beside_archive();
        place_before_archive();
    }
}

/// "Universitätsarchiv Leipzig, PA 925": behind a keeper that the tables lack two letters and a number are
/// its holding, whatever archive goes by them elsewhere.
bool LocationReader::names_holding_of_keeper(std::size_t index) const {
    constexpr std::size_t longest = 2;
    return archive_ == none && index == 1 && elements_[index].span.size() <= longest &&
           elements_[0].piece == Piece::words && has(elements_[0], Trait::repository) &&
           index + 1 < elements_.size() && elements_[index + 1].first == elements_[index].last;
}

/// "NSA, Backchannel Messages, box 3, GRFL": the letters of a file group are an archive's too; the keeper
/// ends the reference.
bool LocationReader::names_group_before_keeper(std::size_t index) const {
    constexpr std::size_t longest = 4;
    auto const& last = elements_.back();
    if (elements_[index].span.size() > longest || index + 2 >= elements_.size() ||
        elements_[index + 1].piece != Piece::words || last.piece != Piece::archive)
        return false;
    auto const& keeper = *head(last).phrase->archives().front();
    return keeper.scheme == "US-COLL" && keeper.parent == "us-nara";
}

/// "PRO 30/22/34": papers given to the Public Record Office have a class by its letters.
bool LocationReader::class_of_papers(std::size_t index) {
    if (replace_all(text(elements_[index].span), ".", "") != "PRO" || index + 1 >= elements_.size() ||
        elements_[index + 1].first != elements_[index].last)
        return false;
    auto& number = elements_[index + 1];
    auto const parts = split(text(number.span), '/');
    if (parts.size() != 3 || parts[0] != "30" || !is_all_digits(parts[1]) || !is_all_digits(parts[2]))
        return false;
    elements_[index].used = number.used = true;
    scheme_ = "GB-DSP";
    Span const whole{elements_[index].span.begin, number.span.end};
    add("series", {}, {whole.begin, whole.end - parts[2].size() - 1});
    add("piece", {}, {whole.end - parts[2].size(), whole.end});
    settle(whole);
    return true;
}

/// "NKIDP Document No. 110812": its number in the archive at `index`, which shows copies.
void LocationReader::document_among_copies(std::size_t index) {
    auto const next = index + 1;
    if (next >= elements_.size() || elements_[next].used || elements_[next].piece != Piece::level ||
        !head(elements_[next]).means("document") || !reference().document_id.empty())
        return;
    auto const number = head(elements_[next]).inner;
    reference().document_id = text(number);
    low_.field("document_id", number);
    elements_[next].used = true;
}

void LocationReader::known_archive(std::size_t index) {
    auto& element = elements_[index];
    auto const* phrase = head(element).phrase;
    if (has_files_behind(index)) return settle(element.span);
    if (writes_title(index)) return;
    if (hosts_copies(head(element))) {
        if (reference().digital_archive.empty()) {
            reference().digital_archive = text(element.span);
            low_.field("digital_archive", element.span);
        }
        element.used = true;
        return document_among_copies(index);
    }
    if (archive_ != none) return;  // "PA AA, MfAA": a second name is a Bestand of the first
    archive_ = index;
    element.used = true;
    auto span = element.span;
    span = with_parts_before(index, span);
    choose(*phrase);
    // "TNA: PRO", as The National Archives asked to be cited until 2010.
    if (scheme_is("GB-DSP") && index + 1 < elements_.size() && text(elements_[index + 1].span) == "PRO" &&
        !elements_[index + 1].used) {
        elements_[index + 1].used = true;
        span.end = elements_[index + 1].span.end;
    }
    // In German and eastern references a second archive's name is a part of the first, not a keeper.
    bool const western = scheme_.empty() || scheme_is("US") || scheme_is("GB");
    // "Landesarchiv Thüringen – Hauptstaatsarchiv Weimar": an archive and its house.
    if (index + 1 < elements_.size() && list_[element.last].kind == ChunkKind::dash &&
        elements_[index + 1].first == element.last + 1 && has(elements_[index + 1], Trait::repository)) {
        elements_[index + 1].used = true;
        span.end = elements_[index + 1].span.end;
    }
    span = with_rest_of_name(index, span);
    span = with_house(index, span);
    span = with_division(span);
    // "SAPMO, BArch": the foundation and the archive that it is a part of.
    if (text(span) == "SAPMO" && index + 1 < elements_.size() &&
        elements_[index + 1].piece == Piece::archive && !elements_[index + 1].used) {
        elements_[index + 1].used = true;
        span.end = elements_[index + 1].span.end;
    }
    set_archive(western ? with_neighbours(index, span) : span);
    // A library's full name, as the tables have it: "Franklin D. Roosevelt Library".
    auto const name = text(archive_span_);
    if (name.ends_with(" Library") && archive_span_ == element.span &&
        std::count(name.begin(), name.end(), ' ') > 1)
        settle(archive_span_);
}

/// "Institute of Modern History Archives, | Academia Sinica": the whole name, as the tables have it, behind a
/// comma; the town there is no part of it.
Span LocationReader::with_rest_of_name(std::size_t index, Span span) {
    if (index + 1 >= elements_.size()) return span;
    auto& next = elements_[index + 1];
    if (next.used || next.piece != Piece::words || has(next, Trait::place) || has(next, Trait::digits))
        return span;
    Span const whole{span.begin, next.span.end};
    auto const& archives = head(elements_[index]).phrase->archives();
    bool const known = std::any_of(archives.begin(), archives.end(), [&](Archive const* archive) {
        return std::any_of(archive->names.begin(), archive->names.end(), [&](ArchiveName const& name) {
            return !name.abbreviation && name.text == text(whole);
        });
    });
    if (!known) return span;
    next.used = true;
    settle(whole);
    return whole;
}

/// "ÖStA, AdR", "Bundesarchiv, Stasi-Unterlagen-Archiv": an archive, and the part of it that keeps the
/// papers. The letters of a part are a holding's elsewhere: "PA AA, MfAA".
Span LocationReader::with_division(Span span) {
    auto next = archive_ + 1;
    while (next < elements_.size() && elements_[next].piece == Piece::aside) ++next;
    constexpr std::size_t longest_abbreviation = 8;
    if (next >= elements_.size() || elements_[next].piece != Piece::archive || elements_[next].used ||
        !(scheme_is("AT") || elements_[next].span.size() > longest_abbreviation))
        return span;
    auto const& phrase = *head(elements_[next]).phrase;
    bool const part =
        std::any_of(phrase.archives().begin(), phrase.archives().end(),
                    [&](Archive const* archive) { return archive->parent == reference().repository_id; });
    // "National Archives, Nixon Presidential Materials, NSC Files": papers that the archive has.
    bool const papers = scheme_is("US") && phrase.archives().front()->scheme == "US-COLL";
    if (!part || papers || reference().repository_id.empty()) return span;
    auto const whole = reference().repository_id;
    for (auto i = archive_ + 1; i <= next; ++i) elements_[i].used = true;
    archive_ = next;
    choose(phrase);
    // "ÖStA, KA": other countries have archives of the part's letters.
    for (auto const* archive : phrase.archives())
        if (archive->parent == whole) {
            reference().repository_id = archive->id;
            scheme_ = archive->scheme;
        }
    return {span.begin, elements_[next].span.end};
}

/// "NARA, RG 59, Office of the Historian, Lot File 87D236": an office that puts papers on the web, here the
/// one whose files these are.
bool LocationReader::has_files_behind(std::size_t index) const {
    return archive_ != none && archive_ < index && index + 1 < elements_.size() &&
           elements_[index + 1].piece == Piece::level && head(elements_[index + 1]).means("lot-file");
}

/// "Central Intelligence Agency, “Soviet Capabilities,” NIE 11-3-68": a body that has papers, at once before
/// a title, wrote what the title names.
bool LocationReader::writes_title(std::size_t index) {
    auto& element = elements_[index];
    bool const before_title =
        index == 0 && head(element).phrase->is(WordClass::institution) && element.last + 1 < list_.size() &&
        list_[element.last].kind == ChunkKind::comma && list_[element.last + 1].kind == ChunkKind::quote;
    auto& names = low_.citation.item.names;
    if (!before_title || names.find(Variable::author)) return false;
    Name body;
    body.literal = text(element.span);
    names.set(Variable::author, Names{std::move(body)});
    low_.field("author", element.span);
    element.used = true;
    return true;
}

/// "Manuscript Division, Library of Congress", "Kheel Center, Cornell University": parts of a keeper before
/// its name.
Span LocationReader::with_parts_before(std::size_t index, Span span) {
    while (index > 0 && is_part_of_keeper(elements_[index - 1], span)) {
        --index;
        elements_[index].used = true;
        span.begin = elements_[index].span.begin;
    }
    return span;
}

/// "Archives of Charles Scribner's Sons, Princeton University Library": of a firm, in a library.
bool LocationReader::is_of_firm(Element const& element, Span keeper) const {
    return text(element.span).starts_with("Archives of ") && names_library(text(keeper));
}

bool LocationReader::is_part_of_keeper(Element const& element, Span keeper) const {
    if (element.used || element.piece != Piece::words || has(element, Trait::digits) ||
        is_collection(element.span))
        return false;
    if (has(element, Trait::repository)) return !is_of_firm(element, keeper);
    // The offices of a ministry have papers in its archive; the centers of a university keep them.
    if (names_university(text(element.span)) && !has(element, Trait::genre)) return true;
    if (!names_library(text(keeper))) return false;
    auto const& tokens = low_.chunks.tokens;
    auto const first = head(element).first;
    auto last = list_[element.last - 1].last;
    while (last > first && tokens[last - 1].kind != TokenKind::word) --last;
    return last > first + 1 && tokens[first].upper && tokens[last - 1].upper &&
           tokens[last - 1].is(WordClass::keeper_part);
}

bool LocationReader::is_city_of(Archive const& archive, string_view name) {
    if (archive.city.empty()) return false;
    for (auto const city : split(archive.city, ';'))
        if (trim(city) == name) return true;
    return false;
}

/// How much of what stands beside the name is of that archive.
int LocationReader::signs_of(Archive const& archive) const {
    int signs = 0;
    for (auto const& element : elements_) {
        // "NA RG 84, …, U.S. Embassy, Prague": a record group tells more than a town beside it.
        if (element.piece == Piece::level &&
            low_.lexicon.scheme_label(archive.scheme, text(head(element).label)))
            signs += head(element).means("record-group") ? 4 : 1;
        // "National Archives, Nixon Presidential Materials": a part of it stands beside it.
        if (element.piece == Piece::archive && head(element).phrase->archives().front()->parent == archive.id)
            signs += 3;
        // "AGN (Lima)", "RA (Stockholm)"
        if (element.piece == Piece::aside && is_city_of(archive, text(head(element).inner))) signs += 3;
        if (element.piece != Piece::words) continue;
        // "NAI, Home Department, …": in New Delhi, not in Dublin.
        if (archive.scheme == "IN-F" && text(element.span).ends_with(" Department")) signs += 2;
        if (is_city_of(archive, text(element.span))) signs += 3;
        // "AA B 130, Bd. 5911": a German holding.
        if (archive.scheme.starts_with("DE") && has(element, Trait::digits) &&
            low_.chunks.tokens[head(element).first].is(WordClass::holding))
            signs += 2;
        // "AN, F7 13506", "AN, BB18 7059": a series of the French national archives.
        if (archive.scheme == "FR-AN" &&
            (is_french_series(text(element.span)) || is_french_entry(text(element.span))))
            signs += 2;
        // "NAA, A5954, 1833/2": a series of the Commonwealth, by its letter and number.
        if (archive.scheme == "AU-SC" && is_australian_series(text(element.span))) signs += 2;
        // "NA, FO 405/256": in Kew, not in Washington.
        if (archive.scheme == "GB-DSP" && has(element, Trait::department) && has(element, Trait::reference))
            signs += 3;
    }
    return signs + (dated_in_tongue_of(archive) ? 1 : 0);
}

/// "AMAE, …, 24 janvier 1905": a month in the tongue of the archive's country.
bool LocationReader::dated_in_tongue_of(Archive const& archive) const {
    constexpr std::size_t country = 2;  // letters of a scheme's id
    auto const is_its_own = [&](string_view tongue) {
        auto const scheme = low_.lexicon.scheme_of_tongue(tongue);
        return !scheme.empty() && archive.scheme.starts_with(scheme.substr(0, country));
    };
    return std::any_of(list_.begin(), list_.end(),
                       [&](Chunk const& chunk) { return has_month_in(low_.chunks, chunk, is_its_own); });
}

/// AMAE is in Bucharest and in Paris: what stands beside it decides; where that does not, none is chosen.
void LocationReader::choose(Phrase const& phrase) {
    Archive const* best = phrase.archives().front();
    bool is_open = false;
    if (phrase.archives().size() > 1) {
        int most = 0;
        is_open = true;
        for (auto const* archive : phrase.archives()) {
            auto const signs = signs_of(*archive);
            if (signs > most) {
                most = signs;
                best = archive;
                is_open = false;
            } else if (signs == most && archive->country != best->country) {
                is_open = true;
            }
        }
    }
    if (!is_open) reference().repository_id = best->id;
    scheme_ = best->scheme;
}

void LocationReader::set_archive(Span span) {
    span = trimmed(low_.chunks.text, span);
    if (text(span).starts_with("the ")) span.begin += 4;
    for (string_view const word : {"MS. ", "MSS. ", "MS ", "Ms. "})  // "MS. Arch. Gen. de Indias"
        if (text(span).starts_with(word)) {
            span.begin += word.size();
            settle(span);
        }
    if (low_.chunks.text.substr(span.end).starts_with('.') && span.end < low_.chunks.text.size() &&
        list_[elements_[archive_].first].span.end > span.end)
        span.end = list_[elements_[archive_].first].span.end;
    reference().repository = text(span);
    archive_span_ = span;
    low_.field("archive", span);
}

/// "Universität Wien, Universitätsarchiv"
bool LocationReader::names_university(string_view name) {
    auto const folded = fold_word(name);
    for (string_view const word : {"universität", "université", "università", "universidad", "uniwersytet",
                                   "univerzita", "universiteit", "universitatea", "universitetet"})
        if (folded.starts_with(word) || folded.ends_with(word) ||
            folded.find(concat("-", word)) != std::string::npos)
            return true;  // "Humboldt-Universität zu Berlin"
    return false;
}

/// "Staatsbibliothek zu Berlin, Haus Potsdamer Straße", "Bundesarchiv, Außenstelle Ludwigsburg": which house.
bool LocationReader::names_house(string_view name) {
    for (string_view const word : {"Haus ", "Außenstelle ", "Zweigstelle ", "Dienststelle ", "Standort "})
        if (name.starts_with(word) && name.find_first_of("0123456789") == string_view::npos) return true;
    return false;
}

Span LocationReader::with_house(std::size_t index, Span span) {
    if (index + 1 >= elements_.size() || elements_[index + 1].used ||
        elements_[index + 1].piece != Piece::words)
        return span;
    auto const written = text(elements_[index + 1].span);
    bool const department = (written.starts_with("Abt. ") || written.starts_with("Abteilung ")) &&
                            has(elements_[index + 1], Trait::repository);
    if (!department && !names_house(written)) return span;
    elements_[index + 1].used = true;
    span.end = elements_[index + 1].span.end;
    return span;
}

bool LocationReader::names_library(string_view name) {
    for (auto const word : {"University", "Librar", "College", "Museum", "Society"})
        if (name.find(word) != string_view::npos) return true;
    return false;
}

/// "Temple University Libraries, Urban Archives": two names of one keeper.
Span LocationReader::with_neighbours(std::size_t index, Span span) {
    auto const joins = [&](std::size_t i) {
        auto const& element = elements_[i];
        // "Sterling Memorial Library, Yale University": both are known.
        if (!element.used && element.piece == Piece::archive && names_library(text(element.span)) &&
            names_library(text(span)))
            return true;
        if (element.used || element.piece != Piece::words || has(element, Trait::digits) ||
            is_collection(element.span))
            return false;
        if (names_part_of_library(element) || is_ministry_of_archive(element, span)) return true;
        auto const written = text(element.span);
        if (written.ends_with("Records") || written.ends_with("Files")) return false;
        return has(element, Trait::repository) || written.starts_with("U.C.") ||
               (written.find("College") != string_view::npos && !written.starts_with("College"));
    };
    while (index + 1 < elements_.size() && joins(index + 1)) {
        ++index;
        elements_[index].used = true;
        span.end = elements_[index].span.end;
    }
    return span;
}

/// "Archivo General Histórico, Ministerio de Relaciones Exteriores": what any archive may be called, and the
/// ministry whose it is.
bool LocationReader::is_ministry_of_archive(Element const& element, Span archive) const {
    constexpr std::ptrdiff_t most_words = 3;
    auto const name = text(archive);
    return low_.citation.item.reference.repository_id.empty() && element.piece == Piece::words &&
           !element.used && text(element.span).starts_with("Minist") && has(element, Trait::institution) &&
           name.find("Minist") == string_view::npos && name.find('(') == string_view::npos &&
           std::count(name.begin(), name.end(), ' ') < most_words;
}

/// "Manuscripts and Archives", "Special Collections": what a library calls the part that keeps papers.
bool LocationReader::names_part_of_library(Element const& element) const {
    auto const found =
        match_phrase(low_.chunks.tokens, low_.chunks.text, head(element).first, mask(WordClass::keeper_part));
    return found.phrase && found.size > 1 && head(element).first + found.size >= list_[element.last - 1].last;
}

/// "(Außenstelle Ludwigsburg)", "(Ríkisskjalasafn Dana)": a division, or what the letters before stand for.
bool LocationReader::tells_name(Chunk const& bracket) const {
    constexpr std::size_t longest = 40;
    auto const inner = text(bracket.inner);
    if (inner.size() > longest || !low_.chunks.tokens[bracket.first + 1].upper) return false;
    // "Trung tâm Lưu trữ Quốc gia I [National Archives Center 1]": the name in another tongue.
    for (auto at = bracket.first + 1; bracket.square && at < bracket.last; ++at)
        if (low_.chunks.tokens[at].is(WordClass::repository)) return true;
    return !bracket.square && inner.find_first_of("0123456789,;") == string_view::npos;
}

/// What stands at the archive's name: its place, its abbreviation in brackets.
void LocationReader::beside_archive() {
    for (auto i = archive_ + 1; i < elements_.size() && i <= archive_ + 2; ++i) {
        auto& element = elements_[i];
        if (element.used) continue;
        if (element.piece == Piece::aside) {
            auto const inner = text(head(element).inner);
            if (head(element).kind == ChunkKind::hereafter) {
                element.used = true;
            } else if (is_collection(head(element).inner)) {
                add("collection", {}, head(element).inner);  // "FDRL (McCrea Papers)"
                element.used = true;
            } else if (head(element).is(Trait::place)) {
                set_place(head(element).inner);
                element.used = true;
            } else if (inner.size() <= 16 && !reference().place.empty() && reference().place.size() < 40) {
                // "British Library, London (BL)": one name with its place and abbreviation.
                archive_span_.end = element.span.end;
                reference().repository = text(archive_span_);
                reference().place.clear();
                low_.forget("archive-place");
                for (auto& field : low_.citation.fields)
                    if (field.field == "archive") field.span = archive_span_;
                element.used = true;
            } else if (inner.size() <= 16 || (reference().place.empty() && tells_name(head(element)))) {
                // "(TsDA)": the abbreviation belongs to the name, "BArch (Außenstelle Ludwigsburg)".
                archive_span_.end = element.span.end;
                reference().repository = text(archive_span_);
                low_.citation.fields.back().span = archive_span_;
                if (count_capitals(inner) >= 2) settle(archive_span_);
                element.used = true;
            }
            continue;
        }
        if (is_post(i)) break;
        // "AGI, Lima 1085", "AHU, São Tomé, Curadoria": a province whose papers they are.
        bool const numbered = list_[element.last - 1].kind == ChunkKind::date;
        if (scheme_is("ES") && has(element, Trait::place) && (numbered || is_of_other_town(i))) {
            settle(element.span);
            break;
        }
        bool const place =
            has(element, Trait::place) ||
            (i + 1 < elements_.size() && is_region(elements_[i + 1]) && is_short_name(element));
        if (element.piece == Piece::words && place && reference().place.empty()) {
            auto span = element.span;
            element.used = true;
            if (i + 1 < elements_.size() && is_region(elements_[i + 1])) {
                elements_[i + 1].used = true;
                span.end = elements_[i + 1].span.end;
            }
            set_place(span);
            continue;
        }
        break;
    }
}

/// Whether the town at `index` is none of the known archive's country that has archives, and something
/// stands behind it.
bool LocationReader::is_of_other_town(std::size_t index) {
    auto const* known = low_.lexicon.knowledge().archive(reference().repository_id);
    // Of Spain and Portugal, whose archives have the papers of provinces elsewhere.
    if (!known || !(known->country == "ES" || known->country == "PT") || index + 1 >= elements_.size())
        return false;
    auto const archives = low_.lexicon.knowledge().archives();
    return std::none_of(archives.begin(), archives.end(), [&](Archive const& archive) {
        return archive.country == known->country && is_city_of(archive, text(elements_[index].span));
    });
}

/// "CADN, Moscou, ambassade, carton 217", "CADN, Moscou, série B, carton 245": the post whose papers they
/// are.
bool LocationReader::is_post(std::size_t index) {
    if (index + 1 >= elements_.size()) return false;
    auto const& next = elements_[index + 1];
    auto const& word = low_.chunks.tokens[head(next).first];
    // "Alger (Ambassade)": what the post is.
    if (next.piece == Piece::aside && elements_[index].piece == Piece::words &&
        low_.chunks.tokens[head(next).first + 1].is(WordClass::institution)) {
        auto& post = elements_[index];
        post.span.end = next.span.end;
        elements_[index + 1].used = true;
        settle(post.span);
        return true;
    }
    if (next.piece == Piece::words && word.lower && word.is(WordClass::institution)) {
        settle(elements_[index].span);
        return true;
    }
    bool const series = next.piece == Piece::level && head(next).means("series");
    if (!scheme_is("FR") || !series) return false;
    auto const town = text(elements_[index].span);
    auto const archives = low_.lexicon.knowledge().archives();
    bool const home = std::any_of(archives.begin(), archives.end(), [&](Archive const& archive) {
        return archive.country == "FR" && is_city_of(archive, town);
    });
    if (!home) settle(elements_[index].span);
    return !home;
}

bool LocationReader::is_country(Element const& element) const {
    if (element.used || element.piece != Piece::words || element.last - element.first != 1) return false;
    auto const& chunk = head(element);
    auto const found =
        match_phrase(low_.chunks.tokens, low_.chunks.text, chunk.first, mask(WordClass::country));
    return found.phrase && chunk.is(Trait::upper) && chunk.first + found.size == chunk.last;
}

/// "Berlin, BStU, MfS …", "College Park, Md., National Archives …": the place that a reference begins with,
/// its archive at once behind.
void LocationReader::place_before_archive() {
    if (archive_ == 0 || archive_ > 2 || archive_ >= elements_.size()) return;
    auto& first = elements_[0];
    if (archive_ == 1 && is_country(first)) {  // "Zambia, National Archives, Lusaka, …"
        first.used = true;
        return settle(first.span);
    }
    if (!reference().place.empty()) return;
    constexpr std::uint32_t longest_town = 3;
    bool const with_region = archive_ == 2;
    bool const town = first.piece == Piece::words && !first.used && first.last - first.first == 1 &&
                      head(first).last - head(first).first <= longest_town && has(first, Trait::upper) &&
                      !has(first, Trait::digits) && !has(first, Trait::collection);
    if (!town || (with_region ? !is_region(elements_[1]) : !has(first, Trait::place))) return;
    auto span = first.span;
    first.used = true;
    if (with_region) {
        elements_[1].used = true;
        span.end = elements_[1].span.end;
    }
    set_place(span);
    settle(span);
}

/// "(Pierrefitte-sur-Seine)": one word in a bracket that is no abbreviation.
bool LocationReader::reads_as_place(Chunk const& bracket) const {
    if (bracket.last - bracket.first != 3) return false;
    auto const& token = low_.chunks.tokens[bracket.first + 1];
    auto const written = text(token.span);
    return token.kind == TokenKind::word && token.upper && !token.digits && written.size() > 3 &&
           count_capitals(written.substr(0, written.find('-'))) == 1;
}

/// A city's name: at most three words, none that tells something else.
bool LocationReader::is_short_name(Element const& element) const {
    return !element.used && element.piece == Piece::words && element.last - element.first == 1 &&
           head(element).is(Trait::upper) && head(element).last - head(element).first <= 3 &&
           !has(element, Trait::digits) && !has(element, Trait::collection) &&
           !has(element, Trait::repository) && !has(element, Trait::institution);
}

/// "Austin, Texas", "College Park, MD".
bool LocationReader::is_region(Element const& element) const {
    if (element.used || element.piece != Piece::words || element.last - element.first != 1) return false;
    auto const& chunk = head(element);
    // "Roma, MI" is a ministry: postal codes follow American cities.
    bool const postal =
        low_.chunks.tokens[chunk.first].all_upper && low_.chunks.word(chunk.first).size() == 2;
    if (postal && !is_american() && !scheme_is("CA")) return false;
    auto const found =
        match_phrase(low_.chunks.tokens, low_.chunks.text, chunk.first, mask(WordClass::region));
    return found.phrase && chunk.first + found.size >=
                               chunk.last - (low_.chunks.tokens[chunk.last - 1].is_mark('.') ? 1U : 0U);
}

void LocationReader::set_place(Span span) {
    span = trimmed(low_.chunks.text, span);
    reference().place = text(span);
    low_.field("archive-place", span);
}

}  // namespace fonds
