// The HTML report: one page, one card a note.

#include <algorithm>
#include <map>

#include "base/beginning.hpp"
#include "base/text.hpp"
#include "report/html.hpp"
#include "report/place.hpp"

namespace fonds::reporting {
namespace {

constexpr std::size_t words_around = 40;   ///< bytes of context in a repair's before and after
constexpr std::size_t words_before = 120;  ///< bytes of the text that calls a note

std::string anchor(std::size_t file, std::size_t note) {
    return concat("f", std::to_string(file), "n", std::to_string(note));
}

std::string base_name(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

// `at` moved to the next beginning of a word, not beyond `limit`; 0 stays.
std::size_t word_begin(std::string_view text, std::size_t at, std::size_t limit) {
    auto const space = at == 0 ? std::string_view::npos : text.find_first_of(" \n", at);
    if (at == 0) return 0;
    if (space < limit) return space + 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    return at;
}
// The same to the end of a word before `at`, not before `limit`.
std::size_t word_end(std::string_view text, std::size_t at, std::size_t limit) {
    auto const space = at >= text.size() ? text.size() : text.find_last_of(" \n", at);
    if (space != std::string_view::npos && space > limit) return space;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    return std::min(at, text.size());
}

// The words of the text that a note is called behind, with the call.
std::string context_html(Document const& document, std::size_t note) {
    if (note >= document.notes.size() || !document.notes[note].call) return {};
    auto const call = *document.notes[note].call;
    std::string_view const text = document.text;
    auto const paragraph = call.begin == 0 ? std::string_view::npos : text.find_last_of('\n', call.begin - 1);
    auto const first = paragraph == std::string_view::npos ? 0 : paragraph + 1;
    auto const far = call.begin - std::min(call.begin, words_before);
    auto const begin = far > first ? word_begin(text, far, call.begin) : first;
    auto const words = trim(slice(text, {begin, call.begin}));
    if (words.empty()) return {};
    return concat("<p class=\"context\">", begin > first ? "… " : "", escape_html(words), "<b>",
                  escape_html(slice(text, call)), "</b></p>");
}

// The text around a repair, before and after it.
std::string repair_html(std::string_view text, Fix const& fix) {
    if (fix.edits.empty()) return {};
    auto const& edit = fix.edits.front();
    auto const begin =
        word_begin(text, edit.span.begin - std::min(edit.span.begin, words_around), edit.span.begin);
    auto const end = word_end(text, edit.span.end + words_around, edit.span.end);
    auto const before = escape_html(slice(text, {begin, edit.span.begin}));
    auto const after = escape_html(slice(text, {edit.span.end, end}));
    auto const more = fix.edits.size() > 1
                          ? concat(" <small>and ", std::to_string(fix.edits.size() - 1), " more</small>")
                          : std::string();
    return concat("<p class=\"fix\"><b>", fix.safe ? "fix" : "doubtful fix", "</b> ", begin > 0 ? "… " : "",
                  before, "<del>", escape_html(slice(text, edit.span)), "</del><ins>",
                  escape_html(edit.replacement), "</ins>", after, end < text.size() ? " …" : "", more,
                  "</p>");
}

class HtmlReport final : public Reporter {
  public:
    explicit HtmlReport(ReportOptions const& options) : options_(options) {}

    std::string add(CheckedFile const& file) override {
        auto const index = names_.size();
        names_.push_back(file.document.name);
        tally_.add(file);
        notes_ += file.notes.size();
        for (auto const& note : file.notes)
            for (auto const& citation : note.citations) ++kinds_[to_string(citation.kind)];
        std::string out = concat("<section class=\"file\" id=\"f", std::to_string(index), "\"><h2>",
                                 escape_html(file.document.name), "</h2>");
        out += overview(file, index);
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
        std::string legend;
        for (std::string_view const group :
             {"title", "name", "date", "archive", "level", "copy", "provenance", "print", "signal"})
            legend += concat("<span class=\"g-", group, "\">", group == "print" ? "publication" : group,
                             "</span> ");
        auto const summary = options_.checked
                                 ? concat(std::to_string(notes_), " notes read: ", tally_.words())
                                 : kinds_words();
        return concat("<header class=\"top\"><p class=\"brand\">fonds ", options_.checked ? "check" : "parse",
                      "</p><h1>", escape_html(title), "</h1><p class=\"summary\">", escape_html(summary),
                      ".</p>", options_.checked ? rules_found() : "", "<p class=\"legend\">", legend,
                      "</p></header><form class=\"filters\"><div>", filters(), "</div></form>");
    }

    [[nodiscard]] std::string filters() const {
        auto const count = [](std::string_view name, std::size_t number) {
            return concat("<label class=\"toggle s-", name,
                          "\"><input type=\"checkbox\" name=\"severity\" value=\"", name, "\" checked><b>",
                          std::to_string(number), "</b> ", name, number == 1 ? "" : "s", "</label>");
        };
        return concat(options_.checked ? count("error", tally_.errors) + count("warning", tally_.warnings) +
                                             count("note", tally_.notes)
                                       : std::string(),
                      "<label class=\"toggle\"><input type=\"checkbox\" name=\"only\"> ",
                      options_.checked ? "only with findings" : "only the doubtful",
                      "</label><input type=\"search\" name=\"words\" placeholder=\"words",
                      options_.checked ? " or rule" : "", "\" aria-label=\"filter by words\">",
                      options_.checked
                          ? "<span class=\"keys\"><kbd>j</kbd> <kbd>k</kbd> next, previous finding</span>"
                          : "");
    }

    // "10 notes, 12 citations: 7 archival, 5 published".
    [[nodiscard]] std::string kinds_words() const {
        std::vector<std::string> words;
        std::size_t all = 0;
        for (auto const& [kind, times] : kinds_) {
            words.push_back(concat(std::to_string(times), " ", kind));
            all += times;
        }
        return concat(std::to_string(notes_), " notes, ", std::to_string(all), " citations",
                      words.empty() ? "" : ": ", join(words, ", "));
    }

    // How often each rule found something; a click shows only those notes.
    [[nodiscard]] std::string rules_found() const {
        std::vector<std::pair<std::size_t, std::string_view>> rules;
        for (auto const& [id, times] : used_) rules.emplace_back(times, id);
        std::stable_sort(rules.begin(), rules.end(),
                         [](auto const& a, auto const& b) { return a.first > b.first; });
        std::string out;
        for (auto const& [times, id] : rules) {
            auto const* rule = find_rule(id);
            out += concat("<button type=\"button\" data-words=\"", escape_html(id), "\" title=\"",
                          escape_html(rule ? rule->summary : ""), "\"><b>", std::to_string(times), "</b> ",
                          escape_html(id), "</button>");
        }
        return out.empty() ? "<p class=\"nothing\">Nothing was found.</p>"
                           : concat("<nav class=\"by-rule\">", out, "</nav>");
    }

    // One mark a note, by what was found in it, or by how doubtful it is.
    [[nodiscard]] std::string overview(CheckedFile const& file, std::size_t index) const {
        constexpr std::size_t fewest = 5;
        if (file.notes.size() < fewest) return {};
        std::vector<std::size_t> times(file.notes.size(), 0);
        std::vector<Severity> worst(file.notes.size(), Severity::note);
        for (auto const& finding : file.findings) {
            if (finding.note >= times.size()) continue;
            ++times[finding.note];
            worst[finding.note] = std::max(worst[finding.note], finding.severity);
        }
        std::string out;
        for (std::size_t note = 0; note < times.size(); ++note) {
            auto const tone = times[note] > 0 ? concat("s-", to_string(worst[note]))
                              : !options_.checked && is_doubtful(file.notes[note]) ? "s-warning"
                                                                                   : "";
            auto const found = options_.checked ? concat(": ", std::to_string(times[note]),
                                                         times[note] == 1 ? " finding" : " findings")
                                                : std::string();
            out += concat("<a href=\"#", anchor(index, note), "\" class=\"", tone, "\" title=\"",
                          escape_html(note_name(file.document, note)), found, "\"></a>");
        }
        return concat("<nav class=\"overview\" aria-label=\"all notes\">", out, "</nav>");
    }

    static bool is_doubtful(ParsedNote const& note) {
        constexpr double sure = 0.5;
        return std::any_of(note.citations.begin(), note.citations.end(), [](Citation const& citation) {
            return citation.kind == CitationKind::unparsed || citation.confidence < sure;
        });
    }

    std::string finding_html(CheckedFile const& file, std::size_t file_index, Diagnostic const& finding) {
        ++used_[finding.rule];
        auto const text = file.document.text_of(finding);
        constexpr std::size_t longest = 160;
        auto const quoted = escape_html(beginning(slice(text, finding.span), longest));
        auto out = concat("<li class=\"finding s-", to_string(finding.severity), "\" data-severity=\"",
                          to_string(finding.severity), "\" data-rule=\"", escape_html(finding.rule),
                          "\"><p><span class=\"badge\">", to_string(finding.severity), "</span> ",
                          escape_html(finding.message), " <a class=\"rule\" href=\"#rule-",
                          escape_html(finding.rule), "\">", escape_html(finding.rule), "</a></p>");
        if (finding.note == no_index && !quoted.empty()) out += concat("<p class=\"quote\">", quoted, "</p>");
        if (!finding.fixes.empty()) out += repair_html(text, finding.fixes.front());
        for (auto const& related : finding.related) {
            if (related.note >= file.notes.size()) continue;
            out += concat("<p class=\"related\"><a href=\"#", anchor(file_index, related.note), "\">",
                          escape_html(note_name(file.document, related.note)), "</a> ",
                          escape_html(related.message), ": <q>",
                          escape_html(beginning(slice(file.notes[related.note].text, related.span), longest)),
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
            records += record_card(file.notes[note].citations[index], file.document, forms_[note][index]);
        auto const name = anchor(file_index, note);
        auto const findings = list.empty() ? std::string() : concat("<ul class=\"findings\">", list, "</ul>");
        bool const doubtful = !options_.checked && is_doubtful(file.notes[note]);
        return concat("<article class=\"note", here.empty() ? " clean" : "", "\" id=\"", name, "\"",
                      doubtful ? " data-doubtful" : "", "><a class=\"number\" href=\"#", name, "\">",
                      escape_html(note_name(file.document, note)), "</a><div class=\"left\">",
                      context_html(file.document, note), "<p class=\"text\">",
                      marked_text(file.notes[note], here), "</p>", findings, "</div><div class=\"records\">",
                      records, "</div></article>\n");
    }

    void group_findings(CheckedFile const& file) {
        by_note_.assign(file.notes.size(), {});
        for (auto const& finding : file.findings)
            if (finding.note < file.notes.size()) by_note_[finding.note].push_back(&finding);
    }

    [[nodiscard]] std::string rules_used() const {
        std::string out;
        for (auto const& [id, times] : used_) {
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
    std::map<std::string_view, std::size_t> kinds_;  // of citations
    std::vector<std::string> names_;
    std::string body_;
    std::map<std::string, std::size_t> used_;  // rules, and how often each found something
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
