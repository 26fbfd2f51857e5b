#include "note/antecedent_search.hpp"

#include <algorithm>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "grammar/lexicon.hpp"
#include "note/record_alone.hpp"
#include "note/reference_cues.hpp"
#include "note/short_form_match.hpp"

namespace fonds {
namespace {

// Of two full works by the same author, "Smith, p. 5" means one: the later, rarely surely.
constexpr double one_of_several = 0.5;
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

bool is_full(CitationKind kind) {
    return kind == CitationKind::archival || kind == CitationKind::published || kind == CitationKind::web;
}

std::size_t AntecedentSearch::full(std::size_t serial) const {
    // Links point backwards, so this ends; what a forgotten citation stood for is forgotten too.
    while (auto const* known = history_.find(serial)) {
        if (!known->stands_for || !history_.find(*known->stands_for)) break;
        serial = *known->stands_for;
    }
    return serial;
}

AntecedentSearch::Candidates AntecedentSearch::candidates() const {
    Candidates out;
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

KnownCitation const* AntecedentSearch::last_source() const {
    auto const before = candidates();
    return before.serials.empty() ? nullptr : history_.find(full(before.serials.back()));
}

std::optional<Antecedent> AntecedentSearch::ibid(KnownCitation const& self) const {
    auto const before = candidates();
    if (before.serials.empty()) return std::nullopt;
    auto chosen = before.serials.back();
    // A leaf or file with it: the last source that lies in an archive; a volume: the last that is printed.
    auto const wanted = !self.levels.empty() ? CitationKind::archival : CitationKind::published;
    if (!self.levels.empty() || self.in_volume)
        for (auto const serial : before.serials)
            if (history_.find(serial)->kind == wanted || history_.find(full(serial))->kind == wanted)
                chosen = serial;
    auto const* known = history_.find(chosen);
    Antecedent found{full(chosen), 0.97, "ibid", "the source cited just before"};
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

std::optional<Antecedent> AntecedentSearch::same_location(KnownCitation const& self) const {
    auto const before = candidates();
    std::optional<std::size_t> chosen;
    for (auto const serial : before.serials) {
        auto const* target = history_.find(full(serial));
        if (target->has_location || target->located_by_ibid) chosen = full(serial);
    }
    if (!chosen) return std::nullopt;
    auto const* target = history_.find(*chosen);
    Antecedent found{*chosen, before.same_note || before.serials.size() == 1 ? 0.95 : 0.6, "same-location",
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
std::optional<Antecedent> AntecedentSearch::same_volume() const {
    auto const before = candidates();
    if (before.serials.empty()) return std::nullopt;
    bool const sure = before.serials.size() == 1 && !before.distant;
    return Antecedent{full(before.serials.back()), sure ? 0.9 : 0.6, "same-location",
                      "printed where the source cited just before is"};
}

// "Idem, The Cold War": by whom the source cited just before is, or, where it names nobody, the one before
// it.
std::optional<Antecedent> AntecedentSearch::same_author() const {
    auto const before = candidates();
    auto const named = std::find_if(before.serials.rbegin(), before.serials.rend(), [&](std::size_t serial) {
        return !history_.find(full(serial))->people.empty();
    });
    if (named == before.serials.rend()) return std::nullopt;
    Antecedent found{*named, 0.9, "same-author", "by the author named just before"};
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

std::optional<Antecedent> AntecedentSearch::cited_above(long number, KnownCitation const& self) const {
    std::optional<Antecedent> best;
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
            best = Antecedent{full(serial), confidence, "cited-above",
                              concat("points to note ", std::to_string(number))};
        }
    }
    return best;
}

std::optional<Antecedent> AntecedentSearch::op_cit(KnownCitation const& self) const {
    if (self.people.empty()) return ibid(self);
    auto found = short_form(self);
    if (found) found->relation = "op-cit";
    return found;
}

std::optional<Antecedent> AntecedentSearch::short_form(KnownCitation const& self) const {
    auto serials = self.people.empty() ? std::vector<std::size_t>{} : history_.by_person(self.people.front());
    if (serials.empty() && !self.title.empty()) serials = history_.by_title(self.title.front());
    std::optional<Antecedent> best;
    std::size_t fitting = 0;
    KnownCitation const* other = nullptr;
    for (auto at = serials.rbegin(); at != serials.rend(); ++at) {
        auto const* known = history_.find(*at);
        auto const match = match_short_form(self, *known);
        if (match == 0) continue;
        // The same work cited in full twice is one work.
        if (!other || known->title != other->title) ++fitting;
        other = known;
        if (best && best->confidence >= match) continue;
        best = Antecedent{*at, match, "short-title",
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

std::optional<Antecedent> AntecedentSearch::abbreviation(ParsedNote const& note, std::size_t index) const {
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
            return Antecedent{full(*serial), 0.95, "abbreviation",
                              concat("“", name, "” is introduced there")};
    if (!is_short) return std::nullopt;
    for (auto const& name : names)
        if (auto const serial =
                is_acronym(name) ? history_.by_initials(name_key(name, lexicon_)) : std::nullopt)
            return Antecedent{full(*serial), 0.85, "abbreviation",
                              concat("“", name, "” are the initials of its title")};
    return std::nullopt;
}

std::optional<Antecedent> AntecedentSearch::quoting(ParsedNote const& note, std::size_t index) const {
    if (!has_signal(words_before(note, index), "quoted", lexicon_)) return std::nullopt;
    auto const serial = history_.next_serial() - 1;
    return Antecedent{serial, 0.9, "quoted-in", "quotes the source cited just before"};
}

// "AVPRF, f. 059a, op. 5a, d. 3. English translation in ibid., 34": no file prints itself; the last book or
// article before it is meant.
std::optional<Antecedent> AntecedentSearch::printing(ParsedNote const& note, std::size_t index) const {
    if (index == 0 || note.citations[index - 1].kind != CitationKind::archival ||
        !has_signal(words_before(note, index), "published", lexicon_))
        return std::nullopt;
    for (auto serial = history_.next_serial() - 1; serial-- > history_.last_note().first;) {
        auto const* known = history_.find(full(serial));
        if (known && known->kind == CitationKind::published)
            return Antecedent{full(serial), 0.9, "ibid",
                              "the last printed source before the paper that it prints"};
    }
    return std::nullopt;
}

std::optional<Antecedent> AntecedentSearch::find(ParsedNote const& note, std::size_t index,
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

}  // namespace fonds
