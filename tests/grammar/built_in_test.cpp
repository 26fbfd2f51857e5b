// The tables that were laid out when the library was built are what the files of bibliography/ say.

#include "grammar/built_in.hpp"

#include <filesystem>

#include "base/file.hpp"
#include "grammar/lexicon_draft.hpp"
#include "knowledge/built_in.hpp"
#include "knowledge/table_reader.hpp"
#include "support/catch.hpp"

using namespace fonds;

namespace {

/// What is made of the files now.
struct Sources {
    Sources() {
        std::vector<std::string> paths;
        for (auto const& entry :
             std::filesystem::directory_iterator(std::string(FONDS_SOURCE_DIR) + "/bibliography/archives"))
            paths.push_back(entry.path().string());
        std::sort(paths.begin(), paths.end());
        std::vector<std::string> texts;
        for (auto const& path : paths) texts.push_back(read_file(path).value());
        std::vector<NamedTable> tables;
        for (std::size_t i = 0; i < paths.size(); ++i) tables.push_back({paths[i], texts[i]});
        REQUIRE(read_archive_tables(tables, draft).has_value());
        knowledge = draft.tables();
    }
    KnowledgeDraft draft;
    KnowledgeTables knowledge;
};

template <class Span, class Equal>
bool same(Span const& a, Span const& b, Equal const& equal) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), equal);
}
template <class Span>
bool same(Span const& a, Span const& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

bool same_keys(KeyIndex const& a, KeyIndex const& b) {
    return same(a.entries, b.entries, [](auto const& x, auto const& y) {
        return x.key == y.key && x.id.archive == y.id.archive && x.id.name == y.id.name;
    });
}

bool same_names(std::span<ArchiveName const> a, std::span<ArchiveName const> b) {
    return same(a, b, [](auto const& x, auto const& y) {
        return x.text == y.text && x.language == y.language && x.from == y.from && x.to == y.to &&
               x.abbreviation == y.abbreviation;
    });
}

bool same_forms(std::span<UrlForm const> a, std::span<UrlForm const> b) {
    return same(a, b, [](auto const& x, auto const& y) {
        return x.pattern == y.pattern && x.kind == y.kind && x.status == y.status;
    });
}

bool same_levels(std::span<SchemeLevel const> a, std::span<SchemeLevel const> b) {
    return same(a, b, [](auto const& x, auto const& y) {
        return x.level == y.level && x.hierarchy == y.hierarchy && x.required == y.required &&
               same(x.labels, y.labels);
    });
}

/// Archives of two tables are compared by their ids.
bool same_archives(std::span<Archive const* const> a, std::span<Archive const* const> b) {
    return same(a, b, [](auto const* x, auto const* y) { return x->id == y->id; });
}

}  // namespace

TEST_CASE("archives and schemes are laid out as their files have them") {
    Sources const sources;
    auto const& read = sources.knowledge;
    auto const& laid_out = built_in::knowledge;
    REQUIRE(read.archives.size() == laid_out.archives.size());
    for (std::size_t i = 0; i < read.archives.size(); ++i) {
        auto const &a = read.archives[i], &b = laid_out.archives[i];
        INFO(a.id);
        CHECK(a.id == b.id);
        CHECK((a.name == b.name && a.city == b.city && a.country == b.country && a.isil == b.isil));
        CHECK((a.scheme == b.scheme && a.parent == b.parent && a.digital == b.digital));
        CHECK(same_names(a.names, b.names));
        CHECK(same_forms(a.urls, b.urls));
    }
    REQUIRE(read.schemes.size() == laid_out.schemes.size());
    for (std::size_t i = 0; i < read.schemes.size(); ++i) {
        auto const &a = read.schemes[i], &b = laid_out.schemes[i];
        INFO(a.id);
        CHECK((a.id == b.id && a.description == b.description));
        CHECK(same_levels(a.levels, b.levels));
    }
    CHECK(same(read.archive_slots.numbers, laid_out.archive_slots.numbers));
    CHECK(same(read.scheme_slots.numbers, laid_out.scheme_slots.numbers));
    CHECK(same_keys(read.exact, laid_out.exact));
    CHECK(same_keys(read.folded, laid_out.folded));
    CHECK(same_keys(read.bags, laid_out.bags));
    CHECK(same_keys(read.urls, laid_out.urls));
}

TEST_CASE("phrases and words are laid out as their files have them") {
    Sources const sources;
    LexiconDraft draft(sources.knowledge);
    auto const read = draft.tables();
    auto const& laid_out = built_in::lexicon;
    REQUIRE(read.phrases.phrases.size() == laid_out.phrases.phrases.size());
    for (std::size_t i = 0; i < read.phrases.phrases.size(); ++i) {
        auto const &a = read.phrases.phrases[i], &b = laid_out.phrases.phrases[i];
        INFO(i);
        CHECK(same(a.words, b.words));
        CHECK((a.classes == b.classes && a.number == b.number && a.exact_case == b.exact_case));
        CHECK(
            (a.signal() == b.signal() && same(a.meanings(), b.meanings()) && same(a.tongues(), b.tongues())));
        CHECK(same_archives(a.archives(), b.archives()));
        CHECK(same(a.details->written, b.details->written));
    }
    CHECK(same(read.phrases.starts, laid_out.phrases.starts, [](auto const& a, auto const& b) {
        return a.word == b.word && a.phrases.size() == b.phrases.size() && a.classes == b.classes;
    }));
    CHECK(same(read.phrases.start_slots.numbers, laid_out.phrases.start_slots.numbers));
    CHECK(same(read.scheme_labels, laid_out.scheme_labels, [](auto const& of_a, auto const& of_b) {
        return same(of_a, of_b, [](auto const& a, auto const& b) {
            return a.label == b.label && a.written == b.written && a.level == b.level &&
                   a.hierarchy == b.hierarchy && a.order == b.order;
        });
    }));
    CHECK(same(read.tongues, laid_out.tongues, [](auto const& a, auto const& b) {
        return a.language == b.language && a.scheme == b.scheme;
    }));
    CHECK(same(read.file_subjects, laid_out.file_subjects));
    CHECK(same(read.endings, laid_out.endings, [](auto const& a, auto const& b) {
        return a.text == b.text && a.word_class == b.word_class && a.language == b.language;
    }));
    CHECK(same(read.last_bytes, laid_out.last_bytes));
}

TEST_CASE("each phrase is found by its first word") {
    auto const& lexicon = Lexicon::builtin();
    for (auto const& phrase : built_in::lexicon.phrases.phrases) {
        auto const found = lexicon.starting_with(phrase.words[0]);
        CHECK((found.data() <= &phrase && &phrase < found.data() + found.size()));
    }
    CHECK(lexicon.starting_with(hash_word("no word of the tables")).empty());
}
