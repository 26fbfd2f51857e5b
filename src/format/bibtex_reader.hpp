// The reader of .bib files; its parts are in bibtex_syntax.cpp (the file), bibtex_entry.cpp and
// bibtex_value.cpp.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "format/bibtex_scan.hpp"
#include "format/bibtex_syntax.hpp"

namespace fonds::bibtex {

class Reader {
  public:
    explicit Reader(std::string_view text);

    File read();

  private:
    static constexpr auto npos = std::string_view::npos;

    [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
    void skip_spaces() { at_ = bibtex::skip_spaces(text_, at_); }
    void skip_line() { at_ = std::min(text_.find('\n', at_), text_.size()); }
    std::string_view take_name();

    void report(std::size_t offset, Severity severity, std::string_view rule, std::string message);
    void damage(std::size_t offset, std::string_view rule, std::string message);

    bool find_entry();
    bool opens_entry(std::size_t at);
    void read_command();
    void skip_comment();
    [[nodiscard]] std::size_t skip_braces();
    void read_preamble(char close);
    void read_string(char close);

    void read_entry(char close);
    void read_key(char close);
    void skip_between_fields();
    bool read_field(char close);
    bool take_back_swallowed();
    bool end_entry();
    bool skip_stray_text(std::size_t begin, char close);

    bool read_value(std::string_view& value, char close);
    bool find_joint();
    bool join_pieces(std::string_view& value, char close);
    void check_after_value(char close);
    bool read_piece(std::string_view& piece, char close);
    std::string_view expand(std::string_view name, std::size_t begin);
    bool read_delimited(std::string_view& piece, char open);
    bool end_value(std::string_view& piece, std::size_t begin, std::size_t end);
    bool recover_value(std::string_view& piece, std::size_t begin, std::size_t field_line, char open);

    /// After long searches for delimiters that do not come, lines are trusted more than braces: so that the
    /// whole stays linear.
    [[nodiscard]] bool is_hopeless() const { return runaway_ > 4 * text_.size() + 65536; }

    std::string_view text_;
    File file_;
    std::size_t at_ = 0;
    std::size_t start_ = 0;  // '@' of the entry being read
    std::size_t open_ = 0;
    std::size_t end_ = 0;  // after the last entry
    std::string_view type_;
    std::string_view key_;
    bool damaged_ = false;
    std::size_t taken_back_ = npos;  // the entry whose last value was cut
    std::size_t runaway_ = 0;        // bytes searched for delimiters that did not come
    std::string small_;
};

}  // namespace fonds::bibtex
