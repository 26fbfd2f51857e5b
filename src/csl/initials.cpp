// Initials: names and what separates them, worked on one after the other.

#include "csl/initials.hpp"

#include <array>
#include <optional>
#include <vector>

#include "base/bytes.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "csl/rich_text.hpp"
#include "csl/script.hpp"

namespace fonds::csl {

namespace {

std::size_t tag_at(std::string_view text) {
    if (!text.starts_with('<')) return 0;
    static constexpr std::string_view tags[] = {"<i>",   "</i>",   "<sc>",  "</sc>",  "<b>",    "</b>",
                                                "<sub>", "</sub>", "<sup>", "</sup>", "</span>"};
    for (auto const tag : tags)
        if (text.starts_with(tag)) return tag.size();
    if (text.starts_with("<span")) {
        auto const end = text.substr(0, longest_tag).find('>');
        return end == std::string_view::npos ? 0 : end + 1;
    }
    return 0;
}

bool is_separator(char c) { return c == '-' || c == ' '; }

/// Names at even places, separators (spaces, hyphens, tags) between them.
std::vector<std::string> cut(std::string_view text) {
    std::vector<std::string> out;
    out.reserve(8);
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto end = at;
        while (end < text.size() && is_separator(text[end])) ++end;
        if (auto const tag = end < text.size() ? tag_at(text.substr(end)) : 0) {
            end += tag;
            while (end < text.size() && is_separator(text[end])) ++end;
        }
        if (end == at) {
            ++at;
            continue;
        }
        out.emplace_back(text.substr(begin, at - begin));
        out.emplace_back(text.substr(at, end - at));
        begin = at = end;
    }
    out.emplace_back(text.substr(begin));
    return out;
}

std::string tags_of(std::string_view separator) {
    std::string out;
    for (std::size_t at = 0; at < separator.size();) {
        auto const tag = tag_at(separator.substr(at));
        out.append(separator.substr(at, tag));
        at += tag ? tag : 1;
    }
    return out;
}

/// The mark in place of a separator, whose tags stay before the mark's trailing space.
std::string merge(std::string_view separator, std::string_view mark) {
    auto const tags = tags_of(separator);
    if (tags.empty()) return std::string(mark);
    auto const solid = mark.find_last_not_of(' ');
    auto const length = solid == std::string_view::npos ? 0 : solid + 1;
    return concat(mark.substr(0, length), tags, mark.substr(length));
}

std::string prepare(std::string_view given, bool keep_hyphen) {
    auto name = replace_all(given, "\u00a0", " ");
    if (!keep_hyphen) name = replace_all(name, "-", " ");
    std::string out;
    out.reserve(name.size() + 4);
    for (std::size_t at = 0; at < name.size(); ++at) {
        auto const c = name[at];
        if (is_ascii_space(c)) {
            if (!out.empty() && (out.back() == '-' || out.back() == ' ')) continue;
            out += ' ';
            continue;
        }
        if (c == '-') {
            if (!out.empty() && out.back() == ' ') out.pop_back();
            auto next = at + 1;
            while (next < name.size() && name[next] == ' ') ++next;
            // A small letter after a hyphen belongs to the name before it.
            if (next < name.size() && name[next] >= 'a' && name[next] <= 'z') out += "\u2013";
            else out += '-';
            at = next - 1;
            continue;
        }
        out += c;
        if (c == '.' && at + 1 < name.size() && name[at + 1] != ' ') out += ' ';
    }
    return out;
}

template <std::size_t count>
void drop_at_end(std::string& text, std::array<std::string_view, count> const& marks) {
    for (auto again = true; again;) {
        again = false;
        for (auto const mark : marks) {
            if (!text.ends_with(mark)) continue;
            text.resize(text.size() - mark.size());
            again = true;
        }
    }
}

constexpr std::array<std::string_view, 3> dropped_at_end = {" ", "\u00a0", "\ufeff"};
constexpr std::array<std::string_view, 5> dropped_before_hyphens = {" ", "\u00a0", "\ufeff", "\u202f",
                                                                    "\u2009"};

std::string finish(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const c = text[at];
        if (is_ascii_space(c)) {
            if (!out.empty() && (out.back() == ' ' || out.back() == '-')) continue;
            out += ' ';
        } else if (c == '-') {
            drop_at_end(out, dropped_before_hyphens);
            out += '-';
        } else if (text.substr(at).starts_with("\u2013") && at + 3 < text.size() && text[at + 3] >= 'a' &&
                   text[at + 3] <= 'z') {
            out += '-';
            at += 2;
        } else {
            out += c;
        }
    }
    drop_at_end(out, dropped_at_end);
    return out;
}

struct Initial {
    std::string_view first, rest;
    bool stop = false;
};

/// The capital at the beginning, the letters after it, and whether a full stop ends it.
Initial split_initial(std::string_view name) {
    Initial out;
    if (name.empty()) return out;
    auto const first = decode(name, 0);
    auto const small = first.value < 0x80 ? first.value >= 'a' && first.value <= 'z'
                                          : is_lower(first.value) && to_upper(first.value) != first.value;
    if (!is_spaced_letter(first.value) || small) return out;
    out.first = name.substr(0, first.size);
    auto at = first.size;
    while (at < name.size()) {
        auto const point = decode(name, at);
        if (!is_spaced_letter(point.value)) break;
        at += point.size;
    }
    out.rest = name.substr(first.size, at - first.size);
    out.stop = at < name.size() && name[at] == '.';
    return out;
}

/// "Gu" of "GUido": a second capital that is no initial of its own is set small.
std::string double_capital(std::string_view rest) {
    std::size_t at = 0;
    while (at < rest.size()) {
        auto const point = decode(rest, at);
        if (to_upper(point.value) != point.value) break;
        at += point.size;
    }
    return at > 0 && at < rest.size() ? to_lower(rest.substr(0, at)) : std::string();
}

void mark_initials(std::vector<std::string>& pieces, std::string_view mark) {
    auto const count = pieces.size();
    for (std::size_t i = 0; i < count; i += 2) {
        if (pieces[i].empty()) continue;
        auto const name = std::move(pieces[i]);
        auto const initial = split_initial(name);
        if (initial.first.empty()) {
            pieces[i] = has_spaced_letter(name) ? concat(" ", name) : name;
            continue;
        }
        pieces[i] =
            concat(initial.first, initial.stop ? std::string(initial.rest) : double_capital(initial.rest));
        if (i + 1 == count) {
            pieces.emplace_back(mark);
        } else if (auto const hyphen = pieces[i + 1].find('-'); hyphen != std::string::npos) {
            auto separator = pieces[i + 1];
            separator.erase(hyphen, 1);
            pieces[i + 1] = merge(separator, mark) + "-";
        } else {
            pieces[i + 1] = merge(pieces[i + 1], mark);
        }
    }
}

void mark_abbreviations(std::vector<std::string>& pieces, std::string_view mark) {
    std::vector<bool> abbreviated(pieces.size(), false);
    for (std::size_t i = 0; i < pieces.size(); i += 2) {
        auto& name = pieces[i];
        auto const single = count_code_points(name) == 1 && to_upper(name) == name;
        if (count_code_points(name) > 1 && name.ends_with('.')) {
            name.pop_back();
            abbreviated[i] = true;
        } else if (single) {
            abbreviated[i] = true;
        }
    }
    for (std::size_t i = 0; i < pieces.size(); i += 2) {
        if (!abbreviated[i]) continue;
        if (i + 1 == pieces.size()) {
            pieces[i].append(mark);
            break;
        }
        auto& separator = pieces[i + 1];
        auto const tags = tags_of(separator);
        auto between = tags.empty() ? separator : tags;
        if (!abbreviated[i + 2]) between += ' ';
        auto const bare_mark = mark.ends_with("\ufeff") ? mark.substr(0, mark.size() - 3) : mark;
        separator = count_code_points(pieces[i + 2]) > 1 ? concat(bare_mark, between) : merge(between, mark);
    }
}

constexpr auto ends_name = [](auto byte) {
    return (byte == '-') | (byte == '.') | (byte == '<') | (byte == ' ') | is_within<'\t', '\r'>(byte);
};

/// The initials of words that begin with one capital, like "Anna Maria" or "J. R.", as most given names are;
/// nothing where one needs a closer look.
std::optional<std::string> plain_initials(std::string_view given, std::string_view mark) {
    std::string out;
    for (std::size_t at = 0; at < given.size();) {
        auto const capital = given[at++];
        if (capital < 'A' || capital > 'Z') return std::nullopt;
        out.append(1, capital).append(mark);
        auto const stops = at < given.size() && given[at] == '.';
        if (stops) ++at;
        else if (at < given.size() && given[at] != ' ') {
            auto const second = decode(given, at).value;
            if (to_upper(second) == second) return std::nullopt;
            at = find_byte(given, at, ends_name);
        }
        if (at == given.size()) return finish(out);
        if (given[at] == ' ') ++at;
        else if (!stops) return std::nullopt;
    }
    return std::nullopt;  // a space at the end
}

}  // namespace

std::string initialize(std::string_view given, std::string_view mark, bool keep_hyphen, bool full_names) {
    if (given.empty() || given == "Lord" || given == "Lady") return std::string(given);
    if (!full_names)
        if (auto plain = plain_initials(given, mark)) return *std::move(plain);
    auto plain = given;
    while (auto const tag = tag_at(plain)) plain.remove_prefix(tag);
    if (!starts_spaced(plain)) return std::string(given);
    auto pieces = cut(prepare(given, keep_hyphen));
    if (pieces.size() == 1) {
        auto const stop = pieces[0].rfind('.');
        auto const tail = stop == std::string::npos ? pieces[0] : pieces[0].substr(stop + 1);
        if (count_code_points(tail) == 1 && to_lower(tail) != tail) pieces[0] += '.';
    }
    if (full_names) mark_abbreviations(pieces, mark);
    else mark_initials(pieces, mark);
    std::string out;
    for (auto const& piece : pieces) out += piece;
    return finish(out);
}

}  // namespace fonds::csl
