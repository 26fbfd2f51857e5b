// The titles of a .bib entry: of the work, of what it stands in, of the series.

#include <array>

#include "base/text.hpp"
#include "format/bibtex_entry_reader.hpp"
#include "format/languages.hpp"
#include "wire/latex_text.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;

// biblatex's localisation keys for the fields pubstate and series (§4.9.2.11).
constexpr auto states = std::to_array<LocalisationKey>({
    {"forthcoming", "forthcoming"},
    {"inpreparation", "in preparation"},
    {"inpress", "in press"},
    {"prepublished", "pre-published"},
    {"submitted", "submitted"},
});
constexpr auto series_names =
    std::to_array<LocalisationKey>({{"newseries", "New series"}, {"oldseries", "Old series"}});

// "3" is the third series of a journal (biblatex manual, §2.2.2, series).
std::string ordinal(string_view number) {
    bool const teen = number.size() > 1 && number[number.size() - 2] == '1';
    char const last = number.back();
    return concat(number, teen ? "th" : last == '1' ? "st" : last == '2' ? "nd" : last == '3' ? "rd" : "th");
}

}  // namespace

Title EntryReader::title(F field) {
    Title out;
    if (!has(field)) return out;
    auto const tex = take(field);
    if (latex::is_plain(tex)) {
        out.text = tex;
    } else {
        out.text.reserve(tex.size());
        latex::append_unicode(out.text, tex, {}, &unknown_, &out.groups);
        out.trim();
    }
    return out;
}

std::string EntryReader::finished(Title title) const {
    if (title.empty()) return {};
    if (options_.sentence_case) {
        auto const language = language_code(ascii_lower(slots_[F::langid]));
        if (slots_[F::langid].empty() || language.starts_with("en"))
            title = {to_sentence_case(with_nocase_spans(title.text, title.groups)), {}};
    }
    return without_needless_spans(std::move(title));
}

// "Title: Subtitle. Addition"
Title EntryReader::joined_title(F main, F sub, F addition) {
    auto whole = title(main);
    if (has(sub)) {
        auto const last = whole.last();
        if (!whole.empty()) whole.text += last == '?' || last == '!' || last == ':' ? " " : ": ";
        whole.append(title(sub));
    }
    if (has(addition)) {
        if (!whole.empty()) whole.text += whole.last() == '.' ? " " : ". ";
        whole.append(title(addition));
    }
    return whole;
}

void EntryReader::read_titles() {
    auto own = joined_title(F::title, F::subtitle, F::titleaddon);
    auto journal = joined_title(F::journaltitle, F::journalsubtitle, F::journaltitleaddon);
    if (has(F::fjournal)) {  // MathSciNet: the journal in full beside its abbreviation
        set(Variable::container_title_short, with_nocase_spans(journal.text, journal.groups));
        journal = title(F::fjournal);
    }
    if (slots_.type == "periodical" && own.empty()) std::swap(own, journal);
    set(Variable::title, finished(std::move(own)));
    read_containers(std::move(journal));
    if (has(F::issuetitle) && item_.texts.find(Variable::volume_title) == nullptr)
        set(Variable::volume_title,
            finished(joined_title(F::issuetitle, F::issuesubtitle, F::issuetitleaddon)));
    set(Variable::title_short, finished(title(F::shorttitle)));
    set(Variable::container_title_short, without_needless_spans(title(F::shortjournal)));
    read_series();
    if (has(F::pubstate))
        if (auto const state = resolve(states, slots_[F::pubstate]); !state.empty()) {
            take(F::pubstate);
            set(Variable::status, std::string(state));
        }
    set(Variable::event_title, finished(title(F::eventtitle)));
    set(Variable::original_title, finished(title(F::origtitle)));
}

// What the work stands in. There is room for one container: where an entry names both a book and a journal,
// the other field stays beside the record.
void EntryReader::read_containers(Title journal) {
    bool const is_part = slots_.kind != nullptr && slots_.kind->is_part;
    bool const of_main = has(F::maintitle);
    if (of_main && (is_part || has(F::booktitle))) {
        set(Variable::container_title,
            finished(joined_title(F::maintitle, F::mainsubtitle, F::maintitleaddon)));
        set(Variable::volume_title, finished(joined_title(F::booktitle, F::booksubtitle, F::booktitleaddon)));
    } else if (of_main) {
        // A volume of a work in several: its own title is that of the volume.
        if (auto const* volume = item_.texts.find(Variable::title)) set(Variable::volume_title, *volume);
        item_.texts.set(Variable::title,
                        finished(joined_title(F::maintitle, F::mainsubtitle, F::maintitleaddon)));
    } else if (has(F::booktitle) && (is_part || journal.empty())) {
        set(Variable::container_title,
            finished(joined_title(F::booktitle, F::booksubtitle, F::booktitleaddon)));
    }
    if (journal.empty()) return;
    if (item_.texts.find(Variable::container_title) == nullptr)
        set(Variable::container_title, without_needless_spans(std::move(journal)));
    else give_back(F::journaltitle);
}

void EntryReader::read_series() {
    if (!has(F::series)) return;
    auto const written = slots_[F::series];
    bool const of_journal = slots_.type == "article" || slots_.type == "periodical";
    if (auto const named = resolve(series_names, written); !named.empty())
        set(Variable::collection_title, std::string(named));
    else if (of_journal && is_all_digits(written))
        set(Variable::collection_title, ordinal(written) + " series");
    else return set(Variable::collection_title, finished(title(F::series)));
    take(F::series);
}

}  // namespace fonds::bibtex
