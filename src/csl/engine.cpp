// The engine's upkeep, and the public verbs of batch work.

#include "csl/engine.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

#include "base/diagnostic.hpp"
#include "base/parallel.hpp"
#include "base/text.hpp"
#include "csl/search_path.hpp"

namespace fonds::csl {

namespace {

std::string language_of(Style const& style, Locales const& locales, Options const& options) {
    if (!options.language.empty()) return language_tag(options.language);
    if (!style.default_locale().empty()) return language_tag(style.default_locale());
    return locales.empty() ? std::string("en-US") : std::string(locales.front().language());
}

/// A thing of the caller's that outlives the engine.
template <class Thing>
std::shared_ptr<Thing const> borrowed(Thing const& thing) {
    return {std::shared_ptr<void>(), &thing};
}

}  // namespace

Engine::Engine(Style style, Locales locales, Options options)
    : style_(std::move(style)),
      locales_(std::move(locales)),
      options_(std::move(options)),
      compiled_(style_.compiled()),
      words_(compiled_, locales_, language_of(style_, locales_, options_)),
      collator_(words_.language),
      renderer_(markup_for(options_.output), words_.get(term::open_quote), words_.get(term::close_quote),
                words_.get(term::open_inner_quote), words_.get(term::close_inner_quote)) {
    writers_.reserve(std::max(options_.jobs, 1U));
    (void)writers_for(0);
    report_missing_words();
}

/// Says which language was not there, and which terms of the style no locale has.
void Engine::report_missing_words() {
    auto const bare = [](std::string_view tag) { return tag.substr(0, tag.find_first_of("-_")); };
    auto const known = std::any_of(locales_.begin(), locales_.end(), [&](Locale const& locale) {
        return bare(locale.language()) == bare(words_.language);
    });
    if (!known && !locales_.empty())
        report(Severity::warning, "missing-locale",
               concat("there is no locale “", words_.language, "”; “", locales_.front().language(),
                      "” is used"));
    for (auto const& element : compiled_.elements) {
        if (element.kind != Kind::term || words_.has(element.term)) continue;
        report(Severity::warning, "unknown-term",
               concat("neither the style nor its locale has the term “", compiled_.terms.name(element.term),
                      "”"));
        diagnostics_.back().span = Span{element.offset, element.offset};
    }
}

namespace {

// Styles leave out of a bibliography what belongs into notes alone; that is no fault of the item.
bool can_be_printed(Item const& item) {
    auto const& texts = item.texts;
    return !item.names.empty() || !item.reference.empty() || texts.find(Variable::title) ||
           texts.find(Variable::container_title) || texts.find(Variable::archive) ||
           texts.find(Variable::archive_location);
}

std::string names_of_variables(Item const& item) {
    std::string out;
    auto const add = [&](auto const& values) {
        for (auto const& [variable, value] : values)
            out += concat(out.empty() ? "" : ", ", to_string(variable));
    };
    add(item.names);
    add(item.texts);
    add(item.dates);
    return out;
}

}  // namespace

void Engine::report_unprinted() {
    std::set<std::size_t> unprinted;
    for (auto& writer : writers_) unprinted.merge(writer.take_unprinted());
    for (auto const item : without_entry_)
        if (!can_be_printed(items_[item].record.item())) unprinted.insert(item);
    for (auto const item : unprinted) {
        auto const& record = items_[item].record;
        auto const known = names_of_variables(record.item());
        report(
            Severity::warning, "nothing-printed",
            concat("the style prints nothing of ",
                   record.id().empty() ? "a record without an id" : concat("“", record.id(), "”"),
                   ", of which ", known.empty() ? "nothing is known" : concat("only ", known, " is known")));
    }
}

void Engine::report(Severity severity, std::string_view rule, std::string_view message) {
    diagnostics_.push_back(make_diagnostic(rule, severity, {}, message));
}

Record Engine::make_record(std::shared_ptr<Item const> const& item) const {
    Record out(item);
    if (compiled_.add_givenname && compiled_.given_rule != GivenRule::by_cite) out.add_name_keys(compiled_);
    return out;
}

void Engine::set_items(std::vector<std::shared_ptr<Item const>> const& items) {
    std::vector<Registered> kept;
    FlatMap<std::string_view, std::size_t> by_id;
    struct Fresh {
        std::size_t place;
        std::shared_ptr<Item const> const& item;
    };
    std::vector<Fresh> fresh;
    kept.reserve(items.size());
    by_id.reserve(items.size());
    for (auto const& item : items) {
        if (!by_id.try_emplace(item->id, kept.size()).second) continue;
        auto const known = by_id_.find(item->id);
        if (known != by_id_.end() && items_[known->second].record.shared() == item) {
            kept.push_back(std::move(items_[known->second]));
        } else {
            fresh.push_back({kept.size(), item});
            kept.emplace_back();
        }
        kept.back().order = static_cast<int>(kept.size());
    }
    for_each_index(fresh.size(), useful_threads(fresh.size(), records_per_thread, options_.jobs),
                   records_per_turn,
                   [&](std::size_t i) { kept[fresh[i].place].record = make_record(fresh[i].item); });
    items_ = std::move(kept);
    by_id_ = std::move(by_id);
    items_changed_ = true;
}

void Engine::set_order(std::vector<std::size_t> const& order) {
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto& item = items_[order[i]];
        auto const place = static_cast<int>(i) + 1;
        order_changed_ = order_changed_ || item.order != place;
        item.order = place;
    }
}

PlacedCitation Engine::place(std::shared_ptr<Citation const> citation) {
    PlacedCitation out;
    for (auto const& cite : citation->cites) {
        auto const at = by_id_.find(cite.id);
        if (at == by_id_.end()) {
            report(Severity::error, "unknown-item",
                   concat("there is no item “", cite.id, "”; the cite is left out"));
            continue;
        }
        PlacedCite one;
        one.item = at->second;
        one.cite = &cite;
        one.says_its_place = cite.position || cite.near_note || cite.first_reference_note_number != 0;
        out.cites.push_back(one);
    }
    if (out.cites.size() > 1)
        for (auto const& cite : out.cites) out.cited.push_back(cite.item);
    out.note_number = citation->note_number;
    out.resets = citation->reset_position;
    out.citation = std::move(citation);
    return out;
}

void Engine::find_items_again() {
    citations_added_ = true;
    for (auto& citation : placed_) {
        auto fresh = place(citation.citation);
        if (fresh.cites.size() == citation.cites.size()) {
            for (auto& cite : citation.cites) cite.item = by_id_.at(cite.cite->id);
            citation.cited = std::move(fresh.cited);
        } else {
            fresh.note_number = citation.note_number;
            citation = std::move(fresh);
        }
    }
}

void Engine::add_citation(std::size_t index, PlacedCitation citation) {
    placed_.insert(placed_.begin() + static_cast<std::ptrdiff_t>(index), std::move(citation));
    citations_added_ = true;
}

void Engine::remove_citation(std::size_t index) {
    placed_.erase(placed_.begin() + static_cast<std::ptrdiff_t>(index));
}

/// Sorts the items and tells them apart anew, and marks those whose cites show something else from now on.
void Engine::revise() {
    struct Shown {
        int number;
        Distinction distinction;
    };
    std::vector<Shown> before;
    before.reserve(items_.size());
    for (auto const& item : items_) before.push_back({item.number, item.distinction});
    numbers_stale_ = numbers_stale_ || items_changed_ || order_changed_;
    if (items_changed_ && compiled_.sorts_by_told_names) {
        collect_names(*this);
        for (auto& item : items_) item.keys.clear();
    }
    if (numbers_are_seen() || (!items_changed_ && compiled_.add_year_suffix)) need_numbers();
    // Most styles number by the bibliography's order, which the order of citing leaves as it is.
    auto const same_numbers =
        std::equal(items_.begin(), items_.end(), before.begin(), before.end(),
                   [](Registered const& item, Shown const& was) { return item.number == was.number; });
    if (items_changed_ || first_notes_changed_ || (!same_numbers && compiled_.add_year_suffix))
        disambiguate(*this);
    else if (same_numbers) return;
    ++revision_;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        auto& item = items_[i];
        auto const other_number = compiled_.citation.uses_citation_number && item.number != before[i].number;
        if (item.shown_since == 0 || other_number || item.distinction != before[i].distinction)
            item.shown_since = revision_;
    }
}

void Engine::renumber(std::vector<int> const& note_numbers) {
    auto citation = placed_.begin();
    for (auto number = note_numbers.begin(); number != note_numbers.end() && citation != placed_.end();)
        (citation++)->note_number = *number++;
}

void Engine::arrange() {
    find_first_notes();
    if (items_changed_ || order_changed_ || first_notes_changed_) revise();
    items_changed_ = order_changed_ = first_notes_changed_ = false;
    sort_citations();
    if (compiled_.uses_positions) place_cites();
}

void Engine::sort_citations() {
    auto const revised = std::exchange(sorted_revision_, revision_) != revision_;
    if (!std::exchange(citations_added_, false) && !revised) return;
    std::vector<PlacedCitation*> unsorted;
    for (auto& citation : placed_)
        if (std::exchange(citation.sorted, revision_) != revision_ && citation.cites.size() > 1)
            unsorted.push_back(&citation);
    for_each_index(unsorted.size(), writers_for(unsorted.size()), texts_per_turn,
                   [&](Writer& writer, std::size_t i) { sort_again(writer, *unsorted[i]); });
}

void Engine::sort_again(Writer& writer, PlacedCitation& citation) {
    auto& cites = citation.cites;
    auto const before = cites;
    // From the order in which they were cited, so that equal ones stay in it.
    std::sort(cites.begin(), cites.end(),
              [](PlacedCite const& one, PlacedCite const& other) { return one.cite < other.cite; });
    writer.sort_cites(citation);
    auto const same =
        std::equal(cites.begin(), cites.end(), before.begin(), before.end(),
                   [](PlacedCite const& one, PlacedCite const& other) { return one.cite == other.cite; });
    citation.stale = citation.stale || !same;
}

/// Whether an item of a citation is shown otherwise than when the citation was last looked at.
bool Engine::shows_changes(PlacedCitation const& citation) const {
    return std::any_of(citation.cites.begin(), citation.cites.end(), [&](PlacedCite const& cite) {
        return items_[cite.item].shown_since > citation.compared;
    });
}

std::vector<std::size_t> Engine::take_stale() {
    std::vector<std::size_t> out;
    std::size_t index = 0;
    for (auto& citation : placed_) {
        if (citation.compared != revision_) {
            citation.stale = citation.stale || shows_changes(citation);
            citation.compared = revision_;
        }
        if (std::exchange(citation.stale, false)) out.push_back(index);
        ++index;
    }
    return out;
}

std::span<Writer> Engine::writers_for(std::size_t count) {
    auto const worth = std::clamp<std::size_t>(count / texts_per_thread, 1, writers_.capacity());
    while (writers_.size() < worth)
        writers_.emplace_back(
            WritingMaterial{compiled_, words_, renderer_, collator_, items_, names_, options_});
    return std::span(writers_).first(worth);
}

std::vector<std::string> Engine::citation_texts(std::vector<std::size_t> const& indexes) {
    std::vector<std::string> out(indexes.size());
    for_each_index(indexes.size(), writers_for(indexes.size()), texts_per_turn,
                   [&](Writer& writer, std::size_t i) { out[i] = writer.citation(placed_[indexes[i]]); });
    return out;
}

namespace {

/// The items that a document may cite, in the order of citing; of equal ids the last.
std::vector<std::shared_ptr<Item const>> in_order_of_citing(Items const& items,
                                                            std::vector<Citation> const& citations,
                                                            bool in_item_order) {
    std::vector<std::shared_ptr<Item const>> order;
    FlatMap<std::string_view, Item const*> by_id;
    order.reserve(items.size());
    by_id.reserve(items.size());
    for (auto const& item : items) by_id[item.id] = &item;
    auto const push = [&](std::string_view id) {
        auto const at = by_id.find(id);
        auto const* item = at != by_id.end() ? std::exchange(at->second, nullptr) : nullptr;
        if (item) order.push_back(borrowed(*item));
    };
    if (!in_item_order)
        for (auto const& citation : citations)
            for (auto const& cite : citation.cites) push(cite.id);
    for (auto const& item : items) push(item.id);
    return order;
}

/// Takes a document's items and citations in and puts them in their places.
void take_in(Engine& engine, Items const& items, std::vector<Citation> const& citations,
             Options const& options) {
    engine.set_items(in_order_of_citing(items, citations, options.number_in_item_order));
    for (std::size_t i = 0; i < citations.size(); ++i)
        engine.add_citation(i, engine.place(borrowed(citations[i])));
    engine.arrange();
}

/// All but the texts.
void conclude(Engine& engine, Rendered& out) {
    out.item_order.reserve(engine.sorted().size());
    for (auto const index : engine.sorted()) out.item_order.push_back(engine.items()[index].record.id());
    engine.report_unprinted();
    out.diagnostics = std::move(engine.diagnostics());
}

}  // namespace

Rendered format_document(Style const& style, Locales const& locales, Items const& items,
                         std::vector<Citation> const& citations, Options const& options) {
    Engine engine(style, locales, options);
    take_in(engine, items, citations, options);
    Rendered out;
    std::vector<std::size_t> all(citations.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    out.citations = engine.citation_texts(all);
    if (options.bibliography) out.bibliography = engine.bibliography();
    conclude(engine, out);
    return out;
}

Rendered format_bibliography(Style const& style, Locales const& locales, Items const& items,
                             Options const& options) {
    return format_document(style, locales, items, {}, options);
}

Rendered format_bibliography(Style const& style, Locales const& locales, Items const& items,
                             Options const& options, std::function<void(Entry&&)> const& take) {
    Engine engine(style, locales, options);
    take_in(engine, items, {}, options);
    Rendered out;
    if (options.bibliography) engine.write_entries(take);
    conclude(engine, out);
    return out;
}

BibliographyFrame bibliography_frame(OutputFormat output) {
    auto const& markup = markup_for(output);
    return {markup.bibliography_start(), markup.bibliography_end()};
}

std::string join_bibliography(std::vector<Entry> const& entries, OutputFormat output) {
    auto const [start, end] = bibliography_frame(output);
    auto size = start.size() + end.size();
    for (auto const& entry : entries) size += entry.text.size();
    std::string out;
    out.reserve(size);
    out += start;
    for (auto const& entry : entries) out += entry.text;
    return out.append(end);
}

}  // namespace fonds::csl
