// A .bib file in: its encoding, its entries one by one, what stands between them.

#include <algorithm>

#include "base/diagnostic.hpp"
#include "base/encodings.hpp"
#include "base/in_order.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "format/bibtex.hpp"
#include "format/bibtex_item.hpp"
#include "format/bibtex_scan.hpp"
#include "model/record_string.hpp"

namespace fonds {
namespace {

using std::string_view;

Diagnostic encoding_guess(std::size_t offset) {
    return make_diagnostic("encoding-guessed", Severity::warning, {offset, offset + 1},
                           "the file is not UTF-8; it is read as Latin-1 (windows-1252)");
}

// The lossless field of fonds, where the entry has one.
Item with_lossless(Item item, bibtex::Slots const& slots, std::vector<Diagnostic>& diagnostics) {
    for (auto const& own : slots.own)
        if (own.slot == static_cast<int>(BibField::verbc) && is_record_string(own.field->value))
            return restore_bibtex(std::move(item), own.field->value, own.field->span, diagnostics);
    return item;
}

// The text of an entry and what stands before it.
class SourceKeeper {
  public:
    SourceKeeper(string_view text, string_view format) : text_(text), format_(format) {}

    void add(Item& item, bibtex::Entry const& entry, bool last) {
        auto const print = source_fingerprint(item);
        keep(item, "@before", text_.substr(end_, entry.span.begin - end_));
        keep(item, concat("@source:", print), text_.substr(entry.span.begin, entry.span.size()));
        end_ = entry.span.end;
        if (last) keep(item, "@after", text_.substr(end_));
    }

  private:
    void keep(Item& item, std::string name, string_view value) {
        item.foreign.push_back({std::string(format_), std::move(name), std::string(value)});
    }
    string_view text_;
    string_view format_;
    std::size_t end_ = 0;
};

using EntryRow = std::vector<bibtex::Entry const*>;

// Those that are records of their own; @xdata is only there for others to inherit from.
EntryRow entries_of(bibtex::File const& file) {
    EntryRow row;
    row.reserve(file.entries.size());
    for (auto const& entry : file.entries)
        if (!bibtex::equal_ignoring_case(entry.type, "xdata")) row.push_back(&entry);
    return row;
}

// Entries that one thread makes items of at a time: enough that handing them over costs nothing beside it.
constexpr std::size_t batch_size = 64;

struct Batch {
    std::size_t first = 0;
    Items items;
    std::vector<Diagnostic> diagnostics;
};

// Makes items of a file's entries. Its functions change nothing that they share.
class BatchReader {
  public:
    BatchReader(bibtex::File const& file, bibtex::KeyIndex const& keys, EntryRow const& entries,
                ReadOptions const& options)
        : file_(file), keys_(keys), entries_(entries), options_{options.sentence_case} {}

    [[nodiscard]] std::size_t count() const { return (entries_.size() + batch_size - 1) / batch_size; }

    Batch operator()(std::size_t index) const {
        Batch batch;
        batch.first = index * batch_size;
        auto const end = std::min(batch.first + batch_size, entries_.size());
        batch.items.resize(end - batch.first);
        bibtex::SlotReader reader(file_, keys_, batch.diagnostics);
        bibtex::Slots slots;
        for (auto i = batch.first; i < end; ++i) {
            auto& item = batch.items[i - batch.first];
            reader.read(*entries_[i], slots);
            bibtex::read_item(*entries_[i], slots, options_, item, batch.diagnostics);
            if (slots.has(BibField::verbc)) item = with_lossless(std::move(item), slots, batch.diagnostics);
        }
        return batch;
    }

  private:
    bibtex::File const& file_;
    bibtex::KeyIndex const& keys_;
    EntryRow const& entries_;
    bibtex::ItemOptions options_;
};

void append(std::vector<Diagnostic>& diagnostics, std::vector<Diagnostic>& more) {
    diagnostics.insert(diagnostics.end(), std::make_move_iterator(more.begin()),
                       std::make_move_iterator(more.end()));
}

void read_entries(string_view text, string_view format, ReadOptions const& options, ItemSink const& sink,
                  std::vector<Diagnostic>& diagnostics) {
    auto file = bibtex::read_file(text);
    append(diagnostics, file.diagnostics);
    bibtex::KeyIndex const keys(file, diagnostics);
    auto const entries = entries_of(file);
    BatchReader const reader(file, keys, entries, options);
    SourceKeeper keeper(text, format);
    auto const deliver = [&](Batch batch) {
        append(diagnostics, batch.diagnostics);
        for (std::size_t i = 0; i < batch.items.size(); ++i) {
            auto const at = batch.first + i;
            if (options.keep_source) keeper.add(batch.items[i], *entries[at], at + 1 == entries.size());
            sink(std::move(batch.items[i]));
        }
    };
    InOrder(reader.count(), reader, deliver).run(options.jobs);
}

std::optional<Error> read_text(string_view bytes, string_view format, ReadOptions const& options,
                               ItemSink const& sink, std::vector<Diagnostic>& diagnostics) {
    if (is_valid_utf8(bytes)) {
        read_entries(bytes, format, options, sink, diagnostics);
        return std::nullopt;
    }
    diagnostics.push_back(encoding_guess(first_ill_formed(bytes)));
    read_entries(from_latin1(bytes), format, options, sink, diagnostics);
    return std::nullopt;
}

// The part of a file that is looked at to tell its format.
constexpr std::size_t head_size = 65536;

bool is_bib(string_view head) {
    auto const first = first_character(head);
    if (first == '<' || first == '[') return false;
    for (auto at = head.find('@'); at != string_view::npos; at = head.find('@', at + 1)) {
        auto p = at + 1;
        while (p < head.size() && is_ascii_letter(head[p])) ++p;
        if (p == at + 1) continue;
        while (p < head.size() && is_ascii_space(head[p])) ++p;
        if (p < head.size() && (head[p] == '{' || head[p] == '(') &&
            (at == 0 || !is_ascii_letter(head[at - 1])))
            return true;
    }
    return false;
}

// "name =" anywhere; `head` in small letters.
bool has_field(string_view head, string_view name) {
    for (auto at = head.find(name); at != string_view::npos; at = head.find(name, at + 1)) {
        auto p = at + name.size();
        while (p < head.size() && is_ascii_space(head[p])) ++p;
        if (p < head.size() && head[p] == '=' &&
            (at == 0 || is_ascii_space(head[at - 1]) || head[at - 1] == ','))
            return true;
    }
    return false;
}

bool is_classic(string_view bytes) {
    auto const head = ascii_lower(bytes.substr(0, head_size));
    for (string_view const name : {"date", "journaltitle", "location", "langid", "urldate", "eprinttype"})
        if (has_field(head, name)) return false;
    return has_field(head, "year");
}

}  // namespace

bool sniff_biblatex(string_view bytes) { return is_bib(bytes.substr(0, head_size)) && !is_classic(bytes); }

bool sniff_bibtex(string_view bytes) { return is_bib(bytes.substr(0, head_size)) && is_classic(bytes); }

std::optional<Error> read_bibtex(string_view bytes, ReadOptions const& options, ItemSink const& sink,
                                 std::vector<Diagnostic>& diagnostics) {
    return read_text(bytes, "bibtex", options, sink, diagnostics);
}

std::optional<Error> read_biblatex(string_view bytes, ReadOptions const& options, ItemSink const& sink,
                                   std::vector<Diagnostic>& diagnostics) {
    return read_text(bytes, "biblatex", options, sink, diagnostics);
}

}  // namespace fonds
