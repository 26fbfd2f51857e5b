// Brackets and quotations as chunks.

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/chunker.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {

using std::string_view;

namespace {
/// Longer brackets hold prose or citations, never a publisher.
constexpr std::uint32_t group_reach = 120;

/// "TsAMO", "RGANI", "ЦАМО", "ÖStA": short, with several capitals.
bool is_letters_of_keeper(string_view word) {
    int capitals = 0;
    for (std::size_t at = 0; at < word.size();) {
        auto const [c, size] = decode(word, at);
        capitals += is_upper(c) ? 1 : 0;
        at += size;
    }
    return capitals >= 2 && word.size() <= 16;
}
}  // namespace

bool Chunker::quotation() {
    auto const& head = token(at_);
    if (head.kind != TokenKind::quote_open || head.match == no_token || head.match == at_ + 1) return false;
    if (is_nickname()) {
        at_ = head.match + 1;
        return true;
    }
    end_run();
    // "Roth, Art. „Zeit“", "den Artikel „Zeit“": the form of an entry is nobody's name.
    if (auto& list = out_.list; !list.empty() && list.back().kind == ChunkKind::text &&
                                (word(list.back().first) == "Art" || word(list.back().last - 1) == "Artikel"))
        list.back().traits &= ~mask(Trait::name);
    auto& chunk = add(ChunkKind::quote, at_, head.match + 1);
    auto const marks = slice(out_.text, head.span);
    chunk.eastern = marks == "《" || marks == "『" || marks == "≪";
    if (chunk.eastern || marks == "「" || marks == "〈") chunk.set(Trait::eastern);
    auto inner = trim_spaces(slice(out_.text, {head.span.end, token(head.match).span.begin}));
    chunk.ends_in_comma = inner.ends_with(',');
    while (!inner.empty() && (inner.back() == ',' || inner.back() == ';'))
        inner = trim_spaces(inner.substr(0, inner.size() - 1));
    if (inner.size() > 1 && inner.back() == '.' && !inner.ends_with("..")) inner.remove_suffix(1);
    auto const begin = static_cast<std::size_t>(inner.data() - out_.text.data());
    chunk.inner = {begin, begin + inner.size()};
    if (may_name_paper(at_)) chunk.set(Trait::newspaper);
    if (names_journal(at_)) chunk.set(Trait::journal);
    at_ = head.match + 1;
    name_of_folder();
    return true;
}

/// "Eugene “Bull” Connor": between a given name and a family's.
bool Chunker::is_nickname() const {
    auto const close = token(at_).match;
    auto const& family = token(close + 1);
    return run_ != no_token && close == at_ + 2 && token(at_ + 1).upper && token(at_ - 1).is_given() &&
           family.kind == TokenKind::word && family.upper && !family.digits;
}

/// "„Trybuna Ludu”, 21 X 1956", "«l’Unità», 26 ottobre 1956": where newspapers stand in marks; a short
/// quotation that the paper's day follows.
bool Chunker::may_name_paper(std::uint32_t open) const {
    constexpr std::uint32_t longest = 5, longest_unknown = 3;
    auto const marks = word(open);
    auto const close = token(open).match;
    auto const words = close - open - 1;
    if ((marks != "«" && marks != "„") || words > longest) return false;
    for (auto at = open + 1; at < close; ++at)
        if (token(at).digits || token(at).is(WordClass::genre)) return false;
    for (auto at = open + 1; at < close; ++at)
        if (find(at, mask(WordClass::newspaper)).phrase) return true;
    auto const behind = mark(close + 1, ',') ? close + 2 : close + 1;
    if (words > longest_unknown) return false;
    auto const read = read_date(out_.tokens, out_.text, behind);
    return read && read->date.start.day != 0 && read->date.start.year != 0 && at_boundary(read->end);
}

/// "«Storia contemporanea»", "„Dzieje Najnowsze”": where the names of periodicals stand in marks.
bool Chunker::names_journal(std::uint32_t open) const {
    constexpr std::uint32_t longest = 5;
    auto const marks = word(open);
    auto const close = token(open).match;
    if ((marks != "«" && marks != "„") || close - open - 1 > longest) return false;
    for (auto at = open + 1; at < close; ++at)
        if (token(at).upper && find(at, mask(WordClass::journal)).phrase) return true;
    return false;
}

/// "“123 Kennan” folder", "‘Personal’ file": a quotation that the word behind it makes the name of a folder.
void Chunker::name_of_folder() {
    auto const& label = token(at_);
    if (label.kind != TokenKind::word || !label.lower) return;
    auto const found = find(at_, mask(WordClass::label));
    if (!found.phrase || !at_boundary(at_ + found.size)) return;
    auto const& meaning = found.phrase->meanings().front();
    if (meaning != "folder" && meaning != "file") return;
    auto& chunk = out_.list.back();
    chunk.kind = ChunkKind::level;
    chunk.phrase = found.phrase;
    chunk.label_last = true;
    chunk.label = {label.span.begin, token(at_ + found.size - 1).span.end};
    at_ += found.size;
    chunk.last = at_;
    chunk.span.end = chunk.label.end;
}

/// Where the words go on behind the bracket at hand that is a part of them; `no_token` where it is none.
std::uint32_t Chunker::words_behind_bracket(ChunkKind kind, std::uint32_t close) const {
    constexpr std::uint32_t longest_inside = 14;
    auto const& next = token(close + 1);
    if (!next.exists()) return no_token;
    bool const word_follows = next.kind == TokenKind::word;
    // "PP 1837–8 (669) XXII": the number of a paper.
    if (run_ != no_token && begins_sessional_papers(out_, run_)) return no_token;
    // "Cassese (n 3) 71": what stands behind an earlier note is a page.
    if (next.number && tells_note(close)) return no_token;
    // "[Name not declassified] for Chief …": a bracket that begins a run of words.
    if (run_ == no_token) {
        // "AGA, (10)089, caja 54/12345": a number that begins with a bracket.
        bool const coded = word(at_) == "(" && close == at_ + 2 && token(at_ + 1).number && next.digits &&
                           !next.space_before && is_behind_archive();
        return kind == ChunkKind::aside && word_follows && (word(at_) == "[" || coded) ? close + 1 : no_token;
    }
    if (kind != ChunkKind::open && next.is_mark('|') && !next.space_before) return close + 2;
    // "ВКП(б)": a letter drawn to the name of the party.
    if (!token(at_).space_before && close == at_ + 2 && token(at_ - 1).all_upper && !token(at_ - 1).digits &&
        count_code_points(word(at_ + 1)) == 1)
        return close + 1;
    // "CM (56) 74th", "Elkhart (Indiana) Review", "Records (Central Files), 1910"; but in "Akten zur
    // Auswärtigen Politik [hereafter AAPD] 1970, doc. 388" the year of a volume stands behind the name.
    bool const inside = (kind == ChunkKind::hereafter && !is_year(word(close + 1))) ||
                        (kind == ChunkKind::aside && close - at_ <= longest_inside);
    return inside && word_follows ? close + 1 : no_token;
}

/// "(Westad 2005, 15)", "(Gaddis 1997, 22–25; Leffler 2007, chap. 2)": a family name, the year of its work,
/// and a place in that.
bool Chunker::begins_with_author_and_year(std::uint32_t first, std::uint32_t last) const {
    constexpr std::uint32_t shortest = 4;
    auto const& name = token(first);
    bool const family = name.kind == TokenKind::word && name.upper && !name.digits && !name.all_upper &&
                        !name.is(WordClass::month) && !name.is(WordClass::season) &&
                        !name.is(WordClass::place) && !name.is(WordClass::genre) &&
                        !name.is(WordClass::label) && !name.is(WordClass::abbreviation);
    return last - first >= shortest && family && is_year(word(first + 1)) &&
           (mark(first + 2, ',') || mark(first + 2, ':')) &&
           (token(first + 3).number || token(first + 3).is(WordClass::label)) && !is_year(word(first + 3));
}

/// Whether what a bracket would be told as holds citations or the document of one.
bool Chunker::opens_citation(ChunkKind kind, std::uint32_t close) const {
    if (kind == ChunkKind::aside && begins_with_author_and_year(at_ + 1, close)) return true;
    if ((kind == ChunkKind::aside || kind == ChunkKind::publication) && holds_document(at_ + 1, close))
        return true;
    // "45. Sitzung (Kabinettsprotokolle, Bd. 2, S. 203)": volume and page of an edition.
    if (kind == ChunkKind::aside && holds_volume_and_page(at_ + 1, close)) return true;
    // "Gesetz vom 7. April 1933 (RGBl. I, S. 175)": where a law is printed.
    if (kind == ChunkKind::aside && token(close - 1).digits && find(at_ + 1, mask(WordClass::legal)).phrase)
        return true;
    // "GCM to FDR, 18 Feb. 1942, FDRL (“war effort”)": the words that a keeper's paper is cited for.
    return kind == ChunkKind::aside && token(at_ + 1).kind == TokenKind::quote_open && run_ == no_token &&
           !out_.list.empty() && out_.list.back().kind == ChunkKind::archive;
}

bool Chunker::group() {
    auto const& head = token(at_);
    if (head.kind != TokenKind::open) return false;
    auto const close = head.match;
    if (close == no_token) {
        end_run();
        add(ChunkKind::mark, at_, at_ + 1);
        ++at_;
        return true;
    }
    if (bracketed_in(close)) return true;
    Chunk described;
    auto kind = close - at_ <= group_reach ? classify_group(at_, close, described) : ChunkKind::open;
    if (opens_citation(kind, close)) kind = ChunkKind::open;
    if (kind == ChunkKind::publication && tells_reprint(at_ + 1)) kind = ChunkKind::aside;
    if (auto const behind = words_behind_bracket(kind, close); behind != no_token) {
        if (run_ == no_token) run_ = at_;
        at_ = behind;
        return true;
    }
    end_run();
    if ((kind == ChunkKind::aside || kind == ChunkKind::hereafter) && abbreviates(close)) {
        out_.list.back().kind = ChunkKind::archive;
        out_.list.back().traits = 0;
    }
    if (kind == ChunkKind::open) {
        open_.push_back(static_cast<std::uint32_t>(out_.list.size()));
        add(ChunkKind::open, at_, at_ + 1);
        ++at_;
        return true;
    }
    add_group(kind, close, described);
    return true;
}

/// "(wie Anm. 5)", "(n 3)": whether the bracket at hand tells an earlier note.
bool Chunker::tells_note(std::uint32_t close) const {
    constexpr std::uint32_t longest = 9;
    return close - at_ <= longest &&
           std::any_of(out_.tokens.begin() + at_ + 1, out_.tokens.begin() + close, [](Token const& item) {
               return item.is(WordClass::label) && item.phrase && item.phrase->meanings().front() == "note";
           });
}

void Chunker::add_group(ChunkKind kind, std::uint32_t close, Chunk const& described) {
    auto& chunk = add(kind, at_, close + 1);
    if (described.date >= 0) {
        chunk.date = described.date;
        chunk.has_year = described.has_year;
        chunk.has_day = described.has_day;
        chunk.colon = described.colon;
    }
    chunk.phrase = described.phrase;
    chunk.traits = described.traits;
    chunk.imprint = described.imprint;
    chunk.back = kind == ChunkKind::aside && tells_note(close);
    constexpr std::size_t longest_issue = 3;
    chunk.numeric = kind == ChunkKind::aside && close == at_ + 2 && is_all_digits(word(at_ + 1)) &&
                    word(at_ + 1).size() <= longest_issue;
    chunk.initials = kind == ChunkKind::aside && skip_initials(out_, at_ + 1, close) == close;
    chunk.square = word(at_) == "[";
    chunk.inner =
        kind == ChunkKind::level ? described.inner : Span{token(at_).span.end, token(close).span.begin};
    at_ = close + 1;
}

/// "Tsentral'nyi arkhiv Ministerstva oborony (TsAMO)": the words before the bracket name the archive that the
/// tables know by the abbreviation inside it. They become a chunk of that archive.
bool Chunker::abbreviates(std::uint32_t close) {
    if (out_.list.empty()) return false;
    auto& before = out_.list.back();
    if (before.kind != ChunkKind::text || before.last != at_ || !before.is(Trait::upper) ||
        before.size() < 2 || before.is(Trait::letter) || before.is(Trait::verb) ||
        (before.is(Trait::collection) && !before.is(Trait::repository)))  // "Litvinov Papers (HIA)"
        return false;
    // "Archivo General de la Nación, Mexico City (hereafter AGN)": the town of the archive.
    auto const& list = out_.list;
    if (list.size() >= 3 && before.is(Trait::place) && list[list.size() - 2].kind == ChunkKind::comma &&
        (list[list.size() - 3].kind == ChunkKind::archive || list[list.size() - 3].is(Trait::repository)))
        return false;
    auto first = at_ + 1;
    if (auto const hereafter = find(first, mask(WordClass::hereafter)); hereafter.phrase)
        first += hereafter.size;
    auto const found = find(first, mask(WordClass::archive));
    if (!found.phrase || first + found.size < close || !is_letters_of_keeper(word(first))) return false;
    before.phrase = found.phrase;
    return true;
}

/// "[w:] PRL w latach transformacji", "[in:]", "[В кн.:]": what a piece stands in, behind a bracketed word.
bool Chunker::bracketed_in(std::uint32_t close) {
    auto const found = find(at_ + 1, mask(WordClass::in));
    if (!found.phrase || word(at_) != "[" || out_.list.empty()) return false;
    auto end = at_ + 1 + found.size;
    while (end < close && (mark(end, ':') || mark(end, '.'))) ++end;
    if (end != close) return false;
    end_run();
    end = mark(close + 1, ':') ? close + 2 : close + 1;
    add(ChunkKind::in, at_, end).colon = true;
    at_ = end;
    return true;
}

}  // namespace fonds
