#include "wire/zip.hpp"

#include <vector>

#include "support/catch.hpp"
#include "wire/base64.hpp"

using namespace fonds;

namespace {

// A stored and a deflated member written to a pipe (their sizes stand behind them, the latter's in eight
// bytes), and a comment.
std::string const piped = *from_base64(
    "UEsDBBQACAAAAAAAIQAAAAAAAAAAAAAAAAAIAAAAbWltZXR5cGV0ZXh0L3BsYWluUEsHCFPVtkQKAAAACgAAAFBLAwQtAAgA"
    "CAAAACEAAAAAAP//////////BwAUAGEvYi54bWwBABAAAAAAAAAAAAAAAAAAAAAAALNJskskEtjoJ9kBAFBLBwjtSg5/DAAA"
    "AAAAAAAvAAAAAAAAAFBLAQIUAxQACAAAAAAAIQBT1bZECgAAAAoAAAAIAAAAAAAAAAAAAACAAQAAAABtaW1ldHlwZVBLAQIt"
    "Ay0ACAAIAAAAIQDtSg5/DAAAAC8AAAAHAAAAAAAAAAAAAACAAUAAAABhL2IueG1sUEsFBgAAAAACAAIAawAAAJ0AAAAEAG1h"
    "ZGU=");
std::string const markup = "<b>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</b>";

std::size_t const record = piped.rfind("PK\x01\x02");  // of a/b.xml

using Names = std::vector<std::string>;

std::string with(std::string bytes, std::size_t at, std::string const& change) {
    return bytes.replace(at, change.size(), change);
}

// The same, its sizes in a field of their own.
std::string with_large_sizes() {
    auto out = piped;
    std::string const field("\x01\0\x10\0\x2F\0\0\0\0\0\0\0\x0C\0\0\0\0\0\0\0", 20);
    out.insert(record + 46 + 7, field);
    out[record + 30] = static_cast<char>(field.size());
    return with(std::move(out), record + 20, std::string(8, '\xFF'));
}

std::string read(std::string const& package, std::string const& name) {
    auto archive = zip::Archive::open(package);
    REQUIRE(archive);
    auto const bytes = archive->read(name);
    REQUIRE(bytes);
    return bytes->value_or("absent");
}

}  // namespace

TEST_CASE("members of packages", "[packages]") {
    for (auto const& package : {piped, piped + "\n", with_large_sizes()}) {
        CHECK(zip::Archive::open(package)->names() == Names{"mimetype", "a/b.xml"});
        CHECK(read(package, "mimetype") == "text/plain");
        CHECK(read(package, "a/b.xml") == markup);
        CHECK(read(package, "b.xml") == "absent");
    }
}

TEST_CASE("packages that cannot be read", "[packages]") {
    struct Case {
        char const* what;
        std::string package;
        ErrorCode code;
    };
    for (auto const& [what, package, code] : {
             Case{"nothing", "", ErrorCode::malformed},
             {"cut off", piped.substr(0, piped.size() - 8), ErrorCode::malformed},
             {"its beginning lost", piped.substr(60), ErrorCode::malformed},
             {"a directory behind its end", with(piped, piped.size() - 10, "\xFF"), ErrorCode::malformed},
             {"a record damaged", with(piped, record, "QK"), ErrorCode::malformed},
             {"a name too long", with(piped, record + 28, "\xFF"), ErrorCode::malformed},
             {"a header damaged", with(piped, 64, "QK"), ErrorCode::malformed},
             {"a member behind the end", with(piped, record + 42, "\xFF\xFF"), ErrorCode::malformed},
             {"bytes damaged", with(piped, 125, "x"), ErrorCode::malformed},
             {"a checksum that differs", with(piped, record + 16, "x"), ErrorCode::malformed},
             {"a size that lies", with(piped, record + 24, "x"), ErrorCode::malformed},
             {"encrypted", with(piped, record + 8, "\x09"), ErrorCode::unsupported},
             {"another compression", with(piped, record + 10, "\x0C"), ErrorCode::unsupported},
             {"a size beyond the limit", with(piped, record + 24, "xxxx"), ErrorCode::limit_exceeded},
             {"members beyond the limit", with(piped, piped.size() - 16, "\xFF\xFF"),
              ErrorCode::limit_exceeded},
         }) {
        INFO(what);
        auto archive = zip::Archive::open(package);
        auto const error = archive ? archive->read("a/b.xml").error() : archive.error();
        CHECK(error.code == code);
    }
}

TEST_CASE("a package written anew", "[packages]") {
    auto const changed = zip::replace(piped, {{"a/b.xml", "<c/>"}, {"ä", ""}});
    REQUIRE(changed);
    CHECK(zip::Archive::open(*changed)->names() == Names{"mimetype", "a/b.xml", "ä"});
    CHECK(read(*changed, "mimetype") == "text/plain");
    CHECK(read(*changed, "a/b.xml") == "<c/>");
    CHECK(read(*changed, "ä").empty());
    // What stays is copied with its header and what stands behind it.
    CHECK(changed->starts_with(piped.substr(0, 64)));
    CHECK(changed->ends_with("made"));
    CHECK(*zip::replace(piped, {}) == piped);
}
