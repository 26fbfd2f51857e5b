// Failure and success: `Result` for what may not exist, `Parsed` for what people wrote.
#pragma once

#include <cstddef>
#include <fonds/diagnostic.hpp>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#pragma GCC visibility push(default)
namespace fonds {

/// Why something that was asked for does not exist.
enum class ErrorCode {
    not_found,       ///< no such file, style, locale, rule or format
    unreadable,      ///< it exists and cannot be read (permission, input/output)
    malformed,       ///< it was read and is not what it claims to be (a broken zip, style, table)
    unsupported,     ///< this build or version cannot do it; the message names the missing part
    limit_exceeded,  ///< larger or nested deeper than any such file is; the message names the limit
    would_lose,      ///< a lossless conversion was asked for and a field cannot be carried
    unwritable,      ///< the result could not be written
};

/// An error that tells what happened, where, and what to do.
struct Error {
    ErrorCode code = ErrorCode::malformed;
    std::string message;     ///< one sentence for the user
    std::string source;      ///< file or name at fault; may be empty
    std::size_t offset = 0;  ///< byte offset in the source, 0 where it has no meaning
};

/// `source: message`, or the message alone.
[[nodiscard]] std::string to_string(Error const& error);

/// A value or an `Error`; the names are those of `std::expected`. Ask which before reading either.
template <class T>
class [[nodiscard]] Result {
  public:
    using value_type = T;

    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    /// The value. Throws `std::logic_error` with the error's text where there is none.
    T& value() & { return check(), std::get<0>(state_); }
    T const& value() const& { return check(), std::get<0>(state_); }
    T&& value() && { return check(), std::get<0>(std::move(state_)); }

    /// The value, unchecked: only where there is one.
    T& operator*() & { return *std::get_if<0>(&state_); }
    T const& operator*() const& { return *std::get_if<0>(&state_); }
    T&& operator*() && { return std::move(*std::get_if<0>(&state_)); }
    T* operator->() { return std::get_if<0>(&state_); }
    T const* operator->() const { return std::get_if<0>(&state_); }

    /// Only where there is no value.
    [[nodiscard]] Error const& error() const { return std::get<1>(state_); }

  private:
    void check() const {
        if (!has_value()) throw std::logic_error("fonds: no value: " + to_string(error()));
    }
    std::variant<T, Error> state_;
};

/// What was understood of a text that people wrote, and what was doubtful in it. Never fails.
template <class T>
struct Parsed {
    T value;
    std::vector<Diagnostic> diagnostics;

    T* operator->() { return &value; }
    T const* operator->() const { return &value; }
    T& operator*() { return value; }
    T const& operator*() const { return value; }
};

}  // namespace fonds
#pragma GCC visibility pop
