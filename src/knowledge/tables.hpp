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

/// Names by hashes of keys that several may share.
class KeyIndex {
  public:
    struct Entry {
        std::uint64_t key = 0;
        NameId id;
    };

    void add(std::uint64_t key, NameId id) { entries_.push_back({key, id}); }
    /// Makes the names ready to be found; of several names of one archive under a key the first is kept.
    void arrange();
    /// In the order in which they were added.
    [[nodiscard]] std::span<Entry const> find(std::uint64_t key) const;

  private:
    std::vector<Entry> entries_;
};

/// By which names a text finds its archives.
struct NameIndex {
    explicit NameIndex(std::vector<Archive> const& archives);
    KeyIndex exact;   ///< by the name as it is, spaces and dots of abbreviations out
    KeyIndex folded;  ///< by its words, folded
    KeyIndex bags;    ///< by its words that tell: order does not count
};

/// What a search is compared with, by archive.
struct SearchKeys {
    struct Keys {
        std::vector<std::string> names;  ///< in their order
        std::string city, id;
    };

    explicit SearchKeys(std::vector<Archive> const& archives);
    std::vector<Keys> archives;
};

struct Knowledge::Tables {
    std::vector<Archive> archives;
    std::vector<LevelScheme> schemes;

    TextMap<std::uint32_t> archive_by_id;
    TextMap<std::uint32_t> scheme_by_id;
    TextMap<std::vector<NameId>> urls;  ///< forms of addresses, by host

    /// Builds the indexes from `archives` and `schemes`.
    void build_indexes();
    /// The names, indexed when they are first asked for: half the time of loading, which many programs never
    /// need.
    [[nodiscard]] NameIndex const& names() const;
    /// Made when somebody first searches.
    [[nodiscard]] SearchKeys const& search_keys() const;

  private:
    struct Lazy {
        std::once_flag names_once, keys_once;
        std::optional<NameIndex> names;
        std::optional<SearchKeys> keys;
    };
    std::shared_ptr<Lazy> lazy_;
};

/// The key of an abbreviation: no spaces, no dots ("GA RF", "G.A.R.F." and "GARF" are one); case kept.
[[nodiscard]] std::string abbreviation_key(std::string_view text);
/// The key of a name: words folded, punctuation out, one space between.
[[nodiscard]] std::string name_key(std::string_view text);
[[nodiscard]] inline std::uint64_t key_hash(std::string_view key) {
    return std::hash<std::string_view>{}(key);
}
/// A hash of the words of `name_key` that tell one archive from another, in any order; no articles, plural as
/// singular. 0 where there is none.
[[nodiscard]] std::uint64_t bag_hash(std::string_view name_key);

}  // namespace fonds
