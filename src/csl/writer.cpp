// The writer's state, and the texts that are only compared.

#include "csl/writer.hpp"

#include "base/text.hpp"

namespace fonds::csl {

Writer::Writer(WritingMaterial const& material)
    : compiled_(material.style),
      words_(material.words),
      renderer_(material.renderer),
      collator_(material.collator),
      items_(material.items),
      names_(material.names),
      options_(material.options),
      evaluator_(compiled_, words_) {
    collect_names(nullptr);
}

void Writer::collect_names(NameRegister* own) {
    evaluator_.collect_names = own;
    evaluator_.names_register = own ? own : &names_;
}

CiteState Writer::state_of(Registered const& item) {
    CiteState out;
    out.record = &item.record;
    out.citation_number = item.number;
    out.year_suffix = item.distinction.year_suffix;
    out.conditions = item.distinction.conditions;
    return out;
}

CiteState Writer::state_of(PlacedCite const& cite) const {
    auto out = state_of(items_[cite.item]);
    out.cite = cite.cite;
    out.locator = read_locator(*cite.cite, words_, compiled_.terms);
    out.position = cite.place.position;
    out.near_note = cite.place.near_note;
    out.first_note = cite.place.first_note;
    return out;
}

std::string Writer::ambiguous_text(std::size_t item, Distinction& distinction, bool requested, bool noted) {
    tree_.clear();
    auto state = state_of(items_[item]);
    state.position = Position::subsequent;
    if (noted) state.first_note = items_[item].first_note;
    state.near_note = true;
    evaluator_.begins = true;
    auto const top =
        evaluator_.write(tree_, Area::citation, state, Evaluator::Mode::looking, distinction, requested);
    text_.clear();
    append_plain(tree_, top, text_);
    return text_;
}

std::optional<std::string> Writer::key_text(SortKey const& key, Area area, Registered const& item) {
    tree_.clear();
    return evaluator_.sort_key(tree_, area, key, state_of(item));
}

std::optional<std::string> Writer::sort_key(SortKey const& key, Area area, Registered const& item) {
    auto text = key_text(key, area, item);
    // Numbers have leading zeros.
    auto const is_number = !key.is_macro && key.variable == Variable::citation_number;
    if (!text || is_number) return text;
    // Words are kept apart by a mark that counts, unlike spaces.
    return collator_.key(replace_all(*text, " ", "|") + "|");
}

}  // namespace fonds::csl
