// Names elements: which variables, how many names, labels, substitutes (CSL 1.0.2, "Names").

#include "csl/evaluate_names.hpp"

#include <algorithm>
#include <iterator>

#include "base/text.hpp"
#include "csl/evaluate.hpp"
#include "csl/initials.hpp"
#include "csl/script.hpp"

namespace fonds::csl {

namespace {

/// What two names must share to be the same person on two variables.
bool same_name(PersonName const& one, PersonName const& other) {
    return one.family == other.family && one.given == other.given && one.dropping == other.dropping &&
           one.non_dropping == other.non_dropping && one.suffix == other.suffix &&
           one.literal == other.literal;
}

std::string raw_name(PersonName const& name) {
    return concat(name.non_dropping, name.family, name.given, name.dropping, name.suffix, name.literal);
}

}  // namespace

/// Those variables that no substitution has used up; `rest` holds them where some are.
std::span<Variable const> Evaluator::open_variables(std::vector<Variable> const& variables,
                                                    std::vector<Variable>& rest) const {
    auto const is_open = [&](Variable variable) { return !done_.test(index_of(variable)); };
    if (std::all_of(variables.begin(), variables.end(), is_open)) return variables;
    std::copy_if(variables.begin(), variables.end(), std::back_inserter(rest), is_open);
    return rest;
}

void Evaluator::use_up(std::span<Variable const> variables) {
    for (auto const variable : variables) {
        done_.set(index_of(variable));
        if (variable == Variable::editor_translator && state_.record->editor_translates())
            done_.set(index_of(Variable::editor)).set(index_of(Variable::translator));
    }
}

bool Evaluator::any_filled(std::span<Variable const> variables) const {
    return std::any_of(variables.begin(), variables.end(),
                       [&](Variable variable) { return state_.record->has(variable); });
}

void Evaluator::write_names(Element const& element, NodeId parent) {
    auto const& spec = style_.names[element.detail];
    auto const& options = name_options(element);
    std::vector<Variable> rest;
    auto const open = open_variables(spec.variables, rest);
    if (blocks_substitute_) use_up(open);
    auto const filled = any_filled(open);
    group_.attempt = true;
    if (!begins) entry_names.open = false;  // only names that begin an entry are substituted
    can_substitute_.push_back(1);
    auto const outer_blocks = blocks_substitute_;
    if (filled) {
        write_name_lists(spec, open, element.format, options, parent);
        can_substitute_.back() = 0;
    } else {
        auto const before = tree_->end_of(parent);
        auto const suppressed = spec.substitute_count > 0 && suppresses_author();
        write_substitutes(element, spec, {spec.first_substitute, spec.substitute_count}, parent);
        if (suppressed) {
            tree_->cut_after(parent, before);
            if (!rendered_something_) collapse.collapsed = collapse.use_group_delimiter = false;
            rendered_something_ = true;
        }
        if (can_substitute_.back() && mode_ == Mode::sorting && options.form == NameForm::count)
            write_name_lists(spec, open, element.format, options, parent);
    }
    if (!filled) after_empty_names_ = true;
    auto const unused = can_substitute_.back();
    can_substitute_.pop_back();
    if (!unused) can_substitute_.back() = 0;
    if (can_substitute_.size() == 1) blocks_substitute_ = false;
    else blocks_substitute_ = outer_blocks;
    if (entry_names.open && area_ == Area::bibliography && mode_ == Mode::final &&
        !entry_names.rendered.empty())
        entry_names.open = false;
}

NameOptions const& Evaluator::name_options(Element const& element) const {
    if (area_ == Area::bibliography) return name_options_.bibliography[element.detail];
    return (in_running_text ? name_options_.in_text : name_options_.citation)[element.detail];
}

bool Evaluator::picks_author() const {
    return mode_ == Mode::final && state_.cite && state_.cite->author_only && !in_running_text;
}

/// Whether the cite leaves out its author, or what stands for it, and nothing has been written so far.
bool Evaluator::suppresses_author() const {
    return mode_ == Mode::final && state_.cite && !rendered_something_ && state_.cite->suppress_author;
}

/// Tries substitutes one by one until one shows something; those of a choice are tried one by one too.
void Evaluator::write_substitutes(Element const& element, NamesSpec const& spec, Range range, NodeId parent) {
    for (auto i = range.first; i < range.first + range.count; ++i) {
        if (!can_substitute_.back()) return;
        auto const& child = style_.elements[i];
        blocks_substitute_ = true;
        if (child.kind == Kind::choose) {
            if (auto const* branch = chosen_branch(child))
                write_substitutes(element, spec, {branch->first_child, branch->child_count}, parent);
        } else if (child.kind == Kind::names && style_.names[child.detail].shorthand) {
            write_shorthand(element, spec, style_.names[child.detail].variables, parent);
        } else {
            write_element(child, parent);
        }
    }
}

/// Names without children of their own in cs:substitute: written like the names they stand for.
void Evaluator::write_shorthand(Element const& element, NamesSpec const& spec,
                                std::vector<Variable> const& variables, NodeId parent) {
    std::vector<Variable> rest;
    auto const open = open_variables(variables, rest);
    use_up(open);
    if (!any_filled(open)) return;
    write_name_lists(spec, open, element.format, name_options(element), parent);
    can_substitute_.back() = 0;
}

bool Evaluator::same_names(Variable one, Variable other) const {
    auto const& left = state_.record->names(one);
    auto const& right = state_.record->names(other);
    return !left.empty() && std::equal(left.begin(), left.end(), right.begin(), right.end(), same_name);
}

/// How many of a list's names are shown, where disambiguation asks for `asked` (0: for none in particular).
std::size_t Evaluator::shown_count(NameRun const& run, std::size_t count, int asked, bool& cut) const {
    auto const total = static_cast<int>(count);
    auto const minimum = run.et_al_min;
    auto const first = run.et_al_use_first;
    auto shown = minimum;  // 0: no et-al at all
    if (mode_ != Mode::final) {
        if (asked > 0) shown = asked;
        else if (minimum > 0 && total >= minimum) shown = first;
    } else {
        if (asked > first && minimum > 0) shown = total < minimum ? total : asked;
        else if (minimum > 0 && total >= minimum) shown = first;
        if (run.use_last && shown > minimum - 2) shown = std::max(minimum - 2, 1);
    }
    cut = false;
    auto result = total;
    // The last name can only follow an ellipsis that stands for at least one other.
    if (minimum > 0 && minimum >= first && total > shown + (run.use_last ? 1 : 0)) {
        cut = true;
        result = std::max(shown, 0);
    }
    return static_cast<std::size_t>(result);
}

/// The same for the list at a position of the cite; disambiguation learns of it.
std::size_t Evaluator::recorded_count(NameRun const& run, std::size_t count, std::size_t position,
                                      bool& cut) {
    auto& recorded = distinction_->names;
    auto asked = requested_ && position < recorded.size() ? recorded[position] : 0;
    // Cites are compared as later ones are written: what these show anyway was not added.
    if (mode_ == Mode::final && asked <= run.shown_later(static_cast<int>(count))) asked = 0;
    auto const shown = shown_count(run, count, asked, cut);
    if (mode_ == Mode::sorting) return shown;
    if (recorded.size() <= position) recorded.resize(position + 1, 0);
    recorded[position] = static_cast<int>(shown) + (cut && run.use_last ? 1 : 0);
    return shown;
}

/// From how many names on a list is cut, and to how many.
void Evaluator::limit_names(NameRun& run, NameOptions const& options) const {
    auto const in_cite = area_ == Area::citation && mode_ != Mode::sorting;
    auto const subsequent = in_cite && state_.position != Position::first;
    run.et_al_min = options.et_al_min.value_or(0);
    run.use_last = options.et_al_use_last.value_or(false);
    auto first = options.et_al_use_first;  // 0: a list that is cut shows nobody, and no "et al."
    auto const prefer = [&](std::optional<int> special) {
        if (special.value_or(0) > 0) first = special;
    };
    if (subsequent) {
        run.et_al_min = options.et_al_subsequent_min.value_or(run.et_al_min);
        prefer(options.et_al_subsequent_use_first);
    }
    if (key_) {
        run.et_al_min = key_->names_min.value_or(run.et_al_min);
        prefer(key_->names_use_first);
        run.use_last = key_->names_use_last.value_or(run.use_last);
        run.sorting = true;
    }
    run.et_al_use_first = first.value_or(0);
    if (!first) run.et_al_min = 0;  // both are needed
    if (in_cite && !subsequent && options.et_al_subsequent_min) {
        run.later_min = *options.et_al_subsequent_min;
        run.later_use_first = options.et_al_subsequent_use_first.value_or(run.et_al_use_first);
    }
}

/// One list of names stands for two that are identical, under the term for both. Other pairs than editor and
/// translator have such a term where a style makes one; without a term for the label that is asked for, each
/// keeps its own.
std::optional<Term> Evaluator::shared_term(NamesSpec const& spec, std::span<Variable const> variables) const {
    if (variables.size() != 2 || !same_names(variables[0], variables[1])) return std::nullopt;
    std::string first(to_string(variables[0])), second(to_string(variables[1]));
    if (second < first) std::swap(first, second);
    auto const term = style_.terms.find(first + second);
    auto const shared = spec.has_label ? !words_.get(term, spec.label.term_form).empty()
                                       : first == "editor" && second == "translator";
    return shared ? std::optional(term) : std::nullopt;
}

/// The number of names in place of them.
void Evaluator::write_name_count(NameRun const& run, std::span<Variable const> variables, bool shared,
                                 NodeId parent) {
    std::size_t total = 0;
    for (auto const variable : variables) {
        auto const& names = state_.record->names(variable);
        if (names.empty()) continue;
        auto cut = false;
        total += shown_count(run, names.size(), 0, cut);
        if (cut && run.use_last) ++total;
        if (shared) break;
    }
    // A sort key counts nobody too.
    if (total > 0 || mode_ == Mode::sorting)
        tree_->append(parent, tree_->add_leaf(tree_->keep(std::to_string(total))));
    group_.success = true;
}

/// Whether names are kept for subsequent-author-substitute.
bool Evaluator::collects_entry_names() const {
    return mode_ == Mode::final && entry_names.open && area_ == Area::bibliography;
}

/// A list of names with its label before or behind it.
NodeId Evaluator::write_names_label(NodeId list, NamesSpec const& spec, Term term, bool plural) {
    auto const text = label_text(spec.label, term, plural);
    auto const label = text.empty() ? no_node : stripped_leaf(text, spec.label.format, false);
    auto const holder = tree_->add_list();
    if (label == no_node) {
        tree_->append(holder, list);
        return holder;
    }
    (*tree_)[label].part = Part::label;
    tree_->append(holder, spec.label_before ? label : list);
    tree_->append(holder, spec.label_before ? list : label);
    if (!spec.label_before && entry_names.open) entry_names.label = label;
    return holder;
}

void Evaluator::write_name_lists(NamesSpec const& spec, std::span<Variable const> variables,
                                 Format const& format, NameOptions const& options, NodeId parent) {
    if (date_macro_) return;
    NameRun run(spec, options, words_);
    limit_names(run, options);
    auto const shared = shared_term(spec, variables);
    if (run.form == NameForm::count) return write_name_count(run, variables, shared.has_value(), parent);
    auto outer_format = format;
    outer_format.delimiter = {};
    outer_format.face.display = Display::none;
    auto const outer = tree_->add_list(outer_format);
    auto const top = outer_format.is_bare() ? outer : tree_->add_list();
    (*tree_)[top].delimiter =
        spec.delimiter ? *spec.delimiter : options.names_delimiter.value_or(std::string_view());
    (*tree_)[outer].part = Part::names;
    if (top != outer) tree_->append(outer, top);
    std::size_t position = names_base_, filled = 0;
    if (collects_entry_names()) {
        entry_names.children.clear();
        entry_names.label = no_node;
    }
    for (auto const variable : variables) {
        auto const at = position++;
        auto const& names = state_.record->names(variable);
        if (names.empty()) continue;
        ++filled;
        auto list = write_list(run, names, at);
        if (list == no_node) continue;
        (*tree_)[list].has_variable = true;
        (*tree_)[list].variable = variable;
        if (spec.has_label && mode_ != Mode::sorting)
            list = write_names_label(list, spec, shared ? *shared : style_.terms.find(variable),
                                     names.size() > 1);
        tree_->append(top, list);
        if (shared) break;
    }
    names_base_ += filled;
    tree_->append(parent, outer);
    group_.success = true;
    begins = false;
    if (collects_entry_names()) entry_names.top = top;
    auto const suppressed = suppresses_author();
    auto const after_author = rendered_something_ && picks_author();
    if (mode_ == Mode::final) rendered_something_ = true;
    if (suppressed || after_author) {
        if (suppressed)
            collapse_names(top);  // "Doe (1999, 2001)": the next cite goes by what is left out here
        tree_->cut_after(outer, no_node);
        return;
    }
    collapse_names(top);
}

/// Compares the names with those of the cite before and drops them where they collapse.
void Evaluator::collapse_names(NodeId top) {
    auto const collapses = style_.collapse != Collapse::none;
    if (area_ != Area::citation || mode_ == Mode::sorting) return;
    if (!collapses && !style_.cite_group_delimiter) return;
    std::string text;
    append_plain(*tree_, top, text);
    if (names_text.empty()) names_text = text;
    if (mode_ != Mode::final) return;
    if (collapse.has_last_names && collapse.last_names == text) {
        if (collapses) tree_->cut_after(top, no_node);
        if (style_.cite_group_delimiter) collapse.use_group_delimiter = true;
        return;
    }
    collapse.last_names = std::move(text);
    collapse.has_last_names = true;
    collapse.collapsed = false;
    collapse.use_group_delimiter = false;
}

NodeId Evaluator::write_list(NameRun& run, std::vector<PersonName> const& names, std::size_t position) {
    decide_givens(run, names, position);
    auto cut = false;
    auto const count = recorded_count(run, names.size(), position, cut);
    auto et_al = cut;
    if (collects_entry_names()) {
        entry_names.top = no_node;
        entry_names.from_names = true;
        for (std::size_t i = 0; i < count; ++i) entry_names.rendered.push_back(raw_name(names[i]));
        if (cut && run.use_last && names.size() > count)
            entry_names.rendered.push_back(raw_name(names.back()));
        else if (cut) entry_names.rendered.emplace_back();  // "Doe et al." are other people than "Doe"
    }
    std::vector<WrittenName> written;
    written.reserve(count + 1);
    auto const with_last = cut && run.use_last && names.size() > count;
    auto const write = [&](std::size_t i) {
        if (auto const node = write_name(run, names[i], position, i); node != no_node)
            written.push_back({node, run.inverted, run.family_alone});
    };
    for (std::size_t i = 0; i < count; ++i) {
        write(i);
        et_al = et_al || names[i].et_al;
    }
    if (with_last) write(names.size() - 1);
    if (run.sorting) et_al = false;
    return join_names(run, written, et_al, with_last && !run.sorting);
}

/// Puts delimiters, "and", "et al." and the ellipsis between names.
NodeId Evaluator::join_names(NameRun& run, std::vector<WrittenName> const& names, bool cut, bool with_last) {
    auto& tree = *tree_;
    if (names.empty()) return no_node;
    auto const list = tree.add_list();
    auto const add_delimiter = [&](WrittenName const& name) {
        auto& suffix = tree[name.node].suffix;
        if (name.family_alone) suffix = tree.keep_joined(suffix, family_end);
        suffix = suffix.empty() ? run.delimiter : tree.keep_joined(suffix, run.delimiter);
    };
    auto const count = names.size();
    auto const ellipsis = cut && with_last;
    auto const last_joined = !cut && !run.sorting && run.and_ != And::none;
    for (std::size_t i = 0; i < count; ++i) {
        auto const before_last = i + 2 == count;
        auto const joined = before_last && (ellipsis || last_joined);
        if (i + 1 < count && !joined) add_delimiter(names[i]);
        tree.append(list, names[i].node);
        if (!joined) continue;
        auto const multiple = count > 2;
        auto const after_inverted = run.precedes_last == Precedes::after_inverted_name;
        auto const joint = tree.add_leaf(ellipsis ? std::string_view("\u2026") : run.and_text);
        auto& node = tree[joint];
        if (ellipsis) {
            node.prefix = run.delimiter;
            node.suffix = " ";
        } else {
            node.prefix = multiple ? run.and_prefix_multiple : run.and_prefix_single;
            node.suffix = run.and_suffix;
        }
        if (after_inverted && names[i].inverted) node.prefix = run.delimiter;
        node.part = Part::term;
        tree.append(list, joint);
    }
    if (!cut || ellipsis) return list;
    auto name_format = run.spec.name_format;
    name_format.delimiter = {};
    auto const outer = tree.add_list(name_format);
    tree.append(outer, list);
    auto const inverted_last = run.precedes_et_al == Precedes::after_inverted_name && names.back().inverted;
    auto const et_al = leaf(words_.get(run.spec.et_al_term), run.spec.et_al_format, false);
    auto const prefix = inverted_last ? run.delimiter
                        : count > 1   ? run.et_al_prefix_multiple
                                      : run.et_al_prefix_single;
    tree[et_al].prefix = prefix;
    tree[et_al].suffix = {};
    tree[et_al].part = Part::term;
    tree.append(outer, et_al);
    return outer;
}

}  // namespace fonds::csl
