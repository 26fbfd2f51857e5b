// Evaluation of layouts, groups, macros and conditions (CSL 1.0.2, "Rendering Elements", "Choose").

#include "csl/evaluate.hpp"

#include <algorithm>

#include "base/contains.hpp"
#include "base/text.hpp"

namespace fonds::csl {

namespace {

/// Whether a bare list around this one changes nothing in how its punctuation meets that of its neighbours.
bool is_bare_list(Node const& node) { return node.is_list && node.is_bare(); }

/// A number so that text of it is in order.
std::string padded(std::string_view digits) {
    static constexpr std::size_t width = 10;
    return std::string(width - std::min(width, digits.size()), '0').append(digits);
}

}  // namespace

NameRegister::Counts const& NameRegister::add(NameKeys const& name) {
    auto& counts = families_[name.family];
    added_.push_back(&name);
    if (name.initials.empty()) return counts;
    auto& givens = counts.givens[name.initials];
    auto const is_told = givens.size() > 1;  // that there are several
    if (!is_told && !name.given.empty() && !contains(givens, name.given)) givens.push_back(name.given);
    return counts;
}

NameRegister::Counts const* NameRegister::find(std::string const& family) const {
    auto const at = families_.find(family);
    return at == families_.end() ? nullptr : &at->second;
}

bool NameRegister::is_shared(Counts const* family) {
    auto const& givens = family->givens;
    return givens.size() > 1 || std::any_of(givens.begin(), givens.end(),
                                            [](auto const& entry) { return entry.second.size() > 1; });
}

Evaluator::Evaluator(CompiledStyle const& style, Words const& words)
    : style_(style),
      words_(words),
      quotes_(words.get(term::open_quote), words.get(term::close_quote), words.get(term::open_inner_quote),
              words.get(term::close_inner_quote)) {
    auto const resolve = [&](Layout const& layout, std::vector<NameOptions>& resolved) {
        for (auto const& spec : style.names) {
            auto options = spec.name;
            options.inherit(layout.names);
            resolved.push_back(options);
        }
    };
    resolve(style.citation, name_options_.citation);
    resolve(style.bibliography, name_options_.bibliography);
    if (style.in_text.present) resolve(style.in_text, name_options_.in_text);
}

/// Forgets the cite before.
void Evaluator::start(Tree& tree, Area area, CiteState const& state, Mode mode, Distinction& distinction) {
    tree_ = &tree;
    area_ = area;
    mode_ = mode;
    state_ = state;
    distinction_ = &distinction;
    requested_ = false;
    labelled_.reset();
    group_ = {};
    done_.reset();
    can_substitute_.assign(1, 0);
    blocks_substitute_ = false;
    strip_periods_ = conditions_used_ = 0;
    names_base_ = depth_ = steps_ = nesting_ = 0;
    aligned_ = no_node;
    aligning_ = area == Area::bibliography && style_.field_align != FieldAlign::none && mode == Mode::final;
    year_suffix_done_ = rendered_something_ = passed_text_ = after_empty_names_ = date_macro_ = false;
    key_ = nullptr;
    present_ = present();
}

NodeId Evaluator::write(Tree& tree, Area area, CiteState const& state, Mode mode, Distinction& distinction,
                        bool requested) {
    start(tree, area, state, mode, distinction);
    requested_ = requested;
    conditions_seen = 0;
    names_text.clear();
    auto const& citation = in_running_text ? style_.in_text : style_.citation;
    auto const& layout = area == Area::citation ? citation : style_.bibliography;
    auto const top = tree.add_list();
    if (state.cite && state.cite->author_only) done_.set(index_of(Variable::locator));
    write_children(layout.first_child, layout.child_count, top);
    return top;
}

/// The words of a text, without the tags and quotation marks it is marked up with.
std::string Evaluator::without_markup(Tree& tree, std::string_view text) const {
    if (!needs_rich_text(text, quotes_)) return std::string(text);
    auto const id = tree.add_leaf(text);
    add_rich_text(tree, id, quotes_);
    std::string out;
    append_plain(tree, id, out);
    return out;
}

/// The key of a variable that holds no names.
std::optional<std::string> Evaluator::variable_key(Tree& tree, Variable variable,
                                                   CiteState const& state) const {
    if (variable == Variable::citation_number) return padded(std::to_string(state.citation_number));
    if (variable == Variable::citation_label) return citation_label(*state.record);
    if (kind_of(variable) == VariableKind::date) {
        auto const* date = state.record->date(variable);
        auto text = date ? date_key(*date, nullptr) : std::string();
        return text.empty() ? std::nullopt : std::optional(std::move(text));
    }
    auto const text = state.record->text(variable);
    if (text.empty()) return std::nullopt;
    if (kind_of(variable) != VariableKind::number) return without_markup(tree, text);
    // "2a" and "A2" are sorted as 2; what has no number in it, as text.
    static constexpr std::string_view digit_characters = "0123456789";
    auto const first = text.find_first_of(digit_characters);
    if (first == std::string_view::npos) return std::string(text);
    auto const from_first = text.substr(first);
    return padded(from_first.substr(0, from_first.find_first_not_of(digit_characters)));
}

/// The names of a variable, in full and family first.
void Evaluator::write_name_key(Variable variable, NodeId parent) {
    if (state_.record->names(variable).empty()) return;
    NamesSpec spec;
    spec.variables = {variable};
    auto options = (area_ == Area::citation ? style_.citation : style_.bibliography).names;
    options.form = NameForm::long_;
    options.sort_order = SortOrder::all;
    options.sort_separator = " ";
    write_name_lists(spec, spec.variables, Format{}, options, parent);
}

std::optional<std::string> Evaluator::sort_key(Tree& tree, Area area, SortKey const& key,
                                               CiteState const& state) {
    if (!key.is_macro && kind_of(key.variable) != VariableKind::names)
        return variable_key(tree, key.variable, state);
    Distinction scratch;
    start(tree, area, state, Mode::sorting, scratch);
    begins = false;
    key_ = &key;
    auto const top = tree.add_list();
    if (key.is_macro) {
        Element call_macro;
        call_macro.kind = Kind::macro;
        call_macro.detail = key.macro;
        write_macro(call_macro, top);
    } else {
        write_name_key(key.variable, top);
    }
    std::string text;
    append_plain(tree, top, text);
    key_ = nullptr;
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

void Evaluator::write_children(std::uint32_t first, std::uint32_t count, NodeId parent) {
    for (auto i = first; i < first + count; ++i) write_element(style_.elements[i], parent);
}

void Evaluator::write_element(Element const& element, NodeId parent) {
    if (depth_ > maximum_nesting || ++steps_ > maximum_steps) return;
    if (element.kind == Kind::choose) return write_choose(element, parent);
    if (nesting_ == 0 && (aligning_ || element.format.face.display != Display::none)) {
        return write_aligned(element, parent);
    }
    write_top(element, parent);
}

/// An element of the layout itself, in its own block (CSL 1.0.2, "Display", "second-field-align").
void Evaluator::write_aligned(Element const& element, NodeId parent) {
    Format block;
    if (aligning_ && aligned_ != no_node) return write_top(element, aligned_);
    block.face.display = aligning_ ? Display::left_margin : element.format.face.display;
    auto const list = tree_->add_list(block);
    tree_->append(parent, list);
    write_top(element, list);
    if (!aligning_) return;
    Format rest;
    rest.face.display = Display::right_inline;
    aligned_ = tree_->add_list(rest);
    tree_->append(parent, aligned_);
}

void Evaluator::write_top(Element const& element, NodeId parent) {
    ++depth_;
    ++nesting_;
    if (element.format.strip_periods) ++strip_periods_;
    switch (element.kind) {
        case Kind::variable: write_variable(element, parent); break;
        case Kind::macro: write_macro(element, parent); break;
        case Kind::term: write_term(element, parent); break;
        case Kind::value: write_value(element, parent); break;
        case Kind::date: write_date(element, parent); break;
        case Kind::number: write_number(element, parent); break;
        case Kind::names: write_names(element, parent); break;
        case Kind::label: write_label(element, parent); break;
        case Kind::group: write_group(element, parent); break;
        case Kind::choose:
        case Kind::branch: break;
    }
    if (element.format.strip_periods) --strip_periods_;
    --nesting_;
    --depth_;
}

/// A list's affix with its parentheses as they are inside of others.
std::string_view Evaluator::turned(std::string_view affix) {
    return mode_ == Mode::final && area_ == Area::citation ? parentheses.turned(*tree_, affix) : affix;
}

/// A list with its formatting, but for the display, which the layout deals with.
NodeId Evaluator::make_list(Format const& format) {
    auto const list = tree_->add_list(format);
    (*tree_)[list].face.display = Display::none;
    return list;
}

NodeId Evaluator::open_list(Format const& format, NodeId parent) {
    auto const list = make_list(format);
    auto& prefix = (*tree_)[list].prefix;
    prefix = turned(prefix);
    tree_->append(parent, list);
    return list;
}

void Evaluator::close_list(NodeId list) {
    auto& suffix = (*tree_)[list].suffix;
    suffix = turned(suffix);
}

/// A list around what was written behind `mark`, its affixes turned in their turn.
void Evaluator::enclose(NodeId parent, NodeId mark, Format const& format, std::string_view prefix,
                        std::string_view suffix) {
    auto const list = make_list(format);
    (*tree_)[list].prefix = prefix;
    (*tree_)[list].suffix = suffix;
    tree_->gather_after(parent, mark, list);
}

void Evaluator::write_group(Element const& element, NodeId parent) {
    write_list_of(element.first_child, element.child_count, element.format,
                  style_.empty_lists[element.detail], parent);
}

/// Nothing but its parent depends on a list that comes to nothing, with three exceptions: a cite that
/// collapses does so only up to the next variable that is called, one that leaves its author out or shows
/// nothing else tells whether there is an author, and names by which entries repeat each other stand at their
/// beginning.
bool Evaluator::is_known_empty(EmptyList const& list) const {
    if (list.outcome == EmptyList::Outcome::unknown || (present_ & list.variables).any()) return false;
    if (blocks_substitute_) return false;
    if (mode_ != Mode::final) return true;
    if (area_ == Area::bibliography) return !list.has_names || !entry_names.open;
    auto const* cite = state_.cite;
    auto const asks_for_author = cite && (cite->suppress_author || cite->author_only);
    return !collapse.collapsed && !(list.has_names && asks_for_author);
}

/// Whether the last of a list has a suffix that ends in two spaces. A level of lists by itself takes one of
/// them.
bool Evaluator::ends_in_two_spaces(NodeId list) const {
    auto const last = (*tree_)[list].is_list ? (*tree_)[list].last : no_node;
    return last != no_node && (*tree_)[last].suffix.ends_with("  ");
}

void Evaluator::write_list_of(std::uint32_t first, std::uint32_t count, Format const& format,
                              EmptyList const& empty, NodeId parent) {
    if (is_known_empty(empty)) {
        group_.attempt = empty.outcome == EmptyList::Outcome::called;
        return;
    }
    auto const outer = group_;
    auto const began = begins;
    auto const after_names = after_empty_names_;
    group_ = {};
    // Most lists come to nothing, or to one that they need not hold: they are made when that is known.
    auto const mark = tree_->end_of(parent);
    auto const opened = parentheses;
    auto const prefix = turned(format.prefix);
    write_children(first, count, parent);
    auto const suffix = turned(format.suffix);
    auto const inner = group_;
    group_ = outer;
    if (!inner.success && (!inner.term || inner.attempt)) {
        // "… all variables that are called are empty": the group goes, and is an empty variable to its
        // parent.
        begins = began;
        after_empty_names_ = after_names;
        group_.attempt = inner.attempt;
        parentheses = opened;
        tree_->cut_after(parent, mark);
        return;
    }
    group_.success = true;
    auto const last = tree_->end_of(parent);
    if (last == mark) return;
    auto const has_one = tree_->first_after(parent, mark) == last;
    if (has_one && format.is_bare() && is_bare_list((*tree_)[last]) && !ends_in_two_spaces(last)) {
        (*tree_)[last].hides_number = true;
        return;
    }
    enclose(parent, mark, format, prefix, suffix);
}

/// A macro is a group of its own: what it holds is suppressed like a group's content. The affixes of its call
/// are one level above that, which matters where punctuation meets; a call without any needs no level, but
/// where spaces end it.
void Evaluator::write_macro(Element const& element, NodeId parent) {
    auto const& macro = style_.macros[element.detail];
    auto const& empty = style_.empty_lists[macro.empty_list];
    auto const outer_date = date_macro_;
    if (mode_ == Mode::sorting && macro.has_date) date_macro_ = true;
    if (element.format.is_bare()) {
        auto const before = tree_->end_of(parent);
        write_list_of(macro.first_child, macro.child_count, Format{}, empty, parent);
        if (auto const list = tree_->end_of(parent); list != before) {
            (*tree_)[list].hides_number = true;
            if (ends_in_two_spaces(list)) enclose(parent, before, Format{}, {}, {});
        }
    } else {
        auto const mark = tree_->end_of(parent);
        auto const opened = parentheses;
        auto const prefix = turned(element.format.prefix);
        write_list_of(macro.first_child, macro.child_count, Format{}, empty, parent);
        auto const suffix = turned(element.format.suffix);
        if (tree_->end_of(parent) != mark) enclose(parent, mark, element.format, prefix, suffix);
        else parentheses = opened;
    }
    date_macro_ = outer_date;
}

/// The first branch whose condition holds; null where none does.
Element const* Evaluator::chosen_branch(Element const& choose) {
    for (auto i = choose.first_child; i < choose.first_child + choose.child_count; ++i) {
        auto const& branch = style_.elements[i];
        auto const& condition = style_.conditions[branch.detail];
        if (condition.otherwise || holds(condition)) return &branch;
    }
    return nullptr;
}

void Evaluator::write_choose(Element const& element, NodeId parent) {
    ++depth_;
    if (auto const* branch = chosen_branch(element))
        write_children(branch->first_child, branch->child_count, parent);
    --depth_;
}

VariableSet Evaluator::present() const {
    auto out = state_.record->present();
    if (!state_.locator.value.empty()) out.set(index_of(Variable::locator));
    if (state_.first_note > 0) out.set(index_of(Variable::first_reference_note_number));
    return out;
}

bool Evaluator::is_present(Variable variable) const {
    if (variable == Variable::locator) return !state_.locator.value.empty();
    if (variable == Variable::first_reference_note_number) return state_.first_note > 0;
    return state_.record->has(variable);
}

bool Evaluator::holds(Condition const& condition) {
    auto const has_type = (condition.types & state_.record->type_bit()) != 0;
    auto const found = present_ & condition.variables;
    auto const test = [&](Test const& one) { return holds(one); };
    switch (condition.match) {
        case Match::any:
            return has_type || found.any() ||
                   std::any_of(condition.tests.begin(), condition.tests.end(), test);
        case Match::none:
            return !has_type && found.none() &&
                   std::none_of(condition.tests.begin(), condition.tests.end(), test);
        case Match::all: break;
    }
    if (condition.types && !has_type) return false;
    return found == condition.variables && std::all_of(condition.tests.begin(), condition.tests.end(), test);
}

bool Evaluator::holds(Test const& test) {
    switch (test.kind) {
        case Test::Kind::never: return false;
        case Test::Kind::numeric: {
            auto const value = value_of(test.variable);
            if (value.empty()) return false;
            if (kind_of(test.variable) == VariableKind::number)
                return read_number(test.variable, value, false).numeric;
            return consists_of_numbers(value, test.variable, words_);
        }
        case Test::Kind::uncertain_date: {
            auto const* date = state_.record->date(test.variable);
            return date && date->circa;
        }
        case Test::Kind::locator: {
            if (!is_present(Variable::locator)) return false;
            return state_.locator.term == test.label;
        }
        case Test::Kind::position: return holds_position(test.position);
        case Test::Kind::disambiguate:
            if (mode_ == Mode::sorting) return false;  // cites are told apart in the order that keys give
            ++conditions_seen;
            if (conditions_used_ >=
                (area_ == Area::bibliography ? state_.conditions : distinction_->conditions))
                return false;
            ++conditions_used_;
            return true;
    }
    return false;
}

bool Evaluator::holds_position(PositionTest test) const {
    if (area_ == Area::bibliography || mode_ == Mode::sorting) return false;
    auto const position = state_.position;
    switch (test) {
        case PositionTest::first: return position == Position::first;
        case PositionTest::subsequent: return position != Position::first;
        case PositionTest::ibid: return position == Position::ibid || position == Position::ibid_with_locator;
        case PositionTest::ibid_with_locator: return position == Position::ibid_with_locator;
        case PositionTest::near_note: return position != Position::first && state_.near_note;
        case PositionTest::far_note: return position == Position::subsequent && !state_.near_note;
    }
    return false;
}

}  // namespace fonds::csl
