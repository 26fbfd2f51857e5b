// Agreement with records that others expect of the same input: corpora of translators' test cases.
//   fonds_compare_records [--all] FORMAT=FILE.json... [--reasons FILE.tsv] [--minimum PERCENT]
// Each file is a list of {"input", "items"}: the text in FORMAT and Zotero's items of it. A variable that
// both sides have counts; it agrees where it is equal up to white space (also ISBD's before a colon), a date
// where its parts are, a name up to the points of initials, a note line by line: words and numbers,
// or a line that we have as a variable of its own. Every disagreement is printed with its reason from the
// table, and one without a reason fails.
#include <algorithm>
#include <cstdio>
#include <fonds/formats.hpp>
#include <map>
#include <set>
#include <string>

#include "base/file.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "wire/json.hpp"

using namespace fonds;

namespace {

struct Options {
    std::vector<std::pair<std::string, std::string>> corpora;
    std::map<std::string, std::string> reasons;
    double minimum = 0;
    bool all = false;
};

struct Count {
    std::size_t compared = 0;
    std::size_t agreed = 0;
    std::size_t explained = 0;
    std::size_t expected_only = 0;
    std::size_t ours_only = 0;
    std::size_t lost_records = 0;
};

using Flat = std::map<std::string, std::string>;

std::string plain(std::string_view text) {
    std::string out;
    bool space = false;
    for (char const c : to_nfc(text)) {
        if (is_ascii_space(c)) {
            space = !out.empty();
            continue;
        }
        if (space) out += ' ';
        space = false;
        out += c;
    }
    return replace_all(out, " : ", ": ");
}

std::string write_name(Name const& name) {
    if (!name.literal.empty()) return replace_all(name.literal, ".", "");
    std::string out =
        name.non_dropping_particle + " " + name.family + ", " + name.given + " " + name.dropping_particle;
    if (!name.suffix.empty()) out += ", " + name.suffix;
    return plain(replace_all(out, ".", ""));
}

// Sets of words: their order is nobody's statement.
std::string sorted_words(std::string_view keyword) {
    std::vector<std::string> words;
    for (auto const part : split(keyword, keyword.find(';') != std::string_view::npos ? ';' : ','))
        words.emplace_back(trim(part));
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return join(words, "; ");
}

// HTML as text: blocks end lines.
std::string without_markup(std::string_view html) {
    std::string out;
    bool inside = false;
    for (std::size_t at = 0; at < html.size(); ++at) {
        char const c = html[at];
        if (c == '<')
            out += html.substr(at).starts_with("<i") || html.substr(at).starts_with("</i") ? ' ' : '\n';
        inside = c == '<' || (inside && c != '>');
        if (!inside && c != '>') out += c;
    }
    return out;
}

// The lines of a note, each by its words and numbers.
std::vector<std::string> lines_of(std::string_view note) {
    std::vector<std::string> lines;
    for (auto const line : split(note, '\n')) {
        std::string words;
        for (std::size_t at = 0; at < line.size();) {
            auto const point = decode(line, at);
            bool const sign = !is_letter(point.value) && !is_number(point.value);
            if (!sign) words.append(line, at, point.size);
            if (sign && !words.empty() && words.back() != ' ') words += ' ';
            at += point.size;
        }
        if (!trim(words).empty()) lines.emplace_back(trim(words));
    }
    return lines;
}

// Zotero keeps a record's notes as children beside it, and numbers it has no field for in Extra.
void take_child_notes(Item const& item, Flat& flat) {
    for (auto const& field : item.foreign) {
        if (field.format != "zotero" || field.name != "notes") continue;
        auto const notes = json::read(field.value);
        if (!notes || !notes->array()) continue;
        std::string all;
        for (auto const& note : *notes->array())
            if (auto const* text = note.find("note"); text && text->string())
                all += without_markup(*text->string()) + " ";
        // What Zotero says of the fields it has no place for is no part of the record.
        flat["note"] =
            std::string(trim(all.substr(0, all.find("The following values have no corresponding"))));
        if (flat["note"].empty()) flat.erase("note");
    }
}

Flat flatten(Item const& item) {
    Flat flat;
    flat["type"] = to_string(item.type);
    for (auto const& [variable, text] : item.texts)
        flat[std::string(to_string(variable))] = variable == Variable::note ? text : plain(text);
    for (auto const& [variable, names] : item.names) {
        std::string out;
        for (auto const& name : names) out += (out.empty() ? "" : "; ") + write_name(name);
        flat[std::string(to_string(variable))] = plain(out);
    }
    for (auto const& [variable, date] : item.dates) {
        auto const edtf = to_edtf(date);
        flat[std::string(to_string(variable))] = edtf.empty() ? date.literal : edtf;
    }
    auto const add = [&](std::string_view variable, std::string const& text) {
        if (!text.empty()) flat.emplace(variable, plain(text));
    };
    if (auto const keyword = flat.find("keyword"); keyword != flat.end())
        keyword->second = sorted_words(keyword->second);
    take_child_notes(item, flat);
    add("archive", item.reference.repository);
    add("archive-place", item.reference.place);
    add("(provenance)", item.reference.provenance_note);
    return flat;
}

// Item for item in order; where the numbers differ, by title.
Flat const* partner(std::vector<Flat> const& ours, Flat const& expected, std::size_t index, bool same_count) {
    if (same_count) return &ours[index];
    auto const title = expected.find("title");
    if (title == expected.end()) return nullptr;
    for (auto const& flat : ours)
        if (auto const own = flat.find("title"); own != flat.end() && own->second == title->second)
            return &flat;
    return nullptr;
}

std::vector<Flat> flatten_all(Items const& items) {
    std::vector<Flat> flat;
    for (auto const& item : items) flat.push_back(flatten(item));
    return flat;
}

// Whether a line "Size: 24 cm" stands in a variable of its own.
bool is_variable(std::string const& line, Flat const& ours) {
    return std::any_of(ours.begin(), ours.end(), [&](auto const& entry) {
        auto const value = lines_of(entry.second);
        return entry.first != "note" && value.size() == 1 && line.ends_with(" " + value[0]);
    });
}

// A note agrees line by line; what we have as a variable need not stand in it.
bool agree(std::string const& variable, std::string const& expected, Flat const& ours) {
    auto const& own = ours.at(variable);
    if (own == expected || variable != "note") return own == expected;
    auto const theirs = lines_of(expected), mine = lines_of(own);
    if (join(theirs, " ") == join(mine, " ")) return true;
    auto const has = [](auto const& lines, std::string const& line) {
        return std::find(lines.begin(), lines.end(), line) != lines.end();
    };
    return std::all_of(theirs.begin(), theirs.end(),
                       [&](auto const& line) { return has(mine, line) || is_variable(line, ours); }) &&
           std::all_of(mine.begin(), mine.end(), [&](auto const& line) { return has(theirs, line); });
}

void compare(std::string const& place, Flat const& expected, Flat const& ours, Options const& options,
             Count& count) {
    for (auto const& [variable, value] : expected) {
        auto const own = ours.find(variable);
        if (own == ours.end()) {
            ++count.expected_only;
            if (options.all)
                std::printf("  missing %s %s: %.100s\n", place.c_str(), variable.c_str(), value.c_str());
            continue;
        }
        // A date in words has such a sort key in the test cases, and lost the words.
        if (value.starts_with("0000 ")) continue;
        ++count.compared;
        if (agree(variable, value, ours)) {
            ++count.agreed;
            continue;
        }
        auto reason = options.reasons.find(place + " " + variable);
        if (reason == options.reasons.end())
            reason = options.reasons.find(place.substr(0, place.find(' ')) + " " + variable);
        bool const known = reason != options.reasons.end();
        if (known) ++count.explained;
        std::printf("  %s %s\n    expected: %.1600s\n    ours:     %.1600s\n    %s\n", place.c_str(),
                    variable.c_str(), value.c_str(), own->second.c_str(),
                    known ? reason->second.c_str() : "WITHOUT A REASON");
    }
    for (auto const& [variable, value] : ours)
        if (!expected.contains(variable)) {
            ++count.ours_only;
            if (options.all)
                std::printf("  extra %s %s: %.100s\n", place.c_str(), variable.c_str(), value.c_str());
        }
}

void compare_case(std::string const& format, std::size_t number, json::Value const& test,
                  Options const& options, Count& count) {
    auto const* input = test.find("input");
    auto const* items = test.find("items");
    if (!input || !input->string() || !items) return;
    json::Writer out;
    out.value(*items);
    auto const expected = flatten_all(read_items(out.text(), "zotero-json")->value);
    auto const read = read_items(*input->string(), format);
    auto const ours = read ? flatten_all(read->value) : std::vector<Flat>();
    if (ours.size() != expected.size())
        std::printf("  %s case %zu: %zu records, %zu expected\n", format.c_str(), number, ours.size(),
                    expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        auto const place = concat(format, " ", std::to_string(number), "/", std::to_string(i + 1));
        if (auto const* own = partner(ours, expected[i], i, ours.size() == expected.size()))
            compare(place, expected[i], *own, options, count);
        else std::printf("  %s: no such record\n", place.c_str()), ++count.lost_records;
    }
}

double share(Count const& count) {
    return count.compared == 0
               ? 100.0
               : 100.0 * static_cast<double>(count.agreed) / static_cast<double>(count.compared);
}

void print(std::string const& what, Count const& count) {
    std::printf(
        "%-12s %5zu variables compared, %6.2f %% agree (%zu differ, %zu of them by intent); "
        "%zu only expected, %zu only ours\n",
        what.c_str(), count.compared, share(count), count.compared - count.agreed, count.explained,
        count.expected_only, count.ours_only);
}

Count compare_corpus(std::string const& format, std::string const& file, Options const& options) {
    Count count;
    auto const bytes = read_file(file);
    auto const cases = json::read(bytes ? std::string_view(*bytes) : "null");
    if (!cases || !cases->array()) {
        std::printf("WARN: %s is absent: %s is not compared\n", file.c_str(), format.c_str());
        return count;
    }
    std::size_t number = 0;
    for (auto const& test : *cases->array()) compare_case(format, ++number, test, options, count);
    print(format, count);
    return count;
}

Options read_options(int argc, char** argv) {
    Options options;
    for (int i = 1; i < argc; ++i) {
        std::string const argument = argv[i];
        auto const equals = argument.find('=');
        if (argument == "--all") {
            options.all = true;
        } else if (argument == "--minimum" && i + 1 < argc) {
            options.minimum = std::stod(argv[++i]);
        } else if (argument == "--reasons" && i + 1 < argc) {
            auto const table = read_file(argv[++i]);
            if (!table) continue;
            for (auto const line : split(*table, '\n'))
                if (auto const tab = line.find('\t'); tab != std::string_view::npos)
                    options.reasons.emplace(line.substr(0, tab), trim(line.substr(tab + 1)));
        } else if (equals != std::string::npos) {
            options.corpora.emplace_back(argument.substr(0, equals), argument.substr(equals + 1));
        }
    }
    return options;
}

}  // namespace

int main(int argc, char** argv) {
    auto const options = read_options(argc, argv);
    Count total;
    for (auto const& [format, file] : options.corpora) {
        auto const count = compare_corpus(format, file, options);
        total.compared += count.compared;
        total.agreed += count.agreed;
        total.explained += count.explained;
        total.expected_only += count.expected_only;
        total.ours_only += count.ours_only;
        total.lost_records += count.lost_records;
    }
    print("all", total);
    return share(total) >= options.minimum && total.lost_records == 0 &&
                   total.agreed + total.explained == total.compared
               ? 0
               : 1;
}
