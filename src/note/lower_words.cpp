// Gives the words of a citation the fields that learned weights prefer to the grammar's reading.

#include <algorithm>

#include "base/text.hpp"
#include "note/lowerer.hpp"
#include "note/word_fields.hpp"

namespace fonds {
namespace {

using std::string_view;

bool is_level(FieldName name) { return name.starts_with("level:"); }

/// Tokens that belong to one field, counted from the citation's first; half-open.
struct Run {
    std::size_t first = 0, last = 0;
    [[nodiscard]] bool empty() const { return first == last; }
    [[nodiscard]] std::size_t size() const { return last - first; }
};

class FieldChange {
  public:
    FieldChange(Lowerer& lowerer, CitationWords const& words, std::vector<FieldName> const& fields)
        : lowerer_(lowerer), words_(words), fields_(fields) {
        for (std::size_t i = 0; i < fields.size(); ++i)
            if (is_word(i) && words.list[i].rule != fields[i])
                changes_.push_back({words.list[i].rule, fields[i]});
    }

    /// Whether any field changed.
    bool apply() {
        bool any = false;
        auto const change = [&](bool is_changed, auto const& set) {
            if (is_changed) set();
            any = any || is_changed;
        };
        for (auto const name : weighed_people) change(changed(name), [&] { set_people(name); });
        for (auto const name : weighed_texts) change(changed(name), [&] { set_text(name); });
        change(changed("page"), [&] { set_pages(); });
        change(changed("issued"), [&] { set_date(); });
        change(changed("archive"), [&] { set_archive(); });
        change(changed("archive-place"), [&] { set_place(); });
        change(levels_changed(), [&] { set_levels(); });
        return any;
    }

  private:
    [[nodiscard]] Citation& citation() { return lowerer_.low.citation; }
    [[nodiscard]] ArchivalReference& reference() { return citation().item.reference; }
    [[nodiscard]] Token const& token(std::size_t at) const {
        return lowerer_.token(words_.first + static_cast<std::uint32_t>(at));
    }

    [[nodiscard]] bool is_word(std::size_t at) const {
        auto const kind = token(at).kind;
        return kind == TokenKind::word || kind == TokenKind::url;
    }

    /// Whether another word belongs to the field than the grammar read; marks decide nothing.
    [[nodiscard]] bool changed(string_view name) const {
        return std::any_of(changes_.begin(), changes_.end(),
                           [&](Change const& change) { return change.from == name || change.to == name; });
    }
    [[nodiscard]] bool levels_changed() const {
        return std::any_of(changes_.begin(), changes_.end(),
                           [](Change const& change) { return is_level(change.from) || is_level(change.to); });
    }

    void forget(string_view name) { lowerer_.low.forget(name); }

    /// The runs of words of a field, in order.
    [[nodiscard]] std::vector<Run> runs(string_view name) const {
        std::vector<Run> out;
        for (std::size_t i = 0; i < fields_.size(); ++i) {
            if (fields_[i] != name) continue;
            if (out.empty() || out.back().last != i) out.push_back({i, i});
            out.back().last = i + 1;
        }
        for (auto& run : out) run = without_marks(run);
        std::erase_if(out, [](Run const& run) { return run.empty(); });
        return out;
    }

    /// Without the marks around it: quotation marks, and brackets that it has one of.
    [[nodiscard]] Run without_marks(Run run) const {
        auto const partner_inside = [&](std::size_t at) {
            auto const match = token(at).match;
            return match != no_token && match >= words_.first + run.first && match < words_.first + run.last;
        };
        while (run.first < run.last && !is_word(run.first) &&
               !(token(run.first).kind == TokenKind::open && partner_inside(run.first)))
            ++run.first;
        while (run.first < run.last && !is_word(run.last - 1) && !ends_value(run.last - 1) &&
               !(token(run.last - 1).kind == TokenKind::close && partner_inside(run.last - 1)))
            --run.last;
        return run;
    }

    /// The stop of an abbreviation, the mark of a question.
    [[nodiscard]] bool ends_value(std::size_t at) const {
        return token(at).is_mark('.') || token(at).is_mark('?') || token(at).is_mark('!');
    }

    [[nodiscard]] Run first_run(string_view name) const {
        auto const all = runs(name);
        return all.empty() ? Run{} : all.front();
    }
    /// "964/817 and": what joins two levels belongs to neither.
    [[nodiscard]] Run without_conjunctions(Run run) const {
        run = without_marks(run);
        while (!run.empty() && token(run.first).is(WordClass::conjunction) && token(run.first).lower)
            run = without_marks({run.first + 1, run.last});
        while (!run.empty() && token(run.last - 1).is(WordClass::conjunction) && token(run.last - 1).lower)
            run = without_marks({run.first, run.last - 1});
        return run;
    }

    [[nodiscard]] Run longest_run(string_view name) const {
        Run best;
        for (auto const& run : runs(name))
            if (best.empty() || size(run) > size(best)) best = run;
        return best;
    }
    [[nodiscard]] std::size_t size(Run run) const {
        return token(run.last - 1).span.end - token(run.first).span.begin;
    }

    [[nodiscard]] Span span_of(Run run) const {
        return trimmed(lowerer_.low.chunks.text, {token(run.first).span.begin, token(run.last - 1).span.end});
    }

    void set_people(string_view name) {
        auto const variable = *find_variable(name);
        citation().item.names.erase(variable);
        forget(name);
        auto const run = first_run(name);
        if (run.empty()) return;
        auto const first = words_.first + static_cast<std::uint32_t>(run.first);
        auto const last = words_.first + static_cast<std::uint32_t>(run.last);
        if (is_office(run)) return lowerer_.office(variable, first, last);
        if (variable == Variable::author && (lowerer_.candidate.find(Role::listed) || is_inverted(run)))
            return lowerer_.listed(variable, first, last);
        lowerer_.names(variable, first, last);
    }

    /// "Smith, John", "Smith, John, and Mary Jones" at the begin of a citation: the
    /// family's name first, as in a list of literature.
    [[nodiscard]] bool is_inverted(Run run) const {
        auto const is_name = [&](std::size_t at) {
            auto const& it = token(at);
            return it.kind == TokenKind::word && it.upper && !it.digits && !it.is(WordClass::institution) &&
                   !it.is(WordClass::rank);
        };
        if (run.first != 0 || run.last < 3 || !is_name(0) || !token(1).is_mark(',') || !is_name(2))
            return false;
        // "Berkowitz, Bock, and Fuccillo": behind the conjunction a given name stands too, or all are
        // families'.
        return run.last == 3 || token(3).is(WordClass::conjunction) ||
               (token(3).is_mark(',') && run.last > 6 && token(4).is(WordClass::conjunction));
    }

    /// "U.S. Fish and Wildlife Service", "Joint Economic Committees, Canada–United States": one body, not
    /// several.
    [[nodiscard]] bool is_office(Run run) const {
        bool parted = false, body = false;
        for (auto at = run.first; at < run.last; ++at) {
            auto const& it = token(at);
            parted = parted || it.is_mark(',') || (it.is(WordClass::conjunction) && at > run.first);
            body = body || (it.upper && it.is(WordClass::institution) && !it.is(WordClass::rank));
        }
        return parted && body;
    }

    /// "Ah. E. | v. 22. 9. 1862": the small word before the day.
    [[nodiscard]] Run without_lead_to_date(Run run) const {
        bool const dated = run.last < fields_.size() && fields_[run.last] == "issued";
        if (!dated || run.size() < 3) return run;
        auto const stop = token(run.last - 1).is_mark('.') ? std::size_t{1} : std::size_t{0};
        if (lowerer_.leads_to_date(words_.first + static_cast<std::uint32_t>(run.last - stop - 1)))
            run.last -= stop + 1;
        return run;
    }

    void set_text(string_view name) {
        auto const variable = *find_variable(name);
        citation().item.texts.erase(variable);
        forget(name);
        auto const run = name == "title" ? without_lead_to_date(longest_run(name)) : first_run(name);
        if (run.empty()) return;
        if (variable == Variable::volume && run.size() == 1) return set_volume(span_of(run));
        lowerer_.low.set(variable, with_bracket(span_of(run)));
    }

    /// "CM 54(47)": with the bracket that closes one within.
    [[nodiscard]] Span with_bracket(Span span) const {
        auto const written = lowerer_.text(span);
        bool const open = written.find('(') != string_view::npos && written.find(')') == string_view::npos;
        bool const closes =
            span.end < lowerer_.low.chunks.text.size() && lowerer_.low.chunks.text[span.end] == ')';
        return open && closes ? Span{span.begin, span.end + 1} : span;
    }

    /// "98/4", "xi/3": volume and issue; "2:812": volume and page, where no other is told.
    void set_volume(Span span) {
        auto const written = lowerer_.text(span);
        bool const journal_told = !first_run("container-title").empty() && first_run("issue").empty();
        if (journal_told && lowerer_.volume_and_issue(span)) return;
        auto const sign = written.find_first_of("/:");
        // "II/4" is the fourth part of a second series.
        bool const roman = written.find_first_of("IVXLC") == 0;
        bool const two = sign != string_view::npos && sign > 0 && is_digit(written.back()) && !roman &&
                         written.find_first_of("/:", sign + 1) == string_view::npos &&
                         !is_double_volume(written);
        auto const second = two && written[sign] == ':' ? Variable::page : Variable::issue;
        bool const told = !first_run(to_string(second)).empty();
        bool const journal = two && (second == Variable::page || !first_run("container-title").empty());
        if (!journal || told) return lowerer_.low.set(Variable::volume, span);
        lowerer_.low.set(Variable::volume, {span.begin, span.begin + sign});
        lowerer_.low.set(second, {span.begin + sign + 1, span.end});
    }

    /// The pages of the whole, then the one that is meant.
    void set_pages() {
        citation().item.texts.erase(Variable::page);
        forget("page");
        if (citation().locator_label == "page") {
            citation().locator.clear();
            citation().locator_label.clear();
            forget("locator");
        }
        auto const all = runs("page");
        if (all.empty()) return;
        lowerer_.low.set(Variable::page, lowerer_.page_of_volume(span_of(all.front())));
        if (all.size() < 2 || !citation().locator.empty()) return;
        citation().locator = lowerer_.text(span_of(all[1]));
        citation().locator_label = "page";
        lowerer_.low.field("locator", span_of(all[1]));
    }

    /// The chunk that a token of the citation is in.
    [[nodiscard]] Chunk const& chunk_of(std::size_t at) const { return lowerer_.at(words_.list[at].chunk); }

    void set_date() {
        for (auto const& run : runs("issued"))
            for (auto at = run.first; at < run.last; ++at)
                if (chunk_of(at).date >= 0) {
                    citation().item.dates.erase(Variable::issued);
                    forget("issued");
                    return lowerer_.set_date(Variable::issued, chunk_of(at));
                }
        auto const run = first_run("issued");
        citation().item.dates.erase(Variable::issued);
        forget("issued");
        // "Sale 2007", "Buenos Aires, 1963?": a date within what was read as something else.
        if (!run.empty())
            lowerer_.read_date_at(Variable::issued, words_.first + static_cast<std::uint32_t>(run.first));
    }

    void set_archive() {
        reference().repository.clear();
        reference().repository_id.clear();
        forget("archive");
        auto const run = first_run("archive");
        if (run.empty()) return;
        reference().repository = lowerer_.text(span_of(run));
        lowerer_.low.field("archive", span_of(run));
        for (auto at = run.first; at < run.last; ++at)
            if (auto const& chunk = chunk_of(at);
                chunk.kind == ChunkKind::archive && chunk.phrase && chunk.phrase->archives().size() == 1)
                reference().repository_id = chunk.phrase->archives().front()->id;
    }

    void set_place() {
        reference().place.clear();
        forget("archive-place");
        auto const run = first_run("archive-place");
        if (run.empty()) return;
        reference().place = lowerer_.text(span_of(run));
        lowerer_.low.field("archive-place", span_of(run));
    }

    struct Kept {
        Span span;
        ArchiveLevel level;
    };

    /// Levels whose words are the same stay, under the name that they have now; the others are made anew.
    void set_levels() {
        std::vector<Kept> kept;
        std::vector<bool> covered(fields_.size(), false);
        for (auto const& field : citation().fields) {
            auto const* written = level_of(field, reference());
            if (!written) continue;
            auto level = *written;
            if (!stays(field.span, level)) continue;
            kept.push_back({field.span, std::move(level)});
            for (auto own = tokens_of(field.span); own.first < own.last; ++own.first)
                covered[own.first] = true;
        }
        for (std::size_t i = 0; i < fields_.size();) {
            auto end = i + 1;
            if (!covered[i] && is_level(fields_[i])) {
                while (end < fields_.size() && !covered[end] && fields_[end] == fields_[i]) ++end;
                if (auto const run = without_conjunctions({i, end}); !run.empty())
                    kept.push_back(new_level(run));
            }
            i = end;
        }
        std::stable_sort(kept.begin(), kept.end(),
                         [](Kept const& a, Kept const& b) { return a.span.begin < b.span.begin; });
        std::erase_if(citation().fields,
                      [](FieldSpan const& field) { return field.field.starts_with("levels/"); });
        reference().levels.clear();
        for (auto& [span, level] : kept) {
            lowerer_.low.field("levels/" + std::to_string(reference().levels.size()), span);
            reference().levels.push_back(std::move(level));
        }
    }

    /// The tokens that a span overlaps, counted from the citation's first.
    [[nodiscard]] Run tokens_of(Span span) const {
        auto const begin = lowerer_.low.chunks.tokens.begin() + words_.first;
        auto const end = begin + static_cast<std::ptrdiff_t>(fields_.size());
        auto const first = std::partition_point(
            begin, end, [&](Token const& token) { return token.span.end <= span.begin; });
        auto const last =
            std::partition_point(first, end, [&](Token const& token) { return token.span.begin < span.end; });
        return {static_cast<std::size_t>(first - begin), static_cast<std::size_t>(last - begin)};
    }

    /// Whether a level that the grammar read is still one; it takes the name that its words have now.
    [[nodiscard]] bool stays(Span span, ArchiveLevel& level) const {
        auto const own = tokens_of(span);
        FieldName const* name = nullptr;
        bool renamed = false;
        for (auto at = own.first; at < own.last; ++at) {
            if (words_.list[at].settled) return true;
            if (!is_word(at)) continue;
            if (!is_level(fields_[at]) || (name && *name != fields_[at])) return false;
            name = &fields_[at];
            renamed = renamed || words_.list[at].rule != fields_[at];
        }
        if (!name || goes_on(own, *name)) return false;
        if (renamed) give_name(level, *name);
        return true;
    }

    /// Whether tokens beside a level's own belong to the same level now.
    [[nodiscard]] bool goes_on(Run own, FieldName name) const {
        auto const joins = [&](std::size_t at) {
            return fields_[at] == name && (words_.list[at].rule != name || !is_word(at));
        };
        // A mark is a level's own where more of the level stands behind it: "G-2, HQ Files".
        bool const before = own.first > 0 && joins(own.first - 1) &&
                            (is_word(own.first - 1) || (own.first > 1 && joins_word(own.first - 2, name)));
        bool const behind =
            own.last < fields_.size() && joins(own.last) &&
            (is_word(own.last) || (own.last + 1 < fields_.size() && joins_word(own.last + 1, name)));
        return before || behind;
    }

    [[nodiscard]] bool joins_word(std::size_t at, FieldName name) const {
        return is_word(at) && fields_[at] == name;
    }

    void give_name(ArchiveLevel& level, FieldName name) const {
        level.level = name.substr(6);
        level.hierarchy = lowerer_.low.lexicon.hierarchy_of(level.level);
    }

    /// "#638", "the Hayek Papers": the value alone.
    [[nodiscard]] Span without_sign(Span span) const {
        for (string_view const sign : {"#", "the ", "The "})
            if (auto const written = lowerer_.text(span);
                written.size() > sign.size() && written.starts_with(sign))
                span.begin += sign.size();
        return trimmed(lowerer_.low.chunks.text, span);
    }

    [[nodiscard]] Kept new_level(Run run) const {
        Kept out;
        out.span = without_sign(span_of(run));
        out.level.value = lowerer_.text(out.span);
        give_name(out.level, fields_[run.first]);
        auto const& chunk = chunk_of(run.first);
        if (out.level.level == "series" && chunk.is(Trait::collection)) out.level.level = "collection";
        if (chunk.kind == ChunkKind::level && !chunk.label.overlaps(out.span) &&
            chunk_of(run.last - 1).first == chunk.first)
            out.level.label = lowerer_.text(chunk.label);
        return out;
    }

    /// A word whose field is another than the grammar read.
    struct Change {
        FieldName from, to;
    };

    Lowerer& lowerer_;
    CitationWords const& words_;
    std::vector<FieldName> const& fields_;
    std::vector<Change> changes_;
};

}  // namespace

bool Lowerer::weigh() {
    auto const words =
        citation_words(low.citation, low.settled, candidate, low.chunks, low.kept, low.located);
    bool const changed = FieldChange(*this, words, weigh_fields(words, low.chunks)).apply();
    // "Chteniia o bogochelovechestve, in Sobranie sochinenii": what is in another is no book; "the critique
    // by Hixson in Diplomatic History 13 (1989), 161–82": an article without its title.
    if (changed && item().type == ItemType::book && !item().text(Variable::container_title).empty()) {
        if (!item().text(Variable::title).empty()) item().type = ItemType::chapter;
        else if (item().names.find(Variable::author) && item().dates.find(Variable::issued)) type_by_fields();
    }
    // "…, CIA-RDP85T00875R001500040011-5, CREST, https://…": what has a keeper is kept, and read on the web.
    if (changed && low.citation.kind == CitationKind::web && !item().reference.repository.empty()) {
        low.citation.kind = CitationKind::archival;
        item().type = ItemType::manuscript;
    }
    return changed;
}

}  // namespace fonds
