// The numbers that Word sets before the paragraphs of a list.

#include "manuscript/docx_lists.hpp"

#include "manuscript/note_numbers.hpp"

namespace fonds {

DocxLists::DocxLists(std::string_view part) {
    auto const tree = xml::Document::read(part);
    if (!tree) return;
    std::map<std::string_view, std::string_view> abstract;
    for (auto const element : tree->root().elements()) {
        if (element.local_name() == "abstractNum") {
            // The first level is written first.
            abstract[element["w:abstractNumId"]] = element.child("lvl").child("numFmt")["w:val"];
        } else if (element.local_name() == "num") {
            auto const format = abstract.find(element.child("abstractNumId")["w:val"]);
            bool const is_numbered =
                format != abstract.end() && format->second != "bullet" && format->second != "none";
            if (is_numbered) formats_[std::string(element["w:numId"])] = format->second;
        }
    }
}

std::string DocxLists::next_number(xml::Node paragraph) {
    auto const numbering = paragraph.child("pPr").child("numPr");
    auto const level = numbering.child("ilvl")["w:val"];
    auto const list = formats_.find(numbering.child("numId")["w:val"]);
    if (list == formats_.end() || (!level.empty() && level != "0")) return {};
    return note_number(++counts_[list->first], list->second);
}

}  // namespace fonds
