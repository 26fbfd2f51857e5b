// References generated from the authority and scheme tables, and how they are compared with what was read.
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <array>
#include <fonds/house.hpp>
#include <fonds/note.hpp>
#include <iterator>
#include <string>
#include <vector>

#include "base/text.hpp"

namespace fonds::generated {

inline std::string number(int least, int most) { return std::to_string(*rc::gen::inRange(least, most)); }

/// A value as archives of the scheme number that level.
inline std::string value_of(std::string_view scheme, std::string_view level, Hierarchy hierarchy) {
    if (hierarchy == Hierarchy::part) {
        auto const first = *rc::gen::inRange(1, 300);
        return *rc::gen::arbitrary<bool>()
                   ? std::to_string(first)
                   : std::to_string(first) + "-" + std::to_string(first + *rc::gen::inRange(1, 30));
    }
    if (level == "year") return number(1945, 1990);
    if (level == "bestand")
        return *rc::gen::elementOf(std::vector<std::string>{"B", "DY", "NY", "R", "ZB"}) + " " +
               number(2, 99);
    if (scheme == "GB-DSP" && level == "series")
        return *rc::gen::elementOf(std::vector<std::string>{"FO", "CAB", "PREM", "WO", "DEFE"}) + " " +
               number(1, 900);
    if (scheme == "CN-FMA") return "10" + number(5, 9) + "-0" + number(1000, 3999) + "-0" + number(1, 9);
    if (level == "fond" && scheme.substr(0, 2) == "RU" && *rc::gen::inRange(0, 6) == 0)
        return "R-" + number(2, 9999);
    return number(1, 999);
}

/// The levels a reference of the scheme has: what it requires, and some of what it allows.
inline ArchivalReference reference_of(LevelScheme const& scheme) {
    ArchivalReference reference;
    for (auto const& level : scheme.levels) {
        bool const leaf = level.hierarchy == Hierarchy::part;
        if (!level.required && !(leaf && *rc::gen::inRange(0, 3) != 0)) continue;
        if (leaf && !reference.levels.empty() && reference.levels.back().hierarchy == Hierarchy::part)
            continue;
        ArchiveLevel out;
        out.level = level.level;
        out.hierarchy = level.hierarchy;
        out.value = value_of(scheme.id, level.level, level.hierarchy);
        reference.levels.push_back(std::move(out));
    }
    return reference;
}

inline std::vector<Archive const*> archives_of(std::string_view scheme) {
    std::vector<Archive const*> out;
    for (auto const& archive : Knowledge::builtin().archives())
        if (archive.scheme == scheme) out.push_back(&archive);
    return out;
}

inline std::string levels_of(ArchivalReference const& reference) {
    std::string out;
    for (auto const& level : reference.levels)
        out += (out.empty() ? "" : "; ") + level.level + " " + replace_all(level.value, "\u2013", "-");
    return out;
}

/// What was read: a page is a variable of its own.
inline std::string read_levels(Citation const& citation) {
    auto out = levels_of(citation.item.reference);
    auto const page = citation.item.text(Variable::page);
    if (!page.empty())
        out += (out.empty() ? "page " : "; page ") + replace_all(std::string(page), "\u2013", "-");
    return out;
}

inline std::string sorted(std::string const& levels) {
    auto parts = split(levels, ';');
    std::vector<std::string> all;
    for (auto const part : parts) all.emplace_back(trim(part));
    std::sort(all.begin(), all.end());
    std::string out;
    for (auto const& part : all) out += part + "; ";
    return out;
}

/// Schemes whose levels tell themselves by labels or by the form of their values. The others write bare
/// numbers that only the archive's catalogue can explain.
inline constexpr std::array read_back = {
    std::string_view{"RU-FOD"}, std::string_view{"RU-FOPD"}, std::string_view{"UA-FOS"},
    std::string_view{"BY-FVS"}, std::string_view{"MD-FID"},  std::string_view{"LT-FABL"},
    std::string_view{"LV-FAL"}, std::string_view{"AZ-FSI"},  std::string_view{"PL-ZWT"},
    std::string_view{"PL-ZSK"}, std::string_view{"CZ-FSAJ"}, std::string_view{"BG-FOAL"},
    std::string_view{"RO-FDF"}, std::string_view{"AL-FVDF"}, std::string_view{"MN-FDKK"},
    std::string_view{"CN-FMA"}, std::string_view{"US-RG"},   std::string_view{"CA-RG"},
    std::string_view{"DE-BSB"}, std::string_view{"DE-PAAA"}, std::string_view{"GB-DSP"}};

/// A name as notes have it; those of the tables with a comma or bracket tell namesakes apart.
inline bool is_cited_name(ArchiveName const& name) {
    return name.text.find_first_of(",(") == std::string::npos;
}

/// A reference to one of the archives of the scheme, under one of its names; nothing where drawing gave no
/// levels.
inline ArchivalReference reference_in_archive(LevelScheme const& scheme) {
    auto const archives = archives_of(scheme.id);
    auto const* archive = *rc::gen::elementOf(archives);
    auto reference = reference_of(scheme);
    std::vector<ArchiveName> names;
    std::copy_if(archive->names.begin(), archive->names.end(), std::back_inserter(names), is_cited_name);
    if (reference.levels.empty() || names.empty()) return {};
    reference.repository = (*rc::gen::elementOf(names)).text;
    reference.repository_id = archive->id;
    return reference;
}

}  // namespace fonds::generated
