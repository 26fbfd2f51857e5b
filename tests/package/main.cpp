// What an outside project does first: include all, read a note, write what it cites in a style.
#include <fonds/fonds.hpp>
#include <iostream>

int main() {
    auto const note =
        fonds::parse_note("“Report,” April 1955, RGANI, Fond 5, Opis 28, Delo 314, listi 34-59.");
    auto const house = fonds::HouseStyle::find("chicago-archives");
    if (!house) {
        std::cerr << to_string(house.error()) << '\n';
        return 1;
    }
    auto const& style = house->value;
    auto const list = fonds::csl::format_bibliography(style.style, style.locales,
                                                      fonds::lower(fonds::cited_items({note}), style.form()),
                                                      style.options(fonds::csl::OutputFormat::text));
    std::cout << "fonds " << fonds::version << '\n';
    for (auto const& entry : list.bibliography) std::cout << entry.text;
    return list.bibliography.size() == 1 ? 0 : 1;
}
