// A compiled style: elements in one flat table, macros by index and never expanded, names as numbers.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <fonds/csl.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "csl/string_pool.hpp"
#include "csl/terms.hpp"

namespace fonds::csl {

inline constexpr std::size_t maximum_nesting = 200;  ///< of elements and macro calls while a cite is written

enum class FontStyle : std::uint8_t { none, normal, italic, oblique };
enum class FontVariant : std::uint8_t { none, normal, small_caps };
enum class FontWeight : std::uint8_t { none, normal, bold, light };
enum class Decoration : std::uint8_t { none, normal, underline };
enum class VerticalAlign : std::uint8_t { none, baseline, superscript, subscript };
enum class Quotes : std::uint8_t { none, outer, inner };
enum class Display : std::uint8_t { none, block, left_margin, right_inline, indent, entry };
enum class TextCase : std::uint8_t {
    none,
    lowercase,
    uppercase,
    capitalize_first,
    capitalize_all,
    sentence,
    title,
};

/// Formatting that ends up in the output.
struct Face {
    FontStyle style = FontStyle::none;
    FontVariant variant = FontVariant::none;
    FontWeight weight = FontWeight::none;
    Decoration decoration = Decoration::none;
    VerticalAlign align = VerticalAlign::none;
    Quotes quotes = Quotes::none;
    bool outside_quotes = false;  ///< quotes="false": marks within begin anew with the outer ones
    Display display = Display::none;
    friend bool operator==(Face const&, Face const&) = default;
    /// Neither font nor quotes: nothing to open or close.
    [[nodiscard]] bool is_plain() const { return !has_font() && quotes == Quotes::none; }
    [[nodiscard]] bool has_font() const {
        return style != FontStyle::none || variant != FontVariant::none || weight != FontWeight::none ||
               decoration != Decoration::none || align != VerticalAlign::none;
    }
};

/// What most elements have (CSL 1.0.2, "Formatting", "Affixes", "Delimiter", "Text-case", "Strip-periods").
struct Format {
    std::string_view prefix, suffix, delimiter;
    Face face;
    TextCase text_case = TextCase::none;
    bool strip_periods = false;
    /// A list with this format is its content and no more.
    [[nodiscard]] bool is_bare() const {
        return prefix.empty() && suffix.empty() && delimiter.empty() && face == Face{};
    }
};

enum class Kind : std::uint8_t {
    variable,  ///< cs:text variable
    macro,
    term,
    value,
    date,
    number,
    names,
    label,
    group,
    choose,
    branch,
};

enum class NumberForm : std::uint8_t { numeric, ordinal, long_ordinal, roman };
enum class Plural : std::uint8_t { contextual, always, never };

using VariableSet = std::bitset<128>;
[[nodiscard]] constexpr std::size_t index_of(Variable variable) { return static_cast<std::size_t>(variable); }

/// One rendering element. Children and branches stand side by side in `CompiledStyle::elements`.
struct Element {
    Kind kind = Kind::value;
    TermForm term_form = TermForm::long_;  ///< of terms and labels
    Plural plural = Plural::contextual;
    NumberForm number_form = NumberForm::numeric;
    bool short_form = false;  ///< cs:text form="short"
    bool says_form = false;   ///< of labels: the form is not the default
    bool plural_term = false;
    Variable variable = Variable::title;
    Term term = no_term;
    std::uint32_t first_child = 0, child_count = 0;
    std::uint32_t detail = 0;  ///< index of macro, date, names, condition or empty list by kind
    Format format;
    std::string_view text;  ///< cs:text value
    std::uint32_t offset = 0;
};

enum class Match : std::uint8_t { all, any, none };
enum class PositionTest : std::uint8_t { first, subsequent, ibid, ibid_with_locator, near_note, far_note };

/// A single test that is neither a type nor a plain variable.
struct Test {
    enum class Kind : std::uint8_t { numeric, uncertain_date, locator, position, disambiguate, never } kind;
    Variable variable = Variable::title;
    Term label = no_term;
    PositionTest position = PositionTest::first;
};

/// cs:if, cs:else-if; without any test: cs:else.
struct Condition {
    Match match = Match::all;
    bool otherwise = false;
    std::uint64_t types = 0;
    VariableSet variables;
    std::vector<Test> tests;
};

enum class DatePart : std::uint8_t { year, month, day };
enum class DatePartForm : std::uint8_t { unset, long_, short_, numeric, numeric_leading_zeros, ordinal };

struct DatePartSpec {
    DatePart part = DatePart::year;
    DatePartForm form = DatePartForm::unset;
    Format format;
    std::optional<std::string_view> prefix, suffix, range_delimiter;  ///< as written: override the locale's
};

enum class DateForm : std::uint8_t { none, numeric, text };

struct DateSpec {
    Variable variable = Variable::issued;
    DateForm form = DateForm::none;
    bool year = true, month = true, day = true;  ///< date-parts
    std::vector<DatePartSpec> parts;
};

enum class And : std::uint8_t { none, text, symbol };
enum class Precedes : std::uint8_t { contextual, after_inverted_name, always, never };
enum class NameForm : std::uint8_t { long_, short_, count };
enum class SortOrder : std::uint8_t { none, first, all };

/// Options of cs:name that are inherited (CSL 1.0.2, "Inheritable Name Options"); what is empty is inherited.
struct NameOptions {
    std::optional<And> and_;
    std::optional<std::string_view> delimiter, initialize_with, sort_separator, names_delimiter;
    std::optional<Precedes> precedes_last, precedes_et_al;
    std::optional<int> et_al_min, et_al_use_first, et_al_subsequent_min, et_al_subsequent_use_first;
    std::optional<bool> et_al_use_last, initialize;
    std::optional<NameForm> form;
    std::optional<SortOrder> sort_order;
    void inherit(NameOptions const& from);
};

struct NamePart {
    bool present = false;
    Format format;
};

/// cs:names.
struct NamesSpec {
    std::vector<Variable> variables;
    std::optional<std::string_view> delimiter;
    NameOptions name;
    Format name_format;
    NamePart family, given;
    bool has_et_al = false;
    Format et_al_format;
    Term et_al_term = term::et_al;
    bool has_label = false, label_before = false;
    Element label;
    bool shorthand = false;  ///< cs:names of one variable in cs:substitute: all else is the parent's
    std::uint32_t first_substitute = 0, substitute_count = 0;
};

struct SortKey {
    bool descending = false;
    bool is_macro = false;
    Variable variable = Variable::title;
    std::uint32_t macro = 0;
    std::optional<int> names_min, names_use_first;
    std::optional<bool> names_use_last;
    VariableSet names;        ///< those that the key may have …
    VariableSet substitutes;  ///< … and those that may stand in for them
};

struct Macro {
    std::string_view name;
    std::uint32_t first_child = 0, child_count = 0;
    std::uint32_t empty_list = 0;
    bool has_date = false, has_year_suffix = false;
    std::uint32_t offset = 0;
};

/// What a group or macro comes to for an item that has none of the variables it may call.
struct EmptyList {
    enum class Outcome : std::uint8_t {
        unknown,   ///< it may show something all the same
        uncalled,  ///< nothing, and no variable is called
        called,    ///< nothing, since all variables that are called are empty
    };
    VariableSet variables;
    Outcome outcome = Outcome::unknown;
    bool has_names = false;
};

/// cs:layout with the options around it.
struct Layout {
    bool present = false;
    std::uint32_t first_child = 0, child_count = 0;
    Format format;
    std::vector<SortKey> keys;
    NameOptions names;
    bool uses_citation_number = false;
    bool sorts_by_number = false;     ///< by citation numbers, itself or through macros
    bool descends_by_number = false;  ///< the highest number stands first
};

enum class Collapse : std::uint8_t { none, citation_number, year, year_suffix, year_suffix_ranged };
enum class GivenRule : std::uint8_t {
    none,
    all_names,
    all_names_with_initials,
    primary_name,
    primary_name_with_initials,
    by_cite,
};
enum class SubstituteRule : std::uint8_t { complete_all, complete_each, partial_each, partial_first };
enum class FieldAlign : std::uint8_t { none, flush, margin };
enum class PageRange : std::uint8_t { none, chicago15, chicago16, expanded, minimal, minimal_two };
enum class Demote : std::uint8_t { display_and_sort, never, sort_only };

/// A piece of a locale inside a style or a locale file.
struct LocaleTerm {
    std::string_view name;
    TermForm form = TermForm::long_;
    Gender gender_form = Gender::neuter;
    std::optional<Gender> gender;  ///< of the noun
    std::string_view match;
    std::string_view single, multiple;
    bool has_multiple = false;
};

struct LocaleData {
    std::string language;  ///< empty: all
    std::vector<LocaleTerm> terms;
    std::array<std::optional<std::pair<Format, std::vector<DatePartSpec>>>, 3> dates;  ///< by DateForm
    std::optional<bool> punctuation_in_quote, limit_day_ordinals;
};

struct CompiledLocale {
    LocaleData data;
    StringPool strings;
};

struct CompiledStyle {
    StringPool strings;
    TermTable terms;
    std::string id, title, default_locale, source;
    bool is_note = false;
    std::vector<Element> elements;
    std::vector<Macro> macros;
    std::vector<Condition> conditions;
    std::vector<EmptyList> empty_lists;  ///< of groups and macros
    std::vector<DateSpec> dates;
    std::vector<NamesSpec> names;
    std::vector<LocaleData> locales;
    Layout citation, bibliography;
    Layout in_text;  ///< CSL 1.1's cs:intext: the author of a cite in the running text

    bool initialize_with_hyphen = true;
    PageRange page_range = PageRange::none;
    Demote demote = Demote::display_and_sort;

    bool add_names = false, add_givenname = false, add_year_suffix = false;
    bool has_disambiguate = false;  ///< a test disambiguate="true" somewhere
    bool has_year_suffix = false;   ///< the year suffix is placed by the style itself
    bool has_position = false;
    bool told_by_first_note = false;  ///< the number of the first note tells cites apart
    bool shows_first_note = false;    ///< first-reference-note-number is printed or asked for somewhere
    bool asks_near_note = false;      ///< a test position="near-note" or "far-note" somewhere
    bool is_numbered = false;         ///< citation numbers are printed or sorted by somewhere
    /// Entries, by names to which given names of the whole document are added.
    bool sorts_by_told_names = false;
    bool uses_positions =
        false;  ///< whether it matters where a cite stands among the earlier ones of its item
    GivenRule given_rule = GivenRule::by_cite;
    /// How many of a list's names given names tell apart.
    [[nodiscard]] std::size_t told_names(std::size_t count) const {
        auto const primary =
            given_rule == GivenRule::primary_name || given_rule == GivenRule::primary_name_with_initials;
        return primary && count > 1 ? 1 : count;
    }
    std::optional<std::string_view> cite_group_delimiter, year_suffix_delimiter, after_collapse_delimiter;
    Collapse collapse = Collapse::none;
    int near_note_distance = 5;

    bool hanging_indent = false;
    FieldAlign field_align = FieldAlign::none;
    std::optional<std::string_view> author_substitute;
    SubstituteRule author_substitute_rule = SubstituteRule::complete_all;
};

}  // namespace fonds::csl
