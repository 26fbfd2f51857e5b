// Which `*` and `_` of a Markdown block are mark-up (CommonMark 0.31 §6.2).

#include "manuscript/markdown_emphasis.hpp"

#include <algorithm>
#include <array>

#include "base/unicode.hpp"

namespace fonds {
namespace {

struct Delimiter {
    char mark = '*';
    std::size_t size = 0;  // as written
    std::size_t left = 0;  // characters not yet used, the inner ones of an opener, the outer of a closer
    std::size_t role = 0;  // index of the run's first character among the roles
    std::size_t used_front = 0;
    bool can_open = false;
    bool can_close = false;
};

Delimiter classify(std::string_view text, DelimiterRun run, std::size_t role) {
    Delimiter out;
    out.mark = text[run.begin];
    out.size = out.left = run.size;
    out.role = role;
    auto const end = run.begin + run.size;
    char32_t const before = run.begin == 0 ? U' ' : decode_before(text, run.begin).value;
    char32_t const after = end == text.size() ? U' ' : decode(text, end).value;
    auto const is_stop = [](char32_t c) {
        return is_punctuation(c) || c == '$' || c == '+' || c == '<' || c == '|';
    };
    bool const left = !is_space(after) && (!is_stop(after) || is_space(before) || is_stop(before));
    bool const right = !is_space(before) && (!is_stop(before) || is_space(after) || is_stop(after));
    out.can_open = out.mark == '*' ? left : left && (!right || is_stop(before));
    out.can_close = out.mark == '*' ? right : right && (!left || is_stop(after));
    return out;
}

// The rule of three (§6.2, rules 9 and 10).
bool may_pair(Delimiter const& opener, Delimiter const& closer) {
    if (!opener.can_close && !closer.can_open) return true;
    return (opener.size + closer.size) % 3 != 0 || (opener.size % 3 == 0 && closer.size % 3 == 0);
}

class Resolver {
  public:
    explicit Resolver(std::vector<Delimiter> delimiters, std::size_t characters)
        : delimiters_(std::move(delimiters)), roles_(characters, EmphasisRole::literal) {}

    std::vector<EmphasisRole> run() {
        for (std::size_t i = 0; i < delimiters_.size(); ++i) {
            while (delimiters_[i].can_close && delimiters_[i].left > 0 && pair_up(i)) {
            }
            if (delimiters_[i].can_open && delimiters_[i].left > 0) openers_.push_back(i);
        }
        return std::move(roles_);
    }

  private:
    // Pairs a closer with the nearest opener; openers between the two are none.
    bool pair_up(std::size_t closer_index) {
        auto& closer = delimiters_[closer_index];
        auto const bottom = bottom_of(closer);
        for (auto at = openers_.size(); at-- > bottom;) {
            auto& opener = delimiters_[openers_[at]];
            if (opener.mark != closer.mark || !may_pair(opener, closer)) continue;
            auto const used = opener.left >= 2 && closer.left >= 2 ? 2u : 1u;
            for (std::size_t n = 0; n < used; ++n) {
                opener.left -= 1;
                set(opener.role + opener.used_front + opener.left, used == 2, EmphasisRole::open);
                set(closer.role + closer.used_front, used == 2, EmphasisRole::close);
                closer.used_front += 1;
                closer.left -= 1;
            }
            openers_.resize(opener.left > 0 ? at + 1 : at);
            for (auto& limit : bottoms_) limit = std::min(limit, openers_.size());
            return true;
        }
        bottom_of(closer) = openers_.size();
        return false;
    }

    // Below this no opener can pair with a closer of this kind: what keeps the search linear.
    std::size_t& bottom_of(Delimiter const& closer) {
        return bottoms_[(closer.mark == '*' ? 0u : 6u) + (closer.can_open ? 3u : 0u) + closer.size % 3];
    }

    void set(std::size_t character, bool strong, EmphasisRole role) {
        roles_[character] = strong ? EmphasisRole::strong : role;
    }

    std::vector<Delimiter> delimiters_;
    std::vector<EmphasisRole> roles_;
    std::vector<std::size_t> openers_;
    std::array<std::size_t, 12> bottoms_{};
};

}  // namespace

std::vector<EmphasisRole> resolve_emphasis(std::string_view text, std::vector<DelimiterRun> const& runs) {
    std::vector<Delimiter> delimiters;
    std::size_t characters = 0;
    for (auto const run : runs) {
        delimiters.push_back(classify(text, run, characters));
        characters += run.size;
    }
    return Resolver(std::move(delimiters), characters).run();
}

}  // namespace fonds
