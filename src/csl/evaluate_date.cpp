// Dates, their ranges and sort keys (CSL 1.0.2, "Date", "Date Ranges", "AD and BC", "Seasons").

#include <algorithm>
#include <array>
#include <cstdio>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "csl/evaluate.hpp"

namespace fonds::csl {

namespace {

/// A part as a number, 0 where it is not there; seasons count on behind the months.
int part_of_point(DatePoint const& point, DatePart part) {
    switch (part) {
        case DatePart::year: return point.year;
        case DatePart::month:
            return point.month != 0 ? point.month : point.season != 0 ? 12 + point.season : 0;
        case DatePart::day: return point.day;
    }
    return 0;
}

std::string padded(int number, std::size_t width) {
    auto text = std::to_string(number);
    return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

bool includes(std::vector<DatePartSpec> const& parts, DatePart part) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](DatePartSpec const& spec) { return spec.part == part; });
}

Term era_of(DatePoint const& point) {
    return point.year < 0 ? Term{term::bc} : point.year < 1000 ? Term{term::ad} : no_term;
}

/// What the style does not say of a date's font, its localized format does ("Localized Date Formats").
void inherit_font(Face& face, Face const& from) {
    if (face.style == FontStyle::none) face.style = from.style;
    if (face.variant == FontVariant::none) face.variant = from.variant;
    if (face.weight == FontWeight::none) face.weight = from.weight;
    if (face.decoration == Decoration::none) face.decoration = from.decoration;
    if (face.align == VerticalAlign::none) face.align = from.align;
}

/// The parts from which on two ends of a range differ, largest first.
std::vector<DatePart> differing_parts(std::vector<DatePartSpec> const& parts, DatePoint const& start,
                                      DatePoint const& end) {
    std::vector<DatePart> given;
    for (auto const part : {DatePart::year, DatePart::month, DatePart::day})
        if (includes(parts, part) && (part == DatePart::year || part_of_point(end, part) != 0))
            given.push_back(part);
    for (std::size_t i = 0; i < given.size(); ++i)
        if (part_of_point(start, given[i]) != part_of_point(end, given[i]))
            return {given.begin() + static_cast<std::ptrdiff_t>(i), given.end()};
    return {};
}

}  // namespace

std::string Evaluator::date_key(Date const& date, std::vector<DatePartSpec> const* parts) const {
    if (date.start.year == 0) return {};
    std::string out;
    for (auto const& point : {date.start, date.end.value_or(DatePoint{})}) {
        auto const year = !parts || includes(*parts, DatePart::year) ? point.year : 0;
        out += year < 0 ? concat("0", padded(std::max(0, 9999 + year), 4)) : concat("1", padded(year, 4));
        auto const month = !parts || includes(*parts, DatePart::month) ? point.month : 0;
        auto const day = !parts || includes(*parts, DatePart::day) ? point.day : 0;
        out += padded(month, 2);
        out += padded(day, 2);
    }
    return out;
}

void Evaluator::write_date(Element const& element, NodeId parent) {
    auto const& spec = style_.dates[element.detail];
    auto const& parts = words_.parts_of(element.detail);
    auto const* date = state_.record->date(spec.variable);
    auto filled = false;
    if (date) {
        filled = !date->literal.empty();
        // A key has zeros for the parts that a date lacks ("Sorting Variables").
        if (mode_ == Mode::sorting) filled = filled || date->start.year != 0;
        for (auto const& part : parts)
            filled = filled || part_of_point(date->start, part.part) != 0 ||
                     (part.part == DatePart::year && date->start.year != 0);
    }
    if (mode_ == Mode::looking && spec.variable == Variable::accessed) {
        call(spec.variable, filled);
        return;
    }
    if (!call(spec.variable, filled)) return;
    can_substitute_.back() = 0;
    if (mode_ == Mode::sorting) {
        auto const key = date_key(*date, &parts);
        if (!key.empty()) tree_->append(parent, tree_->add_leaf(tree_->keep(key)));
        return;
    }
    if (picks_author() && (rendered_something_ || passed_text_)) return;
    rendered_something_ = true;
    Format format = element.format;
    if (spec.form != DateForm::none) {
        auto const& localized = words_.date_format(spec.form);
        if (format.prefix.empty()) format.prefix = localized.prefix;
        if (format.suffix.empty()) format.suffix = localized.suffix;
        format.delimiter = localized.delimiter;  // the style may set none of its own ("Delimiter")
        if (format.text_case == TextCase::none) format.text_case = localized.text_case;
        inherit_font(format.face, localized.face);
    }
    auto const list = open_list(format, parent);
    (*tree_)[list].part = Part::date;
    (*tree_)[list].has_variable = true;
    (*tree_)[list].variable = spec.variable;
    write_date_parts(parts, *date, list, format.text_case);
    close_list(list);
}

/// Words in place of a date stand where the year would.
void Evaluator::write_date_literal(std::vector<DatePartSpec> const& parts, std::string_view literal,
                                   NodeId list, TextCase text_case) {
    auto const year = std::find_if(parts.begin(), parts.end(),
                                   [](DatePartSpec const& part) { return part.part == DatePart::year; });
    if (year == parts.end()) return;
    auto format = year->format;
    if (format.text_case == TextCase::none) format.text_case = text_case;
    tree_->append(list, leaf(literal, format));
}

/// A date while its parts are written.
struct Evaluator::DateRun {
    DateRun(std::vector<DatePartSpec> const& specs, Date const& date, NodeId holder, TextCase first_case)
        : parts(specs),
          start(date.start),
          end(date.end.value_or(DatePoint{})),
          list(holder),
          text_case(first_case),
          last(specs.size()) {
        auto const open = date.end.has_value() && end.year == 0;
        if (date.end.has_value() && !open) differing = differing_parts(parts, start, end);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            auto const part = parts[i].part;
            auto const in_start = part_of_point(start, part) != 0;
            if ((differs(part) && (in_start || part_of_point(end, part) != 0)) || (open && in_start))
                last = i;
        }
        same_era = last < parts.size() && parts[last].part == DatePart::year && !open &&
                   era_of(start) == era_of(end);
    }

    [[nodiscard]] bool differs(DatePart part) const { return contains(differing, part); }

    std::vector<DatePartSpec> const& parts;
    DatePoint start, end;
    NodeId list;
    TextCase text_case;               ///< of the date as a whole
    std::vector<DatePart> differing;  ///< the parts in which the ends of a range differ
    std::size_t last;                 ///< the part behind which a range's end stands; none: `parts.size()`
    bool same_era = false;            ///< "44–41 BC": both ends are of one era, which is named once
};

/// Writes a part of a point; false where the point does not have it.
bool Evaluator::write_date_part(DateRun& run, NodeId target, DatePartSpec const& part, DatePoint const& point,
                                bool without_prefix, bool without_suffix) {
    auto const text = date_part_text(part, point);
    if (text.empty()) return false;
    auto format = part.format;
    if (format.text_case == TextCase::none) format.text_case = run.text_case;
    // The case of a sentence's beginning is that of what is written first.
    if (run.text_case == TextCase::capitalize_first || run.text_case == TextCase::sentence)
        run.text_case = TextCase::none;
    if (without_prefix) format.prefix = {};
    if (without_suffix) format.suffix = {};
    auto const holder = tree_->add_list();
    tree_->append(holder, stripped_leaf(text, format));
    if (part.part == DatePart::year) {
        auto const era = era_of(point);
        auto const named_later = run.same_era && without_suffix;
        if (era != no_term && !named_later) tree_->append(holder, leaf(words_.get(era), Format{}));
    }
    tree_->append(target, holder);
    return true;
}

/// The delimiter of a range, and those parts of its end that differ.
void Evaluator::write_range_end(DateRun& run, NodeId range) {
    auto const& own = run.parts[run.last].range_delimiter;
    auto const delimiter = own && !own->empty() ? *own : words_.get(term::year_range_delimiter);
    tree_->append(range, tree_->add_leaf(delimiter));
    auto const ending = tree_->add_list();
    (*tree_)[ending].delimiter = (*tree_)[run.list].delimiter;
    tree_->append(range, ending);
    auto first = true;
    for (std::size_t i = 0; i <= run.last; ++i)
        if (run.differs(run.parts[i].part) &&
            write_date_part(run, ending, run.parts[i], run.end, first, false))
            first = false;
}

/// Notes the parts of a cite's date, and says which collapse into those of the cite before (CSL 1.0.2, "Cite
/// Collapsing"): the year, and with it a month or day that is the same. Empty: none.
std::vector<bool> Evaluator::collapsing_parts(std::vector<DatePartSpec> const& parts,
                                              DatePoint const& point) {
    std::vector<bool> out;
    auto const by_suffix =
        style_.collapse == Collapse::year_suffix || style_.collapse == Collapse::year_suffix_ranged;
    if (mode_ != Mode::final || area_ != Area::citation || !style_.add_year_suffix || !by_suffix) return out;
    auto year_repeats = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto const value = part_of_point(point, parts[i].part);
        auto const at = collapse.date_parts.size();
        out.push_back(at < collapse.last_date_parts.size() && collapse.last_date_parts[at] == value);
        if (parts[i].part == DatePart::year) year_repeats = out.back();
        collapse.date_parts.push_back(value);
    }
    // A locator keeps its cite, and the next, from collapsing further than by names.
    auto const collapses =
        collapse.collapsed && year_repeats && !collapse.after_locator && state_.locator.value.empty();
    if (!collapses) out.clear();
    return out;
}

void Evaluator::write_date_parts(std::vector<DatePartSpec> const& parts, Date const& date, NodeId list,
                                 TextCase text_case) {
    if (!date.literal.empty()) return write_date_literal(parts, date.literal, list, text_case);
    DateRun run(parts, date, list, text_case);
    auto const collapsing = collapsing_parts(parts, date.start);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto const is_year = parts[i].part == DatePart::year;
        auto const is_last = i == run.last;
        auto const target = is_last ? tree_->add_list() : list;
        if (is_last) tree_->append(list, target);
        if (collapsing.empty() || !collapsing[i])
            write_date_part(run, target, parts[i], date.start, false, is_last);
        if (is_last) write_range_end(run, target);
        if (is_year) write_year_suffix(list, parts[i].format);
    }
}

std::string Evaluator::date_part_text(DatePartSpec const& part, DatePoint const& point) {
    auto const form = part.form;
    std::string out;
    switch (part.part) {
        case DatePart::year: {
            if (point.year == 0) return {};
            auto const year = point.year < 0 ? -point.year : point.year;
            out = std::to_string(year);
            if (form == DatePartForm::short_ && out.size() == 4) out = out.substr(2);
            return out;
        }
        case DatePart::month: {
            if (point.month == 0 && point.season == 0) return {};
            if (point.month < 1 || point.month > 12) {
                if (point.season < 1 || point.season > 4) return {};
                out = std::string(words_.get(static_cast<Term>(term::season_01 + point.season - 1)));
            } else if (form == DatePartForm::numeric) {
                out = std::to_string(point.month);
            } else if (form == DatePartForm::numeric_leading_zeros) {
                out = padded(point.month, 2);
            } else {
                out = std::string(
                    words_.get(static_cast<Term>(term::month_01 + point.month - 1),
                               form == DatePartForm::short_ ? TermForm::short_ : TermForm::long_));
            }
            if (part.format.strip_periods || strip_periods_ > 0) out = replace_all(out, ".", "");
            return out;
        }
        case DatePart::day: {
            if (point.day == 0) return {};
            if (form == DatePartForm::numeric_leading_zeros) return padded(point.day, 2);
            if (form == DatePartForm::ordinal && (!words_.limit_day_ordinals || point.day == 1)) {
                auto const month = static_cast<Term>(term::month_01 + std::clamp(point.month, 1, 12) - 1);
                auto const gender = point.month ? words_.gender_of(month) : Gender::neuter;
                return concat(std::to_string(point.day), words_.ordinal_suffix(point.day, gender));
            }
            return std::to_string(point.day);
        }
    }
    return out;
}

/// The year suffix where the style does not place it itself: after the first year of the cite, written like
/// it.
void Evaluator::write_year_suffix(NodeId list, Format const& format) {
    if (mode_ != Mode::final || style_.has_year_suffix || state_.year_suffix < 0 || year_suffix_done_) return;
    year_suffix_done_ = true;
    auto const id = tree_->add_leaf(tree_->keep(year_suffix_letters(state_.year_suffix)));
    (*tree_)[id].counter = Counter::year_suffix;
    (*tree_)[id].is_number = true;
    (*tree_)[id].number = state_.year_suffix;
    (*tree_)[id].part = Part::number;
    (*tree_)[id].prefix = format.prefix;
    (*tree_)[id].suffix = format.suffix;
    (*tree_)[id].face = format.face;
    // Inside the year's own holder, before its suffix.
    auto const year = tree_->end_of(list);
    // Where a space delimits the parts, one in the year's affixes is the same: none stands before the letter.
    if (auto const delimiter = (*tree_)[list].delimiter; !delimiter.empty() && trim(delimiter).empty()) {
        auto const spaces = std::min(format.prefix.find_first_not_of(' '), format.prefix.size());
        (*tree_)[id].prefix = format.prefix.substr(spaces);
        if (year != no_node && (*tree_)[year].first != no_node) {
            auto& digits = (*tree_)[(*tree_)[year].first];
            if (digits.suffix == format.suffix)
                digits.suffix = format.suffix.substr(0, format.suffix.find_last_not_of(' ') + 1);
        }
    }
    if (year != no_node && (*tree_)[year].is_list) tree_->append(year, id);
    else tree_->append(list, id);
}

}  // namespace fonds::csl
