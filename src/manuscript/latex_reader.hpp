// The reader of LaTeX; its parts are in latex.cpp (the file) and latex_*.cpp, by what they read.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "manuscript/latex_cursor.hpp"
#include "manuscript/latex_effects.hpp"
#include "manuscript/latex_files.hpp"
#include "manuscript/latex_macros.hpp"
#include "manuscript/latex_story.hpp"

namespace fonds {

class LatexReader : LatexCursor, LatexStory {
  public:
    LatexReader(Document& document, LatexFiles& files);

    /// The whole file.
    void read();

  private:
    /// Reads the text of a macro.
    LatexReader(Document& document, std::string_view source, std::shared_ptr<LatexState> state,
                bool inside_note, std::size_t depth);

    std::size_t go_to_document();
    void find_citation_style();
    void read_title(std::size_t preamble_end);
    void run();

    void step();
    void letters();
    [[nodiscard]] bool next_is(std::string_view text) const;
    [[nodiscard]] bool begins_low_quote() const;
    void put(std::string_view text, std::size_t size);
    void copy_one();
    void double_quote();
    void dash();
    void comment();
    void white_space();
    void math();
    void open_brace();
    void close_brace();

    void command();
    void act(Name const& name, LatexEffect effect);
    void open_argument(FrameKind kind, Name const& name);
    void address(Span inner);
    void control_symbol(Name const& name);
    void skip_star_and_option();
    void accent(Name const& name);
    void verb(Name const& name);
    void environment(Name const& name);
    void skip_condition(Name const& begin);

    void note(Name const& name, NoteKind kind, bool is_numbered = true);
    void mark(Name const& name, NoteKind kind);
    void text_of_mark(Name const& name, NoteKind kind);
    std::optional<std::string> own_number();
    void counter(Name const& name);
    void label();
    void reference(Name const& name);
    void note_reference(Name const& name);
    LatexState::LabelledNote const* labelled_note();

    void open_citing_note(Name const& name);
    void citation(Name const& name, bool is_note);
    void volume_citation(Name const& name, bool is_note);
    std::optional<Span> skip_parentheses();
    void cited_quote(Name const& name);
    void cite(std::optional<Span> before, Span keys, std::optional<Span> behind);
    void put_before(std::optional<Span> text);
    void put_behind(std::optional<Span> text);
    void read_inside(Span inner);

    /// A file that a command names.
    struct Input {
        std::string_view name;
        std::string folder;  ///< where it, and the files that it takes in, are looked for first
    };
    void take_in(Name const& name);
    Input input_of(Name const& name);
    std::string_view file_name(Name const& name);
    LatexFiles::Found find_file(Input const& input);
    void report_file(std::string_view file, std::string_view reason, Span command);
    void take_macros_of_inputs(std::size_t begin, std::size_t end);

    void expand(Name const& name, LatexMacro const& macro);
    std::vector<std::string> read_arguments(Name const& name, LatexMacro const& macro);
    void skip_definition(Name const& command);

    std::size_t expansion_depth_;
    std::size_t inner_depth_ = 0;  // of arguments that are read
    LatexFiles* files_ = nullptr;  // none for the text of a macro
    std::vector<std::size_t> open_files_ = {0};
    std::string import_folder_;  // that of the \import that is being read
};

}  // namespace fonds
