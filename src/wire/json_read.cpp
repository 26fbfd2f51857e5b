// Boost.JSON's event parser behind the tree of json.hpp.

#include <boost/json/basic_parser_impl.hpp>
#include <charconv>

#include "base/text.hpp"
#include "wire/json.hpp"

namespace fonds::json {
namespace {

namespace bj = boost::json;

// Builds values from events. Boost.JSON's tree would keep only the last of duplicate names and no places.
class Builder {
  public:
    constexpr static std::size_t max_object_size = std::size_t(-1);
    constexpr static std::size_t max_array_size = std::size_t(-1);
    constexpr static std::size_t max_key_size = std::size_t(-1);
    constexpr static std::size_t max_string_size = std::size_t(-1);

    Builder(std::string_view text, std::function<void(Value&&)> const& deliver, bool by_element)
        : text_(text), deliver_(deliver), by_element_(by_element) {}

    bool on_document_begin(bj::error_code&) { return true; }
    bool on_document_end(bj::error_code&) { return true; }
    bool on_object_begin(bj::error_code&) { return open(Object{}); }
    bool on_object_end(std::size_t, bj::error_code&) { return close(); }
    bool on_array_begin(bj::error_code&) {
        if (by_element_ && open_.empty() && !in_outer_array_) {
            in_outer_array_ = true;
            return true;
        }
        return open(Array{});
    }
    bool on_array_end(std::size_t, bj::error_code&) {
        if (in_outer_array_ && open_.empty()) {
            in_outer_array_ = false;
            return true;
        }
        return close();
    }
    bool on_key_part(bj::string_view part, std::size_t, bj::error_code&) { return append(part); }
    bool on_key(bj::string_view part, std::size_t, bj::error_code&) {
        append(part);
        keys_.push_back({std::move(buffer_), start_});
        return reset();
    }
    bool on_string_part(bj::string_view part, std::size_t, bj::error_code&) { return append(part); }
    bool on_string(bj::string_view part, std::size_t, bj::error_code&) {
        append(part);
        Value value(std::move(buffer_), start_);
        reset();
        return add(std::move(value));
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
    struct Key {
        std::string name;
        std::size_t offset;
    };

    bool append(bj::string_view part) {
        // The parser hands out pieces of the input itself, except for escaped characters.
        auto const* const base = text_.data();
        if (part.data() >= base && part.data() < base + text_.size()) {
            last_ = static_cast<std::size_t>(part.data() - base);
            if (!started_) start_ = last_;
        } else if (!started_) {
            start_ = last_;
        }
        started_ = true;
        buffer_.append(part.data(), part.size());
        return true;
    }
    bool reset() {
        buffer_.clear();
        started_ = false;
        return true;
    }
    bool number(bj::string_view part) {
        append(part);
        Value value(Number{std::move(buffer_)}, start_);
        reset();
        return add(std::move(value));
    }
    bool open(Value::Data data) {
        open_.emplace_back(std::move(data), last_);
        return true;
    }
    bool close() {
        Value value = std::move(open_.back());
        open_.pop_back();
        return add(std::move(value));
    }
    bool add(Value value) {
        if (open_.empty()) {
            deliver_(std::move(value));
        } else if (auto* const array = std::get_if<Array>(&open_.back().data())) {
            array->push_back(std::move(value));
        } else {
            auto& key = keys_.back();
            std::get<Object>(open_.back().data())
                .push_back({std::move(key.name), std::move(value), key.offset});
            keys_.pop_back();
        }
        return true;
    }

    std::string_view text_;
    std::function<void(Value&&)> const& deliver_;
    bool by_element_;
    bool in_outer_array_ = false;
    std::vector<Value> open_;
    std::vector<Key> keys_;
    std::string buffer_;
    std::size_t start_ = 0;
    std::size_t last_ = 0;
    bool started_ = false;
};

std::optional<Error> parse(std::string_view text, std::function<void(Value&&)> const& deliver,
                           bool by_element, bool several) {
    std::size_t at = 0;
    if (text.starts_with("\xEF\xBB\xBF")) at = 3;
    bj::parse_options options;
    options.max_depth = maximum_depth;
    options.allow_invalid_utf8 = true;  // repaired where the text is used, not a reason to lose a file
    bool any = false;
    for (;;) {
        while (at < text.size() && is_ascii_space(text[at])) ++at;
        if (at == text.size() && any) return std::nullopt;
        bj::basic_parser<Builder> parser(options, text, deliver, by_element);
        bj::error_code code;
        at += parser.write_some(false, text.data() + at, text.size() - at, code);
        if (code == bj::error::too_deep)
            return Error{ErrorCode::limit_exceeded,
                         "JSON is nested deeper than " + std::to_string(maximum_depth), "", at};
        if (code) return Error{ErrorCode::malformed, "no valid JSON: " + code.message(), "", at};
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

Result<Value> read(std::string_view text) {
    Value value;
    auto error = parse(text, [&](Value&& read) { value = std::move(read); }, false, false);
    if (error) return *error;
    return value;
}

std::optional<Error> read_each(std::string_view text,
                               std::function<void(Value&&)> const& element) {
    return parse(text, element, true, true);
}

}  // namespace fonds::json
