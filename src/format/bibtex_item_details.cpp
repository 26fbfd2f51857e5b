// Numbers, links, languages and keywords of a .bib entry.

#include <array>

#include "base/bytes.hpp"
#include "base/contains.hpp"
#include "base/text.hpp"
#include "format/bibtex_entry_reader.hpp"
#include "format/field_text.hpp"
#include "format/languages.hpp"
#include "wire/latex_text.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;
constexpr auto npos = string_view::npos;

// biblatex's localisation keys for the field type (manual, §4.9.2.13).
constexpr auto genres = std::to_array<LocalisationKey>({
    {"audiocd", "audio CD"},
    {"bathesis", "Bachelor’s thesis"},
    {"candthesis", "Candidate thesis"},
    {"datacd", "data CD"},
    {"mathesis", "Master’s thesis"},
    {"patent", "patent"},
    {"patentde", "German patent"},
    {"patenteu", "European patent"},
    {"patentfr", "French patent"},
    {"patentuk", "British patent"},
    {"patentus", "U.S. patent"},
    {"patreq", "patent request"},
    {"patreqde", "German patent request"},
    {"patreqeu", "European patent request"},
    {"patreqfr", "French patent request"},
    {"patrequk", "British patent request"},
    {"patrequs", "U.S. patent request"},
    {"phdthesis", "PhD thesis"},
    {"resreport", "research report"},
    {"software", "computer software"},
    {"techreport", "technical report"},
});

// "pp. 33--62", where the style prints the word for pages.
string_view without_word_for_pages(string_view tex) {
    if (!tex.starts_with('p')) return tex;
    for (string_view const word : {"pp.", "p."}) {
        if (!tex.starts_with(word)) continue;
        auto const at = tex.find_first_not_of(" ~", word.size());
        return at != npos && is_digit(tex[at]) ? tex.substr(at) : tex;
    }
    return tex;
}

// "33--62" and mixed dashes are a hyphen in CSL; a single dash of another kind stays as it was written.
std::string pages(string_view tex) {
    tex = without_word_for_pages(tex);
    std::string out;
    for (std::size_t at = 0; at < tex.size();) {
        auto const begin = at;
        int dashes = 0;
        for (; at < tex.size(); ++dashes) {
            bool const wide = tex.substr(at).starts_with("–") || tex.substr(at).starts_with("—");
            if (!wide && tex[at] != '-') break;
            at += wide ? 3 : 1;
        }
        if (dashes > 1) out += '-';
        else out.append(tex, begin, at - begin);
        if (dashes == 0) out += tex[at++];
    }
    return latex::to_unicode(out, {false});
}

// What programs write in addresses for signs that mean something in TeX; Mendeley has braces around it.
constexpr auto escapes = std::to_array<std::pair<string_view, string_view>>({
    {"{\\~{}}", "~"},
    {"\\~{}", "~"},
    {"{\\textasciitilde}", "~"},
    {"\\textasciitilde{}", "~"},
    {"{\\textless}", "<"},
    {"{\\textgreater}", ">"},
    {"{\\textunderscore}", "_"},
});

// The escape that a text begins with, and its sign; empty where there is none.
std::pair<string_view, string_view> escape_before(string_view tex) {
    if (tex[0] != '{' && tex[0] != '\\') return {};
    for (auto const& escape : escapes)
        if (tex.starts_with(escape.first)) return escape;
    bool const in_braces = tex[0] == '{';
    auto const escape = tex.substr(in_braces ? 1 : 0, 2);
    if (escape.size() < 2 || escape[0] != '\\' || string_view("%_&#$~{}").find(escape[1]) == npos) return {};
    if (in_braces && !tex.substr(3).starts_with('}')) return {};
    return {tex.substr(0, in_braces ? 4 : 2), escape.substr(1)};
}

}  // namespace

std::string read_verbatim(string_view tex) {
    constexpr auto matters = [](auto byte) {
        return (byte < 0x21) | (byte == '\\') | (byte == '{') | (byte == '}');
    };
    if (find_byte(tex, 0, matters) == tex.size()) return std::string(tex);
    std::string out;
    while (!tex.empty()) {
        auto const [written, sign] = escape_before(tex);
        if (written.empty()) {
            if (!is_ascii_space(tex[0])) out += tex[0];
            tex.remove_prefix(1);
        } else {
            out += sign;
            tex.remove_prefix(written.size());
        }
    }
    if (out.starts_with("\\url{") && out.ends_with('}')) out = out.substr(5, out.size() - 6);
    if (out.size() > 2 && out.front() == '{' && out.back() == '}') out = out.substr(1, out.size() - 2);
    return out;
}

Variable variable_of_number(ItemType type, string_view entry_type) {
    auto const is_one_of = [&](std::initializer_list<string_view> types) {
        return contains(types, entry_type);
    };
    if (type == ItemType::article_journal || is_one_of({"article", "periodical", "suppperiodical", "review"}))
        return Variable::issue;
    if (is_one_of({"book", "mvbook", "inbook", "bookinbook", "collection", "mvcollection", "incollection",
                   "proceedings", "mvproceedings", "inproceedings", "conference", "reference", "mvreference",
                   "inreference", "suppbook", "suppcollection"}))
        return Variable::collection_number;
    return Variable::number;
}

void EntryReader::read_numbers() {
    if (has(F::number)) set(variable_of_number(item_.type, slots_.type), text(take(F::number)));
    if (has(F::issue)) {
        auto issue = text(take(F::issue));
        auto const* number = item_.texts.find(Variable::issue);
        item_.texts.set(Variable::issue, number ? concat(*number, ", ", issue) : std::move(issue));
    }
    if (has(F::pages)) set(Variable::page, pages(take(F::pages)));
    if (has(F::eid)) {
        if (has(F::pages)) give_back(F::eid);
        else set(Variable::page, text(take(F::eid)));
    }
    if (has(F::type)) {
        auto const key = take(F::type);
        auto const genre = resolve(genres, key);
        set(Variable::genre, genre.empty() ? text(key) : std::string(genre));
    } else if (slots_.kind && !slots_.kind->genre.empty()) {
        set(Variable::genre, std::string(slots_.kind->genre));
    }
}

void EntryReader::read_links() {
    if (has(F::url)) {
        auto const url = take(F::url);
        // White space breaks the lines of an address; in other words it parts them.
        bool const is_address = url.find("://") != npos || url.find(' ') == npos;
        set(Variable::URL, is_address ? read_verbatim(url) : text(url));
    }
    if (has(F::doi)) set(Variable::DOI, without_resolver(read_verbatim(take(F::doi))));
    read_eprint();
}

void EntryReader::read_eprint() {
    if (!has(F::eprint)) return;
    auto const kind = ascii_lower(slots_[F::eprinttype]);
    auto const id = read_verbatim(slots_[F::eprint]);
    if (kind == "pubmed") {
        take(F::eprint), take(F::eprinttype);
        return set(Variable::PMID, id);
    }
    static constexpr auto hosts = std::to_array<LocalisationKey>({
        {"arxiv", "https://arxiv.org/abs/"},
        {"googlebooks", "https://books.google.com?id="},
        {"hdl", "https://hdl.handle.net/"},
        {"jstor", "https://www.jstor.org/stable/"},
    });
    for (auto const& host : hosts)
        if (host.key == kind) set(Variable::URL, concat(host.text, id));
}

void EntryReader::read_simple() {
    for (auto const& own : slots_.own)
        if (own.slot >= 0) read_simple(static_cast<F>(own.slot));
    // What was inherited counts as well.
    for (auto const field :
         {F::edition, F::isbn, F::issn, F::volume, F::volumes, F::part, F::pubstate, F::version})
        read_simple(field);
    if (has(F::langid)) {
        auto const code = language_code(ascii_lower(slots_[F::langid]));
        if (!code.empty()) {
            take(F::langid);
            set(Variable::language, std::string(code));
        }
    }
    if (has(F::language)) read_language();
    if (has(F::keywords)) read_keywords();
}

void EntryReader::read_simple(F field) {
    if (is_taken(field) || !has(field)) return;
    auto const variable = variable_of(field);
    if (!variable || kind_of(*variable) == VariableKind::names || kind_of(*variable) == VariableKind::date)
        return;
    set(*variable, text(take(field)));
}

void EntryReader::read_language() {
    auto const written = slots_[F::language];
    auto const code = language_code(ascii_lower(written));
    if (item_.texts.find(Variable::language) != nullptr) return;  // langid said it; this one is kept
    take(F::language);
    set(Variable::language, code.empty() ? read_literals(written) : std::string(code));
}

void EntryReader::read_keywords() {
    std::string out;
    auto const tex = take(F::keywords);
    int depth = 0;
    bool comma_inside = false;
    std::size_t begin = 0;
    auto const add = [&](std::size_t end) {
        auto const word = text(trim(tex.substr(begin, end - begin)));
        if (word.empty()) return;
        comma_inside = comma_inside || word.find(',') != npos;
        if (!out.empty()) out += ", ";
        out += word;
    };
    bool const by_comma = tex.find(',') != npos;
    for (std::size_t at = 0; at < tex.size(); ++at) {
        depth += (tex[at] == '{') - (tex[at] == '}');
        if (depth == 0 && tex[at] == (by_comma ? ',' : ';')) {
            add(at);
            begin = at + 1;
        }
    }
    add(tex.size());
    if (comma_inside) keep("=keywords", std::string(tex));
    set(Variable::keyword, std::move(out));
}

}  // namespace fonds::bibtex
