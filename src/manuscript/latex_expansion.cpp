// Macros that a LaTeX text defines, put in where they are called.

#include "base/text.hpp"
#include "manuscript/latex_reader.hpp"

namespace fonds {
namespace {

// Macros may use macros so deep, and their texts together may grow so large.
constexpr std::size_t maximum_expansion_depth = 16;
constexpr std::size_t maximum_expanded_size = 1u << 20;

}  // namespace

// A macro's text stands for its call as a whole, and so does the text of each note it makes.
void LatexReader::expand(Name const& name, LatexMacro const& macro) {
    auto const arguments = read_arguments(name, macro);
    if (expansion_depth_ >= maximum_expansion_depth || state_->expanded_size > maximum_expanded_size) return;
    auto const body = expanded(macro, arguments);
    state_->expanded_size += body.size();
    Document scratch;
    LatexReader inner(scratch, body, state_, in_note(), expansion_depth_ + 1);
    inner.run();
    adopt(inner, {name.begin, at_});
}

std::vector<std::string> LatexReader::read_arguments(Name const& name, LatexMacro const& macro) {
    at_ = macro.parameters.empty() ? name_end(name) : name.end;
    std::vector<std::string> arguments;
    for (auto const& parameter : macro.parameters) {
        auto const written = parameter ? skip_option() : skip_argument();
        arguments.emplace_back(written ? slice(source_, *written)
                                       : std::string_view(parameter ? *parameter : ""));
    }
    return arguments;
}

void LatexReader::skip_definition(Name const& command) {
    skip_argument();
    if (at_ < end_ && source_[at_] == '\\') at_ = name_at(at_).end;
    if (command.text == "let") {
        while (at_ < end_ && (source_[at_] == '=' || source_[at_] == ' ')) ++at_;
        if (at_ < end_) at_ = source_[at_] == '\\' ? name_at(at_).end : at_ + 1;
        return;
    }
    if (command.text.ends_with("DocumentCommand")) skip_argument();
    skip_options();
    while (at_ < end_ && (source_[at_] == '#' || is_digit(source_[at_]))) ++at_;
    skip_argument();
}

}  // namespace fonds
