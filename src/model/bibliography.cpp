// Records by their keys.

#include <algorithm>
#include <fonds/bibliography.hpp>
#include <unordered_map>
#include <utility>

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

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

// One letter in four may be wrong: "westad2005" for "westad205"; capitals do not count.
std::string_view Bibliography::nearest(std::string_view key) const {
    auto const wanted = fold(key);
    auto most = key.size() / 4;
    std::string_view best;
    for (auto const& file : files_)
        for (auto const& item : file->file.items) {
            auto const distance = edit_distance(wanted, fold(item.id), most);
            if (distance > most) continue;
            best = item.id;
            if (distance == 0) return best;
            most = distance - 1;
        }
    return best;
}

Bibliography::File const& Bibliography::file(std::size_t index) const { return files_[index]->file; }

}  // namespace fonds
