// Which kind of .bib entry an item becomes.

#include "format/bibtex_kind.hpp"

#include "base/text.hpp"
#include "format/bibtex_item.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;
using V = Variable;

bool is_in_journal(string_view type) {
    return type == "article" || type == "review" || type == "suppperiodical" || type == "Article";
}

// Types for papers of all sorts, which biblatex-chicago sets as @misc.
bool is_paper(ItemType type) {
    return type == ItemType::manuscript || type == ItemType::personal_communication ||
           type == ItemType::document || type == ItemType::interview;
}

string_view type_of(Item const& item, FieldWriter const& fields, Profile profile, bool is_archival) {
    bool const classic = profile == Profile::bibtex;
    if (auto const* kept = fields.kept("entrytype")) {
        auto const* known = find_bib_type(ascii_lower(kept->value));
        if (is_field_name(kept->value) &&
            (!known || known->type == item.type || item.type == ItemType::manuscript))
            return kept->value;
    } else if (profile == Profile::biblatex_chicago && is_archival && is_paper(item.type)) {
        return "misc";
    } else if (item.type == ItemType::thesis && classic &&
               item.text(V::genre).find("aster") != string_view::npos) {
        return "mastersthesis";
    } else if (item.type == ItemType::speech && !classic) {
        return "unpublished";
    }
    return bib_type_for(item.type, classic);
}

}  // namespace

EntryKind entry_kind(Item const& item, FieldWriter const& fields, Profile profile) {
    bool const chicago = profile == Profile::biblatex_chicago;
    EntryKind kind;
    kind.is_archival = !item.text(V::archive).empty() || !item.text(V::archive_location).empty() ||
                       !item.text(V::archive_collection).empty();
    kind.type = type_of(item, fields, profile, kind.is_archival);
    auto const* known = find_bib_type(kind.type);
    if (known == nullptr) known = find_bib_type(ascii_lower(kind.type));
    kind.known = known;
    kind.in_journal = is_in_journal(kind.type);
    kind.is_part = known != nullptr && known->is_part;
    if (item.type == ItemType::article_magazine) kind.subtype = "magazine";
    else if (item.type == ItemType::article_newspaper) kind.subtype = "newspaper";
    else if ((known != nullptr && known->type != item.type) ||
             (chicago && kind.is_archival && kind.type == "misc") ||
             (kind.type == "letter" && kind.is_archival))
        kind.subtype = to_string(item.type);
    if (item.type == ItemType::manuscript && known && known->type == ItemType::document && kind.is_archival &&
        !chicago)
        kind.subtype = {};
    return kind;
}

}  // namespace fonds::bibtex
