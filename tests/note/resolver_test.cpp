// Resolution: the links of gold manuscripts, and what must hold of every link.
#include "note/resolver.hpp"

#include "grammar/lexicon.hpp"
#include "note/gold_notes.hpp"
#include "support/catch.hpp"

using namespace fonds;

namespace {

// Of the links of gold notes, parsed as well as can be, at least this share is found.
constexpr double least_share_found = 0.95;

struct Figures {
    std::size_t wanted = 0, right = 0, wrong = 0, unwanted = 0;
};

void measure(std::string const& path, Figures& figures) {
    auto gold = test::read_gold(path);
    REQUIRE(!gold.empty());
    Resolver resolver(Lexicon::builtin());
    for (auto& [single, refers_to] : gold) {
        resolver.resolve(single);
        auto const& note = single.note;
        for (std::size_t index = 0; index < note.citations.size(); ++index) {
            auto const& link = note.citations[index].refers_to;
            auto const& want = refers_to[index];
            auto const got = link ? test::written(*link) : std::string();
            bool const resolves = link && link->relation != "quoted-in" && link->relation != "same-author" &&
                                  link->relation != "abbreviation";
            if (want.empty() && !resolves) continue;
            CAPTURE(note.id, note.text, want, got);
            figures.wanted += want.empty() ? 0 : 1;
            if (want == got) {
                ++figures.right;
            } else {
                ++(want.empty() ? figures.unwanted : figures.wrong);
                WARN(note.id << " " << index + 1 << ": wanted " << (want.empty() ? "none" : want) << ", got "
                             << (got.empty() ? "none" : got));
            }
        }
    }
}

}  // namespace

TEST_CASE("gold links are found", "[note][resolver]") {
    std::string const folder = "tests/note/gold";
    Figures figures;
    for (auto const& path : test::gold_files(folder)) measure(path, figures);
    INFO(folder << ": " << figures.wanted << " links, right " << figures.right << ", wrong " << figures.wrong
                << ", unwanted " << figures.unwanted);
    REQUIRE(figures.wanted > 0);
    CHECK(static_cast<double>(figures.right) >= least_share_found * static_cast<double>(figures.wanted));
}

TEST_CASE("links of the shared set are found", "[note][resolver]") {
    auto const path = FONDS_SHARED_DIR "/notes/coldwar-dev.jsonl";
    if (test::read_gold(path).empty()) {
        WARN("skipped: " << path << " is not there");
        return;
    }
    Figures figures;
    measure(path, figures);
    CHECK(figures.right == figures.wanted);
    CHECK(figures.unwanted == 0);
}

TEST_CASE("links point backwards to citations that are there", "[note][resolver]") {
    for (auto const& path : test::gold_files("tests/note/gold")) {
        auto gold = test::read_gold(path);
        std::vector<std::pair<std::string, std::size_t>> sizes;
        Resolver resolver(Lexicon::builtin());
        for (std::size_t at = 0; at < gold.size(); ++at) {
            resolver.resolve(gold[at].single);
            auto const& note = gold[at].single.note;
            sizes.emplace_back(note.id, note.citations.size());
            for (std::size_t index = 0; index < note.citations.size(); ++index) {
                auto const& link = note.citations[index].refers_to;
                if (!link) continue;
                REQUIRE(link->note <= at);
                CHECK(sizes[link->note].first == link->note_id);
                CHECK(link->citation < sizes[link->note].second);
                if (link->note == at) CHECK(link->citation < index);
                CHECK(link->confidence > 0);
                CHECK(link->confidence <= 1);
                CHECK(!link->reason.empty());
            }
        }
    }
}
