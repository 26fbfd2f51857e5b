// Where an archival reference ends: its elements in any order, over stops as far as it lacks them.

#include "grammar/reference_scan.hpp"

#include <algorithm>

#include "grammar/archival_parts.hpp"

namespace fonds::grammar {

bool is_keeper_of_code(Iterator at, Iterator last) {
    return at + 2 < last && at->kind == ChunkKind::text && at->is(Trait::upper) && !at->is(Trait::digits) &&
           !at->is(Trait::genre) && !at->is(Trait::verb) && at->size() <= 2 &&
           at[1].kind == ChunkKind::comma && is_file_code(at[2]);
}

namespace {

bool is_weak(Chunk const& chunk) {
    return chunk.kind == ChunkKind::comma || chunk.kind == ChunkKind::colon ||
           chunk.kind == ChunkKind::dash || chunk.stroke;
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
           !at->is(Trait::genre_head) && !at->is(Trait::verb) && at->size() <= longest &&
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
    if (is_word_before_paper(*at) && at + 1 < last && is_numbered_paper(at[1])) return true;
    if (at->kind != ChunkKind::text || at->is(Trait::reference) || at->is(Trait::place)) return false;
    if (at->is(Trait::letter) || at->is(Trait::genre) || at->is(Trait::interview)) return true;
    bool const behind = at + 2 < last && at[1].kind == ChunkKind::comma && !at->is(Trait::country) &&
                        (at->is(Trait::institution) || at->is(Trait::name));
    return behind &&
           (at[2].kind == ChunkKind::quote ||
            (at[2].kind == ChunkKind::text && at[2].is(Trait::genre_head) && !at[2].is(Trait::collection)));
}

/// "Walter B. Hale, U.S. Embassy, Warsaw, to the Department of State", "High Commissioner, London, to
/// Lusaka": a writer, where he is, and to whom. Behind an office only its town stands.
bool is_placed_writer(Iterator at, Iterator last) {
    constexpr int reach = 8;
    bool const office = at->kind == ChunkKind::text && at->is(Trait::institution) &&
                        !at->is(Trait::repository) && !at->is(Trait::collection);
    if (at->kind != ChunkKind::text || !(at->is(Trait::name) || office) || at->several || at->size() < 2)
        return false;
    auto const goes_on = [&](Chunk const& chunk) {
        return chunk.kind == ChunkKind::comma || (chunk.kind == ChunkKind::text && !chunk.is(Trait::digits) &&
                                                  (!office || chunk.is(Trait::place)));
    };
    for (auto const end = std::min(last, at + reach); ++at < end;) {
        if (at->kind == ChunkKind::text && at->is(Trait::to_head)) return true;
        if (!goes_on(*at)) return false;
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

/// "a": in Hungarian an article, elsewhere "and".
bool is_article_by_letter(Iterator at, Iterator last) {
    return at + 1 < last && at->kind == ChunkKind::conjunction && at->span.size() == 1 &&
           at[-1].kind == ChunkKind::comma && at[1].kind == ChunkKind::text && at[1].is(Trait::genre) &&
           !at[1].is(Trait::genre_head);
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
            // "47. ő. e., a Politikai Bizottság jegyzőkönyve": the Hungarian article before the document.
            if (up_to_document_ && is_article_by_letter(next, last_) &&
                document_ahead(next + 1, last_, in_container_))
                break;
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
            // "TNA; FO 371/98602": behind a semicolon a class is another place.
            if (strong && next < last_ && at_->kind == ChunkKind::semicolon && is_class_and_piece(*next))
                break;
            if (next == last_ || !is_element(*next) || (strong && !lacks(next))) break;
            if ((up_to_document_ || strong) && !names_container(next) &&
                document_ahead(next, last_, in_container_))
                break;
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

    /// "Folder 350 “Korea,” Muccio to Acheson": at once behind its number what a box or folder is called.
    [[nodiscard]] bool names_container(Iterator next) const {
        return next == at_ && next->kind == ChunkKind::quote &&
               (is_label(at_[-1], "folder") || is_label(at_[-1], "box") || is_label(at_[-1], "carton") ||
                is_label(at_[-1], "file"));
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
               chunk.size() == 2 && chunk.span.end - chunk.span.begin <= longest;
    }

    /// "Church History Library, Salt Lake City, Utah.": with nothing but its place a keeper ends a sentence.
    [[nodiscard]] bool ends_sentence(Iterator at) const {
        constexpr int longest = 3;  // pieces of the place
        for (int pieces = 0; at + 1 < last_ && pieces < longest && at->kind == ChunkKind::comma; ++pieces) {
            auto const& place = at[1];
            if (place.kind != ChunkKind::text || !place.is(Trait::upper) || place.is(Trait::digits) ||
                place.is(Trait::genre) || place.is(Trait::collection) || place.is(Trait::letter) ||
                place.size() > 4)
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
        if (named_ && next > at_ && end_of_fond_name(next[-2], next - 1, last_) != next - 1) return true;
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

}  // namespace

Iterator reference_before_document(Iterator first, Iterator last) {
    return ReferenceScan(first, last, true).run();
}

Iterator whole_reference(Iterator first, Iterator last) {
    return first < last && starts_reference(first, last) ? ReferenceScan(first, last, false).run() : first;
}

Iterator reference_behind_document(Iterator first, Iterator last) {
    return first < last ? ReferenceScan(first, last, false).run() : first;
}

Iterator description_end(Iterator first, Iterator last) {
    auto const is_words = [](Chunk const& chunk) {
        return chunk.kind == ChunkKind::text && !is_reference_text(chunk) && !chunk.is(Trait::marking) &&
               !chunk.is(Trait::undated);
    };
    // "…, file 168, note dated 3 Nov. 1971": in small letters only a form at once before its day.
    auto const small_form = [&] {
        return first + 1 < last && first->is(Trait::genre_head) && first->size() <= 3 &&
               first[1].kind == ChunkKind::date && first[1].has_day;
    };
    if (first == last || !is_words(*first) || (first->is(Trait::all_small) && !small_form())) return first;
    auto at = first + 1;
    while (at < last) {
        bool const inside = is_words(*at) || at->kind == ChunkKind::aside ||
                            at->kind == ChunkKind::conjunction || at->kind == ChunkKind::in;
        bool const counted =
            is_document_number(*at) && at + 1 < last && is_words(at[1]);  // "Anlage Nr. 2 zum Protokoll"
        bool const behind_colon = at->kind == ChunkKind::colon && at + 1 < last && is_words(at[1]);
        bool const behind_comma = at->kind == ChunkKind::comma && at + 1 < last && is_words(at[1]) &&
                                  !at[1].is(Trait::letter) && !is_keeper_of_code(at + 1, last);
        // "…, S. Tsarapkin, and his colleague, …": one party of a talk, then the other.
        bool const party = at + 2 < last && at->kind == ChunkKind::comma &&
                           at[1].kind == ChunkKind::conjunction && is_words(at[2]) &&
                           !at[2].is(Trait::upper) && !at[2].is(Trait::genre_head) &&
                           !at[2].is(Trait::begins) && !at[2].is(Trait::verb);
        if (!inside && !counted && !behind_colon && !behind_comma && !party) break;
        at += party ? 3 : behind_colon || behind_comma ? 2 : 1;
    }
    while (at > first + 1 && (at[-1].kind == ChunkKind::conjunction || at[-1].kind == ChunkKind::in)) --at;
    return at;
}

}  // namespace fonds::grammar
