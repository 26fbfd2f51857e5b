// Gathers phrases by all their words, and sorts them by the first one.

#include "grammar/phrase_draft.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.hpp"

namespace fonds {

using std::string_view;

PhraseDraft::Entry& PhraseDraft::phrase(string_view text) {
    std::vector<std::uint64_t> words;
    auto key = hash_of_nothing;
    for (auto word : split(text, ' ')) {
        if (word.ends_with("-,")) word.remove_suffix(1);
        auto const hash = hash_folded(word);
        if (hash == hash_of_nothing) continue;
        key = (key ^ hash) * 1099511628211ULL;
        words.push_back(hash);
    }
    if (words.empty()) words.push_back(0);
    auto const [at, is_new] = by_words_.try_emplace(key, entries_.size());
    if (is_new) entries_.emplace_back().words = std::move(words);
    return entries_[at->second];
}

PhraseTable PhraseDraft::table() {
    std::stable_sort(entries_.begin(), entries_.end(), [](Entry const& a, Entry const& b) {
        if (a.words[0] != b.words[0]) return a.words[0] < b.words[0];
        return a.words.size() > b.words.size();
    });
    for (auto const& entry : entries_)
        phrases_.push_back({entry.words, entry.classes, &no_details, entry.number, entry.exact_case});
    make_details();

    std::vector<std::uint64_t> first_words;
    for (std::size_t first = 0, last = 0; first < phrases_.size(); first = last) {
        PhraseStart start{phrases_[first].words[0], {}, 0};
        for (; last < phrases_.size() && phrases_[last].words[0] == start.word; ++last)
            start.classes |= phrases_[last].classes;
        start.phrases = std::span(phrases_).subspan(first, last - first);
        starts_.push_back(start);
        first_words.push_back(start.word);
    }
    start_slots_ = slots_for(first_words);
    return {phrases_, starts_, {start_slots_}};
}

/// Phrases whose details are the same share them.
void PhraseDraft::make_details() {
    auto const parts = [](Entry const& entry) {
        return std::tie(entry.signal, entry.meanings, entry.archives, entry.tongues, entry.written);
    };
    Entry const none;
    std::map<decltype(parts(none)), std::size_t> known{{parts(none), 0}};
    std::vector<std::size_t> place(entries_.size());
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        auto const& entry = entries_[i];
        auto const [at, is_new] = known.try_emplace(parts(entry), known.size());
        place[i] = at->second;
        if (is_new)
            details_.push_back({entry.signal, entry.meanings, entry.archives, entry.tongues, entry.written});
    }
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (place[i] != 0) phrases_[i].details = &details_[place[i] - 1];
}

}  // namespace fonds
