// Files of CSL-JSON: an array of records, or a record a line.

#include <unordered_set>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "format/csl_json.hpp"
#include "format/json_records.hpp"

namespace fonds {

bool sniff_csl_json(std::string_view bytes) {
    char const first = first_character(bytes);
    if (first != '[' && first != '{') return false;
    auto const head = bytes.substr(0, 65536);
    auto const has = [&](std::string_view key) { return head.find(key) != std::string_view::npos; };
    return (has("\"id\"") || has("\"title\"") || has("\"author\"")) && !has("\"itemType\"") &&
           !has("\"note\": {");
}

namespace {

Diagnostic damage(std::size_t offset, std::string message) {
    return make_diagnostic("malformed-json", Severity::error, {offset, offset + 1}, std::move(message));
}

// Delivers records and tells of ids that come twice.
class Delivery {
  public:
    Delivery(ItemSink const& sink, std::vector<Diagnostic>& diagnostics)
        : sink_(sink), diagnostics_(diagnostics) {}

    // `begin`: where the text that the value's offsets count from begins.
    void add(json::Value const& value, std::size_t begin) {
        auto item = read_csl_json(value, diagnostics_, begin);
        auto const at = begin + value.offset();
        if (!item.id.empty() && !ids_.insert(item.id).second)
            diagnostics_.push_back(
                make_diagnostic("duplicate-key", Severity::error, {at, at + 1},
                                concat("“", item.id, "” is the id of an earlier record too; both are kept")));
        sink_(std::move(item));
    }

  private:
    ItemSink const& sink_;
    std::vector<Diagnostic>& diagnostics_;
    std::unordered_set<std::string> ids_;
};

}  // namespace

std::optional<Error> read_csl_json_file(std::string_view bytes, ReadOptions const&, ItemSink const& sink,
                                        std::vector<Diagnostic>& diagnostics) {
    if (trim(bytes).empty()) return std::nullopt;
    Delivery delivery(sink, diagnostics);
    JsonRecords records;
    records.add = [&](json::Value const& value) {
        // Zotero's web API and some exporters wrap the array: {"items": [...]}.
        auto const* items = value.find("items");
        if (items && items->array() && !value.find("type"))
            for (auto const& element : *items->array()) delivery.add(element, 0);
        else delivery.add(value, 0);
    };
    records.is_record = [](json::Value const& value) { return value.find("id") || value.find("type"); };
    records.damage = [&](Error const& error) {
        diagnostics.push_back(damage(error.offset, concat(error.message, behind_damage)));
    };
    return read_json_records(bytes, records);
}

std::optional<Error> read_ndjson_file(std::string_view bytes, ReadOptions const&, ItemSink const& sink,
                                      std::vector<Diagnostic>& diagnostics) {
    Delivery delivery(sink, diagnostics);
    for (std::size_t begin = 0; begin < bytes.size();) {
        auto const end = std::min(bytes.find('\n', begin), bytes.size());
        auto const line = bytes.substr(begin, end - begin);
        if (!trim(line).empty()) {
            auto const value = json::read(line);
            if (value) delivery.add(*value, begin);
            else
                diagnostics.push_back(damage(begin + value.error().offset,
                                             concat(value.error().message, "; this line is left out: ",
                                                    std::string_view(line).substr(0, 80))));
        }
        begin = end + 1;
    }
    return std::nullopt;
}

}  // namespace fonds
