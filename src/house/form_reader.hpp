// Reads a house form from its table (format: bibliography/README.md).
#pragma once

#include <functional>
#include <memory>

#include "house/form.hpp"

namespace fonds {

/// Reads one form; `find` gives the form of a name, for the one it inherits from.
/// Errors: malformed, the line in the message; not_found, where the form inherited from is not known.
[[nodiscard]] Result<std::shared_ptr<HouseForm::Data const>> read_house_form(
    std::string_view table, std::string_view source,
    std::function<std::shared_ptr<HouseForm::Data const>(std::string_view)> const& find);

}  // namespace fonds
