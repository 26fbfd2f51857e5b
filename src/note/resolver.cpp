// Links citations to the earlier ones they stand for.
#include "note/resolver.hpp"

#include <algorithm>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/lexicon.hpp"
#include "note/page_value.hpp"
#include "note/record_alone.hpp"
#include "note/reference_cues.hpp"
#include "note/short_form_match.hpp"

namespace fonds {
namespace {

// Of two full works by the same author, "Smith, p. 5" means one: the later, rarely surely.
constexpr double one_of_several = 0.5;
// A title and an author found again: the work is known, though not a word says "short".
constexpr double enough_to_rename = 0.85;
// The same where the note says in which note the work is cited.
constexpr double enough_where_told = 0.7;
// "(n. 1 above)" may stand behind the citation, outside its span: so far, in bytes.
constexpr std::size_t remark_reach = 48;
// From the name of an archive to the abbreviation that stands for it, its place between them, in bytes.
constexpr std::size_t introduction_reach = 48;

std::uint64_t name_key(std::string_view text, Lexicon const& lexicon) {
    std::uint64_t key = hash_word("");
    for (auto const word : title_words(text, lexicon)) key = (key ^ word) * 1099511628211ULL;
    return key;
}

// The last words of the names, and their other words.
void add_people(std::vector<std::uint64_t>& last, std::vector<std::uint64_t>* others, Item const& item,
                Variable variable, Lexicon const& lexicon) {
    auto const* names = item.names.find(variable);
    if (!names) return;
    for (auto const& name : *names) {
        auto const words = title_words(name.family.empty() ? name.literal : name.family, lexicon);
        if (words.empty()) continue;
        last.push_back(words.back());
        if (others && !name.family.empty()) others->insert(others->end(), words.begin(), words.end() - 1);
    }
}

// "FRUS" of "Foreign Relations of the United States", as a name is hashed; small words do not count.
std::optional<std::uint64_t> initials_of(std::string_view title, Lexicon const& lexicon) {
    constexpr std::size_t fewest = 3;
    constexpr std::size_t longest_small_word = 3;
    std::string initials;
    std::size_t count = 0;
    while (!title.empty()) {
        auto const word = title.substr(0, title.find(' '));
        title.remove_prefix(std::min(word.size() + 1, title.size()));
        if (word.empty()) continue;
        auto const first = decode(word, 0).value;
        if (!is_letter(first)) continue;
        if (is_lower(first) && count_code_points(word) <= longest_small_word) continue;
        append_utf8(initials, first);
        ++count;
    }
    if (count < fewest) return std::nullopt;
    return name_key(initials, lexicon);
}

// A number that says what it is a number of: "Cmnd. 814".
bool is_telling(std::string_view number) {
    bool const has_digit = std::any_of(number.begin(), number.end(), is_digit);
    bool const has_letters = std::count_if(number.begin(), number.end(), is_ascii_letter) > 1;
    return has_digit && has_letters;
}

KnownCitation summary(Citation const& citation, Lexicon const& lexicon) {
    KnownCitation known;
    known.kind = citation.kind;
    known.type = citation.item.type;
    for (auto const variable :
         {Variable::author, Variable::editor, Variable::container_author, Variable::director})
        add_people(known.people, &known.people_words, citation.item, variable, lexicon);
    add_people(known.recipients, nullptr, citation.item, Variable::recipient, lexicon);
    known.title = title_words(citation.item.text(Variable::title), lexicon);
    if (known.title.empty()) known.title = title_words(citation.item.text(Variable::title_short), lexicon);
    for (auto const variable : {Variable::container_title, Variable::volume_title}) {
        auto words = title_words(citation.item.text(variable), lexicon);
        if (!words.empty())
            (known.title.empty() ? known.title : known.other_titles.emplace_back()) = std::move(words);
    }
    for (auto const variable : {Variable::title, Variable::container_title, Variable::collection_title})
        if (auto const initials = initials_of(citation.item.text(variable), lexicon))
            known.initials.push_back(*initials);
    if (auto const number = citation.item.text(Variable::number); is_telling(number))
        known.numbers.push_back(name_key(number, lexicon));
    if (auto const* date = citation.item.dates.find(Variable::issued)) known.issued = date->start;
    auto const& reference = citation.item.reference;
    known.has_location = !reference.repository.empty() || !reference.levels.empty();
    for (auto const& level : reference.levels) known.levels.push_back(level.level);
    known.in_volume = !citation.item.text(Variable::volume).empty();
    return known;
}

bool is_full(CitationKind kind) {
    return kind == CitationKind::archival || kind == CitationKind::published || kind == CitationKind::web;
}

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

// What stands between a citation and the one before it in its note.
std::string_view words_before(ParsedNote const& note, std::size_t index) {
    if (index == 0) return {};
    auto const begin = note.citations[index - 1].span.end;
    auto const end = note.citations[index].span.begin;
    return begin < end ? slice(note.text, {begin, end}) : std::string_view();
}

std::string note_words(std::string const& id, std::size_t note) {
    return id.empty() ? concat("note ", std::to_string(note + 1)) : concat("note ", id);
}

}  // namespace

std::size_t Resolver::full(std::size_t serial) const {
    // Links point backwards, so this ends; what a forgotten citation stood for is forgotten too.
    while (auto const* known = history_.find(serial)) {
        if (!known->stands_for || !history_.find(*known->stands_for)) break;
        serial = *known->stands_for;
    }
    return serial;
}

Resolver::Antecedents Resolver::antecedents() const {
    Antecedents out;
    if (history_.next_serial() > note_serial_) {
        out.serials.push_back(history_.next_serial() - 1);
        out.same_note = true;
        return out;
    }
    auto const last = history_.last_note();
    for (auto serial = last.first; serial < last.last; ++serial)
        if (history_.find(serial)) out.serials.push_back(serial);
    out.distant = !out.serials.empty() && last.note + 1 != note_;
    return out;
}

std::optional<Resolver::Found> Resolver::ibid(KnownCitation const& self) const {
    auto const before = antecedents();
    if (before.serials.empty()) return std::nullopt;
    auto chosen = before.serials.back();
    // A leaf or file with it: the last source that lies in an archive; a volume: the last that is printed.
    auto const wanted = !self.levels.empty() ? CitationKind::archival : CitationKind::published;
    if (!self.levels.empty() || self.in_volume)
        for (auto const serial : before.serials)
            if (history_.find(serial)->kind == wanted || history_.find(full(serial))->kind == wanted)
                chosen = serial;
    auto const* known = history_.find(chosen);
    Found found{full(chosen), 0.97, "ibid", "the source cited just before"};
    if (!before.same_note) found.reason = concat("the source of ", note_words(known->note_id, known->note));
    if (before.serials.size() > 1) {
        found.confidence = 0.5;
        found.reason = concat("the last of ", std::to_string(before.serials.size()), " sources of ",
                              note_words(known->note_id, known->note), ", which does not say which is meant");
    } else if (before.distant) {
        found.confidence = 0.85;
        found.reason += ", the nearest before that cites one";
    }
    // After an ibid. that is unsafe the next one is no safer.
    found.confidence = std::min(found.confidence, known->certainty);
    return found;
}

std::optional<Resolver::Found> Resolver::same_location(KnownCitation const& self) const {
    auto const before = antecedents();
    std::optional<std::size_t> chosen;
    for (auto const serial : before.serials) {
        auto const* target = history_.find(full(serial));
        if (target->has_location || target->located_by_ibid) chosen = full(serial);
    }
    if (!chosen) return std::nullopt;
    auto const* target = history_.find(*chosen);
    Found found{*chosen, before.same_note || before.serials.size() == 1 ? 0.95 : 0.6, "same-location",
                before.same_note ? std::string("lies where the source cited just before does")
                                 : concat("lies where the source of ",
                                          note_words(target->note_id, target->note), " does")};
    if (before.distant) found.confidence = std::min(found.confidence, 0.8);
    for (auto const& level : self.levels)
        if (contains(target->levels, level)) {
            found.reason += concat(", with another ", level);
            break;
        }
    return found;
}

// "Frank, “Etika nigilizma,” ibid., 175": another piece of the volume cited just before.
std::optional<Resolver::Found> Resolver::same_volume() const {
    auto const before = antecedents();
    if (before.serials.empty()) return std::nullopt;
    bool const sure = before.serials.size() == 1 && !before.distant;
    return Found{full(before.serials.back()), sure ? 0.9 : 0.6, "same-location",
                 "printed where the source cited just before is"};
}

// "Idem, The Cold War": by whom the source cited just before is, or, where it names nobody, the one before
// it.
std::optional<Resolver::Found> Resolver::same_author() const {
    auto const before = antecedents();
    auto const named = std::find_if(before.serials.rbegin(), before.serials.rend(), [&](std::size_t serial) {
        return !history_.find(full(serial))->people.empty();
    });
    if (named == before.serials.rend()) return std::nullopt;
    Found found{*named, 0.9, "same-author", "by the author named just before"};
    if (before.serials.size() > 1) {
        auto const* known = history_.find(*named);
        found.confidence = 0.5;
        found.reason = concat("by the author of the last of ", std::to_string(before.serials.size()),
                              " sources of ", note_words(known->note_id, known->note));
    } else if (before.distant) {
        found.confidence = 0.8;
    }
    return found;
}

std::optional<Resolver::Found> Resolver::cited_above(long number, KnownCitation const& self) const {
    std::optional<Found> best;
    for (auto const& serials : history_.by_note_number(number)) {
        for (auto const serial : serials) {
            auto const& known = *history_.find(full(serial));
            auto const match = match_short_form(self, known);
            // "Andropov's telegram, 29 August 1956 (see note 1)": the day tells which of the note's works it
            // is.
            bool const same_day = self.issued.day != 0 && self.issued == known.issued;
            auto const confidence = match > 0             ? std::max(match, 0.95)
                                    : same_day            ? 0.9
                                    : serials.size() == 1 ? 0.7
                                                          : 0.4;
            if (best && best->confidence >= confidence) continue;
            best = Found{full(serial), confidence, "cited-above",
                         concat("points to note ", std::to_string(number))};
        }
    }
    return best;
}

std::optional<Resolver::Found> Resolver::op_cit(KnownCitation const& self) const {
    if (self.people.empty()) return ibid(self);
    auto found = short_form(self);
    if (found) found->relation = "op-cit";
    return found;
}

std::optional<Resolver::Found> Resolver::short_form(KnownCitation const& self) const {
    auto candidates =
        self.people.empty() ? std::vector<std::size_t>{} : history_.by_person(self.people.front());
    if (candidates.empty() && !self.title.empty()) candidates = history_.by_title(self.title.front());
    std::optional<Found> best;
    std::size_t fitting = 0;
    KnownCitation const* other = nullptr;
    for (auto at = candidates.rbegin(); at != candidates.rend(); ++at) {
        auto const* known = history_.find(*at);
        auto const match = match_short_form(self, *known);
        if (match == 0) continue;
        // The same work cited in full twice is one work.
        if (!other || known->title != other->title) ++fitting;
        other = known;
        if (best && best->confidence >= match) continue;
        best = Found{*at, match, "short-title",
                     concat(self.people.empty()  ? "the title"
                            : self.title.empty() ? "the author"
                                                 : "author and title",
                            " of ", note_words(known->note_id, known->note))};
    }
    bool const by_author_alone = self.title.empty() && self.issued.year == 0;
    if (best && fitting > 1 && by_author_alone) {
        best->confidence = one_of_several;
        best->reason += concat(", the latest of ", std::to_string(fitting), " works that fit");
    }
    return best;
}

std::optional<Resolver::Found> Resolver::abbreviation(ParsedNote const& note, std::size_t index) const {
    auto const& citation = note.citations[index];
    if (!citation.item.reference.repository_id.empty()) return std::nullopt;
    auto const& item = citation.item;
    std::vector<std::string> names;
    for (auto const name : {std::string_view(item.reference.repository), item.text(Variable::title),
                            item.text(Variable::container_title)})
        if (!name.empty()) names.emplace_back(name);
    if (auto const volume = item.text(Variable::volume); !volume.empty())
        names.push_back(concat(item.text(Variable::container_title), " ", volume));
    // "FRUS, 1969–1976", "FRUS 1950": the years behind the letters of a series.
    for (auto const variable : {Variable::title, Variable::container_title}) {
        auto const title = item.text(variable);
        auto const letters = title.substr(0, title.find_first_of(", "));
        if (letters.size() < title.size() && is_acronym(letters)) names.emplace_back(letters);
    }
    for (auto const& level : item.reference.levels)
        if (!level.value.empty() && !is_digit(level.value.front())) names.push_back(level.value);
    bool const is_short = citation.kind == CitationKind::short_form;
    if (auto const number = item.text(Variable::number); is_short && is_telling(number))
        names.emplace_back(number);
    // "Two Suns, 77": the name that a work is known by hereafter may read as a person's.
    if (auto const* people = item.names.find(Variable::author);
        is_short && people && people->size() == 1 && item.text(Variable::title).empty())
        names.push_back(display(people->front()));
    for (auto const& name : names)
        if (auto const serial = history_.by_name(name_key(name, lexicon_)))
            return Found{full(*serial), 0.95, "abbreviation", concat("“", name, "” is introduced there")};
    if (!is_short) return std::nullopt;
    for (auto const& name : names)
        if (auto const serial =
                is_acronym(name) ? history_.by_initials(name_key(name, lexicon_)) : std::nullopt)
            return Found{full(*serial), 0.85, "abbreviation",
                         concat("“", name, "” are the initials of its title")};
    return std::nullopt;
}

std::optional<Resolver::Found> Resolver::quoting(ParsedNote const& note, std::size_t index) const {
    if (!has_signal(words_before(note, index), "quoted", lexicon_)) return std::nullopt;
    auto const serial = history_.next_serial() - 1;
    return Found{serial, 0.9, "quoted-in", "quotes the source cited just before"};
}

// "AVPRF, f. 059a, op. 5a, d. 3. English translation in ibid., 34": no file prints itself; the last book or
// article before it is meant.
std::optional<Resolver::Found> Resolver::printing(ParsedNote const& note, std::size_t index) const {
    if (index == 0 || note.citations[index - 1].kind != CitationKind::archival ||
        !has_signal(words_before(note, index), "published", lexicon_))
        return std::nullopt;
    for (auto serial = history_.next_serial() - 1; serial-- > history_.last_note().first;) {
        auto const* known = history_.find(full(serial));
        if (known && known->kind == CitationKind::published)
            return Found{full(serial), 0.9, "ibid",
                         "the last printed source before the paper that it prints"};
    }
    return std::nullopt;
}

std::optional<Resolver::Found> Resolver::link(ParsedNote const& note, std::size_t index,
                                              ReferenceCues const& cues, KnownCitation const& self) const {
    auto const kind = note.citations[index].kind;
    if (is_record_alone(note.citations[index])) return std::nullopt;
    if (is_full(kind)) {
        if (cues.ibid && kind == CitationKind::archival) {
            if (auto found = same_location(self)) return found;
        }
        if (cues.ibid && kind == CitationKind::published) {
            if (auto found = same_volume()) return found;
        }
        if (auto found = abbreviation(note, index)) return found;
        return cues.idem ? same_author() : std::nullopt;
    }
    if (cues.note) {
        if (auto found = cited_above(*cues.note, self)) return found;
    }
    if (kind == CitationKind::ibid && !cues.idem) {
        if (auto found = printing(note, index)) return found;
    }
    // "Idem, f. 18" is the source before, whose people it has.
    if (kind == CitationKind::ibid) return self.people.empty() || cues.idem ? ibid(self) : op_cit(self);
    if (kind != CitationKind::short_form) return std::nullopt;
    if (cues.op_cit || (cues.ibid && !self.people.empty() && self.title.empty())) {
        if (auto found = op_cit(self)) return found;
    }
    if (auto found = short_form(self)) return found;
    if (auto found = abbreviation(note, index)) return found;
    return cues.ibid ? same_volume() : std::nullopt;
}

// A title and an author without imprint, met before: a short form, whatever the note alone looked like.
void Resolver::rename(Citation& citation, ReferenceCues const& cues, KnownCitation& self) const {
    bool const bare = citation.kind == CitationKind::published && !has_imprint(citation.item) && !cues.idem;
    bool const unlocated = citation.kind == CitationKind::archival && !self.has_location && !cues.ibid;
    bool const pointed = cues.note && !cues.ibid && tells_part_alone(citation, lexicon_);
    // "Rostow to Johnson, 19 May 1967": the letter whose place an earlier note gives.
    bool const again = unlocated && !self.people.empty() && !self.recipients.empty() && self.issued.day != 0;
    if (!bare && !pointed && !again) return;
    auto const found = pointed ? cited_above(*cues.note, self) : short_form(self);
    if (!found || found->confidence < (pointed ? enough_where_told : enough_to_rename)) return;
    citation.kind = self.kind = CitationKind::short_form;
}

// "Rana Mitter, ‘East is East’, ibid., pp. 23–41": a title and its author, in full, that no note before has,
// printed in the volume cited just before.
bool Resolver::is_new_piece(Citation const& citation, ReferenceCues const& cues,
                            KnownCitation const& self) const {
    auto const* authors = citation.item.names.find(Variable::author);
    bool const in_full = authors && !authors->front().given.empty() && !self.title.empty();
    if (citation.kind != CitationKind::short_form || !cues.ibid || cues.op_cit || !in_full ||
        short_form(self))
        return false;
    auto const before = antecedents();
    return !before.serials.empty() &&
           history_.find(full(before.serials.back()))->kind == CitationKind::published;
}

// "“Military Lessons,” ibid., July 10, 1950", "telegram from Bohlen, 30 October 1956, ibid., 346": printed in
// the newspaper or the volume of the source cited just before; "ibid., July 20, 1950" is that newspaper
// alone.
void Resolver::print_with_source(Citation& citation, ReferenceCues const& cues, KnownCitation& self) const {
    if (is_new_piece(citation, cues, self)) {
        auto const* source = history_.find(full(antecedents().serials.back()));
        citation.kind = self.kind = CitationKind::published;
        bool const periodical = source->type == ItemType::article_journal ||
                                source->type == ItemType::article_newspaper ||
                                source->type == ItemType::article_magazine;
        citation.item.type = self.type = periodical ? source->type : ItemType::chapter;
        return;
    }
    auto& levels = citation.item.reference.levels;
    // "ibid., Document 149"
    bool const document = levels.size() == 1 && levels.front().level == "item" &&
                          fold_word(levels.front().label).starts_with("doc");
    // "NIE 65-55, “Probable Developments,” March 1, 1955, ibid., 135"
    bool const page = levels.size() == 1 && levels.front().label.empty() && is_page(levels.front().value);
    bool const placed = self.has_location && !document && !page;
    if (citation.kind != CitationKind::archival || !cues.ibid || placed || same_location(self)) return;
    auto const before = antecedents();
    if (before.serials.empty()) return;
    auto const* source = history_.find(full(before.serials.back()));
    if (source->kind != CitationKind::published) return;
    auto const& item = citation.item;
    bool const named = !self.people.empty() || !self.recipients.empty() || !self.title.empty() ||
                       !item.text(Variable::genre).empty();
    if (document || page) {
        auto const variable = document ? Variable::number : Variable::page;
        citation.item.texts.set(variable, levels.front().value);
        for (auto& field : citation.fields)
            if (field.field == "levels/0") field.field = to_string(variable);
        levels.clear();
        self.has_location = false;
        self.levels.clear();
    }
    citation.kind = self.kind = named ? CitationKind::published : CitationKind::ibid;
    bool const in_book = source->type == ItemType::book || source->type == ItemType::document;
    citation.item.type = self.type = !named ? ItemType::document : in_book ? ItemType::chapter : source->type;
}

// "Idem, The Cold War": later notes cite it by the author's name.
void Resolver::inherit_people(KnownCitation& self) const {
    if (auto const author = same_author()) self.people = history_.find(full(author->serial))->people;
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

void Resolver::resolve(SingleNote& single) {
    auto& note = single.note;
    note_serial_ = history_.next_serial();
    auto const introduced = read_introductions(note.text, lexicon_);
    std::span<Introduction const> introductions = introduced;
    for (std::size_t index = 0; index < note.citations.size(); ++index) {
        auto& citation = note.citations[index];
        introduce(introductions, citation.span.begin);
        use_introduced_archive(citation);
        auto self = summary(citation, lexicon_);
        auto cues = cues_of(slice(note.text, citation.span), citation, lexicon_);
        if (!cues.note && tells_part_alone(citation, lexicon_))
            cues.note = read_cues(slice(note.text, with_remarks(note, index)), lexicon_).note;
        if (single.location_ibid[index]) cues.ibid = true;
        if (cues.idem) inherit_people(self);
        if (!is_record_alone(citation)) {
            rename(citation, cues, self);
            print_with_source(citation, cues, self);
        }
        // A link within the note, to the citation that has the location of both, is there already.
        bool const linked = citation.refers_to.has_value();
        auto found = linked ? std::nullopt : link(note, index, cues, self);
        if (!found && !linked) found = quoting(note, index);
        if (linked) {
            citation.refers_to->note = note_;
            citation.refers_to->note_id = note.id;
        }
        self.note = note_;
        self.citation = index;
        self.note_id = note.id;
        self.located_by_ibid = cues.ibid && citation.kind == CitationKind::archival;
        if (found) {
            auto const* target = history_.find(found->serial);
            citation.refers_to = CitationLink{target->note,    target->note_id,          target->citation,
                                              found->relation, std::move(found->reason), found->confidence};
            if (!is_full(citation.kind)) {
                self.stands_for = found->serial;
                self.certainty = found->confidence;
            }
        }
        history_.add(std::move(self));
    }
    introduce(introductions, note.text.size());
    introduce_archives(note);
    history_.end_note(note_, note.id, note_serial_);
    ++note_;
}

}  // namespace fonds
