// The fields and entry types of BibTeX and BibLaTeX, and the CSL types and variables they stand for.
//
// Names are biblatex's (manual 3.19, §2.2); BibTeX's older names and those that archival styles and exporters
// use for the same thing (journal, address, school, repository, shelfmark) lead to the same field.
#pragma once

#include <cstddef>
#include <cstdint>
#include <fonds/variable.hpp>
#include <optional>
#include <string_view>

namespace fonds {

enum class BibField : std::uint8_t {
    abstract,
    addendum,
    afterword,
    annotation,
    annotator,
    archive,
    archive_collection,
    archive_location,
    archive_place,
    author,
    authortype,
    bookauthor,
    bookpagination,
    booksubtitle,
    booktitle,
    booktitleaddon,
    call_number,
    chapter,
    collaborator,
    commentator,
    contributor,
    crossref,
    date,
    day,
    doi,
    edition,
    editor,
    editora,
    editorb,
    editorc,
    editoratype,
    editorbtype,
    editorctype,
    editortype,
    eid,
    entryset,
    entrysubtype,
    eprint,
    eprintclass,
    eprinttype,
    eventdate,
    eventtitle,
    eventtitleaddon,
    file,
    fjournal,
    foreword,
    genre,
    holder,
    howpublished,
    ids,
    institution,
    introduction,
    isan,
    isbn,
    ismn,
    isrn,
    issn,
    issue,
    issuesubtitle,
    issuetitle,
    issuetitleaddon,
    iswc,
    journalsubtitle,
    journaltitle,
    journaltitleaddon,
    keywords,
    langid,
    language,
    library,
    location,
    mainsubtitle,
    maintitle,
    maintitleaddon,
    medium,
    month,
    namea,
    nameatype,
    nameb,
    namebtype,
    namec,
    namectype,
    nameaddon,
    note,
    number,
    options,
    organization,
    origdate,
    origlanguage,
    origlocation,
    origpublisher,
    origtitle,
    pages,
    pagetotal,
    pagination,
    part,
    pmcid,
    pmid,
    publisher,
    pubstate,
    recipient,
    scale,
    section,
    series,
    shortjournal,
    shortseries,
    shorttitle,
    subtitle,
    title,
    titleaddon,
    translator,
    type,
    url,
    urldate,
    urlday,
    urlmonth,
    urlyear,
    usera,
    venue,
    verbc,
    version,
    volume,
    volumes,
    xdata,
    year,
};

/// One more than the last field.
inline constexpr std::size_t bib_field_count = static_cast<std::size_t>(BibField::year) + 1;

/// The field of that name (small letters) or of one of its other names.
[[nodiscard]] std::optional<BibField> find_bib_field(std::string_view name);

/// biblatex's name of a field.
[[nodiscard]] std::string_view to_string(BibField field);

/// How the name of an entry type is read.
struct BibType {
    std::string_view name;  ///< "incollection", in small letters
    ItemType type;
    bool is_part = false;         ///< its booktitle, not its title, is that of the book
    std::string_view genre = {};  ///< what the name says beyond the CSL type
};

/// The type of that name (small letters), or null.
[[nodiscard]] BibType const* find_bib_type(std::string_view name);

/// The entry type for an item of that type, for biblatex or for classic BibTeX.
[[nodiscard]] std::string_view bib_type_for(ItemType type, bool classic);

/// The single variable that a field stands for in every entry type, where it is that simple.
[[nodiscard]] std::optional<Variable> variable_of(BibField field);

}  // namespace fonds
