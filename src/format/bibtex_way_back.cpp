// What of an item surely comes back from a .bib entry. It holds what bibtex_item*.cpp read against what
// bibtex_render.cpp writes; whatever is rare is left to be read.

#include "format/bibtex_way_back.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "format/bibtex_item.hpp"
#include "format/bibtex_scan.hpp"
#include "format/languages.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;
using V = Variable;
constexpr auto npos = string_view::npos;

// The type is read from the name of the entry type alone, or with it from the subtype of articles.
bool type_comes_back(EntryKind const& kind) {
    return kind.type != "periodical" && (kind.subtype.empty() || kind.type == "article");
}

// A place of its own for archive and shelfmark: @unpublished has both in `library` and `note`.
bool archive_comes_back(Item const& item, EntryKind const& kind, Profile profile) {
    if (!kind.is_archival) return true;
    return profile == Profile::biblatex && kind.type == "unpublished" && !item.text(V::archive).empty() &&
           !item.text(V::archive_location).empty();
}

// biblatex's localisation keys, which stand for other words, are of small letters.
bool may_be_key(string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Words that come apart at the same commas again.
bool are_keywords(string_view text) {
    if (text.find(';') != npos) return false;
    for (auto comma = text.find(','); comma != npos; comma = text.find(',', comma + 1)) {
        bool const parts = comma > 0 && text[comma - 1] != ' ' && comma + 2 < text.size() &&
                           text[comma + 1] == ' ' && text[comma + 2] != ',';
        if (!parts) return false;
    }
    return true;
}

bool text_comes_back(V variable, string_view text, Item const& item, EntryKind const& kind) {
    switch (variable) {
        case V::abstract:
        case V::call_number:
        case V::chapter_number:
        case V::container_title:
        case V::container_title_short:
        case V::edition:
        case V::ISBN:
        case V::ISSN:
        case V::number_of_pages:
        case V::number_of_volumes:
        case V::original_publisher:
        case V::original_publisher_place:
        case V::original_title:
        case V::page:
        case V::part_number:
        case V::PMCID:
        case V::PMID:
        case V::scale:
        case V::section:
        case V::title:
        case V::title_short:
        case V::URL:
        case V::version:
        case V::volume: return true;
        case V::archive:
        case V::archive_location:
        case V::archive_place: return kind.is_archival;
        case V::annote:
        case V::medium:
        case V::note:
        case V::publisher:
        case V::publisher_place: return !kind.is_archival;  // there they tell of the archive
        case V::event_place:
        case V::event_title: return kind.type != "unpublished";  // it would be a speech
        case V::collection_number:
        case V::issue:
        case V::number: return variable == variable_of_number(item.type, kind.type);
        case V::collection_title: return !may_be_key(text) && !is_all_digits(text);
        case V::genre:
        case V::status: return !may_be_key(text);
        case V::DOI: return text.starts_with("10.");
        case V::keyword: return are_keywords(text);
        case V::language: return language_code(babel_name(text)) == text;
        default: return false;
    }
}

// A field that no variable is read from, and that is written as it stands.
bool foreign_comes_back(ForeignField const& field) {
    auto const& name = field.name;
    if (!is_written(field) || !std::all_of(name.begin(), name.end(), is_name)) return false;
    auto const small = ascii_lower(name);
    bool const is_read = find_bib_field(small) || small == "repository" || small == "collection";
    bool const is_mark = small == "entrytype" || small.starts_with("more");
    return !is_read && !is_mark;
}

bool names_come_back(V variable) {
    return variable == V::author || variable == V::container_author || variable == V::editor ||
           variable == V::translator;
}

bool is_plain(DatePoint point) {
    return point.year > 0 && point.year < 10000 && point.season == 0 && is_possible(point);
}

bool date_comes_back(V variable, Date const& date, EntryKind const& kind) {
    bool const has_field = variable == V::issued || variable == V::original_date || variable == V::accessed ||
                           (variable == V::event_date && kind.type != "unpublished");
    return has_field && date.raw.empty() && date.literal.empty() && is_plain(date.start) &&
           (!date.end || is_plain(*date.end));
}

}  // namespace

bool variables_come_back(Item const& item, EntryKind const& kind, Profile profile) {
    if (profile == Profile::bibtex || !item.reference.empty()) return false;
    if (!type_comes_back(kind) || !archive_comes_back(item, kind, profile)) return false;
    for (auto const& [variable, text] : item.texts)
        if (!text_comes_back(variable, text, item, kind)) return false;
    for (auto const& [variable, names] : item.names)
        if (!names_come_back(variable)) return false;
    for (auto const& [variable, date] : item.dates)
        if (!date_comes_back(variable, date, kind)) return false;
    return std::all_of(item.foreign.begin(), item.foreign.end(), foreign_comes_back);
}

bool is_plain_key(string_view key) {
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return is_ascii_letter(c) || is_digit(c) || string_view("-_.:/+").find(c) != npos;
    });
}

}  // namespace fonds::bibtex
