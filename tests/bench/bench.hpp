// Timing a function, timing a process, and a table of ratios. POSIX only, as the peers are.
#pragma once

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

namespace bench {

/// What one run took.
struct Cost {
    double wall_seconds = 0;
    double cpu_seconds = 0;
    double peak_megabytes = 0;  ///< of a process; 0 for a function
    bool ran = false;
};

/// Runs a shell command, output thrown away, and measures the process and its children.
inline Cost measure_command(std::string const& command) {
    Cost cost;
    auto const begin = std::chrono::steady_clock::now();
    pid_t const child = fork();
    if (child == 0) {
        int const null = open("/dev/null", O_RDWR);
        dup2(null, 0);
        dup2(null, 1);
        dup2(null, 2);
        execl("/bin/sh", "sh", "-c", ("exec " + command).c_str(), static_cast<char*>(nullptr));
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &status, 0, &usage) != child) return cost;
    auto const seconds = [](timeval t) { return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec); };
    cost.wall_seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    cost.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    cost.peak_megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
    cost.ran = WIFEXITED(status) && WEXITSTATUS(status) < 2;
    return cost;
}

/// The median of `runs` runs by processor time.
inline Cost median_command(std::string const& command, int runs = 3) {
    std::vector<Cost> costs;
    for (int i = 0; i < runs; ++i) {
        costs.push_back(measure_command(command));
        if (!costs.back().ran) return costs.back();
    }
    std::sort(costs.begin(), costs.end(), [](Cost const& a, Cost const& b) { return a.cpu_seconds < b.cpu_seconds; });
    return costs[costs.size() / 2];
}

/// Seconds of processor time that one call takes: the median of `runs` runs.
inline double median_seconds(std::function<void()> const& work, int runs = 5) {
    std::vector<double> seconds;
    for (int i = 0; i < runs; ++i) {
        auto const begin = std::clock();
        work();
        seconds.push_back(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    std::sort(seconds.begin(), seconds.end());
    return seconds[seconds.size() / 2];
}

/// One line of a table: what fonds took beside what a peer took for the same work.
inline void print_ratio(std::string const& what, Cost const& own, std::string const& peer, Cost const& theirs) {
    if (!theirs.ran) {
        std::printf("%-44s %8.3f s %7.1f MB   %s: not installed or failed, left out\n", what.c_str(),
                    own.cpu_seconds, own.peak_megabytes, peer.c_str());
        return;
    }
    std::printf("%-44s %8.3f s %7.1f MB   %-14s %8.3f s %7.1f MB   %7.1f x faster, %5.2f x its memory\n",
                what.c_str(), own.cpu_seconds, own.peak_megabytes, peer.c_str(), theirs.cpu_seconds,
                theirs.peak_megabytes, theirs.cpu_seconds / std::max(own.cpu_seconds, 1e-6),
                own.peak_megabytes / std::max(theirs.peak_megabytes, 1e-6));
}

inline void print_title(std::string const& title) { std::printf("\n== %s\n", title.c_str()); }

}  // namespace bench
