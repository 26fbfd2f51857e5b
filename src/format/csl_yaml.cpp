// CSL-YAML in and out, by way of CSL-JSON's tree.

#include "format/csl_yaml.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "format/csl_json.hpp"
#include "format/field_text.hpp"
#include "format/markdown_text.hpp"
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
        case Variable::citation_key:
            return true;
        default:
            return false;
    }
}

using Convert = std::string (*)(std::string_view);

void convert_strings(json::Value& value, Convert convert) {
    if (auto* text = std::get_if<std::string>(&value.data())) *text = convert(*text);
    if (auto* array = std::get_if<json::Array>(&value.data()))
        for (auto& element : *array)
            if (element.string()) convert_strings(element, convert);
}

void convert_names(json::Value& value, Convert convert) {
    if (auto* array = std::get_if<json::Array>(&value.data()))
        for (auto& element : *array) convert_names(element, convert);
    if (auto* object = std::get_if<json::Object>(&value.data()))
        for (auto& member : *object) convert_strings(member.value, convert);
    convert_strings(value, convert);
}

void convert_texts(json::Value& record, Convert convert) {
    auto* members = std::get_if<json::Object>(&record.data());
    if (members == nullptr) return;
    for (auto& member : *members) {
        auto const variable = find_variable(member.name);
        if (!variable || is_verbatim(*variable)) continue;
        if (kind_of(*variable) == VariableKind::names)
            convert_names(member.value, convert);
        else if (kind_of(*variable) != VariableKind::date)
            convert_strings(member.value, convert);
    }
}

// `- year: 2003` beside `month` and `day`: the dates of pandoc-citeproc.
json::Value date_parts_of(json::Value const& element) {
    json::Array parts;
    for (std::string_view const name : {"year", "month", "day"}) {
        auto const* part = element.find(name);
        if (part == nullptr || !part->integer()) break;
        parts.push_back(*part);
    }
    return json::Value(std::move(parts), element.offset());
}

void modernise_date(json::Value& value) {
    auto const* old = value.array();
    json::Value single(json::Array{value}, value.offset());
    if (value.object() && value.find("year")) old = single.array();
    if (old == nullptr || old->empty() || !(*old)[0].find("year")) return;
    json::Array points;
    json::Object date;
    for (auto const& element : *old) {
        points.push_back(date_parts_of(element));
        for (std::string_view const name : {"season", "circa"})
            if (auto const* extra = element.find(name))
                date.push_back({std::string(name), *extra, element.offset()});
    }
    date.insert(date.begin(), {"date-parts", json::Value(std::move(points), value.offset()), value.offset()});
    value = json::Value(std::move(date), value.offset());
}

void modernise_dates(json::Value& record) {
    auto* members = std::get_if<json::Object>(&record.data());
    if (members == nullptr) return;
    for (auto& member : *members)
        if (auto const variable = find_variable(member.name);
            variable && kind_of(*variable) == VariableKind::date)
            modernise_date(member.value);
}

class FileReader {
  public:
    FileReader(ItemSink const& sink, std::vector<Diagnostic>& diagnostics)
        : sink_(sink), diagnostics_(diagnostics) {}

    std::optional<Error> read(std::string_view text) {
        auto const error = yaml::read_each(text, [&](json::Value&& document) { read_document(document, 0); });
        if (!error) return std::nullopt;
        auto const before = delivered_;
        if (before == 0) salvage(text);
        if (delivered_ == 0) return error;
        // The text after the header of a Markdown file is no YAML, and no loss.
        if (before != 0 && !text.starts_with("---")) report(*error, 0);
        return std::nullopt;
    }

  private:
    void read_document(json::Value& document, std::size_t base) {
        auto* list = std::get_if<json::Array>(&document.data());
        if (auto* members = std::get_if<json::Object>(&document.data()))
            for (auto& member : *members)
                if (member.name == "references") list = std::get_if<json::Array>(&member.value.data());
        if (list != nullptr)
            for (auto& record : *list) read_record(record, base);
        else if (document.find("type") || document.find("id"))
            read_record(document, base);
    }

    void read_record(json::Value& record, std::size_t base) {
        modernise_dates(record);
        convert_texts(record, from_markdown);
        auto const known = diagnostics_.size();
        auto item = read_csl_json(record, diagnostics_);
        for (auto at = known; at < diagnostics_.size(); ++at) {
            diagnostics_[at].span.begin += base;
            diagnostics_[at].span.end += base;
        }
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
                yaml::read_each(piece, [&](json::Value&& document) { read_document(document, base); });
            if (error) report(*error, base);
        }
    }

    ItemSink const& sink_;
    std::vector<Diagnostic>& diagnostics_;
    std::size_t delivered_ = 0;
};

class FileWriter : public RecordWriter {
  public:
    explicit FileWriter(bool plain) : plain_(plain) {}

    void begin(std::string& out) override { out += "---\nreferences:\n"; }
    void write(Item const& item, std::string& out, std::vector<std::string>& lost) override {
        json::Writer writer;
        write_csl_json(writer, item, plain_);
        if (plain_) name_csl_json_losses(writer.text(), item, lost);
        auto record = json::read(writer.text());
        if (!record) return;
        convert_texts(*record, to_markdown);
        yaml::append(out, json::Value(json::Array{std::move(*record)}));
        any_ = true;
    }
    void end(std::string& out) override {
        if (!any_) out += "[]\n";
        out += "...\n";
    }

  private:
    bool plain_;
    bool any_ = false;
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

std::optional<Error> read_csl_yaml_file(std::string_view bytes, ReadOptions const&, ItemSink const& sink,
                                        std::vector<Diagnostic>& diagnostics) {
    std::string storage;
    return FileReader(sink, diagnostics).read(decode_text(bytes, storage, diagnostics));
}

std::unique_ptr<RecordWriter> make_csl_yaml_writer(WriteOptions const& options) {
    return std::make_unique<FileWriter>(options.plain);
}

}  // namespace fonds
