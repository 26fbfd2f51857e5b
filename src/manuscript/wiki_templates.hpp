// Templates of wikitext: "{{cite book |last=Gray |title=War}}", "{{sfn|Gray|2002|p=5}}", "{{efn|A note.}}".
#pragma once

#include <fonds/span.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fonds {

/// What a template does, by vocabulary/wiki-templates.tsv.
enum class WikiTemplateKind {
    other,
    note,          ///< its text is a note
    short_note,    ///< a note that cites by authors and year
    short_inline,  ///< authors and year in the words of a note
    citation,      ///< its parameters are a work
    second,        ///< its second parameter is its text
    drop,          ///< no text
};

struct WikiTemplate {
    struct Parameter {
        std::string name;  ///< in small letters; "1", "2" … where it has none
        Span value;        ///< in the source, without the spaces around it
    };
    WikiTemplateKind kind = WikiTemplateKind::other;
    std::vector<Parameter> parameters;
    std::size_t unnamed = 0;  ///< how many have no name
    std::size_t end = 0;      ///< behind its braces

    /// The value of the parameter without a name of that place, from 1 on.
    [[nodiscard]] std::optional<Span> at(std::size_t place) const;
    /// The value of a parameter by what it holds ("title"), as vocabulary/wiki-parameters.tsv names it; with
    /// a number those of the second author and so on, whose names end in it.
    [[nodiscard]] std::optional<Span> find(std::string_view what, std::size_t number = 1) const;

  private:
    [[nodiscard]] std::optional<Span> value_of(std::string_view name) const;
};

/// The template whose braces open at a place of the source; nothing where they do not close.
[[nodiscard]] std::optional<WikiTemplate> read_wiki_template(std::string_view source, std::size_t at);

}  // namespace fonds
