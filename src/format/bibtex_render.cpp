// An item as the readable fields of a .bib entry.

#include "format/bibtex_render.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "format/bibtex_item.hpp"
#include "format/bibtex_names.hpp"
#include "format/bibtex_titles.hpp"
#include "format/languages.hpp"
#include "wire/latex_text.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;
using V = Variable;
constexpr auto npos = string_view::npos;

bool is_balanced(string_view text) {
    long depth = 0;
    for (char const c : text) {
        depth += (c == '{') - (c == '}');
        if (depth < 0) return false;
    }
    return depth == 0;
}

bool is_field_name(string_view name) {
    return !name.empty() && name.find_first_of(" \t\r\n,={}\"#%()@\\") == npos;
}

class Renderer {
  public:
    Renderer(std::string& out, Item const& item, string_view key, Profile profile)
        : out_(out),
          item_(item),
          key_(key),
          classic_(profile == Profile::bibtex),
          chicago_(profile == Profile::biblatex_chicago) {
        tex_.ascii = classic_;
    }

    void render(string_view record_string) {
        choose_type();
        out_.append("@").append(type_).append("{").append(key_);
        write_names();
        write_titles();
        write_dates();
        write_archive();
        write_publication();
        write_numbers();
        write_rest();
        write_foreign();
        if (!record_string.empty()) verbatim("verbc", record_string);
        out_ += "\n}";
    }

  private:
    // "  name = {" … and the text follows.
    void open(string_view name) {
        static constexpr string_view padding = "            ";
        out_.append(",\n  ").append(name);
        if (name.size() < padding.size()) out_ += padding.substr(name.size());
        out_ += " = {";
    }
    void field(string_view name, string_view text) {
        if (text.empty()) return;
        open(name);
        latex::append_tex(out_, text, tex_);
        out_ += '}';
    }
    void verbatim(string_view name, string_view text) {
        if (text.empty() || !is_balanced(text)) return;
        open(name);
        out_.append(text).append("}");
    }
    // An element of a list must not look like two.
    void list(string_view name, string_view text) {
        if (text.empty()) return;
        open(name);
        for (std::size_t at = 0; at <= text.size();) {
            auto end = text.find("; ", at);
            if (end == npos) end = text.size();
            if (at > 0) out_ += " and ";
            auto const element = text.substr(at, end - at);
            bool const protect =
                element.find(" and ") != npos || element.starts_with("and ") || element == "others";
            if (protect) out_ += '{';
            latex::append_tex(out_, element, tex_);
            if (protect) out_ += '}';
            at = end + 2;
        }
        if (foreign(concat("more", name)) != nullptr) out_ += " and others";
        out_ += '}';
    }
    [[nodiscard]] string_view text(V variable) const { return item_.text(variable); }
    [[nodiscard]] ForeignField const* foreign(string_view name) const {
        for (auto const& field : item_.foreign)
            if (field.format == foreign_format && field.name == name) return &field;
        return nullptr;
    }

    void choose_type() {
        is_archival_ = !text(V::archive).empty() || !text(V::archive_location).empty() ||
                       !text(V::archive_collection).empty();
        bool const loose = item_.type == ItemType::manuscript ||
                           item_.type == ItemType::personal_communication ||
                           item_.type == ItemType::document || item_.type == ItemType::interview;
        type_ = bib_type_for(item_.type, classic_);
        if (auto const* kept = foreign("entrytype")) {
            auto const* known = find_bib_type(ascii_lower(kept->value));
            if (is_field_name(kept->value) &&
                (!known || known->type == item_.type || item_.type == ItemType::manuscript))
                type_ = kept->value;
        } else if (chicago_ && is_archival_ && loose) {
            type_ = "misc";
        } else if (item_.type == ItemType::thesis && classic_ && text(V::genre).find("aster") != npos) {
            type_ = "mastersthesis";
        } else if (item_.type == ItemType::speech && !classic_) {
            type_ = "unpublished";
        }
        auto const* kind = find_bib_type(ascii_lower(type_));
        is_part_ = kind != nullptr && kind->is_part;
        if (item_.type == ItemType::article_magazine) subtype_ = "magazine";
        else if (item_.type == ItemType::article_newspaper) subtype_ = "newspaper";
        else if ((kind != nullptr && kind->type != item_.type) ||
                 (chicago_ && is_archival_ && type_ == "misc") || (type_ == "letter" && is_archival_))
            subtype_ = to_string(item_.type);
        if (item_.type == ItemType::manuscript && kind && kind->type == ItemType::document && is_archival_ &&
            !chicago_)
            subtype_ = {};
    }

    void names(string_view name, Names const& list) {
        if (list.empty()) return;
        open(name);
        if (auto const* written = foreign(concat("=", name)); written && same_names(written->value, list)) {
            out_.append(written->value).append("}");
            return;
        }
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (i > 0) out_ += " and ";
            append_name(out_, list[i], tex_);
        }
        if (foreign(concat("more", name)) != nullptr) out_ += " and others";
        out_ += '}';
    }
    static bool same_names(string_view tex, Names const& list) {
        List split;
        split_list(tex, split);
        Names read;
        for (auto const element : split.elements) read.push_back(read_name(element));
        return read == list && is_balanced(tex);
    }

    void write_names() {
        static constexpr auto plain = std::to_array<std::pair<V, string_view>>({
            {V::author, "author"},
            {V::container_author, "bookauthor"},
            {V::editor, "editor"},
            {V::translator, "translator"},
        });
        for (auto const& [variable, name] : plain)
            if (auto const* list = item_.names.find(variable)) names(name, *list);
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
                if (variable == V::recipient || variable == V::contributor) names(to_string(variable), list);
                continue;
            }
            if (variable == V::compiler && item_.names.find(V::editor) == nullptr) {
                names("editor", list);
                field("editortype", "compiler");
                continue;
            }
            bool const correspondence = variable == V::recipient || variable == V::contributor;
            auto const& row = correspondence ? general : slots;
            auto& used = correspondence ? others : editors;
            if (used == row.size() || foreign(row[used].first) != nullptr) continue;
            names(row[used].first, list);
            field(row[used++].second, to_string(variable));
        }
    }

    void title(string_view name, string_view text) {
        if (text.empty()) return;
        field(name, protect_capitals(text));
    }

    void write_titles() {
        auto const volume = text(V::volume_title);
        auto const container = text(V::container_title);
        bool const of_volume = !volume.empty() && !is_part_ && container.empty();
        title("title", of_volume ? volume : text(V::title));
        if (of_volume) title("maintitle", text(V::title));
        field("shorttitle", text(V::title_short));
        if (is_part_ && !volume.empty()) {
            title("maintitle", container);
            title("booktitle", volume);
        } else if (in_journal()) {
            field(classic_ ? "journal" : "journaltitle", container);
            if (!of_volume) field("issuetitle", volume);
        } else {
            title("booktitle", container);
        }
        field("shortjournal", text(V::container_title_short));
        field("series", text(V::collection_title));
        field("eventtitle", text(V::event_title));
        field("origtitle", text(V::original_title));
    }

    [[nodiscard]] bool in_journal() const {
        return type_ == "article" || type_ == "review" || type_ == "suppperiodical" || type_ == "Article";
    }

    void date(string_view name, V variable) {
        if (auto const* value = item_.dates.find(variable)) verbatim(name, to_edtf(*value));
    }

    void write_dates() {
        if (auto const* issued = item_.dates.find(V::issued)) {
            if (!issued->literal.empty()) field("year", issued->literal);
            else if (classic_) write_classic_date(*issued);
            else date("date", V::issued);
        }
        date("origdate", V::original_date);
        date("eventdate", V::event_date);
        date("urldate", V::accessed);
    }

    // Classic styles print the year as it stands: words that a reader understands.
    void write_classic_words(Date const& issued) {
        auto const year = [](DatePoint point) {
            return to_edtf({{point.year, 0, 0, 0}, {}, false, false, {}, {}});
        };
        bool const range = issued.end && issued.start.year > 0 && issued.end->year > 0;
        if (!issued.raw.empty()) return field("year", issued.raw);
        if (range && !issued.circa && !issued.uncertain)
            return verbatim("year", concat(year(issued.start), "--", year(*issued.end)));
        if (!issued.end && issued.start.year > 0 && issued.uncertain != issued.circa)
            return verbatim("year", issued.circa ? concat("c. ", year(issued.start))
                                                 : concat("[", year(issued.start), "?]"));
        verbatim("year", to_edtf(issued));
    }

    void write_classic_date(Date const& issued) {
        static constexpr std::array<string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                               "jul", "aug", "sep", "oct", "nov", "dec"};
        auto const& start = issued.start;
        bool const simple = !issued.end && !issued.circa && !issued.uncertain && start.year > 0;
        if (!simple) return write_classic_words(issued);
        verbatim("year", to_edtf({{start.year, 0, 0, 0}, {}, false, false, {}, {}}));
        static constexpr std::array<string_view, 5> seasons = {"", "Spring", "Summer", "Autumn", "Winter"};
        if (start.season != 0) return field("month", seasons[static_cast<std::size_t>(start.season)]);
        if (start.month < 1) return;
        open("month");
        out_.erase(out_.size() - 1);  // a macro stands without braces
        out_ += months[static_cast<std::size_t>(start.month - 1)];
        if (start.day != 0) out_ += concat(" # \"~", std::to_string(start.day), "\"");
    }

    // The archive, so that each family of styles prints it.
    void write_archive() {
        if (!is_archival_) return;
        auto const archive = text(V::archive);
        auto const collection = text(V::archive_collection);
        auto const location = text(V::archive_location);
        std::string note;
        for (auto const part : {chicago_ ? string_view() : archive, collection, location})
            if (!part.empty()) note += (note.empty() ? "" : ", ") + std::string(part);
        if (location.empty() && collection.empty()) note.clear();
        // What no style would print otherwise; the record's own note follows.
        if (auto const own = text(V::note); !own.empty() && !note.empty()) note.append(". ").append(own);
        field("note", note);
        note_is_written_ = !note.empty();
        field(chicago_ ? "organization" : classic_ ? "howpublished" : "library", archive);
        archive_in_how_ = classic_ && !archive.empty();
        archive_in_organization_ = chicago_ && !archive.empty();
        bool const place_free =
            text(V::publisher).empty() && text(V::publisher_place).empty() && !archive.empty();
        list(place_free ? (classic_ ? "address" : "location") : "archive_place", text(V::archive_place));
        auto const& reference = item_.reference;
        verbatim("eprint", reference.document_id);
        if (!reference.document_id.empty()) field("eprinttype", reference.digital_archive);
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
        field("addendum", words);
    }

    void write_publication() {
        auto const publisher = text(V::publisher);
        bool const of_school = item_.type == ItemType::thesis;
        bool const of_institution = item_.type == ItemType::report;
        bool const of_organization =
            item_.type == ItemType::webpage && !classic_ && !archive_in_organization_;
        list(of_school && classic_         ? "school"
             : of_school || of_institution ? "institution"
             : of_organization             ? "organization"
                                           : "publisher",
             publisher);
        list(classic_ ? "address" : "location", text(V::publisher_place));
        list("origpublisher", text(V::original_publisher));
        list("origlocation", text(V::original_publisher_place));
        list("venue", text(V::event_place));
        field("pubstate", text(V::status));
        field("edition", text(V::edition));
        field("version", text(V::version));
        if (!archive_in_how_ && is_archival_) field("howpublished", text(V::medium));
        else field("medium", text(V::medium));
    }

    void write_numbers() {
        field("volume", text(V::volume));
        field("part", text(V::part_number));
        field("volumes", text(V::number_of_volumes));
        auto const issue = text(V::issue);
        auto const in_series = text(V::collection_number);
        auto const number = text(V::number);
        field("number", in_journal() ? issue : !in_series.empty() ? in_series : number);
        auto const genre = text(V::genre);
        auto const* kind = find_bib_type(ascii_lower(type_));
        if (kind == nullptr || kind->genre != genre) field("type", genre);
        field("chapter", text(V::chapter_number));
        if (auto const page = text(V::page); !page.empty()) {
            open("pages");
            std::string plain;
            latex::append_tex(plain, replace_all(page, "-", "\x01"), tex_);
            out_ += replace_all(plain, "\x01", "--");
            out_ += '}';
        }
        field("pagetotal", text(V::number_of_pages));
        field("isbn", text(V::ISBN));
        field("issn", text(V::ISSN));
    }

    void write_rest() {
        verbatim("doi", text(V::DOI));
        verbatim("url", text(V::URL));
        field("pmid", text(V::PMID));
        field("pmcid", text(V::PMCID));
        if (auto const language = text(V::language); !language.empty()) {
            auto const name = babel_name(language);
            field(name.empty() || classic_ ? "language" : "langid", name.empty() ? language : name);
        }
        field("call_number", text(V::call_number));
        field("scale", text(V::scale));
        field("section", text(V::section));
        if (!note_is_written_) field("note", text(V::note));
        verbatim("entrysubtype", subtype_);
        if (auto const* written = foreign("=keywords")) verbatim("keywords", written->value);
        else field("keywords", text(V::keyword));
        field(classic_ ? "annote" : "annotation", text(V::annote));
        field("abstract", text(V::abstract));
    }

    void write_foreign() {
        for (auto const& own : item_.foreign) {
            if (own.format != foreign_format || !is_field_name(own.name) || own.name == "entrytype") continue;
            if (own.name.starts_with("more") || !is_balanced(own.value)) continue;
            verbatim(own.name, own.value);
        }
    }

    std::string& out_;
    Item const& item_;
    string_view key_;
    bool classic_;
    bool chicago_;
    latex::WriteOptions tex_;
    std::string type_;
    string_view subtype_;
    bool is_archival_ = false;
    bool is_part_ = false;
    bool note_is_written_ = false;
    bool archive_in_how_ = false;
    bool archive_in_organization_ = false;
};

}  // namespace

void append_entry(std::string& out, Item const& item, string_view key, string_view record_string,
                  Profile profile) {
    Renderer(out, item, key, profile).render(record_string);
}

}  // namespace fonds::bibtex
