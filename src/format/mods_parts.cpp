// Titles, names, dates and scales of MODS.

#include "format/mods_parts.hpp"

#include <utility>

#include "base/text.hpp"
#include "format/field_text.hpp"
#include "format/xml_records.hpp"

namespace fonds::mods {
namespace {

/// The dates of an origin, the one that says most of when the item came out first.
constexpr std::string_view origin_dates[] = {"dateIssued", "copyrightDate", "dateCreated", "dateOther"};

Date read_date(std::vector<xml::Node> const& nodes) {
    Date date;
    std::string start, end;
    for (auto const node : nodes) {
        auto text = with_hyphens(text_of(node));
        if (node["point"] == "end") end = text == "9999" ? ".." : text;
        else if (start.empty() || node["keyDate"] == "yes" || !node["encoding"].empty()) start = text;
        date.circa |= node["qualifier"] == "approximate" || node["qualifier"] == "inferred";
        date.uncertain |= node["qualifier"] == "questionable";
    }
    // Of a copyright or phonogram: "c1999", "©1999", "p1999".
    for (std::string_view const sign : {"c", "©", "p", "[c"})
        if (start.starts_with(sign) && start.size() >= sign.size() + 4 &&
            is_all_digits(start.substr(sign.size(), 4)))
            start.erase(0, sign.size());
    auto read = read_date_text(end.empty() ? start : start + "/" + end);
    read.circa |= date.circa;
    read.uncertain |= date.uncertain;
    return read;
}

// "United States. Army": a body goes by its own name behind that of the body it is of.
std::string add_part(std::string name, std::string const& part, bool person) {
    if (name.empty()) return part;
    return concat(name, person || name.ends_with('.') ? " " : ". ", part);
}

}  // namespace

std::vector<xml::Node> children(xml::Node node, std::string_view name) {
    std::vector<xml::Node> found;
    for (auto const child : node.elements())
        if (child.local_name() == name) found.push_back(child);
    return found;
}

std::string without_isbd(std::string text) {
    auto const end = text.find_last_not_of(" :;,/=");
    text.resize(end == std::string::npos ? 0 : end + 1);
    return text;
}

std::string read_title(xml::Node info) {
    auto title = child_text(info, "title");
    if (title.ends_with(" /") || title.ends_with(" :") || title.ends_with(" ="))
        title = without_isbd(std::move(title));
    if (auto const subtitle = child_text(info, "subTitle"); !subtitle.empty()) {
        if (title.ends_with(':')) title.pop_back();
        title = concat(trim(title), title.empty() ? "" : ": ", subtitle);
    }
    auto const article = child_text(info, "nonSort");
    if (article.empty()) return title;
    bool const joined = article.ends_with('\'') || article.ends_with("’");
    return concat(article, joined ? "" : " ", title);
}

bool is_container(std::string_view type) {
    auto const small = ascii_lower(type);
    for (std::string_view const known : {"box", "folder", "file", "reel", "carton", "item", "container"})
        if (small == known) return true;
    return false;
}

std::string with_hyphens(std::string text) {
    if (!is_all_digits(text) || (text.size() != 8 && text.size() != 6)) return text;
    auto out = text.substr(0, 4) + "-" + text.substr(4, 2);
    return text.size() == 8 ? out + "-" + text.substr(6, 2) : out;
}

std::string read_scale(std::string const& text) {
    auto const ratio = text.find("1:");
    if (ratio == std::string::npos) return text;
    auto end = text.find_first_not_of("0123456789,.", ratio + 2);
    end = text.find_last_of("0123456789", end == std::string::npos ? end : end - 1);
    return text.substr(ratio, end - ratio + 1);
}

Name read_name_parts(xml::Node node) {
    Name name;
    std::string whole;
    bool const person = node["type"] == "personal";
    for (auto const part : children(node, "namePart")) {
        auto const type = part["type"];
        auto const text = text_of(part);
        auto const join_to = [&](std::string& value) { value += (value.empty() ? "" : " ") + text; };
        if (type == "family") join_to(name.family);
        else if (type == "given") join_to(name.given);
        else if (type == "termsOfAddress") join_to(name.suffix);
        else if (type != "date") whole = add_part(std::move(whole), text, person);
    }
    if (!name.family.empty() || !name.given.empty()) {
        if (name.family.empty()) std::swap(name.family, name.given);
        return name;
    }
    if (whole.empty()) whole = child_text(node, "displayForm");
    if (person) whole = without_life_dates(std::move(whole));
    if (person || (node["type"].empty() && whole.find(',') != std::string::npos)) {
        auto inverted = read_inverted_name(whole);
        // Life dates at the end: "Ulmer, Fran, 1947-".
        if (!inverted.suffix.empty() && is_digit(inverted.suffix[0])) inverted.suffix.clear();
        if (!name.suffix.empty()) inverted.suffix = name.suffix;
        return inverted;
    }
    name.suffix.clear();
    name.literal = whole;
    return name;
}

std::string_view origin_date_name(xml::Node origin) {
    for (std::string_view const name : origin_dates)
        if (auto const nodes = children(origin, name); !nodes.empty() && !read_date(nodes).empty())
            return name;
    return {};
}

Date read_origin_date(xml::Node origin) {
    auto const name = origin_date_name(origin);
    return name.empty() ? Date{} : read_date(children(origin, name));
}

std::vector<xml::Node> other_dates(xml::Node origin, std::string_view used) {
    std::vector<xml::Node> out;
    for (std::string_view const name : origin_dates) {
        auto const nodes = children(origin, name);
        auto const told =
            !used.empty() && to_edtf(read_date(nodes)) == to_edtf(read_date(children(origin, used)));
        if (name != used && !told) out.insert(out.end(), nodes.begin(), nodes.end());
    }
    return out;
}

}  // namespace fonds::mods
