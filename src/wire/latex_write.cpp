// Unicode to TeX.

#include <algorithm>
#include <array>
#include <utility>

#include "base/bytes.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "wire/latex_table.hpp"
#include "wire/latex_text.hpp"

namespace fonds::latex {
namespace {

using std::string_view;

struct Tag {
    string_view open;
    string_view close;
    string_view tex;
};
constexpr auto tags = std::to_array<Tag>({
    {"<i>", "</i>", "\\emph{"},
    {"<b>", "</b>", "\\textbf{"},
    {"<sc>", "</sc>", "\\textsc{"},
    {"<sup>", "</sup>", "\\textsuperscript{"},
    {"<sub>", "</sub>", "\\textsubscript{"},
    {"<span class=\"nocase\">", "</span>", "{"},
    {"<span style=\"font-variant:small-caps;\">", "</span>", "\\textsc{"},
});

// Accents of classic TeX by their combining characters; the letter alone where the name is a letter.
constexpr auto classic_accents = std::to_array<std::pair<char32_t, string_view>>({
    {0x300, "\\`"},
    {0x301, "\\'"},
    {0x302, "\\^"},
    {0x303, "\\~"},
    {0x304, "\\="},
    {0x306, "\\u"},
    {0x307, "\\."},
    {0x308, "\\\""},
    {0x30A, "\\r"},
    {0x30B, "\\H"},
    {0x30C, "\\v"},
    {0x323, "\\d"},
    {0x327, "\\c"},
    {0x328, "\\k"},
    {0x331, "\\b"},
    {0x326, "\\textcommabelow"},
});

constexpr auto classic_symbols = std::to_array<std::pair<char32_t, string_view>>({
    {0xA3, "\\pounds"},
    {0xA7, "\\S"},
    {0xA9, "\\copyright"},
    {0xAB, "\\guillemotleft"},
    {0xB6, "\\P"},
    {0xBB, "\\guillemotright"},
    {0xC5, "\\AA"},
    {0xC6, "\\AE"},
    {0xD8, "\\O"},
    {0xDF, "\\ss"},
    {0xE5, "\\aa"},
    {0xE6, "\\ae"},
    {0xF8, "\\o"},
    {0xD0, "\\DH"},
    {0xF0, "\\dh"},
    {0xDE, "\\TH"},
    {0xFE, "\\th"},
    {0x110, "\\DJ"},
    {0x111, "\\dj"},
    {0x131, "\\i"},
    {0x141, "\\L"},
    {0x142, "\\l"},
    {0x14A, "\\NG"},
    {0x14B, "\\ng"},
    {0x152, "\\OE"},
    {0x153, "\\oe"},
    {0x2020, "\\dag"},
    {0x2021, "\\ddag"},
    {0x201E, "\\quotedblbase"},
    {0x201A, "\\quotesinglbase"},
    {0x2026, "\\ldots"},
});

// What a byte means on the way to TeX and back.
enum Meaning : unsigned char {
    itself = 0,
    space = 1,  // these four mean something else where two of them meet,
    dash = 2,   // and a space also at an end
    comma = 4,
    apostrophe = 8,
    no_break = 16,  // so do the two bytes of a no-break space
    escaped = 32,   // is certain, with a backslash before it
    wide = 64,      // beyond ASCII
    uncertain = 128,
};
constexpr auto meanings = [] {
    std::array<unsigned char, 256> out{};
    for (std::size_t byte = 0; byte < out.size(); ++byte)
        out[byte] = byte < 0x20 ? uncertain : byte < 0x80 ? itself : wide;
    for (char const sign : string_view("\\{}~^<>\"`")) out[static_cast<std::size_t>(sign)] = uncertain;
    for (char const sign : string_view("&%$#_")) out[static_cast<std::size_t>(sign)] = escaped;
    out[' '] = space;
    out['-'] = dash;
    out[','] = comma;
    out['\''] = apostrophe;
    out[0xC2] = out[0xA0] = wide | no_break;
    return out;
}();
constexpr unsigned in_pairs = space | dash | comma | apostrophe | no_break;

// What is in a text: the meanings of its bytes, `uncertain` also where two meet.
unsigned meanings_in(string_view text) {
    unsigned found = 0;
    unsigned met = 0;
    unsigned before = space;
    for (char const c : text) {
        unsigned const meaning = meanings[static_cast<unsigned char>(c)];
        found |= meaning;
        met |= meaning & before;
        before = meaning;
    }
    met |= before & space;
    return (met & in_pairs) != 0 ? found | uncertain : found;
}

// The same of most texts, which are written and read as they stand, sixteen bytes at a time: what this test
// lets pass means nothing else. It looks for ranges, and stops at ']', '=' and '|' for nothing.
constexpr auto may_mean_more = [](auto byte) {
    return (byte < 0x20) | is_within<'"', '&'>(byte) | is_within<'<', '>'>(byte) |
           is_within<'\\', '`'>(byte) | is_within<'{', '~'>(byte) | (byte == 0xC2);
};
constexpr auto means_more_twice = [](auto byte) {
    return (byte == ' ') | is_within<',', '-'>(byte) | (byte == '\'');
};
static_assert([] {
    for (std::size_t i = 0; i < meanings.size(); ++i) {
        auto const byte = static_cast<unsigned char>(i);
        bool const first_of_no_break = byte == 0xC2;
        if (((meanings[i] & (uncertain | escaped)) != 0 || first_of_no_break) && !may_mean_more(byte))
            return false;
        if ((meanings[i] & (space | dash | comma | apostrophe)) != 0 && !means_more_twice(byte)) return false;
    }
    return true;
}());

bool is_plain_at_a_glance(string_view text) {
    return !stands_once_or_twice(text, may_mean_more, means_more_twice) && !text.starts_with(' ') &&
           !text.ends_with(' ');
}

// Which bytes are written as they are.
constexpr std::array<bool, 256> plain_bytes(bool ascii) {
    std::array<bool, 256> out{};
    for (std::size_t byte = 0; byte < out.size(); ++byte) out[byte] = byte < 0x80 || (!ascii && byte != 0xC2);
    for (char const sign : string_view("\\{}~^&%$#_<>,\"`'-\n")) out[static_cast<std::size_t>(sign)] = false;
    return out;
}
constexpr auto plain_in_ascii = plain_bytes(true);
constexpr auto plain_in_unicode = plain_bytes(false);

class Writer {
  public:
    Writer(std::string& out, WriteOptions options) : out_(out), options_(options) {}

    void write(string_view text) {
        std::size_t plain = 0;
        std::size_t at = 0;
        auto const flush = [&] { out_.append(text, plain, at - plain); };
        auto const& is_plain = options_.ascii ? plain_in_ascii : plain_in_unicode;
        while (at < text.size()) {
            auto const byte = static_cast<unsigned char>(text[at]);
            if (is_plain[byte]) {
                ++at;
                continue;
            }
            flush();
            at += byte < 0x80 ? write_ascii(text, at) : write_wide(text, at);
            plain = at;
        }
        flush();
        while (!open_.empty()) close_tag();
    }

  private:
    std::size_t write_ascii(string_view text, std::size_t at) {
        auto const rest = text.substr(at);
        switch (char const c = text[at]) {
            case '\\': out_ += "\\textbackslash{}"; return 1;
            case '{': out_ += "\\textbraceleft{}"; return 1;
            case '}': out_ += "\\textbraceright{}"; return 1;
            case '~': out_ += "\\textasciitilde{}"; return 1;
            case '^': out_ += "\\textasciicircum{}"; return 1;
            case '`': out_ += "\\textasciigrave{}"; return 1;
            case '&':
            case '%':
            case '$':
            case '#':
            case '_':
                out_ += '\\';
                out_ += c;
                return 1;
            case '<': return write_tag(rest);
            case '\n':
                if (rest.starts_with("\n\n")) {
                    out_ += "\n\n";
                    return 2;
                }
                out_ += "\\newline ";
                return 1;
            case '"':  // one of babel's shorthands
                return write_before(rest, "'<>=-|");
            default:  // - ' < > and commas: two of them would be a ligature
                return write_before(rest, rest.substr(0, 1));
        }
    }

    // A character that would be one sign with any of those of `next`.
    std::size_t write_before(string_view rest, string_view next) {
        out_ += rest[0];
        if (rest.size() > 1 && next.find(rest[1]) != string_view::npos) out_ += "{}";
        return 1;
    }

    std::size_t write_tag(string_view rest) {
        if (options_.rich) {
            if (!open_.empty() && rest.starts_with(open_.back())) {
                auto const size = open_.back().size();
                close_tag();
                return size;
            }
            for (std::size_t i = 0; i < tags.size(); ++i)
                if (rest.starts_with(tags[i].open) && closes_later(i, rest)) {
                    out_ += tags[i].tex;
                    open_.push_back(tags[i].close);
                    return tags[i].open.size();
                }
        }
        return write_before(rest, "<");
    }

    // The next closing tag of each kind is looked for once, however many are opened before it.
    bool closes_later(std::size_t tag, string_view rest) {
        auto& left = left_after_close_[tag];  // bytes from the closing tag to the end of the text
        if (left > rest.size()) {
            auto const at = rest.find(tags[tag].close);
            left = at == string_view::npos ? 0 : rest.size() - at;
        }
        return left != 0;
    }

    void close_tag() {
        out_ += '}';
        open_.pop_back();
    }

    std::size_t write_wide(string_view text, std::size_t at) {
        auto const point = decode(text, at);
        if (point.value == 0xA0) out_ += '~';
        else if (!options_.ascii || !write_command(point.value)) out_.append(text, at, point.size);
        return point.size;
    }

    bool write_command(char32_t point) {
        switch (point) {
            case 0x2013: out_ += "--"; return true;
            case 0x2014: out_ += "---"; return true;
            case 0x201C: out_ += "``"; return true;
            case 0x201D: out_ += "''"; return true;
            default: break;
        }
        for (auto const& [symbol, command] : classic_symbols)
            if (symbol == point) {
                out_.append("{").append(command).append("}");
                return true;
            }
        return write_accent(point);
    }

    // A Latin letter with one mark.
    bool write_accent(char32_t point) {
        std::string letter;
        append_utf8(letter, point);
        auto const parts = to_nfd(letter);
        if (parts.size() < 2 || !is_ascii_letter(parts.front())) return false;
        auto const mark = decode(parts, 1);
        if (1 + mark.size != parts.size()) return false;
        for (auto const& [combining, command] : classic_accents) {
            if (combining != mark.value) continue;
            bool const named = is_ascii_letter(command.back());
            string_view const base =
                parts[0] == 'i' && !named ? string_view("\\i") : string_view(parts).substr(0, 1);
            out_.append("{").append(command);
            if (named || base.size() > 1) out_.append("{").append(base).append("}");
            else out_ += base;
            out_ += '}';
            return true;
        }
        return false;
    }

    std::string& out_;
    WriteOptions options_;
    std::vector<string_view> open_;
    std::array<std::size_t, tags.size()> left_after_close_ = [] {
        std::array<std::size_t, tags.size()> unknown{};
        unknown.fill(string_view::npos);
        return unknown;
    }();
};

}  // namespace

bool append_tex(std::string& out, string_view text, WriteOptions options) {
    auto const form = form_of(text, options);
    if (form == Form::itself) out += text;
    else Writer(out, options).write(text);
    return form != Form::uncertain;
}

Form form_of(string_view text, WriteOptions options) {
    if (!options.ascii && is_plain_at_a_glance(text)) return Form::itself;
    auto const found = meanings_in(text);
    if ((found & (options.ascii ? uncertain | wide : unsigned{uncertain})) != 0) return Form::uncertain;
    return (found & escaped) == 0 ? Form::itself : Form::certain;
}

}  // namespace fonds::latex
