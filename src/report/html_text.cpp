// Marks up the text of a note: each piece bears the field it was read as and the gravest finding on it.

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "report/html.hpp"

namespace fonds::reporting {
namespace {

/// Something that covers a piece of the text.
struct Cover {
    Span span;
    std::string_view group;  ///< of a field; empty for a finding
    std::string_view name;   ///< of the field
    Severity severity = Severity::note;
    bool is_finding = false;
};

std::string_view segment_group(SegmentKind kind) {
    switch (kind) {
        case SegmentKind::signal: return "signal";
        case SegmentKind::comment: return "comment";
        case SegmentKind::citation: return "cite";
        case SegmentKind::joiner: break;
    }
    return "joiner";
}

std::vector<Cover> covers_of(ParsedNote const& note, std::vector<Diagnostic const*> const& findings) {
    std::vector<Cover> covers;
    for (auto const& segment : note.segments) {
        auto const group = segment_group(segment.kind);
        covers.push_back({segment.span, group, group, Severity::note, false});
    }
    for (auto const& citation : note.citations)
        for (auto const& field : citation.fields)
            covers.push_back({field.span, field_group(field.field), field.field, Severity::note, false});
    for (auto const* finding : findings)
        covers.push_back({finding->span, {}, finding->rule, finding->severity, true});
    for (auto& cover : covers) {
        cover.span.end = std::min(cover.span.end, note.text.size());
        cover.span.begin = std::min(cover.span.begin, cover.span.end);
        // A place without width is shown on the character after it.
        if (cover.is_finding && cover.span.empty() && cover.span.begin < note.text.size())
            cover.span.end += decode(note.text, cover.span.begin).size;
    }
    std::erase_if(covers, [](Cover const& cover) { return cover.span.empty(); });
    return covers;
}

/// What lies on one place of the text: fields by size, findings by severity.
class Layers {
  public:
    explicit Layers(std::vector<Cover> const& covers) : covers_(covers) {}

    void enter(std::size_t index) {
        auto const& cover = covers_[index];
        if (cover.is_finding) findings_.insert({-static_cast<int>(cover.severity), index});
        else fields_.insert({cover.span.size(), index});
    }
    void leave(std::size_t index) {
        auto const& cover = covers_[index];
        if (cover.is_finding) findings_.erase({-static_cast<int>(cover.severity), index});
        else fields_.erase({cover.span.size(), index});
    }
    /// The opening tag of a piece that lies so; empty where nothing does.
    [[nodiscard]] std::string tag() const {
        if (fields_.empty() && findings_.empty()) return {};
        auto const* field = fields_.empty() ? nullptr : &covers_[fields_.begin()->second];
        auto const* finding = findings_.empty() ? nullptr : &covers_[findings_.begin()->second];
        std::string classes = field ? concat("g-", field->group) : std::string();
        if (finding) classes += concat(classes.empty() ? "" : " ", "f f-", to_string(finding->severity));
        auto const title = finding ? finding->name : field->name;
        return concat("<span class=\"", classes, "\" title=\"", escape_html(title), "\">");
    }

  private:
    std::vector<Cover> const& covers_;
    std::set<std::pair<std::size_t, std::size_t>> fields_;
    std::set<std::pair<int, std::size_t>> findings_;
};

}  // namespace

std::string escape_html(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        auto const c = decode(text, at);
        at += c.size;
        switch (c.value) {
            case U'&': out += "&amp;"; break;
            case U'<': out += "&lt;"; break;
            case U'>': out += "&gt;"; break;
            case U'"': out += "&quot;"; break;
            default:
                append_utf8(
                    out, c.value < 0x20 && c.value != U'\n' && c.value != U'\t' ? 0x2400 + c.value : c.value);
        }
    }
    return out;
}

std::string_view field_group(std::string_view field) {
    if (field.starts_with("levels/")) return "level";
    constexpr std::array<std::pair<std::string_view, std::string_view>, 24> groups = {{
        {"title", "title"},
        {"title-short", "title"},
        {"author", "name"},
        {"recipient", "name"},
        {"editor", "name"},
        {"translator", "name"},
        {"interviewer", "name"},
        {"container-author", "name"},
        {"issued", "date"},
        {"accessed", "date"},
        {"archive", "archive"},
        {"archive-place", "archive"},
        {"archive_collection", "level"},
        {"archive_location", "level"},
        {"repository", "archive"},
        {"source", "copy"},
        {"digital_archive", "copy"},
        {"URL", "copy"},
        {"document_id", "copy"},
        {"collection_id", "copy"},
        {"obtained_by", "provenance"},
        {"translated_by", "provenance"},
        {"provenance", "provenance"},
        {"contributor", "provenance"},
    }};
    for (auto const& [name, group] : groups)
        if (field == name ||
            (field.starts_with(name) && field.size() > name.size() && field[name.size()] == '/'))
            return group;
    return "print";
}

std::string marked_text(ParsedNote const& note, std::vector<Diagnostic const*> const& findings) {
    auto const covers = covers_of(note, findings);
    std::map<std::size_t, std::pair<std::vector<std::size_t>, std::vector<std::size_t>>>
        events;  // leave, enter
    events[0];
    events[note.text.size()];
    for (std::size_t index = 0; index < covers.size(); ++index) {
        events[covers[index].span.begin].second.push_back(index);
        events[covers[index].span.end].first.push_back(index);
    }
    Layers layers(covers);
    std::string out;
    for (auto at = events.begin(); at != events.end(); ++at) {
        for (auto const index : at->second.first) layers.leave(index);
        for (auto const index : at->second.second) layers.enter(index);
        auto const next = std::next(at);
        if (next == events.end()) break;
        auto const piece = escape_html(slice(note.text, {at->first, next->first}));
        auto const tag = layers.tag();
        out += tag.empty() ? piece : concat(tag, piece, "</span>");
    }
    return out;
}

}  // namespace fonds::reporting
