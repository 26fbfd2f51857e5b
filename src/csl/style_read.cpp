// Attributes of CSL elements to values (CSL 1.0.2, "Formatting" to "Text-case", "Name").

#include "csl/style_read.hpp"

#include <charconv>

#include "base/text.hpp"
#include "csl/search_path.hpp"
#include "wire/character_references.hpp"

namespace fonds::csl {

namespace {

template <class Value>
struct Choice {
    std::string_view name;
    Value value;
};

template <class Value, std::size_t count>
Value choose(std::string_view name, Choice<Value> const (&choices)[count], Value otherwise) {
    for (auto const& choice : choices)
        if (choice.name == name) return choice.value;
    return otherwise;
}

constexpr Choice<FontStyle> font_styles[] = {
    {"normal", FontStyle::normal}, {"italic", FontStyle::italic}, {"oblique", FontStyle::oblique}};
constexpr Choice<FontVariant> font_variants[] = {{"normal", FontVariant::normal},
                                                 {"small-caps", FontVariant::small_caps}};
constexpr Choice<FontWeight> font_weights[] = {
    {"normal", FontWeight::normal}, {"bold", FontWeight::bold}, {"light", FontWeight::light}};
constexpr Choice<Decoration> decorations[] = {{"none", Decoration::normal},
                                              {"underline", Decoration::underline}};
constexpr Choice<VerticalAlign> aligns[] = {{"baseline", VerticalAlign::baseline},
                                            {"sup", VerticalAlign::superscript},
                                            {"sub", VerticalAlign::subscript}};
constexpr Choice<Display> displays[] = {{"block", Display::block},
                                        {"left-margin", Display::left_margin},
                                        {"right-inline", Display::right_inline},
                                        {"indent", Display::indent}};
constexpr Choice<TextCase> text_cases[] = {{"lowercase", TextCase::lowercase},
                                           {"uppercase", TextCase::uppercase},
                                           {"capitalize-first", TextCase::capitalize_first},
                                           {"capitalize-all", TextCase::capitalize_all},
                                           {"sentence", TextCase::sentence},
                                           {"title", TextCase::title}};
constexpr Choice<DatePart> date_parts[] = {
    {"year", DatePart::year}, {"month", DatePart::month}, {"day", DatePart::day}};
constexpr Choice<DatePartForm> date_part_forms[] = {
    {"long", DatePartForm::long_},
    {"short", DatePartForm::short_},
    {"numeric", DatePartForm::numeric},
    {"numeric-leading-zeros", DatePartForm::numeric_leading_zeros},
    {"ordinal", DatePartForm::ordinal}};
constexpr Choice<And> ands[] = {{"text", And::text}, {"symbol", And::symbol}};
constexpr Choice<Precedes> precedes[] = {{"contextual", Precedes::contextual},
                                         {"after-inverted-name", Precedes::after_inverted_name},
                                         {"always", Precedes::always},
                                         {"never", Precedes::never}};
constexpr Choice<NameForm> name_forms[] = {
    {"long", NameForm::long_}, {"short", NameForm::short_}, {"count", NameForm::count}};
constexpr Choice<SortOrder> sort_orders[] = {{"first", SortOrder::first}, {"all", SortOrder::all}};

std::optional<int> read_number(xml::Node node, std::string_view name) {
    auto const text = trim(node[name]);
    int value = 0;
    auto const [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<bool> read_flag(xml::Node node, std::string_view name) {
    auto const text = node[name];
    if (text == "true") return true;
    if (text == "false") return false;
    return std::nullopt;
}

template <class Value, std::size_t count>
std::optional<Value> read_choice(xml::Node node, std::string_view name,
                                 Choice<Value> const (&choices)[count]) {
    for (auto const& choice : choices)
        if (choice.name == node[name]) return choice.value;
    return std::nullopt;
}

DateForm date_form(std::string_view name) {
    if (name == "text") return DateForm::text;
    return name == "numeric" ? DateForm::numeric : DateForm::none;
}

/// A text that a style writes. References to characters that were escaped once more ("&amp;#8211;",
/// "&amp;lt;", as some published styles have them) are what they were meant to be.
std::string_view keep_text(std::string_view written, StringPool& strings) {
    if (written.find('&') == std::string_view::npos) return strings.keep(written);
    std::string text;
    for (std::size_t at = 0; at < written.size();) {
        auto const rest = written.substr(at);
        auto const reference = rest.starts_with('&') ? read_character_reference(rest) : std::nullopt;
        if (reference) text += reference->text;
        else text += written[at];
        at += reference ? reference->size : 1;
    }
    return strings.keep(text);
}

LocaleTerm read_term(xml::Node node, StringPool& strings) {
    LocaleTerm out;
    auto const name = node["name"];
    out.name = strings.keep(name == "sub verbo" ? "sub-verbo" : name);
    out.form = find_term_form(node["form"]);
    out.gender_form = find_gender(node["gender-form"]);
    if (auto const gender = node["gender"]; !gender.empty()) out.gender = find_gender(gender);
    out.match = strings.keep(node["match"]);
    if (auto const multiple = node.child("multiple")) {
        out.has_multiple = true;
        out.single = keep_text(node.child("single").text(), strings);
        out.multiple = keep_text(multiple.text(), strings);
    } else {
        out.single = keep_text(node.text(), strings);
    }
    return out;
}

}  // namespace

void NameOptions::inherit(NameOptions const& from) {
    auto const take = [](auto& mine, auto const& theirs) {
        if (!mine) mine = theirs;
    };
    take(and_, from.and_);
    take(delimiter, from.delimiter);
    take(initialize_with, from.initialize_with);
    take(sort_separator, from.sort_separator);
    take(names_delimiter, from.names_delimiter);
    take(precedes_last, from.precedes_last);
    take(precedes_et_al, from.precedes_et_al);
    take(et_al_min, from.et_al_min);
    take(et_al_use_first, from.et_al_use_first);
    take(et_al_subsequent_min, from.et_al_subsequent_min);
    take(et_al_subsequent_use_first, from.et_al_subsequent_use_first);
    take(et_al_use_last, from.et_al_use_last);
    take(initialize, from.initialize);
    take(form, from.form);
    take(sort_order, from.sort_order);
}

std::optional<std::string_view> read_text(xml::Node node, std::string_view name, StringPool& strings) {
    auto const attribute = node.attribute(name);
    if (!attribute) return std::nullopt;
    return keep_text(attribute.value(), strings);
}

Result<xml::Document> read_source(std::string_view bytes, std::string_view root, std::string_view source) {
    auto document = xml::Document::read(bytes);
    if (!document) {
        auto error = document.error();
        error.source = source;
        return error;
    }
    if (document->root().local_name() != root)
        return Error{ErrorCode::malformed,
                     concat("not a CSL ", root, ": the root is <", document->root().name(), ">"),
                     std::string(source), 0};
    return document;
}

Format read_format(xml::Node node, StringPool& strings) {
    Format out;
    for (auto at = node.first_attribute(); at; at = at.next()) {
        auto const name = at.local_name();
        auto const value = at.value();
        if (name == "prefix") out.prefix = keep_text(value, strings);
        else if (name == "suffix") out.suffix = keep_text(value, strings);
        else if (name == "delimiter") out.delimiter = keep_text(value, strings);
        else if (name == "font-style") out.face.style = choose(value, font_styles, FontStyle::none);
        else if (name == "font-variant") out.face.variant = choose(value, font_variants, FontVariant::none);
        else if (name == "font-weight") out.face.weight = choose(value, font_weights, FontWeight::none);
        else if (name == "text-decoration")
            out.face.decoration = choose(value, decorations, Decoration::none);
        else if (name == "vertical-align") out.face.align = choose(value, aligns, VerticalAlign::none);
        else if (name == "quotes" && value == "true") out.face.quotes = Quotes::outer;
        else if (name == "quotes" && value == "false") out.face.outside_quotes = true;
        else if (name == "display") out.face.display = choose(value, displays, Display::none);
        else if (name == "text-case") out.text_case = choose(value, text_cases, TextCase::none);
        else if (name == "strip-periods") out.strip_periods = value == "true";
    }
    return out;
}

DatePartSpec read_date_part(xml::Node node, StringPool& strings) {
    DatePartSpec out;
    out.part = choose(node["name"], date_parts, DatePart::year);
    out.form = choose(node["form"], date_part_forms, DatePartForm::unset);
    out.format = read_format(node, strings);
    out.prefix = read_text(node, "prefix", strings);
    out.suffix = read_text(node, "suffix", strings);
    out.range_delimiter = read_text(node, "range-delimiter", strings);
    return out;
}

LocaleData read_locale(xml::Node node, StringPool& strings) {
    LocaleData out;
    out.language = language_tag(node["xml:lang"]);
    for (auto const child : node.elements()) {
        auto const name = child.local_name();
        if (name == "style-options") {
            if (auto const flag = read_flag(child, "punctuation-in-quote")) out.punctuation_in_quote = flag;
            if (auto const flag = read_flag(child, "limit-day-ordinals-to-day-1"))
                out.limit_day_ordinals = flag;
        } else if (name == "date") {
            std::vector<DatePartSpec> parts;
            for (auto const part : child.elements())
                if (part.local_name() == "date-part") parts.push_back(read_date_part(part, strings));
            out.dates[static_cast<std::size_t>(date_form(child["form"]))] =
                std::pair(read_format(child, strings), std::move(parts));
        } else if (name == "terms") {
            for (auto const term : child.elements())
                if (term.local_name() == "term") out.terms.push_back(read_term(term, strings));
        }
    }
    return out;
}

NameOptions read_name_options(xml::Node node, bool area, StringPool& strings) {
    NameOptions out;
    out.and_ = read_choice(node, "and", ands);
    out.delimiter = read_text(node, area ? "name-delimiter" : "delimiter", strings);
    if (area) out.names_delimiter = read_text(node, "names-delimiter", strings);
    out.initialize_with = read_text(node, "initialize-with", strings);
    out.sort_separator = read_text(node, "sort-separator", strings);
    out.precedes_last = read_choice(node, "delimiter-precedes-last", precedes);
    out.precedes_et_al = read_choice(node, "delimiter-precedes-et-al", precedes);
    out.et_al_min = read_number(node, "et-al-min");
    out.et_al_use_first = read_number(node, "et-al-use-first");
    out.et_al_subsequent_min = read_number(node, "et-al-subsequent-min");
    out.et_al_subsequent_use_first = read_number(node, "et-al-subsequent-use-first");
    out.et_al_use_last = read_flag(node, "et-al-use-last");
    out.initialize = read_flag(node, "initialize");
    out.form = read_choice(node, area ? "name-form" : "form", name_forms);
    out.sort_order = read_choice(node, "name-as-sort-order", sort_orders);
    return out;
}

}  // namespace fonds::csl
