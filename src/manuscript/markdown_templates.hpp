// Tags by which site generators set notes in Markdown: Liquid's (Jekyll) and Hugo's shortcodes.
#pragma once

#include <fonds/span.hpp>
#include <map>
#include <string_view>

namespace fonds {

/// What a tag, or a pair of them, stands for.
struct MarkdownTemplate {
    enum class Kind {
        call,  ///< "{% fn 1 %}": of a note that stands elsewhere
        note,  ///< "{{< sidenote >}}…{{< /sidenote >}}": a note where it is called
        body,  ///< "{% fnbody 1 %}…{% endfnbody %}": a note that is called elsewhere
        cite,  ///< "{% cite key %}" of jekyll-scholar
        drop,  ///< "{% footnotes %}": not seen
    };
    Kind kind = Kind::drop;
    std::size_t end = 0;  ///< where it ends, its closing tag with it
    Span inner;           ///< of a note its text; of a citation what names the works
    Span id;              ///< of a call and a body; empty where they are counted
};

/// The tags that concern notes, by where they begin, found in time linear in the text.
[[nodiscard]] std::map<std::size_t, MarkdownTemplate> find_markdown_templates(std::string_view text);

}  // namespace fonds
