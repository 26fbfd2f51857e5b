// Rules on web addresses, those of the Wilson Center Digital Archive first of all.

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/citation.hpp"
#include "check/rule.hpp"
#include "check/words.hpp"
#include "knowledge/slug.hpp"

namespace fonds::checking {
namespace {

struct Address {
    std::string_view scheme;  ///< "http", empty without one
    std::string_view host;    ///< as written
    std::string_view path;    ///< from the first slash, without query and fragment
    std::string_view query;   ///< from "?"
};

Address take_apart(std::string_view url) {
    Address address;
    auto rest = url;
    if (auto const at = rest.find("://"); at != std::string_view::npos) {
        address.scheme = rest.substr(0, at);
        rest.remove_prefix(at + 3);
    }
    auto const host_end = std::min(rest.find_first_of("/?#"), rest.size());
    address.host = rest.substr(0, host_end);
    rest.remove_prefix(host_end);
    auto const path_end = std::min(rest.find_first_of("?#"), rest.size());
    address.path = rest.substr(0, path_end);
    address.query = rest.substr(path_end);
    return address;
}

bool is_wilson(Address const& address) {
    return address.host.find("wilsoncenter.org") != std::string_view::npos;
}

template <class Visit>
void for_each_address(NoteView const& note, Visit visit) {
    for (auto const& token : note.tokens)
        if (token.kind == Token::address) visit(token.span, take_apart(note.text(token)));
}

void http_url(NoteView const& note, Findings& findings) {
    for_each_address(note, [&](Span span, Address const& address) {
        if (address.scheme != "http") return;
        auto& finding = findings.add(
            note.index, span,
            concat("“http:” is not protected and often only redirects; write “https://", address.host, "…”"));
        offer(finding, true, {span.begin, span.begin + 4}, "https", "write “https”");
    });
}

bool is_tracking(std::string_view parameter) {
    for (std::string_view const name : {"utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid=", "igshid=", "_ga="})
        if (parameter.starts_with(name)) return true;
    return false;
}

void tracking_parameter(NoteView const& note, Findings& findings) {
    for_each_address(note, [&](Span span, Address const& address) {
        if (!address.query.starts_with('?')) return;
        auto const fragment = std::min(address.query.find('#'), address.query.size());
        std::vector<std::string> kept;
        bool any = false;
        for (auto const parameter : split(address.query.substr(1, fragment - 1), '&')) {
            if (is_tracking(parameter)) any = true;
            else kept.emplace_back(parameter);
        }
        if (!any) return;
        auto const query_begin = span.end - address.query.size();
        auto const rest = (kept.empty() ? "" : "?" + join(kept, "&"));
        Span const place{query_begin, query_begin + fragment};
        auto& finding =
            findings.add(note.index, place, "the address carries parameters that only track readers");
        offer(finding, true, place, rest, "delete the tracking parameters");
    });
}

// "http://host/ document/1": a space inside, left by a line break.
void split_url(NoteView const& note, Findings& findings) {
    auto const& tokens = note.tokens;
    for (std::size_t at = 0; at + 3 < tokens.size(); ++at) {
        if (tokens[at].kind != Token::address || !note.text(tokens[at]).ends_with('/')) continue;
        if (tokens[at + 1].kind != Token::space || tokens[at + 2].kind != Token::word) continue;
        if (note.text(tokens[at + 3]) != "/" || !is_lower(decode(note.text(tokens[at + 2]), 0).value))
            continue;
        auto& finding = findings.add(note.index, {tokens[at].span.begin, tokens[at + 3].span.end},
                                     "a space splits the address; close it up");
        offer(finding, true, tokens[at + 1].span, "", "delete the space");
    }
}

std::optional<std::string_view> why_dead(Address const& address) {
    auto const& path = address.path;
    if (address.host.find("drivingcreative.com") != std::string_view::npos ||
        address.host.find("dvincitest.com") != std::string_view::npos)
        return "a test copy of the Wilson Center's site; cite the document on "
               "digitalarchive.wilsoncenter.org";
    if (address.host == "cwihp.org" || address.host == "www.cwihp.org" ||
        address.host.ends_with(".cwihp.si.edu") || address.host == "cwihp.si.edu")
        return "this site is gone; cite the document's number on digitalarchive.wilsoncenter.org";
    if (!is_wilson(address)) return std::nullopt;
    if (address.query.find("topic_id=") != std::string_view::npos)
        return "an address of the site before 2012; cite the document's number on "
               "digitalarchive.wilsoncenter.org";
    if (path.starts_with("/search-results") || path == "/search" || path.starts_with("/search/"))
        return "a search, whose results change; cite the address of the document itself (/document/NUMBER)";
    if (path.starts_with("/collection/"))
        return "a collection of the site before 2022, not a document; cite the documents themselves "
               "(/document/NUMBER)";
    if (path.starts_with("/node/"))
        return "an internal address; cite the address of the document itself (/document/NUMBER)";
    return std::nullopt;
}

void dead_url(NoteView const& note, Findings& findings) {
    for_each_address(note, [&](Span span, Address const& address) {
        if (auto const why = why_dead(address)) findings.add(note.index, span, std::string(*why));
    });
}

// "11459O": a number with a letter that scanning takes for a figure.
bool is_damaged_number(std::string_view id) {
    auto const figures = std::count_if(id.begin(), id.end(), [](char c) { return is_digit(c); });
    return figures >= 4 && !is_all_digits(id) &&
           id.find_first_not_of("0123456789OolI") == std::string_view::npos;
}

void wilson_id(NoteView const& note, Findings& findings) {
    for_each_address(note, [&](Span span, Address const& address) {
        if (!is_wilson(address)) return;
        constexpr std::string_view folder = "/document/";
        if (address.path.starts_with(folder)) {
            auto const id =
                address.path.substr(folder.size(), address.path.find('/', folder.size()) - folder.size());
            if (id.empty())
                findings.add(note.index, span, "the address ends before the document's number; look it up");
            else if (is_damaged_number(id))
                findings.add(note.index, span,
                             concat("document numbers of this archive are figures alone; “", id,
                                    "” has a letter: look the number up"));
            else if (is_all_digits(id) && id.size() != 6)
                findings.add(note.index, span,
                             concat("document numbers of this archive have six figures; “", id, "” has ",
                                    std::to_string(id.size())));
        } else if (address.path.size() == 7 && is_all_digits(address.path.substr(1))) {
            auto& finding = findings.add(
                note.index, span,
                concat("“/document” is missing before the number; write “/document", address.path, "”"));
            auto const at = span.begin + address.scheme.size() + 3 + address.host.size();
            offer(finding, false, {at, at}, "/document", "put “/document” before the number");
        }
    });
}

using Words = std::unordered_set<std::string>;

// The words of the notes: what a slug's words can be made of.
Words words_of(Manuscript const& manuscript) {
    Words words;
    for (auto const month : words_for("month-of-address")) words.emplace(month);
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index)
        for (auto const& token : manuscript.tokens[index])
            if (token.kind == Token::word && token.span.size() >= 4)
                words.insert(fold(spelling(manuscript.notes[index].text, token)));
    return words;
}

// "koreaaugust" is "korea-august" where both are words of the notes and the whole is none.
std::optional<std::string> split_word(std::string_view word, Words const& words) {
    if (word.size() < 8 || word.size() > 40 || words.contains(std::string(word))) return std::nullopt;
    for (std::size_t at = 4; at + 4 <= word.size(); ++at) {
        if (words.contains(std::string(word.substr(0, at))) && words.contains(std::string(word.substr(at))))
            return concat(word.substr(0, at), "-", word.substr(at));
    }
    return std::nullopt;
}

std::optional<std::string> slug_defect(std::string_view slug, Words const& words) {
    if (slug.find("--") != std::string_view::npos || slug.ends_with('-'))
        return "a hyphen stands without a word in the address";
    for (auto const piece : split(slug, '-'))
        if (auto const parts = split_word(ascii_lower(piece), words))
            return concat("two words run together in the address: “", piece, "” for “", *parts, "”");
    return std::nullopt;
}

void malformed_slug(Manuscript const& manuscript, Findings& findings) {
    std::optional<Words> words;  // of all notes, but only where there is a slug to look at
    for (std::size_t index = 0; index < manuscript.notes.size(); ++index) {
        auto const& text = manuscript.notes[index].text;
        if (text.find("wilsoncenter.org") == std::string::npos) continue;
        for (auto const& token : manuscript.tokens[index]) {
            auto const url = spelling(text, token);
            if (token.kind != Token::address || !is_wilson(take_apart(url))) continue;
            auto const path = take_apart(url).path;
            auto const slug = path.substr(path.rfind('/') + 1);
            if (path.empty() || slug.find('-') == std::string_view::npos) continue;
            if (!words) words = words_of(manuscript);
            auto const defect = slug_defect(slug, *words);
            if (!defect) continue;
            auto const begin = static_cast<std::size_t>(slug.data() - text.data());
            findings.add(index, {begin, begin + slug.size()},
                         *defect + "; copy the address from the page again, or give the number alone");
        }
    }
}

// The words of a document's address are made of its title.
void slug_title(NoteView const& note, Citation const& citation, Findings& findings) {
    auto const url = citation.item.text(Variable::URL);
    auto const title = citation.item.text(Variable::title);
    if (url.empty() || title.empty()) return;
    auto const copy = note.manuscript.knowledge.locate_url(url);
    if (!copy || copy->slug.empty() || url.find("/document/") == std::string_view::npos) return;
    if (is_damaged_number(copy->slug)) return;
    if (compare_slug(title, copy->slug) != SlugFit::other) return;
    findings.add(note.index, place_of(citation, "URL").value_or(citation.span),
                 concat("the address is that of another title: this one would give “", predict_slug(title),
                        "”; check both"));
}

constexpr RuleEntry entries[] = {
    {{"http-url", "identifiers", Severity::note, "an address with http instead of https"},
     Reach::both,
     http_url},
    {{"tracking-parameter", "identifiers", Severity::note, "an address with parameters that track readers"},
     Reach::both,
     tracking_parameter},
    {{"split-url", "identifiers", Severity::warning, "a space splits an address"},
     Reach::manuscripts,
     split_url},
    {{"dead-url", "identifiers", Severity::warning, "an address that leads to no document"},
     Reach::both,
     dead_url},
    {{"wilson-id", "identifiers", Severity::warning, "a document number of the Wilson Center that cannot be"},
     Reach::both,
     wilson_id},
    {{"slug-title", "identifiers", Severity::warning, "an address whose words are those of another title"},
     Reach::both,
     slug_title},
    {{"malformed-slug", "identifiers", Severity::note, "words run together in an address"},
     Reach::both,
     malformed_slug},
};

}  // namespace

std::span<RuleEntry const> address_rules() { return entries; }

}  // namespace fonds::checking
