// What a cold start costs: the tool that a writing program calls once for each small job.

#include "bench/bench.hpp"

int main() {
    bench::print_title("cold start (whole process, processor time, median of 9)");
    auto const own = bench::median_command(std::string(FONDS_TOOL) + " --version", 9);
    bench::print_ratio("fonds --version", own, "pandoc", bench::median_command("pandoc --version", 9));
}
