// Items made ready: particles and suffixes out of family and given names (CSL 1.0.2, "Names").

#include "csl/record.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "csl/initials.hpp"
#include "csl/script.hpp"

namespace fonds::csl {

namespace {

constexpr std::string_view apostrophe_like[] = {"\u02bb", "\u2019"};

/// Bytes of the leading particle candidate ("van ", "d'", "al-"), spaces after it included; 0: none.
std::size_t leading_particle(std::string_view text) {
    auto const word_end = std::min(text.find(' '), text.size());
    std::size_t end = 0;
    if (word_end < text.size()) {
        end = word_end + 1;
    } else {
        // The last hyphen or apostrophe inside the only word.
        for (std::size_t at = 1; at < word_end; ++at) {
            if (text[at] == '-' || text[at] == '\'') end = at + 1;
            for (auto const mark : apostrophe_like)
                if (text.substr(at).starts_with(mark)) end = at + mark.size();
        }
    }
    if (end == 0) return 0;
    while (end < text.size() && text[end] == ' ') ++end;
    return end < text.size() ? end : 0;
}

bool starts_lower(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        auto const point = decode(text, at);
        auto const c = point.value;
        if (c != '-' && c != '\'' && c != 0x2bb && c != 0x2019 && !is_space(c)) return to_upper(c) != c;
        at += point.size;
    }
    return false;
}

/// Names as they are prepared; what cannot be a piece of the item's text is kept here.
using Texts = std::forward_list<std::string>;

std::string_view trim_particle(std::string_view text, Texts& texts) {
    auto const out = trim(text);
    if (!text.empty() && text.back() == ' ' && (out.ends_with('\'') || out.ends_with("\u2019")))
        return texts.emplace_front(concat(out, " "));
    return out;
}

void split_family(PersonName& name, Texts& texts) {
    auto rest = name.family;
    while (auto const length = leading_particle(rest)) {
        if (!starts_lower(rest.substr(0, length))) break;
        rest.remove_prefix(length);
    }
    auto const particle = name.family.substr(0, name.family.size() - rest.size());
    auto const trimmed = trim_particle(particle, texts);
    if (trimmed.empty()) return;
    name.family = rest;
    name.non_dropping = trimmed;
}

void split_given_suffix(PersonName& name) {
    if (!name.suffix.empty()) return;
    auto const comma = name.given.find(',');
    if (comma == std::string_view::npos) return;
    auto begin = comma;
    while (begin > 0 && name.given[begin - 1] == ' ') --begin;
    auto end = comma + 1;
    auto marks = 1;
    while (end < name.given.size() && name.given[end] == '!') ++end, ++marks;
    while (end < name.given.size() && name.given[end] == ' ') ++end;
    auto const suffix = name.given.substr(end);
    if (replace_all(suffix, ".", "") == "et al" && name.dropping.empty()) {
        name.dropping = suffix;
        name.comma_before_dropping = true;
        name.et_al = true;
    } else {
        if (marks == 2) name.comma_suffix = true;
        name.suffix = suffix;
    }
    name.given = name.given.substr(0, begin);
}

void split_given(PersonName& name, Texts& texts) {
    std::string particle;
    auto rest = name.given;
    for (;;) {
        auto const space = rest.rfind(' ');
        if (space == std::string_view::npos || space == 0 || space + 1 == rest.size()) break;
        if (!starts_lower(rest.substr(space + 1))) break;
        auto end = space;
        while (end > 0 && rest[end - 1] == ' ') --end;
        if (end == 0) break;
        particle = particle.empty() ? std::string(rest.substr(space + 1))
                                    : concat(rest.substr(space + 1), " ", particle);
        rest = rest.substr(0, end);
    }
    if (particle.empty()) return;
    name.given = rest;
    name.dropping = texts.emplace_front(std::move(particle));
}

NameScript script_of_name(PersonName const& name, std::string_view language) {
    if (has_spaced_letter(name.family))
        return language == "ja" || language == "zh" ? NameScript::family_first : NameScript::spaced;
    return !name.given.empty() && starts_spaced(name.given) ? NameScript::family_first : NameScript::unspaced;
}

/// Full stops count as spaces, and spaces only between words.
std::string words_of(std::string_view name) {
    std::string out;
    for (auto const c : name) {
        auto const mark = c == '.' ? ' ' : c;
        if (mark == ' ' && (out.empty() || out.back() == ' ')) continue;
        out += mark;
    }
    while (out.ends_with(' ')) out.pop_back();
    return out;
}

NameKeys keys_of(PersonName const& name, CompiledStyle const& style) {
    NameKeys out;
    out.family = words_of(name.family);
    if (style.demote == Demote::never && !name.non_dropping.empty())
        out.family += concat(" ", name.non_dropping);
    out.given = words_of(name.given);
    out.initials = initialize(out.given, "", style.initialize_with_hyphen, false);
    return out;
}

std::string first_page(std::string_view page) {
    for (std::size_t at = 0; at < page.size(); ++at) {
        auto const rest = page.substr(at);
        auto const joins =
            rest[0] == '&' || rest[0] == '-' || rest.starts_with(", ") || rest.starts_with("\u2013");
        if (!joins) continue;
        if (at > 0 && page[at - 1] == '\\') return std::string(page);
        return std::string(trim(page.substr(0, at)));
    }
    return std::string(page);
}

/// A name with the particles, suffix and order that are still inside its parts taken out.
PersonName prepare_name(Name const& name, std::string_view language, Texts& texts) {
    PersonName out;
    if (!name.literal.empty()) {
        out.literal = name.literal;
        return out;
    }
    out.family = name.family;
    out.given = name.given;
    out.dropping = name.dropping_particle;
    out.non_dropping = name.non_dropping_particle;
    out.suffix = name.suffix;
    out.comma_suffix = name.comma_suffix;
    auto const quoted = out.family.size() > 1 && out.family.front() == '"' && out.family.back() == '"';
    if (quoted) out.family = out.family.substr(1, out.family.size() - 2);
    if (!quoted && out.non_dropping.empty() && !out.family.empty() && !out.given.empty()) {
        split_family(out, texts);
        split_given_suffix(out);
        split_given(out, texts);
    }
    out.script = script_of_name(out, language);
    out.family_first =
        name.static_ordering || out.script == NameScript::unspaced || language == "vi" || language == "hu";
    return out;
}

}  // namespace

Record::Record(std::shared_ptr<Item const> item) : item_(std::move(item)) {
    auto const language = item_->text(Variable::language);
    for (auto const c : language) {
        if (!is_ascii_letter(c)) break;
        language_ += ascii_lower(c);
    }
    for (auto const& [variable, text] : item_->texts)
        if (!text.empty()) present_.set(index_of(variable));
    for (auto const& [variable, date] : item_->dates)
        if (!date.empty() || !date.raw.empty()) present_.set(index_of(variable));
    for (auto const& [variable, names] : item_->names) add_names(variable, names);
    find_editor_translator();
    if (has(Variable::page)) {
        page_first_ = first_page(item_->text(Variable::page));
        present_.set(index_of(Variable::page_first));
    }
}

void Record::add_names(Variable variable, Names const& names) {
    std::vector<PersonName> prepared;
    prepared.reserve(names.size());
    for (auto const& name : names)
        if (!name.empty()) prepared.push_back(prepare_name(name, language_, name_texts_));
    if (prepared.empty()) return;
    present_.set(index_of(variable));
    names_.emplace_back(variable, std::move(prepared));
}

/// "editor-translator" is there too where "editor" and "translator" are identical ("Name Variables").
void Record::find_editor_translator() {
    if (has(Variable::editor_translator) || !has(Variable::editor) || !has(Variable::translator)) return;
    auto const& editors = *item_->names.find(Variable::editor);
    if (editors != *item_->names.find(Variable::translator)) return;
    add_names(Variable::editor_translator, editors);
    editor_translates_ = true;
}

void Record::add_name_keys(CompiledStyle const& style) {
    std::size_t count = 0;
    for (auto const& [variable, names] : names_) count += names.size();
    name_keys_.reserve(count);  // and no more, since names and registers keep their addresses
    for (auto& [variable, names] : names_)
        for (auto& name : names)
            if (!name.is_institution()) name.keys = &name_keys_.emplace_back(keys_of(name, style));
}

std::string_view Record::text(Variable variable) const {
    if (variable == Variable::page_first && !page_first_.empty()) return page_first_;
    return item_->text(variable);
}

std::vector<PersonName> const& Record::names(Variable variable) const {
    static std::vector<PersonName> const none;
    if (!has(variable)) return none;
    for (auto const& [name_variable, names] : names_)
        if (name_variable == variable) return names;
    return none;
}

}  // namespace fonds::csl
