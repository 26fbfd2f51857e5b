// Works whose text a reference manager wrote into a note.

#include "note/field_records.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "model/says_something.hpp"
#include "note/insert_citation.hpp"
#include "note/record_alone.hpp"

namespace fonds {
namespace {

bool holds(std::string_view text, std::string_view words) {
    return !words.empty() && text.find(words) != std::string_view::npos;
}

std::string_view first_words(std::string_view text, int count) {
    std::size_t end = 0;
    for (; count > 0 && end != std::string_view::npos; --count) end = text.find(' ', end + 1);
    return text.substr(0, end);
}

std::string family_of(Item const& record) {
    for (auto const variable : {Variable::author, Variable::editor, Variable::translator})
        if (auto const* names = record.names.find(variable); names && !names->empty())
            return fold(names->front().family.empty() ? names->front().literal : names->front().family);
    return {};
}

// How much of a record a text shows, which may be a short form of it.
int likeness(std::string const& folded, Item const& record) {
    constexpr int words_of_title = 3;
    int points = 0;
    if (holds(folded, family_of(record))) points += 2;
    for (auto const variable : {Variable::title, Variable::title_short})
        if (holds(folded, first_words(fold(record.text(variable)), words_of_title))) points += 2;
    auto const* issued = record.dates.find(Variable::issued);
    if (issued && issued->start.year != 0 && holds(folded, std::to_string(issued->start.year))) points += 1;
    return points;
}

/// Gives the records of one field to the citations that were read in it.
class Distribution {
  public:
    Distribution(ParsedNote& note, std::vector<std::size_t> citations, std::vector<Item> const& records)
        : note_(note), citations_(std::move(citations)), records_(records) {}

    void run() {
        give();
        for (auto const index : citations_) settle_kind(note_.citations[index]);
    }

  private:
    void give() {
        std::vector<std::size_t> holders(records_.size(), no_index);
        for (std::size_t i = 0; i < citations_.size(); ++i)
            if (auto const record = record_of(i); record != no_index) {
                note_.citations[citations_[i]].records.push_back(records_[record]);
                if (holders[record] == no_index) holders[record] = citations_[i];
            }
        // Text of two works that was read as one.
        auto holder = citations_.front();
        for (std::size_t record = 0; record < records_.size(); ++record)
            if (holders[record] != no_index) holder = holders[record];
            else note_.citations[holder].records.push_back(records_[record]);
    }

    // "(Westad 2005, 15)": what kind of work it is the record knows better than a doubtful reading.
    static void settle_kind(Citation& citation) {
        constexpr double doubtful = 0.5;
        bool const is_full = citation.kind != CitationKind::ibid && citation.kind != CitationKind::short_form;
        if (is_full && citation.confidence < doubtful && !citation.records.empty())
            citation.kind = kind_of_record(citation.records.front());
    }

    // The record that a citation shows most of, at first its own by order. What shows nothing of any is an
    // "ibid.", or words that the author added.
    [[nodiscard]] std::size_t record_of(std::size_t index) const {
        auto const& citation = note_.citations[citations_[index]];
        auto const folded = fold(slice(note_.text, citation.span));
        auto const own = std::min(index, records_.size() - 1);
        auto best = own;
        auto most = likeness(folded, records_[own]);
        for (std::size_t record = 0; record < records_.size(); ++record)
            if (auto const points = likeness(folded, records_[record]); points > most) {
                best = record;
                most = points;
            }
        bool const stands_for_own =
            citations_.size() == records_.size() || citation.kind == CitationKind::ibid ||
            citation.kind == CitationKind::short_form || citation.kind == CitationKind::unparsed;
        return most > 0 || stands_for_own ? best : no_index;
    }

    ParsedNote& note_;
    std::vector<std::size_t> citations_;
    std::vector<Item> const& records_;
};

/// The first of a row in their order that ends behind a place.
template <class Row>
auto first_behind(Row const& row, std::size_t place) {
    return std::partition_point(row.begin(), row.end(), [&](auto const& it) { return it.span.end <= place; });
}

// The words of a field within one segment, where no citation was read.
Span words_of(ParsedNote const& note, Span field) {
    Span longest;
    for (auto segment = first_behind(note.segments, field.begin);
         segment != note.segments.end() && segment->span.begin < field.end; ++segment) {
        Span const common{std::max(segment->span.begin, field.begin), std::min(segment->span.end, field.end)};
        if (common.begin < common.end && common.size() > longest.size()) longest = common;
    }
    auto const words = trim(slice(note.text, longest));
    longest.begin += static_cast<std::size_t>(words.data() - slice(note.text, longest).data());
    longest.end = longest.begin + words.size() - (words.ends_with('.') ? 1 : 0);
    return longest;
}

Citation citation_of(Span words, std::vector<Item> records) {
    Citation citation;
    citation.span = words;
    citation.kind = kind_of_record(records.front());
    citation.item = records.front();
    citation.family = field_family;
    citation.confidence = 1;
    citation.records = std::move(records);
    return citation;
}

std::vector<std::size_t> citations_in(ParsedNote const& note, Span field) {
    std::vector<std::size_t> found;
    for (auto at = first_behind(note.citations, field.begin);
         at != note.citations.end() && at->span.begin < field.end; ++at)
        if (at->span.overlaps(field)) found.push_back(static_cast<std::size_t>(at - note.citations.begin()));
    return found;
}

}  // namespace

void add_field_records(SingleNote& single, SourceNote const& source) {
    std::vector<Citation> added;
    for (auto const& field : source.embedded) {
        if (field.is_by_key()) continue;
        auto records = field.items;
        std::erase_if(records, [](Item const& record) { return !says_something(record); });
        if (records.empty()) continue;
        auto citations = citations_in(single.note, field.span);
        if (!citations.empty()) {
            Distribution(single.note, std::move(citations), records).run();
        } else if (auto const words = words_of(single.note, field.span); !words.empty()) {
            added.push_back(citation_of(words, std::move(records)));
        }
    }
    insert_citations(single, std::move(added));
}

}  // namespace fonds
