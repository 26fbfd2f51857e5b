// Computes places: from a note through its map to the file, or within the note where the file is a package.

#include "report/place.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"

namespace fonds::reporting {
namespace {

constexpr std::size_t block = 1024;

bool is_lead(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::string plural(std::size_t count, std::string_view word) {
    return concat(std::to_string(count), " ", word, count == 1 ? "" : "s");
}

}  // namespace

TextIndex::TextIndex(std::string_view text) : text_(text) {
    lines_.push_back(0);
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at % block == 0) counts_.push_back(count);
        if (is_lead(text[at])) ++count;
        if (text[at] == '\n') lines_.push_back(at + 1);
    }
    counts_.push_back(count);
}

std::size_t TextIndex::code_points_before(std::size_t offset) const {
    auto const begin = offset / block * block;
    auto count = counts_[std::min(offset / block, counts_.size() - 1)];
    for (auto at = begin; at < offset && at < text_.size(); ++at) count += is_lead(text_[at]) ? 1 : 0;
    return count;
}

TextIndex::Point TextIndex::at(std::size_t offset) const {
    offset = std::min(offset, text_.size());
    auto const line =
        static_cast<std::size_t>(std::upper_bound(lines_.begin(), lines_.end(), offset) - lines_.begin());
    auto const count = code_points_before(offset);
    return {{line, 1 + count - code_points_before(lines_[line - 1])}, count};
}

Span TextIndex::line(std::size_t number) const {
    auto const begin = lines_[number - 1];
    auto end = number < lines_.size() ? lines_[number] - 1 : text_.size();
    if (end > begin && text_[end - 1] == '\r') --end;
    return {begin, end};
}

struct Places::Indexes {
    std::unordered_map<std::size_t, TextIndex> notes;
    std::unordered_map<std::size_t, TextIndex> files;  // by part: LaTeX takes in others
};

Places::Places(CheckedFile const& file) : file_(file), indexes_(std::make_unique<Indexes>()) {}

Places::~Places() = default;

Place Places::of(std::size_t note, Span span, std::size_t part) const {
    auto const& document = file_.document;
    bool const is_package = document.is_package();
    Place place;
    auto const fill = [&](TextIndex const& index, Span where) {
        place.index = &index;
        place.span = where;
        place.begin = index.at(where.begin);
        place.end = index.at(where.end);
    };
    auto const file_index = [&](std::size_t of) -> TextIndex const& {
        auto const text = document.parts.empty() ? std::string_view(document.text)
                                                 : std::string_view(document.parts[of].bytes);
        return indexes_->files.try_emplace(of, text).first->second;
    };
    place.file = document.name;
    if (note >= document.notes.size()) {
        place.in_file = !is_package;
        if (part > 0 && !is_package) place.file = document.parts[part].name;
        fill(file_index(part), span);
        return place;
    }
    place.note_index = note;
    place.note = note_name(document, note);
    auto const& source = document.notes[note];
    auto const mapped = place_of(document, note, span);
    if (mapped && is_package) place.part = document.parts[mapped->part].name;
    if (mapped && !is_package) {
        place.in_file = true;
        if (mapped->part > 0) place.file = document.parts[mapped->part].name;
        fill(file_index(mapped->part), mapped->span);
    } else {
        fill(indexes_->notes.try_emplace(note, source.text).first->second, span);
    }
    return place;
}

std::optional<Places::FileFix> Places::in_file(Diagnostic const& finding, Fix const& fix) const {
    if (file_.document.is_package()) return std::nullopt;
    if (finding.note >= file_.document.notes.size()) return FileFix{finding.part, fix.edits};
    FileFix out;
    for (auto const& edit : fix.edits) {
        // An insertion has no bytes of its own: it goes where the byte after it begins.
        auto const wanted = edit.span.empty() ? Span{edit.span.begin, edit.span.begin + 1} : edit.span;
        auto const place = place_of(file_.document, finding.note, wanted);
        if (!place || (!out.edits.empty() && place->part != out.part)) return std::nullopt;
        out.part = place->part;
        auto span = place->span;
        if (edit.span.empty()) span.end = span.begin;
        out.edits.push_back({span, edit.replacement});
    }
    return out;
}

std::string note_name(Document const& document, std::size_t note) {
    if (note >= document.notes.size()) return {};
    auto const& source = document.notes[note];
    auto const word = source.kind == NoteKind::endnote     ? "endnote "
                      : source.kind == NoteKind::reference ? "entry "
                                                           : "note ";
    return concat(word, source.number.empty() ? std::to_string(note + 1) : source.number);
}

std::string reason_of(CitationLink const& link, Document const& document) {
    auto const name = note_name(document, link.note);
    if (name.empty() || link.note_id.empty()) return link.reason;
    return replace_all(link.reason, concat("note ", link.note_id), name);
}

void Tally::add(CheckedFile const& file) {
    for (auto const& finding : file.findings) {
        auto& count = finding.severity == Severity::error     ? errors
                      : finding.severity == Severity::warning ? warnings
                                                              : notes;
        ++count;
        if (std::any_of(finding.fixes.begin(), finding.fixes.end(), [](Fix const& fix) { return fix.safe; }))
            ++fixable;
    }
    silenced += file.silenced.size();
}

std::string Tally::words() const {
    if (errors + warnings + notes == 0)
        return silenced == 0 ? "nothing found"
                             : concat("nothing found, ", std::to_string(silenced), " silenced");
    auto text =
        concat(plural(errors, "error"), ", ", plural(warnings, "warning"), ", ", plural(notes, "note"));
    if (fixable > 0) text += concat(" (", std::to_string(fixable), " can be fixed with --fix)");
    if (silenced > 0) text += concat(", ", std::to_string(silenced), " silenced");
    return text;
}

}  // namespace fonds::reporting
