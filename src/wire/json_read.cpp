// Boost.JSON's event parser behind the tree of json.hpp.

#include <boost/json/basic_parser_impl.hpp>
#include <charconv>
#include <memory>
#include <vector>

#include "base/text.hpp"
#include "base/unicode.hpp"
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

    // `is_well_formed`: what is read of the text is surely UTF-8.
    Builder(std::string_view text, bool is_well_formed, Memory& memory, Deliver const& deliver,
            bool by_element)
        : text_(text),
          is_well_formed_(is_well_formed),
          memory_(memory),
          deliver_(deliver),
          by_element_(by_element) {}

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
        members_.push_back({name, {}, start_});
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
        if (started_ || !is_well_formed_ || !is_input(part)) return take_pieces(part);
        start_ = last_ = static_cast<std::size_t>(part.data() - text_.data());
        return part;
    }
    std::string_view take_pieces(bj::string_view part) {
        append(part);
        started_ = false;
        auto const text = memory_.keep(is_well_formed_ ? pieces_ : repair_utf8(pieces_));
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
            members_.back().value = value;
        } else {
            elements_.push_back(value);
        }
        return true;
    }

    std::string_view text_;
    bool is_well_formed_;
    Memory& memory_;
    Deliver const& deliver_;
    bool by_element_;
    bool in_outer_array_ = false;
    std::vector<Open> open_;
    std::vector<Value> elements_;  // of the arrays that are open
    std::vector<Member> members_;  // of the objects that are open; the value of the last may be to come
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
    options.allow_invalid_utf8 = true;  // repaired, not a reason to lose a file
    return options;
}

Error error_of(bj::error_code code, std::size_t at) {
    if (code == bj::error::too_deep)
        return {ErrorCode::limit_exceeded, "JSON is nested deeper than " + std::to_string(maximum_depth), "",
                at};
    return {ErrorCode::malformed, "no valid JSON: " + code.message(), "", at};
}

// How a text is read.
struct Reading {
    Memory& memory;
    Deliver const& deliver;
    bool is_well_formed;  // what is read of the text is surely UTF-8
    bool by_element = true;
    bool several = true;  // values may follow each other
};

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && is_ascii_space(text[at])) ++at;
    return at;
}

// Reads values from `at` on, one at least.
std::optional<Error> read_values(std::string_view text, std::size_t at, Reading const& how) {
    do {
        at = skip_spaces(text, at);
        bj::basic_parser<Builder> parser(parse_options(), text, how.is_well_formed, how.memory, how.deliver,
                                         how.by_element);
        bj::error_code code;
        at += parser.write_some(false, text.data() + at, text.size() - at, code);
        if (code) return error_of(code, at);
        at = skip_spaces(text, at);
        if (!how.several && at < text.size())
            return Error{ErrorCode::malformed, "no valid JSON: text after the value", "", at};
    } while (at < text.size());
    return std::nullopt;
}

std::size_t first_place(std::string_view text) { return text.starts_with("\xEF\xBB\xBF") ? 3 : 0; }

// Reads on within an array, of which `part` is the rest, or else a piece of whole elements.
ReadOn read_elements(std::string_view text, std::string_view part, bool is_rest, Reading const& how) {
    bj::basic_parser<Builder> parser(parse_options(), text, how.is_well_formed, how.memory, how.deliver,
                                     true);
    bj::error_code code;
    parser.write_some(true, "[", 1, code);
    auto const end = parser.write_some(!is_rest, part.data(), part.size(), code);
    auto const at = static_cast<std::size_t>(part.data() - text.data()) + end;
    if (!is_rest && !code) {
        if (parser.done())
            return {at, Error{ErrorCode::malformed, "the array ends within a piece of it", "", at}};
        parser.write_some(false, "]", 1, code);
    }
    if (code) return {at, error_of(code, at)};
    return {at, std::nullopt};
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

bool Value::is_true() const {
    if (auto const* value = boolean()) return *value;
    auto const written = text().value_or(std::string_view());
    return !written.empty() && written != "0" && written != "false";
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
    Deliver const keep = [&](Value const& value) { root = value; };
    auto const kept = memory.keep(text);
    if (auto const error =
            read_values(kept, first_place(kept), {memory, keep, is_valid_utf8(kept), false, false}))
        return *error;
    return Document(std::move(memory), root);
}

std::optional<Error> read_each(std::string_view text, std::function<void(Value const&)> const& element) {
    Memory memory;
    return read_values(text, first_place(text), {memory, element, is_valid_utf8(text)});
}

std::optional<Error> read_piece(std::string_view text, std::string_view piece,
                                std::function<void(Value const&)> const& element) {
    Memory memory;
    return read_elements(text, piece, false, {memory, element, is_valid_utf8(piece)}).error;
}

std::optional<Error> read_rest(std::string_view text, std::size_t from,
                               std::function<void(Value const&)> const& element) {
    Memory memory;
    auto const rest = text.substr(from);
    Reading const how{memory, element, is_valid_utf8(rest)};
    auto const read = read_elements(text, rest, true, how);
    auto const next = skip_spaces(text, read.end);
    if (read.error || next == text.size()) return read.error;
    return read_values(text, next, how);
}

ReadOn read_on(std::string_view text, std::size_t from, std::function<void(Value const&)> const& element) {
    Memory memory;
    return read_elements(text, text.substr(from), true, {memory, element, false});
}

}  // namespace fonds::json
