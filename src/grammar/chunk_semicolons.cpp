// Semicolons that part the pieces of one reference, or a work and its role, and end nothing.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "grammar/addressees.hpp"
#include "grammar/chunker.hpp"

namespace fonds {

using std::string_view;

/// NARA parts the levels of one reference by semicolons, innermost first: "Box 14; Lot 64 D 563; Record Group
/// 59; National Archives". They are commas where nothing but pieces of a reference stands between the first
/// and an archive that ends it.
void Chunker::join_by_semicolons() {
    auto& list = out_.list;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].kind == ChunkKind::stop || list[i].kind == ChunkKind::signal ||
            list[i].kind == ChunkKind::archive)
            begin = i + 1;
        if (list[i].kind != ChunkKind::semicolon) continue;
        if (goes_on_with_role(i)) {
            list[i].kind = ChunkKind::comma;
            continue;
        }
        if (begins_reference(i) || parts_paper_and_holding(i) || parts_letter_and_writings(i))
            list[i].kind = ChunkKind::comma;
        if (begin > i) continue;
        auto const end = reference_end(i);
        if (end == i) continue;
        for (auto at = i; at < end; ++at)
            if (list[at].kind == ChunkKind::semicolon) list[at].kind = ChunkKind::comma;
    }
}

/// "/ под ред. А. Н. Яковлева; сост. А. И. Кокурин", "; hrsg. v. J. Roth": who else made a work stands
/// behind the semicolon at `from`.
bool Chunker::goes_on_with_role(std::size_t from) const {
    auto const& list = out_.list;
    if (from == 0 || from + 2 >= list.size()) return false;
    auto const& role = list[from + 1];
    return role.kind == ChunkKind::role && token(role.first).lower &&
           list[from + 2].kind == ChunkKind::text && list[from + 2].is(Trait::upper);
}

/// "AMSZ, Warsaw; 6/77, w-102", "GARF; f. 5446, op. 1": an archive before the semicolon at `from`, with
/// nothing but its place, whose levels come behind.
bool Chunker::begins_reference(std::size_t from) const {
    auto const& list = out_.list;
    if (from == 0 || from + 1 >= list.size()) return false;
    auto const& next = list[from + 1];
    bool const level = (next.kind == ChunkKind::level && !next.means("page") && !next.means("note") &&
                        !next.means("telegram")) ||
                       (next.kind == ChunkKind::number && !next.roman &&
                        slice(out_.text, next.span).find('/') != string_view::npos);
    if (!level) return false;
    auto at = from - 1;
    if (list[at].kind == ChunkKind::text && list[at].is(Trait::place) && at >= 2 &&
        list[at - 1].kind == ChunkKind::comma)
        at -= 2;
    return list[at].kind == ChunkKind::archive;
}

/// "Aufzeichnung des Ministerialdirektors Ruete vom 14. Mai 1968; Ministerbüro, VS-Bd. 10087": German
/// editions of documents part a paper and its holding so.
bool Chunker::parts_paper_and_holding(std::size_t from) const {
    constexpr std::array offices = {string_view{"Referat"}, string_view{"Ministerbüro"}, string_view{"Büro"},
                                    string_view{"VS-Bd"},   string_view{"Abteilung"},    string_view{"Abt"}};
    constexpr std::size_t longest = 5;
    auto const& list = out_.list;
    if (from < 2 || from + 1 >= list.size() || list[from - 1].kind != ChunkKind::date ||
        !list[from - 1].has_day || list[from - 2].kind != ChunkKind::text ||
        !(list[from - 2].is(Trait::genre_head) || list[from - 2].is(Trait::letter)))
        return false;
    auto const first = list[from + 1].first;
    bool const numbered = token(first + 1).digits;
    bool const holding =
        word(first) == "B" || (token(first).is(WordClass::holding) && token(first).all_upper);
    if (!(holding && numbered) && !contains(offices, word(first))) return false;
    auto at = from + 1;
    while (at < list.size() && at <= from + longest &&
           (list[at].kind == ChunkKind::text || list[at].kind == ChunkKind::level ||
            list[at].kind == ChunkKind::aside || list[at].kind == ChunkKind::comma ||
            list[at].kind == ChunkKind::number))
        ++at;
    bool const ends = at == list.size() || list[at].kind == ChunkKind::stop ||
                      list[at].kind == ChunkKind::semicolon || list[at].kind == ChunkKind::close;
    auto const& last = list[at - 1];
    return ends && ((last.kind == ChunkKind::level && last.means("volume")) || last.is(Trait::holding));
}

/// "Jefferson to Madison, Aug. 25, 1805; Works, iv. 584": a letter, and the writings that print it.
bool Chunker::parts_letter_and_writings(std::size_t from) const {
    auto const& list = out_.list;
    if (from < 3 || from + 3 >= list.size()) return false;
    auto const& writings = list[from + 1];
    return list[from - 3].is(Trait::letter) && list[from - 2].kind == ChunkKind::comma &&
           list[from - 1].kind == ChunkKind::date && list[from - 1].has_day &&
           writings.kind == ChunkKind::text && writings.size() == 1 &&
           token(writings.first).is(WordClass::writings) && list[from + 2].kind == ChunkKind::comma &&
           list[from + 3].kind == ChunkKind::number && list[from + 3].roman;
}

/// Where a reference that goes on behind the semicolon at `from` has its archive; `from` where it does not.
std::size_t Chunker::reference_end(std::size_t from) const {
    constexpr std::size_t reach = 24, widest = 7;
    auto const& list = out_.list;
    auto const places = [](Chunk const& chunk) {
        return chunk.kind == ChunkKind::level || chunk.kind == ChunkKind::number ||
               (chunk.kind == ChunkKind::text && chunk.is(Trait::reference));
    };
    bool level = from > 0 && places(list[from - 1]);
    std::size_t segment = 0;
    for (auto at = from + 1; at < std::min(list.size(), from + reach); ++at) {
        auto const& chunk = list[at];
        if (segment == 0 && (chunk.kind == ChunkKind::archive ||
                             (chunk.kind == ChunkKind::text && chunk.is(Trait::repository) &&
                              !chunk.is(Trait::collection) && level)))
            return level && ends_reference(at) ? at : from;
        switch (chunk.kind) {
            case ChunkKind::level: level = true; break;
            case ChunkKind::text:
                if (chunk.is(Trait::letter) || chunk.is(Trait::verb) || chunk.is(Trait::all_small))
                    return from;
                break;
            case ChunkKind::date:
                if (chunk.has_day) return from;
                break;
            case ChunkKind::number:
            case ChunkKind::quote:
            case ChunkKind::comma:
            case ChunkKind::aside: break;
            case ChunkKind::semicolon: segment = 0; continue;
            default: return from;
        }
        if (++segment > widest) return from;
    }
    return from;
}

/// Whether an archive's name and at most its place end the citation.
bool Chunker::ends_reference(std::size_t archive) const {
    auto const& list = out_.list;
    for (auto at = archive + 1; at < list.size(); ++at) {
        auto const& chunk = list[at];
        switch (chunk.kind) {
            case ChunkKind::comma:
            case ChunkKind::aside:
            case ChunkKind::hereafter:
            case ChunkKind::archive: break;
            case ChunkKind::text:
            case ChunkKind::number:
                if (chunk.is(Trait::digits)) return false;
                break;
            case ChunkKind::stop:
                // "ИРЛИ РАН. Ф. 240. Оп. 2": its own levels come behind the stop.
                return at + 1 == list.size() || list[at + 1].kind != ChunkKind::level ||
                       list[at + 1].means("page");
            case ChunkKind::semicolon:
            case ChunkKind::close:
            case ChunkKind::provenance: return true;
            default: return false;
        }
    }
    return true;
}

}  // namespace fonds
