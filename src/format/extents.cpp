// Extents of works.

#include "format/extents.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "base/embedded.hpp"
#include "base/table.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "format/field_text.hpp"

namespace fonds {
namespace {

using WordSet = std::set<std::string, std::less<>>;

// The labels of vocabulary/labels.tsv that mean one thing alone, in every language.
WordSet labels_of(std::string_view meaning) {
    WordSet out;
    for (auto const line : embedded_list("vocabulary/labels.tsv")) {
        auto const columns = split(line, '\t');
        if (field(columns, 0) != meaning) continue;
        for (auto const word : split(field(columns, 2), '|')) out.emplace(word);
    }
    return out;
}

bool is_page_word(std::string_view word) {
    static auto const words = labels_of("page");
    return words.count(to_lower(word)) != 0;
}

bool is_volume_word(std::string_view word) {
    static auto const words = labels_of("volume");
    return words.count(to_lower(word)) != 0;
}

bool is_letter(char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

bool is_roman(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) {
        return std::string_view("ivxlcdm").find(ascii_lower(c)) != std::string_view::npos;
    });
}

std::size_t end_of(std::string_view text, std::size_t at, bool (*belongs)(char)) {
    while (at < text.size() && belongs(text[at])) ++at;
    return at;
}

// "845", "1,024", "1229-2308"
std::size_t end_of_number(std::string_view text, std::size_t at) {
    at = end_of(text, at, is_digit);
    while (at + 1 < text.size() && (text[at] == ',' || text[at] == '-') && is_digit(text[at + 1]))
        at = end_of(text, at + 1, is_digit);
    return at;
}

class ExtentReader {
  public:
    explicit ExtentReader(std::string_view text) : text_(text) {}

    Extent read() {
        for (std::size_t at = 0; at < text_.size();) {
            auto const begin = at;
            if (is_digit(text_[at])) {
                at = end_of_number(text_, at);
                read_number(text_.substr(begin, at - begin), begin > 0 && text_[begin - 1] == '[');
            } else if (is_letter(text_[at])) {
                at = end_of(text_, at, is_letter);
                read_word(text_.substr(begin, at - begin), at < text_.size() && text_[at] == '.');
            } else {
                ++at;
            }
        }
        return extent_;
    }

  private:
    // What stands in brackets was not counted by the printer: it counts where nothing else does.
    void read_number(std::string_view number, bool in_brackets) {
        if (number_.empty() || !in_brackets) number_ = replace_all(number, ",", "");
    }

    void read_word(std::string_view word, bool has_stop) {
        if (is_roman(word) && !has_stop) return;
        if (is_page_word(word) && extent_.pages.empty()) extent_.pages = number_;
        if (is_volume_word(word) && extent_.volumes.empty() && number_ != "1") extent_.volumes = number_;
        number_.clear();
    }

    std::string_view text_;
    std::string number_;  ///< that nothing is said of yet
    Extent extent_;
};

}  // namespace

Extent read_extent(std::string_view text) { return ExtentReader(text).read(); }

void add_extent(std::string_view text, Item& item) {
    auto const extent = item.type == ItemType::collection ? Extent{} : read_extent(text);
    bool const has_volumes =
        !extent.volumes.empty() && set_if_absent(item, Variable::number_of_volumes, extent.volumes);
    bool const has_pages =
        !extent.pages.empty() && set_if_absent(item, Variable::number_of_pages, extent.pages);
    bool const is_count = has_volumes && std::count(text.begin(), text.end(), ' ') == 1;
    if (!has_pages && !is_count) append_text(item, Variable::dimensions, text, "; ");
}

std::string write_extent(Item const& item) {
    auto const volumes = item.text(Variable::number_of_volumes);
    auto const pages = item.text(Variable::number_of_pages);
    if (volumes.empty()) return pages.empty() ? std::string() : concat(pages, " p.");
    return pages.empty() ? concat(volumes, " vols.") : concat(volumes, " vols. (", pages, " p.)");
}

std::string_view without_word_for_pages(std::string_view pages) {
    auto const word = pages.substr(0, end_of(pages, 0, is_letter));
    if (word.empty() || !is_page_word(word)) return pages;
    auto const rest = pages.substr(word.size());
    auto const at = rest.find_first_not_of(" .");
    bool const parted = at != 0 && at != std::string_view::npos;
    return parted && is_digit(rest[at]) ? rest.substr(at) : pages;
}

}  // namespace fonds
