// Any bytes are a style or an error; what was compiled formats a few items.

#include <cstdint>
#include <fonds/csl.hpp>
#include <fonds/formats.hpp>

namespace {

fonds::Items items() {
    return fonds::read_items(R"([
        {"id": "a", "type": "book", "title": "<i>Crisis</i> in “Korea”", "author": [{"family": "Lankov", "given": "Andrei"}],
         "issued": {"date-parts": [[2005, 3]]}, "page": "12-19", "edition": "2", "publisher": "Press"},
        {"id": "b", "type": "manuscript", "archive": "RGANI", "archive_location": "f. 5", "issued": {"date-parts": [[1955]]}},
        {"id": "c", "type": "book", "title": "Crisis", "author": [{"family": "Lankov", "given": "Anna"}],
         "issued": {"date-parts": [[2005]]}}])",
                             "csl-json")
        ->value;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static auto const records = items();
    static auto const locales = fonds::csl::find_locales("en-US");
    auto const style = fonds::csl::Style::parse({reinterpret_cast<char const*>(data), size});
    if (!style || !locales) return 0;
    std::vector<fonds::csl::Citation> citations;
    for (auto const* id : {"a", "b", "a", "c", "a"}) {
        auto& citation = citations.emplace_back();
        citation.id = std::to_string(citations.size());
        citation.note_number = static_cast<int>(citations.size());
        citation.cites.emplace_back().id = id;
        citation.cites.back().locator = "5-7";
    }
    for (auto const output : {fonds::csl::OutputFormat::html, fonds::csl::OutputFormat::latex}) {
        fonds::csl::Options options;
        options.output = output;
        (void)fonds::csl::format_document(style->value, *locales, records, citations, options);
    }
    return 0;
}
