// The rule on labels of one page or leaf before several, and of several before one.

#include <algorithm>
#include <set>
#include <stdexcept>
#include <vector>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/pages.hpp"
#include "check/rule.hpp"
#include "check/words.hpp"

namespace fonds::checking {
namespace {

struct LabelPair {
    std::string_view one;
    std::string_view many;
};

std::vector<LabelPair> const& label_pairs() {
    static auto const pairs = [] {
        auto const ones = words_for("label-of-one");
        auto const many = words_for("label-of-several");
        if (ones.size() != many.size())
            throw std::logic_error("check-words.tsv: a label without its partner");
        std::vector<LabelPair> out;
        for (std::size_t at = 0; at < ones.size(); ++at) out.push_back({ones[at], many[at]});
        return out;
    }();
    return pairs;
}

// The label directly before `begin`, with its spaces.
std::string_view word_before(std::string_view text, std::size_t begin) {
    auto end = begin;
    while (end > 0 && is_space(decode_before(text, end).value)) end -= decode_before(text, end).size;
    auto from = end;
    while (from > 0 && end - from < 16) {
        auto const c = decode_before(text, from);
        if (!is_letter(c.value) && c.value != U'.') break;
        from -= c.size;
    }
    return text.substr(from, end - from);
}

enum class Amount { unsure, one, many };

Amount amount_of(std::string_view value) {
    if (auto const range = written_range(value)) {
        bool const same = range->numbers.first == range->numbers.last && range->first == range->last;
        return same ? Amount::unsure : Amount::many;
    }
    return is_all_digits(value) ? Amount::one : Amount::unsure;
}

// "pp. 30ff.", "pp. 30 and 45", "p. 3, 5": what follows decides, and is not read here.
bool goes_on(std::string_view text, std::size_t end) {
    auto const rest = text.substr(end, 12);
    auto const next = trim(rest);
    static auto const words = words_for("behind-page");
    for (auto const word : words)
        if (next.starts_with(word)) return true;
    return next.size() > 2 && (next[0] == ',' || next[0] == ';') && is_digit(trim(next.substr(1))[0]);
}

// The pairs by which a manuscript tells one from many: French "p. 245-250" and Bulgarian "л. 1–3" do not. One
// work in another language does not make it a habit: the plural has to be as frequent as the singular.
std::vector<LabelPair> pairs_in_use(Manuscript const& manuscript) {
    auto const& known = label_pairs();
    std::vector<std::size_t> plural(known.size());
    std::vector<std::size_t> singular_for_many(known.size());
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index) {
        std::string_view const text = manuscript.notes[index].text;
        for (auto const& token : manuscript.tokens[index]) {
            if (token.kind != Token::number) continue;
            auto const label = word_before(text, token.span.begin);
            if (label.empty()) continue;
            auto const range = text.substr(token.span.end, 4);
            bool const many = range.starts_with("-") || range.starts_with("–");
            for (std::size_t at = 0; at < known.size(); ++at) {
                if (label == known[at].many) ++plural[at];
                if (many && label == known[at].one) ++singular_for_many[at];
            }
        }
    }
    std::vector<LabelPair> pairs;
    for (std::size_t at = 0; at < known.size(); ++at)
        if (plural[at] > 0 && plural[at] >= singular_for_many[at]) pairs.push_back(known[at]);
    return pairs;
}

// The archives with whose references a manuscript has labels of several.
std::set<std::string_view> archives_with_plurals(Manuscript const& manuscript,
                                                 std::span<LabelPair const> pairs) {
    std::set<std::string_view> out;
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index) {
        NoteView const view(manuscript, index);
        for (auto const& citation : view.note.citations)
            for (auto const& pages : pages_of(view, citation)) {
                auto const label = word_before(view.note.text, pages.span.begin);
                bool const is_many = std::any_of(pairs.begin(), pairs.end(),
                                                 [&](LabelPair const& pair) { return label == pair.many; });
                if (is_many) out.insert(citation.item.reference.repository_id);
            }
    }
    return out;
}

// "AMAE, Chine, vol. 212, fol. 34–41": in its own country the label has one form, and nothing shows that this
// author has another.
bool has_one_label(Citation const& citation, std::set<std::string_view> const& with_plurals,
                   Knowledge const& knowledge) {
    auto const& id = citation.item.reference.repository_id;
    auto const* archive = id.empty() ? nullptr : knowledge.archive(id);
    if (!archive || with_plurals.count(id) > 0) return false;
    static auto const countries = words_for("country-with-one-label");
    return contains(countries, archive->country);
}

void label_numbers(NoteView const& note, Citation const& citation, std::span<LabelPair const> pairs,
                   Findings& findings) {
    for (auto const& pages : pages_of(note, citation)) {
        auto const amount = amount_of(pages.text);
        if (amount == Amount::unsure || goes_on(note.note.text, pages.span.end)) continue;
        auto const label = word_before(note.note.text, pages.span.begin);
        for (auto const& pair : pairs) {
            if (label != (amount == Amount::one ? pair.many : pair.one)) continue;
            auto const right = amount == Amount::one ? pair.one : pair.many;
            auto const begin = static_cast<std::size_t>(label.data() - note.note.text.data());
            auto& finding = findings.add(
                note.index, {begin, pages.span.end},
                concat("“", label, "” stands before ", amount == Amount::one ? "one number" : "several",
                       "; write “", right, " ", pages.text, "”"));
            offer(finding, true, {begin, begin + label.size()}, std::string(right),
                  concat("write “", right, "”"));
        }
    }
}

void label_number(Manuscript const& manuscript, Findings& findings) {
    auto const pairs = pairs_in_use(manuscript);
    if (pairs.empty()) return;
    auto const with_plurals = archives_with_plurals(manuscript, pairs);
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index) {
        NoteView const view(manuscript, index);
        for (auto const& citation : view.note.citations)
            if (!has_one_label(citation, with_plurals, manuscript.knowledge))
                label_numbers(view, citation, pairs, findings);
    }
}

constexpr RuleEntry entries[] = {
    {{"label-number", "ranges", Severity::warning,
      "a label of one number before several, or of several before one"},
     Reach::manuscripts,
     label_number},
};

}  // namespace

std::span<RuleEntry const> plural_rules() { return entries; }

}  // namespace fonds::checking
