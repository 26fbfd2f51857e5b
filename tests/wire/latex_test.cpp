#include <string>

#include "base/unicode.hpp"
#include "support/catch.hpp"
#include "wire/latex_text.hpp"

using namespace fonds;

TEST_CASE("a letter with an accent is what Unicode composes of it and the mark") {
    struct {
        char const* command;
        char const* mark;
    } const accents[] = {
        {"`", "\u0300"}, {"'", "\u0301"}, {"^", "\u0302"},  {"~", "\u0303"}, {"=", "\u0304"},
        {"u", "\u0306"}, {".", "\u0307"}, {"\"", "\u0308"}, {"r", "\u030A"}, {"H", "\u030B"},
        {"v", "\u030C"}, {"c", "\u0327"}, {"k", "\u0328"},  {"d", "\u0323"}, {"b", "\u0331"},
    };
    for (auto const& accent : accents)
        for (std::string const letters : {"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"})
            for (char const letter : letters) {
                std::string const alone(1, letter);
                CHECK(latex::to_unicode("\\" + std::string(accent.command) + "{" + alone + "}") ==
                      to_nfc(alone + accent.mark));
            }
}

TEST_CASE("the form of a text says what becomes of it in TeX and on the way back") {
    using latex::Form;
    struct {
        char const* text;
        Form form;
    } const rows[] = {
        {"", Form::itself},
        {"plain words", Form::itself},
        {"[a|b=c], d-e's", Form::itself},
        {"[a|b=c], d-e's of more than sixteen bytes", Form::itself},
        {"Świętochłowice, Свердловск, 上海", Form::itself},
        {"50 % & more", Form::certain},
        {"more than sixteen bytes, and 50 % of them", Form::certain},
        {"a -- b", Form::uncertain},
        {"more than sixteen bytes and two dashes --", Form::uncertain},
        {"no-break\u00A0space", Form::uncertain},
        {"<i>in a title</i>", Form::uncertain},
        {" ", Form::uncertain},
        {"more than sixteen bytes and a space ", Form::uncertain},
    };
    for (auto const& row : rows) {
        CAPTURE(row.text);
        CHECK(latex::form_of(row.text) == row.form);
        std::string tex;
        CHECK(latex::append_tex(tex, row.text) == (row.form != Form::uncertain));
        if (row.form == Form::itself) CHECK(tex == row.text);
        if (row.form != Form::uncertain) CHECK(latex::to_unicode(tex) == row.text);
    }
}

TEST_CASE("a per cent sign at the end of a line takes the line's end away") {
    struct Row {
        std::string tex, text;
    };
    for (auto const& row : std::vector<Row>{
             {"On the%\n  Situation %\r\n in Berlin", "On theSituation in Berlin"},
             {"One%\n\nTwo", "One\n\nTwo"},
             {"50% of 100%\n more", "50% of 100% more"},
             {"100\\%\n more", "100% more"},
             {"All \\%\n more", "All % more"},
             {"per % cent %", "per % cent %"},
         }) {
        CAPTURE(row.tex);
        CHECK(latex::to_unicode(row.tex) == row.text);
    }
}

TEST_CASE("commands of babel's French are read") {
    CHECK(latex::to_unicode("Le XIX\\ieme{} si\\`ecle, \\no5, 1\\ier{} mai, \\primo~oui") ==
          "Le XIXe siècle, n°5, 1er mai, 1°\u00A0oui");
}

TEST_CASE("what a command takes and where a declaration ends") {
    struct Row {
        std::string tex, text;
    };
    for (auto const& row : std::vector<Row>{
             {"\\={\\.a} \\=\\.a", "\u01E1 \u01E1"},
             {"\\v\\i x", "\u01D0 x"},
             {"{a\\'}b", "ab"},
             {"\\'{open", "\u00F3pen"},
             {"{\\em one \\bf two} three", "<i>one <b>two</b></i> three"},
             {"\\emph{\\bf one \\sc two} three", "<i><b>one <sc>two</sc></b></i> three"},
             {"\\em one \\bf two", "<i>one <b>two</b></i>"},
             {"\\ifmmode\\check{c}\\else\\v{c}\\fi, \\ifmmode", "č, \\ifmmode"},
         }) {
        CAPTURE(row.tex);
        CHECK(latex::to_unicode(row.tex) == row.text);
    }
}

TEST_CASE("a command written over and over costs its length, and no depth of calls") {
    constexpr std::size_t times = 300'000;
    for (std::string const command :
         {"\\'", "\\v", "{\\em ", "\\em ", "\\ifmmode ", "\\unknown{", "$\\'", "^{"}) {
        CAPTURE(command);
        std::string tex = "{";
        for (std::size_t i = 0; i < times; ++i) tex += command;
        CHECK(!latex::to_unicode(tex + "e").empty());
    }
}
