// Timing a function, timing a process and looking at what it wrote, and a table of ratios. POSIX only, as the
// peers are.
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace bench {

/// What a run must have done before its time is believed.
struct Expectation {
    int highest_status = 0;    ///< `fonds check` ends with 1 where it found something
    std::string_view counted;  ///< a piece of text that stands in the output …
    std::size_t count = 0;     ///< … this often; 0: at least once
};

/// What one run took.
struct Cost {
    double wall_seconds = 0;
    double cpu_seconds = 0;
    double peak_megabytes = 0;  ///< of a process; 0 for a function
    bool ran = false;           ///< and did what was expected
    std::string problem;        ///< why it did not
};

/// A folder for what benchmarks generate; kept between runs.
inline std::filesystem::path scratch() {
    auto folder = std::filesystem::temp_directory_path() / "fonds-bench";
    std::filesystem::create_directories(folder);
    return folder;
}

inline std::string read(std::filesystem::path const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline std::size_t count(std::string_view text, std::string_view piece) {
    std::size_t out = 0;
    for (auto at = text.find(piece); at != text.npos; at = text.find(piece, at + piece.size())) ++out;
    return out;
}

/// Why a run that ended with `status` and wrote `output` is not to be believed; empty where it is.
inline std::string problem_of(int status, std::string_view output, Expectation const& expected) {
    if (!WIFEXITED(status)) return "killed by signal " + std::to_string(WTERMSIG(status));
    if (WEXITSTATUS(status) == 127) return "not installed";
    if (WEXITSTATUS(status) > expected.highest_status)
        return "exit status " + std::to_string(WEXITSTATUS(status));
    if (expected.counted.empty()) return {};
    auto const found = count(output, expected.counted);
    auto const enough = expected.count == 0 ? found > 0 : found == expected.count;
    return enough ? std::string() : std::to_string(found) + " outputs, not " + std::to_string(expected.count);
}

inline std::vector<std::string> words_of(std::string const& command) {
    std::istringstream in(command);
    return {std::istream_iterator<std::string>(in), {}};
}

/// Runs a program, its arguments parted by spaces, and measures the process and its children.
inline Cost measure_command(std::string const& command, Expectation const& expected = {}) {
    Cost cost;
    auto const output = (scratch() / "output").string();
    auto const report = (scratch() / "report").string();
    auto words = words_of(FONDS_BENCH_RUN " " + report + " " + command);
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::filesystem::remove(report);
    pid_t const child = fork();
    if (child == 0) {
        int const null = open("/dev/null", O_RDWR);
        int const out = open(output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        dup2(null, 0);
        dup2(out, 1);
        dup2(null, 2);
        execv(arguments.front(), arguments.data());
        _exit(127);
    }
    if (child < 0 || waitpid(child, nullptr, 0) != child) return cost;
    int status = 127 << 8;  // as of a program that is not there
    std::ifstream(report) >> status >> cost.wall_seconds >> cost.cpu_seconds >> cost.peak_megabytes;
    cost.problem = problem_of(status, read(output), expected);
    cost.ran = cost.problem.empty();
    return cost;
}

/// The median of `runs` runs by processor time.
inline Cost median_command(std::string const& command, int runs = 3, Expectation const& expected = {}) {
    std::vector<Cost> costs;
    for (int i = 0; i < runs; ++i) {
        costs.push_back(measure_command(command, expected));
        if (!costs.back().ran) return costs.back();
    }
    std::sort(costs.begin(), costs.end(),
              [](Cost const& a, Cost const& b) { return a.cpu_seconds < b.cpu_seconds; });
    return costs[costs.size() / 2];
}

/// A command of fonds: its processor time with one thread, as peers have one, its time by the clock with as
/// many as it takes by itself, and the more memory of the two.
inline Cost median_own_command(std::string const& command, int runs = 3, Expectation const& expected = {}) {
    auto cost = median_command(command + " --jobs 1", runs, expected);
    auto const threads = median_command(command, runs, expected);
    if (!cost.ran || !threads.ran) return cost.ran ? threads : cost;
    cost.wall_seconds = threads.wall_seconds;
    cost.peak_megabytes = std::max(cost.peak_megabytes, threads.peak_megabytes);
    return cost;
}

/// Seconds of processor time that one call takes: the median of `runs` runs after one that warms up.
inline double median_seconds(std::function<void()> const& work, int runs = 5) {
    std::vector<double> seconds;
    work();
    for (int i = 0; i < runs; ++i) {
        auto const begin = std::clock();
        work();
        seconds.push_back(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    std::sort(seconds.begin(), seconds.end());
    return seconds[seconds.size() / 2];
}

/// The cost of a function, for a line of the table.
inline Cost function_cost(double seconds) {
    Cost out;
    out.wall_seconds = out.cpu_seconds = seconds;
    out.ran = true;
    return out;
}

/// "83 µs", "4.2 ms", "1.53 s".
inline std::string readable(double seconds) {
    char text[32];
    if (seconds < 1e-3) std::snprintf(text, sizeof text, "%.1f us", seconds * 1e6);
    else if (seconds < 1) std::snprintf(text, sizeof text, "%.1f ms", seconds * 1e3);
    else std::snprintf(text, sizeof text, "%.2f s", seconds);
    return text;
}

inline std::string readable_size(double megabytes) {
    char text[32];
    std::snprintf(text, sizeof text, "%.0f MB", megabytes);
    return megabytes > 0 ? text : "";
}

/// The head of a table of ratios: of processor time where fonds has one thread, and by the clock where it has
/// as many as it takes by itself. Threads that share a processor's units make each other's time longer, so
/// that the processor time of several says little.
inline void print_title(std::string const& title) {
    std::printf("\n%s; by the clock %u threads\n%-46s %9s %8s   %-12s %9s %8s  %9s %7s %11s %8s %5s\n",
                title.c_str(), std::thread::hardware_concurrency(), "", "fonds", "peak", "peer", "", "peak",
                "faster", "goal", "by clock", "memory", "goal");
}

/// One line of the table: what fonds took beside what a peer took for the same work. `goal`: how many times
/// faster fonds is to be, marked behind the ratio of processor time and behind that by the clock;
/// `memory_goal`: what part of the peer's memory it may take; 0: none is set.
inline void print_ratio(std::string const& what, Cost const& own, std::string const& peer, Cost const& theirs,
                        double goal = 0, double memory_goal = 0) {
    std::printf("%-46s ", what.c_str());
    if (!own.ran) {
        std::printf("FAILED: %s\n", own.problem.c_str());
        return;
    }
    std::printf("%9s %8s   ", readable(own.cpu_seconds).c_str(), readable_size(own.peak_megabytes).c_str());
    if (!theirs.ran) {
        std::printf("%-12s left out: %s\n", peer.c_str(), theirs.problem.c_str());
        return;
    }
    auto const ratio = theirs.cpu_seconds / std::max(own.cpu_seconds, 1e-9);
    auto const mark = [&](double reached) { return goal <= 0 ? ' ' : reached >= goal ? '+' : '-'; };
    std::printf("%-12s %9s %8s  %7.1f x", peer.c_str(), readable(theirs.cpu_seconds).c_str(),
                readable_size(theirs.peak_megabytes).c_str(), ratio);
    if (goal > 0) std::printf(" %5.0f %c", goal, mark(ratio));
    else std::printf(" %7s", "");
    auto const are_processes = own.peak_megabytes > 0 && theirs.peak_megabytes > 0;
    if (are_processes) {
        auto const memory = own.peak_megabytes / theirs.peak_megabytes;
        auto const by_clock = theirs.wall_seconds / std::max(own.wall_seconds, 1e-9);
        std::printf(" %7.1f x %c %6.2f x", by_clock, mark(by_clock), memory);
        if (memory_goal > 0) std::printf(" %5.2f %s", memory_goal, memory <= memory_goal ? "+" : "-");
    }
    std::printf("\n");
}

/// One line without a peer.
inline void print_line(std::string const& what, std::string const& value) {
    std::printf("%-46s %s\n", what.c_str(), value.c_str());
}

}  // namespace bench
