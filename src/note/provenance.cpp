// How a copy came to the reader: sentences of provenance, and the ids in the addresses of digital archives.

#include <algorithm>
#include <array>

#include "base/contains.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/lowering.hpp"
#include "note/names.hpp"

namespace fonds {
namespace {

using std::string_view;

struct RoleWords {
    WordClass words;
    string_view role;
};
constexpr std::array role_words = {
    RoleWords{WordClass::translated, "translated"},   RoleWords{WordClass::edited, "edited"},
    RoleWords{WordClass::contributed, "contributed"}, RoleWords{WordClass::provided, "provided"},
    RoleWords{WordClass::obtained, "obtained"},
};

class ProvenanceReader {
  public:
    ProvenanceReader(Lowering& low, Chunk const& chunk) : low_(low), chunk_(chunk) {}

    void run() {
        // "(courtesy of Craig Wright)"
        if (token(chunk_.first).kind == TokenKind::open) {
            ++chunk_.first;
            --chunk_.last;
        }
        auto const first = word(chunk_.first);
        bool const document = first == "Document" || first == "Documents";
        if (first == "From" || (document && role_at(chunk_.first).empty())) return custody();
        at_ = chunk_.first;
        while (at_ < chunk_.last) clause();
    }

  private:
    [[nodiscard]] Token const& token(std::uint32_t at) const { return low_.chunks.tokens[at]; }
    [[nodiscard]] string_view word(std::uint32_t at) const { return low_.chunks.word(at); }
    [[nodiscard]] ArchivalReference& reference() { return low_.citation.item.reference; }

    /// What a word or phrase at `at` says that somebody did: "obtained", "made available", "copy obtained".
    [[nodiscard]] string_view role_at(std::uint32_t at) const {
        for (auto const& [words, role] : role_words)
            if (token(at).is(words) ||
                match_phrase(low_.chunks.tokens, low_.chunks.text, at, mask(words)).phrase)
                return role;
        return {};
    }

    /// "From the personal collection of former Bulgarian diplomat Georgi Mitov": the keeper, where no archive
    /// is named.
    void custody() {
        auto span = trimmed(low_.chunks.text, chunk_.span);
        reference().provenance_note = low_.text(span);
        if (!reference().repository.empty() || word(chunk_.first) != "From") return;
        auto begin = chunk_.first + 1;
        if (begin < chunk_.last && (word(begin) == "the" || word(begin) == "a")) ++begin;
        if (begin >= chunk_.last) return;
        Span const keeper{token(begin).span.begin, span.end};
        reference().repository = low_.text(keeper);
        low_.field("archive", keeper);
        low_.settled.push_back(keeper);
    }

    /// One clause: roles joined by "and", "for PROJECT", "by NAMES".
    void clause() {
        std::vector<std::string> roles;
        std::string project;
        bool by = false;
        for (; at_ < chunk_.last; ++at_) {
            if (!roles.empty() && names_directly(at_)) {
                by = true;
                ++at_;
                break;
            }
            if (!roles.empty() && (names_whom(at_) || word(at_) == "of")) {
                by = true;
                ++at_;
                while (at_ < chunk_.last && names_whom(at_)) ++at_;  // "by by": a slip
                break;
            }
            if (auto const role = role_at(at_); !role.empty()) {
                if (!contains(roles, role)) roles.emplace_back(role);
            } else if (token(at_).is(WordClass::for_whom) && at_ + 1 < chunk_.last) {
                project = project_name(at_ + 1);
            }
        }
        if (!by || roles.empty()) {
            at_ = chunk_.last;
            return;
        }
        auto const begin = at_;
        auto end = names_end();
        auto const names_last = trim_names(begin, end);
        record(roles, project, begin, names_last);
        at_ = end;
    }

    /// "trans. Gary Goldberg": the name behind the stop of an abbreviation.
    [[nodiscard]] bool names_directly(std::uint32_t at) const {
        return token(at).is_mark('.') && at > chunk_.first && token(at - 1).is(WordClass::translated) &&
               at + 1 < chunk_.last && token(at + 1).upper;
    }

    /// "by", or the colon of "перевод: N. N.".
    [[nodiscard]] bool names_whom(std::uint32_t at) const {
        return token(at).is(WordClass::by_whom) || token(at).is_mark(':');
    }

    [[nodiscard]] std::string project_name(std::uint32_t at) const {
        auto end = at;
        while (end < chunk_.last && !names_whom(end) &&
               !(token(end).is(WordClass::conjunction) && token(end).lower))
            ++end;
        if (end == at) return {};
        auto out = low_.text({token(at).span.begin, token(end - 1).span.end});
        if (out.starts_with("the ")) out.remove_prefix(4);
        return std::string(out);
    }

    /// Names go on to the next role or the end: "by A and B and translated by C".
    [[nodiscard]] std::uint32_t names_end() const {
        for (auto at = at_; at < chunk_.last; ++at) {
            if (token(at).is_mark(';')) return at + 1;
            if (token(at).lower && !role_at(at).empty()) return at;
        }
        return chunk_.last;
    }
    [[nodiscard]] std::uint32_t trim_names(std::uint32_t begin, std::uint32_t end) const {
        while (end > begin &&
               (token(end - 1).kind == TokenKind::mark ||
                (token(end - 1).is(WordClass::conjunction) && token(end - 1).lower)) &&
               !(token(end - 1).is_mark('.') && end - 1 > begin && count_code_points(word(end - 2)) <= 2))
            --end;
        // "by X of the University of Y", "by X for CWIHP", "by X, document no. 7": what follows is no name.
        auto const goes_on_small = [&](std::uint32_t at) {
            auto const& next = token(at + 1);
            return token(at).is_mark(',') && next.kind == TokenKind::word && next.lower &&
                   !next.is(WordClass::conjunction) && !next.is(WordClass::particle) &&
                   !next.is(WordClass::suffix);
        };
        for (auto at = begin + 1; at + 1 < end; ++at)
            if (goes_on_small(at)) return at;
        for (auto at = begin + 1; at < end; ++at)
            if (token(at).is(WordClass::for_whom) || word(at) == "from" || word(at) == "at" ||
                word(at) == "with")
                return at;
        return end;
    }

    void record(std::vector<std::string> const& roles, std::string const& project, std::uint32_t begin,
                std::uint32_t end) {
        if (end <= begin) return;
        auto const names = read_names(low_.chunks, begin, end);
        if (names.empty()) return;
        Span const span{token(begin).span.begin, token(end - 1).span.end};
        for (auto const& role : roles) {
            reference().provenance.push_back({role, project, names});
            if (role == "edited") continue;
            low_.field(role == "translated" ? "translated_by" : "obtained_by", span);
        }
    }

    Lowering& low_;
    Chunk chunk_;
    std::uint32_t at_ = 0;
};

}  // namespace

void lower_provenance(Lowering& lowering, Chunk const& chunk) { ProvenanceReader(lowering, chunk).run(); }

namespace {

/// Where the DOI begins in an address: behind "doi.org/", "doi:"; npos where it has none. A short one has a
/// slash behind its ten: "doi.org/10/gf8ck".
std::size_t find_doi(string_view address) {
    constexpr string_view resolver = "doi.org/";
    auto const resolved = address.find("doi.org/10");
    if (resolved != string_view::npos) return resolved + resolver.size();
    return address.starts_with("doi") || address.starts_with("DOI") ? address.find("10.") : string_view::npos;
}

/// The byte of `written` that is number `count` of those that are no space.
std::size_t without_counting_spaces(string_view written, std::size_t count) {
    std::size_t at = 0;
    while (at < written.size() && (written[at] == ' ' || count-- > 0)) ++at;
    return at;
}

}  // namespace

void lower_url(Lowering& lowering, Chunk const& chunk) {
    auto const written = lowering.text(chunk.span);
    // An address broken over two lines of print is written joined.
    auto url = std::string(written);
    std::erase(url, ' ');
    auto& item = lowering.citation.item;
    if (auto const doi = find_doi(url); doi != string_view::npos) {
        item.texts.set(Variable::DOI, url.substr(doi));
        return lowering.field("DOI",
                              {chunk.span.begin + without_counting_spaces(written, doi), chunk.span.end});
    }
    item.texts.set(Variable::URL, url);
    lowering.field("URL", chunk.span);
    auto const copy = lowering.lexicon.knowledge().locate_url(url);
    if (!copy) return;
    bool const is_collection = copy->form->kind == "collection";
    if (!is_collection && copy->form->kind != "document") return;
    // The words of an address are an id where the archive has levels of its own: "CIA-RDP79T00975A…".
    bool const by_words = !is_collection && copy->archive->scheme != "CITE-ONLY";
    auto const id = by_words ? copy->id() : copy->number;
    if (id.empty()) return;
    (is_collection ? item.reference.collection_id : item.reference.document_id) = id;
    auto const found = lowering.text(chunk.span).rfind(id);
    if (found != string_view::npos)
        lowering.field("document_id", {chunk.span.begin + found, chunk.span.begin + found + id.size()});
}

}  // namespace fonds
