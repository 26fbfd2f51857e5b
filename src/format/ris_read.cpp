// RIS in: the fields of one record as an item.

#include <algorithm>
#include <initializer_list>

#include "base/text.hpp"
#include "format/date_words.hpp"
#include "format/extents.hpp"
#include "format/field_text.hpp"
#include "format/ris.hpp"
#include "model/record_string.hpp"

namespace fonds::ris {
namespace {

std::string unescape_entities(std::string_view text) {
    std::string out(text);
    if (out.find('&') == std::string::npos) return out;
    for (auto const& [entity, plain] :
         {std::pair("&lt;", "<"), std::pair("&gt;", ">"), std::pair("&quot;", "\""), std::pair("&#39;", "'"),
          std::pair("&apos;", "'"), std::pair("&amp;", "&")})
        out = replace_all(out, entity, plain);
    return out;
}

struct LabelRow {
    std::string_view label;
    Variable variable;
};
constexpr LabelRow procite_labels[] = {
    {"Call Number", Variable::call_number},
    {"Series Title", Variable::collection_title},
    {"Collection Title", Variable::collection_title},
    {"Series Volume ID", Variable::collection_number},
    {"Series Volume Identification", Variable::collection_number},
    {"Volume ID", Variable::volume},
    {"Issue ID", Variable::issue},
    {"Issue Identification", Variable::issue},
    {"Edition", Variable::edition},
    {"Language", Variable::language},
    {"ISBN", Variable::ISBN},
    {"ISSN", Variable::ISSN},
    {"Version", Variable::version},
    {"Scale", Variable::scale},
    {"Size", Variable::dimensions},
    {"History", Variable::references},
    {"Histroy", Variable::references},  // so ProCite spells it
    {"Place of Publication", Variable::publisher_place},
    {"Publisher Name", Variable::publisher},
    {"Proceedings Title", Variable::container_title},
    {"Author, Monographic", Variable::editor},
    {"Author, Subsidiary", Variable::collection_editor},
};

std::optional<Variable> find_procite_label(std::string_view label) {
    for (auto const& row : procite_labels)
        if (row.label == label) return row.variable;
    return std::nullopt;
}

class RecordReader {
  public:
    explicit RecordReader(std::span<Field const> fields) : fields_(fields) {}

    Item read(Field const*& record_string) {
        for (auto const& field : fields_)
            if (field.tag == "TY") read_type(field);
        publisher_is_archive_ = is_endnote_manuscript();
        volume_is_container_ = publisher_is_archive_ && has_field("PB");
        for (auto const& field : fields_) {
            if (field.tag == "TY" || field.tag == "M1" || field.value.empty()) continue;
            if (is_record_string(field.value) && (field.tag == "N1" || field.tag == "RN"))
                record_string = &field;
            else read_field(field);
        }
        // M1 holds what has its own tag in other programs' files: it comes last.
        for (auto const& field : fields_)
            if (field.tag == "M1" && !field.value.empty()) read_field(field);
        finish();
        return std::move(item_);
    }

  private:
    void keep(Field const& field) { item_.foreign.push_back({"ris", std::string(field.tag), field.value}); }

    void read_type(Field const& field) {
        edited_book_ = field.value == "EDBOOK";
        if (auto const type = find_type(field.value)) item_.type = *type;
        else keep(field);
    }

    // EndNote's type for manuscripts has its "Library/Archive" where other types have the publisher; Zotero
    // and we name the archive under a tag of its own.
    [[nodiscard]] bool is_endnote_manuscript() const {
        auto const is_manuscript = [](Field const& field) {
            return field.tag == "TY" && field.value == "MANSCPT";
        };
        auto const names_archive = [](Field const& field) { return field.tag == "DB"; };
        return std::any_of(fields_.begin(), fields_.end(), is_manuscript) &&
               std::none_of(fields_.begin(), fields_.end(), names_archive);
    }

    [[nodiscard]] bool has_field(std::string_view tag) const {
        return std::any_of(fields_.begin(), fields_.end(),
                           [&](Field const& field) { return field.tag == tag && !field.value.empty(); });
    }

    void read_field(Field const& field) {
        if (field.tag == "ID") {
            if (item_.id.empty()) item_.id = field.value;
            else keep(field);
        } else if (field.tag == "EP") {
            last_page_ = field.value;
        } else if (field.tag == "SP" && !first_page_.empty()) {
            keep(field);
        } else if (field.tag == "SP") {
            first_page_ = field.value;
        } else if (field.tag == "JO") {
            journal_ = unescape_entities(collapse_space(field.value));
        } else if (field.tag == "PB" && publisher_is_archive_) {
            read_variable(field, Variable::archive);
        } else if (field.tag == "CY" && publisher_is_archive_) {
            read_variable(field, Variable::archive_place);
        } else if (field.tag == "VL" && volume_is_container_) {
            append_text(item_, Variable::archive_location, collapse_space(field.value), ", ");
        } else if (auto const* row = find_tag(field.tag, item_.type)) {
            read_variable(field, row->variable);
        } else {
            keep(field);
        }
    }

    void read_variable(Field const& field, Variable variable) {
        switch (kind_of(variable)) {
            case VariableKind::names: return read_names(field, variable);
            case VariableKind::date: return read_date_field(field, variable);
            default: break;
        }
        if (variable == Variable::keyword) return read_keywords(field.value);
        if (variable == Variable::note) return read_note(field.value);
        if (variable == Variable::abstract) {
            if (!set_if_absent(item_, variable, field.value)) keep(field);
            return;
        }
        auto text = unescape_entities(collapse_space(field.value));
        variable = by_content(variable, text);
        if (is_procite()) variable = in_procite(field.tag, variable);
        if (variable == Variable::DOI) text = without_resolver(text);
        if (variable == Variable::ISSN || variable == Variable::ISBN) text = serial_numbers(std::move(text));
        if (!set_if_absent(item_, variable, text)) keep(field);
    }

    // M3 has DOIs in files of Elsevier and others, and numbers of dissertations in ProQuest's; NV is the
    // number of a manuscript in EndNote's; SN an ISBN or ISSN whatever the type.
    Variable by_content(Variable variable, std::string const& text) const {
        if (variable == Variable::genre && looks_like_doi(without_resolver(text))) return Variable::DOI;
        if (variable == Variable::genre && is_all_digits(text)) return Variable::number;
        bool const counts = is_all_digits(text) || item_.type != ItemType::manuscript;
        if (variable == Variable::number_of_volumes && !counts)
            return has_field("CN") ? Variable::number : Variable::call_number;
        // EndNote numbers the volumes of a series here.
        if (variable == Variable::number_of_volumes && item_.texts.find(variable) &&
            item_.texts.find(Variable::collection_title))
            return Variable::collection_number;
        bool const serial =
            variable == Variable::ISBN || variable == Variable::ISSN || variable == Variable::number;
        auto const first = without_qualifiers(text).substr(0, text.find(' '));
        if (serial && looks_like_issn(first)) return Variable::ISSN;
        if (variable == Variable::ISSN && looks_like_isbn(first)) return Variable::ISBN;
        return variable;
    }

    // "1476-4687 (Electronic) 0028-0836 (Linking)"
    static std::string without_qualifiers(std::string_view text) {
        std::string out;
        while (!text.empty()) {
            auto const open = std::min(text.find('('), text.size());
            out += text.substr(0, open);
            text.remove_prefix(std::min(text.find(')', open), text.size() - 1) + 1);
        }
        return collapse_space(out);
    }

    // Several are one text in EndNote's files; what is no list of them stays as it is.
    static std::string serial_numbers(std::string text) {
        auto const plain = collapse_space(replace_all(without_qualifiers(text), ";", " "));
        std::vector<std::string> numbers;
        for (auto const number : split(plain, ' ')) {
            if (!looks_like_issn(number) && !looks_like_isbn(number)) return text;
            numbers.emplace_back(number);
        }
        return join(numbers, ", ");
    }

    // One name a line is the rule; "A, B; C, D" and names in continued lines occur.
    void read_names(Field const& field, Variable variable) {
        if (edited_book_ && variable == Variable::author) variable = Variable::editor;
        for (auto const line : split(field.value, '\n')) {
            auto const pieces = split(line, ';');
            bool const several =
                pieces.size() > 1 && std::all_of(pieces.begin(), pieces.end(), [](auto piece) {
                    return piece.find(',') != std::string_view::npos;
                });
            if (!several) {
                add_name(item_, variable, read_inverted_name(line));
                continue;
            }
            for (auto const piece : pieces) add_name(item_, variable, read_inverted_name(piece));
        }
    }

    void read_date_field(Field const& field, Variable variable) {
        if (field.tag == "PY" || field.tag == "Y1") {
            bool const told = to_edtf(read_date(year_text_)) == to_edtf(read_date(field.value));
            if (year_text_.empty()) year_text_ = field.value;
            else if (!told && year_text_ != field.value) keep(field);
            return;
        }
        if (field.tag == "DA" && date_field_ == nullptr) {
            date_field_ = &field;
            return;
        }
        auto date = read_date(field.value);
        if (item_.dates.find(variable) != nullptr || date.empty()) keep(field);
        else item_.dates.set(variable, std::move(date));
    }

    void read_keywords(std::string_view value) {
        for (auto const line : split(value, '\n'))
            for (auto const word : split(line, ';'))
                if (auto const content = trim(word); !content.empty()) keywords_.emplace_back(content);
    }

    void read_note(std::string const& value) {
        if (is_procite() && read_labelled(value)) return;
        if (read_archival_line(value)) return;
        notes_ += (notes_.empty() ? "" : "\n") + value;
    }

    // "archive_collection: …": what RIS has no tag for, as Zotero's users write it in Extra.
    bool read_archival_line(std::string_view value) {
        for (auto const variable : note_lines) {
            auto const name = to_string(variable);
            if (!value.starts_with(name) || !value.substr(name.size()).starts_with(": ")) continue;
            return set_if_absent(item_, variable, trim(value.substr(name.size() + 2)));
        }
        return false;
    }

    // ProCite writes the fields that RIS lacks as notes with their names before them.
    bool is_procite() {
        return has_note(is_procite_, {"Record ID:", "Record Number:", "Connective Phrase:"});
    }

    // Whether a note begins so; `known` is the answer that was found before.
    bool has_note(std::optional<bool>& known, std::initializer_list<std::string_view> beginnings) const {
        auto const is_wanted = [&](Field const& field) {
            return field.tag == "N1" &&
                   std::any_of(beginnings.begin(), beginnings.end(),
                               [&](auto beginning) { return field.value.starts_with(beginning); });
        };
        if (!known) known = std::any_of(fields_.begin(), fields_.end(), is_wanted);
        return *known;
    }

    // These names stand in direct order; without a comma the last word is the family.
    static Name read_direct_name(std::string_view text) {
        auto const space = text.rfind(' ');
        if (text.find(',') != std::string_view::npos || space == std::string_view::npos)
            return read_inverted_name(text);
        Name name;
        name.family = text.substr(space + 1);
        name.given = trim(text.substr(0, space));
        return name;
    }

    // VL is the edition of books, their volume stands in IS or in a note.
    Variable in_procite(std::string_view tag, Variable variable) {
        bool const book = fields_.front().value == "BOOK";
        if (tag == "VL" && (book || has_note(has_volume_note_, {"Volume ID:"}))) return Variable::edition;
        return tag == "IS" && book ? Variable::volume : variable;
    }

    bool read_labelled(std::string_view value) {
        auto const colon = value.find(':');
        if (colon == std::string_view::npos) return false;
        auto const content = std::string(trim(value.substr(colon + 1)));
        auto const variable = find_procite_label(value.substr(0, colon));
        if (value.starts_with("Record ") && item_.id.empty()) item_.id = content;
        else if (value.starts_with("Notes:")) notes_ += (notes_.empty() ? "" : "\n") + content;
        else if (!variable) return false;
        else if (*variable == Variable::collection_editor && item_.type != ItemType::book &&
                 item_.type != ItemType::chapter)
            return false;
        else if (kind_of(*variable) == VariableKind::names)
            add_name(item_, *variable, read_direct_name(content));
        else return set_if_absent(item_, *variable, content);
        return true;
    }

    // Who edits no series edits the book: RefWorks and others have its editor where EndNote has the series'.
    void finish_editor() {
        auto* editors = item_.names.find(Variable::collection_editor);
        bool const of_series = !item_.text(Variable::collection_title).empty() ||
                               item_.names.find(Variable::author) != nullptr ||
                               item_.names.find(Variable::editor) != nullptr;
        if (editors == nullptr || of_series || item_.type != ItemType::book) return;
        auto names = std::move(*editors);
        item_.names.erase(Variable::collection_editor);
        item_.names.set(Variable::editor, std::move(names));
    }

    void finish() {
        finish_editor();
        finish_dates();
        finish_pages();
        if (!journal_.empty() && item_.texts.find(Variable::container_title) == nullptr &&
            item_.type != ItemType::book)
            item_.texts.set(Variable::container_title, journal_);
        else if (!journal_.empty() && !item_.texts.find(Variable::container_title_short) &&
                 journal_ != item_.text(Variable::container_title))
            item_.texts.set(Variable::container_title_short, journal_);
        else if (!journal_.empty() && journal_ != item_.text(Variable::container_title) &&
                 journal_ != item_.text(Variable::container_title_short))
            item_.foreign.push_back({"ris", "JO", journal_});
        if (!keywords_.empty()) item_.texts.set(Variable::keyword, join_keywords(keywords_));
        // EndNote repeats the title in a note of some types.
        if (!notes_.empty() && notes_ != item_.text(Variable::title)) item_.texts.set(Variable::note, notes_);
    }

    // DA is the fuller of the two where it has a year; "Mar 14" takes its year from PY.
    void finish_dates() {
        auto date = date_field_ ? read_date(date_field_->value) : Date{};
        auto const year = read_date(year_text_);
        if (date_field_ && date.start.year == 0 && year.start.year != 0) {
            auto const together =
                parse_date_words(concat(date_field_->value, " ", std::to_string(year.start.year)));
            if (together) {
                date = *together;
            } else {
                keep(*date_field_);
                date = year;
            }
        }
        if (date.empty()) date = year;
        // "1955?" beside a day of that year: the year is as doubtful as before.
        if (date.start.year == year.start.year && !date.end) {
            date.circa |= year.circa;
            date.uncertain |= year.uncertain;
        }
        if (!date.empty()) item_.dates.set(Variable::issued, std::move(date));
    }

    void finish_pages() {
        auto pages = std::string(without_word_for_pages(first_page_));
        bool const range = !last_page_.empty() && last_page_ != pages && pages.find('-') == std::string::npos;
        if (range) pages += (pages.empty() ? "" : "-") + last_page_;
        if (pages.empty()) return;
        auto const* row = find_tag("SP", item_.type);
        auto const variable = range || row == nullptr ? Variable::page : row->variable;
        // "xii, 345 p." of a library
        if (variable == Variable::number_of_pages)
            if (auto counted = read_extent(pages).pages; !counted.empty()) pages = std::move(counted);
        if (!set_if_absent(item_, variable, collapse_space(pages)))
            item_.foreign.push_back({"ris", "SP", pages});
    }

    std::span<Field const> fields_;
    Item item_;
    std::vector<std::string> keywords_;
    std::string notes_, first_page_, last_page_, journal_, year_text_;
    Field const* date_field_ = nullptr;
    std::optional<bool> is_procite_, has_volume_note_;
    bool edited_book_ = false;
    bool publisher_is_archive_ = false;
    bool volume_is_container_ = false;  ///< "Box 3" of the archive
};

}  // namespace

Item read_fields(std::span<Field const> fields, Field const*& record_string) {
    return RecordReader(fields).read(record_string);
}

}  // namespace fonds::ris
