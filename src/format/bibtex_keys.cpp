// Citation keys by pattern.

#include "format/bibtex_keys.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;
constexpr auto npos = string_view::npos;

constexpr auto key_bytes = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0x21; byte < table.size(); ++byte) table[byte] = byte != 0x7F;
    for (char const sign : string_view(",\"{}()%#=~\\'")) table[static_cast<unsigned char>(sign)] = false;
    return table;
}();
bool fits_key(char c) { return key_bytes[static_cast<unsigned char>(c)]; }

struct Latin {
    char32_t letter;
    string_view text;
};
// Letters that do not come apart into a Latin one and marks; Russian as BGN/PCGN 1947 has it, without signs.
constexpr auto latin = std::to_array<Latin>({
    {U'ß', "ss"},   {U'æ', "ae"}, {U'ø', "o"},  {U'đ', "d"},  {U'ð', "d"},  {U'þ', "th"}, {U'ł', "l"},
    {U'œ', "oe"},   {U'ı', "i"},  {U'а', "a"},  {U'б', "b"},  {U'в', "v"},  {U'г', "g"},  {U'д', "d"},
    {U'е', "e"},    {U'ё', "e"},  {U'ж', "zh"}, {U'з', "z"},  {U'и', "i"},  {U'й', "i"},  {U'к', "k"},
    {U'л', "l"},    {U'м', "m"},  {U'н', "n"},  {U'о', "o"},  {U'п', "p"},  {U'р', "r"},  {U'с', "s"},
    {U'т', "t"},    {U'у', "u"},  {U'ф', "f"},  {U'х', "kh"}, {U'ц', "ts"}, {U'ч', "ch"}, {U'ш', "sh"},
    {U'щ', "shch"}, {U'ъ', ""},   {U'ы', "y"},  {U'ь', ""},   {U'э', "e"},  {U'ю', "yu"}, {U'я', "ya"},
    {U'і', "i"},    {U'ї', "i"},  {U'є', "ie"}, {U'ґ', "g"},
});

std::string to_latin(string_view text) {
    std::string out;
    auto const apart = to_nfd(text);
    for (std::size_t at = 0; at < apart.size();) {
        auto const point = decode(apart, at);
        at += point.size;
        if (is_mark(point.value)) continue;
        auto const small = to_lower(point.value);
        auto const row =
            std::find_if(latin.begin(), latin.end(), [&](Latin const& l) { return l.letter == small; });
        if (row == latin.end()) {
            append_utf8(out, point.value);
        } else if (small != point.value && !row->text.empty()) {
            out += static_cast<char>(row->text.front() - ('a' - 'A'));
            out += row->text.substr(1);
        } else {
            out += row->text;
        }
    }
    return out;
}

// Words of letters and digits, without CSL's tags.
std::vector<std::string> words_of(string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '<') {
            auto const end = text.find('>', at);
            if (end != npos && end - at < 60) {
                at = end + 1;
                continue;
            }
        }
        auto const point = decode(text, at);
        if (is_letter(point.value) || is_number(point.value) || is_mark(point.value)) {
            word.append(text, at, point.size);
        } else if (!word.empty() && point.value != '\'' && point.value != 0x2019) {
            words.push_back(std::exchange(word, {}));
        }
        at += point.size;
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

bool is_function_word(string_view word) {
    static constexpr auto list = std::to_array<string_view>({
        "a",   "an",   "and", "at",   "by",   "das", "de", "der", "des", "die", "du",
        "ein", "eine", "for", "from", "in",   "la",  "le", "les", "of",  "on",  "or",
        "the", "to",   "und", "von",  "with", "в",   "и",  "на",  "о",   "об",  "от",
    });
    auto const small = to_lower(word);
    return contains(list, small);
}

std::string join_words(string_view text, std::size_t limit, bool significant) {
    std::string out;
    for (auto const& word : words_of(text)) {
        if (significant && is_function_word(word)) continue;
        if (limit-- == 0) break;
        auto plain = to_latin(word);
        if (!plain.empty()) plain[0] = ascii_upper(plain[0]);
        out += plain;
    }
    return out;
}

std::string family(Name const& name) {
    std::string out;
    for (auto const& word : words_of(name.literal.empty() ? name.family : name.literal)) {
        out += to_latin(word);
        if (!name.literal.empty()) break;
    }
    return out;
}

std::string authors(Item const& item, std::size_t limit) {
    std::string out;
    for (auto const variable : {Variable::author, Variable::editor, Variable::compiler}) {
        auto const* names = item.names.find(variable);
        if (names == nullptr) continue;
        for (std::size_t i = 0; i < names->size() && i < limit; ++i) out += family((*names)[i]);
        return out;
    }
    return out;
}

std::string date(Item const& item, bool whole) {
    auto const* issued = item.dates.find(Variable::issued);
    if (issued == nullptr || issued->start.year == 0) return {};
    if (!whole) return std::to_string(issued->start.year < 0 ? -issued->start.year : issued->start.year);
    Date first;
    first.start = issued->start;
    return to_edtf(first);
}

std::string field(string_view name, Item const& item) {
    if (name == "auth" || name == "Auth") return authors(item, 1);
    if (name == "authors") return authors(item, 100);
    if (name == "editor") {
        auto const* names = item.names.find(Variable::editor);
        return names ? family(names->front()) : std::string();
    }
    if (name == "year") return date(item, false);
    if (name == "shortyear") {
        auto const year = date(item, false);
        return year.size() > 2 ? year.substr(year.size() - 2) : year;
    }
    if (name == "date") return date(item, true);
    if (name == "title") return join_words(item.text(Variable::title), 1000, true);
    if (name == "shorttitle") return join_words(item.text(Variable::title), 3, true);
    if (name == "veryshorttitle") return join_words(item.text(Variable::title), 1, true);
    if (name == "journal") return join_words(item.text(Variable::container_title), 1000, true);
    if (name == "type") return std::string(to_string(item.type));
    if (name == "archive") {
        auto const written = item.text(Variable::archive);
        return join_words(written.empty() ? string_view(item.reference.repository) : written, 3, true);
    }
    return {};
}

std::string modify(std::string text, string_view modifier) {
    if (modifier == "lower") return to_lower(text);
    if (modifier == "upper") return to_upper(text);
    if (is_all_digits(modifier) && modifier.size() < 4) {
        std::size_t at = 0;
        for (int left = std::stoi(std::string(modifier)); left > 0 && at < text.size(); --left)
            at += decode(text, at).size;
        text.resize(at);
    }
    return text;
}

}  // namespace

bool is_key(string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), fits_key); }

std::string to_key(string_view text) {
    if (is_key(text)) return std::string(text);
    std::string out;
    for (char const c : text) {
        if (fits_key(c)) out += c;
        else if (is_ascii_space(c) && !out.empty() && out.back() != '-') out += '-';
    }
    return out.empty() ? std::string("entry") : out;
}

std::string key_by_pattern(string_view pattern, Item const& item) {
    std::string out;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        auto const end = pattern[at] == '[' ? pattern.find(']', at) : npos;
        if (end == npos) {
            out += pattern[at];
            continue;
        }
        auto const inside = pattern.substr(at + 1, end - at - 1);
        auto const colon = inside.find(':');
        auto text = field(inside.substr(0, colon), item);
        if (inside.starts_with("Auth") && !text.empty()) text[0] = ascii_upper(text[0]);
        out += colon == npos ? text : modify(std::move(text), inside.substr(colon + 1));
        at = end;
    }
    return to_key(out);
}

std::string KeyMaker::unique(std::string wanted) {
    auto const small = to_lower(wanted);
    if (given_.insert(small)) return wanted;
    for (auto& tried = tried_[small];;) {
        std::string suffix;
        for (auto rest = ++tried; rest > 0; rest = (rest - 1) / 26)
            suffix.insert(suffix.begin(), static_cast<char>('a' + (rest - 1) % 26));
        if (given_.insert(small + suffix)) return wanted + suffix;
    }
}

}  // namespace fonds::bibtex
