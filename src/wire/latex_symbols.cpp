// Commands of LaTeX that stand for characters.

#include "wire/latex_symbols.hpp"

#include "wire/latex_table.hpp"
#include "wire/sorted_rows.hpp"

namespace fonds::latex {

std::string_view symbol_of(std::string_view command) {
    auto const* symbol = find_sorted(symbols, command);
    return symbol ? symbol->text : std::string_view();
}

}  // namespace fonds::latex
