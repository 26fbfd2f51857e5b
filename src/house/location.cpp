// The levels of a reference written out in a form.
#include "house/location.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/contains.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "house/words.hpp"
#include "model/repeated_numbers.hpp"

namespace fonds {
namespace {

constexpr std::string_view value_mark = "{}", label_mark = "{label}";

/// How many letters in a row make a word of a value: "Subject Series" is one, "XI A/80" and "P-2" are not.
constexpr int word_length = 4;

bool has_word(std::string_view value) {
    int letters = 0;
    for (std::size_t at = 0; at < value.size();) {
        auto const point = decode(value, at);
        at += point.size;
        letters = is_letter(point.value) ? letters + 1 : 0;
        if (letters == word_length) return true;
    }
    return false;
}

std::string_view leading_digits(std::string_view text) {
    auto const digits = count_digits(text);
    return text.substr(0, digits);
}

std::string_view last_digits(std::string_view text) {
    auto end = text.size();
    while (end > 0 && !is_digit(text[end - 1])) --end;
    auto begin = end;
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    return text.substr(begin, end - begin);
}

/// The dash of a range of leaves with their sides: "3v-4r", "12r–v". Empty where it is none.
std::string_view dash_of_sides(std::string_view piece) {
    auto const digits = count_digits(piece);
    auto rest = piece.substr(digits);
    if (digits == 0 || rest.empty() || (rest[0] != 'r' && rest[0] != 'v')) return {};
    rest.remove_prefix(1);
    auto const size = dash_size(rest);
    auto const dash = rest.substr(0, size);
    rest.remove_prefix(size);
    auto const last = count_digits(rest);
    auto const side = rest.substr(last);
    bool const ends = side.empty() ? last > 0 : side == "r" || side == "v";
    return ends ? dash : std::string_view();
}

/// A number or range with the form's dash and verso mark; anything else as it is.
std::string write_number(std::string_view piece, std::string_view dash, std::string_view verso) {
    auto const range = parse_number_range(piece);
    if (!range) {
        auto const written = dash_of_sides(piece);
        return written.empty() ? std::string(piece) : replace_all(piece, written, dash);
    }
    auto out = std::string(leading_digits(piece));
    if (range->first_verso) out += verso;
    if (last_digits(piece).data() != piece.data()) {
        out.append(dash).append(last_digits(piece));
        if (range->last_verso) out += verso;
    }
    return out;
}

/// "2 ff.", "12f.": and what follows.
bool goes_on(std::string_view value) {
    auto const rest = trim(value.substr(count_digits(value)));
    return rest.size() < value.size() && (rest == "ff" || rest == "ff." || rest == "f" || rest == "f.");
}

/// Whether a value names several leaves, boxes …: "34-59", "5, 7", "12–12ob." The hyphen of a fond or file
/// may be a part of its number.
bool is_many(ArchiveLevel const& level) {
    if (level.hierarchy == Hierarchy::intellectual) return false;
    auto const pieces = split(level.value, ',');
    if (pieces.size() > 1)
        return std::all_of(pieces.begin(), pieces.end(), [](auto piece) {
            return parse_number_range(piece) || !dash_of_sides(trim(piece)).empty();
        });
    if (!dash_of_sides(level.value).empty() || goes_on(level.value)) return true;
    auto const range = parse_number_range(level.value);
    return range && (range->first != range->last || range->first_verso != range->last_verso);
}

std::string write_value(ArchiveLevel const& level, std::string_view dash, std::string_view verso) {
    if (level.hierarchy == Hierarchy::intellectual) return level.value;
    std::string out;
    for (auto piece : split(level.value, ',')) {
        if (!out.empty()) out += ", ";
        out += write_number(trim(piece), dash, verso);
    }
    return out;
}

std::string replace_label(std::string_view pattern, std::string const& label) {
    return replace_all(pattern, label_mark, label.empty() ? std::string() : label + " ");
}

class ReferenceWriter {
  public:
    ReferenceWriter(HouseForm::Data const& form, std::string_view scheme) : form_(form), scheme_(scheme) {
        if (auto const* set = form.setting(scheme, &FormSection::dash)) dash_ = *set;
        if (auto const* set = form.setting(scheme, &FormSection::verso)) verso_ = *set;
        if (auto const* set = form.setting(scheme, &FormSection::separator)) separator_ = *set;
        if (auto const* set = form.setting(scheme, &FormSection::collection)) collection_ = *set;
    }

    [[nodiscard]] bool is_collection(ArchiveLevel const& level) const {
        return contains(collection_, level.level);
    }

    [[nodiscard]] std::string write(std::vector<ArchiveLevel> const& levels,
                                    std::optional<bool> FormSection::*innermost_first) const {
        auto const apart = told_apart(levels);
        std::vector<std::string> groups;  // levels that are glued together move together
        for (std::size_t i = 0; i < levels.size(); ++i) {
            auto const& level = levels[i];
            if ((level.value.empty() && level.label.empty()) || is_repeated(levels, i)) continue;
            auto const* pattern = is_whole_mark(levels, i) ? nullptr : form_.pattern(scheme_, level.level);
            bool const is_twice = apart.count(level.level) > 0 && !level.label.empty();
            auto text = write_level(level, is_twice ? nullptr : pattern);
            if (pattern && pattern->glue && !groups.empty())
                groups.back().append(*pattern->glue).append(text);
            else groups.push_back(std::move(text));
        }
        if (auto const* innermost = form_.setting(scheme_, innermost_first); innermost && *innermost)
            std::reverse(groups.begin(), groups.end());
        std::string out;
        for (auto const& group : groups) {
            if (!out.empty()) out += separator_after(out, separator_);
            out += group;
        }
        return out;
    }

  private:
    // Levels that stand twice, told apart by the author's labels, keep them.
    static std::set<std::string_view> told_apart(std::vector<ArchiveLevel> const& levels) {
        std::map<std::string_view, std::string> labels;
        std::set<std::string_view> out;
        for (auto const& level : levels) {
            auto label = fold(level.label);
            auto const known = labels.emplace(level.level, label).first;
            if (known->second != label && !label.empty() && !known->second.empty()) out.insert(level.level);
        }
        return out;
    }

    [[nodiscard]] std::string write_level(ArchiveLevel const& level, LevelPattern const* pattern) const {
        auto text = write_labelled(level, pattern);
        auto const* capital = form_.setting(scheme_, &FormSection::capital);
        return capital && *capital ? capitalised(text) : text;
    }

    [[nodiscard]] std::string write_labelled(ArchiveLevel const& level, LevelPattern const* pattern) const {
        auto const value = write_value(level, dash_, verso_);
        if (value.empty()) return level.label;
        if (!pattern) return level.label.empty() ? value : concat(level.label, " ", value);
        if (level.label.empty() && has_word(level.value)) return value;
        auto const& chosen = is_many(level) && !pattern->many.empty() ? pattern->many : pattern->one;
        return replace_all(replace_label(chosen, level.label), value_mark, value);
    }

    HouseForm::Data const& form_;
    std::string_view scheme_;
    std::string dash_ = "–", verso_ = "v", separator_ = ", ";
    std::vector<std::string> collection_;
};

bool has_label(SchemeLevel const& level, std::string_view label) {
    if (label.empty()) return true;
    // Rarer labels come last; of boxes and folders those of other languages are among them, which are no sign
    // of a scheme.
    auto const usual = level.hierarchy == Hierarchy::physical ? std::size_t{3} : level.labels.size();
    auto const key = fold(label);
    auto const end = level.labels.begin() + static_cast<std::ptrdiff_t>(std::min(usual, level.labels.size()));
    return std::any_of(level.labels.begin(), end, [&](auto const& known) { return fold(known) == key; });
}

bool fits(ArchivalReference const& reference, LevelScheme const& scheme) {
    return std::all_of(reference.levels.begin(), reference.levels.end(), [&](ArchiveLevel const& level) {
        return std::any_of(scheme.levels.begin(), scheme.levels.end(), [&](SchemeLevel const& known) {
            return known.level == level.level && has_label(known, level.label);
        });
    });
}

}  // namespace

Keeper keeper_of(ArchivalReference const& reference, Knowledge const& knowledge) {
    Keeper keeper{knowledge.archive(reference.repository_id), {}};
    if (keeper.archive) keeper.scheme = keeper.archive->scheme;
    if (!keeper.archive && !reference.repository.empty()) {
        auto const found = knowledge.identify(reference.repository);
        if (found.size() == 1) keeper.archive = found.front().archive;
        if (!found.empty()) keeper.scheme = found.front().archive->scheme;
    }
    if (!keeper.scheme.empty() || reference.levels.empty()) return keeper;
    for (auto const& scheme : knowledge.schemes()) {
        if (!fits(reference, scheme)) continue;
        keeper.scheme = scheme.id;
        break;
    }
    return keeper;
}

std::vector<ArchiveLevel> outermost_first(std::vector<ArchiveLevel> levels, LevelScheme const* scheme) {
    if (!scheme) return levels;
    auto const position = [&](ArchiveLevel const& level) {
        return std::find_if(scheme->levels.begin(), scheme->levels.end(),
                            [&](SchemeLevel const& known) { return known.level == level.level; });
    };
    std::set<std::string_view> seen;
    for (auto const& level : levels)
        if (position(level) == scheme->levels.end() || !seen.insert(level.level).second) return levels;
    auto const comes_before = [&](auto const& a, auto const& b) { return position(a) < position(b); };
    // A part is one of the level before it: "Оп. 1. Ч. 2. Д. 30".
    auto others = levels;
    std::erase_if(others, [](ArchiveLevel const& level) { return level.level == "part"; });
    if (!std::is_sorted(others.begin(), others.end(), comes_before))
        std::stable_sort(levels.begin(), levels.end(), comes_before);
    return levels;
}

WrittenReference write_reference(std::vector<ArchiveLevel> const& levels, HouseForm::Data const& form,
                                 LevelScheme const* scheme, bool separate_collection) {
    ReferenceWriter const writer(form, scheme ? std::string_view(scheme->id) : std::string_view());
    std::vector<ArchiveLevel> collection, location;
    for (auto& level : outermost_first(levels, scheme))
        (separate_collection && writer.is_collection(level) ? collection : location)
            .push_back(std::move(level));
    return {writer.write(collection, &FormSection::collection_innermost_first),
            writer.write(location, &FormSection::innermost_first)};
}

std::string write_location(ArchivalReference const& reference, HouseForm const& form,
                           Knowledge const& knowledge) {
    auto const* scheme = knowledge.scheme(keeper_of(reference, knowledge).scheme);
    return write_reference(reference.levels, form.data(), scheme, false).location;
}

}  // namespace fonds
