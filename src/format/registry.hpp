// What a record format brings to the table of formats.
#pragma once

#include <fonds/formats.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// Writes the records of one file, one after the other, by appending to `out`.
class RecordWriter {
  public:
    virtual ~RecordWriter() = default;
    virtual void begin(std::string& /*out*/) {}
    /// Adds to `lost` the name of every field that the format cannot hold.
    virtual void write(Item const& item, std::string& out, std::vector<std::string>& lost) = 0;
    virtual void end(std::string& /*out*/) {}
};

/// Delivers records in order; what is wrong becomes diagnostics. An error only where nothing can be read.
using ReadRecords = std::optional<Error> (*)(std::string_view bytes, ReadOptions const& options,
                                             ItemSink const& sink, std::vector<Diagnostic>& diagnostics);
using MakeWriter = std::unique_ptr<RecordWriter> (*)(WriteOptions const& options);

/// A format: its description and its functions; null where it cannot.
struct Codec {
    Format format;
    bool (*sniff)(std::string_view bytes) = nullptr;  ///< whether the bytes are surely in this format
    ReadRecords read = nullptr;
    MakeWriter writer = nullptr;
};

/// The table, in the order in which contents are tried.
[[nodiscard]] std::span<Codec const> codecs();

/// The first byte that is neither white space nor a byte order mark, 0 where there is none.
[[nodiscard]] char first_character(std::string_view bytes);

}  // namespace fonds
