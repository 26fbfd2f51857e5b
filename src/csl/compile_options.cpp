// The options of a style and of its two areas (CSL 1.0.2, "Global Options", "Style Options").

#include "base/text.hpp"
#include "csl/style_compiler.hpp"

namespace fonds::csl {

void Compiler::read_global_options(xml::Node root) {
    style_.initialize_with_hyphen = root["initialize-with-hyphen"] != "false";
    auto const range = root["page-range-format"];
    if (range == "chicago" || range == "chicago-15") style_.page_range = PageRange::chicago15;
    else if (range == "chicago-16") style_.page_range = PageRange::chicago16;
    else if (range == "expanded") style_.page_range = PageRange::expanded;
    else if (range == "minimal") style_.page_range = PageRange::minimal;
    else if (range == "minimal-two") style_.page_range = PageRange::minimal_two;
    auto const demote = root["demote-non-dropping-particle"];
    if (demote == "never") style_.demote = Demote::never;
    else if (demote == "sort-only") style_.demote = Demote::sort_only;
}

void Compiler::read_citation_options(xml::Node node) {
    auto const is_true = [&](std::string_view name) { return node[name] == "true"; };
    style_.add_names = is_true("disambiguate-add-names");
    style_.add_givenname = is_true("disambiguate-add-givenname");
    style_.add_year_suffix = is_true("disambiguate-add-year-suffix");
    auto const rule = node["givenname-disambiguation-rule"];
    if (rule == "all-names") style_.given_rule = GivenRule::all_names;
    else if (rule == "all-names-with-initials") style_.given_rule = GivenRule::all_names_with_initials;
    else if (rule == "primary-name") style_.given_rule = GivenRule::primary_name;
    else if (rule == "primary-name-with-initials") style_.given_rule = GivenRule::primary_name_with_initials;
    style_.cite_group_delimiter = read_text(node, "cite-group-delimiter", style_.strings);
    style_.year_suffix_delimiter = read_text(node, "year-suffix-delimiter", style_.strings);
    style_.after_collapse_delimiter = read_text(node, "after-collapse-delimiter", style_.strings);
    auto const collapse = node["collapse"];
    if (collapse == "citation-number") style_.collapse = Collapse::citation_number;
    else if (collapse == "year") style_.collapse = Collapse::year;
    else if (collapse == "year-suffix") style_.collapse = Collapse::year_suffix;
    else if (collapse == "year-suffix-ranged") style_.collapse = Collapse::year_suffix_ranged;
    auto const distance = node["near-note-distance"];
    if (is_all_digits(distance) && distance.size() < 7)
        style_.near_note_distance = std::stoi(std::string(distance));
}

void Compiler::read_bibliography_options(xml::Node node) {
    style_.hanging_indent = node["hanging-indent"] == "true";
    auto const align = node["second-field-align"];
    if (align == "flush") style_.field_align = FieldAlign::flush;
    else if (align == "margin") style_.field_align = FieldAlign::margin;
    style_.author_substitute = read_text(node, "subsequent-author-substitute", style_.strings);
    auto const rule = node["subsequent-author-substitute-rule"];
    if (rule == "complete-each") style_.author_substitute_rule = SubstituteRule::complete_each;
    else if (rule == "partial-each") style_.author_substitute_rule = SubstituteRule::partial_each;
    else if (rule == "partial-first") style_.author_substitute_rule = SubstituteRule::partial_first;
}

}  // namespace fonds::csl
