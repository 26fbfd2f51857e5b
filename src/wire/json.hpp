// JSON (RFC 8259): a tree with places and key order kept, read through Boost.JSON's event parser; a writer.
//
// A value is a view: its text and what it holds stand in a `Memory`, or in the text that was read. All text
// of a value is well-formed UTF-8: what was not is U+FFFD in it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fonds/result.hpp>
#include <fonds/span.hpp>
#include <functional>
#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fonds::json {

/// Nesting deeper than this is an error: no record format needs a tenth of it.
inline constexpr std::size_t maximum_depth = 256;

/// Values or members that stand side by side in a `Memory`.
template <class T>
class List {
  public:
    List() = default;
    List(T const* first, std::size_t size) : first_(first), size_(size) {}
    [[nodiscard]] T const* begin() const { return first_; }
    [[nodiscard]] T const* end() const { return first_ + size_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] T const& operator[](std::size_t i) const { return first_[i]; }
    [[nodiscard]] T const& front() const { return *first_; }

  private:
    T const* first_ = nullptr;
    std::size_t size_ = 0;
};

class Value;
struct Member;
using Array = List<Value>;
using Object = List<Member>;  ///< in order; duplicate names are kept

/// A number as written, so that none is rounded.
struct Number {
    std::string_view text;
};

class Value {
  public:
    using Data = std::variant<std::nullptr_t, bool, Number, std::string_view, Array, Object>;

    Value() : data_(nullptr) {}
    Value(Data data, std::size_t offset = 0) : data_(data), offset_(offset) {}

    [[nodiscard]] bool is_null() const { return std::holds_alternative<std::nullptr_t>(data_); }
    [[nodiscard]] bool const* boolean() const { return std::get_if<bool>(&data_); }
    [[nodiscard]] Number const* number() const { return std::get_if<Number>(&data_); }
    [[nodiscard]] std::string_view const* string() const { return std::get_if<std::string_view>(&data_); }
    [[nodiscard]] Array const* array() const { return std::get_if<Array>(&data_); }
    [[nodiscard]] Object const* object() const { return std::get_if<Object>(&data_); }

    /// The member of that name (the last of duplicates) of an object, else null.
    [[nodiscard]] Value const* find(std::string_view name) const;
    /// The text of a string or number; nothing for the other kinds.
    [[nodiscard]] std::optional<std::string_view> text() const;
    /// Whether it says yes, as a boolean, a number or a word: neither false nor 0, nor empty.
    [[nodiscard]] bool is_true() const;
    /// A whole number, also one written as a string ("1955"); nothing for anything else.
    [[nodiscard]] std::optional<std::int64_t> integer() const;

    [[nodiscard]] Data const& data() const { return data_; }
    /// Byte offset in the text read: exact for numbers and strings without escapes, else of the nearest
    /// such token before it.
    [[nodiscard]] std::size_t offset() const { return offset_; }

  private:
    Data data_;
    std::size_t offset_ = 0;
};

struct Member {
    std::string_view name;
    Value value;
    std::size_t offset = 0;
};

/// Where values stand that are made one after the other and given up together.
class Memory {
  public:
    Memory();
    [[nodiscard]] std::string_view keep(std::string_view text);
    [[nodiscard]] Array array(std::span<Value const> elements);
    [[nodiscard]] Object object(std::span<Member const> members);
    void clear() { resource_->release(); }

  private:
    std::unique_ptr<std::byte[]> first_block_;
    std::unique_ptr<std::pmr::monotonic_buffer_resource> resource_;
};

/// A value with the memory it stands in.
class Document : public Value {
  public:
    Document() = default;
    Document(Memory memory, Value root) : Value(root), memory_(std::move(memory)) {}

  private:
    Memory memory_;
};

/// Reads one value. Errors: malformed, limit_exceeded, with the offset.
[[nodiscard]] Result<Document> read(std::string_view text);

/// Reads a text whose value is an array and hands over its elements one by one as they are complete, so
/// that a large file never stands in memory as a tree; each is there until the call returns. A text that is
/// another value, or several values one after the other (NDJSON), is handed over likewise. Elements before an
/// error are delivered.
[[nodiscard]] std::optional<Error> read_each(std::string_view text,
                                             std::function<void(Value const&)> const& element);

/// A text that is an array of objects in pieces that can be read side by side.
struct Pieces {
    std::vector<std::string_view> whole;  ///< of whole elements, as far as can be told without reading them
    std::size_t rest = 0;                 ///< where the element behind them begins
};
/// Pieces of about `size` bytes; none where the text begins otherwise or would be one piece.
[[nodiscard]] Pieces part_array(std::string_view text, std::size_t size);

/// Reads the elements of a piece of the text. An error where they are not whole: then the text is to be read
/// from the piece on with `read_rest`.
[[nodiscard]] std::optional<Error> read_piece(std::string_view text, std::string_view piece,
                                              std::function<void(Value const&)> const& element);

/// Goes on with `read_each` where an element of its array begins.
[[nodiscard]] std::optional<Error> read_rest(std::string_view text, std::size_t from,
                                             std::function<void(Value const&)> const& element);

/// Reads on in a damaged text, as if the element at `from` stood first in an array: how far it came, and what
/// stopped it, if that was not the array's end.
struct ReadOn {
    std::size_t end = 0;
    std::optional<Error> error;
};
[[nodiscard]] ReadOn read_on(std::string_view text, std::size_t from,
                             std::function<void(Value const&)> const& element);

/// Writes JSON into one string; commas and indentation are the writer's.
class Writer {
  public:
    /// `indent` 0: all in one line.
    explicit Writer(int indent = 0) : indent_(indent) {}
    void reserve(std::size_t bytes) { out_.resize(std::max(out_.size(), bytes)); }

    Writer& begin_object() { return open('{'); }
    Writer& end_object() { return close('}'); }
    Writer& begin_array() { return open('['); }
    Writer& end_array() { return close(']'); }
    Writer& key(std::string_view name);
    Writer& plain_key(std::string_view name);  ///< of a name known to need no escapes
    Writer& value(std::string_view text);
    Writer& value(char const* text) { return value(std::string_view(text)); }
    Writer& value(bool boolean);
    Writer& value(std::int64_t number);
    Writer& value(std::size_t number) { return value(static_cast<std::int64_t>(number)); }
    Writer& value(int number) { return value(static_cast<std::int64_t>(number)); }
    Writer& value(double number);  ///< shortest form that reads back equal
    Writer& value(Value const& tree);
    Writer& raw(std::string_view json);  ///< text that is JSON already
    Writer& null();

    template <class T>
    Writer& member(std::string_view name, T const& content) {
        return key(name).value(content);
    }

    [[nodiscard]] std::string_view text() const& { return {out_.data(), size_}; }
    /// Begins anew, in the memory that is there.
    void clear() {
        size_ = 0;
        depth_ = 0;
        first_ = true;
        after_key_ = false;
    }
    [[nodiscard]] std::string text() && {
        out_.resize(size_);
        return std::move(out_);
    }

  private:
    Writer& open(char bracket);
    Writer& close(char bracket);
    void before_value();
    void new_line();
    /// Where the next `bytes` bytes go.
    [[nodiscard]] char* room(std::size_t bytes) {
        if (out_.size() - size_ < bytes) out_.resize(2 * out_.size() + bytes);
        return out_.data() + size_;
    }
    void put(char sign);
    void put(std::string_view text);
    void put_quoted(std::string_view text);
    void put_escaped(std::string_view text);
    void put_escape(char c);
    template <class Value>
    void put_number(Value number);

    std::string out_;  // longer than what is written: it grows seldom
    std::size_t size_ = 0;
    int indent_;
    int depth_ = 0;
    bool first_ = true;
    bool after_key_ = false;
};

/// Appends `text` in quotes, escaped; ill-formed UTF-8 becomes U+FFFD.
void append_string(std::string& out, std::string_view text);

}  // namespace fonds::json
