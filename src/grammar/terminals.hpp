// Spirit X3 over chunks: terminals that test one chunk, and directives that note the parts of a candidate.
#pragma once

#include <boost/spirit/home/x3.hpp>

#include "grammar/candidate.hpp"

namespace fonds::grammar {

namespace x3 = boost::spirit::x3;

using Iterator = Chunk const*;

/// The candidate that a parse fills, and the chunks it reads.
struct Draft {
    Chunks const* chunks = nullptr;
    Candidate* candidate = nullptr;
};
struct draft_tag;

/// Takes back the parts behind the first `size`; mostly there are none.
inline void take_back(PartList& parts, std::size_t size) {
    while (parts.size() > size) parts.pop_back();
}

/// One chunk that `Test` accepts.
template <class Test>
struct one : x3::parser<one<Test>> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    constexpr explicit one(Test test_) : test(test_) {}

    template <class It, class Context, class RContext, class Attribute>
    bool parse(It& first, It const& last, Context const&, RContext&, Attribute&) const {
        if (first == last || !test(*first)) return false;
        ++first;
        return true;
    }
    Test test;
};

/// Nothing consumed: whether `Test` accepts this chunk and those after it.
template <class Test>
struct ahead : x3::parser<ahead<Test>> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    constexpr explicit ahead(Test test_) : test(test_) {}

    template <class It, class Context, class RContext, class Attribute>
    bool parse(It& first, It const& last, Context const&, RContext&, Attribute&) const {
        return test(first, last);
    }
    Test test;
};

/// What stands before a place among the chunks of a note, the nearest first.
class Before {
  public:
    Before(Iterator begin, Iterator at) : begin_(begin), at_(at) {}

    /// The chunk `distance` places back, 1 the nearest; null where the note begins behind it.
    [[nodiscard]] Chunk const* chunk(std::ptrdiff_t distance) const {
        return at_ - begin_ < distance ? nullptr : at_ - distance;
    }
    [[nodiscard]] bool is(std::ptrdiff_t distance, ChunkKind kind) const {
        auto const* const found = chunk(distance);
        return found && found->kind == kind;
    }

  private:
    Iterator begin_, at_;
};

/// Nothing consumed: whether `Test` accepts the chunks before this place and those from it on.
template <class Test>
struct around : x3::parser<around<Test>> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    constexpr explicit around(Test test_) : test(test_) {}

    template <class It, class Context, class RContext, class Attribute>
    bool parse(It& first, It const& last, Context const& context, RContext&, Attribute&) const {
        return test(Before(x3::get<draft_tag>(context).get().chunks->list.data(), first), first, last);
    }
    Test test;
};

/// What `Subject` consumed is a part of the candidate. A failing subject leaves no part behind.
template <class Subject>
struct part_directive : x3::unary_parser<Subject, part_directive<Subject>> {
    using base = x3::unary_parser<Subject, part_directive<Subject>>;
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    constexpr part_directive(Subject const& subject_, Role role_) : base(subject_), role(role_) {}

    template <class It, class Context, class RContext, class Attribute>
    bool parse(It& first, It const& last, Context const& context, RContext& rcontext, Attribute&) const {
        auto& draft = x3::get<draft_tag>(context);
        auto& parts = draft.get().candidate->parts;
        auto const size = parts.size();
        auto const begin = first;
        x3::unused_type nothing;
        if (!this->subject.parse(first, last, context, rcontext, nothing)) {
            take_back(parts, size);
            first = begin;
            return false;
        }
        auto const base_chunk = draft.get().chunks->list.data();
        parts.push_back({role, static_cast<std::uint32_t>(begin - base_chunk),
                         static_cast<std::uint32_t>(first - base_chunk)});
        return true;
    }
    Role role;
};

/// Takes back the parts that a failing subject noted before it failed.
template <class Subject>
struct attempt_directive : x3::unary_parser<Subject, attempt_directive<Subject>> {
    using base = x3::unary_parser<Subject, attempt_directive<Subject>>;
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    constexpr explicit attempt_directive(Subject const& subject_) : base(subject_) {}

    template <class It, class Context, class RContext, class Attribute>
    bool parse(It& first, It const& last, Context const& context, RContext& rcontext, Attribute&) const {
        auto& parts = x3::get<draft_tag>(context).get().candidate->parts;
        auto const size = parts.size();
        auto const begin = first;
        x3::unused_type nothing;
        if (this->subject.parse(first, last, context, rcontext, nothing)) return true;
        take_back(parts, size);
        first = begin;
        return false;
    }
};

/// Whether a subject fits here: nothing consumed, no part left behind.
template <class Subject>
struct peek_directive : x3::unary_parser<Subject, peek_directive<Subject>> {
    using base = x3::unary_parser<Subject, peek_directive<Subject>>;
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    constexpr explicit peek_directive(Subject const& subject_) : base(subject_) {}

    template <class It, class Context, class RContext, class Attribute>
    bool parse(It& first, It const& last, Context const& context, RContext& rcontext, Attribute&) const {
        auto& parts = x3::get<draft_tag>(context).get().candidate->parts;
        auto const size = parts.size();
        auto probe = first;
        x3::unused_type nothing;
        bool const fits = this->subject.parse(probe, last, context, rcontext, nothing);
        take_back(parts, size);
        return fits;
    }
};

/// The chunks up to where `End(first, last)` says; fails where that is `first`.
template <class End>
struct up_to : x3::parser<up_to<End>> {
    using attribute_type = x3::unused_type;
    static bool const has_attribute = false;

    constexpr explicit up_to(End end_) : end(end_) {}

    template <class It, class Context, class RContext, class Attribute>
    bool parse(It& first, It const& last, Context const&, RContext&, Attribute&) const {
        auto const found = end(first, last);
        if (found == first) return false;
        first = found;
        return true;
    }
    End end;
};

template <class Test>
constexpr auto is(Test test) {
    return one<Test>(test);
}
template <class Test>
constexpr auto look(Test test) {
    return ahead<Test>(test);
}
template <class Test>
constexpr auto look_around(Test test) {
    return around<Test>(test);
}
template <class End>
constexpr auto scan(End end) {
    return up_to<End>(end);
}
template <class Subject>
constexpr auto attempt(Subject const& subject) {
    using Parser = typename x3::extension::as_parser<Subject>::value_type;
    return attempt_directive<Parser>(x3::as_parser(subject));
}
template <class Subject>
constexpr auto peek(Subject const& subject) {
    using Parser = typename x3::extension::as_parser<Subject>::value_type;
    return peek_directive<Parser>(x3::as_parser(subject));
}
template <class Subject>
constexpr auto part(Role role, Subject const& subject) {
    using Parser = typename x3::extension::as_parser<Subject>::value_type;
    return part_directive<Parser>(x3::as_parser(subject), role);
}
template <class Subject>
constexpr auto maybe(Subject const& subject) {
    return -attempt(subject);
}

constexpr auto kind(ChunkKind wanted) {
    return is([wanted](Chunk const& chunk) { return chunk.kind == wanted; });
}
constexpr auto text(Trait trait) {
    return is([trait](Chunk const& chunk) { return chunk.kind == ChunkKind::text && chunk.is(trait); });
}

// The alphabet.
inline constexpr auto words = kind(ChunkKind::text);
inline constexpr auto quote = kind(ChunkKind::quote);
inline constexpr auto comma = kind(ChunkKind::comma);
inline constexpr auto stop = kind(ChunkKind::stop);
inline constexpr auto colon = kind(ChunkKind::colon);
inline constexpr auto semicolon = kind(ChunkKind::semicolon);
inline constexpr auto conjunction = kind(ChunkKind::conjunction);
inline constexpr auto in = kind(ChunkKind::in);
inline constexpr auto date = kind(ChunkKind::date);
inline constexpr auto number = kind(ChunkKind::number);
inline constexpr auto publication = kind(ChunkKind::publication);
/// "(1956)", "[1956–61]", "(3 May 1956)"; not "(London: Cape, 1956)".
constexpr bool is_bracketed_year(Chunk const& chunk) {
    return chunk.kind == ChunkKind::publication && !chunk.is(Trait::publisher);
}
inline constexpr auto bracketed_year = is(is_bracketed_year);
inline constexpr auto bracketed_year_alone =
    is([](Chunk const& chunk) { return is_bracketed_year(chunk) && !chunk.has_day; });
/// "Losch (wie Anm. 5), S. 12", "Andropov's telegram (see note 3 above)": the note that has it in full.
inline constexpr auto told_before =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::aside && chunk.back; });
inline constexpr auto thesis = kind(ChunkKind::thesis);
inline constexpr auto edition = kind(ChunkKind::edition);
inline constexpr auto url = kind(ChunkKind::url);
inline constexpr auto accessed = kind(ChunkKind::accessed);
/// "at", "available online at".
inline constexpr auto few_small_words = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::all_small) && chunk.size() <= 3;
});
/// "available at https://…", "<http://…>"
/// "DOI: https://doi.org/10.1000/1", "Online: <http://…>": a word that names the address.
inline constexpr auto name_of_address = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && chunk.size() == 1;
});
inline auto const web_address = -kind(ChunkKind::signal) >> -few_small_words >>
                                -attempt(name_of_address >> &(colon >> -kind(ChunkKind::mark) >> url)) >>
                                -colon >> -kind(ChunkKind::mark) >> part(Role::url, url) >>
                                -kind(ChunkKind::mark);
inline constexpr auto aside = kind(ChunkKind::aside);
inline constexpr auto hereafter = kind(ChunkKind::hereafter);
inline constexpr auto archive = kind(ChunkKind::archive);
inline constexpr auto any_level = kind(ChunkKind::level);
inline constexpr auto provenance = kind(ChunkKind::provenance);

constexpr bool is_label(Chunk const& chunk, std::string_view meaning) {
    return chunk.kind == ChunkKind::level && chunk.phrase && !chunk.phrase->meanings().empty() &&
           chunk.phrase->meanings()[0] == meaning;
}
inline constexpr auto page_label = is([](Chunk const& chunk) {
    return is_label(chunk, "page") || is_label(chunk, "column") || is_label(chunk, "folio") ||
           is_label(chunk, "chapter") || is_label(chunk, "paragraph");
});
/// "sv. 3" of a Serbian work is a volume, of an archive a bundle.
inline constexpr auto volume_label = is([](Chunk const& chunk) {
    return is_label(chunk, "volume") || (is_label(chunk, "fascicle") && chunk.means("volume"));
});
/// "fasc. 2" of a periodical is an issue, of an archive a bundle.
inline constexpr auto issue_label = is([](Chunk const& chunk) {
    return is_label(chunk, "issue") || (is_label(chunk, "fascicle") && chunk.means("issue"));
});
inline constexpr auto document_label = is([](Chunk const& chunk) { return is_label(chunk, "document"); });
inline constexpr auto part_label = is([](Chunk const& chunk) { return is_label(chunk, "part"); });
/// "tel. 742", "Despatch No. 911": a paper by its form and number.
constexpr bool is_numbered_paper(Chunk const& chunk) { return is_label(chunk, "telegram"); }
inline constexpr auto name = text(Trait::name);

inline constexpr auto role_of(WordClass wanted) {
    return is([wanted](Chunk const& chunk) {
        return chunk.kind == ChunkKind::role && chunk.phrase && chunk.phrase->is(wanted);
    });
}

inline constexpr auto page_number =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::number && !is_holding_and_piece(chunk); });
/// Pages behind a comma or colon: labelled, or a bare number.
inline auto const pages = part(Role::pages, page_label | page_number);

inline constexpr auto roman =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::number && chunk.roman; });
inline constexpr auto arabic =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::number && !chunk.roman; });
/// "133 (quotation), 150–52", "S. 59 (Zitat), 121": what a bracket says of a page.
inline constexpr auto remark_on_page = is([](Chunk const& chunk) {
    constexpr std::uint32_t longest = 6;
    return chunk.kind == ChunkKind::aside && !chunk.is(Trait::digits) && !chunk.back &&
           chunk.size() <= longest;
});
/// "216–17, 235", "44ff., 505–6", "12, and chap. 4": pages as far as they go on; what has a year behind it is
/// a volume.
inline auto const page_list = pages >>
                              *(attempt(-remark_on_page >> (attempt(-comma >> conjunction) | comma) >>
                                        part(Role::pages, arabic) >> !publication) |
                                attempt(-comma >> conjunction >> part(Role::pages, page_label)));
/// "vol. 2, ", "III: ", "II, ", "1: ": a volume, where a page stands behind it.
inline auto const volume_of_pages = (attempt(part(Role::volume, volume_label | part_label | roman) >>
                                             -(comma | colon | stop)) |
                                     attempt(part(Role::volume, arabic) >> colon)) >>
                                    &(page_label | number);

/// "D. Killing / R. Rath", "Loth, W./Soutou, G.": German notes part names by a stroke.
inline constexpr auto stroke =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::mark && chunk.stroke; });
inline constexpr auto joint = conjunction | stroke;
/// "Szobolevszki Sándor – Vida István:": so do Hungarian ones by a dash.
inline constexpr auto dash = kind(ChunkKind::dash);

inline constexpr auto several =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::text && chunk.several; });

/// "Acht, P.", "Зубкова Е. Ю.", "Smith JA": the family name first.
inline constexpr auto initials =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::text && chunk.initials; });
inline constexpr auto family_name = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) && !chunk.initials && chunk.size() <= 2;
});
inline auto const inverted_name = attempt(family_name >> comma >> initials) | is([](Chunk const& chunk) {
                                      return chunk.kind == ChunkKind::text && chunk.inverted;
                                  });
/// "Grotefend, O., und Rosenfeld, F.", "Petrov M., Fischer W."
inline auto const inverted_list = inverted_name >>
                                  *attempt((attempt(-comma >> joint) | comma | kind(ChunkKind::semicolon)) >>
                                           inverted_name);

inline constexpr auto full_name = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) && chunk.size() >= 2;
});
inline constexpr auto lone_name = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) && chunk.size() == 1;
});

/// "Ewing, Kimmerly and Ewing-Nelson".
inline constexpr auto two_families =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::text && chunk.families; });

/// "Raymond Poidevin, Jacques Bariéty, Les relations franco-allemandes": French notes need no "and"; a title
/// that is a name has no other behind it.
inline constexpr auto known_name = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) && chunk.given_first && !chunk.several &&
           chunk.size() <= 4;
});
/// "C. Romine", "T. F. Chan": initials begin no title.
inline constexpr auto initialled = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::name) && chunk.begins_with_initials;
});
inline auto const sure_name = known_name | initialled;
inline constexpr auto upper_words = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && chunk.size() >= 2;
});
inline constexpr auto title_of_words = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && !chunk.is(Trait::name) &&
           !chunk.is(Trait::letter) && !chunk.is(Trait::publisher) &&
           chunk.size() >= (chunk.is(Trait::digits) ? 4U : 2U);
});
/// "Couve de Murville (M.)": the given name behind the family's, in a bracket.
inline constexpr auto initials_in_bracket =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::aside && chunk.initials && !chunk.square; });
inline auto const bracketed_name = name >> initials_in_bracket;

/// "et al.", "u. a.", "и др."
inline constexpr auto et_al =
    is([](Chunk const& chunk) { return chunk.kind == ChunkKind::text && chunk.is(Trait::others); });

/// One name or several: all in full, or all by their families; "Andrei Sakharov, Progress, Coexistence, &
/// Freedom" is no list.
inline constexpr auto begins_names = look([](Chunk const* first, Chunk const* last) {
    return first < last && first->kind == ChunkKind::text && (first->is(Trait::name) || first->inverted);
});
/// "Marco Galeazzi, Paolo Rossi, Togliatti e Stalin, Roma": behind whole names two families, or a name
/// without a given one, are what the book is about.
inline constexpr auto title_of_names = is([](Chunk const& chunk) {
    return chunk.kind == ChunkKind::text && chunk.is(Trait::upper) && chunk.is(Trait::name) &&
           !chunk.given_first && !chunk.given_alone && !chunk.begins_with_initials && !chunk.initials &&
           !chunk.is(Trait::publisher) && !chunk.is(Trait::place) && chunk.size() >= 2;
});
/// "…, Charles de Gaulle, Paris, Fayard, 2007": the last name before an imprint is the title.
inline auto const name_before_imprint = known_name >> comma >> publication;
inline auto const title_behind_names =
    quote | title_of_words | name_before_imprint |
    (title_of_names >> (stop | colon | (comma >> (publication | kind(ChunkKind::number)))));
inline auto const name_list =
    begins_names >>
    (attempt(inverted_list) | attempt(full_name >> +(comma >> full_name) >> -comma >> joint >> full_name) |
     attempt(full_name >> +attempt(comma >> !et_al >> full_name) >> &(comma >> et_al)) |
     attempt(lone_name >> +(comma >> lone_name) >> -comma >> conjunction >> lone_name) |
     attempt(name >> +(stroke >> name)) |
     attempt(full_name >> +(dash >> full_name) >> &(colon | kind(ChunkKind::role))) |
     attempt(full_name >> comma >> sure_name >> +(comma >> sure_name) >> &colon) |
     attempt(initialled >> +(comma >> initialled) >>
             &(colon | (comma >> (quote | (!initialled >> upper_words))))) |
     attempt(name >> -comma >> conjunction >> name) |
     attempt(full_name >> *attempt(comma >> !several >> full_name) >> comma >> several >>
             &(comma | kind(ChunkKind::role))) |
     attempt(lone_name >> *attempt(comma >> lone_name) >> comma >> two_families >>
             &((comma >> quote) | kind(ChunkKind::role))) |
     attempt(full_name >> +(comma >> !peek(name_before_imprint) >> known_name) >>
             &(comma >> title_behind_names)) |
     attempt(bracketed_name >> *attempt((comma | joint) >> bracketed_name)) | name);

/// A family's reading of the chunks from `first`: true when it fits; `first` moves behind it.
using Reader = bool (*)(Iterator& first, Iterator last, Draft& draft);

bool read_archival(Family family, Iterator& first, Iterator last, Draft& draft);
bool read_document_first(Iterator& first, Iterator last, Draft& draft);
bool read_reference_first(Iterator& first, Iterator last, Draft& draft);
bool read_further_letter(Iterator& first, Iterator last, Draft& draft);
bool read_reference_alone(Iterator& first, Iterator last, Draft& draft);
bool read_article(Iterator& first, Iterator last, Draft& draft);
bool read_newspaper(Iterator& first, Iterator last, Draft& draft);
bool read_titled_book(Iterator& first, Iterator last, Draft& draft);
bool read_book(Iterator& first, Iterator last, Draft& draft);
bool read_listed_book(Iterator& first, Iterator last, Draft& draft);
bool read_listed_article(Iterator& first, Iterator last, Draft& draft);
bool read_listed_chapter(Iterator& first, Iterator last, Draft& draft);
bool read_chapter(Iterator& first, Iterator last, Draft& draft);
bool read_letter_in_volume(Iterator& first, Iterator last, Draft& draft);
bool read_document_volume(Iterator& first, Iterator last, Draft& draft);
bool read_review(Iterator& first, Iterator last, Draft& draft);
bool read_film(Iterator& first, Iterator last, Draft& draft);
bool read_entry(Iterator& first, Iterator last, Draft& draft);
bool read_eastern_book(Iterator& first, Iterator last, Draft& draft);
bool read_eastern_article(Iterator& first, Iterator last, Draft& draft);
bool read_eastern_chapter(Iterator& first, Iterator last, Draft& draft);
bool read_eastern_paper(Iterator& first, Iterator last, Draft& draft);
bool read_eastern_short_form(Iterator& first, Iterator last, Draft& draft);
bool read_web(Iterator& first, Iterator last, Draft& draft);
bool read_short_form(Iterator& first, Iterator last, Draft& draft);
bool read_ibid(Iterator& first, Iterator last, Draft& draft);
bool read_back_reference(Iterator& first, Iterator last, Draft& draft);
bool read_hearing(Iterator& first, Iterator last, Draft& draft);
bool read_session_paper(Iterator& first, Iterator last, Draft& draft);
bool read_act(Iterator& first, Iterator last, Draft& draft);
bool read_treaty(Iterator& first, Iterator last, Draft& draft);
bool read_resolution(Iterator& first, Iterator last, Draft& draft);
bool read_parliament(Iterator& first, Iterator last, Draft& draft);

template <class Grammar>
bool run(Grammar const& grammar, Iterator& first, Iterator last, Draft& draft) {
    // As x3::with and x3::parse do, but without a copy of the grammar, which may be many kilobytes.
    auto shared = std::ref(draft);
    auto const context = x3::make_context<draft_tag>(shared);
    x3::unused_type nothing;
    return grammar.parse(first, last, context, x3::unused, nothing);
}

}  // namespace fonds::grammar
