// The words of one style in one language: locale files and the style's own locales, merged once.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "csl/style.hpp"
#include "csl/text_case.hpp"

namespace fonds::csl {

class Words {
  public:
    /// `locales`: most special first. `language`: what was asked for.
    Words(CompiledStyle const& style, Locales const& locales, std::string_view language);

    /// The text of a term, or of the next form of its fallback chain; empty where there is none.
    [[nodiscard]] std::string_view get(Term term, TermForm form = TermForm::long_, bool plural = false,
                                       Gender gender = Gender::neuter) const;
    [[nodiscard]] bool has(Term term) const;
    [[nodiscard]] Gender gender_of(Term noun) const {
        return noun < genders_.size() ? genders_[noun] : Gender::neuter;
    }
    /// "th" of "5th".
    [[nodiscard]] std::string_view ordinal_suffix(long number, Gender gender) const;
    /// The localised date of a form with the style's own settings laid over it.
    [[nodiscard]] std::vector<DatePartSpec> const& parts_of(std::uint32_t date) const { return dates_[date]; }
    [[nodiscard]] Format const& date_format(DateForm form) const {
        return date_formats_[static_cast<std::size_t>(form)];
    }

    /// A short form by which locators are labelled ("p.", "pp.").
    struct LocatorLabel {
        std::string_view text;
        Term term = no_term;
    };
    [[nodiscard]] std::vector<LocatorLabel> const& locator_labels() const { return locator_labels_; }

    bool punctuation_in_quote = false;
    bool limit_day_ordinals = false;
    std::string language;  ///< "de-AT"
    bool is_english = false;
    Alphabet alphabet = Alphabet::common;

  private:
    struct Text {
        std::string_view single, multiple;
    };
    enum class OrdinalMatch : std::uint8_t { last_digit, last_two_digits, whole_number };
    struct Ordinal {
        std::uint8_t number = 0;
        OrdinalMatch match = OrdinalMatch::last_digit;
        Gender gender = Gender::neuter;
        Term term = no_term;
    };

    void merge(LocaleData const& data, TermTable const& terms);
    void merge_term(LocaleTerm const& entry, Term term);
    void add_ordinal(LocaleTerm const& entry, Term term);
    void clear_ordinals();
    [[nodiscard]] bool has_old_ordinals() const;
    void merge_dates(CompiledStyle const& style);
    void list_locator_labels();
    [[nodiscard]] Text const* find(Term term, TermForm form, Gender gender) const;
    /// The text of the form, or of one that stands in for it; `foreign`: of English too.
    [[nodiscard]] Text const* find_in_any_form(Term term, TermForm form, Gender gender, bool foreign) const;
    [[nodiscard]] static std::size_t slot(Term term, TermForm form, Gender gender) {
        return (term * term_form_count + static_cast<std::size_t>(form)) * gender_count +
               static_cast<std::size_t>(gender);
    }

    std::vector<std::uint32_t> index_;  ///< by slot, 0: none
    std::vector<Text> texts_;
    std::size_t foreign_end_ = 0;  ///< of those texts that come from locales of another language
    std::vector<Gender> genders_;
    std::vector<LocatorLabel> locator_labels_;
    std::vector<Ordinal> ordinals_;
    std::array<std::vector<DatePartSpec>, 3> localized_;
    std::array<Format, 3> date_formats_;
    std::vector<std::vector<DatePartSpec>> dates_;  ///< by date of the style
};

}  // namespace fonds::csl
