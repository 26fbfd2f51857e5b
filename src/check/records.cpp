// Finds each record's piece of the source by its id or what else names it, and its values in that piece.

#include "check/records.hpp"

#include <algorithm>
#include <string>

#include "base/text.hpp"
#include "check/citation.hpp"

namespace fonds::checking {
namespace {

bool is_word_byte(char c) {
    return is_digit(c) || is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

// `word` as a whole word at or after `from`.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
    if (word.empty()) return std::string_view::npos;
    for (auto at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + 1)) {
        auto const end = at + word.size();
        bool const begins = at == 0 || !is_word_byte(text[at - 1]) || !is_word_byte(word.front());
        if (begins && (end == text.size() || !is_word_byte(text[end]))) return at;
    }
    return std::string_view::npos;
}

// How ids stand in a file: "@book{id,", "\"id\"", or bare. The first that is found in it is the file's way.
std::string as_written(std::string_view id, int way) {
    if (way == 0) return concat("{", id, ",");
    return way == 1 ? concat("\"", id, "\"") : std::string(id);
}

int way_of_ids(Items const& items, std::string_view source) {
    constexpr std::size_t enough = 8;
    for (int way = 0; way < 2; ++way)
        for (std::size_t index = 0; index < std::min(items.size(), enough); ++index)
            if (!items[index].id.empty() &&
                source.find(as_written(items[index].id, way)) != std::string_view::npos)
                return way;
    return 2;
}

// Where the id stands at or after `from`.
std::size_t find_id(std::string_view source, std::string_view id, int way, std::size_t from) {
    if (id.empty()) return std::string_view::npos;
    if (way == 2) return find_word(source, id, from);
    auto const at = source.find(as_written(id, way), from);
    return at == std::string_view::npos ? at : at + 1;
}

// Where a record that has no id (RIS, MODS) first shows itself at or after `from`: by its title, else by
// another text or a name.
Span find_first_value(Item const& item, std::string_view source, std::size_t from) {
    // A text may not stand there as it was read: then the rest of the file is not searched for it.
    constexpr std::size_t farthest = std::size_t{1} << 16U;
    source = source.substr(0, from + farthest);
    auto const found = [&](std::string_view value) {
        auto const at = find_word(source, value, from);
        return at == std::string_view::npos ? Span{} : Span{at, at + value.size()};
    };
    if (auto const title = found(item.text(Variable::title)); !title.empty()) return title;
    constexpr std::size_t telling = 8;  // bytes; a shorter text stands in other records as well
    for (auto const& entry : item.texts)
        if (entry.second.size() >= telling)
            if (auto const text = found(entry.second); !text.empty()) return text;
    for (auto const& entry : item.names)
        for (auto const& name : entry.second)
            if (auto const text = found(name.family.empty() ? name.literal : name.family); !text.empty())
                return text;
    return {};
}

void add_place(ParsedNote& note, std::string_view field, std::string_view value) {
    auto const at = find_word(note.text, value, 0);
    if (at != std::string_view::npos)
        note.citations[0].fields.push_back({std::string(field), {at, at + value.size()}});
}

CitationKind kind_of(Item const& item) {
    if (!item.reference.empty() || item.type == ItemType::manuscript || item.texts.find(Variable::archive))
        return CitationKind::archival;
    return item.type == ItemType::webpage ? CitationKind::web : CitationKind::published;
}

// A record of another program says in words what the reference is: it is read like a note's.
void read_reference(Item& item, Knowledge const& knowledge) {
    auto& reference = item.reference;
    auto const archive = item.text(Variable::archive);
    if (reference.repository.empty()) reference.repository = archive;
    auto const location = item.text(Variable::archive_location);
    if (reference.levels.empty() && !location.empty()) {
        for (auto const& citation :
             parse_note(concat(archive, archive.empty() ? "" : ", ", location), knowledge).citations)
            if (reference.levels.empty()) reference.levels = citation.item.reference.levels;
    }
    if (!reference.repository_id.empty() || reference.repository.empty()) return;
    auto const matches = knowledge.identify(reference.repository);
    bool const clear = !matches.empty() && (matches.size() == 1 || matches[1].score < matches[0].score);
    if (clear) reference.repository_id = matches.front().archive->id;
}

// `name`: what its piece begins with, the id or what stands for it.
ParsedNote as_note(Item const& item, std::string_view piece, std::size_t name, Knowledge const& knowledge) {
    ParsedNote note;
    note.id = item.id;
    note.text = piece;
    auto& citation = note.citations.emplace_back();
    citation.item = item;
    read_reference(citation.item, knowledge);
    citation.kind = kind_of(item);
    citation.confidence = 1;
    citation.span = {0, std::min(piece.size(), std::max<std::size_t>(name, 1))};
    // Levels have no places of their own in a record: the location stands for all.
    for (auto const& [variable, value] : item.texts) add_place(note, to_string(variable), value);
    for (auto const& [variable, date] : item.dates)
        add_place(note, to_string(variable), date.raw.empty() ? to_edtf(date) : date.raw);
    auto const& levels = citation.item.reference.levels;
    auto const location = place_of(citation, "archive_location");
    for (std::size_t level = 0; level < levels.size(); ++level)
        if (location) citation.fields.push_back({"levels/" + std::to_string(level), *location});
    return note;
}

}  // namespace

RecordNotes records_as_notes(Items const& items, std::string_view source, Knowledge const& knowledge) {
    // Texts need not stand in the file as they were read: looking for each through the whole rest would cost
    // the square.
    constexpr int patience = 16;
    RecordNotes records;
    std::vector<Span> names;  // of those that are found
    auto const way = way_of_ids(items, source);
    std::size_t at = 0;
    int misses = 0;
    for (auto const& item : items) {
        Span name;
        if (misses < patience) {
            auto const id = find_id(source, item.id, way, at);
            if (id != std::string_view::npos) name = {id, id + item.id.size()};
            else if (item.id.empty()) name = find_first_value(item, source, at);
        }
        misses = name.empty() ? misses + 1 : 0;
        records.begins.push_back(name.empty() ? at : name.begin);
        if (!name.empty()) at = name.end;
        names.push_back(name);
    }
    for (std::size_t index = 0; index < items.size(); ++index) {
        auto const begin = records.begins[index];
        auto end = begin;
        if (!names[index].empty())
            end = index + 1 < items.size() ? std::max(begin, records.begins[index + 1]) : source.size();
        records.notes.push_back(
            as_note(items[index], source.substr(begin, end - begin), names[index].size(), knowledge));
    }
    return records;
}

void place_in_source(Diagnostic& finding, RecordNotes const& records) {
    if (finding.note == no_index) return;
    auto const begin = records.begins[finding.note];
    auto const move = [](Span& span, std::size_t by) {
        span.begin += by;
        span.end += by;
    };
    move(finding.span, begin);
    for (auto& fix : finding.fixes)
        for (auto& edit : fix.edits) move(edit.span, begin);
    for (auto& place : finding.related) {
        if (place.note != no_index) move(place.span, records.begins[place.note]);
        place.note = no_index;
    }
    finding.note = no_index;
}

}  // namespace fonds::checking
