// Parts of the archival reference that are computed, not stored.

#include <charconv>
#include <fonds/reference.hpp>

#include "base/number.hpp"
#include "base/text.hpp"

namespace fonds {
namespace {

Names names_in_role(ArchivalReference const& reference, bool (*wanted)(std::string_view)) {
    Names names;
    for (auto const& provenance : reference.provenance)
        if (wanted(provenance.role))
            names.insert(names.end(), provenance.names.begin(), provenance.names.end());
    return names;
}

// "314", then a verso mark: "ob.", "об.", "v", "verso", "зв.", "zv."
bool take_number(std::string_view& text, long& number, bool& verso) {
    auto const digits = count_digits(text);
    if (digits == 0 || digits > 9) return false;
    std::from_chars(text.data(), text.data() + digits, number);
    text.remove_prefix(digits);
    auto rest = trim(text);
    for (std::string_view const mark :
         {"ob.", "ob", "об.", "об", "зв.", "зв", "zv.", "zv", "verso", "v.", "v"}) {
        if (rest.starts_with(mark)) {
            verso = true;
            text = rest.substr(mark.size());
            break;
        }
    }
    return true;
}

}  // namespace

bool ArchivalReference::empty() const { return *this == ArchivalReference{}; }

Names obtained_by(ArchivalReference const& reference) {
    return names_in_role(reference, [](std::string_view role) {
        return role == "obtained" || role == "contributed" || role == "provided";
    });
}

Names translated_by(ArchivalReference const& reference) {
    return names_in_role(reference, [](std::string_view role) { return role == "translated"; });
}

std::optional<NumberRange> parse_number_range(std::string_view value) {
    auto text = trim(value);
    NumberRange range;
    if (!take_number(text, range.first, range.first_verso)) return std::nullopt;
    text = trim(text);
    if (text.empty()) {
        range.last = range.first;
        range.last_verso = range.first_verso;
        return range;
    }
    for (std::string_view const dash : {"-", "–", "—", "‑", "‐", "−"}) {
        if (!text.starts_with(dash)) continue;
        text = trim(text.substr(dash.size()));
        auto const end = text;
        if (!take_number(text, range.last, range.last_verso) || !trim(text).empty()) return std::nullopt;
        // "193-4" is 193–194: the missing digits are those of the beginning.
        if (range.last < range.first) {
            long scale = 1;
            for (std::size_t i = 0; i < end.size() && is_digit(end[i]); ++i) scale *= 10;
            auto const completed = range.first - range.first % scale + range.last;
            if (scale <= range.first && completed > range.first) {
                range.last = completed;
                range.abbreviated = true;
            }
        }
        return range;
    }
    return std::nullopt;
}

}  // namespace fonds
