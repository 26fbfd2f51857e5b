// CSL-YAML in and out, by way of CSL-JSON's tree.

#include "format/csl_yaml.hpp"

#include <algorithm>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "format/csl_json.hpp"
#include "format/field_text.hpp"
#include "format/markdown_text.hpp"
#include "format/record_ids.hpp"
#include "wire/yaml.hpp"

namespace fonds {
namespace {

// Addresses and numbers that pandoc does not read as Markdown.
bool is_verbatim(Variable variable) {
    switch (variable) {
        case Variable::DOI:
        case Variable::ISBN:
        case Variable::ISSN:
        case Variable::PMCID:
        case Variable::PMID:
        case Variable::URL:
        case Variable::citation_key: return true;
        default: return false;
    }
}

using Convert = std::string (*)(std::string_view);

// Records between YAML and CSL-JSON: what is written otherwise in one is made anew in a memory, the rest
// stays.
class Translation {
  public:
    Translation(Convert convert, json::Memory& memory) : convert_(convert), memory_(memory) {}

    [[nodiscard]] json::Value record(json::Value const& value) const {
        return map_members(value, [&](json::Member const& member) {
            auto const variable = find_variable(member.name);
            if (!variable || is_verbatim(*variable)) return member.value;
            switch (kind_of(*variable)) {
                case VariableKind::names: return names(member.value);
                case VariableKind::date: return modern_date(member.value);
                default: return strings(member.value);
            }
        });
    }

  private:
    template <class Map>
    [[nodiscard]] json::Value map_members(json::Value const& value, Map const& map) const {
        if (!value.object()) return value;
        std::vector<json::Member> members(value.object()->begin(), value.object()->end());
        for (auto& member : members) member.value = map(member);
        return json::Value(memory_.object(members), value.offset());
    }

    template <class Map>
    [[nodiscard]] json::Value map_elements(json::Value const& value, Map const& map) const {
        if (!value.array()) return value;
        std::vector<json::Value> elements(value.array()->begin(), value.array()->end());
        for (auto& element : elements) element = map(element);
        return json::Value(memory_.array(elements), value.offset());
    }

    [[nodiscard]] json::Value string(json::Value const& value) const {
        return value.string() ? json::Value(memory_.keep(convert_(*value.string())), value.offset()) : value;
    }

    // A text, or several.
    [[nodiscard]] json::Value strings(json::Value const& value) const {
        return map_elements(string(value), [&](json::Value const& element) { return string(element); });
    }

    // A name, or several.
    [[nodiscard]] json::Value names(json::Value const& value) const {
        auto const name = [&](json::Value const& one) {
            return map_members(string(one),
                               [&](json::Member const& member) { return strings(member.value); });
        };
        return value.array() ? map_elements(value, name) : name(value);
    }

    // `- year: 2003` beside `month` and `day`: the dates of pandoc-citeproc.
    [[nodiscard]] json::Value date_parts_of(json::Value const& element) const {
        std::vector<json::Value> parts;
        for (std::string_view const name : {"year", "month", "day"}) {
            auto const* part = element.find(name);
            if (part == nullptr || !part->integer()) break;
            parts.push_back(*part);
        }
        return json::Value(memory_.array(parts), element.offset());
    }

    [[nodiscard]] json::Value modern_date(json::Value const& value) const {
        auto const single = value.object() && value.find("year");
        auto const old = single ? json::Array(&value, 1) : value.array() ? *value.array() : json::Array();
        if (old.empty() || !old.front().find("year")) return value;
        std::vector<json::Value> points;
        std::vector<json::Member> date(1);
        for (auto const& element : old) {
            points.push_back(date_parts_of(element));
            for (std::string_view const name : {"season", "circa"})
                if (auto const* extra = element.find(name)) date.push_back({name, *extra, element.offset()});
        }
        date.front() = {"date-parts", json::Value(memory_.array(points), value.offset()), value.offset()};
        return json::Value(memory_.object(date), value.offset());
    }

    Convert convert_;
    json::Memory& memory_;
};

class FileReader {
  public:
    FileReader(RecordSink const& sink, std::vector<Diagnostic>& diagnostics)
        : sink_(sink), diagnostics_(diagnostics) {}

    std::optional<Error> read(std::string_view text) {
        auto const error =
            yaml::read_each(text, [&](json::Value const& document) { read_document(document, 0); });
        if (!error) return std::nullopt;
        auto const before = delivered_;
        if (before == 0) salvage(text);
        if (delivered_ == 0) return error;
        // The text after the header of a Markdown file is no YAML, and no loss.
        if (before != 0 && !text.starts_with("---")) report(*error, 0);
        return std::nullopt;
    }

  private:
    void read_document(json::Value const& document, std::size_t base) {
        auto const* references = document.find("references");
        auto const* list = references ? references->array() : document.array();
        if (list != nullptr)
            for (auto const& record : *list) read_record(record, base);
        else if (document.find("type") || document.find("id")) read_record(document, base);
    }

    void read_record(json::Value const& written, std::size_t base) {
        memory_.clear();
        auto const record = Translation(from_markdown, memory_).record(written);
        auto item = read_csl_json(record, diagnostics_, base);
        ++delivered_;
        sink_(std::move(item));
    }

    void report(Error const& error, std::size_t base) {
        auto const at = base + error.offset;
        diagnostics_.push_back(make_diagnostic("malformed-yaml", Severity::error, {at, at + 1},
                                               error.message + "; the record it stands in is not read"));
    }

    // Each list item by itself: a "- " at the indentation of the first one that begins a mapping.
    void salvage(std::string_view text) {
        std::vector<std::size_t> starts;
        std::size_t indent = std::string_view::npos;
        for (std::size_t at = 0; at < text.size();) {
            auto const end = std::min(text.find('\n', at), text.size());
            auto const line = text.substr(at, end - at);
            auto const dash = line.find_first_not_of(' ');
            bool const item = dash != std::string_view::npos && line.substr(dash).starts_with("- ") &&
                              line.find(':') != std::string_view::npos;
            if (item && indent == std::string_view::npos) indent = dash;
            if (item && dash == indent) starts.push_back(at);
            at = end + 1;
        }
        starts.push_back(text.size());
        for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
            auto const piece = text.substr(starts[i], starts[i + 1] - starts[i]);
            auto const base = starts[i];
            auto const error =
                yaml::read_each(piece, [&](json::Value const& document) { read_document(document, base); });
            if (error) report(*error, base);
        }
    }

    RecordSink const& sink_;
    std::vector<Diagnostic>& diagnostics_;
    json::Memory memory_;  // of one record
    std::size_t delivered_ = 0;
};

class FileWriter : public RecordWriter {
  public:
    explicit FileWriter(bool plain) : plain_(plain) {}

    void begin(std::string& out) override { out += "---\nreferences:\n"; }
    Draft draft(Item const& item) const override {
        Draft out;
        out.needs_record = item.id.empty();  // pandoc asks for one, which depends on those before
        return out.needs_record ? std::move(out) : draft_with_id(item);
    }
    std::vector<std::string> write(Item const* item, Draft&& draft, std::string& out) override {
        if (draft.needs_record) draft = draft_with_id(ids_.named(*item));
        any_ = any_ || !draft.text.empty();
        return RecordWriter::write(item, std::move(draft), out);
    }
    void end(std::string& out) override {
        if (!any_) out += "[]\n";
        out += "...\n";
    }

  private:
    [[nodiscard]] Draft draft_with_id(Item const& item) const {
        Draft out;
        json::Writer writer;
        write_csl_json(writer, item, plain_);
        if (plain_) name_csl_json_losses(writer.text(), item, out.lost);
        auto const record = json::read(writer.text());
        if (!record) return out;
        json::Memory memory;
        auto const translated = Translation(to_markdown, memory).record(*record);
        yaml::append(out.text, json::Value(json::Array(&translated, 1)));
        return out;
    }

    bool plain_;
    bool any_ = false;
    IdMaker ids_;
};

}  // namespace

bool sniff_csl_yaml(std::string_view bytes) {
    auto const head = bytes.substr(0, 4096);
    bool const header = head.starts_with("---") || head.find("references:") != std::string_view::npos ||
                        trim(head).starts_with("- ");
    auto const has = [&](std::string_view key) { return head.find(key) != std::string_view::npos; };
    return header &&
           (has("\n  type:") || has("- type:") || has("\n  id:") || has("- id:") || has("\n    type:"));
}

std::optional<Error> read_csl_yaml_file(std::string_view bytes, ReadOptions const&, RecordSink const& sink,
                                        std::vector<Diagnostic>& diagnostics) {
    std::string storage;
    return FileReader(sink, diagnostics).read(decode_text(bytes, storage, diagnostics));
}

std::unique_ptr<RecordWriter> make_csl_yaml_writer(WriteOptions const& options) {
    return std::make_unique<FileWriter>(options.plain);
}

}  // namespace fonds
