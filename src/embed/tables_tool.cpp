// Host tool: writes a C++ source that holds the archives, schemes, words and phrases of bibliography/, laid
// out to be used where they lie (knowledge/built_in.hpp, grammar/built_in.hpp).
//   fonds_tables_tool OUTPUT ROOT FILE...
//
// The form of all tables is one: arrays of entries that have their texts as literals, look at their own part
// of the next array, and are found by sorted keys or by slots (base/slots.hpp). They are what the drafts make
// of the files; a test compares them with that.

#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "base/embedded.hpp"
#include "embed/array_writer.hpp"
#include "grammar/lexicon_draft.hpp"
#include "knowledge/table_reader.hpp"

namespace {

using namespace fonds;
using embed::Array, embed::braced, embed::written;

struct File {
    std::string name, bytes;
};
std::vector<File> files;

}  // namespace

/// The files as the tool was given them: what is embedded in the library reads as it does here.
std::span<EmbeddedFile const> fonds::embedded_files() {
    static auto const all = [] {
        std::vector<EmbeddedFile> out;
        for (auto const& file : files) out.push_back({file.name, file.bytes});
        return out;
    }();
    return all;
}

namespace {

std::string written(Hierarchy hierarchy) {
    return "Hierarchy(" + std::to_string(static_cast<int>(hierarchy)) + ")";
}
std::string written(WordClass word_class) {
    return "WordClass(" + std::to_string(static_cast<int>(word_class)) + ")";
}
std::string written(WordClasses classes) {
    return braced(written(classes.low), written(classes.middle), written(classes.high));
}
std::string written(ArchiveName const& name) {
    return braced(written(name.text), written(name.language), written(name.from), written(name.to),
                  written(name.abbreviation));
}
std::string written(UrlForm const& form) {
    return braced(written(form.pattern), written(form.kind), written(form.status));
}
std::string written(KeyIndex::Entry const& entry) {
    return braced(written(entry.key), braced(written(entry.id.archive), written(entry.id.name)));
}
std::string written(SchemeLabel const& label) {
    return braced(written(label.label), written(label.written), written(label.level),
                  written(label.hierarchy), written(label.order));
}
std::string written(SchemeOfTongue const& tongue) {
    return braced(written(tongue.language), written(tongue.scheme));
}
std::string written(WordEnding const& ending) {
    return braced(written(ending.text), written(ending.word_class), written(ending.language));
}

/// `write` of any element that can be written.
constexpr auto as_written = [](auto const& element) { return written(element); };

std::string write_knowledge(KnowledgeTables const& tables) {
    Array labels("std::string_view", "labels"), levels("SchemeLevel", "levels"),
        names("ArchiveName", "names"), forms("UrlForm", "forms"), archives("Archive", "archives"),
        schemes("LevelScheme", "schemes");
    for (auto const& archive : tables.archives)
        archives.add(braced(written(archive.id), written(archive.name), names.part(archive.names, as_written),
                            written(archive.city), written(archive.country), written(archive.isil),
                            written(archive.scheme), written(archive.parent), written(archive.digital),
                            forms.part(archive.urls, as_written)));
    auto const write_level = [&](SchemeLevel const& level) {
        return braced(written(level.level), written(level.hierarchy), written(level.required),
                      labels.part(level.labels));
    };
    for (auto const& scheme : tables.schemes)
        schemes.add(
            braced(written(scheme.id), written(scheme.description), levels.part(scheme.levels, write_level)));
    auto const index = [](std::string name, KeyIndex const& keys) {
        return Array("KeyIndex::Entry", std::move(name)).add_all(keys.entries, as_written).definition();
    };
    auto const slots = [](std::string name, Slots const& entries) {
        return Array("std::uint32_t", std::move(name)).add_all(entries.numbers).definition();
    };
    return "namespace {\n" + labels.definition() + levels.definition() + schemes.definition() +
           names.definition() + forms.definition() + archives.definition() +
           slots("archive_slots", tables.archive_slots) + slots("scheme_slots", tables.scheme_slots) +
           index("exact", tables.exact) + index("folded", tables.folded) + index("bags", tables.bags) +
           index("urls", tables.urls) + "}  // namespace\n\n" +
           "constinit KnowledgeTables const built_in::knowledge{archives, schemes, {archive_slots}, "
           "{scheme_slots}, "
           "{exact}, {folded}, {bags}, {urls}};\n\n";
}

std::string write_lexicon(LexiconTables const& tables, std::span<Archive const> archives) {
    Array hashes("std::uint64_t", "hashes"), texts("std::string_view", "texts"),
        keepers("Archive const*", "keepers"), details("PhraseDetails", "details"),
        phrases("Phrase", "phrases"), starts("PhraseStart", "starts"),
        scheme_labels("SchemeLabel", "scheme_labels"),
        labels_of_schemes("std::span<SchemeLabel const>", "labels_of_schemes");
    auto const write_keeper = [&](Archive const* archive) {
        return "archives+" + std::to_string(archive - archives.data());
    };
    std::map<PhraseDetails const*, std::size_t> known_details;
    auto const write_details = [&](PhraseDetails const* of_phrase) -> std::string {
        if (of_phrase == &no_details) return "&no_details";
        auto const [at, is_new] = known_details.try_emplace(of_phrase, known_details.size());
        if (is_new)
            details.add(braced(written(of_phrase->signal), texts.part(of_phrase->meanings),
                               keepers.part(of_phrase->archives, write_keeper),
                               texts.part(of_phrase->tongues), texts.part(of_phrase->written)));
        return "details+" + std::to_string(at->second);
    };
    for (auto const& phrase : tables.phrases.phrases)
        phrases.add(braced(hashes.part(phrase.words), written(phrase.classes), write_details(phrase.details),
                           written(phrase.number), written(phrase.exact_case)));
    for (auto const& start : tables.phrases.starts)
        starts.add(
            braced(written(start.word),
                   braced("phrases+" + std::to_string(start.phrases.data() - tables.phrases.phrases.data()),
                          std::to_string(start.phrases.size())),
                   written(start.classes)));
    for (auto const& labels : tables.scheme_labels)
        labels_of_schemes.add(scheme_labels.part(labels, as_written));
    return "namespace {\n" + hashes.definition() + texts.definition() + keepers.definition() +
           details.definition() + phrases.definition() + starts.definition() +
           Array("std::uint32_t", "start_slots").add_all(tables.phrases.start_slots.numbers).definition() +
           scheme_labels.definition() + labels_of_schemes.definition() +
           Array("SchemeOfTongue", "tongues").add_all(tables.tongues, as_written).definition() +
           Array("std::uint64_t", "file_subjects").add_all(tables.file_subjects).definition() +
           Array("WordEnding", "endings").add_all(tables.endings, as_written).definition() +
           Array("bool", "last_bytes").add_all(tables.last_bytes).definition() + "}  // namespace\n\n" +
           "constinit LexiconTables const built_in::lexicon{{phrases, starts, {start_slots}}, "
           "labels_of_schemes, "
           "tongues, file_subjects, endings, last_bytes};\n\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: fonds_tables_tool OUTPUT ROOT FILE...\n";
        return 2;
    }
    for (int i = 3; i < argc; ++i) {
        std::ifstream in(std::string(argv[2]) + "/" + argv[i], std::ios::binary);
        if (!in) {
            std::cerr << "fonds_tables_tool: cannot read " << argv[i] << '\n';
            return 2;
        }
        files.push_back({argv[i], {std::istreambuf_iterator<char>(in), {}}});
    }
    std::vector<NamedTable> sources;
    for (auto const& file : files)
        if (file.name.starts_with("archives/")) sources.push_back({file.name, file.bytes});
    KnowledgeDraft knowledge_draft;
    if (auto const read = read_archive_tables(sources, knowledge_draft); !read) {
        std::cerr << "fonds_tables_tool: " << to_string(read.error()) << '\n';
        return 1;
    }
    auto const knowledge = knowledge_draft.tables();
    LexiconDraft lexicon_draft(knowledge);
    auto const lexicon = lexicon_draft.tables();
    std::ofstream out(argv[1], std::ios::binary);
    out << "#include \"grammar/built_in.hpp\"\n#include \"knowledge/built_in.hpp\"\n\nnamespace fonds {\n"
        << write_knowledge(knowledge) << write_lexicon(lexicon, knowledge.archives)
        << "}  // namespace fonds\n";
    return out ? 0 : 2;
}
