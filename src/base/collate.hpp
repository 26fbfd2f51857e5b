// Sorting as a language sorts: through ICU where the library was built with it, else a plain fallback.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace fonds {

/// Makes keys whose byte order is the order of the texts in a language.
///
/// Letters compare without case and accents (unless the language counts an accented letter as its own),
/// punctuation and spaces do not count, digits compare as numbers. The fallback folds case and accents and
/// drops punctuation; languages with letters of their own (å, ø, ч) then sort by Unicode.
class Collator {
  public:
    explicit Collator(std::string_view language);
    Collator(Collator&&) noexcept;
    Collator& operator=(Collator&&) noexcept;
    ~Collator();

    [[nodiscard]] std::string key(std::string_view text) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace fonds
