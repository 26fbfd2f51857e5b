// The parts of a DOCX package and how they point to each other.

#include "manuscript/docx_package.hpp"

#include "base/text.hpp"
#include "wire/xml.hpp"

namespace fonds {

std::string_view folder_of_part(std::string_view part) {
    auto const slash = part.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : part.substr(0, slash + 1);
}

std::optional<std::string> related_part(zip::Archive& archive, std::string_view part, std::string_view type) {
    auto const folder = folder_of_part(part);
    auto const bytes = archive.read(concat(folder, "_rels/", part.substr(folder.size()), ".rels"));
    if (!bytes || !*bytes) return std::nullopt;
    auto const tree = xml::Document::read(**bytes);
    if (!tree) return std::nullopt;
    for (auto const relation : tree->root().elements()) {
        if (!relation["Type"].ends_with(type)) continue;
        auto const target = relation["Target"];
        if (target.starts_with('/')) return std::string(target.substr(1));
        return concat(folder, target.starts_with("./") ? target.substr(2) : target);
    }
    return std::nullopt;
}

}  // namespace fonds
