// The same work on many things, on several threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <span>
#include <thread>
#include <variant>
#include <vector>

namespace fonds {

/// So many of `jobs` threads have enough to do: each has as much as is worth one.
constexpr unsigned useful_threads(std::size_t amount, std::size_t worth_a_thread, unsigned jobs) {
    return static_cast<unsigned>(std::clamp<std::size_t>(amount / worth_a_thread, 1, std::max(jobs, 1U)));
}

/// Calls `work(worker, i)`, which must not throw, for each i below `count`. Each worker is used by one
/// thread, the first by this one, and takes `batch` of them at a time.
template <class Worker, class Work>
void for_each_index(std::size_t count, std::span<Worker> workers, std::size_t batch, Work const& work) {
    std::atomic<std::size_t> next{0};
    auto const take = [&](Worker& worker) {
        for (auto first = next.fetch_add(batch); first < count; first = next.fetch_add(batch))
            for (auto i = first; i < std::min(count, first + batch); ++i) work(worker, i);
    };
    std::vector<std::jthread> others;
    for (auto& worker : workers.subspan(1)) others.emplace_back([&] { take(worker); });
    take(workers.front());
}

/// Calls `work(i)`, which must not throw, for each i below `count`, on at most `jobs` threads, this one among
/// them.
template <class Work>
void for_each_index(std::size_t count, unsigned jobs, std::size_t batch, Work const& work) {
    auto const useful = std::min<std::size_t>(jobs, (count + batch - 1) / batch);
    std::vector<std::monostate> workers(std::max<std::size_t>(useful, 1));
    for_each_index(count, std::span(workers), batch, [&](std::monostate, std::size_t i) { work(i); });
}

}  // namespace fonds
