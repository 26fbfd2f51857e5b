// Names without a label or code: collection or series before the boxes, the folder's name behind them.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"

namespace fonds {

using std::string_view;

/// Papers and file groups whose name says what they are.
bool LocationReader::papers_by_name(std::size_t index, Span span) {
    if (names_nordic_papers(text(span))) {
        settle(span);
        add("collection", {}, span);
        return true;
    }
    if (names_file_group(elements_[index])) {
        add("series", {}, span);
        return true;
    }
    bool const of_library = is_american() || scheme_is("GB") || scheme_is("INT");
    if (of_library && abbreviates_papers(elements_[index]) && !told("collection")) {
        add("collection", {}, span);
        return true;
    }
    // "Austen Chamberlain papers AC5/1/46": the papers and their shelfmark.
    auto const code = code_behind_name(text(span));
    if (code == string_view::npos) return false;
    auto const papers = trimmed(low_.chunks.text, {span.begin, span.begin + code});
    if (!names_papers(papers)) return false;
    add("collection", {}, papers);
    add("signature", {}, {span.begin + code, span.end});
    settle(span);
    return true;
}

/// Names without any sign: collection or series before the boxes, the folder's name behind them.
void LocationReader::by_place(std::size_t index, Span span) {
    span = behind_copy(without_series_word(span));
    if (papers_by_name(index, span)) return;
    auto const& levels = reference().levels;
    constexpr std::array boxes = {string_view{"box"}, string_view{"container"}, string_view{"carton"},
                                  string_view{"lot-file"}};
    bool const behind_container =
        index > 0 && !levels.empty() && contains(boxes, levels.back().level) && archive_before(index);
    bool const more_containers = next_level(index) != none;
    bool const collection = has(elements_[index], Trait::collection) || text(span).ends_with(" Letters");
    bool const has_collection = std::any_of(
        levels.begin(), levels.end(), [](ArchiveLevel const& level) { return level.level == "collection"; });
    if (collection && is_collection(span)) settle(span);
    if (collection && is_collection(span) && !has_collection && index + 1 >= elements_.size())
        return add("collection", {}, span);
    // "Telephone Calls Series, box 7, John Foster Dulles Papers, Eisenhower Library": outward to the keeper.
    bool const outer = !has_collection || text(span).ends_with(" Collection");
    if (behind_container && is_collection(span) && outer && archive_ == index + 1)
        return add("collection", {}, span);
    if (behind_container && names_series(span)) return add("series", {}, span);
    // "Lutes File", "E. W. Hall file": somebody's files are no file with a number.
    if (names_files(span)) settle(span);
    if (behind_container && !more_containers && !(collection_missing() && collection))
        return add("folder", {}, joined(index, span));
    if (collection && is_collection(span)) return add("collection", {}, span);
    auto const series = std::count_if(levels.begin(), levels.end(), [](ArchiveLevel const& level) {
        return level.level == "series" || level.level == "subseries";
    });
    // "FRC 68 A 5159, June 1, 1958–June 15, 1958": the span of a folder.
    if (elements_[index].piece == Piece::date && has_day(index) && series > 0) return add("folder", {}, span);
    bool const second = series > 0;
    bool const reference_code =
        has(elements_[index], Trait::reference) || (elements_[index].piece == Piece::number);
    if (reference_code && !levels.empty())
        return add(span.size() > 4 && has(elements_[index], Trait::reference) ? "file" : "item", {}, span);
    if (second && index + 1 == elements_.size() && has(elements_[index], Trait::digits) &&
        archive_before(index))
        return add("file", {}, joined(index, span));
    add(second ? "subseries" : "series", {}, second ? joined(index, span) : span);
}

/// "DDE Diary October 1953 (4), box 3, DDE Diary Series", "Hoover, Herbert Folder, box 1, Morely Papers":
/// where the reference goes outward, the name before the box is its folder's.
bool LocationReader::folder_before_box(std::size_t index) {
    constexpr std::size_t most = 3;
    if (index != 0 || !is_american() || archive_ == 0 || !reference().levels.empty()) return false;
    auto box = index;
    while (box < elements_.size() && box < most && (box == index || !elements_[box].used) &&
           is_folder_name(elements_[box]))
        ++box;
    if (box == index || box + 1 >= elements_.size() || elements_[box].piece != Piece::level ||
        !(head(elements_[box]).means("box") || head(elements_[box]).means("carton")))
        return false;
    auto const& outer = elements_[box + 1];
    bool const outward =
        outer.piece == Piece::level
            ? head(outer).means("entry") || head(outer).means("record-group")
            : outer.piece == Piece::words && box + 1 != archive_ &&
                  (is_collection(outer.span) || names_series(outer.span) || has(outer, Trait::collection));
    if (!outward) return false;
    Span span{elements_[index].span.begin, elements_[box - 1].span.end};
    for (auto i = index; i < box; ++i) elements_[i].used = true;
    span = trimmed(low_.chunks.text, span);
    for (string_view const word : {" folder", " Folder"})
        if (text(span).ends_with(word)) span.end -= word.size();
    add("folder", {}, span);
    settle(span);
    return true;
}

bool LocationReader::is_folder_name(Element const& element) const {
    auto const& first = low_.chunks.tokens[head(element).first];
    return element.piece == Piece::words && text(element.span).find(" Files") == string_view::npos &&
           !low_.lexicon.is_file_subject(first.key) && !is_collection(element.span) &&
           !names_series(element.span) && !names_papers(element.span) && !names_file_group(element) &&
           !has(element, Trait::repository) && !has(element, Trait::reference) &&
           !has(element, Trait::genre_head) && head(element).to == no_token && !is_code(text(element.span));
}

/// "DDE Diary Series", "Whitman File": what ends in the word for a series is none of its folders.
bool LocationReader::names_series(Span span) const {
    auto const written = text(span);
    for (string_view const word : {" Series", " Subseries", " File", " Files", " Records"})
        if (written.ends_with(word)) return true;
    return false;
}

/// "Lutes File", "Bundy Files": by a name and without a number.
bool LocationReader::names_files(Span span) const {
    auto const written = text(span);
    return (written.ends_with(" File") || written.ends_with(" Files") || written.ends_with(" file") ||
            written.ends_with(" files")) &&
           std::none_of(written.begin(), written.end(), is_digit);
}

/// "POF", "NSF": a group of files in a president's papers.
bool LocationReader::names_file_group(Element const& element) const {
    auto const& chunk = head(element);
    auto const& token = low_.chunks.tokens[chunk.first];
    return element.piece == Piece::words && element.size() == 1 && chunk.size() == 1 && token.all_upper &&
           token.is(WordClass::file_group);
}

/// "série Europe 1961-1970": the value is what the word for the level names.
Span LocationReader::without_series_word(Span span) const {
    auto const written = text(span);
    for (string_view const word : {"série ", "sous-série ", "serie ", "seria "})
        if (written.starts_with(word)) return {span.begin + word.size(), span.end};
    return span;
}

/// "Transcription in Martin Collection", "copy in Volkogonov Collection": what stands before "in" tells the
/// copy.
Span LocationReader::behind_copy(Span span) {
    constexpr string_view in = " in ";
    auto const written = text(span);
    auto const at = written.find(in);
    bool const word = at != string_view::npos && written.substr(0, at).find(' ') == string_view::npos;
    if (!word || !is_collection(span)) return span;
    settle(span);
    return {span.begin + at + in.size(), span.end};
}

bool LocationReader::archive_before(std::size_t index) const {
    if (archive_ != none && archive_ < index) return true;
    for (std::size_t i = 0; i < index; ++i)
        if (elements_[i].piece == Piece::words && has(elements_[i], Trait::collection)) return true;
    return low_.location_ibid || archive_ == none;
}

bool LocationReader::collection_missing() const {
    return std::none_of(
        low_.citation.item.reference.levels.begin(), low_.citation.item.reference.levels.end(),
        [](ArchiveLevel const& level) { return level.level == "collection" || level.level == "series"; });
}

bool LocationReader::is_collection(Span span) const {
    auto const written = text(span);
    auto const words = low_.chunks.tokens_in(span);
    if (has_part_of_library(words)) return false;
    if (written.ends_with(" Letters") || names_nordic_papers(written)) return true;
    // A small one inside a name goes on with what they are about: "Minutes and papers relating to Poland".
    return std::any_of(words.begin(), words.end(), [&](Token const& word) {
        return word.is(WordClass::papers_noun) &&
               (word.upper || &word == &words.front() || &word == &words.back());
    });
}

/// "Special Collections", "Manuscripts and Archives": rooms of a library, where papers of many are kept.
bool LocationReader::has_part_of_library(std::span<Token const> words) const {
    return std::any_of(words.begin(), words.end(), [&](Token const& word) {
        constexpr auto part = mask(WordClass::keeper_part);
        if (!word.start || (word.start->classes & part) == 0) return false;
        auto const at = static_cast<std::uint32_t>(&word - &low_.chunks.tokens[0]);
        return match_phrase(low_.chunks.tokens, low_.chunks.text, at, part).size > 1;
    });
}

/// "Salisbury Papers", "Nachlass Brandt", "Papers of Lord Halifax": the papers of a person or body.
bool LocationReader::names_papers(Span span) const {
    auto const words = low_.chunks.tokens_in(span);
    if (words.empty()) return false;
    // "Hardwicke Mss."
    auto const& last = words.size() > 1 && words.back().is_mark('.') ? words[words.size() - 2] : words.back();
    if (last.is(WordClass::papers_noun) || fold_word(text(last.span)) == "mss") return true;
    return words.size() > 1 && words.front().is(WordClass::papers_noun) &&
           (words[1].upper || text(words[1].span) == "of" || words[1].is(WordClass::particle));
}

std::size_t LocationReader::next_level(std::size_t index) const {
    for (auto i = index + 1; i < elements_.size(); ++i)
        if (elements_[i].piece == Piece::level) return i;
    return none;
}

bool LocationReader::behind_box() {
    return !reference().levels.empty() && is_container(reference().levels.back().level);
}

/// "Instructions to Diplomatic Officers, Great Britain, vol. 98": bound volumes of one kind go by country.
bool LocationReader::is_country_of_volumes(std::size_t index) const {
    auto const& element = elements_[index];
    if (index + 1 >= elements_.size() || element.piece != Piece::words || !scheme_is("US-RG") || told("box"))
        return false;
    auto const& next = elements_[index + 1];
    auto const country = match_phrase(low_.chunks.tokens, low_.chunks.text, head(element).first,
                                      mask(WordClass::country) | mask(WordClass::region));
    return country.phrase && next.piece == Piece::level &&
           (head(next).means("volume") || head(next).means("roll"));
}

/// Unlabelled elements that follow belong to the same name: "Wynne, Edward C., 1936".
Span LocationReader::joined(std::size_t index, Span span) {
    for (auto i = index + 1; i < elements_.size(); ++i) {
        auto& next = elements_[i];
        if (next.used || next.piece == Piece::level || next.piece == Piece::archive ||
            next.piece == Piece::quote)
            break;
        // Series stand side by side ("NSF, Country File, Vietnam"); the name of a folder goes on to its end.
        if (next.piece != Piece::date && !behind_box() && !is_country_of_volumes(i)) break;
        if (next.piece == Piece::words && names_series(next.span)) break;
        if (next.piece != Piece::date && is_code(text(next.span))) break;
        if (next.piece == Piece::words && (has(next, Trait::reference) || is_decimal_file(text(next.span))))
            break;
        if (i + 1 < elements_.size() && i + 1 == archive_) {
            // The element before a trailing archive may be its collection.
            if (has(next, Trait::collection)) break;
        }
        if (next.piece == Piece::date && has_day(i) && !behind_box()) break;
        next.used = true;
        span.end = trimmed(low_.chunks.text, next.span).end;
    }
    return span;
}

}  // namespace fonds
