// Commands of LaTeX: what they stand for in the text, and what they do with their arguments.

#include <algorithm>

#include "base/text.hpp"
#include "manuscript/latex_reader.hpp"
#include "wire/latex_accents.hpp"
#include "wire/latex_symbols.hpp"

namespace fonds {
namespace {

// How many arguments of an environment are no text: columns, a width, a language, an encoding and a font.
std::size_t arguments_of(std::string_view environment) {
    if (environment.starts_with("CJK")) return 2;
    return environment.starts_with("tabular") || environment.starts_with("otherlanguage") ||
           environment == "longtable" || environment == "minipage" || environment == "multicols" ||
           environment == "hyphenrules";
}

// Environments that may stand within a sentence: words of another language or script.
bool is_inline(std::string_view environment) {
    return environment.starts_with("otherlanguage") || environment.starts_with("CJK") ||
           environment == "hyphenrules";
}

}  // namespace

void LatexReader::command() {
    auto const name = name_at(at_);
    if (name.text.empty()) {
        at_ = end_;
        return;
    }
    if (!is_ascii_letter(name.text.front())) return control_symbol(name);
    if (name.text == "begin" || name.text == "end") return environment(name);
    if (name.text == "verb") return verb(name);
    if (name.text == "iffalse") return skip_condition(name);
    if (auto const* macro = state_->macros.find(name.text)) return expand(name, *macro);
    if (!latex::marks_of(name.text).empty()) return accent(name);
    if (auto const symbol = latex::symbol_of(name.text); !symbol.empty()) {
        auto const end = name_end(name);
        out().put(symbol, {name.begin, end});
        at_ = end;
        return;
    }
    auto known = name;
    known.text = state_->macros.meaning(name.text);
    act(known, latex_effect(known.text));
}

// What a known command does with what follows it.
void LatexReader::act(Name const& name, LatexEffect effect) {
    at_ = name.end;
    switch (effect.command) {
        case LatexCommand::drop:
            skip_options();
            for (std::size_t i = 0; i < effect.arguments; ++i) skip_argument();
            return;
        case LatexCommand::italic: return open_argument(FrameKind::italic, name);
        case LatexCommand::quote: return open_argument(FrameKind::quote, name);
        case LatexCommand::heading:
            if (name.text == "chapter" && !name.has_star) state_->footnotes = 0;
            out().paragraph({name.begin, name.end});
            return open_argument(FrameKind::heading, name);
        case LatexCommand::first:
            if (auto const text = skip_argument()) read_inside(*text);
            skip_argument();
            return;
        case LatexCommand::second:
        case LatexCommand::second_quote:
            skip_option();
            skip_argument();
            return open_argument(effect.command == LatexCommand::second ? FrameKind::group : FrameKind::quote,
                                 name);
        case LatexCommand::italic_on: at_ = name_end(name); return slant_frame();
        case LatexCommand::paragraph: return out().paragraph({name.begin, name.end});
        case LatexCommand::verbatim:
            if (auto const inner = skip_argument()) address(*inner);
            return;
        case LatexCommand::definition: return skip_definition(name);
        case LatexCommand::file:
        case LatexCommand::import: return take_in(name);
        case LatexCommand::label: return label();
        case LatexCommand::counter: return counter(name);
        case LatexCommand::reference: return reference(name);
        case LatexCommand::note_reference: return note_reference(name);
        case LatexCommand::footnote: return note(name, NoteKind::footnote);
        case LatexCommand::endnote: return note(name, NoteKind::endnote);
        case LatexCommand::margin_note:
            if (!in_note()) return note(name, NoteKind::footnote, false);
            skip_options();
            skip_argument();
            return;
        case LatexCommand::footnote_mark: return mark(name, NoteKind::footnote);
        case LatexCommand::footnote_text: return text_of_mark(name, NoteKind::footnote);
        case LatexCommand::endnote_mark: return mark(name, NoteKind::endnote);
        case LatexCommand::endnote_text: return text_of_mark(name, NoteKind::endnote);
        case LatexCommand::note_citation: return citation(name, !in_note());
        case LatexCommand::auto_citation: return citation(name, !in_note() && state_->citations_are_notes);
        case LatexCommand::inline_citation:
            citation(name, false);
            for (std::size_t i = 0; i < effect.arguments; ++i) skip_argument();
            return;
        case LatexCommand::volume_citation: return volume_citation(name, !in_note());
        case LatexCommand::inline_volume_citation: return volume_citation(name, false);
        case LatexCommand::cited_quote: return cited_quote(name);
        case LatexCommand::unknown:
            if (!skip_options()) at_ = name_end(name);
            return;
    }
}

void LatexReader::open_argument(FrameKind kind, Name const& name) {
    skip_options();
    if (enter_argument()) open_frame(kind, {name.begin, at_});
}

// An address is written as it stands, but for the escapes that hyperref takes away.
void LatexReader::address(Span inner) {
    for (auto at = inner.begin; at < inner.end;) {
        auto const stop = std::min(source_.find('\\', at), inner.end);
        out().copy(source_, {at, stop});
        at = stop;
        if (at >= inner.end) break;
        bool const is_escape =
            at + 1 < inner.end && std::string_view("%#&_{}~").find(source_[at + 1]) != std::string_view::npos;
        out().put(source_.substr(is_escape ? at + 1 : at, 1), {at, at + (is_escape ? 2 : 1)});
        at += is_escape ? 2 : 1;
    }
}

void LatexReader::control_symbol(Name const& name) {
    char const c = name.text.front();
    Span const span{name.begin, name.end};
    at_ = name.end;
    if (!latex::marks_of(name.text).empty()) return accent(name);
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

void LatexReader::skip_star_and_option() {
    if (at_ < end_ && source_[at_] == '*') ++at_;
    skip_option();
}

void LatexReader::accent(Name const& name) {
    auto at = name.end;
    while (at < end_ && is_ascii_letter(name.text.front()) && source_[at] == ' ') ++at;
    std::string letter;
    auto end = at;
    bool const braced = at < end_ && source_[at] == '{';
    if (braced) ++at;
    if (at < end_ && source_[at] == '\\') {
        auto const inner = name_at(at);
        letter = latex::symbol_of(inner.text);
        end = inner.end;
    } else if (at < end_ && source_[at] != '}') {
        end = at + 1;
        while (end < end_ && (static_cast<unsigned char>(source_[end]) & 0xC0) == 0x80) ++end;
        letter = source_.substr(at, end - at);
    } else {
        end = at;
    }
    if (braced && end < end_ && source_[end] == '}') ++end;
    if (!letter.empty()) out().put(latex::with_marks(letter, latex::marks_of(name.text)), {name.begin, end});
    at_ = std::max(end, name.end);
}

void LatexReader::verb(Name const& name) {
    at_ = name.end;
    if (at_ >= end_) return;
    auto const close = slice(source_, {0, end_}).find(source_[at_], at_ + 1);
    if (close == std::string_view::npos) return;
    out().copy(source_, {at_ + 1, close});
    at_ = close + 1;
}

void LatexReader::environment(Name const& name) {
    at_ = name.end;
    auto const argument = skip_argument();
    if (!argument) return;
    auto const environment = slice(source_, *argument);
    if (name.text == "begin" && is_verbatim_environment(environment)) {
        auto const close = slice(source_, {at_, end_}).find(concat("\\end{", environment, "}"));
        auto const end = close == std::string_view::npos ? end_ : at_ + close;
        if (environment != "comment") out().copy(source_, {at_, end});
        at_ = end;
        return;
    }
    if (name.text == "begin") {
        skip_option();
        for (auto left = arguments_of(environment); left > 0; --left) skip_argument();
    }
    if (!is_inline(environment)) out().paragraph({name.begin, at_});
}

// "\\iffalse … \\fi", and up to "\\else" where it has one.
void LatexReader::skip_condition(Name const& begin) {
    std::size_t depth = 1;
    for (at_ = begin.end; at_ < end_ && depth > 0;) {
        at_ = std::min(source_.find('\\', at_), end_);
        if (at_ >= end_) return;
        auto const name = name_at(at_);
        at_ = std::max(name.end, at_ + 1);
        if (name.text == "fi") --depth;
        else if (name.text.starts_with("if") && name.text != "iff") ++depth;
        else if (name.text == "else" && depth == 1) return;
    }
}

}  // namespace fonds
