// One name: order, particles, given names and initials (CSL 1.0.2, "Name", "Name-part Order").

#include "base/text.hpp"
#include "csl/evaluate_names.hpp"
#include "csl/initials.hpp"
#include "csl/script.hpp"

namespace fonds::csl {

namespace {

std::string without_periods(std::string_view text) { return replace_all(text, ".", ""); }

bool ends_joining(std::string_view particle) {
    return particle.ends_with("\u2019") || particle.ends_with('\'') || particle.ends_with('-') ||
           particle.ends_with(' ');
}

/// A format with what it leaves open taken from another.
Format over(Format format, Format const& base) {
    auto const take = [](auto& mine, auto theirs) {
        if (mine == decltype(theirs){}) mine = theirs;
    };
    take(format.face.style, base.face.style);
    take(format.face.variant, base.face.variant);
    take(format.face.weight, base.face.weight);
    take(format.face.decoration, base.face.decoration);
    take(format.face.align, base.face.align);
    take(format.text_case, base.text_case);
    return format;
}

/// "New York Times" of "The New York Times". In other languages "A" is no article.
std::string_view without_article(std::string_view name) {
    for (std::string_view const article : {"a ", "an ", "the "})
        if (ascii_lower(name.substr(0, article.size())) == article) return name.substr(article.size());
    return name;
}

std::string without_apostrophe(std::string_view text) {
    if (text.empty()) return {};  // as most particles are
    return replace_all(replace_all(text, "'", ""), "\u2019", "");
}

/// Whether a dropping particle joins the family: "d’" does, "de’" does not.
bool joins_family(std::string_view particle) {
    for (std::string_view const mark : {"'", "-", "\u2019", "\u02bc"})
        if (particle.ends_with(mark)) return particle.substr(0, particle.size() - mark.size()) != "de";
    return false;
}

}  // namespace

int Evaluator::given_level(NameRun const& run, PersonName const& name, std::size_t index, int requested) {
    auto const base = run.form == NameForm::short_ ? 0 : run.initialize_with ? 1 : 2;
    if (!style_.add_givenname || !names_register) return base;
    auto const rule = style_.given_rule;
    // Only cites that look alike are touched, and the pool that they form asks for what they need.
    if (rule == GivenRule::by_cite) return std::max(base, requested);
    auto const* counts = name.keys ? names_register->find(name.keys->family) : nullptr;
    if (!counts) return base;
    auto const same_initials = counts->givens.find(name.keys->initials);
    if (same_initials == counts->givens.end()) return base;
    if (index >= style_.told_names(index + 1)) return base;
    auto const shared = counts->givens.size() > 1;
    if (rule == GivenRule::all_names_with_initials || rule == GivenRule::primary_name_with_initials)
        return shared && run.initialize_with && run.initialize ? std::max(base, 1) : base;
    if (same_initials->second.size() > 1 || (shared && !run.initialize_with)) return 2;
    return shared ? 1 : base;
}

void Evaluator::decide_givens(NameRun& run, std::vector<PersonName> const& names, std::size_t position) {
    if (!style_.add_givenname) return;
    if (collect_names) {
        for (auto const& name : std::span(names).first(style_.told_names(names.size())))
            if (name.keys && !name.keys->family.empty()) (void)collect_names->add(*name.keys);
    }
    if (mode_ == Mode::sorting) return;
    auto& lists = distinction_->givens;
    if (lists.size() <= position) lists.resize(position + 1);
    auto& givens = lists[position];
    if (givens.size() < names.size()) givens.resize(names.size(), -1);
    auto const rule = style_.given_rule;
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto const& name = names[i];
        auto& recorded = givens[i];
        if (name.is_institution()) {
            if (recorded < 0) recorded = 0;
            continue;
        }
        auto const natural = given_level(run, name, i, 0);
        if (recorded < 0) recorded = natural;
        auto level = natural;
        if (requested_) {
            level = recorded;
            if (level == 1 && rule == GivenRule::by_cite && (!run.initialize_with || name.given.empty()))
                level = 2;
            if (!name.given.empty()) level = given_level(run, name, i, level);
        }
        if (mode_ == Mode::final && state_.position == Position::first && area_ == Area::citation &&
            natural > level)
            level = natural;
        recorded = level;
    }
}

/// One list of all nodes that there are; one alone stays itself where that shows the same.
NodeId Evaluator::join(std::initializer_list<NodeId> nodes, std::string_view delimiter) {
    std::size_t count = 0;
    auto only = no_node;
    for (auto const node : nodes) {
        if (node == no_node) continue;
        ++count;
        only = node;
    }
    if (count == 0 || (count == 1 && (*tree_)[only].is_bare())) return only;
    auto const list = tree_->add_list();
    std::size_t at = 0;
    for (auto const node : nodes) {
        if (node == no_node) continue;
        if (++at < count && !delimiter.empty()) {
            auto& suffix = (*tree_)[node].suffix;
            auto const own =
                delimiter.starts_with(' ') && suffix.ends_with(' ') ? delimiter.substr(1) : delimiter;
            suffix = suffix.empty() ? own : tree_->keep_joined(suffix, own);
        }
        tree_->append(list, node);
    }
    return list;
}

/// Names lose all of their periods, unlike other texts.
std::string_view Evaluator::stripped_name(std::string_view text, NamePart const& part) {
    return strip_periods_ > 0 || part.format.strip_periods ? tree_->keep(without_periods(text)) : text;
}

NodeId Evaluator::name_part(std::string_view text, NamePart const& part) {
    auto const value = stripped_name(text, part);
    if (value.empty()) return no_node;
    auto format = part.format;
    format.prefix = format.suffix = {};
    auto const saved = strip_periods_;
    strip_periods_ = 0;
    auto const id = item_leaf(value, format, false);
    strip_periods_ = saved;
    return id;
}

void Evaluator::set_affixes(NodeId node, NamePart const& part) {
    if (node == no_node || !part.present) return;
    (*tree_)[node].prefix = part.format.prefix;
    (*tree_)[node].suffix = part.format.suffix;
}

NodeId Evaluator::write_name(NameRun& run, PersonName const& name, std::size_t position, std::size_t index) {
    run.inverted = run.family_alone = false;
    NodeId node = no_node;
    if (name.is_institution()) {
        auto format = over(run.spec.family.format, run.spec.name_format);
        format.prefix = format.suffix = {};
        auto const strips_article = run.sorting && is_english();
        auto const literal = strips_article ? without_article(name.literal) : name.literal;
        node = item_leaf(literal, format, false);
        run.family_alone = run.keeps_families_apart();
    } else {
        node = write_person(run, name, position, index);
    }
    if (node == no_node) return no_node;
    (*tree_)[node].part = Part::name;
    if (mode_ == Mode::final && entry_names.open && area_ == Area::bibliography)
        entry_names.children.push_back(node);
    auto outer = run.spec.name_format;
    outer.delimiter = {};
    // A delimiter goes behind the name, one level above the affixes of its parts.
    auto const last = (*tree_)[node].is_list ? (*tree_)[node].last : no_node;
    auto const ends_bare = last == no_node || (*tree_)[last].suffix.empty();
    if (name.is_institution() || (outer.is_bare() && (*tree_)[node].is_bare() && ends_bare)) return node;
    auto const wrapper = tree_->add_list(outer);
    tree_->append(wrapper, node);
    return wrapper;
}

NodeId Evaluator::write_given(NameRun& run, PersonName const& name, std::size_t position, std::size_t index,
                              int& level) {
    auto const base = run.form != NameForm::long_ ? 0 : run.initialize_with ? 1 : 2;
    level = base;
    if (mode_ != Mode::sorting && style_.add_givenname && position < distinction_->givens.size() &&
        index < distinction_->givens[position].size())
        level = std::max(level, distinction_->givens[position][index]);
    // People of one family are sorted by what tells them apart in all cites.
    if (mode_ == Mode::sorting && (area_ == Area::citation || key_->is_macro))
        level = std::max(level, given_level(run, name, index, 0));
    if (level == 0) return no_node;
    auto const rule = style_.given_rule;
    auto const by_rule =
        rule == GivenRule::all_names_with_initials || rule == GivenRule::primary_name_with_initials;
    if (level == 1 && !name.family.empty() && (run.initialize_with || by_rule)) {
        auto const initials = initialize(name.given, run.initialize_with.value_or(""),
                                         style_.initialize_with_hyphen, !run.initialize);
        return name_part(tree_->keep(initials), run.spec.given);
    }
    return name_part(name.given, run.spec.given);
}

/// The parts of a person's name as nodes, and what stands between them.
struct Evaluator::PersonParts {
    NodeId family = no_node, given = no_node, dropping = no_node, non_dropping = no_node, suffix = no_node;
    bool initials = false;             ///< the given name is shortened
    bool glued = false;                ///< the non-dropping particle joins the family: "d’Argenlieu"
    std::string_view space;            ///< between particle and family
    std::string_view before_particle;  ///< between given name and dropping particle
};

/// "Jr.", "III"; initials where given names are.
NodeId Evaluator::write_name_suffix(NameRun const& run, PersonName const& name) {
    auto const shortened = run.initialize_with ? initialize(name.suffix, *run.initialize_with,
                                                            style_.initialize_with_hyphen, true)
                                               : std::string(name.suffix);
    auto suffix = stripped_name(tree_->keep(shortened), run.spec.family);
    auto const stop = suffix.ends_with('.');
    if (stop) suffix.remove_suffix(1);
    if (suffix.empty()) return no_node;
    auto const node = leaf(suffix, Format{}, false);
    if (stop) (*tree_)[node].suffix = ".";
    return node;
}

/// "Gogh, Vincent van, Jr." for a list in which the family name comes first.
NodeId Evaluator::write_inverted(NameRun& run, PersonParts const& parts, PersonName const& name) {
    auto separator = run.sort_separator;
    if (name.given == "Lord" || name.given == "Lady") separator = ", ";
    auto second = join({parts.given, parts.dropping}, parts.before_particle);
    run.inverted = second != no_node;
    NodeId first = no_node;
    if (style_.demote == Demote::display_and_sort) {
        second = join({second, parts.non_dropping}, " ");
        first = parts.family;
    } else {
        first = join({parts.non_dropping, parts.family}, parts.glued ? std::string_view() : parts.space);
    }
    set_affixes(second, run.spec.given);
    set_affixes(first, run.spec.family);
    return join({join({first, second}, separator), parts.suffix}, separator);
}

/// "Vincent van Gogh Jr.".
NodeId Evaluator::write_spoken(NameRun& run, PersonParts parts, PersonName const& name) {
    if (!name.dropping.empty() && !name.family.empty() && name.non_dropping.empty() &&
        parts.dropping != no_node && joins_family(name.dropping)) {
        parts.family = join({parts.dropping, parts.family}, "");
        parts.dropping = no_node;
    }
    auto second = parts.glued
                      ? join({parts.dropping, join({parts.non_dropping, parts.family}, "")}, parts.space)
                      : join({parts.dropping, parts.non_dropping, parts.family}, parts.space);
    second = join({second, parts.suffix}, name.comma_suffix ? ", " : " ");
    if (second != no_node && !run.spec.family.format.suffix.empty()) {
        // The suffix may meet a delimiter, where it gives way as that of a list does.
        auto const holder = tree_->add_list();
        tree_->append(holder, second);
        second = holder;
    }
    set_affixes(second, run.spec.family);
    set_affixes(parts.given, run.spec.given);
    auto const mark = run.initialize_with.value_or(std::string_view());
    auto const hard_initials =
        parts.initials && (mark.find("\u00a0") != mark.npos || mark.find("\ufeff") != mark.npos);
    auto const comma_is_idle = parts.before_particle == ", " && parts.dropping == no_node;
    return join({parts.given, second}, hard_initials   ? parts.space
                                       : comma_is_idle ? std::string_view(" ")
                                                       : parts.before_particle);
}

NodeId Evaluator::write_person(NameRun& run, PersonName const& name, std::size_t position,
                               std::size_t index) {
    auto const& spec = run.spec;
    auto const sorting = run.sorting;
    auto const dropping = sorting ? tree_->keep(without_apostrophe(name.dropping)) : name.dropping;
    auto const non_dropping =
        sorting ? tree_->keep(without_apostrophe(name.non_dropping)) : name.non_dropping;
    auto level = 2;
    PersonParts parts;
    parts.family = name_part(name.family, spec.family);
    parts.non_dropping = name_part(non_dropping, spec.family);
    parts.given = write_given(run, name, position, index, level);
    auto const in_full = level > 0 && (parts.given != no_node || name.given.empty());
    if (in_full && !name.et_al) parts.dropping = name_part(dropping, spec.given);
    if (in_full && !name.suffix.empty()) parts.suffix = write_name_suffix(run, name);
    parts.initials = level == 1;
    parts.glued = ends_joining(non_dropping);
    auto const& language = words_.language;
    auto const hard_space =
        language.starts_with("fr") || language.starts_with("ru") || language.starts_with("cs");
    parts.space = hard_space ? "\u00a0" : " ";
    parts.before_particle = name.comma_before_dropping && !name.et_al ? ", " : " ";

    if (name.script == NameScript::unspaced) return join({parts.non_dropping, parts.family, parts.given}, "");
    auto const with_given = [&](NodeId first, NodeId second) {
        auto const apart = run.keeps_families_apart();
        run.family_alone = apart && second == no_node;
        return join({first, second}, apart ? family_end : std::string_view(" "));
    };
    if (name.script == NameScript::family_first || name.family_first)
        return with_given(join({parts.non_dropping, parts.family}, parts.space), parts.given);
    if (sorting) {
        auto const keeps = style_.demote == Demote::never;
        auto const first = keeps ? join({parts.non_dropping, parts.family}, parts.space) : parts.family;
        // Published bibliographies have particles behind given names ("Name-part Order" has them before).
        auto const second = keeps ? join({parts.dropping, parts.given}, " ")
                                  : join({parts.given, parts.dropping, parts.non_dropping}, " ");
        return join({with_given(first, second), parts.suffix}, " ");
    }
    if (run.sort_order == SortOrder::all || (run.sort_order == SortOrder::first && index == 0))
        return write_inverted(run, parts, name);
    return write_spoken(run, parts, name);
}

}  // namespace fonds::csl
