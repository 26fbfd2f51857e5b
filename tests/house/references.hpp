// Invented references of many archives, for the tests of house forms.
#pragma once

#include <fonds/house.hpp>
#include <string>
#include <vector>

namespace fonds::test {

inline ArchiveLevel level(std::string name, std::string label, std::string value,
                          Hierarchy hierarchy = Hierarchy::intellectual) {
    return {std::move(name), std::move(label), std::move(value), hierarchy};
}
inline ArchiveLevel box(std::string name, std::string label, std::string value) {
    return level(std::move(name), std::move(label), std::move(value), Hierarchy::physical);
}
inline ArchiveLevel leaf(std::string name, std::string label, std::string value) {
    return level(std::move(name), std::move(label), std::move(value), Hierarchy::part);
}

inline Item item_in(std::string repository, std::vector<ArchiveLevel> levels) {
    Item item;
    item.id = "item";
    item.type = ItemType::manuscript;
    item.reference.repository = std::move(repository);
    item.reference.levels = std::move(levels);
    return item;
}

}  // namespace fonds::test
