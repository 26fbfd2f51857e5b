// Host tool: writes a C++ source that holds tables of learned weights, laid out to be used as they are.
//   fonds_weights_tool OUTPUT NAME=TABLE...

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "note/weight_reader.hpp"

namespace {

using namespace fonds;

class Source {
  public:
    Source() {
        out_ =
            "#include \"note/learned_tables.hpp\"\n\n"
            "#pragma GCC diagnostic ignored \"-Wmissing-braces\"\n\n"
            "namespace fonds::learned {\n";
    }

    void add(std::string const& name, LearnedWeights::Arrays const& table) {
        out_ += "namespace {\nnamespace " + name + "_table {\n";
        array("std::string_view", "labels", table.labels,
              [&](std::string_view label) { out_ += '"' + std::string(label) + '"'; });
        array("std::int16_t", "transitions", table.transitions, [&](std::int16_t n) { number(n); });
        array("std::int16_t", "leads", table.leads, [&](std::int16_t n) { number(n); });
        array("FewWeights", "few", table.few, [&](FewWeights const& few) {
            out_ += '{';
            list(few.labels);
            list(few.weights);
            out_ += '}';
        });
        array("std::int16_t", "many", table.many, [&](std::int16_t n) { number(n); });
        array("LearnedWeights::Place", "counted", table.counted, [&](LearnedWeights::Place n) { number(n); });
        array("LearnedWeights::Slot", "slots", table.slots, [&](LearnedWeights::Slot const& slot) {
            out_ += '{';
            number(slot.check);
            out_ += ',';
            number(slot.place);
            out_ += '}';
        });
        out_ += "}  // namespace " + name + "_table\n}  // namespace\n";
        out_ += "constinit LearnedWeights const " + name + "([] {\n    using namespace " + name +
                "_table;\n    return LearnedWeights::Arrays{labels, " + std::to_string(table.stay) + ", " +
                std::to_string(table.none) + ", transitions, leads, few, many, " +
                std::to_string(table.heaviest) + ", counted, slots};\n}());\n\n";
    }

    [[nodiscard]] std::string take() { return std::move(out_) + "}  // namespace fonds::learned\n"; }

  private:
    template <class Number>
    void number(Number n) {
        out_ += std::to_string(n);
        if (n > 0x7FFFFFFF) out_ += 'U';
    }

    template <class Numbers>
    void list(Numbers const& numbers) {
        out_ += '{';
        for (auto const n : numbers) {
            number(n);
            out_ += ',';
        }
        out_ += "},";
    }

    /// An array of what `write` writes of each element; a span of none where there is none.
    template <class Elements, class Write>
    void array(std::string const& type, std::string const& name, Elements const& elements,
               Write const& write) {
        if (elements.empty()) {
            out_ += "constexpr std::span<" + type + " const> " + name + ";\n";
            return;
        }
        out_ += "alignas(32) constexpr " + type + ' ' + name + "[] = {\n";
        std::size_t count = 0;
        for (auto const& element : elements) {
            write(element);
            out_ += ++count % 16 == 0 ? ",\n" : ",";
        }
        out_ += "};\n";
    }

    std::string out_;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: fonds_weights_tool OUTPUT NAME=TABLE...\n";
        return 2;
    }
    Source source;
    for (int i = 2; i < argc; ++i) {
        std::string const argument = argv[i];
        auto const equals = argument.find('=');
        std::ifstream in(argument.substr(equals + 1), std::ios::binary);
        if (!in) {
            std::cerr << "fonds_weights_tool: cannot read " << argument << '\n';
            return 2;
        }
        std::string const bytes{std::istreambuf_iterator<char>(in), {}};
        source.add(argument.substr(0, equals), WeightReader(bytes).arrays());
    }
    std::ofstream out(argv[1], std::ios::binary);
    out << source.take();
    return out ? 0 : 2;
}
