// Labels of an archival reference: which level each means, by the archive's scheme and by what stands beside
// it, and what belongs to its value.

#include <algorithm>

#include "base/number.hpp"
#include "base/text.hpp"
#include "grammar/fold_word.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"

namespace fonds {

using std::string_view;

namespace {
/// "kz" of "K. Z.": a label as the tables have it, without spaces.
std::string without_spaces(string_view label) {
    auto out = fold_word(label);
    std::erase(out, ' ');
    return out;
}
}  // namespace

void LocationReader::labelled(std::size_t index) {
    auto const& chunk = head(elements_[index]);
    auto const label = text(chunk.label);
    auto const meant = meaning(chunk, label, index);
    if (page_or_number(meant, chunk) || part_of_symbol(meant, index)) return;
    // "Ibid., Item 1.5": behind "ibid." a label alone tells the level.
    if (low_.location_ibid && meant != "volume" && meant != "number") settle(chunk.inner);
    auto const level = level_of_value(meant, chunk);
    if (is_label_of_number(level, label)) return add(level, chunk.label, chunk.span);
    // "Archives Nationales, H. 1274": the letters of a series are labels elsewhere.
    if (french(index, chunk.span, text(chunk.span))) return;
    // "NLS, Acc. 4251": the shelfmark of British libraries.
    if (level == "number" && scheme_is("GB") && without_spaces(label) == "acc") {
        settle(chunk.span);
        return add("signature", {}, chunk.span);
    }
    // "bMS Am 1094 (22)": what the label began is one shelfmark.
    if (level == "signature" && chunk.inner.contains(chunk.label)) settle(chunk.inner);
    if (!outward_by_strokes(level, chunk.label, chunk.inner)) add(level, chunk.label, chunk.inner);
}

/// What is no level of an archive: the first page, and the number of a telegram or another paper.
bool LocationReader::page_or_number(string_view meant, Chunk const& chunk) {
    auto const& item = low_.citation.item;
    if (meant == "page" && item.text(Variable::page).empty()) {
        low_.set(Variable::page, chunk.inner);
        return true;
    }
    if (meant != "telegram" && meant != "number-variable") return false;
    if (meant == "telegram" && item.text(Variable::genre).empty())
        low_.set(Variable::genre, form_of_number(low_, chunk));
    settle(chunk.inner);
    low_.set(Variable::number, chunk.inner);
    return true;
}

/// "158/5/1 Part 2": Australian control symbols end in the part of the file.
bool LocationReader::part_of_symbol(string_view meant, std::size_t index) {
    if (!scheme_is("AU") || meant != "part" || index == 0 ||
        elements_[index - 1].last != elements_[index].first || reference().levels.empty())
        return false;
    auto& field = low_.citation.fields.back();
    field.span.end = head(elements_[index]).span.end;
    reference().levels.back().value = text(field.span);
    return true;
}

/// The level by what its value and its label look like: "fond A 34" is numbered, one in words a series.
string_view LocationReader::level_of_value(string_view meant, Chunk const& chunk) const {
    auto const letters = without_spaces(text(chunk.label));
    if (letters.starts_with("dosar") || letters == "dos") return "folder";
    bool const named = !chunk.is(Trait::digits) && chunk.inner.size() > 1 && !is_code(text(chunk.inner));
    return meant == "fond" && named ? "series" : meant;
}

/// Austrian and German registries write the office into the number: "KZ. 2815/1865", "Zl. 10.635".
bool LocationReader::is_label_of_number(string_view level, string_view label) const {
    if (level == "lot-file") return true;
    auto const letters = without_spaces(label);
    return level == "number" && (letters == "kz" || letters == "mcz" || letters == "mrz" || letters == "zl" ||
                                 (scheme_is("AT") && letters != "nr"));
}

/// "f. 1, op. 12, a.e. 514, p. 33": behind the file an English "p." counts its pages, where papki have none.
bool LocationReader::is_page_of_file(string_view label) const {
    if (fold_word(label) == "pp") return true;
    if (fold_word(label) != "p" || !label.starts_with('p')) return false;
    // "f. 66, op. 47, p. 100, d. 6, p. 47": behind the papka "p." is a page.
    bool const papka = (scheme_is("RU-FOPD") || has_level("papka")) && !told("papka");
    // "vol. 261, p. 88"; elsewhere in France "p." may be a "pièce".
    bool const piece = scheme_is("FR") && !told("volume");
    return !papka && !piece && !scheme_is("RO");
}

/// "op. 47, p. 100, d. 6", "Ibid., p. 69, d. 2": what stands between the opis and the file is its folder.
bool LocationReader::is_before_file(std::size_t index) const {
    return index + 1 < elements_.size() && elements_[index + 1].piece == Piece::level &&
           head(elements_[index + 1]).means("delo") && (has_level("opis") || low_.location_ibid);
}

/// What a label means here: by the archive's scheme, else by the labels beside it.
string_view LocationReader::meaning(Chunk const& chunk, string_view label, std::size_t index) {
    auto const folded = fold_word(label);
    if (folded == "rg") return "record-group";
    if (is_page_of_file(label) && !is_before_file(index)) return "page";
    if (folded == "collection" && chunk.is(Trait::digits)) return "signature";
    if (auto const level = level_by_scheme(chunk, label); !level.empty()) return level;
    if (!chunk.phrase || chunk.phrase->meanings().empty()) return "number";
    if (folded == "record group") return "record-group";
    if (auto const level = level_of_letter(chunk, folded, index); !level.empty()) return level;
    auto const first = chunk.phrase->meanings()[0];
    if (folded == "issue" || first == "issue") return "number";
    if (first == "document") return "item";
    auto const value = text(chunk.inner);
    if (first == "collection" && std::any_of(value.begin(), value.end(), is_digit)) return "signature";
    return canonical(first);
}

/// The level that the archive's scheme has for a label; empty where it has none.
string_view LocationReader::level_by_scheme(Chunk const& chunk, string_view label) {
    auto const* found = scheme_.empty() ? nullptr : low_.lexicon.scheme_label(scheme_, label, order_, told_);
    // "fond 0102, opis 16, delo 7, p. 1–15": no papka has several numbers.
    if (!found || (found->level == "papka" && fold_word(label) == "p" && has_dash(text(chunk.inner))))
        return {};
    order_ = found->order;
    told_ |= std::uint64_t{1} << found->order;
    settle(chunk.inner);
    return canonical(found->level);
}

/// What a letter that labels several levels means, by the labels beside it; empty for any other.
string_view LocationReader::level_of_letter(Chunk const& chunk, string_view folded, std::size_t index) const {
    if (folded == "f") {
        if (has_level("opis") || has_level("delo") || has_level("list") || has_level("fascicle"))
            return "fond";
        if (has_level("box") || has_level("series") || has_level("carton"))
            return index == 0 ? "fond" : "folder";
        return index <= 1 && labels_ > 1 ? "fond" : "folio";
    }
    if (folded == "d" && (has_level("dans") || has_level("kh/n"))) return "dans";
    if (folded == "kh" && has_level("kh/n")) return "khuu";
    if (folded == "b") return has_level("delo") || has_level("fascicle") ? "item" : "box";
    if (folded == "s" && !has_level("page"))
        return has_level("box") || chunk.means("series") ? "series" : "page";
    if (folded == "p" && (has_level("papka") || is_before_file(index))) return "papka";
    if (folded == "t") return has_level("fascicle") ? "folder" : "volume";
    return folded == "v" ? "volume" : string_view();
}

}  // namespace fonds
