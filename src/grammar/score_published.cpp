// What the parts of published works are worth: people, titles, containers, imprints.

#include <algorithm>

#include "base/text.hpp"
#include "grammar/weigher.hpp"

namespace fonds {

double Weigher::container() const {
    if (!has(Role::container)) return 0;
    double sum = 0.6;
    if (count_trait(Role::container, Trait::journal) > 0) sum += 1;
    if (count_trait(Role::container, Trait::newspaper) > 0) sum += 1;
    if (count_trait(Role::container, Trait::magazine) > 0) sum += 1;
    if (count_trait(Role::container, Trait::series) > 0) sum += 1.2;
    if (count_trait(Role::container, Trait::docvolume) > 0) sum += 2;
    if (count_trait(Role::container, Trait::legal) > 0) sum += 1;
    sum -= count_trait(Role::container, Trait::collection) > 0 ? 0.8 : 0;
    // "National Security Archive Electronic Briefing Book No. 8" is a series.
    sum -= count_trait(Role::container, Trait::digital) > count_trait(Role::container, Trait::series) ? 4 : 0;
    sum -= count_kind(Role::container, ChunkKind::archive) * 3.0;
    sum -= count_trait(Role::container, Trait::letter) * 4.0;
    sum -= std::max(0, static_cast<int>(words(Role::container)) - 16) * 0.2;
    return sum;
}

double Weigher::publication() const {
    double sum = 0;
    for (auto const& part : candidate.parts)
        if (part.role == Role::publication) {
            auto const& chunk = at(part.first);
            if (chunk.kind == ChunkKind::publication)
                // "(Eintrag v. 12. 1. 1852)": no house prints on a day.
                sum += chunk.is(Trait::verb) || (chunk.has_day && !chunk.colon && chunk.is(Trait::publisher))
                           ? 1
                       : chunk.is(Trait::publisher) ? 3.5
                                                    : 1.8;
            else sum += chunk.kind == ChunkKind::thesis ? 4 : 2.6;
        }
    return std::min(sum, 4.5);
}

double Weigher::bare_year() const {
    auto const part = candidate.find(Role::publication);
    if (!part || at(part->first).kind != ChunkKind::publication || at(part->first).is(Trait::publisher))
        return 0;
    return part->first > 0 && at(part->first - 1).kind == ChunkKind::number ? 2 : 0.5;
}

double Weigher::pages() const {
    double sum = 0;
    for (auto const& part : candidate.parts)
        if (part.role == Role::pages) sum += at(part.first).kind == ChunkKind::level ? 1.5 : 0.9;
    return std::min(sum, 2.0);
}

double Weigher::title() const {
    double sum = has(Role::title) ? 1.0 : 0;
    if (count_kind(Role::title, ChunkKind::quote) > 0 && words(Role::title) > 0) sum += 0.8;
    // One stop divides title and subtitle in many languages; more are sentences.
    if (int const stops = count_kind(Role::title, ChunkKind::stop); stops > 0) sum -= 0.4 + (stops - 1) * 1.0;
    sum -= count_trait(Role::title, Trait::letter) * 1.5;
    sum -= count_kind(Role::title, ChunkKind::archive) * 0.8;
    sum -= count(Role::title, [](Chunk const& c) { return locates(c); }) * 1.5;
    sum -= std::max(0, static_cast<int>(words(Role::title)) - 40) * 0.1;
    // "“like a schoolboy let out”: John Colville, The Fringes of Power": words quoted in the text, then
    // their source.
    if (auto const part = candidate.find(Role::title);
        part && part->first == candidate.first && part->size() >= 3 &&
        at(part->first).kind == ChunkKind::quote && at(part->first + 1).kind == ChunkKind::colon &&
        at(part->first + 2).is(Trait::name))
        sum -= 3;
    // "»Der Königsmechanismus«, in: Kaiser, Hof und Staat": two titles.
    if (auto const part = candidate.find(Role::title);
        part && at(part->first).kind == ChunkKind::quote && count_kind(Role::title, ChunkKind::in) > 0)
        sum -= 2;
    if (is_given_name_of_editor()) sum -= 2;
    return sum;
}

/// "Holloway, David, ed. Stalin and the Bomb": behind a family's name a given name, which is no title; what
/// stands behind the role is no name.
bool Weigher::is_given_name_of_editor() const {
    auto const author = candidate.find(Role::author), title = candidate.find(Role::title),
               editor = candidate.find(Role::editor);
    if (!author || !title || !editor || at(editor->first).kind != ChunkKind::role ||
        at(author->first).size() != 1 || title->first != author->last + 1)
        return false;
    auto const is_given = [&](Chunk const& chunk) {
        return chunk.kind == ChunkKind::text && chunks.tokens[chunk.first].is_given();
    };
    auto const& named = at(editor->first + 1);
    return is_given(at(title->first)) && at(title->first).size() == 1 && !is_given(named) &&
           !named.begins_with_initials;
}

double Weigher::people() const {
    double sum = (has(Role::ibid)     ? 1.6
                  : has(Role::author) ? author()
                  : has(Role::listed) ? 1.9
                                      : 0) +
                 (has(Role::editor) ? 1.6 : 0) + (has(Role::translator) ? 0.5 : 0);
    // "CERVO, Amado Luiz; BUENO, Clodoaldo. História": what semicolons part is one list.
    bool const parted = count_kind(Role::listed, ChunkKind::semicolon) > 0;
    return std::min(sum, 2.4) + (parted ? 1 : 0);
}

double Weigher::author() const {
    auto const part = candidate.find(Role::author);
    auto const& first = at(part->first);
    bool const one_word = part->size() == 1 && first.size() == 1 && first.kind == ChunkKind::text;
    return one_word ? 0.9 : 1.6;
}

bool Weigher::begins_with_the() const {
    auto const& first = at(candidate.find(Role::title)->first);
    return first.size() >= 2 && chunks.tokens[first.first + 1].upper && chunks.word(first.first) == "the";
}

double Weigher::kept() const {
    if (!has(Role::location)) return 0;
    auto const place = location();
    if (place < 4) return -4;
    bool const paper =
        count_trait(Role::container, Trait::newspaper) + count_trait(Role::container, Trait::magazine) > 0;
    return paper ? place + 1 : 1.5;
}

}  // namespace fonds
