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

using EntryRow = std::vector<bibtex::Entry const*>;

// Those that are records of their own; @xdata is only there for others to inherit from.
EntryRow entries_of(bibtex::File const& file) {
    EntryRow row;
    row.reserve(file.entries.size());
    for (auto const& entry : file.entries)
        if (!bibtex::equal_ignoring_case(entry.type, "xdata")) row.push_back(&entry);
    return row;
}

// A file whose entries are made items of.
struct Library {
    string_view text, format;
    bibtex::File const& file;
    bibtex::KeyIndex const& keys;
    EntryRow entries;
};

// Keeps the text of an entry and what stands before it, since the entry before.
void keep_source(Library const& library, std::size_t index, Item& item) {
    auto const print = source_fingerprint(item);
    auto const keep = [&](std::string name, std::size_t begin, std::size_t end) {
        item.foreign.push_back({std::string(library.format), std::move(name),
                                std::string(library.text.substr(begin, end - begin))});
    };
    auto const& entry = *library.entries[index];
    keep("@before", index > 0 ? library.entries[index - 1]->span.end : 0, entry.span.begin);
    keep(concat("@source:", print), entry.span.begin, entry.span.end);
    if (index + 1 == library.entries.size()) keep("@after", entry.span.end, library.text.size());
}

// Entries that one thread makes items of at a time: enough that handing them over costs nothing beside it.
constexpr std::size_t batch_size = 64;

struct Batch {
    std::vector<Draft> drafts;
    std::vector<Diagnostic> diagnostics;
};

// Makes items of a library's entries. Its functions change nothing that they share.
class BatchReader {
  public:
    BatchReader(Library const& library, ReadOptions const& options, RecordSink const& sink)
        : library_(library),
          options_{options.sentence_case},
          keeps_source_(options.keep_source),
          sink_(sink) {}

    [[nodiscard]] std::size_t count() const {
        return (library_.entries.size() + batch_size - 1) / batch_size;
    }

    Batch operator()(std::size_t index) const {
        Batch batch;
        auto const first = index * batch_size;
        auto const end = std::min(first + batch_size, library_.entries.size());
        batch.drafts.reserve(end - first);
        bibtex::SlotReader reader(library_.file, library_.keys, batch.diagnostics);
        bibtex::Slots slots;
        for (auto i = first; i < end; ++i) {
            Item item;
            auto const& entry = *library_.entries[i];
            reader.read(entry, slots);
            bibtex::read_item(entry, slots, options_, item, batch.diagnostics);
            if (slots.has(BibField::verbc)) item = with_lossless(std::move(item), slots, batch.diagnostics);
            if (keeps_source_) keep_source(library_, i, item);
            batch.drafts.push_back(sink_.draft(std::move(item)));
        }
        return batch;
    }

  private:
    Library const& library_;
    bibtex::ItemOptions options_;
    bool keeps_source_;
    RecordSink const& sink_;
};

void append(std::vector<Diagnostic>& diagnostics, std::vector<Diagnostic>& more) {
    diagnostics.insert(diagnostics.end(), std::make_move_iterator(more.begin()),
                       std::make_move_iterator(more.end()));
}

void read_entries(string_view text, string_view format, ReadOptions const& options, RecordSink const& sink,
                  std::vector<Diagnostic>& diagnostics) {
    auto file = bibtex::read_file(text);
    append(diagnostics, file.diagnostics);
    bibtex::KeyIndex const keys(file, diagnostics);
    Library const library{text, format, file, keys, entries_of(file)};
    BatchReader const reader(library, options, sink);
    auto const deliver = [&](Batch& batch) {
        append(diagnostics, batch.diagnostics);
        for (auto& draft : batch.drafts) sink.take(std::move(draft));
    };
    InOrder(reader.count(), reader, deliver).run(options.jobs);
}

std::optional<Error> read_text(string_view bytes, string_view format, ReadOptions const& options,
                               RecordSink const& sink, std::vector<Diagnostic>& diagnostics) {
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

std::optional<Error> read_bibtex(string_view bytes, ReadOptions const& options, RecordSink const& sink,
                                 std::vector<Diagnostic>& diagnostics) {
    return read_text(bytes, "bibtex", options, sink, diagnostics);
}

std::optional<Error> read_biblatex(string_view bytes, ReadOptions const& options, RecordSink const& sink,
                                   std::vector<Diagnostic>& diagnostics) {
    return read_text(bytes, "biblatex", options, sink, diagnostics);
}

}  // namespace fonds
