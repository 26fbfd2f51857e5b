// What commands of LaTeX do with their arguments; those that stand for characters are `latex::symbol_of`.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace fonds {

/// What a command does with what follows it.
enum class LatexCommand {
    unknown,       ///< its arguments are read as text
    drop,          ///< it and `arguments` arguments are no text
    italic,        ///< the argument is set in italics
    italic_on,     ///< italics up to the end of the group
    quote,         ///< the argument stands in quotation marks
    first,         ///< the first argument is text, the second is not
    second,        ///< the first argument is no text, the second is
    second_quote,  ///< the same, the second in quotation marks
    heading,       ///< the argument is a paragraph of its own
    paragraph,     ///< a paragraph ends
    verbatim,      ///< the argument is text as it stands (an address)
    footnote,
    endnote,
    margin_note,  ///< has no number
    footnote_mark,
    footnote_text,
    endnote_mark,
    endnote_text,
    note_citation,  ///< a citation that the program sets in a note
    auto_citation,  ///< in a note or in the text, by the style
    inline_citation,
    volume_citation,         ///< in a note: "[see]{2}[34]{key}"
    inline_volume_citation,  ///< the same in the text
    cited_quote,             ///< a quotation with its citation (csquotes)
    definition,              ///< defines a macro
    file,                    ///< the text of another file
    import,                  ///< the text of another file, behind the folder that it and its own files lie in
    label,                   ///< names the place
    counter,                 ///< changes a counter, that of notes among them
    reference,               ///< the number of a labelled place
    note_reference,          ///< calls a labelled note again
};
struct LatexEffect {
    LatexCommand command = LatexCommand::unknown;
    std::size_t arguments = 0;  ///< for `drop`, and behind the key of a citation
};
[[nodiscard]] LatexEffect latex_effect(std::string_view name);
/// The names of the commands that do this.
[[nodiscard]] std::vector<std::string_view> latex_commands(LatexCommand command);

}  // namespace fonds
