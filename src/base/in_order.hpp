// Work done side by side whose results are wanted in order.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace fonds {

/// Results that may wait for each thread until those before them are taken: a slow one does not stop the
/// others at once, and memory stays bounded.
inline constexpr std::size_t results_waiting_per_thread = 4;

/// Makes `make(i)` for each i below `count` on `jobs` threads, and gives the results to `take` one after the
/// other, in the calling thread. With one job nothing runs beside it. What `make` or `take` throws is thrown.
template <class Make, class Take>
class InOrder {
  public:
    using Result = decltype(std::declval<Make&>()(std::size_t{}));

    InOrder(std::size_t count, Make make, Take take) : count_(count), make_(make), take_(take) {}

    void run(unsigned jobs) {
        if (jobs < 2 || count_ < 2) {
            for (std::size_t i = 0; i < count_; ++i) take_(make_(i));
            return;
        }
        waiting_.resize(jobs * results_waiting_per_thread);
        std::vector<std::jthread> threads;
        Stopper const stopper{*this};  // before the threads are joined, whatever ends this function
        for (unsigned i = 0; i < jobs; ++i) threads.emplace_back([this] { work(); });
        for (std::size_t i = 0; i < count_; ++i) take_(wait_for(i));
    }

  private:
    struct Stopper {
        InOrder& work;
        ~Stopper() { work.stop(nullptr); }
    };

    std::optional<Result>& place_of(std::size_t i) { return waiting_[i % waiting_.size()]; }

    void stop(std::exception_ptr error) {
        std::lock_guard const lock(mutex_);
        if (error) error_ = error;
        stopped_ = true;
        changed_.notify_all();
    }

    void work() {
        try {
            for (std::unique_lock lock(mutex_);;) {
                changed_.wait(
                    lock, [&] { return stopped_ || next_ == count_ || next_ < taken_ + waiting_.size(); });
                if (stopped_ || next_ == count_) return;
                auto const i = next_++;
                lock.unlock();
                auto result = make_(i);
                lock.lock();
                place_of(i) = std::move(result);
                changed_.notify_all();
            }
        } catch (...) {
            stop(std::current_exception());
        }
    }

    Result wait_for(std::size_t i) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return error_ || place_of(i); });
        if (error_) std::rethrow_exception(error_);
        auto result = *std::move(place_of(i));
        place_of(i).reset();
        ++taken_;
        changed_.notify_all();
        return result;
    }

    std::size_t count_;
    Make make_;
    Take take_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::optional<Result>> waiting_;
    std::size_t next_ = 0;  // to be made
    std::size_t taken_ = 0;
    bool stopped_ = false;
    std::exception_ptr error_;
};

}  // namespace fonds
