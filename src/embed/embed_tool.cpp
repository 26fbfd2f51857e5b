// Host tool: writes a C++ source that holds files as string literals.
//   fonds_embed_tool OUTPUT ROOT FILE...

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "embed/array_writer.hpp"

namespace {

// A compiler must accept string literals of 65,536 bytes; adjoining pieces are kept far below.
constexpr std::size_t bytes_a_line = 4000;

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::cerr << "usage: fonds_embed_tool OUTPUT ROOT FILE...\n";
        return 2;
    }
    std::string const root = argv[2];
    // The standard asks for literals of 65,536 characters at least; g++ and clang take any length.
    std::string source =
        "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n"
        "#include \"base/embedded.hpp\"\n\nnamespace fonds {\nnamespace {\n";
    std::string table;
    for (int i = 3; i < argc; ++i) {
        std::ifstream in(root + "/" + argv[i], std::ios::binary);
        if (!in) {
            std::cerr << "fonds_embed_tool: cannot read " << root << "/" << argv[i] << '\n';
            return 2;
        }
        std::string const bytes{std::istreambuf_iterator<char>(in), {}};
        auto const name = "file_" + std::to_string(i - 3);
        source += "constexpr char " + name + "[] =\n";
        for (std::size_t at = 0; at == 0 || at < bytes.size(); at += bytes_a_line)
            source += "    " + fonds::embed::quoted(std::string_view(bytes).substr(at, bytes_a_line)) + "\n";
        source += "    ;\n";
        table += "    {\"" + std::string(argv[i]) + "\", {" + name + ", sizeof " + name + " - 1}},\n";
    }
    source += "constexpr EmbeddedFile files[] = {\n" + table + "    {{}, {}},\n};\n\n}  // namespace\n\n";
    source += "std::span<EmbeddedFile const> embedded_files() { return {files, std::size(files) - 1}; }\n\n";
    source += "}  // namespace fonds\n";
    std::ofstream out(argv[1], std::ios::binary);
    out << source;
    return out ? 0 : 2;
}
