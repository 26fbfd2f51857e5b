// TeX's accents.

#include "wire/latex_accents.hpp"

#include <algorithm>
#include <array>

#include "base/unicode.hpp"

namespace fonds::latex {
namespace {

using std::string_view;

struct Accent {
    string_view command;
    string_view marks;
};

// The LaTeX kernel's accents, tipa's, and those that MathSciNet defines in the preamble of its files; sorted.
// clang-format off
constexpr auto accents = std::to_array<Accent>({
    {"\"", "\u0308"}, {"'", "\u0301"}, {".", "\u0307"}, {"=", "\u0304"}, {"B", "\u0335"}, {"C", "\u030F"},
    {"G", "\u030F"}, {"H", "\u030B"}, {"M", "\u0322"}, {"U", "\u030E"}, {"^", "\u0302"}, {"`", "\u0300"},
    {"acute", "\u0301"}, {"b", "\u0331"}, {"bar", "\u0304"}, {"breve", "\u0306"}, {"c", "\u0327"},
    {"cfac", "\u0302"}, {"cftil", "\u0303"}, {"check", "\u030C"}, {"d", "\u0323"}, {"ddot", "\u0308"},
    {"dot", "\u0307"}, {"dudot", "\u0324"}, {"f", "\u0311"}, {"grave", "\u0300"}, {"h", "\u0309"},
    {"hat", "\u0302"}, {"k", "\u0328"}, {"lfhook", "\u0326"}, {"mathring", "\u030A"}, {"ocirc", "\u030A"},
    {"ogonek", "\u0328"}, {"overline", "\u0305"}, {"polhk", "\u0328"}, {"r", "\u030A"}, {"soft", "\u030C"},
    {"t", "\u0361"}, {"textacute", "\u0301"}, {"textacutemacron", "\u0304\u0301"},
    {"textadvancing", "\u0318"}, {"textbottomtiebar", "\u035C"}, {"textbreve", "\u0306"},
    {"textbrevemacron", "\u0304\u0306"}, {"textcircumacute", "\u0302\u0301"}, {"textcommaabove", "\u0313"},
    {"textcommaabover", "\u0315"}, {"textcommabelow", "\u0326"}, {"textdotacute", "\u0307\u0301"},
    {"textdotbreve", "\u0310"}, {"textdoublebreve", "\u035D"}, {"textdoublegrave", "\u030F"},
    {"textdoublemacron", "\u035E"}, {"textdoublemacronbelow", "\u035F"}, {"textdoubletilde", "\u0360"},
    {"textdoublevbaraccent", "\u030E"}, {"textgrave", "\u0300"}, {"textgravemacron", "\u0304\u0300"},
    {"textinvbreve", "\u0311"}, {"textinvsubbridge", "\u033A"}, {"textlowering", "\u031E"},
    {"textmacronbelow", "\u0331"}, {"textogonekcentered", "\u0328"}, {"textovercross", "\u033D"},
    {"textraising", "\u031D"}, {"textretracting", "\u0319"}, {"textrevcommaabove", "\u0314"},
    {"textrighthorn", "\u031B"}, {"textseagull", "\u033C"}, {"textsubacute", "\u0317"},
    {"textsubarch", "\u032F"}, {"textsubbar", "\u0331"}, {"textsubbreve", "\u032E"},
    {"textsubbridge", "\u032A"}, {"textsubcircum", "\u032D"}, {"textsubdot", "\u0323"},
    {"textsubgrave", "\u0316"}, {"textsublhalfring", "\u031C"}, {"textsubminus", "\u0320"},
    {"textsubplus", "\u031F"}, {"textsubrhalfring", "\u0339"}, {"textsubring", "\u0325"},
    {"textsubsquare", "\u033B"}, {"textsubtilde", "\u0330"}, {"textsubumlaut", "\u0324"},
    {"textsubw", "\u032B"}, {"textsubwedge", "\u032C"}, {"textsuperimposetilde", "\u0334"},
    {"textsyllabic", "\u0329"}, {"texttilde", "\u0303"}, {"texttildedot", "\u0303\u0307"},
    {"texttoptiebar", "\u0361"}, {"textturncommaabove", "\u0312"}, {"textundertie", "\u032E"},
    {"textvbaraccent", "\u030D"}, {"tilde", "\u0303"}, {"u", "\u0306"}, {"uarc", "\u0311"},
    {"udot", "\u0323"}, {"utilde", "\u0330"}, {"v", "\u030C"}, {"vec", "\u20D7"}, {"|", "\u030D"},
    {"~", "\u0303"},
});
// clang-format on

// The letters that have a sign of their own with a mark, and these signs, of two bytes each (Latin-1 and
// Latin Extended-A): most accents are on them.
struct Composed {
    string_view mark;
    string_view letters;
    string_view signs;
};
constexpr auto composed = std::to_array<Composed>({
    {"\u0300", "AEIOUaeiou", "ÀÈÌÒÙàèìòù"},
    {"\u0301", "ACEILNORSUYZaceilnorsuyz", "ÁĆÉÍĹŃÓŔŚÚÝŹáćéíĺńóŕśúýź"},
    {"\u0302", "ACEGHIJOSUWYaceghijosuwy", "ÂĈÊĜĤÎĴÔŜÛŴŶâĉêĝĥîĵôŝûŵŷ"},
    {"\u0303", "AINOUainou", "ÃĨÑÕŨãĩñõũ"},
    {"\u0304", "AEIOUaeiou", "ĀĒĪŌŪāēīōū"},
    {"\u0306", "AEGIOUaegiou", "ĂĔĞĬŎŬăĕğĭŏŭ"},
    {"\u0307", "CEGIZcegz", "ĊĖĠİŻċėġż"},
    {"\u0308", "AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"},
    {"\u030A", "AUau", "ÅŮåů"},
    {"\u030B", "OUou", "ŐŰőű"},
    {"\u030C", "CDELNRSTZcdelnrstz", "ČĎĚĽŇŘŠŤŽčďěľňřšťž"},
    {"\u0327", "CGKLNRSTcgklnrst", "ÇĢĶĻŅŖŞŢçģķļņŗşţ"},
    {"\u0328", "AEIUaeiu", "ĄĘĮŲąęįų"},
});

// The sign for a letter with a mark; empty where the table has none.
string_view compose(char letter, string_view mark) {
    for (auto const& row : composed) {
        if (row.mark != mark) continue;
        auto const at = row.letters.find(letter);
        return at == string_view::npos ? string_view() : row.signs.substr(2 * at, 2);
    }
    return {};
}

// A mark below leaves the dots of i and j where they are.
bool is_below(char32_t mark) {
    return (mark >= 0x316 && mark <= 0x319) || (mark >= 0x31C && mark <= 0x333) ||
           (mark >= 0x339 && mark <= 0x33C) || mark == 0x35C || mark == 0x35F;
}

}  // namespace

string_view marks_of(string_view command) {
    auto const at =
        std::lower_bound(accents.begin(), accents.end(), command,
                         [](Accent const& row, string_view wanted) { return row.command < wanted; });
    return at == accents.end() || at->command != command ? string_view() : at->marks;
}

std::string with_marks(string_view text, string_view marks) {
    auto const mark = decode(marks, 0).value;
    if (text.empty()) {
        // \~{} and \^{} print the character itself.
        if (mark == 0x303) return "~";
        if (mark == 0x302) return "^";
        return {};
    }
    if (text.size() == 1)
        if (auto const sign = compose(text[0], marks); !sign.empty()) return std::string(sign);
    auto const first = decode(text, 0);
    auto end = first.size;
    std::string out;
    if (first.value == 0x131 && !is_below(mark)) out += 'i';
    else if (first.value == 0x237 && !is_below(mark)) out += 'j';
    else out.append(text, 0, end);
    while (end < text.size() && is_mark(decode(text, end).value)) {
        auto const size = decode(text, end).size;
        out.append(text, end, size);
        end += size;
    }
    out += marks;
    out.append(text, end);
    return to_nfc(out);
}

}  // namespace fonds::latex
