// Records out and in again are equal, for every format that says it holds them.
#include <fonds/formats.hpp>

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
    RC_ASSERT(read->diagnostics.empty());
    RC_ASSERT(read->value.size() == items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        RC_LOG() << to_csl_json(items[i]) << "\n" << to_csl_json(read->value[i]) << "\n";
        RC_ASSERT(read->value[i] == items[i]);
    }
}

}  // namespace

TEST_CASE("Records come back equal from every lossless format") {
    for (std::string_view const format : {"ris", "mods", "csl-yaml", "endnote-xml", "tei"}) {
        INFO(format);
        CHECK(rc::check(std::string(format), [&] { check_round_trip(format); }));
    }
}
