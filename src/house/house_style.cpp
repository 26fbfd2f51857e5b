// A style, its language, its locales and its house form, in the order in which each depends on the one
// before.

#include <fonds/house_style.hpp>

namespace fonds {

Result<Parsed<HouseStyle>> HouseStyle::find(std::string_view style, std::string_view locale,
                                            csl::SearchPath const& path) {
    constexpr std::string_view usual_language = "en-US";
    auto xml = csl::read_style(style, path);
    if (!xml) return xml.error();
    auto compiled = csl::Style::parse(*xml, std::string(style));
    if (!compiled) return compiled.error();
    std::string language(locale.empty() ? compiled->value.default_locale() : locale);
    if (language.empty()) language = usual_language;
    auto locales = csl::find_locales(language, path);
    if (!locales) return locales.error();
    return Parsed<HouseStyle>{
        {std::move(compiled->value), *std::move(locales), std::move(language), *std::move(xml)},
        std::move(compiled->diagnostics)};
}

HouseForm HouseStyle::form() const {
    if (auto form = HouseForm::of_style(xml)) return *std::move(form);
    return HouseForm::of_language(language);
}

csl::Options HouseStyle::options(csl::OutputFormat output) const {
    csl::Options options;
    options.language = language;
    options.output = output;
    options.name_unprinted = true;
    return options;
}

}  // namespace fonds
