// A .bib file in: its encoding, its entries one by one, what stands between them.

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "format/bibtex.hpp"
#include "format/bibtex_item.hpp"
#include "model/record_string.hpp"

namespace fonds {
namespace {

using std::string_view;

Diagnostic encoding_guess(std::size_t offset) {
    Diagnostic diagnostic;
    diagnostic.rule = "encoding-guessed";
    diagnostic.message = "the file is not UTF-8; it is read as Latin-1 (windows-1252)";
    diagnostic.span = {offset, offset + 1};
    return diagnostic;
}

std::size_t first_invalid(string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        auto const point = decode(bytes, at);
        if (point.size == 1) return at;
        at += point.size;
    }
    return at;
}

bool equals_small(string_view word, string_view small) {
    if (word.size() != small.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i)
        if (ascii_lower(word[i]) != small[i]) return false;
    return true;
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

bool is_data(bibtex::Entry const& entry) { return equals_small(entry.type, "xdata"); }

void read_entries(string_view text, string_view format, ReadOptions const& options, ItemSink const& sink,
                  std::vector<Diagnostic>& diagnostics) {
    auto file = bibtex::read_file(text);
    diagnostics.insert(diagnostics.end(), std::make_move_iterator(file.diagnostics.begin()),
                       std::make_move_iterator(file.diagnostics.end()));
    bibtex::SlotReader reader(file, diagnostics);
    bibtex::Slots slots;
    SourceKeeper keeper(text, format);
    auto last = file.entries.size();
    while (last > 0 && is_data(file.entries[last - 1])) --last;
    for (std::size_t i = 0; i < last; ++i) {
        auto const& entry = file.entries[i];
        if (is_data(entry)) continue;
        Item item;
        reader.read(entry, slots);
        bibtex::read_item(entry, slots, {options.sentence_case}, item, diagnostics);
        if (slots.has(BibField::verbc)) item = with_lossless(std::move(item), slots, diagnostics);
        if (options.keep_source) keeper.add(item, entry, i + 1 == last);
        sink(std::move(item));
    }
}

std::optional<Error> read_text(string_view bytes, string_view format, ReadOptions const& options,
                               ItemSink const& sink, std::vector<Diagnostic>& diagnostics) {
    if (is_valid_utf8(bytes)) {
        read_entries(bytes, format, options, sink, diagnostics);
        return std::nullopt;
    }
    diagnostics.push_back(encoding_guess(first_invalid(bytes)));
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
