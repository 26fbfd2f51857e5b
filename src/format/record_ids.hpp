// Ids for records that come without one: RIS, MODS and others need none, CSL and BibTeX know a record by it.
#pragma once

#include <fonds/item.hpp>
#include <string_view>

#include "format/bibtex_keys.hpp"

namespace fonds {

/// The first author, the year and the first word of the title.
inline constexpr std::string_view usual_key_pattern = "[auth][year][veryshorttitle]";

/// Makes ids for the records of one file that have none; they differ from each other.
class IdMaker {
  public:
    /// The record with an id.
    [[nodiscard]] Item named(Item item) {
        item.id = keys_.unique(bibtex::key_by_pattern(usual_key_pattern, item));
        return item;
    }

  private:
    bibtex::KeyMaker keys_;
};

}  // namespace fonds
