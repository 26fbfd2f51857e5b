// The parser of manuscripts: each note by itself, then resolved against those before it.

#include <fonds/note.hpp>
#include <list>
#include <string>
#include <unordered_map>

#include "note/resolver.hpp"
#include "note/single_note.hpp"

namespace fonds {
namespace {

// Manuscripts whose notes may come mixed; the one that has waited longest is forgotten beyond it.
constexpr std::size_t manuscript_limit = 64;

struct Manuscript {
    std::string name;
    Resolver resolver;
};

}  // namespace

struct NoteParser::State {
    std::unique_ptr<Lexicon> own;   ///< of tables that are not the built-in ones
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

ParsedNote NoteParser::next(std::string_view id, std::string_view text, std::string_view manuscript) {
    auto single = parse_single(text, *state_->lexicon);
    single.note.id = id;
    state_->resolver(manuscript).resolve(single);
    return std::move(single.note);
}

std::vector<ParsedNote> parse_notes(Document const& document, Knowledge const& knowledge) {
    NoteParser parser(knowledge);
    std::vector<ParsedNote> out;
    out.reserve(document.notes.size());
    for (auto const& note : document.notes) out.push_back(parser.next(note.id, note.text));
    return out;
}

}  // namespace fonds
