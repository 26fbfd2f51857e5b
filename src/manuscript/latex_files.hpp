// The files that a LaTeX text takes in with \input, \include and their like.
#pragma once

#include <deque>
#include <fonds/document.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// Files that take each other in are followed so deep.
inline constexpr std::size_t maximum_input_depth = 16;
/// A text takes in so many files, counting one that comes again.
inline constexpr std::size_t maximum_inputs = 1000;
/// A file that is longer is none that a person wrote.
inline constexpr std::size_t maximum_input_size = 16u << 20;

/// Those of one document. The document itself is part 0; they are the parts behind it, named by their paths.
class LatexFiles {
  public:
    /// `document` brings files that are known already as parts behind the first; with `on_disk` others are
    /// looked for in the file system, beside the document's own.
    LatexFiles(Document& document, bool on_disk);

    struct Found {
        std::size_t part = 0;
        std::string reason;  ///< why there is none; empty where there is
    };
    /// The file that a command names in part `from`: the package import looks in a folder that it is given
    /// (from the main file's; empty where there is none), TeX beside the main file, the package subfiles
    /// beside the file that names it.
    [[nodiscard]] Found find(std::string_view written, std::size_t from, std::string const& import_folder);

    [[nodiscard]] std::string_view bytes(std::size_t part) const { return files_[part - 1].bytes; }

    /// Gives the files to the document as its parts.
    void finish();

  private:
    [[nodiscard]] std::optional<std::size_t> part_of(std::string const& path);
    [[nodiscard]] std::optional<SourcePart> known_file(std::string const& path);
    [[nodiscard]] std::optional<SourcePart> file_on_disk(std::string const& path) const;
    [[nodiscard]] std::string folder_of(std::size_t part) const;

    Document& document_;
    bool on_disk_;
    std::string charset_;           // of the main file and those that it takes in; empty for UTF-8
    std::deque<SourcePart> files_;  // views of them last
    std::vector<SourcePart> unread_;
    std::vector<SourcePart> known_;
    std::string problem_;
};

}  // namespace fonds
