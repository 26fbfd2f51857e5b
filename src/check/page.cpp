// Reads the page of a rule: bibliography/rules/ID.md.

#include <fonds/check.hpp>

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "check/rule.hpp"

namespace fonds {
namespace {

// The page in sections: prose before the first heading, "## Bad", "## Good", "## What to do".
class PageReader {
  public:
    explicit PageReader(RulePage& page) : page_(page) {}

    void line(std::string_view line) {
        if (in_example_) {
            if (line == "```") in_example_ = false;
            else example().text += concat(line, "\n");
        } else if (line.starts_with("```") && (section_ == "Bad" || section_ == "Good")) {
            in_example_ = true;
            auto const format = trim(line.substr(3));
            (section_ == "Bad" ? page_.bad : page_.good)
                .push_back({format.empty() ? "notes" : std::string(format), {}});
        } else if (line.starts_with("## ")) {
            section_ = std::string(trim(line.substr(3)));
        } else if (!line.starts_with("# ")) {
            if (section_.empty()) page_.why += concat(line, "\n");
            if (section_ == "What to do") page_.advice += concat(line, "\n");
        }
    }

  private:
    RuleExample& example() { return section_ == "Bad" ? page_.bad.back() : page_.good.back(); }

    RulePage& page_;
    std::string section_;
    bool in_example_ = false;
};

}  // namespace

Result<RulePage> rule_page(std::string_view id) {
    auto const bytes = find_rule(id) ? find_embedded(concat("rules/", id, ".md")) : std::nullopt;
    if (!bytes) return checking::no_such_rule(id);
    RulePage page;
    page.markdown = *bytes;
    PageReader reader(page);
    for (auto const line : split(*bytes, '\n')) reader.line(line);
    page.why = trim(page.why);
    page.advice = trim(page.advice);
    return page;
}

}  // namespace fonds
