// Months and seasons by name, in the languages in which library catalogues and finding aids date things.
#pragma once

#include <array>
#include <string_view>

namespace fonds {

struct MonthName {
    std::string_view name;  ///< in small letters, without a full stop
    int month;              ///< 1–12
};

/// Names that differ from the English ones, which are matched by their first letters as well.
// clang-format off
inline constexpr auto foreign_months = std::to_array<MonthName>({
    // German, Austrian, Dutch
    {"januar", 1}, {"jänner", 1}, {"januari", 1}, {"februar", 2}, {"feber", 2}, {"februari", 2}, {"märz", 3},
    {"maart", 3}, {"mai", 5}, {"mei", 5}, {"juni", 6}, {"juli", 7}, {"augustus", 8}, {"oktober", 10},
    {"okt", 10}, {"dezember", 12}, {"dez", 12},
    // French
    {"janvier", 1}, {"janv", 1}, {"février", 2}, {"févr", 2}, {"fév", 2}, {"mars", 3}, {"avril", 4}, {"avr", 4},
    {"juin", 6}, {"juillet", 7}, {"juil", 7}, {"août", 8}, {"septembre", 9}, {"octobre", 10}, {"novembre", 11},
    {"décembre", 12}, {"déc", 12},
    // Spanish, Italian, Portuguese
    {"enero", 1}, {"febrero", 2}, {"marzo", 3}, {"abril", 4}, {"mayo", 5}, {"junio", 6}, {"julio", 7},
    {"agosto", 8}, {"septiembre", 9}, {"setiembre", 9}, {"octubre", 10}, {"noviembre", 11}, {"diciembre", 12},
    {"gennaio", 1}, {"febbraio", 2}, {"aprile", 4}, {"maggio", 5}, {"giugno", 6}, {"luglio", 7}, {"settembre", 9},
    {"ottobre", 10}, {"dicembre", 12}, {"janeiro", 1}, {"fevereiro", 2}, {"março", 3}, {"maio", 5}, {"junho", 6},
    {"julho", 7}, {"setembro", 9}, {"outubro", 10}, {"novembro", 11}, {"dezembro", 12},
    // Russian, Ukrainian
    {"января", 1}, {"февраля", 2}, {"марта", 3}, {"апреля", 4}, {"мая", 5}, {"июня", 6}, {"июля", 7},
    {"августа", 8}, {"сентября", 9}, {"октября", 10}, {"ноября", 11}, {"декабря", 12}, {"январь", 1},
    {"февраль", 2}, {"март", 3}, {"апрель", 4}, {"май", 5}, {"июнь", 6}, {"июль", 7}, {"август", 8},
    {"сентябрь", 9}, {"октябрь", 10}, {"ноябрь", 11}, {"декабрь", 12}, {"янв", 1}, {"фев", 2}, {"февр", 2},
    {"апр", 4}, {"авг", 8}, {"сент", 9}, {"окт", 10}, {"нояб", 11}, {"дек", 12}, {"січня", 1}, {"лютого", 2},
    {"березня", 3}, {"квітня", 4}, {"травня", 5}, {"червня", 6}, {"липня", 7}, {"серпня", 8}, {"вересня", 9},
    {"жовтня", 10}, {"листопада", 11}, {"грудня", 12},
    // Polish, Czech, Hungarian
    {"stycznia", 1}, {"lutego", 2}, {"marca", 3}, {"kwietnia", 4}, {"maja", 5}, {"czerwca", 6}, {"lipca", 7},
    {"sierpnia", 8}, {"września", 9}, {"października", 10}, {"listopada", 11}, {"grudnia", 12}, {"ledna", 1},
    {"února", 2}, {"března", 3}, {"dubna", 4}, {"května", 5}, {"června", 6}, {"července", 7}, {"srpna", 8},
    {"září", 9}, {"října", 10}, {"prosince", 12}, {"január", 1}, {"február", 2}, {"március", 3}, {"április", 4},
    {"május", 5}, {"június", 6}, {"július", 7}, {"augusztus", 8}, {"szeptember", 9}, {"október", 10},
});
// clang-format on

struct SeasonName {
    std::string_view name;
    int season;  ///< 1 spring … 4 winter
};
// clang-format off
inline constexpr auto season_names = std::to_array<SeasonName>({
    {"spring", 1}, {"summer", 2}, {"autumn", 3}, {"fall", 3}, {"winter", 4}, {"frühling", 1}, {"frühjahr", 1},
    {"sommer", 2}, {"herbst", 3}, {"printemps", 1}, {"été", 2}, {"automne", 3}, {"hiver", 4}, {"весна", 1},
    {"лето", 2}, {"осень", 3}, {"зима", 4},
});
// clang-format on

/// Words of dates that say nothing more.
inline constexpr auto date_fillers = std::to_array<std::string_view>(
    {"г",      "г.",      "года",      "году",     "de",     "del",      "le",    "the",
     "of",     "den",     "r.",        "р.",       "року",   "a.d.",     "ad",    "ce",
     "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});

}  // namespace fonds
