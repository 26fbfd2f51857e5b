// Levels whose number stands before the label, and counts: "11. doboz", "3 vols.", "1898 g.", "240 S."

#include "base/text.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/chunker.hpp"

namespace fonds {

/// A level whose label stands behind its number.
Chunk& Chunker::add_numbered(std::uint32_t first, std::uint32_t last, Phrase const& label, Span value) {
    auto& chunk = add_number(first, last, label);
    chunk.label_last = true;
    chunk.inner = value;
    return chunk;
}

/// "5/467 ő. e.", "12 a.e.": a number whose stop is left out, before a label of two letters.
bool Chunker::counted_by_two_words(std::uint32_t at) const {
    auto const& number = token(at);
    auto const& label = token(at + 1);
    if (!number.digits || !label.lower || !label.space_before) return false;
    auto const found = find(at + 1, mask(WordClass::label));
    return found.size > 1 || (found.phrase && word(at + 1).find('.') != std::string_view::npos);
}

/// "11. doboz", "123. ő. e.", "1987. f.": Hungarian and Latvian put the number first.
bool Chunker::label_after_value() {
    auto const& head = token(at_);
    if (volume_count()) return true;
    bool const stop = mark(at_ + 1, '.') && !token(at_ + 1).space_before;
    if (head.kind != TokenKind::word || !head.digits || !(stop || counted_by_two_words(at_))) return false;
    auto label_at = stop ? at_ + 2 : at_ + 1;
    // "18.–19. lp."
    auto const range_end = mark(at_ + 2, '-') ? at_ + 3 : at_ + 2;
    bool const range = token(range_end).digits && !token(range_end).space_before && mark(range_end + 1, '.');
    if (range) label_at = range_end + 2;
    if (token(label_at).kind != TokenKind::word || !token(label_at).lower) return false;
    auto const found = find(label_at, mask(WordClass::label));
    if (!found.phrase) return false;
    auto end = label_at + found.size;
    if (mark(end, '.') && !token(end).space_before && !is_stop(end)) ++end;
    auto const& next = token(end);
    // "5. f. 12" is a list of labels before values, not after.
    // "5/45. ő. e. Jegyzőkönyv …": behind a label of two words the document.
    bool const document = next.upper && found.size > 1;
    if (next.kind == TokenKind::word && !next.digits && !document) return false;
    if (next.digits && !mark(end + 1, '.') && !mark(end + 1, ',') && !counted_by_two_words(end)) return false;
    // "M-KS 288. f.": the letters before the number are part of it.
    bool const lettered =
        run_ != no_token && at_ - run_ == 1 && token(run_).upper && means(*found.phrase, "fond");
    if (run_ != no_token && !lettered) {
        if (!before_long_label()) return false;
        end_run();
    }
    auto const first = lettered ? run_ : at_;
    run_ = no_token;
    auto const value = lettered ? Span{token(first).span.begin, head.span.end}
                       : range  ? Span{head.span.begin, token(range_end).span.end}
                                : head.span;
    add_numbered(first, end, *found.phrase, value).label = {token(label_at).span.begin,
                                                            token(end - 1).span.end};
    return true;
}

/// "3 vols.", "2 Bde.", in French "2 vol.": how many volumes a work has.
bool Chunker::volume_count() {
    // "in 2 vols.", "в 30 т."
    bool const preposition =
        word(at_) == "in" || word(at_) == "в" || word(at_) == "В" || word(at_) == "у" || word(at_) == "У";
    auto const count = preposition ? at_ + 1 : at_;
    auto const& head = token(count);
    if (!is_all_digits(word(count)) || head.span.size() > 2) return false;
    auto const found = find(count + 1, mask(WordClass::label));
    auto const written = word(count + 1);
    bool const several = token(count + 1).is(WordClass::volumes) ||
                         (written == "vol" && run_ == no_token && word(count) != "1") ||
                         (preposition && (written == "т" || written == "кн" || written == "ч"));
    if (!found.phrase || !several) return false;
    auto end = count + 1 + found.size;
    if (!at_boundary(end)) return false;
    if (mark(end, '.') && !is_stop(end)) ++end;
    // "В 11 т., 12 кн.": and in how many books they are bound.
    if (preposition && mark(end, ',') && is_all_digits(word(end + 1)) && word(end + 2) == "кн") {
        end += 3;
        if (mark(end, '.') && !is_stop(end)) ++end;
    }
    end_run();
    add_numbered(at_, end, *found.phrase, head.span);
    return true;
}

/// "оп. 1, 1806 г., д. 122", "f. 102, op. 226, 1898 g.": the year of a file, told beside the inventory.
bool Chunker::year_of_files() {
    auto const& list = out_.list;
    if (list.size() < 2 || !is_year(word(at_))) return false;
    auto const& before = list[list.size() - 2];
    if (before.kind != ChunkKind::level || !(before.means("opis") || before.means("fond"))) return false;
    auto const found = find(at_ + 1, mask(WordClass::label));
    if (!found.phrase || found.phrase->meanings().front() != "year" || !token(at_ + 1).lower) return false;
    auto end = at_ + 1 + found.size;
    if (mark(end, '.') && (!is_stop(end) || mark(end + 1, ','))) ++end;
    add_numbered(at_, end, *found.phrase, token(at_).span);
    return true;
}

/// "М.: Вече, 2006. – 512 с. С. 10", "Berlin 1998. 240 S.", "Paris, Plon, 1955, 320 p.": how many pages a
/// book has, behind its imprint.
bool Chunker::page_count() {
    constexpr std::size_t longest = 4;
    auto const& list = out_.list;
    if (!is_all_digits(word(at_)) || word(at_).size() > longest || list.size() < 2 ||
        (list.back().kind != ChunkKind::dash && list.back().kind != ChunkKind::stop &&
         list.back().kind != ChunkKind::comma))
        return false;
    auto const behind =
        list.back().kind == ChunkKind::dash && list.size() >= 3 ? list.size() - 3 : list.size() - 2;
    auto const is_imprint = [](Chunk const& chunk) {
        return chunk.kind == ChunkKind::publication || (chunk.kind == ChunkKind::date && !chunk.has_day);
    };
    if (!is_imprint(list[behind]) && !is_imprint(list[list.size() - 2])) return false;
    auto const found = find(at_ + 1, mask(WordClass::label));
    if (!found.phrase || found.phrase->meanings().front() != "page" || !mark(at_ + 1 + found.size, '.'))
        return false;
    auto const stop = at_ + 1 + found.size;
    add_numbered(at_, stop, own_extent.phrase, token(at_).span);
    add(ChunkKind::stop, stop, stop + 1);
    ++at_;
    return true;
}

}  // namespace fonds
