// Record formats: read items from any of them, write items to any of them.
#pragma once

#include <fonds/item.hpp>
#include <fonds/result.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace fonds {

/// What a format can do.
struct Format {
    std::string_view name;         ///< "bibtex", "biblatex", "csl-json", "ris" …
    std::string_view description;  ///< one line
    std::string_view extensions;   ///< space-separated, without dots
    bool reads = false;
    bool writes = false;
    bool by_line = false;  ///< one record a line: any number of whole lines is a file of the format
};

/// All formats of this build.
[[nodiscard]] std::span<Format const> formats();

/// The format of that name or file extension; null where there is none.
[[nodiscard]] Format const* find_format(std::string_view name_or_extension);

/// The format that `bytes` are in, by content; null where none fits.
[[nodiscard]] Format const* sniff_format(std::string_view bytes);

/// The format to read a file of records in: by content, then by the extension of its name; one of lines by
/// the extension alone, as its first line may look like another. Null where neither tells.
[[nodiscard]] Format const* detect_format(std::string_view bytes, std::string_view name);

/// How records are read.
struct ReadOptions {
    std::string source;  ///< name for messages, and for telling the format where that is "auto"
    /// Keep the text of each record beside it, for formats that can write an unchanged record back byte
    /// for byte (BibTeX, BibLaTeX): as foreign fields whose names begin with '@'.
    bool keep_source = false;
    /// BibTeX and BibLaTeX: English titles, and those of no named language, in sentence case: what no braces
    /// hold in small letters, as BibTeX's styles print it and CSL's expect it. Otherwise as written.
    bool sentence_case = false;
    /// Threads on which records are made, where the format lets them be made side by side (BibTeX, BibLaTeX,
    /// CSL-JSON, also a record a line). The result is the same, and the sink is called from the calling
    /// thread, in order.
    unsigned jobs = 1;
};

/// Reads records. `format`: what `find_format` takes, or "auto": the format that they are in. A damaged
/// record costs itself; spans of diagnostics are bytes of the input.
/// Errors: not_found (no such format), unsupported (the format cannot be read, or none fits), malformed (no
/// XML, JSON …), limit_exceeded (nested too deeply).
[[nodiscard]] Result<Parsed<Items>> read_items(std::string_view bytes, std::string_view format,
                                               ReadOptions const& options = {});

/// Gives records that have no id one, made of author, year and title, and of different records with one id
/// all but the first another: styles and citations know a record by its id. Of equal records one stays.
void give_ids(Items& items);

/// Takes the records of a file one by one, as they are complete.
using ItemSink = std::function<void(Item&&)>;

/// `read_items` without holding all records at once; the diagnostics come at the end.
[[nodiscard]] Result<std::vector<Diagnostic>> for_each_item(std::string_view bytes, std::string_view format,
                                                            ItemSink const& sink,
                                                            ReadOptions const& options = {});

/// How records are written.
struct WriteOptions {
    bool lossless = false;  ///< fail (would_lose) where the format cannot hold a field
    /// Leave out what only fonds reads: the lossless field, `custom.fonds` of CSL-JSON. What the format's own
    /// fields cannot hold is then lost, and a warning names it.
    bool plain = false;
    std::string key_pattern;  ///< BibTeX keys, "[auth][year][veryshorttitle]"; empty: keep ids
};

/// Writes records. Fields that the format cannot hold are named by warnings.
/// Errors: not_found (no such format), unsupported (it can only be read), would_lose (naming items and
/// fields).
[[nodiscard]] Result<Parsed<std::string>> write_items(Items const& items, std::string_view format,
                                                      WriteOptions const& options = {});

/// Writes records one by one, so that neither they nor the file need to be held whole: `write` and `take`, in
/// turns, then `finish` and `take`.
class ItemWriter {
  public:
    /// Errors: those of `write_items`.
    [[nodiscard]] static Result<ItemWriter> create(std::string_view format, WriteOptions const& options = {});

    /// Adds a record. Error: would_lose, where `options.lossless` asked for it; the record is not written.
    [[nodiscard]] std::optional<Error> write(Item const& item);
    /// Ends the file, once, behind the last record.
    void finish();
    /// The text written since the last call.
    [[nodiscard]] std::string take();
    /// Fields that could not be carried, since the last call.
    [[nodiscard]] std::vector<Diagnostic> take_diagnostics();

    ItemWriter(ItemWriter&&) noexcept;
    ItemWriter& operator=(ItemWriter&&) noexcept;
    ~ItemWriter();

  private:
    friend Result<std::vector<Diagnostic>> convert_items(std::string_view, std::string_view, ItemWriter&,
                                                         std::function<void(std::optional<Error>)> const&,
                                                         ReadOptions const&);
    struct State;
    explicit ItemWriter(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// Reads records and writes them with `writer`, both on `options.jobs` threads where the formats let them.
/// `written` is told of each record, in order and in the calling thread, with the error of one that is not
/// written. The file is ended by the caller. Errors: those of `read_items`.
[[nodiscard]] Result<std::vector<Diagnostic>> convert_items(
    std::string_view bytes, std::string_view format, ItemWriter& writer,
    std::function<void(std::optional<Error>)> const& written, ReadOptions const& options = {});

/// One record as a CSL-JSON object in one line, the archival reference in `custom.fonds` (formats
/// "csl-json" and "ndjson" write the same).
[[nodiscard]] std::string to_csl_json(Item const& item);

}  // namespace fonds
#pragma GCC visibility pop
