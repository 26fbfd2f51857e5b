// LaTeX: notes and note citations wherever they stand, comments and verbatim left alone, macros to text.

#include <algorithm>
#include <array>
#include <map>
#include <memory>

#include "base/text.hpp"
#include "manuscript/calls.hpp"
#include "manuscript/latex_symbols.hpp"
#include "manuscript/mapped_text.hpp"
#include "manuscript/reader.hpp"

namespace fonds {
namespace {

// Macros may use macros so deep, and their texts together may grow so large.
constexpr std::size_t maximum_expansion_depth = 16;
constexpr std::size_t maximum_expanded_size = 1u << 20;
// How far an optional argument may reach.
constexpr std::size_t maximum_option = 2000;

constexpr std::array<std::string_view, 6> verbatim_environments = {"verbatim", "verbatim*", "Verbatim",
                                                                   "lstlisting", "minted", "comment"};

struct Macro {
    std::size_t arguments = 0;
    std::string body;
};

class LatexReader {
  public:
    LatexReader(Document& document, std::string_view source)
        : document_(document), source_(source), end_(source.size()) {}

    // The whole file.
    void read() {
        collect_macros();
        find_citation_style();
        at_ = text_begin(source_);
        targets_.push_back(&body_);
        if (auto const begin = find_outside_comments("\\begin{document}"); begin != std::string_view::npos) {
            read_title(begin);
            at_ = begin + 16;
            if (auto const end = source_.find("\\end{document}", at_); end != std::string_view::npos) end_ = end;
        }
        run();
        report_open_notes();
        while (!frames_.empty()) close_frame(end_);
        auto finished = body_.finish_untrimmed();
        document_.text = std::move(finished.text);
        document_.map = std::move(finished.map);
        link_calls(document_, calls_);
        order_by_calls(document_);
    }

  private:
    // Title and author stand in the preamble, and may carry notes.
    void read_title(std::size_t preamble_end) {
        for (auto const* command : {"\\title{", "\\author{"}) {
            auto const at = find_outside_comments(command);
            if (at >= preamble_end) continue;
            auto const close = closing_brace(source_.find('{', at));
            if (!close) continue;
            auto const whole = std::exchange(end_, *close + 1);
            at_ = at;
            run();
            end_ = whole;
        }
    }

    enum class FrameKind { group, italic, quote, heading, note, math };
    struct Frame {
        FrameKind kind = FrameKind::group;
        bool italic_on = false;  // \itshape within it
        std::size_t begin = 0;   // of the command, for messages
        std::unique_ptr<MappedText> text;  // of a note
        std::size_t note = 0;  // its index
    };

    MappedText& out() { return *targets_.back(); }

    void run() {
        while (at_ < end_) step();
    }

    void step() {
        char const c = source_[at_];
        switch (c) {
            case '\\': command(); return;
            case '%': comment(); return;
            case '{': open(FrameKind::group, at_, at_ + 1); return;
            case '}': close_brace(); return;
            case '$': math(); return;
            case '~': put("\u00A0", 1); return;
            case '&': put(" ", 1); return;
            case ' ': case '\t': case '\r': case '\n': white_space(); return;
            case '`': put(next_is("``") ? "“" : "‘", next_is("``") ? 2 : 1); return;
            case '\'': put(next_is("''") ? "”" : "’", next_is("''") ? 2 : 1); return;
            case '"': double_quote(); return;
            case '-': dash(); return;
            case '<': next_is("<<") ? put("«", 2) : copy_one(); return;
            case '>': next_is(">>") ? put("»", 2) : copy_one(); return;
            case '^': case '_':
                if (in_math()) {
                    ++at_;
                    return;
                }
                break;
            default: break;
        }
        auto const stop = source_.find_first_of("\\%{}$~& \t\r\n`'\"-<>^_", at_ + 1);
        auto const end = std::min(stop == std::string_view::npos ? end_ : stop, end_);
        out().copy(source_, {at_, end});
        at_ = end;
    }

    bool next_is(std::string_view text) const { return source_.substr(at_, text.size()) == text; }

    void put(std::string_view text, std::size_t size) {
        out().put(text, {at_, at_ + size});
        at_ += size;
    }

    void copy_one() {
        out().copy(source_, {at_, at_ + 1});
        ++at_;
    }

    // babel's shorthands of German and its like.
    void double_quote() {
        if (next_is("\"`"))
            put("„", 2);
        else if (next_is("\"'"))
            put("“", 2);
        else if (next_is("\"=") || next_is("\"~"))
            put("-", 2);
        else
            copy_one();
    }

    void dash() {
        if (next_is("---"))
            put("—", 3);
        else if (next_is("--"))
            put("–", 2);
        else
            copy_one();
    }

    // A line's rest, and the white space that begins the next line.
    void comment() {
        at_ = std::min(source_.find('\n', at_), end_);
        if (at_ < end_) ++at_;
        while (at_ < end_ && (source_[at_] == ' ' || source_[at_] == '\t')) ++at_;
    }

    void white_space() {
        auto const begin = at_;
        std::size_t breaks = 0;
        while (at_ < end_ && is_ascii_space(source_[at_])) breaks += source_[at_++] == '\n' ? 1 : 0;
        breaks > 1 ? out().paragraph({begin, at_}) : out().space({begin, at_});
    }

    void math() {
        auto const size = next_is("$$") ? 2u : 1u;
        if (!frames_.empty() && frames_.back().kind == FrameKind::math)
            close_frame(at_);
        else
            push(FrameKind::math, at_);
        at_ += size;
    }
    [[nodiscard]] bool in_math() const { return math_depth_ > 0; }

    void push(FrameKind kind, std::size_t begin) {
        frames_.emplace_back();
        frames_.back().kind = kind;
        frames_.back().begin = begin;
        if (kind == FrameKind::math) ++math_depth_;
        if (kind == FrameKind::quote) ++quote_depth_;
    }

    void open(FrameKind kind, std::size_t begin, std::size_t after) {
        if (kind == FrameKind::italic) out().begin_italic();
        if (kind == FrameKind::quote) out().put(quote_depth_ % 2 == 0 ? "“" : "‘", {begin, after});
        push(kind, begin);
        at_ = after;
    }

    void close_brace() {
        ++at_;
        while (!frames_.empty() && frames_.back().kind == FrameKind::math) close_frame(at_ - 1);
        if (!frames_.empty()) close_frame(at_ - 1);
    }

    void close_frame(std::size_t at) {
        auto closed = std::move(frames_.back());
        frames_.pop_back();
        if (closed.italic_on || closed.kind == FrameKind::italic) out().end_italic();
        if (closed.kind == FrameKind::math) --math_depth_;
        if (closed.kind == FrameKind::quote)
            out().put(--quote_depth_ % 2 == 0 ? "”" : "’", {at, std::min(at + 1, end_)});
        if (closed.kind == FrameKind::heading) out().paragraph({at, at});
        if (closed.kind == FrameKind::note) finish_note(std::move(closed));
    }

    // --- commands -----------------------------------------------------------------------------------------

    struct Name {
        std::string_view text;
        std::size_t begin = 0;  // of the backslash
        std::size_t end = 0;    // of the name with its star
        bool has_star = false;
    };

    [[nodiscard]] Name name_at(std::size_t at) const {
        Name name;
        name.begin = at;
        auto end = at + 1;
        while (end < end_ && (is_ascii_letter(source_[end]) || source_[end] == '@')) ++end;
        if (end == at + 1 && end < end_) ++end;
        name.text = source_.substr(at + 1, end - at - 1);
        name.has_star = end < end_ && source_[end] == '*' && is_ascii_letter(source_[end - 1]);
        name.end = name.has_star ? end + 1 : end;
        return name;
    }

    void command() {
        auto const name = name_at(at_);
        if (name.text.empty()) {
            at_ = end_;
            return;
        }
        if (!is_ascii_letter(name.text.front())) return control_symbol(name);
        if (name.text == "begin" || name.text == "end") return environment(name);
        if (name.text == "verb") return verb(name);
        if (is_latex_accent(name.text)) return accent(name);
        if (auto const macro = macros_.find(name.text); macro != macros_.end()) return expand(name, macro->second);
        if (auto const symbol = latex_symbol(name.text)) {
            auto const end = name_end(name);
            out().put(*symbol, {name.begin, end});
            at_ = end;
            return;
        }
        act(name, latex_effect(name.text));
    }

    // TeX takes the spaces behind a command of letters; "{}" behind it guards them.
    [[nodiscard]] std::size_t name_end(Name const& name) const {
        auto end = name.end;
        if (source_.substr(end, 2) == "{}") return std::min(end + 2, end_);
        while (end < end_ && (source_[end] == ' ' || source_[end] == '\t')) ++end;
        return end;
    }

    void control_symbol(Name const& name) {
        char const c = name.text.front();
        Span const span{name.begin, name.end};
        at_ = name.end;
        if (is_latex_accent(name.text)) return accent(name);
        if (c == '\\') {
            skip_star_and_option();
            out().space({name.begin, at_});
        } else if (c == ' ' || c == '\n') {
            out().space(span);
        } else if (c == ',' || c == ';' || c == ':') {
            out().put("\u202F", span);
        } else if (c == '(' || c == ')' || c == '[' || c == ']' || c == '!' || c == '-' || c == '/' || c == '@') {
            return;
        } else {
            out().put(name.text, span);
        }
    }

    void skip_star_and_option() {
        if (at_ < end_ && source_[at_] == '*') ++at_;
        skip_option();
    }

    // "[…]" that follows directly; gives back its inside.
    std::optional<Span> skip_option() {
        if (at_ >= end_ || source_[at_] != '[') return std::nullopt;
        std::size_t depth = 0;
        auto const limit = std::min(end_, at_ + maximum_option);
        for (auto at = at_ + 1; at < limit; ++at) {
            if (source_[at] == '\\')
                ++at;
            else if (source_[at] == '{')
                ++depth;
            else if (source_[at] == '}' && depth > 0)
                --depth;
            else if (source_[at] == ']' && depth == 0) {
                Span const inner{at_ + 1, at};
                at_ = at + 1;
                return inner;
            }
        }
        return std::nullopt;
    }

    // "{…}" that follows, with spaces before it; gives back its inside.
    std::optional<Span> skip_argument() {
        auto at = at_;
        while (at < end_ && is_ascii_space(source_[at])) ++at;
        if (at >= end_ || source_[at] != '{') return std::nullopt;
        auto const close = closing_brace(at);
        if (!close) return std::nullopt;
        at_ = *close + 1;
        return Span{at + 1, *close};
    }

    // Looked up in a table made in one pass, so that nested arguments cost nothing.
    [[nodiscard]] std::optional<std::size_t> closing_brace(std::size_t open) {
        if (!braces_matched_) match_braces();
        auto const found = braces_.find(open);
        if (found == braces_.end() || found->second >= end_) return std::nullopt;
        return found->second;
    }

    // The last byte of what a backslash begins: an escape, an address or a verbatim environment, in which
    // braces and percent signs are no mark-up.
    std::size_t past_literal(std::size_t at) {
        auto const name = name_at(at);
        bool const is_address = latex_effect(name.text).command == LatexCommand::verbatim || name.text == "href";
        if (is_address && source_.substr(name.end, 1) == "{") {
            std::size_t depth = 0;
            for (auto end = name.end; end < source_.size() && source_[end] != '\n'; ++end) {
                if (source_[end] == '\\') {
                    ++end;
                } else if (source_[end] == '{') {
                    ++depth;
                } else if (source_[end] == '}' && --depth == 0) {
                    braces_[name.end] = end;
                    return end;
                }
            }
        }
        if (name.text == "begin")
            for (auto const environment : verbatim_environments) {
                if (source_.substr(name.end, environment.size() + 2) != concat("{", environment, "}")) continue;
                braces_[name.end] = name.end + environment.size() + 1;
                auto const close = source_.find(concat("\\end{", environment, "}"), name.end);
                return close == std::string_view::npos ? source_.size() : close - 1;
            }
        return at + 1;
    }

    void match_braces() {
        braces_matched_ = true;
        std::vector<std::size_t> open;
        for (std::size_t at = 0; at < source_.size(); ++at) {
            char const c = source_[at];
            if (c == '\\') {
                at = past_literal(at);
            } else if (c == '%') {
                at = std::min(source_.find('\n', at), source_.size());
            } else if (c == '{') {
                open.push_back(at);
            } else if (c == '}' && !open.empty()) {
                braces_[open.back()] = at;
                open.pop_back();
            }
        }
    }

    void accent(Name const& name) {
        auto at = name.end;
        while (at < end_ && is_ascii_letter(name.text.front()) && source_[at] == ' ') ++at;
        std::string letter;
        auto end = at;
        bool const braced = at < end_ && source_[at] == '{';
        if (braced) ++at;
        if (at < end_ && source_[at] == '\\') {
            auto const inner = name_at(at);
            letter = latex_symbol(inner.text).value_or("");
            end = inner.end;
        } else if (at < end_ && source_[at] != '}') {
            end = at + 1;
            while (end < end_ && (static_cast<unsigned char>(source_[end]) & 0xC0) == 0x80) ++end;
            letter = source_.substr(at, end - at);
        } else {
            end = at;
        }
        if (braced && end < end_ && source_[end] == '}') ++end;
        if (!letter.empty()) out().put(*latex_accent(name.text, letter), {name.begin, end});
        at_ = std::max(end, name.end);
    }

    void verb(Name const& name) {
        at_ = name.end;
        if (at_ >= end_) return;
        auto const close = source_.find(source_[at_], at_ + 1);
        if (close == std::string_view::npos || close >= end_) return;
        out().copy(source_, {at_ + 1, close});
        at_ = close + 1;
    }

    void environment(Name const& name) {
        at_ = name.end;
        auto const argument = skip_argument();
        if (!argument) return;
        auto const environment = slice(source_, *argument);
        if (name.text == "begin" && std::find(verbatim_environments.begin(), verbatim_environments.end(),
                                              environment) != verbatim_environments.end()) {
            auto const close = source_.find(concat("\\end{", environment, "}"), at_);
            auto const end = std::min(close == std::string_view::npos ? end_ : close, end_);
            if (environment != "comment") out().copy(source_, {at_, end});
            at_ = end;
            return;
        }
        if (name.text == "begin") {
            skip_option();
            if (environment.substr(0, 7) == "tabular" || environment == "longtable" || environment == "minipage")
                skip_argument();
        }
        out().paragraph({name.begin, at_});
    }

    void act(Name const& name, LatexEffect effect) {
        at_ = name.end;
        switch (effect.command) {
            case LatexCommand::drop:
                while (skip_option()) {
                }
                for (std::size_t i = 0; i < effect.arguments; ++i) skip_argument();
                return;
            case LatexCommand::italic: return open_argument(FrameKind::italic, name);
            case LatexCommand::quote: return open_argument(FrameKind::quote, name);
            case LatexCommand::heading:
                if (name.text == "chapter" && !name.has_star) footnotes_ = 0;
                out().paragraph({name.begin, name.end});
                return open_argument(FrameKind::heading, name);
            case LatexCommand::second:
                skip_option();
                skip_argument();
                return open_argument(FrameKind::group, name);
            case LatexCommand::italic_on:
                at_ = name_end(name);
                if (!frames_.empty() && !frames_.back().italic_on) {
                    frames_.back().italic_on = true;
                    out().begin_italic();
                }
                return;
            case LatexCommand::paragraph: return out().paragraph({name.begin, name.end});
            case LatexCommand::verbatim:
                if (auto const inner = skip_argument()) address(*inner);
                return;
            case LatexCommand::definition: return skip_definition();
            case LatexCommand::footnote: return note(name, NoteKind::footnote);
            case LatexCommand::endnote: return note(name, NoteKind::endnote);
            case LatexCommand::footnote_mark: return footnote_mark(name);
            case LatexCommand::footnote_text: return footnote_text(name);
            case LatexCommand::note_citation: return citation(name, targets_.size() == 1);
            case LatexCommand::auto_citation: return citation(name, targets_.size() == 1 && citations_are_notes_);
            case LatexCommand::inline_citation: return citation(name, false);
            case LatexCommand::unknown: {
                bool has_option = false;
                while (skip_option()) has_option = true;
                if (!has_option) at_ = name_end(name);
                return;
            }
        }
    }

    void open_argument(FrameKind kind, Name const& name) {
        while (skip_option()) {
        }
        auto at = at_;
        while (at < end_ && is_ascii_space(source_[at])) ++at;
        if (at < end_ && source_[at] == '{') open(kind, name.begin, at + 1);
    }

    // An address is written as it stands, but for the escapes that hyperref takes away.
    void address(Span inner) {
        for (auto at = inner.begin; at < inner.end;) {
            auto const stop = std::min(source_.find('\\', at), inner.end);
            out().copy(source_, {at, stop});
            at = stop;
            if (at >= inner.end) break;
            bool const is_escape = at + 1 < inner.end && std::string_view("%#&_{}~").find(source_[at + 1]) !=
                                                             std::string_view::npos;
            out().put(source_.substr(is_escape ? at + 1 : at, 1), {at, at + (is_escape ? 2 : 1)});
            at += is_escape ? 2 : 1;
        }
    }

    // --- notes --------------------------------------------------------------------------------------------

    std::string next_id(NoteKind kind) {
        auto& count = ids_[kind];
        return concat(kind == NoteKind::endnote ? "endnote-" : "footnote-", std::to_string(++count));
    }

    std::string next_number(NoteKind kind) {
        return std::to_string(kind == NoteKind::endnote ? ++endnotes_ : ++footnotes_);
    }

    void add_call(std::string id, std::string const& number, Span span) {
        // A note within a note is called where that one is.
        auto const begin = out().size();
        out().put(concat("[", number, "]"), span);
        if (targets_.size() == 1) last_call_ = {begin, out().size()};
        calls_.push_back({std::move(id), last_call_});
    }

    void note(Name const& name, NoteKind kind) {
        auto const option = skip_option();
        auto at = at_;
        while (at < end_ && is_ascii_space(source_[at])) ++at;
        if (at >= end_ || source_[at] != '{') return;
        SourceNote note;
        note.kind = kind;
        note.id = next_id(kind);
        note.number = option ? std::string(trim(slice(source_, *option))) : next_number(kind);
        add_call(note.id, note.number, {name.begin, at + 1});
        open_note(std::move(note), name.begin, at + 1);
    }

    void open_note(SourceNote note, std::size_t begin, std::size_t after) {
        push(FrameKind::note, begin);
        frames_.back().text = std::make_unique<MappedText>();
        frames_.back().note = document_.notes.size();
        document_.notes.push_back(std::move(note));
        targets_.push_back(frames_.back().text.get());
        note_citations_.emplace_back();
        at_ = after;
    }

    void finish_note(Frame closed) {
        targets_.pop_back();
        auto finished = closed.text->finish();
        auto& note = document_.notes[closed.note];
        for (auto& citation : note_citations_.back()) {
            citation.span = shifted(citation.span, finished);
            note.embedded.push_back(std::move(citation));
        }
        note_citations_.pop_back();
        note.text = std::move(finished.text);
        note.map = std::move(finished.map);
        note.italics = std::move(finished.italics);
    }

    // A mark alone, whose text follows.
    void footnote_mark(Name const& name) {
        auto const option = skip_option();
        auto id = next_id(NoteKind::footnote);
        auto number = option ? std::string(trim(slice(source_, *option))) : next_number(NoteKind::footnote);
        add_call(id, number, {name.begin, at_});
        marks_.push_back({std::move(id), std::move(number)});
    }

    void footnote_text(Name const& name) {
        auto const option = skip_option();
        auto at = at_;
        while (at < end_ && is_ascii_space(source_[at])) ++at;
        if (at >= end_ || source_[at] != '{') return;
        SourceNote note;
        auto const wanted = option ? std::string(trim(slice(source_, *option))) : std::string();
        auto const mark = std::find_if(marks_.begin(), marks_.end(), [&](auto const& m) {
            return wanted.empty() || m.second == wanted;
        });
        if (mark != marks_.end()) {
            note.id = mark->first;
            note.number = mark->second;
            marks_.erase(mark);
        } else {
            note.id = next_id(NoteKind::footnote);
            note.number = wanted;
        }
        open_note(std::move(note), name.begin, at + 1);
    }

    // A note that never closes takes in the rest of the text.
    void report_open_notes() {
        for (auto const& open : frames_) {
            if (open.kind != FrameKind::note) continue;
            Diagnostic diagnostic;
            diagnostic.rule = "unclosed-note";
            diagnostic.severity = Severity::error;
            diagnostic.message = concat("note ", document_.notes[open.note].number,
                                        " has no closing brace, so that all that follows is read as part of it");
            diagnostic.span = {open.begin, std::min(open.begin + 20, end_)};
            document_.diagnostics.push_back(std::move(diagnostic));
        }
    }

    // --- citations ----------------------------------------------------------------------------------------

    // "[see][34]{key}", repeated for the commands that take several works.
    void citation(Name const& name, bool is_note) {
        while (at_ < end_ && source_[at_] == '(') {
            auto const close = source_.find(')', at_);
            if (close == std::string_view::npos || close >= end_) break;
            at_ = close + 1;
        }
        if (is_note) {
            SourceNote note;
            note.id = next_id(NoteKind::footnote);
            note.number = next_number(NoteKind::footnote);
            add_call(note.id, note.number, {name.begin, name.end});
            open_note(std::move(note), name.begin, at_);
        }
        bool const is_plural = name.text.back() == 's';
        for (bool first = true; first || is_plural; first = false) {
            auto const before = at_;
            auto const one = skip_option();
            auto const two = skip_option();
            auto const keys = skip_argument();
            if (!keys) {
                at_ = before;
                break;
            }
            if (!first) out().put("; ", {before, before});
            cite(two ? one : std::nullopt, *keys, two ? two : one);
        }
        if (is_note) close_frame(at_);
    }

    void cite(std::optional<Span> before, Span keys, std::optional<Span> behind) {
        if (before && !before->empty()) {
            out().copy(source_, *before);
            out().space({before->end, before->end});
        }
        auto const begin = out().size();
        out().put("[", {keys.begin - 1, keys.begin});
        out().copy(source_, keys);
        out().put("]", {keys.end, keys.end + 1});
        Span const span{begin, out().size()};
        for (auto const key : split(slice(source_, keys), ',')) add_citation(std::string(trim(key)), span);
        if (behind && !behind->empty()) {
            out().put(", ", {behind->begin, behind->begin});
            out().copy(source_, *behind);
        }
    }

    void add_citation(std::string key, Span span) {
        EmbeddedCitation citation;
        citation.producer = "latex";
        citation.key = std::move(key);
        citation.span = span;
        (note_citations_.empty() ? document_.embedded : note_citations_.back()).push_back(std::move(citation));
    }

    // Styles that cite in the text say so in the preamble; those of historians, and a fragment, cite in notes.
    void find_citation_style() {
        auto const head = source_.substr(0, std::min(source_.find("\\begin{document}"), source_.size()));
        bool const inline_style = head.find("authoryear") != std::string_view::npos ||
                                  head.find("numeric") != std::string_view::npos ||
                                  head.find("alphabetic") != std::string_view::npos ||
                                  head.find("style=apa") != std::string_view::npos ||
                                  head.find("style=mla") != std::string_view::npos ||
                                  head.find("autocite=inline") != std::string_view::npos;
        citations_are_notes_ = !inline_style || head.find("autocite=footnote") != std::string_view::npos;
    }

    // --- macros -------------------------------------------------------------------------------------------

    std::size_t find_outside_comments(std::string_view wanted) const {
        for (auto at = source_.find(wanted); at != std::string_view::npos; at = source_.find(wanted, at + 1)) {
            auto const line = source_.rfind('\n', at);
            auto const before = source_.substr(line == std::string_view::npos ? 0 : line + 1,
                                               at - (line == std::string_view::npos ? 0 : line + 1));
            if (before.find('%') == std::string_view::npos) return at;
        }
        return std::string_view::npos;
    }

    void collect_macros() {
        for (auto const* command :
             {"\\newcommand", "\\renewcommand", "\\providecommand", "\\DeclareRobustCommand", "\\def"})
            for (auto at = source_.find(command); at != std::string_view::npos; at = source_.find(command, at_)) {
                auto const name = name_at(at);
                at_ = name.end;
                if (name.text == std::string_view(command).substr(1)) add_macro();
            }
        at_ = 0;
    }

    // Behind the command: "{\name}[2]{body}" or "\name{body}".
    void add_macro() {
        auto const braced = skip_argument();
        auto at = braced ? braced->begin : at_;
        while (at < end_ && is_ascii_space(source_[at])) ++at;
        if (at >= end_ || source_[at] != '\\') return;
        auto const name = name_at(at);
        if (!braced) at_ = name.end;
        auto const count = skip_option();
        if (skip_option()) return;  // a default argument: left to be read as an unknown command
        auto const body = skip_argument();
        if (!body || latex_effect(name.text).command != LatexCommand::unknown || name.text == "begin") return;
        Macro macro;
        macro.body = slice(source_, *body);
        auto const digits = count ? trim(slice(source_, *count)) : std::string_view();
        if (digits.size() == 1 && is_digit(digits[0])) macro.arguments = static_cast<std::size_t>(digits[0] - '0');
        // One that makes notes is seen through: its arguments are read where they stand.
        if (macro.body.find("\\foot") == std::string::npos) macros_[std::string(name.text)] = std::move(macro);
    }

    void skip_definition() {
        skip_argument();
        if (at_ < end_ && source_[at_] == '\\') at_ = name_at(at_).end;
        while (skip_option()) {
        }
        while (at_ < end_ && (source_[at_] == '#' || is_digit(source_[at_]))) ++at_;
        skip_argument();
    }

    // A macro's text stands for its call as a whole.
    void expand(Name const& name, Macro const& macro) {
        at_ = macro.arguments == 0 ? name_end(name) : name.end;
        std::vector<std::string> arguments;
        for (std::size_t i = 0; i < macro.arguments; ++i) {
            auto const argument = skip_argument();
            arguments.emplace_back(argument ? slice(source_, *argument) : std::string_view());
        }
        if (expansion_depth_ >= maximum_expansion_depth || *expanded_ > maximum_expanded_size) return;
        std::string body;
        for (std::size_t i = 0; i < macro.body.size(); ++i) {
            auto const digit = macro.body[i] == '#' && i + 1 < macro.body.size() ? macro.body[i + 1] - '1' : -1;
            if (digit >= 0 && static_cast<std::size_t>(digit) < arguments.size())
                body += arguments[static_cast<std::size_t>(digit)], ++i;
            else
                body += macro.body[i];
        }
        *expanded_ += body.size();
        Document scratch;
        LatexReader inner(scratch, body);
        inner.macros_ = macros_;
        inner.expanded_ = expanded_;
        inner.expansion_depth_ = expansion_depth_ + 1;
        inner.targets_.push_back(&inner.body_);
        inner.run();
        while (!inner.frames_.empty()) inner.close_frame(inner.end_);
        out().put(inner.body_.text(), {name.begin, at_});
    }

    Document& document_;
    std::string_view source_;
    std::size_t at_ = 0;
    std::size_t end_;
    MappedText body_;
    std::vector<MappedText*> targets_;
    std::vector<Frame> frames_;
    std::vector<std::vector<EmbeddedCitation>> note_citations_;  // of the notes that are open
    std::size_t math_depth_ = 0;
    std::size_t quote_depth_ = 0;
    std::vector<Call> calls_;
    Span last_call_;
    std::map<NoteKind, std::size_t> ids_;
    std::size_t footnotes_ = 0;
    std::size_t endnotes_ = 0;
    std::vector<std::pair<std::string, std::string>> marks_;  // ids and numbers that wait for their text
    std::map<std::string, Macro, std::less<>> macros_;
    std::map<std::size_t, std::size_t> braces_;
    bool braces_matched_ = false;
    bool citations_are_notes_ = true;
    std::size_t expansion_depth_ = 0;
    std::shared_ptr<std::size_t> expanded_ = std::make_shared<std::size_t>(0);
};

}  // namespace

std::optional<Error> read_latex(Document& document) {
    LatexReader(document, document.parts.front().bytes).read();
    return std::nullopt;
}

}  // namespace fonds
