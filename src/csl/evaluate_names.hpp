// The options of one names element while its names are written.
#pragma once

#include "csl/evaluate.hpp"
#include "csl/script.hpp"

namespace fonds::csl {

/// Behind families in sort keys, where something follows. Inside of parts, and between names, there is one
/// space: two put "Gogh" before "Gogh Smith", and "Gogh, Smith" before "Gogh Zoe".
inline constexpr std::string_view family_end = "  ";

struct Evaluator::WrittenName {
    NodeId node = no_node;
    bool inverted = false;
    bool family_alone = false;
};

struct Evaluator::NameRun {
    NameRun(NamesSpec const& names, NameOptions const& options, Words const& words) : spec(names) {
        form = options.form.value_or(NameForm::long_);
        delimiter = options.delimiter.value_or(", ");
        initialize_with = options.initialize_with;
        initialize = options.initialize.value_or(true);
        sort_separator = options.sort_separator.value_or(", ");
        sort_order = options.sort_order.value_or(SortOrder::none);
        and_ = options.and_.value_or(And::none);
        precedes_last = options.precedes_last.value_or(Precedes::contextual);
        precedes_et_al = options.precedes_et_al.value_or(Precedes::contextual);
        set_and(words);
        set_et_al(words);
    }

    NamesSpec const& spec;
    NameForm form = NameForm::long_;
    std::string_view delimiter, sort_separator;
    std::optional<std::string_view> initialize_with;
    bool initialize = true;
    SortOrder sort_order = SortOrder::none;
    And and_ = And::none;
    std::string_view and_text, and_prefix_single, and_prefix_multiple, and_suffix;
    std::string_view et_al_prefix_single, et_al_prefix_multiple;
    Precedes precedes_last = Precedes::contextual, precedes_et_al = Precedes::contextual;
    int et_al_min = 0, et_al_use_first = 1;
    int later_min = 0, later_use_first = 0;  ///< of later cites, where a first one is written; 0: as here
    bool use_last = false, sorting = false;
    bool inverted = false;      ///< of the name last written: its family name comes first
    bool family_alone = false;  ///< of it, in a sort key: nothing but a family

    /// How many of a list's names later cites show where none was added to tell them apart.
    [[nodiscard]] int shown_later(int total) const {
        if (later_min == 0) return 0;
        return total < later_min ? total : later_use_first;
    }
    [[nodiscard]] bool keeps_families_apart() const { return sorting && form == NameForm::long_; }

  private:
    void set_and(Words const& words) {
        if (and_ == And::none) return;
        and_text = and_ == And::text ? words.get(term::and_) : std::string_view("&");
        if (starts_spaced(and_text)) {
            and_prefix_single = " ";
            and_prefix_multiple = delimiter;
            and_suffix = " ";
        }
        if (precedes_last == Precedes::always) {
            and_prefix_single = delimiter;
        } else if (precedes_last == Precedes::never) {
            if (!and_prefix_multiple.empty()) and_prefix_multiple = " ";
        } else if (precedes_last == Precedes::after_inverted_name) {
            if (!and_prefix_single.empty()) and_prefix_single = " ";
            if (!and_prefix_multiple.empty()) and_prefix_multiple = " ";
        }
    }

    void set_et_al(Words const& words) {
        et_al_prefix_single = " ";
        et_al_prefix_multiple = delimiter;
        if (precedes_et_al == Precedes::always) et_al_prefix_single = delimiter;
        else if (precedes_et_al == Precedes::never || precedes_et_al == Precedes::after_inverted_name)
            et_al_prefix_multiple = " ";
        if (starts_spaced(words.get(spec.et_al_term))) return;
        if (et_al_prefix_single == " ") et_al_prefix_single = {};
        if (et_al_prefix_multiple == " ") et_al_prefix_multiple = {};
    }
};

}  // namespace fonds::csl
