// Boost.JSON's event parser behind the tree of json.hpp.

#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <memory>
#include <vector>

#include "base/text.hpp"
#include "wire/json.hpp"

namespace fonds::json {
namespace {

namespace bj = boost::json;

using Deliver = std::function<void(Value const&)>;

// Builds values from events. Boost.JSON's tree would keep only the last of duplicate names and no places.
class Builder {
  public:
    constexpr static std::size_t max_object_size = std::size_t(-1);
    constexpr static std::size_t max_array_size = std::size_t(-1);
    constexpr static std::size_t max_key_size = std::size_t(-1);
    constexpr static std::size_t max_string_size = std::size_t(-1);

    Builder(std::string_view text, Memory& memory, Deliver const& deliver, bool by_element)
        : text_(text), memory_(memory), deliver_(deliver), by_element_(by_element) {}

    bool on_document_begin(bj::error_code&) { return true; }
    bool on_document_end(bj::error_code&) { return true; }
    bool on_object_begin(bj::error_code&) { return open(true); }
    bool on_object_end(std::size_t size, bj::error_code&) {
        auto const first = members_.size() - size;
        Value const object(memory_.object(std::span(members_).subspan(first)), open_.back().offset);
        members_.resize(first);
        return close(object);
    }
    bool on_array_begin(bj::error_code&) {
        if (by_element_ && open_.empty() && !in_outer_array_) {
            in_outer_array_ = true;
            return true;
        }
        return open(false);
    }
    bool on_array_end(std::size_t size, bj::error_code&) {
        if (in_outer_array_ && open_.empty()) {
            in_outer_array_ = false;
            return true;
        }
        auto const first = elements_.size() - size;
        Value const array(memory_.array(std::span(elements_).subspan(first)), open_.back().offset);
        elements_.resize(first);
        return close(array);
    }
    bool on_key_part(bj::string_view part, std::size_t, bj::error_code&) { return append(part); }
    bool on_key(bj::string_view part, std::size_t, bj::error_code&) {
        auto const name = take(part);
        keys_.push_back({name, start_});
        return true;
    }
    bool on_string_part(bj::string_view part, std::size_t, bj::error_code&) { return append(part); }
    bool on_string(bj::string_view part, std::size_t, bj::error_code&) {
        auto const text = take(part);
        return add(Value(text, start_));
    }
    bool on_number_part(bj::string_view part, bj::error_code&) { return append(part); }
    bool on_int64(std::int64_t, bj::string_view part, bj::error_code&) { return number(part); }
    bool on_uint64(std::uint64_t, bj::string_view part, bj::error_code&) { return number(part); }
    bool on_double(double, bj::string_view part, bj::error_code&) { return number(part); }
    bool on_bool(bool value, bj::error_code&) { return add(Value(value, last_)); }
    bool on_null(bj::error_code&) { return add(Value(nullptr, last_)); }
    bool on_comment_part(bj::string_view, bj::error_code&) { return true; }
    bool on_comment(bj::string_view, bj::error_code&) { return true; }

  private:
    struct Open {
        std::size_t offset;
        bool is_object;
    };
    struct Key {
        std::string_view name;
        std::size_t offset;
    };

    // The parser hands out pieces of the input itself, except for escaped characters.
    bool is_input(bj::string_view part) const {
        return part.data() >= text_.data() && part.data() < text_.data() + text_.size();
    }
    void note_place(bj::string_view part) {
        if (is_input(part)) last_ = static_cast<std::size_t>(part.data() - text_.data());
        if (!started_) start_ = last_;
        started_ = true;
    }
    bool append(bj::string_view part) {
        note_place(part);
        pieces_.append(part.data(), part.size());
        return true;
    }
    // The text that ends with `part`; it begins at `start_`.
    std::string_view take(bj::string_view part) {
        auto const whole = pieces_.empty() && is_input(part);
        note_place(part);
        started_ = false;
        if (whole) return {part.data(), part.size()};
        pieces_.append(part.data(), part.size());
        auto const text = memory_.keep(pieces_);
        pieces_.clear();
        return text;
    }
    bool number(bj::string_view part) {
        auto const text = take(part);
        return add(Value(Number{text}, start_));
    }
    bool open(bool is_object) {
        open_.push_back({last_, is_object});
        return true;
    }
    bool close(Value const& value) {
        open_.pop_back();
        return add(value);
    }
    bool add(Value const& value) {
        if (open_.empty()) {
            deliver_(value);
            if (by_element_) memory_.clear();
        } else if (open_.back().is_object) {
            members_.push_back({keys_.back().name, value, keys_.back().offset});
            keys_.pop_back();
        } else {
            elements_.push_back(value);
        }
        return true;
    }

    std::string_view text_;
    Memory& memory_;
    Deliver const& deliver_;
    bool by_element_;
    bool in_outer_array_ = false;
    std::vector<Open> open_;
    std::vector<Key> keys_;        // of members whose value is not read yet
    std::vector<Value> elements_;  // of the arrays that are open
    std::vector<Member> members_;  // of the objects that are open
    std::string pieces_;           // of a text with escapes
    std::size_t start_ = 0;
    std::size_t last_ = 0;
    bool started_ = false;
};

constexpr std::size_t first_block_size = 4096;

template <class T>
T const* copy(std::pmr::memory_resource& resource, std::span<T const> from) {
    if (from.empty()) return nullptr;
    auto* const out = static_cast<T*>(resource.allocate(from.size_bytes(), alignof(T)));
    std::uninitialized_copy(from.begin(), from.end(), out);
    return out;
}

bj::parse_options parse_options() {
    bj::parse_options options;
    options.max_depth = maximum_depth;
    options.allow_invalid_utf8 = true;  // repaired where the text is used, not a reason to lose a file
    return options;
}

Error error_of(bj::error_code code, std::size_t at) {
    if (code == bj::error::too_deep)
        return {ErrorCode::limit_exceeded, "JSON is nested deeper than " + std::to_string(maximum_depth), "",
                at};
    return {ErrorCode::malformed, "no valid JSON: " + code.message(), "", at};
}

std::optional<Error> parse(std::string_view text, Memory& memory, Deliver const& deliver, bool by_element,
                           bool several) {
    std::size_t at = 0;
    if (text.starts_with("\xEF\xBB\xBF")) at = 3;
    bool any = false;
    for (;;) {
        while (at < text.size() && is_ascii_space(text[at])) ++at;
        if (at == text.size() && any) return std::nullopt;
        bj::basic_parser<Builder> parser(parse_options(), text, memory, deliver, by_element);
        bj::error_code code;
        at += parser.write_some(false, text.data() + at, text.size() - at, code);
        if (code) return error_of(code, at);
        any = true;
        while (at < text.size() && is_ascii_space(text[at])) ++at;
        if (!several && at < text.size())
            return Error{ErrorCode::malformed, "no valid JSON: text after the value", "", at};
    }
}

}  // namespace

Value const* Value::find(std::string_view name) const {
    Value const* found = nullptr;
    if (auto const* members = object())
        for (auto const& member : *members)
            if (member.name == name) found = &member.value;
    return found;
}

std::optional<std::string_view> Value::text() const {
    if (auto const* value = string()) return *value;
    if (auto const* value = number()) return value->text;
    return std::nullopt;
}

std::optional<std::int64_t> Value::integer() const {
    auto const written = text();
    if (!written) return std::nullopt;
    auto const trimmed = trim(*written);
    std::int64_t value = 0;
    auto const [end, code] = std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), value);
    if (code != std::errc{} || end != trimmed.data() + trimmed.size()) return std::nullopt;
    return value;
}

Memory::Memory()
    : first_block_(std::make_unique_for_overwrite<std::byte[]>(first_block_size)),
      resource_(std::make_unique<std::pmr::monotonic_buffer_resource>(first_block_.get(), first_block_size)) {
}

std::string_view Memory::keep(std::string_view text) {
    return {copy(*resource_, std::span(text)), text.size()};
}

Array Memory::array(std::span<Value const> elements) { return {copy(*resource_, elements), elements.size()}; }

Object Memory::object(std::span<Member const> members) { return {copy(*resource_, members), members.size()}; }

Result<Document> read(std::string_view text) {
    Memory memory;
    Value root;
    auto const error = parse(
        memory.keep(text), memory, [&](Value const& value) { root = value; }, false, false);
    if (error) return *error;
    return Document(std::move(memory), root);
}

std::optional<Error> read_each(std::string_view text, std::function<void(Value const&)> const& element) {
    Memory memory;
    return parse(text, memory, element, true, true);
}

std::optional<Error> read_piece(std::string_view text, std::string_view piece,
                                std::function<void(Value const&)> const& element) {
    Memory memory;
    bj::basic_parser<Builder> parser(parse_options(), text, memory, element, true);
    bj::error_code code;
    parser.write_some(true, "[", 1, code);
    auto const at = parser.write_some(true, piece.data(), piece.size(), code);
    if (!code) parser.write_some(false, "]", 1, code);
    if (!code) return std::nullopt;
    return error_of(code, static_cast<std::size_t>(piece.data() - text.data()) + at);
}

ReadOn read_on(std::string_view text, std::size_t from, std::function<void(Value const&)> const& element) {
    Memory memory;
    bj::basic_parser<Builder> parser(parse_options(), text, memory, element, true);
    bj::error_code code;
    parser.write_some(true, "[", 1, code);
    auto const end = from + parser.write_some(false, text.data() + from, text.size() - from, code);
    if (code) return {end, error_of(code, end)};
    return {end, std::nullopt};
}

}  // namespace fonds::json
