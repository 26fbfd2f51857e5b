// MARCXML in (MARC 21 Format for Bibliographic Data, Library of Congress).

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/diagnostic.hpp"
#include "base/text.hpp"
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
    {"502", "abcd", Variable::genre},
    {"655", "a", Variable::genre},
    {"080", "a", Variable::call_number},
    {"050", "ab", Variable::call_number},
    {"090", "ab", Variable::call_number},
});

class RecordReader {
  public:
    explicit RecordReader(xml::Node record) : record_(record) {
        if (auto const node = record.child("leader")) leader_ = node.text();
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
        else if (tag == "541" || tag == "561") read_provenance(field);
        else if (is_subject(tag)) read_subject(field);
        else read_other(tag, field);
    }

    void read_other(std::string_view tag, xml::Node field) {
        if (tag == "020") {
            auto const number = subfield(field, 'a');
            append_text(item_, Variable::ISBN, number.substr(0, number.find(' ')), ", ");
        } else if (tag == "022") {
            set(Variable::ISSN, subfield(field, 'a'), field);
        } else if (tag == "024" && subfield(field, '2') == "doi") {
            set(Variable::DOI, subfield(field, 'a'), field);
        } else if (tag == "041") {
            set(Variable::language, subfield(field, 'a'), field);
        } else if (tag == "099") {
            local_number_ = subfields(field, "a");
        } else if (tag == "300") {
            read_extent(field);
        } else if (tag == "856") {
            if (set_if_absent(item_, Variable::URL, subfield(field, 'u'))) keep_but("u", field);
            else keep(field);
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
            else if (!set_if_absent(item_, row.variable, without_isbd(std::move(text)))) return keep(field);
            return keep_but(row.codes, field);
        }
        keep(field);
    }

    void read_name(std::string_view tag, xml::Node field) {
        bool const person = tag.ends_with("00");
        Name name;
        if (person && field["ind1"] == "1") {
            name = read_inverted_name(without_isbd(with_latin_commas(subfield(field, 'a'))));
            if (auto const suffix = without_isbd(subfield(field, 'c'));
                suffix == "Jr" || suffix == "Jr." || suffix == "Sr.")
                name.suffix = suffix;
        } else {
            name.literal = without_isbd(subfields(field, person ? "abc" : "abn"));
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

    void read_title(xml::Node field) {
        auto title = without_isbd(subfield(field, 'a'));
        if (auto const rest = without_isbd(subfield(field, 'b')); !rest.empty()) title += ": " + rest;
        set(Variable::title, title, field);
        set(Variable::part_number, without_isbd(subfield(field, 'n')), field);
        set(Variable::part_title, without_isbd(subfield(field, 'p')), field);
        set(Variable::genre, without_isbd(subfield(field, 'k')), field);
        title_date_ = without_isbd(subfield(field, 'f'));
        keep_but("abfknp", field);
    }

    void read_publication(xml::Node field) {
        auto const place = without_isbd(subfields(field, "a"));
        if (field["ind2"] == "4" && place.empty()) return;
        set(Variable::publisher_place, place, field);
        set(Variable::publisher, without_isbd(subfield(field, 'b')), field);
        if (publication_date_.empty()) publication_date_ = subfield(field, 'c');
        keep_but("abc", field);
    }

    void read_series(xml::Node field) {
        if (!set_if_absent(item_, Variable::collection_title, without_isbd(subfield(field, 'a'))))
            return keep(field);
        set(Variable::collection_number, without_isbd(subfield(field, 'v')), field);
        keep_but("av", field);
    }

    void read_extent(xml::Node field) {
        keep_but("af", field);
        auto const text = without_isbd(subfields(field, "af"));
        auto const digits = std::find_if(text.begin(), text.end(), [](char c) { return is_digit(c); });
        auto const pages = text.find(" p");
        if (!archival() && digits != text.end() && pages != std::string::npos) {
            auto start = pages;
            while (start > 0 && is_digit(text[start - 1])) --start;
            if (start < pages)
                return set(Variable::number_of_pages, text.substr(start, pages - start), field);
        }
        append_text(item_, Variable::dimensions, text, "; ");
    }

    // The work that this one is part of: for an archival unit, its collection.
    void read_host(xml::Node field) {
        auto const title = without_isbd(subfield(field, 't'));
        auto const fallback = without_isbd(subfield(field, 'a'));
        set(archival() ? Variable::archive_collection : Variable::container_title,
            title.empty() ? fallback : title, field);
        set(Variable::ISSN, subfield(field, 'x'), field);
        if (item_.type == ItemType::chapter && !subfield(field, 'x').empty())
            item_.type = ItemType::article_journal;
        bool told = true;
        for (auto const child : field.elements())
            if (child["code"] == "g") told &= read_place_in_host(text_of(child), item_);
        if (!told) keep(field);
        else keep_but("agtx", field);
    }

    // Repository, address, and what stands on the shelf.
    void read_location(xml::Node field) {
        if (!item_.reference.repository.empty()) return keep(field);
        // $a may have the MARC code of the organisation, its name then stands in $b.
        auto const first = subfield(field, 'a');
        bool const code = first.find(' ') == std::string::npos && !subfield(field, 'b').empty();
        item_.reference.repository = without_isbd(subfields(field, code ? "b" : "ab", ", "));
        if (code) item_.foreign.push_back({"marcxml", "852$a", first});
        item_.reference.place = without_isbd(subfields(field, "e", ", "));
        set(Variable::call_number, subfields(field, "khim"), field);
        if (auto const number = subfields(field, "j"); !number.empty())
            item_.reference.levels.push_back({"signature", "", number});
    }

    void read_provenance(xml::Node field) {
        auto const text = subfields(field, "acdefn");
        if (text.empty()) return;
        item_.reference.provenance_note += (item_.reference.provenance_note.empty() ? "" : " ") + text;
    }

    void read_subject(xml::Node field) {
        auto word = without_isbd(subfields(field, "abcdvxyz", "--"));
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
