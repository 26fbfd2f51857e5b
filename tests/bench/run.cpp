// Runs a program and writes what that took: a process that a large program starts never counts less memory
// than that program has.
//   fonds_bench_run REPORT PROGRAM ARGUMENT...    REPORT: a file for status, seconds by the clock and of all
//                                                 processors, and megabytes

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <ctime>

namespace {

double seconds(timeval t) { return static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_usec); }

double now() {
    timespec t{};
    clock_gettime(CLOCK_MONOTONIC, &t);
    return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    auto const begin = now();
    auto const child = fork();
    if (child == 0) {
        execvp(argv[2], argv + 2);
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &status, 0, &usage) != child) return 2;
    auto const wall = now() - begin;
    auto* const report = std::fopen(argv[1], "w");
    if (!report) return 2;
    std::fprintf(report, "%d %.9f %.9f %.6f\n", status, wall,
                 seconds(usage.ru_utime) + seconds(usage.ru_stime),
                 static_cast<double>(usage.ru_maxrss) / 1024);
    return std::fclose(report) == 0 ? 0 : 2;
}
