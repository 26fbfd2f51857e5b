#include "base/perfect_hash.hpp"

#include <set>
#include <string>

#include "base/hash.hpp"
#include "support/catch.hpp"

TEST_CASE("A perfect hash brings every key to a slot of its own") {
    for (std::size_t const size : {0U, 1U, 2U, 3U, 100U, 20'000U}) {
        CAPTURE(size);
        std::vector<std::uint64_t> hashes;
        for (std::size_t i = 0; i < size; ++i) hashes.push_back(fonds::fnv1a("key " + std::to_string(i)));
        fonds::PerfectHashDraft const draft(hashes);
        auto const slot_of = draft.hash();
        CHECK(slot_of.slots <= size + size / 16 + 1);  // hardly any is empty
        std::set<std::size_t> slots;
        for (auto const hash : hashes) slots.insert(slot_of(hash));
        CHECK(slots.size() == size);
        CHECK((slots.empty() || *slots.rbegin() < slot_of.slots));
        CHECK(slot_of(fonds::fnv1a("no key")) < slot_of.slots);
    }
}
