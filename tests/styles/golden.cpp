// The project's styles and house forms over records, compared with golden files.
//
// FONDS_UPDATE_GOLDEN=1 in the environment writes them anew.
#include <cstdlib>
#include <fonds/csl.hpp>
#include <fonds/formats.hpp>
#include <fonds/house.hpp>
#include <fstream>
#include <sstream>
#include <string>

#include "base/file.hpp"
#include "base/text.hpp"
#include "support/catch.hpp"

using namespace fonds;

namespace {

std::string const folder = std::string(FONDS_SOURCE_DIR) + "/tests/styles/";

struct Setting {
    char const* records;  ///< RECORDS.json and, for notes, RECORDS.notes
    char const* style;
    char const* form;  ///< house form; null: the one that the style names
    bool notes;
    bool hereafter = false;
};

std::vector<csl::Citation> read_notes(std::string const& name) {
    std::vector<csl::Citation> notes;
    auto const text = read_file(folder + name + ".notes").value();
    for (auto const line : split(text, '\n')) {
        if (trim(line).empty() || line.front() == '#') continue;
        auto& note = notes.emplace_back();
        note.note_number = static_cast<int>(notes.size());
        note.id = std::to_string(notes.size());
        note.keep_order = true;
        for (auto const word : split(trim(line), ' ')) {
            auto const equals = word.find('=');
            if (equals == word.npos) {
                note.cites.emplace_back().id = word;
            } else {
                note.cites.back().label = word.substr(0, equals);
                note.cites.back().locator = word.substr(equals + 1);
            }
        }
    }
    return notes;
}

std::string render(Setting const& setting) {
    auto const xml =
        read_file(std::string(FONDS_SOURCE_DIR) + "/bibliography/styles/" + setting.style + ".csl").value();
    auto const style = csl::Style::parse(xml, setting.style).value();
    CHECK(style.diagnostics.empty());
    auto const form = setting.form ? HouseForm::find(setting.form).value() : HouseForm::of_style(xml).value();
    auto const records =
        read_items(read_file(folder + setting.records + ".json").value(), "csl-json").value();
    CHECK(records.diagnostics.empty());
    auto const items = lower(records.value, form, Knowledge::builtin(), {.hereafter = setting.hereafter});
    csl::Options options;
    options.language = style->default_locale();
    options.output = csl::OutputFormat::markdown;
    auto const locales = csl::find_locales(options.language).value();
    std::string out;
    if (setting.notes) {
        auto const notes = read_notes(setting.records);
        auto const rendered = csl::format_document(style.value, locales, items, notes, options);
        for (std::size_t i = 0; i < notes.size(); ++i)
            out += std::to_string(i + 1) + ". " + rendered.citations[i] + "\n";
    } else {
        for (auto const& entry : csl::format_bibliography(style.value, locales, items, options).bibliography)
            out += std::string(trim(entry.text)) + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("styles and house forms give their golden texts") {
    auto const setting = GENERATE(values<Setting>({
        {"essay", "chicago-archives", nullptr, true},
        {"essay", "chicago-archives", nullptr, false},
        {"essay", "gost-archives", nullptr, true},
        {"essay", "wilson-center", nullptr, true},
        {"cmos", "chicago-archives", nullptr, true},
        {"cmos", "chicago-archives", nullptr, false},
        {"cmos", "gost-archives", nullptr, true},
        {"cmos", "gost-archives", nullptr, false},
        {"archives", "chicago-archives", nullptr, true},
        {"archives", "chicago-archives", nullptr, true, true},
        {"archives", "chicago-archives", nullptr, false},
        {"archives", "gost-archives", nullptr, true},
        {"archives", "gost-archives", nullptr, false},
        {"archives", "wilson-center", nullptr, true},
        {"archives", "nara", nullptr, true},
        {"archives", "bundesarchiv", nullptr, true},
        {"archives", "national-archives-uk", nullptr, true},
        {"cmos", "wilson-center", nullptr, false},
        {"cmos", "nara", nullptr, false},
        {"cmos", "bundesarchiv", nullptr, false},
        {"cmos", "national-archives-uk", nullptr, false},
    }));
    auto const name = std::string(setting.records) + "." + setting.style + (setting.form ? "." : "") +
                      (setting.form ? setting.form : "") + (setting.hereafter ? ".hereafter" : "") +
                      (setting.notes ? ".notes.txt" : ".bibliography.txt");
    INFO(name);
    auto const text = render(setting);
    auto const path = folder + "golden/" + name;
    if (std::getenv("FONDS_UPDATE_GOLDEN")) REQUIRE(write_file(path, text).has_value());
    auto const golden = read_file(path);
    REQUIRE(golden.has_value());
    CHECK(text == *golden);
}
