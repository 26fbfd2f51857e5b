#include "note/known_citation.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/lexicon.hpp"
#include "note/reference_cues.hpp"

namespace fonds {
namespace {

// The last words of the names, and their other words.
void add_people(std::vector<std::uint64_t>& last, std::vector<std::uint64_t>* others, Item const& item,
                Variable variable, Lexicon const& lexicon) {
    auto const* names = item.names.find(variable);
    if (!names) return;
    for (auto const& name : *names) {
        auto const words = title_words(name.family.empty() ? name.literal : name.family, lexicon);
        if (words.empty()) continue;
        last.push_back(words.back());
        if (others && !name.family.empty()) others->insert(others->end(), words.begin(), words.end() - 1);
    }
}

// "FRUS" of "Foreign Relations of the United States", as a name is hashed; small words do not count.
std::optional<std::uint64_t> initials_of(std::string_view title, Lexicon const& lexicon) {
    constexpr std::size_t fewest = 3;
    constexpr std::size_t longest_small_word = 3;
    std::string initials;
    std::size_t count = 0;
    while (!title.empty()) {
        auto const word = title.substr(0, title.find(' '));
        title.remove_prefix(std::min(word.size() + 1, title.size()));
        if (word.empty()) continue;
        auto const first = decode(word, 0).value;
        if (!is_letter(first)) continue;
        if (is_lower(first) && count_code_points(word) <= longest_small_word) continue;
        append_utf8(initials, first);
        ++count;
    }
    if (count < fewest) return std::nullopt;
    return name_key(initials, lexicon);
}

}  // namespace

std::uint64_t name_key(std::string_view text, Lexicon const& lexicon) {
    std::uint64_t key = hash_word("");
    for (auto const word : title_words(text, lexicon)) key = (key ^ word) * 1099511628211ULL;
    return key;
}

bool is_telling(std::string_view number) {
    bool const has_digit = std::any_of(number.begin(), number.end(), is_digit);
    bool const has_letters = std::count_if(number.begin(), number.end(), is_ascii_letter) > 1;
    return has_digit && has_letters;
}

KnownCitation known_citation(Citation const& citation, Lexicon const& lexicon) {
    KnownCitation known;
    known.kind = citation.kind;
    known.type = citation.item.type;
    for (auto const variable :
         {Variable::author, Variable::editor, Variable::container_author, Variable::director})
        add_people(known.people, &known.people_words, citation.item, variable, lexicon);
    add_people(known.recipients, nullptr, citation.item, Variable::recipient, lexicon);
    known.title = title_words(citation.item.text(Variable::title), lexicon);
    if (known.title.empty()) known.title = title_words(citation.item.text(Variable::title_short), lexicon);
    for (auto const variable : {Variable::container_title, Variable::volume_title}) {
        auto words = title_words(citation.item.text(variable), lexicon);
        if (!words.empty())
            (known.title.empty() ? known.title : known.other_titles.emplace_back()) = std::move(words);
    }
    for (auto const variable : {Variable::title, Variable::container_title, Variable::collection_title})
        if (auto const initials = initials_of(citation.item.text(variable), lexicon))
            known.initials.push_back(*initials);
    if (auto const number = citation.item.text(Variable::number); is_telling(number))
        known.numbers.push_back(name_key(number, lexicon));
    if (auto const* date = citation.item.dates.find(Variable::issued)) known.issued = date->start;
    auto const& reference = citation.item.reference;
    known.has_location = !reference.repository.empty() || !reference.levels.empty();
    for (auto const& level : reference.levels) known.levels.push_back(level.level);
    known.in_volume = !citation.item.text(Variable::volume).empty();
    return known;
}

}  // namespace fonds
