// Archives named in full where they are cited first, and by their abbreviation from then on.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "house/form.hpp"

namespace fonds {

/// How a repository is called at one place.
struct IntroducedName {
    std::string text;
    bool first = false;  ///< named in full; from then on its place goes without saying
};

class Introductions {
  public:
    /// Counts in `items` which archives are cited more than once: only those are worth an abbreviation.
    Introductions(Items const& items, HouseForm const& form, Knowledge const& knowledge);

    /// How the next item's repository is called; nothing: as the form calls it.
    [[nodiscard]] std::optional<IntroducedName> next(Item const& item);

  private:
    struct Use {
        std::size_t items = 0;
        bool introduced = false;
    };
    HouseForm const& form_;
    Knowledge const& knowledge_;
    std::map<Archive const*, Use> uses_;
};

}  // namespace fonds
