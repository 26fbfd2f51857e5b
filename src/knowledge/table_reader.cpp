// Reads archives, their names and level schemes from a table (format: bibliography/README.md).
#include "knowledge/table_reader.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>

#include "base/table.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {
namespace {

/// The rows of one table, read top to bottom: a name belongs to the archive above it.
class TableReader {
  public:
    explicit TableReader(KnowledgeDraft& draft) : draft_(draft) {
        for (std::size_t i = 0; i < draft.archives.size(); ++i)
            archive_at_.emplace(draft.archives[i].archive.id, i);
        for (std::size_t i = 0; i < draft.schemes.size(); ++i)
            scheme_at_.emplace(draft.schemes[i].scheme.id, i);
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
            auto& [archive, names, _] = draft_.archives[place.archive];
            name_ = place.source;
            line_ = place.line;
            if (names.empty())
                return error(concat("has the archive ", archive.id, " without a name; add a name line"));
            if (!archive.scheme.empty() && !scheme_at_.contains(archive.scheme))
                return error(concat("has the unknown scheme ", archive.scheme));
            if (!archive.parent.empty() && !archive_at_.contains(archive.parent))
                return error(concat("has the unknown parent ", archive.parent));
            std::stable_partition(names.begin(), names.end(), [](auto const& name) { return name.to == 0; });
            auto const is_english = [](auto const& n) { return !n.abbreviation && n.language == "en"; };
            auto const shown = std::find_if(names.begin(), names.end(), is_english);
            archive.name = (shown == names.end() ? names.front() : *shown).text;
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
        auto const known = archive_at_.find(id);
        if (known != archive_at_.end()) {
            archive_ = known->second;
        } else {
            archive_ = draft_.archives.size();
            auto& archive = draft_.archives.emplace_back().archive;
            archive.id = draft_.keep(id);
            archive.digital = field(fields, 0) == "digital";
            archive_at_.emplace(archive.id, *archive_);
        }
        auto& archive = draft_.archives[*archive_].archive;
        auto const take = [&](std::string_view& value, std::size_t index) {
            if (!field(fields, index).empty()) value = draft_.keep(field(fields, index));
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
        name.language = field(fields, 1).empty() ? "und" : draft_.keep(field(fields, 1));
        name.text = draft_.keep(to_nfc(field(fields, 2)));
        if (name.text.empty()) return error("has no name; the columns are name, language, text, from, to");
        for (auto const& [index, year] : {std::pair{3, &name.from}, std::pair{4, &name.to}}) {
            auto const text = field(fields, static_cast<std::size_t>(index));
            if (text.empty()) continue;
            auto const [end, status] = std::from_chars(text.data(), text.data() + text.size(), *year);
            if (status != std::errc() || end != text.data() + text.size() || *year <= 0 || *year > 9999)
                return error(concat("has “", text, "” where a year should stand"));
        }
        if (name.to != 0 && name.to < name.from) return error("has a name that ends before it begins");
        draft_.archives[*archive_].names.push_back(name);
        return std::nullopt;
    }

    std::optional<Error> read_url(Fields const& fields) {
        if (!archive_) return error("is of no archive; put it below a line that begins with digital");
        UrlForm const form{draft_.keep(field(fields, 1)), draft_.keep(field(fields, 2)),
                           draft_.keep(field(fields, 3))};
        if (form.pattern.empty() || form.pattern.find("://") != form.pattern.npos)
            return error("has no address; write it without http://, as in example.org/item/{number}");
        if (form.kind != "document" && form.kind != "collection" && form.kind != "page")
            return error(concat("has “", form.kind, "” where document, collection or page should stand"));
        if (!form.status.empty() && form.status != "old" && form.status != "mirror")
            return error(concat("has the status “", form.status, "”; write old, mirror or nothing"));
        draft_.archives[*archive_].urls.push_back(form);
        return std::nullopt;
    }

    std::optional<Error> read_scheme(Fields const& fields) {
        auto const id = field(fields, 1);
        if (id.empty()) return error("has no id; write scheme, a tab and an id");
        auto const known = scheme_at_.find(id);
        if (known != scheme_at_.end()) {
            scheme_ = known->second;
        } else {
            scheme_ = draft_.schemes.size();
            auto& scheme = draft_.schemes.emplace_back().scheme;
            scheme.id = draft_.keep(id);
            scheme_at_.emplace(scheme.id, *scheme_);
        }
        auto& [scheme, levels] = draft_.schemes[*scheme_];
        levels.clear();
        if (!field(fields, 2).empty()) scheme.description = draft_.keep(field(fields, 2));
        return std::nullopt;
    }

    std::optional<Error> read_level(Fields const& fields) {
        if (!scheme_) return error("is in no scheme; put it below a line that begins with scheme");
        SchemeLevel level;
        level.level = draft_.keep(field(fields, 1));
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
        std::vector<std::string_view> labels;
        for (auto const label : split(field(fields, 4), ';'))
            if (!trim(label).empty()) labels.push_back(draft_.keep(to_nfc(trim(label))));
        level.labels = draft_.keep(std::move(labels));
        draft_.schemes[*scheme_].levels.push_back(level);
        return std::nullopt;
    }

    Error error(std::string_view problem) const { return table_error(name_, line_, problem); }

    std::string_view name_;
    KnowledgeDraft& draft_;
    std::unordered_map<std::string_view, std::size_t> archive_at_, scheme_at_;
    struct Place {
        std::size_t archive, line;
        std::string_view source;
    };
    std::vector<Place> places_;  ///< where each archive was read from
    std::optional<std::size_t> archive_, scheme_;
    std::size_t line_ = 0;
};

}  // namespace

Result<std::size_t> read_archive_tables(std::span<NamedTable const> sources, KnowledgeDraft& draft) {
    TableReader reader(draft);
    std::size_t rows = 0;
    for (auto const& source : sources)
        if (auto problem = reader.read(source, rows)) return *problem;
    if (auto problem = reader.finish()) return *problem;
    return rows;
}

}  // namespace fonds
