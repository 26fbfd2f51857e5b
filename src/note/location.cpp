// The levels of an archival reference: labels resolved by the archive's scheme, names by where they stand.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/lowering.hpp"
#include "note/names.hpp"

namespace fonds {
namespace {

using std::string_view;

enum class Piece : std::uint8_t { words, level, archive, quote, number, date, aside, ibid };

/// An element of the reference: one or more chunks without a separator between.
struct Element {
    Piece piece = Piece::words;
    std::uint32_t first = 0, last = 0;  ///< chunks
    Span span;
    bool used = false;
};

bool is_plain(Chunk const& chunk) {
    return chunk.kind == ChunkKind::text || chunk.kind == ChunkKind::number || chunk.kind == ChunkKind::date;
}

/// "783A.00/6-1558", "026 Foreign Relations (P.C. 1919)/13", "119.4 (Case 2000/24)": a decimal file.
bool is_decimal_file(string_view text) {
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(text[digits])) ++digits;
    if (digits < 2 || digits > 3) return false;
    auto rest = text.substr(digits);
    std::size_t letters = 0;
    while (letters < rest.size() && letters < 2 && is_ascii_letter(rest[letters])) ++letters;
    rest.remove_prefix(letters);
    if (rest.starts_with('.') && rest.size() > 1 && (is_digit(rest[1]) || rest[1] == 'O')) return true;
    return rest.starts_with(' ') && rest.find('/') != string_view::npos;
}

/// "24/b": an item of a Hungarian box.
bool is_item_letter(string_view text) {
    return text.size() >= 3 && text.size() <= 6 && is_digit(text[0]) && text[text.size() - 2] == '/' &&
           text.back() >= 'a' && text.back() <= 'z';
}

/// "00254/1958", "08103/2/1954": a registry's number with its year.
bool is_registry_number(string_view text) {
    if (text.size() < 8 || text[text.size() - 5] != '/' || !is_all_digits(text.substr(text.size() - 4))) return false;
    auto const year = text.substr(text.size() - 4, 2);
    return (year == "18" || year == "19" || year == "20") &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || c == '/'; });
}

bool is_container(string_view level) {
    constexpr std::array names = {string_view{"box"}, string_view{"folder"}, string_view{"carton"},
                                  string_view{"container"}, string_view{"lot-file"}, string_view{"volume"},
                                  string_view{"file"}, string_view{"reel"}};
    return std::find(names.begin(), names.end(), level) != names.end();
}

class LocationReader {
  public:
    LocationReader(Lowering& low, std::uint32_t first, std::uint32_t last)
        : low_(low), list_(low.chunks.list), first_(first), last_(last) {}

    void run() {
        gather();
        find_archive();
        for (auto const& element : elements_) labels_ += element.piece == Piece::level ? 1 : 0;
        for (std::size_t i = 0; i < elements_.size(); ++i)
            if (!elements_[i].used) resolve(i);
    }

  private:
    [[nodiscard]] ArchivalReference& reference() { return low_.citation.item.reference; }
    [[nodiscard]] string_view text(Span span) const { return low_.text(span); }
    [[nodiscard]] Chunk const& head(Element const& element) const { return list_[element.first]; }
    [[nodiscard]] bool has(Element const& element, Trait trait) const {
        for (auto i = element.first; i < element.last; ++i)
            if (list_[i].is(trait)) return true;
        return false;
    }
    [[nodiscard]] bool has_level(string_view meaning) const {
        for (auto const& element : elements_)
            if (element.piece == Piece::level && head(element).phrase && head(element).phrase->meanings[0] == meaning) return true;
        return false;
    }
    [[nodiscard]] bool scheme_is(string_view prefix) const { return scheme_.starts_with(prefix); }

    void gather() {
        for (auto i = first_; i < last_; ++i) {
            auto const& chunk = list_[i];
            Element element{Piece::words, i, i + 1, chunk.span, false};
            switch (chunk.kind) {
                case ChunkKind::level: element.piece = Piece::level; break;
                case ChunkKind::archive: element.piece = Piece::archive; break;
                case ChunkKind::quote: element.piece = Piece::quote; break;
                case ChunkKind::number: element.piece = Piece::number; break;
                case ChunkKind::date: element.piece = Piece::date; break;
                case ChunkKind::aside: case ChunkKind::hereafter: element.piece = Piece::aside; break;
                case ChunkKind::ibid: element.piece = Piece::ibid; break;
                case ChunkKind::text: case ChunkKind::publication: break;
                default: continue;
            }
            bool const bracket = chunk.kind == ChunkKind::publication || chunk.kind == ChunkKind::aside;
            if (bracket && i > first_ && !elements_.empty() && elements_.back().last == i &&
                (elements_.back().piece == Piece::words || elements_.back().piece == Piece::number) &&
                !chunk.is(Trait::place) && !(list_[elements_.back().first].is(Trait::place))) {
                elements_.back().last = i + 1;
                elements_.back().span.end = chunk.span.end;
                elements_.back().piece = Piece::words;
                continue;
            }
            // "DoS, ADST Oral History": a second archive's name that goes on is a name of a series.
            if (chunk.kind == ChunkKind::text && i > first_ && !elements_.empty() && elements_.back().piece == Piece::archive &&
                elements_.back().last == i && elements_.size() > 1 && archives_before()) {
                elements_.back().last = i + 1;
                elements_.back().span.end = chunk.span.end;
                elements_.back().piece = Piece::words;
                continue;
            }
            if (years_of_name(i)) {
                elements_.back().last = i + 1;
                elements_.back().span.end = chunk.span.end;
                continue;
            }
            // Words, numbers and dates without a separator between are one element.
            bool const joined = i > first_ && !elements_.empty() && is_plain(chunk) && elements_.back().last == i &&
                                is_plain(list_[i - 1]);
            if (joined) {
                elements_.back().last = i + 1;
                elements_.back().span.end = chunk.span.end;
                elements_.back().piece = Piece::words;
                continue;
            }
            elements_.push_back(element);
        }
    }

    [[nodiscard]] bool archives_before() const {
        for (std::size_t i = 0; i + 1 < elements_.size(); ++i)
            if (elements_[i].piece == Piece::archive) return true;
        return false;
    }

    /// "Despatches from China, 1843–1906", "H.O., 40/56": what a comma parts and the name needs.
    [[nodiscard]] bool years_of_name(std::uint32_t i) const {
        auto const& chunk = list_[i];
        if (elements_.empty() || i < first_ + 2 || list_[i - 1].kind != ChunkKind::comma || elements_.back().last != i - 1 ||
            elements_.back().piece != Piece::words)
            return false;
        if (chunk.kind == ChunkKind::date) {
            auto const& date = low_.chunks.dates[static_cast<std::size_t>(chunk.date)];
            return date.start.month == 0 && date.start.season == 0 && date.end.has_value();
        }
        auto const& token = low_.chunks.tokens[head(elements_.back()).first];
        return chunk.kind == ChunkKind::number && token.is(WordClass::department) &&
               text(chunk.span).find('/') != string_view::npos;
    }

    // Which element names the archive.

    void find_archive() {
        for (std::size_t i = 0; i < elements_.size(); ++i)
            if (elements_[i].piece == Piece::archive) known_archive(i);
        for (std::size_t i = 0; i < elements_.size(); ++i)
            if (elements_[i].piece == Piece::ibid) {
                low_.location_ibid = true;
                elements_[i].used = true;
            }
        for (std::size_t i = 0; i < elements_.size(); ++i)
            if (!elements_[i].used && elements_[i].piece == Piece::words && has(elements_[i], Trait::digital)) {
                reference().digital_archive = text(elements_[i].span);
                low_.field("digital_archive", elements_[i].span);
                elements_[i].used = true;
            }
        if (archive_ == none && !low_.location_ibid) unknown_archive();
        if (archive_ != none) beside_archive();
    }

    void known_archive(std::size_t index) {
        auto& element = elements_[index];
        auto const* phrase = head(element).phrase;
        auto const* archive = phrase->archives.front();
        if (archive->scheme == "WC-ID" || archive->scheme == "CITE-ONLY") {
            if (reference().digital_archive.empty()) {
                reference().digital_archive = text(element.span);
                low_.field("digital_archive", element.span);
            }
            element.used = true;
            return;
        }
        if (archive_ != none) return;  // "PA AA, MfAA": a second name is a Bestand of the first
        archive_ = index;
        element.used = true;
        auto span = element.span;
        // "Manuscript Division, Library of Congress": the division is part of the keeper's name.
        if (index > 0 && elements_[index - 1].piece == Piece::words && !elements_[index - 1].used &&
            has(elements_[index - 1], Trait::repository) && !is_collection(elements_[index - 1].span) &&
            !has(elements_[index - 1], Trait::digits)) {
            elements_[index - 1].used = true;
            span.begin = elements_[index - 1].span.begin;
        }
        choose(*phrase);
        // In German and eastern references a second archive's name is a part of the first, not a keeper.
        bool const western = scheme_.empty() || scheme_is("US") || scheme_is("GB");
        set_archive(western ? with_neighbours(index, span) : span);
    }

    /// AMAE is in Bucharest and in Paris: the labels beside it decide; where they do not, none is chosen.
    void choose(Phrase const& phrase) {
        Archive const* best = phrase.archives.front();
        if (phrase.archives.size() > 1) {
            int most = -1;
            for (auto const* archive : phrase.archives) {
                int fits = 0;
                for (auto const& element : elements_) {
                    if (element.piece == Piece::level &&
                        low_.lexicon.scheme_label(archive->scheme, text(head(element).label)))
                        ++fits;
                    if (element.piece == Piece::words && !archive->city.empty() && text(element.span) == archive->city) fits += 3;
                }
                if (fits > most) {
                    most = fits;
                    best = archive;
                }
            }
            if (most <= 0 && phrase.archives.size() > 1) {
                scheme_ = best->scheme;
                return;
            }
        }
        reference().repository_id = best->id;
        scheme_ = best->scheme;
    }

    void set_archive(Span span) {
        span = trimmed(low_.chunks.text, span);
        if (low_.chunks.text.substr(span.end).starts_with('.') && span.end < low_.chunks.text.size() &&
            list_[elements_[archive_].first].span.end > span.end)
            span.end = list_[elements_[archive_].first].span.end;
        reference().repository = text(span);
        archive_span_ = span;
        low_.field("archive", span);
    }

    /// A name that the tables lack: by its words, or an abbreviation at an end of the reference.
    void unknown_archive() {
        std::size_t best = none;
        for (std::size_t i = 0; i < elements_.size(); ++i) {
            auto const& element = elements_[i];
            if (element.used || element.piece != Piece::words || !has(element, Trait::repository)) continue;
            if (has(element, Trait::collection) && !ends_in_repository(element)) continue;
            best = i;
            break;
        }
        if (best == none) best = abbreviation();
        if (best == none) best = first_name();
        if (best == none) return;
        archive_ = best;
        elements_[best].used = true;
        auto span = elements_[best].span;
        span = with_neighbours(best, span);
        set_archive(span);
        for (auto const& match : low_.lexicon.knowledge().identify(reference().repository)) {
            if (match.score < 0.9 || !match.archive) break;
            reference().repository_id = match.archive->id;
            scheme_ = match.archive->scheme;
            break;
        }
    }

    [[nodiscard]] bool ends_in_repository(Element const& element) const {
        auto at = list_[element.last - 1].last;
        auto const first = list_[element.first].first;
        while (at > first && low_.chunks.tokens[at - 1].kind != TokenKind::word) --at;
        if (at == first) return false;
        for (auto i = first; i < at; ++i)
            if (low_.chunks.tokens[i].is(WordClass::repository) && low_.chunks.tokens[i].upper && !low_.chunks.tokens[i].is(WordClass::institution)) return true;
        return low_.chunks.tokens[at - 1].is(WordClass::repository);
    }

    /// "RAC", "APS", "HIA" at the end or the beginning.
    [[nodiscard]] std::size_t abbreviation() const {
        if (elements_.empty()) return none;
        auto const fits = [&](std::size_t i) {
            auto const& element = elements_[i];
            if (element.used || element.piece != Piece::words || element.last - element.first != 1) return false;
            auto const& token = low_.chunks.tokens[list_[element.first].first];
            return has(element, Trait::capitals) && !token.digits && !token.is(WordClass::department);
        };
        if (elements_.size() > 1 && fits(elements_.size() - 1)) return elements_.size() - 1;
        if (fits(0)) return 0;
        // "SA RF", "CSA KGB RB", "NA ČR": words in capitals only.
        auto const& first = elements_[0];
        if (!first.used && first.piece == Piece::words && elements_.size() > 1 && elements_[1].piece == Piece::level) {
            bool capitals = true;
            for (auto i = list_[first.first].first; i < list_[first.last - 1].last; ++i) {
                auto const& token = low_.chunks.tokens[i];
                if (token.kind == TokenKind::word) capitals = capitals && token.all_upper && !token.digits;
            }
            if (capitals) return 0;
        }
        return none;
    }

    /// "Mayr-Harvard, folder 75": a name before the first box, without any word for a collection.
    [[nodiscard]] std::size_t first_name() const {
        if (elements_.empty()) return none;
        auto const& first = elements_[0];
        for (auto const& element : elements_)
            if (element.piece == Piece::words && has(element, Trait::collection)) return none;
        if (first.used || first.piece != Piece::words || has(first, Trait::genre) || has(first, Trait::reference) ||
            has(first, Trait::digits))
            return none;
        bool const alone = elements_.size() == 1;
        bool const box = elements_.size() > 1 && elements_[1].piece == Piece::level;
        auto const words = list_[first.last - 1].last - list_[first.first].first;
        return (alone || box) && words <= 4 && !has(first, Trait::institution) ? 0 : none;
    }

    /// "Temple University Libraries, Urban Archives": two names of one keeper.
    [[nodiscard]] Span with_neighbours(std::size_t index, Span span) {
        auto const joins = [&](std::size_t i) {
            auto const& element = elements_[i];
            if (element.used || element.piece != Piece::words || has(element, Trait::digits) || is_collection(element.span))
                return false;
            auto const written = text(element.span);
            if (written.ends_with("Records") || written.ends_with("Files")) return false;
            return has(element, Trait::repository) || written.starts_with("U.C.");
        };
        while (index + 1 < elements_.size() && joins(index + 1)) {
            ++index;
            elements_[index].used = true;
            span.end = elements_[index].span.end;
        }
        return span;
    }

    /// What stands at the archive's name: its place, its abbreviation in brackets.
    void beside_archive() {
        for (auto i = archive_ + 1; i < elements_.size() && i <= archive_ + 2; ++i) {
            auto& element = elements_[i];
            if (element.used) continue;
            if (element.piece == Piece::aside) {
                auto const inner = text(head(element).inner);
                if (head(element).kind == ChunkKind::hereafter) {
                    element.used = true;
                } else if (head(element).is(Trait::place)) {
                    set_place(head(element).inner);
                    element.used = true;
                } else if (inner.size() <= 16 && !reference().place.empty() && reference().place.size() < 40) {
                    // "British Library, London (BL)": one name with its place and abbreviation.
                    archive_span_.end = element.span.end;
                    reference().repository = text(archive_span_);
                    reference().place.clear();
                    std::erase_if(low_.citation.fields, [](FieldSpan const& field) { return field.field == "archive-place"; });
                    for (auto& field : low_.citation.fields)
                        if (field.field == "archive") field.span = archive_span_;
                    element.used = true;
                } else if (inner.size() <= 16) {
                    // "(TsDA)": the abbreviation belongs to the name.
                    archive_span_.end = element.span.end;
                    reference().repository = text(archive_span_);
                    low_.citation.fields.back().span = archive_span_;
                    element.used = true;
                }
                continue;
            }
            if (element.piece == Piece::words && has(element, Trait::place) && reference().place.empty()) {
                auto span = element.span;
                element.used = true;
                if (i + 1 < elements_.size() && is_region(elements_[i + 1])) {
                    elements_[i + 1].used = true;
                    span.end = elements_[i + 1].span.end;
                }
                set_place(span);
                continue;
            }
            break;
        }
    }
    /// "Austin, Texas", "College Park, MD".
    [[nodiscard]] bool is_region(Element const& element) const {
        if (element.used || element.piece != Piece::words || element.last - element.first != 1) return false;
        auto const& chunk = head(element);
        auto const found = match_phrase(low_.chunks.tokens, low_.chunks.text, low_.lexicon, chunk.first, mask(WordClass::region));
        return found.phrase && chunk.first + found.size >= chunk.last - (low_.chunks.tokens[chunk.last - 1].is_mark('.') ? 1U : 0U);
    }
    void set_place(Span span) {
        span = trimmed(low_.chunks.text, span);
        reference().place = text(span);
        low_.field("archive-place", span);
    }

    // Levels.

    void add(string_view level, Span label, Span value) {
        value = trimmed_value(value);
        if (value.empty()) return;
        ArchiveLevel out;
        out.level = level;
        out.label = text(label);
        out.value = text(value);
        out.hierarchy = low_.lexicon.hierarchy_of(level);
        low_.field("levels/" + std::to_string(reference().levels.size()), value);
        reference().levels.push_back(std::move(out));
    }
    [[nodiscard]] Span trimmed_value(Span span) const {
        auto const& all = low_.chunks.text;
        while (span.begin < span.end && (is_ascii_space(all[span.begin]) || all[span.begin] == ',')) ++span.begin;
        while (span.begin < span.end && (is_ascii_space(all[span.end - 1]) || all[span.end - 1] == ',')) --span.end;
        return span;
    }

    void resolve(std::size_t index) {
        auto& element = elements_[index];
        if (element.used) return;
        element.used = true;
        switch (element.piece) {
            case Piece::level: return labelled(index);
            case Piece::archive:
                return add(scheme_is("DE") || scheme_is("AT") ? "bestand" : "series", {}, element.span);
            case Piece::quote: return quoted(index);
            case Piece::aside:
                if (head(element).kind == ChunkKind::hereafter) return;
                // "f. 2329 (Ministry of Culture)": the fond's name.
                if (!reference().levels.empty() && reference().levels.back().level == "fond" && index > 0 &&
                    elements_[index - 1].piece == Piece::level && text(head(element).inner).size() > 4)
                    return add("series", {}, head(element).inner);
                if (index > 0 && !reference().levels.empty() && text(element.span).size() < 80 && index + 1 == elements_.size()) return;
                return;
            default: return unlabelled(index);
        }
    }

    /// A quotation in a reference: a title of the file, or the name of a folder or collection.
    void quoted(std::size_t index) {
        auto const& chunk = head(elements_[index]);
        bool const after_level = index > 0 && elements_[index - 1].piece == Piece::level;
        auto const& title = low_.citation.item.text(Variable::title);
        if (after_level && title.empty() && !low_.citation.item.names.find(Variable::author) &&
            (scheme_is("RU") || scheme_is("UA") || has_level("opis")))
            return low_.set(Variable::title, chunk.inner);
        auto const inner = text(chunk.inner);
        bool const papers = inner.find("Papers") != string_view::npos || inner.find("Collection") != string_view::npos;
        add(papers ? "collection" : "folder", {}, chunk.inner);
    }

    void labelled(std::size_t index) {
        auto const& chunk = head(elements_[index]);
        auto const label = text(chunk.label);
        auto level = std::string(meaning(chunk, label, index));
        if (level == "page" && !scheme_is("RU")) {
            if (low_.citation.item.text(Variable::page).empty()) return low_.set(Variable::page, chunk.inner);
        }
        if (level == "number-variable") return low_.set(Variable::number, chunk.inner);
        // Austrian and German registries write the office into the number: "KZ. 2815/1865", "Zl. 10.635".
        if (level == "lot-file") return add(level, chunk.label, chunk.span);
        if (level == "fond" && !chunk.is(Trait::digits) && chunk.inner.size() > 3) level = "series";
        auto const prefix = fold_word(label);
        if (prefix.starts_with("dosar") || prefix == "dos") level = "folder";
        if (level == "number" && (prefix == "kz" || prefix == "mcz" || prefix == "mrz"))
            return add(level, chunk.label, chunk.span);
        add(level, chunk.label, chunk.inner);
    }

    /// What a label means here: by the archive's scheme, else by the labels beside it.
    [[nodiscard]] string_view meaning(Chunk const& chunk, string_view label, std::size_t index) {
        if (fold_word(label) == "rg") return "record-group";
        if (fold_word(label) == "collection" && chunk.is(Trait::digits)) return "signature";
        if (!scheme_.empty())
            if (auto const* found = low_.lexicon.scheme_label(scheme_, label, order_, told_))
                if (!ambiguous_list(label, *found->level, index)) {
                    order_ = found->order;
                    told_ |= std::uint64_t{1} << found->order;
                    return canonical(*found->level);
                }
        if (!chunk.phrase || chunk.phrase->meanings.empty()) return "number";
        auto const folded = fold_word(label);
        if (folded == "rg" || folded == "record group") return "record-group";
        bool const russian = has_level("opis") || has_level("delo");
        if (folded == "f") {
            if (russian || has_level("list")) return "fond";
            if (has_level("fascicle")) return "fond";
            if (has_level("box") || has_level("series") || has_level("carton")) return index == 0 ? "fond" : "folder";
            return index <= 1 && labels_ > 1 ? "fond" : "folio";
        }
        if (folded == "d" && has_level("dans")) return "dans";
        if (folded == "b") return has_level("delo") || has_level("fascicle") ? "item" : "box";
        if (folded == "s" && !has_level("page")) return has_level("box") || chunk.means("series") ? "series" : "page";
        if (folded == "p" && russian) return "papka";
        if (folded == "t") return has_level("fascicle") ? "folder" : "volume";
        if (folded == "v") return "volume";
        if (folded == "issue" || chunk.phrase->meanings[0] == "issue") return "number";
        if (chunk.phrase->meanings[0] == "document") return "item";
        if (chunk.phrase->meanings[0] == "collection" && !text(chunk.inner).empty() &&
            std::any_of(text(chunk.inner).begin(), text(chunk.inner).end(), is_digit))
            return "signature";
        return canonical(chunk.phrase->meanings[0]);
    }
    [[nodiscard]] static string_view canonical(string_view level) {
        if (level == "document") return "item";
        if (level == "section") return "series";
        return level;
    }
    /// A scheme that gives "p." to a box and to leaves: the last of the chain is the leaf.
    [[nodiscard]] bool ambiguous_list(string_view label, string_view level, std::size_t) const {
        return fold_word(label) == "f" && level == "collection";
    }

    // Elements without a label.

    void unlabelled(std::size_t index) {
        auto const& element = elements_[index];
        auto const span = trimmed(low_.chunks.text, element.span);
        auto const written = text(span);
        if (written.empty()) return;
        if (by_pattern(span, written) || description(index) || by_scheme(index, span, written)) return;
        by_place(index, span);
    }

    /// Codes that say themselves what they are.
    bool by_pattern(Span span, string_view written) {
        if (written.starts_with("CIA") && written.find("RDP") != string_view::npos) {
            reference().document_id = written;
            low_.field("document_id", span);
            return true;
        }
        if (is_item_letter(written)) {
            add("item", {}, span);
            return true;
        }
        if (is_registry_number(written) && reference().levels.size() + (low_.location_ibid ? 1U : 0U) > 0 && !scheme_is("RO")) {
            add("number", {}, span);
            return true;
        }
        if (is_decimal_file(written) && !scheme_is("AT") && !scheme_is("DE")) {
            add("decimal-file", {}, span);
            return true;
        }
        if (written.size() >= 2 && written.size() <= 6 && (written[0] == 'M' || written[0] == 'T') && is_digit(written[1]) &&
            std::all_of(written.begin() + 1, written.end(), is_digit) && !scheme_is("GB")) {
            add("microfilm", {}, span);
            return true;
        }
        if (written.size() == 12 && (written[0] == 'P' || written[0] == 'D' || written[0] == 'N') && written[7] == '-') {
            add("item", {}, span);
            return true;
        }
        auto const dashes = std::count(written.begin(), written.end(), '-');
        if (dashes >= 2 && written.size() >= 9 && is_digit(written[0]) && written.find(' ') == string_view::npos) {
            add("signature", {}, span);
            return true;
        }
        return class_and_piece(span, written);
    }

    /// "FO 371/122393", "CAB 128/30", "H.O., 40/56": department and series, piece, item.
    bool class_and_piece(Span span, string_view written) {
        std::size_t letters = 0;
        while (letters < written.size() && (is_ascii_letter(written[letters]) || written[letters] == '.')) ++letters;
        if (letters < 1 || letters > 5) return false;
        auto const department = fold_word(written.substr(0, letters));
        bool known = false;
        for (auto const& phrase : low_.lexicon.starting_with(hash_word(department)))
            known = known || (phrase.words.size() == 1 && phrase.is(WordClass::department));
        auto at = letters;
        while (at < written.size() && (written[at] == ' ' || written[at] == ',')) ++at;
        auto const number = at;
        while (at < written.size() && is_digit(written[at])) ++at;
        if (at == number || !known || !(scheme_.empty() || scheme_is("GB"))) return false;
        if (at == written.size()) {
            add("series", {}, span);
            return true;
        }
        if (written[at] != '/') return false;
        add("series", {}, {span.begin, span.begin + at});
        auto const rest = written.find('/', at + 1);
        add("piece", {}, {span.begin + at + 1, rest == string_view::npos ? span.end : span.begin + rest});
        if (rest != string_view::npos) add("item", {}, {span.begin + rest + 1, span.end});
        return true;
    }

    bool by_scheme(std::size_t index, Span span, string_view written) {
        if (elements_[index].piece == Piece::date && !has_day(index) && !scheme_.empty() && !scheme_is("US") && !scheme_is("GB")) {
            add("year", {}, span);
            return true;
        }
        if (scheme_is("EE") && std::count(written.begin(), written.end(), '.') >= 2) {
            constexpr std::array levels = {"fond", "opis", "delo", "list"};
            auto begin = span.begin;
            std::size_t i = 0;
            for (auto const part : split(written, '.')) {
                if (i < levels.size()) add(levels[i++], {}, {begin, begin + part.size()});
                begin += part.size() + 1;
            }
            return true;
        }
        bool const has_signature = std::any_of(reference().levels.begin(), reference().levels.end(), [](ArchiveLevel const& l) { return l.level == "signature"; });
        if ((scheme_is("CN") || scheme_is("JP") || scheme_is("KR")) && has_signature && elements_[index].piece == Piece::number &&
            low_.citation.item.text(Variable::page).empty()) {
            low_.set(Variable::page, span);
            return true;
        }
        if (scheme_is("US") && subject_numeric(written)) {
            add("file", {}, span);
            return true;
        }
        if (scheme_is("GB-DSP") && !reference().levels.empty() && has(elements_[index], Trait::reference)) {
            add("item", {}, span);
            return true;
        }
        if (scheme_is("RU") || scheme_is("UA")) return number_row(span, written);
        if (scheme_is("DE")) return german(span, written);
        if (scheme_is("HU")) return hungarian(span, written);
        if (scheme_is("YU")) return yugoslav(index, span, written);
        if (scheme_is("RO") && has(elements_[index], Trait::digits) && written.find(' ') == string_view::npos) {
            add("file", {}, span);
            return true;
        }
        if (scheme_is("PL") && has(elements_[index], Trait::digits) && !reference().levels.empty() && text_length(written) <= 14) {
            add("signature", {}, span);
            return true;
        }
        if (scheme_is("CN") || scheme_is("JP") || scheme_is("KR") || scheme_is("UN") || scheme_is("OSA")) {
            if (!has(elements_[index], Trait::digits)) return false;
            add("signature", {}, span);
            return true;
        }
        if (scheme_is("AT")) {
            add(reference().levels.empty() ? "bestand" : has(elements_[index], Trait::digits) ? "signature" : "series", {}, span);
            return true;
        }
        return false;
    }
    /// "POL 27 VIET S", "DEF 15-4": the subject-numeric files of 1963–1973.
    [[nodiscard]] static bool subject_numeric(string_view written) {
        std::size_t letters = 0;
        while (letters < written.size() && written[letters] >= 'A' && written[letters] <= 'Z') ++letters;
        return letters >= 2 && letters <= 5 && letters + 1 < written.size() && written[letters] == ' ' && is_digit(written[letters + 1]) &&
               !written.starts_with("CDF") && !written.starts_with("CFPF") && !is_year_start(written.substr(letters + 1));
    }
    [[nodiscard]] static bool is_year_start(string_view written) {
        return written.size() >= 4 && is_all_digits(written.substr(0, 4)) && written[0] == '1';
    }
    [[nodiscard]] static std::size_t text_length(string_view written) { return count_code_points(written); }

    /// "RGANI, 5/28/314/34-59": fond, opis, delo, list by place alone.
    bool number_row(Span span, string_view written) {
        auto const parts = split(written, '/');
        if (parts.size() < 3 || parts.size() > 4 ||
            !std::all_of(parts.begin(), parts.end(), [](string_view part) { return !part.empty() && is_digit(part[0]); }))
            return false;
        constexpr std::array levels = {"fond", "opis", "delo", "list"};
        auto begin = span.begin;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            add(levels[i], {}, {begin, begin + parts[i].size()});
            begin += parts[i].size() + 1;
        }
        return true;
    }

    /// "DY 30/IV 2/20/137" is Bestand and Signatur; "MfAA, A 7013", "B 8", "R 43-I/161".
    bool german(Span span, string_view written) {
        if (reference().levels.empty() || (reference().levels.size() == 1 && reference().levels[0].level != "bestand")) {
            auto const slash = written.find('/');
            if (slash != string_view::npos) {
                add("bestand", {}, {span.begin, span.begin + slash});
                add("signature", {}, {span.begin + slash + 1, span.end});
            } else {
                add("bestand", {}, span);
            }
            return true;
        }
        bool const has_signature = std::any_of(reference().levels.begin(), reference().levels.end(),
                                               [](ArchiveLevel const& level) { return level.level == "signature"; });
        if (has_signature && !std::any_of(written.begin(), written.end(), is_digit)) return false;
        add(has_signature ? "item" : "signature", {}, span);
        return true;
    }

    /// "XIX-J-1-j Korea, 11. doboz, 22/a, 08103/2/1954".
    bool hungarian(Span span, string_view written) {
        auto const space = written.find(' ');
        auto const code = written.substr(0, space);
        bool const section = code.find('-') != string_view::npos && code.find('/') == string_view::npos && reference().levels.empty() &&
                             (code[0] == 'X' || code[0] == 'V' || code[0] == 'I' || code[0] == 'L');
        if (section) {
            add("fond", {}, {span.begin, span.begin + code.size()});
            if (space == string_view::npos) return true;
            auto const rest = Span{span.begin + space + 1, span.end};
            auto const written_rest = text(rest);
            auto const number = written_rest.rfind(' ');
            if (number != string_view::npos && written_rest.find('/') != string_view::npos) {
                add("series", {}, {rest.begin, rest.begin + number});
                add("number", {}, {rest.begin + number + 1, rest.end});
            } else {
                add("series", {}, rest);
            }
            return true;
        }
        if (!is_digit(written[0]) && !(written.find('/') != string_view::npos && !reference().levels.empty() && has_number_end(written)))
            return false;
        auto const slashes = std::count(written.begin(), written.end(), '/');
        bool const letter_end = !is_digit(written.back());
        if (slashes == 0 && !letter_end && written.size() == 4) {
            add("year", {}, span);
            return true;
        }
        add(letter_end || (slashes == 1 && written.size() <= 5) ? "item" : slashes == 0 ? "item" : "number", {}, span);
        return true;
    }

    [[nodiscard]] static bool has_number_end(string_view written) { return is_digit(written.back()) && written.find(' ') == string_view::npos; }

    /// "AJ, 837, KPR, I-2/7-1".
    bool yugoslav(std::size_t index, Span span, string_view written) {
        bool const digits = has(elements_[index], Trait::digits);
        if (reference().levels.empty() && digits && is_digit(written[0])) {
            auto const space = written.find_first_of(" (");
            add("fond", {}, {span.begin, space == string_view::npos ? span.end : span.begin + space});
            if (space != string_view::npos) add("series", {}, {span.begin + space, span.end});
            return true;
        }
        if (reference().levels.empty()) return false;
        if (digits && written.find('-') != string_view::npos) {
            add("signature", {}, span);
            return true;
        }
        return false;
    }

    /// A description behind the reference: "k. 47–53, Notatka z rozmowy …, 24.X.1957".
    bool description(std::size_t index) {
        auto const& element = elements_[index];
        auto& item = low_.citation.item;
        if (element.piece == Piece::date || element.piece == Piece::number) return dated_description(index);
        bool const head_missing = item.text(Variable::title).empty() && !item.names.find(Variable::author) &&
                                  !item.names.find(Variable::recipient) && !item.dates.find(Variable::issued);
        if (!head_missing || reference().levels.empty()) return false;
        auto const& chunk = head(element);
        bool const letter = chunk.to != no_token;
        bool const date_follows = index + 1 < elements_.size() && elements_[index + 1].piece == Piece::date &&
                                  index + 2 >= elements_.size();
        (void)date_follows;
        auto const dated = date_behind(index);
        bool const american = scheme_.empty() || scheme_is("US");
        bool const formed = chunk.is(Trait::genre) || letter;
        if (dated == none || (american && !formed) || (american && is_container(reference().levels.back().level) && !has_day(dated))) return false;
        if (!formed && !has_day(dated) && has(element, Trait::digits)) return false;
        Span span{element.span.begin, elements_[dated - 1].span.end};
        for (auto i = index; i < dated; ++i) elements_[i].used = true;
        span = trimmed(low_.chunks.text, span);
        if (element.last - element.first >= 1 && list_[elements_[dated - 1].last - 1].is(Trait::place) && dated - index > 1)
            span = trimmed(low_.chunks.text, {span.begin, elements_[dated - 2].span.end});
        low_.set(Variable::title, span);
        return true;
    }
    [[nodiscard]] bool has_day(std::size_t index) const { return head(elements_[index]).has_day; }
    /// The date that ends a description begun at `index`: nothing but leaves may follow it.
    [[nodiscard]] std::size_t date_behind(std::size_t index) const {
        auto at = index + 1;
        while (at < elements_.size() && (elements_[at].piece == Piece::words || elements_[at].piece == Piece::quote) && at < index + 5) ++at;
        if (at >= elements_.size() || elements_[at].piece != Piece::date) return none;
        for (auto i = at + 1; i < elements_.size(); ++i)
            if (elements_[i].piece != Piece::level || !is_leaf(head(elements_[i]))) return none;
        return at;
    }
    [[nodiscard]] static bool is_leaf(Chunk const& chunk) {
        return chunk.means("list") || chunk.means("leaf") || chunk.means("page") || chunk.means("folio");
    }

    bool dated_description(std::size_t index) {
        auto const& chunk = head(elements_[index]);
        auto& item = low_.citation.item;
        bool const described = !item.text(Variable::title).empty() || !item.text(Variable::genre).empty();
        if (elements_[index].piece != Piece::date || item.dates.find(Variable::issued) || chunk.date < 0 || !described ||
            date_behind(index - 1) != index)
            return false;
        item.dates.set(Variable::issued, low_.chunks.dates[static_cast<std::size_t>(chunk.date)]);
        low_.field("issued", chunk.span);
        return true;
    }

    /// Names without any sign: collection or series before the boxes, the folder's name behind them.
    void by_place(std::size_t index, Span span) {
        auto const& levels = reference().levels;
        bool const behind_container =
            index > 0 && !levels.empty() && is_container(levels.back().level) && archive_before(index) &&
            (levels.back().level == "box" || levels.back().level == "container" || levels.back().level == "carton" ||
             levels.back().level == "lot-file");
        bool const more_containers = next_level(index) != none;
        bool const collection = has(elements_[index], Trait::collection);
        bool const has_collection = std::any_of(levels.begin(), levels.end(), [](ArchiveLevel const& level) { return level.level == "collection"; });
        if (collection && is_collection(span) && !has_collection && index + 1 >= elements_.size()) return add("collection", {}, span);
        if (behind_container && !more_containers && !(collection_missing() && collection)) return add("folder", {}, joined(index, span));
        if (collection && is_collection(span)) return add("collection", {}, span);
        auto const series = std::count_if(levels.begin(), levels.end(), [](ArchiveLevel const& level) {
            return level.level == "series" || level.level == "subseries";
        });
        // "FRC 68 A 5159, June 1, 1958–June 15, 1958": the span of a folder.
        if (elements_[index].piece == Piece::date && has_day(index) && series > 0) return add("folder", {}, span);
        bool const second = series > 0;
        bool const reference_code = has(elements_[index], Trait::reference) || (elements_[index].piece == Piece::number);
        if (reference_code && !levels.empty()) return add(span.size() > 4 && has(elements_[index], Trait::reference) ? "file" : "item", {}, span);
        if (second && index + 1 == elements_.size() && has(elements_[index], Trait::digits) && archive_before(index))
            return add("file", {}, joined(index, span));
        add(second ? "subseries" : "series", {}, second ? joined(index, span) : span);
    }
    [[nodiscard]] bool archive_before(std::size_t index) const {
        if (archive_ != none && archive_ < index) return true;
        for (std::size_t i = 0; i < index; ++i)
            if (elements_[i].piece == Piece::words && has(elements_[i], Trait::collection)) return true;
        return low_.location_ibid || archive_ == none;
    }
    [[nodiscard]] bool collection_missing() const {
        return std::none_of(low_.citation.item.reference.levels.begin(), low_.citation.item.reference.levels.end(),
                            [](ArchiveLevel const& level) { return level.level == "collection" || level.level == "series"; });
    }
    [[nodiscard]] bool is_collection(Span span) const {
        auto const written = text(span);
        for (auto const word : {"Papers", "Collection", "Fonds", "Nachla", "Manuscripts", "Papiers", "Correspondence Collection"})
            if (written.find(word) != string_view::npos) return true;
        return false;
    }
    [[nodiscard]] std::size_t next_level(std::size_t index) const {
        for (auto i = index + 1; i < elements_.size(); ++i)
            if (elements_[i].piece == Piece::level) return i;
        return none;
    }
    [[nodiscard]] bool behind_box() {
        return !reference().levels.empty() && is_container(reference().levels.back().level);
    }
    /// Unlabelled elements that follow belong to the same name: "Wynne, Edward C., 1936".
    [[nodiscard]] Span joined(std::size_t index, Span span) {
        for (auto i = index + 1; i < elements_.size(); ++i) {
            auto& next = elements_[i];
            if (next.used || next.piece == Piece::level || next.piece == Piece::archive || next.piece == Piece::quote) break;
            if (next.piece == Piece::words && (has(next, Trait::reference) || is_decimal_file(text(next.span)))) break;
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

    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    Lowering& low_;
    std::vector<Chunk> const& list_;
    std::uint32_t first_, last_;
    std::vector<Element> elements_;
    std::size_t archive_ = none;
    Span archive_span_;
    std::string scheme_;
    int labels_ = 0;
    int order_ = -1;  ///< in the archive's scheme, of the last level that its label told
    std::uint64_t told_ = 0;
};

}  // namespace

void lower_location(Lowering& lowering, std::uint32_t first, std::uint32_t last) {
    LocationReader(lowering, first, last).run();
}

}  // namespace fonds
