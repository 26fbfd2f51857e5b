// Elements with the roles that the grammar gave them: the fields of a citation laid over its chunks.

#include "note/element_roles.hpp"

#include <algorithm>
#include <array>

#include "note/location_codes.hpp"

namespace fonds {
namespace {

bool carries_a_field(ChunkKind kind) {
    switch (kind) {
        case ChunkKind::text:
        case ChunkKind::quote:
        case ChunkKind::date:
        case ChunkKind::level:
        case ChunkKind::number:
        case ChunkKind::archive:
        case ChunkKind::aside:
        case ChunkKind::publication:
        case ChunkKind::hereafter:
        case ChunkKind::url:
        case ChunkKind::provenance:
        case ChunkKind::accessed:
        case ChunkKind::ibid:
        case ChunkKind::on_file:
        case ChunkKind::role: return true;
        default: return false;
    }
}

/// What may be weighed again: words, quotations, names and codes; never what bears a label.
bool is_open(ChunkKind kind) {
    return kind == ChunkKind::text || kind == ChunkKind::quote || kind == ChunkKind::date ||
           kind == ChunkKind::number || kind == ChunkKind::archive || kind == ChunkKind::aside;
}

ElementRole role_of_field(FieldSpan const& field, ArchivalReference const& reference) {
    if (field.field == "recipient" || field.field == "interviewer") return "author";
    auto const* level = level_of(field, reference);
    if (!level) return field.field;
    return level->level == "collection" || level->level == "subseries" ? "level:series"
                                                                       : "level:" + level->level;
}

/// Roles that an element without a label may play; what the grammar made of it else (a host, a contributor)
/// stands.
bool is_weighed(ElementRole const& role) {
    constexpr std::array roles = {std::string_view{"none"},
                                  std::string_view{"title"},
                                  std::string_view{"author"},
                                  std::string_view{"genre"},
                                  std::string_view{"issued"},
                                  std::string_view{"archive"},
                                  std::string_view{"container-title"},
                                  std::string_view{"archive-place"},
                                  std::string_view{"number"},
                                  std::string_view{"page"}};
    return role.starts_with("level:") || std::find(roles.begin(), roles.end(), role) != roles.end();
}

/// Levels that a label told ("f-44") or that their own form tells, whatever stands beside it.
bool is_settled(ArchiveLevel const& level) {
    if (level.level == "file" && subject_numeric(level.value)) return true;
    if (level.level == "signature" && is_collection_number(level.value)) return true;
    if (level.level == "file" && is_office_file(level.value)) return true;
    return !level.label.empty() || level.level == "number" || level.level == "papka";
}

/// Whether a colon follows chunk `index` ("HUBL: Ropes Papers"), or a comma and a box, a folder or a number
/// in parts.
bool before_container(Chunks const& chunks, std::uint32_t index) {
    if (index + 1 < chunks.list.size() && chunks.list[index + 1].kind == ChunkKind::colon) return true;
    if (index + 2 >= chunks.list.size() || chunks.list[index + 1].kind != ChunkKind::comma) return false;
    auto const& next = chunks.list[index + 2];
    if (next.kind == ChunkKind::number)
        return slice(chunks.text, next.span).find('-') != std::string_view::npos;  // "MDHM, 15-9"
    return next.kind == ChunkKind::level && next.phrase && is_container(next.phrase->meanings.front());
}

/// Whether a chunk is one phrase of several words for a form of paper.
bool is_form(Chunks const& chunks, Chunk const& chunk) {
    auto const form = match_phrase(chunks.tokens, chunks.text, chunk.first, mask(WordClass::genre));
    return form.phrase && form.size > 1 && chunk.first + form.size >= chunk.last;
}

/// "transcript of a conversation between the ambassador to Rome, T. Lee, and …": who took part are no
/// writers.
bool describes_talk(Candidate const& candidate, Chunks const& chunks, std::uint32_t index) {
    constexpr std::array words = {std::string_view{"between"}, std::string_view{"zwischen"},
                                  std::string_view{"entre"}};
    auto const* head = candidate.find(Role::head);
    if (!head || index < head->first || index >= head->last) return false;
    auto const& first = chunks.list[head->first];
    return first.is(Trait::genre_head) && has_word(chunks, first.first, first.last, words);
}

/// How many bytes two spans share.
std::size_t shared(Span a, Span b) {
    auto const begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
    return begin < end ? end - begin : 0;
}

/// "H.O., 40/56": a level over several elements is settled as a whole.
void hold_together(std::vector<CitationElement>& elements, Citation const& citation) {
    for (auto const& field : citation.fields) {
        if (!level_of(field, citation.item.reference)) continue;
        auto const on_field = [&](CitationElement const& element) {
            return shared(field.span, element.span) > 0;
        };
        if (!std::any_of(elements.begin(), elements.end(),
                         [&](auto const& element) { return element.settled && on_field(element); }))
            continue;
        for (auto& element : elements) element.settled = element.settled || on_field(element);
    }
}

}  // namespace

ArchiveLevel const* level_of(FieldSpan const& field, ArchivalReference const& reference) {
    constexpr std::string_view prefix = "levels/";
    if (!field.field.starts_with(prefix)) return nullptr;
    auto const index = std::stoul(field.field.substr(prefix.size()));
    return index < reference.levels.size() ? &reference.levels[index] : nullptr;
}

std::vector<CitationElement> citation_elements(Citation const& citation, std::vector<Span> const& settled,
                                               Candidate const& candidate, Chunks const& chunks) {
    std::vector<CitationElement> out;
    for (auto index = candidate.first; index < candidate.last; ++index) {
        auto const& chunk = chunks.list[index];
        if (!carries_a_field(chunk.kind)) continue;
        CitationElement element{index, chunk.span, "none", !is_open(chunk.kind)};
        std::size_t most = 0;
        int levels = 0;
        // "837 (KPR)": what a bracket behind the code says is not told by the code.
        bool told = chunk.kind != ChunkKind::aside &&
                    std::any_of(settled.begin(), settled.end(),
                                [&](Span span) { return shared(span, chunk.span) > 0; });
        bool keeper = false;
        for (auto const& field : citation.fields) {
            auto const size = shared(field.span, chunk.span);
            if (auto const* level = level_of(field, citation.item.reference); level && size > 0) {
                ++levels;
                told = told || is_settled(*level);
            }
            if (size > 0 && field.field == "archive" && size < chunk.span.end - chunk.span.begin &&
                chunk.kind == ChunkKind::text)
                keeper = true;
            if (size <= most) continue;
            most = size;
            element.rule = role_of_field(field, citation.item.reference);
        }
        auto const* container = candidate.find(Role::container);
        if (container && index >= container->first && index < container->last) element.settled = true;
        // "sub: Heavy Bombers for Russia" says itself that it is the title.
        if (chunk.is(Trait::subject) || (index >= 2 && chunks.list[index - 2].is(Trait::subject)))
            element.settled = true;
        if (element.rule == "title" && describes_talk(candidate, chunks, index)) element.settled = true;
        // "NSF, box 3": the table says what such capitals are.
        if (element.rule == "level:series" && chunk.last - chunk.first == 1 &&
            chunks.tokens[chunk.first].is(WordClass::file_group))
            element.settled = true;
        // "Wheeler memorandum to Marsh", "Новак Б. — Зеллер П." say themselves who wrote to whom.
        if ((element.rule == "author" || element.rule == "genre" || chunk.to != no_token) &&
            citation.item.names.find(Variable::recipient))
            element.settled = true;
        // "Interview with Adam Kent": who was asked.
        if (chunk.is(Trait::interview) && citation.item.type == ItemType::interview) element.settled = true;
        // "Anthony Polsky, interview with Paul B. Anderson": who asked whom.
        if ((element.rule == "author" || element.rule == "genre") &&
            citation.item.names.find(Variable::interviewer))
            element.settled = true;
        // "YU, box 2, folder 25": capitals before a box are a keeper's.
        if (element.rule == "archive" && chunk.kind == ChunkKind::text && chunk.is(Trait::capitals) &&
            !chunk.is(Trait::digits) && before_container(chunks, index))
            element.settled = true;
        // "Memorandum of Conversation": nothing but a form.
        if (element.rule == "genre" && chunk.kind == ChunkKind::text && is_form(chunks, chunk))
            element.settled = true;
        // "New Delhi 5311" behind the date of a letter.
        if (element.rule == "number" && chunk.is(Trait::telegram)) element.settled = true;
        // "Secret", "4 p.m.", "n.d." play no part.
        if (element.rule == "none" && (chunk.is(Trait::marking) || chunk.is(Trait::undated)))
            element.settled = true;
        // "RGANI, 5/28/412/12", "TNA, FO 371/8475": numbers that the archive's scheme parted.
        if (!is_weighed(element.rule) || levels > 1 || told || (keeper && levels > 0)) element.settled = true;
        out.push_back(std::move(element));
    }
    hold_together(out, citation);
    return out;
}

}  // namespace fonds
