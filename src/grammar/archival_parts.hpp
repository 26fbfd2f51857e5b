// What the grammars of archival documents share: pieces of a reference, of a description, of a letter's head.
#pragma once

#include "grammar/addressees.hpp"
#include "grammar/host_of_copies.hpp"
#include "grammar/terminals.hpp"

namespace fonds::grammar {

constexpr bool is_plain_words(Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && !chunk.is(Trait::begins) && !chunk.is(Trait::verb) &&
           !chunk.is(Trait::to_head);
}

/// "3:15 p.m.", "2315Z".
constexpr bool is_hour(Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::marking) && chunk.is(Trait::digits);
}

/// A piece of an archival reference without a label: the name of a fond, a file, a folder.
constexpr bool is_location_words(Chunk const& chunk) {
    return is_plain_words(chunk) && !is_hour(chunk) &&
           (chunk.is(Trait::upper) || chunk.is(Trait::digits) || chunk.is(Trait::collection) ||
            chunk.is(Trait::repository) || chunk.is(Trait::genre_head) || chunk.is(Trait::capitals));
}
inline constexpr auto location_words = is(is_location_words);
/// "Оп. 2. Д. 10" behind "Л. 116": levels go inward, so what is further out than a leaf begins another
/// reference.
constexpr bool is_leaf_level(Chunk const& chunk) { return is_label(chunk, "list"); }
constexpr bool is_outer_level(Chunk const& chunk) {
    return is_label(chunk, "fond") || is_label(chunk, "opis") || is_label(chunk, "delo");
}

/// "Ф. 151. Политархив. Оп. 482": behind the stop at `at` the name of the fond, before its opis.
constexpr Iterator end_of_fond_name(Chunk const& fond, Iterator at, Iterator last) {
    constexpr std::uint32_t longest = 8;  // words
    if (last - at < 3 || at->kind != ChunkKind::stop || !is_label(fond, "fond") ||
        at[1].kind != ChunkKind::text)
        return at;
    auto next = at + 1;
    for (std::uint32_t length = 0; next < last && length <= longest; length += next->size(), ++next)
        if (next->kind != ChunkKind::text && next->kind != ChunkKind::date &&
            next->kind != ChunkKind::number && next->kind != ChunkKind::stop)
            break;
    if (next == last || !is_label(*next, "opis")) return at;
    return next[-1].kind == ChunkKind::stop ? next - 1 : next;
}

/// "held in", "kept at": before the reference.
inline constexpr auto held_in = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::signal && chunk.phrase && chunk.phrase->signal() == "copy";
});
/// "copy in", "original in": another keeper's copy.
constexpr bool is_copy(Chunk const& chunk) {
    return chunk.kind == ChunkKind::signal && chunk.phrase && chunk.phrase->signal() == "copy" &&
           chunk.size() == 2;
}

/// "FO 371/8475": a department's class and its piece; "N 5583/114/38" is a paper in one.
constexpr bool is_class_and_piece(Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::department) && chunk.is(Trait::reference) &&
           !chunk.is(Trait::registered);
}

/// "Pilny" of "Pilny szyfrogram nr 8763", "Ciphered" of "Ciphered telegram no. 12": a word at once before a
/// numbered paper.
constexpr bool is_word_before_paper(Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.size() == 1 && chunk.is(Trait::upper) &&
           !chunk.is(Trait::digits) && !chunk.is(Trait::capitals) && !chunk.is(Trait::genre_head);
}

// Behind the reference: provenance, address, date of access.
inline auto const copy_sentence = words >> *attempt(comma >> words);
inline constexpr auto digital_archive = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::archive && chunk.phrase && hosts_copies(chunk);
});
/// "Wilson Center Digital Archive, document 116731".
inline constexpr auto document_in_digital_archive =
    is([](Chunk const& chunk) { return is_label(chunk, "document") && chunk.is(Trait::digits); });
inline auto const addendum =
    attempt(part(Role::back, told_before)) |
    attempt(-(stop | comma | kind(ChunkKind::semicolon)) >> part(Role::provenance, provenance)) |
    attempt(-(stop | comma | colon | kind(ChunkKind::semicolon)) >> web_address) |
    attempt(-(stop | comma) >> part(Role::accessed, accessed)) |
    attempt(stop >> copy_sentence >> comma >> part(Role::url, url)) |
    attempt((comma | stop | kind(ChunkKind::semicolon)) >> -is(is_copy) >>
            part(Role::digital, digital_archive >> maybe(-comma >> document_in_digital_archive))) |
    attempt(comma >> part(Role::pages, page_label)) | attempt(comma >> text(Trait::marking));
inline auto const addenda = *addendum;

// The document: a title, a description, a letter's head, and its date.
inline auto const dated = part(Role::date, date | bracketed_year) >>
                          maybe(comma >> part(Role::pages, page_label)) >> maybe(comma >> is(is_hour));
inline auto const genre_words = part(Role::genre, text(Trait::genre));
inline auto const quoted_title = part(Role::title, quote >> maybe(colon >> words));

inline constexpr auto head_piece = is([](Chunk const& chunk) {
    return (chunk.kind == ChunkKind::text && !chunk.is(Trait::begins)) || chunk.kind == ChunkKind::aside ||
           chunk.kind == ChunkKind::colon || chunk.kind == ChunkKind::conjunction ||
           chunk.kind == ChunkKind::in;
});
/// "…, Thursday, July 12, 1956": the day of the week is no part of what it stands behind.
inline auto const marking_before_date =
    is([](Chunk const& chunk) {
        return chunk.kind == ChunkKind::text && chunk.is(Trait::marking) && !chunk.is(Trait::digits);
    }) >>
    comma >> date;
/// Words up to the date: commas inside only where words follow.
inline auto const head_comma = comma >> !marking_before_date >> &head_piece;
inline auto const description = part(Role::head, words >> *(head_piece | attempt(head_comma) |
                                                            attempt(date >> &words))) >>
                                maybe(-comma >> part(Role::number, issue_label));

inline constexpr auto letter_chunk = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && (chunk.is(Trait::letter) || chunk.is(Trait::to_head));
});
inline constexpr auto letter_piece = is([](Chunk const& chunk) {
    return (chunk.kind == ChunkKind::text && !chunk.is(Trait::letter) && !chunk.is(Trait::to_head) &&
            !chunk.is(Trait::verb) && !chunk.is(Trait::reference) && !chunk.is(Trait::collection) &&
            (!chunk.is(Trait::digits) || chunk.is(Trait::capitals))) ||
           chunk.kind == ChunkKind::comma || chunk.kind == ChunkKind::aside;
});
/// "tel. 27204", "no. 11982".
constexpr bool is_document_number(Chunk const& chunk) {
    return chunk.kind == ChunkKind::level && chunk.phrase &&
           (chunk.means("issue") || chunk.means("number") || is_numbered_paper(chunk));
}
inline constexpr auto document_number = is(is_document_number);
/// ", Office of Space Science and Applications", ", NASA Historian": the addressee's office, before the date.
inline constexpr auto office_words = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) &&
           (chunk.is(Trait::institution) || (!chunk.is(Trait::name) && chunk.size() >= 3)) &&
           !chunk.is(Trait::letter) && !chunk.is(Trait::digits) && !chunk.is(Trait::collection) &&
           !chunk.is(Trait::repository) && !chunk.is(Trait::genre_head) && !chunk.is(Trait::begins);
});
inline constexpr auto short_words = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.size() <= 2 && is_plain_words(chunk);
});
/// ", NASA": behind an addressee that is an office.
inline constexpr auto behind_office = look_around([](Before before, Iterator, Iterator) {
    return before.is(1, ChunkKind::comma) && before.chunk(2) && before.chunk(2)->is(Trait::institution);
});
inline auto const office = comma >> (office_words | attempt(kind(ChunkKind::archive) >> short_words) |
                                     attempt(behind_office >> kind(ChunkKind::archive))) >>
                           &(comma >> date);
/// "Letter from X, Director, Advanced Research Projects Agency, Washington, to Y": what the writer is, in
/// several pieces.
inline constexpr auto form_head = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::genre_head) && chunk.to == no_token;
});
inline constexpr auto to_chunk =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::text && chunk.is(Trait::to_head); });
inline auto const long_head = form_head >> x3::repeat(1, 11)[!to_chunk >> letter_piece] >> to_chunk;
/// "Spencer M. King, U.S. Embassy, Prague, to the Department of State, Washington, D.C.": where writer and
/// addressee are.
inline constexpr auto sole_writer = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) && !chunk.several && chunk.size() >= 2 &&
           chunk.to == no_token;
});
inline auto const placed_writer = sole_writer >> comma >>
                                  x3::repeat(1, 5)[!to_chunk >> letter_piece] >> to_chunk;
/// "M. Suslov, A. Gromyko, and D. Ustinov to the CPSU Politburo": several writers.
inline constexpr auto one_of_writers = is([](Chunk const& chunk) {
    constexpr std::uint32_t longest = 6;
    return chunk.kind == ChunkKind::text && (chunk.is(Trait::name) || chunk.is(Trait::sender)) &&
           !chunk.is(Trait::letter) && !chunk.is(Trait::to_head) && !chunk.is(Trait::begins) &&
           chunk.size() <= longest;
});
inline auto const several_writers = +(one_of_writers >> comma) >> conjunction >> letter_chunk;
inline auto const place_of_addressee = x3::repeat(0, 2)[attempt(comma >> short_words >> &comma)];
inline auto const more_addressees = scan([](Iterator first, Iterator last) {
                                        return first + further_addressees(first, last);
                                    }) >>
                                    &(comma >> (date | quote));
inline auto const letter_head =
    part(Role::head, (attempt(placed_writer >> place_of_addressee) | attempt(several_writers) |
                      attempt(x3::repeat(0, 4)[letter_piece] >> letter_chunk) | attempt(long_head)) >>
                         -aside >> maybe(attempt(more_addressees) | office));
inline auto const remark = comma >> is([](Chunk const& chunk) {
                               return chunk.kind == ChunkKind::text && !chunk.is(Trait::begins) &&
                                      !chunk.is(Trait::undated) &&
                                      (chunk.is(Trait::all_small) || chunk.is(Trait::genre_head));
                           });

}  // namespace fonds::grammar
