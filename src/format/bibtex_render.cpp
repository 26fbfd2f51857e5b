// An item as the readable fields of a .bib entry.

#include "format/bibtex_render.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "format/bibtex_fields.hpp"
#include "format/bibtex_item.hpp"
#include "format/bibtex_kind.hpp"
#include "format/bibtex_way_back.hpp"
#include "format/languages.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;
using V = Variable;

class Renderer {
  public:
    Renderer(std::string& out, Item const& item, Profile profile)
        : fields_(out, item, profile == Profile::bibtex),
          item_(item),
          profile_(profile),
          classic_(profile == Profile::bibtex),
          chicago_(profile == Profile::biblatex_chicago),
          kind_(entry_kind(item, fields_, profile)) {
        for (auto const& [variable, text] : item.texts) texts_[static_cast<std::size_t>(variable)] = text;
    }

    [[nodiscard]] string_view type() const { return kind_.type; }
    [[nodiscard]] bool comes_back() const {
        return fields_.come_back() && variables_come_back(item_, kind_, profile_);
    }

    void render(string_view record_string) {
        write_names();
        write_titles();
        write_dates(fields_, item_, classic_);
        write_archive();
        write_publication();
        write_numbers();
        write_rest();
        write_foreign();
        if (!record_string.empty()) fields_.verbatim("verbc", record_string);
    }

  private:
    [[nodiscard]] string_view text(V variable) const { return texts_[static_cast<std::size_t>(variable)]; }

    void write_names() {
        static constexpr auto plain = std::to_array<std::pair<V, string_view>>({
            {V::author, "author"},
            {V::container_author, "bookauthor"},
            {V::editor, "editor"},
            {V::translator, "translator"},
        });
        for (auto const& [variable, name] : plain)
            if (auto const* list = item_.names.find(variable)) fields_.names(name, *list);
        // biblatex has a place for six more roles of any kind.
        static constexpr auto slots = std::to_array<std::pair<string_view, string_view>>(
            {{"editora", "editoratype"}, {"editorb", "editorbtype"}, {"editorc", "editorctype"}});
        static constexpr auto general = std::to_array<std::pair<string_view, string_view>>(
            {{"namea", "nameatype"}, {"nameb", "namebtype"}, {"namec", "namectype"}});
        std::size_t editors = 0;
        std::size_t others = 0;
        for (auto const& [variable, list] : item_.names) {
            if (std::any_of(plain.begin(), plain.end(),
                            [v = variable](auto const& row) { return row.first == v; }))
                continue;
            if (classic_) {
                if (variable == V::recipient || variable == V::contributor)
                    fields_.names(to_string(variable), list);
                continue;
            }
            if (variable == V::compiler && item_.names.find(V::editor) == nullptr) {
                fields_.names("editor", list);
                fields_.field("editortype", "compiler");
                continue;
            }
            bool const correspondence = variable == V::recipient || variable == V::contributor;
            auto const& row = correspondence ? general : slots;
            auto& used = correspondence ? others : editors;
            if (used == row.size() || fields_.kept(row[used].first) != nullptr) continue;
            fields_.names(row[used].first, list);
            fields_.field(row[used++].second, to_string(variable));
        }
    }

    void write_titles() {
        auto const volume = text(V::volume_title);
        auto const container = text(V::container_title);
        bool const of_volume = !volume.empty() && !kind_.is_part && container.empty();
        fields_.title("title", of_volume ? volume : text(V::title));
        if (of_volume) fields_.title("maintitle", text(V::title));
        fields_.field("shorttitle", text(V::title_short));
        if (kind_.is_part && !volume.empty()) {
            fields_.title("maintitle", container);
            fields_.title("booktitle", volume);
        } else if (kind_.in_journal) {
            fields_.field(classic_ ? "journal" : "journaltitle", container);
            if (!of_volume) fields_.field("issuetitle", volume);
        } else {
            fields_.title("booktitle", container);
        }
        fields_.field("shortjournal", text(V::container_title_short));
        fields_.field("series", text(V::collection_title));
        fields_.field("eventtitle", text(V::event_title));
        fields_.field("origtitle", text(V::original_title));
    }

    // Whether a location begins with its collection: "R 43-I/1307" with "R 43-I".
    static bool names(string_view location, string_view collection) {
        if (collection.empty() || !location.starts_with(collection)) return false;
        auto const rest = location.substr(collection.size());
        return rest.empty() || !(is_ascii_letter(rest[0]) || is_digit(rest[0]));
    }

    // The archive, so that each family of styles prints it.
    void write_archive() {
        if (!kind_.is_archival) return;
        auto const archive = text(V::archive);
        auto const location = text(V::archive_location);
        auto const collection =
            names(location, text(V::archive_collection)) ? string_view() : text(V::archive_collection);
        std::string note;
        for (auto const part : {chicago_ ? string_view() : archive, collection, location})
            if (!part.empty()) note.append(note.empty() ? "" : ", ").append(part);
        if (location.empty() && collection.empty()) note.clear();
        // What no style would print otherwise; the record's own note follows.
        if (auto const own = text(V::note); !own.empty() && !note.empty()) note.append(". ").append(own);
        fields_.field("note", note);
        note_is_written_ = !note.empty();
        fields_.field(chicago_ ? "organization" : classic_ ? "howpublished" : "library", archive);
        archive_in_how_ = classic_ && !archive.empty();
        archive_in_organization_ = chicago_ && !archive.empty();
        bool const place_free =
            text(V::publisher).empty() && text(V::publisher_place).empty() && !archive.empty();
        fields_.list(place_free ? (classic_ ? "address" : "location") : "archive_place",
                     text(V::archive_place));
        auto const& reference = item_.reference;
        fields_.verbatim("eprint", reference.document_id);
        if (!reference.document_id.empty()) fields_.field("eprinttype", reference.digital_archive);
        if (!classic_) write_provenance();
    }

    // Who brought the copy, in words that styles print after everything else.
    void write_provenance() {
        std::string words;
        if (auto const* names = item_.names.find(V::contributor)) {
            for (auto const& name : *names) words += (words.empty() ? "Obtained by " : ", ") + display(name);
        }
        if (auto const source = text(V::source); !source.empty())
            words += (words.empty() ? "" : ". ") + std::string(source);
        fields_.field("addendum", words);
    }

    void write_publication() {
        auto const publisher = text(V::publisher);
        bool const of_school = item_.type == ItemType::thesis;
        bool const of_institution = item_.type == ItemType::report;
        bool const of_organization =
            item_.type == ItemType::webpage && !classic_ && !archive_in_organization_;
        fields_.list(of_school && classic_         ? "school"
                     : of_school || of_institution ? "institution"
                     : of_organization             ? "organization"
                                                   : "publisher",
                     publisher);
        fields_.list(classic_ ? "address" : "location", text(V::publisher_place));
        fields_.list("origpublisher", text(V::original_publisher));
        fields_.list("origlocation", text(V::original_publisher_place));
        fields_.list("venue", text(V::event_place));
        fields_.field("pubstate", text(V::status));
        fields_.field("edition", text(V::edition));
        fields_.field("version", text(V::version));
        if (!archive_in_how_ && kind_.is_archival) fields_.field("howpublished", text(V::medium));
        else fields_.field("medium", text(V::medium));
    }

    void write_numbers() {
        fields_.field("volume", text(V::volume));
        fields_.field("part", text(V::part_number));
        fields_.field("volumes", text(V::number_of_volumes));
        auto const issue = text(V::issue);
        auto const in_series = text(V::collection_number);
        auto const number = text(V::number);
        fields_.field("number", kind_.in_journal ? issue : !in_series.empty() ? in_series : number);
        auto const genre = text(V::genre);
        if (kind_.known == nullptr || kind_.known->genre != genre) fields_.field("type", genre);
        fields_.field("chapter", text(V::chapter_number));
        fields_.pages("pages", text(V::page));
        fields_.field("pagetotal", text(V::number_of_pages));
        fields_.field("isbn", text(V::ISBN));
        fields_.field("issn", text(V::ISSN));
    }

    void write_rest() {
        fields_.verbatim("doi", text(V::DOI));
        fields_.verbatim("url", text(V::URL));
        fields_.field("pmid", text(V::PMID));
        fields_.field("pmcid", text(V::PMCID));
        if (auto const language = text(V::language); !language.empty()) {
            auto const name = babel_name(language);
            fields_.field(name.empty() || classic_ ? "language" : "langid", name.empty() ? language : name);
        }
        fields_.field("call_number", text(V::call_number));
        fields_.field("scale", text(V::scale));
        fields_.field("section", text(V::section));
        if (!note_is_written_) fields_.field("note", text(V::note));
        fields_.verbatim("entrysubtype", kind_.subtype);
        if (auto const* written = fields_.kept("=keywords")) fields_.verbatim("keywords", written->value);
        else fields_.field("keywords", text(V::keyword));
        fields_.field(classic_ ? "annote" : "annotation", text(V::annote));
        fields_.field("abstract", text(V::abstract));
    }

    // One whose name is taken (classic BibTeX has `language` for `langid`) is left to the record string: no
    // program reads a field that is given twice.
    void write_foreign() {
        if (std::none_of(item_.foreign.begin(), item_.foreign.end(), is_written)) return;
        auto taken = fields_.names();
        for (auto const& own : item_.foreign) {
            auto name = ascii_lower(own.name);
            if (!is_written(own) || taken.contains(name)) continue;
            fields_.raw(own.name, own.value);
            if (!own.value.empty()) taken.insert(std::move(name));
        }
    }

    FieldWriter fields_;
    Item const& item_;
    Profile profile_;
    bool classic_;
    bool chicago_;
    EntryKind kind_;
    // By variable, for most are asked for.
    std::array<string_view, static_cast<std::size_t>(V::translator) + 1> texts_;
    bool note_is_written_ = false;
    bool archive_in_how_ = false;
    bool archive_in_organization_ = false;
};

}  // namespace

bool append_entry(std::string& out, Item const& item, string_view key, string_view record_string,
                  Profile profile) {
    Renderer renderer(out, item, profile);
    out.append("@").append(renderer.type()).append("{").append(key);
    renderer.render(record_string);
    out += "\n}";
    return key == item.id && is_plain_key(key) && renderer.comes_back();
}

}  // namespace fonds::bibtex
