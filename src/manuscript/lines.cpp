// The lines of a text with their places.

#include "manuscript/lines.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {
namespace {

constexpr std::size_t tab_width = 4;

void measure_indent(std::string_view text, Line& line) {
    line.content = line.span.begin;
    while (line.content < line.span.end) {
        std::size_t width = 1;
        std::size_t columns = 1;
        char const c = text[line.content];
        if (c == '\t') columns = tab_width - line.indent % tab_width;
        else if (text.substr(line.content, 2) == "\u00A0") width = 2;
        else if (c != ' ' && c != '\f' && c != '\v') break;
        line.content += width;
        line.indent += columns;
    }
    if (line.content > line.span.end) line.content = line.span.end;
}

}  // namespace

std::vector<Line> split_lines(std::string_view text, std::size_t begin) {
    std::vector<Line> lines;
    while (begin < text.size()) {
        auto end = text.find_first_of("\r\n", begin);
        if (end == std::string_view::npos) end = text.size();
        Line line;
        line.span = {begin, end};
        line.next = end;
        if (line.next < text.size()) line.next += text.substr(end, 2) == "\r\n" ? 2 : 1;
        measure_indent(text, line);
        line.opens = lines.empty() || lines.back().blank() ||
                     text.substr(begin, line.content - begin).find('\f') != std::string_view::npos;
        lines.push_back(line);
        begin = line.next;
    }
    return lines;
}

bool is_rule(std::string_view line) {
    constexpr std::u32string_view marks = U"_-=*~—–─";
    std::size_t strokes = 0;
    line = trim(line);
    auto const first = line.empty() ? U' ' : decode(line, 0).value;
    if (marks.find(first) == std::u32string_view::npos) return false;
    for (std::size_t at = 0; at < line.size(); at += decode(line, at).size) {
        auto const point = decode(line, at).value;
        if (point == first) ++strokes;
        else if (!is_space(point)) return false;
    }
    return strokes >= 3;
}

}  // namespace fonds
