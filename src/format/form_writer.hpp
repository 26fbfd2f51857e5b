// Writes files whose records stand side by side in one form, between a head and a tail.
#pragma once

#include <memory>
#include <string_view>

#include "format/lossless.hpp"
#include "format/registry.hpp"

namespace fonds {

/// `head` and `tail` must outlive the writer.
[[nodiscard]] std::unique_ptr<RecordWriter> make_form_writer(RecordForm const& form, std::string_view head,
                                                             std::string_view tail,
                                                             WriteOptions const& options);

}  // namespace fonds
