// The parser of manuscripts: each note by itself, then resolved against those before it.

#include <algorithm>
#include <fonds/note.hpp>
#include <list>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/in_order.hpp"
#include "note/field_records.hpp"
#include "note/key_citations.hpp"
#include "note/resolver.hpp"
#include "note/single_note.hpp"

namespace fonds {
namespace {

// Manuscripts whose notes may come mixed; the one that has waited longest is forgotten beyond it.
constexpr std::size_t manuscript_limit = 64;

// Notes that a thread reads before it looks for more.
constexpr std::size_t batch_size = 16;

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

UnresolvedNote NoteParser::read(SourceNote const& source) const {
    if (source.embedded.empty()) return read(source.text);
    auto single = parse_single(without_keys(source, *state_->lexicon), *state_->lexicon);
    add_key_citations(single, source, *state_->lexicon);
    add_field_records(single, source);
    return UnresolvedNote(std::move(single));
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
    auto const read_batch = [&](std::size_t index) {
        std::vector<UnresolvedNote> batch;
        batch.reserve(batch_size);
        auto const first = index * batch_size;
        for (auto i = first; i < std::min(first + batch_size, notes.size()); ++i)
            batch.push_back(parser.read(notes[i]));
        return batch;
    };
    auto const resolve_batch = [&](std::vector<UnresolvedNote>& batch) {
        for (auto& note : batch) out.push_back(parser.resolve(notes[out.size()].id, std::move(note)));
    };
    InOrder((notes.size() + batch_size - 1) / batch_size, read_batch, resolve_batch).run(jobs);
    return out;
}

}  // namespace fonds
