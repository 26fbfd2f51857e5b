// The table of rules, its pages, and what options choose.

#include <set>

#include "base/embedded.hpp"
#include "check/notes.hpp"
#include "support/catch.hpp"

using namespace fonds;

namespace {

// Their examples would have to be in another encoding than the page, or are found only when records are
// written.
std::set<std::string_view> const told_in_words = {"invalid-encoding", "encoding-guessed",
                                                  "encoding-converted", "field-not-carried"};

}  // namespace

TEST_CASE("rules have ids of words, summaries and pages with both examples") {
    std::set<std::string_view> ids;
    for (auto const& rule : rules()) {
        INFO(rule.id);
        CHECK(ids.insert(rule.id).second);
        CHECK(rule.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
        CHECK_FALSE(rule.summary.empty());
        auto const page = rule_page(rule.id);
        REQUIRE(page);
        CHECK_FALSE(page.value().why.empty());
        CHECK_FALSE(page.value().advice.empty());
        if (!told_in_words.contains(rule.id)) CHECK_FALSE(page.value().bad.empty());
        CHECK_FALSE(page.value().good.empty());
    }
    CHECK_FALSE(rule_page("no-such-rule"));
}

TEST_CASE("every page belongs to a rule") {
    for (auto const& file : embedded_files()) {
        if (!file.name.starts_with("rules/") || !file.name.ends_with(".md")) continue;
        auto const id = file.name.substr(6, file.name.size() - 9);
        INFO(id);
        CHECK(find_rule(id) != nullptr);
    }
}

TEST_CASE("rules are chosen by id, family, pattern, and ignored likewise") {
    struct Case {
        std::vector<std::string> select, ignore;
        bool finds;
    };
    auto const document = manuscript({"translated by by X"});
    for (auto const& [select, ignore, finds] : std::vector<Case>{
             {{}, {}, true},
             {{"doubled-word"}, {}, true},
             {{"typing"}, {}, true},
             {{"doubled-*"}, {}, true},
             {{"all"}, {}, true},
             {{"time"}, {}, false},
             {{}, {"typing"}, false},
             {{"doubled-word"}, {"all"}, false},
         }) {
        CheckOptions options;
        options.select = select;
        options.ignore = ignore;
        CHECK(check(document, unread(document), Knowledge::builtin(), options).empty() != finds);
    }
}

TEST_CASE("severities can be set, and wrong names are named") {
    CheckOptions options;
    options.severities = {{"doubled-word", Severity::error}};
    auto const document = manuscript({"translated by by X"});
    CHECK(check(document, unread(document), Knowledge::builtin(), options).front().severity ==
          Severity::error);
    CHECK(unknown_rules(options).empty());
    options.select = {"typing", "url-*", "doubled"};
    options.ignore = {"typo", "TITLEDATE"};
    options.severities.emplace_back("nosuch", Severity::note);
    std::vector<std::string> messages;
    for (auto const& error : unknown_rules(options)) messages.push_back(error.message);
    CHECK(messages ==
          std::vector<std::string>{
              "there is no rule or family “url-*”; `fonds rules` lists them",
              "there is no rule or family “doubled”; did you mean “doubled-word”? `fonds rules` lists them",
              "there is no rule or family “typo”; `fonds rules` lists them",
              "there is no rule or family “TITLEDATE”; did you mean “title-date”? `fonds rules` lists them",
              "there is no rule or family “nosuch”; `fonds rules` lists them",
          });
}
