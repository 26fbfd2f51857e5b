#pragma once

#include <fonds/formats.hpp>
#include <string>
#include <string_view>

// The records of a text in CSL-JSON, one a line, then the rules of what was found, one a line.
inline std::string records_and_rules(std::string_view text, std::string_view format) {
    auto const items = fonds::read_items(text, format);
    if (!items) return "error: " + items.error().message + "\n";
    std::string out;
    for (auto const& item : items->value) out += fonds::to_csl_json(item) + '\n';
    for (auto const& diagnostic : items->diagnostics) out += diagnostic.rule + "\n";
    return out;
}
