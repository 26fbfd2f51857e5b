#include "knowledge/title_language.hpp"

#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("the language of a title is told by its small words and its letters") {
    struct Row {
        std::string_view title, code;
        bool is_sure;
    };
    for (auto const& row : {
             Row{"Geschichte der DDR", "de", true},
             Row{"La guerra y la paz", "es", true},
             Row{"La guerre de Corée", "fr", true},
             Row{"Krig och fred i Norden", "sv", true},
             Row{"The Origins of the Korean War", "", false},
             Row{"Crisis", "", false},
             Row{"", "", false},
             Row{"Indochine, la colonisation ambiguë et les autres", "fr", true},
             Row{"Белые пятна", "ru", true},
             Row{"История СССР", "ru", false},
             Row{"Історія України", "uk", true},
             Row{"Історія", "uk", false},
             Row{"Її листи", "uk", true},
             Row{"Политика и љубав", "sr", true},
             Row{"Польща і Беларусь у ХХ ст. Ўводзіны", "be", true},
             Row{"朝鮮戰爭", "zh", false},
             Row{"조선전쟁", "ko", true},
         }) {
        CAPTURE(row.title);
        auto const language = title_language(row.title);
        CHECK(language.code == row.code);
        CHECK(language.is_sure == row.is_sure);
    }
}
