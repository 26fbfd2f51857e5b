// Records by their keys: what `[@westad2005, 15]` and `\footcite[15]{westad2005}` cite.
#pragma once

#include <cstddef>
#include <fonds/item.hpp>
#include <fonds/result.hpp>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace fonds {

/// The records of some files, found by their ids. Copies share the records, and threads may read them.
class Bibliography {
  public:
    /// One file.
    struct File {
        std::string path;  ///< empty: its records stand in the manuscript itself
        Items items;
        std::string problem = {};  ///< why it could not be read; it then has no records
    };

    /// Puts a file behind those that are there; one with the path of another, unless that is empty, is left
    /// out.
    void add(File file);
    /// Adds the files of another.
    void add(Bibliography const& other);

    /// The record of that key; of several files with the key, the first counts. Null where there is none. It
    /// belongs to the bibliography and its copies.
    [[nodiscard]] Item const* find(std::string_view key) const;
    /// The key that another was meant to be, by its letters; empty where none is like it.
    [[nodiscard]] std::string_view nearest(std::string_view key) const;

    [[nodiscard]] bool empty() const { return files_.empty(); }
    [[nodiscard]] std::size_t size() const { return files_.size(); }  ///< files, not records
    [[nodiscard]] File const& file(std::size_t index) const;          ///< `index` below `size`

  private:
    struct Indexed;
    std::vector<std::shared_ptr<Indexed const>> files_;
};

/// Reads files of records, each in the format of its content, else of its name. A damaged record costs
/// itself. Errors: not_found, unreadable, unsupported (no known format).
[[nodiscard]] Result<Bibliography> read_bibliography(std::vector<std::string> const& paths);

/// A file of records from memory. `name` is its path: manuscripts that name it find it by that, and it helps
/// to tell the format. Errors: unsupported.
[[nodiscard]] Result<Bibliography::File> read_bibliography_bytes(std::string_view bytes, std::string name);

}  // namespace fonds
#pragma GCC visibility pop
