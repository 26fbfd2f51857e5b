// Fixtures of the CSL test suite: reading one, running one.
#pragma once

#include <fonds/csl.hpp>
#include <map>
#include <string>
#include <string_view>

namespace fonds::csl::suite {

struct Fixture {
    std::string name;
    std::map<std::string, std::string> sections;
    [[nodiscard]] std::string const& section(std::string const& key) const {
        static std::string const none;
        auto const at = sections.find(key);
        return at == sections.end() ? none : at->second;
    }
};

[[nodiscard]] Fixture read_fixture(std::string_view bytes, std::string name);

/// What the engine makes of it; an error's text where it makes nothing. `extra_locale`: laid over the others.
[[nodiscard]] std::string run_fixture(Fixture const& fixture, SearchPath const& path,
                                      std::string const& extra_locale);

}  // namespace fonds::csl::suite
