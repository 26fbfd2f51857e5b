// How the copy came to us, as sentences.
#include "base/text.hpp"
#include "house/form.hpp"
#include "house/words.hpp"

namespace fonds {
namespace {

std::string list_names(Names const& names, std::string_view conjunction) {
    std::string out;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) out += i + 1 == names.size() ? concat(names.size() > 2 ? "," : "", conjunction) : ", ";
        out += display(names[i]);
    }
    return out;
}

/// "obtained", or the role itself where the form has no word for it.
std::string role_word(HouseForm::Data const& form, std::string const& role) {
    auto const word = form.word(concat("role.", role));
    return word.empty() ? role : std::string(word);
}

}  // namespace

std::string write_provenance(ArchivalReference const& reference, HouseForm const& form) {
    auto const& data = form.data();
    auto const conjunction = data.word("and");
    std::vector<std::string> clauses;
    for (std::size_t i = 0; i < reference.provenance.size(); ++i) {
        auto const& entry = reference.provenance[i];
        if (entry.role.empty()) continue;
        auto clause = role_word(data, entry.role);
        // "obtained and translated by" where the same people did both
        while (i + 1 < reference.provenance.size() && reference.provenance[i + 1].names == entry.names &&
               reference.provenance[i + 1].project == entry.project)
            clause.append(conjunction).append(role_word(data, reference.provenance[++i].role));
        if (!entry.project.empty()) clause += replace_all(data.word("project"), "{}", entry.project);
        if (!entry.names.empty())
            clause += replace_all(data.word("by"), "{}", list_names(entry.names, conjunction));
        clauses.push_back(std::move(clause));
    }
    auto const between = clauses.size() == 2 ? data.word("clause") : data.word("clauses");
    auto sentences = capitalised(join(clauses, between));
    if (!sentences.empty()) sentences += '.';
    if (!reference.provenance_note.empty()) {
        auto note = capitalised(reference.provenance_note);
        if (note.back() != '.') note += '.';
        sentences = sentences.empty() ? note : concat(note, " ", sentences);
    }
    return sentences;
}

}  // namespace fonds
