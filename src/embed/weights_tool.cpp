// Host tool: writes a C++ source that holds tables of learned weights, laid out to be used as they are.
//   fonds_weights_tool OUTPUT NAME=TABLE...

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "embed/array_writer.hpp"
#include "note/weight_reader.hpp"

namespace {

using namespace fonds;

using embed::Array, embed::braced, embed::written;

std::string written_list(auto const& numbers) {
    std::string out = "{";
    for (auto const number : numbers) out += written(number) + ",";
    return out + "}";
}

std::string write_few(FewWeights const& few) {
    return braced(written_list(few.labels), written_list(few.weights));
}

std::string write_slot(LearnedWeights::Slot const& slot) {
    return braced(written(slot.check), written(slot.place));
}

/// The definition of the table `name` of learned_tables.hpp.
std::string write_table(std::string const& name, LearnedWeights::Arrays const& table) {
    std::string const weight = "std::int16_t", place = "LearnedWeights::Place";
    return "namespace {\nnamespace " + name + "_table {\n" +
           Array("std::string_view", "labels").add_all(table.labels).definition() +
           Array(weight, "transitions").add_all(table.transitions).definition() +
           Array(weight, "leads").add_all(table.leads).definition() +
           Array("FewWeights", "few").add_all(table.few, write_few).definition() +
           Array(weight, "many").add_all(table.many).definition() +
           Array(place, "counted").add_all(table.counted).definition() +
           Array("std::uint16_t", "seeds").add_all(table.seeds).definition() +
           Array("LearnedWeights::Slot", "slots").add_all(table.slots, write_slot).definition() +
           "}  // namespace " + name + "_table\n}  // namespace\n" +  //
           "constinit LearnedWeights const " + name + "([] {\n    using namespace " + name + "_table;\n" +
           "    return LearnedWeights::Arrays{labels, " + written(table.stay) + ", " + written(table.none) +
           ", transitions, leads, few, many, " + written(table.heaviest) +
           ", counted, seeds, slots};\n}());\n\n";
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: fonds_weights_tool OUTPUT NAME=TABLE...\n";
        return 2;
    }
    std::string source =
        "#include \"note/learned_tables.hpp\"\n\n"
        "#pragma GCC diagnostic ignored \"-Wmissing-braces\"\n\n"
        "namespace fonds::learned {\n";
    for (int i = 2; i < argc; ++i) {
        std::string const argument = argv[i];
        auto const equals = argument.find('=');
        std::ifstream in(argument.substr(equals + 1), std::ios::binary);
        if (!in) {
            std::cerr << "fonds_weights_tool: cannot read " << argument << '\n';
            return 2;
        }
        std::string const bytes{std::istreambuf_iterator<char>(in), {}};
        source += write_table(argument.substr(0, equals), WeightReader(bytes).arrays());
    }
    std::ofstream out(argv[1], std::ios::binary);
    out << source << "}  // namespace fonds::learned\n";
    return out ? 0 : 2;
}
