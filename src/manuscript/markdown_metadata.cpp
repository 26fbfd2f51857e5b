// What the metadata of a Markdown text says about its bibliography (pandoc's manual, "Specifying
// bibliographic data").

#include "manuscript/markdown_metadata.hpp"

#include <fonds/formats.hpp>

#include "wire/yaml.hpp"

namespace fonds {
namespace {

void add_name(Document& document, json::Value const& value, std::size_t begin) {
    auto const name = value.text();
    if (!name || name->empty()) return;
    auto const at = begin + value.offset();
    document.bibliographies.push_back({std::string(*name), {at, at + name->size()}});
}

}  // namespace

void read_markdown_metadata(Document& document, Span yaml) {
    auto const text = slice(document.parts.front().bytes, yaml);
    bool has_records = false;
    auto const ignored = yaml::read_each(text, [&](json::Value const& metadata) {
        if (auto const* named = metadata.find("bibliography")) {
            if (auto const* list = named->array())
                for (auto const& one : *list) add_name(document, one, yaml.begin);
            else add_name(document, *named, yaml.begin);
        }
        has_records = has_records || metadata.find("references") != nullptr;
    });
    if (ignored || !has_records) return;
    if (auto records = read_items(text, "csl-yaml"))
        document.bibliography.add({{}, std::move(records->value)});
}

}  // namespace fonds
