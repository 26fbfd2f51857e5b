// Notes at the foot of a page that go on at the foot of the next.

#include "manuscript/plain_pages.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {
namespace {

/// Without a rule above it, what stands directly above a page's notes is theirs only where it is short.
constexpr std::size_t maximum_lines_without_rule = 8;

class Pages {
  public:
    Pages(std::string_view text, std::vector<Line> const& lines) : text_(text), lines_(lines) {
        std::size_t page = 0;
        std::size_t at = 0;
        for (auto const& line : lines) {
            page += static_cast<std::size_t>(
                std::count(text.begin() + static_cast<std::ptrdiff_t>(at),
                           text.begin() + static_cast<std::ptrdiff_t>(line.content), '\f'));
            at = line.content;
            page_of_.push_back(page);
        }
    }

    [[nodiscard]] std::size_t of(std::size_t line) const { return page_of_[line]; }
    [[nodiscard]] bool are_marked() const { return !page_of_.empty() && page_of_.back() > 0; }

    // The text at the foot of a page above the line `next`, where a note begins or the page has ended;
    // `after` is the last line of the note before it.
    [[nodiscard]] std::optional<Extent> foot_above(std::size_t next, std::size_t after, bool is_note) const {
        auto last = next;
        while (last > after + 1 && lines_[last - 1].blank()) --last;
        if (last == after + 1) return std::nullopt;
        auto const page = of(last - 1);
        auto first = last;
        while (first > after + 1 && of(first - 1) == page && !is_foot_rule(text_, lines_, first - 1)) --first;
        bool const has_rule = first > after + 1 && of(first - 1) == page;
        if (!has_rule) first = paragraph_above(last - 1, after);
        while (first < last && lines_[first].blank()) ++first;
        if (first >= last) return std::nullopt;
        if (has_rule && (!are_marked() || of(first) > of(after))) return Extent{first, last - 1};
        // Only what touches the notes of its page, and does not begin the page itself.
        bool const touches = is_note && last == next && last - first <= maximum_lines_without_rule;
        bool const begins_page = first == 0 || of(first - 1) != page || all_blank_above(first);
        if (touches && are_marked() && of(first) > of(after) && !begins_page) return Extent{first, last - 1};
        return std::nullopt;
    }

    // Whether a note stops in mid-sentence at the end of its page.
    [[nodiscard]] bool has_no_end(std::size_t line) const {
        auto const text = trim(slice(text_, lines_[line].span));
        if (text.empty()) return false;
        auto const last = decode_before(text, text.size()).value;
        return is_letter(last) || is_number(last) || last == ',' || last == ';' || last == '-' || last == ':';
    }
    // Whether a text goes on with a sentence.
    [[nodiscard]] bool has_no_beginning(std::size_t line) const {
        return is_lower(decode(text_, lines_[line].content).value);
    }

  private:
    [[nodiscard]] std::size_t paragraph_above(std::size_t line, std::size_t after) const {
        while (line > after + 1 && !lines_[line].opens) --line;
        return line;
    }
    [[nodiscard]] bool all_blank_above(std::size_t line) const {
        for (auto above = line; above > 0 && of(above - 1) == of(line); --above)
            if (!lines_[above - 1].blank()) return false;
        return true;
    }

    std::string_view text_;
    std::vector<Line> const& lines_;
    std::vector<std::size_t> page_of_;
};

}  // namespace

bool is_foot_rule(std::string_view text, std::vector<Line> const& lines, std::size_t line) {
    if (!lines[line].opens || lines[line].blank()) return false;
    auto const content = slice(text, {lines[line].content, lines[line].span.end});
    return content.front() != '*' && is_rule(content);
}

std::map<std::size_t, std::vector<Extent>> find_continuations(std::string_view text,
                                                              std::vector<Line> const& lines,
                                                              std::vector<Extent> const& notes) {
    std::map<std::size_t, std::vector<Extent>> out;
    Pages const pages(text, lines);
    for (std::size_t i = 0; i < notes.size(); ++i) {
        auto const end = i + 1 < notes.size() ? notes[i + 1].first : lines.size();
        auto last = notes[i].last;
        // The ends of the pages that lie between, then the next note.
        for (auto page_end = last + 1; page_end <= end; ++page_end) {
            bool const is_end = page_end == end;
            bool const ends_page =
                pages.are_marked() && page_end < lines.size() && pages.of(page_end) != pages.of(page_end - 1);
            if (!is_end && !ends_page) continue;
            bool const is_note = is_end && i + 1 < notes.size();
            if (is_end && !is_note && !pages.are_marked()) break;
            auto const rest = pages.foot_above(page_end, last, is_note);
            if (!rest) continue;
            if (!pages.has_no_end(last) && !pages.has_no_beginning(rest->first)) continue;
            out[notes[i].first].push_back(*rest);
            last = rest->last;
        }
    }
    return out;
}

}  // namespace fonds
