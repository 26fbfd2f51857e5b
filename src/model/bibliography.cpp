// Records by their keys.

#include <algorithm>
#include <fonds/bibliography.hpp>
#include <unordered_map>
#include <utility>

#include "base/nearest_name.hpp"
#include "base/text.hpp"

namespace fonds {

/// A file with a way to each of its records. Views in `by_key` are of the ids in `file`.
struct Bibliography::Indexed {
    explicit Indexed(File read) : file(std::move(read)) {
        for (auto const& item : file.items) by_key.emplace(item.id, &item);
        for (auto const& item : file.items)
            for (auto const& field : item.foreign)
                if (field.name == "ids")  // biblatex: further keys of an entry
                    for (auto const key : split(field.value, ',')) by_key.emplace(trim(key), &item);
    }

    File file;
    std::unordered_map<std::string_view, Item const*> by_key;
};

void Bibliography::add(File file) {
    bool const is_there =
        !file.path.empty() && std::any_of(files_.begin(), files_.end(),
                                          [&](auto const& own) { return own->file.path == file.path; });
    if (!is_there) files_.push_back(std::make_shared<Indexed const>(std::move(file)));
}

void Bibliography::add(Bibliography const& other) {
    for (auto const& file : other.files_) {
        auto const is_same = [&](auto const& own) {
            return own == file || (!own->file.path.empty() && own->file.path == file->file.path);
        };
        if (std::none_of(files_.begin(), files_.end(), is_same)) files_.push_back(file);
    }
}

Item const* Bibliography::find(std::string_view key) const {
    for (auto const& file : files_)
        if (auto const at = file->by_key.find(key); at != file->by_key.end()) return at->second;
    return nullptr;
}

std::string_view Bibliography::nearest(std::string_view key) const {
    NearestName nearest(key);
    for (auto const& file : files_)
        for (auto const& item : file->file.items) nearest.offer(item.id);
    return nearest.best();
}

Bibliography::File const& Bibliography::file(std::size_t index) const { return files_[index]->file; }

}  // namespace fonds
