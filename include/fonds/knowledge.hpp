// What fonds knows of archives: authorities, their names in time, and their schemes of levels.
#pragma once

#include <fonds/reference.hpp>
#include <fonds/result.hpp>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#pragma GCC visibility push(default)
namespace fonds {

/// One of the names of an archive, and when it was true.
struct ArchiveName {
    std::string_view text;      ///< "RGANI", "РГАНИ", "Russian State Archive of Contemporary History"
    std::string_view language;  ///< BCP 47; "und" for an abbreviation without one
    int from = 0;               ///< first year, 0: unknown
    int to = 0;                 ///< last year, 0: still in use
    bool abbreviation = false;
};

/// A form that the addresses of a digital archive have.
struct UrlForm {
    std::string_view
        pattern;            ///< "digitalarchive.wilsoncenter.org/document/{number}" (bibliography/README.md)
    std::string_view kind;  ///< what it shows: "document", "collection", "page"
    std::string_view status;  ///< empty: to be cited; "old": gone or moved; "mirror": never to be cited
};

/// An archive, a digital archive, or a library that keeps papers.
struct Archive {
    std::string_view id;                 ///< "ru-rgani"
    std::string_view name;               ///< in English
    std::span<ArchiveName const> names;  ///< all, the present ones first
    std::string_view city;
    std::string_view country;  ///< ISO 3166-1 alpha-2, or empty
    std::string_view isil;     ///< ISO 15511 identifier, or empty
    std::string_view scheme;   ///< id of its level scheme ("RU-FOD")
    std::string_view parent;   ///< id of the archive it is part of (SAPMO in BArch), or empty
    bool digital = false;      ///< it shows copies of what others keep: the Wilson Center Digital Archive
    std::span<UrlForm const> urls;  ///< of a digital archive
};

/// A level in a scheme: its canonical name, its place, the labels it is written with.
struct SchemeLevel {
    std::string_view level;  ///< "fond"
    Hierarchy hierarchy = Hierarchy::intellectual;
    bool required = false;
    std::span<std::string_view const> labels;  ///< "f.", "fond", "ф.", "фонд" …
};

/// How an archive's references are built, outermost level first.
struct LevelScheme {
    std::string_view id;           ///< "RU-FOD"
    std::string_view description;  ///< "Soviet and Russian archives"
    std::span<SchemeLevel const> levels;
};

/// An archive found in a text.
struct ArchiveMatch {
    Archive const* archive = nullptr;
    ArchiveName const* name = nullptr;  ///< the name that matched
    double score = 0;                   ///< 1: the name as it is; less: folded, former, or near
};

/// What an address of a digital archive leads to.
struct HostedCopy {
    Archive const* archive = nullptr;
    UrlForm const* form = nullptr;
    std::string_view number;  ///< of the document or collection, in the address; may be empty
    std::string_view slug;    ///< the words of the address, in it; may be empty

    /// The number, or the slug where there is none.
    [[nodiscard]] std::string_view id() const { return number.empty() ? slug : number; }
};

struct KnowledgeTables;  // private

struct NamedTable;  // private

/// The tables: immutable once loaded, shared between threads. All texts that they show belong to them.
class Knowledge {
  public:
    /// The tables that the library was built with.
    [[nodiscard]] static Knowledge const& builtin();

    /// The built-in tables and, over them, the archives of files (format: bibliography/README.md), which may
    /// refer to one another. Errors: not_found, unreadable, malformed (with the line in the message).
    [[nodiscard]] static Result<Knowledge> with_archives(std::vector<std::string> const& paths);

    /// The same from memory; `name` is for messages.
    [[nodiscard]] static Result<Knowledge> with_archives_text(std::string_view table, std::string name);

    [[nodiscard]] std::span<Archive const> archives() const;     ///< in the order of the tables
    [[nodiscard]] std::span<LevelScheme const> schemes() const;  ///< all that archives name

    /// By id; null where there is none.
    [[nodiscard]] Archive const* archive(std::string_view id) const;
    [[nodiscard]] LevelScheme const* scheme(std::string_view id) const;

    /// The archives that `text` names as a whole, best first: AMAE is one in Bucharest and one in Paris. What
    /// matches point to belongs to the tables.
    [[nodiscard]] std::vector<ArchiveMatch> identify(std::string_view text) const;

    /// The archives that fit a query, best first: part of a name, a misspelling, a city, an id.
    [[nodiscard]] std::vector<ArchiveMatch> search(std::string_view query) const;

    /// The copy in a digital archive that a URL leads to; nothing where no archive has such addresses.
    /// Punctuation of the sentence at the end, queries and fragments do not count. Allocates nothing.
    [[nodiscard]] std::optional<HostedCopy> locate_url(std::string_view url) const;

    Knowledge(Knowledge&&) noexcept;
    Knowledge& operator=(Knowledge&&) noexcept;
    ~Knowledge();

    /// Access for the library's own parts.
    [[nodiscard]] KnowledgeTables const& tables() const;

  private:
    struct State;
    explicit Knowledge(std::unique_ptr<State> state);
    [[nodiscard]] static Result<Knowledge> with_tables(std::span<NamedTable const> tables);
    std::unique_ptr<State> state_;
};

/// The archives of `matches` as a JSON array of objects: id, name, score, matched (the name that did), names,
/// city, country, isil, parent, digital, scheme, levels; absent where empty.
[[nodiscard]] std::string archives_json(Knowledge const& knowledge, std::vector<ArchiveMatch> const& matches);

}  // namespace fonds
#pragma GCC visibility pop
