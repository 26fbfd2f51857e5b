// Field values as tagged and XML formats write them.

#include "format/field_text.hpp"

#include <algorithm>

#include "base/diagnostic.hpp"
#include "base/encodings.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "format/date_words.hpp"

namespace fonds {

std::string collapse_space(std::string_view text) {
    std::string out;
    for (char const c : trim(text)) {
        bool const space = is_ascii_space(c);
        if (!space) out += c;
        else if (out.back() != ' ') out += ' ';
    }
    return out;
}

std::string without_life_dates(std::string name) {
    auto const open = name.find_last_of("[(");
    if (open != std::string::npos && open > 0 &&
        std::none_of(name.begin() + static_cast<std::ptrdiff_t>(open), name.end(), is_ascii_letter))
        name = std::string(trim(std::string_view(name).substr(0, open)));
    auto const word = name.size() - std::min(name.size(), name.find_last_of(" ,") + 1);
    if (name.ends_with('.') && word > 4 && name.find('.') == name.size() - 1) name.pop_back();
    return name;
}

Name read_inverted_name(std::string_view text) {
    text = trim(text);
    Name name;
    // A body, as BibTeX's users keep its words together.
    if (text.size() > 2 && text.front() == '{' && text.find_first_of("{}", 1) == text.size() - 1) {
        name.literal = trim(text.substr(1, text.size() - 2));
        return name;
    }
    auto const comma = text.find(',');
    auto const family = trim(text.substr(0, comma));
    auto rest = comma == std::string_view::npos ? std::string_view() : trim(text.substr(comma + 1));
    if (rest.empty()) {
        name.literal = family;
        return name;
    }
    name.family = family;
    auto const second = rest.find(',');
    name.given = trim(rest.substr(0, second));
    if (second != std::string_view::npos) name.suffix = trim(rest.substr(second + 1));
    return name;
}

std::string write_inverted_name(Name const& name) {
    if (!name.literal.empty()) return name.literal;
    std::string family = name.non_dropping_particle;
    if (!family.empty() && !name.family.empty()) family += ' ';
    family += name.family;
    std::string given = name.given;
    if (!name.dropping_particle.empty()) given += (given.empty() ? "" : " ") + name.dropping_particle;
    if (given.empty() && name.suffix.empty()) return family;
    family += ", " + given;
    if (!name.suffix.empty()) family += ", " + name.suffix;
    return family;
}

std::string join_keywords(std::vector<std::string> const& keywords) {
    bool const comma = std::any_of(keywords.begin(), keywords.end(), [](std::string const& word) {
        return word.find(',') != std::string::npos;
    });
    return join(keywords, comma ? "; " : ", ");
}

std::vector<std::string> split_keywords(std::string_view keyword) {
    std::vector<std::string> keywords;
    for (auto const word : split(keyword, keyword.find(';') != std::string_view::npos ? ';' : ','))
        if (auto const content = trim(word); !content.empty()) keywords.emplace_back(content);
    return keywords;
}

bool looks_like_isbn(std::string_view text) {
    auto const digits = std::count_if(text.begin(), text.end(), [](char c) { return is_digit(c); });
    bool const clean = std::all_of(text.begin(), text.end(), [](char c) {
        return is_digit(c) || c == '-' || c == ' ' || c == 'X' || c == 'x';
    });
    bool const check_letter = !text.empty() && ascii_lower(text.back()) == 'x';
    return clean && (digits == 13 || digits == 10 || (digits == 9 && check_letter));
}

bool looks_like_issn(std::string_view text) {
    if (text.size() != 9 || text[4] != '-') return false;
    return is_all_digits(text.substr(0, 4)) && is_all_digits(text.substr(5, 3)) &&
           (is_digit(text[8]) || ascii_lower(text[8]) == 'x');
}

std::string without_resolver(std::string_view doi) {
    for (std::string_view const prefix : {"https://doi.org/", "http://doi.org/", "https://dx.doi.org/",
                                          "http://dx.doi.org/", "doi:", "DOI:", "DOI "})
        if (doi.starts_with(prefix)) return std::string(trim(doi.substr(prefix.size())));
    return std::string(doi);
}

bool looks_like_doi(std::string_view text) {
    return text.starts_with("10.") && text.find('/') != std::string_view::npos &&
           text.find(' ') == std::string_view::npos;
}

std::pair<std::string, std::string> split_page_range(std::string_view pages) {
    auto const is_page = [](std::string_view page) {
        return !page.empty() && page.find_first_of(" ,;/-") == std::string_view::npos &&
               std::any_of(page.begin(), page.end(), [](char c) { return is_digit(c); });
    };
    for (std::string_view const dash : {"--", "–", "—", "-"}) {
        auto const at = pages.find(dash);
        if (at == std::string_view::npos) continue;
        auto const first = trim(pages.substr(0, at));
        auto const last = trim(pages.substr(at + dash.size()));
        if (is_page(first) && is_page(last) && last.find("–") == std::string_view::npos)
            return {std::string(first), std::string(last)};
        break;
    }
    return {std::string(pages), std::string()};
}

Date read_date_text(std::string_view text) {
    text = trim(text);
    Date date;
    if (text.empty()) return date;
    if (auto const understood = parse_date_words(text)) {
        date = *understood;
        if (to_edtf(date) != text) date.raw = text;
    } else {
        date.literal = text;
    }
    return date;
}

void append_text(Item& item, Variable variable, std::string_view text, std::string_view separator) {
    if (text.empty()) return;
    if (auto* value = item.texts.find(variable)) value->append(separator).append(text);
    else item.texts.set(variable, std::string(text));
}

bool set_if_absent(Item& item, Variable variable, std::string_view text) {
    if (text.empty()) return true;
    if (auto const* value = item.texts.find(variable)) return *value == text;
    item.texts.set(variable, std::string(text));
    return true;
}

void add_name(Item& item, Variable variable, Name name) {
    if (name.empty()) return;
    if (auto* names = item.names.find(variable)) names->push_back(std::move(name));
    else item.names.set(variable, {std::move(name)});
}

std::string_view decode_text(std::string_view bytes, std::string& storage,
                             std::vector<Diagnostic>& diagnostics) {
    if (is_utf16(bytes)) {
        storage = from_utf16(bytes);
        diagnostics.push_back(make_diagnostic("encoding-converted", Severity::note, {0, 2},
                                              "the text is UTF-16; places are those in its UTF-8 form"));
        return storage;
    }
    auto const at = first_ill_formed(bytes);
    if (at == bytes.size()) return bytes;
    storage = from_latin1(bytes);
    diagnostics.push_back(make_diagnostic(
        "encoding-guessed", Severity::warning, {at, at + 1},
        "the text is no UTF-8 and was read as windows-1252; save it as UTF-8 if letters are wrong"));
    return storage;
}

}  // namespace fonds
