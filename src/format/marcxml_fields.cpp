// Fields of MARC 21.

#include "format/marcxml_fields.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.hpp"
#include "format/field_text.hpp"
#include "format/xml_records.hpp"

namespace fonds::marcxml {
namespace {

char code_at(std::string_view codes, std::size_t at) { return at < codes.size() ? codes[at] : ' '; }

}  // namespace

std::string without_isbd(std::string text, FullStop stop) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '/' || text.back() == ':' ||
                             text.back() == ';' || text.back() == ',' || text.back() == '='))
        text.pop_back();
    if (stop == FullStop::of_text) return text;
    // A full stop ends an area, unless it belongs to an initial or abbreviation.
    auto const word = text.size() - std::min(text.size(), text.find_last_of(" .,", text.size() - 2) + 1);
    if (text.size() > 1 && text.ends_with('.') && word > 4) text.pop_back();
    return text;
}

std::string with_latin_commas(std::string_view name) { return replace_all(name, "،", ","); }

std::string subfield(xml::Node field, char code) {
    for (auto const child : field.elements())
        if (child["code"].size() == 1 && child["code"][0] == code) return text_of(child);
    return {};
}

std::string subfields(xml::Node field, std::string_view codes, std::string_view separator) {
    std::string out;
    for (auto const child : field.elements()) {
        auto const code = child["code"];
        if (code.size() != 1 || codes.find(code[0]) == std::string_view::npos) continue;
        auto const text = text_of(child);
        if (!text.empty()) out += (out.empty() ? "" : std::string(separator)) + text;
    }
    return out;
}

std::string subject_heading(xml::Node field, std::string_view name_codes, std::string_view name_separator,
                            std::string_view subdivisions) {
    std::string out;
    for (auto const child : field.elements()) {
        auto const code = child["code"];
        auto const text = text_of(child);
        if (code.size() != 1 || text.empty()) continue;
        bool const of_name = name_codes.find(code[0]) != std::string_view::npos;
        if (!of_name && subdivisions.find(code[0]) == std::string_view::npos) continue;
        if (!out.empty()) out += of_name ? name_separator : "--";
        out += text;
    }
    return out;
}

void keep_but(std::string_view codes, xml::Node field, Item& item) {
    std::string value;
    for (auto const child : field.elements()) {
        auto const code = child["code"];
        bool const of_control = !codes.empty() && !code.empty() && is_digit(code[0]);
        if (of_control || (code.size() == 1 && codes.find(code[0]) != std::string_view::npos)) continue;
        value += concat(value.empty() ? "$" : " $", code, " ", text_of(child));
    }
    if (!value.empty()) item.foreign.push_back({"marcxml", std::string(field["tag"]), std::move(value)});
}

void set(Variable variable, std::string const& text, xml::Node field, Item& item) {
    if (!set_if_absent(item, variable, text)) keep_but("", field, item);
}

bool read_place_in_host(std::string_view place, Item& item) {
    struct Label {
        std::string_view word;
        Variable variable;
    };
    static constexpr auto fields = std::to_array<Label>(
        {{"volume:", Variable::volume}, {"number:", Variable::issue}, {"pages:", Variable::page}});
    for (auto const& [word, variable] : fields)
        if (place.starts_with(word)) return set_if_absent(item, variable, trim(place.substr(word.size())));
    static constexpr auto words = std::to_array<Label>({
        {"vol. ", Variable::volume},
        {"v. ", Variable::volume},
        {"bd. ", Variable::volume},
        {"no. ", Variable::issue},
        {"nr. ", Variable::issue},
        {"n. ", Variable::issue},
        {"pp. ", Variable::page},
        {"p. ", Variable::page},
        {"s. ", Variable::page},
        {"seite ", Variable::page},
        {"seiten ", Variable::page},
    });
    for (auto piece : split(place, ',')) {
        piece = trim(piece);
        auto const small = ascii_lower(piece);
        auto const label = std::find_if(words.begin(), words.end(),
                                        [&](Label const& row) { return small.starts_with(row.word); });
        auto const number = piece.substr(0, std::min(piece.find_first_not_of("0123456789"), piece.size()));
        auto const after = trim(piece.substr(number.size()));
        if (label != words.end()) {
            piece = piece.substr(label->word.size());
            set_if_absent(item, label->variable, trim(piece.substr(0, piece.find_first_of("(;"))));
        } else if (!number.empty() && (after.starts_with('(') || after.starts_with('.'))) {
            set_if_absent(item, Variable::volume, number);
        } else if (!number.empty() && after.empty() && item.texts.find(Variable::volume)) {
            set_if_absent(item, Variable::issue, number);
        }
    }
    return false;
}

ItemType type_of_leader(std::string_view leader) {
    static constexpr std::array<std::pair<char, ItemType>, 9> kinds = {{
        {'e', ItemType::map},
        {'f', ItemType::map},
        {'g', ItemType::motion_picture},
        {'i', ItemType::song},
        {'j', ItemType::song},
        {'k', ItemType::graphic},
        {'m', ItemType::software},
        {'c', ItemType::musical_score},
        {'d', ItemType::musical_score},
    }};
    char const kind = code_at(leader, 6);
    char const level = code_at(leader, 7);
    bool const is_archival = kind == 'p' || (kind == 't' && code_at(leader, 8) == 'a');
    if (is_archival) return level == 'd' || level == 'm' ? ItemType::manuscript : ItemType::collection;
    if (kind == 't') return ItemType::manuscript;
    if (kind == 'a' && level == 'a') return ItemType::chapter;
    if (kind == 'a' && level == 'b') return ItemType::article_journal;
    if (kind == 'a' && level == 's') return ItemType::periodical;
    auto const known =
        std::find_if(kinds.begin(), kinds.end(), [&](auto const& row) { return row.first == kind; });
    return known == kinds.end() ? ItemType::book : known->second;
}

bool describes_no_work(std::string_view leader) {
    char const kind = code_at(leader, 6);
    return kind == 'x' || kind == 'y' || kind == 'z';
}

void add_thesis(ThesisNote note, Item& item) {
    bool const text = item.type == ItemType::book || item.type == ItemType::manuscript;
    if (!text || !item.text(Variable::publisher).empty()) return;
    item.type = ItemType::thesis;
    if (!note.degree.empty()) item.texts.set(Variable::genre, std::move(note.degree));
    set_if_absent(item, Variable::publisher, note.university);
}

Date coded_dates(std::string_view fixed) {
    if (fixed.size() < 15) return {};
    auto const first = fixed.substr(7, 4);
    auto const last = fixed.substr(11, 4);
    if (!is_all_digits(first)) return {};
    if (last == "9999" && (fixed[6] == 'c' || fixed[6] == 'm')) return read_date_text(concat(first, "/.."));
    bool const range = std::string_view("dikmq").find(fixed[6]) != std::string_view::npos;
    if (range && is_all_digits(last) && last != first && last != "9999") {
        auto date = read_date_text(concat(first, "/", last));
        date.uncertain = fixed[6] == 'q';
        return date;
    }
    return read_date_text(first);
}

std::string coded_language(std::string_view fixed) {
    if (fixed.size() < 38) return {};
    auto const code = trim(fixed.substr(35, 3));
    bool const is_language = code.size() == 3 && code != "und" && code != "zxx" && is_ascii_letter(code[0]);
    return is_language ? std::string(code) : std::string();
}

Date written_date(std::string_view text, std::string_view fixed) {
    auto trimmed = without_isbd(std::string(text));
    while (trimmed.ends_with('.')) trimmed.pop_back();
    if (trimmed.starts_with("c") && trimmed.size() == 5) trimmed.erase(0, 1);
    if (trimmed.empty()) return {};
    auto date = read_date_text(trimmed);
    if (date.literal.empty()) return date;
    // Words that nobody reads as a date stand beside the coded one.
    auto coded = coded_dates(fixed);
    if (!coded.empty()) coded.raw = trimmed;
    return coded.empty() ? date : coded;
}

}  // namespace fonds::marcxml
