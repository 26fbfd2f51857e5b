// Tries every family at a candidate start and weighs what each explains.

#include <algorithm>
#include <array>

#include "grammar/clues.hpp"
#include "grammar/terminals.hpp"

namespace fonds {
namespace {

using grammar::Draft;
using grammar::Iterator;

/// The readings that begin at a chunk, tried one after the other. Most fail: they share one list of parts.
class Attempts {
  public:
    Attempts(Chunks const& chunks, std::uint32_t at, std::pmr::vector<Candidate>& out)
        : chunks_(chunks), out_(out) {
        candidate_.first = at;
    }

    template <class Read>
    void operator()(Family family, Read const& read) {
        candidate_.family = family;
        candidate_.parts.clear();
        auto const base = chunks_.list.data();
        Iterator first = base + candidate_.first;
        Iterator const last =
            base + std::min<std::size_t>(chunks_.list.size(), candidate_.first + candidate_reach);
        Draft draft{&chunks_, &candidate_};
        if (!read(first, last, draft)) return;
        candidate_.last = static_cast<std::uint32_t>(first - base);
        // A separator taken for its own sake belongs to no citation.
        while (candidate_.last > candidate_.first + 1 && is_separator(chunks_.list[candidate_.last - 1].kind))
            --candidate_.last;
        if (candidate_.last <= candidate_.first) return;
        candidate_.score = score(candidate_, chunks_);
        if (candidate_.score > 0) out_.push_back(candidate_);
    }

  private:
    static bool is_separator(ChunkKind kind) {
        return kind == ChunkKind::comma || kind == ChunkKind::stop || kind == ChunkKind::dash ||
               kind == ChunkKind::colon;
    }

    Chunks const& chunks_;
    std::pmr::vector<Candidate>& out_;
    Candidate candidate_;
};

bool may_begin(Chunk const& chunk) {
    switch (chunk.kind) {
        case ChunkKind::text:
        case ChunkKind::quote:
        case ChunkKind::level:
        case ChunkKind::archive:
        case ChunkKind::url:
        case ChunkKind::ibid:
        case ChunkKind::idem:
        case ChunkKind::op_cit:
        case ChunkKind::role: return true;
        case ChunkKind::number: return chunk.coded;
        default: return false;
    }
}

/// Families, as bits.
class Families {
  public:
    void set(Family family, bool may) { bits_ |= std::uint32_t{may} << static_cast<unsigned>(family); }
    [[nodiscard]] bool have(Family family) const {
        return (bits_ >> static_cast<unsigned>(family) & 1U) != 0;
    }

  private:
    std::uint32_t bits_ = 0;
};

/// The families whose grammar begins with such a chunk, and whose sign stands within reach.
Families families_of(Chunk const& head, Clues const& clues) {
    bool const is_text = head.kind == ChunkKind::text, is_words = is_text || head.kind == ChunkKind::quote;
    bool const is_idem = head.kind == ChunkKind::idem;
    bool const congress = clues.have(Trait::congress), legal = clues.have(Trait::legal),
               number = clues.have(ChunkKind::number), date = clues.have(ChunkKind::date),
               publication = clues.have(ChunkKind::publication), in = clues.have(ChunkKind::in),
               docvolume = clues.have(Trait::docvolume), slashes = clues.have(ChunkKind::slashes);
    Families out;
    out.set(Family::described_document, true);
    out.set(Family::location, true);
    out.set(Family::record, is_words && slashes);
    out.set(Family::article, is_words || is_idem || head.kind == ChunkKind::archive);
    // "Der Spiegel 12/1964, S. 44"
    bool const issue = is_text && head.is(Trait::digits) &&
                       (head.is(Trait::newspaper) || head.is(Trait::magazine) || head.is(Trait::journal));
    out.set(Family::newspaper, is_words && (date || issue));
    out.set(Family::book, publication || date || clues.have(ChunkKind::thesis));
    out.set(Family::chapter,
            in || slashes || (clues.have(WordClass::editor) && clues.have(ChunkKind::quote)));
    out.set(Family::letter_in_volume,
            in || docvolume ||
                (clues.have(Trait::letter) && (clues.have(Trait::capitals) || clues.have(WordClass::editor) ||
                                               clues.have(ChunkKind::signal) || number)));
    out.set(Family::document_volume, docvolume);
    out.set(Family::review, clues.have(WordClass::review));
    out.set(Family::film, clues.have(WordClass::director));
    out.set(Family::entry, head.is(Trait::encyclopedia));
    out.set(Family::web, clues.have(ChunkKind::url));
    out.set(Family::short_form, is_words || is_idem || head.kind == ChunkKind::archive);
    out.set(Family::ibid, is_idem || head.kind == ChunkKind::ibid || head.kind == ChunkKind::op_cit);
    out.set(Family::back_reference, (is_text || is_idem) && clues.earlier_note);
    out.set(Family::hearing, congress);
    out.set(Family::session_paper, congress);
    // "Public Law 102–138"
    bool const law = grammar::is_label(head, "number") && head.phrase->words.size() >= 2;
    out.set(Family::act, law ||
                             (is_text && (clues.have(ChunkKind::level) || legal || clues.have(Trait::bill) ||
                                          number || publication)) ||
                             (is_words && legal && number));
    out.set(Family::treaty, is_text && date && (legal || number));
    out.set(Family::resolution, head.is(Trait::resolution));
    out.set(Family::parliament, congress || head.is(Trait::legal));
    return out;
}

}  // namespace

std::string_view to_string(Family family) {
    constexpr std::array names = {std::string_view{"quoted-document"},
                                  std::string_view{"described-document"},
                                  std::string_view{"letter"},
                                  std::string_view{"location"},
                                  std::string_view{"record"},
                                  std::string_view{"article"},
                                  std::string_view{"newspaper"},
                                  std::string_view{"book"},
                                  std::string_view{"chapter"},
                                  std::string_view{"letter-in-volume"},
                                  std::string_view{"document-volume"},
                                  std::string_view{"review"},
                                  std::string_view{"film"},
                                  std::string_view{"entry"},
                                  std::string_view{"web"},
                                  std::string_view{"short-form"},
                                  std::string_view{"ibid"},
                                  std::string_view{"back-reference"},
                                  std::string_view{"hearing"},
                                  std::string_view{"session-paper"},
                                  std::string_view{"act"},
                                  std::string_view{"treaty"},
                                  std::string_view{"resolution"},
                                  std::string_view{"parliament"}};
    return names[static_cast<std::size_t>(family)];
}

void read_candidates(Chunks const& chunks, std::uint32_t at, Clues const& clues,
                     std::pmr::vector<Candidate>& out) {
    auto const& head = chunks.list[at];
    // An entry of a list begins with its document's date.
    bool const dated = (head.kind == ChunkKind::date || head.kind == ChunkKind::publication) && head.has_year;
    Attempts attempt(chunks, at, out);
    if (dated) attempt(Family::described_document, grammar::read_document_first);
    if (dated) attempt(Family::location, grammar::read_further_letter);
    // "347 U.S. 483 (1954)"
    bool const reported = head.kind == ChunkKind::number && at + 2 < chunks.list.size() &&
                          chunks.list[at + 1].kind == ChunkKind::text &&
                          chunks.list[at + 2].kind == ChunkKind::number;
    if (reported) attempt(Family::act, grammar::read_act);
    if (reported && chunks.list[at + 1].is(Trait::congress))
        attempt(Family::parliament, grammar::read_parliament);
    if (!may_begin(head)) return;
    auto const families = families_of(head, clues);
    for (auto const family : {Family::described_document, Family::location, Family::record}) {
        bool const fits = family == Family::location
                              ? head.kind != ChunkKind::url
                              : head.kind == ChunkKind::text || head.kind == ChunkKind::quote;
        if (fits && families.have(family))
            attempt(family, [&](Iterator& first, Iterator last, Draft& draft) {
                return grammar::read_archival(family, first, last, draft);
            });
    }
    struct Entry {
        Family family;
        grammar::Reader read;
    };
    static constexpr std::array entries = {
        Entry{Family::described_document, grammar::read_document_first},
        Entry{Family::location, grammar::read_reference_first},
        Entry{Family::location, grammar::read_reference_alone},
        Entry{Family::article, grammar::read_article},
        Entry{Family::newspaper, grammar::read_newspaper},
        Entry{Family::book, grammar::read_book},
        Entry{Family::book, grammar::read_titled_book},
        Entry{Family::chapter, grammar::read_chapter},
        Entry{Family::book, grammar::read_listed_book},
        Entry{Family::article, grammar::read_listed_article},
        Entry{Family::chapter, grammar::read_listed_chapter},
        Entry{Family::letter_in_volume, grammar::read_letter_in_volume},
        Entry{Family::document_volume, grammar::read_document_volume},
        Entry{Family::review, grammar::read_review},
        Entry{Family::film, grammar::read_film},
        Entry{Family::entry, grammar::read_entry},
        Entry{Family::web, grammar::read_web},
        Entry{Family::short_form, grammar::read_short_form},
        Entry{Family::ibid, grammar::read_ibid},
        Entry{Family::back_reference, grammar::read_back_reference},
        Entry{Family::hearing, grammar::read_hearing},
        Entry{Family::session_paper, grammar::read_session_paper},
        Entry{Family::act, grammar::read_act},
        Entry{Family::treaty, grammar::read_treaty},
        Entry{Family::resolution, grammar::read_resolution},
        Entry{Family::parliament, grammar::read_parliament},
    };
    for (auto const& entry : entries)
        if (families.have(entry.family)) attempt(entry.family, entry.read);
    if (!head.is(Trait::eastern) && !head.eastern) return;
    attempt(Family::book, grammar::read_eastern_book);
    attempt(Family::article, grammar::read_eastern_article);
    attempt(Family::chapter, grammar::read_eastern_chapter);
    attempt(Family::letter_in_volume, grammar::read_eastern_paper);
    attempt(Family::short_form, grammar::read_eastern_short_form);
}

}  // namespace fonds
