// Which document of which digital archive an address leads to.
#include <array>
#include <fonds/knowledge.hpp>

#include "base/number.hpp"
#include "base/text.hpp"
#include "knowledge/tables.hpp"

namespace fonds {
namespace {

constexpr std::size_t longest_host = 128;

/// Without the punctuation of the sentence that a URL ends.
std::string_view without_sentence_end(std::string_view url) {
    while (!url.empty() && std::string_view(".,;:)]>}\"'").find(url.back()) != std::string_view::npos)
        url.remove_suffix(1);
    for (std::string_view const quote : {"”", "’", "»"})
        if (url.ends_with(quote)) return without_sentence_end(url.substr(0, url.size() - quote.size()));
    return url;
}

std::string_view take_until(std::string_view& text, char stop) {
    auto const at = text.find(stop);
    auto const piece = text.substr(0, at);
    text.remove_prefix(at == text.npos ? text.size() : at + 1);
    return piece;
}

/// Matches one segment of a path; `{number}`, `{slug}` and `*` stand for what they say.
bool match_segment(std::string_view pattern, std::string_view segment, HostedCopy& copy) {
    if (segment.empty()) return false;
    if (pattern == "*") return true;
    if (pattern == "{slug}") {
        copy.slug = segment;
        return true;
    }
    auto const open = pattern.find("{number}");
    if (open == pattern.npos) return pattern == segment;
    if (!segment.starts_with(pattern.substr(0, open))) return false;
    segment.remove_prefix(open);
    auto const digits = count_digits(segment);
    if (digits == 0) return false;
    copy.number = segment.substr(0, digits);
    auto const rest = segment.substr(digits);
    if (pattern.substr(open) == "{number}-{slug}") {
        if (rest.size() < 2 || rest.front() != '-') return false;
        copy.slug = rest.substr(1);
        return true;
    }
    return rest.empty() || rest.front() == '.';
}

bool match_path(std::string_view pattern, std::string_view path, HostedCopy& copy) {
    while (!pattern.empty())
        if (!match_segment(take_until(pattern, '/'), take_until(path, '/'), copy)) return false;
    auto const rest = take_until(path, '/');
    if (!copy.number.empty() && copy.slug.empty()) copy.slug = rest;
    return true;
}

}  // namespace

std::optional<HostedCopy> Knowledge::locate_url(std::string_view url) const {
    url = without_sentence_end(trim(url));
    if (auto const scheme = url.find("://"); scheme != url.npos && scheme < 6) url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("?#"));
    auto host = take_until(url, '/');
    host = host.substr(0, host.find(':'));
    if (host.size() > longest_host) return std::nullopt;
    std::array<char, longest_host> lower{};
    for (std::size_t i = 0; i < host.size(); ++i) lower[i] = ascii_lower(host[i]);
    std::string_view key(lower.data(), host.size());
    if (key.starts_with("www.")) key.remove_prefix(4);
    for (auto const& [_, id] : tables().urls.find(fnv1a(key))) {
        auto const& archive = archives()[id.archive];
        auto const& form = archive.urls[id.name];
        auto const slash = form.pattern.find('/');
        if (form.pattern.substr(0, slash) != key) continue;
        HostedCopy copy{&archive, &form, {}, {}};
        if (slash == form.pattern.npos || match_path(form.pattern.substr(slash + 1), url, copy)) return copy;
    }
    return std::nullopt;
}

}  // namespace fonds
