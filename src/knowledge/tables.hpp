// The tables behind `Knowledge`, and the index by which a written name finds its archives.
#pragma once

#include <cstdint>
#include <fonds/knowledge.hpp>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fonds {

/// Hash and equality that look a view up among strings without making a string of it.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class T>
using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

/// A name (or form of address) of an archive, by position.
struct NameId {
    std::uint32_t archive = 0;
    std::uint32_t name = 0;
};

/// By which names a text finds its archives.
struct NameIndex {
    explicit NameIndex(std::vector<Archive> const& archives);
    TextMap<std::vector<NameId>> exact;   ///< by the name as it is, spaces and dots of abbreviations out
    TextMap<std::vector<NameId>> folded;  ///< by its words, folded
    TextMap<std::vector<NameId>> bags;    ///< by its words that tell, sorted: order does not count
};

struct Knowledge::Tables {
    std::vector<Archive> archives;
    std::vector<LevelScheme> schemes;

    TextMap<std::uint32_t> archive_by_id;
    TextMap<std::uint32_t> scheme_by_id;
    TextMap<std::vector<NameId>> urls;  ///< forms of addresses, by host

    /// Builds the indexes from `archives` and `schemes`.
    void build_indexes();
    /// The names, indexed when they are first asked for: half the time of loading, which many programs never need.
    [[nodiscard]] NameIndex const& names() const;

  private:
    struct Lazy {
        std::once_flag once;
        std::optional<NameIndex> index;
    };
    std::shared_ptr<Lazy> names_;
};

/// The key of an abbreviation: no spaces, no dots ("GA RF", "G.A.R.F." and "GARF" are one); case kept.
[[nodiscard]] std::string abbreviation_key(std::string_view text);
/// The key of a name: words folded, punctuation out, one space between.
[[nodiscard]] std::string name_key(std::string_view text);
/// The words of `name_key` that tell one archive from another, sorted; no articles, plural as singular.
[[nodiscard]] std::string bag_key(std::string_view name_key);

}  // namespace fonds
