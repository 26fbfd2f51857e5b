#include <string>
#include <string_view>

#include "grammar/chunk.hpp"
#include "support/catch.hpp"

namespace {

// The text of a note up to the end of its last lead phrase.
std::string lead_of(std::string_view text) {
    auto const chunks = fonds::chunk(text, fonds::Lexicon::builtin());
    std::size_t end = 0;
    for (auto const& chunk : chunks.list)
        if (chunk.kind == fonds::ChunkKind::lead) end = chunk.span.end;
    return std::string(text.substr(0, end));
}

}  // namespace

TEST_CASE("Phrases that notes are keyed to are told from titles") {
    struct Row {
        std::string_view note, lead;
    };
    for (auto const& row : {
             Row{"“no finer harbour”: Hale, The Long Coast, 123.", "“no finer harbour”"},
             Row{"“too late” and “too little”: Hale, The Long Coast, 9.", "“too late” and “too little”"},
             Row{"no answer for a week: Hale to Moss, 5 May 1914, Box 3, Hale Papers.",
                 "no answer for a week"},
             Row{"A rather better harbour: Hale to Moss, 5 May 1914, Box 3, Hale Papers.",
                 "A rather better harbour"},
             Row{"The mood of the harbour towns: ibid., 45.", "The mood of the harbour towns"},
             Row{"Hale, The Long Coast: A History (London: Faber, 1950), 12.", ""},
             Row{"The Long Coast: A History (London: Faber, 1950), 12.", ""},
             Row{"“Report on the harbour”: RGASPI, f. 17, op. 3, d. 5.", ""},
             Row{"Telegram from the consul: Hale to Moss, 5 May 1914, FO 371/12.", ""},
             Row{"Die deutsche Frage: Moss, Der lange Weg, 12.", ""},
         }) {
        CAPTURE(row.note);
        CHECK(lead_of(row.note) == row.lead);
    }
}
