// MARCXML in (MARC 21 Format for Bibliographic Data, Library of Congress).

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "format/extents.hpp"
#include "format/field_text.hpp"
#include "format/marcxml.hpp"
#include "format/marcxml_fields.hpp"
#include "format/marcxml_unimarc.hpp"
#include "format/mods.hpp"
#include "format/xml_records.hpp"

namespace fonds {
namespace {

using namespace marcxml;

struct Plain {
    std::string_view tag;
    std::string_view codes;
    Variable variable;
};
// Fields whose text goes into one variable as it stands.
constexpr auto plain = std::to_array<Plain>({
    {"250", "a", Variable::edition},
    {"255", "a", Variable::scale},
    {"520", "a", Variable::abstract},
    {"500", "a", Variable::note},
    {"655", "a", Variable::genre},
    {"080", "a", Variable::call_number},
    {"050", "ab", Variable::call_number},
    {"090", "ab", Variable::call_number},
    {"765", "t", Variable::original_title},
});

class RecordReader {
  public:
    explicit RecordReader(xml::Node record) : record_(record) {
        if (auto const node = record.child("leader")) leader_ = node.text();
        if (leader_.size() > 18 && leader_[18] == 'c') stop_ = FullStop::of_text;
    }

    Item read() {
        item_.type = type_of_leader(leader_);
        for (auto const field : record_.elements()) {
            if (field.local_name() == "controlfield") read_control(field);
            if (field.local_name() == "datafield") read_field(field["tag"], field);
        }
        finish();
        return std::move(item_);
    }

  private:
    static bool is_subject(std::string_view tag) {
        static constexpr std::array<std::string_view, 8> tags = {"600", "610", "611", "630",
                                                                 "648", "650", "651", "653"};
        return contains(tags, tag);
    }

    bool archival() const { return item_.type == ItemType::manuscript || item_.type == ItemType::collection; }

    // A part of the description without the punctuation behind it.
    [[nodiscard]] std::string area(std::string text) const { return without_isbd(std::move(text), stop_); }
    // A subfield that may stand several times.
    [[nodiscard]] std::string areas(xml::Node field, char code) const {
        std::vector<std::string> out;
        for (auto const child : field.elements())
            if (child["code"] == std::string_view(&code, 1)) out.push_back(area(text_of(child)));
        return join(out, " ; ");
    }

    void keep(xml::Node field) { marcxml::keep_but("", field, item_); }
    void keep_but(std::string_view codes, xml::Node field) { marcxml::keep_but(codes, field, item_); }
    void set(Variable variable, std::string const& text, xml::Node field) {
        marcxml::set(variable, text, field, item_);
    }

    void read_control(xml::Node field) {
        if (field["tag"] == "001") item_.id = text_of(field);
        if (field["tag"] == "008") fixed_ = field.text();
    }

    void read_field(std::string_view tag, xml::Node field) {
        if (tag == "100" || tag == "110" || tag == "111" || tag == "700" || tag == "710" || tag == "711")
            read_name(tag, field);
        else if (tag == "245") read_title(field);
        else if (tag == "260" || tag == "264") read_publication(field);
        else if (tag == "490" || tag == "440") read_series(field);
        else if (tag == "773") read_host(field);
        else if (tag == "852") read_location(field);
        else if (tag == "856") read_address(field);
        else if (tag == "041") read_languages(field);
        else if (tag == "502") read_thesis(field);
        else if (tag == "541" || tag == "561") read_provenance(field);
        else if (is_subject(tag)) read_subject(field);
        else read_other(tag, field);
    }

    void read_other(std::string_view tag, xml::Node field) {
        if (tag == "020") {
            auto const number = subfield(field, 'a');
            append_text(item_, Variable::ISBN, number.substr(0, number.find(' ')), ", ");
            keep_but("a", field);
        } else if (tag == "022") {
            set(Variable::ISSN, subfield(field, 'a'), field);
        } else if (tag == "024" && subfield(field, '2') == "doi") {
            set(Variable::DOI, subfield(field, 'a'), field);
        } else if (tag == "099") {
            local_number_ = subfields(field, "a");
        } else if (tag == "300") {
            read_extent(field);
        } else {
            read_plain(tag, field);
        }
    }

    void read_plain(std::string_view tag, xml::Node field) {
        for (auto const& row : plain) {
            if (row.tag != tag) continue;
            auto text = subfields(field, row.codes);
            bool const block = row.variable == Variable::note || row.variable == Variable::abstract;
            if (block) append_text(item_, row.variable, text, "\n");
            else if (!set_if_absent(item_, row.variable, area(std::move(text)))) return keep(field);
            return keep_but(row.codes, field);
        }
        keep(field);
    }

    void read_name(std::string_view tag, xml::Node field) {
        bool const person = tag.ends_with("00");
        Name name;
        if (person && field["ind1"] == "1") {
            name = read_inverted_name(personal_name(subfield(field, 'a')));
            read_words_with_name(field, name);
        } else {
            name.literal = area(person ? subfields(field, "abc") : name_of_body(field));
        }
        if (name.empty()) return keep(field);
        auto variable = tag[0] == '1' ? Variable::author : Variable::contributor;
        bool told = false;
        for (auto const child : field.elements()) {
            auto const code = child["code"];
            if (code != "e" && code != "4") continue;
            auto const role = mods::find_relator(text_of(child));
            told = true;
            if (role) variable = *role;
        }
        // An added entry without a role is a further author of a book, and anybody in a collection.
        if (!told && !archival() && tag[0] == '7' && subfield(field, 't').empty())
            variable = Variable::author;
        if (!subfield(field, 't').empty()) return keep(field);
        add_name(item_, variable, std::move(name));
    }

    // "Lee, Ann." ends with the punctuation of the record, "Karsten, Peter A." with its own.
    [[nodiscard]] std::string personal_name(std::string_view text) const {
        auto name = area(with_latin_commas(text));
        auto const word = name.substr(name.find_last_of(" ,") + 1);
        bool const whole = word.size() > 3 && word.find('.') == word.size() - 1;
        if (whole && stop_ == FullStop::ends_area) name.pop_back();
        return name;
    }

    // "Jr.," "III", and what is no part of a name: "Freiherr", "Sir".
    void read_words_with_name(xml::Node field, Name& name) {
        static constexpr std::array<std::string_view, 7> suffixes = {"Jr", "Jr.", "Sr", "Sr.",
                                                                     "II", "III", "IV"};
        auto words = area(subfields(field, "c"));
        if (contains(suffixes, std::string_view(words))) name.suffix = std::move(words);
        else if (!words.empty())
            item_.foreign.push_back({"marcxml", concat(field["tag"], "$c"), std::move(words)});
    }

    // "United States. Army"; where the record has no punctuation, the stop is put in.
    [[nodiscard]] std::string name_of_body(xml::Node field) const {
        return subfields(field, "abn", stop_ == FullStop::of_text ? ". " : " ");
    }

    void read_title(xml::Node field) {
        auto title = area(subfield(field, 'a'));
        if (auto const rest = area(subfield(field, 'b')); !rest.empty()) title += ": " + rest;
        set(Variable::title, title, field);
        set(Variable::part_number, area(subfield(field, 'n')), field);
        set(Variable::part_title, area(subfield(field, 'p')), field);
        set(Variable::genre, area(subfield(field, 'k')), field);
        title_date_ = area(subfield(field, 'f'));
        keep_but("abfknp", field);
    }

    void read_publication(xml::Node field) {
        auto const place = areas(field, 'a');
        if (field["ind2"] == "4" && place.empty()) return;
        set(Variable::publisher_place, place, field);
        set(Variable::publisher, areas(field, 'b'), field);
        if (publication_date_.empty()) publication_date_ = subfield(field, 'c');
        keep_but("abc", field);
    }

    void read_series(xml::Node field) {
        if (!set_if_absent(item_, Variable::collection_title, area(subfield(field, 'a')))) return keep(field);
        set(Variable::collection_number, area(subfield(field, 'v')), field);
        keep_but("av", field);
    }

    void read_extent(xml::Node field) {
        keep_but("af", field);
        add_extent(area(subfields(field, "af")), item_);
    }

    // The work that this one is part of: for an archival unit, its collection.
    void read_host(xml::Node field) {
        auto title = area(subfield(field, 't'));
        bool const by_title = !title.empty();
        if (!by_title) title = area(subfield(field, 'a'));
        set(archival() ? Variable::archive_collection : Variable::container_title, title, field);
        set(Variable::ISSN, subfield(field, 'x'), field);
        if (item_.type == ItemType::chapter && !subfield(field, 'x').empty())
            item_.type = ItemType::article_journal;
        if (item_.type == ItemType::chapter && by_title) read_book_around(field);
        bool told = true;
        for (auto const child : field.elements())
            if (child["code"] == "g") told &= read_place_in_host(text_of(child), item_);
        if (!told) keep(field);
        else keep_but(item_.type == ItemType::chapter ? "adgtxz" : "agtx", field);
    }

    // Who wrote the book that has the chapter, and "Bonn : Röhrscheid, 1961".
    void read_book_around(xml::Node field) {
        if (auto const author = area(subfield(field, 'a')); !author.empty())
            add_name(item_, Variable::container_author, read_inverted_name(personal_name(author)));
        append_text(item_, Variable::ISBN, subfield(field, 'z'), ", ");
        auto const published = subfield(field, 'd');
        auto const colon = published.find(" : ");
        auto const comma = published.rfind(", ");
        if (colon == std::string::npos || comma == std::string::npos || comma < colon) return;
        set_if_absent(item_, Variable::publisher_place, published.substr(0, colon));
        set_if_absent(item_, Variable::publisher, published.substr(colon + 3, comma - colon - 3));
        if (publication_date_.empty()) publication_date_ = published.substr(comma + 2);
    }

    // Tables of contents and blurbs of a book lie elsewhere than the book; of a collection, a finding aid is
    // the best address.
    void read_address(xml::Node field) {
        bool const of_something_else = field["ind2"] == "2" || !subfield(field, '3').empty();
        if (!archival() && of_something_else) return keep(field);
        if (set_if_absent(item_, Variable::URL, subfield(field, 'u'))) keep_but("u", field);
        else keep(field);
    }

    void read_languages(xml::Node field) {
        auto const first = subfield(field, 'a');
        set(Variable::language, first, field);
        if (subfields(field, "a") == first) keep_but("a", field);
        else keep(field);
    }

    // "Thesis (Ph. D.)--University of Chicago, 1994.", or each in a subfield of its own.
    void read_thesis(xml::Node field) {
        auto const words = area(subfields(field, "abcd"));
        if (!set_if_absent(item_, Variable::genre, words)) keep(field);
        else keep_but("abcd", field);
        if (auto const degree = subfield(field, 'b'); !degree.empty()) {
            thesis_ = {degree, area(subfield(field, 'c'))};
            return;
        }
        auto const dashes = words.find("--");
        thesis_ = {words.substr(0, dashes), dashes == std::string::npos ? "" : words.substr(dashes + 2)};
        auto& university = thesis_->university;
        if (auto const comma = university.rfind(", "); comma != std::string::npos)
            if (is_all_digits(std::string_view(university).substr(comma + 2))) university.resize(comma);
    }

    // Repository, address, and what stands on the shelf.
    void read_location(xml::Node field) {
        if (!item_.reference.repository.empty()) return keep(field);
        // $a may have the MARC code of the organisation, its name then stands in $b.
        auto const first = subfield(field, 'a');
        bool const code = first.find(' ') == std::string::npos && !subfield(field, 'b').empty();
        item_.reference.repository = area(subfields(field, code ? "b" : "ab", ", "));
        if (code) item_.foreign.push_back({"marcxml", "852$a", first});
        item_.reference.place = area(subfields(field, "e", ", "));
        set(Variable::call_number, subfields(field, "khim"), field);
        if (auto const number = subfields(field, "j"); !number.empty())
            item_.reference.levels.push_back({"signature", "", number});
        keep_but("abehijkm", field);
    }

    void read_provenance(xml::Node field) {
        auto const text = subfields(field, "acdefn");
        if (text.empty()) return;
        item_.reference.provenance_note += (item_.reference.provenance_note.empty() ? "" : " ") + text;
    }

    void read_subject(xml::Node field) {
        auto word = area(subject_heading(field, "abcd", " ", "vxyz"));
        bool const known = contains(words_, word);
        if (!word.empty() && !known) words_.push_back(std::move(word));
    }

    void finish() {
        if (!words_.empty()) item_.texts.set(Variable::keyword, join_keywords(words_));
        if (!local_number_.empty() && archival())
            item_.reference.levels.insert(item_.reference.levels.begin(), {"collection", "", local_number_});
        else if (!local_number_.empty() && !set_if_absent(item_, Variable::call_number, local_number_))
            item_.foreign.push_back({"marcxml", "099", local_number_});
        if (auto code = coded_language(fixed_); !code.empty() && item_.text(Variable::language).empty())
            item_.texts.set(Variable::language, std::move(code));
        if (thesis_) add_thesis(std::move(*thesis_), item_);
        if (fixed_.size() > 14 && fixed_[6] == 'r')
            if (auto original = read_date_text(std::string_view(fixed_).substr(11, 4));
                original.literal.empty())
                item_.dates.set(Variable::original_date, std::move(original));
        // The dates of the title are a collection's own, those of publication a book's; 008 has them coded.
        auto date = written_date(title_date_, fixed_);
        if (date.empty()) date = written_date(publication_date_, fixed_);
        if (date.empty()) date = coded_dates(fixed_);
        if (!date.empty()) item_.dates.set(Variable::issued, std::move(date));
    }

    xml::Node record_;
    std::string leader_;
    Item item_;
    std::string fixed_, local_number_, title_date_, publication_date_;
    std::vector<std::string> words_;
    std::optional<ThesisNote> thesis_;
    FullStop stop_ = FullStop::ends_area;
};

xml::Node record_within(xml::Node wrapping) {
    for (std::string_view const name : {"recordData", "metadata"})
        if (auto const data = wrapping.child(name)) return data.child("record");
    return {};
}

}  // namespace

bool sniff_marcxml(std::string_view bytes) {
    auto const head = bytes.substr(0, 65536);
    bool const leader = head.find("<leader") != head.npos || head.find(":leader") != head.npos;
    return leader && has_root(bytes, {"collection", "record"});
}

std::optional<Error> read_marcxml_file(std::string_view bytes, ReadOptions const&, RecordSink const& sink,
                                       std::vector<Diagnostic>& diagnostics) {
    auto const deliver = [&](xml::Node record, std::size_t base) {
        auto const leader = record.child("leader");
        if (!leader || !describes_no_work(leader.text()))
            return sink(is_unimarc(record) ? read_unimarc(record) : RecordReader(record).read());
        auto const at = base + record.offset();
        diagnostics.push_back(
            make_diagnostic("not-a-record", Severity::note, {at, at + 1},
                            "a record of a name, a subject or holdings describes no source; it is not read"));
    };
    return read_xml_records(bytes, {"record"}, diagnostics, [&](xml::Node record, std::size_t base) {
        // SRU and OAI-PMH have records of their own around those of the catalogue.
        auto const wrapped = record_within(record);
        deliver(wrapped ? wrapped : record, base);
    });
}

}  // namespace fonds
