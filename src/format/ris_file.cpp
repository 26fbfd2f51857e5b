// RIS in: the lines of a file as records.

#include <algorithm>

#include "base/diagnostic.hpp"
#include "base/encodings.hpp"
#include "base/text.hpp"
#include "format/field_text.hpp"
#include "format/ris.hpp"
#include "model/record_string.hpp"

namespace fonds {
namespace ris {
namespace {

bool is_tag_character(char c) { return (c >= 'A' && c <= 'Z') || is_digit(c); }

// What databases write around their records: "Provider: JSTOR" before the first, a number before each, "EOF"
// behind the last.
bool is_wrapping(std::string_view line) {
    line = trim(line);
    if (line.empty() || line == "EOF") return true;
    auto const word = std::min(line.find_first_of(line.ends_with('.') ? "." : ":"), line.size());
    auto const start = line.substr(0, word);
    if (line.ends_with('.') && word + 1 == line.size()) return is_all_digits(start);
    return word < line.size() && !start.empty() && std::all_of(start.begin(), start.end(), is_ascii_letter);
}

// Lines to records: each is delivered when its end, the next beginning or the end of the file is seen.
class FileReader {
  public:
    FileReader(RecordSink const& sink, std::vector<Diagnostic>& diagnostics)
        : sink_(sink), diagnostics_(diagnostics) {}

    void read(std::string_view text) {
        std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
        while (at < text.size()) {
            auto const end = std::min(text.find_first_of("\r\n", at), text.size());
            read_line(text.substr(at, end - at), at);
            at = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
        }
        if (!open_) return;
        report("missing-end", Severity::warning, text.size(),
               "the file ends inside a record; end it with “ER  - ”");
        finish();
    }

  private:
    void report(std::string_view rule, Severity severity, std::size_t end, std::string message) {
        diagnostics_.push_back(make_diagnostic(rule, severity, {start_, end}, std::move(message)));
    }

    void read_line(std::string_view line, std::size_t offset) {
        auto const indent = line.find_first_not_of(" \t");
        bool const tagged =
            indent != std::string_view::npos && indent < 3 && is_tagged_line(line.substr(indent));
        if (!tagged) return continue_field(line, offset);
        line.remove_prefix(indent);
        auto const tag = line.substr(0, 2);
        auto const value = trim(line.substr(line.find('-') + 1));
        if (tag == "ER") return end_record(offset);
        if (tag == "TY") begin_record(offset);
        if (!open_) return stray(offset, line);
        fields_.push_back({tag, std::string(value), offset});
    }

    void begin_record(std::size_t offset) {
        if (open_) {
            report("missing-end", Severity::warning, offset,
                   "a record has no end before the next one begins");
            finish();
        }
        open_ = true;
        start_ = offset;
    }

    void end_record(std::size_t offset) {
        if (!open_) return stray(offset, "ER");
        finish();
    }

    // Blank lines inside a note or abstract are its own.
    void continue_field(std::string_view line, std::size_t offset) {
        auto const content = trim(line);
        if (!open_ || fields_.empty()) {
            if (!content.empty()) stray(offset, content);
            return;
        }
        if (content.empty()) ++blank_lines_;
        else fields_.back().value += std::string(blank_lines_ + 1, '\n') + std::string(content);
        if (!content.empty()) blank_lines_ = 0;
    }

    void stray(std::size_t offset, std::string_view text) {
        if (stray_reported_ || is_wrapping(text)) return;
        stray_reported_ = true;
        diagnostics_.push_back(make_diagnostic("text-outside-record", Severity::error,
                                               {offset, offset + text.size()},
                                               "text before “TY  - ” belongs to no record and is not read"));
    }

    void finish() {
        Field const* string = nullptr;
        auto item = read_fields(fields_, string);
        auto const& type = fields_.front();
        if (!find_type(type.value))
            diagnostics_.push_back(make_diagnostic(
                "unknown-type", Severity::warning, {type.offset, type.offset + 6 + type.value.size()},
                concat("“", type.value, "” is no RIS type; read as a document")));
        if (string != nullptr)
            item =
                restore_lossless(form, std::move(item), string->value,
                                 {string->offset, string->offset + 6 + string->value.size()}, diagnostics_);
        if (string != nullptr && !parse_record_string(string->value))
            item.foreign.push_back({"ris", std::string(string->tag), string->value});
        sink_(std::move(item));
        fields_.clear();
        blank_lines_ = 0;
        open_ = false;
        stray_reported_ = false;
    }

    RecordSink const& sink_;
    std::vector<Diagnostic>& diagnostics_;
    std::vector<Field> fields_;
    std::size_t start_ = 0;
    std::size_t blank_lines_ = 0;
    bool open_ = false;
    bool stray_reported_ = false;
};

}  // namespace

bool is_tagged_line(std::string_view line) {
    if (line.size() < 4 || !is_tag_character(line[0]) || is_digit(line[0]) || !is_tag_character(line[1]))
        return false;
    std::size_t at = 2;
    while (at < line.size() && line[at] == ' ') ++at;
    if (at < 3 || at > 4 || at >= line.size() || line[at] != '-') return false;
    return at + 1 == line.size() || line[at + 1] == ' ';
}

Item read_record(std::string_view text) {
    Item item;
    std::vector<Diagnostic> diagnostics;
    RecordSink const sink(nullptr, [&](Draft&& read) { item = std::move(*read.record); });
    FileReader(sink, diagnostics).read(text);
    return item;
}

}  // namespace ris

bool sniff_ris(std::string_view bytes) {
    bytes = without_byte_order_mark(bytes);
    for (auto const line : split(bytes.substr(0, 4096), '\n'))
        if (auto const text = trim(line); !ris::is_wrapping(text))
            return text.starts_with("TY ") && ris::is_tagged_line(text);
    return false;
}

std::optional<Error> read_ris_file(std::string_view bytes, ReadOptions const&, RecordSink const& sink,
                                   std::vector<Diagnostic>& diagnostics) {
    std::string storage;
    ris::FileReader(sink, diagnostics).read(decode_text(bytes, storage, diagnostics));
    return std::nullopt;
}

}  // namespace fonds
