// Archives named in full where they are cited first, and by their abbreviation from then on.
#include "house/introductions.hpp"

#include "base/text.hpp"
#include "house/location.hpp"
#include "house/repository.hpp"

namespace fonds {

Introductions::Introductions(Items const& items, HouseForm const& form, Knowledge const& knowledge)
    : form_(form), knowledge_(knowledge) {
    for (auto const& item : items)
        if (auto const* archive = keeper_of(item.reference, knowledge).archive) ++uses_[archive].items;
}

std::optional<IntroducedName> Introductions::next(Item const& item) {
    if (uses_.empty()) return std::nullopt;
    auto const [archive, scheme] = keeper_of(item.reference, knowledge_);
    auto const use = uses_.find(archive);
    if (use == uses_.end() || use->second.items < 2) return std::nullopt;
    auto const* how = form_.data().setting(scheme, &FormSection::repository);
    auto const written = write_repository(item.reference, archive, how ? *how : RepositoryName::as_written);
    auto const names = names_beside(*archive, written);
    if (names.full.empty() || names.abbreviation.empty()) return std::nullopt;
    if (std::exchange(use->second.introduced, true)) return IntroducedName{names.abbreviation, false};
    auto full = replace_all(replace_all(form_.data().word("hereafter"), "{full}", names.full), "{}",
                            names.abbreviation);
    return IntroducedName{std::move(full), true};
}

}  // namespace fonds
