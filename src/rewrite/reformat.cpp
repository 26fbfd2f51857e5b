// The citations of a manuscript's notes written anew in a style, what stands between them untouched.

#include <algorithm>
#include <fonds/house_style.hpp>
#include <fonds/note.hpp>
#include <fonds/rewrite.hpp>
#include <map>

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "knowledge/title_language.hpp"
#include "rewrite/cited_places.hpp"
#include "rewrite/emphasis.hpp"
#include "rewrite/introduced_names.hpp"
#include "rewrite/lost_parts.hpp"
#include "rewrite/managed_citations.hpp"
#include "rewrite/quotation_habit.hpp"
#include "rewrite/rich_text.hpp"
#include "rewrite/set_text.hpp"
#include "rewrite/splice.hpp"
#include "rewrite/unread_words.hpp"
#include "rewrite/word_diff.hpp"
#include "rewrite/zotero.hpp"

namespace fonds {
namespace {

// A style leaves the capitals of titles as they are that are not English.
void tell_language(Item& item) {
    if (item.texts.find(Variable::language)) return;
    if (auto const language = language_of_capitals(item); !language.empty())
        item.texts.set(Variable::language, std::string(language));
}

class Reformatter {
  public:
    Reformatter(Document const& document, ReformatOptions const& options, Knowledge const& knowledge)
        : document_(document), options_(options), knowledge_(knowledge), quotation_(document) {}

    Result<Patched> run() {
        if (options_.zotero && !can_hold_zotero(document_.format))
            return Error{
                ErrorCode::unsupported,
                concat("live Zotero citations can be written into DOCX and ODT, not into ", document_.format),
                document_.name, 0};
        auto const found =
            HouseStyle::find(options_.style, options_.locale, {.folders = options_.style_folders});
        if (!found) return found.error();
        auto const& house = found->value;

        notes_ = parse_notes(document_, knowledge_);
        is_note_style_ = house.style.is_note();
        auto const form = house.form();
        auto cited = cited_places(notes_, knowledge_, LeavesIn::items_that_share_them);
        // Every citation takes part, so that "ibid." is right; only those that are understood are written.
        auto const citations = citations_of(cited, form, knowledge_);
        items_ = std::move(cited.items);
        for (auto& item : items_) tell_language(item);
        collect_places(std::move(cited.places));
        auto output = house.options(csl::OutputFormat::tagged);
        output.bibliography = false;
        auto const rendered = csl::format_document(house.style, house.locales,
                                                   lower(items_, form, knowledge_), citations, output);
        for (std::size_t i = 0; i < places_.size(); ++i)
            if (is_written_[i]) write(i, rendered.citations[i]);

        auto patched = apply_edits_and_wraps(document_, edits_, wraps_);
        if (!patched) return patched.error();
        if (auto error = set_written(*patched)) return *std::move(error);
        for (auto& finding : managed_.findings()) diagnostics_.push_back(std::move(finding));
        std::stable_sort(diagnostics_.begin(), diagnostics_.end(), [](auto const& a, auto const& b) {
            return std::pair(a.note, a.span.begin) < std::pair(b.note, b.span.begin);
        });
        patched->diagnostics.insert(patched->diagnostics.begin(), diagnostics_.begin(), diagnostics_.end());
        return patched;
    }

  private:
    // A citation's new text, whose edits have the group `group`.
    struct Written {
        std::size_t group = 0;
        std::size_t note = 0;
        std::size_t begin = 0;  // in the note as it was
        RichText text;
    };

    void collect_places(std::vector<CitedPlace> places) {
        for (auto const& place : places) {
            auto const manager = program_at(document_.notes[place.note], place.citation->span);
            auto const reason = manager.empty() ? reason_to_leave(place) : std::string();
            is_written_.push_back(manager.empty() && reason.empty());
            if (!manager.empty()) managed_.add(manager, place.note, place.citation->span);
            if (!reason.empty()) report(place, reason);
        }
        places_ = std::move(places);
        for (std::size_t i = 0; i < places_.size(); ++i) first_places_.emplace(places_[i].item, i);
    }

    [[nodiscard]] std::string reason_to_leave(CitedPlace const& place) const {
        auto const& citation = *place.citation;
        if (citation.kind == CitationKind::unparsed || place.item == no_index)
            return "it was not understood: rewrite it by hand";
        if (citation.refers_to && citation.refers_to->relation == "cited-above")
            return "it points to another note: rewrite it by hand";
        auto confidence = citation.confidence;
        if (citation.refers_to) confidence = std::min(confidence, citation.refers_to->confidence);
        if (confidence < options_.minimum_confidence)
            return concat("it was understood with a confidence of ",
                          std::to_string(static_cast<int>(confidence * 100)), " % only: rewrite it by hand");
        return {};
    }

    void report(CitedPlace const& place, std::string const& reason) {
        report_left(place, concat("this citation stays as it is; ", reason));
    }
    void report_not_live(CitedPlace const& place) {
        report_left(place,
                    "this citation was rewritten as text: it runs over a link, a tracked change or another "
                    "field, where no live citation can stand");
    }
    void report_left(CitedPlace const& place, std::string message) {
        diagnostics_.push_back(make_diagnostic("citation-left-alone", Severity::warning, place.note,
                                               place.citation->span, std::move(message)));
    }

    // What a style wrote. A file that is cited by its place alone has no date, and needs none: "n.d., RG 59".
    static RichText read_written(Item const& item, std::string_view tagged) {
        auto rich = RichText::read(tagged);
        auto const& reference = item.reference;
        bool const is_place_alone = !reference.empty() && item.text(Variable::title).empty() &&
                                    item.names.empty() && !item.dates.find(Variable::issued);
        auto const text = fold(rich.text());
        auto const is_written = [&](ArchiveLevel const& level) {
            return level.hierarchy != Hierarchy::part && text.find(fold(level.value)) != std::string::npos;
        };
        if (is_place_alone && std::any_of(reference.levels.begin(), reference.levels.end(), is_written))
            rich.erase(0, RichText::leading_term(tagged));
        return rich;
    }

    void write(std::size_t index, std::string_view tagged) {
        auto const& place = places_[index];
        auto rich = read_written(items_[place.item], tagged);
        if (rich.text().empty()) return;
        auto const& note = document_.notes[place.note];
        keep_introduced_names(rich, note.text, *place.citation);
        if (auto const words = unread_words(note.text, *place.citation, rich.text()); !words.empty())
            return report(place, concat("“", words, "” in it was not understood: rewrite it by hand"));
        bool const goes_back = is_note_style_ && !is_first(index) && RichText::leading_term(tagged) > 0;
        if (!goes_back && !names_work(items_[place.item], fold(rich.text())))
            return report(place, "the style does not print what tells which work it is: rewrite it by hand");
        if (auto const lost = lost_from(index, rich.text()); !lost.empty())
            return report(place, concat("the style does not print ", lost, ": rewrite it by hand"));
        quotation_.follow(rich);
        auto span = place.citation->span;
        // The stop behind a citation goes where the new text has its own within quotation marks.
        auto const stop = stop_of(rich.text());
        if (stop && *stop + 1 < rich.text().size() && slice(note.text, {span.end, span.end + 1}) == ".")
            ++span.end;
        auto const old = slice(note.text, span);
        fit(rich, old, span, note.text, place.citation->kind == CitationKind::ibid);
        for (auto& edit : word_edits(old, rich.text(), span.begin))
            edits_.push_back({place.note, edit.span, std::move(edit.replacement), index + 1});
        if (options_.zotero) wrap(index, span, rich.text());
        written_.push_back({index + 1, place.note, span.begin, std::move(rich)});
    }

    // Whether it is the first citation of its item, which names the number of a telegram or a decree and whom
    // a letter went to: shorter ones need them no more.
    [[nodiscard]] bool is_first(std::size_t index) const {
        return first_places_.at(places_[index].item) == index;
    }

    // What the citation has and its new text has not, in words.
    [[nodiscard]] std::string lost_from(std::size_t index, std::string_view written) const {
        auto const& place = places_[index];
        auto const& item = items_[place.item];
        if (is_first(index)) {
            if (auto const number = item.text(Variable::number); written.find(number) == std::string::npos)
                return concat("its number (", number, ")");
            if (auto const lost = lost_addressee(item, written); !lost.empty())
                return concat("its addressee (", lost, ")");
            auto lost = is_note_style_ ? lost_from_note(place, item, written) : std::string();
            if (!lost.empty()) return lost;
        }
        auto const volume = lost_volume(*place.citation, written);
        return volume.empty() ? std::string() : concat("its volume (", volume, ") in a short form");
    }

    // Of styles for notes: what other styles leave to the bibliography.
    [[nodiscard]] std::string lost_from_note(CitedPlace const& place, Item const& item,
                                             std::string_view written) const {
        auto const& note = document_.notes[place.note].text;
        auto const& citation = *place.citation;
        if (auto const date = lost_date(item, note, citation, written); !date.empty())
            return concat("its date (", date, ")");
        if (auto const title = item.text(Variable::volume_title);
            !title.empty() && fold(written).find(fold(title)) == std::string::npos)
            return concat("the title of the volume (", title, ")");
        if (auto const edition = item.text(Variable::edition);
            edition.find_first_of("0123456789") == std::string_view::npos &&
            fold(written).find(fold(edition)) == std::string::npos)
            return concat("its edition (", edition, ")");
        if (auto const lost = lost_origin(item.reference, written); !lost.empty())
            return concat("where its copy comes from (", lost, ")");
        if (auto const lost = lost_number(note, citation, written); !lost.empty())
            return concat("its ", lost);
        if (auto const lost = lost_hand(item, written); !lost.empty()) return concat("a name (", lost, ")");
        if (auto const lost = lost_title(item, note, citation, written); !lost.empty())
            return concat("what stands at a name (", lost, ")");
        if (auto const lost = lost_level(citation, written); !lost.empty()) return concat("its ", lost);
        return {};
    }

    // Italics and the like, where the format has them: in the file as it is with the new text.
    [[nodiscard]] std::optional<Error> set_written(Patched& patched) const {
        bool const is_marked = has_emphasis(document_.format);
        if (!can_be_set(document_.format) && !is_marked) return std::nullopt;
        auto const changed = read_changed(document_, patched);
        if (!changed) return changed.error();
        auto const pieces = written_pieces(*changed, patched);
        if (is_marked) {
            auto marked = apply_edits_and_wraps(*changed, {}, emphasis_wraps(*changed, pieces));
            if (!marked) return marked.error();
            take_over(patched, std::move(*marked));
            return std::nullopt;
        }
        auto set = set_pieces(*changed, patched.bytes, pieces);
        if (!set) return set.error();
        patched.bytes = *std::move(set);
        return std::nullopt;
    }

    // Where the new citations stand in the changed notes, as far as they were written whole.
    [[nodiscard]] std::vector<SetPiece> written_pieces(Document const& changed,
                                                       Patched const& patched) const {
        std::vector<bool> skipped(edits_.size());
        for (auto const i : patched.skipped) skipped[i] = true;
        std::vector<SetPiece> pieces;
        std::size_t edit = 0;   // those of a citation come together, in the order of `written_`
        std::size_t shift = 0;  // of places in the note, by what is put in and taken out before them
        std::size_t note = no_index;
        for (auto const& written : written_) {
            if (std::exchange(note, written.note) != written.note) shift = 0;
            auto const begin = written.begin + shift;
            bool is_whole = true;
            for (; edit < edits_.size() && edits_[edit].group == written.group; ++edit) {
                if (skipped[edit]) is_whole = false;
                else shift += edits_[edit].replacement.size() - edits_[edit].span.size();
            }
            Span const span{begin, begin + written.text.text().size()};
            auto const& text = changed.notes[written.note].text;
            if (is_whole && span.end <= text.size() && slice(text, span) == written.text.text())
                pieces.push_back({written.note, span, written.text.settings()});
        }
        return pieces;
    }

    // The bytes of `later`, and its files beside those that changed before.
    static void take_over(Patched& patched, Patched later) {
        patched.bytes = std::move(later.bytes);
        for (auto& file : later.files) {
            auto const same = std::find_if(patched.files.begin(), patched.files.end(),
                                           [&](SourcePart const& known) { return known.name == file.name; });
            if (same == patched.files.end()) patched.files.push_back(std::move(file));
            else same->bytes = std::move(file.bytes);
        }
    }

    // The full stop that ends a text, also within its closing quotation mark.
    static std::optional<std::size_t> stop_of(std::string_view text) {
        auto end = text.size();
        while (end > 0) {
            auto const last = decode_before(text, end);
            bool const closes =
                last.value == 0x201D || last.value == 0x2019 || last.value == '"' || last.value == 0xBB;
            if (!closes) break;
            end -= last.size;
        }
        if (end == 0 || text[end - 1] != '.') return std::nullopt;
        return end - 1;
    }

    // The first letter, also within quotation marks.
    static void capitalise(RichText& rich) {
        auto const& text = rich.text();
        std::size_t at = 0;
        while (at < text.size() && is_punctuation(decode(text, at).value)) at += decode(text, at).size;
        if (at < text.size()) rich.replace(at, ascii_upper(text[at]));
    }

    // "ll. 9–17ob.", "2 vols.": up to four small letters before the stop.
    static bool ends_with_abbreviation(std::string_view text) {
        if (!text.ends_with('.')) return false;
        auto at = text.size() - 1;
        std::size_t letters = 0;
        while (at > 0 && is_letter(decode_before(text, at).value)) {
            if (!is_lower(decode_before(text, at).value)) return false;
            at -= decode_before(text, at).size;
            ++letters;
        }
        return letters > 0 && letters <= 4;
    }

    // A style ends a note; here the note's own stop stands, where it has one. Within a sentence a citation
    // does not begin with a capital that only its place at the start of a note gave it.
    static void fit(RichText& rich, std::string_view old, Span span, std::string_view note, bool is_ibid) {
        auto const behind = trim(note.substr(span.end));
        // Within a note the stop of "ibid." or of "об." is the abbreviation's alone.
        bool const goes_on =
            !behind.empty() && (is_ibid ? is_punctuation(decode(behind, 0).value)
                                        : std::string_view(",;:)").find(behind[0]) != std::string_view::npos);
        bool const had_stop =
            old.ends_with('.') && (!goes_on || (!is_ibid && ends_with_abbreviation(rich.text())));
        // Styles that think of no work without a title leave what would part it from the archive.
        if (auto const begin = rich.text().find_first_not_of(",;:. "); begin != std::string::npos)
            rich.erase(0, begin);
        auto const stop = stop_of(rich.text());
        if (stop && !had_stop) rich.erase(*stop, 1);
        if (!stop && had_stop && behind.empty()) rich.append(".", {});
        auto const before = trim(note.substr(0, span.begin));
        bool const begins = before.empty() || before.back() == '.';
        if (!begins && rich.text().starts_with("Ibid")) rich.replace(0, 'i');
        // "box 5, folder 4, RG 59": a note begins with a capital.
        if (before.empty() && !rich.text().empty() && !old.empty() && is_upper(decode(old, 0).value))
            capitalise(rich);
    }

    void wrap(std::size_t index, Span span, std::string const& text) {
        auto const& place = places_[index];
        ZoteroCitation citation;
        citation.item = &items_[place.item];
        citation.cite = place.cite;
        citation.text = text;
        citation.note = place.note;
        citation.number = index;
        if (auto made = zotero_wrap(document_, span, citation)) wraps_.push_back(std::move(*made));
        else report_not_live(place);
    }

    Document const& document_;
    ReformatOptions const& options_;
    Knowledge const& knowledge_;
    QuotationHabit quotation_;
    bool is_note_style_ = false;
    std::vector<ParsedNote> notes_;
    Items items_;
    std::vector<CitedPlace> places_;
    std::map<std::size_t, std::size_t> first_places_;  // of items, by their index
    std::vector<bool> is_written_;
    std::vector<NoteEdit> edits_;
    std::vector<Wrap> wraps_;
    std::vector<Written> written_;
    ManagedCitations managed_;
    std::vector<Diagnostic> diagnostics_;
};

}  // namespace

Result<Patched> reformat_citations(Document const& document, ReformatOptions const& options,
                                   Knowledge const& knowledge) {
    return Reformatter(document, options, knowledge).run();
}

}  // namespace fonds
