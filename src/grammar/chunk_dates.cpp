// Dates, and the chunks where a new citation plausibly begins because a date or a quotation follows.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {

using std::string_view;

namespace {

/// The word before the title of a memorandum.
bool is_subject_word(string_view word) {
    return word == "sub" || word == "subj" || word == "Sub" || word == "Subject" || word == "subject" ||
           word == "Subj";
}

}  // namespace

/// "December 3 (15), 1889", "3 (15) December 1889": a day of the Julian calendar, that of the Gregorian in
/// brackets; the day as written first is kept.
bool Chunker::old_style(ReadDate const& read) {
    auto const open = token(read.end);
    if (read.date.start.day == 0 || read.date.start.year != 0 || !open || open->kind != TokenKind::open ||
        open->match != read.end + 2 || !is_all_digits(word(read.end + 1)) || word(read.end + 1).size() > 2)
        return false;
    auto const year = mark(open->match + 1, ',') ? open->match + 2 : open->match + 1;
    if (!token(year) || !is_year(word(year)) || !at_boundary(year + 1)) return false;
    auto date = read.date;
    date.start.year = std::stoi(std::string(word(year)));
    date.raw = slice(out_.text, {out_.tokens[at_].span.begin, out_.tokens[year].span.end});
    accept_date(at_, year + 1, std::move(date));
    return true;
}

bool Chunker::date() {
    if (undated()) return true;
    auto const& first = out_.tokens[at_];
    if (first.kind != TokenKind::word) return false;
    auto at = at_;
    // "v. 21. 9. 1865", "vom 5. Mai", "dated 5 May": the preposition is no part of the date.
    constexpr std::array prepositions = {string_view{"v"},  string_view{"vom"}, string_view{"dated"},
                                         string_view{"of"}, string_view{"du"},  string_view{"от"},
                                         string_view{"ot"}, string_view{"din"}, string_view{"od"},
                                         string_view{"z"},  string_view{"del"}, string_view{"ze"}};
    bool const preposition =
        std::find(prepositions.begin(), prepositions.end(), word(at)) != prepositions.end();
    if (preposition) at += mark(at + 1, '.') ? 2U : 1U;
    auto const read = at < out_.tokens.size() ? read_date(out_.tokens, out_.text, at) : std::nullopt;
    if (!read) return false;
    if (old_style(*read)) return true;
    bool const year_only = read->date.start.month == 0 && read->date.start.season == 0;
    if (year_only && !preposition && is_page_number(*read, at)) return false;
    if (year_only && (preposition || !at_boundary(read->end)) && !word(at).ends_with("年")) {
        auto const next = token(read->end);
        if (!(next && next->is(WordClass::conjunction)) || preposition) return false;
    }
    if (read->date.start.year == 0 && !at_boundary(read->end) &&
        !(token(read->end) && token(read->end)->lower))
        return false;
    if (preposition) {
        run_ = at_;
        at_ = at;
        end_run();
    }
    accept_date(at, read->end, read->date);
    return true;
}

/// "(Washington, 1994), 1125–47", "Garthoff, Détente, 1130": a number of four digits that is a page.
bool Chunker::is_page_number(ReadDate const& read, std::uint32_t at) const {
    auto const& list = out_.list;
    // "(2007): 1091–1117", "317(7167):1220–3"
    if (list.size() > 1 && list.back().kind == ChunkKind::colon &&
        (list[list.size() - 2].kind == ChunkKind::publication ||
         list[list.size() - 2].kind == ChunkKind::aside || list[list.size() - 2].is(Trait::digits)))
        return true;
    bool const behind_quote = !list.empty() && list.back().kind == ChunkKind::quote;  // “Title,” 1103
    if (list.size() < 2 || !(list.back().kind == ChunkKind::comma || behind_quote) || read.end != at + 1 ||
        !out_.tokens[at].number)
        return false;
    if (list[list.size() - 2].kind == ChunkKind::publication && !behind_quote) return true;
    auto const next = token(read.end);
    // "Ministerium des Innern, 1076, Bl. 26": a file before its leaves.
    auto const leaf =
        next && next->is_mark(',') ? find(read.end + 1, mask(WordClass::label)).phrase : nullptr;
    if (leaf && read.date.start.year < 1400 &&
        std::find(leaf->meanings().begin(), leaf->meanings().end(), "leaf") != leaf->meanings().end())
        return true;
    return read.date.start.year < 1400 && (!next || next->is_mark(';') || next->is_mark('.'));
}

/// "n.d.", "o. D.", "б. д.": words for a date that is not known.
bool Chunker::undated() {
    auto const found = find(at_, mask(WordClass::undated));
    auto const end = at_ + found.size;
    if (!found.phrase || !at_boundary(end)) return false;
    // "Bd." is a volume, "b.d." no date.
    if (found.size == 1 && word(at_).size() <= 4 && word(at_).find('.') == string_view::npos) return false;
    auto const last =
        mark(end, '.') && !out_.tokens[end].space_before && (token(end + 1) && !out_.tokens[end + 1].upper)
            ? end + 1
            : end;
    classify(add(ChunkKind::text, at_, last), out_, lexicon_);
    out_.list.back().set(Trait::undated);
    at_ = last;
    return true;
}

/// "Rusk to Bruce, May 1 and June 3, 1961": two letters, not one with a span of days; where the "and" stands
/// that joins them.
std::uint32_t Chunker::joint_of_letters(std::uint32_t first, std::uint32_t last, Date const& date) const {
    auto const& list = out_.list;
    if (!date.end || date.start.day == 0 || date.end->day == 0 || list.size() < 2 ||
        list.back().kind != ChunkKind::comma || !list[list.size() - 2].is(Trait::letter) ||
        list[list.size() - 2].is(Trait::genre_head))
        return no_token;
    for (auto at = first + 1; at + 1 < last; ++at) {
        if (mark(at, ',')) return no_token;
        if (out_.tokens[at].is(WordClass::conjunction)) return at;
    }
    return no_token;
}

void Chunker::accept_date(std::uint32_t first, std::uint32_t last, Date date) {
    // "11 января 1961 г.", "12 maja 1957 r.": the word for the year is part of the date.
    auto const year_word = word(last);
    if ((year_word == "г" || year_word == "г." || year_word == "года" || year_word == "r" ||
         year_word == "roku" || year_word == "року") &&
        date.start.year != 0 && at_boundary(last + 1)) {
        ++last;
        if (mark(last, '.') && !is_stop(last)) ++last;
    }
    if (auto const joint = joint_of_letters(first, last, date); joint != no_token) {
        Date earlier;
        earlier.start = date.start;
        accept_date(first, joint, std::move(earlier));
        add(ChunkKind::conjunction, joint, joint + 1);
        date.start = *date.end;
        date.end.reset();
        date.raw.clear();
        return accept_date(joint + 1, last, std::move(date));
    }
    auto& chunk = add(ChunkKind::date, first, last);
    chunk.has_year = date.start.year != 0;
    chunk.has_day = date.start.day != 0;
    chunk.is_span = date.end.has_value();
    chunk.date = keep(std::move(date));
    at_ = last;
}

/// A letter's head has its date behind it, with at most a remark between.
bool Chunker::date_follows(std::size_t at) const {
    // "Artajo a Lequerica, 9 de mayo de 1949": "a" says so only with a day behind it.
    bool const day = out_.list[at].to != no_token && word(out_.list[at].to) == "a";
    // "to the Department of State, Washington, D.C., 5 May 1953": where the addressee is, in two pieces.
    std::size_t reach = out_.list[at].is(Trait::to_head) ? 7 : 6;
    for (auto i = at + 1; i < std::min(out_.list.size(), at + reach); ++i) {
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
                            out_.list[i + 1].kind == ChunkKind::text;
        if (kind != ChunkKind::comma && kind != ChunkKind::aside && kind != ChunkKind::text && !number &&
            !subject && !office)
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
        return i == 0 || out_.list[i - 1].kind == ChunkKind::stop ||
               out_.list[i - 1].kind == ChunkKind::semicolon || out_.list[i - 1].kind == ChunkKind::signal;
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

/// NARA parts the levels of one reference by semicolons, innermost first: "Box 14; Lot 64 D 563; Record Group
/// 59; National Archives". They are commas where nothing but pieces of a reference stands between the first
/// and an archive that ends it.
void Chunker::join_by_semicolons() {
    auto& list = out_.list;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].kind == ChunkKind::stop || list[i].kind == ChunkKind::signal ||
            list[i].kind == ChunkKind::archive)
            begin = i + 1;
        if (list[i].kind != ChunkKind::semicolon) continue;
        if (begins_reference(i)) list[i].kind = ChunkKind::comma;
        if (begin > i) continue;
        auto const end = reference_end(i);
        if (end == i) continue;
        for (auto at = i; at < end; ++at)
            if (list[at].kind == ChunkKind::semicolon) list[at].kind = ChunkKind::comma;
    }
}

/// "AMSZ, Warsaw; 6/77, w-102", "GARF; f. 5446, op. 1": an archive before the semicolon at `from`, with
/// nothing but its place, whose levels come behind.
bool Chunker::begins_reference(std::size_t from) const {
    auto const& list = out_.list;
    if (from == 0 || from + 1 >= list.size()) return false;
    auto const& next = list[from + 1];
    bool const level = (next.kind == ChunkKind::level && !next.means("page") && !next.means("note")) ||
                       (next.kind == ChunkKind::number && !next.roman &&
                        slice(out_.text, next.span).find('/') != string_view::npos);
    if (!level) return false;
    auto at = from - 1;
    if (list[at].kind == ChunkKind::text && list[at].is(Trait::place) && at >= 2 &&
        list[at - 1].kind == ChunkKind::comma)
        at -= 2;
    return list[at].kind == ChunkKind::archive;
}

/// Where a reference that goes on behind the semicolon at `from` has its archive; `from` where it does not.
std::size_t Chunker::reference_end(std::size_t from) const {
    constexpr std::size_t reach = 24, widest = 7;
    auto const& list = out_.list;
    auto const places = [](Chunk const& chunk) {
        return chunk.kind == ChunkKind::level || chunk.kind == ChunkKind::number ||
               (chunk.kind == ChunkKind::text && chunk.is(Trait::reference));
    };
    bool level = from > 0 && places(list[from - 1]);
    std::size_t segment = 0;
    for (auto at = from + 1; at < std::min(list.size(), from + reach); ++at) {
        auto const& chunk = list[at];
        if (segment == 0 && (chunk.kind == ChunkKind::archive ||
                             (chunk.kind == ChunkKind::text && chunk.is(Trait::repository) &&
                              !chunk.is(Trait::collection) && level)))
            return level && ends_reference(at) ? at : from;
        switch (chunk.kind) {
            case ChunkKind::level: level = true; break;
            case ChunkKind::text:
                if (chunk.is(Trait::letter) || chunk.is(Trait::verb) || chunk.is(Trait::all_small))
                    return from;
                break;
            case ChunkKind::date:
                if (chunk.has_day) return from;
                break;
            case ChunkKind::number:
            case ChunkKind::quote:
            case ChunkKind::comma:
            case ChunkKind::aside: break;
            case ChunkKind::semicolon: segment = 0; continue;
            default: return from;
        }
        if (++segment > widest) return from;
    }
    return from;
}

/// Whether an archive's name and at most its place end the citation.
bool Chunker::ends_reference(std::size_t archive) const {
    auto const& list = out_.list;
    for (auto at = archive + 1; at < list.size(); ++at) {
        auto const& chunk = list[at];
        switch (chunk.kind) {
            case ChunkKind::comma:
            case ChunkKind::aside:
            case ChunkKind::hereafter:
            case ChunkKind::archive: break;
            case ChunkKind::text:
            case ChunkKind::number:
                if (chunk.is(Trait::digits)) return false;
                break;
            case ChunkKind::stop:
                // "ИРЛИ РАН. Ф. 240. Оп. 2": its own levels come behind the stop.
                return at + 1 == list.size() || list[at + 1].kind != ChunkKind::level ||
                       list[at + 1].means("page");
            case ChunkKind::semicolon:
            case ChunkKind::close:
            case ChunkKind::provenance: return true;
            default: return false;
        }
    }
    return true;
}

/// "On Bucharest's mediation: Transcript …", "for Madrid's view, Archivo …": what the citation is given for
/// is prose.
void Chunker::mark_topics() {
    auto& list = out_.list;
    for (std::size_t i = 0; i + 2 < list.size(); ++i) {
        auto& chunk = list[i];
        if (chunk.kind != ChunkKind::text || !out_.tokens[chunk.first].is(WordClass::topic) ||
            chunk.last - chunk.first < 2)
            continue;
        if (i > 0 && list[i - 1].kind != ChunkKind::stop && list[i - 1].kind != ChunkKind::semicolon &&
            list[i - 1].kind != ChunkKind::signal)
            continue;
        auto const& next = list[i + 2];
        bool const keeper =
            next.kind == ChunkKind::archive || next.kind == ChunkKind::signal ||
            (next.kind == ChunkKind::text && (next.is(Trait::repository) || next.is(Trait::letter)));
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
        if (list[i].kind == ChunkKind::text && list[i + 1].kind == ChunkKind::colon &&
            list[i].last - list[i].first == 1 && is_subject_word(word(list[i].first)))
            list[i].set(Trait::subject);
        if (list[i].kind != ChunkKind::text || !list[i].is(Trait::genre_head) ||
            list[i].last - list[i].first > 3 ||
            (list[i + 1].kind != ChunkKind::comma && list[i + 1].kind != ChunkKind::stop))
            continue;
        for (auto at = i + 2; at < std::min(list.size(), i + reach) &&
                              (list[at].kind == ChunkKind::text || list[at].kind == ChunkKind::comma);
             ++at) {
            auto& chunk = list[at];
            for (auto token = chunk.first; token + 1 < chunk.last && chunk.kind == ChunkKind::text; ++token) {
                bool const heads = token == chunk.first;
                // "Memo, G-1 for TAG"
                bool const office = token == chunk.first + 1 && out_.tokens[chunk.first].upper;
                if (word(token) != "for" || !out_.tokens[token + 1].upper ||
                    !(heads || office || reads_as_names(out_, chunk.first, token)))
                    continue;
                chunk.set(heads ? Trait::to_head : Trait::letter);
                chunk.to = token;
                break;
            }
            if (chunk.to != no_token) break;
        }
    }
}

/// "transcript of a conversation between the ambassador to Bonn, S. Tsarapkin, and …": nobody writes to
/// anybody in what describes a talk.
void Chunker::mark_talks() {
    constexpr std::array words = {string_view{"between"}, string_view{"zwischen"}, string_view{"entre"}};
    constexpr std::size_t reach = 12;
    auto& list = out_.list;
    auto const describes = [](Chunk const& chunk) {
        return chunk.kind == ChunkKind::text || chunk.kind == ChunkKind::comma ||
               chunk.kind == ChunkKind::conjunction || chunk.kind == ChunkKind::in;
    };
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].kind != ChunkKind::text || !list[i].is(Trait::genre_head) ||
            !has_word(out_, list[i].first, list[i].last, words))
            continue;
        for (auto at = i; at < std::min(list.size(), i + reach) && describes(list[at]); ++at) {
            list[at].traits &=
                ~(static_cast<std::uint64_t>(Trait::letter) | static_cast<std::uint64_t>(Trait::to_head));
            list[at].to = no_token;
        }
    }
}

/// "Новак Б. — Зеллер П., 19 марта 1940 г.": the standard of Russia parts writer and addressee by a dash.
void Chunker::join_correspondents() {
    auto& list = out_.list;
    for (std::size_t i = 0; i + 5 < list.size(); ++i) {
        auto const writes = [](Chunk const& chunk) {
            return chunk.kind == ChunkKind::text && !chunk.is(Trait::genre) && !chunk.is(Trait::verb) &&
                   (chunk.is(Trait::name) || (chunk.is(Trait::institution) && chunk.is(Trait::upper)));
        };
        if (!writes(list[i]) || !begins_sentence(out_, i)) continue;
        auto const dash =
            list[i + 1].kind == ChunkKind::stop ? i + 2 : i + 1;  // the stop of "Б." stands before the dash
        auto const& addressee = list[dash + 1];
        if (list[dash].kind != ChunkKind::dash || !writes(addressee)) continue;
        bool const parted = list[dash + 2].kind == ChunkKind::comma || list[dash + 2].kind == ChunkKind::stop;
        auto const& date = parted ? list[dash + 3] : list[dash + 2];
        // "Krim – Kaukasus, 1942": only a day is a letter's.
        if (date.kind != ChunkKind::date || !date.has_day) continue;
        if (parted) list[dash + 2].kind = ChunkKind::comma;
        list[i].to = list[dash].first;
        list[i].to_by_dash = true;
        list[i].last = addressee.last;
        list[i].span.end = list[i].inner.end = addressee.span.end;
        list[i].set(Trait::letter);
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                   list.begin() + static_cast<std::ptrdiff_t>(dash) + 2);
    }
}

/// Marks the chunks where a new citation plausibly begins behind "and" or a comma: a letter's head, a name
/// before a quotation, an archive.
void Chunker::mark_beginnings() {
    auto& list = out_.list;
    mark_topics();
    mark_memoranda();
    mark_talks();
    join_correspondents();
    for (std::size_t i = 0; i < list.size(); ++i) {
        auto& chunk = list[i];
        if (chunk.kind == ChunkKind::text && (chunk.is(Trait::letter) || chunk.is(Trait::to_head)) &&
            !date_follows(i) && !(chunk.is(Trait::letter) && date_precedes(i)))
            chunk.traits &=
                ~(static_cast<std::uint64_t>(Trait::letter) | static_cast<std::uint64_t>(Trait::to_head));
        auto const kind = [&](std::size_t at) { return at < list.size() ? list[at].kind : ChunkKind::stop; };
        if (chunk.kind == ChunkKind::archive || chunk.kind == ChunkKind::ibid) chunk.set(Trait::begins);
        if (chunk.kind != ChunkKind::text) continue;
        if (chunk.is(Trait::letter) && !chunk.is(Trait::verb)) chunk.set(Trait::begins);
        // "Mayo Clinic Historical Unit (Rochester, MN)": a body with its town behind it keeps papers.
        if (kind(i + 1) == ChunkKind::aside && list[i + 1].is(Trait::place) && chunk.is(Trait::upper) &&
            chunk.last - chunk.first >= 2 && out_.tokens[chunk.last - 1].is(WordClass::keeper_part))
            chunk.set(Trait::repository);
        bool const comma = kind(i + 1) == ChunkKind::comma;
        if (chunk.is(Trait::name) && comma && (kind(i + 2) == ChunkKind::quote)) chunk.set(Trait::begins);
        if (chunk.is(Trait::name) && kind(i + 1) == ChunkKind::role) chunk.set(Trait::begins);
        // "Stuart Spencer, oral interview": who was asked stands before.
        bool const behind_name = i >= 2 && kind(i - 1) == ChunkKind::comma && list[i - 2].is(Trait::name);
        if (chunk.is(Trait::interview) && !chunk.is(Trait::genre_head) && !behind_name)
            chunk.set(Trait::begins);
        if (chunk.is(Trait::name) && comma && chunk.last - chunk.first >= 2 && kind(i + 2) == ChunkKind::text)
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
