// Where a web address ends: before a space or a mark that no address has, and before the sentence's own
// marks.

#include "grammar/web_address.hpp"

#include <algorithm>
#include <iterator>

#include "base/unicode.hpp"

namespace fonds {
namespace {

using std::string_view;

constexpr string_view starts[] = {"http://",   "https://",        "ftp://",  "www.",     "doi.org/",
                                  "dodis.ch/", "hdl.handle.net/", "doi:10.", "doi: 10.", "DOI:10.",
                                  "DOI: 10.",  "doi 10.",         "DOI 10."};

/// Behind the signs that an address may have.
std::size_t run_end(string_view text, std::size_t at) {
    while (at < text.size()) {
        auto const [c, size] = decode(text, at);
        if (is_space(c) || c == '<' || c == '>' || c == '"' || c == 0x201C || c == 0x201D || c == 0x300B ||
            c == ';' || (c >= 0x3000 && c <= 0x303F) || c == 0xFF0C || c == 0xFF09)
            break;
        at += size;
    }
    return at;
}

/// An address that begins at `at` without the marks of the sentence behind it.
std::size_t without_trailing_punctuation(string_view text, std::size_t at, std::size_t end) {
    auto const written = text.substr(at, end - at);
    auto unopened =
        std::count(written.begin(), written.end(), ')') - std::count(written.begin(), written.end(), '(');
    while (end > at + 1) {
        char const c = text[end - 1];
        if (c == '.' || c == ',' || c == ':' || c == '!' || c == '?' || c == '\'' || c == '*' || c == ']') {
            --end;
        } else if (c == ')') {
            if (unopened-- <= 0) break;
            --end;
        } else if (end >= at + 3 && text.substr(end - 3, 3) == "\u2019") {
            end -= 3;
        } else {
            break;
        }
    }
    return end;
}

/// Whether an address goes on behind the space at its end: with words in small letters and a slash, or with
/// what every DOI begins with.
bool goes_on(string_view address, string_view piece) {
    if (piece.find('/') == string_view::npos || piece.starts_with("http") || piece.starts_with("www."))
        return false;
    return (piece[0] >= 'a' && piece[0] <= 'z') ||
           (address.ends_with("doi.org/") && piece.starts_with("10."));
}

}  // namespace

std::size_t web_address_end(string_view text, std::size_t at) {
    auto const rest = text.substr(at);
    auto const* const start = std::find_if(std::begin(starts), std::end(starts),
                                           [&](string_view one) { return rest.starts_with(one); });
    if (start == std::end(starts)) return at;
    auto end = run_end(text, at + start->size());  // "doi: 10.1136/x" has a space
    // A line break in a printed address leaves a space after a slash.
    while (end < text.size() && text[end] == ' ' && text[end - 1] == '/') {
        auto const next = run_end(text, end + 1);
        auto const piece = text.substr(end + 1, next - end - 1);
        if (!goes_on(text.substr(at, end - at), piece)) break;
        end = next;
    }
    return without_trailing_punctuation(text, at, end);
}

}  // namespace fonds
