// Parentheses inside parentheses become brackets, in notes.
#pragma once

#include <string>
#include <string_view>

#include "csl/tree.hpp"

namespace fonds::csl {

/// Follows the affixes of one citation in the order in which they are written.
class Parentheses {
  public:
    void begin(bool turns) {
        turns_ = turns;
        depth_ = 0;
    }

    [[nodiscard]] std::string_view turned(Tree& tree, std::string_view affix) {
        if (!turns_ || affix.find_first_of("()") == std::string_view::npos) return affix;
        std::string out(affix);
        for (auto& c : out) {
            if (c == '(') {
                if (depth_ % 2 == 1) c = '[';
                ++depth_;
            } else if (c == ')') {
                if (depth_ % 2 == 0) c = ']';
                --depth_;
            }
        }
        return tree.keep(out);
    }

  private:
    bool turns_ = false;
    int depth_ = 0;
};

}  // namespace fonds::csl
