// Telling cites apart: more names, given names, year suffixes, conditions (CSL 1.0.2, "Disambiguation").
//
// Items whose cites look alike form a pool. Names are added step by step for the whole pool; an item that no
// longer looks like any other leaves it with the settings reached. What is left gets year suffixes in the
// order of the bibliography, or the conditions disambiguate="true".

#include <algorithm>
#include <memory>
#include <span>

#include "base/contains.hpp"
#include "base/parallel.hpp"
#include "csl/engine.hpp"

namespace fonds::csl {

namespace {

/// No style needs more steps for a pool than its names have; a bound against the unforeseen.
constexpr int maximum_pool_steps = 2000;

enum class Method { names, condition, years };

using Shared = std::shared_ptr<Distinction>;

/// Items whose cites still look alike, and how far they have got: those that part from others go on from
/// there, whatever the others need.
struct Pool {
    Shared base;  ///< the settings that made a difference
    std::vector<std::size_t> items;
    Distinction tried;          ///< the settings in which they were compared last
    int element = 0, name = 0;  ///< what was added last
    std::size_t method = 0;
    bool compared = false;  ///< with one another, in these settings
};

void pad(Distinction& base) {
    if (base.givens.size() < base.names.size()) base.givens.resize(base.names.size());
    for (std::size_t i = 0; i < base.names.size(); ++i)
        while (base.givens[i].size() < static_cast<std::size_t>(std::max(base.names[i], 0)))
            base.givens[i].push_back(0);
}

}  // namespace

class Disambiguation {
  public:
    explicit Disambiguation(Engine& engine) : engine_(engine), style_(engine.compiled_) {
        if (style_.add_names || (style_.add_givenname && style_.given_rule == GivenRule::by_cite))
            methods_.push_back(Method::names);
        if (style_.add_year_suffix) methods_.push_back(Method::years);
        if (style_.has_disambiguate) methods_.push_back(Method::condition);
    }

    void run() {
        if (!style_.citation.present) return;
        auto& items = engine_.items_;
        for (auto& item : items) item.distinction = Distinction();
        if (methods_.empty() && !style_.add_givenname) return;
        look_at_all();
        for (auto& item : items) {
            item.distinction = item.natural;
            item.distinction.year_suffix = -1;
            item.distinction.conditions = 0;
        }
        if (methods_.empty()) return;
        for (auto const& pool : find_pools()) {
            run_pool(pool);
            if (style_.is_note && style_.has_disambiguate) run_again(pool);
        }
    }

    /// Looks at the plain cites of all items.
    void look_at_all() {
        if (style_.add_givenname && style_.given_rule != GivenRule::by_cite) return look_at_all_names();
        auto const count = engine_.items_.size();
        for_each_index(count, engine_.writers_for(count), texts_per_turn,
                       [&](Writer& writer, std::size_t i) { look_at(writer, i); });
    }

  private:
    /// The items whose plain cites look alike, in the order of their first ones.
    [[nodiscard]] std::vector<std::vector<std::size_t>> find_pools() const {
        auto const& items = engine_.items_;
        constexpr auto none = ~std::size_t{0};
        struct Seen {
            std::size_t first, pool = none;
        };
        std::unordered_map<std::string_view, Seen> texts;
        texts.reserve(items.size());
        std::vector<std::vector<std::size_t>> pools;
        for (std::size_t i = 0; i < items.size(); ++i) {
            auto const [at, is_new] = texts.try_emplace(items[i].ambiguous, Seen{i});
            if (is_new) continue;
            auto& seen = at->second;
            if (seen.pool == none) {
                seen.pool = pools.size();
                pools.push_back({seen.first});
            }
            pools[seen.pool].push_back(i);
        }
        std::sort(pools.begin(), pools.end());
        return pools;
    }

    /// What the plain cite of an item shows.
    void look_at(Writer& writer, std::size_t item) {
        Distinction natural;
        auto& registered = engine_.items_[item];
        registered.ambiguous = writer.ambiguous_text(item, natural, false);
        registered.natural = std::move(natural);
    }

    /// The names by which an item is sorted count beside those that its cites show: editors of what is cited
    /// by its author, say. ("Disambiguation" speaks of rendered names; entries show these.)
    void look_at_keys(Writer& writer, Registered const& item) const {
        auto const& added = writer.evaluator().collect_names->added();
        auto const is_new = [&](PersonName const& name) { return name.keys && !contains(added, name.keys); };
        auto const& record = item.record;
        auto const brings_new = [&](VariableSet const& wanted, Variable variable) {
            if (!wanted.test(index_of(variable))) return false;
            auto const names = std::span(record.names(variable));
            auto const told = names.first(style_.told_names(names.size()));
            return std::any_of(told.begin(), told.end(), is_new);
        };
        auto const& lists = record.item().names;
        for (auto const& key : style_.bibliography.keys) {
            auto const& wanted = (key.names & record.present()).any() ? key.names : key.substitutes;
            auto const asks_for_new =
                std::any_of(lists.begin(), lists.end(),
                            [&](auto const& list) { return brings_new(wanted, list.first); }) ||
                (record.editor_translates() && brings_new(wanted, Variable::editor_translator));
            if (asks_for_new) (void)writer.key_text(key, Area::bibliography, item);
        }
    }

    /// Where given names tell families apart, the items whose families turn out to be shared are looked at
    /// again, once all names are known: what the others show does not depend on the names of other items.
    void look_at_all_names() {
        auto const count = engine_.items_.size();
        auto const writers = engine_.writers_for(count);
        std::vector<NameRegister> registers(writers.size());
        for (std::size_t i = 0; i < writers.size(); ++i) writers[i].collect_names(&registers[i]);
        std::vector<std::vector<NameKeys const*>> names(count);
        for_each_index(count, writers, texts_per_turn, [&](Writer& writer, std::size_t i) {
            look_at(writer, i);
            look_at_keys(writer, engine_.items_[i]);
            names[i] = writer.evaluator().collect_names->take_added();
        });
        for (auto& writer : writers) writer.collect_names(nullptr);
        engine_.names_.clear();
        std::vector<NameRegister::Counts const*> families;  // of all items, one after the other
        std::vector<std::size_t> begins(count + 1, 0);
        for (std::size_t i = 0; i < count; ++i) {
            for (auto const* name : names[i]) families.push_back(&engine_.names_.add(*name));
            begins[i + 1] = families.size();
        }
        for_each_index(count, writers, texts_per_turn, [&](Writer& writer, std::size_t i) {
            auto const own = std::span(families).subspan(begins[i], begins[i + 1] - begins[i]);
            if (std::any_of(own.begin(), own.end(), NameRegister::is_shared)) look_at(writer, i);
        });
    }

    /// The most names an item's cite could show, by names element.
    [[nodiscard]] std::vector<int> name_counts(std::size_t item) const {
        std::vector<int> out;
        auto const& givens = engine_.items_[item].natural.givens;
        auto const& names = engine_.items_[item].natural.names;
        // Where given names count there is one of every name, shown or not.
        for (std::size_t i = 0; i < names.size(); ++i)
            out.push_back(style_.add_givenname && i < givens.size() && !givens[i].empty()
                              ? static_cast<int>(givens[i].size())
                              : count_names(item, i));
        return out;
    }
    [[nodiscard]] int count_names(std::size_t item, std::size_t element) const {
        auto const& counts = engine_.items_[item].record.item().names;
        std::size_t at = 0;
        for (auto const& [variable, names] : counts)
            if (at++ == element) return static_cast<int>(names.size());
        return engine_.items_[item].natural.names[element];
    }

    void run_pool(std::vector<std::size_t> const& members) {
        start(members);
        for (std::size_t at = 0; at < pools_.size() && steps_ < maximum_pool_steps; ++at) {
            current_ = at;
            clashes_[0] = 1;
            clashes_[1] = 0;
            if (at > 0) resume(pools_[at]);
            while (!pools_[current_].items.empty() && steps_ < maximum_pool_steps) {
                ++steps_;
                auto const maxed = step();
                scan();
                judge(maxed);
            }
        }
    }

    void resume(Pool const& pool) {
        base_ = std::make_shared<Distinction>(pool.tried);
        better_ = pool.base;
        names_element_ = pool.element;
        name_ = pool.name;
        method_ = pool.method;
        first_ = !pool.compared;
        if (first_) clashes_[1] = pool.items.size();
    }

    /// A pool of its own for some items of the current one.
    void part(std::vector<std::size_t> items, std::size_t method, bool compared) {
        if (items.empty()) return;
        pools_.push_back({std::make_shared<Distinction>(*better_), std::move(items), *base_, names_element_,
                          name_, method, compared});
    }

    /// Conditions may show names that the plain cites do not have. Notes are told apart a second time with
    /// the names that their cites show by now.
    void run_again(std::vector<std::size_t> const& members) {
        auto& items = engine_.items_;
        for (auto const member : members) {
            auto shown = items[member].distinction;
            (void)engine_.writer().ambiguous_text(member, shown, true);
            items[member].natural = shown;
        }
        run_pool(members);
    }

    [[nodiscard]] std::string text_of(std::size_t item) {
        return engine_.writer().ambiguous_text(item, *base_, true, style_.told_by_first_note);
    }

    void start(std::vector<std::size_t> const& members) {
        pools_.clear();
        steps_ = 0;
        first_ = true;
        method_ = 0;
        names_element_ = name_ = 0;
        auto const& items = engine_.items_;
        // In an order of their own: that of citing is another after an edit.
        std::vector<std::pair<std::string, std::size_t>> order;
        for (auto const member : members) {
            std::string key;
            for (auto const count : name_counts(member)) key += std::to_string(count) + ",";
            order.emplace_back(key + "|" + items[member].record.id(), member);
        }
        std::sort(order.begin(), order.end());
        std::vector<std::size_t> sorted;
        for (auto const& entry : order) sorted.push_back(entry.second);
        base_ = std::make_shared<Distinction>(items[sorted[0]].natural);
        better_ = std::make_shared<Distinction>(*base_);
        for (auto const member : sorted) widen(items[member].natural);
        names_max_ = -1;
        for (auto const member : sorted)
            if (auto const counts = name_counts(member); !counts.empty())
                names_max_ = std::max(names_max_, counts[0]);
        elements_max_ = static_cast<int>(items[sorted.back()].natural.names.size()) - 1;
        pad(*base_);
        pad(*better_);
        base_->year_suffix = better_->year_suffix = -1;
        base_->conditions = better_->conditions = 0;
        givens_max_ = style_.given_rule == GivenRule::by_cite && style_.add_givenname ? 2 : -1;
        pools_.push_back({base_, sorted, {}});
    }

    void widen(Distinction const& natural) {
        if (natural.names.size() < base_->names.size()) *base_ = natural;
        for (std::size_t i = 0; i < natural.names.size() && i < base_->names.size(); ++i) {
            if (natural.names[i] <= base_->names[i]) continue;
            if (i < natural.givens.size()) {
                if (base_->givens.size() <= i) base_->givens.resize(i + 1);
                base_->givens[i] = natural.givens[i];
            }
            base_->names[i] = natural.names[i];
            better_->names = base_->names;
            better_->givens = base_->givens;
            pad(*base_);
            pad(*better_);
        }
        better_->givens = base_->givens;
    }

    /// The next settings to try; true: there is nothing beyond them.
    bool step() {
        if (first_) {
            first_ = false;
            return false;
        }
        if (methods_[method_] == Method::condition) {
            ++base_->conditions;
            ++better_->conditions;
            return false;
        }
        if (methods_[method_] != Method::names) return false;
        auto add_name = givens_max_ < 0;
        auto next_element = names_max_ < 0;
        if (givens_max_ >= 0) {
            auto* const given = given_at(*base_, names_element_, name_);
            if (given && *given < givens_max_) ++*given;
            else add_name = true;
        }
        if (names_max_ >= 0 && add_name) {
            next_element = true;
            if (style_.add_names && name_ < names_max_) {
                next_element = false;
                if (static_cast<std::size_t>(names_element_) < base_->names.size())
                    ++base_->names[static_cast<std::size_t>(names_element_)];
                ++name_;
            } else if (!style_.add_names && has_next_shown()) {
                next_element = false;
                ++name_;
            }
        }
        if (next_element && elements_max_ >= 0 && names_element_ < elements_max_) {
            ++names_element_;
            auto const at = static_cast<std::size_t>(names_element_);
            if (base_->names.size() <= at) base_->names.resize(at + 1, 0);
            base_->names[at] = 1;
            name_ = 0;
        }
        auto const* const given = given_at(*base_, names_element_, name_);
        return (elements_max_ < 0 || names_element_ >= elements_max_) &&
               (style_.add_names ? names_max_ < 0 || name_ >= names_max_ : !has_next_shown()) &&
               (givens_max_ < 0 || !given || *given >= givens_max_);
    }

    /// Whether given names can tell cites apart by a further name that they show.
    [[nodiscard]] bool has_next_shown() const {
        auto const element = static_cast<std::size_t>(names_element_);
        return givens_max_ >= 0 && element < base_->names.size() && name_ + 1 < base_->names[element];
    }

    static int* given_at(Distinction& base, int element, int name) {
        auto const i = static_cast<std::size_t>(element), j = static_cast<std::size_t>(name);
        return i < base.givens.size() && j < base.givens[i].size() ? &base.givens[i][j] : nullptr;
    }

    void scan() {
        auto const& members = pools_[current_].items;
        auto const text = text_of(members[0]);
        partners_ = {members[0]};
        others_.clear();
        for (std::size_t i = 1; i < members.size(); ++i)
            (text_of(members[i]) == text ? partners_ : others_).push_back(members[i]);
        clashes_[0] = clashes_[1];
        clashes_[1] = partners_.size() - 1;
    }

    void judge(bool maxed) {
        switch (methods_[method_]) {
            case Method::names: judge_names(maxed); break;
            case Method::years: give_suffixes(); break;
            case Method::condition: judge_conditions(); break;
        }
        if (!maxed || first_) return;  // those that are left are compared once more
        if (method_ + 1 < methods_.size()) ++method_;
    }

    void settle(std::size_t item, Distinction const& distinction) {
        engine_.items_[item].distinction = distinction;
    }

    void capture() {
        auto const element = static_cast<std::size_t>(names_element_);
        if (style_.given_rule == GivenRule::by_cite) {
            if (auto const* const given = given_at(*base_, names_element_, name_)) {
                if (better_->givens.size() < base_->givens.size()) better_->givens = base_->givens;
                if (better_->givens[element].size() < base_->givens[element].size())
                    better_->givens[element].resize(base_->givens[element].size(), 0);
                better_->givens[element][static_cast<std::size_t>(name_)] = *given;
            }
        }
        if (element < base_->names.size()) {
            if (better_->names.size() <= element) better_->names.resize(element + 1, 0);
            better_->names[element] = base_->names[element];
        }
    }

    /// What is left of the current pool.
    void leave(std::vector<std::size_t> items) {
        pools_[current_].base = better_;
        pools_[current_].items = std::move(items);
    }

    void judge_names(bool maxed) {
        if (clashes_[1] == 0 && others_.size() == 1) {
            capture();
            settle(others_[0], *better_);
            settle(partners_[0], *better_);
            leave({});
        } else if (clashes_[1] == 0) {
            capture();
            settle(partners_[0], *better_);
            leave(others_);
            if (!others_.empty()) first_ = true;
        } else if (others_.size() == 1) {
            capture();
            settle(others_[0], *better_);
            leave(partners_);
        } else if (clashes_[1] < clashes_[0]) {
            capture();
            leave(partners_);
            part(others_, method_, false);
        } else if (maxed) {
            leave(others_);
            if (method_ + 1 == methods_.size())
                for (auto const partner : partners_) settle(partner, *better_);
            else part(partners_, method_ + 1, true);
        }
    }

    void judge_conditions() {
        auto const done = clashes_[1] == 0 && others_.size() < 2;
        auto const used = engine_.writer().evaluator().conditions_used(),
                   seen = static_cast<int>(engine_.writer().evaluator().conditions_seen);
        if (!done && (base_->conditions == 0 || used != seen)) {
            method_ = 0;
            base_->conditions = better_->conditions = used;
            if (base_->conditions == 0) {
                first_ = true;
                base_->conditions = 1;
            } else {
                judge_names(false);
            }
            return;
        }
        auto const base = *pools_[current_].base;
        for (auto const member : pools_[current_].items) settle(member, base);
        leave({});
    }

    void give_suffixes() {
        auto const base = pools_[current_].base;
        if (clashes_[1] > 0) {
            auto order = pools_[current_].items;
            std::sort(order.begin(), order.end(),
                      [&](std::size_t one, std::size_t other) { return engine_.stands_before(one, other); });
            auto number = 0;
            for (auto const item : order) {
                base->year_suffix = number++;
                settle(item, *base);
            }
        }
        leave({});
    }

    Engine& engine_;
    CompiledStyle const& style_;
    std::vector<Method> methods_;
    std::vector<Pool> pools_;
    std::size_t current_ = 0, method_ = 0;
    Shared base_, better_;
    std::vector<std::size_t> partners_, others_;
    std::size_t clashes_[2] = {1, 0};
    int names_element_ = 0, name_ = 0;
    int names_max_ = -1, elements_max_ = -1, givens_max_ = -1;
    int steps_ = 0;
    bool first_ = true;
};

void disambiguate(Engine& engine) { Disambiguation(engine).run(); }
void collect_names(Engine& engine) { Disambiguation(engine).look_at_all(); }

}  // namespace fonds::csl
