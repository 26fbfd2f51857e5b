// Files that a LaTeX text takes in: their text stands where the command does.

#include <algorithm>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "manuscript/latex_reader.hpp"

namespace fonds {
namespace {

// Chapters begin a page, so that no sentence runs on into them.
bool begins_page(std::string_view command) {
    return command == "subfile" || command.find("include") != std::string_view::npos;
}

}  // namespace

// The text of another file stands where its command does.
void LatexReader::take_in(Name const& name) {
    auto const input = input_of(name);
    if (input.name.empty()) return;
    Span const command{name.begin, at_};
    auto const found = find_file(input);
    if (!found.reason.empty()) return report_file(input.name, found.reason, command);
    if (begins_page(name.text)) out().paragraph(command);
    auto const outer_folder = std::exchange(import_folder_, input.folder);
    auto const place = enter_file(found.part);
    auto outer = std::exchange(static_cast<LatexCursor&>(*this), LatexCursor(files_->bytes(found.part)));
    open_files_.push_back(found.part);
    state_->macros.add(LatexMacros::collect(source_));
    go_to_document();
    run();
    close_all(end_);
    open_files_.pop_back();
    static_cast<LatexCursor&>(*this) = std::move(outer);
    leave_file(place);
    import_folder_ = outer_folder;
}

// What a command takes in, and where that is looked for: "\\input{file}", "\\import{folder}{file}". Names in
// an imported file are looked up in its folder, too, and "\\subimport" goes on from there.
LatexReader::Input LatexReader::input_of(Name const& name) {
    auto folder = import_folder_;
    if (latex_effect(name.text).command == LatexCommand::import) {
        auto const written = skip_argument();
        if (!written) return {};
        auto const added = std::string(trim(slice(source_, *written)));
        folder = name.text.starts_with("sub") ? concat(folder, folder.empty() ? "" : "/", added) : added;
    }
    return {file_name(name), std::move(folder)};
}

// The name of a file behind its command.
std::string_view LatexReader::file_name(Name const& name) {
    if (auto const file = skip_argument()) return slice(source_, *file);
    // TeX's own "\\input name".
    at_ = name_end(name);
    auto const begin = at_;
    at_ = std::min(source_.find_first_of(" \t\r\n%}\\", at_), end_);
    return source_.substr(begin, at_ - begin);
}

LatexFiles::Found LatexReader::find_file(Input const& input) {
    if (files_ == nullptr) return {0, "a macro takes it in"};
    if (open_files_.size() >= maximum_input_depth) return {0, "it is taken in too deep"};
    if (++state_->inputs > maximum_inputs) return {0, "too many files are taken in"};
    auto found = files_->find(input.name, part(), input.folder);
    if (found.reason.empty() && contains(open_files_, found.part)) found.reason = "it takes itself in";
    return found;
}

void LatexReader::report_file(std::string_view file, std::string_view reason, Span command) {
    report("file-not-read", Severity::warning, command,
           concat("“", file, "” is a file of its own and was not read (", reason, "): check it as well"));
}

// Macros that the preamble has in files of their own.
void LatexReader::take_macros_of_inputs(std::size_t begin, std::size_t end) {
    auto const whole = std::exchange(end_, end);
    auto const body = at_;
    for (at_ = begin; at_ < end;) {
        at_ = std::min(source_.find_first_of("\\%", at_), end);
        if (at_ >= end) break;
        if (source_[at_] == '%') {
            comment();
            continue;
        }
        auto const name = name_at(at_);
        at_ = std::max(name.end, at_ + 1);
        auto const effect = latex_effect(name.text).command;
        if (effect != LatexCommand::file && effect != LatexCommand::import) continue;
        if (auto const found = find_file(input_of(name)); found.reason.empty())
            state_->macros.add(LatexMacros::collect(files_->bytes(found.part)));
    }
    at_ = body;
    end_ = whole;
}

}  // namespace fonds
