// Strings that live as long as what points at them; each is stored once.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_set>

namespace fonds::csl {

class StringPool {
  public:
    std::string_view keep(std::string_view text) {
        if (text.empty()) return {};
        if (auto const at = known_.find(text); at != known_.end()) return *at;
        strings_.emplace_back(text);
        known_.insert(strings_.back());
        return strings_.back();
    }

  private:
    std::deque<std::string> strings_;
    std::unordered_set<std::string_view> known_;
};

}  // namespace fonds::csl
