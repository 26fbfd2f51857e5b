// Archival documents: what stands before the reference (title, description, letter), and the reference
// itself.

#include "grammar/archival_parts.hpp"

namespace fonds::grammar {

/// "Д. 10. Л. 8. | Д. 11": behind a file and its leaf a level from further out begins another reference.
struct another_file : x3::parser<another_file> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    template <class It, class Context, class RContext, class Attribute>
    bool parse(It& first, It const& last, Context const& context, RContext&, Attribute&) const {
        if (first == last || !is_outer_level(*first)) return false;
        Iterator const begin = x3::get<draft_tag>(context).get().chunks->list.data();
        // "l. 11 (May 1961), and f. 5": over the marks between and a remark; behind "and" only a fond begins
        // another, "l. 3 und d. 15" goes on.
        bool const fond = is_label(*first, "fond");
        auto const before = [&](Iterator at) {
            do {
                if (at > begin) --at;
            } while (at > begin && (at->kind == ChunkKind::comma || at->kind == ChunkKind::stop ||
                                    at->kind == ChunkKind::aside || at->kind == ChunkKind::publication ||
                                    (fond && at->kind == ChunkKind::conjunction)));
            return at;
        };
        auto const leaf = before(first);
        return is_leaf_level(*leaf) && is_label(*before(leaf), "delo");
    }
};

namespace {

auto const location_date = is([](Chunk const& chunk) { return chunk.kind == ChunkKind::date; });
/// "StadtA, A/2, a. a. O., Blatt 89": the file was cited before.
auto const cited_before = (kind(ChunkKind::ibid) | kind(ChunkKind::op_cit)) >> &(comma >> any_level);
auto const location_aside = aside | hereafter | cited_before;
/// "KPR III – A – 1 – b": a letter of a shelfmark; "a" joins words elsewhere.
auto const letter_of_code = look_around([](Before before, Iterator first, Iterator last) {
                                return first < last && first->span.size() == 1 &&
                                       before.is(1, ChunkKind::dash);
                            }) >>
                            (kind(ChunkKind::text) | conjunction);
auto const element = archive | any_level | quote | number | location_date | location_words | letter_of_code;

/// A stop inside a reference (GOST style): only a level goes on behind it.
/// Ukrainian references have a dash behind it: "Ф. 1. — Оп. 24".
auto const level_follows = look([](Chunk const* first, Chunk const* last) {
    auto const* next = first + 1;
    if (next < last && next->kind == ChunkKind::dash) ++next;
    if (next >= last || first->kind != ChunkKind::stop || next->kind != ChunkKind::level || !next->phrase)
        return false;
    // "Op. 7. P. 15. D. 4": a portfolio between list and file.
    bool const within = next + 2 < last && next[1].kind == ChunkKind::stop &&
                        next[2].kind == ChunkKind::level && next->means("papka");
    return (next->phrase->meanings()[0] != "page" || within) && next->phrase->meanings()[0] != "note";
});
/// "and" goes on with the same reference when a level follows: "folder 6, and box 14".
auto const level_after_and = look([](Chunk const* first, Chunk const* last) {
    while (first < last && (first->kind == ChunkKind::comma || first->kind == ChunkKind::conjunction))
        ++first;
    return first < last && first->kind == ChunkKind::level && !first->is(Trait::begins) && first->phrase &&
           first->phrase->meanings()[0] != "page";
});

auto const fond_name = look_around([](Before before, Iterator first, Iterator last) {
                           auto const* const fond = before.chunk(1);
                           return fond && end_of_fond_name(*fond, first, last) != first;
                       }) >>
                       scan([](Iterator first, Iterator last) {
                           return end_of_fond_name(first[-1], first, last);
                       });
auto const separator = attempt(comma >> is(is_copy)) | attempt(level_after_and >> -comma >> conjunction) |
                       comma | colon | kind(ChunkKind::dash) | attempt(stroke >> &location_words) |
                       (level_follows >> stop >> -kind(ChunkKind::dash)) | x3::eps;
/// "NA, FO 405/256, FO 371/12500" are two places: a class behind a class begins another.
auto const goes_on = look_around([](Before before, Iterator first, Iterator last) {
    return first < last && !(is_class_and_piece(*first) && before.is(1, ChunkKind::comma) &&
                             before.chunk(2) && is_class_and_piece(*before.chunk(2)));
});
auto const coded_number =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::number && chunk.coded; });
auto const first_element =
    archive | kind(ChunkKind::ibid) | any_level | location_words | quote | coded_number;
auto const elements = first_element >> *(fond_name | attempt(separator >> goes_on >> !another_file() >>
                                                             (element | location_aside | bracketed_year)));
/// "(Foy and Gibson Papers, M.U. Archives)", "(on file with …, Carton 23)".
auto const bracketed = kind(ChunkKind::open) >> -in >> -kind(ChunkKind::on_file) >> elements >>
                       maybe(kind(ChunkKind::semicolon) >> *words) >> -kind(ChunkKind::mark) >>
                       kind(ChunkKind::close);
auto const location = part(Role::location, attempt(-stop >> bracketed) | elements);

auto const leads_in =
    attempt(-comma >> kind(ChunkKind::slashes)) | attempt(-comma >> in) | attempt(-comma >> held_in) | -comma;
/// "attached to X, date", "enclosed with …": the document that carried this one.
auto const carrier =
    part(Role::aside, text(Trait::enclosed) >> *(head_piece | attempt(head_comma)) >> -comma >> date);

/// "correspondence in Huxley, box 13".
auto const form_in_place =
    part(Role::head, is([](Chunk const& chunk) {
             return chunk.kind == ChunkKind::text && chunk.is(Trait::genre_head) && chunk.size() <= 2;
         })) >>
    in >> location >> addenda;
/// "Author, Title (on file with X Papers, Library, box 3)", "(unpublished manuscript, on file with author)".
auto const unpublished_note =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::aside && chunk.is(Trait::unpublished); });
auto const plain_title = part(Role::title, words >> *attempt(colon >> words));
auto const kept_title = part(Role::author, name_list) >> comma >> (quoted_title | plain_title) >> -comma >>
                        (part(Role::location, bracketed) | part(Role::note, unpublished_note)) >> addenda;

/// "Note by the KGB to the Central Committee about X's stay in Minsk. November 23, 1963. APRF. F. 3. Op. 66":
/// an entry of a list, whose document, day and place are sentences.
auto const entry_piece = is([](Chunk const& chunk) {
    return (chunk.kind == ChunkKind::text && !chunk.is(Trait::letter)) || chunk.kind == ChunkKind::comma ||
           chunk.kind == ChunkKind::conjunction || chunk.kind == ChunkKind::quote ||
           chunk.kind == ChunkKind::aside || chunk.kind == ChunkKind::in;
});
auto const entry_head = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::genre) && chunk.is(Trait::upper);
});
/// "No. P124/XXXVI": what the paper is known by, a sentence of its own.
auto const entry_number =
    part(Role::number,
         is([](Chunk const& chunk) { return is_label(chunk, "issue") || is_label(chunk, "number"); }));
auto const entry_date = part(Role::date, location_date) | part(Role::publication, bracketed_year);
auto const entry_of_list = part(Role::head, entry_head >> x3::repeat(0, 12)[entry_piece]) >> stop >>
                           maybe(entry_number >> stop) >> entry_date >> stop >> &archive >> location
                           >> addenda;
/// "Interview mit Egon Bahr am 4. Juni 1999 in Bonn": where a talk was held, behind its day.
auto const place_of_talk = in >> text(Trait::place) >> look([](Iterator first, Iterator last) {
                               return first == last || first->kind == ChunkKind::stop ||
                                      first->kind == ChunkKind::semicolon;
                           });
/// "Rostow Oral History Interview I, 21 March 1969, by Paige E. Mulhollan, LBJ Library": who asked, behind
/// the day.
auto const asked_by = comma >> part(Role::interviewer, is([](Chunk const& chunk) {
                                        constexpr std::uint32_t longest = 8;
                                        return chunk.kind == ChunkKind::text && chunk.is(Trait::sender) &&
                                               !chunk.is(Trait::letter) && chunk.size() <= longest;
                                    })) >>
                      &comma;
/// "Author interview with Robert Barnes (Washington, D.C., 12 April 1989)": where and when.
auto const asked_there = part(Role::head, text(Trait::interview)) >>
                         part(Role::date, is([](Chunk const& chunk) {
                                  return chunk.kind == ChunkKind::publication && chunk.has_day;
                              })) >>
                         addenda;
/// "Отчет о работе общества за 1949 г. ГАРФ. Ф. 5283": a paper by its form and without its day, a stop, its
/// keeper.
auto const undated_before_keeper = part(Role::head, is([](Chunk const& chunk) {
                                            return chunk.kind == ChunkKind::text && chunk.size() >= 3 &&
                                                   chunk.is(Trait::genre_head) && chunk.is(Trait::upper) &&
                                                   !chunk.is(Trait::verb) && !chunk.is(Trait::letter) &&
                                                   !chunk.is(Trait::collection);
                                        })) >>
                                   stop >> &archive >> location >> addenda;
auto const described_document = attempt(asked_there) | attempt(undated_before_keeper) |
                                attempt(form_in_place) | attempt(entry_of_list) | attempt(kept_title) |
                                description >>
                                    ((-comma >> dated >>
                                      maybe(attempt(asked_by) | attempt(-comma >> carrier)) >>
                                      (place_of_talk | (leads_in >> location >> addenda) | addenda)) |
                                     (comma >> location >> addenda));

auto const location_only = location >> addenda;

auto const record_piece = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text || chunk.kind == ChunkKind::aside ||
           chunk.kind == ChunkKind::comma || chunk.kind == ChunkKind::stop ||
           chunk.kind == ChunkKind::colon || chunk.kind == ChunkKind::conjunction ||
           chunk.kind == ChunkKind::quote || chunk.kind == ChunkKind::in || chunk.kind == ChunkKind::signal;
});
// What a dash parts as writer and addressee is a letter, and no title.
auto const dashed_letter = is([](Chunk const& chunk) { return chunk.to_by_dash; });
auto const record = !dashed_letter >> part(Role::head, +record_piece) >> maybe(dated >> -stop) >>
                    kind(ChunkKind::slashes) >> location >> addenda;

}  // namespace

bool read_archival(Family family, Iterator& first, Iterator last, Draft& draft) {
    switch (family) {
        case Family::described_document: return run(described_document, first, last, draft);
        case Family::record: return run(record, first, last, draft);
        default: return run(location_only, first, last, draft);
    }
}

}  // namespace fonds::grammar
