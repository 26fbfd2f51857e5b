// An item as the readable fields of a .bib entry, in the manner of one family of styles.
#pragma once

#include <fonds/item.hpp>
#include <string>
#include <string_view>

namespace fonds::bibtex {

enum class Profile {
    bibtex,            ///< classic styles: plain, chicago, apalike …
    biblatex,          ///< biblatex's own styles
    biblatex_chicago,  ///< biblatex-chicago: archival records as @misc with entrysubtype
};

/// Appends the entry. `item` has its archival reference filled into CSL variables; `record_string` goes into
/// the field verbc. The entry ends with its brace, without a line end. Gives whether it surely reads as the
/// item again; where that is not certain, it may all the same.
bool append_entry(std::string& out, Item const& item, std::string_view key, std::string_view record_string,
                  Profile profile);

}  // namespace fonds::bibtex
