// The macros that a LaTeX text defines.

#include "manuscript/latex_macros.hpp"

#include "base/text.hpp"
#include "manuscript/latex_cursor.hpp"
#include "manuscript/latex_effects.hpp"

namespace fonds {
namespace {

// TeX knows nine.
constexpr std::size_t maximum_parameters = 9;

// A parameter that a body names thousands of times multiplies its argument: what grows past this is cut off.
constexpr std::size_t maximum_expansion = 1u << 20;

bool makes_notes(std::string_view command) {
    switch (latex_effect(command).command) {
        case LatexCommand::footnote:
        case LatexCommand::endnote:
        case LatexCommand::footnote_text:
        case LatexCommand::footnote_mark:
        case LatexCommand::endnote_mark:
        case LatexCommand::endnote_text:
        case LatexCommand::note_citation:
        case LatexCommand::auto_citation: return true;
        default: return false;
    }
}

// The name of the command that a body consists of: "\footnote", or "\footnote{#1}" with one parameter in
// braces.
std::string_view only_command(LatexMacro const& macro) {
    auto body = trim(macro.body);
    if (macro.parameters.size() == 1 && !macro.parameters.front()) {
        if (!body.ends_with("{#1}")) return {};
        body.remove_suffix(4);
    } else if (!macro.parameters.empty()) {
        return {};
    }
    if (!body.starts_with('\\')) return {};
    body.remove_prefix(1);
    for (char const c : body)
        if (!is_ascii_letter(c)) return {};
    return makes_notes(body) ? body : std::string_view();
}

}  // namespace

class LatexMacros::Collector : LatexCursor {
  public:
    Collector(std::string_view source, LatexMacros& out) : LatexCursor(source), out_(out) {}

    void run() {
        for (auto const command : latex_commands(LatexCommand::definition)) each(command);
    }

  private:
    void each(std::string_view command) {
        auto const wanted = concat("\\", command);
        at_ = 0;
        for (auto at = source_.find(wanted); at != std::string_view::npos; at = source_.find(wanted, at_)) {
            auto const name = name_at(at);
            at_ = name.end;
            if (name.text == command) add(command);
        }
    }

    // Behind the command: "{\name}[2]{body}", "\name#1{body}", "\name\other".
    void add(std::string_view command) {
        auto const name = defined_name();
        if (name.empty()) return;
        if (command == "let") return add_alias(name);
        LatexMacro macro;
        if (command.ends_with("DocumentCommand") ? !read_specification(macro) : !read_parameters(macro))
            return;
        auto const body = skip_argument();
        bool const is_known = latex_effect(name).command != LatexCommand::unknown || name == "begin";
        if (!body || is_known) return;
        macro.body = slice(source_, *body);
        if (auto const other = only_command(macro); !other.empty()) out_.aliases_[std::string(name)] = other;
        else out_.macros_[std::string(name)] = std::move(macro);
    }

    std::string_view defined_name() {
        auto const braced = skip_argument();
        auto at = braced ? braced->begin : at_;
        while (at < end_ && is_ascii_space(source_[at])) ++at;
        if (at >= end_ || source_[at] != '\\') return {};
        auto const name = name_at(at);
        if (!braced) at_ = name.end;
        return name.text;
    }

    void add_alias(std::string_view name) {
        while (at_ < end_ && (source_[at_] == '=' || source_[at_] == ' ')) ++at_;
        if (at_ >= end_ || source_[at_] != '\\') return;
        auto const other = name_at(at_).text;
        if (makes_notes(other)) out_.aliases_[std::string(name)] = other;
    }

    // "[2][default]" of \newcommand, "#1#2" of \def.
    bool read_parameters(LatexMacro& macro) {
        std::size_t count = 0;
        if (auto const option = skip_option()) {
            auto const digits = trim(slice(source_, *option));
            if (digits.size() != 1 || !is_digit(digits[0])) return false;
            count = static_cast<std::size_t>(digits[0] - '0');
        }
        for (; at_ + 1 < end_ && source_[at_] == '#' && is_digit(source_[at_ + 1]); at_ += 2) ++count;
        macro.parameters.resize(count);
        if (auto const value = skip_option(); value && count > 0)
            macro.parameters.front() = std::string(slice(source_, *value));
        return count <= maximum_parameters;
    }

    // "{m O{default} +m}"; other kinds of argument are not understood.
    bool read_specification(LatexMacro& macro) {
        auto const specification = skip_argument();
        if (!specification) return false;
        auto const after = at_;
        for (at_ = specification->begin; at_ < specification->end;) {
            char const kind = source_[at_++];
            if (is_ascii_space(kind) || kind == '+') continue;
            if (kind == 'm') macro.parameters.emplace_back();
            else if (kind == 'o') macro.parameters.emplace_back("");
            else if (auto const value = kind == 'O' ? skip_argument() : std::nullopt)
                macro.parameters.emplace_back(slice(source_, *value));
            else return false;
        }
        at_ = after;
        return macro.parameters.size() <= maximum_parameters;
    }

    LatexMacros& out_;
};

LatexMacros LatexMacros::collect(std::string_view source) {
    LatexMacros out;
    Collector(source, out).run();
    return out;
}

void LatexMacros::add(LatexMacros later) {
    for (auto& [name, macro] : later.macros_) macros_.insert_or_assign(name, std::move(macro));
    for (auto& [name, command] : later.aliases_) aliases_.insert_or_assign(name, std::move(command));
}

LatexMacro const* LatexMacros::find(std::string_view name) const {
    auto const found = macros_.find(name);
    return found == macros_.end() ? nullptr : &found->second;
}

std::string_view LatexMacros::meaning(std::string_view name) const {
    auto const found = aliases_.find(name);
    return found == aliases_.end() ? name : found->second;
}

std::string expanded(LatexMacro const& macro, std::vector<std::string> const& arguments) {
    std::string out;
    for (std::size_t i = 0; i < macro.body.size() && out.size() <= maximum_expansion; ++i) {
        auto const digit = macro.body[i] == '#' && i + 1 < macro.body.size() ? macro.body[i + 1] - '1' : -1;
        if (digit >= 0 && static_cast<std::size_t>(digit) < arguments.size()) {
            out += arguments[static_cast<std::size_t>(digit)];
            ++i;
        } else {
            out += macro.body[i];
        }
    }
    return out;
}

}  // namespace fonds
