// One entry of a .bib file as an item: what each field means in each type of entry.

#include "format/bibtex_item.hpp"

#include <array>
#include <bitset>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "format/bibtex_dates.hpp"
#include "format/bibtex_names.hpp"
#include "format/languages.hpp"
#include "model/record_string.hpp"
#include "wire/latex_text.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;
using F = BibField;
constexpr auto npos = string_view::npos;
constexpr auto no_names = Variable::title;  // where a variable of names is wanted: none

struct Word {
    string_view key;
    string_view text;
};
// biblatex's localisation keys for the field type (manual, §4.9.2.13).
constexpr auto genres = std::to_array<Word>({
    {"audiocd", "Audio CD"},
    {"bathesis", "Bachelor’s thesis"},
    {"candthesis", "Candidate thesis"},
    {"datacd", "Data CD"},
    {"mathesis", "Master’s thesis"},
    {"patent", "Patent"},
    {"patentde", "German patent"},
    {"patenteu", "European patent"},
    {"patentfr", "French patent"},
    {"patentuk", "British patent"},
    {"patentus", "U.S. patent"},
    {"patreq", "Patent request"},
    {"patreqde", "German patent request"},
    {"patreqeu", "European patent request"},
    {"patreqfr", "French patent request"},
    {"patrequk", "British patent request"},
    {"patrequs", "U.S. patent request"},
    {"phdthesis", "PhD thesis"},
    {"resreport", "Research report"},
    {"software", "Computer software"},
    {"techreport", "Technical report"},
});

// … and for the fields pubstate and series (§4.9.2.11).
constexpr auto states = std::to_array<Word>({
    {"forthcoming", "forthcoming"},
    {"inpreparation", "in preparation"},
    {"inpress", "in press"},
    {"prepublished", "pre-published"},
    {"submitted", "submitted"},
});
constexpr auto series_names = std::to_array<Word>({{"newseries", "New series"}, {"oldseries", "Old series"}});

template <class Table>
string_view resolve(Table const& table, string_view key) {
    for (auto const& word : table)
        if (word.key == key) return word.text;
    return {};
}

// "3" is the third series of a journal (biblatex manual, §2.2.2, series).
std::string ordinal(string_view number) {
    bool const teen = number.size() > 1 && number[number.size() - 2] == '1';
    char const last = number.back();
    return concat(number, teen ? "th" : last == '1' ? "st" : last == '2' ? "nd" : last == '3' ? "rd" : "th");
}

// Every comma-separated piece has a number in it and few words: "fond 5, opis 30", "FO 371/1234", "RG 59, box
// 3".
bool looks_like_shelfmark(string_view text) {
    for (auto const piece : split(text, ',')) {
        if (piece.find_first_of("0123456789") == npos) return false;
        if (split(trim(piece), ' ').size() > 5) return false;
    }
    return true;
}

class EntryReader {
  public:
    EntryReader(Entry const& entry, Slots const& slots, Item& item, std::vector<Diagnostic>& diagnostics)
        : entry_(entry), slots_(slots), item_(item), diagnostics_(diagnostics) {}

    void read() {
        item_.id = entry_.key;
        if (!is_valid_utf8(item_.id)) item_.id = repair_utf8(item_.id);
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

  private:
    [[nodiscard]] bool has(F field) const { return slots_.has(field); }
    string_view take(F field) {
        taken_.set(static_cast<std::size_t>(field));
        return slots_[field];
    }

    void set(Variable variable, std::string text) {
        if (!text.empty() && item_.texts.find(variable) == nullptr)
            item_.texts.set(variable, std::move(text));
    }

    std::string text(string_view tex, bool nocase = false) {
        std::string out;
        if (latex::is_plain(tex)) {
            out = tex;
        } else {
            out.reserve(tex.size());
            latex::append_unicode(out, tex, {true, nocase}, &unknown_);
            auto const trimmed = trim(out);
            if (trimmed.size() != out.size()) out = std::string(trimmed);
        }
        return out;
    }
    std::string title(F field) { return has(field) ? text(take(field), true) : std::string(); }

    void report(Severity severity, string_view rule, std::string message) {
        Diagnostic diagnostic;
        diagnostic.rule = rule;
        diagnostic.severity = severity;
        diagnostic.message = concat("entry “", entry_.key, "”: ", message);
        diagnostic.span = entry_.span;
        diagnostics_.push_back(std::move(diagnostic));
    }

    void read_type() {
        auto const& kind = slots_.kind;
        item_.type = kind ? kind->type : ItemType::document;
        auto const subtype = take(F::entrysubtype);
        is_archival_ = has(F::archive) || has(F::archive_location) || has(F::archive_collection);
        bool const loose = slots_.type == "unpublished" || slots_.type == "misc" || slots_.type == "letter" ||
                           slots_.type == "archival" || kind == nullptr;
        is_archival_ = is_archival_ || (loose && has(F::library)) || slots_.type == "archival";
        // Classic BibTeX has no field for the archive: howpublished, with a shelfmark in the note.
        howpublished_is_archive_ =
            !is_archival_ && (slots_.type == "unpublished" || slots_.type == "misc") &&
            has(F::howpublished) && has(F::note) && slots_[F::howpublished].find("\\url") == npos &&
            slots_[F::howpublished].find("://") == npos &&
            (looks_like_shelfmark(slots_[F::note]) || slots_[F::note].starts_with(slots_[F::howpublished]));
        // biblatex-chicago: @misc with entrysubtype is archival; note, organization, institution, location go
        // up from the piece to the place.
        in_organization_ = !is_archival_ && slots_.type == "misc" && !subtype.empty() &&
                           has(F::organization) && !has(F::publisher);
        is_archival_ = is_archival_ || howpublished_is_archive_ || in_organization_;
        if (kind == nullptr) {
            report(Severity::note, "unknown-type",
                   concat("@", entry_.type, " is no type of BibTeX or biblatex; kept beside the record"));
            item_.type = is_archival_ ? ItemType::manuscript : ItemType::document;
        }
        if (slots_.type == "article" || slots_.type == "periodical" || slots_.type == "suppperiodical") {
            if (subtype == "magazine")
                item_.type = ItemType::article_magazine;
            else if (subtype == "newspaper")
                item_.type = ItemType::article_newspaper;
            else if (!subtype.empty())
                taken_.reset(static_cast<std::size_t>(F::entrysubtype));
        } else if (auto const type = find_item_type(subtype); type && slots_.kind) {
            item_.type = *type;  // the writer's own way to say which CSL type a @misc is
        } else if (!subtype.empty()) {
            taken_.reset(static_cast<std::size_t>(F::entrysubtype));
        }
        if (slots_.type == "unpublished" && (has(F::eventtitle) || has(F::venue) || has(F::eventdate)))
            item_.type = ItemType::speech;
        if (is_archival_ && item_.type == ItemType::document) item_.type = ItemType::manuscript;
        if (slots_.type == "letter" && !has(F::recipient) && is_archival_) item_.type = ItemType::manuscript;
        keep_type();
    }

    // The name of the type, where the CSL type does not lead back to it.
    void keep_type() {
        if (in_organization_) return;
        if (bib_type_for(item_.type, false) != slots_.type && bib_type_for(item_.type, true) != slots_.type)
            item_.foreign.push_back({std::string(foreign_format), "entrytype", std::string(entry_.type)});
    }

    Names names(F field) {
        Names result;
        if (!has(field)) return result;
        split_list(take(field), list_);
        bool const prefix = slots_[F::options].find("useprefix=false") == npos;
        bool extended = false;
        for (auto const element : list_.elements) {
            auto name = read_name(element, {prefix});
            if (!name.empty()) result.push_back(std::move(name));
            extended = extended || (element.find("-i=") != npos || element.find("-i =") != npos);
        }
        if (list_.others) keep(concat("more", to_string(field)), "true");
        if (extended) keep(concat("=", to_string(field)), std::string(slots_[field]));
        return result;
    }
    void set_names(Variable variable, F field) {
        auto list = names(field);
        if (list.empty()) return;
        for (auto& name : list) repair(name);
        if (auto* known = item_.names.find(variable))
            known->insert(known->end(), list.begin(), list.end());
        else
            item_.names.set(variable, std::move(list));
    }
    static void repair(Name& name) {
        for (auto* part : {&name.family, &name.given, &name.literal})
            if (!is_valid_utf8(*part)) *part = repair_utf8(*part);
    }

    void read_names() {
        set_names(Variable::author, F::author);
        set_names(Variable::container_author, F::bookauthor);
        set_names(Variable::translator, F::translator);
        set_names(Variable::recipient, F::recipient);
        set_names(Variable::contributor, F::contributor);
        read_role(F::editor, F::editortype, Variable::editor);
        read_role(F::editora, F::editoratype, no_names);
        read_role(F::editorb, F::editorbtype, no_names);
        read_role(F::editorc, F::editorctype, no_names);
        read_role(F::namea, F::nameatype, no_names);
        read_role(F::nameb, F::namebtype, no_names);
        read_role(F::namec, F::namectype, no_names);
    }

    // Names whose role stands in another field; without a variable for the role they stay as they are.
    void read_role(F field, F type_field, Variable usual) {
        if (!has(field)) return;
        auto const role = slots_[type_field];
        auto const named = role == "addressee" ? Variable::recipient : find_variable(role).value_or(no_names);
        auto const variable = role.empty() ? usual : kind_of(named) == VariableKind::names ? named : no_names;
        if (variable == no_names) return;
        if (!role.empty()) take(type_field);
        set_names(variable, field);
    }

    // "Title: Subtitle. Addition"
    std::string joined_title(F main, F sub, F addition) {
        auto whole = title(main);
        if (has(sub)) {
            auto const part = title(sub);
            if (!whole.empty())
                whole += whole.ends_with('?') || whole.ends_with('!') || whole.ends_with(':') ? " " : ": ";
            whole += part;
        }
        if (has(addition)) {
            auto const part = title(addition);
            if (!whole.empty()) whole += whole.ends_with('.') ? " " : ". ";
            whole += part;
        }
        return whole;
    }

    void read_titles() {
        bool const is_part = slots_.kind != nullptr && slots_.kind->is_part;
        auto own = joined_title(F::title, F::subtitle, F::titleaddon);
        auto book = joined_title(F::booktitle, F::booksubtitle, F::booktitleaddon);
        auto main = joined_title(F::maintitle, F::mainsubtitle, F::maintitleaddon);
        auto journal = joined_title(F::journaltitle, F::journalsubtitle, F::journaltitleaddon);
        auto issue = joined_title(F::issuetitle, F::issuesubtitle, F::issuetitleaddon);
        if (has(F::fjournal)) {  // MathSciNet: the journal in full beside its abbreviation
            set(Variable::container_title_short, std::move(journal));
            journal = title(F::fjournal);
        }
        if (slots_.type == "periodical" && own.empty()) own.swap(journal);
        set(Variable::title, std::move(own));
        if (!main.empty() && (is_part || !book.empty())) {
            set(Variable::container_title, std::move(main));
            set(Variable::volume_title, std::move(book));
        } else if (!main.empty()) {
            // A volume of a work in several: its own title is that of the volume.
            if (auto const* volume = item_.texts.find(Variable::title)) set(Variable::volume_title, *volume);
            item_.texts.set(Variable::title, std::move(main));
        } else {
            set(Variable::container_title, !journal.empty() ? std::move(journal) : std::move(book));
        }
        if (!issue.empty()) set(Variable::volume_title, std::move(issue));
        set(Variable::title_short, title(F::shorttitle));
        set(Variable::container_title_short, title(F::shortjournal));
        read_series();
        if (has(F::pubstate))
            if (auto const state = resolve(states, slots_[F::pubstate]); !state.empty()) {
                take(F::pubstate);
                set(Variable::status, std::string(state));
            }
        set(Variable::event_title, title(F::eventtitle));
        set(Variable::original_title, title(F::origtitle));
    }

    void read_series() {
        if (!has(F::series)) return;
        auto const written = slots_[F::series];
        bool const of_journal = slots_.type == "article" || slots_.type == "periodical";
        if (auto const named = resolve(series_names, written); !named.empty())
            set(Variable::collection_title, std::string(named));
        else if (of_journal && is_all_digits(written))
            set(Variable::collection_title, ordinal(written) + " series");
        else
            return set(Variable::collection_title, title(F::series));
        take(F::series);
    }

    void set_date(Variable variable, Date date) {
        if (!date.empty()) item_.dates.set(variable, std::move(date));
    }

    void read_dates() {
        if (has(F::date)) {
            set_date(Variable::issued, read_date(take(F::date)));
            if (has(F::year) && slots_[F::date].starts_with(slots_[F::year])) take(F::year);
        } else if (has(F::year)) {
            set_date(Variable::issued, read_year_month_day(take(F::year), take(F::month), take(F::day)));
        }
        set_date(Variable::event_date, read_date(take(F::eventdate)));
        set_date(Variable::original_date, read_date(take(F::origdate)));
        set_date(Variable::accessed,
                 has(F::urldate) ? read_date(take(F::urldate))
                                 : read_year_month_day(take(F::urlyear), take(F::urlmonth), take(F::urlday)));
    }

    void read_archive() {
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
        if (!is_archival_) return;
        if (!item_.texts.find(Variable::archive_location) && has(F::note)) read_location_in_note();
        if (has(F::howpublished) && !howpublished_is_archive_)
            set(Variable::medium, text(take(F::howpublished)));
        if (has(F::eprint)) {
            item_.reference.document_id = verbatim(take(F::eprint));
            item_.reference.digital_archive = text(take(F::eprinttype));
        }
        if (!has(F::publisher) && has(F::location) && !item_.texts.find(Variable::archive_place) &&
            item_.texts.find(Variable::archive))
            set(Variable::archive_place, read_literals(take(F::location)));
    }

    // "RGANI, fond 5, opis 30" or "fond 5, opis 30"; with the archive before it anything is a location.
    void read_location_in_note() {
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
    void read_archival_field(Slots::Own const& own) {
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
    std::string literals(std::initializer_list<F> fields) {
        std::string out;
        for (auto const field : fields) {
            if (!has(field) || taken_.test(static_cast<std::size_t>(field))) continue;
            auto element = read_literals(take(field));
            if (element == out) continue;
            if (!out.empty()) out += "; ";
            out += element;
        }
        return out;
    }

    void read_places() {
        if (has(F::howpublished) && slots_[F::howpublished].starts_with("\\url{") && !has(F::url)) {
            auto const address = trim(take(F::howpublished)).substr(5);
            set(Variable::URL, std::string(address.substr(0, address.find('}'))));
        }
        set(Variable::publisher, literals({F::publisher, F::institution, F::organization, F::howpublished}));
        if (!taken_.test(static_cast<std::size_t>(F::location)))
            set(Variable::publisher_place, literals({F::location}));
        set(Variable::event_place, literals({F::venue}));
        set(Variable::original_publisher_place, literals({F::origlocation}));
        set(Variable::original_publisher, literals({F::origpublisher}));
    }

    // "33--62" and mixed dashes are a hyphen in CSL; a single dash of another kind stays as it was written.
    static std::string pages(string_view tex) {
        std::string out;
        for (std::size_t at = 0; at < tex.size();) {
            auto const begin = at;
            int dashes = 0;
            for (; at < tex.size(); ++dashes) {
                bool const wide = tex.substr(at).starts_with("–") || tex.substr(at).starts_with("—");
                if (!wide && tex[at] != '-') break;
                at += wide ? 3 : 1;
            }
            if (dashes > 1)
                out += '-';
            else
                out.append(tex, begin, at - begin);
            if (dashes == 0) out += tex[at++];
        }
        return latex::to_unicode(out, {false, false});
    }

    void read_numbers() {
        auto const& type = slots_.type;
        bool const in_journal = type == "article" || type == "periodical" || type == "suppperiodical" ||
                                type == "review" || item_.type == ItemType::article_journal;
        bool const in_series = type == "book" || type == "mvbook" || type == "inbook" ||
                               type == "bookinbook" || type == "collection" || type == "mvcollection" ||
                               type == "incollection" || type == "proceedings" || type == "mvproceedings" ||
                               type == "inproceedings" || type == "conference" || type == "reference" ||
                               type == "mvreference" || type == "inreference" || type == "suppbook" ||
                               type == "suppcollection";
        if (has(F::number))
            set(in_journal  ? Variable::issue
                : in_series ? Variable::collection_number
                            : Variable::number,
                text(take(F::number)));
        if (has(F::issue)) {
            auto issue = text(take(F::issue));
            auto const* number = item_.texts.find(Variable::issue);
            item_.texts.set(Variable::issue, number ? concat(*number, ", ", issue) : std::move(issue));
        }
        if (has(F::pages)) set(Variable::page, pages(take(F::pages)));
        if (has(F::eid)) {
            if (has(F::pages))
                taken_.reset(static_cast<std::size_t>(F::eid));
            else
                set(Variable::page, text(take(F::eid)));
        }
        if (has(F::type)) {
            auto const key = take(F::type);
            auto const genre = resolve(genres, key);
            set(Variable::genre, genre.empty() ? text(key) : std::string(genre));
        } else if (slots_.kind && !slots_.kind->genre.empty()) {
            set(Variable::genre, std::string(slots_.kind->genre));
        }
    }

    // Verbatim fields; \% and \_ are undone, since BibTeX users had to write them.
    static std::string verbatim(string_view tex) {
        std::string out;
        for (std::size_t i = 0; i < tex.size(); ++i) {
            if (tex[i] == '\\' && i + 1 < tex.size() && string_view("%_&#$~{}").find(tex[i + 1]) != npos) ++i;
            if (!is_ascii_space(tex[i])) out += tex[i];
        }
        if (out.starts_with("\\url{") && out.ends_with('}')) out = out.substr(5, out.size() - 6);
        if (out.size() > 2 && out.front() == '{' && out.back() == '}') out = out.substr(1, out.size() - 2);
        return replace_all(out, "\\textasciitilde{}", "~");
    }

    void read_links() {
        if (has(F::url)) set(Variable::URL, verbatim(take(F::url)));
        if (has(F::doi)) {
            auto doi = verbatim(take(F::doi));
            for (string_view const prefix :
                 {"https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:"})
                if (doi.starts_with(prefix)) doi.erase(0, prefix.size());
            set(Variable::DOI, std::move(doi));
        }
        read_eprint();
    }

    void read_eprint() {
        if (!has(F::eprint)) return;
        auto const kind = ascii_lower(slots_[F::eprinttype]);
        auto const id = verbatim(slots_[F::eprint]);
        if (kind == "pubmed") {
            take(F::eprint), take(F::eprinttype);
            return set(Variable::PMID, id);
        }
        static constexpr auto hosts = std::to_array<Word>({
            {"arxiv", "https://arxiv.org/abs/"},
            {"googlebooks", "https://books.google.com?id="},
            {"hdl", "https://hdl.handle.net/"},
            {"jstor", "https://www.jstor.org/stable/"},
        });
        for (auto const& host : hosts)
            if (host.key == kind) set(Variable::URL, concat(host.text, id));
    }

    void read_simple() {
        for (auto const& own : slots_.own)
            if (own.slot >= 0) read_simple(static_cast<F>(own.slot));
        // What was inherited counts as well.
        for (auto const field :
             {F::edition, F::isbn, F::issn, F::volume, F::volumes, F::part, F::pubstate, F::version})
            read_simple(field);
        if (has(F::langid)) {
            auto const code = language_code(ascii_lower(slots_[F::langid]));
            if (!code.empty()) {
                take(F::langid);
                set(Variable::language, std::string(code));
            }
        }
        if (has(F::language)) read_language();
        if (has(F::keywords)) read_keywords();
    }

    void read_simple(F field) {
        if (taken_.test(static_cast<std::size_t>(field)) || !has(field)) return;
        auto const variable = variable_of(field);
        if (!variable || kind_of(*variable) == VariableKind::names ||
            kind_of(*variable) == VariableKind::date)
            return;
        set(*variable, text(take(field)));
    }

    void read_language() {
        auto const written = slots_[F::language];
        auto const code = language_code(ascii_lower(written));
        if (item_.texts.find(Variable::language) != nullptr) return;  // langid said it; this one is kept
        take(F::language);
        set(Variable::language, code.empty() ? read_literals(written) : std::string(code));
    }

    void read_keywords() {
        std::string out;
        auto const tex = take(F::keywords);
        int depth = 0;
        bool comma_inside = false;
        std::size_t begin = 0;
        auto const add = [&](std::size_t end) {
            auto const word = text(trim(tex.substr(begin, end - begin)));
            if (word.empty()) return;
            comma_inside = comma_inside || word.find(',') != npos;
            if (!out.empty()) out += ", ";
            out += word;
        };
        bool const by_comma = tex.find(',') != npos;
        for (std::size_t at = 0; at < tex.size(); ++at) {
            depth += (tex[at] == '{') - (tex[at] == '}');
            if (depth == 0 && tex[at] == (by_comma ? ',' : ';')) {
                add(at);
                begin = at + 1;
            }
        }
        add(tex.size());
        if (comma_inside) keep("=keywords", std::string(tex));
        set(Variable::keyword, std::move(out));
    }

    void read_notes() {
        std::string note;
        for (auto const field : {F::note, F::addendum}) {
            if (taken_.test(static_cast<std::size_t>(field)) || !has(field)) continue;
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

    void keep(std::string name, std::string value) {
        if (!is_valid_utf8(value)) value = repair_utf8(value);
        item_.foreign.push_back({std::string(foreign_format), std::move(name), std::move(value)});
    }

    // Everything that no variable took, in the order of the file.
    void keep_others() {
        for (auto const& own : slots_.own) {
            if (own.slot >= 0 && taken_.test(static_cast<std::size_t>(own.slot))) continue;
            if (own.slot == static_cast<int>(F::verbc) && is_record_string(own.field->value)) continue;
            if (std::find(read_beside_.begin(), read_beside_.end(), own.field) != read_beside_.end())
                continue;
            keep(std::string(own.field->name), std::string(own.field->value));
        }
    }

    void report_unknown_commands() {
        for (std::size_t i = 0; i < unknown_.size() && i < 3; ++i)
            report(Severity::warning, "unknown-command",
                   concat("the TeX command ", unknown_[i], " is not known; it is kept as written"));
    }

    Entry const& entry_;
    Slots const& slots_;
    Item& item_;
    std::vector<Diagnostic>& diagnostics_;
    std::bitset<bib_field_count> taken_;
    std::vector<Field const*> read_beside_;
    std::vector<string_view> unknown_;
    List list_;
    bool is_archival_ = false;
    bool howpublished_is_archive_ = false;
    bool in_organization_ = false;
};

}  // namespace

std::string read_literals(string_view tex) {
    if (latex::is_plain(tex) && tex.find(" and ") == npos) return std::string(tex);
    List list;
    split_list(tex, list);
    std::string out;
    for (auto const element : list.elements) {
        if (!out.empty()) out += "; ";
        out += trim(latex::to_unicode(element, {true, false}));
    }
    return out;
}

void read_item(Entry const& entry, Slots const& slots, Item& item, std::vector<Diagnostic>& diagnostics) {
    EntryReader(entry, slots, item, diagnostics).read();
}

}  // namespace fonds::bibtex
