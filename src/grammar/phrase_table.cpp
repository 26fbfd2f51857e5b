// A table of phrases by hashes: of all words while it is made, of the first word when it is read.

#include "grammar/phrase_table.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {

using std::string_view;

std::string fold_word(string_view word) {
    std::string out;
    out.reserve(word.size());
    bool ascii = true;
    for (char const c : word) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            ascii = false;
            break;
        }
        if (c != '.' && c != '\'') out += ascii_lower(c);
    }
    if (ascii) return out;
    out.clear();
    for (std::size_t at = 0; at < word.size();) {
        auto const [value, size] = decode(word, at);
        at += size;
        switch (value) {
            case '.':
            case '\'':
            case 0x2018:
            case 0x2019:
            case 0x02B9:
            case 0x02BC:
            case 0x00AD: break;
            case 0x2010:
            case 0x2011:
            case 0x2012:
            case 0x2013:
            case 0x2014:
            case 0x2212: out += '-'; break;
            default: append_utf8(out, to_lower(value));
        }
    }
    for (char const c : out)
        if (static_cast<unsigned char>(c) == 0xCC || static_cast<unsigned char>(c) == 0xCD)
            return to_nfc(out);
    return out;
}

std::uint64_t hash_folded(string_view word, std::uint64_t hash) {
    auto const begin = hash;
    for (char const c : word) {
        if (static_cast<unsigned char>(c) >= 0x80) return hash_word(fold_word(word), begin);
        auto const small = ascii_lower(c);
        if (c != '.' && c != '\'') hash = hash_word({&small, 1}, hash);
    }
    return hash;
}

namespace {

/// Puts at each place the phrase whose number stands there in `order`, circle by circle: a second table would
/// take as much memory again.
void put_in_order(std::vector<Phrase>& phrases, std::vector<std::uint32_t> order) {
    for (std::uint32_t first = 0; first < order.size(); ++first) {
        auto at = first;
        while (order[at] != first) {
            auto const next = std::exchange(order[at], at);
            std::swap(phrases[at], phrases[next]);
            at = next;
        }
        order[at] = at;
    }
}

}  // namespace

PhraseTable::PhraseTable() {
    constexpr std::size_t as_many_as_built_in = 10'000;  // growing would move them all, again and again
    phrases_.reserve(as_many_as_built_in);
}

Phrase& PhraseTable::phrase(string_view text) {
    if (phrases_.size() * 2 >= slots_.size()) grow();
    Words words{hash_of_nothing, static_cast<std::uint32_t>(words_.size()), 0};
    while (!text.empty()) {
        auto const word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        auto const hash = hash_folded(word);
        if (hash == hash_of_nothing) continue;
        words.key = (words.key ^ hash) * 1099511628211ULL;
        words_.push_back(hash);
    }
    if (words_.size() == words.first) words_.push_back(0);
    words.count = static_cast<std::uint32_t>(words_.size()) - words.first;
    auto const mask = slots_.size() - 1;
    auto slot = words.key & mask;
    for (; slots_[slot] != 0; slot = (slot + 1) & mask)
        if (words_of_[slots_[slot] - 1].key == words.key) {
            words_.resize(words.first);
            return phrases_[slots_[slot] - 1];
        }
    words_of_.push_back(words);
    phrases_.emplace_back();
    slots_[slot] = static_cast<std::uint32_t>(phrases_.size());
    return phrases_.back();
}

void PhraseTable::grow() {
    slots_.assign(std::max<std::size_t>(slots_.size() * 2, 1024), 0);
    auto const mask = slots_.size() - 1;
    for (std::size_t i = 0; i < words_of_.size(); ++i) {
        auto slot = words_of_[i].key & mask;
        while (slots_[slot] != 0) slot = (slot + 1) & mask;
        slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
}

void PhraseTable::arrange() {
    std::vector<std::uint32_t> order(phrases_.size());
    std::iota(order.begin(), order.end(), 0U);
    auto const first_word = [&](std::uint32_t index) { return words_[words_of_[index].first]; };
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (auto const x = first_word(a), y = first_word(b); x != y) return x < y;
        return words_of_[a].count != words_of_[b].count ? words_of_[a].count > words_of_[b].count : a < b;
    });
    for (std::size_t index = 0; index < phrases_.size(); ++index)
        phrases_[index].words = {words_.data() + words_of_[index].first, words_of_[index].count};
    words_of_ = {};
    put_in_order(phrases_, std::move(order));

    std::size_t start_count = 0;
    for (std::size_t index = 0; index < phrases_.size(); ++index)
        if (index == 0 || phrases_[index].words[0] != phrases_[index - 1].words[0]) ++start_count;
    starts_.reserve(start_count);

    std::fill(slots_.begin(), slots_.end(), 0);
    auto const mask = slots_.size() - 1;
    for (std::size_t first = 0; first < phrases_.size();) {
        PhraseStart start{phrases_[first].words[0], {}, 0};
        auto last = first;
        for (; last < phrases_.size() && phrases_[last].words[0] == start.word; ++last)
            start.classes |= phrases_[last].classes;
        start.phrases = {phrases_.data() + first, last - first};
        starts_.push_back(start);
        auto slot = start.word & mask;
        while (slots_[slot] != 0) slot = (slot + 1) & mask;
        slots_[slot] = static_cast<std::uint32_t>(starts_.size());
        first = last;
    }
}

PhraseStart const* PhraseTable::starting_with(std::uint64_t word) const {
    auto const mask = slots_.size() - 1;
    for (auto slot = word & mask; slots_[slot] != 0; slot = (slot + 1) & mask)
        if (starts_[slots_[slot] - 1].word == word) return &starts_[slots_[slot] - 1];
    return nullptr;
}

}  // namespace fonds
