// What the tables of words say.

#include "grammar/lexicon.hpp"

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "grammar/built_in.hpp"
#include "grammar/lexicon_draft.hpp"

namespace fonds {

using std::string_view;

Lexicon::Lexicon(Knowledge const& knowledge, LexiconTables const& laid_out)
    : knowledge_(knowledge), tables_(laid_out) {}

Lexicon::Lexicon(Knowledge const& knowledge)
    : knowledge_(knowledge),
      own_(std::make_unique<LexiconDraft>(knowledge.tables())),
      tables_(own_->tables()) {}

Lexicon::~Lexicon() = default;

Lexicon const& Lexicon::builtin() {
    // Never destroyed, as the tables.
    static Lexicon const& lexicon = *new Lexicon(Knowledge::builtin(), built_in::lexicon);
    return lexicon;
}

WordClasses Lexicon::classes_by_ending(string_view folded) const {
    WordClasses classes = 0;
    if (folded.empty()) return classes;
    for (auto const& ending : tables_.endings)
        if (folded.back() == ending.text.back() && folded.size() > ending.text.size() + 1 &&
            folded.ends_with(ending.text))
            classes |= mask(ending.word_class);
    return classes;
}

string_view Lexicon::tongue_by_ending(string_view folded) const {
    for (auto const& ending : tables_.endings)
        if (ending.word_class == WordClass::repository && folded.ends_with(ending.text))
            return ending.language;
    return {};
}

string_view Lexicon::scheme_of_tongue(string_view language) const {
    for (auto const& tongue : tables_.tongues)
        if (tongue.language == language) return tongue.scheme;
    return {};
}

SchemeLabel const* Lexicon::scheme_label(string_view scheme, string_view label, int after,
                                         std::uint64_t told) const {
    auto const* known = knowledge_.scheme(scheme);
    if (!known) return nullptr;
    auto const hash = hash_label(label);
    // Case tells "F." from "f." where both stand in a scheme; where it is written otherwise, the fold does.
    SchemeLabel const* outermost = nullptr;
    for (bool const exact : {true, false})
        for (auto const& entry :
             tables_.scheme_labels[static_cast<std::size_t>(known - knowledge_.schemes().data())]) {
            if (entry.label != hash || (exact && entry.written != label)) continue;
            bool const fresh = (told >> entry.order & 1U) == 0;
            if (entry.order > after || (fresh && entry.hierarchy == Hierarchy::physical)) return &entry;
            if (!outermost) outermost = &entry;
        }
    return outermost;
}

bool Lexicon::is_file_subject(std::uint64_t word) const {
    return std::binary_search(tables_.file_subjects.begin(), tables_.file_subjects.end(), word);
}

Hierarchy Lexicon::hierarchy_of(string_view level) const {
    constexpr std::array part = {string_view{"list"},  string_view{"folio"},  string_view{"leaf"},
                                 string_view{"sheet"}, string_view{"page"},   string_view{"frame"},
                                 string_view{"khuu"},  string_view{"khuudas"}};
    constexpr std::array physical = {string_view{"box"},  string_view{"folder"},    string_view{"carton"},
                                     string_view{"roll"}, string_view{"container"}, string_view{"microfilm"},
                                     string_view{"reel"}, string_view{"bundle"},    string_view{"papka"}};
    if (contains(part, level)) return Hierarchy::part;
    if (contains(physical, level)) return Hierarchy::physical;
    return Hierarchy::intellectual;
}

}  // namespace fonds
