// Loose descriptions of TEI.

#include "format/tei_loose.hpp"

#include "base/text.hpp"
#include "format/field_text.hpp"

namespace fonds::tei {
namespace {

bool is_quoted(xml::Node title) {
    return title["rend"].find("quote") != std::string_view::npos ||
           title["rendition"].find("quote") != std::string_view::npos;
}

// "In <title>…</title>": the title of a book that holds a chapter.
bool stands_in(xml::Node title, xml::Node description) {
    std::string before;
    for (auto node = description.first(); node && node != title; node = node.next())
        before = node.is_text() ? std::string(node.value()) : std::string();
    auto const words = ascii_lower(trim(before));
    return words == "in" || words.ends_with(" in") || words.ends_with(" in:") || words.ends_with(".in");
}

}  // namespace

LooseTitles::LooseTitles(xml::Node description) {
    bool journal = false, monograph = false, any_level = false;
    xml::Node second;
    for (auto title = description.child("title"); title; title = title.next("title")) {
        auto const level = title["level"];
        any_level |= !level.empty();
        article_ |= level == "a";
        monograph |= level == "m";
        journal |= level == "j";
        if (!quoted_) quoted_ = title;
        else if (!second) second = title;
    }
    if (any_level || !second || !is_quoted(quoted_) || is_quoted(second)) quoted_ = {};
    if (quoted_) journal = !stands_in(second, description);
    if (monograph) type_ = ItemType::book;
    if (article_ || quoted_) type_ = journal ? ItemType::article_journal : ItemType::chapter;
}

Variable LooseTitles::variable_of(xml::Node title) const {
    auto const level = title["level"];
    if (level == "s") return Variable::collection_title;
    bool const host = article_ && (level == "m" || level == "j");
    return host || (quoted_ && title != quoted_) ? Variable::container_title : Variable::title;
}

void LooseTitles::trim(Item& item) const {
    if (!quoted_ || !item.texts.find(Variable::title)) return;
    auto title = std::string(item.text(Variable::title));
    bool const marked = title.ends_with(".") && !title.ends_with("..");
    if (!marked && !title.ends_with(",")) return;
    title.pop_back();
    item.texts.set(Variable::title, std::move(title));
}

bool has_untagged_words(xml::Node description) {
    constexpr std::size_t longest_connective = 3;  // "and", "in", "vol"
    for (auto node = description.first(); node; node = node.next()) {
        if (!node.is_text()) continue;
        std::size_t letters = 0;
        for (char const c : node.value()) {
            if (is_digit(c)) return true;
            bool const letter = is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
            letters = letter ? letters + 1 : 0;
            if (letters > longest_connective) return true;
        }
    }
    return false;
}

}  // namespace fonds::tei
