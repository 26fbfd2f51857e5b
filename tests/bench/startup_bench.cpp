// What a cold start costs: the tool that a writing program calls once for each small job.

#include "bench/bench.hpp"

int main() {
    bench::print_title("Cold start (whole process, processor time, median of 9)");
    bench::Expectation const a_line{0, "\n"};
    auto const own = bench::median_command(std::string(FONDS_TOOL) + " --version", 9, a_line);
    bench::print_ratio("--version", own, "pandoc", bench::median_command("pandoc --version", 9, a_line));
}
