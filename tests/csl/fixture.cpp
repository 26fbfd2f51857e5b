// Reads and runs fixtures of the CSL test suite.

#include "csl/fixture.hpp"

#include <algorithm>
#include <fonds/formats.hpp>
#include <set>
#include <span>

#include "base/text.hpp"
#include "csl/citation_json.hpp"
#include "csl/engine.hpp"
#include "wire/json.hpp"

namespace fonds::csl::suite {

namespace {

/// "CSL" of ">>===== CSL =====>>"; `arrow` is ">>" or "<<".
std::string section_name(std::string_view line, std::string_view arrow) {
    auto const start = line.find(concat(arrow, "="));
    if (start == std::string_view::npos) return {};
    auto const rest = line.substr(start + arrow.size());
    auto const begin = rest.find_first_not_of("= ");
    if (begin == std::string_view::npos) return {};
    auto const end = rest.find_first_of("= ", begin);
    if (end == std::string_view::npos) return {};
    return std::string(rest.substr(begin, end - begin));
}

/// The document as processCitationCluster builds it up, call by call.
class Document {
  public:
    void call(json::Value const& step) {
        auto const& parts = *step.array();
        auto const citation = citation_of(parts[0]);
        last_ = citation.id;
        std::vector<Citation> order;
        auto const add = [&](json::Value const& list) {
            for (auto const& entry : *list.array()) {
                auto const id = (*entry.array())[0].text().value_or("");
                for (auto known : citations_) {
                    if (known.id != id) continue;
                    known.note_number = static_cast<int>((*entry.array())[1].integer().value_or(0));
                    order.push_back(known);
                }
            }
        };
        add(parts[1]);
        order.push_back(citation);
        add(parts[2]);
        citations_ = std::move(order);
    }
    [[nodiscard]] std::vector<Citation> const& citations() const { return citations_; }
    [[nodiscard]] std::string const& last() const { return last_; }
    [[nodiscard]] Citation const& current() const {
        return *std::find_if(citations_.begin(), citations_.end(),
                             [&](Citation const& citation) { return citation.id == last_; });
    }

  private:
    std::vector<Citation> citations_;
    std::string last_;
};

struct Setting {
    Style style;
    Locales locales;
    Items items;
    Options options;
};

bool cites_any(Citation const& citation, std::set<std::string> const& ids) {
    return std::any_of(citation.cites.begin(), citation.cites.end(),
                       [&](Cite const& cite) { return ids.count(cite.id) > 0; });
}

Items cited_items(Items const& items, std::vector<Citation> const& citations) {
    Items out;
    for (auto const& item : items) {
        auto const cited = std::any_of(citations.begin(), citations.end(), [&](Citation const& citation) {
            return std::any_of(citation.cites.begin(), citation.cites.end(),
                               [&](Cite const& cite) { return cite.id == item.id; });
        });
        if (cited) out.push_back(item);
    }
    return out;
}

bool is_cited_again(Engine const& engine, std::size_t item) {
    std::size_t cites = 0;
    for (auto const& citation : engine.placed())
        for (auto const& cite : citation.cites) cites += cite.item == item ? 1 : 0;
    return cites > 1;
}

/// Whether the suite's processor keeps account of where cites stand. Styles say so by tests of positions, or
/// by abbreviating the names of later cites in another way.
bool follows_positions(CompiledStyle const& style) {
    auto const& area = style.citation.names;
    auto const differ = [&](NameOptions const& own) {
        auto const set = [](auto const& first, auto const& second) { return first ? first : second; };
        auto const later_min = set(own.et_al_subsequent_min, area.et_al_subsequent_min);
        auto const later_first = set(own.et_al_subsequent_use_first, area.et_al_subsequent_use_first);
        return (later_min && later_min != set(own.et_al_min, area.et_al_min)) ||
               (later_first && later_first != set(own.et_al_use_first, area.et_al_use_first));
    };
    return style.has_position || std::any_of(style.names.begin(), style.names.end(),
                                             [&](NamesSpec const& names) { return differ(names.name); });
}

/// The variables that elements write the names of, themselves or through macros.
void add_names_written(CompiledStyle const& style, std::uint32_t first, std::uint32_t count,
                       std::set<Variable>& out, int depth = 0) {
    if (depth > 100) return;
    for (auto const& element : std::span(style.elements).subspan(first, count)) {
        auto from = element.first_child, number = element.child_count;
        if (element.kind == Kind::macro) {
            from = style.macros[element.detail].first_child;
            number = style.macros[element.detail].child_count;
        } else if (element.kind == Kind::names) {
            auto const& names = style.names[element.detail];
            out.insert(names.variables.begin(), names.variables.end());
            from = names.first_substitute;
            number = names.substitute_count;
        }
        add_names_written(style, from, number, out, depth + 1);
    }
}

/// Items with a person of one name, who lacks the other member: the suite's processor adds it when it writes
/// the name, and takes the item for changed where it is cited again.
std::set<std::string> items_with_incomplete_names(json::Value const& input,
                                                  std::set<Variable> const& variables) {
    auto const is_incomplete = [](json::Value const& name) {
        return !name.find("literal") && !name.find("family") != !name.find("given");
    };
    std::set<std::string> out;
    if (!input.array()) return out;
    for (auto const& item : *input.array())
        for (auto const variable : variables) {
            auto const* value = item.find(to_string(variable));
            auto const* names = value ? value->array() : nullptr;
            auto const* id = item.find("id");
            if (id && names && std::any_of(names->begin(), names->end(), is_incomplete))
                out.insert(std::string(id->text().value_or("")));
        }
    return out;
}

/// Those of some items that a citation cites, and the document has cited before.
std::set<std::string> cited_again(std::set<std::string> const& items, std::vector<Citation> const& document,
                                  Citation const& citation) {
    std::set<std::string> out;
    for (auto const& item : items) {
        auto const cited = [&](Citation const& one) { return cites_any(one, {item}); };
        if (cited(citation) && std::any_of(document.begin(), document.end(), cited)) out.insert(item);
    }
    return out;
}

/// What decides over a citation's text besides its own data: it is "touched" where this changes.
std::string inputs_of(Engine const& engine, PlacedCitation const& citation, CompiledStyle const& style) {
    auto const follows = follows_positions(style);
    auto const counts_cites = style.is_note && style.has_disambiguate && follows;
    std::string out;
    for (auto const& cite : citation.cites) {
        auto const& item = engine.items()[cite.item];
        auto const& distinction = item.distinction;
        auto const place = follows ? cite.place : Place();
        out += concat(item.record.id(), "/", std::to_string(static_cast<int>(place.position)), "/",
                      std::to_string(place.first_note), "/",
                      std::to_string(style.citation.uses_citation_number ? item.number : 0), "/",
                      std::to_string(distinction.year_suffix), "/", std::to_string(distinction.conditions),
                      "/", place.near_note ? "near" : "far", "/",
                      counts_cites && is_cited_again(engine, cite.item) ? "again" : "", "/");
        for (auto const count : distinction.names) out += concat(std::to_string(count), ",");
        for (auto const& givens : distinction.givens)
            for (auto const given : givens) out += std::to_string(given);
        out += ';';
    }
    return out;
}

/// Whether later cites name the note of a citation as that in which their items are cited first.
bool is_named_later(Engine const& engine, PlacedCitation const& citation, CompiledStyle const& style) {
    auto const names_notes = std::any_of(
        style.elements.begin(), style.elements.end(),
        [](Element const& element) { return element.variable == Variable::first_reference_note_number; });
    return names_notes &&
           std::any_of(citation.cites.begin(), citation.cites.end(), [&](PlacedCite const& cite) {
               return cite.place.position == Position::first && is_cited_again(engine, cite.item);
           });
}

std::string run_steps(Fixture const& fixture, Setting& setting, bool bibliography) {
    auto const steps = json::read(fixture.section("CITATIONS"));
    if (!steps) return to_string(steps.error());
    Document document;
    std::map<std::string, std::string> before, inputs;
    std::map<std::string, int> notes;
    std::vector<std::string> texts;
    std::vector<bool> touched;
    auto const& compiled = setting.style.compiled();
    auto const input = json::read(fixture.section("INPUT"));
    std::set<Variable> written;
    add_names_written(compiled, compiled.citation.first_child, compiled.citation.child_count, written);
    auto const incomplete = input ? items_with_incomplete_names(*input, written) : std::set<std::string>();
    for (auto const& step : *steps->array()) {
        auto const known = document.citations();
        document.call(step);
        auto const changed = cited_again(incomplete, known, document.current());
        auto const items = cited_items(setting.items, document.citations());
        Engine engine(setting.style, setting.locales, setting.options);
        std::vector<std::shared_ptr<Item const>> order;
        for (auto const& citation : document.citations())
            for (auto const& cite : citation.cites)
                for (auto const& item : items)
                    if (item.id == cite.id) order.push_back(std::make_shared<Item const>(item));
        engine.set_items(order);
        for (std::size_t i = 0; i < document.citations().size(); ++i)
            engine.add_citation(i, engine.place(std::make_shared<Citation const>(document.citations()[i])));
        engine.arrange();
        engine.place_cites();  // a citation counts as touched by its positions also where the style looks at
                               // none
        texts.clear();
        touched.clear();
        std::map<std::string, std::string> texts_now, inputs_now;
        for (std::size_t i = 0; i < document.citations().size(); ++i) {
            auto const& id = document.citations()[i].id;
            texts.push_back(engine.citation_texts({i}).front());
            inputs_now[id] = inputs_of(engine, engine.placed()[i], compiled);
            auto const& placed = engine.placed()[i];
            auto const moved = notes.contains(id) && notes[id] != placed.note_number;
            notes[id] = placed.note_number;
            touched.push_back(id == document.last() || before[id] != texts[i] ||
                              inputs[id] != inputs_now[id] || cites_any(document.citations()[i], changed) ||
                              (moved && is_named_later(engine, placed, compiled)));
            texts_now[id] = texts[i];
        }
        before = std::move(texts_now);
        inputs = std::move(inputs_now);
        if (bibliography) texts = {join_bibliography(engine.bibliography(), setting.options.output)};
    }
    if (bibliography) return texts[0];
    std::string out;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0) out += '\n';
        out += concat(touched[i] ? ">>[" : "..[", std::to_string(i), "] ", texts[i]);
    }
    return out;
}

std::string run_lists(Fixture const& fixture, Setting& setting, bool bibliography) {
    std::vector<Citation> citations;
    setting.options.number_in_item_order = true;
    if (auto const& section = fixture.section("CITATION-ITEMS"); !section.empty()) {
        auto const lists = json::read(section);
        if (!lists) return to_string(lists.error());
        for (auto const& list : *lists->array()) {
            Citation citation;
            citation.cites = cites_of(list);
            citations.push_back(std::move(citation));
        }
    } else if (!bibliography) {
        // The whole input is one citation, in the order of the bibliography.
        auto order = setting.options;
        order.bibliography = true;
        auto const sorted = format_document(setting.style, setting.locales, setting.items, {}, order);
        Citation citation;
        for (auto const& id : sorted.item_order) {
            Cite cite;
            cite.id = id;
            citation.cites.push_back(std::move(cite));
        }
        citations.push_back(std::move(citation));
    }
    // makeCitationCluster knows no document: a cite is what it says it is, else a first one; and it groups
    // none.
    for (auto& citation : citations) {
        citation.ungrouped = true;
        for (auto& cite : citation.cites) {
            if (!cite.position) cite.position = Position::first;
            if (!cite.near_note) cite.near_note = false;
        }
    }
    auto const rendered =
        format_document(setting.style, setting.locales, setting.items, citations, setting.options);
    if (bibliography) return join_bibliography(rendered.bibliography, setting.options.output);
    return join(rendered.citations, "\n");
}

}  // namespace

Fixture read_fixture(std::string_view bytes, std::string name) {
    Fixture out;
    out.name = std::move(name);
    std::string open, text;
    auto const whole = replace_all(bytes, "\r\n", "\n");
    auto first = true;
    for (auto const line : split(whole, '\n')) {
        if (open.empty()) {
            open = section_name(line, ">>");
            text.clear();
            first = true;
            continue;
        }
        if (section_name(line, "<<") == open) {
            out.sections[open] = text;
            open.clear();
            continue;
        }
        if (!first) text += '\n';
        text += line;
        first = false;
    }
    return out;
}

std::string run_fixture(Fixture const& fixture, SearchPath const& path, std::string const& extra_locale) {
    auto style = Style::parse(trim(fixture.section("CSL")), fixture.name);
    if (!style) return concat("ERROR ", to_string(style.error()));
    auto const own = style->value.default_locale();
    auto locales = find_locales(own.empty() ? std::string_view("en-US") : own, path);
    if (!locales) return concat("ERROR ", to_string(locales.error()));
    if (!extra_locale.empty()) {
        auto extra = Locale::parse(extra_locale, "override");
        if (!extra) return concat("ERROR ", to_string(extra.error()));
        locales->insert(locales->begin(), extra->value);
    }
    auto items = read_items(fixture.section("INPUT"), "csl-json");
    if (!items) return concat("ERROR ", to_string(items.error()));
    Setting setting{style->value, std::move(*locales), std::move(items->value), {}};
    auto const bibliography = trim(fixture.section("MODE")) == "bibliography";
    setting.options.bibliography = bibliography;
    if (!fixture.section("CITATIONS").empty()) return run_steps(fixture, setting, bibliography);
    return run_lists(fixture, setting, bibliography);
}

}  // namespace fonds::csl::suite
