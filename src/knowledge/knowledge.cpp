// `Knowledge`: the built-in tables, and tables of the user's laid over them.
#include <fonds/knowledge.hpp>

#include "base/file.hpp"
#include "knowledge/built_in.hpp"
#include "knowledge/state.hpp"
#include "knowledge/table_reader.hpp"

namespace fonds {

Knowledge::Knowledge(std::unique_ptr<State> state) : state_(std::move(state)) {}
Knowledge::Knowledge(Knowledge&&) noexcept = default;
Knowledge& Knowledge::operator=(Knowledge&&) noexcept = default;
Knowledge::~Knowledge() = default;

Knowledge const& Knowledge::builtin() {
    // Never destroyed: it lives as long as the process, whose end need not wait for it.
    static Knowledge const& knowledge = *new Knowledge(std::make_unique<State>(built_in::knowledge));
    return knowledge;
}

Result<Knowledge> Knowledge::with_archives(std::vector<std::string> const& paths) {
    std::vector<std::string> texts;
    for (auto const& path : paths) {
        auto bytes = read_file(path);
        if (!bytes) return bytes.error();
        texts.push_back(*std::move(bytes));
    }
    std::vector<NamedTable> tables;
    for (std::size_t i = 0; i < paths.size(); ++i) tables.push_back({paths[i], texts[i]});
    return with_tables(tables);
}

Result<Knowledge> Knowledge::with_archives_text(std::string_view table, std::string name) {
    NamedTable const source{name, table};
    return with_tables({&source, 1});
}

Result<Knowledge> Knowledge::with_tables(std::span<NamedTable const> tables) {
    auto draft = std::make_unique<KnowledgeDraft>(built_in::knowledge);
    if (auto read = read_archive_tables(tables, *draft); !read) return read.error();
    return Knowledge(std::make_unique<State>(std::move(draft)));
}

KnowledgeTables const& Knowledge::tables() const { return state_->tables; }
std::span<Archive const> Knowledge::archives() const { return tables().archives; }
std::span<LevelScheme const> Knowledge::schemes() const { return tables().schemes; }

Archive const* Knowledge::archive(std::string_view id) const {
    return tables().archive_slots.find(archives(), fnv1a(id),
                                       [&](Archive const& archive) { return archive.id == id; });
}

LevelScheme const* Knowledge::scheme(std::string_view id) const {
    return tables().scheme_slots.find(schemes(), fnv1a(id),
                                      [&](LevelScheme const& scheme) { return scheme.id == id; });
}

}  // namespace fonds
