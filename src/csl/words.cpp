// Merging locales and looking terms up (CSL 1.0.2, "Locale Fallback", "Terms", "Ordinal Suffixes").

#include "csl/words.hpp"

#include "base/text.hpp"

namespace fonds::csl {

namespace {

std::string_view bare(std::string_view language) { return language.substr(0, language.find_first_of("-_")); }

constexpr Term ordinal_name_number(Term term) { return static_cast<Term>(term - term::ordinal_00); }
constexpr bool is_ordinal(Term term) { return term >= term::ordinal && term <= term::ordinal_99; }
constexpr bool is_numbered_ordinal(Term term) { return term >= term::ordinal_00 && term <= term::ordinal_99; }

void lay_over(DatePartSpec& base, DatePartSpec const& own) {
    if (own.form != DatePartForm::unset) base.form = own.form;
    if (own.prefix) base.format.prefix = *own.prefix;
    if (own.suffix) base.format.suffix = *own.suffix;
    if (own.range_delimiter) base.range_delimiter = own.range_delimiter;
    if (own.format.text_case != TextCase::none) base.format.text_case = own.format.text_case;
    if (own.format.strip_periods) base.format.strip_periods = true;
    auto const take = [](auto& mine, auto theirs) {
        if (theirs != decltype(theirs){}) mine = theirs;
    };
    take(base.format.face.style, own.format.face.style);
    take(base.format.face.variant, own.format.face.variant);
    take(base.format.face.weight, own.format.face.weight);
    take(base.format.face.decoration, own.format.face.decoration);
    take(base.format.face.align, own.format.face.align);
}

}  // namespace

Words::Words(CompiledStyle const& style, Locales const& locales, std::string_view asked) : language(asked) {
    auto const count = style.terms.size();
    index_.assign(count * term_form_count * gender_count, 0);
    genders_.assign(count, Gender::neuter);
    texts_.push_back({});
    auto const spoken = bare(asked);
    for (auto at = locales.rbegin(); at != locales.rend(); ++at) {
        merge(at->compiled().data, style.terms);
        if (bare(at->language()) != spoken) foreign_end_ = texts_.size();
    }
    auto const own = [&](std::string_view wanted) {
        for (auto const& locale : style.locales)
            if (locale.language == wanted) merge(locale, style.terms);
    };
    own("");
    auto const tag = std::string(asked);
    auto const plain = std::string(bare(asked));
    own(plain);
    // A language asked for by itself is its primary dialect.
    auto const is_dialect = tag != plain;
    for (auto at = locales.rbegin(); at != locales.rend(); ++at)
        if (!is_dialect && bare(at->language()) == plain && at->language() != plain) own(at->language());
    if (is_dialect) own(tag);
    is_english = plain == "en";
    alphabet = alphabet_of(plain);
    auto const fallback = [&](Term term, std::string_view text) {
        if (find(term, TermForm::long_, Gender::neuter)) return;
        texts_.push_back({text, text});
        index_[slot(term, TermForm::long_, Gender::neuter)] = static_cast<std::uint32_t>(texts_.size() - 1);
    };
    fallback(term::page_range_delimiter, plain == "fr" || plain == "pt" ? "-" : "\u2013");
    fallback(term::year_range_delimiter, "\u2013");
    fallback(term::citation_range_delimiter, "\u2013");
    merge_dates(style);
    list_locator_labels();
}

void Words::list_locator_labels() {
    for (std::size_t i = 0; i < term::locator_count; ++i)
        for (auto const plural : {false, true}) {
            auto const term = static_cast<Term>(term::first_locator + i);
            auto const text = get(term, TermForm::short_, plural);
            if (!text.empty()) locator_labels_.push_back({text, term});
        }
}

void Words::merge(LocaleData const& data, TermTable const& terms) {
    auto redefines_ordinals = false;
    for (auto const& entry : data.terms)
        redefines_ordinals = redefines_ordinals || is_ordinal(terms.find(entry.name));
    if (redefines_ordinals) clear_ordinals();
    for (auto const& entry : data.terms) {
        auto const term = terms.find(entry.name);
        if (term == no_term) continue;
        merge_term(entry, term);
        if (redefines_ordinals && is_numbered_ordinal(term)) add_ordinal(entry, term);
    }
    for (std::size_t form = 0; form < data.dates.size(); ++form) {
        if (!data.dates[form]) continue;
        date_formats_[form] = data.dates[form]->first;
        localized_[form] = data.dates[form]->second;
    }
    if (data.punctuation_in_quote) punctuation_in_quote = *data.punctuation_in_quote;
    if (data.limit_day_ordinals) limit_day_ordinals = *data.limit_day_ordinals;
}

void Words::merge_term(LocaleTerm const& entry, Term term) {
    texts_.push_back({entry.single, entry.has_multiple ? entry.multiple : entry.single});
    auto const index = static_cast<std::uint32_t>(texts_.size() - 1);
    index_[slot(term, entry.form, entry.gender_form)] = index;
    // A language that has only "primeiro" and "primeira" says the latter of nouns without a gender, as most
    // that are counted are feminine ("edição").
    auto& neuter = index_[slot(term, entry.form, Gender::neuter)];
    auto const is_masculine = neuter == index_[slot(term, entry.form, Gender::masculine)];
    if (neuter < foreign_end_ || (entry.gender_form == Gender::feminine && is_masculine)) neuter = index;
    if (entry.gender) genders_[term] = *entry.gender;
}

void Words::add_ordinal(LocaleTerm const& entry, Term term) {
    Ordinal out;
    out.number = static_cast<std::uint8_t>(ordinal_name_number(term));
    out.gender = entry.gender_form;
    out.term = term;
    if (entry.match == "last-digit") out.match = OrdinalMatch::last_digit;
    else if (entry.match == "last-two-digits") out.match = OrdinalMatch::last_two_digits;
    else if (entry.match == "whole-number") out.match = OrdinalMatch::whole_number;
    else out.match = out.number < 10 ? OrdinalMatch::last_digit : OrdinalMatch::last_two_digits;
    ordinals_.push_back(out);
}

void Words::clear_ordinals() {
    ordinals_.clear();
    for (Term term = term::ordinal; term <= term::ordinal_99; ++term)
        for (std::size_t form = 0; form < term_form_count; ++form)
            for (std::size_t gender = 0; gender < gender_count; ++gender)
                index_[slot(term, static_cast<TermForm>(form), static_cast<Gender>(gender))] = 0;
}

void Words::merge_dates(CompiledStyle const& style) {
    for (auto const& date : style.dates) {
        if (date.form == DateForm::none) {
            dates_.push_back(date.parts);
            continue;
        }
        std::vector<DatePartSpec> parts;
        for (auto part : localized_[static_cast<std::size_t>(date.form)]) {
            if ((part.part == DatePart::month && !date.month) || (part.part == DatePart::day && !date.day))
                continue;
            for (auto const& own : date.parts)
                if (own.part == part.part) lay_over(part, own);
            parts.push_back(part);
        }
        dates_.push_back(std::move(parts));
    }
}

Words::Text const* Words::find(Term term, TermForm form, Gender gender) const {
    auto const at = slot(term, form, gender);
    if (at >= index_.size()) return nullptr;
    return index_[at] ? &texts_[index_[at]] : nullptr;
}

bool Words::has(Term term) const {
    if (term == no_term) return false;
    for (std::size_t form = 0; form < term_form_count; ++form)
        for (std::size_t gender = 0; gender < gender_count; ++gender)
            if (find(term, static_cast<TermForm>(form), static_cast<Gender>(gender))) return true;
    return false;
}

Words::Text const* Words::find_in_any_form(Term term, TermForm form, Gender gender, bool foreign) const {
    auto const find_one = [&](TermForm candidate, Gender of) -> Text const* {
        auto const* text = find(term, candidate, of);
        return text && (foreign || text >= texts_.data() + foreign_end_) ? text : nullptr;
    };
    std::array<TermForm, 3> chain = {form, TermForm::long_, TermForm::long_};
    if (form == TermForm::symbol) chain[1] = TermForm::short_;
    if (form == TermForm::verb_short) chain[1] = TermForm::verb;
    for (auto const candidate : chain)
        for (auto const of : {gender, Gender::neuter})
            if (auto const* text = find_one(candidate, of)) return text;
    for (auto const candidate : chain)
        for (auto const of : {Gender::feminine, Gender::masculine})
            if (auto const* text = find_one(candidate, of)) return text;
    return nullptr;
}

/// Another form in the language asked for stands before the right one in English, as published styles have
/// it: their short terms ("retr.") are those of few languages ("Locale Fallback" has it the other way round).
std::string_view Words::get(Term term, TermForm form, bool plural, Gender gender) const {
    if (term == no_term) return {};
    auto const* text = find_in_any_form(term, form, gender, false);
    if (!text && foreign_end_ > 0) text = find_in_any_form(term, form, gender, true);
    if (!text) return {};
    return plural ? text->multiple : text->single;
}

std::string_view Words::ordinal_suffix(long number, Gender gender) const {
    auto const absolute = number < 0 ? -number : number;
    auto const matches = [&](Ordinal const& ordinal) {
        switch (ordinal.match) {
            case OrdinalMatch::whole_number: return ordinal.number == absolute;
            case OrdinalMatch::last_two_digits: return ordinal.number == absolute % 100;
            case OrdinalMatch::last_digit: return ordinal.number == absolute % 10;
        }
        return false;
    };
    if (!has_old_ordinals()) {
        for (auto const wanted : {gender, Gender::neuter})
            for (auto const match :
                 {OrdinalMatch::whole_number, OrdinalMatch::last_two_digits, OrdinalMatch::last_digit})
                for (auto const& ordinal : ordinals_)
                    if (ordinal.match == match && ordinal.gender == wanted && matches(ordinal))
                        return get(ordinal.term, TermForm::long_, false, gender);
        return get(term::ordinal, TermForm::long_, false, gender);
    }
    auto const last = absolute % 10;
    auto const teen = absolute % 100 > 10 && absolute % 100 < 20;
    auto const which = !teen && last >= 1 && last <= 3 ? last : 4;
    return get(static_cast<Term>(term::ordinal_00 + which), TermForm::long_, false, gender);
}

/// CSL 1.0: four terms, ordinal-01 to ordinal-04, by the English rule.
bool Words::has_old_ordinals() const {
    if (has(term::ordinal)) return false;
    for (Term which = 1; which <= 4; ++which)
        if (!has(static_cast<Term>(term::ordinal_00 + which))) return false;
    return true;
}

}  // namespace fonds::csl
