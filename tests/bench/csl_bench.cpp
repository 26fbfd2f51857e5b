// CSL: bibliographies, notes and live edits of generated documents, beside citeproc-js where it is installed.
//
// PEERS names the folder that has citeproc-js (npm install --prefix peers citeproc); node makes the documents.

#include <cstdlib>
#include <filesystem>
#include <fonds/csl.hpp>
#include <fonds/formats.hpp>
#include <fstream>
#include <sstream>

#include "bench/bench.hpp"

namespace {

namespace fs = std::filesystem;
using namespace fonds;

std::string const shared = FONDS_SHARED_DIR;

std::string read(fs::path const& path) {
    std::ostringstream buffer;
    buffer << std::ifstream(path, std::ios::binary).rdbuf();
    return std::move(buffer).str();
}

struct Document {
    fs::path items, clusters;
};

Document generate(int count) {
    auto const folder = fs::temp_directory_path() / "fonds-csl-bench";
    fs::create_directories(folder);
    auto const number = std::to_string(count);
    Document const out{folder / ("items_" + number + ".json"), folder / ("clusters_" + number + ".json")};
    if (!fs::exists(out.clusters))
        bench::measure_command("node " + shared + "/tools/gen_items.mjs " + number + " " + folder.string());
    return out;
}

void whole_process(std::string const& style, int count) {
    auto const document = generate(count);
    auto const* peers = std::getenv("PEERS");
    auto const style_file = shared + "/csl/styles/" + style + ".csl";
    auto const own = std::string(FONDS_TOOL) + " ";
    auto const options = " --style " + style_file + " --style-dir " + shared + "/csl/locales -t html";
    auto const render = std::string("node ") + shared + "/tools/citeproc_js_render.mjs --peers " +
                        (peers ? peers : "peers") + " --style " + style_file + " --items " + document.items.string();
    auto const label = style + ", " + std::to_string(count);
    bench::print_ratio("bibliography: " + label, bench::median_command(own + "bibliography " + document.items.string() + options),
                       "citeproc-js", count > 1000 ? bench::Cost() : bench::measure_command(render + " --mode bib"));
    bench::print_ratio("notes: " + label,
                       bench::median_command(own + "cite " + document.items.string() + " --citations " + document.clusters.string() + options),
                       "citeproc-js",
                       count > 1000 ? bench::Cost() : bench::measure_command(render + " --mode notes --clusters " + document.clusters.string()));
}

void live(std::string const& style_name) {
    auto const document = generate(1000);
    auto const style = csl::Style::find(shared + "/csl/styles/" + style_name + ".csl");
    auto const locales = csl::find_locales("en-US", {{shared + "/csl/locales"}, true});
    auto const items = read_items(read(document.items), "csl-json");
    auto const citations = csl::read_citations(read(document.clusters));
    if (!style || !locales || !items || !citations) return;
    csl::Options options;
    options.bibliography = false;
    csl::Session session(style->value, *locales, options);
    session.set_items(items->value);
    for (auto const& citation : *citations) session.insert(session.texts().size(), citation);
    auto extra = (*citations)[500];
    extra.id = "extra";
    auto const runs = 200;
    auto const seconds = bench::median_seconds([&] {
        for (int i = 0; i < runs; ++i) {
            session.insert(500, extra);
            session.erase(500);
        }
    });
    std::printf("%-44s %8.1f µs an edit\n", ("live, 1,000 citations: " + style_name).c_str(), seconds / runs / 2 * 1e6);
}

}  // namespace

int main() {
    bench::print_title("CSL (whole process, processor time)");
    if (!fs::exists(shared + "/csl/styles")) {
        std::printf("the styles are not at %s; nothing is measured\n", shared.c_str());
        return 0;
    }
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
    auto const styles = {"chicago-notes-bibliography", "apa", "ieee"};
    for (auto const* style : styles) live(style);
    for (auto const count : {1000, 10000})
        for (auto const* style : styles) whole_process(style, count);
}
