// Records of every shape for property tests: RapidCheck draws, the values are as awkward as sources are.
#pragma once

#include <rapidcheck.h>

#include <fonds/item.hpp>
#include <set>

namespace fonds::generate {

/// A text that is never empty and has no white space at its ends: letters of several scripts, punctuation
/// that some format gives a meaning to, now and then two spaces.
inline rc::Gen<std::string> text() {
    static std::vector<std::string> const pieces = {"Fond",
                                                    "archive",
                                                    "Протокол",
                                                    "Đilas",
                                                    "東亞",
                                                    "a",
                                                    "B",
                                                    "7",
                                                    "1961",
                                                    " ",
                                                    " ",
                                                    "-",
                                                    "–",
                                                    "—",
                                                    ".",
                                                    ",",
                                                    ";",
                                                    ":",
                                                    "'",
                                                    "’",
                                                    "“x”",
                                                    "\"",
                                                    "&",
                                                    "%",
                                                    "#",
                                                    "/",
                                                    "(",
                                                    ")",
                                                    "[",
                                                    "]",
                                                    "?",
                                                    "!",
                                                    "{",
                                                    "}",
                                                    "\\",
                                                    "<",
                                                    ">",
                                                    "|",
                                                    "=",
                                                    "~",
                                                    "^",
                                                    "_",
                                                    "*",
                                                    "$",
                                                    "@",
                                                    "+",
                                                    "ä",
                                                    "é",
                                                    " and ",
                                                    " -- ",
                                                    "TY  - ",
                                                    "ER  -",
                                                    "null",
                                                    "true",
                                                    "\xC2\xA0",
                                                    "  ",
                                                    "<<",
                                                    ",,",
                                                    "\"=",
                                                    "``",
                                                    "''",
                                                    "?`",
                                                    "<i>",
                                                    "</i>",
                                                    "<sup>2</sup>",
                                                    "<span class=\"nocase\">iPad</span>",
                                                    "<b>x</b>",
                                                    "\n",
                                                    "🗄",
                                                    "שלום",
                                                    "e\u0301",
                                                    "\u200B",
                                                    "\u2028",
                                                    "% ",
                                                    "\\emph{x}",
                                                    "@book{",
                                                    "&amp;",
                                                    "]]>",
                                                    "<!--",
                                                    "; ",
                                                    ": ",
                                                    "- ",
                                                    "{{",
                                                    "фонд Р-7720",
                                                    "ob.",
                                                    "others",
                                                    "[1961?]",
                                                    "~1961",
                                                    "10.1/x",
                                                    "http://x.org/a_b%20c?d=e&f",
                                                    "\t"};
    return rc::gen::map(
        rc::gen::resize(8, rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces))),
        [](std::vector<std::string> const& drawn) {
            std::string joined;
            for (auto const& piece : drawn) joined += piece;
            constexpr auto spaces = " \t\n";
            auto const first = joined.find_first_not_of(spaces);
            if (first == std::string::npos) return std::string("x");
            return joined.substr(first, joined.find_last_not_of(spaces) - first + 1);
        });
}

/// A text of letters, spaces and digits only.
inline rc::Gen<std::string> plain() {
    static std::vector<std::string> const words = {"Record", "of",   "a",    "Conversation", "with",  "Kim",
                                                   "Il",     "Sung", "1956", "Győr",         "Москва"};
    return rc::gen::map(rc::gen::nonEmpty(rc::gen::resize(
                            6, rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(words)))),
                        [](std::vector<std::string> const& drawn) {
                            std::string joined;
                            for (auto const& word : drawn) joined += (joined.empty() ? "" : " ") + word;
                            return joined;
                        });
}

/// A text as most are: words, with signs between them that mean something to one format or another.
inline rc::Gen<std::string> usual_text() {
    return rc::gen::exec([] {
        static std::vector<std::string> const words = {
            "Record", "of",    "a",        "U.S.",   "NATO-and-us", "MacDonald", "patent", "12",     "report",
            "on",     "and",   "Győr",     "Москва", "iPad's",      "Shen",      "10.1/x", "III",    "others",
            "(and)",  "https", "forschen", "Škoda",  "«e»",         "33",        "x_1",    "inpress"};
        static std::vector<std::string> const between = {" ",   ", ", "-", ": ", "--", "; ",
                                                         " & ", "'",  "–", "  ", "="};
        auto const count = *rc::gen::weightedElement<int>({{4, 1}, {4, 2}, {2, 3}, {1, 7}});
        std::string drawn;
        for (int i = 0; i < count; ++i) {
            if (i > 0)
                drawn += *rc::gen::weightedOneOf<std::string>(
                    {{4, rc::gen::just(std::string(" "))}, {1, rc::gen::elementOf(between)}});
            drawn += *rc::gen::elementOf(words);
        }
        return drawn;
    });
}

/// `one` in about half of the cases, else empty.
inline rc::Gen<std::string> maybe(rc::Gen<std::string> one) {
    return rc::gen::oneOf(rc::gen::just(std::string()), std::move(one));
}

inline rc::Gen<Name> name() {
    return rc::gen::exec([] {
        Name drawn;
        if (*rc::gen::weightedElement<bool>({{1, true}, {4, false}})) {
            drawn.literal = *text();
            return drawn;
        }
        static std::vector<std::string> const families = {
            "O’Neill",     "García Márquez", "毛",  "Nagy",   "von der Leyen",
            "Smith-Jones", "d'Aubigné",      "and", "Li, Jr."};
        drawn.family = *rc::gen::oneOf(text(), rc::gen::elementOf(families));
        drawn.given = *maybe(rc::gen::oneOf(text(), rc::gen::just(std::string("J.-P. A."))));
        if (*rc::gen::weightedElement<bool>({{1, true}, {19, false}})) std::swap(drawn.family, drawn.given);
        if (drawn.family.empty() && drawn.given.empty()) drawn.family = "x";
        drawn.non_dropping_particle = *maybe(rc::gen::element<std::string>("de", "van der", "d’", "al-"));
        drawn.dropping_particle = *maybe(rc::gen::element<std::string>("van", "Freiherr von", "de la"));
        drawn.suffix = *maybe(rc::gen::element<std::string>("Jr.", "III", "S.J."));
        drawn.parse_names = *rc::gen::weightedElement<bool>({{1, true}, {9, false}});
        drawn.comma_suffix = !drawn.suffix.empty() && *rc::gen::arbitrary<bool>();
        drawn.static_ordering = *rc::gen::weightedElement<bool>({{1, true}, {4, false}});
        return drawn;
    });
}

inline rc::Gen<Name> usual_name() {
    return rc::gen::exec([] {
        Name drawn;
        if (*rc::gen::weightedElement<bool>({{1, true}, {4, false}})) {
            drawn.literal = *usual_text();
            return drawn;
        }
        drawn.family = *rc::gen::weightedOneOf<std::string>(
            {{3, rc::gen::element<std::string>("Nagy", "García Márquez", "Šimůnek", "Le roy Ladurie", "毛")},
             {1, usual_text()}});
        drawn.given = *maybe(rc::gen::weightedOneOf<std::string>(
            {{3, rc::gen::element<std::string>("J.-P. A.", "Zsófia", "de Anna")}, {1, usual_text()}}));
        if (*rc::gen::weightedElement<bool>({{1, true}, {4, false}}))
            drawn.non_dropping_particle = *rc::gen::element<std::string>("de", "van der", "d’", "Von dem");
        if (*rc::gen::weightedElement<bool>({{1, true}, {9, false}})) drawn.suffix = "Jr.";
        return drawn;
    });
}

inline rc::Gen<Names> names() {
    return rc::gen::nonEmpty(rc::gen::resize(3, rc::gen::container<Names>(name())));
}

inline rc::Gen<DatePoint> point() {
    return rc::gen::exec([] {
        DatePoint drawn;
        drawn.year = *rc::gen::weightedOneOf<int>(
            {{8, rc::gen::inRange(1000, 2100)}, {1, rc::gen::inRange(-500, -1)}});
        switch (*rc::gen::inRange(0, 4)) {
            case 0: drawn.season = *rc::gen::inRange(1, 5); break;
            case 1: drawn.month = *rc::gen::inRange(1, 13); break;
            case 2:
                drawn.month = *rc::gen::inRange(1, 13);
                drawn.day = *rc::gen::inRange(1, 29);
                break;
            default: break;
        }
        return drawn;
    });
}

inline rc::Gen<Date> date() {
    return rc::gen::exec([] {
        Date drawn;
        if (*rc::gen::weightedElement<bool>({{1, true}, {5, false}})) {
            drawn.literal =
                *rc::gen::element<std::string>("Ming dynasty ", "n.d. ", "1961 or ", "") + *text();
            return drawn;
        }
        drawn.start = *point();
        if (*rc::gen::weightedElement<bool>({{1, true}, {3, false}})) {
            auto end = *point();
            end.year = drawn.start.year + *rc::gen::inRange(1, 20);
            if (end.year >= 0 && drawn.start.year < 0) end.year = 1;
            drawn.end = end;
            switch (*rc::gen::inRange(0, 6)) {
                case 0: drawn.end = DatePoint{}; break;    // 1961/..
                case 1: drawn.start = DatePoint{}; break;  // ../1961
                default: break;
            }
        }
        drawn.circa = *rc::gen::weightedElement<bool>({{1, true}, {3, false}});
        drawn.uncertain = *rc::gen::weightedElement<bool>({{1, true}, {3, false}});
        return drawn;
    });
}

inline rc::Gen<ArchivalReference> reference() {
    return rc::gen::exec([] {
        ArchivalReference drawn;
        drawn.repository = *maybe(text());
        drawn.repository_id = *maybe(rc::gen::element(std::string("ru-rgani"), std::string("us-nara")));
        drawn.place = *maybe(text());
        static std::vector<std::string> const levels = {
            "fond",  "opis",       "delo",      "list",     "record-group",
            "entry", "series",     "subseries", "box",      "folder",
            "reel",  "frame",      "bestand",   "signatur", "findbuch",
            "blatt", "cote",       "carton",    "zespol",   "jednostka",
            "doos",  "collection", "file",      "item",     "inventory-number",
            "repo",  "note",       "x y",       "no=level"};
        auto const count = *rc::gen::inRange(0, 5);
        for (int i = 0; i < count; ++i)
            drawn.levels.push_back(
                {*rc::gen::elementOf(levels), *maybe(text()), *text(),
                 *rc::gen::element(Hierarchy::intellectual, Hierarchy::physical, Hierarchy::part)});
        drawn.digital_archive = *maybe(text());
        drawn.document_id = *maybe(rc::gen::just(std::string("114590")));
        drawn.collection_id = *maybe(rc::gen::just(std::string("116")));
        auto const people = *rc::gen::inRange(0, 3);
        for (int i = 0; i < people; ++i)
            drawn.provenance.push_back({*rc::gen::element(std::string("obtained"), std::string("contributed"),
                                                          std::string("translated"), std::string("edited")),
                                        *maybe(rc::gen::just(std::string("NKIDP"))), *names()});
        drawn.provenance_note = *maybe(text());
        return drawn;
    });
}

/// A record of any type under an id, and nothing else. Drawn within `rc::gen::exec`, as is what follows.
inline Item bare_item() {
    Item drawn;
    drawn.id = "i" + std::to_string(*rc::gen::inRange(1, 1000000));
    auto const types = all_item_types();
    drawn.type = types[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(types.size())))];
    return drawn;
}

/// Gives a record `count` variables of any kind; one that comes twice has its last value.
inline void draw_variables(Item& drawn, int count, rc::Gen<std::string> const& one_text,
                           rc::Gen<Names> const& some_names) {
    auto const variables = all_variables();
    for (int i = 0; i < count; ++i) {
        auto const variable =
            variables[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(variables.size())))];
        switch (kind_of(variable)) {
            case VariableKind::names: drawn.names.set(variable, *some_names); break;
            case VariableKind::date: drawn.dates.set(variable, *date()); break;
            default: drawn.texts.set(variable, *one_text); break;
        }
    }
}

/// A record of any type with a few variables of every kind, archival in half of the cases.
inline rc::Gen<Item> item() {
    return rc::gen::exec([] {
        auto drawn = bare_item();
        draw_variables(drawn, *rc::gen::inRange(1, 12), text(), names());
        drawn.texts.set(Variable::title, *text());
        if (*rc::gen::arbitrary<bool>()) drawn.reference = *reference();
        if (*rc::gen::weightedElement<bool>({{1, true}, {5, false}}))
            drawn.foreign.push_back(
                {*rc::gen::element<std::string>("biblatex", "bibtex", "ris", "mods", "ead", "zotero"),
                 *rc::gen::element<std::string>("usera", "x-custom", "entrytype", "N1", "keywords+an"),
                 *text()});
        return drawn;
    });
}

/// A record of the variables that most records have, as they mostly are.
inline rc::Gen<Item> usual_item() {
    return rc::gen::exec([] {
        auto drawn = bare_item();
        auto const count = *rc::gen::inRange(0, 5);
        auto const usual_names =
            rc::gen::nonEmpty(rc::gen::resize(3, rc::gen::container<Names>(usual_name())));
        draw_variables(drawn, count, usual_text(), usual_names);
        if (*rc::gen::weightedElement<bool>({{1, true}, {3, false}})) {
            drawn.type = ItemType::manuscript;
            drawn.texts.set(Variable::archive, *usual_text());
            drawn.texts.set(Variable::archive_location, *usual_text());
            if (*rc::gen::arbitrary<bool>()) drawn.texts.set(Variable::archive_place, *usual_text());
        }
        if (*rc::gen::weightedElement<bool>({{1, true}, {3, false}}))
            drawn.foreign.push_back(
                {*rc::gen::element<std::string>("bibtex", "bibtex", "ris"),
                 *rc::gen::element<std::string>("timestamp", "X-owner", "collection", "more", "keywords+an",
                                                "entrytype", "Options", "file"),
                 *rc::gen::oneOf(usual_text(), text())});
        drawn.texts.set(Variable::title, *usual_text());
        drawn.names.set(Variable::author, *usual_names);
        drawn.dates.set(Variable::issued, *date());
        return drawn;
    });
}

}  // namespace fonds::generate
