// What citations of published works are built of: people, titles, details, imprint, pinpoints.
#pragma once

#include "grammar/terminals.hpp"

namespace fonds::grammar {

// People.

inline constexpr auto editor_role = role_of(WordClass::editor);
inline constexpr auto translator_role = role_of(WordClass::translator);
inline constexpr auto role_behind =
    look([](Chunk const* first, Chunk const* last) { return first < last && !leads_to_names(*first); });
inline constexpr auto foreword_role = role_of(WordClass::foreword);

/// Names before a role need no "and" before the last: "Georges-Henri Soutou, Émilia Robin Hivert (dir.)".
/// "a cura di R. Gualti, Carocci, Roma 2001": the house behind the editors is none of them.
inline constexpr auto further_name = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) && !chunk.is(Trait::publisher);
});
inline constexpr auto house_in_bracket =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::publication && chunk.is(Trait::publisher); });
/// "ed. S. Katz, trans. A. Cold, Classical Textbooks (Moscow: …)": behind persons by their initials words
/// without any are the series, where the house follows.
inline auto const series_behind_people =
    look_around([](Before before, Iterator first, Iterator last) {
        return first < last && before.is(1, ChunkKind::comma) && before.is(2, ChunkKind::text) &&
               before.chunk(2)->begins_with_initials && !first->begins_with_initials && !first->given_first;
    }) >>
    words >> house_in_bracket;
inline auto const open_names = name >> *attempt((attempt(comma >> conjunction) | comma | joint | dash) >>
                                                !peek(series_behind_people) >> further_name) >>
                               maybe(-comma >> et_al);
/// "Ernst", "Anna Kathrin": what stands behind the family and its comma.
inline constexpr auto first_names = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) && chunk.size() <= 3 && !chunk.several &&
           !chunk.initials && !chunk.is(Trait::place) && !chunk.is(Trait::others) &&
           !chunk.is(Trait::newspaper) && !chunk.is(Trait::eastern);
});
inline constexpr auto known_given = is(
    [](Chunk const& chunk) { return chunk.given_first || chunk.given_alone || chunk.begins_with_initials; });
/// "Müller", "MONIZ BANDEIRA": a family's name before its comma.
inline constexpr auto family = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) && !chunk.initials &&
           !chunk.is(Trait::eastern) && (chunk.size() == 1 || chunk.in_capitals);
});
/// "Lacan, Jacques"; where only a given name known for one tells a person, `family_and_known_given`.
inline auto const family_and_given = family >> comma >> first_names;
inline auto const family_and_known_given = family >> comma >> &known_given >> first_names;
/// "Müller, Jan-Dirk; Pfisterer, Ulrich; Bleuler, Anna Kathrin": semicolons part the names, as commas stand
/// inside them.
inline auto const pairs_of_names = family_and_given >> +attempt((kind(ChunkKind::semicolon) | joint | dash) >>
                                                                family_and_given) >>
                                   maybe(-(comma | kind(ChunkKind::semicolon)) >> et_al);
/// "Müller, Jan Dirk/Pfisterer, Ulrich/Bleuler, Anna Kathrin": a stroke without spaces stands within a chunk.
inline constexpr auto given_and_family = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) && chunk.size() >= 3;
});
inline auto const pairs_across_strokes = family >> comma >> +(given_and_family >> comma) >> first_names;
/// ", with Ann M. Smith and Steven L. Rearden": who helped, behind the author or behind the title.
inline constexpr auto helpers = text(Trait::helpers);
inline auto const editors_behind = part(Role::editor,
                                        (attempt(pairs_of_names | pairs_across_strokes) |
                                         attempt(inverted_list >> &(-comma >> editor_role)) | open_names) >>
                                            -comma >> role_behind >> editor_role) >>
                                   maybe(comma >> part(Role::aside, helpers) >> &comma);
inline auto const translators_behind =
    part(Role::translator, open_names >> -comma >> role_behind >> translator_role);
/// "Zhonggong zhongyang wenxian yanjiushi, ed.", "Institute of History and Central Archives, eds.": bodies
/// that edit, where a work begins.
inline constexpr auto editing_body = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::archive ||
           (chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::name) &&
            !chunk.is(Trait::letter) && !chunk.is(Trait::digits) && !chunk.is(Trait::verb));
});
inline auto const bodies_behind = part(Role::editor, editing_body >> maybe(conjunction >> editing_body) >>
                                                         -comma >> role_behind >> editor_role) >>
                                  &comma;
inline auto const keeper = text(Trait::institution) | text(Trait::repository);
inline auto const named = attempt(open_names) | keeper | words;
/// "Hrsg.: Verein der Freunde", "ed. Jan Roth"
inline auto const editors_before = part(Role::editor, editor_role >> -colon >> named);
inline auto const translators_before = part(Role::translator, translator_role >> named);
inline auto const same = part(Role::ibid, kind(ChunkKind::idem));
inline auto const same_editor = same >> -comma >> part(Role::editor, editor_role);
inline auto const office = text(Trait::institution);
/// "in Écrits, by Jacques Lacan": whose book it is, behind its title.
inline auto const people_behind =
    part(Role::note,
         text(Trait::by_people) >> *attempt((attempt(comma >> conjunction) | comma | joint) >> further_name));
inline auto const author =
    part(Role::author, name_list >> maybe(-comma >> et_al) >> maybe(-comma >> helpers >> &comma));
/// "Selwyn Lloyd's own account, Suez 1956": whose work it is, in the genitive.
inline auto const owner = part(Role::author, name) >> few_small_words >> comma;
/// "Smith, John, and Mary Jones": the first family name before its given name.
inline constexpr auto given_name = is([](Chunk const& chunk) {
    std::uint32_t const longest = chunk.begins_with_initials ? 6 : 4;  // "L. A. Moniz"
    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) && chunk.size() <= longest &&
           !chunk.several;
});
inline auto const further_authors = *attempt(comma >> given_name >> &(comma >> (given_name | conjunction))) >>
                                    maybe(-comma >> conjunction >> given_name);
/// "Vasari, Giorgio: Das Leben", "Müller, Jürgen, Die Welt": German notes write names so; a title of several
/// words follows.
inline constexpr auto words_of_title = look([](Chunk const* first, Chunk const* last) {
    if (first >= last) return false;
    bool const goes_on = first + 2 < last && first[1].kind == ChunkKind::stop &&
                         first[2].kind == ChunkKind::text && first[2].is(Trait::upper);
    // "Spezlager Nr. 2"
    bool const numbered =
        first + 1 < last && first[1].kind == ChunkKind::level && !is_label(first[1], "page");
    return (first->kind == ChunkKind::text && first->is(Trait::upper) &&
            (first->size() >= 2 || goes_on || numbered)) ||
           first->kind == ChunkKind::quote;
});
/// "Hitchcock, Tim, Adam Crymble, and Louise Falcini, “Loose, Idle and Disorderly”": only the first inverted.
inline auto const several_listed = lone_name >> comma >> first_names >>
                                   &(comma >> given_name) >> further_authors >> &(comma >> quote);
/// "Husserl, Edmund: Ideen, Halle 1913": behind a known given name and a colon one word is a title too.
inline constexpr auto word_of_title =
    look([](Chunk const* first, Chunk const* last) { return first < last && first->is(Trait::upper); });
inline auto const known_and_colon = part(Role::listed, family_and_known_given) >> colon >> word_of_title;
inline auto const family_first =
    attempt(known_and_colon) |
    attempt(part(Role::listed, attempt(pairs_of_names) | pairs_across_strokes) >> colon >> word_of_title) |
    (part(Role::listed, attempt(pairs_of_names) | attempt(pairs_across_strokes) | attempt(several_listed) |
                            family_and_given) >>
     (comma | colon) >> words_of_title);

// Titles.

/// "(Studien zu Politik und Verwaltung 63)", "(= Studien zur Zeitgeschichte, Bd. 67)".
constexpr bool is_series_aside(Chunk const& chunk) {
    return chunk.kind == ChunkKind::aside && !chunk.square &&
           (chunk.is(Trait::series) || chunk.is(Trait::digits));
}
/// What may stand between years in a title and the imprint.
constexpr bool may_stand_before_imprint(Chunk const& chunk) {
    switch (chunk.kind) {
        case ChunkKind::comma:
        case ChunkKind::stop:
        case ChunkKind::colon:
        case ChunkKind::dash:
        case ChunkKind::mark:
        case ChunkKind::text:
        case ChunkKind::level:
        case ChunkKind::publication:
        case ChunkKind::in:
        case ChunkKind::edition:
        case ChunkKind::role:
        case ChunkKind::conjunction: return true;
        case ChunkKind::aside: return is_series_aside(chunk);
        default: return false;
    }
}
/// "(1958-1969)" within a title: the imprint comes behind it.
inline constexpr auto years_in_title = look([](Chunk const* first, Chunk const* last) {
    if (first >= last || first->kind != ChunkKind::publication || first->is(Trait::publisher)) return false;
    for (auto next = first + 1; next < last && next < first + 12; ++next) {
        // "Edmond Vermeil (1878–1964), in: …, Les études germaniques (1900–1970), Paris 1994"
        if (next->kind == ChunkKind::publication && next->is(Trait::publisher)) return true;
        if (!may_stand_before_imprint(*next)) return false;
    }
    return false;
});
/// "[Электронный ресурс]", "[Online]": that it is read on the web is no part of its title.
inline constexpr auto on_the_web =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::aside && chunk.is(Trait::web); });
inline constexpr auto title_word = is([](Chunk const& chunk) {
    if (chunk.kind == ChunkKind::aside && chunk.is(Trait::web)) return false;
    switch (chunk.kind) {
        case ChunkKind::text:
        case ChunkKind::date:
        case ChunkKind::number:
        case ChunkKind::quote:
        case ChunkKind::colon:
        case ChunkKind::conjunction:
        case ChunkKind::aside:
        case ChunkKind::archive:
        case ChunkKind::dash:
        case ChunkKind::in:
        case ChunkKind::mark:
        case ChunkKind::role: return true;
        case ChunkKind::level: return !is_label(chunk, "volume") && !is_label(chunk, "page");
        default: return false;
    }
});
inline auto const title_piece = title_word | (years_in_title >> publication);
inline constexpr auto series_aside = is(is_series_aside);
inline auto const imprint = (!years_in_title >> publication) | thesis;
inline constexpr auto slash = kind(ChunkKind::mark);
/// "Cmd. 5845", "R-266": a paper's number between title and imprint.
inline constexpr auto paper_number = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::digits) && chunk.is(Trait::upper) &&
           (chunk.size() == 1 ? chunk.is(Trait::reference) || chunk.is(Trait::capitals)
                              : chunk.is(Trait::resolution) && chunk.size() <= 3);
});
/// "in Sources of the Time, ed. Jan Roth (Berlin, 2014)", "Colonialism, Dictatorship, and Resistance, ed. Jan
/// Roth (Berlin, 2014)": the names behind the role are the editors'.
inline auto const house = part(Role::publisher, text(Trait::publisher)) >> comma;
inline auto const names_before_imprint =
    peek(open_names >> -(comma | stop) >> ((maybe(house) >> publication) | translator_role));
inline auto const known_editors = open_names >> -comma >> (editor_role | translator_role) >>
                                  !names_before_imprint;
/// "Самопознание / Н. А. Бердяев. – М.": who is answerable, said again behind the title.
inline auto const answerable = slash >> open_names;
/// "The Global Cold War, Harvard Cold War Studies (Cambridge: …)": a series by its words, before the imprint.
inline auto const series_before_imprint = text(Trait::series_name) >> &house_in_bracket;
/// "Taming the Leviathan, Ideas in Context, 82 (Cambridge: …)": or by its number.
inline constexpr auto name_of_series = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::digits) &&
           !chunk.is(Trait::verb) && !chunk.is(Trait::letter) && chunk.size() >= 2;
});
/// "Vestigia: Beiträge zur alten Geschichte 25", "CSLI Lecture Notes 14": its number at its end.
inline constexpr auto numbered_name_of_series = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && chunk.is(Trait::numbered) &&
           !chunk.is(Trait::verb) && !chunk.is(Trait::letter) && !chunk.is(Trait::resolution);
});
inline auto const series_with_number =
    (attempt(text(Trait::upper) >> colon >> numbered_name_of_series) | numbered_name_of_series) >>
    &house_in_bracket;
/// "…, East European Monographs, no. 64 (Boulder: …)": with its label.
inline constexpr auto number_in_series = is([](Chunk const& chunk) {
    return (chunk.kind == ChunkKind::number && !chunk.paged) || is_label(chunk, "issue") ||
           (chunk.kind == ChunkKind::text && chunk.is(Trait::digits) && chunk.size() == 1);
});
inline auto const numbered_series_before = part(Role::series, name_of_series) >> -comma >>
                                           part(Role::number, number_in_series) >> &house_in_bracket;
/// What ends a title: a detail or the imprint, behind a separator or at once.
inline auto const title_end =
    attempt(answerable) | attempt(-(comma | stop) >> kind(ChunkKind::dash) >> imprint) |
    attempt(-(comma | stop | colon | slash) >> (volume_label | part_label | edition | series_aside |
                                                foreword_role | editor_role | translator_role | imprint)) |
    attempt((comma | stop) >> paper_number >> -comma >> publication) |
    attempt((comma | stop) >> helpers >> -comma >> publication) |
    attempt((comma | stop) >> text(Trait::publisher) >> comma >> publication) |
    attempt(comma >> series_before_imprint) | attempt(comma >> series_with_number) |
    attempt((comma | stop) >> people_behind) | attempt(comma >> roman >> comma >> words) |
    peek((comma | stop) >> name_of_series >> -comma >> number_in_series >> house_in_bracket) |
    attempt((comma | stop) >> (text(Trait::series) | (number >> colon) | attempt(known_editors)));
inline auto const title_separator = (comma | stop) >> &title_piece;
inline auto const next_title_piece = title_piece | attempt(title_separator);
/// "“Soviet Aims in Korea,” Working Paper no. 8": the comma of a title in marks may stand inside them.
inline auto const paper_behind_quote = look_around([](Before before, Iterator first, Iterator last) {
                                           return first < last && before.is(1, ChunkKind::quote);
                                       }) >>
                                       text(Trait::series) >> (issue_label | number);
/// "“Herder,” English Goethe Society": a comma within the marks ends the title.
inline constexpr auto behind_ended_quote = look_around([](Before before, Iterator first, Iterator last) {
    return first < last && first->kind == ChunkKind::text && before.is(1, ChunkKind::quote) &&
           before.chunk(1)->ends_in_comma;
});
inline auto const title_words =
    !any_level >> !title_end >> next_title_piece >>
    x3::repeat(0, 23)[!title_end >> !paper_behind_quote >> !behind_ended_quote >> next_title_piece];
inline auto const plain_title = part(Role::title, title_words);
/// "“Stalin i Mao Tszedun” [Stalin and Mao Zedong]": a translation of the title.
inline constexpr auto translation =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::aside && chunk.square; });
inline auto const quoted_title = part(Role::title, quote >> -translation >> maybe(colon >> words));

// Details between title and imprint.

/// "Bd. 2: Dokumente", "vol. I, Vietnam, 1961": a volume and its own title.
inline auto const volume_title_words = +(!title_end >> next_title_piece);
/// "Bd. 6: 1953": the year that a volume of documents has.
inline constexpr auto year_of_volume = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::number && !chunk.roman && chunk.inner.end - chunk.inner.begin == 4;
});
inline auto const volume_title = attempt((colon | comma | stop) >> !issue_label >>
                                         part(Role::volume_title, volume_title_words) >> &title_end) |
                                 attempt(colon >> part(Role::volume_title, year_of_volume) >> &title_end);
/// "vol. 2 of The Long War": the set that the volume belongs to.
inline constexpr auto set_of_volumes = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && !chunk.is(Trait::upper) && !chunk.is(Trait::all_small) &&
           !chunk.is(Trait::verb) && chunk.size() >= 2;
});
/// "5 vols": how many there are; none of them has its title told.
inline constexpr auto counted_volumes = is([](Chunk const& chunk) {
    return is_label(chunk, "volume") && chunk.label_last && chunk.phrase->is(WordClass::volumes);
});
inline auto const volume = part(Role::volume, counted_volumes) |
                           part(Role::volume, volume_label | part_label) >>
                               (attempt(part(Role::series, set_of_volumes) >> &title_end) | -volume_title);
inline auto const roman_volume = part(Role::volume, number) >> colon >>
                                 part(Role::volume_title, volume_title_words) >> &title_end;
/// "Storia del Partito comunista, V, La Resistenza, Einaudi, Torino 1975"
inline auto const volume_between_commas = part(Role::volume, roman) >> comma >>
                                          part(Role::volume_title,
                                               words >> *attempt(!title_end >> next_title_piece)) >>
                                          &title_end;
inline auto const foreword = foreword_role >> name_list;
inline auto const series_number = is([](Chunk const& chunk) { return is_label(chunk, "series"); });
/// "Working Paper no. 8, Cold War International History Project": whose paper it is.
inline constexpr auto project = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::archive ||
           (chunk.kind == ChunkKind::text && chunk.is(Trait::institution) && chunk.is(Trait::upper));
});
inline auto const numbered_paper = part(Role::series, text(Trait::series)) >>
                                   part(Role::number, issue_label) >> maybe(comma >> project >> &publication);
inline auto const detail = attempt(foreword) | attempt(numbered_paper) | part(Role::series, series_aside) |
                           attempt(volume) | attempt(roman_volume) | attempt(volume_between_commas) |
                           part(Role::edition, edition) | attempt(editors_before) |
                           attempt(translators_before) | attempt(editors_behind) |
                           attempt(translators_behind) | part(Role::series, text(Trait::series)) |
                           series_number | part(Role::series, series_before_imprint) |
                           attempt(part(Role::series, series_with_number)) | attempt(numbered_series_before) |
                           people_behind | part(Role::number, issue_label | paper_number) | helpers;
/// "/ Пер. с нем. Э. А. Бернштейн; под ред. С. Л. Франка": who else is answerable (ISBD).
inline auto const answerable_too = semicolon >> (attempt(foreword) | attempt(editors_before) |
                                                 attempt(translators_before));
/// "ed. Margaret Reynolds, Norton Critical Editions (New York: Norton, 1996)": behind other details and a
/// comma words before the imprint are the series.
inline auto const series_last = comma >>
                                part(Role::series, (&series_behind_people >> words) | name_of_series) >>
                                &house_in_bracket;
inline auto const details = *(attempt(answerable) | attempt(answerable_too) | attempt(series_last) |
                              attempt(-(comma | stop | colon | slash | conjunction) >> detail));
/// "München 2006 (Sicherheitspolitik und Streitkräfte, 1), S. 333": a bracket that ends with a number, before
/// pages.
inline auto const series_before_pages = is([](Chunk const& chunk) {
                                            constexpr std::uint32_t shortest = 5;  // with its brackets
                                            return chunk.kind == ChunkKind::aside && !chunk.square &&
                                                   !chunk.back && chunk.is(Trait::digits) &&
                                                   chunk.size() >= shortest;
                                        }) >>
                                        &(comma >> page_label);
/// "Minneapolis 1991 (Theory and History of Literature 78)": words and a number, where the citation ends.
inline auto const series_at_end = is([](Chunk const& chunk) {
                                      return chunk.kind == ChunkKind::aside && !chunk.square && !chunk.back &&
                                             chunk.is(Trait::numbered);
                                  }) >>
                                  look([](Chunk const* first, Chunk const* last) {
                                      return first == last || first->kind == ChunkKind::stop ||
                                             first->kind == ChunkKind::semicolon;
                                  });
inline auto const numbered_series = attempt(series_before_pages) | series_at_end;
/// "Berlin 1995 (= Zeithistorische Studien, Bd. 5)": the series behind the year.
inline auto const series_behind =
    part(Role::series, is([](Chunk const& chunk) {
                           return chunk.kind == ChunkKind::aside && !chunk.square && chunk.is(Trait::series);
                       }) | numbered_series);
/// "Местная власть: дис. … канд. ист. наук. Тверь, 2004"
inline auto const before_thesis = colon >> &thesis;
/// "Budapest, 2006, Osiris, 88. o.": Hungarian notes have the house behind the year.
inline auto const house_behind = comma >> part(Role::publisher, text(Trait::publisher)) >>
                                 &(comma >> page_label);
/// "Marseille, Rivages, 1985, rééd. Paris, Payot, 1993": the print that is cited stands last.
inline auto const first_imprint = part(Role::aside, publication) >> -comma >> text(Trait::reprinted) >>
                                  -(comma | stop) >> &publication;
/// "Hachette, 1965 (2e éd.)", "München 1999 (1. Aufl. 1985)": which print it is, or when another came out.
inline auto const other_print =
    part(Role::edition, edition) |
    part(Role::aside,
         is([](Chunk const& chunk) { return chunk.kind == ChunkKind::aside && chunk.is(Trait::reprinted); }));
inline auto const imprinted = -(comma | stop | attempt(before_thesis)) >> -kind(ChunkKind::dash) >>
                              maybe(first_imprint) >> maybe(house) >> part(Role::publication, imprint) >>
                              maybe(house_behind) >> maybe(other_print) >> maybe(series_behind);

/// "《中苏分裂的起源》", "『世界』": a title in marks that tell it from other words.
inline constexpr auto eastern_title =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::quote && chunk.eastern; });

// Pinpoints: "pp. 140–81, at p. 152", "Bd. 2, 55", "Т. 9. С. 16", "Dok. 112", "1:354–67".

inline constexpr auto note_label = is([](Chunk const& chunk) { return is_label(chunk, "note"); });
/// "(Geneva: United Nations, 2019), UNCTAD/DITC/COM/2019/1": the symbol of a report.
inline constexpr auto symbol = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && chunk.is(Trait::shelfmark) &&
           chunk.size() == 1;
});
inline auto const pinpoint = part(Role::pages, page_label | number | note_label) |
                             part(Role::number, symbol) | part(Role::number, document_label) |
                             part(Role::volume, volume_label | part_label) | part(Role::number, issue_label);
inline constexpr auto pages_follow = look_around([](Before before, Iterator first, Iterator last) {
    // "Budapest, 2004. 123–125.", as Hungarian notes have it.
    if (first + 1 < last && first->kind == ChunkKind::stop && before.is(1, ChunkKind::publication) &&
        first[1].kind == ChunkKind::number && !first[1].roman)
        return first + 2 == last || first[2].kind == ChunkKind::stop || first[2].kind == ChunkKind::semicolon;
    if (first + 2 < last && first->kind == ChunkKind::stop && first[1].kind == ChunkKind::dash)
        return first[2].kind == ChunkKind::level;
    return first + 1 < last && first->kind == ChunkKind::stop && first[1].kind == ChunkKind::level;
});
inline auto const pinpoint_separator =
    attempt(pages_follow >> stop >> -kind(ChunkKind::dash)) | comma | colon | x3::eps;
/// "S. 163 (Eintrag vom 8. 4. 1933)", "s. 314 (zapis z 15 XII 1970)", "p. 567 (12 marzo 1953)": the day that
/// a page tells of.
inline auto const day_of_entry = look_around([](Before before, Iterator, Iterator) {
                                     return before.is(1, ChunkKind::level) || before.is(1, ChunkKind::number);
                                 }) >>
                                 is([](Chunk const& chunk) {
                                     return chunk.kind == ChunkKind::publication && chunk.has_day &&
                                            !chunk.colon;
                                 });
/// "404, entry for 12 Dec. 1940", "s. 98, zápis z 3. 4. 1950": or behind a comma, with words for the entry.
inline auto const entry_of_day = comma >>
                                 part(Role::aside, few_small_words >> is([](Chunk const& chunk) {
                                                       return chunk.kind == ChunkKind::date && chunk.has_day;
                                                   })) >>
                                 look([](Chunk const* first, Chunk const* last) {
                                     return first == last || first->kind == ChunkKind::stop ||
                                            first->kind == ChunkKind::semicolon;
                                 });
/// "– 512 с. С. 10": how many pages the book has is no page of it.
inline auto const extent = maybe(-(stop | comma) >> -kind(ChunkKind::dash) >>
                                 is([](Chunk const& chunk) { return is_label(chunk, "extent"); }));
/// "288n12": a page and a note on it.
inline constexpr auto page_with_note = is([](Chunk const& chunk) {
    constexpr std::size_t longest = 8;
    return chunk.kind == ChunkKind::text && chunk.is(Trait::digits) && !chunk.is(Trait::upper) &&
           chunk.size() == 1 && chunk.span.end - chunk.span.begin <= longest;
});
/// "37, 52–54, and 88": behind pages the last of them.
inline auto const last_of_pages =
    look_around([](Before before, Iterator, Iterator) {
        return before.is(1, ChunkKind::number) || before.is(1, ChunkKind::level);
    }) >>
    -comma >> conjunction >>
    (part(Role::pages, arabic | page_label | page_with_note) | part(Role::number, document_label)) >>
    look([](Chunk const* first, Chunk const* last) {
        return first == last || (first->kind != ChunkKind::text && first->kind != ChunkKind::publication);
    });
/// "3 vols (Cambridge, 2002), III: Hobbes and Civil Science, ch. 6": the volume meant and its title.
inline auto const volume_behind = look_around([](Before before, Iterator, Iterator) {
                                      return before.is(1, ChunkKind::publication);
                                  }) >>
                                  comma >> part(Role::volume, roman | volume_label) >> colon >>
                                  part(Role::volume_title, words >> *attempt(conjunction >> words)) >>
                                  &(comma >> (page_label | number));
inline auto const pinpoints =
    extent >> maybe(volume_behind) >>
    x3::repeat(0, 12)[attempt(pinpoint_separator >> (attempt(volume_of_pages >> pages) | pinpoint)) |
                      attempt(remark_on_page >> (attempt(-comma >> conjunction) | comma) >> pages) |
                      attempt(last_of_pages)] >>
    maybe(day_of_entry | attempt(entry_of_day));

/// Where it is read on the web, and when it was: behind all else, in either order.
inline auto const online =
    *(attempt(-(comma | stop) >> on_the_web) | attempt(-(comma | stop | colon) >> web_address) |
      attempt(-(comma | stop) >> part(Role::accessed, accessed)));

/// Reads by the grammar, and what stands on the web behind it; `grammar >> online` would copy both each time.
template <class Grammar>
bool run_to_web(Grammar const& grammar, Iterator& first, Iterator last, Draft& draft) {
    return run(grammar, first, last, draft) && run(online, first, last, draft);
}

}  // namespace fonds::grammar
