// Archival documents whose parts stand in any order: the date first, the reference before the document or on
// both sides of it, full stops and semicolons between, remarks on secrecy and copies in the middle.

#include <algorithm>

#include "grammar/archival_parts.hpp"

namespace fonds::grammar {
namespace {

bool is_strong(Chunk const& chunk) {
    return chunk.kind == ChunkKind::stop || chunk.kind == ChunkKind::semicolon;
}
bool is_weak(Chunk const& chunk) {
    return chunk.kind == ChunkKind::comma || chunk.kind == ChunkKind::colon || chunk.kind == ChunkKind::dash;
}

/// A level that places a document, not a page or a number of its own.
bool is_placing_level(Chunk const& chunk) {
    return chunk.kind == ChunkKind::level && chunk.phrase && !is_label(chunk, "page") &&
           !is_label(chunk, "note") && !is_document_number(chunk);
}

/// Words that are a reference by themselves: an archive's name, papers, a shelfmark.
bool is_reference_text(Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && !chunk.is(Trait::verb) && !chunk.is(Trait::letter) &&
           !chunk.is(Trait::genre_head) &&
           (chunk.is(Trait::repository) || chunk.is(Trait::reference) ||
            (chunk.is(Trait::collection) && chunk.is(Trait::upper) && !chunk.is(Trait::genre)));
}

/// "Gansu, 91-18-114", "Sichuan, JC1-2418": a short name, and a number that only an archive gives.
bool is_keeper_of_code(Iterator at, Iterator last) {
    return at + 2 < last && at->kind == ChunkKind::text && at->is(Trait::upper) && !at->is(Trait::digits) &&
           !at->is(Trait::genre) && !at->is(Trait::verb) && at->last - at->first <= 2 &&
           at[1].kind == ChunkKind::comma && is_file_code(at[2]);
}

/// A keeper that the tables lack, by what stands behind it: "Mayo Clinic Historical Unit (Rochester, MN)",
/// and a short name before a code, "WJBDAG, 109-03760-01".
bool is_unknown_keeper(Iterator at, Iterator last) {
    if (at->kind != ChunkKind::text || !at->is(Trait::upper) || at->is(Trait::verb) ||
        at->is(Trait::letter) || at->is(Trait::genre) || at + 1 == last)
        return false;
    if (at[1].kind == ChunkKind::aside && at[1].is(Trait::place)) return true;
    // "MP: MB1/Q61", "HUBL: Ropes Papers": a colon says it more clearly than a comma.
    if (at->is(Trait::capitals) && !at->is(Trait::digits) && at[1].kind == ChunkKind::colon &&
        at + 2 < last &&
        (at[2].kind == ChunkKind::number ||
         (at[2].kind == ChunkKind::text && (at[2].is(Trait::digits) || at[2].is(Trait::collection)) &&
          !at[2].is(Trait::letter))))
        return true;
    if (is_keeper_of_code(at, last)) return true;
    // "LOA, Curtis to Campbell, June 9, 1902", "MWC, letter by Reich": behind it a letter tells its writer
    // itself.
    if (at->is(Trait::capitals) && !at->is(Trait::digits) && at[1].kind == ChunkKind::comma &&
        at + 2 < last && at[2].kind == ChunkKind::text && !at[2].to_by_dash &&
        (at[2].is(Trait::genre_head) ? at[2].is(Trait::by_writer)
                                     : at[2].is(Trait::letter) && at[2].to > at[2].first))
        return true;
    return at->is(Trait::capitals) && !at->is(Trait::digits) && at[1].kind == ChunkKind::comma &&
           at + 2 < last &&
           (at[2].kind == ChunkKind::number ||
            (at[2].kind == ChunkKind::text && at[2].is(Trait::reference)) || is_placing_level(at[2]));
}

/// "…, 18 Dec. 1952. Herbert Hoover Folder, Box 1, Felix Morley Papers": the name of what a box holds.
bool is_named_before_box(Iterator at, Iterator last) {
    constexpr std::uint32_t longest = 6;
    return at + 2 < last && at->kind == ChunkKind::text && at->is(Trait::upper) && !at->is(Trait::letter) &&
           !at->is(Trait::genre_head) && !at->is(Trait::verb) && at->last - at->first <= longest &&
           at[1].kind == ChunkKind::comma && at[2].kind == ChunkKind::level &&
           (at[2].means("box") || at[2].means("carton") || at[2].means("container"));
}

bool starts_reference(Iterator at, Iterator last) {
    return is_named_before_box(at, last) || at->kind == ChunkKind::archive || at->kind == ChunkKind::ibid ||
           is_placing_level(*at) || is_reference_text(*at) || is_unknown_keeper(at, last);
}

bool is_exact_date(Chunk const& chunk) {
    return chunk.kind == ChunkKind::date && chunk.has_year && chunk.has_day && !chunk.is_span;
}

/// Whether a chunk by itself tells of a document: a title, a word for its form, a letter's head, or a body or
/// person with such a word behind: "Egypt Committee, minutes".
bool tells_document(Iterator at, Iterator last) {
    if (at->kind == ChunkKind::quote || is_numbered_paper(*at)) return true;
    if (at->kind != ChunkKind::text || at->is(Trait::reference) || at->is(Trait::place)) return false;
    if (at->is(Trait::letter) || at->is(Trait::genre) || at->is(Trait::interview)) return true;
    bool const behind = at + 2 < last && at[1].kind == ChunkKind::comma &&
                        (at->is(Trait::institution) || at->is(Trait::name));
    return behind &&
           (at[2].kind == ChunkKind::quote ||
            (at[2].kind == ChunkKind::text && at[2].is(Trait::genre_head) && !at[2].is(Trait::collection)));
}

/// "Walter B. Hale, U.S. Embassy, Warsaw, to the Department of State": a writer, where he is, and to whom.
bool is_placed_writer(Iterator at, Iterator last) {
    constexpr int reach = 8;
    if (at->kind != ChunkKind::text || !at->is(Trait::name) || at->several || at->last - at->first < 2)
        return false;
    for (auto const end = std::min(last, at + reach); at < end; ++at) {
        if (at->kind == ChunkKind::text && at->is(Trait::to_head)) return true;
        if (at->kind != ChunkKind::comma && (at->kind != ChunkKind::text || at->is(Trait::digits)))
            return false;
    }
    return false;
}

/// "A. J. Sims, Polaris Submarine Programme, 24 January 1963": initials and a family, then what the person
/// wrote and when.
bool is_writer_by_initials(Iterator at, Iterator last) {
    return at + 4 < last && at->kind == ChunkKind::text && at->is(Trait::name) && at->begins_with_initials &&
           !at->is(Trait::collection) && !at->is(Trait::repository) && at[1].kind == ChunkKind::comma &&
           at[2].kind == ChunkKind::text && at[2].is(Trait::upper) && at[3].kind == ChunkKind::comma &&
           is_exact_date(at[4]);
}

/// Whether a document and its date begin at `at`. Without a word for its form only the date of a day, and no
/// box before it, tells a document from the name of a folder.
bool document_ahead(Iterator at, Iterator last, bool in_container) {
    constexpr int reach = 18;
    if (at->kind == ChunkKind::text && !at->is(Trait::digits) && !at->is(Trait::collection) &&
        !in_container && at + 1 < last &&
        is_exact_date(at[at[1].kind == ChunkKind::comma && at + 2 < last ? 2 : 1]))
        return true;
    if (is_placed_writer(at, last) || is_writer_by_initials(at, last)) return true;
    if (!tells_document(at, last)) return false;
    auto const first = at;
    for (auto const end = std::min(last, at + reach); at < end; ++at) {
        switch (at->kind) {
            case ChunkKind::text:
                if (at->is(Trait::letter) || at->is(Trait::undated)) return true;
                if (at->is(Trait::verb) || (at > first && starts_reference(at, last))) return false;
                break;
            case ChunkKind::date:
                return at->has_year && (at->has_day || !(first->is(Trait::collection) || at->is_span));
            case ChunkKind::level:
                if (!is_document_number(*at)) return false;
                break;
            case ChunkKind::quote:
            case ChunkKind::comma:
            case ChunkKind::aside:
            case ChunkKind::conjunction:
            case ChunkKind::in: break;
            default: return false;
        }
    }
    return false;
}

/// Walks the elements of a reference. Over a full stop or semicolon it goes on only with what it lacks.
class ReferenceScan {
  public:
    ReferenceScan(Iterator first, Iterator last, bool up_to_document)
        : at_(first), last_(last), up_to_document_(up_to_document) {}

    Iterator run() {
        auto const first = at_;
        if (!begins()) return first;
        keeper_ = is_unknown_keeper(at_, last_);
        plain_ = at_->kind == ChunkKind::text && !keeper_ && !is_reference_text(*at_) &&
                 !at_->is(Trait::capitals) && !at_->is(Trait::digits);
        take();
        while (at_ < last_) {
            auto next = at_;
            bool const strong = is_strong(*next);
            if (strong || is_weak(*next)) ++next;
            if (level_after_and(next)) ++next;
            // "StadtA, A/2, a. a. O., Blatt 89": the file was cited before.
            if (next + 1 < last_ && next->kind == ChunkKind::op_cit && is_weak(next[1])) next += 2;
            if (next < last_ && at_->kind == ChunkKind::comma && is_copy(*next)) ++next;
            // "SPX 291.9, in SPWA 341": a file within a file.
            if (next + 1 < last_ && at_->kind == ChunkKind::comma && next->kind == ChunkKind::in &&
                next[1].kind == ChunkKind::text && next[1].is(Trait::reference) && coded_)
                ++next;
            if (next < last_ && leaf_ && is_outer_level(*next)) break;
            if (next < last_ && classed_ && is_class_and_piece(*next))
                break;  // "FO 405/256, FO 371/12500" are two
            if (next == last_ || !is_element(*next) || (strong && !lacks(next))) break;
            if ((up_to_document_ || strong) && document_ahead(next, last_, in_container_)) break;
            at_ = next;
            take();
        }
        // Names alone are no place to look a document up in.
        bool const numbered = first->is(Trait::digits) && first->is(Trait::upper) && at_ < last_ &&
                              at_->kind == ChunkKind::colon;  // "Chatsworth 620: …"
        return up_to_document_ && !keeper_ && told_ == 0 && !places_ && !numbered ? first : at_;
    }

  private:
    [[nodiscard]] bool begins() const {
        if (at_ == last_) return false;
        if (at_->kind == ChunkKind::level) return is_placing_level(*at_);
        if (at_->kind == ChunkKind::text)
            return is_location_words(*at_) &&
                   (!up_to_document_ || !at_->is(Trait::genre_head) || at_->is(Trait::collection));
        return at_->kind == ChunkKind::archive || at_->kind == ChunkKind::ibid ||
               (at_->kind == ChunkKind::quote && !up_to_document_) || begins_with_code();
    }

    /// "3-64-745, APRF", "087, 18/3/36, MFA": the number before the keeper.
    [[nodiscard]] bool begins_with_code() const {
        if (at_->kind != ChunkKind::number || up_to_document_) return false;
        auto next = at_ + 1;
        while (next < last_ && (next->kind == ChunkKind::comma || next->kind == ChunkKind::aside)) ++next;
        return at_->coded || (next < last_ && next->coded);
    }

    [[nodiscard]] bool is_element(Chunk const& chunk) const {
        switch (chunk.kind) {
            case ChunkKind::archive:
            case ChunkKind::ibid:
            case ChunkKind::level:
            case ChunkKind::quote:
            case ChunkKind::number:
            case ChunkKind::date: return true;
            case ChunkKind::text: return is_location_words(chunk) && !chunk.is(Trait::undated);
            default: return false;
        }
    }

    /// "folder 6, and box 14", "boxes 3 and box 4": the same reference goes on.
    [[nodiscard]] bool level_after_and(Iterator at) const {
        return at + 1 < last_ && at->kind == ChunkKind::conjunction && is_placing_level(at[1]) &&
               !at[1].is(Trait::begins);
    }

    /// Takes the element at hand with the brackets behind it.
    void take() {
        note(*at_);
        ++at_;
        if (at_ < last_ && group()) {
            ++at_;  // what follows a bracket of elements is a remark
            return;
        }
        while (at_ < last_ && (at_->kind == ChunkKind::aside || at_->kind == ChunkKind::hereafter ||
                               is_bracketed_year(*at_) || group()))
            ++at_;
    }

    /// "Papers [10045-MS, box 14, folder 23]": a bracket of elements; `at_` is then at its close.
    bool group() {
        if (at_->kind != ChunkKind::open) return false;
        auto inner = at_ + 1;
        while (inner < last_ && (is_element(*inner) || is_weak(*inner) || is_strong(*inner))) ++inner;
        if (inner == last_ || inner->kind != ChunkKind::close || !std::any_of(at_ + 1, inner, places))
            return false;
        for (auto i = at_ + 1; i < inner; ++i) note(*i);
        at_ = inner;
        return true;
    }

    static bool places(Chunk const& chunk) {
        return chunk.kind == ChunkKind::archive || chunk.kind == ChunkKind::number ||
               is_placing_level(chunk) || is_reference_text(chunk);
    }

    static std::uint64_t bit(Chunk const& level) {
        return std::uint64_t{1} << (hash_word(level.phrase->meanings().front()) % 64);
    }

    void note(Chunk const& chunk) {
        keeper_ = keeper_ || chunk.kind == ChunkKind::archive || chunk.kind == ChunkKind::ibid ||
                  (chunk.kind == ChunkKind::text && chunk.is(Trait::repository));
        ibid_ = ibid_ || chunk.kind == ChunkKind::ibid;
        papers_ = papers_ || (chunk.kind == ChunkKind::text && chunk.is(Trait::collection));
        bool const code =
            chunk.kind == ChunkKind::number || (chunk.kind == ChunkKind::text && chunk.is(Trait::reference));
        coded_ = coded_ || code;
        // "JCS 1992/193" alone is the number of a paper, "PREM 11/2783" a place.
        places_ = places_ || (code && (named_ || chunk.is(Trait::department) || chunk.is(Trait::shelfmark)));
        named_ = true;
        classed_ = classed_ || is_class_and_piece(chunk);
        leaf_ = leaf_ || (file_ && is_leaf_level(chunk));
        file_ = file_ || is_label(chunk, "delo");
        if (chunk.kind != ChunkKind::level || !chunk.phrase || chunk.phrase->meanings().empty()) return;
        told_ |= bit(chunk);
        in_container_ = in_container_ || chunk.means("box") || chunk.means("carton") ||
                        chunk.means("container") || chunk.means("lot-file");
    }

    /// "Фонд 13. Т 2945. Л. 4": a file by a letter and its number.
    static bool is_lettered_file(Chunk const& chunk) {
        constexpr std::size_t longest = 8;
        return chunk.kind == ChunkKind::text && chunk.is(Trait::digits) && chunk.is(Trait::upper) &&
               chunk.last - chunk.first == 2 && chunk.span.end - chunk.span.begin <= longest;
    }

    /// "Church History Library, Salt Lake City, Utah.": with nothing but its place a keeper ends a sentence.
    [[nodiscard]] bool ends_sentence(Iterator at) const {
        constexpr int longest = 3;  // pieces of the place
        for (int pieces = 0; at + 1 < last_ && pieces < longest && at->kind == ChunkKind::comma; ++pieces) {
            auto const& place = at[1];
            if (place.kind != ChunkKind::text || !place.is(Trait::upper) || place.is(Trait::digits) ||
                place.is(Trait::genre) || place.is(Trait::collection) || place.is(Trait::letter) ||
                place.last - place.first > 4)
                break;
            at += 2;
        }
        return at == last_ || is_strong(*at);
    }

    /// Whether the element at `next` is what the reference lacks yet. A keeper behind its levels ends a
    /// reference; one that goes on begins another.
    [[nodiscard]] bool lacks(Iterator next) const {
        // "Swiss businessmen. RG 131 …": words that name neither keeper nor papers end with their sentence.
        if (ibid_ || (plain_ && !keeper_ && told_ == 0 && !coded_)) return false;
        // "Д. 5. Л. 3; Ф. 274": a fond, which stands first, begins another reference.
        if (next->kind == ChunkKind::level)
            return is_placing_level(*next) && (told_ & bit(*next)) == 0 &&
                   !(told_ != 0 && is_label(*next, "fond") && at_->kind == ChunkKind::semicolon);
        bool const keeper =
            next->kind == ChunkKind::archive || (is_reference_text(*next) && next->is(Trait::repository));
        if (keeper) return !keeper_ && ((told_ == 0 && !coded_) || ends_sentence(next + 1));
        if (told_ != 0 && is_lettered_file(*next) && (next + 1 == last_ || is_strong(next[1]))) return true;
        return is_reference_text(*next) && told_ == 0 && !coded_ && !(papers_ && next->is(Trait::collection));
    }

    Iterator at_, last_;
    bool up_to_document_;
    bool keeper_ = false, coded_ = false, in_container_ = false, named_ = false, places_ = false,
         ibid_ = false, classed_ = false, papers_ = false, file_ = false, leaf_ = false;
    bool plain_ = false;      ///< begins with words that name neither keeper nor papers
    std::uint64_t told_ = 0;  ///< a bit for each level's meaning
};

Iterator reference_before_document(Iterator first, Iterator last) {
    return ReferenceScan(first, last, true).run();
}
Iterator whole_reference(Iterator first, Iterator last) {
    return first < last && starts_reference(first, last) ? ReferenceScan(first, last, false).run() : first;
}

/// Behind a comma the document's place may begin with any name: "…, 3 May 1950, Subject File, box 28, ibid.".
Iterator reference_behind_document(Iterator first, Iterator last) {
    return first < last ? ReferenceScan(first, last, false).run() : first;
}

/// The words that describe a document: over commas as far as no reference begins.
Iterator description_end(Iterator first, Iterator last) {
    auto const is_words = [](Chunk const& chunk) {
        return chunk.kind == ChunkKind::text && !is_reference_text(chunk) && !chunk.is(Trait::marking) &&
               !chunk.is(Trait::undated);
    };
    if (first == last || !is_words(*first) || first->is(Trait::all_small)) return first;
    auto at = first + 1;
    while (at < last) {
        bool const inside = is_words(*at) || at->kind == ChunkKind::aside ||
                            at->kind == ChunkKind::conjunction || at->kind == ChunkKind::in;
        bool const counted =
            is_document_number(*at) && at + 1 < last && is_words(at[1]);  // "Anlage Nr. 2 zum Protokoll"
        bool const colon = at->kind == ChunkKind::colon && at + 1 < last && is_words(at[1]);
        bool const comma = at->kind == ChunkKind::comma && at + 1 < last && is_words(at[1]) &&
                           !at[1].is(Trait::letter) && !is_keeper_of_code(at + 1, last);
        // "…, S. Tsarapkin, and his colleague, …": one party of a talk, then the other.
        bool const party = at + 2 < last && at->kind == ChunkKind::comma &&
                           at[1].kind == ChunkKind::conjunction && is_words(at[2]) &&
                           !at[2].is(Trait::upper) && !at[2].is(Trait::genre_head) &&
                           !at[2].is(Trait::begins) && !at[2].is(Trait::verb);
        if (!inside && !counted && !colon && !comma && !party) break;
        at += party ? 3 : colon || comma ? 2 : 1;
    }
    while (at > first + 1 && (at[-1].kind == ChunkKind::conjunction || at[-1].kind == ChunkKind::in)) --at;
    return at;
}

auto const strong = kind(ChunkKind::stop) | kind(ChunkKind::semicolon);
auto const mark = comma | strong | colon | kind(ChunkKind::dash) | kind(ChunkKind::slashes);
auto const marking = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::aside || (chunk.kind == ChunkKind::text && chunk.is(Trait::marking));
});
auto const markings = *attempt(-mark >> marking);
/// ", Konzept", "(personal)": on the paper; behind a full stop such words are no part of the citation.
auto const markings_behind = *attempt((comma >> text(Trait::marking)) | aside);
/// "n.d. [ca. November 1953]": the date that an archivist gave.
auto const date_in_bracket = kind(ChunkKind::open) >> part(Role::date, date) >> kind(ChunkKind::close);
auto const undated = text(Trait::undated) >>
                     -(aside | part(Role::date, bracketed_year) | attempt(date_in_bracket));
auto const of = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::all_small) && chunk.last - chunk.first == 1;
});
auto const when = -comma >> (attempt(-of >> part(Role::date, date | bracketed_year)) | undated);
/// "…, 9 June 1891, p. 250": a page of the letter, before its place.
auto const page_of_document = comma >> part(Role::pages,
                                            is([](Chunk const& chunk) { return is_label(chunk, "page"); }));
/// "…, 12 April 1971, New Delhi 5311": the telegram's number behind its date.
auto const telegram_behind = maybe(comma >> part(Role::number, text(Trait::telegram)));
auto const number_behind = -comma >> part(Role::number, document_number);
/// "Rentamt vom 17. VIII. 1882, Nr. 822; ebd.": the paper's number behind its date.
auto const number_of_entry =
    maybe(attempt(comma >> part(Role::number, document_number) >>
                  &(kind(ChunkKind::semicolon) >> (kind(ChunkKind::ibid) | archive))));
auto const by_writer = part(Role::head, is([](Chunk const& chunk) {
                                return chunk.kind == ChunkKind::text && chunk.is(Trait::genre_head) &&
                                       !chunk.is(Trait::verb) && chunk.last - chunk.first >= 3;
                            })) |
                       part(Role::author, text(Trait::sender));

/// "SNIE 32-53, “Probable Reactions …”": the number of a paper before its title.
auto const paper_number = part(Role::number, is([](Chunk const& chunk) {
                                   return chunk.kind == ChunkKind::text && chunk.is(Trait::reference) &&
                                          chunk.is(Trait::upper) && !chunk.is(Trait::department) &&
                                          chunk.last - chunk.first <= 3;
                               })) >>
                          comma >> &quote;

/// "“Mill Hands Return,” Lowell Courier, Sept. 3, 1934, scrapbook 7": a newspaper's piece that an archive
/// keeps.
auto const newspaper = part(Role::container, is([](Chunk const& chunk) {
                                return chunk.kind == ChunkKind::text && chunk.is(Trait::newspaper) &&
                                       chunk.is(Trait::upper) && !chunk.is(Trait::collection);
                            }));
auto const titled = maybe(part(Role::author, name_list) >> comma) >>
                    maybe(genre_words >> -comma) >> quoted_title >> maybe(-comma >> (newspaper | by_writer));
/// "tel. 407", "Cable no. 10321", "télégramme n° 4102 de Dejean".
auto const numbered_paper = part(Role::number, is(is_numbered_paper)) >>
                            maybe(part(Role::author, is([](Chunk const& chunk) {
                                           return chunk.kind == ChunkKind::text && !chunk.is(Trait::letter) &&
                                                  chunk.is(Trait::sender);
                                       })));
/// "…, Moscou, 12 août 1961": where the paper was written.
auto const writing_place = -comma >> is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && chunk.last - chunk.first <= 3 &&
           !chunk.is(Trait::begins) && !chunk.is(Trait::digits) && !chunk.is(Trait::genre) &&
           !chunk.is(Trait::repository) && !chunk.is(Trait::collection) && !chunk.begins_with_initials;
}) >> &(-comma >> date);
/// "Letter, Lederberg to Davis": a word or two for the form.
auto const form = part(Role::genre, is([](Chunk const& chunk) {
                           return chunk.kind == ChunkKind::text && chunk.is(Trait::genre_head) &&
                                  chunk.to == no_token && chunk.last - chunk.first <= 3;
                       }));
/// "Memo. TAG for CG": a form cut short, and its stop.
auto const short_form = &is([](Chunk const& chunk) {
    constexpr std::size_t longest = 4;
    return chunk.span.end - chunk.span.begin <= longest;
}) >> form;
/// "Telegram 1234 from Moscow to State".
auto const paper_of_letter = attempt(part(Role::number, is(is_numbered_paper)) >> &text(Trait::letter)) |
                             attempt(numbered_paper >> -words >> comma);
auto const lettered = maybe(paper_of_letter) >>
                      maybe(attempt(form >> maybe(number_behind) >> comma) | (short_form >> stop)) >>
                      letter_head >> maybe(remark);
auto const described = part(Role::head, scan(description_end));
auto const numbered = paper_number >> quoted_title;
auto const document = (attempt(lettered) | attempt(titled) | numbered_paper | described) >>
                      maybe(number_behind) >> maybe(writing_place);

/// ", sub: Heavy Bombers for Russia": what a memorandum is about.
auto const about = maybe(-comma >> is([](Chunk const& chunk) { return chunk.is(Trait::subject); }) >> colon >>
                         part(Role::title, words));

auto const entry_date = part(Role::date, date | bracketed_year) >> mark;
auto const bracketed = kind(ChunkKind::open) >> -in >> -kind(ChunkKind::on_file) >>
                       part(Role::location, scan(reference_behind_document)) >>
                       maybe(kind(ChunkKind::semicolon) >> *words) >> kind(ChunkKind::close);
/// "in Bland and Ritenour, The Papers of …": the editors of a volume, no keeper.
auto const editors = text(Trait::name) >> comma >> words;
auto const leads_in =
    attempt(-comma >> kind(ChunkKind::slashes)) | attempt(-comma >> (in | held_in) >> !editors) | comma;
auto const placed =
    attempt(leads_in >> part(Role::location, scan(reference_behind_document))) |
    (-mark >> -(in | held_in) >> (attempt(bracketed) | part(Role::location, scan(whole_reference))));

/// "Anschreiben vom 17. 6. 1931 | mit Wochenübersicht in | R 43 I /637": small words behind the date.
auto const words_behind_date =
    maybe(is([](Chunk const& chunk) {
              constexpr std::uint32_t longest = 5;
              return chunk.kind == ChunkKind::text && !chunk.is(Trait::upper) && !chunk.is(Trait::verb) &&
                     !chunk.is(Trait::undated) && !chunk.is(Trait::marking) &&
                     chunk.last - chunk.first <= longest;
          }) >>
          look([](Iterator first, Iterator last) {
              return first < last && (first->kind == ChunkKind::in || first->kind == ChunkKind::archive ||
                                      first->is(Trait::holding));
          }));

/// "Brewer, Angelo D. Interview, …", "Ebert, Frederick J. “Map of Colorado” …": in lists of sources the
/// writer stands first, family name before given.
auto const family_name = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) && chunk.last - chunk.first == 1;
});
auto const given_name = is([](Chunk const& chunk) {
    constexpr std::uint32_t longest = 5;
    return chunk.kind == ChunkKind::text && (chunk.is(Trait::name) || chunk.initials) && !chunk.several &&
           !chunk.is(Trait::letter) && chunk.last - chunk.first <= longest;
});
auto const listed_writer = part(Role::listed, family_name >> comma >> given_name) >>
                           (kind(ChunkKind::stop) | &quote);

/// "26 July 1956. Telegram No. 1283, X to Y. Secret. TNA, FO 371/119078": date, document, remarks, reference.
auto const document_first =
    (attempt(entry_date >> document >> maybe(markings >> when)) | attempt(numbered >> when) |
     attempt(document >> about >> markings >> when >> words_behind_date >> telegram_behind >>
             number_of_entry >> about >> maybe(page_of_document))) >>
    markings >> placed >> addenda;
/// "“Report on China,” NARA, RG 59": without its date.
auto const title_first = (attempt(titled >> page_of_document >> comma >> held_in >>
                                  part(Role::location, scan(reference_behind_document))) |
                          titled >> markings >> placed) >>
                         addenda;
/// "Report on the harvest, Hubei, SZ1-2-581, 25 January 1959, p. 25": the date behind the number.
auto const document_before_code = described >> comma >> look(is_keeper_of_code) >>
                                  part(Role::location, scan(reference_behind_document)) >> addenda;
/// "George Denison to James Denison, New Orleans, 3 Jan. 1863": the place of writing, before a day.
auto const form_of_letter = is([](Chunk const& chunk) { return chunk.is(Trait::genre_head); });
auto const place_before_day = writing_place >> -comma >> part(Role::date, is([](Chunk const& chunk) {
                                                                  return chunk.kind == ChunkKind::date &&
                                                                         chunk.has_day && chunk.has_year;
                                                              }));
/// "Dulles to Eden, March 23, 1955", "“Report on China,” May 1955. Obtained for …": its place is told
/// elsewhere.
auto const document_alone = (attempt(!form_of_letter >> lettered >> place_before_day >> about) |
                             attempt(lettered >> about >> markings >> when >> telegram_behind >> about) |
                             (titled >> maybe(markings >> when))) >>
                            maybe(page_of_document) >> markings_behind >> addenda;

/// "UN Archives, New York, S-0313-0002-12: Burns to Bunche, 3 Nov 1956", and what goes on with the reference
/// behind. Behind "ibid., p. 4" a semicolon or full stop begins another citation.
auto const known_before = part(Role::location, scan(reference_before_document));
auto const known_document = document >> markings >> when >> telegram_behind >> markings_behind;
auto const known_in_bracket = kind(ChunkKind::open) >> document >> maybe(markings >> when) >>
                              kind(ChunkKind::close);
/// "Ebenda, Blatt 88. Bericht vom 24. März 1927" goes on behind the leaf.
auto const pages_of_ibid = look([](Iterator first, Iterator last) {
    return first < last && first->kind == ChunkKind::ibid &&
           !(first + 4 < last && first[2].kind == ChunkKind::level && first[2].means("leaf") &&
             first[4].kind == ChunkKind::text && first[4].is(Trait::genre_head));
});
/// "Russell Papers, Ms Eng Letts C155, p. 138, 29 May 1806, Henry Russell to Charles Russell": the date ends
/// the reference.
auto const dated_before = look([](Iterator first, Iterator last) {
    return first < last && first[-1].kind == ChunkKind::comma && first[-2].kind == ChunkKind::date &&
           first[-2].has_day;
});
/// "F228/1, p. 107, Hyderabad, 29 January, William Kirkpatrick to Gibson".
auto const town = is([](Chunk const& chunk) {
    constexpr std::uint32_t longest = 3;
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && chunk.last - chunk.first <= longest &&
           !chunk.is(Trait::digits) && !chunk.is(Trait::genre) && !chunk.is(Trait::letter) &&
           !chunk.is(Trait::collection);
});
auto const dated_letter = &text(Trait::letter) >> lettered;
auto const behind_known =
    attempt(known_in_bracket) |
    attempt(comma >> ((dated_before >> dated_letter) |
                      (town >> comma >> part(Role::date, date) >> comma >> dated_letter))) |
    ((comma | colon | kind(ChunkKind::dash) | &text(Trait::letter)) >> known_document >>
     maybe(comma >> part(Role::location, scan(whole_reference))));
/// "AJ, 117 – 263 – 487; Teze za referat o standardu": south Slavic notes describe the paper behind its
/// place.
auto const describes_behind = look([](Iterator first, Iterator last) {
    return first < last && first->kind == ChunkKind::archive && first->phrase &&
           first->phrase->archives().front()->scheme.starts_with("YU");
});
auto const ends_work = look([](Iterator first, Iterator last) {
    return first == last || first->kind == ChunkKind::stop || first->kind == ChunkKind::semicolon;
});
auto const paper_behind = part(Role::head, words >> *(head_piece | attempt(head_comma) |
                                                      attempt(kind(ChunkKind::dash) >> &words))) >>
                          maybe(part(Role::date, date | bracketed_year)) >> ends_work;
auto const reference_first =
    (attempt(known_before >> behind_known) |
     attempt(!pages_of_ibid >> known_before >> strong >> known_document) |
     (describes_behind >> part(Role::location, scan(whole_reference)) >> strong >> paper_behind)) >>
    addenda;

/// "NLM, Bethesda (MD). Lederberg Papers. MS C 552. Series XI, box 91": a reference in sentences.
auto const in_sentences = look([](Iterator first, Iterator last) {
    return std::any_of(first, whole_reference(first, last), is_strong);
});
auto const reference_alone = in_sentences >> part(Role::location, scan(whole_reference)) >> addenda;

auto const any_document =
    attempt(listed_writer >> (attempt(document_first) | attempt(title_first) | document_alone)) |
    attempt(document_first) | attempt(title_first) | attempt(document_before_code) | document_alone;

/// "X to Y, 3 Jan. 1863, | 6 Sept. 1864, Denison Papers": the second of two letters, by its date.
auto const further_letter = part(Role::date, date) >>
                            (attempt((attempt(-comma >> (in | held_in)) | comma) >>
                                     part(Role::location, scan(reference_behind_document))) |
                             (stop >> part(Role::location, scan(whole_reference)))) >>
                            addenda;

/// Whether the date at `first` goes on a row of dates behind a letter's head: "X to Y, 1 March, 1 April, and
/// | 3 May 1854".
bool behind_date_of_letter(Iterator first, Chunks const& chunks) {
    constexpr std::ptrdiff_t reach = 12;
    auto const begin = chunks.list.data();
    if (first->kind != ChunkKind::date || !first->has_day) return false;
    bool dated = false;
    for (auto at = first; at > begin && first - at < reach;) {
        --at;
        if (at->kind == ChunkKind::text) return dated && at->is(Trait::letter);
        if (at->kind != ChunkKind::date && at->kind != ChunkKind::comma && at->kind != ChunkKind::conjunction)
            return false;
        dated = dated || at->kind == ChunkKind::date;
    }
    return false;
}

Family family_of(Candidate const& candidate, Chunks const& chunks) {
    auto const* head = candidate.find(Role::head);
    for (auto i = head ? head->first : 0; head && i < head->last; ++i)
        if (chunks.list[i].is(Trait::letter) || chunks.list[i].is(Trait::to_head)) return Family::letter;
    if (candidate.find(Role::title)) return Family::quoted_document;
    return head || candidate.find(Role::number) ? Family::described_document : Family::location;
}

template <class Grammar>
bool assemble(Grammar const& grammar, Iterator& first, Iterator last, Draft& draft) {
    if (!run(grammar, first, last, draft)) return false;
    draft.candidate->family = family_of(*draft.candidate, *draft.chunks);
    return true;
}

}  // namespace

bool read_document_first(Iterator& first, Iterator last, Draft& draft) {
    return assemble(any_document, first, last, draft);
}
bool read_reference_first(Iterator& first, Iterator last, Draft& draft) {
    auto const begin = first;
    if (!assemble(reference_first, first, last, draft)) return false;
    // "Ibid., transcript of …, Nov. 12, 1945, folder 16, carton 1": the place behind is the document's own,
    // and "ibid." a work by itself.
    auto const& parts = draft.candidate->parts;
    int places = 0;
    for (auto const& part : parts) places += part.role == Role::location ? 1 : 0;
    auto const& place = parts.front();
    if (begin->kind != ChunkKind::ibid || places < 2 || place.last - place.first != 1) return true;
    first = begin;
    return false;
}
bool read_further_letter(Iterator& first, Iterator last, Draft& draft) {
    return behind_date_of_letter(first, *draft.chunks) && assemble(further_letter, first, last, draft);
}
bool read_reference_alone(Iterator& first, Iterator last, Draft& draft) {
    return assemble(reference_alone, first, last, draft);
}

}  // namespace fonds::grammar
