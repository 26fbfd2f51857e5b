// YAML out.

#include <yaml.h>

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "wire/yaml.hpp"

namespace fonds::yaml {
namespace {

int write_chunk(void* out, unsigned char* data, std::size_t size) {
    static_cast<std::string*>(out)->append(reinterpret_cast<char const*>(data), size);
    return 1;
}

// Words and numbers that some YAML 1.1 reader takes for something else than a string.
bool needs_quotes(std::string_view text) {
    static constexpr std::array<std::string_view, 10> words = {"null", "true", "false", "yes", "no",
                                                               "on",   "off",  "y",     "n",   "~"};
    auto const small = ascii_lower(text);
    if (text.empty() || contains(words, small)) return true;
    bool const numeric = text.find_first_not_of("0123456789.,_:+-eExXoObBaAcCdDfF") == std::string_view::npos;
    bool const digit =
        is_digit(text[0]) || (text.size() > 1 && (text[0] == '-' || text[0] == '+' || text[0] == '.'));
    return numeric && digit;
}

class Emitter {
  public:
    explicit Emitter(std::string& out) {
        yaml_emitter_initialize(&emitter_);
        yaml_emitter_set_output(&emitter_, write_chunk, &out);
        yaml_emitter_set_unicode(&emitter_, 1);
        yaml_emitter_set_width(&emitter_, -1);
        yaml_event_t event;
        yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING);
        yaml_emitter_emit(&emitter_, &event);
        yaml_document_start_event_initialize(&event, nullptr, nullptr, nullptr, 1);
        yaml_emitter_emit(&emitter_, &event);
    }
    ~Emitter() { yaml_emitter_delete(&emitter_); }
    Emitter(Emitter const&) = delete;
    Emitter& operator=(Emitter const&) = delete;

    void value(json::Value const& value) {
        if (auto const* text = value.string()) {
            scalar(*text, needs_quotes(*text));
        } else if (auto const* number = value.number()) {
            scalar(number->text, false);
        } else if (auto const* boolean = value.boolean()) {
            scalar(*boolean ? "true" : "false", false);
        } else if (auto const* array = value.array()) {
            sequence(*array);
        } else if (auto const* object = value.object()) {
            mapping(*object);
        } else {
            scalar("null", false);
        }
    }

    void finish() {
        yaml_event_t event;
        yaml_document_end_event_initialize(&event, 1);
        yaml_emitter_emit(&emitter_, &event);
        yaml_stream_end_event_initialize(&event);
        yaml_emitter_emit(&emitter_, &event);
        yaml_emitter_flush(&emitter_);
    }

  private:
    void scalar(std::string_view text, bool quoted) {
        auto const valid = is_valid_utf8(text) ? std::string(text) : repair_utf8(text);
        // libyaml writes some of these in plain style and then cannot read them.
        bool const special = valid.find_first_of("\n\r\t\x7F") != std::string::npos ||
                             valid.find("\xC2\x85") != std::string::npos ||
                             valid.find("\xE2\x80\xA8") != std::string::npos ||
                             valid.find("\xE2\x80\xA9") != std::string::npos ||
                             valid.find("\xEF\xBB\xBF") != std::string::npos;
        auto const style = special  ? YAML_DOUBLE_QUOTED_SCALAR_STYLE
                           : quoted ? YAML_SINGLE_QUOTED_SCALAR_STYLE
                                    : YAML_PLAIN_SCALAR_STYLE;
        yaml_event_t event;
        yaml_scalar_event_initialize(&event, nullptr, nullptr,
                                     reinterpret_cast<unsigned char const*>(valid.data()),
                                     static_cast<int>(valid.size()), quoted ? 0 : 1, 1, style);
        yaml_emitter_emit(&emitter_, &event);
    }

    void sequence(json::Array const& elements) {
        bool const flat =
            !elements.empty() && std::all_of(elements.begin(), elements.end(),
                                             [](json::Value const& v) { return v.number() != nullptr; });
        yaml_event_t event;
        yaml_sequence_start_event_initialize(&event, nullptr, nullptr, 1,
                                             flat ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE);
        yaml_emitter_emit(&emitter_, &event);
        for (auto const& element : elements) value(element);
        yaml_sequence_end_event_initialize(&event);
        yaml_emitter_emit(&emitter_, &event);
    }

    void mapping(json::Object const& members) {
        yaml_event_t event;
        yaml_mapping_start_event_initialize(&event, nullptr, nullptr, 1, YAML_BLOCK_MAPPING_STYLE);
        yaml_emitter_emit(&emitter_, &event);
        for (auto const& member : members) {
            scalar(member.name, needs_quotes(member.name));
            value(member.value);
        }
        yaml_mapping_end_event_initialize(&event);
        yaml_emitter_emit(&emitter_, &event);
    }

    yaml_emitter_t emitter_{};
};

}  // namespace

void append(std::string& out, json::Value const& value) {
    Emitter emitter(out);
    emitter.value(value);
    emitter.finish();
}

}  // namespace fonds::yaml
