// The HTML report: one page, one card a note.

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "report/html.hpp"
#include "report/place.hpp"

namespace fonds::reporting {
namespace {

constexpr std::size_t words_around = 40;  ///< bytes of context in a repair's before and after

std::string anchor(std::size_t file, std::size_t note) {
    return concat("f", std::to_string(file), "n", std::to_string(note));
}

std::string base_name(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

// The text around a repair, before and after it.
std::string repair_html(std::string_view text, Fix const& fix) {
    if (fix.edits.empty()) return {};
    auto const& edit = fix.edits.front();
    auto begin = edit.span.begin > words_around ? edit.span.begin - words_around : 0;
    auto end = std::min(edit.span.end + words_around, text.size());
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    auto const before = escape_html(slice(text, {begin, edit.span.begin}));
    auto const after = escape_html(slice(text, {edit.span.end, end}));
    auto const more = fix.edits.size() > 1
                          ? concat(" <small>and ", std::to_string(fix.edits.size() - 1), " more</small>")
                          : std::string();
    return concat("<p class=\"fix\"><b>", fix.safe ? "fix" : "doubtful fix", "</b> …", before, "<del>",
                  escape_html(slice(text, edit.span)), "</del><ins>", escape_html(edit.replacement), "</ins>",
                  after, "…", more, "</p>");
}

class HtmlReport final : public Reporter {
  public:
    explicit HtmlReport(ReportOptions const& options) : options_(options) {}

    std::string add(CheckedFile const& file) override {
        auto const index = names_.size();
        names_.push_back(file.document.name);
        tally_.add(file);
        notes_ += file.notes.size();
        std::string out = concat("<section class=\"file\" id=\"f", std::to_string(index), "\"><h2>",
                                 escape_html(file.document.name), "</h2>");
        out += source_findings(file);
        for (std::size_t note = 0; note < file.notes.size(); ++note) out += note_card(file, index, note);
        body_ += out + "</section>\n";
        return {};
    }

    std::string end(std::vector<Error> const& errors) override {
        std::string unread;
        for (auto const& error : errors)
            unread += concat("<p class=\"unread\">", escape_html(to_string(error)), "</p>");
        auto const title =
            names_.size() == 1 ? base_name(names_.front()) : concat(std::to_string(names_.size()), " files");
        return concat(
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
            "content=\"width=device-width, "
            "initial-scale=1\"><title>",
            escape_html(title), " · fonds</title>\n<style>", html_style, "</style></head>\n<body>",
            top(title), "<main>", unread, body_, rules_used(), "</main>\n<script>", html_script,
            "</script></body></html>\n");
    }

  private:
    [[nodiscard]] std::string top(std::string_view title) const {
        auto const count = [](std::string_view name, std::size_t number) {
            return concat("<label class=\"toggle s-", name,
                          "\"><input type=\"checkbox\" name=\"severity\" value=\"", name, "\" checked><b>",
                          std::to_string(number), "</b> ", name, number == 1 ? "" : "s", "</label>");
        };
        std::string legend;
        for (std::string_view const group :
             {"title", "name", "date", "archive", "level", "copy", "provenance", "print", "signal"})
            legend += concat("<span class=\"g-", group, "\">", group == "print" ? "publication" : group,
                             "</span> ");
        return concat(
            "<header class=\"top\"><div><p class=\"brand\">fonds check</p><h1>", escape_html(title),
            "</h1><p class=\"summary\">", std::to_string(notes_), " notes. ", escape_html(tally_.words()),
            ".</p></div><form class=\"filters\">", count("error", tally_.errors),
            count("warning", tally_.warnings), count("note", tally_.notes),
            "<label class=\"toggle\"><input type=\"checkbox\" name=\"only\"> only notes with findings</label>"
            "<input type=\"search\" name=\"words\" placeholder=\"words or rule\" aria-label=\"filter by "
            "words or rule\"></form><p class=\"legend\">",
            legend, "</p></header>");
    }

    std::string finding_html(CheckedFile const& file, std::size_t file_index, Diagnostic const& finding) {
        used_.insert(finding.rule);
        std::string_view text;
        if (finding.note < file.notes.size())
            text = file.notes[finding.note].text;
        else if (!file.document.parts.empty())
            text = file.document.parts.front().bytes;
        constexpr std::size_t longest = 160;
        auto const quoted = escape_html(slice(text, finding.span).substr(0, longest));
        auto out = concat("<li class=\"finding s-", to_string(finding.severity), "\" data-severity=\"",
                          to_string(finding.severity), "\" data-rule=\"", escape_html(finding.rule),
                          "\"><p><span class=\"badge\">", to_string(finding.severity), "</span> ",
                          escape_html(finding.message), " <a class=\"rule\" href=\"#rule-",
                          escape_html(finding.rule), "\">", escape_html(finding.rule), "</a></p>");
        if (finding.note == no_note && !quoted.empty()) out += concat("<p class=\"quote\">", quoted, "</p>");
        if (!finding.fixes.empty()) out += repair_html(text, finding.fixes.front());
        for (auto const& related : finding.related) {
            if (related.note >= file.notes.size()) continue;
            out += concat("<p class=\"related\"><a href=\"#", anchor(file_index, related.note), "\">",
                          escape_html(note_name(file.document, related.note)), "</a> ",
                          escape_html(related.message), ": <q>",
                          escape_html(slice(file.notes[related.note].text, related.span).substr(0, longest)),
                          "</q></p>");
        }
        return out + "</li>";
    }

    std::string source_findings(CheckedFile const& file) {
        std::string list;
        for (auto const& finding : file.findings)
            if (finding.note >= file.notes.size()) list += finding_html(file, names_.size() - 1, finding);
        return list.empty() ? list
                            : concat("<article class=\"note source\"><ul class=\"findings\">", list,
                                     "</ul></article>");
    }

    std::string note_card(CheckedFile const& file, std::size_t file_index, std::size_t note) {
        if (note == 0) {
            group_findings(file);
            forms_ = rendered_forms(file.notes, options_);
        }
        auto const& here = by_note_[note];
        std::string list;
        for (auto const* finding : here) list += finding_html(file, file_index, *finding);
        std::string records;
        for (std::size_t index = 0; index < file.notes[note].citations.size(); ++index)
            records += record_card(file.notes[note].citations[index], forms_[note][index]);
        auto const name = anchor(file_index, note);
        auto const findings = list.empty() ? std::string() : concat("<ul class=\"findings\">", list, "</ul>");
        return concat("<article class=\"note", here.empty() ? " clean" : "", "\" id=\"", name,
                      "\"><a class=\"number\" href=\"#", name, "\">",
                      escape_html(note_name(file.document, note)),
                      "</a><div class=\"left\"><p class=\"text\">", marked_text(file.notes[note], here),
                      "</p>", findings, "</div><div class=\"records\">", records, "</div></article>\n");
    }

    void group_findings(CheckedFile const& file) {
        by_note_.assign(file.notes.size(), {});
        for (auto const& finding : file.findings)
            if (finding.note < file.notes.size()) by_note_[finding.note].push_back(&finding);
    }

    [[nodiscard]] std::string rules_used() const {
        std::string out;
        for (auto const& id : used_) {
            auto const page = rule_page(id);
            if (!page) continue;
            out += concat("<details id=\"rule-", escape_html(id), "\"><summary><code>", escape_html(id),
                          "</code> ", escape_html(find_rule(id)->summary), "</summary><p>",
                          escape_html(page.value().why), "</p><p><b>What to do.</b> ",
                          escape_html(page.value().advice), "</p></details>");
        }
        return out.empty() ? out
                           : concat("<section class=\"rules\"><h2>The rules behind these findings</h2>", out,
                                    "</section>");
    }

    ReportOptions options_;
    Tally tally_;
    std::size_t notes_ = 0;
    std::vector<std::string> names_;
    std::string body_;
    std::set<std::string> used_;
    std::vector<std::vector<Diagnostic const*>> by_note_;
    std::vector<std::vector<std::string>> forms_;
};

}  // namespace

std::unique_ptr<Reporter> make_html(ReportOptions const& options) {
    return std::make_unique<HtmlReport>(options);
}

}  // namespace fonds::reporting

namespace fonds {

std::string html_report(std::span<CheckedFile const> files, ReportOptions const& options) {
    auto const reporter = reporting::make_html(options);
    auto page = reporter->begin();
    for (auto const& file : files) page += reporter->add(file);
    return page + reporter->end({});
}

}  // namespace fonds
