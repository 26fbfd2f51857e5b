// The same work on many things, on several threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace fonds {

/// Calls `work(i)`, which must not throw, for each i below `count`, on at most `jobs` threads, this one among
/// them. Each takes `batch` of them at a time.
template <class Work>
void for_each_index(std::size_t count, unsigned jobs, std::size_t batch, Work const& work) {
    std::atomic<std::size_t> next{0};
    auto const take = [&] {
        for (auto first = next.fetch_add(batch); first < count; first = next.fetch_add(batch))
            for (auto i = first; i < std::min(count, first + batch); ++i) work(i);
    };
    std::vector<std::jthread> others;
    auto const useful = std::min<std::size_t>(jobs, (count + batch - 1) / batch);
    for (std::size_t job = 1; job < useful; ++job) others.emplace_back(take);
    take();
}

}  // namespace fonds
