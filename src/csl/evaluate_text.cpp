// Text, terms, labels and numbers (CSL 1.0.2, "Text", "Number", "Label").

#include <algorithm>

#include "base/number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "csl/evaluate.hpp"
#include "csl/script.hpp"
#include "csl/text_case.hpp"

namespace fonds::csl {

namespace {

constexpr bool is_terminal(char c) {
    return c == ':' || c == '.' || c == ';' || c == '!' || c == '?' || c == ' ';
}

/// Narrow no-break space where French typography has it.
std::string french_spaces(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 4);
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const rest = text.substr(at);
        auto const next = rest.substr(1);
        if (rest[0] == ' ' && !next.empty() &&
            (next[0] == ':' || next[0] == ';' || next[0] == '?' || next[0] == '!' || next.starts_with("»"))) {
            out += "\u202f";
        } else if (rest.starts_with("« ")) {
            out += "«\u202f";
            at += 2;
        } else {
            out += text[at];
        }
    }
    return out;
}

bool needs_french_spaces(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != ' ') continue;
        auto const next = at + 1 < text.size() ? text[at + 1] : '\0';
        if (next == ':' || next == ';' || next == '?' || next == '!') return true;
        if (next == '\xc2' && text.substr(at + 1).starts_with("»")) return true;
        if (at > 0 && text[at - 1] == '\xab' && text.substr(0, at).ends_with("«")) return true;
    }
    return false;
}

Part part_of(Variable variable) {
    switch (variable) {
        case Variable::title:
        case Variable::title_short:
        case Variable::container_title:
        case Variable::container_title_short:
        case Variable::collection_title: return Part::title;
        case Variable::locator: return Part::locator;
        default: return kind_of(variable) == VariableKind::number ? Part::number : Part::text;
    }
}

/// Without its periods an address leads nowhere.
bool is_address(Variable variable) { return variable == Variable::DOI || variable == Variable::URL; }

}  // namespace

std::string Evaluator::strip_periods(std::string_view text) const {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '.' || (i + 1 < text.size() && text[i + 1] >= 'a' && text[i + 1] <= 'z'))
            out += text[i];
    return out;
}

bool Evaluator::is_english() const {
    auto const language = state_.record->language();
    if (state_.record->item().text(Variable::language).empty()) return words_.is_english;
    return language == "en" || language.starts_with("en");
}

/// A leaf of text: case, periods, rich text, and punctuation at its beginning set apart.
NodeId Evaluator::leaf(std::string_view written, Format const& format, bool counts_as_text) {
    auto& tree = *tree_;
    auto text = written;
    if (needs_french_spaces(text)) text = tree.keep(french_spaces(text));
    auto prefix = format.prefix;
    if (!text.empty() && text[0] != ' ') {
        std::size_t marks = 0;
        while (marks < text.size() && is_terminal(text[marks])) ++marks;
        if (marks > 0 && marks < text.size()) {
            prefix = prefix.empty() ? text.substr(0, marks) : tree.keep_joined(prefix, text.substr(0, marks));
            text.remove_prefix(marks);
        }
    }
    if (format.text_case != TextCase::none)
        text = tree.keep(apply_case(text, format.text_case, words_.alphabet));
    if (strip_periods_ > 0) text = tree.keep(strip_periods(text));
    auto const id = tree.add_leaf(text);
    auto& node = tree[id];
    node.prefix = prefix;
    node.suffix = format.suffix;
    node.face = format.face;
    node.face.display = Display::none;
    if (node.face.style != FontStyle::none && !has_spaced_letter(text)) node.face.style = FontStyle::none;
    if (counts_as_text && !text.empty()) begins = false;
    if (needs_rich_text(text, quotes_)) add_rich_text(tree, id, quotes_);
    return id;
}

/// A leaf whose text has lost its periods already where it is to lose them.
NodeId Evaluator::stripped_leaf(std::string_view text, Format const& format, bool counts_as_text) {
    auto const saved = strip_periods_;
    strip_periods_ = 0;
    auto const id = leaf(tree_->keep(text), format, counts_as_text);
    strip_periods_ = saved;
    return id;
}

/// A leaf of the item's text, which is cased as its language has it.
NodeId Evaluator::item_leaf(std::string_view text, Format format, bool counts_as_text) {
    auto const language = state_.record->language();
    auto const alphabet = language.empty() ? words_.alphabet : alphabet_of(language);
    if (alphabet != words_.alphabet && format.text_case != TextCase::none) {
        text = tree_->keep(apply_case(text, format.text_case, alphabet));
        format.text_case = TextCase::none;
    }
    return leaf(text, format, counts_as_text);
}

std::string_view Evaluator::value_of(Variable variable) const {
    if (variable == Variable::locator) return state_.locator.value;
    return state_.record->text(variable);
}

bool Evaluator::call(Variable variable, bool filled) {
    auto const used = done_.test(index_of(variable));
    if (blocks_substitute_) done_.set(index_of(variable));
    if (used || !filled) {
        group_.attempt = true;
        return false;
    }
    group_.success = true;
    return true;
}

void Evaluator::note_substituted(bool substitutes, std::string_view value, NodeId list) {
    if (!substitutes || area_ != Area::bibliography || !entry_names.open || mode_ != Mode::final) return;
    auto const written = tree_->end_of(list);
    if (written == no_node) return;
    entry_names.top = list;
    entry_names.children = {written};
    entry_names.rendered.emplace_back(value);
}

void Evaluator::write_variable(Element const& element, NodeId parent) {
    auto variable = element.variable;
    if (variable == Variable::citation_number)
        return write_counter(element, Counter::citation_number, state_.citation_number, parent);
    if (variable == Variable::year_suffix)
        return write_counter(element, Counter::year_suffix, state_.year_suffix, parent);
    if (variable == Variable::citation_label) {
        call(variable, true);
        can_substitute_.back() = 0;
        auto label = citation_label(*state_.record);
        if (mode_ == Mode::final && state_.year_suffix >= 0) label += year_suffix_letters(state_.year_suffix);
        return write_text(element, tree_->keep(label), parent, Part::text);
    }
    if (variable == Variable::first_reference_note_number) {
        if (!call(variable, state_.first_note > 0)) return;
        can_substitute_.back() = 0;
        return write_text(element, tree_->keep(std::to_string(state_.first_note)), parent, Part::number);
    }
    if (variable != Variable::locator) collapse.collapsed = false;
    auto value = value_of(variable);
    if (element.short_form) {
        auto const short_variable = variable == Variable::title             ? Variable::title_short
                                    : variable == Variable::container_title ? Variable::container_title_short
                                                                            : variable;
        if (short_variable != variable && is_present(short_variable)) value = value_of(short_variable);
    }
    if (!call(variable, !value.empty())) return;
    auto const substitutes = can_substitute_.back() != 0;
    can_substitute_.back() = 0;
    if (takes_range(variable)) {
        write_number_field(element, value, parent);
        note_substituted(substitutes, value, parent);
        if (variable == Variable::locator && mode_ == Mode::final) done_.set(index_of(variable));
        return;
    }
    // "5\\-6": a hyphen that is to stay one.
    if (kind_of(variable) == VariableKind::number && value.find('\\') != std::string_view::npos)
        value = tree_->keep(replace_all(value, "\\", ""));
    auto const before = tree_->end_of(parent);
    auto const stripping = strip_periods_;
    if (is_address(variable)) strip_periods_ = 0;
    write_text(element, value, parent, part_of(variable));
    strip_periods_ = stripping;
    note_substituted(substitutes, value, parent);
    // Only what a cite begins with is its author: a title shown before keeps the names behind it.
    if (mode_ == Mode::final && state_.cite && state_.cite->suppress_author) rendered_something_ = true;
    if (auto const written = tree_->end_of(parent); mode_ == Mode::final && written != before) {
        auto& node = (*tree_)[written];
        node.has_variable = true;
        node.variable = variable;
    }
}

/// Whether the cite shows its author only, and this is something else.
bool Evaluator::is_silenced() const { return picks_author() && (rendered_something_ || !blocks_substitute_); }

void Evaluator::write_text(Element const& element, std::string_view text, NodeId parent, Part part) {
    if (date_macro_) return;
    if (picks_author()) passed_text_ = true;
    if (is_silenced()) return;
    auto format = element.format;
    if (format.text_case == TextCase::title && !is_english()) format.text_case = TextCase::none;
    auto const id = item_leaf(text, format);
    (*tree_)[id].part = part;
    tree_->append(parent, id);
}

void Evaluator::write_counter(Element const& element, Counter counter, int number, NodeId parent) {
    auto const is_number = counter == Counter::citation_number;
    auto const variable = is_number ? Variable::citation_number : Variable::year_suffix;
    if (!call(variable, true)) return;
    can_substitute_.back() = 0;
    if (mode_ == Mode::sorting) {
        auto const digits = std::to_string(number);
        if (is_number)
            tree_->append(parent,
                          tree_->add_leaf(tree_->keep(
                              std::string(10 - std::min<std::size_t>(10, digits.size()), '0') + digits)));
        return;
    }
    if (mode_ != Mode::final || (!is_number && number < 0)) return;
    if (state_.cite && state_.cite->author_only) return;
    auto text = is_number ? std::to_string(number) : year_suffix_letters(number);
    auto const id = tree_->add_leaf(tree_->keep(apply_case(text, element.format.text_case)));
    auto& node = (*tree_)[id];
    node.counter = counter;
    node.is_number = true;
    node.number = number;
    node.prefix = element.format.prefix;
    node.suffix = element.format.suffix;
    node.face = element.format.face;
    node.face.display = Display::none;
    node.part = Part::number;
    tree_->append(parent, id);
    if (!is_number && !group_.success) collapse.use_suffix_delimiter = true;
}

void Evaluator::write_term(Element const& element, NodeId parent) {
    if (date_macro_) return;
    auto const term = words_.get(element.term, element.term_form, element.plural_term);
    if (!term.empty()) group_.term = true;
    auto text = std::string(term);
    auto const opens = begins && !after_empty_names_;
    if (opens && (style_.is_note || area_ != Area::citation))
        text = apply_case(text, TextCase::capitalize_first, words_.alphabet);
    if (element.format.strip_periods || strip_periods_ > 0) text = replace_all(text, ".", "");
    if (is_silenced()) return;
    if (blocks_substitute_) can_substitute_.back() = 0;
    auto const id = stripped_leaf(text, element.format);
    (*tree_)[id].part = Part::term;
    tree_->append(parent, id);
}

void Evaluator::write_value(Element const& element, NodeId parent) {
    if (date_macro_) return;
    group_.term = true;
    if (is_silenced()) return;
    if (blocks_substitute_) can_substitute_.back() = 0;
    tree_->append(parent, leaf(element.text, element.format));
}

std::string Evaluator::label_text(Element const& element, Term term, bool plural) {
    auto const counts = element.plural == Plural::always || (element.plural == Plural::contextual && plural);
    auto text = std::string(words_.get(term, element.term_form, counts));
    if (element.format.strip_periods || strip_periods_ > 0) text = replace_all(text, ".", "");
    return text;
}

void Evaluator::write_label(Element const& element, NodeId parent) {
    if (date_macro_ || element.term == no_term) return;
    auto term = element.term;
    auto const variable = element.variable;
    if (variable == Variable::locator) term = state_.locator.term;
    auto const value = value_of(variable);
    // Published styles write "(3 vols.)" with the number of volumes and the label of a volume that is not
    // there, and the pages of an entry with the label of a locator, as other processors do, though the
    // specification has it otherwise.
    if (value.empty() && variable == Variable::locator && area_ == Area::citation) return;
    auto plural = false;
    if (!value.empty()) {
        auto const field = read_number(variable, value, true);
        if (field.pieces[0].label != no_term) return;  // it stands with the number
        plural = field.plural;
        if (field.label != no_term) term = field.label;
        if (element.says_form && element.plural == Plural::contextual)
            labelled_ = {variable, element.term_form};
    }
    auto const text = label_text(element, term, plural);
    if (text.empty()) return;
    group_.term = true;
    auto const id = stripped_leaf(text, element.format);
    (*tree_)[id].part = Part::label;
    tree_->append(parent, id);
}

NumberField Evaluator::read_number(Variable variable, std::string_view value, bool commas) const {
    return parse_number(value, variable, words_, state_.locator.term, commas);
}

void Evaluator::write_number(Element const& element, NodeId parent) {
    auto const variable = element.variable;
    if (variable == Variable::citation_number) {
        if (!call(variable, true)) return;
        write_text(element, tree_->keep(std::to_string(state_.citation_number)), parent, Part::number);
        return;
    }
    if (variable == Variable::locator && mode_ != Mode::final) {
        call(variable, is_present(variable));
        return;
    }
    auto const value = variable == Variable::first_reference_note_number && state_.first_note > 0
                           ? tree_->keep(std::to_string(state_.first_note))
                           : value_of(variable);
    if (!call(variable, !value.empty())) return;
    can_substitute_.back() = 0;
    write_number_field(element, value, parent);
    if (variable == Variable::locator) done_.set(index_of(variable));
}

void Evaluator::write_number_field(Element const& element, std::string_view value, NodeId parent) {
    if (date_macro_ || is_silenced()) return;
    auto const variable = element.variable;
    auto field = read_number(variable, value, element.kind == Kind::number);
    auto const is_page = variable == Variable::page || variable == Variable::page_first ||
                         (variable == Variable::locator && state_.locator.term == term::page);
    format_ranges(field, variable, is_page, style_.page_range, words_);
    auto outer = element.format;
    outer.delimiter = {};
    auto const list = open_list(outer, parent);
    (*tree_)[list].part = part_of(variable);
    (*tree_)[list].has_variable = true;
    (*tree_)[list].variable = variable;
    auto const gender = words_.gender_of(style_.terms.find(variable));
    Format inner;
    inner.text_case = element.format.text_case;
    if (inner.text_case == TextCase::title && !is_english()) inner.text_case = TextCase::none;
    // Labels inside of the value are written like the one before it.
    auto const label_form = labelled_ && labelled_->variable == variable ? labelled_->form : TermForm::short_;
    auto const counts = field.pieces[0].counts;  // nothing in "Special 2, 3" is a number by itself
    for (auto const& piece : field.pieces) {
        std::string text;
        if (counts && piece.counts && piece.particle.empty())
            text = format_number(piece.value, element.number_form, gender, words_);
        else text = concat(piece.particle, piece.value);
        if (piece.label != no_term) {
            auto label = words_.get(piece.label, label_form, piece.several);
            if (label.empty()) label = words_.get(piece.label, TermForm::short_, piece.several);
            text = concat(label, " ", text);
        }
        inner.suffix = tree_->keep(piece.joiner);
        auto const id = item_leaf(tree_->keep(text), inner);
        if (piece.counts && (*tree_)[id].is_list) {  // an ordinal's mark-up is not the item's
            (*tree_)[id].is_list = false;
            (*tree_)[id].text = tree_->keep(text);
        }
        auto const digits = is_all_digits(piece.value) && piece.value[0] != '0' && piece.value.size() < 10;
        (*tree_)[id].is_number = piece.counts && digits;
        if (digits) (*tree_)[id].number = leading_number(piece.value);
        tree_->append(list, id);
    }
    if (!has_spaced_letter(value)) (*tree_)[list].face.style = FontStyle::none;
    close_list(list);
}

NodeId Evaluator::write_affix(Tree& tree, std::string_view text, bool keeps_beginning) {
    tree_ = &tree;
    auto const was = begins;
    auto const id = leaf(tree.keep(text), Format{});
    if (keeps_beginning) begins = was;
    tree[id].part = Part::prefix;
    return id;
}

}  // namespace fonds::csl
