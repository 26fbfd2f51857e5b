// Titles and names of EAD: of units, of people and bodies, and of the repository with its place.

#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "format/date_words.hpp"
#include "format/ead_parts.hpp"
#include "format/field_text.hpp"
#include "format/xml_records.hpp"
#include "model/month_names.hpp"

namespace fonds::ead {
namespace {

constexpr std::array<std::string_view, 4> kinds_of_names = {"persname", "corpname", "famname", "name"};

}  // namespace

std::string title_of(xml::Node did) {
    auto const node = did.child("unittitle");
    if (!node) return {};
    auto const whole = text_of(node);
    std::string words;
    for (auto part = node.first(); part; part = part.next())
        if (!part.is_element() || !is_date(part)) words += words_of(part);
    words = collapse_space(words);
    auto const end = words.find_last_not_of(" ,;:-–");
    words.resize(end == std::string::npos ? 0 : end + 1);
    auto const first_word = std::string_view(words).substr(0, words.find_first_of(" .,"));
    bool const is_part_of_date = find_month(first_word) != 0 || parse_date_words(words);
    auto title = words.empty() || is_part_of_date ? whole : words;
    while (title.ends_with(',')) title.pop_back();
    return title;
}

bool is_name(xml::Node node) { return contains(kinds_of_names, node.local_name()); }

std::string text_of_name(xml::Node node) {
    if (auto const part = node.child("subarea")) {
        std::string whole;
        for (auto child = node.first(); child && child != part; child = child.next())
            whole += words_of(child);
        return concat(collapse_space(whole), ", ", text_of(part));
    }
    if (!node.child("part")) return text_of(node);
    std::string const separator = node.local_name() == "persname" ? ", " : ". ";
    std::string name;
    for (auto const part : node.elements()) {
        auto const text = text_of(part);
        bool const date = part["localtype"].find("date") != std::string_view::npos;
        if (part.local_name() == "part" && !date && !text.empty())
            name += (name.empty() ? "" : separator) + text;
    }
    return name;
}

std::string name_of_repository(xml::Node repository) {
    for (auto const kind : kinds_of_names)
        if (auto const name = repository.child(kind)) return text_of_name(name);
    if (!repository.child("address") && !repository.child("addressline")) return text_of_name(repository);
    std::string words;
    for (auto part = repository.first(); part; part = part.next())
        if (!part.local_name().starts_with("address")) words += words_of(part) + " ";
    return collapse_space(words);
}

std::string place_of_repository(xml::Node repository) {
    auto const address = repository.child("address");
    if (!address) return {};
    for (auto const line : address.elements()) {
        auto const text = text_of(line);
        bool const other = text.find_first_of("@:") != std::string::npos || text.empty() || is_digit(text[0]);
        if (!other && text.find(", ") != std::string::npos) return text;
    }
    return {};
}

}  // namespace fonds::ead
