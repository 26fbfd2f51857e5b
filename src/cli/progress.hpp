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
    explicit Progress(std::string what) : what_(std::move(what)), shown_(isatty(STDERR_FILENO) == 1) {}
    ~Progress() { clear(); }
    Progress(Progress const&) = delete;
    Progress& operator=(Progress const&) = delete;

    /// `total` 0: not known.
    void update(std::size_t records, std::size_t bytes, std::size_t total) {
        if (!shown_) return;
        auto const now = std::chrono::steady_clock::now();
        if (now - last_ < std::chrono::milliseconds(drawn_ ? 100 : 500)) return;
        last_ = now;
        drawn_ = true;
        if (total > 0)
            std::fprintf(stderr, "\r%s %3zu %% %s %zu records\033[K", what_.c_str(), 100 * bytes / total,
                         bar(bytes, total).c_str(), records);
        else std::fprintf(stderr, "\r%s %zu records\033[K", what_.c_str(), records);
    }
    void clear() {
        if (drawn_) std::fputs("\r\033[K", stderr);
        drawn_ = false;
    }

  private:
    static std::string bar(std::size_t bytes, std::size_t total) {
        constexpr std::size_t width = 30;
        auto const full = std::min(width, width * bytes / total);
        return "[" + std::string(full, '#') + std::string(width - full, '.') + "]";
    }

    std::string what_;
    bool shown_;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

}  // namespace fonds::cli
