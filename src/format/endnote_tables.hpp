// EndNote's XML beside RIS: types and elements.
#pragma once

#include <array>
#include <string_view>

namespace fonds::endnote {

/// A type of EndNote, and that of RIS.
struct TypeRow {
    std::string_view ty;
    std::string_view name;
    int number;
};
inline constexpr auto types = std::to_array<TypeRow>({
    {"JOUR", "Journal Article", 17},
    {"BOOK", "Book", 6},
    {"CHAP", "Book Section", 5},
    {"MANSCPT", "Manuscript", 36},
    {"RPRT", "Report", 27},
    {"THES", "Thesis", 32},
    {"MGZN", "Magazine Article", 19},
    {"NEWS", "Newspaper Article", 23},
    {"BILL", "Bill", 4},
    {"CASE", "Case", 7},
    {"STAT", "Statute", 31},
    {"HEAR", "Hearing", 14},
    {"PAT", "Patent", 25},
    {"CONF", "Conference Proceedings", 10},
    {"CPAPER", "Conference Paper", 47},
    {"DICT", "Dictionary", 52},
    {"ENCYC", "Encyclopedia", 53},
    {"PCOMM", "Personal Communication", 26},
    {"ELEC", "Web Page", 12},
    {"BLOG", "Blog", 56},
    {"GEN", "Generic", 13},
    {"DATA", "Dataset", 59},
    {"DBASE", "Online Database", 45},
    {"AGGR", "Aggregated Database", 55},
    {"ANCIENT", "Ancient Text", 51},
    {"CLSWK", "Classical Work", 49},
    {"ART", "Artwork", 2},
    {"CHART", "Chart or Table", 38},
    {"FIGURE", "Figure", 37},
    {"MAP", "Map", 20},
    {"COMP", "Computer Program", 9},
    {"MPCT", "Film or Broadcast", 21},
    {"ADVS", "Audiovisual Material", 3},
    {"MULTI", "Online Multimedia", 48},
    {"MUSIC", "Music", 61},
    {"STAND", "Standard", 58},
    {"PAMP", "Pamphlet", 24},
    {"EDBOOK", "Edited Book", 28},
    {"EJOUR", "Electronic Article", 43},
    {"EBOOK", "Electronic Book", 44},
    {"ECHAP", "Electronic Book Section", 60},
    {"CTLG", "Catalog", 8},
    {"GOVDOC", "Government Document", 46},
    {"GRANT", "Grant", 54},
    {"EQUA", "Equation", 39},
    {"LEGAL", "Legal Rule or Regulation", 16},
    {"UNPB", "Unpublished Work", 34},
    {"SER", "Serial", 57},
    {"INTV", "Interview", 64},
});

/// An element, and the tag of RIS that it holds.
struct FieldRow {
    std::string_view tag;
    std::string_view group;  ///< element around it, or empty
    std::string_view element;
};
/// In the order of EndNote's document type; the first row of a tag is the one that is written.
inline constexpr auto fields = std::to_array<FieldRow>({
    {"AU", "contributors/authors", "author"},
    {"A2", "contributors/secondary-authors", "author"},
    {"A3", "contributors/tertiary-authors", "author"},
    {"A4", "contributors/subsidiary-authors", "author"},
    {"TA", "contributors/translated-authors", "author"},
    {"AD", "", "auth-address"},
    {"TI", "titles", "title"},
    {"T2", "titles", "secondary-title"},
    {"T3", "titles", "tertiary-title"},
    {"ST", "titles", "short-title"},
    {"TT", "titles", "translated-title"},
    {"JF", "periodical", "full-title"},
    {"J2", "periodical", "abbr-1"},
    {"SP", "", "pages"},
    {"VL", "", "volume"},
    {"IS", "", "issue"},
    {"M1", "", "number"},
    {"NV", "", "num-vols"},
    {"ET", "", "edition"},
    {"SE", "", "section"},
    {"RP", "", "reprint-edition"},
    {"KW", "keywords", "keyword"},
    {"PY", "dates", "year"},
    {"DA", "dates/pub-dates", "date"},
    {"CY", "", "pub-location"},
    {"PB", "", "publisher"},
    {"OP", "", "orig-pub"},
    {"SN", "", "isbn"},
    {"AN", "", "accession-num"},
    {"CN", "", "call-num"},
    {"LB", "", "label"},
    {"AB", "", "abstract"},
    {"N1", "", "notes"},
    {"RN", "", "research-notes"},
    {"M3", "", "work-type"},
    {"RI", "", "reviewed-item"},
    {"UR", "urls/related-urls", "url"},
    {"UR", "urls/web-urls", "url"},
    {"L2", "urls/text-urls", "url"},
    {"L1", "urls/pdf-urls", "url"},
    {"C1", "", "custom1"},
    {"C2", "", "custom2"},
    {"C3", "", "custom3"},
    {"C4", "", "custom4"},
    {"C5", "", "custom5"},
    {"C6", "", "custom6"},
    {"C7", "", "custom7"},
    {"DO", "", "electronic-resource-num"},
    {"DB", "", "remote-database-name"},
    {"DP", "", "remote-database-provider"},
    {"LA", "", "language"},
    {"Y2", "", "access-date"},
    {"CA", "", "caption"},
});

}  // namespace fonds::endnote
