// The cites of one citation: affixes, collapsing, ranges, delimiters (CSL 1.0.2, "Cite Collapsing").

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "csl/punctuate.hpp"
#include "csl/script.hpp"
#include "csl/writer.hpp"

namespace fonds::csl {

namespace {

constexpr std::string_view no_printed_citation = "[NO_PRINTED_FORM]";
constexpr std::string_view no_printed_form = "[CSL STYLE ERROR: reference with no printed form.]";

std::string_view without_trailing_quotes(std::string_view text) {
    static constexpr std::string_view ends[] = {"\"",     "'",      " ",      "\u201d",
                                                "\u2019", "\u00bb", "\u202f", "\u00a0"};
    for (auto again = true; again;) {
        again = false;
        for (auto const end : ends)
            if (text.ends_with(end)) {
                text.remove_suffix(end.size());
                again = true;
            }
    }
    return text;
}

std::string without_tags(std::string_view text) {
    std::string out;
    auto in_tag = false;
    for (auto const c : text) {
        if (c == '<') in_tag = true;
        if (!in_tag) out += c;
        if (c == '>') in_tag = false;
    }
    return out;
}

constexpr std::string_view sentence_marks = ":.;!?";

bool ends_in_space(std::string_view text) {
    return text.ends_with(' ') || text.ends_with("\u00a0") || text.ends_with("\u202f");
}

/// A cite's prefix with the space it needs before the cite.
std::string spaced_prefix(std::string_view prefix) {
    auto const plain = without_tags(prefix);
    auto const bare = without_trailing_quotes(plain);
    std::string out;
    for (auto const c : prefix)
        if (c != ' ' || out.empty() || out.back() != ' ') out += c;
    if (bare.empty()) return out;
    auto const last = bare.back();
    auto const needs = ends_spaced(bare) || sentence_marks.find(last) != std::string_view::npos ||
                       last == ')' || last == ']' || last == ',' || is_digit(last);
    if (needs && !ends_in_space(out)) out += ' ';
    return out;
}

std::string spaced_suffix(std::string_view suffix) {
    if (suffix.empty()) return {};
    if (starts_spaced(suffix) || suffix[0] == '[' || suffix[0] == '(') return concat(" ", suffix);
    return std::string(suffix);
}

/// Whether what follows the prefix begins a sentence of its own.
bool ends_sentence(std::string_view prefix) {
    auto const plain = without_tags(prefix);
    auto const bare = without_trailing_quotes(plain);
    return !bare.empty() && sentence_marks.find(bare.back()) != std::string_view::npos &&
           trim(prefix).find(' ') != std::string_view::npos;
}

}  // namespace

/// A cite as the citation joins it.
struct Writer::Unit {
    std::string text;
    std::string delimiter;  ///< before it
    Counter counter = Counter::none;
    int number = 0;
    bool alone = false;  ///< nothing but the number
    bool ends_in_number = false;
    NodeId node = no_node;

    [[nodiscard]] bool follows(Unit const& before) const { return alone && before.ends_in_number; }
};

namespace {

/// Whether a node shows a number and nothing else.
bool is_lone_number(Tree const& tree, NodeId id) {
    while (tree[id].is_list && tree[id].first != no_node && tree[id].first == tree[id].last)
        id = tree[id].first;
    return tree[id].is_number;
}

/// The number a cite ends with, where nothing stands after it.
NodeId trailing_number(Tree const& tree, NodeId id, bool& alone) {
    alone = true;
    for (;;) {
        auto const& node = tree[id];
        if (node.is_number) return id;
        if (!node.is_list || node.first == no_node) return no_node;
        if (node.first != node.last) {
            alone = false;
            if (!node.suffix.empty() || !node.face.is_plain()) return no_node;
        }
        auto const closed = !node.suffix.empty() || node.face.has_font();
        if (!alone && closed && !is_lone_number(tree, id)) return no_node;
        id = node.last;
    }
}

/// Affixes around a number that stands alone in its lists are written outside all their formatting, so that
/// numbers of neighbouring cites can be joined.
bool lift_affixes(Tree& tree, NodeId id) {
    if (!tree[id].is_list) return tree[id].is_number;
    auto const first = tree[id].first;
    if (first != no_node && first == tree[id].last) {
        if (!lift_affixes(tree, first)) return false;
        auto& inner = tree[first];
        auto& outer = tree[id];
        if (!inner.prefix.empty()) outer.prefix = tree.keep_joined(outer.prefix, inner.prefix);
        if (!inner.suffix.empty()) outer.suffix = tree.keep_joined(inner.suffix, outer.suffix);
        inner.prefix = inner.suffix = {};
        return true;
    }
    for (auto child = first; child != no_node; child = tree[child].next) (void)lift_affixes(tree, child);
    return false;
}

/// The delimiter between two cites where the affixes that meet there have punctuation of their own.
std::string_view beside_affixes(std::string_view delimiter, std::string_view before, std::string_view own) {
    auto const ends =
        !before.empty() && (before.back() == ';' || before.back() == '.' || before.back() == ',');
    auto const starts = before.empty() && !own.empty() && (own[0] == ';' || own[0] == '.' || own[0] == ',');
    if (!ends && !starts) return delimiter;
    auto const space = delimiter.find(' ');
    return space != std::string_view::npos && !starts ? delimiter.substr(space) : std::string_view();
}

}  // namespace

/// The place of a number in a row of numbers that go on by one.
enum class Writer::RowPlace {
    start,
    successor,
    second_successor,  ///< the third number of a row, or a later one
    suppressed,        ///< inside a range
    end,               ///< of a range
    seen,              ///< the row before ended
};

NodeId Writer::cite(PlacedCite const& placed, bool first) {
    auto const& cite = *placed.cite;
    evaluator_.collapse.collapsed = compiled_.collapse != Collapse::none;
    evaluator_.collapse.date_parts.clear();
    evaluator_.collapse.use_suffix_delimiter = false;
    auto const list = tree_.add_list();
    tree_[list].part = Part::cite;
    tree_[list].text = items_[placed.item].record.id();
    if (first) evaluator_.begins = true;
    if (!cite.prefix.empty()) {
        auto const prefix = spaced_prefix(cite.prefix);
        auto const restarts = ends_sentence(prefix);
        if (restarts) evaluator_.begins = true;
        tree_.append(list,
                     evaluator_.write_affix(tree_, evaluator_.parentheses.turned(tree_, prefix), restarts));
    }
    shown_ = items_[placed.item].distinction;
    auto const body =
        evaluator_.write(tree_, Area::citation, state_of(placed), Evaluator::Mode::final, shown_, true);
    for (auto child = tree_[body].first; child != no_node;) {
        auto const next = tree_[child].next;
        tree_.append(list, child);
        child = next;
    }
    if (!cite.suffix.empty()) {
        auto const suffix = spaced_suffix(cite.suffix);
        auto const affix = evaluator_.write_affix(tree_, evaluator_.parentheses.turned(tree_, suffix), false);
        tree_[affix].part = Part::suffix;
        tree_.append(list, affix);
    }
    evaluator_.collapse.last_date_parts = evaluator_.collapse.date_parts;
    evaluator_.collapse.after_locator = has_locator(cite);
    return list;
}

std::string_view Writer::splice_delimiter(bool last_locator, bool last_collapsed) {
    auto const& layout = compiled_.citation.format.delimiter;
    auto const& state = evaluator_.collapse;
    auto const after_group =
        last_locator || (last_collapsed && !state.collapsed) ||
        (!last_collapsed && !state.collapsed && compiled_.collapse != Collapse::year_suffix);
    if (compiled_.after_collapse_delimiter && after_group) return *compiled_.after_collapse_delimiter;
    if (state.use_group_delimiter) return *compiled_.cite_group_delimiter;
    // A style that delimits what stands behind groups has its own delimiter inside of them.
    if (state.collapsed && !compiled_.is_note && !compiled_.citation.uses_citation_number &&
        !compiled_.after_collapse_delimiter)
        return ", ";
    if (state.use_suffix_delimiter && compiled_.year_suffix_delimiter)
        return *compiled_.year_suffix_delimiter;
    return layout;
}

/// The author alone, for the running text: without the layout's affixes, and without formatting. Where the
/// style has a layout for it, the cite's affixes stay with the citation.
std::string Writer::author(PlacedCite placed) {
    auto bare = *placed.cite;
    bare.prefix.clear();
    bare.suffix.clear();
    if (compiled_.in_text.present) placed.cite = &bare;
    tree_.clear();
    evaluator_.collapse = CollapseState();
    evaluator_.parentheses.begin(compiled_.is_note);
    evaluator_.in_running_text = compiled_.in_text.present;
    auto const node = cite(placed, true);
    evaluator_.in_running_text = false;
    std::string out;
    if (purge_empty(tree_, node)) {
        settle_punctuation(tree_, node, words_.punctuation_in_quote);
        tree_.strip_faces();
        renderer_.render(tree_, node, out);
    }
    return out.empty() ? std::string(no_printed_citation) : out;
}

/// An author in the running text and the citation behind it, which leaves that author out but in notes.
std::string Writer::composite(PlacedCitation const& citation) {
    auto cites = citation.cites;
    auto in_text = *cites[0].cite, behind = in_text;
    in_text.author_only = true;
    in_text.suffix.clear();
    if (!compiled_.in_text.present) behind.prefix.clear();
    behind.suppress_author = !compiled_.is_note;
    cites[0].cite = &in_text;
    auto out = author(cites[0]);
    if (auto const& infix = citation.citation->infix; !infix.empty()) {
        tree_.clear();
        auto const node = evaluator_.write_affix(tree_, infix, false);
        settle_punctuation(tree_, node, words_.punctuation_in_quote);
        static constexpr std::string_view closing = ".,;:!?'\u2019";
        auto const first = infix.substr(0, decode(infix, 0).size);
        if (closing.find(first) == closing.npos) out += ' ';
        renderer_.render(tree_, node, out);
    }
    cites[0].cite = &behind;
    return concat(out, " ", together(cites));
}

std::string Writer::citation(PlacedCitation const& citation) {
    if (citation.cites.empty() && options_.name_unprinted) return unknown_cites(*citation.citation);
    if (compiled_.citation.child_count == 0) return std::string(no_printed_citation);
    for (auto const& placed : citation.cites)
        if (placed.cite->author_only) return author(placed);
    return citation.citation->composite && !citation.cites.empty() ? composite(citation)
                                                                   : together(citation.cites);
}

/// The cites as nodes, each with the delimiter before it.
std::vector<Writer::Unit> Writer::write_cites(std::vector<PlacedCite> const& cites) {
    std::vector<Unit> units;
    for (std::size_t i = 0; i < cites.size(); ++i) {
        auto const last_collapsed = evaluator_.collapse.collapsed;
        Unit unit;
        unit.node = cite(cites[i], i == 0);
        auto const last_locator = i > 0 && has_locator(*cites[i - 1].cite);
        auto delimiter = splice_delimiter(last_locator, last_collapsed);
        if (i > 0) delimiter = beside_affixes(delimiter, cites[i - 1].cite->suffix, cites[i].cite->prefix);
        unit.delimiter = std::string(delimiter);
        units.push_back(std::move(unit));
    }
    return units;
}

/// Renders the cites, each by itself.
void Writer::render_cites(std::vector<Unit>& units) {
    auto const& face = compiled_.citation.format.face;
    Surroundings around;
    around.face = face;
    around.any_style = face.style == FontStyle::italic || face.style == FontStyle::oblique;
    around.any_variant = face.variant == FontVariant::small_caps;
    around.any_weight = face.weight == FontWeight::bold;
    for (auto& unit : units) {
        settle_punctuation(tree_, unit.node, words_.punctuation_in_quote);
        (void)lift_affixes(tree_, unit.node);
        if (auto const number = trailing_number(tree_, unit.node, unit.alone); number != no_node) {
            auto const& node = tree_[number];
            unit.counter = node.counter;
            unit.number = node.number;
            unit.ends_in_number = true;
        } else {
            unit.alone = false;
        }
        renderer_.render(tree_, unit.node, unit.text, around);
    }
}

std::string Writer::together(std::vector<PlacedCite> const& cites) {
    tree_.clear();
    evaluator_.collapse = CollapseState();
    auto const& layout = compiled_.citation.format;
    auto& parentheses = evaluator_.parentheses;
    parentheses.begin(compiled_.is_note);
    auto const prefix = parentheses.turned(tree_, layout.prefix);
    auto units = write_cites(cites);
    auto suffix = std::string(layout.suffix);
    if (!suffix.empty() && sentence_marks.find(suffix[0]) != std::string_view::npos) suffix.resize(1);
    auto const closing = parentheses.turned(tree_, suffix);
    for (auto& unit : units)
        if (!purge_empty(tree_, unit.node)) unit.alone = false;
    if (!units.empty()) {
        tree_[units.back().node].suffix = tree_.keep(closing);
        tree_[units.front().node].prefix = tree_.keep(prefix);
    }
    render_cites(units);
    if (!units.empty() && units[0].text.empty() && !cites.back().cite->suppress_author) {
        renderer_.escape(units[0].text, layout.prefix);
        renderer_.escape(units[0].text, unprinted(cites[0].item));
        if (units.size() == 1) renderer_.escape(units[0].text, layout.suffix);
    }
    if (units.size() > 1 && units.back().text.empty() && !cites.back().cite->suppress_author)
        close_earlier(units, layout.suffix);
    auto const joined = join_units(units);
    if (joined.empty()) return std::string(no_printed_citation);
    return renderer_.wrap(joined, layout.face);
}

/// What stands for a cite of an item of which the style prints nothing.
std::string Writer::unprinted(std::size_t item) {
    unprinted_.insert(item);
    if (!options_.name_unprinted) return std::string(no_printed_form);
    return concat("[", items_[item].record.id(), "]");
}

/// What stands for a citation of which no item is there.
std::string Writer::unknown_cites(Citation const& citation) const {
    std::string ids;
    for (auto const& cite : citation.cites) ids += concat(ids.empty() ? "" : "; ", cite.id);
    std::string out;
    if (!ids.empty()) renderer_.escape(out, concat("[", ids, "]"));
    return out;
}

/// The citation's suffix where the last cite, which would carry it, shows nothing.
void Writer::close_earlier(std::vector<Unit>& units, std::string_view suffix) const {
    for (auto i = units.size(); i-- > 0;)
        if (!units[i].text.empty()) return renderer_.escape(units[i].text, suffix);
}

/// Which place each number has in a row of numbers that go on by one.
std::vector<Writer::RowPlace> Writer::places_in_rows(std::vector<Unit> const& units) const {
    auto const in_range = [&](Counter counter) {
        auto const of_citations = compiled_.collapse == Collapse::citation_number;
        return counter == Counter::citation_number ? of_citations
                                                   : compiled_.collapse == Collapse::year_suffix_ranged;
    };
    std::vector<RowPlace> places(units.size(), RowPlace::start);
    for (std::size_t i = 1; i < units.size(); ++i) {
        if (!units[i].follows(units[i - 1])) continue;
        auto& previous = places[i - 1];
        auto const next =
            units[i].counter == units[i - 1].counter && units[i].number == units[i - 1].number + 1;
        if (!next) {
            if (previous == RowPlace::second_successor) previous = RowPlace::end;
            places[i] = RowPlace::seen;
        } else if (previous == RowPlace::start || previous == RowPlace::seen) {
            places[i] = RowPlace::successor;
        } else if (in_range(units[i].counter)) {
            places[i] = RowPlace::second_successor;
            previous = RowPlace::suppressed;
        } else {
            places[i] = RowPlace::successor;
        }
        auto const last = i + 1 == units.size() || !units[i + 1].follows(units[i]);
        if (last && places[i] == RowPlace::second_successor) places[i] = RowPlace::end;
    }
    // The last number of a row that no other leads to is joined as one that follows.
    auto looking = true;
    for (std::size_t i = units.size(); i-- > 1;) {
        if (!units[i].follows(units[i - 1])) {
            looking = true;
        } else if (looking && places[i] == RowPlace::seen) {
            places[i] = RowPlace::successor;
            looking = false;
        }
    }
    return places;
}

/// What stands before a unit that is not the first.
std::string_view Writer::delimiter_before(std::size_t i, std::vector<Unit> const& units,
                                          std::vector<RowPlace> const& places) const {
    auto const& unit = units[i];
    auto const& between_cites = compiled_.citation.format.delimiter;
    if (places[i] == RowPlace::end) return words_.get(term::citation_range_delimiter);
    // Nothing was collapsed before.
    if (i > 0 && unit.follows(units[i - 1]) && compiled_.collapse == Collapse::citation_number &&
        units[i - 1].alone && places[i - 1] != RowPlace::end)
        return between_cites;
    if (places[i] != RowPlace::successor) return unit.delimiter;
    if (unit.counter == Counter::year_suffix) {
        if (compiled_.year_suffix_delimiter) return *compiled_.year_suffix_delimiter;
        if (compiled_.cite_group_delimiter) return *compiled_.cite_group_delimiter;
    }
    return between_cites;
}

/// Puts the units together; runs of numbers become ranges.
std::string Writer::join_units(std::vector<Unit> const& units) const {
    auto const places = places_in_rows(units);
    std::string out;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].text.empty() || places[i] == RowPlace::suppressed) continue;
        if (!out.empty()) renderer_.escape(out, delimiter_before(i, units, places));
        out += units[i].text;
    }
    return out;
}

}  // namespace fonds::csl
