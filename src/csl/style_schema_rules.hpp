// The schema of CSL 1.0.2 as tables: which attributes elements may have, which values these, and what must
// stand in an element.
#pragma once

#include <cstdint>
#include <string_view>

namespace fonds::csl {

/// Sets of elements.
using Elements = std::uint32_t;

enum : Elements {
    in_style = 1U << 0U,
    in_locale = 1U << 1U,
    in_style_options = 1U << 2U,
    in_term = 1U << 3U,
    in_macro = 1U << 4U,
    in_citation = 1U << 5U,
    in_bibliography = 1U << 6U,
    in_key = 1U << 7U,
    in_layout = 1U << 8U,
    in_text = 1U << 9U,
    in_date = 1U << 10U,
    in_date_part = 1U << 11U,
    in_number = 1U << 12U,
    in_names = 1U << 13U,
    in_name = 1U << 14U,
    in_name_part = 1U << 15U,
    in_et_al = 1U << 16U,
    in_label = 1U << 17U,
    in_group = 1U << 18U,
    in_condition = 1U << 19U,
    in_bare = 1U << 20U,  ///< those without attributes

    in_areas = in_citation | in_bibliography,
    named = in_style | in_areas | in_name,
    faced = in_layout | in_text | in_date | in_date_part | in_number | in_names | in_name | in_name_part |
            in_et_al | in_label | in_group,
    affixed = faced & ~in_et_al,
    cased = in_text | in_date | in_date_part | in_number | in_name_part | in_label,
};

/// Lists of names are apart by spaces.
struct ElementRule {
    std::string_view name;
    Elements element;
    std::string_view children;        ///< empty: whatever the compiler of styles knows
    std::string_view once = {};       ///< children that may not stand twice
    std::string_view needed = {};     ///< children that must stand there
    std::string_view selecting = {};  ///< attributes of which there must be one
    bool several = false;             ///< or more of them
};

// clang-format off
inline constexpr ElementRule element_rules[] = {
    {"bibliography", in_bibliography, "sort layout", "sort layout", "layout", ""},
    {"choose", in_bare, "if else-if else", "if else", "if", ""},
    {"citation", in_citation, "sort layout", "sort layout", "layout", ""},
    {"date", in_date, "date-part", "", "", "variable form"},
    {"date-part", in_date_part, "", "", "", "name"},
    {"else", in_bare, ""},
    {"else-if", in_condition, "", "", "",
     "disambiguate is-numeric is-uncertain-date locator position type variable", true},
    {"et-al", in_et_al, ""},
    {"group", in_group, ""},
    {"if", in_condition, "", "", "",
     "disambiguate is-numeric is-uncertain-date locator position type variable", true},
    {"key", in_key, "", "", "", "variable macro"},
    {"label", in_label, "", "", "", "variable"},
    {"layout", in_layout, ""},
    {"locale", in_locale, "info style-options date terms", "info style-options terms", "", ""},
    {"macro", in_macro, "", "", "", "name"},
    {"name", in_name, "name-part"},
    {"name-part", in_name_part, "", "", "", "name"},
    {"names", in_names, "name et-al label substitute", "name et-al label substitute", "", "variable"},
    {"number", in_number, "", "", "", "variable"},
    {"sort", in_bare, "key", "", "key", ""},
    {"style", in_style, "info locale macro citation bibliography", "info citation bibliography", "info citation", "class"},
    {"style-options", in_style_options, ""},
    {"substitute", in_bare, ""},
    {"term", in_term, "single multiple", "single multiple", "", "name"},
    {"terms", in_bare, "term"},
    {"text", in_text, "", "", "", "variable macro term value"},
};

inline constexpr std::string_view any_text = "", whole_number = "#", flag = "true false";
inline constexpr std::string_view term_forms = "long short symbol verb verb-short";

struct AttributeRule {
    std::string_view name;
    Elements elements;
    std::string_view values;  ///< apart by spaces
};

inline constexpr AttributeRule attribute_rules[] = {
    {"after-collapse-delimiter", in_citation, any_text},
    {"and", named, "text symbol"},
    {"cite-group-delimiter", in_citation, any_text},
    {"class", in_style, "in-text note"},
    {"collapse", in_citation, "citation-number year year-suffix year-suffix-ranged"},
    {"date-parts", in_date, "year year-month year-month-day"},
    {"default-locale", in_style, any_text},
    {"delimiter", in_layout | in_group | in_date | in_names | in_name, any_text},
    {"delimiter-precedes-et-al", named, "contextual after-inverted-name always never"},
    {"delimiter-precedes-last", named, "contextual after-inverted-name always never"},
    {"demote-non-dropping-particle", in_style, "display-and-sort never sort-only"},
    {"disambiguate", in_condition, flag},
    {"disambiguate-add-givenname", in_citation, flag},
    {"disambiguate-add-names", in_citation, flag},
    {"disambiguate-add-year-suffix", in_citation, flag},
    {"display", in_text | in_date | in_number | in_names | in_group, "block left-margin right-inline indent"},
    {"entry-spacing", in_bibliography, whole_number},
    {"et-al-min", named, whole_number},
    {"et-al-subsequent-min", named, whole_number},
    {"et-al-subsequent-use-first", named, whole_number},
    {"et-al-use-first", named, whole_number},
    {"et-al-use-last", named, flag},
    {"font-style", faced, "normal italic oblique"},
    {"font-variant", faced, "normal small-caps"},
    {"font-weight", faced, "normal bold light"},
    {"form", in_date, "text numeric"},
    {"form", in_date_part, "long short numeric numeric-leading-zeros ordinal"},
    {"form", in_name, "long short count"},
    {"form", in_number, "numeric ordinal long-ordinal roman"},
    {"form", in_text | in_term | in_label, term_forms},
    {"gender", in_term, "masculine feminine neuter"},
    {"gender-form", in_term, "masculine feminine"},
    {"givenname-disambiguation-rule", in_citation,
     "all-names all-names-with-initials primary-name primary-name-with-initials by-cite"},
    {"hanging-indent", in_bibliography, flag},
    {"initialize", named, flag},
    {"initialize-with", named, any_text},
    {"initialize-with-hyphen", in_style, flag},
    {"is-numeric", in_condition, any_text},
    {"is-uncertain-date", in_condition, any_text},
    {"limit-day-ordinals-to-day-1", in_style_options, flag},
    {"line-spacing", in_bibliography, whole_number},
    {"locator", in_condition, any_text},
    {"macro", in_text | in_key, any_text},
    {"match", in_condition, "all any none"},
    {"match", in_term, "last-digit last-two-digits whole-number"},
    {"name", in_date_part, "day month year"},
    {"name", in_macro | in_term, any_text},
    {"name", in_name_part, "given family"},
    {"name-as-sort-order", named, "first all"},
    {"name-delimiter", in_style | in_areas, any_text},
    {"name-form", in_style | in_areas, "long short count"},
    {"names-delimiter", in_style | in_areas, any_text},
    {"names-min", in_key, whole_number},
    {"names-use-first", in_key, whole_number},
    {"names-use-last", in_key, flag},
    {"near-note-distance", in_citation, whole_number},
    {"page-range-format", in_style, "chicago chicago-15 chicago-16 expanded minimal minimal-two"},
    {"plural", in_label, "contextual always never"},
    {"plural", in_text, flag},
    {"position", in_condition, any_text},
    {"prefix", affixed, any_text},
    {"punctuation-in-quote", in_style_options, flag},
    {"quotes", in_text, flag},
    {"range-delimiter", in_date_part, any_text},
    {"second-field-align", in_bibliography, "flush margin"},
    {"sort", in_key, "ascending descending"},
    {"sort-separator", named, any_text},
    {"strip-periods", in_text | in_label | in_date_part, flag},
    {"subsequent-author-substitute", in_bibliography, any_text},
    {"subsequent-author-substitute-rule", in_bibliography,
     "complete-all complete-each partial-each partial-first"},
    {"suffix", affixed, any_text},
    {"term", in_text | in_et_al, any_text},
    {"text-case", cased, "lowercase uppercase capitalize-first capitalize-all sentence title"},
    {"text-decoration", faced, "none underline"},
    {"type", in_condition, any_text},
    {"value", in_text, any_text},
    {"variable", in_text | in_date | in_number | in_names | in_label | in_key | in_condition, any_text},
    {"version", in_style | in_locale, any_text},
    {"vertical-align", faced, "baseline sup sub"},
    {"year-suffix-delimiter", in_citation, any_text},
};
// clang-format on

}  // namespace fonds::csl
