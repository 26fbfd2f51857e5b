// How a manuscript joins the numbers of a range.

#include "check/range_habit.hpp"

#include "base/contains.hpp"
#include "base/text.hpp"
#include "check/words.hpp"
#include "knowledge/title_language.hpp"

namespace fonds::checking {
namespace {

bool has_dash_between_numbers(std::string_view text) {
    constexpr std::string_view dash = "–";
    for (auto at = text.find(dash); at != std::string_view::npos; at = text.find(dash, at + dash.size())) {
        auto const end = at + dash.size();
        if (at > 0 && is_digit(text[at - 1]) && end < text.size() && is_digit(text[end])) return true;
    }
    return false;
}

// An empty code says English, and that nothing tells.
bool has_english_words(std::string_view text) {
    for (std::string_view const word : {" the ", " of ", " and ", " to ", " with "})
        if (text.find(word) != std::string_view::npos) return true;
    return false;
}

}  // namespace

bool sets_hyphens(std::vector<ParsedNote> const& notes) {
    static auto const languages = words_for("language-with-hyphens");
    std::size_t in_such = 0;
    std::size_t may_be_such = 0;
    std::size_t in_others = 0;
    for (auto const& note : notes) {
        if (has_dash_between_numbers(note.text)) return false;
        auto const language = title_language(note.text);
        bool const is_such = contains(languages, language.code);
        if (is_such) ++may_be_such;
        if (is_such && language.is_sure) ++in_such;
        else if (is_such) continue;
        else if (!language.code.empty() || has_english_words(note.text)) ++in_others;
    }
    return in_others == 0 ? may_be_such > 0 : in_such > in_others;
}

}  // namespace fonds::checking
