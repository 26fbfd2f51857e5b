// Keys that a manuscript cites, looked up in its bibliographies.

#include <filesystem>
#include <fonds/bibliography.hpp>
#include <fonds/document.hpp>
#include <fstream>
#include <string>
#include <vector>

#include "support/catch.hpp"

using namespace fonds;
namespace fs = std::filesystem;

namespace {

/// Files in a folder that is there as long as this is.
class Folder {
  public:
    Folder() : path_(fs::temp_directory_path() / ("fonds-keys-test-" + std::to_string(std::rand()))) {
        write("refs.bib",
              "@book{westad2005, author={Westad, Odd Arne}, title={The Global Cold War}, year={2005},"
              " ids={westad}}\n@book{damaged, title={X\n");
        write("data/refs.json", R"([{"id":"kim","type":"book","title":"Korea"}])");
        write("refs.yaml", "references:\n- id: lee\n  type: book\n  title: Another\n");
        write("prose.bin", "nothing that anybody could call a record");
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;

    std::string write(std::string const& name, std::string const& text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name) << text;
        return (path_ / name).string();
    }
    [[nodiscard]] std::string at(std::string const& name) const { return (path_ / name).string(); }

  private:
    fs::path path_;
};

// What the keys of notes and text became, then the findings with the text that they are of.
std::string outline(Document const& document) {
    std::string out;
    auto const add = [&](std::vector<EmbeddedCitation> const& citations) {
        for (auto const& citation : citations)
            out += citation.key + "=" + (citation.items.empty() ? "?" : citation.items.front().id) + " ";
    };
    for (auto const& note : document.notes) add(note.embedded);
    add(document.embedded);
    for (auto const& finding : document.diagnostics)
        out += "[" + finding.rule + " " + std::string(slice(document.text_of(finding), finding.span)) + "] ";
    if (!out.empty()) out.pop_back();
    return out;
}

std::string markdown(std::string const& metadata, std::string const& note) {
    return "---\n" + metadata + "\n---\nA text.[^1]\n\n[^1]: " + note + "\n";
}

}  // namespace

TEST_CASE("keys get the records of the bibliographies that a text names") {
    Folder const folder;
    struct Case {
        std::string name, text, outline;
    };
    Case const cases[] = {
        {"a.md", markdown("bibliography: refs.bib", "[@westad2005, 15; @kim]."),
         "westad2005=westad2005 kim=? [unknown-key kim]"},
        {"a.md",
         markdown("title: T\nbibliography:\n- refs.bib\n- 'data/refs.json'\n- refs.yaml",
                  "@westad2005 [p. 3]; [see @kim; @lee]."),
         "westad2005=westad2005 kim=kim lee=lee"},
        {"chapters/a.md", markdown("bibliography: ../refs.bib", "[@westad]."), "westad=westad2005"},
        {"a.md", markdown("references:\n- id: own\n  title: T", "[@own; @Own]."),
         "own=own Own=? [unknown-key Own]"},
        {"a.md", markdown("bibliography: " + folder.at("refs.bib"), "[@westad2005]."),
         "westad2005=westad2005"},
        // What is not known is not said to be unknown.
        {"a.md", markdown("bibliography: none.bib", "[@westad2005; @kim]."),
         "westad2005=? kim=? [bibliography-not-read none.bib]"},
        {"a.md", markdown("bibliography: [refs.bib, none.bib]", "[@westad2005; @kim]."),
         "westad2005=westad2005 kim=? [bibliography-not-read none.bib]"},
        {"a.md", markdown("bibliography: data", "[@kim]."), "kim=? [bibliography-not-read data]"},
        {"a.md", markdown("bibliography: prose.bin", "[@kim]."), "kim=? [bibliography-not-read prose.bin]"},
        {"a.md", markdown("bibliography: none.bib", "RGANI, f. 5."), ""},
        {"a.md", markdown("bibliography: [", "[@kim]."), "kim=?"},
        {"a.md", markdown("title: T", "[@kim]."), "kim=?"},
        // Places in the text are no works.
        {"a.md", markdown("bibliography: refs.bib", "See [@fig:map] and @sec-method."),
         "fig:map=? sec-method=?"},
        // Citations in the running text.
        {"a.md", "---\nbibliography: refs.bib\n---\nAs [@westad2005, 15] and @kimm say.\n",
         "westad2005=westad2005 kimm=? [unknown-key kimm]"},
        {"a.tex",
         "\\addbibresource[label=x]{refs.bib}\n% \\addbibresource{none.bib}\n\\begin{document}\n"
         "A\\footcite[15]{westad2005} B\\footcite{kim}\n\\end{document}\n",
         "westad2005=westad2005 kim=? [unknown-key kim]"},
        {"a.tex", "\\begin{document}\nA\\footcite{westad2005}\n\\bibliography{refs, none}\n\\end{document}\n",
         "westad2005=westad2005 [bibliography-not-read none]"},
        {"a.tex",
         "\\begin{filecontents*}[overwrite]{own.bib}\n@book{own, title={T}}\n\\end{filecontents*}\n"
         "\\addbibresource{own.bib}\n\\begin{document}\nA\\footcite{own}\\footcite{kim}\n\\end{document}\n",
         "own=own kim=? [unknown-key kim]"},
        {"a.tex",
         "\\begin{document}\nA\\cite{typed}\\cite{kim}\n\\begin{thebibliography}{9}\n"
         "\\bibitem[T 2005]{typed} T.\n\\end{thebibliography}\n\\end{document}\n",
         "typed=? kim=? [unknown-key kim]"},
        {"a.tex", "\\begin{document}\nA\\footcite{kim}\n\\end{document}\n", "kim=?"},
    };
    for (auto const& c : cases) {
        CAPTURE(c.text);
        auto const document = read_document(folder.write(c.name, c.text));
        REQUIRE(document);
        CHECK(outline(*document) == c.outline);
    }
}

TEST_CASE("keys get the records of bibliographies that are given") {
    Folder const folder;
    auto const given = read_bibliography({folder.at("refs.bib"), folder.at("data/refs.json")});
    REQUIRE(given);
    struct Case {
        std::string text, outline;
    };
    Case const cases[] = {
        {"A.[^1]\n\n[^1]: [@westad2005; @kim; @lee].\n",
         "westad2005=westad2005 kim=kim lee=? [unknown-key lee]"},
        // The file that the text names is among them, wherever it lies.
        {markdown("bibliography: elsewhere/refs.bib", "[@westad2005; @lee]."),
         "westad2005=westad2005 lee=? [unknown-key lee]"},
        {markdown("bibliography: other.bib", "[@kim; @lee]."),
         "kim=kim lee=? [bibliography-not-read other.bib]"},
        {"A.[^1]\n\n[^1]: RGANI, f. 5.\n", ""},
    };
    for (auto const& c : cases) {
        CAPTURE(c.text);
        auto const document = read_document_bytes(c.text, "a.md", "auto", *given);
        REQUIRE(document);
        CHECK(outline(*document) == c.outline);
    }
    // What was read once is taken in again with all that was wrong with it.
    auto const first =
        read_document(folder.write("a.md", markdown("bibliography: [refs.bib, none.bib]", "[@kim].")));
    REQUIRE(first);
    auto const again =
        read_document_bytes(first->parts.front().bytes, first->name, "md", first->bibliography);
    REQUIRE(again);
    CHECK(outline(*again) == outline(*first));
}

TEST_CASE("a bibliography that is given must be readable") {
    Folder const folder;
    struct Case {
        std::string path;
        ErrorCode code;
    };
    Case const cases[] = {
        {folder.at("none.bib"), ErrorCode::not_found},
        {folder.at("data"), ErrorCode::unreadable},
        {folder.at("prose.bin"), ErrorCode::unsupported},
        {"/dev/null", ErrorCode::unreadable},
    };
    for (auto const& c : cases) {
        CAPTURE(c.path);
        auto const read = read_bibliography({c.path});
        REQUIRE_FALSE(read);
        CHECK(read.error().code == c.code);
        CHECK(read.error().source == c.path);
    }
}

TEST_CASE("a key that is none is told what it was meant to be") {
    Bibliography bibliography;
    Items items(3);
    items[0].id = "westad2005";
    items[1].id = "kim_north";
    items[2].id = "a";
    bibliography.add({"refs.bib", items});
    struct Case {
        std::string key, meant;
    };
    Case const cases[] = {{"Westad2005", "westad2005"},
                          {"westad05", "westad2005"},
                          {"kim-north", "kim_north"},
                          {"lankov", ""},
                          {"b", ""},
                          {"A", "a"},
                          {"", ""}};
    for (auto const& c : cases) {
        CAPTURE(c.key);
        CHECK(bibliography.nearest(c.key) == c.meant);
    }
}
