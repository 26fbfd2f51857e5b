// Exact ways there and back for formats that cannot hold a whole record in their own fields.
//
// A format gives two functions over one record: its readable fields out and in. What comes back different
// from what went out stands in the record string (model/record_string.hpp) beside the readable fields. On
// import the string restores the record; the readable fields are written anew from it and compared with those
// found, so a field that somebody has changed since counts as it is seen, and is reported.
#pragma once

#include <fonds/item.hpp>
#include <fonds/result.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

struct RecordForm {
    /// Writes one record; `record_string` goes into the format's place for it, empty: nowhere.
    void (*write)(Item const& item, std::string_view record_string, std::string& out);
    /// Reads one record that `write` wrote without a record string.
    Item (*read)(std::string_view record);
};

/// Writes a record so that it comes back equal; where `plain`, its readable fields alone, naming in `lost`
/// what does not come back. Foreign fields whose names begin with '@' are not data.
void write_in_form(RecordForm const& form, bool plain, Item const& item, std::string& out,
                   std::vector<std::string>& lost);

/// Adds to `lost` what `item` has and `read`, which is what was written of it, has not.
void name_losses(Item const& read, Item const& item, std::vector<std::string>& lost);

/// The record that `record_string` and the readable fields beside it make. `where` is the string's place.
[[nodiscard]] Item restore_lossless(RecordForm const& form, Item readable, std::string_view record_string,
                                    Span where, std::vector<Diagnostic>& diagnostics);

}  // namespace fonds
