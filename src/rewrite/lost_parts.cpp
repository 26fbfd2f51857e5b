// What a citation's new text, as a style prints it, has not of the work that it cites.

#include "rewrite/lost_parts.hpp"

#include <algorithm>

#include "base/number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {
namespace {

// Whether a text has a number by itself, with a zero before it or not.
bool has_number(std::string_view text, std::string_view number) {
    for (auto at = text.find(number); at != std::string_view::npos; at = text.find(number, at + 1)) {
        auto begin = at;
        while (begin > 0 && text[begin - 1] == '0') --begin;
        auto const end = at + number.size();
        bool const is_whole =
            (begin == 0 || !is_digit(text[begin - 1])) && (end == text.size() || !is_digit(text[end]));
        if (is_whole) return true;
    }
    return false;
}

// The first of the names that folded text has not.
Names::const_iterator lost_name(Names const& names, std::string_view folded) {
    return std::find_if(names.begin(), names.end(), [&](Name const& name) {
        return folded.find(fold(name.literal.empty() ? name.family : name.literal)) == std::string_view::npos;
    });
}

// What is not found again by its year: documents of archives, letters, newspapers.
bool is_known_by_day(Item const& item) {
    return !item.reference.empty() || item.names.find(Variable::recipient) ||
           item.type == ItemType::article_newspaper || item.type == ItemType::personal_communication ||
           item.type == ItemType::interview;
}

}  // namespace

bool names_work(Item const& item, std::string_view written) {
    constexpr std::size_t telling_size = 12;
    auto const has = [&](std::string_view text) {
        if (is_all_digits(text)) return has_number(written, text);
        return !text.empty() && written.find(fold(text).substr(0, telling_size)) != std::string_view::npos;
    };
    auto const& reference = item.reference;
    return has(item.text(Variable::title)) || has(item.text(Variable::title_short)) ||
           has(item.text(Variable::container_title)) || has(item.text(Variable::URL)) ||
           has(reference.repository) ||
           std::any_of(reference.levels.begin(), reference.levels.end(),
                       [&](ArchiveLevel const& level) { return has(level.value); }) ||
           std::any_of(item.names.begin(), item.names.end(), [&](auto const& entry) {
               return std::any_of(entry.second.begin(), entry.second.end(), [&](Name const& name) {
                   return has(name.literal.empty() ? name.family : name.literal);
               });
           });
}

std::string lost_addressee(Item const& item, std::string_view written) {
    auto const* const names = item.names.find(Variable::recipient);
    if (!names) return {};
    auto const lost = lost_name(*names, fold(written));
    return lost == names->end() ? std::string() : display(*lost);
}

std::string lost_hand(Item const& item, std::string_view written) {
    auto const text = fold(written);
    for (auto const& [variable, names] : item.names) {
        auto const& first = names.front();
        if (text.find(fold(first.literal.empty() ? first.family : first.literal)) == std::string::npos)
            return display(first);
    }
    return {};
}

std::string lost_title(Item const& item, std::string_view note, Citation const& citation,
                       std::string_view written) {
    std::string known = fold(written);
    for (auto const& [variable, names] : item.names)
        for (auto const& name : names)
            known +=
                fold(concat(" ", name.given, " ", name.dropping_particle, " ", name.non_dropping_particle,
                            " ", name.family, " ", name.literal, " ", name.suffix));
    for (auto const& [field, span] : citation.fields) {
        auto const variable = find_variable(field);
        if (!variable || !item.names.find(*variable) || span.end > note.size()) continue;
        for (auto const word : split(slice(note, span), ' ')) {
            auto const begin = std::min(word.find_first_not_of("([“\""), word.size());
            auto const bare = word.substr(begin, word.find_last_not_of(".,;:)]”\"’") + 1 - begin);
            if (count_code_points(bare) > 1 && is_upper(decode(bare, 0).value) &&
                known.find(fold(bare)) == std::string::npos)
                return std::string(word);
        }
    }
    return {};
}

std::string lost_date(Item const& item, std::string_view note, Citation const& citation,
                      std::string_view written) {
    auto const* date = item.dates.find(Variable::issued);
    auto const field = std::find_if(citation.fields.begin(), citation.fields.end(),
                                    [](auto const& one) { return one.field == "issued"; });
    if (!date || field == citation.fields.end() || field->span.end > note.size()) return {};
    auto const words = slice(note, field->span);
    bool const is_list = date->end && words.find(',') != std::string_view::npos && !has_dash(words) &&
                         words.find('/') == std::string_view::npos;
    bool const is_lost = is_list || (date->start.day != 0 && is_known_by_day(item) &&
                                     !has_number(written, std::to_string(date->start.day)));
    return is_lost ? std::string(words) : std::string();
}

std::string lost_origin(ArchivalReference const& reference, std::string_view written) {
    auto const text = fold(written);
    auto const is_lost = [&](std::string_view words) { return text.find(fold(words)) == std::string::npos; };
    if (is_lost(reference.digital_archive)) return reference.digital_archive;
    for (auto const& origin : reference.provenance) {
        if (is_lost(origin.project)) return origin.project;
        auto const lost = lost_name(origin.names, text);
        if (lost != origin.names.end()) return display(*lost);
    }
    return {};
}

std::string_view lost_volume(Citation const& citation, std::string_view written) {
    auto const volume = citation.item.text(Variable::volume);
    bool const is_short = citation.refers_to && citation.kind == CitationKind::short_form;
    return volume.empty() || !is_short || has_number(written, volume) ? std::string_view() : volume;
}

}  // namespace fonds
