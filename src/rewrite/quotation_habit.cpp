// The quotation marks that a manuscript types.

#include "rewrite/quotation_habit.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace fonds {
namespace {

constexpr std::array<std::string_view, 2> double_marks = {"“", "”"};
constexpr std::array<std::string_view, 2> single_marks = {"‘", "’"};
constexpr std::array<std::string_view, 3> other_marks = {"„", "«", "»"};

template <class Marks>
bool has_any(std::string_view text, Marks const& marks) {
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

}  // namespace

QuotationHabit::QuotationHabit(Document const& document) {
    if (document.format == "tex") return;  // read as what they become
    bool quotes = false, apostrophes = false, shaped = false, shaped_apostrophes = false;
    for (auto const& note : document.notes) {
        quotes |= note.text.find('"') != std::string::npos;
        apostrophes |= note.text.find('\'') != std::string::npos;
        shaped |= has_any(note.text, double_marks) || has_any(note.text, other_marks);
        shaped_apostrophes |= has_any(note.text, single_marks);
    }
    straight_ = quotes && !shaped;
    straight_apostrophe_ = !shaped_apostrophes && (apostrophes || straight_);
}

void QuotationHabit::follow(RichText& text) const {
    if (!straight_ && !straight_apostrophe_) return;
    auto const straighten = [&](std::string_view mark, char straight) {
        for (auto at = text.text().find(mark); at != std::string::npos; at = text.text().find(mark, at + 1)) {
            text.replace(at, straight);
            text.erase(at + 1, mark.size() - 1);
        }
    };
    if (straight_)
        for (auto const mark : double_marks) straighten(mark, '"');
    if (straight_apostrophe_)
        for (auto const mark : single_marks) straighten(mark, '\'');
}

TexQuotes::TexQuotes(Document const& document) {
    if (document.format != "tex") return;
    enum class Habit { tex, shaped, none };
    std::vector<Habit> habits;
    for (auto const& part : document.parts) {
        bool const is_tex = part.bytes.find("``") != std::string::npos;
        habits.push_back(is_tex                              ? Habit::tex
                         : has_any(part.bytes, double_marks) ? Habit::shaped
                                                             : Habit::none);
    }
    bool const any = std::find(habits.begin(), habits.end(), Habit::tex) != habits.end();
    for (auto const habit : habits)
        are_typed_.push_back(habit == Habit::tex || (habit == Habit::none && any));
}

std::string TexQuotes::follow(std::string escaped, std::size_t part) const {
    if (part >= are_typed_.size() || !are_typed_[part]) return escaped;
    if (!has_any(escaped, double_marks) && !has_any(escaped, single_marks)) return escaped;
    escaped = replace_all(escaped, "“", "``");
    escaped = replace_all(escaped, "”", "''");
    escaped = replace_all(escaped, "‘", "`");
    return replace_all(escaped, "’", "'");
}

}  // namespace fonds
