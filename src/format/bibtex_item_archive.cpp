// Where the thing itself is: archives and shelfmarks, publishers and places, notes that say so.

#include <algorithm>

#include "base/text.hpp"
#include "format/bibtex_entry_reader.hpp"
#include "wire/latex_text.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;
constexpr auto npos = string_view::npos;

}  // namespace

bool looks_like_shelfmark(string_view text) {
    for (;;) {
        auto const comma = text.find(',');
        auto const piece = trim(text.substr(0, comma));
        if (std::none_of(piece.begin(), piece.end(), is_digit)) return false;
        if (std::count(piece.begin(), piece.end(), ' ') > 4) return false;
        if (comma == npos) return true;
        text.remove_prefix(comma + 1);
    }
}

void EntryReader::read_archive() {
    if (has(F::library)) set(Variable::archive, text(take(F::library)));
    if (has(F::archive) && slots_[F::archive].find("://") == npos)
        set(Variable::archive, text(take(F::archive)));
    if (in_organization_) set(Variable::archive, text(take(F::organization)));
    if (howpublished_is_archive_) set(Variable::archive, text(take(F::howpublished)));
    if (is_archival_)
        for (auto const& own : slots_.own) read_archival_field(own);
    if (has(F::archive_collection)) set(Variable::archive_collection, text(take(F::archive_collection)));
    if (has(F::archive_location)) set(Variable::archive_location, text(take(F::archive_location)));
    if (has(F::archive_place)) set(Variable::archive_place, text(take(F::archive_place)));
    // How a manuscript that is in no archive was made public: "typescript", and no publisher.
    bool const describes = has(F::howpublished) && slots_[F::howpublished].find("://") == npos;
    if (!is_archival_ && slots_.type == "unpublished" && describes)
        set(Variable::medium, text(take(F::howpublished)));
    if (!is_archival_) return;
    if (!item_.texts.find(Variable::archive_location) && has(F::note)) read_location_in_note();
    if (has(F::howpublished) && !howpublished_is_archive_) set(Variable::medium, text(take(F::howpublished)));
    if (has(F::eprint)) {
        item_.reference.document_id = read_verbatim(take(F::eprint));
        item_.reference.digital_archive = text(take(F::eprinttype));
    }
    if (!has(F::publisher) && has(F::location) && !item_.texts.find(Variable::archive_place) &&
        item_.texts.find(Variable::archive))
        set(Variable::archive_place, read_literals(take(F::location)));
}

// "RGANI, fond 5, opis 30" or "fond 5, opis 30"; with the archive before it anything is a location.
void EntryReader::read_location_in_note() {
    auto location = text(slots_[F::note]);
    auto const archive = item_.text(Variable::archive);
    bool const named = !archive.empty() && location.starts_with(archive) &&
                       string_view(location).substr(archive.size()).starts_with(", ");
    if (named) location.erase(0, archive.size() + 2);
    if (!named && !in_organization_ && !looks_like_shelfmark(location)) return;
    take(F::note);
    set(Variable::archive_location, std::move(location));
}

// Fields of archival styles that mean something else elsewhere (manuscripts-philology, oxref).
void EntryReader::read_archival_field(Slots::Own const& own) {
    if (own.slot >= 0) return;
    auto const name = ascii_lower(own.field->name);
    bool const repository = name == "repository" && own.field->value.find("://") == npos;
    if (!repository && name != "collection") return;
    auto const variable = repository ? Variable::archive : Variable::archive_collection;
    if (item_.texts.find(variable) != nullptr) return;
    set(variable, text(trim(own.field->value)));
    read_beside_.push_back(own.field);
}

// A list of literals joined with "; ", each field of `fields` that is there.
std::string EntryReader::literals(std::initializer_list<F> fields) {
    std::string out;
    for (auto const field : fields) {
        if (!has(field) || is_taken(field)) continue;
        if (trim(slots_[field]).ends_with(" and others")) keep(concat("more", to_string(field)), "true");
        auto element = read_literals(take(field));
        if (element == out) continue;
        if (!out.empty()) out += "; ";
        out += element;
    }
    return out;
}

// \url{…} alone, a bare address, or an address in a sentence, which stays as it is written.
void EntryReader::read_address_in_howpublished() {
    auto const written = trim(slots_[F::howpublished]);
    auto const command = written.find("\\url{");
    bool const bare = written.starts_with("http") && written.find("://") != npos && written.find(' ') == npos;
    if (command == npos && !bare) return;
    auto const end = bare ? written.size() - 1 : latex::closing_brace(written, command + 4);
    if (end == npos) return;
    take(F::howpublished);
    set(Variable::URL, read_verbatim(bare ? written : written.substr(command + 5, end - command - 5)));
    if (!bare && (command != 0 || end + 1 != written.size())) keep("howpublished", std::string(written));
}

void EntryReader::read_places() {
    if (has(F::howpublished) && !has(F::url) && !is_taken(F::howpublished)) read_address_in_howpublished();
    set(Variable::publisher, literals({F::publisher, F::institution, F::organization, F::howpublished}));
    if (!is_taken(F::location)) set(Variable::publisher_place, literals({F::location}));
    set(Variable::event_place, literals({F::venue}));
    set(Variable::original_publisher_place, literals({F::origlocation}));
    set(Variable::original_publisher, literals({F::origpublisher}));
}

void EntryReader::read_notes() {
    std::string note;
    for (auto const field : {F::note, F::addendum}) {
        if (is_taken(field) || !has(field)) continue;
        if (!note.empty()) note += ". ";
        note += text(take(field));
    }
    set(Variable::note, std::move(note));
    if (!is_archival_ || !has(F::annotation) || item_.names.find(Variable::translator)) return;
    // "Translated by …" is how classic BibTeX says it.
    constexpr string_view by = "Translated by ";
    if (slots_[F::annotation].starts_with(by) && item_.text(Variable::annote).starts_with(by)) {
        split_list(slots_[F::annotation].substr(by.size()), list_);
        Names translators;
        for (auto const element : list_.elements) translators.push_back(read_name(element));
        item_.names.set(Variable::translator, std::move(translators));
        item_.texts.erase(Variable::annote);
    }
}

std::string read_literals(string_view tex) {
    if (latex::is_plain(tex) && tex.find(" and ") == npos) return std::string(tex);
    List list;
    split_list(tex, list);
    std::string out;
    for (auto const element : list.elements) {
        if (!out.empty()) out += "; ";
        out += trim(latex::to_unicode(element));
    }
    return out;
}

}  // namespace fonds::bibtex
