// CSL: bibliographies, notes and live edits of generated documents, beside citeproc-js and pandoc.
//
// Whole process: from the start of the program to its end, style and locale read anew. Inner loop: the work
// alone, style, items and citations read before. PEERS names the folder that has citeproc-js (`make bench`
// puts it in build/peers); node makes the documents.

#include <cstdlib>
#include <filesystem>
#include <fonds/csl.hpp>
#include <fonds/formats.hpp>
#include <set>
#include <string>

#include "bench/bench.hpp"

namespace {

namespace fs = std::filesystem;
using namespace fonds;

std::string const shared = FONDS_SHARED_DIR;
std::string const locales = shared + "/csl/locales";
std::string const tool = FONDS_TOOL;

struct StyleName {
    std::string_view file, title;
};
constexpr StyleName styles[] = {
    {"chicago-notes-bibliography", "Chicago 18"}, {"apa", "APA"}, {"ieee", "IEEE"}};

std::string style_file(StyleName const& style) {
    return shared + "/csl/styles/" + std::string(style.file) + ".csl";
}

struct Document {
    std::size_t count = 0;
    std::string items, clusters, nocite;
};

Document generate(std::size_t count) {
    auto const file = [&](char const* name, char const* extension) {
        return (bench::scratch() / (std::string(name) + std::to_string(count) + extension)).string();
    };
    Document const out{count, file("items_", ".json"), file("clusters_", ".json"), file("nocite_", ".md")};
    if (!fs::exists(out.clusters))
        bench::measure_command("node " + shared + "/tools/gen_items.mjs " + std::to_string(count) + " " +
                               bench::scratch().string());
    return out;
}

Document single(std::string const& item) {
    Document const out{
        1, (bench::scratch() / "single.json").string(), {}, (bench::scratch() / "single.md").string()};
    std::ofstream(out.items) << "[" << item << "]";
    std::ofstream(out.nocite) << "---\nnocite: \"@*\"\n---\n";
    return out;
}

/// A run of citeproc-js: the whole process, and the work alone.
struct Peer {
    bench::Cost process, work;
};

Peer citeproc_js(StyleName const& style, Document const& document, std::string const& action) {
    auto const* peers = std::getenv("PEERS");
    auto const times = (bench::scratch() / "times.json").string();
    fs::remove(times);
    Peer out;
    out.process = bench::measure_command("node " FONDS_BENCH_DIR "/citeproc.mjs " +
                                             std::string(peers ? peers : "peers") + " " + locales + " " +
                                             style_file(style) + " " + document.items + " " + action + " " +
                                             times + " " + document.clusters,
                                         {0, "\n", document.count});
    out.work = out.process;
    auto const text = bench::read(times);
    if (auto const at = text.find("\"work\":"); at != std::string::npos)
        out.work = bench::function_cost(std::strtod(text.c_str() + at + 7, nullptr));
    return out;
}

bench::Cost pandoc(StyleName const& style, Document const& document) {
    return bench::measure_command("pandoc " + document.nocite + " --citeproc --bibliography " +
                                      document.items + " --csl " + style_file(style) + " -t html",
                                  {0, "class=\"csl-entry\"", document.count});
}

std::string options(StyleName const& style) {
    return " --style " + style_file(style) + " --style-dir " + locales + " -t html";
}

bench::Cost own_bibliography(StyleName const& style, Document const& document, int runs) {
    return bench::median_own_command(tool + " bibliography " + document.items + options(style), runs,
                                     {0, "class=\"csl-entry\"", document.count});
}

bench::Cost own_notes(StyleName const& style, Document const& document, int runs) {
    return bench::median_own_command(
        tool + " cite " + document.items + " --citations " + document.clusters + options(style), runs,
        {0, "\n", document.count});
}

/// What the inner loops work on.
struct Loaded {
    csl::Style style;
    csl::Locales locales;
    Items items;
    std::vector<csl::Citation> citations;
};

Loaded load(StyleName const& style, Document const& document) {
    return {csl::Style::find(style_file(style))->value, *csl::find_locales("en-US", {{locales}, true}),
            read_items(bench::read(document.items), "csl-json")->value,
            *csl::read_citations(bench::read(document.clusters))};
}

/// The items that are cited: names that nobody sees need not be told apart.
Items cited(Loaded const& loaded) {
    std::set<std::string_view> ids;
    for (auto const& citation : loaded.citations)
        for (auto const& cite : citation.cites) ids.insert(cite.id);
    Items out;
    for (auto const& item : loaded.items)
        if (ids.contains(item.id)) out.push_back(item);
    return out;
}

bench::Cost inner_bibliography(Loaded const& loaded, int runs) {
    std::size_t entries = 0;
    auto const seconds = bench::median_seconds(
        [&] {
            entries =
                csl::format_bibliography(loaded.style, loaded.locales, loaded.items).bibliography.size();
        },
        runs);
    return entries == loaded.items.size() ? bench::function_cost(seconds) : bench::Cost();
}

bench::Cost inner_notes(Loaded const& loaded, int runs) {
    csl::Options options;
    options.bibliography = false;
    auto const items = cited(loaded);
    std::size_t notes = 0;
    auto const seconds = bench::median_seconds(
        [&] {
            notes = csl::format_document(loaded.style, loaded.locales, items, loaded.citations, options)
                        .citations.size();
        },
        runs);
    return notes == loaded.citations.size() ? bench::function_cost(seconds) : bench::Cost();
}

/// A note more in the middle, and out again, the later ones numbered anew each time.
bench::Cost inner_edit(Loaded const& loaded) {
    csl::Options options;
    options.bibliography = false;
    csl::Session session(loaded.style, loaded.locales, options);
    session.set_items(cited(loaded));
    for (auto const& citation : loaded.citations) session.insert(session.texts().size(), citation);
    auto const middle = loaded.citations.size() / 2;
    auto extra = loaded.citations[middle];
    extra.id = "extra";
    auto const number = [](std::size_t count) {
        std::vector<int> out(count);
        for (std::size_t i = 0; i < count; ++i) out[i] = static_cast<int>(i) + 1;
        return out;
    };
    auto const fewer = number(loaded.citations.size()), more = number(loaded.citations.size() + 1);
    constexpr int edits = 100;
    auto const seconds = bench::median_seconds([&] {
        for (int i = 0; i < edits / 2; ++i) {
            session.insert(middle, extra, more);
            session.erase(middle, fewer);
        }
    });
    return bench::function_cost(seconds / edits);
}

/// A line of the table; memory is to be a fifth of a peer's.
void print(std::string const& what, bench::Cost const& own, std::string const& peer,
           bench::Cost const& theirs, double goal = 0) {
    bench::print_ratio(what, own, peer, theirs, goal, 0.2);
}

void compare(std::size_t count) {
    auto const document = generate(count);
    auto const large = count > 1000;
    auto const runs = large ? 3 : 7;
    bench::print_title("CSL, " + std::to_string(count) + " items and as many notes (processor time)");
    for (auto const& style : styles) {
        auto const title = std::string(style.title);
        auto const peer = citeproc_js(style, document, "bib");
        auto const bibliography = own_bibliography(style, document, runs);
        print("bibliography, whole process, " + title, bibliography, "citeproc-js", peer.process, 200);
        print("bibliography, whole process, " + title, bibliography, "pandoc", pandoc(style, document), 50);
        // citeproc-js takes minutes for 10,000 notes of Chicago, whose cost grows faster than their number.
        auto const endless = large && style.file == styles[0].file;
        auto notes = Peer();
        if (endless) notes.process.problem = notes.work.problem = "takes minutes";
        else notes = citeproc_js(style, document, "notes");
        print("notes, whole process, " + title, own_notes(style, document, runs), "citeproc-js",
              notes.process, 300);
        auto const live = large ? Peer() : citeproc_js(style, document, "live");
        // From here on this program holds the document.
        auto const loaded = load(style, document);
        print("bibliography, inner loop, " + title, inner_bibliography(loaded, runs), "citeproc-js",
              peer.work, 200);
        print("notes, inner loop, " + title, inner_notes(loaded, runs), "citeproc-js", notes.work, 300);
        if (!large)
            print("a note inserted among them, " + title, inner_edit(loaded), "citeproc-js", live.work, 300);
    }
}

void compare_single() {
    auto const& chicago = styles[0];
    bench::print_title("CSL, one item, cold (whole process, processor time, median of 9)");
    auto const book = single(
        R"({"id": "one", "type": "book", "title": "The Global Cold War", "publisher": "Cambridge University Press", "publisher-place": "Cambridge", "issued": {"date-parts": [[2005]]}, "author": [{"family": "Westad", "given": "Odd Arne"}]})");
    auto const own = own_bibliography(chicago, book, 9);
    print("a book, Chicago 18", own, "pandoc", pandoc(chicago, book), 20);
    print("a book, Chicago 18", own, "citeproc-js", citeproc_js(chicago, book, "bib").process);
    std::string authors;
    for (int i = 0; i < 500; ++i)
        authors += std::string(i ? "," : "") + R"({"family": "Author)" + std::to_string(i) +
                   R"(", "given": "Anna Maria"})";
    auto const crowd = single(
        R"({"id": "one", "type": "article-journal", "title": "Work of Many", "author": [)" + authors + "]}");
    for (auto const& style : styles)
        print("an article by 500 authors, " + std::string(style.title), own_bibliography(style, crowd, 9),
              "citeproc-js", citeproc_js(style, crowd, "bib").process);
}

void growth() {
    bench::print_title("CSL, growth: linear where the time per item stays");
    for (auto const& style : styles) {
        for (auto const count : {std::size_t{1000}, std::size_t{10000}, std::size_t{100000}}) {
            auto const document = generate(count);
            auto const bibliography = own_bibliography(style, document, 1),
                       notes = own_notes(style, document, 1);
            auto const part = [&](bench::Cost const& cost) {
                return cost.ran ? bench::readable(cost.cpu_seconds / static_cast<double>(count)) + " each, " +
                                      bench::readable_size(cost.peak_megabytes)
                                : "FAILED: " + cost.problem;
            };
            bench::print_line(std::string(style.title) + ", " + std::to_string(count),
                              "bibliography " + part(bibliography) + "; notes " + part(notes));
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
    if (!fs::exists(shared + "/csl/styles")) {
        std::printf("the styles are not at %s; nothing is measured\n", shared.c_str());
        return 0;
    }
    auto const largest = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10000;
    compare_single();
    for (auto const count : {std::size_t{1000}, std::size_t{10000}})
        if (count <= largest) compare(count);
    if (largest >= 10000) growth();
}
