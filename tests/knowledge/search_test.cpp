// Searching the archives.
#include <algorithm>
#include <fonds/knowledge.hpp>
#include <string>

#include "support/catch.hpp"

using namespace fonds;

namespace {

bool finds(std::string_view query, std::string_view id, std::size_t among = 5) {
    auto const found = Knowledge::builtin().search(query);
    auto const end = found.begin() + static_cast<std::ptrdiff_t>(std::min(among, found.size()));
    return std::any_of(found.begin(), end, [&](auto const& match) { return match.archive->id == id; });
}

}  // namespace

TEST_CASE("a search finds parts of names, misspellings, cities and ids") {
    struct Case {
        char const* query;
        char const* id;
    };
    auto const [query, id] = GENERATE(values<Case>({
        {"rgani", "ru-rgani"},
        {"RTsKhDNI", "ru-rgaspi"},
        {"contemporary hist", "ru-rgani"},
        {"Auswartigen", "de-paaa"},
        {"hoover instituton", "us-hoover"},
        {"Abilene", "us-ddel"},
        {"ua-tsdavo", "ua-tsdavo"},
        {"новейшей", "ru-rgani"},
        {"Bodleian", "gb-bodleian"},
    }));
    INFO(query);
    CHECK(finds(query, id));
}

TEST_CASE("an empty query lists everything, nonsense nothing") {
    CHECK(Knowledge::builtin().search("").size() == Knowledge::builtin().archives().size());
    CHECK(Knowledge::builtin().search("qqqqzzzzxxxx").empty());
    CHECK(Knowledge::builtin().search("???").empty());
    CHECK(Knowledge::builtin().search(std::string(100'000, 'x')).empty());
    CHECK(Knowledge::builtin().search("\xFF\xFE").empty());
}
