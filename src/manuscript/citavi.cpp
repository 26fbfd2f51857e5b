// Citavi's citation placeholders: JSON with the references it cites, objects shared through "$id"/"$ref".

#include "manuscript/citavi.hpp"

#include <array>
#include <map>
#include <string>

#include "base/text.hpp"
#include "wire/json.hpp"

namespace fonds {
namespace {

// Reference types of Citavi and what they are in CSL; a reference within another is found by its parent.
struct TypeRow {
    std::string_view citavi;
    ItemType type;
};
constexpr std::array<TypeRow, 20> types = {{
    {"Book", ItemType::book},
    {"BookEdited", ItemType::book},
    {"ConferenceProceedings", ItemType::book},
    {"CollectedWorks", ItemType::collection},
    {"Contribution", ItemType::chapter},
    {"ContributionInLegalCommentary", ItemType::chapter},
    {"JournalArticle", ItemType::article_journal},
    {"SpecialIssue", ItemType::article_journal},
    {"NewspaperArticle", ItemType::article_newspaper},
    {"Thesis", ItemType::thesis},
    {"UnpublishedWork", ItemType::manuscript},
    {"Manuscript", ItemType::manuscript},
    {"ArchiveMaterial", ItemType::manuscript},
    {"PersonalCommunication", ItemType::personal_communication},
    {"InterviewMaterial", ItemType::interview},
    {"Lecture", ItemType::speech},
    {"Map", ItemType::map},
    {"ReportOrGrayLiterature", ItemType::report},
    {"InternetDocument", ItemType::webpage},
    {"Movie", ItemType::motion_picture},
}};

class PlaceholderReader {
  public:
    explicit PlaceholderReader(json::Value const& root) { index(root); }

    [[nodiscard]] Item read(json::Value const& reference) const {
        auto const* parent = deref(reference.find("ParentReference"));
        Item item;
        item.id = std::string(text(reference, "Id"));
        item.type = type_of(text(reference, "ReferenceType"), parent != nullptr);
        add_own(reference, item);
        if (parent) add_parent(*parent, item);
        return item;
    }

    [[nodiscard]] json::Value const* deref(json::Value const* value) const {
        if (!value) return nullptr;
        auto const* ref = value->find("$ref");
        auto const id = ref ? ref->text() : std::nullopt;
        if (!id) return value->object() ? value : nullptr;
        auto const found = by_id_.find(*id);
        return found == by_id_.end() ? nullptr : found->second;
    }

  private:
    // JSON is no deeper than its reader's limit.
    void index(json::Value const& value) {
        if (auto const* array = value.array())
            for (auto const& element : *array) index(element);
        auto const* object = value.object();
        if (!object) return;
        for (auto const& member : *object) {
            if (member.name == "$id") {
                if (auto const id = member.value.text()) by_id_.emplace(*id, &value);
            } else {
                index(member.value);
            }
        }
    }

    static std::string_view text(json::Value const& object, std::string_view name) {
        auto const* member = object.find(name);
        auto const value = member ? member->text() : std::nullopt;
        return value ? trim(*value) : std::string_view();
    }

    static ItemType type_of(std::string_view name, bool has_parent) {
        for (auto const& row : types)
            if (row.citavi == name) return row.type;
        return has_parent ? ItemType::chapter : ItemType::document;
    }

    static void set(Item& item, Variable variable, std::string_view value) {
        if (!value.empty() && !item.texts.find(variable)) item.texts.set(variable, std::string(value));
    }

    void set_names(Item& item, Variable variable, json::Value const* people) const {
        auto const* array = people ? people->array() : nullptr;
        if (!array || item.names.find(variable)) return;
        Names names;
        for (auto const& element : *array) {
            auto const* person = deref(&element);
            if (!person) continue;
            Name name;
            name.family = std::string(text(*person, "LastName"));
            name.given = std::string(text(*person, "FirstName"));
            if (auto const middle = text(*person, "MiddleName"); !middle.empty())
                name.given += name.given.empty() ? std::string(middle) : concat(" ", middle);
            if (name.given.empty()) {
                name.literal = std::move(name.family);
                name.family.clear();
            }
            if (!name.family.empty() || !name.literal.empty()) names.push_back(std::move(name));
        }
        if (!names.empty()) item.names.set(variable, std::move(names));
    }

    void add_own(json::Value const& reference, Item& item) const {
        auto title = std::string(text(reference, "Title"));
        if (auto const subtitle = text(reference, "Subtitle"); !subtitle.empty())
            title += concat(": ", subtitle);
        set(item, Variable::title, title);
        set(item, Variable::title_short, text(reference, "ShortTitle"));
        set_names(item, Variable::author, reference.find("Authors"));
        set_names(item, Variable::editor, reference.find("Editors"));
        set(item, Variable::volume, text(reference, "Volume"));
        set(item, Variable::issue, text(reference, "Number"));
        set(item, Variable::edition, text(reference, "Edition"));
        set(item, Variable::DOI, text(reference, "Doi"));
        set(item, Variable::ISBN, text(reference, "Isbn"));
        set(item, Variable::URL, text(reference, "OnlineAddress"));
        set(item, Variable::publisher_place, text(reference, "PlaceOfPublication"));
        set(item, Variable::language, text(reference, "LanguageCode"));
        if (auto const* pages = reference.find("PageRange"))
            set(item, Variable::page, pages->object() ? text(*pages, "OriginalString") : std::string_view());
        if (auto const* periodical = deref(reference.find("Periodical")))
            set(item, Variable::container_title, text(*periodical, "Name"));
        set_publisher(reference, item);
        set_date(reference, item);
    }

    void set_publisher(json::Value const& reference, Item& item) const {
        auto const* publishers = reference.find("Publishers");
        auto const* array = publishers ? publishers->array() : nullptr;
        if (!array || array->empty()) return;
        if (auto const* publisher = deref(&array->front()))
            set(item, Variable::publisher, text(*publisher, "Name"));
    }

    static void set_date(json::Value const& reference, Item& item) {
        if (item.dates.find(Variable::issued)) return;
        for (auto const* name : {"Date", "YearResolved", "Year"})
            if (auto const written = text(reference, name); !written.empty()) {
                auto date = parse_edtf(written);
                if (!date) date.emplace().literal = written;
                item.dates.set(Variable::issued, std::move(*date));
                return;
            }
    }

    void add_parent(json::Value const& parent, Item& item) const {
        auto title = std::string(text(parent, "Title"));
        if (auto const subtitle = text(parent, "Subtitle"); !subtitle.empty())
            title += concat(": ", subtitle);
        set(item, Variable::container_title, title);
        set_names(item, Variable::container_author, parent.find("Authors"));
        set_names(item, Variable::editor, parent.find("Editors"));
        set(item, Variable::ISBN, text(parent, "Isbn"));
        set(item, Variable::publisher_place, text(parent, "PlaceOfPublication"));
        set_publisher(parent, item);
        set_date(parent, item);
    }

    std::map<std::string_view, json::Value const*> by_id_;
};

}  // namespace

std::optional<EmbeddedCitation> read_citavi_placeholder(std::string_view json_text) {
    auto const root = json::read(json_text);
    if (!root) return std::nullopt;
    EmbeddedCitation citation;
    citation.producer = "citavi";
    PlaceholderReader const reader(*root);
    auto const* entries = root->find("Entries");
    auto const* array = entries ? entries->array() : nullptr;
    for (auto const& entry : array ? *array : json::Array())
        if (auto const* reference = reader.deref(entry.find("Reference"))) {
            citation.items.push_back(reader.read(*reference));
            if (citation.key.empty()) citation.key = citation.items.back().id;
        }
    return citation;
}

}  // namespace fonds
