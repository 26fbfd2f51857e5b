// Works generated of every kind, written by the project's own CSL styles, and read back: each field again,
// and each in its place.
#include <fonds/csl.hpp>
#include <functional>
#include <iomanip>
#include <map>
#include <sstream>

#include "base/file.hpp"
#include "base/unicode.hpp"
#include "generated.hpp"
#include "support/catch.hpp"

namespace {

using namespace fonds;
using namespace fonds::generated;

std::string one_of(std::vector<std::string> const& words) { return *rc::gen::elementOf(words); }

Name person() {
    Name name;
    name.given = one_of(
        {"Anna", "Boris", "Clara", "Henry", "Ivan", "John", "Maria", "Pavel", "Ruth", "Sergei", "Walter"});
    name.family = one_of({"Baker", "Dvořák", "Fischer", "Hargreaves", "Kovács", "Lindqvist", "Nowak",
                          "Petrov", "Sokolov", "Whitcombe", "Zeller"});
    return name;
}

Names people(int most) {
    Names names;
    for (int count = *rc::gen::inRange(1, most + 1); count > 0; --count) {
        auto const next = person();
        bool const known = std::any_of(names.begin(), names.end(),
                                       [&](Name const& name) { return name.family == next.family; });
        if (!known) names.push_back(next);
    }
    return names;
}

Date day() {
    Date date;
    date.start = {*rc::gen::inRange(1917, 1990), *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 29), 0};
    return date;
}

Date year() {
    Date date;
    date.start.year = *rc::gen::inRange(1950, 2021);
    return date;
}

std::string document_title() {
    return one_of({"Report", "Memorandum", "Information", "Conversation", "Notes"}) + " on the " +
           one_of({"Situation", "Harvest", "Negotiations", "Border Question", "Party Congress"}) + " in " +
           one_of({"Hungary", "North Korea", "the Caucasus", "Berlin", "Mongolia"});
}

std::string book_title() {
    return one_of({"The Making", "A History", "The Politics", "Origins", "The Limits"}) + " of " +
           one_of({"Soviet Power", "the Cold War", "Collective Farming", "an Alliance",
                   "Postwar Reconstruction"});
}

void imprint(Item& item) {
    auto const press = *rc::gen::elementOf(
        std::vector<std::pair<std::string, std::string>>{{"Cambridge", "Cambridge University Press"},
                                                         {"London", "Routledge"},
                                                         {"Stanford", "Stanford University Press"},
                                                         {"New York", "Columbia University Press"},
                                                         {"Oxford", "Clarendon Press"}});
    item.texts.set(Variable::publisher_place, press.first);
    item.texts.set(Variable::publisher, press.second);
    item.dates.set(Variable::issued, year());
}

std::string pages() {
    auto const first = *rc::gen::inRange(1, 300);
    return std::to_string(first) + "-" + std::to_string(first + *rc::gen::inRange(10, 40));
}

ArchivalReference any_reference() {
    auto const schemes = Knowledge::builtin().schemes();
    for (;;) {
        auto const id =
            *rc::gen::elementOf(std::vector<std::string_view>(read_back.begin(), read_back.end()));
        auto const scheme = std::find_if(schemes.begin(), schemes.end(),
                                         [&](LevelScheme const& known) { return known.id == id; });
        auto reference = reference_in_archive(*scheme);
        if (!reference.levels.empty()) return reference;
    }
}

Item letter() {
    Item item;
    item.type = ItemType::manuscript;
    item.names.set(Variable::author, {person()});
    item.names.set(Variable::recipient, {person()});
    RC_PRE(item.names.find(Variable::author)->front() != item.names.find(Variable::recipient)->front());
    item.dates.set(Variable::issued, day());
    item.reference = any_reference();
    return item;
}

Item described() {
    Item item;
    item.type = ItemType::manuscript;
    item.texts.set(Variable::title, document_title());
    item.dates.set(Variable::issued, day());
    item.reference = any_reference();
    return item;
}

Item digital_copy() {
    auto item = described();
    auto const id = number(110000, 300000);
    item.reference.digital_archive =
        one_of({"Wilson Center Digital Archive", "History and Public Policy Program Digital Archive"});
    item.reference.document_id = id;
    item.texts.set(Variable::URL, "https://digitalarchive.wilsoncenter.org/document/" + id);
    auto const project = one_of({"CWIHP", "NKIDP"});
    item.reference.provenance = {{"obtained", project, {person()}}, {"translated", project, {person()}}};
    return item;
}

Item book() {
    Item item;
    item.type = ItemType::book;
    item.names.set(Variable::author, people(3));
    item.texts.set(Variable::title, book_title());
    imprint(item);
    return item;
}

Item chapter() {
    Item item;
    item.type = ItemType::chapter;
    item.names.set(Variable::author, people(2));
    item.names.set(Variable::editor, people(2));
    item.texts.set(Variable::title, document_title());
    item.texts.set(Variable::container_title, book_title());
    item.texts.set(Variable::page, pages());
    imprint(item);
    return item;
}

Item article() {
    Item item;
    item.type = ItemType::article_journal;
    item.names.set(Variable::author, people(2));
    item.texts.set(Variable::title, document_title());
    item.texts.set(Variable::container_title,
                   one_of({"Journal of Cold War Studies", "Slavic Review", "Past and Present", "Kritika"}));
    item.texts.set(Variable::volume, number(1, 80));
    item.texts.set(Variable::issue, number(1, 5));
    item.texts.set(Variable::page, pages());
    item.dates.set(Variable::issued, year());
    return item;
}

Item newspaper() {
    Item item;
    item.type = ItemType::article_newspaper;
    item.texts.set(Variable::title, document_title());
    item.texts.set(Variable::container_title, one_of({"The Times", "New York Times", "Manchester Guardian"}));
    item.dates.set(Variable::issued, day());
    return item;
}

std::string families(Item const& item, Variable variable) {
    std::string out;
    if (auto const* names = item.names.find(variable))
        for (auto const& name : *names) out += (name.family.empty() ? name.literal : name.family) + "; ";
    return out;
}

std::string provenance_of(ArchivalReference const& reference) {
    std::vector<std::string> all;
    for (auto const& share : reference.provenance)
        for (auto const& name : share.names) all.push_back(share.role + " " + display(name));
    std::sort(all.begin(), all.end());
    std::string out;
    for (auto const& one : all) out += one + "; ";
    return out;
}

/// "212-41" as "212-241": styles shorten the end.
std::string whole_range(std::string_view text) {
    auto const range = parse_number_range(replace_all(text, "\u2013", "-"));
    return range ? std::to_string(range->first) + "-" + std::to_string(range->last) : std::string(text);
}

/// Everything of an item that a note can show, in one form for what was written and what was read.
std::map<std::string, std::string> record_of(Item const& item) {
    std::map<std::string, std::string> record;
    for (auto const variable :
         {Variable::title, Variable::container_title, Variable::volume, Variable::issue})
        record[std::string(to_string(variable))] = fold(item.text(variable));
    record["page"] = whole_range(item.text(Variable::page));
    for (auto const variable : {Variable::author, Variable::recipient, Variable::editor})
        record[std::string(to_string(variable))] = families(item, variable);
    auto const* issued = item.dates.find(Variable::issued);
    record["issued"] = issued ? to_edtf(*issued) : "";
    record["document_id"] = item.reference.document_id;
    record["archive"] = item.reference.repository;
    record["provenance"] = provenance_of(item.reference);
    std::erase_if(record, [](auto const& field) { return field.second.empty(); });
    return record;
}

/// A style of the project, ready to write a note.
struct Writer {
    std::string name;
    HouseForm form;
    csl::Style style;
    csl::Locales locales;
    csl::Options options;

    explicit Writer(std::string style_name)
        : name(std::move(style_name)),
          form(HouseForm::find("chicago").value()),
          style(csl::Style::parse(source(), name).value().value),
          locales(csl::find_locales(style.default_locale()).value()) {
        form = HouseForm::of_style(source()).value();
        options.language = style.default_locale();
        options.output = csl::OutputFormat::text;
        options.bibliography = false;
    }

    [[nodiscard]] std::string source() const {
        return read_file(std::string(FONDS_SOURCE_DIR) + "/bibliography/styles/" + name + ".csl").value();
    }

    [[nodiscard]] std::string write(Item item) const {
        item.id = "work";
        csl::Citation citation;
        citation.id = "1";
        citation.note_number = 1;
        citation.cites.emplace_back().id = item.id;
        return csl::format_document(style, locales, {lower(item, form)}, {citation}, options)
            .citations.front();
    }
};

/// How many works came back whole, and how many of each field.
struct Counts {
    int good = 0, all = 0;
    std::map<std::string, std::pair<int, int>> fields;
    std::string worst;
};

// A place is right where the words there are the value, or its number.
bool is_in_place(ParsedNote const& note, Citation const& citation) {
    return std::all_of(citation.fields.begin(), citation.fields.end(), [&](FieldSpan const& field) {
        auto const words = slice(note.text, field.span);
        if (words.empty() || !citation.span.contains(field.span)) return false;
        if (field.field.starts_with("levels/")) {
            auto const index = std::stoul(field.field.substr(7));
            return words == citation.item.reference.levels[index].value;
        }
        if (field.field == "title") return fold(words) == fold(citation.item.text(Variable::title));
        return true;
    });
}

void compare(Writer const& writer, Item const& item, Counts& counts) {
    auto const written = writer.write(item);
    auto const note = parse_note(written);
    ++counts.all;
    bool good = note.citations.size() == 1;
    auto const read = note.citations.empty() ? Item() : note.citations.front().item;
    auto expected = record_of(item);
    auto found = record_of(read);
    // Of many authors a style writes the first.
    if (auto const many = expected["author"]; written.find("et al.") != std::string::npos)
        expected["author"] = many.substr(0, many.find(';') + 2);
    // Archives whose name the style writes in its own language, and provenance that it leaves out, are not
    // asked for.
    if (written.find(item.reference.repository) == std::string::npos) expected.erase("archive");
    for (auto const& share : item.reference.provenance)
        if (written.find(share.names.front().family) == std::string::npos) expected.erase("provenance");
    for (auto const& [field, value] : expected) {
        if (value.empty()) continue;
        bool const same = found[field] == value;
        good = good && same;
        counts.fields[field].first += same;
        ++counts.fields[field].second;
    }
    if (!item.reference.empty()) {
        bool const same = !note.citations.empty() &&
                          sorted(read_levels(note.citations.front())) == sorted(levels_of(item.reference));
        good = good && same;
        counts.fields["levels"].first += same;
        ++counts.fields["levels"].second;
    }
    bool const placed = !note.citations.empty() && is_in_place(note, note.citations.front());
    counts.fields["places"].first += placed;
    ++counts.fields["places"].second;
    good = good && placed;
    counts.good += good;
    if (!good) counts.worst = written;
}

struct Kind {
    char const* name;
    Item (*draw)();
};
constexpr std::array<Kind, 7> kinds = {{{"letter", letter},
                                        {"document", described},
                                        {"digital copy", digital_copy},
                                        {"book", book},
                                        {"chapter", chapter},
                                        {"article", article},
                                        {"newspaper", newspaper}}};

}  // namespace

/// What of a style's works comes back whole at least; below it a change has broken its form.
struct Floor {
    char const* style;
    double share;
};

TEST_CASE("generated works read back from every style of the project", "[note][generated]") {
    auto const floor = GENERATE(values<Floor>({{"chicago-archives", 0.97},
                                               {"wilson-center", 0.97},
                                               {"nara", 0.87},
                                               {"national-archives-uk", 0.98},
                                               {"bundesarchiv", 0.97},
                                               {"gost-archives", 0.87}}));
    Writer const writer(floor.style);
    std::ostringstream table;
    int good = 0;
    int all = 0;
    for (auto const& kind : kinds) {
        Counts counts;
        rc::check(std::string(floor.style) + " " + kind.name, [&] { compare(writer, kind.draw(), counts); });
        good += counts.good;
        all += counts.all;
        table << floor.style << ", " << kind.name << ": " << counts.good << " of " << counts.all;
        for (auto const& [field, share] : counts.fields)
            if (share.first < share.second)
                table << ", " << field << " " << share.first << "/" << share.second;
        if (!counts.worst.empty()) table << "; not " << counts.worst;
        table << "\n";
    }
    INFO(table.str());
    CHECK(good >= floor.share * all);
}
