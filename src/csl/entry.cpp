// An entry of the bibliography (CSL 1.0.2, "Bibliography-specific Options").

#include "base/text.hpp"
#include "csl/punctuate.hpp"
#include "csl/writer.hpp"

namespace fonds::csl {

namespace {

/// Whether entries consist of blocks, the last of which takes the suffix of the layout. Where the first
/// element is none, as in an entry with an annotation below it, the suffix stands behind everything.
bool is_in_blocks(CompiledStyle const& style) {
    auto const& layout = style.bibliography;
    return style.field_align != FieldAlign::none ||
           (layout.child_count > 0 &&
            style.elements[layout.first_child].format.face.display != Display::none);
}

}  // namespace

/// Puts the substitute where an entry has the names of the one before (`subsequent-author-substitute-rule`).
void Writer::substitute_authors(std::vector<std::string>& last) {
    if (!compiled_.author_substitute) return;
    auto& names = evaluator_.entry_names;
    auto const text = *compiled_.author_substitute;
    auto const replace = [&](NodeId node) {
        tree_.cut_after(node, no_node);
        tree_[node].is_list = true;
        tree_[node].text = {};
        tree_.append(node, tree_.add_leaf(text));
    };
    auto const rendered = names.rendered;
    if (rendered.empty() || names.top == no_node) return;
    if (!names.from_names) {
        if (rendered == last && !names.children.empty()) replace(names.children.front());
        last = rendered;
        return;
    }
    switch (compiled_.author_substitute_rule) {
        case SubstituteRule::complete_all:
            if (rendered == last) {
                if (names.label != no_node) {
                    auto const label = names.label;
                    tree_.cut_after(names.top, no_node);
                    tree_.append(names.top, tree_.add_leaf(text));
                    tree_.append(names.top, label);
                } else if (tree_[names.top].first != no_node) {
                    replace(tree_[names.top].first);
                }
            }
            break;
        case SubstituteRule::complete_each:
            if (rendered == last)
                for (auto const child : names.children) replace(child);
            break;
        case SubstituteRule::partial_each:
        case SubstituteRule::partial_first:
            for (std::size_t i = 0; i < names.children.size() && i < rendered.size() && i < last.size();
                 ++i) {
                if (rendered[i] != last[i]) break;
                replace(names.children[i]);
                if (compiled_.author_substitute_rule == SubstituteRule::partial_first) break;
            }
            break;
    }
    last = rendered;
}

/// What of the names by which cites are told apart an entry shows: by given names all that cites show, else
/// those that were added to cites that looked alike.
void Writer::distinguish_entry(Registered const& item) {
    shown_.year_suffix = -1;
    shown_.conditions = 0;
    if (compiled_.add_names) shown_.names = item.distinction.names;
    else shown_.names.clear();
    if (compiled_.add_givenname) shown_.givens = item.distinction.givens;
    else shown_.givens.clear();
    if (compiled_.add_givenname) return;
    auto const& natural = item.natural.names;
    for (std::size_t i = 0; i < shown_.names.size(); ++i)
        if (i < natural.size() && shown_.names[i] <= natural[i]) shown_.names[i] = 0;
}

NodeId Writer::entry_body(std::size_t item) {
    auto const& registered = items_[item];
    tree_.clear();
    evaluator_.begins = true;
    evaluator_.entry_names = EntryNames();
    evaluator_.entry_names.open = compiled_.author_substitute.has_value();
    evaluator_.collapse = CollapseState();
    distinguish_entry(registered);
    return evaluator_.write(tree_, Area::bibliography, state_of(registered), Evaluator::Mode::final, shown_,
                            compiled_.add_names || compiled_.add_givenname);
}

void Writer::read_entry_names(std::size_t item, std::vector<std::string>& last_names) {
    (void)entry_body(item);
    substitute_authors(last_names);
}

std::string Writer::entry(std::size_t item, std::vector<std::string>& last_names) {
    auto const& layout = compiled_.bibliography;
    auto const body = entry_body(item);
    substitute_authors(last_names);
    auto format = layout.format;
    format.delimiter = format.prefix = format.suffix = {};
    format.face.display = Display::none;
    auto const inner = tree_.add_list(format);
    tree_.append(inner, body);
    auto const entry = tree_.add_list();
    tree_[entry].face.display = Display::entry;
    tree_.append(entry, inner);
    auto target = body;
    auto const last = tree_[body].last;
    if (last != no_node && is_in_blocks(compiled_) && tree_[last].face.display != Display::none)
        target = last;
    tree_[target].suffix = layout.format.suffix;
    if (!layout.format.prefix.empty() && tree_[body].first != no_node) {
        auto& first = tree_[tree_[body].first];
        first.prefix = first.prefix.empty() ? layout.format.prefix
                                            : tree_.keep_joined(layout.format.prefix, first.prefix);
    }
    text_.clear();
    if (purge_empty(tree_, entry)) {
        settle_punctuation(tree_, entry, words_.punctuation_in_quote);
        renderer_.render(tree_, entry, text_);
    }
    return text_;
}

std::string Writer::blank_entry(std::size_t item, std::size_t number) {
    tree_.clear();
    auto const list = tree_.add_list();
    tree_[list].face.display = Display::entry;
    tree_.append(list, tree_.add_leaf(tree_.keep(concat(std::to_string(number), ". ", unprinted(item)))));
    std::string text;
    renderer_.render(tree_, list, text);
    return text;
}

}  // namespace fonds::csl
