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
    return !label.empty() && text.size() > label.size() + 1 && text.starts_with(label) &&
           text[label.size()] == ' ' && is_digit(text[label.size() + 1]);
}

/// Numbers in a list may count something else ("vol. 1, 23"); those of a range do not.
bool joins_range(std::string_view joiner) { return !joiner.empty() && joiner[0] != ',' && joiner[0] != ';'; }

}  // namespace

WrittenLabel read_label(std::string_view text, Words const& words) {
    if (text.empty() || is_digit(text[0]) || text.find(' ') == std::string_view::npos) return {};
    for (std::size_t i = 0; i < term::locator_count; ++i) {
        auto const term = static_cast<Term>(term::first_locator + i);
        for (auto const plural : {false, true}) {
            auto const label = words.get(term, TermForm::short_, plural);
            if (stands_before_number(label, text)) return {term, label.size()};
        }
    }
    for (auto const& [written, term] : abbreviations)
        if (words.has(term) && text.size() > written.size() + 1 && text.starts_with(written) &&
            text[written.size()] == ' ')
            return {term, written.size()};
    return {};
}

ReadLocator read_locator(Cite const& cite, Words const& words, TermTable const& terms) {
    std::string_view const written = trim(cite.locator);
    if (auto const label = read_label(written, words); label.term != no_term)
        return {label.term, trim(written.substr(label.length))};
    return {cite.label.empty() ? Term{term::page} : terms.find(cite.label), cite.locator};
}

std::size_t settle_labels(NumberField& field, Words const& words) {
    auto& pieces = field.pieces;
    auto own = pieces.size();
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        auto& piece = pieces[i];
        if (auto const label = read_label(piece.value, words); label.term != no_term) {
            own = std::min(own, i);
            auto const several = i + 1 < pieces.size() && pieces[i + 1].counts && joins_range(piece.joiner);
            piece.value.replace(0, label.length, words.get(label.term, TermForm::short_, several));
        }
        if (own <= i) piece.counts = false;
    }
    return own;
}

}  // namespace fonds::csl
