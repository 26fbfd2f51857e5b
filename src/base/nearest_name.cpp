#include "base/nearest_name.hpp"

#include "base/edit_distance.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {

NearestName::NearestName(std::string_view wanted) : wanted_(fold(wanted)), most_(wanted.size() / 4) {}

void NearestName::offer(std::string_view name) {
    if (is_exact_) return;
    auto const distance = edit_distance(wanted_, fold(name), most_);
    if (distance > most_) return;
    best_ = name;
    is_exact_ = distance == 0;
    if (!is_exact_) most_ = distance - 1;
}

void NearestName::offer_with_beginning(std::string_view name) {
    constexpr std::size_t telling = 3;  // letters
    if (longer_.empty() && wanted_.size() >= telling && fold(name).starts_with(wanted_)) longer_ = name;
    offer(name);
}

std::string did_you_mean(std::string_view nearest) {
    return nearest.empty() ? std::string() : concat("did you mean “", nearest, "”? ");
}

}  // namespace fonds
