// The fields of one entry by meaning, its own and those it inherits.

#include "format/bibtex_slots.hpp"

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "format/bibtex_scan.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;
using F = BibField;

// biblatex's \DeclareDataInheritance: what a field of the parent becomes in the child.
struct Renaming {
    F from;
    F to;
};
constexpr auto to_main = std::to_array<Renaming>(
    {{F::title, F::maintitle}, {F::subtitle, F::mainsubtitle}, {F::titleaddon, F::maintitleaddon}});
constexpr auto to_book = std::to_array<Renaming>(
    {{F::title, F::booktitle}, {F::subtitle, F::booksubtitle}, {F::titleaddon, F::booktitleaddon}});
constexpr auto to_journal = std::to_array<Renaming>(
    {{F::title, F::journaltitle}, {F::subtitle, F::journalsubtitle}, {F::titleaddon, F::journaltitleaddon}});

// Fields that belong to one entry alone.
constexpr auto not_inherited =
    std::to_array<F>({F::crossref, F::entryset, F::entrysubtype, F::ids, F::options, F::shorttitle, F::title,
                      F::subtitle, F::titleaddon, F::xdata, F::verbc});

// Those of them that say what a work is called.
constexpr auto titles = std::to_array<F>({F::shorttitle, F::title, F::subtitle, F::titleaddon});

// `name` itself where it is in small letters already, as most are; else a copy in `copy`.
string_view in_small_letters(string_view name, std::string& copy) {
    if (std::none_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) return name;
    copy.assign(name);
    for (char& c : copy) c = ascii_lower(c);
    return copy;
}

bool starts_with_mv(string_view type) { return type.starts_with("mv"); }

bool is_part(Slots const& slots) { return slots.kind != nullptr && slots.kind->is_part; }

}  // namespace

KeyIndex::KeyIndex(File const& file, std::vector<Diagnostic>& diagnostics) : file_(file) {
    by_key_.reserve(file.entries.size());
    for (std::size_t i = 0; i < file.entries.size(); ++i) {
        auto const& entry = file.entries[i];
        if (entry.key.empty() || by_key_.emplace(entry.key, i).second) continue;
        diagnostics.push_back(entry_diagnostic(
            entry, Severity::error, "duplicate-key",
            concat("an earlier entry has this key too; both are kept, and this one could be “",
                   free_key(entry.key), "”")));
    }
}

// The key with the first letter after it that no entry before has.
std::string KeyIndex::free_key(string_view key) const {
    for (char letter = 'a'; letter <= 'z'; ++letter)
        if (auto candidate = concat(key, string_view(&letter, 1)); !by_key_.contains(candidate))
            return candidate;
    return concat(key, "-2");
}

Entry const* KeyIndex::find(string_view key) const {
    auto const at = by_key_.find(key);
    return at == by_key_.end() ? nullptr : &file_.entries[at->second];
}

Diagnostic entry_diagnostic(Entry const& entry, Severity severity, string_view rule, string_view message) {
    return make_diagnostic(rule, severity, entry.span, concat("entry “", entry.key, "”: ", message));
}

void SlotReader::report(Entry const& entry, Severity severity, string_view rule, string_view message) {
    diagnostics_.push_back(entry_diagnostic(entry, severity, rule, message));
}

void SlotReader::read(Entry const& entry, Slots& slots) {
    inherited_ = 0;
    read_own(entry, slots, true);
    inherit(entry, slots, 0);
}

// Whether one more entry may be read; says once that it may not.
bool SlotReader::may_inherit(Entry const& entry) {
    if (inherited_ > maximum_inherited) return false;
    if (++inherited_ <= maximum_inherited) return true;
    report(entry, Severity::error, "limit-exceeded",
           concat("inherits from more than ", std::to_string(maximum_inherited),
                  " entries; the rest is left out"));
    return false;
}

void SlotReader::read_own(Entry const& entry, Slots& slots, bool report_repeated) {
    slots.type = in_small_letters(entry.type, small_);
    slots.kind = find_bib_type(slots.type);
    slots.values.fill({});
    slots.own.clear();
    for (auto const* field = file_.begin_of(entry); field != file_.end_of(entry); ++field) {
        auto name = field->name;
        auto known = find_bib_field(name);
        if (!known) {
            name = in_small_letters(name, small_);
            known = find_bib_field(name);
        }
        auto const value = trim(field->value);
        if (!known) {
            slots.own.push_back({field, -1});
        } else if (value.empty()) {
            continue;
        } else if (slots.has(*known)) {
            if (equal_ignoring_case(slots[*known], value))
                continue;  // archivePrefix={arXiv}, eprinttype={arxiv}
            if (known == F::location && !slots.has(F::venue) && slots.type == "inproceedings") {
                // ACM's exports: address is the publisher's, location that of the conference.
                slots[F::venue] = value;
                if (name == "address") std::swap(slots[F::venue], slots[F::location]);
                slots.own.push_back({field, static_cast<int>(F::venue)});
                continue;
            }
            slots.own.push_back({field, -1});
            if (!report_repeated) continue;
            diagnostics_.push_back(
                make_diagnostic("duplicate-field", Severity::error, field->span,
                                concat("entry “", entry.key, "”: the field ", to_string(*known),
                                       " is given twice; the first counts, the other is kept beside it")));
        } else {
            slots[*known] = value;
            slots.own.push_back({field, static_cast<int>(*known)});
        }
    }
}

void SlotReader::inherit(Entry const& entry, Slots& slots, int depth) {
    if (slots.has(F::xdata)) inherit_data(slots[F::xdata], slots, entry, depth);
    if (!slots.has(F::crossref)) return;
    auto const key = slots[F::crossref];
    auto const* parent = keys_.find(key);
    if (parent == nullptr) {
        report(entry, Severity::warning, "unknown-crossref",
               concat("crossref names “", key, "”, which is not here"));
        return;
    }
    if (depth >= maximum_inheritance || parent == &entry) {
        report(entry, Severity::error, "circular-crossref",
               concat("crossref “", key, "” leads back to itself; it is not followed further"));
        return;
    }
    Slots inherited;
    read_own(*parent, inherited, false);
    inherit(*parent, inherited, depth + 1);
    inherit_from(inherited, slots, entry);
}

void SlotReader::inherit_data(string_view keys, Slots& slots, Entry const& entry, int depth) {
    for (auto const key : split(keys, ',')) {
        auto const* parent = keys_.find(trim(key));
        if (parent == nullptr || depth >= maximum_inheritance || parent == &entry) {
            report(entry, Severity::warning, parent ? "circular-crossref" : "unknown-crossref",
                   concat("xdata “", trim(key), "” cannot be followed"));
            continue;
        }
        if (!may_inherit(entry)) return;
        Slots data;
        read_own(*parent, data, false);
        if (data.has(F::xdata)) inherit_data(data[F::xdata], data, *parent, depth + 1);
        for (std::size_t i = 0; i < data.values.size(); ++i)
            if (slots.values[i].empty() && static_cast<F>(i) != F::xdata) slots.values[i] = data.values[i];
        for (auto const& own : data.own)
            if (own.slot < 0) slots.own.push_back(own);
    }
}

void SlotReader::inherit_from(Slots const& parent, Slots& child, Entry const& entry) {
    auto const fill = [&](F from, F to) {
        if (parent.has(from) && !child.has(to)) child[to] = parent[from];
    };
    auto const rename = [&](auto const& renamings) {
        // A title of its own keeps the parent's subtitle out.
        if (child.has(renamings[0].to)) return;
        for (auto const& [from, to] : renamings) fill(from, to);
    };
    if (starts_with_mv(parent.type)) {
        rename(to_main);
    } else if (parent.type == "periodical") {
        rename(to_journal);
    } else if (is_part(child)) {
        bool const listed =
            parent.type == "book"
                ? child.type != "incollection" && child.type != "inproceedings"
                : parent.type == "collection" || parent.type == "reference" || parent.type == "proceedings";
        // A parent with a booktitle of its own is BibTeX's way to say what its parts are in.
        if (!parent.has(F::booktitle)) rename(to_book);
        if (!listed && parent.type != "inbook")
            report(entry, Severity::note, "unusual-crossref",
                   concat("@", child.type, " with a crossref to @", parent.type,
                          ": biblatex would not take its booktitle from there; it is taken all the same"));
    }
    // A set of entries is known by its first, which its crossref names (biblatex manual, "Static entry
    // sets").
    bool const is_set = child.type == "set";
    bool const authors_of_book = is_part(child) && child.has(F::author);
    if (authors_of_book || child.type == "inbook") fill(F::author, F::bookauthor);
    for (std::size_t i = 0; i < parent.values.size(); ++i) {
        auto const field = static_cast<F>(i);
        if (contains(not_inherited, field) && !(is_set && contains(titles, field))) continue;
        if (field == F::author && is_part(child)) continue;
        // Dates come as one: a child's own year is not mixed with its parent's date.
        bool const dated = child.has(F::date) || child.has(F::year);
        if ((field == F::date || field == F::year || field == F::month || field == F::day) && dated) continue;
        fill(field, field);
    }
    fill(F::year, F::year);
}

}  // namespace fonds::bibtex
