// The reader of TeX text: one walk over it with a stack of open groups. Its parts are in latex_read.cpp (the
// walk), latex_read_commands.cpp and latex_read_math.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "wire/latex_commands.hpp"
#include "wire/latex_text.hpp"

namespace fonds::latex {

class Reader {
  public:
    Reader(std::string& out, ReadOptions options, std::vector<std::string_view>* unknown, int depth,
           std::vector<Span>* own_groups = nullptr)
        : out_(out),
          options_(options),
          unknown_(unknown),
          own_groups_(own_groups),
          depth_(depth),
          start_(out.size()) {}

    void read(std::string_view tex);

  private:
    struct Group {
        std::string_view close;    // what ends it in the output
        std::size_t begin = 0;     // where its text begins in the output
        bool is_own = false;       // braces of the writer's own around words
        bool is_declared = false;  // by \em and the like: it ends with the group around it
    };

    void read_words(std::size_t end);
    void read_special();
    void read_space();
    [[nodiscard]] bool hides_line_end() const;
    void add_space(std::string_view space);
    void read_dashes();
    void read_pair(std::string_view pair, std::string_view sign);
    void read_low_quote();
    // The sign before, if it can be one with what follows: not across the writer's own braces.
    [[nodiscard]] char last() const {
        return out_.size() > start_ && out_.size() != end_of_own_ ? out_.back() : '\0';
    }
    [[nodiscard]] bool between_letters() const;
    void read_shorthand();
    void read_quote(std::string_view quote, std::string_view single, std::string_view twice);
    void open_group();
    [[nodiscard]] bool outermost() const;
    void close_group();
    void format(Tag const& tag);

    void skip_spaces() {
        while (at_ < tex_.size() && is_ascii_space(tex_[at_])) ++at_;
    }
    std::string_view take_argument();
    std::string_view take_group();
    std::string_view take_name();
    std::string convert(std::string_view argument);
    void read_command();
    void read_sign(std::string_view name);
    bool read_word(std::string_view name);
    bool read_address(std::string_view name);
    static std::string unescaped(std::string_view address);
    void end_symbol();
    void keep_unknown(std::size_t begin);

    void read_math();
    void read_formula(std::string_view formula, std::string& text, std::vector<std::string_view>& unknown);

    std::string& out_;
    ReadOptions options_;
    std::vector<std::string_view>* unknown_;
    std::vector<Span>* own_groups_;
    int depth_;
    std::size_t start_;
    std::string_view tex_;
    std::size_t at_ = 0;
    std::size_t end_of_own_ = 0;  // of the writer's own braces in the output
    int open_quotes_ = 0;
    bool unbalanced_ = false;
    bool lacks_else_ = false;
    std::vector<Group> groups_;
};

}  // namespace fonds::latex
