// Citations that reference managers leave in documents, read as records.

#include "manuscript/field_citations.hpp"

#include <fonds/formats.hpp>

#include "base/text.hpp"
#include "manuscript/citavi.hpp"
#include "manuscript/endnote.hpp"
#include "wire/base64.hpp"
#include "wire/json.hpp"
#include "wire/latex_text.hpp"

namespace fonds {
namespace {

constexpr std::string_view citavi_mark = "CitaviPlaceholder{";
constexpr std::string_view mendeley_tag = "MENDELEY_CITATION_v3_";

std::string_view from_first(std::string_view text, char c) {
    auto const at = text.find(c);
    return at == std::string_view::npos ? std::string_view() : text.substr(at);
}

std::string text_member(json::Value const& object, std::string_view name) {
    auto const* member = object.find(name);
    auto const text = member ? member->text() : std::nullopt;
    return std::string(text.value_or(""));
}

std::string first_uri(json::Value const& cited) {
    for (auto const* name : {"uris", "uri"}) {
        auto const* uris = cited.find(name);
        auto const* array = uris ? uris->array() : nullptr;
        if (array && !array->empty()) return std::string(array->front().text().value_or(""));
    }
    return text_member(cited, "id");
}

// A trailing random mark ("RNDxxxx") of ODT stands behind the JSON.
std::string_view json_of(std::string_view code) {
    auto const text = from_first(code, '{');
    auto const end = text.rfind('}');
    return end == std::string_view::npos ? std::string_view() : text.substr(0, end + 1);
}

// Text in TeX's clothes as Unicode. What has commands that nobody knows stays as it is.
void undress(std::string& text) {
    if (text.find_first_of("\\{") == std::string::npos) return;
    std::string plain;
    std::vector<std::string_view> unknown;
    latex::append_unicode(plain, text, {}, &unknown);
    if (unknown.empty() && !plain.empty()) text = std::move(plain);
}

// Records that came into Mendeley from BibTeX keep their TeX there: "{\"{U}}ber die {DDR}".
void undress(Item& item) {
    for (auto& [variable, text] : item.texts)
        if (variable != Variable::URL && variable != Variable::DOI) undress(text);
    for (auto& [variable, names] : item.names)
        for (auto& name : names)
            for (auto* part : {&name.family, &name.given, &name.literal}) undress(*part);
}

// CSL's citation object: `citationItems`, each with its record in `itemData`.
EmbeddedCitation read_csl_citation(std::string_view text, std::string producer) {
    EmbeddedCitation citation;
    citation.producer = std::move(producer);
    auto const root = json::read(text);
    if (!root) return citation;
    auto const* cited = root->find("citationItems");
    auto const* array = cited ? cited->array() : nullptr;
    if (!array) return citation;
    json::Writer records;
    records.begin_array();
    for (auto const& element : *array) {
        if (citation.key.empty()) citation.key = first_uri(element);
        if (auto const* data = element.find("itemData"); data && data->object()) records.value(*data);
    }
    records.end_array();
    if (auto items = read_items(records.text(), "csl-json")) citation.items = std::move(items->value);
    if (citation.producer == "mendeley")
        for (auto& item : citation.items) undress(item);
    return citation;
}

}  // namespace

std::optional<EmbeddedCitation> read_field_citation(std::string_view code, std::string_view data) {
    code = trim(code);
    if (code.substr(0, 5) == "ADDIN") code = trim(code.substr(5));
    if (code.substr(0, 11) == "ZOTERO_ITEM") return read_csl_citation(json_of(code), "zotero");
    if (code.substr(0, 12) == "CSL_CITATION" || code.substr(0, 17) == "Mendeley Citation")
        return read_csl_citation(json_of(code), "mendeley");
    if (code.substr(0, citavi_mark.size()) == citavi_mark) {
        auto const end = code.find('}');
        if (end == std::string_view::npos) return std::nullopt;
        auto const json = from_base64(code.substr(citavi_mark.size(), end - citavi_mark.size()));
        return json ? read_citavi_placeholder(*json) : std::nullopt;
    }
    if (code.substr(0, 7) == "EN.CITE") {
        auto const xml = from_first(code, '<');
        if (!xml.empty()) return read_endnote_citation(xml);
        auto decoded = from_base64(data);
        if (!decoded) return std::nullopt;
        auto const begin = decoded->find('<');
        if (begin == std::string::npos) return std::nullopt;
        auto const end = decoded->find('\0', begin);
        return read_endnote_citation(decoded->substr(begin, end == std::string::npos ? end : end - begin));
    }
    return std::nullopt;
}

std::optional<EmbeddedCitation> read_control_citation(std::string_view tag) {
    if (tag.substr(0, mendeley_tag.size()) != mendeley_tag) return std::nullopt;
    auto const json = from_base64(tag.substr(mendeley_tag.size()));
    if (!json) return std::nullopt;
    return read_csl_citation(*json, "mendeley");
}

}  // namespace fonds
