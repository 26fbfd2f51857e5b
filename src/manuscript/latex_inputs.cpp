// Files that a LaTeX text takes in: their text stands where the command does.

#include <algorithm>

#include "base/text.hpp"
#include "manuscript/latex_reader.hpp"

namespace fonds {

// The text of another file stands where its command does.
void LatexReader::take_in(Name const& name) {
    auto const file = file_name(name);
    if (file.empty()) return;
    Span const command{name.begin, at_};
    auto const found = find_file(file);
    if (!found.reason.empty()) return report_file(file, found.reason, command);
    if (name.text != "input") out().paragraph(command);
    auto const place = enter_file(found.part, command);
    auto outer = std::exchange(static_cast<LatexCursor&>(*this), LatexCursor(files_->bytes(found.part)));
    open_files_.push_back(found.part);
    state_->macros.add(LatexMacros::collect(source_));
    go_to_document();
    run();
    close_all(end_);
    open_files_.pop_back();
    static_cast<LatexCursor&>(*this) = std::move(outer);
    leave_file(place);
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

LatexFiles::Found LatexReader::find_file(std::string_view file) {
    if (files_ == nullptr) return {0, "a macro takes it in"};
    if (open_files_.size() >= maximum_input_depth) return {0, "it is taken in too deep"};
    if (++state_->inputs > maximum_inputs) return {0, "too many files are taken in"};
    auto found = files_->find(file, part());
    if (found.reason.empty() &&
        std::find(open_files_.begin(), open_files_.end(), found.part) != open_files_.end())
        found.reason = "it takes itself in";
    return found;
}

void LatexReader::report_file(std::string_view file, std::string_view reason, Span command) {
    Diagnostic diagnostic;
    diagnostic.rule = "file-not-read";
    diagnostic.severity = Severity::warning;
    diagnostic.message =
        concat("“", file, "” is a file of its own and was not read (", reason, "): check it as well");
    diagnostic.span = in_main_file(command);
    document_.diagnostics.push_back(std::move(diagnostic));
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
        if (name.text != "input" && name.text != "include") continue;
        if (auto const found = find_file(file_name(name)); found.reason.empty())
            state_->macros.add(LatexMacros::collect(files_->bytes(found.part)));
    }
    at_ = body;
    end_ = whole;
}

}  // namespace fonds
