// Names read aloud.

#include <fonds/name.hpp>

namespace fonds {

std::string display(Name const& name) {
    if (!name.literal.empty()) return name.literal;
    std::string out;
    auto const add = [&](std::string const& part) {
        if (part.empty()) return;
        if (!out.empty()) out += ' ';
        out += part;
    };
    if (name.static_ordering) {
        add(name.family);
        add(name.given);
        return out;
    }
    add(name.given);
    add(name.dropping_particle);
    add(name.non_dropping_particle);
    add(name.family);
    if (!name.suffix.empty()) out += (name.comma_suffix ? ", " : " ") + name.suffix;
    return out;
}

}  // namespace fonds
