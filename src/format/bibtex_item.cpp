// One entry of a .bib file as an item: what each field means in each type of entry.

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "format/bibtex_dates.hpp"
#include "format/bibtex_entry_reader.hpp"
#include "model/record_string.hpp"
#include "wire/latex_text.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;
constexpr auto npos = string_view::npos;
constexpr auto no_names = Variable::title;  // where a variable of names is wanted: none

}  // namespace

void EntryReader::read() {
    item_.id = entry_.key;
    if (!is_valid_utf8(item_.id)) item_.id = repair_utf8(item_.id);
    item_.texts.reserve(slots_.own.size());
    read_type();
    read_names();
    read_titles();
    read_dates();
    read_archive();
    read_places();
    read_numbers();
    read_links();
    read_simple();
    read_notes();
    keep_others();
    report_unknown_commands();
}

std::string EntryReader::text(string_view tex) {
    std::string out;
    if (latex::is_plain(tex)) {
        out = tex;
    } else {
        out.reserve(tex.size());
        latex::append_unicode(out, tex, {}, &unknown_);
        auto const trimmed = trim(out);
        if (trimmed.size() != out.size()) out = std::string(trimmed);
    }
    return out;
}

void EntryReader::report(Severity severity, string_view rule, string_view message) {
    diagnostics_.push_back(entry_diagnostic(entry_, severity, rule, message));
}

void EntryReader::read_type() {
    auto const& kind = slots_.kind;
    item_.type = kind ? kind->type : ItemType::document;
    auto const subtype = replace_all(take(F::entrysubtype), "\\_", "_");
    is_archival_ = has(F::archive) || has(F::archive_location) || has(F::archive_collection);
    bool const loose = slots_.type == "unpublished" || slots_.type == "misc" || slots_.type == "letter" ||
                       slots_.type == "archival" || kind == nullptr;
    is_archival_ = is_archival_ || (loose && has(F::library)) || slots_.type == "archival";
    // Classic BibTeX has no field for the archive: howpublished, with a shelfmark in the note.
    howpublished_is_archive_ =
        !is_archival_ && (slots_.type == "unpublished" || slots_.type == "misc") && has(F::howpublished) &&
        has(F::note) && slots_[F::howpublished].find("\\url") == npos &&
        slots_[F::howpublished].find("://") == npos &&
        (looks_like_shelfmark(slots_[F::note]) || slots_[F::note].starts_with(slots_[F::howpublished]));
    // biblatex-chicago: @misc with entrysubtype is archival; note, organization, institution, location go
    // up from the piece to the place.
    in_organization_ = slots_.type == "misc" && !subtype.empty() && has(F::organization) &&
                       !has(F::publisher) && !has(F::library) && !has(F::archive);
    is_archival_ = is_archival_ || howpublished_is_archive_ || in_organization_;
    if (kind == nullptr) {
        report(Severity::note, "unknown-type",
               concat("@", entry_.type, " is no type of BibTeX or biblatex; kept beside the record"));
        item_.type = is_archival_ ? ItemType::manuscript : ItemType::document;
    }
    if (slots_.type == "article" || slots_.type == "periodical" || slots_.type == "suppperiodical") {
        if (subtype == "magazine") item_.type = ItemType::article_magazine;
        else if (subtype == "newspaper") item_.type = ItemType::article_newspaper;
        else if (!subtype.empty()) give_back(F::entrysubtype);
    } else if (auto const type = find_item_type(subtype); type && slots_.kind) {
        item_.type = *type;  // the writer's own way to say which CSL type a @misc is
    } else if (!subtype.empty()) {
        give_back(F::entrysubtype);
    }
    if (slots_.type == "unpublished" && (has(F::eventtitle) || has(F::venue) || has(F::eventdate)))
        item_.type = ItemType::speech;
    if (is_archival_ && item_.type == ItemType::document) item_.type = ItemType::manuscript;
    if (slots_.type == "letter" && !has(F::recipient) && is_archival_ && subtype.empty())
        item_.type = ItemType::manuscript;
    keep_type();
}

// The name of the type, where the CSL type does not lead back to it.
void EntryReader::keep_type() {
    if (in_organization_) return;
    if (bib_type_for(item_.type, false) != slots_.type && bib_type_for(item_.type, true) != slots_.type)
        item_.foreign.push_back({std::string(foreign_format), "entrytype", std::string(entry_.type)});
}

Names EntryReader::names(F field) {
    Names result;
    if (!has(field)) return result;
    split_list(take(field), list_);
    result.reserve(list_.elements.size());
    bool const prefix = slots_[F::options].find("useprefix=false") == npos;
    bool extended = false;
    for (auto const element : list_.elements) {
        auto name = read_name(element, {prefix});
        if (!name.empty()) result.push_back(std::move(name));
        extended = extended || has_more_than_name(element);
    }
    if (list_.others) keep(concat("more", to_string(field)), "true");
    if (extended) keep(concat("=", to_string(field)), std::string(slots_[field]));
    return result;
}

void EntryReader::set_names(Variable variable, F field) {
    auto list = names(field);
    if (list.empty()) return;
    if (auto* known = item_.names.find(variable)) known->insert(known->end(), list.begin(), list.end());
    else item_.names.set(variable, std::move(list));
}

void EntryReader::read_names() {
    set_names(Variable::author, F::author);
    set_names(Variable::container_author, F::bookauthor);
    set_names(Variable::translator, F::translator);
    set_names(Variable::recipient, F::recipient);
    set_names(Variable::contributor, F::contributor);
    set_names(Variable::contributor, F::collaborator);
    read_role(F::editor, F::editortype, Variable::editor);
    read_role(F::editora, F::editoratype, no_names);
    read_role(F::editorb, F::editorbtype, no_names);
    read_role(F::editorc, F::editorctype, no_names);
    read_role(F::namea, F::nameatype, no_names);
    read_role(F::nameb, F::namebtype, no_names);
    read_role(F::namec, F::namectype, no_names);
}

// Names whose role stands in another field; without a variable for the role they stay as they are.
void EntryReader::read_role(F field, F type_field, Variable usual) {
    if (!has(field)) return;
    auto const role = slots_[type_field];
    auto const named = role == "addressee"      ? Variable::recipient
                       : role == "collaborator" ? Variable::contributor
                                                : find_variable(role).value_or(no_names);
    auto const variable = role.empty() ? usual : kind_of(named) == VariableKind::names ? named : no_names;
    if (variable == no_names) return;
    if (!role.empty()) take(type_field);
    set_names(variable, field);
}

void EntryReader::set_date(Variable variable, Date date) {
    if (!date.empty()) item_.dates.set(variable, std::move(date));
}

void EntryReader::read_dates() {
    if (has(F::date)) {
        set_date(Variable::issued, read_date(take(F::date)));
        if (has(F::year) && slots_[F::date].starts_with(slots_[F::year])) take(F::year);
    } else if (has(F::year)) {
        set_date(Variable::issued, read_year_month_day(take(F::year), take(F::month), take(F::day)));
    }
    if (has(F::eventdate)) set_date(Variable::event_date, read_date(take(F::eventdate)));
    if (has(F::origdate)) set_date(Variable::original_date, read_date(take(F::origdate)));
    if (has(F::urldate)) set_date(Variable::accessed, read_date(take(F::urldate)));
    else if (has(F::urlyear) || has(F::urlmonth) || has(F::urlday))
        set_date(Variable::accessed,
                 read_year_month_day(take(F::urlyear), take(F::urlmonth), take(F::urlday)));
}

void EntryReader::keep(std::string name, std::string value) {
    if (!is_valid_utf8(value)) value = repair_utf8(value);
    item_.foreign.push_back({std::string(foreign_format), std::move(name), std::move(value)});
}

// Everything that no variable took, in the order of the file.
void EntryReader::keep_others() {
    for (auto const& own : slots_.own) {
        if (own.slot >= 0 && is_taken(static_cast<F>(own.slot))) continue;
        if (own.slot == static_cast<int>(F::verbc) && is_record_string(own.field->value)) continue;
        if (contains(read_beside_, own.field)) continue;
        keep(std::string(own.field->name), std::string(own.field->value));
    }
}

void EntryReader::report_unknown_commands() {
    for (std::size_t i = 0; i < unknown_.size() && i < 3; ++i)
        report(Severity::warning, "unknown-command",
               concat("the TeX command ", unknown_[i], " is not known; it is kept as written"));
}

void read_item(Entry const& entry, Slots const& slots, ItemOptions options, Item& item,
               std::vector<Diagnostic>& diagnostics) {
    EntryReader(entry, slots, options, item, diagnostics).read();
}

}  // namespace fonds::bibtex
