// Where a word is parted, as the tables tell: behind a label, a keeper's letters, a name.

#include "grammar/word_parting.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/characters.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {
namespace {

using std::string_view;

bool names_keeper(string_view letters, Lexicon const& lexicon) {
    auto const* archive = lexicon.alone(hash_folded(letters));
    return archive && archive->is(WordClass::archive) && archive->may_stand(letters);
}

/// "№4": the sign and the number; where the number begins, or npos.
std::size_t number_sign_end(string_view word, Lexicon const&) {
    constexpr string_view sign = "№";
    return word.starts_with(sign) && word.size() > sign.size() ? sign.size() : string_view::npos;
}

/// "RG10", "MG26": a record group and its number.
std::size_t record_group_end(string_view text, std::size_t begin, std::size_t end) {
    constexpr std::size_t letters = 2;
    auto const word = text.substr(begin, end - begin);
    bool const group = (word.starts_with("RG") || word.starts_with("MG")) && word.size() > letters &&
                       is_all_digits(word.substr(letters));
    return group ? begin + letters : end;
}

/// "PRO-FO 371/4171", "PRO-WO": a keeper's letters and a department's; where the hyphen stands, or npos.
std::size_t keeper_before_hyphen(string_view word, Lexicon const& lexicon) {
    auto const hyphen = word.find('-');
    if (hyphen == string_view::npos || hyphen < 2) return string_view::npos;
    // "HR-HDA-1220": the keeper's letters and the number of a fond.
    if (auto const last = word.rfind('-');
        last > hyphen && is_all_digits(word.substr(last + 1)) && names_keeper(word.substr(0, last), lexicon))
        return last;
    auto const keeper = word.substr(0, hyphen), office = word.substr(hyphen + 1);
    if (office.size() < 2 || office.size() > 5 ||
        !std::all_of(office.begin(), office.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        return string_view::npos;
    bool const both =
        names_keeper(keeper, lexicon) && lexicon.is_any(hash_folded(office), mask(WordClass::department));
    return both ? hyphen : string_view::npos;
}

/// "全宗1": a label in Han and its number; where the number begins, or npos.
std::size_t eastern_label_end(string_view word, Lexicon const& lexicon) {
    if (static_cast<unsigned char>(word[0]) < 0xE3 || !is_digit(word.back())) return string_view::npos;
    auto const digit =
        static_cast<std::size_t>(std::find_if(word.begin(), word.end(), is_digit) - word.begin());
    return lexicon.is_any(hash_word(word.substr(0, digit)), mask(WordClass::label)) ? digit
                                                                                    : string_view::npos;
}

/// "op.1", "F.R-5446", "Ед.хр.311": a label and its value; "24.März 1927": a day and its month. The stop
/// between them, or npos.
std::size_t stop_behind_label(string_view word, Lexicon const& lexicon) {
    constexpr std::size_t longest_day = 2, longest_label = 10;
    auto stop = word.find('.');
    if (stop == string_view::npos) return stop;
    if (stop <= longest_day && stop > 0 && is_all_digits(word.substr(0, stop)) &&
        names_part_of_year(word.substr(stop + 1), lexicon))
        return stop;
    // "Ед.хр.": the label has a stop of its own.
    if (auto const second = word.find('.', stop + 1);
        second != string_view::npos && second <= longest_label &&
        std::none_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(second), is_digit))
        stop = second;
    if (stop == 0 || stop > longest_label || stop + 1 >= word.size()) return string_view::npos;
    auto const label = word.substr(0, stop), value = word.substr(stop + 1);
    if (std::none_of(value.begin(), value.end(), is_digit) ||
        std::any_of(label.begin(), label.end(), is_digit))
        return string_view::npos;
    auto const* phrase = lexicon.alone(hash_folded(label));
    if (!phrase) return string_view::npos;
    bool const names_level =
        phrase->is(WordClass::label) && !phrase->meanings().empty() && phrase->meanings()[0] != "item";
    bool const abbreviates_keeper =
        phrase->is(WordClass::archive) && phrase->exact_case && phrase->may_stand(label);
    return names_level || abbreviates_keeper ? stop : string_view::npos;
}

std::size_t label_end(string_view text, std::size_t begin, std::size_t end, Lexicon const& lexicon) {
    auto const word = text.substr(begin, end - begin);
    for (auto const find_end : {eastern_label_end, keeper_before_hyphen, stop_behind_label, number_sign_end})
        if (auto const size = find_end(word, lexicon); size != string_view::npos) return begin + size;
    return end;
}

/// Behind a person's part in a work stands its title, or a mark before it.
bool role_may_end_before(char32_t next) {
    return next == 0x300A || next == 0x300C || next == 0x300E || next == 0x3008 || next == ':' ||
           next == 0xFF1A || next == ',' || next == 0xFF0C || next == 0x3001;
}

/// "和田春樹編『…", "研究室编：", "外交史料館所蔵", "国史馆藏": where what a person did, or that a keeper has
/// it, is written at the name; `end` where it is not.
std::size_t eastern_name_end(string_view text, std::size_t begin, std::size_t end, Lexicon const& lexicon) {
    constexpr std::size_t sign = 3, longest = 3 * sign;
    constexpr auto makers = mask(WordClass::editor) | mask(WordClass::translator);
    if (end - begin <= sign || !is_eastern(decode_before(text, end).value)) return end;
    if (lexicon.is_any(hash_folded(text.substr(begin, end - begin)), makers)) return end;
    for (auto size = std::min(longest, end - begin - sign); size >= sign; size -= sign) {
        auto const* role = lexicon.alone(hash_word(text.substr(end - size, size)));
        if (!role) continue;
        bool const did = (role->classes & (makers | mask(WordClass::op_cit))) != 0;
        if (did && role_may_end_before(character_at(text, end))) return end - size;
        auto const stem = text.substr(begin, end - begin - size);
        if (role->is(WordClass::kept_sign) &&
            (lexicon.is_any(hash_word(stem), mask(WordClass::archive)) ||
             (lexicon.classes_by_ending(stem) & mask(WordClass::repository)) != 0))
            return end - size;
    }
    return end;
}

}  // namespace

std::size_t first_part_end(string_view text, std::size_t begin, std::size_t end, bool plain,
                           Lexicon const& lexicon) {
    if (plain) return record_group_end(text, begin, end);
    return eastern_name_end(text, begin, label_end(text, begin, end, lexicon), lexicon);
}

std::size_t joined_town_end(string_view word, Lexicon const& lexicon) {
    auto const joint = std::min({word.find('-'), word.find("\u2013"), word.find('/')});
    bool const town = joint != string_view::npos &&
                      lexicon.is_any(hash_folded(word.substr(0, joint)), mask(WordClass::place));
    return town ? joint : string_view::npos;
}

bool names_part_of_year(string_view word, Lexicon const& lexicon) {
    constexpr std::size_t longest = 32;  // bytes: "кастрычніка" has 22
    return word.size() <= longest &&
           lexicon.is_any(hash_folded(word), mask(WordClass::month) | mask(WordClass::season));
}

}  // namespace fonds
