// Records of UNIMARC as items.

#include "format/marcxml_unimarc.hpp"

#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "format/extents.hpp"
#include "format/field_text.hpp"
#include "format/marcxml_fields.hpp"
#include "format/xml_records.hpp"

namespace fonds::marcxml {
namespace {

struct Plain {
    std::string_view tag;
    std::string_view codes;
    Variable variable;
};
// Subfields whose text goes into one variable as it stands.
constexpr auto plain = std::to_array<Plain>({
    {"011", "a", Variable::ISSN},
    {"205", "a", Variable::edition},
    {"210", "a", Variable::publisher_place},
    {"210", "c", Variable::publisher},
    {"214", "a", Variable::publisher_place},
    {"214", "c", Variable::publisher},
    {"225", "a", Variable::collection_title},
    {"225", "v", Variable::collection_number},
    {"300", "a", Variable::note},
    {"330", "a", Variable::abstract},
    {"454", "t", Variable::original_title},
    {"461", "t", Variable::container_title},
    {"461", "x", Variable::ISSN},
    {"463", "t", Variable::container_title},
    {"463", "x", Variable::ISSN},
    {"856", "u", Variable::URL},
    {"930", "a", Variable::call_number},
});

struct Relator {
    std::string_view code;
    Variable variable;
};
// IFLA's codes of what somebody did for a work.
constexpr auto relators = std::to_array<Relator>({
    {"070", Variable::author},
    {"220", Variable::compiler},
    {"230", Variable::composer},
    {"300", Variable::director},
    {"340", Variable::editor},
    {"440", Variable::illustrator},
    {"460", Variable::author},
    {"651", Variable::editorial_director},
    {"660", Variable::recipient},
    {"730", Variable::translator},
});

std::optional<Variable> find_relator(std::string_view code) {
    for (auto const& row : relators)
        if (row.code == code) return row.variable;
    return std::nullopt;
}

// 100$a: after the date of entry a type of date and two years, as MARC 21 has them in 008.
Date dates_of(std::string_view coded) {
    if (coded.size() < 17) return {};
    char const type = coded[8];
    auto const first = coded.substr(9, 4);
    if (type == 'a') return coded_dates(concat("000000c", first, "9999"));
    return coded_dates(concat("000000",
                              type == 'b'   ? "d"
                              : type == 'g' ? "m"
                                            : "s",
                              first, coded.substr(13, 4)));
}

class UnimarcReader {
  public:
    explicit UnimarcReader(xml::Node record) : record_(record) {}

    Item read() {
        if (auto const leader = record_.child("leader")) read_type(leader.text());
        for (auto const field : record_.elements()) {
            if (field.local_name() == "controlfield" && field["tag"] == "001") item_.id = text_of(field);
            if (field.local_name() == "datafield") read_field(field["tag"], field);
        }
        finish_thesis();
        if (!words_.empty()) item_.texts.set(Variable::keyword, join_keywords(words_));
        auto date = written_date(publication_date_, "");
        if (date.empty() || !date.literal.empty())
            if (auto coded = dates_of(coded_); !coded.empty()) date = std::move(coded);
        if (!date.empty()) item_.dates.set(Variable::issued, std::move(date));
        return std::move(item_);
    }

  private:
    // "b" is handwritten text; the other letters mean what they mean in MARC 21.
    void read_type(std::string_view leader) {
        bool const handwritten = leader.size() > 6 && leader[6] == 'b';
        bool const collection = handwritten && leader.size() > 7 && leader[7] == 'c';
        item_.type = collection    ? ItemType::collection
                     : handwritten ? ItemType::manuscript
                                   : type_of_leader(leader);
    }

    void read_field(std::string_view tag, xml::Node field) {
        if (tag == "200") read_title(field);
        else if (tag == "100") coded_ = subfield(field, 'a');
        else if (tag == "010") read_isbn(field);
        else if (tag == "101") read_languages(field);
        else if (tag == "215") read_extent(field);
        else if (tag == "328") read_thesis(field);
        else if (tag.starts_with("70") || tag.starts_with("71") || tag.starts_with("72"))
            read_name(tag, field);
        else if ((tag.starts_with("60") && tag != "608") || tag == "610") read_subject(tag, field);
        else read_plain(tag, field);
    }

    void read_plain(std::string_view tag, xml::Node field) {
        std::string read;
        for (auto const& row : plain) {
            if (row.tag != tag) continue;
            read += row.codes;
            auto text = subfields(field, row.codes, ", ");
            if (row.variable == Variable::note || row.variable == Variable::abstract)
                append_text(item_, row.variable, text, "\n");
            else set(row.variable, without_isbd(std::move(text)), field, item_);
        }
        if ((tag == "210" || tag == "214") && publication_date_.empty()) {
            publication_date_ = subfield(field, 'd');
            read += 'd';
        }
        if (tag == "463" || tag == "461") read_part(subfield(field, 'v'));
        keep_but(read, field, item_);
    }

    // "Vol. 12, n. 3 (1998), p. 12-20"
    void read_part(std::string const& place) {
        if (item_.type == ItemType::chapter && !item_.text(Variable::ISSN).empty())
            item_.type = ItemType::article_journal;
        if (is_all_digits(place)) set_if_absent(item_, Variable::volume, place);
        else read_place_in_host(place, item_);
    }

    // The first is that of the text; the others may be of what was translated.
    void read_languages(xml::Node field) {
        auto const first = subfield(field, 'a');
        set(Variable::language, first, field, item_);
        keep_but(subfields(field, "a") == first ? "a" : "", field, item_);
    }

    // A degree, a discipline, a university; of what was published since, $z says so.
    void read_thesis(xml::Node field) {
        if (!set_if_absent(item_, Variable::genre, subfields(field, "abcde", ", ")))
            return keep_but("", field, item_);
        if (subfield(field, 'z').empty()) thesis_ = {subfields(field, "abc", ", "), subfield(field, 'e')};
        keep_but("abcde", field, item_);
    }

    void finish_thesis() {
        if (thesis_ && !university_.empty()) thesis_->university = university_;
        if (thesis_) add_thesis(std::move(*thesis_), item_);
        if (!university_.empty() && item_.text(Variable::publisher) != university_)
            add_name(item_, Variable::contributor, literal_name(university_));
    }

    static Name literal_name(std::string text) {
        Name name;
        name.literal = std::move(text);
        return name;
    }

    void read_title(xml::Node field) {
        auto title = subfield(field, 'a');
        if (auto const rest = subfields(field, "e", ": "); !rest.empty()) title += ": " + rest;
        set(Variable::title, title, field, item_);
        set(Variable::part_number, subfield(field, 'h'), field, item_);
        set(Variable::part_title, subfield(field, 'i'), field, item_);
        keep_but("aehi6", field, item_);
    }

    void read_isbn(xml::Node field) {
        append_text(item_, Variable::ISBN, subfield(field, 'a'), ", ");
        keep_but("a", field, item_);
    }

    void read_extent(xml::Node field) {
        add_extent(subfield(field, 'a'), item_);
        keep_but("a", field, item_);
    }

    // 700 to 702 people, 710 to 712 bodies, 720 to 722 families; the last of each is who did something else.
    void read_name(std::string_view tag, xml::Node field) {
        Name name;
        auto const first = subfield(field, 'a');
        auto const second = subfield(field, 'b');
        bool const inverted = tag[1] == '0' && field["ind2"] != "0" && !second.empty();
        if (inverted) name.family = without_isbd(first), name.given = without_isbd(second);
        else name.literal = second.empty() ? first : concat(first, tag[1] == '1' ? ". " : " ", second);
        // "Jean-Paul II"
        if (auto const number = subfield(field, 'd'); tag[1] == '0' && !inverted && !number.empty())
            name.literal += " " + number;
        auto variable = tag.ends_with('2') ? Variable::contributor : Variable::author;
        auto const told = subfield(field, '4');
        if (told == "295" && university_.empty()) {
            university_ = std::move(name.literal);
            return;
        }
        if (!told.empty()) variable = find_relator(told).value_or(Variable::contributor);
        add_name(item_, variable, std::move(name));
    }

    void read_subject(std::string_view tag, xml::Node field) {
        std::string_view const between = tag == "601" ? ". " : ", ";
        auto word = subject_heading(field, tag == "606" ? "a" : "abcdf", between, "jtxyz");
        bool const known = word.empty() || contains(words_, word);
        if (!known) words_.push_back(std::move(word));
    }

    xml::Node record_;
    Item item_;
    std::string coded_, publication_date_;
    std::vector<std::string> words_;
    std::optional<ThesisNote> thesis_;
    std::string university_;  ///< that gave the degree
};

}  // namespace

bool is_unimarc(xml::Node record) {
    if (ascii_lower(record["format"]) == "unimarc") return true;
    bool title = false;
    for (auto const field : record.elements()) {
        if (field["tag"] == "245") return false;
        title = title || (field["tag"] == "200" && !subfield(field, 'a').empty());
    }
    return title;
}

Item read_unimarc(xml::Node record) { return UnimarcReader(record).read(); }

}  // namespace fonds::marcxml
