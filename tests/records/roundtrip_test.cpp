// Records out and in again are equal, for every format that says it holds them.
#include <fonds/formats.hpp>

#include "model/csl_fields.hpp"
#include "support/catch.hpp"
//
#include "support/generate_item.hpp"

using namespace fonds;

namespace {

void check_round_trip(std::string_view format) {
    Items items;
    auto const count = *rc::gen::inRange(1, 4);
    for (int i = 0; i < count; ++i) items.push_back(*generate::item());
    WriteOptions options;
    options.lossless = true;
    auto const written = write_items(items, format, options);
    RC_ASSERT(written.has_value());
    RC_LOG() << written->value << "\n";
    auto const read = read_items(written->value, format);
    RC_ASSERT(read.has_value());
    for (auto const& diagnostic : read->diagnostics)
        RC_LOG() << diagnostic.rule << ": " << diagnostic.message << "\n";
    // A record may bear a foreign type that was drawn at random: that is said, and the type kept.
    for (auto const& diagnostic : read->diagnostics) RC_ASSERT(diagnostic.rule == "unknown-type");
    RC_ASSERT(read->value.size() == items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        RC_LOG() << to_csl_json(items[i]) << "\n" << to_csl_json(read->value[i]) << "\n";
        RC_ASSERT(read->value[i] == items[i]);
    }
}

// Written plainly, a record loses what the format's own fields cannot hold: every loss is named, and with
// `lossless` nothing is written.
void check_plain(std::string_view format) {
    auto const item = *generate::item();
    WriteOptions options;
    options.plain = true;
    auto const written = write_items({item}, format, options);
    RC_ASSERT(written.has_value());
    auto const read = read_items(written->value, format);
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->value.size() == 1U);
    auto wanted = item;
    fill_csl_fields(wanted);
    std::string named;
    for (auto const& diagnostic : written->diagnostics) named += diagnostic.message + ",";
    RC_LOG() << written->value << "\n" << to_csl_json(wanted) << "\n" << named << "\n";
    auto const check = [&](auto const& ours, auto const& theirs) {
        for (auto const& [variable, value] : ours)
            if (auto const* other = theirs.find(variable); other == nullptr || !(*other == value))
                RC_ASSERT(named.find(to_string(variable)) != std::string::npos);
    };
    auto const& got = read->value[0];
    check(wanted.texts, got.texts);
    check(wanted.names, got.names);
    check(wanted.dates, got.dates);
    if (wanted.type != got.type) RC_ASSERT(named.find("type") != std::string::npos);
    if (wanted.reference != got.reference) RC_ASSERT(named.find("archival reference") != std::string::npos);
    options.lossless = true;
    RC_ASSERT(write_items({item}, format, options).has_value() == named.empty());
}

}  // namespace

TEST_CASE("What a format cannot hold in its own fields is named") {
    for (std::string_view const format : {"ris", "mods", "csl-yaml", "csl-json", "ndjson", "endnote-xml",
                                          "tei", "bibtex", "biblatex", "biblatex-chicago"}) {
        INFO(format);
        CHECK(rc::check(std::string(format) + ", plain", [&] { check_plain(format); }));
    }
}

TEST_CASE("Records come back equal from every lossless format") {
    for (std::string_view const format : {"csl-json", "ndjson", "csl-yaml", "ris", "mods", "endnote-xml",
                                          "tei", "bibtex", "biblatex", "biblatex-chicago"}) {
        INFO(format);
        CHECK(rc::check(std::string(format), [&] { check_round_trip(format); }));
    }
}
