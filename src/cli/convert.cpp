// `fonds convert`: any record format to any other.

#include <fonds/formats.hpp>

#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>

#include "cli/command.hpp"
#include "cli/lines.hpp"

namespace fonds::cli {
namespace {

struct Options {
    std::string input = "-";
    std::string output = "-";
    std::string from;
    std::string to = "csl-json";
    std::string keys;
    bool lossless = false;
};

int fail(std::string const& message) {
    std::cerr << "fonds convert: " << message << '\n';
    return exit_error;
}

std::string extension_of(std::string const& path) {
    auto const dot = path.rfind('.');
    return dot == std::string::npos || path.find('/', dot) != std::string::npos ? std::string() : path.substr(dot + 1);
}

bool read_input(std::string const& path, std::string& bytes) {
    std::ostringstream buffer;
    if (path == "-") {
        buffer << std::cin.rdbuf();
    } else {
        std::ifstream file(path, std::ios::binary);
        if (!file) return false;
        buffer << file.rdbuf();
    }
    bytes = std::move(buffer).str();
    return true;
}

// By name where given; else by the file's extension, then by its content.
Format const* find_input_format(Options const& options, std::string_view bytes) {
    if (!options.from.empty()) return find_format(options.from);
    if (auto const* format = sniff_format(bytes)) return format;
    return find_format(extension_of(options.input));
}

void print(std::vector<Diagnostic> const& diagnostics, std::string const& source, std::string_view text) {
    if (diagnostics.empty()) return;
    LineIndex const lines(text);
    for (auto const& diagnostic : diagnostics) {
        auto const place = lines.locate(diagnostic.span.begin);
        std::cerr << source << ':' << place.line << ':' << place.column << ": " << to_string(diagnostic.severity) << ": "
                  << diagnostic.message << " [" << diagnostic.rule << "]\n";
    }
}

int convert(Options const& options) {
    std::string bytes;
    if (!read_input(options.input, bytes)) return fail("cannot read “" + options.input + "”");
    auto const* from = find_input_format(options, bytes);
    if (from == nullptr)
        return fail(options.from.empty() ? "cannot tell the format of the input; name it with --from"
                                         : "no record format “" + options.from + "”");
    WriteOptions write_options;
    write_options.lossless = options.lossless;
    write_options.key_pattern = options.keys;
    auto writer = ItemWriter::create(options.to, write_options);
    if (!writer) return fail(writer.error().message);

    std::ofstream file;
    if (options.output != "-") file.open(options.output, std::ios::binary);
    std::ostream& out = options.output == "-" ? std::cout : file;
    int code = exit_fine;
    auto const deliver = [&](Item&& item) {
        if (auto const error = writer->write(item)) code = fail(error->message);
        out << writer->take();
    };
    bool const both_bib = from->extensions == "bib" && find_format(options.to)->extensions == "bib";
    auto const diagnostics = read_items(bytes, from->name, deliver, {options.input, both_bib});
    if (!diagnostics) return fail(to_string(diagnostics.error()));
    writer->finish();
    out << writer->take() << std::flush;
    print(*diagnostics, options.input, bytes);
    print(writer->take_diagnostics(), options.input, {});
    if (!out) return fail("cannot write “" + options.output + "”");
    return code;
}

}  // namespace

void add_convert(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("convert", "Convert records from any format to any other");
    command->add_option("FILE", options->input, "The records; - or nothing: standard input");
    command->add_option("-f,--from", options->from, "Format of the input; otherwise by content and name");
    command->add_option("-t,--to", options->to, "Format of the output")->capture_default_str();
    command->add_option("-o,--output", options->output, "File to write; otherwise standard output");
    command->add_option("--keys", options->keys, "Pattern of new BibTeX keys: [auth][year][veryshorttitle]");
    command->add_flag("--lossless", options->lossless, "Fail where a field cannot be carried, naming it");
    command->callback([options, &exit_code] { exit_code = convert(*options); });
}

}  // namespace fonds::cli
