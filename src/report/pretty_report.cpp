// For people at a terminal: an excerpt, the place underlined, what to write instead.

#include <algorithm>
#include <fonds/check.hpp>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "report/place.hpp"

namespace fonds::reporting {
namespace {

// ECMA-48, 8.3.117 (SGR).
class Paint {
  public:
    explicit Paint(bool on) : on_(on) {}
    [[nodiscard]] std::string operator()(std::string_view code, std::string_view text) const {
        return on_ ? concat("\x1b[", code, "m", text, "\x1b[0m") : std::string(text);
    }

  private:
    bool on_;
};

constexpr std::string_view bold = "1";
constexpr std::string_view blue = "1;34";

std::string_view colour_of(Severity severity) {
    switch (severity) {
        case Severity::error: return "1;31";
        case Severity::warning: return "1;33";
        case Severity::note: break;
    }
    return "1;36";
}

/// A piece of one line, ready to be shown, with the place in it in terminal columns.
struct Excerpt {
    std::string text;
    std::size_t before = 0;  ///< columns before the place
    std::size_t under = 0;   ///< columns of the place
};

void append_shown(std::string& out, char32_t c, std::size_t& columns) {
    c = visible(c);
    append_utf8(out, c);
    columns += display_width(c);
}

struct Window {
    std::size_t begin;
    std::size_t end;
};

// As much of the line around the place as the width allows.
Window window_around(std::string_view text, Span line, Span place, std::size_t width) {
    Window window{place.begin, std::min(place.end, line.end)};
    std::size_t used = 0;
    auto const shown = [&](std::size_t at) { return display_width(decode(text, at).value); };
    for (auto at = window.begin; at < window.end; at += decode(text, at).size) {
        used += shown(at);
        if (used >= width * 3 / 4) window.end = at;
    }
    bool grew = true;
    while (grew && used < width) {
        grew = false;
        if (window.begin > line.begin) {
            window.begin -= decode_before(text, window.begin).size;
            used += shown(window.begin);
            grew = true;
        }
        if (window.end < line.end && used < width) {
            used += shown(window.end);
            window.end += decode(text, window.end).size;
            grew = true;
        }
    }
    return window;
}

Excerpt excerpt_of(Place const& place, std::size_t width) {
    auto const text = place.index->text();
    auto line = place.index->line(place.begin.position.line);
    auto const at_place = Span{std::min(place.span.begin, line.end), std::min(place.span.end, line.end)};
    while (line.begin < at_place.begin && is_ascii_space(text[line.begin])) ++line.begin;
    auto const window = window_around(text, line, at_place, width);
    Excerpt excerpt;
    std::size_t columns = 0;
    if (window.begin > line.begin) append_shown(excerpt.text, U'…', columns);
    for (auto at = window.begin; at < window.end;) {
        if (at == at_place.begin) excerpt.before = columns;
        auto const c = decode(text, at);
        append_shown(excerpt.text, c.value, columns);
        at += c.size;
        if (at <= at_place.end) excerpt.under = columns > excerpt.before ? columns - excerpt.before : 0;
    }
    if (at_place.begin >= window.end) excerpt.before = columns;
    if (window.end < line.end) append_shown(excerpt.text, U'…', columns);
    if (at_place.empty()) excerpt.under = 0;
    excerpt.under = std::max<std::size_t>(excerpt.under, 1);
    return excerpt;
}

std::string where(Place const& place) {
    auto const name = visible(place.file);
    if (place.in_file) {
        auto const note = place.note.empty() ? std::string() : concat("  (", place.note, ")");
        return concat(name, ":", std::to_string(place.begin.position.line), ":",
                      std::to_string(place.begin.position.column), note);
    }
    if (place.note.empty()) return name;
    return concat(name, ", ", place.note, ", character ", std::to_string(place.begin.code_point + 1));
}

// Breaks at spaces; the first line begins in `column`, further ones are indented.
std::string wrapped(std::string_view text, std::size_t width, std::size_t column, std::size_t indent) {
    std::string out;
    for (auto const word : split(text, ' ')) {
        auto const length = count_code_points(word);
        if (!out.empty() && column + length >= width) {
            out += "\n" + std::string(indent, ' ');
            column = indent;
        } else if (!out.empty()) {
            out += ' ';
        }
        out += word;
        column += length + 1;
    }
    return out;
}

class PrettyReport final : public Reporter {
  public:
    explicit PrettyReport(ReportOptions const& options)
        : paint_(options.colour), width_(std::max<std::size_t>(options.width, 40)) {}

    std::string add(CheckedFile const& file) override {
        Places const places(file);
        tally_.add(file);
        ++files_;
        std::string out;
        for (auto const& finding : file.findings) show(out, places, finding);
        return out;
    }

    std::string end(std::vector<Error> const& errors) override {
        auto const files = files_ == 1 ? std::string() : concat(std::to_string(files_), " files: ");
        auto const unread =
            errors.empty() ? std::string() : concat(", ", std::to_string(errors.size()), " not read");
        return concat(paint_(bold, files + tally_.words() + unread), "\n");
    }

  private:
    void show(std::string& out, Places const& places, Diagnostic const& finding) const {
        auto const colour = colour_of(finding.severity);
        auto const head = concat(to_string(finding.severity), "[", finding.rule, "]");
        out += concat(paint_(colour, head), paint_(bold, ": "),
                      paint_(bold, wrapped(visible(finding.message), width_, head.size() + 2, 2)), "\n");
        show_place(out, places.of(finding), colour);
        for (auto const& related : finding.related)
            show_related(out, places.of(related.note, related.span), related.message);
        if (!finding.fixes.empty()) {
            auto const& fix = finding.fixes.front();
            out += concat("   ", paint_(blue, "="), " fix: ", visible(fix.description),
                          fix.safe ? "" : " (doubtful: only with --fix=all)", "\n");
        }
        out += "\n";
    }

    void show_place(std::string& out, Place const& place, std::string_view colour) const {
        auto const number = place.in_file ? std::to_string(place.begin.position.line) : std::string();
        std::string const margin(std::max<std::size_t>(number.size(), 2), ' ');
        auto const excerpt = excerpt_of(place, width_ - margin.size() - 5);
        auto const mark = std::string(excerpt.before, ' ') + paint_(colour, std::string(excerpt.under, '^'));
        out += concat(margin, paint_(blue, "-->"), " ", where(place), "\n");
        out += concat(margin, " ", paint_(blue, "|"), "\n");
        out += concat(paint_(blue, number + margin.substr(std::min(number.size(), margin.size()))), " ",
                      paint_(blue, "|"), " ", excerpt.text, "\n");
        out += concat(margin, " ", paint_(blue, "|"), " ", mark, "\n");
    }

    void show_related(std::string& out, Place const& place, std::string_view message) const {
        auto const excerpt = excerpt_of(place, width_ - 8);
        out += concat("   ", paint_(blue, "="), " ", visible(message), ": ", where(place), "\n");
        out += concat("     ", excerpt.text, "\n");
    }

    Paint paint_;
    std::size_t width_;
    Tally tally_;
    std::size_t files_ = 0;
};

}  // namespace

std::unique_ptr<Reporter> make_pretty(ReportOptions const& options) {
    return std::make_unique<PrettyReport>(options);
}

}  // namespace fonds::reporting
