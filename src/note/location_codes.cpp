// Codes that say themselves what they are: decimal files, registry numbers, subject-numeric files.
#include "note/location_codes.hpp"

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {

using std::string_view;

int count_capitals(string_view word) {
    int capitals = 0;
    for (std::size_t at = 0; at < word.size();) {
        auto const [c, size] = decode(word, at);
        capitals += is_letter(c) && is_upper(c) ? 1 : 0;
        at += size;
    }
    return capitals;
}

/// "783A.00/6-1558", "026 Foreign Relations (P.C. 1919)/13", "119.4 (Case 2000/24)": a decimal file.
bool is_decimal_file(string_view text) {
    constexpr std::size_t class_size = 3;
    auto const digits = count_digits(text);
    if (digits != class_size) return false;
    auto rest = text.substr(digits);
    std::size_t letters = 0;
    while (letters < rest.size() && letters < 2 && is_ascii_letter(rest[letters])) ++letters;
    rest.remove_prefix(letters);
    if (rest.starts_with('.') && rest.size() > 1 && (is_digit(rest[1]) || (rest[1] >= 'A' && rest[1] <= 'Z')))
        return true;
    return rest.starts_with(' ') && rest.find('/') != string_view::npos;
}

bool is_dated_decimal_file(string_view text) {
    constexpr std::size_t longest_day = 4;  // "2152" of "11-2152"
    auto const slash = text.rfind('/');
    if (!is_decimal_file(text) || slash == string_view::npos) return false;
    auto day = text.substr(slash + 1);
    auto const month = std::min(day.find_first_not_of("0123456789"), day.size());
    day.remove_prefix(month);
    auto const dash = dash_size(day);
    return dash != 0 && month > 0 && month <= 2 && day.size() - dash <= longest_day &&
           day.size() > dash + 1 && is_all_digits(day.substr(dash));
}

/// "24/b": an item of a Hungarian box.
bool is_item_letter(string_view text) {
    return text.size() >= 3 && text.size() <= 6 && is_digit(text[0]) && text[text.size() - 2] == '/' &&
           text.back() >= 'a' && text.back() <= 'z';
}

/// "00254/1958", "08103/2/1954": a registry's number with its year.
bool is_registry_number(string_view text) {
    if (text.size() < 8 || text[text.size() - 5] != '/' || !is_all_digits(text.substr(text.size() - 4)))
        return false;
    auto const year = text.substr(text.size() - 4, 2);
    return (year == "18" || year == "19" || year == "20") &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '/'; });
}

bool is_registry_paper(string_view text) {
    if (text.size() > 1 && text.back() >= 'A' && text.back() <= 'Z')
        text.remove_suffix(1);  // "N 2091/140/38G"
    return text.size() > 4 && text[0] >= 'A' && text[0] <= 'Z' && is_digit(text[1]) &&
           is_digit(text.back()) && std::count(text.begin(), text.end(), '/') == 2 &&
           text.find_first_not_of("0123456789/", 1) == string_view::npos;
}

bool is_entry_number(string_view text) {
    if (!text.starts_with('E')) return false;
    text.remove_prefix(text.starts_with("E ") ? 2 : text.starts_with("E-") ? 2 : 1);
    if (!text.empty() && text.back() >= 'A' && text.back() <= 'Z') text.remove_suffix(1);
    return !text.empty() && text.size() <= 5 && is_all_digits(text);
}

bool is_box_and_folder(string_view text) {
    auto const cut = text.find_first_of(".:");
    constexpr std::size_t longest = 3;
    return cut != string_view::npos && cut > 0 && cut <= longest && text.size() - cut - 1 <= longest &&
           is_all_digits(text.substr(0, cut)) && text.size() > cut + 1 && is_all_digits(text.substr(cut + 1));
}

bool is_french_series(string_view text) {
    constexpr std::size_t longest = 5, most_letters = 2, most_figures = 2;
    auto const space = text.find(' ');
    if (space == string_view::npos || space > longest || !is_all_digits(text.substr(space + 1))) return false;
    auto series = text.substr(0, space);
    if (series.ends_with('.')) series.remove_suffix(1);
    auto const letters = std::min(series.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), series.size());
    auto figures = series.substr(letters);
    if (figures.size() > 1 && figures.back() >= 'a' && figures.back() <= 'z')
        figures.remove_suffix(1);  // "F1a"
    return letters > 0 && letters <= most_letters && figures.size() <= most_figures &&
           (figures.empty() || is_all_digits(figures));
}

bool is_french_entry(string_view text) {
    constexpr std::size_t most_figures = 3;
    auto const figures = text.find_first_not_of("0123456789");
    if (figures == 0 || figures > most_figures) return false;  // none too where nothing else stands there
    auto const letters = text.find_first_not_of(' ', figures);
    auto const behind = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", letters);
    return behind != string_view::npos && behind - letters == 2 &&
           text.find_first_not_of("0123456789 /.-()", behind) == string_view::npos && is_digit(text.back());
}

bool is_australian_series(string_view text) {
    constexpr std::size_t most_letters = 2, fewest_figures = 2, most_figures = 5;
    auto const figures = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    return figures != string_view::npos && figures > 0 && figures <= most_letters &&
           is_all_digits(text.substr(figures)) && text.size() - figures >= fewest_figures &&
           text.size() - figures <= most_figures;
}

bool is_container(string_view level) {
    constexpr std::array names = {string_view{"box"},       string_view{"folder"},   string_view{"carton"},
                                  string_view{"container"}, string_view{"lot-file"}, string_view{"volume"},
                                  string_view{"file"},      string_view{"reel"}};
    return contains(names, level);
}

bool subject_numeric(string_view written) {
    std::size_t letters = 0;
    while (letters < written.size() && written[letters] >= 'A' && written[letters] <= 'Z') ++letters;
    return letters >= 2 && letters <= 5 && letters + 1 < written.size() && written[letters] == ' ' &&
           is_digit(written[letters + 1]) && !written.starts_with("CDF") && !written.starts_with("CFPF") &&
           !is_year_start(written.substr(letters + 1));
}

bool is_accession(string_view written) {
    constexpr std::size_t year = 4, kind = 2;
    return written.size() > year + kind + 1 && is_all_digits(written.substr(0, year)) &&
           (written.starts_with("19") || written.starts_with("20")) && written[year] == '.' &&
           written[year + 1] >= 'A' && written[year + 1] <= 'Z' && written[year + kind] == '.' &&
           is_all_digits(written.substr(year + kind + 1));
}

bool is_hungarian_section(string_view written) {
    auto const parts = split(written, '-');
    return parts.size() >= 3 && !parts[0].empty() &&
           parts[0].find_first_not_of("IVXL") == string_view::npos && parts[1].size() == 1 &&
           parts[1][0] >= 'A' && parts[1][0] <= 'Z' && is_all_digits(parts[2]);
}

bool is_collection_number(string_view written) {
    if (is_accession(written)) return true;
    std::size_t letters = 0;
    while (letters < written.size() && is_ascii_letter(written[letters])) ++letters;
    if (letters == 0 || letters > 5 || written.size() > 18 || written[0] < 'A' || written[0] > 'Z')
        return false;
    auto rest = written.substr(letters);
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '.' || rest.front() == '-'))
        rest.remove_prefix(1);
    return !rest.empty() && is_digit(rest.front()) &&
           rest.find_first_not_of("0123456789.-\u2013") == string_view::npos;
}

bool is_office_file(string_view written) {
    if (written.size() > 6 && written.starts_with("G-") && is_digit(written[2]) && written[3] == '/' &&
        is_digit(written[4]))
        return true;
    auto const space = written.find(' ');
    if (space == string_view::npos || space < 2 || space > 6 || space + 2 >= written.size()) return false;
    auto const office = written.substr(0, space);
    bool const capitals =
        std::all_of(office.begin(), office.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; });
    auto const number = written.substr(space + 1);
    return capitals && is_digit(number[0]) && is_digit(number[1]) && number.find('/') == string_view::npos &&
           (office.starts_with("CM-") || number.find_first_of("-.") != string_view::npos);
}

bool names_office_file(string_view written) {
    constexpr std::size_t shortest = 3;
    auto const space = written.find(' ');
    if (space == string_view::npos || space < 2 || space > 6 || space + shortest >= written.size())
        return false;
    auto const office = written.substr(0, space), number = written.substr(space + 1, shortest);
    return std::all_of(office.begin(), office.end(),
                       [](char c) { return (c >= 'A' && c <= 'Z') || c == '-' || c == '&'; }) &&
           is_all_digits(number) && written.find('/') == string_view::npos;
}

bool is_shelfmark_of_papers(string_view text) {
    auto const space = text.find(' ');
    if (space == string_view::npos || space < 3 || space + 3 > text.size()) return false;
    auto const letters = text.substr(0, space), number = text.substr(space + 1);
    bool const capitals =
        std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    bool const classed = is_ascii_letter(number[0]) && is_digit(number[1]);
    return capitals && classed && number.find(' ') == string_view::npos && is_digit(number.back());
}

bool is_year_start(string_view written) {
    return written.size() >= 4 && is_all_digits(written.substr(0, 4)) && written[0] == '1';
}

bool has_number_end(string_view written) {
    return is_digit(written.back()) && written.find(' ') == string_view::npos;
}

bool is_cable_number(string_view text) {
    constexpr std::size_t year = 4, shortest = 4, least_digits = 4;
    if (text.size() < year + shortest + least_digits || !is_all_digits(text.substr(0, year)) ||
        !text.starts_with("197"))
        return false;
    auto const post = text.substr(year, std::min(text.find_first_of("0123456789", year), text.size()) - year);
    auto const number = text.substr(year + post.size());
    return post.size() >= shortest && number.size() >= least_digits && is_all_digits(number) &&
           std::all_of(post.begin(), post.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_cabinet_paper(string_view text) {
    std::size_t at = 0;
    while (at < text.size() && text[at] >= 'A' && text[at] <= 'Z') ++at;
    if (at == 0 || at > 5) return false;
    if (at < text.size() && text[at] == ' ') ++at;
    return text.size() > at + 4 && text[at] == '(' && is_digit(text[at + 1]) && is_digit(text[at + 2]) &&
           text[at + 3] == ')';
}

namespace {
/// "1955–1959", "1960-64", "1971".
bool is_years(string_view word) {
    constexpr std::array centuries = {string_view{"18"}, string_view{"19"}, string_view{"20"}};
    if (word.size() < 4 || !is_all_digits(word.substr(0, 4)) || !contains(centuries, word.substr(0, 2)) ||
        (word[0] == '2' && word[2] > '3'))
        return false;  // "7 N 2811", "BA 2048" are codes
    auto rest = word.substr(4);
    if (rest.empty()) return true;
    auto const dash = dash_size(rest);
    if (dash == 0) return false;
    rest.remove_prefix(dash);
    return (rest.size() == 2 || rest.size() == 4) && is_all_digits(rest);
}
}  // namespace

bool is_code(string_view text) {
    bool digits = false;
    for (auto left = text; !left.empty();) {
        auto const word = left.substr(0, left.find(' '));
        left.remove_prefix(std::min(word.size() + 1, left.size()));
        if (word.empty()) continue;
        if (word != text && is_years(word)) return false;  // "TO-T 1955–1959" is a name
        bool small = false, capital = false, digit = false;
        std::size_t letters = 0;
        for (std::size_t at = 0; at < word.size();) {
            auto const [c, size] = decode(word, at);
            at += size;
            digit = digit || (c >= '0' && c <= '9');
            if (c == ',' || c == 0x2019) return false;
            if (!is_letter(c)) continue;
            ++letters;
            if (is_upper(c)) capital = true;
            else small = true;
        }
        digits = digits || digit;
        if (letters == 0) continue;
        // "1930INVA", "Hil2": letters among digits; "AG", "IV", "dep" no: words in small letters are a name.
        if (!digit && (small || letters > 5 || !capital)) return false;
        if (digit && small && letters > 4) return false;
    }
    return digits;
}

std::size_t code_behind_name(string_view written) {
    constexpr std::size_t shortest_name = 4;
    for (auto space = written.find(' '); space != string_view::npos; space = written.find(' ', space + 1)) {
        auto const name = written.substr(0, space), code = written.substr(space + 1);
        if (space < shortest_name || !is_code(code) || is_year_start(code)) continue;
        // "C Rep. 902": what ends in a stop is the label of the number.
        auto const last = name.substr(name.rfind(' ') + 1);
        bool const words =
            last.size() >= shortest_name && last.back() != '.' &&
            std::any_of(last.begin(), last.end(), [](char c) { return c >= 'a' && c <= 'z'; }) &&
            std::none_of(last.begin() + 1, last.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
            std::none_of(name.begin(), name.end(), is_digit);
        return words ? space + 1 : string_view::npos;
    }
    return string_view::npos;
}

std::size_t number_before_parts(string_view written) {
    auto const end = count_digits(written);
    auto const rest = written.find_first_not_of(" -/\u2013", end);
    if (end == 0 || rest == string_view::npos || rest == end) return 0;
    auto const joint = trim(written.substr(end, rest - end));
    auto const further = written.substr(rest);
    bool const parts = has_dash(further) || further.find('/') != string_view::npos;
    return !joint.empty() && parts ? end : 0;
}

std::size_t code_behind_letters(string_view written) {
    auto const space = written.find(' ');
    if (space == string_view::npos || space < 2 || space + 2 >= written.size()) return 0;
    auto const letters = written.substr(0, space), code = written.substr(space + 1);
    bool const capitals =
        std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
        letters.find_first_not_of("IVXLC") != string_view::npos;
    bool const parted = has_dash(code) || code.find('/') != string_view::npos;
    return capitals && parted && std::any_of(code.begin(), code.end(), is_digit) ? space + 1 : 0;
}

bool names_nordic_papers(string_view text) {
    struct Tongue {
        char genitive;
        string_view word;
    };
    constexpr std::array tongues = {Tongue{'n', " arkisto"}, Tongue{'n', " kokoelma"},
                                    Tongue{'s', " arkiv"},   Tongue{'s', " privatarkiv"},
                                    Tongue{'s', " samling"}, Tongue{'s', " papper"},
                                    Tongue{'s', " papirer"}};
    for (auto const& tongue : tongues) {
        if (!text.ends_with(tongue.word)) continue;
        auto const person = text.substr(0, text.size() - tongue.word.size());
        auto const space = person.rfind(' ');
        if (space == string_view::npos || person.back() != tongue.genitive) return false;
        auto const words = split(person, ' ');
        return std::all_of(words.begin(), words.end(),
                           [](string_view word) { return !word.empty() && is_upper(decode(word, 0).value); });
    }
    return false;
}

}  // namespace fonds
