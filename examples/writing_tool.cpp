// A writing tool: citations are inserted and moved while an author types, and only what changed comes back.

#include <fonds/fonds.hpp>
#include <iostream>
#include <string>
#include <vector>

namespace {

void show(std::string const& event, fonds::csl::Changes const& changes) {
    std::cout << event << '\n';
    for (auto const& [position, text] : changes.citations)
        std::cout << "    note " << position + 1 << ": " << text << '\n';
    for (auto const& entry : changes.entries) std::cout << "    entry:  " << entry.text << '\n';
}

/// A tool with a display of its own walks the tagged tree instead of reading text.
void show_tree(std::vector<fonds::csl::TaggedNode> const& nodes, int depth) {
    for (auto const& node : nodes) {
        std::cout << std::string(static_cast<std::size_t>(depth) * 2, ' ')
                  << (node.tag.empty() ? '"' + node.text + '"' : node.tag) << '\n';
        show_tree(node.children, depth + 1);
    }
}

fonds::csl::Citation cite(std::string id, std::string item, std::string locator, int note) {
    fonds::csl::Citation citation;
    citation.id = std::move(id);
    citation.note_number = note;
    citation.cites.push_back({});
    citation.cites.back().id = std::move(item);
    citation.cites.back().locator = std::move(locator);
    return citation;
}

}  // namespace

int main() {
    auto const found = fonds::HouseStyle::find("chicago-archives");
    auto const records = fonds::read_items(R"([
        {"id": "lankov", "type": "book", "title": "Crisis in North Korea", "publisher": "University of Hawai‘i Press",
         "publisher-place": "Honolulu", "author": [{"family": "Lankov", "given": "Andrei"}],
         "issued": {"date-parts": [[2005]]}},
        {"id": "report", "type": "manuscript", "title": "Information on the Situation in the DPRK",
         "issued": {"date-parts": [[1955, 4]]}, "custom": {"fonds": {"repository": "RGANI", "levels": [
             {"level": "fond", "value": "5"}, {"level": "opis", "value": "28"}, {"level": "delo", "value": "314"}]}}}
    ])",
                                           "csl-json");
    if (!found || !records) {
        std::cerr << "writing_tool: " << to_string(found ? records.error() : found.error()) << '\n';
        return 2;
    }
    auto const& house = found->value;
    // Fond, opis and delo become the variables that CSL styles know.
    auto const items = fonds::lower(records->value, house.form());
    fonds::csl::Session session(house.style, house.locales, house.options(fonds::csl::OutputFormat::text));
    session.set_items(items);

    show("The author cites a book.", session.insert(0, cite("a", "lankov", "60", 1)));
    show("And an archival document.", session.insert(1, cite("b", "report", "", 2)));
    show("And the book again: a short form.", session.insert(2, cite("c", "lankov", "71", 3)));
    show("The first note goes: the short form becomes the full one.", session.erase(0));

    // What was typed before goes on live: its works, and its citations with the leaves that they name.
    fonds::NoteParser parser;
    std::vector<fonds::ParsedNote> typed;
    for (std::string const text :
         {"“Report,” April 1955, RGANI, Fond 5, Opis 28, Delo 314, listi 34-59.", "Ibid., list 40."})
        typed.push_back(parser.next(std::to_string(typed.size() + 1), text));
    auto const cited = fonds::cited_document(typed, house.form());
    fonds::csl::Session opened(house.style, house.locales, house.options(fonds::csl::OutputFormat::text));
    opened.set_items(fonds::lower(cited.items, house.form()));
    for (std::size_t i = 0; i < cited.citations.size(); ++i)
        show("A note of a manuscript that is opened.", opened.insert(i, cited.citations[i]));

    auto const tagged =
        fonds::csl::format_document(house.style, house.locales, items, {cite("a", "lankov", "60", 1)},
                                    house.options(fonds::csl::OutputFormat::tagged));
    std::cout << "The first note as a tree:\n";
    show_tree(fonds::csl::read_tagged(tagged.citations[0]), 2);
}
