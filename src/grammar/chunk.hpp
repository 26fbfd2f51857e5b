// A note as chunks: the elements that citations are built of, classified; the alphabet of the grammars.
#pragma once

#include <cstdint>
#include <fonds/date.hpp>
#include <span>
#include <string_view>
#include <vector>

#include "grammar/tokens.hpp"

namespace fonds {

enum class ChunkKind : std::uint8_t {
    text,   ///< words without a closer class
    quote,  ///< a quotation, its marks included
    date,
    level,    ///< a level or locator: label and value
    number,   ///< a number, or a range of them, alone in its element
    archive,  ///< a name from the authority tables
    url,
    ibid,
    idem,
    op_cit,
    signal,
    role,         ///< "ed.", "(Hg.)", "trans. by"
    provenance,   ///< "Obtained for NKIDP by …", "From the personal collection of …"
    publication,  ///< "(Lanham: Lexington Books, 2013)", "(1969)", "(August 2006)"
    thesis,       ///< "(PhD diss., Harvard University, 1999)"
    hereafter,    ///< "(hereafter NARA)"
    accessed,     ///< "(accessed October 4, 2022)"
    aside,        ///< any other bracket
    edition,
    in,
    conjunction,
    above,
    on_file,
    open,
    close,
    comma,
    semicolon,
    stop,
    colon,
    slashes,
    dash,
    mark,
    lead,  ///< a phrase of the text that the note is keyed to, before its colon
    // The weights of elements know a kind by its number: a new one stands at the end.
};

/// What the words of a text chunk are like.
enum class Trait : std::uint8_t {
    name,    ///< one personal name or several joined by "and"
    letter,  ///< "X to Y"
    genre,   ///< begins with a word for a form of document, or has one
    genre_head,
    verb,  ///< prose
    collection,
    repository,
    institution,
    journal,
    newspaper,
    magazine,
    series,
    publisher,
    place,     ///< a city, as a whole
    upper,     ///< begins with a capital
    capitals,  ///< one word in capitals: an abbreviation
    digits,
    docvolume,
    legal,
    web,
    digital,
    interview,
    congress,
    thesis,
    conference,
    encyclopedia,
    reference,  ///< a decimal file, an accession, a code: "783A.00/6-1558", "FO 371/8475"
    unpublished,
    enclosed,
    begins,     ///< a citation plausibly begins here
    to_head,    ///< begins with "to"
    all_small,  ///< no capital at all
    broadcast,
    resolution,   ///< a body that numbers its papers: "UN Doc.", "Security Council Resolution"
    bill,         ///< "H.R. 10502", "S. 984"
    others,       ///< "et al.", "u. a."
    eastern,      ///< in signs of Han, kana or Hangul
    helpers,      ///< who helped to write a book: "with Ann M. Smith and Steven L. Rearden"
    series_name,  ///< "Harvard Cold War Studies", "Studies in International History"
    by_people,    ///< whose book it is, behind its title: "by Vladislav Zubok"
    marking,      ///< only words on secrecy, haste or the copy: "Top Secret", "copy", "unfoliated"
    undated,      ///< "n.d.", "undated"
    sender,       ///< begins with a word for where a paper came from: "from Dulles", "de Dejean"
    department,   ///< begins with a department's letters: "FO 371/8475"
    shelfmark,    ///< a code of several parts: "IOR/R/15/2/548"
    subject,      ///< "sub", before a colon and the title of a memorandum
    telegram,     ///< a post and the number of its telegram: "New Delhi 5311"
    holding,      ///< a German archive's holding and its piece: "B 136/20686", "NL Ehard 1387"
    kept,         ///< an archive and a shelfmark in one: "StA Kleve 5/4.605"
    by_writer,    ///< a form of paper and its writer: "letter by Reich", "Telegramm von Dejean"
    form_behind,  ///< ends with a word for a form of paper: "CIA Alert Memorandum"
    registered,   ///< a registry's letters and numbers: "N 5583/114/38", "DH 1015/179"
    symbol,       ///< a paper of the United Nations by its symbol: "A/C.3/SR.125", "S/PV.1382"
    numbered,     ///< ends with a number of few figures: "CSLI Lecture Notes 14"
    country,      ///< a country, as a whole
    bound,        ///< papers cited by their bound volumes: "Pepysian MSS.", "S.P. Dom. Eliz."
    paper,        ///< letters of a series of papers, and the number: "NSC 68", "JCS 1992/193"
    reprinted,    ///< that a work was printed again, as a whole: "rééd.", "reprinted"
    debates,      ///< minutes of a parliament: "HC Deb.", "Congressional Record"
    nth_series,   ///< a row of volumes by its ordinal, as a whole: "3rd ser.", "2e série"
    // The weights know a trait by its number: a new one stands at the end, and no more than 64 have a place.
};

/// A set of that trait alone.
[[nodiscard]] constexpr std::uint64_t mask(Trait trait) {
    return std::uint64_t{1} << static_cast<unsigned>(trait);
}

struct Chunk {
    ChunkKind kind = ChunkKind::text;
    std::uint64_t traits = 0;           ///< a set of `Trait`
    std::uint32_t first = 0, last = 0;  ///< tokens, half-open
    std::uint32_t close = 0;            ///< of an open bracket: index of the chunk that closes it
    Span span;
    Span inner;                      ///< of a quotation: without its marks; of a level: the value
    Span label;                      ///< of a level: the label
    Phrase const* phrase = nullptr;  ///< of a level, archive, signal, role
    std::int32_t date = -1;          ///< index into `Chunks::dates`
    std::uint32_t to = no_token;     ///< of a letter: the token "to"
    std::uint32_t imprint =
        no_token;  ///< of a publication or thesis: the token behind what stands before place or house
    bool label_last = false;  ///< "11. doboz"
    bool colon = false;       ///< of "in": "in:"; of a publication: a colon parts place and house
    bool space_before = false;
    bool has_year = false, has_day = false;
    bool roman = false;     ///< of a number or level: in Roman numerals
    bool paged = false;     ///< of a number: a volume and its page: "1:154"
    bool parted = false;    ///< of a number: a stroke parts it: "233/12345"
    bool coded = false;     ///< of a number: of three parts and more, no page: "91-18-114", "129/250/289"
    bool several = false;   ///< of names: in full, joined by "and": "D. Loades and J. J. Scarisbrick"
    bool families = false;  ///< of names: two families joined by "and": "Smith and Jones"
    bool inverted = false;  ///< of a name: the family's first, then initials: "Зубкова Е. Ю.", "Smith JA"
    bool in_capitals = false;           ///< of a name: every word of it: "MONIZ BANDEIRA"
    bool initials = false;              ///< of a name or bracket: only initials: "J. A."
    bool numeric = false;               ///< of a bracket: only a number of few figures: "(1)"
    bool given_first = false;           ///< of a name: a known given name begins it: "Jacques Bariéty"
    bool given_alone = false;           ///< of a name: one word, a known given name: "Jacques"
    bool begins_with_initials = false;  ///< of a name: "I. Yakubovskii"
    bool ends_in_comma = false;         ///< of a quotation: within its marks, as American notes have it
    bool eastern = false;               ///< of a quotation: in the marks of East Asian titles, 《…》
    bool back = false;                  ///< of a bracket: it tells an earlier note: "(wie Anm. 5)"
    bool to_by_dash = false;            ///< of a letter: "Новак Б. — Зеллер П."
    bool square = false;                ///< of a bracket: "[Stalin and Mao Zedong]"
    bool stroke = false;                ///< of a mark: "/" between spaces
    bool is_span = false;               ///< of a date: from one day, month or year to another

    [[nodiscard]] constexpr std::uint32_t size() const { return last - first; }  ///< tokens
    [[nodiscard]] constexpr bool is(Trait trait) const { return (traits & mask(trait)) != 0; }
    void set(Trait trait) { traits |= mask(trait); }
    /// Whether the label can mean that level or locator.
    [[nodiscard]] bool means(std::string_view meaning) const {
        if (phrase)
            for (auto const& candidate : phrase->meanings())
                if (candidate == meaning) return true;
        return false;
    }
};

/// "1-13-98", "129/250/289", "JC1-2418": fonds, catalogue and file in one number, which only an archive
/// gives.
constexpr bool is_file_code(Chunk const& chunk) {
    return (chunk.kind == ChunkKind::number && chunk.coded) ||
           (chunk.kind == ChunkKind::text && chunk.is(Trait::reference) && chunk.size() == 1 &&
            !chunk.is(Trait::department) && !chunk.is(Trait::shelfmark));
}

/// "233/12345": a holding and its piece, no page; "120/121" may be one.
constexpr bool is_holding_and_piece(Chunk const& chunk) {
    constexpr std::uint32_t longest_pages = 7;
    return chunk.kind == ChunkKind::number && chunk.parted &&
           chunk.span.end - chunk.span.begin > longest_pages;
}

struct Chunks {
    std::string_view text;
    Tokens tokens;
    std::vector<Chunk> list;
    std::vector<Date> dates;

    [[nodiscard]] std::string_view word(std::uint32_t token) const {
        auto const span = tokens[token].span;
        return {text.data() + span.begin, span.size()};
    }
    /// The tokens that begin in a span.
    [[nodiscard]] std::span<Token const> tokens_in(Span span) const;
};

/// Cuts a note into chunks. Cost: linear in its length.
[[nodiscard]] Chunks chunk(std::string_view text, Lexicon const& lexicon);

/// "hrsg. v.", "edited by", "sous la direction de": whether the names stand behind a role.
[[nodiscard]] bool leads_to_names(Chunk const& role);

/// Whether a sentence, or a part behind a semicolon, begins at a chunk.
[[nodiscard]] bool begins_sentence(Chunks const& chunks, std::size_t at);

/// Whether one of the tokens [first, last) is, folded, one of `words`.
[[nodiscard]] bool has_word(Chunks const& chunks, std::uint32_t first, std::uint32_t last,
                            std::span<std::string_view const> words);

/// The token at which the shelfmark begins in "StA Kleve 5/4.605", "StadtA OG M 26/2/96"; `last` where the
/// tokens are no archive and its shelfmark.
[[nodiscard]] std::uint32_t shelfmark_of_keeper(Chunks const& chunks, std::uint32_t first,
                                                std::uint32_t last);

/// The end of a German archive's holding and its piece, "B 136/20686", "R 43 I /2548", "NL Ehard 1387", that
/// begin at token `at`; `at` where none do.
[[nodiscard]] std::uint32_t holding_end(Chunks const& chunks, std::uint32_t at, std::uint32_t last);

/// Turns the chunks of the phrases that notes are keyed to into `lead`.
void mark_lead_phrases(Chunks& chunks);

/// Sets the traits of a text chunk from its words.
void classify(Chunk& chunk, Chunks const& chunks, Lexicon const& lexicon);

/// The token behind the initials that begin at `at`: "Е. Ю.", "Н.А.", "JA"; `at` where none stand there.
enum class Initials : std::uint8_t { dotted, bare };
[[nodiscard]] std::uint32_t skip_initials(Chunks const& chunks, std::uint32_t at, std::uint32_t last,
                                          Initials form = Initials::dotted);

/// How many bytes "d’" has in "d’Herbette", "d'Argenlieu": a preposition drawn to a name, or its particle; 0
/// where the word has none.
[[nodiscard]] std::size_t elided_preposition(std::string_view word);

/// Whether a word is an office behind an elided article: "l’ambassadeur", "l'état-major".
[[nodiscard]] bool names_office_behind_article(std::string_view word, Lexicon const& lexicon);

/// "marqués de Sonora", "Conde de Campo de Alange": whether a lord's title and what he has stand there, by
/// which alone he is known.
[[nodiscard]] bool begins_with_lord(Chunks const& chunks, std::uint32_t first, std::uint32_t last);

/// Whether the tokens [first, last) read as personal names.
[[nodiscard]] bool reads_as_names(Chunks const& chunks, std::uint32_t first, std::uint32_t last);

/// "PP 1847–48 (272), XXII", "P.P., 1836": whether the papers of the British parliament and their session
/// begin at a token.
[[nodiscard]] bool begins_sessional_papers(Chunks const& chunks, std::uint32_t at);

/// Whether a word of an office or a body, no rank, is among the tokens: "Office of Space Science".
[[nodiscard]] bool names_body(Chunks const& chunks, std::uint32_t first, std::uint32_t last);

}  // namespace fonds
