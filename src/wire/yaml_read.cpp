// YAML in.

#include <yaml.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <vector>

#include "base/number.hpp"
#include "base/text.hpp"
#include "wire/yaml.hpp"

namespace fonds::yaml {
namespace {

// libyaml counts code points; this gives bytes.
class Offsets {
  public:
    explicit Offsets(std::string_view text) : text_(text) {
        std::size_t count = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
            if (count++ % step == 0) marks_.push_back(at);
        }
    }
    std::size_t byte(std::size_t index) const {
        if (marks_.empty()) return 0;
        auto const mark = std::min(index / step, marks_.size() - 1);
        auto at = marks_[mark];
        for (auto left = index - mark * step; left > 0 && at < text_.size(); --left) {
            ++at;
            while (at < text_.size() && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) ++at;
        }
        return std::min(at, text_.size());
    }

  private:
    static constexpr std::size_t step = 256;
    std::string_view text_;
    std::vector<std::size_t> marks_;
};

struct Failure {
    Error error;
};

/// Whether JSON would write it so; "007", "1e3" and "0x1F" stay text.
bool is_json_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    auto const digits = count_digits(text);
    if (digits == 0 || (digits > 1 && text[0] == '0')) return false;
    text.remove_prefix(digits);
    if (text.empty()) return true;
    return text[0] == '.' && is_all_digits(text.substr(1));
}

/// What a plain scalar means: null, a boolean, a number or a string; the latter two are views of `content`.
json::Value resolve_plain(std::string_view content, std::size_t offset) {
    if (content.empty() || content == "~" || content == "null" || content == "Null" || content == "NULL")
        return json::Value(nullptr, offset);
    if (content == "true" || content == "True" || content == "TRUE") return json::Value(true, offset);
    if (content == "false" || content == "False" || content == "FALSE") return json::Value(false, offset);
    if (is_json_number(content)) return json::Value(json::Number{content}, offset);
    return json::Value(content, offset);
}

class Parser {
  public:
    explicit Parser(std::string_view text) : offsets_(text) {
        yaml_parser_initialize(&parser_);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<unsigned char const*>(text.data()),
                                     text.size());
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    }
    ~Parser() {
        yaml_event_delete(&event_);
        yaml_parser_delete(&parser_);
    }
    Parser(Parser const&) = delete;
    Parser& operator=(Parser const&) = delete;

    void run(std::function<void(json::Value const&)> const& document) {
        for (next(); event_.type != YAML_STREAM_END_EVENT; next()) {
            if (event_.type != YAML_DOCUMENT_START_EVENT) continue;
            anchors_.clear();
            memory_.clear();
            next();
            document(read_node(0));
        }
    }

  private:
    void next() {
        yaml_event_delete(&event_);
        if (yaml_parser_parse(&parser_, &event_) == 0) {
            auto const index = std::max(parser_.problem_mark.index, parser_.problem_offset);
            fail(ErrorCode::malformed,
                 concat("no valid YAML: ", parser_.problem ? parser_.problem : "unreadable"), index);
        }
    }

    [[noreturn]] void fail(ErrorCode code, std::string message, std::size_t index) {
        throw Failure{{code, std::move(message), "", offsets_.byte(index)}};
    }

    std::size_t here() const { return offsets_.byte(event_.start_mark.index); }

    static std::string text(yaml_char_t const* chars) {
        return chars ? reinterpret_cast<char const*>(chars) : "";
    }

    json::Value read_node(std::size_t depth) {
        if (depth > maximum_depth)
            fail(ErrorCode::limit_exceeded, "YAML is nested deeper than " + std::to_string(maximum_depth),
                 event_.start_mark.index);
        switch (event_.type) {
            case YAML_SCALAR_EVENT: return read_scalar();
            case YAML_SEQUENCE_START_EVENT: return read_sequence(depth);
            case YAML_MAPPING_START_EVENT: return read_mapping(depth);
            case YAML_ALIAS_EVENT: return read_alias();
            default: return {};
        }
    }

    void define(std::string const& anchor, json::Value const& value) {
        if (!anchor.empty()) anchors_[anchor] = {value, count(value)};
    }

    static std::size_t count(json::Value const& value) {
        std::size_t nodes = 1;
        if (auto const* array = value.array())
            for (auto const& element : *array) nodes += count(element);
        if (auto const* object = value.object())
            for (auto const& member : *object) nodes += count(member.value);
        return nodes;
    }

    json::Value read_scalar() {
        auto const& scalar = event_.data.scalar;
        auto const anchor = text(scalar.anchor);
        auto const content = memory_.keep({reinterpret_cast<char const*>(scalar.value), scalar.length});
        auto const at = here();
        auto const value =
            scalar.style == YAML_PLAIN_SCALAR_STYLE ? resolve_plain(content, at) : json::Value(content, at);
        define(anchor, value);
        return value;
    }

    json::Value read_sequence(std::size_t depth) {
        auto const anchor = text(event_.data.sequence_start.anchor);
        auto const at = here();
        std::vector<json::Value> elements;
        for (next(); event_.type != YAML_SEQUENCE_END_EVENT; next()) elements.push_back(read_node(depth + 1));
        json::Value const value(memory_.array(elements), at);
        define(anchor, value);
        return value;
    }

    json::Value read_mapping(std::size_t depth) {
        auto const anchor = text(event_.data.mapping_start.anchor);
        auto const at = here();
        std::vector<json::Member> members;
        for (next(); event_.type != YAML_MAPPING_END_EVENT; next()) {
            json::Member member;
            member.offset = here();
            member.name = key_text(read_node(depth + 1));
            next();
            member.value = read_node(depth + 1);
            members.push_back(member);
        }
        json::Value const value(memory_.object(members), at);
        define(anchor, value);
        return value;
    }

    static std::string_view key_text(json::Value const& key) {
        if (auto const name = key.text()) return *name;
        if (auto const* boolean = key.boolean()) return *boolean ? "true" : "false";
        return "";
    }

    json::Value read_alias() {
        auto const found = anchors_.find(text(event_.data.alias.anchor));
        if (found == anchors_.end())
            fail(ErrorCode::malformed, "an alias has no anchor", event_.start_mark.index);
        alias_nodes_ += found->second.nodes;
        if (alias_nodes_ > maximum_alias_nodes)
            fail(ErrorCode::limit_exceeded,
                 "aliases repeat more than " + std::to_string(maximum_alias_nodes) + " nodes",
                 event_.start_mark.index);
        return found->second.value;
    }

    struct Anchor {
        json::Value value;
        std::size_t nodes = 0;
    };
    yaml_parser_t parser_{};
    yaml_event_t event_{};
    Offsets offsets_;
    json::Memory memory_;  // of one document
    std::map<std::string, Anchor> anchors_;
    std::size_t alias_nodes_ = 0;
};

}  // namespace

std::optional<Error> read_each(std::string_view text,
                               std::function<void(json::Value const&)> const& document) {
    try {
        Parser(text).run(document);
    } catch (Failure const& failure) {
        return failure.error;
    }
    return std::nullopt;
}

}  // namespace fonds::yaml
