// What only the chunks around tell of a chunk: letters, memoranda, talks, where works begin.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "grammar/addressees.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"

namespace fonds {

using std::string_view;

namespace {

/// The word before the title of a memorandum.
bool is_subject_word(string_view word) {
    return word == "sub" || word == "subj" || word == "Sub" || word == "Subject" || word == "subject" ||
           word == "Subj";
}

}  // namespace

/// "…, letter to Historical Staff, NASA, 26 August 1965": behind the comma at `at` a day.
bool Chunker::goes_on_with_day(std::size_t at) const {
    auto const& list = out_.list;
    return at + 1 < list.size() && list[at].kind == ChunkKind::comma &&
           list[at + 1].kind == ChunkKind::date && list[at + 1].has_day;
}

/// A letter's head has its date behind it, with at most a remark between.
bool Chunker::date_follows(std::size_t at) const {
    // "Artajo a Lequerica, 9 de mayo de 1949": "a" says so only with a day behind it.
    bool const day = out_.list[at].to != no_token && word(out_.list[at].to) == "a";
    // "to the Department of State, Washington, D.C., 5 May 1953": where the addressee is, in two pieces.
    std::size_t reach = out_.list[at].is(Trait::to_head) ? 7 : 6;
    auto const* const chunks = out_.list.data();
    auto const first = at + 1 + further_addressees(chunks + at + 1, chunks + out_.list.size());
    reach += first - at - 1;
    for (auto i = first; i < std::min(out_.list.size(), at + reach); ++i) {
        auto const kind = out_.list[i].kind;
        if (kind == ChunkKind::date && !out_.list[i].has_day && out_.list[i].date >= 0) {
            // "Despatches from … to China, 1843–1906" is a series, not a letter.
            auto const& date = out_.dates[static_cast<std::size_t>(out_.list[i].date)];
            if (date.end && date.start.month == 0) return false;
        }
        if (kind == ChunkKind::date && day) return out_.list[i].has_day;
        if (kind == ChunkKind::date || (kind == ChunkKind::publication && !out_.list[i].is(Trait::publisher)))
            return true;
        if (kind == ChunkKind::text && out_.list[i].is(Trait::undated)) return true;
        // "Bates to Broad, in Parson, Turbulent Partners": printed there.
        if (kind == ChunkKind::in && out_.list[at].to != no_token)
            return reads_as_names(out_, out_.list[at].first, out_.list[at].to);
        bool const number =
            kind == ChunkKind::level &&
            (out_.list[i].means("issue") || out_.list[i].means("number") || out_.list[i].means("telegram"));
        // "…, Subject: Special Planning Survey, 1 April 1942"
        bool const subject = kind == ChunkKind::colon && out_.list[i - 1].is(Trait::subject);
        // "…, NASA Historian, November 18, 1969"
        bool const office = kind == ChunkKind::archive && i + 1 < out_.list.size() &&
                            (out_.list[i + 1].kind == ChunkKind::text || goes_on_with_day(i + 1));
        // "Cumming to Dulles, “Indonesia,” February 21, 1958"
        auto const behind =
            i + 1 < out_.list.size() && out_.list[i + 1].kind == ChunkKind::comma ? i + 2 : i + 1;
        bool const title = kind == ChunkKind::quote && behind < out_.list.size() &&
                           out_.list[behind].kind == ChunkKind::date && out_.list[behind].has_day;
        if (kind != ChunkKind::comma && kind != ChunkKind::aside && kind != ChunkKind::text && !number &&
            !subject && !office && !title)
            return false;
        if (subject || number) reach += 2;
        if (kind == ChunkKind::text && out_.list[i].is(Trait::letter)) return false;
    }
    return false;
}

/// "Ms Eng Letts C155, p. 138, 29 May 1806, Henry Russell to Charles Russell": behind leaf or number the date
/// at `date` and, last, the letter at `letter` that tells its writer.
bool Chunker::ends_reference_of(std::size_t date, std::size_t letter) const {
    constexpr std::size_t reach = 6;
    auto const& list = out_.list;
    auto const& chunk = list[letter];
    if (date < 2 || list[date - 1].kind != ChunkKind::comma || chunk.to == no_token ||
        chunk.to <= chunk.first)
        return false;
    for (auto at = date - 1; at-- > 0 && at + reach > date;) {
        if (list[at].kind == ChunkKind::level && (list[at].means("page") || list[at].means("folio")))
            return true;
        if (list[at].kind != ChunkKind::comma && list[at].kind != ChunkKind::text) return false;
    }
    return false;
}

/// An entry of a list has its date before: "3 March 1949. Despatch No. 88, X to Y".
bool Chunker::date_precedes(std::size_t at) const {
    auto const begins_entry = [&](std::size_t i) {
        return begins_sentence(out_, i) || out_.list[i - 1].kind == ChunkKind::signal;
    };
    int others = 0;
    for (auto i = at; i-- > 0 && others < 2;) {
        auto const& chunk = out_.list[i];
        switch (chunk.kind) {
            case ChunkKind::date: return chunk.has_day && (begins_entry(i) || ends_reference_of(i, at));
            case ChunkKind::publication:
                return chunk.has_year && !chunk.is(Trait::publisher) && begins_entry(i);
            case ChunkKind::comma:
            case ChunkKind::stop:
            case ChunkKind::dash:
            case ChunkKind::colon: break;
            case ChunkKind::level:
                if (!chunk.means("telegram") && !chunk.means("issue")) return false;
                ++others;
                break;
            default: return false;
        }
    }
    return false;
}

/// "On Bucharest's mediation: Transcript …", "for Madrid's view, Archivo …": what the citation is given for
/// is prose.
void Chunker::mark_topics() {
    auto& list = out_.list;
    for (std::size_t i = 0; i + 2 < list.size(); ++i) {
        auto& chunk = list[i];
        if (chunk.kind != ChunkKind::text || !token(chunk.first).is(WordClass::topic) || chunk.size() < 2)
            continue;
        // "…; and, for the Cabinet's view, TNA, CAB 128/30"
        bool const joined =
            i > 1 && list[i - 1].kind == ChunkKind::comma && list[i - 2].kind == ChunkKind::conjunction;
        if (i > 0 && list[i - 1].kind != ChunkKind::stop && list[i - 1].kind != ChunkKind::semicolon &&
            list[i - 1].kind != ChunkKind::signal && !joined)
            continue;
        auto const& next = list[i + 2];
        bool const keeper =
            next.kind == ChunkKind::archive || next.kind == ChunkKind::signal ||
            (next.kind == ChunkKind::text &&
             (next.is(Trait::repository) || next.is(Trait::letter) || next.is(Trait::docvolume)));
        bool const paper = next.kind == ChunkKind::text && next.is(Trait::genre_head);
        if ((list[i + 1].kind == ChunkKind::colon && (keeper || paper)) ||
            (list[i + 1].kind == ChunkKind::comma && keeper))
            chunk.set(Trait::verb);
    }
}

/// "Memo, Handy, ACofS OPD, for CofS, 8 Mar 43, sub: Heavy Bombers for Russia": in the memoranda of armies
/// "for" stands before whom they are written to, and "sub:" before their title.
void Chunker::mark_memoranda() {
    constexpr std::size_t reach = 7;
    auto& list = out_.list;
    for (std::size_t i = 0; i + 2 < list.size(); ++i) {
        if (list[i].kind == ChunkKind::text && list[i + 1].kind == ChunkKind::colon && list[i].size() == 1 &&
            is_subject_word(word(list[i].first)))
            list[i].set(Trait::subject);
        if (list[i].kind != ChunkKind::text || !list[i].is(Trait::genre_head) || list[i].size() > 3 ||
            (list[i + 1].kind != ChunkKind::comma && list[i + 1].kind != ChunkKind::stop))
            continue;
        for (auto at = i + 2; at < std::min(list.size(), i + reach) &&
                              (list[at].kind == ChunkKind::text || list[at].kind == ChunkKind::comma);
             ++at) {
            auto& chunk = list[at];
            for (auto place = chunk.first; place + 1 < chunk.last && chunk.kind == ChunkKind::text; ++place) {
                bool const heads = place == chunk.first;
                // "Memo, G-1 for TAG"
                bool const office = place == chunk.first + 1 && token(chunk.first).upper;
                if (word(place) != "for" || !token(place + 1).upper ||
                    !(heads || office || reads_as_names(out_, chunk.first, place)))
                    continue;
                chunk.set(heads ? Trait::to_head : Trait::letter);
                chunk.to = place;
                break;
            }
            if (chunk.to != no_token) break;
        }
    }
}

/// "Somerset for Handy, 6 Sep 42, sub: Special Operations": without a word for the form its subject tells a
/// memorandum.
void Chunker::mark_bare_memoranda() {
    auto& list = out_.list;
    for (std::size_t i = 0; i + 5 < list.size(); ++i) {
        auto& chunk = list[i];
        bool const head = chunk.kind == ChunkKind::text && chunk.to == no_token &&
                          list[i + 1].kind == ChunkKind::comma && list[i + 2].kind == ChunkKind::date &&
                          list[i + 3].kind == ChunkKind::comma && list[i + 4].is(Trait::subject);
        for (auto at = chunk.first + 1; head && at + 1 < chunk.last; ++at) {
            if (word(at) != "for" || !reads_as_names(out_, chunk.first, at) ||
                !reads_as_names(out_, at + 1, chunk.last))
                continue;
            chunk.set(Trait::letter);
            chunk.to = at;
            break;
        }
    }
}

/// "transcript of a conversation between the ambassador to Bonn, S. Tsarapkin, and …": nobody writes to
/// anybody in what describes a talk.
void Chunker::mark_talks() {
    auto const any = [&](std::uint32_t first, std::uint32_t last, WordClasses classes) {
        return std::any_of(out_.tokens.begin() + first, out_.tokens.begin() + last,
                           [&](Token const& token) { return (token.classes & classes) != 0; });
    };
    constexpr auto talk = mask(WordClass::talk) | mask(WordClass::talk_of_author);
    constexpr std::size_t reach = 12;
    auto& list = out_.list;
    auto const describes = [](Chunk const& chunk) {
        return chunk.kind == ChunkKind::text || chunk.kind == ChunkKind::comma ||
               chunk.kind == ChunkKind::conjunction || chunk.kind == ChunkKind::in;
    };
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].kind != ChunkKind::text || !list[i].is(Trait::genre_head)) continue;
        // "Memorandum of Conversation with the Ambassador to the DPRK Qiao"
        bool const parties = any(list[i].first, list[i].last, mask(WordClass::parties));
        bool const of_talk = list[i].is(Trait::letter) && list[i].to - list[i].first > 3 &&
                             any(list[i].first, list[i].first + 4, talk);
        if (!parties && !of_talk) continue;
        auto const end = std::min(list.size(), parties ? i + reach : i + 1);
        for (auto at = i; at < end && describes(list[at]); ++at) {
            list[at].traits &= ~(mask(Trait::letter) | mask(Trait::to_head));
            list[at].to = no_token;
        }
    }
}

/// "RGASPI, f. 17, op. 128, d. 1079, ll. 30–36, Suslov to Stalin.": without its day a letter that ends the
/// citation, behind where it lies.
bool Chunker::ends_behind_reference(std::size_t at) const {
    auto const& list = out_.list;
    auto const& letter = list[at];
    bool const ends = at + 1 == list.size() || list[at + 1].kind == ChunkKind::stop ||
                      list[at + 1].kind == ChunkKind::semicolon;
    if (!ends || at < 2 || list[at - 1].kind != ChunkKind::comma || letter.to == no_token ||
        letter.to == letter.first)
        return false;
    auto const& place = list[at - 2];
    bool const lies =
        (place.kind == ChunkKind::level && !place.means("issue") && !place.means("volume") &&
         place.is(Trait::digits)) ||
        (place.kind == ChunkKind::text && place.is(Trait::department) && place.is(Trait::reference));
    return lies && reads_as_names(out_, letter.first, letter.to) &&
           reads_as_names(out_, letter.to + 1, letter.last);
}

/// "The original reads: “We shall not move.” BArch, DY 30/3478": what somebody said is no title.
void Chunker::mark_speech() {
    auto& list = out_.list;
    for (std::size_t i = 2; i + 1 < list.size(); ++i) {
        auto& quote = list[i];
        bool const sentence = quote.size() > 2 && mark(quote.last - 2, '.');
        // "Müller: „Titel.“ In: …" is a work.
        if (quote.kind != ChunkKind::quote || !sentence || list[i - 1].kind != ChunkKind::colon ||
            list[i - 2].kind != ChunkKind::text || list[i - 2].is(Trait::name) ||
            list[i + 1].kind == ChunkKind::in)
            continue;
        quote.kind = ChunkKind::text;
        quote.traits = 0;
        quote.set(Trait::verb);
    }
}

/// Marks the chunks where a new citation plausibly begins behind "and" or a comma: a letter's head, a name
/// before a quotation, an archive.
void Chunker::mark_beginnings() {
    auto& list = out_.list;
    mark_speech();
    mark_topics();
    mark_memoranda();
    mark_bare_memoranda();
    mark_talks();
    join_correspondents();
    join_sessions();
    join_papers_of_several();
    for (std::size_t i = 0; i < list.size(); ++i) {
        auto& chunk = list[i];
        auto const kind = [&](std::size_t at) { return at < list.size() ? list[at].kind : ChunkKind::stop; };
        // "Telegram from Orlov to Belov, GARF, …", "(telegram from Orlov to Belov)": its form tells a letter.
        bool const formed = chunk.is(Trait::letter) && chunk.is(Trait::by_writer) &&
                            (kind(i + 1) == ChunkKind::close ||
                             (kind(i + 1) == ChunkKind::comma && kind(i + 2) == ChunkKind::archive));
        if (chunk.kind == ChunkKind::text && (chunk.is(Trait::letter) || chunk.is(Trait::to_head)) &&
            !formed && !date_follows(i) && !(chunk.is(Trait::letter) && date_precedes(i)) &&
            !ends_behind_reference(i))
            chunk.traits &= ~(mask(Trait::letter) | mask(Trait::to_head));
        if (chunk.kind == ChunkKind::archive || chunk.kind == ChunkKind::ibid) chunk.set(Trait::begins);
        if (chunk.kind != ChunkKind::text) continue;
        if (chunk.is(Trait::letter) && !chunk.is(Trait::verb)) chunk.set(Trait::begins);
        // "Mayo Clinic Historical Unit (Rochester, MN)": a body with its town behind it keeps papers.
        if (kind(i + 1) == ChunkKind::aside && list[i + 1].is(Trait::place) && chunk.is(Trait::upper) &&
            chunk.size() >= 2 && token(chunk.last - 1).is(WordClass::keeper_part))
            chunk.set(Trait::repository);
        bool const comma = kind(i + 1) == ChunkKind::comma;
        if (chunk.is(Trait::name) && comma && (kind(i + 2) == ChunkKind::quote)) chunk.set(Trait::begins);
        if (chunk.is(Trait::name) && kind(i + 1) == ChunkKind::role) chunk.set(Trait::begins);
        // "Stuart Spencer, oral interview": who was asked stands before.
        bool const behind_name = i >= 2 && kind(i - 1) == ChunkKind::comma && list[i - 2].is(Trait::name);
        if (chunk.is(Trait::interview) && !chunk.is(Trait::genre_head) && !behind_name)
            chunk.set(Trait::begins);
        if (chunk.is(Trait::name) && comma && chunk.size() >= 2 && kind(i + 2) == ChunkKind::text)
            // A book: name, title words, then its publisher.
            for (std::size_t j = i + 2; j < std::min(list.size(), i + 12); ++j) {
                if (list[j].kind == ChunkKind::publication) chunk.set(Trait::begins);
                if (list[j].kind != ChunkKind::text && list[j].kind != ChunkKind::comma &&
                    list[j].kind != ChunkKind::colon && list[j].kind != ChunkKind::conjunction &&
                    list[j].kind != ChunkKind::date)
                    break;
            }
    }
}

}  // namespace fonds
