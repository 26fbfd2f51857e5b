#include <filesystem>
#include <fonds/note.hpp>
#include <fonds/note_records.hpp>
#include <fstream>
#include <iostream>
#include <random>
#include <string>

#include "base/text.hpp"
#include "support/catch.hpp"

namespace {

/// Whether the segments follow each other and cover the note.
bool is_partition(fonds::ParsedNote const& note) {
    std::size_t at = 0;
    for (auto const& segment : note.segments) {
        if (segment.span.begin != at || segment.span.end <= at) return false;
        at = segment.span.end;
    }
    return at == note.text.size();
}

bool fields_inside(fonds::ParsedNote const& note) {
    for (auto const& citation : note.citations)
        for (auto const& field : citation.fields)
            if (field.span.begin > field.span.end || field.span.end > note.text.size()) return false;
    return true;
}

}  // namespace

TEST_CASE("The segments of every real note partition it") {
    std::size_t notes = 0;
    for (auto const* name : {"essay", "coldwar-dev", "dev"}) {
        auto const path = std::string(FONDS_SHARED_DIR) + "/notes/" + name + ".jsonl";
        std::ifstream in(path);
        if (!in) {
            WARN("skipped: " + path + " is absent");
            continue;
        }
        fonds::NoteParser parser;
        for (std::string line; std::getline(in, line);) {
            auto const input = fonds::read_note_input(line);
            REQUIRE(input);
            auto const note = parser.next(input->id, input->note, input->document);
            CAPTURE(input->id);
            CHECK(note.text == input->note);
            CHECK(is_partition(note));
            CHECK(fields_inside(note));
            ++notes;
        }
    }
    SUCCEED("notes read: " << notes);
}

TEST_CASE("The segments of notes put together at random partition them") {
    std::string const pieces[] = {"See ",
                                  "“",
                                  "”",
                                  "(",
                                  ")",
                                  "[",
                                  "]",
                                  "RGANI",
                                  ", ",
                                  "; ",
                                  ". ",
                                  "f. 5",
                                  "op. 28",
                                  " d. ",
                                  "314",
                                  "ll. 34-59",
                                  "Ibid.",
                                  "and ",
                                  "1956",
                                  "October 30, 1973",
                                  "Smith",
                                  " to ",
                                  "http://example.org/a",
                                  "pp. 3-5",
                                  "\xC2\xA0",
                                  "\n",
                                  "\t",
                                  "‘",
                                  "’",
                                  "'",
                                  "\"",
                                  "Box ",
                                  "Папка",
                                  "外交部档案馆",
                                  "\xFF",
                                  "\xE2\x80",
                                  "–",
                                  "—",
                                  "//",
                                  "ed.",
                                  "vol. II",
                                  "Obtained by ",
                                  "Translated for ",
                                  "шош",
                                  "שלום",
                                  "#",
                                  "\x01",
                                  ":",
                                  "in ",
                                  "f.",
                                  "XIX-J-1-j",
                                  "11. doboz"};
    std::mt19937 random(20260101);
    std::uniform_int_distribution<std::size_t> pick(0, std::size(pieces) - 1);
    std::uniform_int_distribution<int> length(0, 60);
    for (int round = 0; round < 1500; ++round) {
        std::string text;
        for (int i = length(random); i > 0; --i) text += pieces[pick(random)];
        auto const note = fonds::parse_note(text);
        CAPTURE(text);
        REQUIRE(note.text == text);
        REQUIRE(is_partition(note));
        REQUIRE(fields_inside(note));
    }
}

// What looks at the word behind must not look behind the last one: the sanitizers tell.
TEST_CASE("Notes may end behind any word") {
    for (auto const& file : std::filesystem::directory_iterator(FONDS_SOURCE_DIR "/tests/note/systems")) {
        std::ifstream in(file.path());
        for (std::string row; std::getline(in, row);) {
            auto const text = row.substr(0, row.find('\t'));
            if (text.empty() || text.front() == '#') continue;
            for (auto end = text.find(' '); end != std::string::npos; end = text.find(' ', end + 1)) {
                CAPTURE(text, end);
                REQUIRE(is_partition(fonds::parse_note(text.substr(0, end))));
            }
        }
    }
}

TEST_CASE("Empty and hostile notes parse without loss") {
    CHECK(fonds::parse_note("").segments.empty());
    for (auto const& text :
         {std::string(100000, '('), std::string(100000, 'x'), std::string(20000, ','), std::string(5000, '"'),
          std::string("\xFF\xFE\xFD"), std::string(3000, '\n'),
          std::string("Wywiad z, Warszawa, 3 marca 1992."), std::string("Интервью с и др., Москва, 1992.")})
        CHECK(is_partition(fonds::parse_note(text)));
    std::string works;
    for (int i = 0; i < 3000; ++i) works += "A. Writer, A Book (London: Press, 1999), p. 12; ";
    auto const note = fonds::parse_note(works);
    CHECK(note.citations.size() == 3000);
    CHECK(is_partition(note));
}

// Where one of these took time with the square of its length, the test would not end.
TEST_CASE("What repeats without an end is read in time that grows with it") {
    for (std::string const unit : {"12, ",
                                   "IV, ",
                                   "a \u2013 b \u2013 ",
                                   "f. 17, ",
                                   "f. 17, op. 3, d. 12, l. 5, ",
                                   "Alpha Beta, ",
                                   "ibid., ",
                                   "'a b' ",
                                   "\u00ABГавань\u00BB ",
                                   "A.",
                                   "a/b/",
                                   "a-b-",
                                   "to ",
                                   "trans. Anna Holm and ",
                                   "enclosed in ",
                                   "Memorandum from Holm to Roth, ",
                                   "Dr. ",
                                   "Weitere Unterlagen in B 150/203 befinden sich ",
                                   "20 Messidor An 13 (",
                                   "Müller, Jan; ",
                                   "3. Session, 45. Sitzung v. 3. 3. 1865; ",
                                   "Новак Б. — Зеллер П., 19 марта 1940 г.; ",
                                   "Family, Business, and Harbour Papers, box 3; ",
                                   "RGASPI, f. 558, op. 1, d. 4137, ll. 55–60 (“Pis’mo”); ",
                                   "Roth to Holm, 5 May 1962; all in Fish Papers, LC; "}) {
        CAPTURE(unit);
        constexpr std::size_t size = 500000;
        std::string text;
        while (text.size() < size) text += unit;
        CHECK(fonds::parse_note(text).text.size() == text.size());
    }
    CHECK(is_partition(fonds::parse_note("See https://a.example/b" + std::string(500000, ')') + ".")));
    CHECK(is_partition(fonds::parse_note("Holm, Hafen, " + std::string(1000000, '[') + "Graz" +
                                         std::string(1000000, ']') + " 1950, S. 12.")));
}

TEST_CASE("The field of a DOI is where that stands, in an address broken between lines of print too") {
    for (std::string const address :
         {"https://doi.org/10.1017/x1234", "https:// doi.org/10.1017/x1234", "https://doi.org/ 10.1017/x1234",
          "doi:10.1017/x1234", "doi: 10.1017/x1234"}) {
        auto const note =
            fonds::parse_note("Anna Holm, “The Harbour,” Harbour Studies 5 (1999): 3, " + address + ".");
        CAPTURE(address);
        REQUIRE(note.citations.size() == 1);
        CHECK(note.citations[0].item.text(fonds::Variable::DOI) == "10.1017/x1234");
        std::string field;
        for (auto const& found : note.citations[0].fields)
            if (found.field == "DOI") field = fonds::slice(note.text, found.span);
        CHECK(field == "10.1017/x1234");
    }
}
