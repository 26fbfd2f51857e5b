// Zip packages through minizip, which stays behind the files of this name: members by name, with limits; and
// a package written anew in which only the named members differ.
#pragma once

#include <cstddef>
#include <fonds/result.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fonds::zip {

// Limits. A manuscript's largest part is its text: 64 MiB of it is forty times "War and Peace" with mark-up.
inline constexpr std::size_t maximum_members = 20'000;
inline constexpr std::size_t maximum_member_size = 64u << 20;
/// Of all members read from one package together.
inline constexpr std::size_t maximum_total_size = 128u << 20;
/// Unpacked to packed size of a member larger than `ratio_matters_from`: mark-up of text reaches 50.
inline constexpr std::size_t maximum_ratio = 400;
inline constexpr std::size_t ratio_matters_from = 4u << 20;

/// Whether this build can read packages (FONDS_WITH_PACKAGES).
[[nodiscard]] bool is_available();

/// A package in memory. `bytes` must outlive it.
class Archive {
  public:
    /// Reads the directory. Errors: malformed (no zip, cut off, a member named absolutely or with "..",
    /// two members of one name), limit_exceeded, unsupported (built without minizip).
    [[nodiscard]] static Result<Archive> open(std::string_view bytes);

    [[nodiscard]] bool has(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> names() const;

    /// The member's bytes; nothing where there is none. Errors: malformed (damaged), limit_exceeded,
    /// unsupported (encrypted, an unknown compression).
    [[nodiscard]] Result<std::optional<std::string>> read(std::string const& name);

    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;
    ~Archive();

  private:
    struct State;
    explicit Archive(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// The package with new bytes for some members (added at the end where there is none of that name); all
/// others keep their place and their packed bytes. Errors: those of `open`, unwritable.
[[nodiscard]] Result<std::string> replace(std::string_view package,
                                          std::vector<std::pair<std::string, std::string>> const& members);

}  // namespace fonds::zip
