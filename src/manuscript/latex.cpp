// LaTeX: notes and note citations wherever they stand, comments and verbatim left alone, macros to text.

#include <algorithm>
#include <memory>

#include "base/text.hpp"
#include "manuscript/latex_cursor.hpp"
#include "manuscript/latex_files.hpp"
#include "manuscript/latex_macros.hpp"
#include "manuscript/latex_story.hpp"
#include "manuscript/latex_symbols.hpp"
#include "manuscript/reader.hpp"

namespace fonds {
namespace {

// Macros may use macros so deep, and their texts together may grow so large.
constexpr std::size_t maximum_expansion_depth = 16;
constexpr std::size_t maximum_expanded_size = 1u << 20;
class LatexReader : LatexCursor, LatexStory {
  public:
    LatexReader(Document& document, LatexFiles& files)
        : LatexReader(document, document.parts.front().bytes, std::make_shared<LatexState>(), false, 0) {
        files_ = &files;
    }

    // The whole file.
    void read() {
        state_->macros = LatexMacros::collect(source_);
        find_citation_style();
        auto const preamble = text_begin(source_);
        if (auto const begin = go_to_document(); begin != std::string_view::npos) {
            take_macros_of_inputs(preamble, begin);
            auto const body = at_;
            read_title(begin);
            at_ = body;
        }
        run();
        close_all(end_);
        finish();
    }

  private:
    LatexReader(Document& document, std::string_view source, std::shared_ptr<LatexState> state, bool inside_note,
                std::size_t depth)
        : LatexCursor(source), LatexStory(document, std::move(state), inside_note), expansion_depth_(depth) {}

    // Moves to the text of a file, which ends with its document; gives back where the preamble ends, or npos.
    std::size_t go_to_document() {
        at_ = text_begin(source_);
        auto const begin = find_outside_comments("\\begin{document}");
        if (begin == std::string_view::npos) return begin;
        at_ = begin + 16;
        if (auto const end = source_.find("\\end{document}", at_); end != std::string_view::npos) end_ = end;
        return begin;
    }

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
        if (innermost() == FrameKind::math)
            close_frame({at_, at_});
        else
            open_frame(FrameKind::math, {at_, at_});
        at_ += size;
    }
    void open(FrameKind kind, std::size_t begin, std::size_t after) {
        open_frame(kind, {begin, after});
        at_ = after;
    }

    void close_brace() {
        Span const brace{at_, at_ + 1};
        ++at_;
        while (innermost() == FrameKind::math) close_frame(brace);
        if (has_open_frames()) close_frame(brace);
    }

    // --- commands -----------------------------------------------------------------------------------------

    void command() {
        auto const name = name_at(at_);
        if (name.text.empty()) {
            at_ = end_;
            return;
        }
        if (!is_ascii_letter(name.text.front())) return control_symbol(name);
        if (name.text == "begin" || name.text == "end") return environment(name);
        if (name.text == "verb") return verb(name);
        if (name.text == "iffalse") return skip_condition(name);
        if (is_latex_accent(name.text)) return accent(name);
        if (auto const* macro = state_->macros.find(name.text)) return expand(name, *macro);
        if (auto const symbol = latex_symbol(name.text)) {
            auto const end = name_end(name);
            out().put(*symbol, {name.begin, end});
            at_ = end;
            return;
        }
        auto known = name;
        known.text = state_->macros.meaning(name.text);
        act(known, latex_effect(known.text));
    }

    // "\\iffalse … \\fi", and up to "\\else" where it has one.
    void skip_condition(Name const& begin) {
        std::size_t depth = 1;
        for (at_ = begin.end; at_ < end_ && depth > 0;) {
            at_ = std::min(source_.find('\\', at_), end_);
            if (at_ >= end_) return;
            auto const name = name_at(at_);
            at_ = std::max(name.end, at_ + 1);
            if (name.text == "fi")
                --depth;
            else if (name.text.starts_with("if") && name.text != "iff")
                ++depth;
            else if (name.text == "else" && depth == 1)
                return;
        }
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
        if (name.text == "begin" && is_verbatim_environment(environment)) {
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
                if (name.text == "chapter" && !name.has_star) state_->footnotes = 0;
                out().paragraph({name.begin, name.end});
                return open_argument(FrameKind::heading, name);
            case LatexCommand::second:
                skip_option();
                skip_argument();
                return open_argument(FrameKind::group, name);
            case LatexCommand::italic_on:
                at_ = name_end(name);
                return slant_frame();
            case LatexCommand::paragraph: return out().paragraph({name.begin, name.end});
            case LatexCommand::verbatim:
                if (auto const inner = skip_argument()) address(*inner);
                return;
            case LatexCommand::definition: return skip_definition(name);
            case LatexCommand::file: return take_in(name);
            case LatexCommand::label: return label();
            case LatexCommand::reference: return reference(name);
            case LatexCommand::note_reference: return note_reference(name);
            case LatexCommand::footnote: return note(name, NoteKind::footnote);
            case LatexCommand::endnote: return note(name, NoteKind::endnote);
            case LatexCommand::footnote_mark: return mark(name, NoteKind::footnote);
            case LatexCommand::footnote_text: return text_of_mark(name, NoteKind::footnote);
            case LatexCommand::endnote_mark: return mark(name, NoteKind::endnote);
            case LatexCommand::endnote_text: return text_of_mark(name, NoteKind::endnote);
            case LatexCommand::note_citation: return citation(name, !in_note());
            case LatexCommand::auto_citation: return citation(name, !in_note() && state_->citations_are_notes);
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
        open_note(std::move(note), name.begin);
        at_ = at + 1;
    }

    // A mark alone, whose text follows.
    void mark(Name const& name, NoteKind kind) {
        auto const option = skip_option();
        open_mark(kind, option ? std::string(trim(slice(source_, *option))) : "", {name.begin, at_});
    }

    void text_of_mark(Name const& name, NoteKind kind) {
        auto const option = skip_option();
        auto at = at_;
        while (at < end_ && is_ascii_space(source_[at])) ++at;
        if (at >= end_ || source_[at] != '{') return;
        open_note(note_of_mark(kind, option ? std::string(trim(slice(source_, *option))) : ""), name.begin);
        at_ = at + 1;
    }

    // --- references ---------------------------------------------------------------------------------------

    // In a note a label names its number.
    void label() {
        if (auto const name = skip_argument()) label_note(std::string(slice(source_, *name)));
    }

    // Only what stands above is known; of the rest LaTeX itself would first have to be run.
    void reference(Name const& name) {
        auto const label = skip_argument();
        if (!label) return;
        auto const found = state_->labels.find(slice(source_, *label));
        if (found != state_->labels.end()) out().put(found->second.second, {name.begin, at_});
    }

    // \footref calls a note again.
    void note_reference(Name const& name) {
        auto const label = skip_argument();
        if (!label) return;
        auto const found = state_->labels.find(slice(source_, *label));
        if (found != state_->labels.end()) add_call(found->second.first, found->second.second, {name.begin, at_});
    }

    // --- files --------------------------------------------------------------------------------------------

    // The name of a file behind its command.
    std::string_view file_name(Name const& name) {
        if (auto const file = skip_argument()) return slice(source_, *file);
        // TeX's own "\\input name".
        at_ = name_end(name);
        auto const begin = at_;
        at_ = std::min(source_.find_first_of(" \t\r\n%}\\", at_), end_);
        return source_.substr(begin, at_ - begin);
    }

    // The text of another file stands where its command does.
    void take_in(Name const& name) {
        auto const file = file_name(name);
        if (file.empty()) return;
        Span const command{name.begin, at_};
        auto const found = find_file(file);
        if (!found.reason.empty()) return report_file(file, found.reason, command);
        if (name.text != "input") out().paragraph(command);
        auto const after = at_;
        auto const place = enter_file(found.part, command);
        auto const outer = std::exchange(static_cast<LatexCursor&>(*this), LatexCursor(files_->bytes(found.part)));
        open_files_.push_back(found.part);
        state_->macros.add(LatexMacros::collect(source_));
        go_to_document();
        run();
        close_all(end_);
        open_files_.pop_back();
        static_cast<LatexCursor&>(*this) = outer;
        leave_file(place);
        at_ = after;
    }

    LatexFiles::Found find_file(std::string_view file) {
        if (files_ == nullptr) return {0, "a macro takes it in"};
        if (open_files_.size() >= maximum_input_depth) return {0, "it is taken in too deep"};
        if (++state_->inputs > maximum_inputs) return {0, "too many files are taken in"};
        auto found = files_->find(file, part());
        if (found.reason.empty() &&
            std::find(open_files_.begin(), open_files_.end(), found.part) != open_files_.end())
            found.reason = "it takes itself in";
        return found;
    }

    // Macros that the preamble has in files of their own.
    void take_macros_of_inputs(std::size_t begin, std::size_t end) {
        auto const whole = std::exchange(end_, end);
        auto const body = at_;
        for (at_ = begin; at_ < end;) {
            at_ = std::min(source_.find_first_of("\\%", at_), end);
            if (at_ >= end) break;
            if (source_[at_] == '%') {
                comment();
                continue;
            }
            auto const name = name_at(at_);
            at_ = std::max(name.end, at_ + 1);
            if (name.text != "input" && name.text != "include") continue;
            if (auto const found = find_file(file_name(name)); found.reason.empty())
                state_->macros.add(LatexMacros::collect(files_->bytes(found.part)));
        }
        at_ = body;
        end_ = whole;
    }

    void report_file(std::string_view file, std::string_view reason, Span command) {
        Diagnostic diagnostic;
        diagnostic.rule = "file-not-read";
        diagnostic.severity = Severity::warning;
        diagnostic.message =
            concat("“", file, "” is a file of its own and was not read (", reason, "): check it as well");
        diagnostic.span = in_main_file(command);
        document_.diagnostics.push_back(std::move(diagnostic));
    }

    // --- citations ----------------------------------------------------------------------------------------

    // "[see][34]{key}", repeated for the commands that take several works, which may begin with "(see)(34)".
    void citation(Name const& name, bool is_note) {
        bool const is_plural = name.text.back() == 's';
        std::optional<Span> before_all = is_plural ? skip_parentheses() : std::nullopt;
        std::optional<Span> behind_all = is_plural ? skip_parentheses() : std::nullopt;
        if (before_all && !behind_all) std::swap(before_all, behind_all);
        if (is_note) {
            SourceNote note;
            note.id = next_id(NoteKind::footnote);
            note.number = next_number(NoteKind::footnote);
            add_call(note.id, note.number, {name.begin, name.end});
            open_note(std::move(note), name.begin);
        }
        put_before(before_all);
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
        put_behind(behind_all);
        if (is_note) close_frame({at_, at_});
    }

    std::optional<Span> skip_parentheses() {
        if (at_ >= end_ || source_[at_] != '(') return std::nullopt;
        auto const close = source_.find(')', at_);
        if (close == std::string_view::npos || close >= end_) return std::nullopt;
        return Span{std::exchange(at_, close + 1) + 1, close};
    }

    // The text of an option is LaTeX too.
    void read_inside(Span inner) {
        auto const at = std::exchange(at_, inner.begin);
        auto const end = std::exchange(end_, inner.end);
        run();
        at_ = at;
        end_ = end;
    }
    void put_before(std::optional<Span> text) {
        if (!text || text->empty()) return;
        read_inside(*text);
        out().space({text->end, text->end});
    }
    void put_behind(std::optional<Span> text) {
        if (!text || text->empty()) return;
        out().put(", ", {text->begin, text->begin});
        read_inside(*text);
    }

    void cite(std::optional<Span> before, Span keys, std::optional<Span> behind) {
        put_before(before);
        auto const begin = out().size();
        out().put("[", {keys.begin - 1, keys.begin});
        out().copy(source_, keys);
        out().put("]", {keys.end, keys.end + 1});
        Span const span{begin, out().size()};
        for (auto const key : split(slice(source_, keys), ',')) add_citation(std::string(trim(key)), span);
        put_behind(behind);
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
        state_->citations_are_notes = !inline_style || head.find("autocite=footnote") != std::string_view::npos;
    }

    // --- macros -------------------------------------------------------------------------------------------

    void skip_definition(Name const& command) {
        skip_argument();
        if (at_ < end_ && source_[at_] == '\\') at_ = name_at(at_).end;
        if (command.text == "let") {
            while (at_ < end_ && (source_[at_] == '=' || source_[at_] == ' ')) ++at_;
            if (at_ < end_) at_ = source_[at_] == '\\' ? name_at(at_).end : at_ + 1;
            return;
        }
        if (command.text.ends_with("DocumentCommand")) skip_argument();
        while (skip_option()) {
        }
        while (at_ < end_ && (source_[at_] == '#' || is_digit(source_[at_]))) ++at_;
        skip_argument();
    }

    // A macro's text stands for its call as a whole, and so does the text of each note it makes.
    void expand(Name const& name, LatexMacro const& macro) {
        auto const arguments = read_arguments(name, macro);
        if (expansion_depth_ >= maximum_expansion_depth || state_->expanded_size > maximum_expanded_size) return;
        auto const body = expanded(macro, arguments);
        state_->expanded_size += body.size();
        Document scratch;
        LatexReader inner(scratch, body, state_, in_note(), expansion_depth_ + 1);
        inner.run();
        adopt(inner, {name.begin, at_});
    }

    std::vector<std::string> read_arguments(Name const& name, LatexMacro const& macro) {
        at_ = macro.parameters.empty() ? name_end(name) : name.end;
        std::vector<std::string> arguments;
        for (auto const& parameter : macro.parameters) {
            auto const written = parameter ? skip_option() : skip_argument();
            arguments.emplace_back(written ? slice(source_, *written) : std::string_view(parameter ? *parameter : ""));
        }
        return arguments;
    }

    std::size_t expansion_depth_;
    LatexFiles* files_ = nullptr;  // none for the text of a macro
    std::vector<std::size_t> open_files_ = {0};
};

}  // namespace

std::optional<Error> read_latex(Document& document, Surroundings surroundings) {
    LatexFiles files(document, surroundings == Surroundings::on_disk);
    LatexReader(document, files).read();
    files.finish();
    return std::nullopt;
}

}  // namespace fonds
