// The words in an address that a web site makes of a title, as Drupal's Pathauto makes them by default.
#pragma once

#include <string>
#include <string_view>

namespace fonds {

/// An address of the Wilson Center's site is at most 100 characters, "document/" among them.
inline constexpr std::size_t longest_slug = 91;

/// "Cable from the DPRK's Embassy in N.S." gives "cable-dprks-embassy-ns". Letters without an ASCII form are
/// left out.
[[nodiscard]] std::string predict_slug(std::string_view title);

enum class SlugFit {
    same,   ///< the slug that the title gives, cut or numbered or not
    near,   ///< most of its words: the site edits titles
    other,  ///< the slug of another title
};

/// How far `slug` is the one of `title`.
[[nodiscard]] SlugFit compare_slug(std::string_view title, std::string_view slug);

}  // namespace fonds
