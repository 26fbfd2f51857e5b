// Rules that compare all citations of a manuscript: one document twice, one number for two documents, one
// file written in two ways. Each is one pass with a hash table.

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/rule.hpp"

namespace fonds::checking {
namespace {

/// A citation and where it stands.
struct Cited {
    std::size_t note = 0;
    Citation const* citation = nullptr;
};

template <class Visit>
void for_each_full(Manuscript const& manuscript, Visit visit) {
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index)
        for (auto const& citation : manuscript.notes[index].citations)
            if (is_full(citation) && !citation.refers_to) visit(Cited{index, &citation});
}

/// Visits each full citation whose key an earlier one has, with the first of these; an empty key is none.
template <class Key, class Visit>
void for_each_again(Manuscript const& manuscript, Key key_of, Visit visit) {
    std::unordered_map<std::string, Cited> firsts;
    for_each_full(manuscript, [&](Cited cited) {
        auto const key = key_of(*cited.citation);
        if (key.empty()) return;
        auto const [first, is_new] = firsts.try_emplace(key, cited);
        if (!is_new) visit(first->second, cited);
    });
}

/// The number of a digital archive's document; empty where it has none, or a name for one.
std::string document_number(Citation const& citation) {
    auto const& id = citation.item.reference.document_id;
    return is_all_digits(id) ? id : std::string();
}

std::string folded_title(Citation const& citation) { return fold(citation.item.text(Variable::title)); }

std::string issued_of(Citation const& citation) {
    auto const* issued = citation.item.dates.find(Variable::issued);
    return issued ? to_edtf(*issued) : std::string();
}

std::string people_of(Citation const& citation) {
    std::string out;
    for (auto const variable : {Variable::author, Variable::recipient})
        if (auto const* names = citation.item.names.find(variable))
            for (auto const& name : *names) out += fold(display(name)) + "|";
    return out;
}

// What makes two citations the same document; empty where too little is said to tell.
std::string identity_of(Citation const& citation) {
    auto const& item = citation.item;
    if (!item.reference.document_id.empty())
        return concat("id:", fold(item.reference.digital_archive), "|", item.reference.document_id);
    auto const title = folded_title(citation);
    auto const issued = issued_of(citation);
    if (title.size() < 12 || issued.empty()) return {};
    auto const* volume = item.texts.find(Variable::volume);
    return concat("title:", title, "|", people_of(citation), issued, "|", volume ? *volume : std::string());
}

std::unordered_set<std::string_view> words_of(std::string_view text) {
    std::unordered_set<std::string_view> words;
    for (auto const& token : Tokens(text))
        if (token.kind == Token::word || token.kind == Token::number) words.insert(spelling(text, token));
    return words;
}

// The share of common words, 0 to 1.
double likeness(std::string_view a, std::string_view b) {
    if (a == b) return 1;  // as a work cited again mostly is
    auto const first = words_of(a);
    auto const second = words_of(b);
    std::size_t common = 0;
    for (auto const& word : first) common += second.count(word);
    auto const all = first.size() + second.size() - common;
    return all == 0 ? 1 : static_cast<double>(common) / static_cast<double>(all);
}

// Repository and values of the levels down to the file, whatever the labels.
std::string file_of(Citation const& citation) {
    auto const& reference = citation.item.reference;
    auto const archive =
        reference.repository_id.empty() ? fold(reference.repository) : reference.repository_id;
    std::string key = archive;
    std::size_t count = 0;
    for (auto const& level : reference.levels) {
        if (level.hierarchy == Hierarchy::part) continue;
        key += concat("|", level.level, "=", fold(level.value));
        ++count;
    }
    return archive.empty() || count < 2 ? std::string() : key;
}

// Whether two citations cannot be of one document: by their titles, or, where one has none, by file and day.
bool describe_different_documents(Citation const& a, Citation const& b) {
    constexpr double different = 0.5;
    auto const title = folded_title(a), other = folded_title(b);
    if (!title.empty() && !other.empty()) return likeness(title, other) < different;
    auto const file = file_of(a), other_file = file_of(b);
    auto const issued = issued_of(a), other_issued = issued_of(b);
    return !file.empty() && !other_file.empty() && file != other_file && !issued.empty() &&
           !other_issued.empty() && issued != other_issued;
}

void cited_twice(Manuscript const& manuscript, Findings& findings) {
    for_each_again(manuscript, identity_of, [&](Cited const& first, Cited const& again) {
        if (first.note == again.note) return;
        if (describe_different_documents(*first.citation, *again.citation)) return;
        // A short description of a document cited before is what a short form is.
        if (again.citation->span.size() * 3 < first.citation->span.size() * 2) return;
        auto& finding = findings.add(again.note, again.citation->span,
                                     "this document was cited in full before; a short form is enough here");
        finding.related.push_back({first.note, first.citation->span, "first cited here"});
    });
}

void id_with_two_descriptions(Manuscript const& manuscript, Findings& findings) {
    for_each_again(manuscript, document_number, [&](Cited const& first, Cited const& again) {
        auto const& reference = again.citation->item.reference;
        auto const& earlier = *first.citation;
        if (fold(earlier.item.reference.digital_archive) != fold(reference.digital_archive)) return;
        if (!describe_different_documents(earlier, *again.citation)) return;
        auto& finding =
            findings.add(again.note, place_or_all(*again.citation, "document_id"),
                         concat("number ", reference.document_id,
                                " stood for another document before; one of the numbers is wrong"));
        finding.related.push_back({first.note, place_or_all(earlier, "title"), "the other document"});
    });
}

void description_with_two_ids(Manuscript const& manuscript, Findings& findings) {
    auto const description = [](Citation const& citation) {
        auto const title = folded_title(citation);
        auto const issued = issued_of(citation);
        if (document_number(citation).empty() || title.size() < 12 || issued.empty()) return std::string();
        return concat(title, "|", issued, "|", people_of(citation));
    };
    for_each_again(manuscript, description, [&](Cited const& first, Cited const& again) {
        auto const other = document_number(*first.citation);
        if (other == document_number(*again.citation)) return;
        auto& finding = findings.add(
            again.note, place_or_all(*again.citation, "document_id"),
            concat("the same title and date had number ", other, " before: a duplicate, or a wrong number"));
        finding.related.push_back(
            {first.note, place_or_all(*first.citation, "document_id"), "the other number"});
    });
}

std::string leaves_of(Citation const& citation) {
    std::string leaves;
    for (auto const& level : citation.item.reference.levels)
        if (level.hierarchy == Hierarchy::part) leaves += concat("|", level.level, "=", level.value);
    return leaves;
}

std::string labels_of(Citation const& citation) {
    std::string labels;
    for (auto const& level : citation.item.reference.levels)
        if (level.hierarchy != Hierarchy::part) labels += concat("|", level.label);
    return labels;
}

Span levels_place(ParsedNote const& note, Citation const& citation) {
    auto const count = citation.item.reference.levels.size();
    if (count == 0) return citation.span;
    auto const first = level_and_label(note, citation, 0);
    auto const last = level_and_label(note, citation, count - 1);
    return {std::min(first.begin, last.begin), std::max(first.end, last.end)};
}

void file_in_two_forms(Manuscript const& manuscript, Findings& findings) {
    for_each_again(manuscript, file_of, [&](Cited const& first, Cited const& again) {
        if (labels_of(*first.citation) == labels_of(*again.citation)) return;
        auto const& first_note = manuscript.notes[first.note];
        auto const place = levels_place(first_note, *first.citation);
        auto& finding = findings.add(
            again.note, levels_place(manuscript.notes[again.note], *again.citation),
            concat("this file was written “", slice(first_note.text, place), "” before; take one form"));
        finding.related.push_back({first.note, place, "the other form"});
    });
}

void reference_with_two_ids(Manuscript const& manuscript, Findings& findings) {
    auto const file_and_leaves = [](Citation const& citation) {
        auto const leaves = leaves_of(citation);
        auto const file = file_of(citation);
        if (document_number(citation).empty() || file.empty() || leaves.empty()) return std::string();
        return file + leaves;
    };
    for_each_again(manuscript, file_and_leaves, [&](Cited const& first, Cited const& again) {
        auto const other = document_number(*first.citation);
        if (other == document_number(*again.citation)) return;
        auto& finding = findings.add(
            again.note, place_or_all(*again.citation, "document_id"),
            concat("the same leaves had number ", other, " before: parts of one file, or a wrong reference"));
        finding.related.push_back({first.note, first.citation->span, "the other number"});
    });
}

void document_in_two_files(Manuscript const& manuscript, Findings& findings) {
    auto const document_of_archive = [](Citation const& citation) {
        auto const* date = citation.item.dates.find(Variable::issued);
        if (!date || date->start.day == 0) return std::string();
        auto const title = folded_title(citation);
        auto const file = file_of(citation);
        if (file.empty() || title.size() < 20) return std::string();
        return concat(file.substr(0, file.find('|')), "|", title, "|", issued_of(citation),
                      people_of(citation));
    };
    for_each_again(manuscript, document_of_archive, [&](Cited const& first, Cited const& again) {
        if (file_of(*first.citation) == file_of(*again.citation)) return;
        auto const& first_note = manuscript.notes[first.note];
        auto const place = levels_place(first_note, *first.citation);
        auto& finding = findings.add(again.note, levels_place(manuscript.notes[again.note], *again.citation),
                                     concat("the same document lay in “", slice(first_note.text, place),
                                            "” before: a copy, or a wrong reference"));
        finding.related.push_back({first.note, place, "the other file"});
    });
}

constexpr RuleEntry entries[] = {
    {{"cited-twice", "notes", Severity::note, "one document cited in full twice"},
     Reach::manuscripts,
     cited_twice},
    {{"id-with-two-descriptions", "identifiers", Severity::error, "one document number for two documents"},
     Reach::both,
     id_with_two_descriptions},
    {{"description-with-two-ids", "identifiers", Severity::warning, "two document numbers for one document"},
     Reach::both,
     description_with_two_ids},
    {{"reference-with-two-ids", "identifiers", Severity::note, "two document numbers for the same leaves"},
     Reach::both,
     reference_with_two_ids},
    {{"document-in-two-files", "identifiers", Severity::warning, "one document in two files"},
     Reach::both,
     document_in_two_files},
    {{"file-in-two-forms", "notes", Severity::note, "one file written in two forms"},
     Reach::manuscripts,
     file_in_two_forms},
};

}  // namespace

std::span<RuleEntry const> repetition_rules() { return entries; }

}  // namespace fonds::checking
