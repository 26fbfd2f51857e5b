// BibTeX and BibLaTeX out: readable fields, and one lossless field where they cannot hold the record.

#include <algorithm>

#include "base/hash.hpp"
#include "base/text.hpp"
#include "format/bibtex.hpp"
#include "format/bibtex_fields.hpp"
#include "format/bibtex_item.hpp"
#include "format/bibtex_keys.hpp"
#include "format/bibtex_render.hpp"
#include "format/lossless.hpp"
#include "format/record_ids.hpp"
#include "model/csl_fields.hpp"
#include "model/record_string.hpp"

namespace fonds {
namespace {

using bibtex::Profile;
using std::string_view;

// Whether a record is as it was read, not who changed it.
std::string fingerprint(Item const& item) { return std::to_string(fnv1a(to_csl_json(item))); }

bool is_source(ForeignField const& field) { return field.name.starts_with('@'); }

ForeignField const* find_source(Item const* item, string_view name) {
    if (item == nullptr) return nullptr;
    for (auto const& field : item->foreign)
        if (field.name.starts_with(name)) return &field;
    return nullptr;
}

Item read_one(string_view entry) {
    Item item;
    auto const file = bibtex::read_file(entry);
    if (file.entries.empty()) return item;
    std::vector<Diagnostic> ignored;
    bibtex::KeyIndex const keys(file, ignored);
    bibtex::SlotReader reader(file, keys, ignored);
    bibtex::Slots slots;
    reader.read_alone(file.entries.front(), slots);
    bibtex::read_item(file.entries.front(), slots, {}, item, ignored);
    return item;
}

template <Profile profile>
void write_one(Item const& item, string_view record_string, std::string& out) {
    bibtex::append_entry(out, item, bibtex::to_key(item.id), record_string, profile);
}

class BibtexWriter : public RecordWriter {
  public:
    BibtexWriter(Profile profile, WriteOptions const& options)
        : profile_(profile),
          pattern_(options.key_pattern),
          plain_(options.plain),
          source_format_(profile == Profile::bibtex ? "bibtex" : "biblatex") {}

    Draft draft(Item const& item) const override {
        if (std::none_of(item.foreign.begin(), item.foreign.end(), is_source))
            return draft_with_key(item, wanted_key(item, false));
        auto const* source = find_source(&item, "@source:");
        auto const bare = without_source(item);
        if (source != nullptr && source->format == source_format_ &&
            source->name.substr(8) == fingerprint(bare))
            return {source->value, std::nullopt, {}, {}, true, {}};
        auto draft = draft_with_key(bare, wanted_key(bare, source != nullptr));
        draft.needs_record = true;
        return draft;
    }
    std::vector<std::string> write(Item const* item, Draft&& draft, std::string& out) override {
        auto const* before = find_source(item, "@before");
        auto const* source = find_source(item, "@source:");
        if (before != nullptr) out += before->value;
        else if (!first_) out += ends_bare_ ? "\n\n" : "\n";
        first_ = false;
        if (!draft.key) {
            keys_.take(item->id);
        } else if (auto key = keys_.unique(*draft.key); key != *draft.key) {
            if (draft.needs_record) draft = draft_with_key(without_source(*item), std::move(key));
            else rename(draft, key);
        }
        out += draft.text;
        ends_bare_ = source != nullptr;
        if (!ends_bare_) out += '\n';
        if (auto const* after = find_source(item, "@after")) {
            out += after->value;
            ends_bare_ = false;
        }
        return std::move(draft.lost);
    }
    void end(std::string& out) override {
        if (ends_bare_) out += '\n';
    }

  private:
    static Item without_source(Item item) {
        std::erase_if(item.foreign, is_source);
        return item;
    }

    std::string wanted_key(Item const& item, bool has_key) const {
        auto const citation_key = item.text(Variable::citation_key);
        if (!pattern_.empty() && bibtex::is_key(citation_key)) return std::string(citation_key);
        if (!pattern_.empty() && !has_key) return bibtex::to_key(bibtex::key_by_pattern(pattern_, item));
        if (item.id.empty()) return bibtex::key_by_pattern(usual_key_pattern, item);
        return bibtex::to_key(item.id);
    }

    Draft draft_with_key(Item const& item, std::string key) const {
        if ((!pattern_.empty() || item.id.empty()) && item.id != key) {
            auto named = item;
            named.id = key;
            auto draft = draft_with_key(named, std::move(key));
            draft.needs_record = true;
            return draft;
        }
        Draft out;
        out.text.reserve(usual_record_size);
        Item filled;
        auto const& readable_item =
            item.reference.empty() ? item : (filled = item, fill_csl_fields(filled), filled);
        bool const comes_back = bibtex::append_entry(out.text, readable_item, key, {}, profile_);
        if (!comes_back) keep_what_is_lost(item, readable_item, key, out);
        out.needs_record = !comes_back || !pattern_.empty();
        out.key = std::move(key);
        return out;
    }

    // Gives an entry another key, which has all of its record: then that is its id and is lost, and nothing
    // else.
    void rename(Draft& draft, string_view key) const {
        auto& text = draft.text;
        RecordPatch patch;
        patch.id = *draft.key;
        text.replace(text.find('{') + 1, patch.id->size(), key);
        if (plain_) {
            draft.lost = describe_patch(patch);
            return;
        }
        constexpr string_view end = "\n}";
        text.resize(text.size() - end.size());
        bibtex::FieldWriter(text, Item{}, false).verbatim("verbc", write_record_string(patch));
        text += end;
    }

    // Reads the entry, and names what does not come back, or adds it in the lossless field.
    void keep_what_is_lost(Item const& item, Item const& readable_item, string_view key, Draft& draft) const {
        auto const read = read_one(draft.text);
        if (plain_) return name_losses(read, item, draft.lost);
        auto const patch = make_patch(read, item);
        if (patch.empty()) return;
        draft.text.clear();
        bibtex::append_entry(draft.text, readable_item, key, write_record_string(patch), profile_);
    }

    Profile profile_;
    std::string pattern_;
    bool plain_;
    string_view source_format_;
    bibtex::KeyMaker keys_;
    bool first_ = true;
    bool ends_bare_ = false;  // the last entry stands without a line end after it
};

template <Profile profile>
Item restored(Item const& readable, string_view record_string, Span where,
              std::vector<Diagnostic>& diagnostics) {
    return restore_lossless({write_one<profile>, read_one}, readable, record_string, where, diagnostics);
}

}  // namespace

// The string does not say for which styles the readable fields were written: they fit one of the three best.
Item restore_bibtex(Item readable, string_view record_string, Span where,
                    std::vector<Diagnostic>& diagnostics) {
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    constexpr std::size_t weight = 1000;  // of a foreign field that the string does not account for
    std::size_t least = none;
    Item best;
    std::vector<Diagnostic> found_best;
    for (auto const restore :
         {restored<Profile::biblatex>, restored<Profile::bibtex>, restored<Profile::biblatex_chicago>}) {
        std::vector<Diagnostic> found;
        auto item = restore(readable, record_string, where, found);
        auto const differences =
            (found.empty() ? 0 : found.front().message.size()) + weight * item.foreign.size();
        if (differences >= least) continue;
        least = differences;
        best = std::move(item);
        found_best = std::move(found);
        if (least == 0) break;
    }
    diagnostics.insert(diagnostics.end(), found_best.begin(), found_best.end());
    return best;
}

std::string source_fingerprint(Item const& item) { return fingerprint(item); }

std::unique_ptr<RecordWriter> make_bibtex_writer(WriteOptions const& options) {
    return std::make_unique<BibtexWriter>(Profile::bibtex, options);
}
std::unique_ptr<RecordWriter> make_biblatex_writer(WriteOptions const& options) {
    return std::make_unique<BibtexWriter>(Profile::biblatex, options);
}
std::unique_ptr<RecordWriter> make_biblatex_chicago_writer(WriteOptions const& options) {
    return std::make_unique<BibtexWriter>(Profile::biblatex_chicago, options);
}

}  // namespace fonds
