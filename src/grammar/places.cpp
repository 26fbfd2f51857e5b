// Which grammars are tried at a place: by its first chunk, and by what stands within reach.

#include "grammar/places.hpp"

#include <array>
#include <bit>
#include <initializer_list>

namespace fonds {
namespace {

using grammar::Draft;
using grammar::Iterator;

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
    Families() = default;
    Families(std::initializer_list<Family> families) {
        for (auto const family : families) set(family, true);
    }
    void set(Family family, bool may) { bits_ |= std::uint32_t{may} << static_cast<unsigned>(family); }
    [[nodiscard]] bool have(Family family) const {
        return (bits_ >> static_cast<unsigned>(family) & 1U) != 0;
    }
    template <class Act>
    constexpr void for_each(Act const& act) const {
        for (auto left = bits_; left != 0; left &= left - 1) act(static_cast<Family>(std::countr_zero(left)));
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
    bool const issue = is_text && (head.is(Trait::digits) || number) &&
                       (head.is(Trait::newspaper) || head.is(Trait::magazine) || head.is(Trait::journal));
    out.set(Family::newspaper, is_words && (date || issue));
    out.set(Family::book, publication || date || clues.have(ChunkKind::thesis));
    out.set(Family::chapter,
            in || slashes || (clues.have(WordClass::editor) && clues.have(ChunkKind::quote)));
    out.set(Family::letter_in_volume,
            in || docvolume || (slashes && (date || publication)) ||
                (publication && date && clues.have(WordClass::editor) &&
                 (clues.have(ChunkKind::quote) || clues.have(Trait::letter))) ||
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
    out.set(Family::resolution, head.is(Trait::resolution) || clues.have(Trait::symbol));
    out.set(Family::parliament, congress || head.is(Trait::legal) || clues.have(Trait::debates));
    return out;
}

constexpr std::size_t group_count = 5;

template <Family family>
bool read_archival(Iterator& first, Iterator last, Draft& draft) {
    return grammar::read_archival(family, first, last, draft);
}

constexpr std::array grammars = {
    Grammar{Group::dated, Family::described_document, grammar::read_document_first},
    Grammar{Group::dated, Family::location, grammar::read_further_letter},
    Grammar{Group::reported, Family::act, grammar::read_act},
    Grammar{Group::reported, Family::parliament, grammar::read_parliament},
    Grammar{Group::archival, Family::described_document, read_archival<Family::described_document>},
    Grammar{Group::archival, Family::location, read_archival<Family::location>},
    Grammar{Group::archival, Family::record, read_archival<Family::record>},
    Grammar{Group::usual, Family::described_document, grammar::read_document_first},
    Grammar{Group::usual, Family::location, grammar::read_reference_first},
    Grammar{Group::usual, Family::location, grammar::read_reference_alone},
    Grammar{Group::usual, Family::article, grammar::read_article},
    Grammar{Group::usual, Family::newspaper, grammar::read_newspaper},
    Grammar{Group::usual, Family::book, grammar::read_book},
    Grammar{Group::usual, Family::book, grammar::read_titled_book},
    Grammar{Group::usual, Family::chapter, grammar::read_chapter},
    Grammar{Group::usual, Family::book, grammar::read_listed_book},
    Grammar{Group::usual, Family::article, grammar::read_listed_article},
    Grammar{Group::usual, Family::chapter, grammar::read_listed_chapter},
    Grammar{Group::usual, Family::letter_in_volume, grammar::read_letter_in_volume},
    Grammar{Group::usual, Family::document_volume, grammar::read_document_volume},
    Grammar{Group::usual, Family::review, grammar::read_review},
    Grammar{Group::usual, Family::film, grammar::read_film},
    Grammar{Group::usual, Family::entry, grammar::read_entry},
    Grammar{Group::usual, Family::web, grammar::read_web},
    Grammar{Group::usual, Family::short_form, grammar::read_short_form},
    Grammar{Group::usual, Family::ibid, grammar::read_ibid},
    Grammar{Group::usual, Family::back_reference, grammar::read_back_reference},
    Grammar{Group::usual, Family::hearing, grammar::read_hearing},
    Grammar{Group::usual, Family::session_paper, grammar::read_session_paper},
    Grammar{Group::usual, Family::act, grammar::read_act},
    Grammar{Group::usual, Family::treaty, grammar::read_treaty},
    Grammar{Group::usual, Family::resolution, grammar::read_resolution},
    Grammar{Group::usual, Family::parliament, grammar::read_parliament},
    Grammar{Group::eastern, Family::book, grammar::read_eastern_book},
    Grammar{Group::eastern, Family::article, grammar::read_eastern_article},
    Grammar{Group::eastern, Family::chapter, grammar::read_eastern_chapter},
    Grammar{Group::eastern, Family::letter_in_volume, grammar::read_eastern_paper},
    Grammar{Group::eastern, Family::short_form, grammar::read_eastern_short_form},
};

static_assert(grammars.size() <= most_grammars);

/// The grammars, as bits, of each group and family.
constexpr auto grammars_of = [] {
    std::array<std::array<std::uint64_t, family_count>, group_count> out{};
    for (std::size_t i = 0; i < grammars.size(); ++i)
        out[static_cast<std::size_t>(grammars[i].group)][static_cast<std::size_t>(grammars[i].family)] |=
            std::uint64_t{1} << i;
    return out;
}();

constexpr std::uint64_t bits_of(Group group, Families families) {
    std::uint64_t out = 0;
    families.for_each([&](Family family) {
        out |= grammars_of[static_cast<std::size_t>(group)][static_cast<std::size_t>(family)];
    });
    return out;
}

}  // namespace

std::span<Grammar const> all_grammars() { return grammars; }

Place place_at(Chunks const& chunks, std::uint32_t at, Clues const& clues) {
    auto const& head = chunks.list[at];
    Place out{&chunks, at};
    auto const tries = [&](Group group, Families families) { out.grammars |= bits_of(group, families); };
    if ((head.kind == ChunkKind::date || head.kind == ChunkKind::publication) && head.has_year)
        tries(Group::dated, {Family::described_document, Family::location});
    if (head.kind == ChunkKind::number && at + 2 < chunks.list.size() &&
        chunks.list[at + 1].kind == ChunkKind::text && chunks.list[at + 2].kind == ChunkKind::number) {
        tries(Group::reported, {Family::act});
        if (chunks.list[at + 1].is(Trait::congress)) tries(Group::reported, {Family::parliament});
    }
    if (!may_begin(head)) return out;
    auto const families = families_of(head, clues);
    bool const document = head.kind == ChunkKind::text || head.kind == ChunkKind::quote;
    Families archival;
    archival.set(Family::described_document, document);
    archival.set(Family::location, head.kind != ChunkKind::url);
    archival.set(Family::record, document && families.have(Family::record));
    tries(Group::archival, archival);
    tries(Group::usual, families);
    if (head.is(Trait::eastern) || head.eastern)
        tries(Group::eastern,
              {Family::book, Family::article, Family::chapter, Family::letter_in_volume, Family::short_form});
    return out;
}

}  // namespace fonds
