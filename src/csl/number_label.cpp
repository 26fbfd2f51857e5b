// Labels written inside a number or locator.

#include "csl/number_label.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace fonds::csl {

namespace {

// clang-format off
constexpr std::pair<std::string_view, Term> abbreviations[] = {
    {"app.", term::appendix}, {"art.", term::article_locator}, {"bk.", term::book}, {"ch.", term::chapter},
    {"col.", term::column}, {"fig.", term::figure}, {"fol.", term::folio}, {"l.", term::line}, {"n.", term::note},
    {"no.", term::issue}, {"op.", term::opus}, {"p.", term::page}, {"para.", term::paragraph}, {"pp.", term::page},
    {"pt.", term::part}, {"r.", term::rule}, {"sec.", term::section}, {"supp.", term::supplement},
    {"sv.", term::sub_verbo}, {"tbl.", term::table}, {"tit.", term::title_locator}, {"vol.", term::volume},
    {"vrs.", term::verse},
};
// clang-format on

bool stands_before_number(std::string_view label, std::string_view text) {
    return text.size() > label.size() + 1 && text.starts_with(label) && text[label.size()] == ' ' &&
           is_digit(text[label.size() + 1]);
}

/// Whether any number begins behind a space.
bool holds_number(std::string_view text) {
    for (auto space = text.find(' '); space != text.npos; space = text.find(' ', space + 1))
        if (space + 1 < text.size() && is_digit(text[space + 1])) return true;
    return false;
}

bool begins_numerically(std::string_view text) {
    auto const word = text.substr(0, text.find(' '));
    return !word.empty() && (is_digit(word[0]) || word.find_first_not_of("ivxlcmIVXLCM") == word.npos);
}

/// Digits, then letters and the like.
bool is_lettered_number(std::string_view text) {
    auto const letters = text.find_first_not_of("0123456789");
    if (letters == 0 || text.empty()) return false;
    auto const rest = letters == text.npos ? std::string_view() : text.substr(letters);
    return std::all_of(rest.begin(), rest.end(), [](char c) {
        return is_ascii_letter(c) || c == '-' || c == ';' || c == ',' || c == ':';
    });
}

/// The label that says no more than the variable does.
Term own_label(Variable variable) {
    switch (variable) {
        case Variable::issue: return term::issue;
        case Variable::page:
        case Variable::page_first: return term::page;
        case Variable::section: return term::section;
        case Variable::volume: return term::volume;
        default: return no_term;
    }
}

/// Whether anything may be counted: a label says what.
bool takes_any_label(Variable variable) {
    return variable == Variable::locator || variable == Variable::number || variable == Variable::page ||
           variable == Variable::page_first;
}

/// What numbers count that are no issue's is their number.
Term counted_by(Term label, Variable variable) {
    return label == term::issue && variable == Variable::number ? Term{term::number} : label;
}

/// A label at the beginning of a number; `no_term` where there is none.
struct WrittenLabel {
    Term term = no_term;
    std::size_t length = 0;  ///< bytes, without the space after it
};

/// Reads the short form of a locator term of the locale before a digit, or one of the abbreviations that the
/// field's programs know in every language ("ch.", "vol.").
WrittenLabel read_label(std::string_view text, Words const& words) {
    if (text.empty() || is_digit(text[0]) || text.find(' ') == std::string_view::npos) return {};
    if (holds_number(text))
        for (auto const& label : words.locator_labels())
            if (label.text[0] == text[0] && stands_before_number(label.text, text))
                return {label.term, label.text.size()};
    for (auto const& [written, term] : abbreviations)
        if (text.size() > written.size() + 1 && text.starts_with(written) && text[written.size()] == ' ' &&
            words.has(term))
            return {term, written.size()};
    return {};
}

}  // namespace

bool has_locator(Cite const& cite) { return cite.locator.find_first_not_of(' ') != std::string::npos; }

ReadLocator read_locator(Cite const& cite, Words const& words, TermTable const& terms) {
    auto const value = has_locator(cite) ? std::string_view(cite.locator) : std::string_view();
    auto const written = trim(value);
    if (auto const label = read_label(written, words); label.term != no_term)
        return {label.term, trim(written.substr(label.length))};
    return {cite.label.empty() ? Term{term::page} : terms.find(cite.label), value};
}

Term take_own_label(std::string& value, Variable variable, Words const& words) {
    auto const own = own_label(variable);
    auto const any = takes_any_label(variable) && variable != Variable::locator;  // its own is off already
    if (own == no_term && !any) return no_term;
    auto const label = read_label(value, words);
    if (label.term == no_term || (label.term != own && !any)) return no_term;
    value = std::string(trim(std::string_view(value).substr(label.length)));
    return counted_by(label.term, variable);
}

std::size_t find_inner_label(std::string_view text, Variable variable, Words const& words) {
    auto const space = text.find(' ');
    if (space == text.npos || !is_lettered_number(text.substr(0, space))) return text.npos;
    auto const rest = text.substr(space + 1);
    auto const label = read_label(rest, words);
    auto const fits = own_label(variable) != no_term || takes_any_label(variable);
    auto const counts = label.term != no_term && fits && is_lettered_number(trim(rest.substr(label.length)));
    return counts ? space : text.npos;
}

std::size_t settle_labels(NumberField& field, Variable variable, Term locator, Words const& words) {
    auto& pieces = field.pieces;
    auto own = pieces.size();
    auto const implied = variable == Variable::locator ? locator : own_label(variable);
    auto const counted = field.label != no_term ? field.label : implied;
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        auto& piece = pieces[i];
        if (auto const label = read_label(piece.value, words); label.term != no_term) {
            auto const number = std::string(trim(std::string_view(piece.value).substr(label.length)));
            if (!number.empty() && counted == counted_by(label.term, variable) && own == pieces.size() &&
                pieces[0].counts) {  // "2, p. 3" is "2, 3"
                piece.counts = is_digit(number[0]);
                piece.value = number;
                continue;
            }
            own = std::min(own, i);
            piece.label = label.term;
            piece.value = number;
            auto const next = i + 1 < pieces.size() ? std::string_view(pieces[i + 1].value) : "";
            piece.several = begins_numerically(next) && begins_numerically(piece.value);
        }
        if (own <= i) piece.counts = false;
    }
    return own;
}

}  // namespace fonds::csl
