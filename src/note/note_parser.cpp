// The parser of manuscripts: each note by itself, then resolved against those before it.

#include <algorithm>
#include <array>
#include <fonds/note.hpp>
#include <list>
#include <numeric>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/in_order.hpp"
#include "base/parallel.hpp"
#include "note/field_records.hpp"
#include "note/key_citations.hpp"
#include "note/resolver.hpp"
#include "note/single_note.hpp"

namespace fonds {
namespace {

// Manuscripts whose notes may come mixed; the one that has waited longest is forgotten beyond it.
constexpr std::size_t manuscript_limit = 64;

/// How many notes a thread reads side by side: fewer where several threads do, so that none waits long for
/// the last lot.
std::size_t lot_size(std::size_t notes, unsigned threads) {
    constexpr std::size_t lots_for_each = 4;
    return threads < 2 ? notes_side_by_side
                       : std::clamp(notes / (threads * lots_for_each), std::size_t{1}, notes_side_by_side);
}

/// A thread begins in the time that so many bytes of notes take.
constexpr std::size_t text_worth_a_thread = 4096;

std::size_t text_size(std::span<SourceNote const> notes) {
    return std::accumulate(notes.begin(), notes.end(), std::size_t{0},
                           [](std::size_t sum, SourceNote const& note) { return sum + note.text.size(); });
}

struct Manuscript {
    std::string name;
    Resolver resolver;
};

}  // namespace

struct NoteParser::State {
    std::unique_ptr<Lexicon> own;  ///< of tables that are not the built-in ones
    Lexicon const* lexicon = nullptr;
    std::list<Manuscript> manuscripts;  ///< the latest first
    std::unordered_map<std::string, std::list<Manuscript>::iterator> by_name;

    Resolver& resolver(std::string_view name) {
        std::string key(name);
        if (auto const found = by_name.find(key); found != by_name.end()) {
            manuscripts.splice(manuscripts.begin(), manuscripts, found->second);
        } else {
            manuscripts.push_front({key, Resolver(*lexicon)});
            by_name.emplace(std::move(key), manuscripts.begin());
            if (manuscripts.size() > manuscript_limit) {
                by_name.erase(manuscripts.back().name);
                manuscripts.pop_back();
            }
        }
        return manuscripts.front().resolver;
    }
};

NoteParser::NoteParser(Knowledge const& knowledge) : state_(std::make_unique<State>()) {
    if (&knowledge == &Knowledge::builtin()) {
        state_->lexicon = &Lexicon::builtin();
    } else {
        state_->own = std::make_unique<Lexicon>(knowledge);
        state_->lexicon = state_->own.get();
    }
}
NoteParser::NoteParser(NoteParser&&) noexcept = default;
NoteParser& NoteParser::operator=(NoteParser&&) noexcept = default;
NoteParser::~NoteParser() = default;

UnresolvedNote::UnresolvedNote(SingleNote&& note) : note_(std::make_unique<SingleNote>(std::move(note))) {}
UnresolvedNote::UnresolvedNote(UnresolvedNote&&) noexcept = default;
UnresolvedNote& UnresolvedNote::operator=(UnresolvedNote&&) noexcept = default;
UnresolvedNote::~UnresolvedNote() = default;

UnresolvedNote NoteParser::read(std::string_view text) const {
    return std::move(read(std::array{text}).front());
}

std::vector<UnresolvedNote> NoteParser::read(std::span<std::string_view const> texts) const {
    std::vector<UnresolvedNote> out;
    out.reserve(texts.size());
    for (auto& single : parse_singles(texts, *state_->lexicon)) out.emplace_back(std::move(single));
    return out;
}

std::vector<UnresolvedNote> NoteParser::read(std::span<SourceNote const> notes) const {
    std::vector<std::string> without_their_keys(notes.size());
    std::vector<std::string_view> texts;
    texts.reserve(notes.size());
    for (std::size_t i = 0; i < notes.size(); ++i) {
        if (!notes[i].embedded.empty()) without_their_keys[i] = without_keys(notes[i], *state_->lexicon);
        texts.push_back(notes[i].embedded.empty() ? notes[i].text : without_their_keys[i]);
    }
    auto out = read(texts);
    for (std::size_t i = 0; i < notes.size(); ++i) {
        if (notes[i].embedded.empty()) continue;
        add_key_citations(*out[i].note_, notes[i], *state_->lexicon);
        add_field_records(*out[i].note_, notes[i]);
    }
    return out;
}

ParsedNote NoteParser::resolve(std::string_view id, UnresolvedNote note, std::string_view manuscript) {
    auto& single = *note.note_;
    single.note.id = id;
    state_->resolver(manuscript).resolve(single);
    return std::move(single.note);
}

ParsedNote NoteParser::next(std::string_view id, std::string_view text, std::string_view manuscript) {
    return resolve(id, read(text), manuscript);
}

std::vector<ParsedNote> parse_notes(Document const& document, Knowledge const& knowledge, unsigned jobs) {
    return parse_notes(document, NoteParser(knowledge), jobs);
}

std::vector<ParsedNote> parse_notes(Document const& document, NoteParser parser, unsigned jobs) {
    auto const& notes = document.notes;
    std::vector<ParsedNote> out;
    out.reserve(notes.size());
    auto const threads = useful_threads(text_size(notes), text_worth_a_thread, jobs);
    auto const lot = lot_size(notes.size(), threads);
    auto const read_lot = [&](std::size_t index) {
        auto const first = index * lot;
        return parser.read(std::span(notes).subspan(first, std::min(lot, notes.size() - first)));
    };
    auto const resolve_lot = [&](std::vector<UnresolvedNote>& read) {
        for (auto& note : read) {
            auto const& source = notes[out.size()];
            out.push_back(parser.resolve(source.id, std::move(note), source.manuscript));
        }
    };
    InOrder((notes.size() + lot - 1) / lot, read_lot, resolve_lot).run(threads);
    return out;
}

}  // namespace fonds
