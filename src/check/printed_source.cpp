// What reads as an archive and is what something is printed in.

#include "check/printed_source.hpp"

#include "base/text.hpp"
#include "check/citation.hpp"

namespace fonds::checking {

bool stands_in_print(ParsedNote const& note, Citation const& citation) {
    auto const place = place_of(citation, "archive");
    if (!place) return false;
    auto const before = ascii_lower(trim(slice(note.text, {0, place->begin})));
    return before.ends_with(" in:") || before == "in:";
}

}  // namespace fonds::checking
