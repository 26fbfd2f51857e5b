// Records on their way from the thread that reads to the thread that writes, in order and never many at once.
#pragma once

#include <condition_variable>
#include <deque>
#include <fonds/item.hpp>
#include <mutex>
#include <optional>

namespace fonds {

class ItemQueue {
  public:
    /// Records that are handed over together: a lock for each would cost more than the record.
    static constexpr std::size_t batch_size = 64;

    /// Waits while too many batches stand in the queue; drops the batch where nobody reads any more.
    void push(Items batch) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return batches_.size() < capacity || abandoned_; });
        if (abandoned_) return;
        batches_.push_back(std::move(batch));
        changed_.notify_all();
    }
    void close() {
        std::lock_guard const lock(mutex_);
        closed_ = true;
        changed_.notify_all();
    }

    /// The next batch; nothing at the end.
    std::optional<Items> pop() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return !batches_.empty() || closed_; });
        if (batches_.empty()) return std::nullopt;
        auto batch = std::move(batches_.front());
        batches_.pop_front();
        changed_.notify_all();
        return batch;
    }
    /// Nobody reads any more.
    void abandon() {
        std::lock_guard const lock(mutex_);
        abandoned_ = true;
        changed_.notify_all();
    }

  private:
    static constexpr std::size_t capacity = 16;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Items> batches_;
    bool closed_ = false;
    bool abandoned_ = false;
};

}  // namespace fonds
