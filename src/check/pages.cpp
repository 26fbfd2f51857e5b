#include "check/pages.hpp"

#include <array>

#include "base/text.hpp"
#include "check/citation.hpp"

namespace fonds::checking {

std::vector<Pages> pages_of(NoteView const& note, Citation const& citation) {
    std::vector<Pages> pages;
    auto const add = [&](std::string_view field, std::string_view value) {
        auto const place = place_of(citation, field);
        if (!value.empty() && place) pages.push_back({value, *place, false});
    };
    add("page", citation.item.text(Variable::page));
    if (citation.locator_label.empty() || citation.locator_label == "page") add("locator", citation.locator);
    auto const& levels = citation.item.reference.levels;
    for (std::size_t index = 0; index < levels.size(); ++index) {
        if (levels[index].hierarchy != Hierarchy::part) continue;
        if (auto const place = level_place(note.note, citation, index))
            pages.push_back({levels[index].value, *place, true});
    }
    return pages;
}

namespace {

constexpr std::array<std::string_view, 9> dashes = {"-", "–", "—", "−", "‐", "‑", "‒", "--", "―"};
constexpr std::string_view first_bytes = "-\xe2";  // of all of them

}  // namespace

std::optional<WrittenRange> written_range(std::string_view value) {
    if (value.find_first_of(first_bytes) == std::string_view::npos) return std::nullopt;
    for (auto const dash : dashes) {
        auto const at = value.find(dash);
        if (at == std::string_view::npos) continue;
        WrittenRange range;
        range.first = trim(value.substr(0, at));
        range.last = trim(value.substr(at + dash.size()));
        if (range.last.empty() || !is_digit(range.last.front()) || range.first.empty()) continue;
        auto const numbers = parse_number_range(concat(range.first, "-", range.last));
        if (!numbers) continue;
        range.numbers = *numbers;
        range.dash = dash;
        range.dash_span = {at, at + dash.size()};
        return range;
    }
    return std::nullopt;
}

}  // namespace fonds::checking
