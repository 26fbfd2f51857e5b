// The elements of an archival reference one by one: what each that bears no label is, by where it stands.

#include <algorithm>
#include <array>

#include "base/number.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/host_of_copies.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"
#include "note/page_value.hpp"

namespace fonds {

using std::string_view;

void LocationReader::run() {
    for (auto const& part : parts_) gather(part.first, part.last);
    find_archive();
    // The files of Mongolia are told by labels that no other archive has.
    if ((scheme_.empty() && has_level("dans")) || has_level("kh/n")) scheme_ = "MN-FDKK";
    for (auto const& element : elements_) labels_ += element.piece == Piece::level ? 1 : 0;
    date_of_letter();
    for (std::size_t i = 0; i < elements_.size(); ++i)
        if (!elements_[i].used) resolve(i);
    // "Box 8, 301st Meeting of NSC, October 26, 1956": a day tells a paper, a span of days a folder.
    bool const dated = !elements_.empty() && elements_.back().piece == Piece::date &&
                       has_day(elements_.size() - 1) && !head(elements_.back()).is_span;
    if (archive_ == 0 && elements_.size() > 1 && !dated && keeps_files_of_government())
        low_.located.push_back({elements_.front().span.begin, elements_.back().span.end});
}

/// NARA, its presidential libraries, departments: from the keeper inward each comma ends a level.
bool LocationReader::keeps_files_of_government() {
    if (scheme_is("US-RG")) return true;
    auto const* keeper =
        scheme_is("US") ? low_.lexicon.knowledge().archive(reference().repository_id) : nullptr;
    return keeper && keeper->parent == "us-nara";
}

void LocationReader::add(string_view level, Span label, Span value) {
    value = trimmed_value(value);
    if (constexpr string_view article = "the "; text(value).starts_with(article))
        value.begin += article.size();
    if (value.empty()) return;
    // A name stands for the outermost level: behind "PA" a Yugoslav "f." is a fascikla, no fond.
    if (reference().levels.empty() && level == "series") order_ = std::max(order_, 0);
    // The first name behind a German keeper is its Bestand, the second a part of that.
    auto const& levels = reference().levels;
    if (levels.empty() ? level == "bestand"
                       : (level == "series" || level == "collection") && levels.back().level == "bestand")
        settle(value);
    ArchiveLevel out;
    out.level = level;
    if (!value.contains(label)) out.label = text(label);  // "MS Russ 79": the word is part of the number
    out.value = text(value);
    out.hierarchy = low_.lexicon.hierarchy_of(level);
    low_.field("levels/" + std::to_string(reference().levels.size()), value);
    reference().levels.push_back(std::move(out));
}

Span LocationReader::trimmed_value(Span span) const {
    auto const& all = low_.chunks.text;
    // "#22a", "citation #3519": the sign of a number.
    while (span.begin < span.end &&
           (is_ascii_space(all[span.begin]) || all[span.begin] == ',' || all[span.begin] == '#'))
        ++span.begin;
    while (span.begin < span.end && (is_ascii_space(all[span.end - 1]) || all[span.end - 1] == ','))
        --span.end;
    // "Op.-Abt., Kt. 512": between levels the stop of a word that is cut short.
    if (all.substr(span.end).starts_with(".,") && is_cut_short(text(span))) ++span.end;
    return span;
}

/// "Präs", "Op.-Abt", "Gab": a short word without a digit ends it.
bool LocationReader::is_cut_short(string_view value) {
    constexpr std::size_t longest = 5;
    auto const word = value.substr(value.find_last_of(" -.") + 1);
    return !word.empty() && count_code_points(word) <= longest && count_code_points(word) > 1 &&
           std::none_of(word.begin(), word.end(), is_digit) &&
           std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void LocationReader::resolve(std::size_t index) {
    auto& element = elements_[index];
    if (element.used) return;
    element.used = true;
    switch (element.piece) {
        case Piece::level: return labelled(index);
        case Piece::archive:
            if (is_part_of_archive(element)) settle(element.span);
            return add(scheme_is("DE") || scheme_is("AT") ? "bestand" : "series", {}, element.span);
        case Piece::quote: return quoted(index);
        case Piece::aside:
            if (head(element).kind == ChunkKind::hereafter) return;
            // "ll. 55–60 (“Informatsionnoe pis’mo”)": the document's title.
            if (low_.chunks.tokens[head(element).first + 1].kind == TokenKind::quote_open &&
                document_missing())
                return low_.set(Variable::title, unquoted(head(element).inner));
            // "f. 2329 (Ministry of Culture)": the fond's name.
            if (!reference().levels.empty() && reference().levels.back().level == "fond" && index > 0 &&
                elements_[index - 1].piece == Piece::level && names_fond(text(head(element).inner))) {
                add(is_digit(text(head(element).inner).front()) ? "fond" : "series", {}, head(element).inner);
                // "(Бумаги М. М. Сперанского)"; small words and letters remark on the fond.
                auto const& first = low_.chunks.tokens[head(element).first + 1];
                if (first.upper && !first.all_upper) settle(head(element).inner);
                return;
            }
            number_of_folder(index);
            return;
        default: break;
    }
    if (hijri_day(index)) return settle(element.span);
    if (day_behind_folder(index)) return settle(element.span);
    auto const levels = reference().levels.size();
    unlabelled(index);
    if (reference().levels.size() == levels) return;
    // "AAN, Archiwum B. Bieruta": somebody's papers within the archive, no part of its name.
    auto const& words = head(element);
    bool const of_person = element.size() == 1 && words.size() > 2 &&
                           low_.chunks.tokens[words.first].is(WordClass::repository) &&
                           reads_as_names(low_.chunks, words.first + 1, words.last);
    if (is_between_levels(index)) of_person ? settle(element.span) : low_.kept.push_back(element.span);
    if (is_numbered_group(index)) settle(element.span);
}

/// "Folder ‘China Notes’, 15 February 1972, p. 23": behind a folder by its name the day of the paper.
bool LocationReader::day_behind_folder(std::size_t index) {
    auto const& element = elements_[index];
    bool const behind_folder = index > 0 && elements_[index - 1].piece == Piece::level &&
                               head(elements_[index - 1]).means("folder") &&
                               !head(elements_[index - 1]).is(Trait::digits);
    if (!behind_folder || !is_american() || element.piece != Piece::date || !has_day(index) ||
        head(element).is_span || low_.citation.item.dates.find(Variable::issued))
        return false;
    set_issued(head(element));
    return true;
}

/// "National Archives, Nixon Presidential Materials, NSC Files": papers of a library that the archive has.
bool LocationReader::is_part_of_archive(Element const& element) const {
    auto const& whole = low_.citation.item.reference.repository_id;
    auto const& archives = head(element).phrase->archives();
    return !whole.empty() && std::any_of(archives.begin(), archives.end(),
                                         [&](Archive const* archive) { return archive->parent == whole; });
}

/// "CADN, Tunisie, 1er versement, carton 1899", "BAR, E 2300, Washington 61": what stands between a keeper
/// that is known and a level with its label, or has a number behind one, is a level too.
bool LocationReader::is_between_levels(std::size_t index) const {
    auto const& element = elements_[index];
    auto const& first = low_.chunks.tokens[head(element).first];
    return archive_ < index && !low_.citation.item.reference.repository_id.empty() && !is_american() &&
           (element.piece == Piece::words || element.piece == Piece::number) &&
           (first.upper || first.digits) && !has(element, Trait::genre) &&
           list_[element.last - 1].kind != ChunkKind::aside &&
           (has(element, Trait::digits) || next_level(index) != none || scheme_is("YU")) &&
           std::none_of(elements_.begin() + static_cast<std::ptrdiff_t>(archive_),
                        elements_.begin() + static_cast<std::ptrdiff_t>(index),
                        [](Element const& before) { return before.piece == Piece::quote; });
}

/// "NAACP Records, Group II, Series A, box 134": between the papers and a level with its label a word and a
/// number in Roman numerals.
bool LocationReader::is_numbered_group(std::size_t index) const {
    auto const& element = elements_[index];
    auto const& words = head(element);
    if (!is_american() || element.piece != Piece::words || element.size() != 1 || words.size() != 2 ||
        low_.citation.item.reference.levels.size() < 2 || next_level(index) == none)
        return false;
    auto const& number = low_.chunks.tokens[words.last - 1];
    return low_.chunks.tokens[words.first].upper && number.roman && number.upper && !words.is(Trait::name);
}

/// "(Ministry of Culture)", "(VUA)".
bool LocationReader::names_fond(string_view gloss) {
    constexpr std::size_t shortest = 3, longest_word = 4;
    return gloss.size() > longest_word ||
           (gloss.size() >= shortest && static_cast<std::size_t>(count_capitals(gloss)) == gloss.size());
}

/// "Box 4, Dulles, John F., March 1955 (1)": of the folders of one name the first.
void LocationReader::number_of_folder(std::size_t index) {
    auto const& bracket = head(elements_[index]);
    if (index == 0 || reference().levels.empty() || !is_all_digits(text(bracket.inner)) ||
        bracket.inner.size() > 2 || elements_[index - 1].piece == Piece::level)
        return;
    auto& folder = reference().levels.back();
    auto& field = low_.citation.fields.back();
    if (folder.level != "folder" || !field.field.starts_with("levels/") ||
        field.span.end > bracket.span.begin)
        return;
    field.span.end = bracket.span.end;
    folder.value = text(field.span);
    settle(field.span);
}

/// A quotation in a reference: a title of the file, or the name of a folder or collection.
void LocationReader::quoted(std::size_t index) {
    if (quoted_document(index)) return;
    auto const& chunk = head(elements_[index]);
    // "Wilson Center Digital Archive, “Telegram from the Ambassador,” AVPRF": behind the site what it shows.
    if (index > 0 && elements_[index - 1].piece == Piece::archive &&
        hosts_copies(head(elements_[index - 1])) && low_.citation.item.text(Variable::title).empty())
        return low_.set(Variable::title, chunk.inner);
    bool const after_level = index > 0 && elements_[index - 1].piece == Piece::level;
    auto const& title = low_.citation.item.text(Variable::title);
    if (after_level && title.empty() && !low_.citation.item.names.find(Variable::author) &&
        (scheme_is("RU") || scheme_is("UA") || has_level("opis")))
        return low_.set(Variable::title, chunk.inner);
    // "外務省外交史料館「日ソ国交回復交渉一件」第3巻", "国史馆藏，《蒋中正总统文物》，典藏号 …": what the
    // files are.
    if (chunk.is(Trait::eastern) && index > 0 && index == archive_ + 1 && index + 1 < elements_.size())
        return add("series", {}, chunk.inner);
    add(is_collection(chunk.inner) ? "collection" : "folder", {}, chunk.inner);
}

Span LocationReader::unquoted(Span span) const {
    auto const inside = low_.chunks.tokens_in(span);
    if (inside.empty() || inside.front().match == no_token) return span;
    auto const close = inside.front().match;
    return trimmed(low_.chunks.text, {inside.front().span.end, low_.chunks.tokens[close].span.begin});
}

/// "f. 5, op. 5a, d. 3, 100–3", "…, box 4, University Archives, 1": the last number, without a label, is a
/// page where the file is told; behind a box it may be the folder.
bool LocationReader::is_page_behind(std::size_t index) const {
    auto const& item = low_.citation.item;
    auto const& levels = item.reference.levels;
    if (index + 1 != elements_.size() || index == 0 || elements_[index].piece != Piece::number ||
        (levels.empty() && index - 1 != archive_) || !item.text(Variable::page).empty())
        return false;
    auto const written = text(elements_[index].span);
    bool const range = whole_range(written).has_value();
    // "Oral history interview with X, by Y, February 2, 1965, JFKL, 61–64": the transcript's pages.
    if (!range && !is_all_digits(written)) return false;
    if (levels.empty()) return is_american() && document_told();
    bool const of_paper = described_ == index && !is_american();
    bool const of_file = of_paper || levels.back().level == "delo" ||
                         (levels.back().level == "number" && told("opis")) ||
                         (levels.back().level == "signature" && range);
    // "Harry S. Truman Library, Independence, Missouri, 18–19": only its place behind the keeper.
    bool const behind_place =
        range && archive_ < index && !item.reference.place.empty() &&
        std::all_of(elements_.begin() + static_cast<std::ptrdiff_t>(archive_) + 1,
                    elements_.begin() + static_cast<std::ptrdiff_t>(index), [&](Element const& element) {
                        return item.reference.place.find(text(element.span)) != std::string::npos;
                    });
    return (of_file && (range || of_paper || scheme_is("RU"))) || index - 1 == archive_ || behind_place;
}

/// "Mead to Benedict, 3 May 1932, BP": letters alone behind a letter stand for what keeps it; what they mean
/// a list of abbreviations tells.
bool LocationReader::sole_abbreviation(std::size_t index) {
    constexpr std::size_t longest = 5;
    auto const& element = elements_[index];
    auto const& chunk = head(element);
    auto const& token = low_.chunks.tokens[chunk.first];
    if (elements_.size() != 1 || archive_ != none || !document_told() || element.piece != Piece::words ||
        chunk.size() != 1 || !token.all_upper || token.digits || token.roman || token.span.size() > longest ||
        token.is(WordClass::department) || names_file_group(element) || chunk.is(Trait::docvolume))
        return false;
    archive_ = index;
    elements_[index].used = true;
    set_archive(token.span);
    settle(token.span);
    return true;
}

/// "OPD 321.19 POA, 126/2": an office's file by its letters, and the paper's number in it.
bool LocationReader::file_and_paper(std::size_t index, Span span) {
    if (index != 0 || elements_.size() != 2 || archive_ != none || !document_told() ||
        !names_office_file(text(span)))
        return false;
    auto& paper = elements_[1];
    auto const number = text(paper.span);
    if (paper.used || number.empty() || !is_digit(number.front()) ||
        number.find_first_not_of("0123456789/") != string_view::npos)
        return false;
    paper.used = true;
    add("file", {}, span);
    add("item", {}, paper.span);
    settle(paper.span);
    return true;
}

/// "N 1254 (Nachlass Blankenhorn)", "FO 800/254 (Henderson Papers)": a code, and whose papers it is.
/// "Florey Papers (98 HF)": the papers, and their shelfmark.
bool LocationReader::code_and_gloss(std::size_t index) {
    auto& element = elements_[index];
    auto const& bracket = list_[element.last - 1];
    if (element.size() < 2 || (bracket.kind != ChunkKind::aside && bracket.kind != ChunkKind::publication))
        return false;
    auto const gloss = bracket.inner;
    Span const before = trimmed(low_.chunks.text, {element.span.begin, bracket.span.begin});
    // "Nehru Papers (post-1947)": no number of theirs.
    if (names_papers(before) && is_code(text(gloss)) && !is_lower(decode(text(gloss), 0).value)) {
        add("collection", {}, before);
        add("signature", {}, gloss);
        settle(element.span);
        return true;
    }
    if (!names_papers(gloss) || !is_code(text(before))) return false;
    --element.last;
    element.span.end = before.end;
    unlabelled(index);
    add("series", {}, gloss);
    settle(bracket.span);
    return true;
}

/// "Hunt to Sterling, 14 May 1960, 1–2, folder 8, box 29": the paper's page, before its folder.
bool LocationReader::is_page_before(std::size_t index) const {
    auto const& item = low_.citation.item;
    if (index != 0 || elements_.size() < 3 || elements_[0].piece != Piece::number || !is_american() ||
        !document_told() || !item.text(Variable::page).empty())
        return false;
    return is_page(text(elements_[0].span)) && (has_level("box") || has_level("folder"));
}

/// "X an Y, 31.7.1905, Text nach einer Abschrift von Z, Staatsbibliothek zu Berlin, NL 12": between a letter
/// and its keeper, whose levels follow, small words describe the sheet.
bool LocationReader::describes_copy(std::size_t index) const {
    auto const& element = elements_[index];
    if (archive_ == none || index >= archive_ || archive_ + 1 >= elements_.size() || elements_.back().used ||
        element.piece != Piece::words || !document_told() || is_collection(element.span) ||
        has(element, Trait::collection) || has(element, Trait::repository) ||
        has(element, Trait::institution))
        return false;
    constexpr int least = 3;
    int small = 0;
    for (auto at = head(element).first; at < list_[element.last - 1].last; ++at) {
        auto const& token = low_.chunks.tokens[at];
        if (token.is(WordClass::collection)) return false;
        small += token.kind == TokenKind::word && token.lower ? 1 : 0;
    }
    return small >= least;
}

/// "StA Kleve 5/4.605: Bittgesuch um die Gerechtigkeit": what the file says of itself.
bool LocationReader::title_of_file(std::size_t index, Span span) {
    auto const& element = elements_[index];
    bool const behind_colon = element.first > 0 && list_[element.first - 1].kind == ChunkKind::colon;
    if (!behind_colon || index + 1 != elements_.size() || index == 0 ||
        !head(elements_[index - 1]).is(Trait::kept) || !document_missing() || element.piece != Piece::words ||
        has(element, Trait::digits))
        return false;
    low_.set(Variable::title, span);
    settle(span);
    return true;
}

/// "no. 12 (May–August 1953)": when the file was kept; "fols. 112r–113v (3 July 1558)": the day of what
/// stands on the leaves.
bool LocationReader::years_behind_file(std::size_t index) {
    auto const& chunk = head(elements_[index]);
    if (!is_bracketed_year(chunk) || index == 0) return false;
    bool const day = chunk.has_day && index + 1 == elements_.size();
    if (!reference().levels.empty() && (reference().levels.back().level == "delo" || day)) {
        if (!low_.citation.item.dates.find(Variable::issued)) set_issued(chunk);
        return true;
    }
    return elements_[index - 1].piece == Piece::level;
}

/// "Folder Korea (3)", "Lawrence folder, box 64".
bool LocationReader::folder_by_name(Span span, string_view written) {
    constexpr std::size_t folder_size = string_view("folder ").size();
    if ((written.starts_with("Folder ") || written.starts_with("folder ")) && written.size() > folder_size) {
        add("folder", {span.begin, span.begin + folder_size - 1}, {span.begin + folder_size, span.end});
        settle(span);
        return true;
    }
    for (string_view const word : {" folder", " Folder"})
        if (written.ends_with(word)) {
            add("folder", {span.end - word.size() + 1, span.end}, {span.begin, span.end - word.size()});
            return true;
        }
    return false;
}

/// "AAN, 1354 (KC PZPR)": the number of a fond, which is no year, and its name.
bool LocationReader::fond_and_gloss(std::size_t index) {
    auto const& element = elements_[index];
    bool const figures = head(element).kind == ChunkKind::date && element.piece == Piece::words &&
                         element.size() == 2 && list_[element.last - 1].kind == ChunkKind::aside;
    if (!figures || index == 0 || elements_[index - 1].piece != Piece::archive || !scheme_is("PL"))
        return false;
    add("fond", {}, head(element).span);
    add("series", {}, list_[element.last - 1].inner);
    return true;
}

void LocationReader::unlabelled(std::size_t index) {
    auto const& element = elements_[index];
    auto const span = trimmed(low_.chunks.text, element.span);
    auto const written = text(span);
    if (written.empty()) return;
    if (fond_and_gloss(index)) return settle(element.span);
    if (title_of_file(index, span) || years_behind_file(index) || folder_by_name(span, written)) return;
    if (describes_copy(index)) return settle(span);
    if (code_and_gloss(index) || folder_before_box(index) || sole_abbreviation(index)) return;
    if (is_page_before(index)) {
        low_.set(Variable::page, span);
        return settle(span);
    }
    if (file_and_paper(index, span)) return settle(span);
    if (is_page_behind(index)) {
        low_.set(Variable::page, span);
        return settle(span);
    }
    if (volume_of_papers(index)) return;
    if (paper_of_registry(index, span) || holding_and_piece(index, span) || box_of_papers(index, span) ||
        box_before_papers(index, span, written) || box_behind_papers(index, span, written) ||
        (!(element.piece == Piece::date && has_day(index)) && by_pattern(index, span, written)))
        return settle(span);
    // "BA 1715": behind letters alone four figures are no year.
    bool const lettered = head(element).kind == ChunkKind::archive && element.size() == 2;
    bool const dated = !lettered && list_[element.last - 1].kind == ChunkKind::date;
    bool const code = element.piece != Piece::date && !dated && is_code(written);
    if (code && by_scheme(index, span, written)) return settle(span);
    if (code && by_code(span, written)) return;
    if (description(index)) return;
    // "Ibid., HCI, 143/447": letters behind "ibid." are no keeper's.
    if (low_.location_ibid && archive_ == none && head(element).is(Trait::capitals) &&
        !has(element, Trait::digits))
        settle(span);
    if (code || !by_scheme(index, span, written)) return by_place(index, span);
    // "SdM 1432", "XIX-J-1-j": a number makes it the archive's; a name alone may be anything.
    if (std::any_of(written.begin(), written.end(), is_digit)) settle(span);
}

void lower_location(Lowering& lowering, Candidate const& candidate) {
    std::vector<Part> parts;
    for (auto const& part : candidate.parts)
        if (part.role == Role::location) parts.push_back(part);
    LocationReader(lowering, parts).run();
}

}  // namespace fonds
