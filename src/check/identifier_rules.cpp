// Rules on shelf marks and numbers that have a known build.

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/embedded.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/dates.hpp"
#include "check/rule.hpp"

namespace fonds::checking {
namespace {

std::string two(int number) { return concat(number < 10 ? "0" : "", std::to_string(number)); }

// A run of characters without white space, and without the punctuation of the sentence.
struct Mark {
    std::string_view text;
    Span span;
};

template <class Visit>
void for_each_mark(NoteView const& note, Visit visit) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 0; at < tokens.size();) {
        if (tokens[at].kind == Token::space || tokens[at].kind == Token::address) {
            ++at;
            continue;
        }
        Span span = tokens[at].span;
        while (at < tokens.size() && tokens[at].kind != Token::space && tokens[at].kind != Token::address)
            span.end = tokens[at++].span.end;
        auto text = note.text(span);
        while (!text.empty() && std::string_view(".,;:)]\"'").find(text.back()) != std::string_view::npos)
            text.remove_suffix(1);
        while (!text.empty() && std::string_view("([\"'").find(text.front()) != std::string_view::npos) {
            text.remove_prefix(1);
            ++span.begin;
        }
        constexpr std::size_t longest = 80;
        if (!text.empty() && text.size() <= longest)
            visit(Mark{text, {span.begin, span.begin + text.size()}});
    }
}

std::string with_plain_dashes(std::string_view text) {
    std::string out(text);
    for (std::string_view const dash : {"–", "—", "‐", "‑", "‒", "−"}) out = replace_all(out, dash, "-");
    return out;
}

/// A State Department decimal number with its date: "848a.00/6-1648".
struct Decimal {
    std::string_view file;  ///< "848a.00"
    int month = 0;
    int day = 0;
    int year = 0;  ///< two figures
};

std::optional<Decimal> decimal_of(std::string_view mark) {
    auto const slash = mark.rfind('/');
    auto const dash = mark.rfind('-');
    if (slash == std::string_view::npos || dash == std::string_view::npos || dash < slash)
        return std::nullopt;
    auto const month = mark.substr(slash + 1, dash - slash - 1);
    auto const rest = mark.substr(dash + 1);
    auto const file = mark.substr(0, slash);
    if (!is_all_digits(month) || month.size() > 2 || !is_all_digits(rest) || rest.size() < 3 ||
        rest.size() > 4)
        return std::nullopt;
    if (file.size() < 5 || !is_digit(file[0]) || !is_digit(file[1]) || !is_digit(file[2]))
        return std::nullopt;
    if (file.find('.') == std::string_view::npos || file.find('.') > 5) return std::nullopt;
    Decimal decimal{file, 0, 0, 0};
    auto const number = [](std::string_view text) {
        int value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    };
    decimal.month = number(month);
    decimal.day = number(rest.substr(0, rest.size() - 2));
    decimal.year = number(rest.substr(rest.size() - 2));
    return decimal;
}

DatePoint issued_day(Citation const& citation) {
    auto const* issued = citation.item.dates.find(Variable::issued);
    return issued && !issued->end ? issued->start : DatePoint{};
}

// The citation that a place lies in, or null. Citations are in the order of the text.
Citation const* citation_at(ParsedNote const& note, Span span) {
    auto const at =
        std::partition_point(note.citations.begin(), note.citations.end(),
                             [&](Citation const& citation) { return citation.span.end < span.end; });
    return at != note.citations.end() && at->span.contains(span) ? &*at : nullptr;
}

template <class Visit>
void for_each_decimal(NoteView const& note, Visit visit) {
    for_each_mark(note, [&](Mark const& mark) {
        if (mark.text.find('/') == std::string_view::npos || !is_digit(mark.text.front())) return;
        auto const plain = with_plain_dashes(mark.text);
        if (auto const decimal = decimal_of(plain)) visit(mark, *decimal);
    });
}

void decimal_suffix(NoteView const& note, Findings& findings) {
    for_each_decimal(note, [&](Mark const& mark, Decimal const& decimal) {
        auto const* citation = citation_at(note.note, mark.span);
        auto const issued = citation ? issued_day(*citation) : DatePoint{};
        bool const possible =
            decimal.month >= 1 && decimal.month <= 12 && decimal.day >= 1 && decimal.day <= 31;
        auto const said = concat("19", two(decimal.year), "-", two(decimal.month), "-", two(decimal.day));
        if (!possible) {
            findings.add(note.index, mark.span,
                         concat("the end of the file number is its date, and ", said, " is none"));
        } else if (issued.day != 0 && (issued.day != decimal.day || issued.month != decimal.month ||
                                       issued.year % 100 != decimal.year)) {
            auto const right =
                concat(std::to_string(issued.month), "-", std::to_string(issued.day), two(issued.year % 100));
            auto& finding =
                findings.add(note.index, mark.span,
                             concat("the end of the file number says ", said,
                                    ", the document another day: it would be “", right, "”; check both"));
            if (auto const place = place_of(*citation, "issued"))
                finding.related.push_back({note.index, *place, "the date of the document"});
        }
    });
}

void decimal_class(NoteView const& note, Findings& findings) {
    for_each_decimal(note, [&](Mark const& mark, Decimal const& decimal) {
        auto const year = 1900 + decimal.year;
        if (year < 1944 || year > 1963 || decimal.file.find(".00") == std::string_view::npos) return;
        // One country's internal affairs were class 8 to 1949, its politics class 7 from 1950.
        if (year < 1950 && decimal.file.front() == '7')
            findings.add(note.index, mark.span,
                         concat("before 1950 a country's internal affairs were class 8: “8",
                                decimal.file.substr(1), "”"));
    });
}

// "Central Files 1960-63" beside a document of another year.
void central_files_years(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const issued = issued_day(citation);
    auto const text = note.text(citation.span);
    if (issued.year == 0) return;
    for (std::string_view const name :
         {"Central Files", "Central File", "Decimal File", "Decimal Files", "CDF", "CFPF", "SNF"}) {
        auto const at = text.find(name);
        if (at == std::string_view::npos) continue;
        auto const after = trim(text.substr(at + name.size(), 24));
        auto const plain = with_plain_dashes(after.starts_with(',') ? trim(after.substr(1)) : after);
        if (plain.size() < 7 || !is_all_digits(plain.substr(0, 4)) || plain[4] != '-') continue;
        std::size_t digits = 5;
        while (digits < plain.size() && is_digit(plain[digits])) ++digits;
        if (digits != 7 && digits != 9) continue;
        auto const first = std::stoi(plain.substr(0, 4));
        auto const last =
            digits == 9 ? std::stoi(plain.substr(5, 4)) : first / 100 * 100 + std::stoi(plain.substr(5, 2));
        if (issued.year >= first && issued.year <= last) continue;
        findings.add(
            note.index, {citation.span.begin + at, citation.span.begin + at + name.size()},
            concat("these files go from ", std::to_string(first), " to ", std::to_string(last),
                   ", the document is of ", std::to_string(issued.year), "; one of the years is wrong"));
        return;
    }
}

/// A line of rules/identifiers.tsv: a number of a known build.
struct Build {
    std::string_view name;
    std::string_view beginning;  ///< a mark that begins so means to be one
    std::string_view shape;      ///< 9 a figure, A a letter, others themselves; "|" between alternatives
    std::string_view words;      ///< what it looks like, for the message
};

std::vector<Build> const& builds() {
    static auto const table = [] {
        std::vector<Build> list;
        auto const lines = split(find_embedded("rules/identifiers.tsv").value_or(""), '\n');
        for (auto const line : lines) {
            auto const cells = split(line, '\t');
            if (cells.size() == 4 && !line.starts_with('#'))
                list.push_back({cells[0], cells[1], cells[2], cells[3]});
        }
        return list;
    }();
    return table;
}

bool fits_shape(std::string_view mark, std::string_view shape) {
    if (mark.size() != shape.size()) return false;
    for (std::size_t at = 0; at < mark.size(); ++at) {
        bool const fits = shape[at] == '9'   ? is_digit(mark[at])
                          : shape[at] == 'A' ? is_ascii_letter(mark[at])
                                             : mark[at] == shape[at];
        if (!fits) return false;
    }
    return true;
}

bool fits_any_shape(std::string_view mark, std::string_view shapes) {
    auto const list = split(shapes, '|');
    return std::any_of(list.begin(), list.end(),
                       [&](std::string_view shape) { return fits_shape(mark, shape); });
}

// A beginning fits where its pattern does; "999-99999-" asks for the figures of a Foreign Ministry number.
bool begins_like(std::string_view mark, std::string_view beginning) {
    return mark.size() >= beginning.size() && fits_shape(mark.substr(0, beginning.size()), beginning);
}

void identifier_build(NoteView const& note, Findings& findings) {
    for_each_mark(note, [&](Mark const& mark) {
        auto const plain = with_plain_dashes(mark.text);
        for (auto const& build : builds()) {
            if (!begins_like(plain, build.beginning) || fits_any_shape(plain, build.shape)) continue;
            findings.add(note.index, mark.span,
                         concat("“", mark.text, "” is no ", build.name, ": it is ", build.words));
            return;
        }
    });
}

constexpr std::array<std::string_view, 26> national_archives_departments = {
    "ADM", "AIR", "BT",  "CAB", "CO",  "COPY", "DEFE", "DO",   "ED",   "FCO", "FO",   "HO", "HS",
    "HW",  "KV",  "LAB", "LCO", "MAF", "MEPO", "MH",   "POWE", "PREM", "SP",  "SUPP", "WO", "T"};

bool is_department(std::string_view word) {
    return std::find(national_archives_departments.begin(), national_archives_departments.end(), word) !=
           national_archives_departments.end();
}

bool is_in_british_archive(Citation const& citation) {
    auto const& reference = citation.item.reference;
    return reference.repository_id == "gb-tna" || reference.repository == "TNA" ||
           reference.repository.find("PRO") == 0;
}

// "FO 371-123", "ADM/51/3949": the catalogue has a space, then strokes.
void department_separator(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 0; at + 4 < tokens.size(); ++at) {
        if (tokens[at].kind != Token::word || !is_department(note.text(tokens[at]))) continue;
        if (at > 0 && tokens[at - 1].kind != Token::space) continue;
        auto const between = note.text(tokens[at + 1]);
        auto const second = note.text(tokens[at + 3]);
        if (tokens[at + 2].kind != Token::number || tokens[at + 4].kind != Token::number) continue;
        bool const strokes = between == "/" && second == "/";
        bool const dash = tokens[at + 1].kind == Token::space && second == "-" &&
                          tokens[at + 2].span.size() == 3 && tokens[at + 4].span.size() >= 3 &&
                          (note.text(tokens[at]) == "FO" || note.text(tokens[at]) == "WO");
        if (!strokes && !dash) continue;
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

// "XIV-J-1-j": the ministries' section J of the Hungarian archives is XIX.
void section_damage(NoteView const& note, Findings& findings) {
    for_each_mark(note, [&](Mark const& mark) {
        auto const dash = mark.text.find("-J-1");
        if (dash == std::string_view::npos || dash == 0) return;
        auto const section = mark.text.substr(0, dash);
        if (section == "XIX" || section.find_first_not_of("XIVLl1") != std::string_view::npos) return;
        auto const right = concat("XIX", mark.text.substr(dash));
        auto& finding =
            findings.add(note.index, mark.span,
                         concat("the section is damaged: the foreign ministry's papers are “", right, "”"));
        offer(finding, false, {mark.span.begin, mark.span.begin + dash}, "XIX", "write “XIX”");
    });
}

// Codes of archives keep their capitals: in NL-ZlCO the third letter is a small L.
void code_case(NoteView const& note, Findings& findings) {
    auto const skeleton = [](std::string_view code) {
        auto lower = ascii_lower(code);
        std::replace(lower.begin(), lower.end(), 'l', 'i');
        return lower;
    };
    for_each_mark(note, [&](Mark const& mark) {
        if (mark.text.size() < 5 || mark.text[2] != '-' || !is_ascii_letter(mark.text[0]) ||
            !is_ascii_letter(mark.text[3]))
            return;
        for (auto const& archive : note.manuscript.knowledge.archives()) {
            if (archive.isil.size() != mark.text.size() || archive.isil == mark.text) continue;
            if (skeleton(archive.isil) != skeleton(mark.text)) continue;
            auto& finding =
                findings.add(note.index, mark.span,
                             concat("capitals and small letters count in this code: “", archive.isil, "”"));
            offer(finding, true, archive.isil);
            return;
        }
    });
}

/// A line of rules/holdings.tsv: years that an archive, or one fonds of it, has papers of.
struct Holdings {
    std::string_view archive;
    std::string_view fond;  ///< empty: all
    int from = 0;           ///< 0: no bound
    int to = 0;
    std::string_view what;
};

std::vector<Holdings> const& holdings() {
    static auto const table = [] {
        std::vector<Holdings> list;
        for (auto const line : split(find_embedded("rules/holdings.tsv").value_or(""), '\n')) {
            auto const cells = split(line, '\t');
            if (cells.size() != 5 || line.starts_with('#')) continue;
            auto const year = [](std::string_view text) {
                return text.empty() ? 0 : std::stoi(std::string(text));
            };
            list.push_back({cells[0], cells[1], year(cells[2]), year(cells[3]), cells[4]});
        }
        return list;
    }();
    return table;
}

void date_outside_holdings(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const& id = citation.item.reference.repository_id;
    auto const year = issued_day(citation).year;
    if (id.empty() || year == 0) return;
    auto const* fond = find_level(citation, "fond");
    for (auto const& holding : holdings()) {
        if (holding.archive != id || (!holding.fond.empty() && (!fond || fond->value != holding.fond)))
            continue;
        if ((holding.from == 0 || year >= holding.from) && (holding.to == 0 || year <= holding.to)) continue;
        findings.add(note.index, place_or_all(citation, "issued"),
                     concat(holding.what, "; a document of ", std::to_string(year),
                            " is not to be expected there: check archive and date"));
        return;
    }
}

constexpr RuleEntry entries[] = {
    {{"decimal-suffix", "identifiers", Severity::warning,
      "the date in a State Department file number differs from the document's"},
     Reach::both,
     decimal_suffix},
    {{"decimal-class", "identifiers", Severity::warning,
      "a State Department file class that was not yet in use"},
     Reach::both,
     decimal_class},
    {{"central-files-years", "identifiers", Severity::warning,
      "a document outside the years of the files it is in"},
     Reach::both,
     nullptr,
     central_files_years},
    {{"identifier-build", "identifiers", Severity::error, "a number that cannot be what it looks like"},
     Reach::both,
     identifier_build},
    {{"department-separator", "identifiers", Severity::warning,
      "a British reference with the wrong separators"},
     Reach::both,
     department_separator},
    {{"series-without-piece", "identifiers", Severity::warning, "a British series without the piece"},
     Reach::both,
     nullptr,
     series_without_piece},
    {{"leading-zero", "identifiers", Severity::warning, "a fond that lost its nought"},
     Reach::both,
     nullptr,
     leading_zero},
    {{"section-damage", "typing", Severity::warning, "a damaged section number of the Hungarian archives"},
     Reach::both,
     section_damage},
    {{"code-case", "identifiers", Severity::error, "an archive's code with the wrong capitals"},
     Reach::both,
     code_case},
    {{"date-outside-holdings", "time", Severity::warning,
      "a document of years that the archive has no papers of"},
     Reach::both,
     nullptr,
     date_outside_holdings},
};

}  // namespace

std::span<RuleEntry const> identifier_rules() { return entries; }

}  // namespace fonds::checking
