// Conversions between record formats: speed against peers on one generated library, memory, linearity.
//
// The library comes from the generator gen_bib.mjs (node); citation-js is looked for in PEERS_NODE, a
// node_modules.

#include <cstdlib>
#include <filesystem>

#include "bench/bench.hpp"

namespace {

namespace fs = std::filesystem;

std::string const tool = FONDS_TOOL;
std::string const tools = std::string(FONDS_SHARED_DIR) + "/tools";
fs::path const folder = fs::temp_directory_path() / "fonds-bench";

std::string file(std::string const& megabytes, std::string const& extension) {
    return (folder / ("library" + megabytes)).string() + extension;
}

bool generate(std::string const& megabytes) {
    fs::create_directories(folder);
    if (fs::exists(file(megabytes, ".bib"))) return true;
    return bench::measure_command("node " + tools + "/gen_bib.mjs " +
                                  (folder / ("library" + megabytes)).string() + " " + megabytes + " biblatex")
        .ran;
}

double megabytes_of(std::string const& path) { return static_cast<double>(fs::file_size(path)) / 1e6; }

void print_speed(std::string const& what, std::string const& path, bench::Cost const& cost) {
    std::printf(
        "%-44s %8.3f s processor, %6.3f s wall, %6.1f MB/s (wall), peak memory %.2f x the input (goal < 5)\n",
        what.c_str(), cost.cpu_seconds, cost.wall_seconds, megabytes_of(path) / cost.wall_seconds,
        cost.peak_megabytes * 1.048576 / megabytes_of(path));
}

std::string convert(std::string const& from, std::string const& to, std::string const& path) {
    return tool + " convert -f " + from + " -t " + to + " " + path;
}

bench::Cost btparse(std::string const& path) {
    auto const program = (folder / "btparse").string();
    if (!bench::measure_command("cc -O2 -o " + program + " " + tools + "/bib_btparse.c -lbtparse").ran)
        return {};
    return fs::exists(program) ? bench::median_command(program + " " + path) : bench::Cost{};
}

bench::Cost citation_js(std::string const& path) {
    if (std::getenv("PEERS_NODE") == nullptr) return {};
    return bench::median_command("node --max-old-space-size=8192 " + tools + "/bib_citationjs.mjs " + path);
}

}  // namespace

int main() {
    if (!generate("10")) {
        std::printf("formats: left out, the generator %s/gen_bib.mjs does not run here\n", tools.c_str());
        return 0;
    }
    auto const bib = file("10", ".bib");
    auto const json = file("10", ".csl.json");

    bench::print_title("BibLaTeX to CSL-JSON, 10 MB (whole process, median of 3)");
    auto const there = bench::median_own_command(convert("biblatex", "csl-json", bib));
    print_speed("fonds convert", bib, there);
    bench::print_ratio("biblatex to csl-json", there, "citation-js", citation_js(bib), 20);
    bench::print_ratio("biblatex to csl-json", there, "btparse (parse)", btparse(bib), 1);
    bench::print_ratio("biblatex to csl-json", there, "pandoc",
                       bench::measure_command("pandoc -f biblatex -t csljson " + bib), 150);

    bench::print_title("CSL-JSON to BibLaTeX, 11 MB");
    auto const back = bench::median_own_command(convert("csl-json", "biblatex", json));
    print_speed("fonds convert", json, back);
    bench::print_ratio("csl-json to biblatex", back, "pandoc",
                       bench::measure_command("pandoc -f csljson -t biblatex " + json), 150);

    bench::print_title("the same by size: linear where MB/s stay");
    for (auto const* size : {"1", "10", "100"})
        if (generate(size))
            print_speed(std::string(size) + " MB", file(size, ".bib"),
                        bench::median_own_command(convert("biblatex", "csl-json", file(size, ".bib"))));
    bench::print_title("records a line, 11 MB: constant memory");
    auto const lines = file("10", ".ndjson");
    if (bench::measure_command(tool + " convert -f csl-json -t ndjson -o " + lines + " " + json).ran)
        print_speed("ndjson to ndjson", lines, bench::median_own_command(convert("ndjson", "ndjson", lines)));
}
