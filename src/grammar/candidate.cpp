// The names of families.

#include "grammar/candidate.hpp"

namespace fonds {

std::string_view to_string(Family family) {
    constexpr std::array names = {std::string_view{"quoted-document"},
                                  std::string_view{"described-document"},
                                  std::string_view{"letter"},
                                  std::string_view{"location"},
                                  std::string_view{"record"},
                                  std::string_view{"article"},
                                  std::string_view{"newspaper"},
                                  std::string_view{"book"},
                                  std::string_view{"chapter"},
                                  std::string_view{"letter-in-volume"},
                                  std::string_view{"document-volume"},
                                  std::string_view{"review"},
                                  std::string_view{"film"},
                                  std::string_view{"entry"},
                                  std::string_view{"web"},
                                  std::string_view{"short-form"},
                                  std::string_view{"ibid"},
                                  std::string_view{"back-reference"},
                                  std::string_view{"hearing"},
                                  std::string_view{"session-paper"},
                                  std::string_view{"act"},
                                  std::string_view{"treaty"},
                                  std::string_view{"resolution"},
                                  std::string_view{"parliament"}};
    return names[static_cast<std::size_t>(family)];
}

}  // namespace fonds
