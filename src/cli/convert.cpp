// `fonds convert`: any record format to any other.

#include <algorithm>
#include <fonds/formats.hpp>
#include <fonds/location.hpp>
#include <iostream>
#include <memory>

#include "cli/command.hpp"
#include "cli/finding_list.hpp"
#include "cli/input.hpp"
#include "cli/lines.hpp"
#include "cli/output.hpp"
#include "cli/processors.hpp"
#include "cli/progress.hpp"
#include "cli/project.hpp"

namespace fonds::cli {
namespace {

struct Options {
    std::string input = "-";
    std::string output = "-";
    std::string from;
    std::string to;
    std::string keys;
    ProjectArguments project;
    unsigned jobs = processor_count();
    bool lossless = false;
    bool plain = false;
    bool sentence_case = false;
    bool read_locations = false;
    bool list = false;
};

int fail(std::string const& message) {
    std::cerr << "fonds convert: " << message << '\n';
    return exit_error;
}

class Converter {
  public:
    Converter(Options const& options, Project const& project, Format const& from, ItemWriter writer)
        : options_(options),
          project_(project),
          from_(from),
          writer_(std::move(writer)),
          output_(options.output),
          findings_(options.input),
          progress_("fonds convert:", "records") {
        auto const* to = find_format(options.to);
        read_options_.source = options.input;
        read_options_.sentence_case = options.sentence_case;
        read_options_.jobs = options.jobs;
        read_options_.keep_source = from.extensions == "bib" && to->extensions == "bib";
    }

    int run(Input& input) {
        if (auto const error = output_.open()) return cli::fail(to_string(*error));
        total_ = input.total();
        if (from_.by_line) {
            if (!convert_lines(input)) return exit_error;
        } else {
            if (!convert_block(input.all())) return exit_error;
        }
        if (input.failed()) return cli::fail(options_.input + ": cannot be read to its end");
        writer_.finish();
        output_.write(writer_.take());
        progress_.clear();
        findings_.print_rest();
        if (records_ == 0 && has_content_ && findings_.empty())
            std::cerr << options_.input << ": warning: no records of the format " << from_.name
                      << " are in it\n";
        if (lost_) return exit_error;  // the output is not left behind half done
        if (auto const error = output_.finish()) return cli::fail(to_string(*error));
        return findings_.has_errors() ? exit_partial : exit_fine;
    }

  private:
    bool convert_lines(Input& input) {
        auto block = input.take_first();
        for (bool more = true; more;) {
            more = input.read(block, block_size);
            auto end = more ? block.rfind('\n') : block.size() - 1;
            if (block.empty() || end == std::string::npos) continue;
            std::string rest = block.substr(end + 1);
            block.resize(end + 1);
            if (!convert_block(block)) return false;
            lines_before_ += static_cast<std::size_t>(std::count(block.begin(), block.end(), '\n'));
            bytes_before_ += block.size();
            block = std::move(rest);
        }
        return true;
    }

    bool convert_block(std::string_view block) {
        has_content_ = has_content_ || block.find_first_not_of(" \t\r\n") != std::string_view::npos;
        auto const& options = read_options_;
        auto const found = options_.read_locations
                               ? convert_with_locations(block, options)
                               : convert_items(
                                     block, from_.name, writer_,
                                     [&](std::optional<Error> const& error) { count(error); }, options);
        progress_.clear();
        if (!found) return fail(found.error(), block), false;
        findings_.print(*found, block, lines_before_);
        findings_.print(writer_.take_diagnostics(), {}, 0);
        return true;
    }

    Result<std::vector<Diagnostic>> convert_with_locations(std::string_view block,
                                                           ReadOptions const& options) {
        return for_each_item(
            block, from_.name,
            [&](Item&& item) {
                read_location(item, project_.knowledge());
                count(writer_.write(item));
            },
            options);
    }

    int fail(Error const& error, std::string_view block) const {
        if (error.offset == 0) return cli::fail(to_string(error));
        auto const place = LineIndex(block).locate(error.offset);
        std::cerr << options_.input << ':' << lines_before_ + place.line << ':' << place.column
                  << ": error: " << error.message << '\n';
        return exit_error;
    }

    void count(std::optional<Error> const& error) {
        if (error) {
            progress_.clear();
            cli::fail(error->message);
            lost_ = true;
        }
        if (++records_ % 64 == 0) {
            output_.write(writer_.take());
            progress_.update(records_, bytes_before_, from_.by_line ? total_ : 0);
        }
    }

    Options const& options_;
    Project const& project_;
    Format const& from_;
    ItemWriter writer_;
    Output output_;
    FindingList findings_;
    Progress progress_;
    ReadOptions read_options_;
    std::size_t total_ = 0;
    std::size_t records_ = 0;
    std::size_t lines_before_ = 0;
    std::size_t bytes_before_ = 0;
    bool lost_ = false;
    bool has_content_ = false;
};

int list_formats() {
    for (auto const& format : formats())
        std::cout << format.name << '\t' << (format.reads ? "reads" : "-") << '\t'
                  << (format.writes ? "writes" : "-") << '\t' << format.description << '\n';
    return exit_fine;
}

int convert(Options options) {
    if (options.list) return list_formats();
    Input input;
    if (auto const error = input.open(options.input)) return fail(to_string(*error));
    auto const* from = options.from.empty() ? detect_format(input.head().substr(0, block_size), options.input)
                                            : find_format(options.from);
    if (from == nullptr)
        return fail(options.from.empty()
                        ? "cannot tell the format of the input; name it with --from (formats: --list; for "
                          "what a manuscript cites, run `fonds parse`)"
                        : "no record format “" + options.from + "” (formats: --list)");
    if (options.to.empty()) {
        auto const* by_name = detect_format({}, options.output);
        options.to = by_name != nullptr ? by_name->name : "csl-json";
    }
    WriteOptions write_options;
    write_options.lossless = options.lossless;
    write_options.plain = options.plain;
    write_options.key_pattern = options.keys;
    auto writer = ItemWriter::create(options.to, write_options);
    if (!writer) return fail(writer.error().message);
    // Nothing else that a project sets is asked for.
    auto const project =
        options.read_locations ? open_project(options.project, options.input) : Result<Project>(Project{});
    if (!project) return fail(to_string(project.error()));
    return Converter(options, *project, *from, *std::move(writer)).run(input);
}

}  // namespace

void add_convert(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("convert", "Convert records from any format to any other");
    command->add_option("FILE", options->input, "The records; - or nothing: standard input");
    command->add_option("-f,--from", options->from, "Format of the input; otherwise by content and name");
    command->add_option("-t,--to", options->to, "Format of the output; otherwise by its name, or csl-json");
    command->add_option("-o,--output", options->output, "File to write; otherwise standard output");
    command->add_option(
        "--keys", options->keys,
        "Pattern of BibTeX keys for records that come without; usually [auth][year][veryshorttitle]");
    add_jobs(*command, options->jobs,
             "Threads on which records of BibTeX and CSL-JSON are read and written; other formats take one");
    command->add_flag("--lossless", options->lossless, "Fail where a field cannot be carried, naming it");
    command->add_flag(
        "--plain", options->plain,
        "Without the field that only fonds reads; what is lost is named (with --lossless: an error)");
    command->add_flag("--sentence-case", options->sentence_case,
                      "English titles of BibTeX in sentence case; braces hold their capitals");
    command->add_flag("--read-locations", options->read_locations,
                      "Read archive and archive_location as a note's: levels, host of the copy, translators");
    add_project_options(*command, options->project);
    command->add_flag("--list", options->list, "List the formats");
    command->footer("Exit status: 0 fine; 2 nothing written; 3 written, but some records were damaged.");
    command->callback([options, &exit_code] { exit_code = convert(*options); });
}

}  // namespace fonds::cli
