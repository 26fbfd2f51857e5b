// Findings on records as `fonds convert` lists them: a line each, and of one rule not more than a person
// reads.
#pragma once

#include <fonds/diagnostic.hpp>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/lines.hpp"

namespace fonds::cli {

class FindingList {
  public:
    explicit FindingList(std::string name) : name_(std::move(name)) {}

    /// Lists findings in `block`, which begins behind so many lines of the file; without a block they have no
    /// place.
    void print(std::vector<Diagnostic> const& diagnostics, std::string_view block, std::size_t lines_before) {
        if (diagnostics.empty()) return;
        LineIndex lines(block);
        std::ostringstream out;  // std::cerr would write each piece by itself
        for (auto const& diagnostic : diagnostics) {
            has_errors_ = has_errors_ || diagnostic.severity == Severity::error;
            if (++found_[diagnostic.rule] > most_of_a_rule) continue;
            auto const place = lines.locate(diagnostic.span.begin);
            out << name_;
            if (!block.empty()) out << ':' << lines_before + place.line << ':' << place.column;
            out << ": " << to_string(diagnostic.severity) << ": " << diagnostic.message << " ["
                << diagnostic.rule << "]\n";
        }
        std::cerr << std::move(out).str();
    }

    /// How many were not listed, by rule.
    void print_rest() const {
        for (auto const& [rule, count] : found_)
            if (count > most_of_a_rule)
                std::cerr << name_ << ": " << count - most_of_a_rule << " more of [" << rule << "]\n";
    }

    [[nodiscard]] bool empty() const { return found_.empty(); }
    [[nodiscard]] bool has_errors() const { return has_errors_; }

  private:
    /// A damaged file of a million records has a million findings.
    static constexpr std::size_t most_of_a_rule = 100;

    std::string name_;
    std::map<std::string, std::size_t> found_;  ///< by rule
    bool has_errors_ = false;
};

}  // namespace fonds::cli
