// The label of an item: letters of its first names and two digits of the year ("Doe99", "DoRo99").
//
// The specification leaves its form to the processor ("citation-label"); the letters taken are those that the
// field's processors take.

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "csl/evaluate.hpp"
#include "csl/script.hpp"
#include "csl/text_case.hpp"

namespace fonds::csl {

namespace {

constexpr std::size_t most_names = 4;
/// Letters taken of each name, by the number of names.
constexpr std::size_t widths[most_names][most_names] = {
    {4, 0, 0, 0}, {2, 2, 0, 0}, {2, 1, 1, 0}, {1, 1, 1, 1}};

/// "van der Berg" without what comes before the first capital.
std::string_view without_particles(std::string_view family) {
    for (auto space = family.find(' '); space != std::string_view::npos; space = family.find(' ')) {
        auto const word = family.substr(0, space);
        auto const small = std::all_of(word.begin(), word.end(), [](unsigned char c) {
            return (c >= 'a' && c <= 'z') || c == '\'' || c >= 0x80;
        });
        if (word.empty() || !small) break;
        family.remove_prefix(space + 1);
    }
    return family;
}

std::string_view without_article(std::string_view name) {
    for (std::string_view const article : {"a ", "the ", "an "})
        if (name.size() >= article.size() && ascii_lower(name.substr(0, article.size())) == article)
            return name.substr(article.size());
    return name;
}

/// The first letters, "Doe" of "doe".
std::string letters_of(std::string_view name, std::size_t width) {
    std::string out;
    std::size_t count = 0;
    for (std::size_t at = 0; at < name.size() && count < width;) {
        auto const point = decode(name, at);
        at += point.size;
        if (!is_spaced_letter(point.value)) continue;
        append_utf8(out, count == 0 ? to_upper(point.value) : to_lower(point.value));
        ++count;
    }
    return out;
}

std::string label_of(std::vector<PersonName> const& names, std::string_view reference) {
    auto const& width = widths[std::min(names.size(), most_names) - 1];
    std::string out;
    for (std::size_t i = 0; i < std::min(names.size(), most_names); ++i) {
        auto const& name = names[i];
        auto const written = name.is_institution()  ? std::string_view(name.literal)
                             : !name.family.empty() ? without_particles(name.family)
                                                    : reference;
        auto const letters = letters_of(without_article(written), width[i]);
        if (letters.empty()) break;  // a name in a script without letters ends the label
        out += letters;
    }
    return out;
}

/// The first letters of a title, without the words that title case leaves small.
std::string label_of(std::string_view title) {
    std::string joined;
    for (auto const& word : split(title, ' '))
        if (!is_stop_word(word)) joined += word;
    std::size_t end = 0;
    for (std::size_t count = 0; count < widths[0][0] && end < joined.size(); ++count)
        end += decode(joined, end).size;
    return capitalize(to_lower(joined.substr(0, end)));
}

}  // namespace

std::string Evaluator::citation_label(Record const& record) const {
    auto const given = record.item().text(Variable::citation_label);
    if (!given.empty()) return std::string(given);
    auto const reference = capitalize(replace_all(words_.get(term::reference, TermForm::short_), ".", ""));
    std::string label;
    for (auto const variable : all_variables()) {
        if (kind_of(variable) != VariableKind::names || record.names(variable).empty()) continue;
        label = label_of(record.names(variable), reference);
        break;
    }
    if (label.empty()) label = label_of(record.text(Variable::title));
    auto const* issued = record.date(Variable::issued);
    auto year = issued && issued->start.year ? std::to_string(issued->start.year) : std::string("0000");
    if (year.size() > 2) year = year.substr(year.size() - 2);
    return label + year;
}

}  // namespace fonds::csl
