// Rules on shelf marks and numbers that have a known build.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/embedded.hpp"
#include "base/text.hpp"
#include "check/citation.hpp"
#include "check/marks.hpp"
#include "check/rule.hpp"
#include "check/words.hpp"

namespace fonds::checking {
namespace {

/// A line of rules/identifiers.tsv: a number of a known build.
struct Build {
    std::string_view name;
    std::string_view beginning;  ///< a mark that begins so means to be one
    std::string_view shape;      ///< 9 a figure, A a letter, others themselves; "|" between alternatives
    std::string_view words;      ///< what it looks like, for the message
    std::string_view archive;    ///< only in its references; empty: wherever it stands
};

bool fits_character(char c, char shape) {
    return shape == '9' ? is_digit(c) : shape == 'A' ? is_ascii_letter(c) : c == shape;
}

bool fits_shape(std::string_view mark, std::string_view shape) {
    return std::equal(mark.begin(), mark.end(), shape.begin(), shape.end(), fits_character);
}

/// The numbers of a known build, by the bytes that one may begin with: with most words none does.
class Builds {
  public:
    Builds() {
        auto const lines = split(find_embedded("rules/identifiers.tsv").value_or(""), '\n');
        for (auto const line : lines) {
            auto const cells = split(line, '\t');
            if (cells.size() >= 4 && !cells[1].empty() && !line.starts_with('#'))
                add({cells[0], cells[1], cells[2], cells[3], cells.size() > 4 ? cells[4] : ""});
        }
    }

    [[nodiscard]] std::vector<Build> const& beginning_with(char byte) const {
        return by_first_byte_[static_cast<unsigned char>(byte)];
    }

  private:
    void add(Build const& build) {
        for (std::size_t byte = 0; byte < by_first_byte_.size(); ++byte)
            if (fits_character(static_cast<char>(byte), build.beginning.front()))
                by_first_byte_[byte].push_back(build);
    }

    std::array<std::vector<Build>, 256> by_first_byte_;
};

bool fits_any_shape(std::string_view mark, std::string_view shapes) {
    auto const list = split(shapes, '|');
    return std::any_of(list.begin(), list.end(),
                       [&](std::string_view shape) { return fits_shape(mark, shape); });
}

// A beginning fits where its pattern does; "999-99999-" asks for the figures of a Foreign Ministry number.
bool begins_like(std::string_view mark, std::string_view beginning) {
    return mark.size() >= beginning.size() && fits_shape(mark.substr(0, beginning.size()), beginning);
}

// What a mark means to be and is not, or null.
Build const* missed_build(NoteView const& note, Mark const& mark) {
    static Builds const builds;
    auto const& possible = builds.beginning_with(mark.text.front());
    if (possible.empty()) return nullptr;
    auto const plain = with_plain_dashes(mark.text);
    for (auto const& build : possible) {
        if (!begins_like(plain, build.beginning) || fits_any_shape(plain, build.shape)) continue;
        if (build.archive.empty()) return &build;
        auto const* citation = citation_at(note.note, mark.span);
        if (citation && citation->item.reference.repository_id == build.archive) return &build;
    }
    return nullptr;
}

void identifier_build(NoteView const& note, Findings& findings) {
    for (auto const& mark : note.marks())
        if (auto const* build = missed_build(note, mark))
            findings.add(note.index, mark.span,
                         concat("“", mark.text, "” is no ", build->name, ": it is ", build->words));
}

bool is_department(std::string_view word) {
    static auto const departments = words_for("british-department");
    return contains(departments, word);
}

bool is_in_british_archive(Citation const& citation) {
    auto const& reference = citation.item.reference;
    return reference.repository_id == "gb-tna" || reference.repository == "TNA" ||
           reference.repository.find("PRO") == 0;
}

// Whether a place belongs to a citation of another archive, whose papers have departments of such names as
// well: "PRONI, CAB/4/123".
bool is_of_other_archive(ParsedNote const& note, std::size_t at) {
    return std::any_of(note.citations.begin(), note.citations.end(), [&](Citation const& citation) {
        return citation.span.begin <= at && at < citation.span.end &&
               !citation.item.reference.repository_id.empty() && !is_in_british_archive(citation);
    });
}

// "FO 371-123", "ADM/51/3949", "CAB-129/54": the catalogue has a space, then strokes.
void department_separator(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 0; at + 4 < tokens.size(); ++at) {
        if (tokens[at].kind != Token::word || tokens[at + 2].kind != Token::number ||
            tokens[at + 4].kind != Token::number || !is_department(note.text(tokens[at])))
            continue;
        if (at > 0 && tokens[at - 1].kind != Token::space) continue;
        auto const between = note.text(tokens[at + 1]);
        auto const second = note.text(tokens[at + 3]);
        bool const strokes = (between == "/" || between == "-") && second == "/";
        bool const dash = tokens[at + 1].kind == Token::space && second == "-" &&
                          tokens[at + 2].span.size() == 3 && tokens[at + 4].span.size() >= 3 &&
                          (note.text(tokens[at]) == "FO" || note.text(tokens[at]) == "WO");
        if (!strokes && !dash) continue;
        if (is_of_other_archive(note.note, tokens[at].span.begin)) continue;
        Span const span{tokens[at].span.begin, tokens[at + 4].span.end};
        auto const right =
            concat(note.text(tokens[at]), " ", note.text(tokens[at + 2]), "/", note.text(tokens[at + 4]));
        auto& finding = findings.add(note.index, span, concat("The National Archives write “", right, "”"));
        offer(finding, true, right);
    }
}

void series_without_piece(NoteView const& note, Citation const& citation, Findings& findings) {
    if (!is_in_british_archive(citation) || citation.refers_to) return;
    auto const& levels = citation.item.reference.levels;
    if (levels.size() != 1 || levels[0].value.find('/') != std::string::npos) return;
    auto const whole = trim(levels[0].value);
    auto const space = whole.find(' ');
    if (space == std::string_view::npos || !is_department(whole.substr(0, space)) ||
        !is_all_digits(whole.substr(space + 1)))
        return;
    findings.add(note.index, level_and_label(note.note, citation, 0),
                 concat("“", whole, "” is a series of thousands of pieces; add the piece: “", whole, "/…”"));
}

// Fonds of the Foreign Ministry's archive in Moscow begin with a nought: 0102 is not 102.
void leading_zero(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const& levels = citation.item.reference.levels;
    auto const* scheme = scheme_of(citation, note.manuscript.knowledge);
    if (!scheme || scheme->id != "RU-FOPD") return;
    for (std::size_t index = 0; index < levels.size(); ++index) {
        if (levels[index].level != "fond" || levels[index].value.size() < 3 ||
            !is_all_digits(levels[index].value))
            continue;
        if (levels[index].value.front() == '0') continue;
        auto const place = level_place(note.note, citation, index);
        auto& finding =
            findings.add(note.index, place.value_or(citation.span),
                         concat("fonds of this archive begin with a nought: “0", levels[index].value, "”?"));
        if (place) offer(finding, false, concat("0", levels[index].value));
    }
}

// "XXXV. La. 1." for "XXXV.1.a.1.": an L that was a figure, in the party's papers.
void damaged_one(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 2; at + 1 < tokens.size(); ++at) {
        auto const word = note.text(tokens[at]);
        if (word.size() != 2 || (word[0] != 'L' && word[0] != 'l') || word[1] < 'a' || word[1] > 'c')
            continue;
        auto const back = tokens[at - 1].kind == Token::space && at > 2 ? at - 2 : at - 1;
        if (note.text(tokens[back]) != "." || back == 0 || note.text(tokens[at + 1]) != ".") continue;
        if (note.text(tokens[back - 1]).find_first_not_of("XIVL") != std::string_view::npos) continue;
        auto const right = concat("1.", word.substr(1));
        auto& finding = findings.add(
            note.index, tokens[at].span,
            concat("a figure read as a letter; write “", note.text(tokens[back - 1]), ".", right, ".”"));
        offer(finding, false, {tokens[back].span.end, tokens[at].span.end}, right,
              concat("write “", right, "”"));
    }
}

// "XIV-J-1-j": the ministries' section J of the Hungarian archives is XIX.
void section_damage(NoteView const& note, Findings& findings) {
    damaged_one(note, findings);
    for (auto const& mark : note.marks()) {
        auto const dash = mark.text.find_first_not_of("XIVLl1");
        auto const section = mark.text.substr(0, dash);
        if (section.empty() || section == "XIX" || !mark.text.substr(section.size()).starts_with("-J-1"))
            continue;
        auto const right = concat("XIX", mark.text.substr(dash));
        auto& finding =
            findings.add(note.index, mark.span,
                         concat("the section is damaged: the foreign ministry's papers are “", right, "”"));
        offer(finding, false, {mark.span.begin, mark.span.begin + dash}, "XIX", "write “XIX”");
    }
}

// The archive whose code differs from a mark in nothing but capitals, or null. In NL-ZlCO the third letter is
// a small L.
Archive const* miswritten_code(std::string_view mark, Knowledge const& knowledge) {
    if (mark.size() < 5 || mark[2] != '-' || !is_ascii_letter(mark[0]) || !is_ascii_letter(mark[3]))
        return nullptr;
    auto const skeleton = [](std::string_view code) {
        auto lower = ascii_lower(code);
        std::replace(lower.begin(), lower.end(), 'l', 'i');
        return lower;
    };
    for (auto const& archive : knowledge.archives())
        if (archive.isil.size() == mark.size() && archive.isil != mark &&
            skeleton(archive.isil) == skeleton(mark))
            return &archive;
    return nullptr;
}

void code_case(NoteView const& note, Findings& findings) {
    for (auto const& mark : note.marks()) {
        auto const* archive = miswritten_code(mark.text, note.manuscript.knowledge);
        if (!archive) continue;
        auto& finding =
            findings.add(note.index, mark.span,
                         concat("capitals and small letters count in this code: “", archive->isil, "”"));
        offer(finding, true, std::string(archive->isil));
    }
}

constexpr RuleEntry entries[] = {
    {{"identifier-build", "identifiers", Severity::error, "a number that cannot be what it looks like"},
     Reach::both,
     identifier_build},
    {{"department-separator", "identifiers", Severity::warning,
      "a British reference with the wrong separators"},
     Reach::both,
     department_separator},
    {{"series-without-piece", "identifiers", Severity::warning, "a British series without the piece"},
     Reach::both,
     series_without_piece},
    {{"leading-zero", "identifiers", Severity::warning, "a fond that lost its nought"},
     Reach::both,
     leading_zero},
    {{"section-damage", "typing", Severity::warning, "a damaged section number of the Hungarian archives"},
     Reach::both,
     section_damage},
    {{"code-case", "identifiers", Severity::error, "an archive's code with the wrong capitals"},
     Reach::both,
     code_case},
};

}  // namespace

std::span<RuleEntry const> identifier_rules() { return entries; }

}  // namespace fonds::checking
