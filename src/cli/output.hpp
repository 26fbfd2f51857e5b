// Output that is there only when it is whole.
#pragma once

#include <fonds/result.hpp>
#include <fstream>
#include <optional>
#include <ostream>
#include <string>

namespace fonds::cli {

/// Standard output ("-"), or a file that stands under a temporary name until it is whole; one that was there
/// before keeps its permissions.
class Output {
  public:
    explicit Output(std::string const& path);
    ~Output();
    Output(Output const&) = delete;
    Output& operator=(Output const&) = delete;

    /// Before anything is written. Error: unwritable.
    [[nodiscard]] std::optional<Error> open();
    void write(std::string const& text);
    /// Where it goes meanwhile.
    [[nodiscard]] std::ostream& stream();
    /// Error: unwritable; a file that was there before stays as it was.
    [[nodiscard]] std::optional<Error> finish();

  private:
    [[nodiscard]] bool is_standard() const { return path_ == "-"; }

    std::string name_;  ///< as it was asked for
    std::string path_;
    std::string part_;  ///< where it goes meanwhile; `path_` itself before `open`, and for a device
    std::ofstream file_;
    bool done_ = false;
};

/// Writes out what standard output still holds. Error: unwritable (a full disk).
[[nodiscard]] std::optional<Error> flush_standard_output();

}  // namespace fonds::cli
