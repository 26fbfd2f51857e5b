// Rules on whether a source can be found at all.

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_set>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/printed_source.hpp"
#include "check/rule.hpp"
#include "check/words.hpp"
#include "note/reference_cues.hpp"

namespace fonds::checking {
namespace {

bool has_any(Citation const& citation, std::initializer_list<Variable> variables) {
    return std::any_of(variables.begin(), variables.end(),
                       [&](Variable variable) { return !citation.item.text(variable).empty(); });
}

// Whether it names a printed or digital place where the document is seen.
bool is_seen_elsewhere(Citation const& citation) {
    auto const& reference = citation.item.reference;
    return has_any(citation, {Variable::URL, Variable::DOI, Variable::source, Variable::container_title,
                              Variable::collection_title, Variable::publisher}) ||
           !reference.digital_archive.empty() || !reference.document_id.empty() ||
           !reference.provenance_note.empty();
}

bool has_place(Citation const& citation) {
    auto const& reference = citation.item.reference;
    return is_seen_elsewhere(citation) || !reference.repository.empty() || !reference.levels.empty() ||
           has_any(citation, {Variable::archive, Variable::archive_collection, Variable::archive_location,
                              Variable::call_number, Variable::number});
}

bool says_any(std::string_view text, std::vector<std::string_view> const& words) {
    auto const folded = fold(text);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

// Whether an author says that there is no public place.
bool is_private(std::string_view text) {
    static auto const words = words_for("private");
    return says_any(text, words);
}

// Fields whose numbers are no reference.
bool explains_numbers(std::string_view field) {
    constexpr std::array<std::string_view, 7> fields = {"title",       "issued", "accessed", "URL",
                                                        "document_id", "source", "archive"};
    return contains(fields, field);
}

// The citation, and what no citation took behind it, up to the end of the sentence.
Span with_rest(ParsedNote const& note, Citation const& citation) {
    auto const next = static_cast<std::size_t>(&citation - note.citations.data()) + 1;
    auto const stop = note.text.find(". ", citation.span.end);
    auto const end = next < note.citations.size() ? note.citations[next].span.begin : note.text.size();
    return {citation.span.begin, std::max(citation.span.end, std::min(end, stop))};
}

// A number or an abbreviation that is none of a title, date or address may be the reference, in a form that
// was not understood.
bool has_unread_sign(ParsedNote const& note, Citation const& citation) {
    auto const text = slice(note.text, with_rest(note, citation));
    for (auto const& token : Tokens(text)) {
        if (token.kind != Token::number && !is_acronym(spelling(text, token))) continue;
        Span const place{citation.span.begin + token.span.begin, citation.span.begin + token.span.end};
        bool const read =
            std::any_of(citation.fields.begin(), citation.fields.end(), [&](FieldSpan const& field) {
                return explains_numbers(field.field) && field.span.contains(place);
            });
        if (!read) return true;
    }
    return false;
}

bool is_unlocatable(Citation const& citation) {
    if (citation.kind != CitationKind::archival || citation.refers_to || has_place(citation)) return false;
    return citation.item.type != ItemType::interview && !citation.item.texts.empty();
}

// A day, a name, a kind of document or a title in quotation marks: words without any may be the author's own.
bool is_surely_document(ParsedNote const& note, Citation const& citation) {
    auto const& item = citation.item;
    if (!item.dates.empty() || !item.names.empty() || !item.text(Variable::genre).empty()) return true;
    auto const title = place_of(citation, "title");
    if (!title || title->begin == 0) return false;
    auto const before = decode_before(note.text, title->begin).value;
    constexpr std::u32string_view marks = U"\"'“”„‟«»‘’‚‹›";
    return marks.find(before) != std::u32string_view::npos;
}

// One location serves all letters of a note, before or after it; and an author may say that there is none.
bool explains_itself(ParsedNote const& note) {
    bool const shared = std::any_of(note.citations.begin(), note.citations.end(), [](Citation const& other) {
        return has_place(other) || other.refers_to;
    });
    return shared || is_private(note.text);
}

// The first long word, folded: by it a short mention is known again ("Stimson Diary", "Fechner to
// Roosevelt").
std::string first_word(std::string_view text) {
    for (auto const& token : Tokens(text))
        if (token.kind == Token::word && token.span.size() >= 4) return fold(spelling(text, token));
    return {};
}

// Whether it says what kind of document it is, and so does not tell one from another.
bool is_kind_of_document(std::string_view word) {
    static auto const kinds = words_for("untelling");
    return contains(kinds, word);
}

/// The long words, folded, of notes that name a place: a second mention may be short. They are collected as
/// far as they are asked for.
class LocatedWords {
  public:
    explicit LocatedWords(Manuscript const& manuscript) : manuscript_(manuscript) {}

    /// Those of the notes before `index`, which is never less than the time before.
    std::unordered_set<std::string> const& before(std::size_t index) {
        for (; next_ < index; ++next_) collect(manuscript_.notes[next_], manuscript_.tokens[next_]);
        return words_;
    }

  private:
    void collect(ParsedNote const& note, std::vector<Token> const& tokens) {
        if (std::none_of(note.citations.begin(), note.citations.end(), has_place)) return;
        for (auto const& token : tokens)
            if (token.kind == Token::word && token.span.size() >= 4)
                words_.insert(fold(spelling(note.text, token)));
    }

    Manuscript const& manuscript_;
    std::unordered_set<std::string> words_;
    std::size_t next_ = 0;
};

std::string_view archive_of(Citation const& citation) {
    auto const& reference = citation.item.reference;
    return reference.repository.empty() ? citation.item.text(Variable::archive)
                                        : std::string_view(reference.repository);
}

// Whether it names an archive, or a place where the document is seen.
bool names_keeper(Citation const& citation) {
    return citation.refers_to || !archive_of(citation).empty() || is_seen_elsewhere(citation);
}

// A name that no field explains may be the archive's.
bool has_unread_name(NoteView const& note, Citation const& citation) {
    auto const is_read = [&](Span place) {
        auto const& levels = citation.item.reference.levels;
        for (std::size_t index = 0; index < levels.size(); ++index)
            if (level_and_label(note.note, citation, index).contains(place)) return true;
        return std::any_of(citation.fields.begin(), citation.fields.end(),
                           [&](FieldSpan const& field) { return field.span.contains(place); });
    };
    return std::any_of(note.tokens.begin(), note.tokens.end(), [&](Token const& token) {
        if (token.kind != Token::word || token.span.begin == 0) return false;
        return is_upper(decode(note.note.text, token.span.begin).value) && !is_read(token.span);
    });
}

// "Fond 5, opis 28, delo 314" in a work that has named no archive before.
void lacking_archive(Manuscript const& manuscript, Findings& findings) {
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index) {
        NoteView const note(manuscript, index);
        for (auto const& citation : note.note.citations) {
            if (names_keeper(citation)) return;
            if (citation.kind != CitationKind::archival || !is_fond_reference(citation)) continue;
            if (note.note.citations.size() > 1 || has_unread_name(note, citation)) return;
            findings.add(index, citation.span,
                         "levels without an archive: many have such a fond; name the archive that this one "
                         "belongs to");
        }
    }
}

void unlocatable_source(Manuscript const& manuscript, Findings& findings) {
    lacking_archive(manuscript, findings);
    LocatedWords located(manuscript);
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index) {
        auto const& note = manuscript.notes[index];
        for (auto const& citation : note.citations) {
            if (!is_unlocatable(citation) || !is_surely_document(note, citation)) continue;
            if (explains_itself(note) || has_unread_sign(note, citation)) continue;
            auto const word = first_word(slice(note.text, citation.span));
            if (!is_kind_of_document(word) && located.before(index).contains(word)) continue;
            findings.add(
                index, citation.span,
                "no archive, no publication and no address: nobody can find this source; name the repository "
                "and the reference, or the publication");
        }
    }
}

bool has_signature(Citation const& citation) {
    auto const& item = citation.item;
    auto const& reference = item.reference;
    for (auto const variable :
         {Variable::archive_location, Variable::archive_collection, Variable::call_number, Variable::number})
        if (!item.text(variable).empty()) return true;
    return std::any_of(reference.levels.begin(), reference.levels.end(),
                       [](ArchiveLevel const& level) { return level.hierarchy != Hierarchy::part; });
}

bool is_private_holding(std::string_view name) {
    static auto const words = words_for("private-holding");
    return says_any(name, words);
}

// A name that says it is an archive's, or that is known.
bool is_surely_archive(Citation const& citation, std::string_view name, Knowledge const& knowledge) {
    auto const* archive = knowledge.archive(citation.item.reference.repository_id);
    if (archive) return !archive->digital;
    static auto const words = words_for("archive-name");
    return says_any(name, words);
}

// One citation that was read as two: an archive's name alone, or an address or a location that goes on from
// it.
bool is_fragment(ParsedNote const& note, Citation const& citation) {
    auto const& item = citation.item;
    if (item.text(Variable::title).empty() && item.text(Variable::genre).empty() && item.names.empty())
        return true;
    auto const next = static_cast<std::size_t>(&citation - note.citations.data()) + 1;
    if (next == note.citations.size()) return false;
    auto const& after = note.citations[next].item;
    bool const only_address =
        note.citations[next].kind == CitationKind::web && after.text(Variable::title).empty();
    return only_address || (after.reference.repository.empty() && !after.reference.levels.empty());
}

void missing_reference(NoteView const& note, Findings& findings) {
    std::unordered_set<std::string_view> found_in;  // a signature beside one citation may serve the others
    for (auto const& citation : note.note.citations)
        if (has_signature(citation)) found_in.insert(archive_of(citation));
    for (auto const& citation : note.note.citations) {
        auto const name = archive_of(citation);
        if (citation.kind != CitationKind::archival || citation.refers_to || has_signature(citation))
            continue;
        if (name.empty() || name == citation.item.reference.digital_archive || found_in.contains(name))
            continue;
        // An oral history is found by who speaks; of another interview the archive is where it was held.
        if (citation.item.type == ItemType::interview) continue;
        // An archive's own page of the document is a place too.
        bool const own_page =
            !citation.item.text(Variable::URL).empty() && citation.item.reference.digital_archive.empty();
        if (own_page || is_private_holding(name) ||
            !is_surely_archive(citation, name, note.manuscript.knowledge))
            continue;
        if (is_fragment(note.note, citation) || has_unread_sign(note.note, citation)) continue;
        if (stands_in_print(note.note, citation)) continue;
        findings.add(
            note.index, place_or_all(citation, "archive"),
            concat(
                "“", name,
                "” without a signature: add the fonds, series, file or box by which the archive finds it"));
    }
}

constexpr RuleEntry entries[] = {
    {{"unlocatable-source", "structure", Severity::error, "a source without archive, publication or address"},
     Reach::both,
     unlocatable_source},
    {{"missing-reference", "structure", Severity::warning, "an archive without a signature"},
     Reach::both,
     missing_reference},
};

}  // namespace

std::span<RuleEntry const> source_rules() { return entries; }

}  // namespace fonds::checking
