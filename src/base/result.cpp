// The text of errors.

#include <fonds/result.hpp>

namespace fonds {

std::string to_string(Error const& error) {
    return error.source.empty() ? error.message : error.source + ": " + error.message;
}

}  // namespace fonds
