// Addresses of digital archives, and the slugs that titles give.
#include <fonds/knowledge.hpp>
#include <string>

#include "knowledge/slug.hpp"
#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("an address of a digital archive gives its document") {
    struct Case {
        char const* url;
        char const* archive;
        char const* kind;
        char const* id;
        char const* slug;
        char const* status;
    };
    auto const [url, archive, kind, id, slug, status] = GENERATE(values<Case>({
        {"http://digitalarchive.wilsoncenter.org/document/198765", "wc-da", "document", "198765", "", ""},
        {"https://digitalarchive.wilsoncenter.org/document/198765.", "wc-da", "document", "198765", "", ""},
        {"digitalarchive.wilsoncenter.org/document/198765?from=x#y", "wc-da", "document", "198765", "", ""},
        {"HTTPS://WWW.DigitalArchive.WilsonCenter.org:443/document/198765)", "wc-da", "document", "198765",
         "", ""},
        {"https://digitalarchive.wilsoncenter.org/document/198765.pdf?v=abc", "wc-da", "document", "198765",
         "", ""},
        {"https://digitalarchive.wilsoncenter.org/document/cable-embassy-ghent", "wc-da", "document",
         "cable-embassy-ghent", "cable-embassy-ghent", ""},
        {"https://digitalarchive.wilsoncenter.org/document/15-may-note-ghent", "wc-da", "document",
         "15-may-note-ghent", "15-may-note-ghent", ""},
        {"http://digitalarchive.wilsoncenter.org/collection/321/chess-olympiads", "wc-da", "collection",
         "321", "chess-olympiads", ""},
        {"http://digitalarchive.wilsoncenter.org/collection/321/chess/2", "wc-da", "collection", "321",
         "chess", ""},
        {"http://digitalarchive.wilsoncenter.org/node/99887", "wc-da", "document", "99887", "", "old"},
        {"http://digitalarchive.wilsoncenter.org/search-results/1/%7B%22a%22:%22b%22%7D?recordType=Record",
         "wc-da", "page", "", "", "old"},
        {"https://digitalarchive.wilsoncenter.org/search?f%5B0%5D=x", "wc-da", "page", "", "", ""},
        {"https://digitalarchive.wilsoncenter.org/", "wc-da", "page", "", "", ""},
        {"http://wilson-center.drivingcreative.com/document/198765", "wc-da", "document", "198765", "",
         "mirror"},
        {"https://history.state.gov/historicaldocuments/frus1964-68v29p1/d17", "us-frus", "document", "d17",
         "d17", ""},
        {"https://www.cia.gov/readingroom/document/cia-rdp80-00001r000100010001-1", "us-cia", "document",
         "cia-rdp80-00001r000100010001-1", "cia-rdp80-00001r000100010001-1", ""},
        {"https://www.jacar.archives.go.jp/das/meta/B99999999900", "jp-jacar", "document", "B99999999900",
         "B99999999900", ""},
        {"https://nsarchive.gwu.edu/document/28888-document-3-memo", "us-nsa-vault", "document", "28888",
         "document-3-memo", ""},
        {"https://dodis.ch/12345", "ch-dodis", "document", "12345", "", ""},
    }));
    INFO(url);
    auto const copy = Knowledge::builtin().locate_url(url);
    REQUIRE(copy);
    CHECK(copy->archive->id == archive);
    CHECK(copy->form->kind == kind);
    CHECK(copy->form->status == status);
    CHECK(copy->id() == id);
    CHECK(copy->slug == slug);
}

TEST_CASE("other addresses give nothing") {
    for (auto const* url : {"", "http://", "https://example.org/document/5", "://", "document/5",
                            "https://www.jacar.example.go.jp/das", "ftp"})
        CHECK_FALSE(Knowledge::builtin().locate_url(url));
    CHECK_FALSE(Knowledge::builtin().locate_url(std::string(100'000, 'w')));
    CHECK_FALSE(Knowledge::builtin().locate_url("http://" + std::string(100'000, '/')));
}

TEST_CASE("a title predicts its slug") {
    struct Case {
        char const* title;
        char const* slug;
    };
    auto const [title, slug] = GENERATE(values<Case>({
        {"Cable from the DPRK's Embassy in Ghent to Moscow", "cable-dprks-embassy-ghent-moscow"},
        {"Letter, N.S. Petrov to the Chess Committee", "letter-ns-petrov-chess-committee"},
        {"Note by Győr’s Mayor and Łódź’s Mayor", "note-gyors-mayor-and-lodzs-mayor"},
        {"Sino-Belgian Talks – A Summary", "sino-belgian-talks-summary"},
        {"", ""},
        {"The Of", ""},
    }));
    CHECK(predict_slug(title) == slug);
}

TEST_CASE("a slug is cut between words at 91 characters") {
    std::string title;
    for (int i = 0; i < 30; ++i) title += "chess" + std::to_string(i) + " ";
    auto const slug = predict_slug(title);
    CHECK(slug.size() <= longest_slug);
    CHECK(slug.size() > longest_slug - 9);
    CHECK(slug.back() != '-');
    CHECK(compare_slug(title, slug) == SlugFit::same);
    CHECK(compare_slug(title, slug.substr(0, 20)) != SlugFit::same);
}

TEST_CASE("a slug fits its title, an edited title, or neither") {
    auto const* title = "Conversation between the Mayor of Ghent and the Chess Delegation of the USSR";
    CHECK(compare_slug(title, "conversation-between-mayor-ghent-and-chess-delegation-ussr") == SlugFit::same);
    CHECK(compare_slug(title, "conversation-between-mayor-ghent-and-chess-delegation-ussr-0") ==
          SlugFit::same);
    CHECK(compare_slug(title, "memorandum-conversation-between-mayor-ghent-and-delegation") == SlugFit::near);
    CHECK(compare_slug(title, "telegram-prime-minister-rice-harvest") == SlugFit::other);
    CHECK(compare_slug(title, "") == SlugFit::other);
    CHECK(compare_slug("", "x") == SlugFit::other);
}
