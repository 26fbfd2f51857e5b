// How far long work has come, on a terminal only.
#pragma once

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <string>

namespace fonds::cli {

/// Shows nothing in the first half second, nothing where standard error is no terminal.
class Progress {
  public:
    /// `what`: "fonds check:"; `counted`: "records".
    Progress(std::string what, std::string counted)
        : what_(std::move(what)), counted_(std::move(counted)), shown_(isatty(STDERR_FILENO) == 1) {}
    ~Progress() { clear(); }
    Progress(Progress const&) = delete;
    Progress& operator=(Progress const&) = delete;

    /// `done` of `total` (0: not known), in whatever they are measured.
    void update(std::size_t count, std::size_t done, std::size_t total) {
        if (!shown_) return;
        auto const now = std::chrono::steady_clock::now();
        if (now - last_ < std::chrono::milliseconds(drawn_ ? 100 : 500)) return;
        last_ = now;
        drawn_ = true;
        if (total > 0)
            std::fprintf(stderr, "\r%s %3zu %% %s %zu %s\033[K", what_.c_str(), 100 * done / total,
                         bar(done, total).c_str(), count, counted_.c_str());
        else std::fprintf(stderr, "\r%s %zu %s\033[K", what_.c_str(), count, counted_.c_str());
    }
    void clear() {
        if (drawn_) std::fputs("\r\033[K", stderr);
        drawn_ = false;
    }

  private:
    static std::string bar(std::size_t done, std::size_t total) {
        constexpr std::size_t width = 30;
        auto const full = std::min(width, width * done / total);
        return "[" + std::string(full, '#') + std::string(width - full, '.') + "]";
    }

    std::string what_;
    std::string counted_;
    bool shown_;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

}  // namespace fonds::cli
