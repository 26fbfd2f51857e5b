// References generated from the authority and scheme tables, written out in our house forms, and read back:
// the record again, level by level.
#include "generated.hpp"
#include "support/catch.hpp"

namespace {

using namespace fonds;
using namespace fonds::generated;

/// The reference as a style with this form writes it: NARA's innermost first, parted by semicolons.
std::string written_in(ArchivalReference const& reference, HouseForm const& form) {
    Item item;
    item.type = ItemType::manuscript;
    item.reference = reference;
    auto const lowered = lower(item, form);
    std::vector<std::string> parts;
    for (auto const variable : {Variable::archive, Variable::archive_collection, Variable::archive_location})
        if (!lowered.text(variable).empty()) parts.emplace_back(lowered.text(variable));
    bool const nara = form.name() == "nara";
    if (nara) std::reverse(parts.begin(), parts.end());
    std::string out;
    for (auto const& part : parts) out += (out.empty() ? "" : nara ? "; " : ", ") + part;
    return out;
}

struct Counts {
    int good = 0, all = 0;
    std::string worst;
};

void read_back_in(HouseForm const& form, LevelScheme const& scheme, Counts& counts) {
    rc::check(concat(form.name(), " ", scheme.id), [&] {
        auto const reference = reference_in_archive(scheme);
        RC_PRE(!reference.levels.empty());
        auto const written = written_in(reference, form);
        auto const note = parse_note("“Report,” 5 May 1956, " + written + ".");
        bool const good = note.citations.size() == 1 &&
                          sorted(read_levels(note.citations[0])) == sorted(levels_of(reference));
        ++counts.all;
        counts.good += good ? 1 : 0;
        if (!good) counts.worst = written;
    });
}

}  // namespace

TEST_CASE("generated references read back in every house form", "[note][generated]") {
    constexpr double least_share = 0.93;  // of all; below it a change has broken a form
    Counts all;
    for (auto const& form : house_forms())
        for (auto const& scheme : Knowledge::builtin().schemes()) {
            if (std::find(read_back.begin(), read_back.end(), scheme.id) == read_back.end()) continue;
            Counts counts;
            read_back_in(form, scheme, counts);
            INFO(form.name() << " " << scheme.id << ": " << counts.good << " of " << counts.all << ", not "
                             << counts.worst);
            REQUIRE(counts.all > 0);
            all.good += counts.good;
            all.all += counts.all;
        }
    CAPTURE(all.good, all.all);
    CHECK(all.good >= least_share * all.all);
}
