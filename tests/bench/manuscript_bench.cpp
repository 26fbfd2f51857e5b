// A manuscript of 1,000 notes, from file to findings, beside what pandoc takes to read it at all.

#include <cstdio>
#include <fonds/document.hpp>
#include <fonds/rewrite.hpp>
#include <string>

#include "bench/bench.hpp"
#include "wire/zip.hpp"

namespace {

constexpr int notes = 1000;
constexpr auto space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

std::string run(std::string const& text) {
    return "<w:r w:rsidRPr=\"00AB12CD\"><w:rPr><w:sz w:val=\"20\"/><w:lang w:val=\"en-US\"/></w:rPr><w:t "
           "xml:space=\"preserve\">" +
           text + "</w:t></w:r>";
}

// Notes as Word leaves them, each cut into several runs.
std::string note(int number) {
    auto const n = std::to_string(number);
    switch (number % 4) {
        case 0:
            return run("See “Report on the Talks, ") + run(n + ",” ") + run("April 3, 1955, RGANI, ") +
                   run("f. 5, op. 28, d. " + n + ", ll. 34–59.");
        case 1: return run("Ibid., l. ") + run(n + ".");
        case 2:
            return run("Odd Arne Westad, ") + run("The Global Cold War") +
                   run(" (Cambridge: Cambridge University Press, ") + run("2005), " + n + ".");
        default:
            return run("See also National Archives and Records Administration, RG 59, ") +
                   run("Central Decimal File 1955–59, box " + n + ", ") +
                   run("611.95/4-" + n + "; for the ") +
                   run("background compare the author’s earlier article.");
    }
}

std::string manuscript() {
    std::string body;
    std::string parts;
    for (int i = 1; i <= notes; ++i) {
        auto const id = "w:id=\"" + std::to_string(i + 1) + "\"";
        body += "<w:p>" + run("A sentence of the text that tells what happened then, and leads to a note.") +
                "<w:r><w:footnoteReference " + id + "/></w:r>" +
                run(" And another, to make a paragraph of it.") + "</w:p>";
        parts += "<w:footnote " + id + "><w:p><w:r><w:footnoteRef/></w:r>" + run(" ") + note(i) +
                 "</w:p></w:footnote>";
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

}  // namespace

int main() {
    bench::print_title("A DOCX of 1,000 notes (whole process, processor time, median of 5)");
    auto const file = (bench::scratch() / "manuscript.docx").string();
    if (!fonds::write_document(file, manuscript())) return 1;
    auto const document = fonds::read_document(file);
    if (!document || document->notes.size() != notes) {
        std::printf("FAILED: the generated manuscript does not read back\n");
        return 1;
    }
    std::string const tool = FONDS_TOOL;
    auto const pandoc = bench::median_command("pandoc " + file + " -t json", 3, {0, "\"Note\"", notes});
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
