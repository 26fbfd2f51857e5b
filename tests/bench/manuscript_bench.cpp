// Manuscripts of 1,000 notes, from file to findings, beside what pandoc takes to read them at all.

#include <algorithm>
#include <cstdio>
#include <fonds/document.hpp>
#include <fonds/rewrite.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "bench/bench.hpp"
#include "wire/json.hpp"
#include "wire/xml.hpp"
#include "wire/zip.hpp"

namespace {

constexpr std::size_t notes = 1000;
std::string const shared = FONDS_SHARED_DIR;
constexpr auto space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// What a manuscript is made of; both come over and over until there are enough notes.
struct Contents {
    std::vector<std::string> paragraphs;
    std::size_t their_notes = 1;  ///< how many notes these paragraphs bear
    std::vector<std::string> notes;
};

std::string run(std::string_view text) {
    std::string out =
        "<w:r w:rsidRPr=\"00AB12CD\"><w:rPr><w:sz w:val=\"20\"/><w:lang w:val=\"en-US\"/></w:rPr><w:t "
        "xml:space=\"preserve\">";
    fonds::xml::append_escaped(out, text);
    return out + "</w:t></w:r>";
}

/// Text cut into runs, as many as the essay's file has: those of its notes are short.
std::string runs(std::string_view text, std::size_t bytes_of_run) {
    std::string out;
    while (!text.empty()) {
        auto size = std::min(bytes_of_run, text.size());
        while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) ++size;
        out += run(text.substr(0, size));
        text.remove_prefix(size);
    }
    return out;
}

/// Short notes with hardly any text between them: nothing but the notes to read.
Contents short_notes() {
    Contents made{
        {"A sentence of the text that tells what happened then. And another, which leads to a note."}, 1, {}};
    for (int i = 0; i < 1000; i += 4) {
        auto const n = std::to_string(i);
        made.notes.push_back("See “Report on the Talks, " + n + ",” April 3, 1955, RGANI, f. 5, op. 28, d. " +
                             n + ", ll. 34–59.");
        made.notes.push_back("Ibid., l. " + n + ".");
        made.notes.push_back(
            "Odd Arne Westad, The Global Cold War (Cambridge: Cambridge University Press, 2005), " + n + ".");
        made.notes.push_back(
            "See also National Archives and Records Administration, RG 59, Central Decimal File "
            "1955–59, box " +
            n + ", 611.95/4-" + n + "; for the background compare the author’s earlier article.");
    }
    return made;
}

/// The essay as its Word file has it.
std::optional<Contents> essay() {
    auto const document = fonds::read_document(shared + "/manuscripts/docx/essay.docx");
    if (!document) return std::nullopt;
    Contents made;
    for (auto const line : fonds::split(document->text, '\n'))
        if (!fonds::trim(line).empty()) made.paragraphs.emplace_back(line);
    for (auto const& note : document->notes) made.notes.push_back(note.text);
    made.their_notes = made.notes.size();
    return made;
}

/// The notes of the development set, which are longer and have several works each, in the essay's text.
std::optional<Contents> development() {
    auto made = essay();
    auto const lines = bench::read(shared + "/notes/dev.jsonl");
    if (!made || lines.empty()) return std::nullopt;
    made->notes.clear();
    auto const failed = fonds::json::read_each(lines, [&](fonds::json::Value const& line) {
        if (auto const* note = line.find("note")) made->notes.emplace_back(note->text().value_or(""));
    });
    return failed ? std::nullopt : made;
}

std::string manuscript(Contents const& contents) {
    auto const& [paragraphs, their_notes, texts] = contents;
    std::string body;
    std::string parts;
    for (std::size_t i = 0; i < notes; ++i) {
        auto const id = "w:id=\"" + std::to_string(i + 2) + "\"";
        auto const first = i * paragraphs.size() / their_notes;
        auto const last = std::max(first + 1, (i + 1) * paragraphs.size() / their_notes);
        for (auto at = first; at < last; ++at) {
            auto const call = at + 1 == last ? "<w:r><w:footnoteReference " + id + "/></w:r>" : std::string();
            body += "<w:p>" + runs(paragraphs[at % paragraphs.size()], 400) + call + "</w:p>";
        }
        parts += "<w:footnote " + id + "><w:p><w:r><w:footnoteRef/></w:r>" + run(" ") +
                 runs(texts[i % texts.size()], 75) + "</w:p></w:footnote>";
    }
    auto const open = std::string(" xmlns:w=\"") + space + "\">";
    std::string empty = "PK\x05\x06";
    empty.resize(22, '\0');
    auto made = fonds::zip::replace(
        empty,
        {{"[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
          "Extension=\"rels\" "
          "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override "
          "PartName=\"/word/document.xml\" "
          "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/"
          "><Override "
          "PartName=\"/word/footnotes.xml\" "
          "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml\"/></"
          "Types>"},
         {"_rels/.rels",
          "<Relationships "
          "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
          "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
          "Target=\"word/document.xml\"/></Relationships>"},
         {"word/_rels/document.xml.rels",
          "<Relationships "
          "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
          "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes\" "
          "Target=\"footnotes.xml\"/></Relationships>"},
         {"word/document.xml", "<w:document" + open + "<w:body>" + body + "</w:body></w:document>"},
         {"word/footnotes.xml", "<w:footnotes" + open + parts + "</w:footnotes>"}});
    return made ? *made : std::string();
}

void measure(std::string const& name, std::optional<Contents> const& contents) {
    bench::print_title("A DOCX of 1,000 notes, " + name + " (whole process, processor time, median of 5)");
    if (!contents) return bench::print_line("left out", "the shared manuscripts are not there");
    auto const file = (bench::scratch() / "manuscript.docx").string();
    bool const is_written = fonds::write_document(file, manuscript(*contents)).has_value();
    auto const document = fonds::read_document(file);
    if (!is_written || !document || document->notes.size() != notes)
        return bench::print_line("FAILED", "the generated manuscript does not read back");
    std::string const tool = FONDS_TOOL;
    auto const pandoc = bench::median_command("pandoc " + file + " -t json", 3, {0, "\"t\":\"Note\"", notes});
    auto const check = bench::median_own_command(tool + " check --format line " + file, 5, {1, "\n"});
    bench::print_ratio("read, parsed, resolved, checked", check, "pandoc", pandoc, 20);
    bench::print_ratio("read, parsed, resolved",
                       bench::median_own_command(tool + " parse --to notes " + file, 5, {0, "\n", notes}),
                       "pandoc", pandoc, 20);
    bench::print_line("read alone, inner loop",
                      bench::readable(bench::median_seconds([&] { (void)fonds::read_document(file); })));

    std::size_t unpacked = 0;
    for (auto const& part : document->parts) unpacked += part.bytes.size();
    auto const megabytes = static_cast<double>(unpacked) / 1e6;
    auto const empty = bench::median_command(tool + " --version", 5, {0, "\n"});
    char text[120];
    std::snprintf(text, sizeof text,
                  "%.1f MB above an idle fonds, %.1f times the %.2f MB of unpacked XML (goal < 10)",
                  check.peak_megabytes - empty.peak_megabytes,
                  (check.peak_megabytes - empty.peak_megabytes) * 1.048576 / megabytes, megabytes);
    bench::print_line("memory of the check", text);
}

}  // namespace

int main() {
    measure("the essay over and over", essay());
    measure("the development set's notes in its text", development());
    measure("short ones with hardly any text", short_notes());
}
