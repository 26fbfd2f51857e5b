// The parser of manuscripts: each note by itself, then resolved against those before it.

#include <fonds/note.hpp>
#include <map>

#include "note/resolve.hpp"
#include "note/single_note.hpp"

namespace fonds {

struct NoteParser::State {
    std::unique_ptr<Lexicon> own;   ///< of tables that are not the built-in ones
    Lexicon const* lexicon = nullptr;
    std::string manuscript;
    bool first = true;
    Resolver resolver;
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
    state_->resolver.resolve(single, manuscript);
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
