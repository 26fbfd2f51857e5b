// Work done side by side whose results are wanted in order.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace fonds {

/// Results that may wait for each thread until those before them are taken: a slow one does not stop the
/// others at once, and memory stays bounded.
inline constexpr std::size_t results_waiting_per_thread = 4;

/// What `make` makes of the number `i` in a thread, of which it may ask for the number too.
template <class Make>
auto make_in_thread(Make& make, unsigned thread, std::size_t i) {
    if constexpr (std::is_invocable_v<Make&, unsigned, std::size_t>) return make(thread, i);
    else return make(i);
}

/// Makes `make(i)`, or `make(thread, i)`, for each i below `count` on `jobs` threads, the calling one among
/// them, which is number 0, and gives the results to `take` one after the other, in the calling thread. What
/// `take` leaves of one is given up by the thread that makes another in its place. What `make` or `take`
/// throws is thrown.
template <class Make, class Take>
class InOrder {
  public:
    using Result = decltype(make_in_thread(std::declval<Make&>(), 0U, std::size_t{}));

    InOrder(std::size_t count, Make make, Take take) : count_(count), make_(make), take_(take) {}

    void run(unsigned jobs) {
        waiting_.resize(jobs < 2 ? 1 : jobs * results_waiting_per_thread);
        std::vector<std::jthread> threads;
        Stopper const stopper{*this};  // before the threads are joined, whatever ends this function
        for (unsigned i = 1; i < jobs && i < count_; ++i) threads.emplace_back([this, i] { work(i); });
        for (std::size_t i = 0; i < count_; ++i) {
            take_(result_of(i));
            std::lock_guard const lock(mutex_);
            ++taken_;
            room_.notify_one();
        }
    }

  private:
    struct Stopper {
        InOrder& work;
        ~Stopper() { work.stop(nullptr); }
    };

    struct Place {
        std::optional<Result> result;  // also one that was taken
        std::size_t made = 0;          // how many results stood here
    };

    Place& place_of(std::size_t i) { return waiting_[i % waiting_.size()]; }
    [[nodiscard]] bool is_made(std::size_t i) { return place_of(i).made > i / waiting_.size(); }

    void stop(std::exception_ptr error) {
        std::lock_guard const lock(mutex_);
        if (error) error_ = error;
        stopped_ = true;
        room_.notify_all();
        made_.notify_one();
    }

    // Whether there is a result to make, and a place for it.
    [[nodiscard]] bool may_make() const { return next_ < count_ && next_ < taken_ + waiting_.size(); }

    // Makes the next result, with the lock open.
    void make_next(unsigned thread, std::unique_lock<std::mutex>& lock) {
        auto const i = next_++;
        lock.unlock();
        std::optional<Result> result = make_in_thread(make_, thread, i);
        lock.lock();
        std::swap(place_of(i).result, result);
        ++place_of(i).made;
        if (i == taken_) made_.notify_one();
        lock.unlock();
        result.reset();
        lock.lock();
    }

    void work(unsigned thread) {
        try {
            for (std::unique_lock lock(mutex_);;) {
                room_.wait(lock, [&] { return stopped_ || next_ == count_ || may_make(); });
                if (stopped_ || next_ == count_) return;
                make_next(thread, lock);
            }
        } catch (...) {
            stop(std::current_exception());
        }
    }

    // Makes others until another thread has made it.
    Result& result_of(std::size_t i) {
        std::unique_lock lock(mutex_);
        while (!error_ && !is_made(i)) {
            if (may_make()) make_next(0, lock);
            else made_.wait(lock, [&] { return error_ || is_made(i); });
        }
        if (error_) std::rethrow_exception(error_);
        return *place_of(i).result;
    }

    std::size_t count_;
    Make make_;
    Take take_;
    std::mutex mutex_;
    std::condition_variable room_;  // for more results
    std::condition_variable made_;  // the result that is waited for
    std::vector<Place> waiting_;
    std::size_t next_ = 0;  // to be made
    std::size_t taken_ = 0;
    bool stopped_ = false;
    std::exception_ptr error_;
};

}  // namespace fonds
