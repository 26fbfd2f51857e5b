// Citations as live Zotero citations: fields of Word, reference marks of OpenDocument.

#include "rewrite/zotero.hpp"

#include <array>
#include <cstdint>
#include <fonds/formats.hpp>

#include "base/hash.hpp"
#include "base/text.hpp"
#include "wire/json.hpp"
#include "wire/xml.hpp"

namespace fonds {
namespace {

// Elements that must close where they open within a citation. Smart tags only mark words for programs.
constexpr std::array<std::string_view, 5> containers = {"w:p", "w:hyperlink", "w:ins", "w:sdt",
                                                        "w:fldSimple"};

// Eight characters of Zotero's alphabet for keys, the same for the same text.
std::string key_for(std::string_view text) {
    constexpr std::string_view alphabet = "23456789ABCDEFGHIJKLMNPQRSTUVWXYZ";
    auto hash = fnv1a(text);
    std::string out;
    for (int i = 0; i < 8; ++i) {
        out += alphabet[hash % alphabet.size()];
        hash /= alphabet.size();
    }
    return out;
}

std::string citation_json(ZoteroCitation const& citation) {
    json::Writer out;
    out.begin_object();
    out.member("citationID", key_for(concat(citation.item->id, "/", std::to_string(citation.number))));
    out.key("properties").begin_object();
    out.member("formattedCitation", citation.text).member("plainCitation", citation.text);
    out.member("noteIndex", citation.note + 1);
    out.end_object();
    out.key("citationItems").begin_array().begin_object();
    out.member("id", citation.item->id);
    out.key("uris").begin_array();
    out.value(concat("http://zotero.org/users/local/fonds/items/", key_for(citation.item->id)));
    out.end_array();
    if (auto const written = write_items({*citation.item}, "csl-json"))
        if (auto const tree = json::read(written->value); tree && tree->array() && !tree->array()->empty())
            out.member("itemData", tree->array()->front());
    if (!citation.cite.locator.empty()) {
        out.member("locator", citation.cite.locator);
        out.member("label", citation.cite.label.empty() ? std::string("page") : citation.cite.label);
    }
    out.end_object().end_array();
    out.member("schema", "https://github.com/citation-style-language/schema/raw/master/csl-citation.json");
    out.end_object();
    return std::move(out).text();
}

// A place within a text element of a run: where the run's properties are.
struct RunPlace {
    std::size_t at = 0;
    std::string_view properties;  // "<w:rPr>…</w:rPr>" or empty
};

std::optional<RunPlace> run_place(std::string_view part, std::size_t at) {
    auto const text = part.rfind("<w:t", at);
    if (text == std::string_view::npos || part.substr(text, at - text).find("</") != std::string_view::npos)
        return std::nullopt;
    auto run = part.rfind("<w:r>", text);
    auto const with_attributes = part.rfind("<w:r ", text);
    if (run == std::string_view::npos || (with_attributes != std::string_view::npos && with_attributes > run))
        run = with_attributes;
    if (run == std::string_view::npos) return std::nullopt;
    auto const head = part.substr(run, text - run);
    if (head.find("</w:r>") != std::string_view::npos) return std::nullopt;
    RunPlace place{at, {}};
    auto const begin = head.find("<w:rPr>");
    auto const end = head.find("</w:rPr>");
    if (begin != std::string_view::npos && end != std::string_view::npos && begin < end)
        place.properties = head.substr(begin, end + 8 - begin);
    return place;
}

std::size_t count(std::string_view text, std::string_view piece) {
    std::size_t out = 0;
    for (auto at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + 1)) ++out;
    return out;
}

bool is_balanced(std::string_view between) {
    for (auto const name : containers) {
        auto const opened = count(between, concat("<", name, ">")) + count(between, concat("<", name, " "));
        if (opened != count(between, concat("</", name, ">"))) return false;
    }
    return between.find("w:fldChar") == std::string_view::npos;
}

std::string run(std::string_view properties, std::string_view content) {
    return concat("<w:r>", properties, content, "</w:r>");
}

std::optional<Wrap> word_field(std::string_view part, SourceMap::Place first, SourceMap::Place last,
                               std::string_view json) {
    auto const begin = run_place(part, first.span.begin);
    auto const end = run_place(part, last.span.end);
    if (!begin || !end || !is_balanced(part.substr(begin->at, end->at - begin->at))) return std::nullopt;
    std::string code;
    xml::append_escaped(code, concat(" ADDIN ZOTERO_ITEM CSL_CITATION ", json, " "));
    auto const text = "<w:t xml:space=\"preserve\">";
    auto const p = begin->properties;
    Wrap wrap;
    wrap.open = {first.part,
                 {begin->at, begin->at},
                 concat("</w:t></w:r>", run(p, "<w:fldChar w:fldCharType=\"begin\"/>"),
                        run(p, concat("<w:instrText xml:space=\"preserve\">", code, "</w:instrText>")),
                        run(p, "<w:fldChar w:fldCharType=\"separate\"/>"), "<w:r>", p, text)};
    wrap.close = {last.part,
                  {end->at, end->at},
                  concat("</w:t></w:r>", run(end->properties, "<w:fldChar w:fldCharType=\"end\"/>"), "<w:r>",
                         end->properties, text)};
    return wrap;
}

Wrap reference_mark(SourceMap::Place first, SourceMap::Place last, std::string_view json) {
    std::string name;
    xml::append_escaped(name, concat("ZOTERO_ITEM CSL_CITATION ", json, " RND", key_for(json)));
    Wrap wrap;
    wrap.open = {first.part,
                 {first.span.begin, first.span.begin},
                 concat("<text:reference-mark-start text:name=\"", name, "\"/>")};
    wrap.close = {last.part,
                  {last.span.end, last.span.end},
                  concat("<text:reference-mark-end text:name=\"", name, "\"/>")};
    return wrap;
}

}  // namespace

bool can_hold_zotero(std::string_view format) { return format == "docx" || format == "odt"; }

std::optional<Wrap> zotero_wrap(Document const& document, Span span, ZoteroCitation const& citation) {
    auto const& map = document.notes[citation.note].map;
    auto const first = map.to_source({span.begin, span.begin + 1});
    auto const last = map.to_source({span.end - 1, span.end});
    if (!first || !last || first->part != last->part || last->span.end < first->span.begin)
        return std::nullopt;
    std::string_view const part = document.parts[first->part].bytes;
    auto const json = citation_json(citation);
    std::optional<Wrap> wrap;
    if (document.format == "docx") {
        wrap = word_field(part, *first, *last, json);
    } else {
        auto const between = part.substr(first->span.begin, last->span.end - first->span.begin);
        bool const is_even = count(between, "<text:span") == count(between, "</text:span") &&
                             count(between, "<text:a ") == count(between, "</text:a") &&
                             between.find("</text:p") == std::string_view::npos;
        if (is_even) wrap = reference_mark(*first, *last, json);
    }
    if (wrap) wrap->note = citation.note;
    return wrap;
}

}  // namespace fonds
