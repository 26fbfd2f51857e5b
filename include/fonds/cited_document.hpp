// A manuscript as an editor goes on with it: its works, and its citations for a live session.
#pragma once

#include <fonds/csl.hpp>
#include <fonds/house.hpp>
#include <fonds/item.hpp>
#include <fonds/knowledge.hpp>
#include <fonds/note.hpp>
#include <vector>

#pragma GCC visibility push(default)
namespace fonds {

/// What the notes of a manuscript cite, apart from where in it.
///
///     auto const cited = cited_document(notes, house.form());
///     csl::Session session(house.style, house.locales, house.options(csl::OutputFormat::html));
///     session.set_items(lower(cited.items, house.form()));
///     for (std::size_t i = 0; i < cited.citations.size(); ++i) session.insert(i, cited.citations[i]);
struct CitedDocument {
    /// Each work once, with a stable id. Archival references name no leaves: as pages they are of the cites.
    Items items;
    /// One for each citation of each note, in order; note numbers count from 1. Its one cite has the page, or
    /// the leaves as the form writes them ("ll. 34–59"), as its locator. A citation of what is not known,
    /// whose text only its author can write, has no cite.
    std::vector<csl::Citation> citations;
};

/// The works and citations of a manuscript's notes. A location that "ibid." gives in part ("ibid., d. 315")
/// is completed by what it goes back to. `form`: that of the style that they will be written in.
[[nodiscard]] CitedDocument cited_document(std::vector<ParsedNote> const& notes, HouseForm const& form,
                                           Knowledge const& knowledge = Knowledge::builtin());

}  // namespace fonds
#pragma GCC visibility pop
