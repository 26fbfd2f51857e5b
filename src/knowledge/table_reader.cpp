// Reads archives, their names and level schemes from a table (format: bibliography/README.md).
#include "knowledge/table_reader.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/table.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {
namespace {

/// The rows of one table, read top to bottom: a name belongs to the archive above it.
class TableReader {
  public:
    explicit TableReader(Knowledge::Tables& tables) : tables_(tables) {
        for (std::size_t i = 0; i < tables_.archives.size(); ++i)
            archive_at_.emplace(tables_.archives[i].id, i);
        for (std::size_t i = 0; i < tables_.schemes.size(); ++i) scheme_at_.emplace(tables_.schemes[i].id, i);
    }

    std::optional<Error> read(NamedTable const& source, std::size_t& rows) {
        name_ = source.name;
        archive_.reset(), scheme_.reset();
        return read_rows(source.text, name_, line_, [&](Fields const& fields) {
            ++rows;
            return read_row(fields);
        });
    }

    /// What only the whole can tell: every archive has a name, a known scheme and a known parent.
    std::optional<Error> finish() {
        for (auto const& place : places_) {
            auto& archive = tables_.archives[place.archive];
            name_ = place.source;
            line_ = place.line;
            if (archive.names.empty())
                return error(concat("has the archive ", archive.id, " without a name; add a name line"));
            if (!archive.scheme.empty() && !scheme_at_.contains(archive.scheme))
                return error(concat("has the unknown scheme ", archive.scheme));
            if (!archive.parent.empty() && !archive_at_.contains(archive.parent))
                return error(concat("has the unknown parent ", archive.parent));
            std::stable_partition(archive.names.begin(), archive.names.end(),
                                  [](auto const& name) { return name.to == 0; });
            auto const is_english = [](auto const& n) { return !n.abbreviation && n.language == "en"; };
            auto const shown = std::find_if(archive.names.begin(), archive.names.end(), is_english);
            archive.name = (shown == archive.names.end() ? archive.names.front() : *shown).text;
        }
        return std::nullopt;
    }

  private:
    std::optional<Error> read_row(Fields const& fields) {
        auto const keyword = field(fields, 0);
        if (keyword == "archive" || keyword == "digital") return read_archive(fields);
        if (keyword == "name" || keyword == "abbr") return read_name(fields);
        if (keyword == "url") return read_url(fields);
        if (keyword == "scheme") return read_scheme(fields);
        if (keyword == "level") return read_level(fields);
        return error(concat("begins with “", keyword,
                            "”; write archive, digital, name, abbr, url, scheme or level, then a tab"));
    }

    std::optional<Error> read_archive(Fields const& fields) {
        auto const id = field(fields, 1);
        if (id.empty()) return error("has no id; write archive, a tab and an id of your own");
        auto const [at, is_new] = archive_at_.try_emplace(std::string(id), tables_.archives.size());
        if (is_new) tables_.archives.push_back({}), tables_.archives.back().id = id;
        archive_ = at->second;
        auto& archive = tables_.archives[*archive_];
        if (is_new) archive.digital = field(fields, 0) == "digital";
        auto const take = [&](std::string& value, std::size_t index) {
            if (!field(fields, index).empty()) value = field(fields, index);
        };
        take(archive.city, 2);
        take(archive.country, 3);
        take(archive.scheme, 4);
        take(archive.isil, 5);
        take(archive.parent, 6);
        if (archive.isil.size() > 16) return error("has an ISIL of more than 16 characters (ISO 15511)");
        places_.push_back({*archive_, line_, name_});
        return std::nullopt;
    }

    std::optional<Error> read_name(Fields const& fields) {
        if (!archive_) return error("names no archive; put it below a line that begins with archive");
        ArchiveName name;
        name.abbreviation = field(fields, 0) == "abbr";
        name.language = field(fields, 1).empty() ? "und" : field(fields, 1);
        name.text = to_nfc(field(fields, 2));
        if (name.text.empty()) return error("has no name; the columns are name, language, text, from, to");
        for (auto const& [index, year] : {std::pair{3, &name.from}, std::pair{4, &name.to}}) {
            auto const text = field(fields, static_cast<std::size_t>(index));
            if (text.empty()) continue;
            auto const [end, status] = std::from_chars(text.data(), text.data() + text.size(), *year);
            if (status != std::errc() || end != text.data() + text.size() || *year <= 0 || *year > 9999)
                return error(concat("has “", text, "” where a year should stand"));
        }
        if (name.to != 0 && name.to < name.from) return error("has a name that ends before it begins");
        auto& archive = tables_.archives[*archive_];
        archive.names.push_back(std::move(name));
        return std::nullopt;
    }

    std::optional<Error> read_url(Fields const& fields) {
        if (!archive_) return error("is of no archive; put it below a line that begins with digital");
        UrlForm form{std::string(field(fields, 1)), std::string(field(fields, 2)),
                     std::string(field(fields, 3))};
        if (form.pattern.empty() || form.pattern.find("://") != std::string::npos)
            return error("has no address; write it without http://, as in example.org/item/{number}");
        if (form.kind != "document" && form.kind != "collection" && form.kind != "page")
            return error(concat("has “", form.kind, "” where document, collection or page should stand"));
        if (!form.status.empty() && form.status != "old" && form.status != "mirror")
            return error(concat("has the status “", form.status, "”; write old, mirror or nothing"));
        tables_.archives[*archive_].urls.push_back(std::move(form));
        return std::nullopt;
    }

    std::optional<Error> read_scheme(Fields const& fields) {
        auto const id = field(fields, 1);
        if (id.empty()) return error("has no id; write scheme, a tab and an id");
        auto const [at, is_new] = scheme_at_.try_emplace(std::string(id), tables_.schemes.size());
        if (is_new) tables_.schemes.push_back({std::string(id), {}, {}});
        scheme_ = at->second;
        auto& scheme = tables_.schemes[*scheme_];
        scheme.levels.clear();
        if (!field(fields, 2).empty()) scheme.description = field(fields, 2);
        return std::nullopt;
    }

    std::optional<Error> read_level(Fields const& fields) {
        if (!scheme_) return error("is in no scheme; put it below a line that begins with scheme");
        SchemeLevel level;
        level.level = field(fields, 1);
        if (level.level.empty()) return error("has no level name");
        auto const hierarchy = field(fields, 2);
        if (hierarchy == "physical") level.hierarchy = Hierarchy::physical;
        else if (hierarchy == "part") level.hierarchy = Hierarchy::part;
        else if (hierarchy != "intellectual")
            return error(concat("has the hierarchy “", hierarchy, "”; write intellectual, physical or part"));
        auto const required = field(fields, 3);
        if (required != "required" && required != "optional")
            return error(concat("has “", required, "” where required or optional should stand"));
        level.required = required == "required";
        for (auto label : split(field(fields, 4), ';'))
            if (!trim(label).empty()) level.labels.push_back(to_nfc(trim(label)));
        tables_.schemes[*scheme_].levels.push_back(std::move(level));
        return std::nullopt;
    }

    Error error(std::string_view problem) const { return table_error(name_, line_, problem); }

    std::string_view name_;
    Knowledge::Tables& tables_;
    TextMap<std::size_t> archive_at_, scheme_at_;
    struct Place {
        std::size_t archive, line;
        std::string_view source;
    };
    std::vector<Place> places_;  ///< where each archive was read from
    std::optional<std::size_t> archive_, scheme_;
    std::size_t line_ = 0;
};

}  // namespace

Result<std::size_t> read_archive_tables(std::span<NamedTable const> sources, Knowledge::Tables& tables) {
    TableReader reader(tables);
    std::size_t rows = 0;
    for (auto const& source : sources)
        if (auto problem = reader.read(source, rows)) return *problem;
    if (auto problem = reader.finish()) return *problem;
    return rows;
}

}  // namespace fonds
