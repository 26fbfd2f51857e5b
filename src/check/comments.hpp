// Comments of a manuscript that silence rules.
#pragma once

#include <fonds/document.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "manuscript/lines.hpp"

namespace fonds::checking {

/// A comment "fonds: ignore …".
struct Comment {
    Span span;                       ///< from "fonds:" to the end of the names
    std::vector<std::string> names;  ///< none: all rules
    bool whole_file = false;
    std::size_t line = 0;    ///< where it stands
    std::size_t target = 0;  ///< the line it is for
    bool used = false;
};

/// Those of one part of a manuscript.
class Comments {
  public:
    /// `opening`: what opens a comment in the format, "<!--" or "%".
    Comments(std::string_view bytes, std::string_view opening);

    /// Whether one silences what a rule finds in `span`; marks all that do.
    bool silence(Span span, std::string_view rule);
    /// Whether one for the whole file does.
    bool silence_all(std::string_view rule);

    /// Those for lines in the order of their lines, then those for the whole file.
    [[nodiscard]] std::vector<Comment> const& all() const { return comments_; }

  private:
    [[nodiscard]] std::size_t line_of(std::size_t offset) const;
    [[nodiscard]] Comment read(std::size_t begin, std::size_t at) const;
    [[nodiscard]] std::size_t next_with_text(std::size_t line) const;

    std::string_view bytes_;
    std::string_view opening_;
    std::string_view closing_;
    std::vector<Line> lines_;  // none where there is no comment
    std::vector<Comment> comments_;
    std::size_t for_lines_ = 0;  // how many of them are
};

/// What opens a comment in a manuscript format; empty where it has none.
[[nodiscard]] std::string_view comment_opening(std::string_view format);

}  // namespace fonds::checking
