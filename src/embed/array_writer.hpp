// Writes constant arrays as C++ source, for the host tools that lay tables out.
#pragma once

#include <cstdint>
#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace fonds::embed {

/// A string literal of any bytes.
inline std::string quoted(std::string_view bytes) {
    std::string out = "\"";
    for (char const c : bytes) {
        auto const byte = static_cast<unsigned char>(c);
        if (byte == '"' || byte == '\\' || byte == '?' || byte < 0x20 || byte > 0x7e) {
            char octal[5];
            std::snprintf(octal, sizeof octal, "\\%03o", byte);
            out += octal;
        } else {
            out += c;
        }
    }
    return out + '"';
}

/// What C++ has for a value that stands in an array.
template <class Number, class = std::enable_if_t<std::is_integral_v<Number>>>
std::string written(Number number) {
    if constexpr (std::is_same_v<Number, bool>) return number ? "true" : "false";
    else return std::to_string(number) + (std::is_unsigned_v<Number> && number > 0x7FFFFFFF ? "U" : "");
}
inline std::string written(std::string_view text) { return text.empty() ? "{}" : quoted(text); }

/// "{a,b,c}".
template <class... Pieces>
std::string braced(Pieces const&... pieces) {
    std::string out = "{";
    ((out += pieces, out += ','), ...);
    out.back() = '}';
    return out;
}

/// A constant array, gathered entry by entry.
class Array {
  public:
    Array(std::string type, std::string name) : type_(std::move(type)), name_(std::move(name)) {}

    void add(std::string entry) { entries_.push_back(std::move(entry)); }

    /// Adds what `write` gives of each element.
    template <class Elements, class Write>
    Array& add_all(Elements const& elements, Write const& write) {
        for (auto const& element : elements) add(write(element));
        return *this;
    }
    template <class Elements>
    Array& add_all(Elements const& elements) {
        return add_all(elements, [](auto const& element) { return written(element); });
    }

    /// The same for a list that is part of an entry of another array; a list that is there already is not
    /// added again. Gives the span that the entry has: "{names+12,3}".
    template <class Elements, class Write>
    std::string part(Elements const& elements, Write const& write) {
        std::vector<std::string> list;
        for (auto const& element : elements) list.push_back(write(element));
        if (list.empty()) return "{}";
        auto const [at, is_new] = lists_.try_emplace(list, entries_.size());
        if (is_new) entries_.insert(entries_.end(), list.begin(), list.end());
        return braced(name_ + "+" + std::to_string(at->second), std::to_string(list.size()));
    }
    template <class Elements>
    std::string part(Elements const& elements) {
        return part(elements, [](auto const& element) { return written(element); });
    }

    /// A span of none where there are no entries.
    [[nodiscard]] std::string definition() const {
        if (entries_.empty()) return "constexpr std::span<" + type_ + " const> " + name_ + ";\n";
        auto out = "alignas(32) constexpr " + type_ + " " + name_ + "[] = {\n";
        for (std::size_t i = 0; i < entries_.size(); ++i)
            out.append(entries_[i]).append((i + 1) % entries_a_line == 0 ? ",\n" : ",");
        return out + "};\n";
    }

  private:
    static constexpr std::size_t entries_a_line = 16;

    std::string type_, name_;
    std::vector<std::string> entries_;
    std::map<std::vector<std::string>, std::size_t> lists_;  ///< where each begins
};

}  // namespace fonds::embed
