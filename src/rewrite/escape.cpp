// Plain text as each manuscript format writes it.

#include "base/text.hpp"
#include "rewrite/splice.hpp"
#include "wire/json.hpp"
#include "wire/xml.hpp"

namespace fonds {
namespace {

std::string for_xml(std::string_view text) {
    std::string out;
    xml::append_escaped(out, replace_all(text, "\n", " "));
    return replace_all(out, "&quot;", "\"");
}

// Spaces after the first one of a run are elements (ODF 1.3 part 3, §6.1.3).
std::string for_odt(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        auto end = at;
        while (end < text.size() && text[end] == ' ') ++end;
        if (end > at) {
            out += ' ';
            if (end - at > 1) out += "<text:s text:c=\"" + std::to_string(end - at - 1) + "\"/>";
        } else {
            end = std::min(text.find(' ', at), text.size());
            out += for_xml(text.substr(at, end - at));
        }
        at = end;
    }
    return out;
}

std::string for_latex(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const c = text[at];
        if (text.substr(at, 2) == "\u00A0") {
            out += '~';
            ++at;
        } else if (text.substr(at, 3) == "–" || text.substr(at, 3) == "—") {
            out += text.substr(at, 3) == "–" ? "--" : "---";
            at += 2;
        } else if (c == '\\') {
            out += "\\textbackslash{}";
        } else if (c == '~') {
            out += "\\textasciitilde{}";
        } else if (c == '^') {
            out += "\\textasciicircum{}";
        } else {
            if (std::string_view("#$%&_{}").find(c) != std::string_view::npos) out += '\\';
            out += c;
        }
    }
    return out;
}

// An underscore within a word opens no emphasis (CommonMark 0.31 §6.2).
std::string for_markdown(std::string_view text) {
    auto const in_word = [&](std::size_t at) {
        auto const is_word = [](char c) { return is_ascii_letter(c) || is_digit(c); };
        return at > 0 && at + 1 < text.size() && is_word(text[at - 1]) && is_word(text[at + 1]);
    };
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const c = text[at];
        if (std::string_view("\\*`[]<").find(c) != std::string_view::npos || (c == '_' && !in_word(at)))
            out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

std::string for_json(std::string_view text) {
    std::string out;
    json::append_string(out, text);
    return out.substr(1, out.size() - 2);
}

}  // namespace

std::string escaped_for(std::string_view format, std::string_view text) {
    if (format == "docx" || format == "html" || format == "tei") return for_xml(text);
    if (format == "odt") return for_odt(text);
    if (format == "tex") return for_latex(text);
    if (format == "md") return for_markdown(text);
    if (format == "notes") return for_json(text);
    return replace_all(text, "\n", " ");
}

}  // namespace fonds
