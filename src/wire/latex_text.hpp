// Text in TeX's clothes, as BibTeX fields and LaTeX manuscripts have it, to Unicode and back.
#pragma once

#include <fonds/span.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace fonds::latex {

/// Groups nested deeper than this are read without their formatting.
inline constexpr int maximum_depth = 64;

struct ReadOptions {
    bool rich = true;  ///< formatting commands become CSL-JSON's tags: \emph{x} is <i>x</i>
};

/// Appends `tex` as Unicode (accents, symbols, ligatures, math of signs alone) in one line; a blank line or
/// `\newline` stays a line break. Commands it does not know are kept as written and added to `unknown`.
/// `groups` takes where the writer's own braces stood around text, the outermost, in order: places in `out`.
void append_unicode(std::string& out, std::string_view tex, ReadOptions options = {},
                    std::vector<std::string_view>* unknown = nullptr, std::vector<Span>* groups = nullptr);

[[nodiscard]] inline std::string to_unicode(std::string_view tex, ReadOptions options = {}) {
    std::string out;
    append_unicode(out, tex, options);
    return out;
}

struct WriteOptions {
    bool ascii = false;  ///< accents and symbols as commands (classic BibTeX); scripts other than Latin stay
    bool rich = true;    ///< CSL-JSON's tags become formatting commands
};

/// Appends text as TeX that `append_unicode` reads back to the same; braces are balanced. Gives whether that
/// is certain: it is not where signs stand that mean more in TeX than themselves, or white space that it
/// changes.
bool append_tex(std::string& out, std::string_view text, WriteOptions options = {});

/// What `append_tex` makes of a text, and of each piece of it.
enum class Form {
    itself,     ///< the same text
    certain,    ///< another that surely reads back
    uncertain,  ///< one that may read as something else
};
[[nodiscard]] Form form_of(std::string_view text, WriteOptions options = {});

/// Whether a text has nothing in it that TeX reads otherwise: `append_unicode` would copy it.
[[nodiscard]] bool is_plain(std::string_view tex);

/// The index of the brace that closes the one at `open`, or npos. A backslash does not hide a brace:
/// BibTeX counts them all.
[[nodiscard]] std::size_t closing_brace(std::string_view tex, std::size_t open);

}  // namespace fonds::latex
