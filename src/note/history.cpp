// The bounded memory of a manuscript's citations.
#include "note/history.hpp"

#include <algorithm>

#include "base/number.hpp"
#include "base/text.hpp"

namespace fonds {
namespace {

// The number a reader sees, where the id ends in it: 7 of "fn7" and "ch2-7".
std::optional<long> trailing_number(std::string const& id) {
    auto begin = id.size();
    while (begin > 0 && is_digit(id[begin - 1])) --begin;
    if (begin == id.size() || id.size() - begin > 6) return std::nullopt;
    return leading_number(std::string_view(id).substr(begin));
}

}  // namespace

void History::post(Postings& postings, std::uint64_t key, std::size_t serial) {
    auto& list = postings[key];
    if (!list.empty() && list.back() == serial) return;
    if (list.size() >= posting_limit) list.erase(list.begin());
    list.push_back(serial);
}

// Visits what a citation is found by, with the postings it stands in: words of its people and of its titles'
// beginnings, and its titles' initials.
template <class Visit>
void History::for_each_key(KnownCitation const& known, Visit const& visit) {
    for (auto const person : known.people) visit(people_, person);
    for (auto const word : known.people_words) visit(people_, word);
    if (!known.title.empty()) visit(titles_, known.title.front());
    for (auto const& title : known.other_titles) visit(titles_, title.front());
    for (auto const name : known.initials) visit(initials_, name);
}

std::size_t History::add(KnownCitation known) {
    auto const serial = next_serial();
    bool const full = known.kind == CitationKind::archival || known.kind == CitationKind::published ||
                      known.kind == CitationKind::web;
    if (full) {
        for_each_key(known, [&](Postings& postings, std::uint64_t key) { post(postings, key, serial); });
        for (auto const number : known.numbers) post(names_, number, serial);
    }
    known_.push_back(std::move(known));
    if (known_.size() > history_limit) forget_oldest();
    return serial;
}

void History::introduce(std::uint64_t name, std::size_t serial) { post(names_, name, serial); }

void History::end_note(std::size_t note, std::string const& id, std::size_t first_serial) {
    if (first_serial == next_serial()) return;
    if (auto const number = trailing_number(id)) numbers_[*number] = note;
    last_ = {note, first_serial, next_serial()};
    notes_[note] = last_;
}

void History::forget_oldest() {
    auto const drop = [&](Postings& postings, std::uint64_t key) {
        auto const found = postings.find(key);
        if (found == postings.end()) return;
        std::erase_if(found->second, [&](std::size_t serial) { return serial <= first_; });
        if (found->second.empty()) postings.erase(found);
    };
    auto const& oldest = known_.front();
    for_each_key(oldest, drop);
    // The numbers of its note and those before it go with the last of its citations.
    if (auto const note = notes_.find(oldest.note); note != notes_.end() && note->second.last <= first_ + 1)
        notes_.erase(note);
    known_.pop_front();
    ++first_;
    if (first_ % history_limit == 0) {
        std::erase_if(numbers_, [&](auto const& entry) { return !notes_.contains(entry.second); });
        std::erase_if(names_, [&](auto const& entry) { return entry.second.back() < first_; });
    }
}

KnownCitation const* History::find(std::size_t serial) const {
    if (serial < first_ || serial >= next_serial()) return nullptr;
    return &known_[serial - first_];
}

std::vector<std::size_t> History::alive(Postings const& postings, std::uint64_t key) const {
    auto const found = postings.find(key);
    if (found == postings.end()) return {};
    auto out = found->second;
    std::erase_if(out, [&](std::size_t serial) { return serial < first_; });
    return out;
}

std::vector<std::size_t> History::by_person(std::uint64_t family) const { return alive(people_, family); }
std::vector<std::size_t> History::by_title(std::uint64_t word) const { return alive(titles_, word); }

std::optional<std::size_t> History::latest(Postings const& postings, std::uint64_t key) const {
    auto const found = alive(postings, key);
    if (found.empty()) return std::nullopt;
    return found.back();
}

std::optional<std::size_t> History::by_name(std::uint64_t name) const { return latest(names_, name); }
std::optional<std::size_t> History::by_initials(std::uint64_t name) const { return latest(initials_, name); }

std::vector<std::vector<std::size_t>> History::by_note_number(long number) const {
    std::vector<std::vector<std::size_t>> out;
    std::vector<std::size_t> notes;
    if (auto const found = numbers_.find(number); found != numbers_.end()) notes.push_back(found->second);
    if (number > 0) notes.push_back(static_cast<std::size_t>(number - 1));
    for (auto const index : notes) {
        auto const note = notes_.find(index);
        if (note == notes_.end()) continue;
        std::vector<std::size_t> serials;
        auto const begin = std::max(note->second.first, first_);
        for (auto serial = begin; serial < note->second.last && serial < begin + posting_limit; ++serial)
            serials.push_back(serial);
        if (!serials.empty() && (out.empty() || out.front() != serials)) out.push_back(std::move(serials));
    }
    return out;
}

}  // namespace fonds
