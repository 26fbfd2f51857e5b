// Links citations to the earlier ones they stand for.
#include "note/resolver.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/lexicon.hpp"
#include "note/antecedent_search.hpp"
#include "note/page_value.hpp"
#include "note/record_alone.hpp"
#include "note/reference_cues.hpp"

namespace fonds {
namespace {

// A title and an author found again: the work is known, though not a word says "short".
constexpr double enough_to_rename = 0.85;
// The same where the note says in which note the work is cited.
constexpr double enough_where_told = 0.7;
// "(n. 1 above)" may stand behind the citation, outside its span: so far, in bytes.
constexpr std::size_t remark_reach = 48;
// From the name of an archive to the abbreviation that stands for it, its place between them, in bytes.
constexpr std::size_t introduction_reach = 48;

// What a short form may lack and a full citation of a published work hardly does.
bool has_imprint(Item const& item) {
    for (auto const variable : {Variable::publisher, Variable::publisher_place, Variable::container_title,
                                Variable::URL, Variable::DOI, Variable::number, Variable::collection_title})
        if (item.texts.find(variable)) return true;
    return item.dates.find(Variable::issued) != nullptr;
}

// A citation with its own repository or imprint has nothing elsewhere but, perhaps, its author.
ReferenceCues cues_of(std::string_view text, Citation const& citation, Lexicon const& lexicon) {
    bool const complete = citation.kind == CitationKind::archival
                              ? !citation.item.reference.repository.empty()
                              : is_full(citation.kind) && has_imprint(citation.item);
    if (!complete) return read_cues(text, lexicon);
    ReferenceCues cues;
    cues.idem = begins_with_idem(text, lexicon);
    return cues;
}

// The citation, the words since the one before it and the remark that may follow it, up to the next one.
Span with_remarks(ParsedNote const& note, std::size_t index) {
    auto span = note.citations[index].span;
    span.begin = index == 0 ? 0
                            : std::max(note.citations[index - 1].span.end,
                                       span.begin - std::min(span.begin, remark_reach));
    auto const next =
        index + 1 < note.citations.size() ? note.citations[index + 1].span.begin : note.text.size();
    span.end = std::max(span.end, std::min(next, span.end + remark_reach));
    return span;
}

// "See note 7 above, Bl. 5": a place within a file, of no file that it tells.
bool tells_part_alone(Citation const& citation, Lexicon const& lexicon) {
    auto const& reference = citation.item.reference;
    return citation.kind == CitationKind::archival && reference.repository.empty() &&
           std::all_of(reference.levels.begin(), reference.levels.end(), [&](auto const& level) {
               return lexicon.hierarchy_of(level.level) == Hierarchy::part;
           });
}

/// A citation in the light of those before: it may be another kind than its note alone says.
struct Reading {
    Citation& citation;
    KnownCitation& self;
    ReferenceCues const& cues;
    AntecedentSearch const& search;
    Lexicon const& lexicon;
};

// A title and an author without imprint, met before: a short form, whatever the note alone looked like.
void rename(Reading const& reading) {
    auto& [citation, self, cues, search, lexicon] = reading;
    bool const bare = citation.kind == CitationKind::published && !has_imprint(citation.item) && !cues.idem;
    bool const unlocated = citation.kind == CitationKind::archival && !self.has_location && !cues.ibid;
    bool const pointed = cues.note && !cues.ibid && tells_part_alone(citation, lexicon);
    // "Rostow to Johnson, 19 May 1967": the letter whose place an earlier note gives.
    bool const again = unlocated && !self.people.empty() && !self.recipients.empty() && self.issued.day != 0;
    if (!bare && !pointed && !again) return;
    auto const found = pointed ? search.cited_above(*cues.note, self) : search.short_form(self);
    if (!found || found->confidence < (pointed ? enough_where_told : enough_to_rename)) return;
    citation.kind = self.kind = CitationKind::short_form;
}

// "Rana Mitter, ‘East is East’, ibid., pp. 23–41": a title and its author, in full, that no note before has,
// printed in the volume cited just before.
bool is_new_piece(Reading const& reading) {
    auto const& [citation, self, cues, search, lexicon] = reading;
    auto const* authors = citation.item.names.find(Variable::author);
    bool const in_full = authors && !authors->front().given.empty() && !self.title.empty();
    if (citation.kind != CitationKind::short_form || !cues.ibid || cues.op_cit || !in_full ||
        search.short_form(self))
        return false;
    auto const* source = search.last_source();
    return source && source->kind == CitationKind::published;
}

bool is_periodical(ItemType type) {
    return type == ItemType::article_journal || type == ItemType::article_newspaper ||
           type == ItemType::article_magazine;
}

// "ibid., Document 149", "NIE 65-55, “Probable Developments,” March 1, 1955, ibid., 135": what reads as a
// level of an archive and is a number or a page in print.
std::optional<Variable> printed_place(Citation const& citation) {
    auto const& levels = citation.item.reference.levels;
    if (levels.size() != 1) return std::nullopt;
    auto const& level = levels.front();
    if (level.level == "item" && fold_word(level.label).starts_with("doc")) return Variable::number;
    if (level.label.empty() && is_page(level.value)) return Variable::page;
    return std::nullopt;
}

// Makes the only level of an archive that a citation has that variable.
void print_level(Citation& citation, KnownCitation& self, Variable variable) {
    auto& levels = citation.item.reference.levels;
    citation.item.texts.set(variable, levels.front().value);
    for (auto& field : citation.fields)
        if (field.field == "levels/0") field.field = to_string(variable);
    levels.clear();
    self.has_location = false;
    self.levels.clear();
}

// "“Military Lessons,” ibid., July 10, 1950", "telegram from Bohlen, 30 October 1956, ibid., 346": printed in
// the newspaper or the volume of the source cited just before; "ibid., July 20, 1950" is that newspaper
// alone.
void print_with_source(Reading const& reading) {
    auto& [citation, self, cues, search, lexicon] = reading;
    auto const* source = search.last_source();
    if (is_new_piece(reading)) {
        citation.kind = self.kind = CitationKind::published;
        citation.item.type = self.type = is_periodical(source->type) ? source->type : ItemType::chapter;
        return;
    }
    auto const place = printed_place(citation);
    bool const placed = self.has_location && !place;
    if (citation.kind != CitationKind::archival || !cues.ibid || placed || search.same_location(self)) return;
    if (!source || source->kind != CitationKind::published) return;
    bool const named = !self.people.empty() || !self.recipients.empty() || !self.title.empty() ||
                       !citation.item.text(Variable::genre).empty();
    if (place) print_level(citation, self, *place);
    citation.kind = self.kind = named ? CitationKind::published : CitationKind::ibid;
    bool const in_book = source->type == ItemType::book || source->type == ItemType::document;
    citation.item.type = self.type = !named ? ItemType::document : in_book ? ItemType::chapter : source->type;
}

}  // namespace

// "Idem, The Cold War": later notes cite it by the author's name.
void Resolver::inherit_people(AntecedentSearch const& search, KnownCitation& self) const {
    if (auto const author = search.same_author())
        self.people = history_.find(search.full(author->serial))->people;
}

// Remembers the names that the note introduces before `end` for the citation read last: behind it they stand.
void Resolver::introduce(std::span<Introduction const>& introductions, std::size_t end) {
    for (; !introductions.empty() && introductions.front().at < end; introductions = introductions.subspan(1))
        if (history_.next_serial() > note_serial_)
            history_.introduce(name_key(introductions.front().name, lexicon_), history_.next_serial() - 1);
}

// "Library of Virginia, Richmond (LVA)", "(hereafter LVA)": an abbreviation behind the name of an archive.
void Resolver::introduce_archives(ParsedNote const& note) {
    for (auto const& citation : note.citations) {
        auto const& reference = citation.item.reference;
        if (reference.repository.empty() || is_acronym(reference.repository)) continue;
        for (auto const& field : citation.fields) {
            if (field.field != "archive") continue;
            auto const behind = std::string_view(note.text).substr(field.span.end, introduction_reach);
            auto const open = std::min(behind.find('('), behind.size());
            auto inside = behind.substr(open).substr(0, behind.substr(open).find(')'));
            inside.remove_prefix(std::min(inside.find_last_of("( ") + 1, inside.size()));
            if (is_acronym(inside)) archives_.emplace(name_key(inside, lexicon_), reference.repository_id);
        }
    }
}

// What the manuscript calls an archive counts more than what others call so.
void Resolver::use_introduced_archive(Citation& citation) const {
    auto& reference = citation.item.reference;
    if (archives_.empty() || reference.repository_id.empty() || !is_acronym(reference.repository)) return;
    auto const introduced = archives_.find(name_key(reference.repository, lexicon_));
    if (introduced != archives_.end()) reference.repository_id = introduced->second;
}

// Reads a citation in the light of those before, and gives what it means besides.
KnownCitation Resolver::read_again(SingleNote& single, std::size_t index, AntecedentSearch const& search,
                                   ReferenceCues& cues) const {
    auto& note = single.note;
    auto& citation = note.citations[index];
    auto self = known_citation(citation, lexicon_);
    cues = cues_of(slice(note.text, citation.span), citation, lexicon_);
    if (!cues.note && tells_part_alone(citation, lexicon_))
        cues.note = read_cues(slice(note.text, with_remarks(note, index)), lexicon_).note;
    if (single.location_ibid[index]) cues.ibid = true;
    if (cues.idem) inherit_people(search, self);
    if (!is_record_alone(citation)) {
        Reading const reading{citation, self, cues, search, lexicon_};
        rename(reading);
        print_with_source(reading);
    }
    self.note = note_;
    self.citation = index;
    self.note_id = note.id;
    self.located_by_ibid = cues.ibid && citation.kind == CitationKind::archival;
    return self;
}

// Links a citation to the one that it stands for.
void Resolver::link(ParsedNote& note, std::size_t index, AntecedentSearch const& search,
                    ReferenceCues const& cues, KnownCitation& self) const {
    auto& citation = note.citations[index];
    // A link within the note, to the citation that has the location of both, is there already.
    if (citation.refers_to) {
        citation.refers_to->note = note_;
        citation.refers_to->note_id = note.id;
        return;
    }
    auto found = search.find(note, index, cues, self);
    if (!found) found = search.quoting(note, index);
    if (!found) return;
    auto const* target = history_.find(found->serial);
    citation.refers_to = CitationLink{target->note,    target->note_id,          target->citation,
                                      found->relation, std::move(found->reason), found->confidence};
    if (is_full(citation.kind)) return;
    self.stands_for = found->serial;
    self.certainty = found->confidence;
}

void Resolver::resolve(SingleNote& single) {
    auto& note = single.note;
    note_serial_ = history_.next_serial();
    AntecedentSearch const search(history_, lexicon_, note_, note_serial_);
    auto const introduced = read_introductions(note.text, lexicon_);
    std::span<Introduction const> introductions = introduced;
    for (std::size_t index = 0; index < note.citations.size(); ++index) {
        introduce(introductions, note.citations[index].span.begin);
        use_introduced_archive(note.citations[index]);
        ReferenceCues cues;
        auto self = read_again(single, index, search, cues);
        link(note, index, search, cues, self);
        history_.add(std::move(self));
    }
    introduce(introductions, note.text.size());
    introduce_archives(note);
    history_.end_note(note_, note.id, note_serial_);
    ++note_;
}

}  // namespace fonds
