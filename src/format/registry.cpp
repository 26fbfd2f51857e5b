// The table of record formats, and the public verbs over it.

#include "format/registry.hpp"

#include <array>
#include <span>

#include "base/diagnostic.hpp"
#include "base/encodings.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "format/bibtex.hpp"
#include "format/csl_json.hpp"
#include "format/csl_yaml.hpp"
#include "format/ead.hpp"
#include "format/endnote_xml.hpp"
#include "format/marcxml.hpp"
#include "format/mods.hpp"
#include "format/ris.hpp"
#include "format/tagged.hpp"
#include "format/tei.hpp"
#include "format/zotero.hpp"

namespace fonds {
namespace {

/// Delivers records in order; what is wrong becomes diagnostics. An error only where nothing can be read.
using ReadRecords = std::optional<Error> (*)(std::string_view bytes, ReadOptions const& options,
                                             RecordSink const& sink, std::vector<Diagnostic>& diagnostics);
using MakeWriter = std::unique_ptr<RecordWriter> (*)(WriteOptions const& options);

/// A format and its functions; null where it has none.
struct Codec {
    std::string_view name, description, extensions = {};
    bool (*sniff)(std::string_view bytes) = nullptr;  ///< whether the bytes are surely in this format
    ReadRecords read = nullptr;
    MakeWriter writer = nullptr;
    bool by_line = false;
};

/// In the order in which contents are tried.
constexpr auto table = std::to_array<Codec>({
    {.name = "csl-json",
     .description = "CSL-JSON: a JSON array of CSL 1.0.2 items",
     .extensions = "json",
     .sniff = sniff_csl_json,
     .read = read_csl_json_file,
     .writer = make_csl_json_writer},
    {.name = "ndjson",
     .description = "CSL-JSON, one item a line",
     .extensions = "ndjson jsonl",
     .read = read_ndjson_file,
     .writer = make_ndjson_writer,
     .by_line = true},
    {.name = "zotero-json",
     .description = "Zotero JSON: items of its interface, its exports and Better BibTeX",
     .sniff = sniff_zotero_json,
     .read = read_zotero_json_file},
    {.name = "csl-yaml",
     .description = "CSL-YAML: CSL items as pandoc reads them, texts in Markdown",
     .extensions = "yaml yml",
     .sniff = sniff_csl_yaml,
     .read = read_csl_yaml_file,
     .writer = make_csl_yaml_writer},
    {.name = "ris",
     .description = "RIS: tagged records of reference managers and databases",
     .extensions = "ris",
     .sniff = sniff_ris,
     .read = read_ris_file,
     .writer = make_ris_writer},
    {.name = "endnote-xml",
     .description = "EndNote XML",
     .sniff = sniff_endnote_xml,
     .read = read_endnote_xml_file,
     .writer = make_endnote_xml_writer},
    {.name = "mods",
     .description = "MODS 3: the Library of Congress's XML for libraries",
     .extensions = "mods",
     .sniff = sniff_mods,
     .read = read_mods_file,
     .writer = make_mods_writer},
    {.name = "biblatex",
     .description = "BibLaTeX (biber)",
     .extensions = "bib",
     .sniff = sniff_biblatex,
     .read = read_biblatex,
     .writer = make_biblatex_writer},
    {.name = "bibtex",
     .description = "BibTeX, for classic styles",
     .extensions = "bib",
     .sniff = sniff_bibtex,
     .read = read_bibtex,
     .writer = make_bibtex_writer},
    {.name = "biblatex-chicago",
     .description = "BibLaTeX, archives as biblatex-chicago prints them",
     .extensions = "bib",
     .read = read_biblatex,
     .writer = make_biblatex_chicago_writer},
    {.name = "zotero-rdf",
     .description = "Zotero RDF, its export for everything",
     .extensions = "rdf",
     .sniff = sniff_zotero_rdf,
     .read = read_zotero_rdf_file},
    {.name = "tei",
     .description = "TEI P5: biblStruct, bibl and msDesc",
     .extensions = "tei",
     .sniff = sniff_tei,
     .read = read_tei_file,
     .writer = make_tei_writer},
    {.name = "marcxml",
     .description = "MARC 21 in XML: library catalogues",
     .extensions = "marcxml mrcx",
     .sniff = sniff_marcxml,
     .read = read_marcxml_file},
    {.name = "refworks",
     .description = "RefWorks Tagged Format",
     .sniff = sniff_refworks,
     .read = read_refworks_file},
    {.name = "nbib",
     .description = "PubMed's MEDLINE records",
     .extensions = "nbib",
     .sniff = sniff_nbib,
     .read = read_nbib_file},
    {.name = "ead",
     .description = "EAD 2002 and EAD3: finding aids, each described unit a record",
     .extensions = "ead",
     .sniff = sniff_ead,
     .read = read_ead_file},
});

std::span<Format const> descriptions() {
    // Not constexpr: under its sanitizers g++ does not take the address of a function for a constant.
    static auto const all = [] {
        std::array<Format, table.size()> described;
        for (std::size_t i = 0; i < table.size(); ++i) {
            auto const& codec = table[i];
            described[i] = {.name = codec.name,
                            .description = codec.description,
                            .extensions = codec.extensions,
                            .reads = codec.read != nullptr,
                            .writes = codec.writer != nullptr,
                            .by_line = codec.by_line};
        }
        return described;
    }();
    return all;
}

Format const& description_of(Codec const& codec) {
    return descriptions()[static_cast<std::size_t>(&codec - table.data())];
}

Error no_such_format(std::string_view name) {
    std::string known;
    for (auto const& codec : table) known += (known.empty() ? "" : ", ") + std::string(codec.name);
    return {ErrorCode::not_found, concat("no record format “", name, "”; known are ", known), {}, 0};
}

Codec const* find_codec(std::string_view name_or_extension) {
    auto const wanted = ascii_lower(name_or_extension);
    if (wanted.empty()) return nullptr;
    for (auto const& codec : table)
        if (codec.name == wanted) return &codec;
    for (auto const& codec : table)
        for (auto const extension : split(codec.extensions, ' '))
            if (extension == wanted) return &codec;
    return nullptr;
}

/// The codec of a format that has that function; one without it can do no more than what `only` says.
template <class Function>
Result<Codec const*> codec_with(Function Codec::*function, std::string_view format, std::string_view only) {
    auto const* codec = find_codec(format);
    if (codec == nullptr) return no_such_format(format);
    if (codec->*function == nullptr)
        return Error{
            ErrorCode::unsupported, concat("the format ", codec->name, " can only be ", only), {}, 0};
    return codec;
}

Result<Codec const*> codec_for_writing(std::string_view format) {
    return codec_with(&Codec::writer, format, "read");
}

/// That of the name, or the one that the records are in.
Result<Codec const*> codec_for_reading(std::string_view format, std::string_view bytes,
                                       ReadOptions const& options) {
    if (format != "auto") return codec_with(&Codec::read, format, "written");
    if (auto const* detected = detect_format(bytes, options.source)) return find_codec(detected->name);
    return Error{ErrorCode::unsupported, "cannot tell the format of these records; name it", options.source,
                 0};
}

Result<std::vector<Diagnostic>> read_records(Codec const& codec, std::string_view bytes,
                                             ReadOptions const& options, RecordSink const& sink) {
    std::vector<Diagnostic> diagnostics;
    if (auto error = codec.read(bytes, options, sink, diagnostics)) {
        if (error->source.empty()) error->source = options.source;
        return *std::move(error);
    }
    return diagnostics;
}

std::string describe(std::string_view id, std::vector<std::string> const& lost) {
    return concat("“", id.empty() ? "(no id)" : id, "”: ", join(lost, ", "));
}

}  // namespace

char first_character(std::string_view bytes) {
    bytes = without_byte_order_mark(bytes);
    for (char const c : bytes)
        if (!is_ascii_space(c)) return c;
    return '\0';
}

std::span<Format const> formats() { return descriptions(); }

Format const* find_format(std::string_view name_or_extension) {
    auto const* codec = find_codec(name_or_extension);
    return codec ? &description_of(*codec) : nullptr;
}

Format const* sniff_format(std::string_view bytes) {
    for (auto const& codec : table)
        if (codec.sniff != nullptr && codec.sniff(bytes)) return &description_of(codec);
    return nullptr;
}

Format const* detect_format(std::string_view bytes, std::string_view name) {
    auto const extension = extension_of(name);
    auto const* by_name = extension.empty() ? nullptr : find_format(extension);
    if (by_name && by_name->by_line) return by_name;
    auto const* format = sniff_format(bytes);
    if (!format) format = by_name;
    return format && format->reads ? format : nullptr;
}

Result<std::vector<Diagnostic>> for_each_item(std::string_view bytes, std::string_view format,
                                              ItemSink const& sink, ReadOptions const& options) {
    auto const codec = codec_for_reading(format, bytes, options);
    if (!codec) return codec.error();
    return read_records(**codec, bytes, options,
                        {nullptr, [&](Draft&& draft) { sink(std::move(*draft.record)); }});
}

Result<Parsed<Items>> read_items(std::string_view bytes, std::string_view format,
                                 ReadOptions const& options) {
    // A record is rarely shorter; room that nothing is written to costs nothing, and moving items does.
    constexpr std::size_t bytes_of_record = 256;
    Parsed<Items> parsed;
    parsed.value.reserve(bytes.size() / bytes_of_record);
    auto diagnostics = for_each_item(
        bytes, format, [&](Item&& item) { parsed.value.push_back(std::move(item)); }, options);
    if (!diagnostics) return diagnostics.error();
    parsed.diagnostics = *std::move(diagnostics);
    return parsed;
}

struct ItemWriter::State {
    std::unique_ptr<RecordWriter> records;
    bool lossless = false;
    std::string_view format;
    std::string out;
    std::vector<Diagnostic> diagnostics;

    [[nodiscard]] Draft draft(Item&& item) const;
    std::optional<Error> write(Item const* item, Draft&& draft);
};

ItemWriter::ItemWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
ItemWriter::ItemWriter(ItemWriter&&) noexcept = default;
ItemWriter& ItemWriter::operator=(ItemWriter&&) noexcept = default;
ItemWriter::~ItemWriter() = default;

Result<ItemWriter> ItemWriter::create(std::string_view format, WriteOptions const& options) {
    auto const codec = codec_for_writing(format);
    if (!codec) return codec.error();
    auto state = std::make_unique<State>();
    state->records = (*codec)->writer(options);
    state->lossless = options.lossless;
    state->format = (*codec)->name;
    state->records->begin(state->out);
    return ItemWriter(std::move(state));
}

Draft ItemWriter::State::draft(Item&& item) const {
    auto draft = records->draft(item);
    draft.id = item.id;
    if (draft.needs_record) draft.record = std::make_unique<Item>(std::move(item));
    return draft;
}

std::optional<Error> ItemWriter::State::write(Item const* item, Draft&& draft) {
    auto const before = out.size();
    auto const id = std::move(draft.id);
    auto const lost = records->write(item, std::move(draft), out);
    if (lost.empty()) return std::nullopt;
    auto message = concat(format, " cannot hold all of ", describe(id, lost));
    if (lossless) {
        out.resize(before);
        return Error{ErrorCode::would_lose, std::move(message), {}, 0};
    }
    diagnostics.push_back(make_diagnostic("field-not-carried", Severity::warning, {}, std::move(message)));
    return std::nullopt;
}

std::optional<Error> ItemWriter::write(Item const& item) {
    auto draft = state_->records->draft(item);
    draft.id = item.id;
    return state_->write(&item, std::move(draft));
}

void ItemWriter::finish() { state_->records->end(state_->out); }

std::string ItemWriter::take() {
    auto text = std::exchange(state_->out, {});
    state_->out.reserve(text.size());  // as much comes before the next call, mostly
    return text;
}

std::vector<Diagnostic> ItemWriter::take_diagnostics() { return std::exchange(state_->diagnostics, {}); }

Result<std::vector<Diagnostic>> convert_items(std::string_view bytes, std::string_view format,
                                              ItemWriter& writer,
                                              std::function<void(std::optional<Error>)> const& written,
                                              ReadOptions const& options) {
    auto const codec = codec_for_reading(format, bytes, options);
    if (!codec) return codec.error();
    auto& state = *writer.state_;
    RecordSink const sink([&](Item&& item) { return state.draft(std::move(item)); },
                          [&](Draft&& draft) {
                              auto const record = std::move(draft.record);
                              written(state.write(record.get(), std::move(draft)));
                          });
    return read_records(**codec, bytes, options, sink);
}

Result<Parsed<std::string>> write_items(Items const& items, std::string_view format,
                                        WriteOptions const& options) {
    auto writer = ItemWriter::create(format, options);
    if (!writer) return writer.error();
    std::string losses;
    for (auto const& item : items)
        if (auto error = writer->write(item)) losses += (losses.empty() ? "" : "; ") + error->message;
    if (!losses.empty()) return Error{ErrorCode::would_lose, losses, {}, 0};
    writer->finish();
    return Parsed<std::string>{writer->take(), writer->take_diagnostics()};
}

}  // namespace fonds
