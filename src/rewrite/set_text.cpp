// How pieces of a manuscript's notes are set.

#include "rewrite/set_text.hpp"

#include <algorithm>
#include <map>

#include "base/text.hpp"
#include "manuscript/docx_package.hpp"
#include "wire/zip.hpp"

namespace fonds {
namespace {

// Where the bytes of a piece stand in the source, in stretches of one setting. Characters that elements stand
// for (a tab, a row of spaces) keep the setting they have.
class SourceFinder {
  public:
    explicit SourceFinder(Document const& document) : document_(document) {}

    void add(SetPiece const& piece) {
        for (auto const& mapped : document_.notes[piece.note].map.pieces()) {
            Span const common{std::max(mapped.text.begin, piece.span.begin),
                              std::min(mapped.text.end, piece.span.end)};
            if (common.begin >= common.end) continue;
            auto const setting = [&](std::size_t at) { return piece.settings[at - piece.span.begin]; };
            if (!mapped.is_exact()) {
                if (slice(document_.parts[mapped.part].bytes, mapped.source).substr(0, 1) != "<")
                    add(mapped.part, mapped.source, setting(common.begin));
                continue;
            }
            for (auto begin = common.begin; begin < common.end;) {
                auto end = begin + 1;
                while (end < common.end && setting(end) == setting(begin)) ++end;
                auto const shift = mapped.source.begin - mapped.text.begin;
                add(mapped.part, {begin + shift, end + shift}, setting(begin));
                begin = end;
            }
        }
    }

    [[nodiscard]] std::map<std::size_t, std::vector<SetSource>> by_part() && {
        for (auto& [part, sources] : by_part_)
            std::sort(sources.begin(), sources.end(),
                      [](SetSource const& a, SetSource const& b) { return a.source.begin < b.source.begin; });
        return std::move(by_part_);
    }

  private:
    void add(std::size_t part, Span source, Setting setting) {
        auto& sources = by_part_[part];
        if (!sources.empty() && sources.back().source.end == source.begin &&
            sources.back().setting == setting)
            sources.back().source.end = source.end;
        else sources.push_back({source, setting});
    }

    Document const& document_;
    std::map<std::size_t, std::vector<SetSource>> by_part_;
};

// A member of the package; empty where there is none.
std::string member(Document const& document, std::string const& name) {
    auto archive = zip::Archive::open(document.original);
    if (!archive) return {};
    auto bytes = archive->read(name);
    return bytes && *bytes ? std::move(**bytes) : std::string();
}

DocxStyles docx_styles(Document const& document) {
    auto archive = zip::Archive::open(document.original);
    if (!archive) return {};
    auto const part = related_part(*archive, document.parts.front().name, "/styles");
    return part ? DocxStyles(member(document, *part)) : DocxStyles();
}

OdtStyles odt_styles(Document const& document) {
    OdtStyles styles;
    if (!document.is_package()) return styles;
    if (auto const tree = xml::Document::read(member(document, "styles.xml"))) styles.add(tree->root());
    return styles;
}

std::vector<Splice> splices_that_set(Document const& document, std::string_view part,
                                     std::vector<SetSource> const& wanted) {
    return document.format == "docx" ? set_docx_runs(part, wanted, docx_styles(document))
                                     : set_odt_spans(part, wanted, odt_styles(document));
}

bool reads_the_same(Document const& document, std::string const& bytes) {
    auto const again = read_document_bytes(bytes, document.name, document.format);
    return again && again->text == document.text &&
           std::equal(again->notes.begin(), again->notes.end(), document.notes.begin(), document.notes.end(),
                      [](SourceNote const& a, SourceNote const& b) { return a.text == b.text; });
}

}  // namespace

bool can_be_set(std::string_view format) { return format == "docx" || format == "odt"; }

Result<std::string> set_pieces(Document const& document, std::string const& bytes,
                               std::vector<SetPiece> const& pieces) {
    SourceFinder finder(document);
    for (auto const& piece : pieces) finder.add(piece);
    std::vector<std::pair<std::string, std::string>> members;
    for (auto const& [part, wanted] : std::move(finder).by_part()) {
        auto const& source = document.parts[part];
        auto splices = splices_that_set(document, source.bytes, wanted);
        if (!splices.empty()) members.emplace_back(source.name, spliced(source.bytes, std::move(splices)));
    }
    if (members.empty()) return bytes;
    auto set = document.is_package() ? zip::replace(document.original, members)
                                     : Result<std::string>(members.front().second);
    if (set && !reads_the_same(document, *set)) return bytes;
    return set;
}

}  // namespace fonds
