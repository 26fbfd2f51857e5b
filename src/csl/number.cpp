// Reading and writing numbers (CSL 1.0.2, "Number", "Page Ranges", Appendix V).

#include "csl/number.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "csl/number_label.hpp"

namespace fonds::csl {

namespace {

bool is_roman_letter(char c) { return std::string_view("ivxlcmIVXLCM").find(c) != std::string_view::npos; }

bool all_roman(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_roman_letter);
}

std::size_t digits_at(std::string_view text, std::size_t at) {
    auto end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    return end - at;
}

std::size_t letters_at(std::string_view text, std::size_t at) {
    auto end = at;
    while (end < text.size() && is_ascii_letter(text[end])) ++end;
    return end - at;
}

/// The number that a text begins with; 0 where it begins with none, or with one of more than 15 digits.
long to_long(std::string_view text) {
    auto const length = digits_at(text, 0);
    if (length == 0 || length > 15) return 0;
    long out = 0;
    std::from_chars(text.data(), text.data() + length, out);
    return out;
}

/// Whether the comma that a text begins with stands between two numbers, not before the last thousands of
/// one.
bool parts_numbers(std::string_view text) {
    auto const digits = digits_at(text, 1);
    return digits > 0 && digits != 3;
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') ++at;
    return at;
}

/// ", and ", " und ": bytes of a word between spaces that joins two numbers at `at`.
std::size_t word_joiner_at(std::string_view text, std::size_t at, std::string_view word, std::string& out) {
    if (word.empty()) return 0;
    auto const comma = text[at] == ',';
    auto const spaces = comma ? at + 1 : at;
    auto const from = skip_spaces(text, spaces);
    if (from == spaces || !text.substr(from).starts_with(word)) return 0;
    auto const end = skip_spaces(text, from + word.size());
    if (end == from + word.size()) return 0;
    out = concat(comma ? ", " : " ", word, " ");
    return end - at;
}

/// Hyphens and dashes, with the spaces around them.
std::size_t dash_joiner_at(std::string_view text, std::size_t at, bool hyphens, std::string& out) {
    auto end = skip_spaces(text, at);
    while (end < text.size() && text[end] == '\\') ++end;
    auto const dashes = end;
    auto hyphen = false;
    while (end < text.size()) {
        if (text[end] == '-' && hyphens) {
            hyphen = true;
            ++end;
        } else if (text.substr(end).starts_with("\u2013")) {
            end += 3;
        } else {
            break;
        }
    }
    if (end == dashes) return 0;
    end = skip_spaces(text, end);
    out = hyphen ? "-" : std::string(text.substr(at, end - at));
    return end - at;
}

/// Letters of any script.
std::size_t word_at(std::string_view text, std::size_t at) {
    auto end = at;
    while (end < text.size()) {
        auto const letter = decode(text, end);
        if (!is_letter(letter.value)) break;
        end += letter.size;
    }
    return end - at;
}

/// Whether a word stands at `at` that is no number, as behind the hyphens of "2-е изд." and "3-rev".
bool is_plain_word_at(std::string_view text, std::size_t at) {
    auto const word = text.substr(at, word_at(text, at));
    auto const end = at + word.size();
    return word.size() > 1 && !all_roman(word) && !(end < text.size() && is_digit(text[end]));
}

/// Bytes of what joins two numbers at `at`; `out`: how it is written. 0: nothing joins here.
std::size_t joiner_at(std::string_view text, std::size_t at, bool hyphens, bool commas, Words const& words,
                      std::string& out) {
    auto const start = skip_spaces(text, at);
    auto const rest = text.substr(start);
    if (rest.empty()) return 0;
    if (rest[0] == '&') {
        auto const symbol = words.get(term::and_, TermForm::symbol);
        out = concat(" ", symbol.empty() || symbol == words.get(term::and_) ? std::string_view("&") : symbol,
                     " ");
        return skip_spaces(text, start + 1) - at;
    }
    if (auto const length = word_joiner_at(text, at, "and", out)) return length;
    if (auto const length = word_joiner_at(text, at, words.get(term::and_), out)) return length;
    auto const spaced = rest.size() > 1 && rest[1] == ' ';
    if ((rest[0] == ';' && spaced) || (rest[0] == ',' && (spaced || (commas && parts_numbers(rest))))) {
        out = concat(rest.substr(0, 1), " ");
        return skip_spaces(text, start + 1) - at;
    }
    auto const length = dash_joiner_at(text, at, hyphens, out);
    return is_plain_word_at(text, at + length) ? 0 : length;
}

/// "A12" is a particle and a number, "12a" a number.
NumberPiece make_piece(std::string_view text) {
    NumberPiece out;
    out.value = std::string(text);
    auto at = digits_at(text, 0);
    auto const letters = letters_at(text, at);
    std::size_t particle = 0;
    if (letters > 0) {
        particle = at + letters;
        while (particle < text.size() && text[particle] == '0' && particle + 1 < text.size() &&
               is_digit(text[particle + 1]))
            ++particle;
        if (digits_at(text, particle) == 0) particle = 0;
    }
    at = particle;
    auto const digits = digits_at(text, at);
    if (digits > 0) {
        auto end = at + digits;
        while (end < text.size() && (is_ascii_letter(text[end]) || text[end] == '-' || text[end] == ','))
            ++end;
        if (end == text.size()) {
            out.particle = std::string(text.substr(0, particle));
            out.value = std::string(text.substr(particle));
        }
    }
    out.counts = (!out.value.empty() && is_digit(out.value[0])) || all_roman(out.value);
    return out;
}

/// Digits or small roman letters, then letters, hyphens and commas only; "2-е", a Russian "2nd".
bool is_numeric_value(std::string_view text) {
    auto at = digits_at(text, 0);
    if (at == 0)
        while (at < text.size() && (text[at] == 'i' || text[at] == 'x' || text[at] == 'v')) ++at;
    if (at == 0) return false;
    auto const rest = text.substr(at);
    auto const lettered = std::all_of(rest.begin(), rest.end(), [](char c) {
        return is_ascii_letter(c) || c == '-' || c == ',' || c == ':';
    });
    if (lettered || (rest[0] == '-' && rest.size() > 1 && word_at(rest, 1) == rest.size() - 1)) return true;
    return rest[0] == '-' &&
           std::all_of(rest.begin(), rest.end(), [](char c) { return c == '-' || is_digit(c); });
}

bool is_fraction(std::string_view text) {
    auto at = digits_at(text, 0);
    if (at == 0 || at == text.size()) return false;
    while (at < text.size()) {
        if (text[at] != '/') return false;
        auto const digits = digits_at(text, at + 1);
        if (digits == 0) return false;
        at += 1 + digits;
    }
    return true;
}

std::string range_delimiter(std::string_view written, Variable variable, bool is_page, bool numeric,
                            Words const& words) {
    if (written != "-" || !numeric) return std::string(written);
    if (is_page || variable == Variable::locator || variable == Variable::issue ||
        variable == Variable::volume || variable == Variable::edition || variable == Variable::number)
        return std::string(words.get(term::page_range_delimiter));
    if (variable == Variable::collection_number) return std::string(words.get(term::year_range_delimiter));
    return std::string(written);
}

/// The end of a range with the digits it shares with the beginning left out, but for `least` of them.
std::string minimize(std::string const& begin, std::string const& end, std::size_t least) {
    if (begin.size() != end.size()) return end;
    std::size_t same = 0;
    while (same < end.size() && begin[same] == end[same] && end.size() - same > least) ++same;
    return end.substr(same);
}

std::string chicago16(long begin, long end, std::string const& written) {
    if (begin <= 100 || begin % 100 == 0) return written;
    auto const digits = std::to_string(end).size();
    long divisor = 100;
    for (std::size_t i = 2; i < digits; ++i, divisor *= 10)
        if (begin / divisor == end / divisor) return std::to_string(end % divisor);
    return written;
}

/// As the later rules have it, but for numbers of four digits: those of other hundreds are written out.
std::string chicago15(long begin, long end, std::string const& written) {
    if (begin < 10000 && begin / 100 != end / 100) return written;
    return chicago16(begin, end, written);
}

/// The pages of a range in the wanted format (CSL 1.0.2, Appendix V).
void format_page_range(NumberPiece& first, NumberPiece& last, PageRange format) {
    auto end = last.value;
    if (end.size() < first.value.size()) end = first.value.substr(0, first.value.size() - end.size()) + end;
    auto const low = to_long(first.value), high = to_long(end);
    if (low >= high) return;
    last.particle = first.particle;
    switch (format) {
        case PageRange::minimal: end = minimize(first.value, end, 0); break;
        case PageRange::minimal_two: end = minimize(first.value, end, 2); break;
        case PageRange::chicago15: end = chicago15(low, high, end); break;
        case PageRange::chicago16: end = chicago16(low, high, end); break;
        case PageRange::none:
        case PageRange::expanded: break;
    }
    auto const shortens = format != PageRange::none && format != PageRange::expanded;
    if (shortens) last.particle.clear();
    last.value = std::move(end);
}

void format_range(NumberField& field, std::size_t i, Variable variable, bool is_page, PageRange format,
                  Words const& words) {
    auto& first = field.pieces[i - 1];
    auto& last = field.pieces[i];
    if (first.particle != last.particle) return;
    auto const numbers = is_digit(first.value[0]) && is_digit(last.value[0]);
    if (format == PageRange::none && numbers && to_long(first.value) > to_long(last.value)) {
        first.joiner = range_delimiter(first.joiner, variable, is_page, true, words);
        return;
    }
    auto const plain = [](std::string_view text) { return is_all_digits(text) || all_roman(text); };
    if (is_page && numbers) {
        first.joiner = std::string(words.get(term::page_range_delimiter));
        format_page_range(first, last, format);
        return;
    }
    if (plain(first.value) && plain(last.value))
        first.joiner = std::string(words.get(term::page_range_delimiter));
    if (numbers)  // "2-A" is one number
        first.joiner = range_delimiter(first.joiner, variable, is_page, field.numeric, words);
}

constexpr std::array<std::array<std::string_view, 10>, 4> roman_digits = {{
    {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"},
    {"", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc"},
    {"", "c", "cc", "ccc", "cd", "d", "dc", "dcc", "dccc", "cm"},
    {"", "m", "mm", "mmm", "mmmm", "mmmmm", "", "", "", ""},
}};

std::string roman(long number) {
    std::string out;
    for (std::size_t place = 0; place < roman_digits.size() && number > 0; ++place, number /= 10)
        out.insert(0, roman_digits[place][static_cast<std::size_t>(number % 10)]);
    return out;
}

}  // namespace

bool takes_range(Variable variable) {
    switch (variable) {
        case Variable::page:
        case Variable::page_first:
        case Variable::chapter_number:
        case Variable::collection_number:
        case Variable::edition:
        case Variable::issue:
        case Variable::number:
        case Variable::number_of_pages:
        case Variable::number_of_volumes:
        case Variable::volume:
        case Variable::locator: return true;
        default: return false;
    }
}

namespace {

/// "\-" is a hyphen that joins no numbers; beside one, others are dashes.
std::string without_escapes(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') {
            if (i + 1 < text.size() && text[i + 1] == '-') out += text[++i];
        } else if (text[i] == '-') {
            out += "\u2013";
        } else {
            out += text[i];
        }
    }
    return out;
}

/// Adds a piece, and the label in it as a border: "12 folio 3" is two.
void add_piece(NumberField& field, std::string_view piece, Variable variable, Words const& words) {
    if (auto const label = find_inner_label(piece, variable, words); label != piece.npos) {
        field.pieces.push_back(make_piece(piece.substr(0, label)));
        field.pieces.back().joiner = " ";
        piece.remove_prefix(label + 1);
    }
    field.pieces.push_back(make_piece(piece));
}

/// "12-a" is one number.
void join_letters(std::vector<NumberPiece>& pieces) {
    for (std::size_t i = pieces.size() - 1; i > 0; --i) {
        auto& first = pieces[i - 1];
        auto const& last = pieces[i];
        auto const letters = !last.value.empty() && letters_at(last.value, 0) == last.value.size();
        if (first.joiner != "-" || !letters || first.value.empty() || !is_digit(first.value[0]) ||
            is_digit(first.value.back()))
            continue;
        first.value += concat("-", last.value);
        first.joiner = last.joiner;
        pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

}  // namespace

NumberField parse_number(std::string_view text, Variable variable, Words const& words, Term locator,
                         bool commas) {
    NumberField out;
    auto written = std::string(trim(text));
    auto const escaped = written.find("\\-") != std::string::npos;
    if (variable == Variable::page || variable == Variable::page_first)
        written = replace_all(written, "\u2013", "-");
    if (escaped) written = without_escapes(written);
    out.label = take_own_label(written, variable, words);
    out.pieces.reserve(2);
    std::size_t begin = 0;
    std::string joiner;
    for (std::size_t at = 0; at < written.size();) {
        auto const is_plain = is_digit(written[at]) || is_ascii_letter(written[at]);
        auto const length = is_plain ? 0 : joiner_at(written, at, !escaped, commas, words, joiner);
        if (length == 0) {
            ++at;
            continue;
        }
        add_piece(out, std::string_view(written).substr(begin, at - begin), variable, words);
        out.pieces.back().joiner = joiner;
        at += length;
        begin = at;
    }
    add_piece(out, std::string_view(written).substr(begin), variable, words);
    join_letters(out.pieces);
    out.numeric = is_numeric_value(out.pieces[0].value);
    auto const own = settle_labels(out, variable, locator, words);
    out.plural = out.numeric && own > 1 && out.pieces[0].counts;
    if (variable == Variable::page && out.label != no_term && out.label != term::page)
        out.pieces[0].label = out.label;
    if (out.numeric && (variable == Variable::number_of_pages || variable == Variable::number_of_volumes) &&
        out.pieces[0].particle.empty() && to_long(out.pieces[0].value) > 1)
        out.plural = true;
    out.pieces[0].several = out.plural;
    if (out.pieces.size() == 1 && is_fraction(out.pieces[0].value)) {
        out.numeric = true;
        out.plural = false;
        out.pieces[0].counts = false;
    }
    return out;
}

bool consists_of_numbers(std::string_view text, Variable variable, Words const& words) {
    auto const pieces = parse_number(text, variable, words, no_term, true).pieces;
    return std::all_of(pieces.begin(), pieces.end(),
                       [](NumberPiece const& piece) { return is_numeric_value(piece.value); });
}

void format_ranges(NumberField& field, Variable variable, bool is_page, PageRange format,
                   Words const& words) {
    if (!takes_range(variable)) return;
    auto const counts = !field.pieces.empty() && field.pieces[0].counts;
    if (!counts) {
        for (auto& piece : field.pieces)
            piece.joiner = range_delimiter(piece.joiner, variable, is_page, field.numeric, words);
        return;
    }
    for (std::size_t i = 1; i < field.pieces.size(); ++i) {
        auto const ranged = field.pieces[i - 1].joiner == "-";
        auto const alone = field.pieces[i].joiner != "-";
        if (!ranged || !alone) continue;
        if (field.pieces[i - 1].value.empty() || field.pieces[i].value.empty()) continue;
        format_range(field, i, variable, is_page, format, words);
    }
}

std::string format_number(std::string_view value, NumberForm form, Gender gender, Words const& words) {
    // "12a", "1.5" and "007" have no ordinal.
    if (form == NumberForm::numeric || !is_all_digits(value) || value[0] == '0') return std::string(value);
    auto const number = to_long(value);
    if (number == 0) return std::string(value);  // more digits than any number that is counted has
    switch (form) {
        case NumberForm::ordinal: return concat(std::to_string(number), words.ordinal_suffix(number, gender));
        case NumberForm::long_ordinal: {
            if (number < 1 || number > 10)
                return concat(std::to_string(number), words.ordinal_suffix(number, gender));
            auto const term = static_cast<Term>(term::long_ordinal_01 + number - 1);
            auto const text = words.get(term, TermForm::long_, false, gender);
            return text.empty() ? concat(std::to_string(number), words.ordinal_suffix(number, gender))
                                : std::string(text);
        }
        case NumberForm::roman: return number > 0 && number < 6000 ? roman(number) : std::string(value);
        default: return std::string(value);
    }
}

std::string year_suffix_letters(int number) {
    std::string out;
    for (auto rest = number + 1; rest > 0;) {
        auto const digit = rest % 26 == 0 ? 26 : rest % 26;
        out.insert(out.begin(), static_cast<char>('a' + digit - 1));
        rest = (rest - digit) / 26;
    }
    return out;
}

}  // namespace fonds::csl
