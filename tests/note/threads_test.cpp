// Notes of one manuscript read by several threads give what one thread reads. Under the preset `tsan` any
// race is a failure.

#include <fonds/note.hpp>
#include <fonds/note_records.hpp>

#include "support/catch.hpp"

using namespace fonds;

namespace {

/// Notes that refer to one another, with archives that the tables know and do not know.
Document manuscript() {
    static constexpr std::string_view texts[] = {
        "See “Record of a Talk,” 4 June 1951, RGANI, f. 5, op. 28, d. 314, ll. 34–59.",
        "Ibid., l. 36.",
        "Ana Marsh, The Canal Question (London: Press, 1999), 12; Stadtarchiv Kiel, 12.3, Nr. 45.",
        "Marsh, Canal Question, 14.",
        "Wheeler to Marsh, 4 June 1951, box 9, folder 2, Marsh Papers, Houghton Library (hereafter HL).",
        "Only the author’s words, and no work.",
    };
    Document out;
    for (std::size_t i = 0; i < 300; ++i) {
        auto& note = out.notes.emplace_back();
        note.id = std::to_string(i + 1);
        note.text = texts[i % std::size(texts)];
    }
    return out;
}

std::vector<std::string> records(Document const& document, unsigned jobs) {
    std::vector<std::string> out;
    for (auto const& note : parse_notes(document, Knowledge::builtin(), jobs))
        out.push_back(write_note_record(note));
    return out;
}

}  // namespace

TEST_CASE("notes are read the same on any number of threads") {
    auto const document = manuscript();
    auto const first =
        records(document, 4);  // the first call: the tables are loaded while several threads ask
    REQUIRE(first.size() == document.notes.size());
    for (unsigned const jobs : {1U, 2U, 7U}) {
        CAPTURE(jobs);
        CHECK(records(document, jobs) == first);
    }
}

TEST_CASE("notes of several manuscripts are resolved each among their own") {
    Document document;
    for (auto const& [manuscript, text] :
         {std::pair{"a", "Ana Marsh, The Canal Question (London: Press, 1999), 12."},
          {"b", "Max Weber, Economy and Society (Tübingen: Mohr, 1922), 7."},
          {"a", "Ibid., 14."},
          {"b", "Ibid., 9."}}) {
        auto& note = document.notes.emplace_back();
        note.manuscript = manuscript;
        note.text = text;
    }
    for (unsigned const jobs : {1U, 3U}) {
        CAPTURE(jobs);
        auto const notes = parse_notes(document, Knowledge::builtin(), jobs);
        for (std::size_t const i : {2U, 3U}) {
            REQUIRE(notes[i].citations.size() == 1);
            REQUIRE(notes[i].citations[0].refers_to);
            CHECK(notes[i].citations[0].refers_to->note == 0);  // the first of its manuscript
        }
    }
}

TEST_CASE("a manuscript without notes needs no thread") { CHECK(records(Document(), 4).empty()); }
