// The location of a record as other programs write it: one text, in words.
#pragma once

#include <fonds/item.hpp>
#include <fonds/knowledge.hpp>
#include <fonds/note.hpp>
#include <vector>

#pragma GCC visibility push(default)
namespace fonds {

/// Reads what stands in a record's `archive` and `archive_location` as a note's is read: the archive, its
/// levels, who found and translated the copy. Of "RGANI, Fond 5, Opis 28, Delo 314. Obtained for NKIDP by
/// James Person" below the name of a digital archive that becomes the host of the copy. A record that has an
/// archival reference already, or whose location is not understood to the last word, stays as it is: then the
/// result is false.
bool read_location(Item& item, Knowledge const& knowledge = Knowledge::builtin());

/// The same for the records behind the citations of notes: those of keys and of reference managers.
void read_locations(std::vector<ParsedNote>& notes, Knowledge const& knowledge = Knowledge::builtin());

}  // namespace fonds
#pragma GCC visibility pop
