// `Knowledge`: the built-in tables, and tables of the user's laid over them.
#include <fonds/knowledge.hpp>

#include "base/embedded.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "knowledge/table_reader.hpp"
#include "knowledge/tables.hpp"

namespace fonds {
namespace {

/// The embedded tables. They were checked by the tests, so an error here is a broken build: it throws.
Knowledge::Tables read_builtin() {
    Knowledge::Tables tables;
    std::vector<NamedTable> sources;
    for (auto const& file : embedded_files())
        if (file.name.starts_with("archives/")) sources.push_back({file.name, file.bytes});
    (void)read_archive_tables(sources, tables).value();
    tables.build_indexes();
    return tables;
}

}  // namespace

Knowledge::Knowledge(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Knowledge::Knowledge(Knowledge&&) noexcept = default;
Knowledge& Knowledge::operator=(Knowledge&&) noexcept = default;
Knowledge::~Knowledge() = default;

Knowledge const& Knowledge::builtin() {
    // Never destroyed: it lives as long as the process, whose end need not wait for it.
    static Knowledge const& knowledge = *new Knowledge(std::make_unique<Tables>(read_builtin()));
    return knowledge;
}

Result<Knowledge> Knowledge::with_archives(std::string const& path) {
    auto bytes = read_file(path);
    if (!bytes) return bytes.error();
    return with_archives_text(*bytes, path);
}

Result<Knowledge> Knowledge::with_archives_text(std::string_view table, std::string name) {
    auto tables = std::make_unique<Tables>(builtin().tables());
    NamedTable const source{name, table};
    if (auto read = read_archive_tables({&source, 1}, *tables); !read) return read.error();
    tables->build_indexes();
    return Knowledge(std::move(tables));
}

std::vector<Archive> const& Knowledge::archives() const { return tables_->archives; }
std::vector<LevelScheme> const& Knowledge::schemes() const { return tables_->schemes; }

Archive const* Knowledge::archive(std::string_view id) const {
    auto const at = tables_->archive_by_id.find(id);
    return at == tables_->archive_by_id.end() ? nullptr : &tables_->archives[at->second];
}

LevelScheme const* Knowledge::scheme(std::string_view id) const {
    auto const at = tables_->scheme_by_id.find(id);
    return at == tables_->scheme_by_id.end() ? nullptr : &tables_->schemes[at->second];
}

}  // namespace fonds
