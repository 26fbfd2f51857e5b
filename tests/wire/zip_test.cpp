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

std::string read(std::string const& package, std::string const& name) {
    auto archive = zip::Archive::open(package);
    REQUIRE(archive);
    auto const bytes = archive->read(name);
    REQUIRE(bytes);
    return bytes->value_or("absent");
}

}  // namespace

TEST_CASE("members of packages", "[packages]") {
    auto const archive = zip::Archive::open(piped);
    REQUIRE(archive);
    CHECK(archive->names() == Names{"mimetype", "a/b.xml"});
    CHECK(read(piped, "mimetype") == "text/plain");
    CHECK(read(piped, "a/b.xml") == markup);
    CHECK(read(piped, "b.xml") == "absent");
}

TEST_CASE("packages that cannot be read", "[packages]") {
    struct Case {
        char const* what;
        std::string package;
        ErrorCode code;
    };
    for (auto const& [what, package, code] : {
             Case{"cut off", piped.substr(0, piped.size() - 8), ErrorCode::malformed},
             {"its beginning lost", piped.substr(60), ErrorCode::malformed},
             {"a directory behind its end", with(piped, piped.size() - 10, "\xFF"), ErrorCode::malformed},
             {"a record damaged", with(piped, record, "QK"), ErrorCode::malformed},
             {"a name too long", with(piped, record + 28, "\xFF"), ErrorCode::malformed},
             {"a member behind the end", with(piped, record + 42, "\xFF\xFF"), ErrorCode::malformed},
             {"bytes damaged", with(piped, 125, "x"), ErrorCode::malformed},
             {"a checksum that differs", with(piped, record + 16, "x"), ErrorCode::malformed},
             {"a size that lies", with(piped, record + 24, "x"), ErrorCode::malformed},
             {"encrypted", with(piped, record + 8, "\x09"), ErrorCode::unsupported},
             {"packed in another way", with(piped, record + 10, "\x0C"), ErrorCode::unsupported},
             {"a size beyond the limit", with(piped, record + 24, "xxxx"), ErrorCode::limit_exceeded},
         }) {
        INFO(what);
        auto archive = zip::Archive::open(package);
        auto const bytes = archive ? archive->read("a/b.xml") : archive.error();
        CHECK_FALSE(bytes);
        if (!bytes) CHECK(bytes.error().code == code);
    }
}

TEST_CASE("a package written anew", "[packages]") {
    auto const changed = zip::replace(piped, {{"a/b.xml", "<c/>"}, {"ä", ""}});
    REQUIRE(changed);
    CHECK(zip::Archive::open(*changed)->names() == Names{"mimetype", "a/b.xml", "ä"});
    CHECK(read(*changed, "mimetype") == "text/plain");
    CHECK(read(*changed, "a/b.xml") == "<c/>");
    CHECK(read(*changed, "ä").empty());
    CHECK(changed->ends_with("made"));
    CHECK(*zip::replace(piped, {}) == piped);
    // What stays keeps its packed bytes.
    auto const other = zip::replace(piped, {{"mimetype", "text/html"}});
    REQUIRE(other);
    // What was stored stays so: the mimetype of an ODT is read where it lies.
    CHECK(other->find("text/html") != std::string::npos);
    CHECK(other->find(piped.substr(121, 12)) != std::string::npos);
    CHECK(read(*other, "a/b.xml") == markup);
}
