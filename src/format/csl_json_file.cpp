// Files of CSL-JSON: an array of records, or a record a line.

#include <algorithm>
#include <atomic>
#include <iterator>

#include "base/diagnostic.hpp"
#include "base/flat_table.hpp"
#include "base/in_order.hpp"
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

struct Found {
    Draft draft;
    std::vector<Diagnostic> diagnostics;
    std::size_t id_offset = 0;
};

// `begin`: where the text that the value's offsets count from begins.
Found read_found(json::Value const& value, RecordSink const& sink, std::size_t begin = 0) {
    Found found;
    found.draft = sink.draft(read_csl_json(value, found.diagnostics, begin));
    if (auto const* id = value.find("id")) found.id_offset = begin + id->offset();
    return found;
}

// Zotero's web API and some exporters wrap the array: {"items": [...]}.
template <class Add>
void for_each_record(json::Value const& value, RecordSink const& sink, Add const& add) {
    auto const* items = value.find("items");
    if (items && items->array() && !value.find("type"))
        for (auto const& element : *items->array()) add(read_found(element, sink));
    else add(read_found(value, sink));
}

// Delivers records and tells of ids that come twice.
class Delivery {
  public:
    Delivery(RecordSink const& sink, std::vector<Diagnostic>& diagnostics)
        : sink_(sink), diagnostics_(diagnostics) {}

    void add(Found&& found) {
        auto const& id = found.draft.id;
        std::move(found.diagnostics.begin(), found.diagnostics.end(), std::back_inserter(diagnostics_));
        if (!id.empty() && !ids_.insert(id))
            diagnostics_.push_back(
                make_diagnostic("duplicate-key", Severity::error, {found.id_offset, found.id_offset + 1},
                                concat("“", id, "” is the id of an earlier record too; both are kept")));
        sink_.take(std::move(found.draft));
    }

  private:
    RecordSink const& sink_;
    std::vector<Diagnostic>& diagnostics_;
    SeenTexts ids_;
};

// Enough that handing the records over costs nothing beside reading them.
constexpr std::size_t piece_size = 32768;
// Less is read as soon by one thread, and with a tenth less work for all of them.
constexpr std::size_t worth_several_threads = std::size_t{1} << 20U;

struct Piece {
    std::size_t begin = 0;
    std::vector<Found> records;
    std::optional<Error> error;
};

Piece read_piece(std::string_view bytes, std::string_view piece, RecordSink const& sink) {
    Piece out;
    out.begin = static_cast<std::size_t>(piece.data() - bytes.data());
    out.error = json::read_piece(bytes, piece, [&](json::Value const& value) {
        for_each_record(value, sink, [&](Found&& found) { out.records.push_back(std::move(found)); });
    });
    return out;
}

}  // namespace

std::optional<Error> read_csl_json_file(std::string_view bytes, ReadOptions const& options,
                                        RecordSink const& sink, std::vector<Diagnostic>& diagnostics) {
    if (trim(bytes).empty()) return std::nullopt;
    Delivery delivery(sink, diagnostics);
    JsonRecords records;
    records.add = [&](json::Value const& value) {
        for_each_record(value, sink, [&](Found&& found) { delivery.add(std::move(found)); });
    };
    records.is_record = [](json::Value const& value) { return value.find("id") || value.find("type"); };
    records.damage = [&](Error const& error) {
        diagnostics.push_back(damage(error.offset, concat(error.message, behind_damage)));
    };
    auto const pieces = options.jobs > 1 && bytes.size() > worth_several_threads
                            ? json::part_array(bytes, piece_size)
                            : json::Pieces();
    if (pieces.whole.empty()) return read_json_records(bytes, records);
    auto rest = pieces.rest;
    bool any = false;
    std::atomic<bool> is_damaged = false;
    auto const make = [&](std::size_t i) {
        return is_damaged ? Piece() : read_piece(bytes, pieces.whole[i], sink);
    };
    auto const deliver = [&](Piece& piece) {
        if (is_damaged) return;
        if (piece.error) {
            is_damaged = true;
            rest = piece.begin;
        } else {
            any = true;
            for (auto& record : piece.records) delivery.add(std::move(record));
        }
    };
    InOrder(pieces.whole.size(), make, deliver).run(options.jobs);
    auto const error = json::read_rest(bytes, rest, [&](json::Value const& value) {
        any = true;
        records.add(value);
    });
    return error ? read_behind_damage(bytes, *error, any, records) : std::nullopt;
}

namespace {

// Lines of a file, whole ones.
struct Lines {
    std::vector<Found> records;
    std::vector<Diagnostic> damages;
};

std::vector<std::string_view> part_lines(std::string_view bytes) {
    std::vector<std::string_view> out;
    while (!bytes.empty()) {
        auto const end = bytes.size() > piece_size ? bytes.find('\n', piece_size) : bytes.size();
        out.push_back(bytes.substr(0, std::min(end, bytes.size() - 1) + 1));
        bytes.remove_prefix(out.back().size());
    }
    return out;
}

Lines read_lines(std::string_view bytes, std::string_view lines, RecordSink const& sink) {
    Lines out;
    auto begin = static_cast<std::size_t>(lines.data() - bytes.data());
    for (auto const line : split(lines, '\n')) {
        if (!trim(line).empty()) {
            auto const value = json::read(line);
            if (value) out.records.push_back(read_found(*value, sink, begin));
            else
                out.damages.push_back(
                    damage(begin + value.error().offset,
                           concat(value.error().message, "; this line is left out: ", line.substr(0, 80))));
        }
        begin += line.size() + 1;
    }
    return out;
}

}  // namespace

std::optional<Error> read_ndjson_file(std::string_view bytes, ReadOptions const& options,
                                      RecordSink const& sink, std::vector<Diagnostic>& diagnostics) {
    Delivery delivery(sink, diagnostics);
    auto const pieces = part_lines(bytes);
    auto const make = [&](std::size_t i) { return read_lines(bytes, pieces[i], sink); };
    auto const deliver = [&](Lines& lines) {
        std::move(lines.damages.begin(), lines.damages.end(), std::back_inserter(diagnostics));
        for (auto& record : lines.records) delivery.add(std::move(record));
    };
    InOrder(pieces.size(), make, deliver).run(options.jobs);
    return std::nullopt;
}

}  // namespace fonds
