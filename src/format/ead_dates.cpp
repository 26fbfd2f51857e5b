// Dates of EAD: in words, in a normal form beside them, or in parts (EAD3).

#include "base/text.hpp"
#include "format/ead_parts.hpp"
#include "format/field_text.hpp"
#include "format/xml_records.hpp"

namespace fonds::ead {
namespace {

// "1816/1931" with equal ends is one date; undelimited numbers are ISO 8601's basic form.
Date read_normal(std::string_view normal) {
    auto const slash = normal.find('/');
    auto const hyphenate = [](std::string_view part) {
        std::string out(trim(part));
        if (is_all_digits(out) && out.size() == 8) out.insert(6, "-").insert(4, "-");
        return out;
    };
    auto const start = hyphenate(normal.substr(0, slash));
    if (slash == std::string_view::npos) return parse_edtf(start).value_or(Date{});
    auto const end = hyphenate(normal.substr(slash + 1));
    if (end == start) return parse_edtf(start).value_or(Date{});
    return parse_edtf(start + "/" + (end == "9999" ? std::string("..") : end)).value_or(Date{});
}

std::string standard_or_text(xml::Node node) {
    if (!node) return {};
    auto const standard = node["standarddate"];
    return standard.empty() ? text_of(node) : std::string(standard);
}

Date read_structured(xml::Node node) {
    if (auto const range = node.child("daterange"))
        return read_date_text(standard_or_text(range.child("fromdate")) + "/" +
                              standard_or_text(range.child("todate")));
    return read_date_text(standard_or_text(node.child("datesingle")));
}

Date read_unitdate(xml::Node node) {
    if (node.local_name() == "unitdatestructured") return read_structured(node);
    auto const words = text_of(node);
    auto date = read_normal(node["normal"]);
    if (date.empty()) return read_date_text(words);
    auto const certainty = ascii_lower(node["certainty"]);
    auto const small = ascii_lower(words);
    date.circa = date.circa || certainty == "approximate" || certainty == "circa" ||
                 small.starts_with("circa ") || small.starts_with("ca. ") || small.starts_with("c. ");
    if (!words.empty() && words != to_edtf(date)) date.raw = words;
    return date;
}

}  // namespace

bool is_date(xml::Node node) {
    return node.local_name() == "unitdate" || node.local_name() == "unitdatestructured";
}

bool is_bulk_date(xml::Node node) {
    return is_date(node) && (node["type"] == "bulk" || node["unitdatetype"] == "bulk");
}

ChosenDate read_dates(xml::Node did) {
    ChosenDate first;
    for (auto const parent : {did, did.child("unittitle")}) {
        for (auto const child : parent.elements()) {
            if (!is_date(child)) continue;
            auto date = read_unitdate(child);
            bool const bulk = is_bulk_date(child);
            if (first.date.empty() || (!bulk && !first.date.literal.empty())) first = {date, child};
            if (!bulk && !date.empty() && date.literal.empty()) return {date, child};
        }
    }
    return first;
}

}  // namespace fonds::ead
