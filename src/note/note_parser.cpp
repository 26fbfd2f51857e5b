// The parser of manuscripts: each note by itself, then resolved against those before it.

#include <algorithm>
#include <fonds/note.hpp>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/parallel.hpp"
#include "note/resolver.hpp"
#include "note/single_note.hpp"

namespace fonds {
namespace {

// Manuscripts whose notes may come mixed; the one that has waited longest is forgotten beyond it.
constexpr std::size_t manuscript_limit = 64;

// How many notes are read before the first of them is resolved, and how many a thread takes at a time.
constexpr std::size_t block = 4096;
constexpr std::size_t batch = 16;

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
    return UnresolvedNote(parse_single(text, *state_->lexicon));
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
    NoteParser parser(knowledge);
    auto const& notes = document.notes;
    std::vector<ParsedNote> out;
    out.reserve(notes.size());
    // A block is read on all threads, then resolved in order; few notes are in work at a time.
    for (std::size_t first = 0; first < notes.size(); first += block) {
        auto const size = std::min(block, notes.size() - first);
        std::vector<std::optional<UnresolvedNote>> read(size);
        for_each_index(size, jobs, batch,
                       [&](std::size_t i) { read[i] = parser.read(notes[first + i].text); });
        for (std::size_t i = 0; i < size; ++i)
            out.push_back(parser.resolve(notes[first + i].id, std::move(*read[i])));
    }
    return out;
}

}  // namespace fonds
