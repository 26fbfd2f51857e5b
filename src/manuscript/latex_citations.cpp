// Citations of LaTeX: keys with what stands before and behind them, in notes or in the text.

#include "base/text.hpp"
#include "manuscript/latex_reader.hpp"

namespace fonds {
namespace {

// How far "(see)" may reach.
constexpr std::size_t maximum_parentheses = 2000;
// Arguments within arguments that are read before what stands around them; deeper ones are no text.
constexpr std::size_t maximum_inner_depth = 100;

}  // namespace

void LatexReader::open_citing_note(Name const& name) {
    SourceNote note;
    note.id = next_id(NoteKind::footnote);
    note.number = next_number(NoteKind::footnote);
    add_call(note.id, note.number, {name.begin, name.end});
    open_note(std::move(note), name.begin);
}

// "[see]{2}[34]{key}": a volume and its page.
void LatexReader::volume_citation(Name const& name, bool is_note) {
    if (is_note) open_citing_note(name);
    auto const before = skip_option();
    auto const volume = skip_argument();
    auto const page = skip_option();
    auto const keys = skip_argument();
    if (volume && keys) {
        cite(before, *keys, volume);
        if (page) {
            out().put(":", {page->begin, page->begin});
            read_inside(*page);
        }
    }
    if (is_note) close_frame({at_, at_});
}

// "[see][34]{key}", repeated for the commands that take several works, which may begin with "(see)(34)".
void LatexReader::citation(Name const& name, bool is_note) {
    bool const is_plural = name.text.back() == 's';
    std::optional<Span> before_all = is_plural ? skip_parentheses() : std::nullopt;
    std::optional<Span> behind_all = is_plural ? skip_parentheses() : std::nullopt;
    if (before_all && !behind_all) std::swap(before_all, behind_all);
    if (is_note) open_citing_note(name);
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

// "[see][34]{key}{text}": the quotation, then what it is cited from.
void LatexReader::cited_quote(Name const& name) {
    auto const one = skip_option();
    auto const two = skip_option();
    auto const keys = skip_argument();
    auto const text = skip_argument();
    if (!keys || !text) return;
    out().put("“", {name.begin, name.end});
    read_inside(*text);
    out().put("” ", {text->end, text->end + 1});
    cite(two ? one : std::nullopt, *keys, two ? two : one);
}

std::optional<Span> LatexReader::skip_parentheses() {
    if (at_ >= end_ || source_[at_] != '(') return std::nullopt;
    auto const close = slice(source_, {at_, end_}).substr(0, maximum_parentheses).find(')');
    if (close == std::string_view::npos) return std::nullopt;
    Span const inner{at_ + 1, at_ + close};
    at_ = inner.end + 1;
    return inner;
}

void LatexReader::cite(std::optional<Span> before, Span keys, std::optional<Span> behind) {
    put_before(before);
    auto const begin = out().size();
    out().put("[", {keys.begin - 1, keys.begin});
    out().copy(source_, keys);
    out().put("]", {keys.end, keys.end + 1});
    Span const span{begin, out().size()};
    for (auto const key : split(slice(source_, keys), ',')) add_citation(std::string(trim(key)), span);
    put_behind(behind);
}

void LatexReader::put_before(std::optional<Span> text) {
    if (!text || text->empty()) return;
    read_inside(*text);
    out().space({text->end, text->end});
}

void LatexReader::put_behind(std::optional<Span> text) {
    if (!text || text->empty()) return;
    out().put(", ", {text->begin, text->begin});
    read_inside(*text);
}

// The text of an option is LaTeX too.
void LatexReader::read_inside(Span inner) {
    if (inner_depth_ >= maximum_inner_depth) return;
    ++inner_depth_;
    auto const at = std::exchange(at_, inner.begin);
    auto const end = std::exchange(end_, inner.end);
    run();
    at_ = at;
    end_ = end;
    --inner_depth_;
}

}  // namespace fonds
