// Text with the way it is set.

#include "rewrite/rich_text.hpp"

#include <fonds/csl.hpp>

namespace fonds {
namespace {

// What a tag of the engine says of the text below it.
void take_tag(std::string_view tag, Setting& setting) {
    if (tag == "italic" || tag == "oblique") setting.italic = true;
    else if (tag == "upright") setting.italic = false;
    else if (tag == "bold") setting.bold = true;
    else if (tag == "light" || tag == "normal-weight") setting.bold = false;
    else if (tag == "small-caps") setting.small_caps = true;
    else if (tag == "normal-caps") setting.small_caps = false;
    else if (tag == "superscript") setting.position = TextPosition::superscript;
    else if (tag == "subscript") setting.position = TextPosition::subscript;
    else if (tag == "baseline") setting.position = TextPosition::normal;
}

void append(RichText& out, std::vector<csl::TaggedNode> const& nodes, Setting setting) {
    for (auto const& node : nodes) {
        if (node.tag.empty()) {
            out.append(node.text, setting);
            continue;
        }
        auto inner = setting;
        take_tag(node.tag, inner);
        append(out, node.children, inner);
    }
}

// Looks for the first words below some nodes; `size` is that of the text up to their end.
enum class FirstWords { none, term, other };
FirstWords first_words(std::vector<csl::TaggedNode> const& nodes, bool is_term, std::size_t& size) {
    for (auto const& node : nodes) {
        if (node.tag.empty()) {
            size += node.text.size();
            if (node.text.find_first_not_of(",;:. ") != std::string::npos)
                return is_term ? FirstWords::term : FirstWords::other;
        }
        auto const found = first_words(node.children, is_term || node.tag == "term", size);
        if (found != FirstWords::none) return found;
    }
    return FirstWords::none;
}

}  // namespace

std::size_t RichText::leading_term(std::string_view tagged) {
    std::size_t size = 0;
    return first_words(csl::read_tagged(tagged), false, size) == FirstWords::term ? size : 0;
}

RichText RichText::read(std::string_view tagged) {
    RichText out;
    fonds::append(out, csl::read_tagged(tagged), {});
    return out;
}

void RichText::append(std::string_view text, Setting setting) {
    text_ += text;
    settings_.insert(settings_.end(), text.size(), setting);
}

void RichText::insert(std::size_t at, std::string_view text) {
    text_.insert(at, text);
    auto const setting = at > 0 ? settings_[at - 1] : Setting{};
    settings_.insert(settings_.begin() + static_cast<std::ptrdiff_t>(at), text.size(), setting);
}

void RichText::erase(std::size_t at, std::size_t count) {
    text_.erase(at, count);
    auto const begin = settings_.begin() + static_cast<std::ptrdiff_t>(at);
    settings_.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
}

}  // namespace fonds
