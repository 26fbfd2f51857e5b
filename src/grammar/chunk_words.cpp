// Elements that words of the tables begin: signals, ibid., archives, roles, editions, provenance, connectors.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"
#include "grammar/fold_word.hpp"

namespace fonds {

using std::string_view;

namespace {

/// "BArch", "TsDA": an abbreviation that is not in capitals throughout.
bool has_inner_capital(string_view word) {
    for (std::size_t at = word.empty() ? 0 : decode(word, 0).size; at < word.size();) {
        auto const [c, size] = decode(word, at);
        if (is_letter(c) && is_upper(c)) return true;
        at += size;
    }
    return false;
}

/// "Compare Porter, Manacles, 12, | with Scull, Solitary, 4": leads to the second work as "Compare" does to
/// the first.
PhraseMatch other_side(Chunks const& chunks, std::uint32_t at) {
    auto const written = [&](std::uint32_t token) { return chunks.word(token); };
    if (written(at) != "with" || !chunks.tokens[at + 1].upper) return {};
    for (auto chunk = chunks.list.rbegin(); chunk != chunks.list.rend(); ++chunk) {
        if (chunk->kind == ChunkKind::stop || chunk->kind == ChunkKind::semicolon) return {};
        if (chunk->kind != ChunkKind::signal) continue;
        auto const word = written(chunk->first);
        if (word == "Compare" || word == "compare" || word == "Contrast" || word == "contrast")
            return {chunk->phrase, 1};
        return {};
    }
    return {};
}

}  // namespace

/// "S. A. Kozlov", "C.F. Yong": initials, where "s. a." and "cf." are signals.
bool Chunker::is_spelled_in_capitals(PhraseMatch const& found) const {
    if (found.phrase->words.size() < 2) return are_dotted_capitals(at_);
    for (auto at = at_; at < at_ + found.size; ++at)
        if (!mark(at, '.') && !(token(at).upper && word(at).size() == 1)) return false;
    return true;
}

bool Chunker::signal(bool inside) {
    auto const& first = token(at_);
    if (!first.is(WordClass::signal) && !first.is(WordClass::conjunction) && first.kind != TokenKind::word)
        return false;
    auto found = find(at_, mask(WordClass::signal));
    if (!found.phrase && !out_.list.empty() &&
        (behind_comma_or_bracket() || out_.list.back().kind == ChunkKind::publication))
        found = other_side(out_, at_);
    if (!found.phrase || !token(at_ + found.size).exists() || is_spelled_in_capitals(found)) return false;
    if (!signal_may_stand(found, inside) || is_other_word(found)) return false;
    end_run();
    auto& chunk = add(ChunkKind::signal, at_, at_ + found.size);
    chunk.phrase = found.phrase;
    at_ += found.size;
    while (mark(at_, '.') && !token(at_).space_before) {
        chunk.last = ++at_;
        chunk.span.end = token(at_ - 1).span.end;
    }
    return true;
}

bool Chunker::behind_comma_or_bracket() const {
    return !out_.list.empty() &&
           (out_.list.back().kind == ChunkKind::comma || out_.list.back().kind == ChunkKind::aside);
}

/// "URL: https://…"
bool Chunker::leads_to_address(std::uint32_t at) const {
    auto address = mark(at, ':') ? at + 1 : at;
    if (mark(address, '<')) ++address;
    return token(address).kind == TokenKind::url;
}

/// Whether a signal may stand here: at the beginning of something, or by what stands around it. `inside`: it
/// was found within a run of words, where it may.
bool Chunker::signal_may_stand(PhraseMatch const& found, bool inside) const {
    if (inside || after_break() || found.size >= 2) return true;
    auto const& first = token(at_);
    auto const behind = at_ + found.size;
    auto const meaning = found.phrase->signal();
    if (meaning == "quoted" || leads_to_address(behind)) return true;
    // "StAZH C II 18, Nr. 8, Edition: UBZH, …"
    if (behind_comma_or_bracket() && meaning == "source" && mark(behind, ':')) return true;
    if (!first.lower || out_.list.empty()) return false;
    if (meaning == "see" && (behind_comma_or_bracket() || word(at_) == "with")) return true;
    auto const& before = out_.list.back();
    // "S. 140–146 sowie ders., Mandarine": behind the pages of a work, without a comma.
    constexpr std::size_t shortest = 5;
    bool const behind_work = before.means("page") || before.kind == ChunkKind::publication;
    if (behind_work && first.is(WordClass::signal) && word(at_).size() >= shortest &&
        (token(at_ + 1).upper || token(at_ + 1).is(WordClass::idem)))
        return true;
    // "… am 3. November 1973 vgl. AAPD 1973": what is spoken of ends with its day.
    return before.kind == ChunkKind::date && meaning == "see" && !first.is(WordClass::conjunction) &&
           token(mark(behind, '.') ? behind + 1 : behind).upper;
}

/// Whether a word that signals elsewhere is a label, a verb or a name here.
bool Chunker::is_other_word(PhraseMatch const& found) const {
    auto const& first = token(at_);
    auto const behind = at_ + found.size;
    auto const& next = token(behind);
    auto const meaning = found.phrase->signal();
    if (meaning == "copy" && found.phrase->words.size() == 1 && !leads_to_address(behind)) return true;
    // "por. 12" is a portfolio, "por. Kowalski" a reference.
    auto const& value = token(mark(behind, '.') ? behind + 1 : behind);
    if (found.size == 1 && first.is(WordClass::label) && value.digits) return true;
    // "1–22, especially 13–14": pages of the work before.
    if (found.size == 1 && points_to_place(at_) && (value.number || value.is(WordClass::label))) return true;
    // "first published in 1962"
    if (meaning == "published" && next.number && is_year(word(behind))) return true;
    // "Source: …", but "Источник" is a journal too.
    if (meaning == "source" && !next.is_mark(':')) return true;
    // "Compare" and "also" as words of a sentence do not stand before a small letter; "sowie ders.", "Voir la
    // lettre de …" do.
    if (!next.lower || found.size != 1 || meaning != "see" || word(at_) == "See" || word(at_) == "see" ||
        mark(at_ + 1, '.'))
        return false;
    auto const is_paper = [](Token const& noun) {
        return noun.is(WordClass::genre) || noun.is(WordClass::law);
    };
    bool const paper = is_paper(next) || (is_paper(token(behind + 1)) && after_break());
    return !paper && !next.is(WordClass::idem) && !next.is(WordClass::ibid);
}

/// "i. m." is what Hungarian notes write for "op. cit."; "i M. Petrov", "I. M. Pei" are names. Turkish
/// "a.g.e." in one word has its stops, or a capital within ("aaO"): "age" is a word.
bool Chunker::is_spelled(PhraseMatch const& found, std::uint32_t at) const {
    constexpr std::size_t shortest = 5;
    if (found.phrase->words.size() < 2 && found.phrase->is(WordClass::op_cit))
        return word(at).size() > shortest || word(at).find('.') != string_view::npos ||
               has_inner_capital(word(at)) || word(at) == "cit";
    return found.phrase->words.size() < 2 || word(at).size() > 1 || word(at) == "a" ||
           (token(at).lower && mark(at + 1, '.'));
}

/// "I.B. Tauris": initials, where "i.b." or "Ib." is ibidem.
bool Chunker::are_dotted_capitals(std::uint32_t at) const {
    return token(at).all_upper && word(at).find('.') != string_view::npos;
}

bool Chunker::ibid() {
    auto const found = find(at_, mask(WordClass::ibid) | mask(WordClass::idem) | mask(WordClass::op_cit));
    if (!found.phrase || !is_spelled(found, at_)) return false;
    auto kind = found.phrase->is(WordClass::ibid)   ? ChunkKind::ibid
                : found.phrase->is(WordClass::idem) ? ChunkKind::idem
                                                    : ChunkKind::op_cit;
    if (kind == ChunkKind::ibid && are_dotted_capitals(at_)) return false;
    auto const& next = token(at_ + found.size);
    // Short words ("id", "ib", "uo") only with a stop or comma, so that no word of prose is taken.
    // "ibid para 54", "Ibid 12": or before a place.
    bool const placed = (next.number || (next.is(WordClass::label) && !next.upper));
    bool const marked =
        !next.exists() || placed || next.kind == TokenKind::mark || next.kind == TokenKind::close;
    if (!marked && found.phrase->words.size() == 1 && word(at_).size() <= 4) return false;
    add(kind, at_, at_ + found.size);
    at_ += found.size;
    // "in this volume.": the stop of the sentence, of no abbreviation.
    constexpr std::size_t longest_abbreviation = 3;
    bool const whole = kind == ChunkKind::op_cit && count_code_points(word(at_ - 1)) > longest_abbreviation;
    if (!whole && mark(at_, '.') && !token(at_).space_before) {
        auto& chunk = out_.list.back();
        bool const last = !token(at_ + 1).exists() || (is_stop(at_) && kind == ChunkKind::ibid);
        chunk.span.end = token(at_).span.end;
        chunk.last = at_ + 1;
        ++at_;
        if (last && token(at_).exists()) {
            // The stop of "Ibid." also ends the sentence.
            auto& stop = add(ChunkKind::stop, at_ - 1, at_);
            stop.span = {stop.span.end, stop.span.end};
            stop.inner = stop.span;
        }
    }
    return true;
}

/// Whether the words at `at` name a series or a periodical.
bool Chunker::publishes(std::uint32_t at) const {
    auto const& next = token(at);
    if (next.kind != TokenKind::word) return false;
    // "Cold War International History Project Series (Washington: …)"
    if (word(at) == "Series" && token(at + 1).kind == TokenKind::open) return true;
    for (auto i = at; i < at + 3 && token(i).kind == TokenKind::word; ++i)
        if (find(i, mask(WordClass::series)).phrase) return true;
    return next.upper && next.is(WordClass::journal_word);
}

/// "Carlisle, PA": the letters of a state behind a town, no archive's.
bool Chunker::is_region_of_town() const {
    constexpr std::uint32_t longest_town = 3;
    if (!token(at_).is(WordClass::region) || !token(at_).all_upper || word(at_).size() != 2 ||
        !at_boundary(at_ + 1))
        return false;
    auto const town = before_comma();
    return town && town->kind == ChunkKind::text && town->is(Trait::upper) && !town->is(Trait::digits) &&
           !town->is(Trait::collection) && town->last - town->first <= longest_town;
}

bool Chunker::archive() {
    auto const found = find(at_, mask(WordClass::archive));
    if (!found.phrase) return false;
    auto const& first = token(at_);
    if (!first.upper && !first.han) return false;
    if (is_region_of_town()) return false;
    // "Department of State Decimal File 693.94/10-2251": the first words of a longer label.
    if (first.is(WordClass::label) && find(at_, mask(WordClass::label)).size > found.size) return false;
    auto end = at_ + found.size;
    // "APW III A 4": an edition whose letters are an archive's too, before its series and volume.
    if (first.is(WordClass::docvolume) && token(end).roman) return false;
    // "AAS 29 (1937), 145–167": a periodical by its letters, with volume, year and pages.
    auto const& year = token(end + 1);
    if (found.phrase->exact_case && token(end).number && year.kind == TokenKind::open &&
        year.match == end + 3 && is_year(word(end + 2)) && (mark(end + 4, ',') || mark(end + 4, ':')))
        return false;
    // "CWIHP Working Paper No. 42", "NKIDP e-Dossier", "National Security Archive Electronic Briefing Book":
    // what it publishes.
    if (publishes(end)) return false;
    if (begins_report_number(end) || begins_name_of_papers(end) || begins_short_title(end)) return false;
    bool const dotted = mark(end, '.') && !token(end).space_before;
    // "A.D. Sakharov, “Progress,”": initials before a family name.
    bool const initials = dotted && word(at_).size() == 3 && word(at_)[1] == '.';
    if (initials && token(end + 1).upper && mark(end + 2, ',') &&
        token(end + 3).kind == TokenKind::quote_open)
        return false;
    // "A.D. Loire-Atlantique": the archive of a department, by the short word for its kind.
    if (initials && first.is(WordClass::keeper_head) && token(end + 1).upper && !token(end + 1).all_upper &&
        !token(end + 1).digits)
        return false;
    // "T.H. Baker with Edward C. Welsh"
    if (initials && token(end + 1).upper && !token(end + 1).is(WordClass::label) && token(end + 2).lower)
        return false;
    auto const& next = token(end);
    if (next.kind == TokenKind::word) {
        bool const label = next.is(WordClass::kept_sign) || next.is(WordClass::label) ||
                           find(end, mask(WordClass::label)).phrase || next.digits || next.roman ||
                           next.all_upper || next.is(WordClass::conjunction);
        bool const abbreviation =
            token(at_).all_upper || found.phrase->exact_case || has_inner_capital(word(at_));
        if (!label &&
            !(abbreviation && next.upper && (word(at_).size() > 2 || found.size > 1 || holds_code(end))))
            return false;
        // "State Department to Moscow": here it writes.
        if (next.is(WordClass::direction) && next.lower && token(end + 1).upper) return false;
        if (next.all_upper && !next.is(WordClass::label) && !abbreviation && !next.digits) return false;
    }
    // "ERA.R-3.3.45": the stop parts the archive from the fond.
    if (dotted && next.exists() && !is_stop(end) &&
        !(token(end + 1).exists() && !token(end + 1).space_before && token(end + 1).digits))
        ++end;
    end = rest_of_name(end);
    add(ChunkKind::archive, at_, end).phrase = found.phrase;
    at_ = end;
    return true;
}

/// "NASA SP-4203", "NASA TM X-1234": behind an office's letters the number of a report that it printed.
bool Chunker::begins_report_number(std::uint32_t at) const {
    constexpr std::array series = {string_view{"SP"},  string_view{"TM"}, string_view{"TN"},
                                   string_view{"TR"},  string_view{"CR"}, string_view{"RP"},
                                   string_view{"HHN"}, string_view{"EP"}, string_view{"RM"}};
    auto const letters = word(at);
    if (!token(at).all_upper || !token(at - 1).all_upper) return false;
    auto const hyphen = letters.find('-');
    bool const numbered = hyphen != string_view::npos ? is_digit(letters.back()) : token(at + 1).digits;
    return numbered && contains(series, letters.substr(0, hyphen));
}

/// "HMA Papers, box 3": letters before such a word name no keeper, but whose papers they are.
bool Chunker::begins_name_of_papers(std::uint32_t at) const {
    return (word(at) == "Papers" || word(at) == "Diary" || word(at) == "Diaries") && at_boundary(at + 1) &&
           at == at_ + 1;
}

/// "Van Nimmen, NASA Resources, pp. 386–87": behind an author's comma a title that a page follows.
bool Chunker::begins_short_title(std::uint32_t at) const {
    auto const author = before_comma();
    if (!author || !(author->is(Trait::name) || author->is(Trait::others)) || !token(at).upper ||
        token(at).all_upper || token(at).digits || token(at).is(WordClass::label))
        return false;
    auto const page = element_end(at) + 1;
    auto const label = mark(page - 1, ',') ? find(page, mask(WordClass::label)) : PhraseMatch{};
    return label.phrase && token(page).lower && is_page_like(*label.phrase);
}

/// "BL Add. MSS 45548", "BL Althorp F123": a shelfmark goes on behind the keeper's letters.
bool Chunker::holds_code(std::uint32_t at) const {
    constexpr std::uint32_t longest = 6;
    for (auto const end = std::min(element_end(at), at + longest); at < end && !mark(at, ':'); ++at)
        if (token(at).digits) return true;
    return false;
}

/// "Hoover Institution Library & Archives", "UN Archives and Records Management Section": a name that goes on
/// behind "and" as far as another word for a keeper.
std::uint32_t Chunker::rest_of_name(std::uint32_t end) const {
    constexpr std::uint32_t reach = 6;
    auto const& joint = token(end);
    if (joint.kind != TokenKind::word || !joint.is(WordClass::conjunction) || !token(end + 1).upper)
        return end;
    for (auto at = end + 1; at <= end + reach; ++at) {
        auto const& next = token(at);
        if (next.kind != TokenKind::word || !next.upper || next.digits || next.is(WordClass::archive))
            return end;
        if (at_boundary(at + 1))
            return next.is(WordClass::repository) || next.is(WordClass::keeper_part) ? at + 1 : end;
    }
    return end;
}

bool Chunker::role() {
    auto const found =
        find(at_, mask(WordClass::editor) | mask(WordClass::translator) | mask(WordClass::foreword) |
                      mask(WordClass::director) | mask(WordClass::review));
    if (!found.phrase || is_spelled_in_capitals(found)) return false;  // "H.G. Wells"
    if (found.phrase->is(WordClass::review) && names_periodical()) return false;
    // "ed. khr. 208" is a file of a fond.
    if (find(at_, mask(WordClass::label)).size > found.size) return false;
    auto end = at_ + found.size;
    bool const dotted = mark(end, '.') && !token(end).space_before;
    auto const& next = token(end);
    // "red", "dir", "tr" are labels only with their stop.
    if (!dotted && found.phrase->words.size() == 1 && next.kind == TokenKind::word && !next.upper)
        return false;
    if (!dotted && word(at_).size() <= 4 && found.phrase->words.size() == 1 && !at_boundary(end) &&
        word(at_) != "ed" && word(at_) != "eds" && word(at_) != "Hg" && word(at_) != "Hrsg")
        return false;
    if (!dotted && token(at_).upper && word(at_).size() > 4 && found.phrase->words.size() == 1) return false;
    // "tr. 12": a Vietnamese page.
    if (found.phrase->is(WordClass::label) && token(dotted ? end + 1 : end).digits) return false;
    if (dotted) ++end;
    auto& chunk = add(ChunkKind::role, at_, end);
    chunk.phrase = found.phrase;
    at_ = end;
    return true;
}

/// "‘The Baghdad Pact’, Review of International Studies": behind the title of an article no review begins.
bool Chunker::names_periodical() const {
    auto const& list = out_.list;
    if (list.empty() || !token(at_).upper) return false;
    auto const before =
        list.back().kind == ChunkKind::comma && list.size() > 1 ? list.size() - 2 : list.size() - 1;
    return list[before].kind == ChunkKind::quote && before > 0;
}

/// "Obtained for NKIDP by X and translated for NKIDP by Y", "From the personal collection of …".
bool Chunker::provenance() {
    auto const& first = token(at_);
    if (first.kind != TokenKind::word || out_.list.empty()) return false;
    auto const before = out_.list.back().kind;
    bool const sentence =
        before == ChunkKind::stop || before == ChunkKind::url || before == ChunkKind::accessed;
    constexpr auto handed_on =
        mask(WordClass::obtained) | mask(WordClass::contributed) | mask(WordClass::provided);
    bool const obtained = (first.classes & handed_on) != 0 || find(at_, handed_on).phrase != nullptr;
    bool const translated = first.is(WordClass::translated) || first.is(WordClass::edited);
    bool const custody =
        sentence && (word(at_) == "From" || word(at_) == "Document" || word(at_) == "Documents");
    bool const named = translated && names_translator();
    if (!obtained && !custody && !named && !(translated && (sentence || before == ChunkKind::semicolon)))
        return false;
    auto const end = provenance_end();
    bool by = named, collection = false;
    for (auto at = at_; at < end; ++at) {
        by = by || token(at).is(WordClass::by_whom) || mark(at, ':') || (word(at) == "of" && at == at_ + 1);
        collection = collection || token(at).is(WordClass::collection);
    }
    if (custody ? !(collection || by) : !by) return false;
    if (custody && word(at_) == "From" && !(word(at_ + 1) == "the" || word(at_ + 1) == "a")) return false;
    add(ChunkKind::provenance, at_, end);
    at_ = end;
    return true;
}

/// "contributed by Ana Lalaj, Wilson Center Digital Archive": the archive is no person. "translated by
/// Johanna Granville, Bulletin 8–9 (Winter 1996): 35": nor is the journal that prints it.
std::uint32_t Chunker::provenance_end() const {
    auto const end = sentence_end(at_);
    for (auto at = at_; at + 1 < end; ++at) {
        if (!mark(at, ',')) continue;
        auto const host = find(at + 1, mask(WordClass::archive));
        if (host.phrase && host.phrase->archives().front()->scheme == "WC-ID") return at;
        auto const volume = token(at + 1).is(WordClass::in) ? at + 2 : at + 1;
        if (is_volume_ahead(volume, end)) return at;
    }
    return end;
}

/// "Bulletin 8–9 (Winter": words in capitals, a number and a bracket.
bool Chunker::is_volume_ahead(std::uint32_t at, std::uint32_t end) const {
    auto const first = at;
    while (at < end && token(at).kind == TokenKind::word && !token(at).digits &&
           (token(at).upper || token(at).is(WordClass::particle)))
        ++at;
    return at > first && at + 1 < end && token(at).digits && token(at + 1).kind == TokenKind::open;
}

/// "d. 314, l. 34, trans. Gary Goldberg": whose translation of a document it is; in a book's citation no file
/// stands before the word.
bool Chunker::names_translator() const {
    if (!behind_comma() || !is_behind_file()) return false;
    auto name = mark(at_ + 1, '.') ? at_ + 2 : at_ + 1;
    // "translated for NKIDP by Gary Goldberg"
    if (token(name).is(WordClass::for_whom) && token(name + 2).is(WordClass::by_whom)) name += 2;
    if (token(name).is(WordClass::by_whom)) ++name;
    auto const end = sentence_end(name);
    return end > name && reads_as_names(out_, name, end);
}

/// Whether an archive or a level of its files stands shortly before, in the same citation.
bool Chunker::is_behind_file() const {
    constexpr std::size_t reach = 16;
    constexpr std::array levels = {string_view{"fond"}, string_view{"delo"}, string_view{"list"},
                                   string_view{"leaf"}, string_view{"box"},  string_view{"folder"}};
    auto const& list = out_.list;
    for (std::size_t back = 1; back <= std::min(reach, list.size()); ++back) {
        auto const& chunk = list[list.size() - back];
        if (chunk.kind == ChunkKind::stop || chunk.kind == ChunkKind::semicolon ||
            chunk.kind == ChunkKind::publication)
            return false;
        if (chunk.kind == ChunkKind::archive) return true;
        if (chunk.kind == ChunkKind::level && chunk.phrase &&
            std::find(levels.begin(), levels.end(), chunk.phrase->meanings()[0]) != levels.end())
            return true;
    }
    return false;
}

/// The token behind "et al.", "u. a.", "и др." at `at`; `at` where none stands there.
std::uint32_t Chunker::others_end(std::uint32_t at) const {
    struct Others {
        string_view first, second;
        bool stopped;  ///< the second word is an abbreviation
    };
    constexpr std::array all = {
        Others{"et", "al", false},      Others{"et", "alii", false},      Others{"u", "a", true},
        Others{"и", "др", true},        Others{"i", "dr", true},          Others{"and", "others", false},
        Others{"und", "andere", false}, Others{"m", "fl", true},          Others{"i", "in", true},
        Others{"a", "kol", true},       Others{"e", "altri", false},      Others{"y", "otros", false},
        Others{"e", "outros", false},   Others{"і", "ін", true},          Others{"та", "ін", true},
        Others{"u", "c", true},         Others{"és", "mtsai", false},     Others{"ir", "kt", true},
        Others{"ja", "muut", false},    Others{"ve", "diğerleri", false}, Others{"și", "alții", false},
        Others{"şi", "alţii", false},   Others{"et", "autres", false}};
    constexpr std::size_t longest_first = 4;  // bytes
    auto const first = word(at);
    if (first.empty() || first.size() > longest_first || !token(at).lower) return at;
    auto const next = mark(at + 1, '.') ? at + 2 : at + 1;
    auto const second = word(next);
    bool const others = std::any_of(all.begin(), all.end(), [&](Others const& form) {
        return first == form.first && second == form.second && (!form.stopped || mark(next + 1, '.'));
    });
    if (!others) return at;
    return mark(next + 1, '.') ? next + 2 : next + 1;
}

bool Chunker::others() {
    auto const end = others_end(at_);
    if (end == at_) return false;
    end_run();
    auto& chunk = add(ChunkKind::text, at_, end);
    chunk.set(Trait::all_small);
    chunk.set(Trait::others);
    at_ = end;
    return true;
}

/// "accessed May 4, 2018", "Zugriff am 3. Mai 2019", without brackets.
bool Chunker::accessed() {
    auto const found = find(at_, mask(WordClass::accessed));
    if (!found.phrase) return false;
    auto at = at_ + found.size;
    if (mark(at, ':')) ++at;
    auto read = read_date(out_.tokens, out_.text, at);
    if (!read || read->date.start.year == 0) return false;
    auto& chunk = add(ChunkKind::accessed, at_, read->end);
    chunk.date = keep(std::move(read->date));
    at_ = read->end;

    return true;
}

/// The end of "s.v.", "s. v.", "s.vv." that begin at a token; the token where they do not.
std::uint32_t Chunker::under_word_end(std::uint32_t at) const {
    auto const stopped = [this](std::uint32_t end) { return mark(end, '.') ? end + 1 : end; };
    auto const written = word(at);
    if (written == "s.v" || written == "s.vv") return stopped(at + 1);
    // "Dict. Nat. Biog., art. ‘Lambert’"
    if (written == "art" && mark(at + 1, '.') && token(at + 2).kind == TokenKind::quote_open) return at + 2;
    bool const spaced = written == "s" && mark(at + 1, '.') &&
                        (word(at + 2) == "v" || word(at + 2) == "vv") && mark(at + 3, '.');
    return spaced ? stopped(at + 3) : at;
}

bool Chunker::connector() {
    if (token(at_).kind != TokenKind::word) return false;
    if (others() || under_word() || in_book()) return true;
    return is_word_in() ? in_container() : conjunction() || on_file();
}

/// "s.v. “Nonalignment”": in the encyclopaedia, under the word.
bool Chunker::under_word() {
    auto const end = under_word_end(at_);
    if (end == at_ || out_.list.empty()) return false;
    add(ChunkKind::in, at_, end);
    at_ = end;
    return true;
}

/// "В кн.: Холодная война"
bool Chunker::in_book() {
    auto const words = token(at_).upper ? find(at_, mask(WordClass::in)).size : 0;
    auto const stop = at_ + words;
    if (words < 2 || !mark(stop, '.') || !mark(stop + 1, ':') || out_.list.empty()) return false;
    auto& chunk = add(ChunkKind::in, at_, stop + 2);
    chunk.colon = true;
    chunk.set(Trait::upper);
    at_ = stop + 2;
    return true;
}

/// Whether "in" may lead to what holds a work: "w", "u", "i" are other words too; before a colon or behind a
/// title in marks they are this one.
bool Chunker::is_word_in() const {
    auto const& list = out_.list;
    auto const& first = token(at_);
    bool const before_colon = mark(at_ + 1, ':');
    if (!first.is(WordClass::in) || !(first.lower || first.han || before_colon || word(at_) == "In"))
        return false;
    bool const behind_title = list.size() > 1 && list.back().kind == ChunkKind::comma &&
                              list[list.size() - 2].kind == ChunkKind::quote && token(at_ + 1).upper;
    return count_code_points(word(at_)) > 1 || first.han || before_colon || behind_title;
}

bool Chunker::in_container() {
    auto const& next = token(at_ + 1);
    // "In" at the start of a sentence is prose unless a citation stands before it.
    if (out_.list.empty() || !next.exists()) return false;
    auto const before = out_.list.back().kind;
    if (before == ChunkKind::stop && next.kind == TokenKind::word && next.digits) return false;
    // "On Communism: In Defense of the New Course": a subtitle's first word.
    if (before == ChunkKind::colon && word(at_) == "In" && !next.is_mark(':')) return false;
    auto end = at_ + std::max(1U, find(at_, mask(WordClass::in)).size);
    // "in his Russian Thinkers": whose volume it is, is no word of its title.
    bool const own = word(end) == "his" || word(end) == "her" || word(end) == "their";
    if (own && token(end + 1).upper) ++end;
    bool const colon = mark(end, ':');
    if (colon) ++end;
    auto& chunk = add(ChunkKind::in, at_, end);
    chunk.colon = colon;
    if (token(at_).upper) chunk.set(Trait::upper);
    at_ = end;
    return true;
}

bool Chunker::conjunction() {
    auto const& first = token(at_);
    if (!first.is(WordClass::conjunction) || !(first.lower || word(at_) == "&") || out_.list.empty())
        return false;
    add(ChunkKind::conjunction, at_, at_ + 1);
    ++at_;
    return true;
}

bool Chunker::on_file() {
    auto const found = find(at_, mask(WordClass::on_file));
    if (!found.phrase) return false;
    auto const& next = token(at_ + found.size);
    auto const end = next.upper && next.kind == TokenKind::word ? at_ + found.size : element_end(at_);
    add(ChunkKind::on_file, at_, end);
    at_ = end;
    return true;
}

bool leads_to_names(Chunk const& role) {
    static std::array const prepositions = {hash_word("by"),  hash_word("von"), hash_word("v"),
                                            hash_word("par"), hash_word("di"),  hash_word("de"),
                                            hash_word("da"),  hash_word("van"), hash_word("av"),
                                            hash_word("af"),  hash_word("на")};
    return role.phrase && role.phrase->words.size() > 1 && contains(prepositions, role.phrase->words.back());
}

}  // namespace fonds
