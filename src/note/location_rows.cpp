// Levels by their place alone: numbers in a row, and labels drawn to their numbers.

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"

namespace fonds {

using std::string_view;

namespace {

/// "5", "34-59", "R-9401s", "П-2": a number with at most a letter before and behind.
bool is_row_number(string_view part) {
    std::size_t digits = 0, others = 0;
    for (std::size_t at = 0; at < part.size();) {
        auto const [c, size] = decode(part, at);
        at += size;
        if (c == ' ' || c == '.') return false;
        if (c >= '0' && c <= '9') ++digits;
        else if (is_letter(c)) ++others;
    }
    return digits > 0 && others <= 2;
}

/// The levels that a row of numbers goes through, outermost first: those that no reference lacks, and the
/// leaves.
std::vector<string_view> levels_of_row(LevelScheme const& scheme) {
    std::vector<string_view> names;
    for (auto const& level : scheme.levels)
        if (level.required || level.hierarchy == Hierarchy::part) names.push_back(level.level);
    return names;
}

}  // namespace

/// Gives each part of a code, which single marks part, the level in its place.
void LocationReader::add_parts(std::span<string_view const> parts, std::span<string_view const> levels,
                               std::size_t begin) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        add(levels[i], {}, {begin, begin + parts[i].size()});
        begin += parts[i].size() + 1;
    }
}

/// "f-44", "V-1964", "KhN-83": a label of the archive's scheme, and a number behind its hyphen.
bool LocationReader::labelled_code(Span span, string_view written) {
    auto const hyphen = written.find('-');
    if (scheme_.empty() || hyphen == string_view::npos || hyphen == 0 || hyphen > 6 ||
        hyphen + 1 >= written.size())
        return false;
    auto const number = written.substr(hyphen + 1);
    bool const digits =
        std::all_of(number.begin(), number.end(), [](char c) { return is_digit(c) || c == '/'; });
    if (!digits || !(scheme_is("MN") || scheme_is("YU") || scheme_is("AL"))) return false;
    auto const label = written.substr(0, hyphen);
    auto const* found = low_.lexicon.scheme_label(scheme_, label, order_, told_);
    if (!found) return false;
    order_ = found->order;
    told_ |= std::uint64_t{1} << found->order;
    add(canonical(found->level), {span.begin, span.begin + hyphen}, {span.begin + hyphen + 1, span.end});
    return true;
}

/// "RGANI, 5/28/314/34-59", "GARF, R-9401s/2/138/44", "AMSZ, 23/7/78": levels by their place alone, in the
/// order of the archive's scheme.
bool LocationReader::number_row(Span span, string_view written) {
    auto const* scheme = low_.lexicon.knowledge().scheme(scheme_);
    if (!scheme || !reference().levels.empty()) return false;
    auto const names = levels_of_row(*scheme);
    // "3-64-745, APRF", "RGASPI 558.4.310"
    auto const parted_by = [&](char mark) { return std::count(written.begin(), written.end(), mark) == 2; };
    bool const slashes = written.find('/') != string_view::npos;
    auto const parts = split(written, slashes ? '/' : parted_by('-') ? '-' : parted_by('.') ? '.' : '/');
    if (parts.size() < 3 || parts.size() > names.size() ||
        !std::all_of(parts.begin(), parts.end(), is_row_number))
        return false;
    add_parts(parts, names, span.begin);
    return true;
}

/// "GARF 9401, 2, 99, 386": a row whose numbers commas part, three or four, and nothing else.
bool LocationReader::row_by_commas(std::size_t index) {
    auto const* scheme = low_.lexicon.knowledge().scheme(scheme_);
    if (!scheme || !reference().levels.empty() || index != archive_ + 1) return false;
    auto const names = levels_of_row(*scheme);
    auto const count = elements_.size() - index;
    if (count < 3 || count > names.size()) return false;
    for (auto i = index; i < elements_.size(); ++i)
        if (elements_[i].used && i != index) return false;
        else if (elements_[i].piece != Piece::number || !is_row_number(text(elements_[i].span))) return false;
    for (auto i = index; i < elements_.size(); ++i) {
        elements_[i].used = true;
        add(names[i - index], {}, elements_[i].span);
        settle(elements_[i].span);
    }
    return true;
}

}  // namespace fonds
