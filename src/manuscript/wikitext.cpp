// Wikitext of MediaWiki: notes in "<ref>…</ref>" and in templates.

#include "manuscript/wikitext.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.hpp"
#include "manuscript/calls.hpp"
#include "manuscript/mapped_text.hpp"
#include "manuscript/wiki_templates.hpp"
#include "wire/character_references.hpp"

namespace fonds {
namespace {

constexpr std::string_view note_end = "</ref>";
constexpr std::string_view list_end = "</references>";
// How far a tag's attributes or a link may reach.
constexpr std::size_t maximum_tag = 400;
constexpr std::size_t maximum_link = 2000;
// Notes in templates are looked for at the beginning of a text.
constexpr std::size_t sniffed_size = 64 * 1024;

/// "<ref name=x group=y />".
struct RefTag {
    std::string name;
    std::string group;
    bool is_empty = false;  ///< closes itself
    std::size_t size = 0;
};

std::string attribute(std::string_view tag, std::string_view name) {
    auto const at = tag.find(concat(" ", name, "="));
    if (at == std::string_view::npos) return {};
    auto value = tag.substr(at + name.size() + 2);
    char const quote = value.substr(0, 1) == "\"" || value.substr(0, 1) == "'" ? value.front() : ' ';
    if (quote != ' ') value.remove_prefix(1);
    auto const end = quote == ' ' ? value.find_first_of(" />") : value.find(quote);
    return std::string(value.substr(0, end));
}

std::optional<RefTag> read_ref_tag(std::string_view text) {
    if (!text.starts_with("<ref") || text.size() < 6) return std::nullopt;
    if (text[4] != '>' && text[4] != ' ' && text[4] != '/') return std::nullopt;
    auto const end = text.substr(0, maximum_tag).find('>');
    if (end == std::string_view::npos) return std::nullopt;
    auto const inner = text.substr(0, end);
    return RefTag{attribute(inner, "name"), attribute(inner, "group"), inner.ends_with('/'), end + 1};
}

// "<br />", "</small>": the length of a tag at the start of a text, or 0.
std::size_t tag_size(std::string_view text) {
    if (text.size() < 3 || text[0] != '<' || !(is_ascii_letter(text[1]) || text[1] == '/')) return 0;
    auto const end = text.substr(0, maximum_tag).find('>');
    return end == std::string_view::npos ? 0 : end + 1;
}

// What stands within a link, which is on one line.
std::optional<std::string_view> inside_link(std::string_view text, std::string_view open,
                                            std::string_view close) {
    text = text.substr(0, maximum_link).substr(open.size());
    auto const inner = text.substr(0, text.find(close));
    bool const is_link = inner.size() < text.size() && inner.find('\n') == std::string_view::npos;
    return is_link ? std::optional(inner) : std::nullopt;
}

/// Reads a stretch of wikitext: links show their words, marks of emphasis nothing, notes their calls.
class WikiReader {
  public:
    explicit WikiReader(Document& document) : document_(document), source_(document.parts.front().bytes) {}

    void read() {
        MappedText body;
        inline_text({0, source_.size()}, body, true);
        auto finished = body.finish_untrimmed();
        document_.text = std::move(finished.text);
        document_.map = std::move(finished.map);
        std::erase_if(document_.notes, [](SourceNote const& note) { return note.id.empty(); });
        link_calls(document_, calls_);
        order_by_calls(document_);
    }

  private:
    void inline_text(Span span, MappedText& out, bool in_body) {
        bool is_italic = false;
        for (auto at = span.begin; at < span.end;) {
            auto const rest = source_.substr(at, span.end - at);
            auto const quotes = std::min(rest.find_first_not_of('\''), rest.size());
            std::size_t size = 0;
            if (in_body && rest.starts_with("<ref")) {
                size = note(at, out);
            } else if (rest.starts_with("{{")) {
                size = in_body ? note_template(at, out) : text_template(at, out);
            } else if (quotes > 1) {
                // Two set italics, three bold type, five both.
                if (quotes != 3) {
                    is_italic ? out.end_italic() : out.begin_italic();
                    is_italic = !is_italic;
                }
                size = quotes;
            } else if (rest.starts_with("<!--")) {
                size = std::min(rest.find("-->"), rest.size() - 3) + 3;
            } else if (auto const tag = tag_size(rest); tag > 0) {
                if (ascii_lower(rest.substr(0, 3)) == "<br") out.space({at, at + tag});
                size = tag;
            } else if (rest.starts_with("[[")) {
                size = page_link(at, rest, out);
            } else if (rest.starts_with("[http")) {
                size = address_link(at, rest, out);
            } else if (auto const read = read_character_reference(rest)) {
                out.put(read->text, {at, at + read->size});
                size = read->size;
            } else if (!in_body && rest.front() == '\n') {
                out.space({at, at + 1});
                size = 1;
            }
            if (size == 0) {
                auto const stop = std::min(rest.find_first_of("<'[{&\n", 1), rest.size());
                out.copy(source_, {at, at + stop});
                size = stop;
            }
            at += size;
        }
        if (is_italic) out.end_italic();
    }

    // "[[page]]", "[[page|words]]"; 0 where it is none.
    std::size_t page_link(std::size_t at, std::string_view rest, MappedText& out) {
        auto const inner = inside_link(rest, "[[", "]]");
        return inner ? put_words(at + 2, *inner, inner->rfind('|'), out) + 4 : 0;
    }

    // "[http://… words]" shows the words, and an address alone itself.
    std::size_t address_link(std::size_t at, std::string_view rest, MappedText& out) {
        auto const inner = inside_link(rest, "[", "]");
        return inner ? put_words(at + 1, *inner, inner->find(' '), out) + 2 : 0;
    }

    // What is behind the mark that parts a link's words from its target, or all; gives back its whole size.
    std::size_t put_words(std::size_t at, std::string_view inner, std::size_t parting, MappedText& out) {
        out.copy(source_, {at + (parting == std::string_view::npos ? 0 : parting + 1), at + inner.size()});
        return inner.size();
    }

    // A note where its tag stands; gives back how far it reaches, 0 where it is none.
    std::size_t note(std::size_t at, MappedText& out) {
        if (source_.substr(at).starts_with("<references")) return list(at);
        auto const tag = read_ref_tag(source_.substr(at));
        if (!tag) return 0;
        auto const id = id_of(*tag);
        auto const begin = out.size();
        auto const size = define(at, *tag, id);
        out.put(concat("[", number_of(id, tag->group), "]"), {at, at + size});
        calls_.push_back({id, {begin, out.size()}});
        document_.notes[places_.at(id)].number = numbers_.at(id);
        return size;
    }

    // "{{efn|A note.}}", "{{sfn|Gray|2002|p=5}}"; other templates stand in the body as they are.
    std::size_t note_template(std::size_t at, MappedText& out) {
        auto const read = read_wiki_template(source_, at);
        bool const is_short = read && read->kind == WikiTemplateKind::short_note;
        if (!is_short && !(read && read->kind == WikiTemplateKind::note)) return 0;
        MappedText text;
        if (is_short) {
            cite(*read, text);
            text.put_placeless(".");
        } else if (auto const inner = read->at(1)) {
            inline_text(*inner, text, false);
        }
        // A template with the same words, or with the same name, is the same note.
        auto const named = read->find("name");
        auto const words = named ? *named : Span{at, read->end};
        auto const id = concat(named ? "" : "template ", slice(source_, words));
        auto const [place, is_new] = places_.emplace(id, document_.notes.size());
        if (is_new) {
            auto& note = document_.notes.emplace_back();
            note.id = id;
            set_text(note, text.finish(), std::exchange(cited_, {}));
        }
        auto const group = read->find("group");
        auto const begin = out.size();
        out.put(concat("[", number_of(id, group ? std::string(slice(source_, *group)) : std::string()), "]"),
                {at, read->end});
        calls_.push_back({id, {begin, out.size()}});
        document_.notes[place->second].number = numbers_.at(id);
        return read->end - at;
    }

    // A template in a note, as its reader sees it.
    std::size_t text_template(std::size_t at, MappedText& out) {
        auto const read = read_wiki_template(source_, at);
        if (!read) return 0;
        switch (read->kind) {
            case WikiTemplateKind::citation:
            case WikiTemplateKind::short_note:
            case WikiTemplateKind::short_inline: cite(*read, out); break;
            case WikiTemplateKind::drop: break;
            case WikiTemplateKind::second:
                if (auto const text = read->at(read->unnamed > 1 ? 2 : 1)) inline_text(*text, out, false);
                break;
            case WikiTemplateKind::note:
            case WikiTemplateKind::other:
                if (auto const text = read->at(1)) inline_text(*text, out, false);
        }
        return read->end - at;
    }

    // The template writes it in its own style.
    void cite(WikiTemplate const& read, MappedText& out) {
        auto const begin = out.size();
        read.kind == WikiTemplateKind::citation ? put_citation(read, out) : put_short(read, out);
        cited_.push_back({{begin, out.size()}, "mediawiki", {}, {}});
    }

    // "Gray and Doe 2002, p. 5".
    void put_short(WikiTemplate const& read, MappedText& out) {
        for (std::size_t i = 1; i <= read.unnamed; ++i) {
            auto const value = read.at(i);
            if (!value) continue;
            if (i > 1) out.put_placeless(i + 1 < read.unnamed ? ", " : i + 1 == read.unnamed ? " and " : " ");
            inline_text(*value, out, false);
        }
        auto const pages = read.find("plural-pages");
        put_after(", pp. ", pages, out);
        if (!pages) put_after(", p. ", read.find("page"), out);
        put_after(", ", read.find("loc"), out);
    }

    // "Jane Gray, “War,” Past 12, no. 3 (London: Verso, 2002): 5, https://…"
    void put_citation(WikiTemplate const& read, MappedText& out) {
        put_authors(read, out);
        auto const chapter = read.find("chapter");
        auto const container = read.find("container");
        if (chapter) {
            put_quoted(*chapter, out);
            out.put_placeless(" in ");
        }
        if (auto const title = read.find("title"))
            container && !chapter ? put_quoted(*title, out) : put_italic(*title, out);
        if (container) {
            out.put_placeless(" ");
            put_italic(*container, out);
        }
        put_after(" ", read.find("volume"), out);
        put_after(", no. ", read.find("issue"), out);
        auto const publisher = read.find("publisher");
        auto const date = read.find("date");
        if (publisher) {
            out.put_placeless(" (");
            if (auto const place = read.find("place")) {
                inline_text(*place, out, false);
                out.put_placeless(": ");
            }
            inline_text(*publisher, out, false);
            put_after(", ", date, out);
            out.put_placeless(")");
        } else {
            put_after(", ", date, out);
        }
        put_after(", ", read.find("pages"), out);
        put_after(", ", read.find("url"), out);
    }

    void put_authors(WikiTemplate const& read, MappedText& out) {
        std::size_t count = 0;
        for (; auto const family = read.find("family", count + 1); ++count) {
            if (count > 0) out.put_placeless(", ");
            if (auto const given = read.find("given", count + 1)) {
                inline_text(*given, out, false);
                out.put_placeless(" ");
            }
            inline_text(*family, out, false);
        }
        if (count > 0) out.put_placeless(", ");
    }

    void put_quoted(Span words, MappedText& out) {
        out.put_placeless("“");
        inline_text(words, out, false);
        out.put_placeless(",”");
    }
    void put_italic(Span words, MappedText& out) {
        out.begin_italic();
        inline_text(words, out, false);
        out.end_italic();
    }
    void put_after(std::string_view before, std::optional<Span> words, MappedText& out) {
        if (!words) return;
        out.put_placeless(before);
        inline_text(*words, out, false);
    }

    // "<references>": notes with names that the text above calls.
    std::size_t list(std::size_t at) {
        auto const start = source_.substr(at, maximum_tag);
        auto const tag_end = at + std::min(start.find('>'), start.size() - 1);
        auto const close = find_end(lists_end_, list_end, tag_end);
        if (source_[tag_end - 1] == '/' || close == std::string_view::npos) return tag_end + 1 - at;
        for (auto next = source_.find("<ref", tag_end); next < close; next = source_.find("<ref", next + 4))
            if (auto const tag = read_ref_tag(source_.substr(next))) define(next, *tag, id_of(*tag));
        return close + list_end.size() - at;
    }

    // Takes in the text of a note, if the tag has one; gives back how far tag and text reach.
    std::size_t define(std::size_t at, RefTag const& tag, std::string const& id) {
        auto const [place, is_new] = places_.emplace(id, document_.notes.size());
        if (is_new) document_.notes.emplace_back();
        auto const begin = at + tag.size;
        auto const close = tag.is_empty ? std::string_view::npos : find_end(notes_end_, note_end, begin);
        // A note that another one follows before it closes was left open.
        bool const is_closed = close != std::string_view::npos &&
                               slice(source_, {begin, close}).find("<ref") == std::string_view::npos;
        if (!is_closed) return tag.size;
        auto& note = document_.notes[place->second];
        if (note.id.empty()) {
            note.id = id;
            MappedText text;
            inline_text({begin, close}, text, false);
            set_text(note, text.finish(), std::exchange(cited_, {}));
        }
        return close + note_end.size() - at;
    }

    // The next closing tag; where there is none left, it is not looked for again.
    std::size_t find_end(std::size_t& known, std::string_view tag, std::size_t from) {
        if (known == std::string_view::npos || (known >= from && known != 0)) return known;
        return known = source_.find(tag, from);
    }

    std::string id_of(RefTag const& tag) {
        if (!tag.name.empty()) return concat(tag.group, tag.group.empty() ? "" : "-", tag.name);
        return concat("ref-", std::to_string(++unnamed_));
    }

    // Notes are numbered by their first calls, those of a group for themselves: "note 1".
    std::string const& number_of(std::string const& id, std::string const& group) {
        auto& number = numbers_[id];
        if (number.empty())
            number = concat(group, group.empty() ? "" : " ", std::to_string(++counts_[group]));
        return number;
    }

    Document& document_;
    std::string_view source_;
    std::map<std::string, std::size_t> places_;  // of the notes, by id
    std::map<std::string, std::string> numbers_;
    std::map<std::string, std::size_t> counts_;  // by group
    std::vector<Call> calls_;
    std::vector<EmbeddedCitation> cited_;  // by templates of the note that is read
    std::size_t unnamed_ = 0;
    std::size_t notes_end_ = 0, lists_end_ = 0;  // the closing tags found last
};

}  // namespace

bool has_wiki_notes(std::string_view text) {
    auto const lower = ascii_lower(text.substr(0, sniffed_size));
    if (lower.find("{{sfn|") != std::string::npos || lower.find("{{efn|") != std::string::npos ||
        lower.find("{{refn|") != std::string::npos)
        return true;
    return text.find(note_end) != std::string_view::npos &&
           (text.find("<ref>") != std::string_view::npos || text.find("<ref ") != std::string_view::npos);
}

void read_wikitext(Document& document) { WikiReader(document).read(); }

}  // namespace fonds
