// Commands of LaTeX that stand for characters.

#include "wire/latex_symbols.hpp"

#include <algorithm>

#include "wire/latex_table.hpp"

namespace fonds::latex {

std::string_view symbol_of(std::string_view command) {
    auto const at =
        std::lower_bound(symbols.begin(), symbols.end(), command,
                         [](Symbol const& row, std::string_view wanted) { return row.name < wanted; });
    return at == symbols.end() || at->name != command ? std::string_view() : at->text;
}

}  // namespace fonds::latex
