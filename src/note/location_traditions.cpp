// How the archives of each tradition write what has no label: section and piece, files by their numbers.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/location_codes.hpp"
#include "note/location_reader.hpp"

namespace fonds {

using std::string_view;

namespace {
/// "2.05.118": the number of an entrance to the National Archives in The Hague.
bool is_toegang(string_view written) {
    auto const parts = split(written, '.');
    return parts.size() >= 3 && std::all_of(parts.begin(), parts.end(), [](string_view part) {
               return !part.empty() && part.size() <= 3 && is_all_digits(part);
           });
}
}  // namespace

/// The tradition whose schemes have ids that begin so; where one begin goes on another, it stands first.
bool LocationReader::by_tradition(std::size_t index, Span span, string_view written) {
    struct Tradition {
        string_view scheme;
        bool (LocationReader::*reads)(std::size_t, Span, string_view);
    };
    static constexpr std::array traditions = {
        Tradition{"US", &LocationReader::american},     Tradition{"GB-DSP", &LocationReader::british},
        Tradition{"FR", &LocationReader::french},       Tradition{"RU", &LocationReader::russian},
        Tradition{"UA", &LocationReader::in_rows},      Tradition{"BY", &LocationReader::in_rows},
        Tradition{"BG", &LocationReader::in_rows},      Tradition{"MN", &LocationReader::in_rows},
        Tradition{"LT", &LocationReader::in_rows},      Tradition{"LV", &LocationReader::in_rows},
        Tradition{"MD", &LocationReader::in_rows},      Tradition{"AZ", &LocationReader::in_rows},
        Tradition{"DE", &LocationReader::german},       Tradition{"HU", &LocationReader::hungarian},
        Tradition{"YU", &LocationReader::yugoslav},     Tradition{"RO", &LocationReader::romanian},
        Tradition{"PL", &LocationReader::polish},       Tradition{"CN", &LocationReader::by_signature},
        Tradition{"JP", &LocationReader::by_signature}, Tradition{"KR", &LocationReader::by_signature},
        Tradition{"UN", &LocationReader::by_signature}, Tradition{"OSA", &LocationReader::by_signature},
        Tradition{"AU", &LocationReader::australian},   Tradition{"CH-SIG", &LocationReader::swiss_canton},
        Tradition{"CH", &LocationReader::swiss},        Tradition{"NL", &LocationReader::dutch},
        Tradition{"AT", &LocationReader::austrian},     Tradition{"ES", &LocationReader::spanish},
    };
    if (scheme_.empty()) return file_by_letter(span, written);
    auto const tradition = std::find_if(traditions.begin(), traditions.end(),
                                        [&](Tradition const& known) { return scheme_is(known.scheme); });
    return tradition != traditions.end() && (this->*tradition->reads)(index, span, written);
}

bool LocationReader::american(std::size_t index, Span span, string_view written) {
    // "Houghton Library, Harvard University, ABC 15.1": libraries have no subject-numeric files.
    if (!subject_numeric(written) && !names_subject(index, written)) return false;
    add(scheme_is("US-COLL") && reference().levels.empty() ? "signature" : "file", {}, span);
    return true;
}

/// "POL US-USSR", "NATO US": a primary subject and countries, all in capitals.
bool LocationReader::names_subject(std::size_t index, string_view written) const {
    auto const& element = elements_[index];
    auto const& tokens = low_.chunks.tokens;
    auto const first = head(element).first;
    auto const last = list_[element.last - 1].last;
    if (written.size() > 24 || last - first < 2 || !low_.lexicon.is_file_subject(tokens[first].key) ||
        !tokens[first].upper)
        return false;
    for (auto i = first; i < last; ++i)
        if (tokens[i].kind == TokenKind::word && !tokens[i].all_upper && !tokens[i].digits) return false;
    return true;
}

bool LocationReader::british(std::size_t index, Span span, string_view written) {
    // "PRO, FO 371, 3540, 20506"
    if (reference().levels.size() == 1 && told("series") && is_all_digits(written)) {
        add("piece", {}, span);
        return true;
    }
    if (reference().levels.empty() || !has(elements_[index], Trait::reference)) return false;
    add(told("series") || told("piece") ? "item" : "signature", {}, span);
    if (told("piece")) settle(span);
    return true;
}

/// "Archives nationales, F7 9884", "AN, BB18 7059", "Arch. nat., LL 215": the series of the national archives
/// by its letters, and the carton.
bool LocationReader::french(std::size_t, Span span, string_view written) {
    // "Fonds Georges Pompidou, 5 AG 2, carton 106": an entry, which may be told behind whose papers they are.
    if (scheme_is("FR-AN") && is_french_entry(written) && is_digit(written.front()) && !told("signature")) {
        add("signature", {}, span);
        settle(span);
        return true;
    }
    if (!scheme_is("FR-AN") || !reference().levels.empty() || !is_french_series(written)) return false;
    auto const space = written.find(' ');
    auto const series = written[space - 1] == '.' ? space - 1 : space;
    add("series", {}, {span.begin, span.begin + series});
    add("carton", {}, {span.begin + space + 1, span.end});
    settle(span);
    return true;
}

/// "AGI, Guadalajara 287", "AGI, México 1369", "AGS, Estado 2034": the section, and its bundle.
bool LocationReader::spanish(std::size_t, Span span, string_view written) {
    auto const space = written.rfind(' ');
    if (!reference().levels.empty() || space == string_view::npos ||
        !is_all_digits(written.substr(space + 1)))
        return false;
    auto const section = written.substr(0, space);
    constexpr std::size_t shortest = 4;
    auto const last = section.substr(section.rfind(' ') + 1);
    bool const words = last.size() >= shortest && std::none_of(section.begin(), section.end(), is_digit) &&
                       last.back() != '.' &&
                       std::any_of(last.begin(), last.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (!words) return false;
    add("series", {}, {span.begin, span.begin + space});
    add("signature", {}, {span.begin + space + 1, span.end});
    settle(span);
    return true;
}

/// Archives that have one shelfmark for all levels; behind it the page: "第3页".
bool LocationReader::by_signature(std::size_t index, Span span, string_view written) {
    if (!has(elements_[index], Trait::digits)) return false;
    if (written.starts_with("第") && (written.ends_with("页") || written.ends_with("頁"))) {
        constexpr auto mark = string_view("第").size();
        low_.set(Variable::page, {span.begin + mark, span.end - mark});
        return true;
    }
    add("signature", {}, span);
    return true;
}

bool LocationReader::australian(std::size_t index, Span span, string_view written) {
    if (!is_code(written) || elements_[index].piece == Piece::date) return false;
    add(told("series") ? "item" : "series", {}, span);
    return true;
}

bool LocationReader::dutch(std::size_t, Span span, string_view written) {
    if (!is_code(written) || (!reference().levels.empty() && !is_toegang(written))) return false;
    add("fond", {}, span);
    return true;
}

}  // namespace fonds
