// TeX to Unicode: one walk over the text with a stack of open groups.

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "wire/latex_table.hpp"
#include "wire/latex_text.hpp"

namespace fonds::latex {
namespace {

using std::string_view;

// Characters that a plain run of text ends at.
constexpr auto special = [] {
    std::array<bool, 256> table{};
    for (char const c : string_view("\\{}~$`'-\n\r\t ")) table[static_cast<unsigned char>(c)] = true;
    return table;
}();

struct Tag {
    string_view name;
    string_view open;
    string_view close;
};

// Commands with one argument that is set in another way (declarations of the same effect among them).
constexpr auto tags = std::to_array<Tag>({
    {"bf", "<b>", "</b>"},
    {"bfseries", "<b>", "</b>"},
    {"em", "<i>", "</i>"},
    {"emph", "<i>", "</i>"},
    {"enquote", "“", "”"},
    {"it", "<i>", "</i>"},
    {"itshape", "<i>", "</i>"},
    {"mathbf", "<b>", "</b>"},
    {"mathit", "<i>", "</i>"},
    {"mkbibbold", "<b>", "</b>"},
    {"mkbibbrackets", "[", "]"},
    {"mkbibemph", "<i>", "</i>"},
    {"mkbibitalic", "<i>", "</i>"},
    {"mkbibparens", "(", ")"},
    {"mkbibquote", "“", "”"},
    {"mkbibsubscript", "<sub>", "</sub>"},
    {"mkbibsuperscript", "<sup>", "</sup>"},
    {"sc", "<sc>", "</sc>"},
    {"scshape", "<sc>", "</sc>"},
    {"sl", "<i>", "</i>"},
    {"slshape", "<i>", "</i>"},
    {"textbf", "<b>", "</b>"},
    {"textit", "<i>", "</i>"},
    {"textsc", "<sc>", "</sc>"},
    {"textsl", "<i>", "</i>"},
    {"textsubscript", "<sub>", "</sub>"},
    {"textsuperscript", "<sup>", "</sup>"},
    {"uline", "<i>", "</i>"},
});

// Commands that print their argument, or nothing, as it is.
constexpr auto transparent = std::to_array<string_view>({
    "BibLatex",     "MakeUppercase",   "allowbreak", "autocap",      "bgroup",
    "bibstring",    "centering",       "cyrchar",    "egroup",       "ensuremath",
    "footnotesize", "foreignlanguage", "hbox",       "ignorespaces", "large",
    "leavevmode",   "lowercase",       "mathrm",     "mathsf",       "mathtt",
    "mbox",         "mkbibacro",       "mkbibname",  "newblock",     "nobreak",
    "nocase",       "nohyphens",       "nolinkurl",  "normalfont",   "normalsize",
    "path",         "protect",         "relax",      "rm",           "sf",
    "small",        "string",          "text",       "textcyr",      "textcyrillic",
    "textgreek",    "textlatin",       "textmd",     "textnormal",   "textrm",
    "textrussian",  "textsf",          "texttt",     "textup",       "tt",
    "ttfamily",     "underline",       "unskip",     "upshape",      "uppercase",
    "url",          "xspace",
});

// Commands whose argument is for sorting or for the eye alone.
constexpr auto dropping = std::to_array<string_view>({
    "SortNoop",
    "color",
    "fontencoding",
    "hphantom",
    "hspace",
    "label",
    "noopsort",
    "noop",
    "phantom",
    "printfirst",
    "selectlanguage",
    "sortnoop",
    "vphantom",
    "vspace",
});

constexpr auto spaces = std::to_array<string_view>({"addspace", "addnbspace", "addthinspace"});

struct Printed {
    string_view name;
    string_view text;
};
constexpr auto punctuation = std::to_array<Printed>({
    {"addcolon", ":"},
    {"addcomma", ","},
    {"adddot", "."},
    {"addperiod", "."},
    {"addsemicolon", ";"},
    {"addhyphen", "-"},
    {"bibrangedash", "–"},
    {"hyphen", "-"},
    {"isdot", ""},
    {"nopunct", ""},
    {"par", "\n\n"},
    {"newline", "\n"},
    {"linebreak", "\n"},
});

template <class Table>
auto const* find_named(Table const& table, string_view name) {
    auto const at =
        std::find_if(table.begin(), table.end(), [&](auto const& row) { return row.name == name; });
    return at == table.end() ? nullptr : &*at;
}
template <class Table>
auto const* find_sorted(Table const& table, string_view name) {
    auto const at = std::lower_bound(table.begin(), table.end(), name,
                                     [](auto const& row, string_view wanted) { return row.name < wanted; });
    return at == table.end() || at->name != name ? nullptr : &*at;
}
template <class Table>
bool contains(Table const& table, string_view name) {
    return std::find(table.begin(), table.end(), name) != table.end();
}

char32_t accent_of(char command) {
    switch (command) {
        case '`':
            return 0x300;
        case '\'':
            return 0x301;
        case '^':
            return 0x302;
        case '~':
            return 0x303;
        case '=':
            return 0x304;
        case '.':
            return 0x307;
        case '"':
            return 0x308;
        case '|':
            return 0x30D;
        default:
            return 0;
    }
}

// `mark` over the first letter of `text` and the marks it has.
std::string with_mark(string_view text, char32_t mark) {
    std::string out;
    if (text.empty()) {
        // \~{} and \^{} print the character itself.
        if (mark == 0x303) return "~";
        if (mark == 0x302) return "^";
        return out;
    }
    auto const first = decode(text, 0);
    std::size_t end = first.size;
    bool const above = mark != 0x327 && mark != 0x328 && mark != 0x323 && mark != 0x331 && mark != 0x326;
    if (first.value == 0x131 && above)
        out += 'i';
    else if (first.value == 0x237 && above)
        out += 'j';
    else
        out.append(text, 0, end);
    while (end < text.size() && is_mark(decode(text, end).value)) {
        auto const size = decode(text, end).size;
        out.append(text, end, size);
        end += size;
    }
    append_utf8(out, mark);
    out.append(text, end);
    return to_nfc(out);
}

// CSL's title case leaves these alone (CSL 1.0.2, appendix "Title Case Conversion"), so they need no
// protection.
constexpr auto small_words = std::to_array<string_view>({
    "a",  "an", "and",  "as", "at",   "but", "by",  "down", "for", "from", "in",  "into", "nor",
    "of", "on", "onto", "or", "over", "so",  "the", "till", "to",  "up",   "via", "with", "yet",
});

// Whether CSL's title case would change a word of it: one that is in small letters throughout.
bool needs_protection(string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        while (at < text.size() && !is_letter(decode(text, at).value)) {
            if (text[at] == '<') {
                auto const end = text.find('>', at);
                if (end != string_view::npos) at = end;
            }
            at += decode(text, at).size;
        }
        auto const begin = at;
        bool small = true;
        while (at < text.size()) {
            auto const point = decode(text, at);
            if (!is_letter(point.value) && !is_mark(point.value) && !is_number(point.value)) break;
            small = small && !is_upper(point.value);
            at += point.size;
        }
        auto const word = text.substr(begin, at - begin);
        if (!word.empty() && small && to_upper(decode(word, 0).value) != decode(word, 0).value &&
            !contains(small_words, word))
            return true;
    }
    return false;
}

struct Group {
    string_view close;      // what ends it in the output
    std::string more;       // closing tags of declarations met inside ({\em …})
    std::size_t begin = 0;  // where its text begins in the output
    bool protects = false;  // braces of the writer's own around words
};

class Reader {
  public:
    Reader(std::string& out, ReadOptions options, std::vector<string_view>* unknown, int depth)
        : out_(out), options_(options), unknown_(unknown), depth_(depth), start_(out.size()) {}

    void read(string_view tex) {
        tex_ = tex;
        while (at_ < tex_.size()) {
            auto const begin = at_;
            while (at_ < tex_.size() && !special[static_cast<unsigned char>(tex_[at_])]) ++at_;
            out_.append(tex_, begin, at_ - begin);
            if (at_ < tex_.size()) read_special();
        }
        while (!groups_.empty()) close_group();
    }

  private:
    void read_special() {
        switch (tex_[at_]) {
            case '\\':
                read_command();
                break;
            case '{':
                open_group();
                break;
            case '}':
                ++at_;
                if (!groups_.empty()) close_group();
                break;
            case '~':
                ++at_;
                out_ += "\xC2\xA0";
                break;
            case '$':
                read_math();
                break;
            case '-':
                read_dashes();
                break;
            case '`':
                read_quote("`", "‘", "“");
                break;
            case '\'':
                read_quote("'", "'", "”");
                break;
            default:
                read_space();
        }
    }

    void read_space() {
        int lines = 0;
        while (at_ < tex_.size() && is_ascii_space(tex_[at_])) lines += tex_[at_++] == '\n';
        add_space(lines > 1 ? "\n\n" : " ");
    }

    void add_space(string_view space) {
        if (out_.size() > start_ && (out_.back() == ' ' || out_.back() == '\n')) return;
        out_ += space;
    }

    void read_dashes() {
        std::size_t count = 0;
        while (at_ < tex_.size() && tex_[at_] == '-') ++count, ++at_;
        while (count >= 3) out_ += "—", count -= 3;
        if (count == 2) out_ += "–";
        if (count == 1) out_ += '-';
    }

    void read_quote(string_view quote, string_view single, string_view twice) {
        ++at_;
        if (tex_.substr(at_).starts_with(quote)) {
            ++at_;
            out_ += twice;
            return;
        }
        if (quote == "`") ++open_quotes_;
        // ’ closes ‘; elsewhere it is an apostrophe and stays as it was written.
        bool const letter_follows = at_ < tex_.size() && is_ascii_letter(tex_[at_]);
        if (quote == "'" && open_quotes_ > 0 && !letter_follows) {
            --open_quotes_;
            out_ += "’";
            return;
        }
        out_ += single;
    }

    void open_group() {
        ++at_;
        if (groups_.size() + static_cast<std::size_t>(depth_) >= maximum_depth) {
            groups_.push_back({{}, {}, out_.size(), false});
            return;
        }
        // BibTeX's "special character", {\'e}, protects nothing.
        bool const is_special = at_ < tex_.size() && tex_[at_] == '\\';
        groups_.push_back({{}, {}, out_.size(), options_.nocase && !is_special && outermost()});
    }
    [[nodiscard]] bool outermost() const {
        return std::none_of(groups_.begin(), groups_.end(), [](Group const& g) { return g.protects; });
    }

    void close_group() {
        auto const group = std::move(groups_.back());
        groups_.pop_back();
        out_ += group.more;
        out_ += group.close;
        if (group.protects && needs_protection(string_view(out_).substr(group.begin))) {
            out_.insert(group.begin, "<span class=\"nocase\">");
            out_ += "</span>";
        }
    }

    // Formatting of the argument that follows, or of the rest of the group.
    void format(Tag const& tag) {
        bool const is_tag = tag.open.starts_with('<');
        auto const open = is_tag && !options_.rich ? string_view() : tag.open;
        auto const close = is_tag && !options_.rich ? string_view() : tag.close;
        skip_spaces();
        out_ += open;
        if (at_ < tex_.size() && tex_[at_] == '{') {
            ++at_;
            groups_.push_back({close, {}, out_.size(), false});
        } else if (close.empty()) {
            return;
        } else if (!groups_.empty()) {
            groups_.back().more.insert(0, close);
        } else {
            groups_.push_back({close, {}, out_.size(), false});
        }
    }

    void skip_spaces() {
        while (at_ < tex_.size() && is_ascii_space(tex_[at_])) ++at_;
    }

    // The argument of a command: a group without its braces, a command with its argument, or one character.
    string_view take_argument() {
        skip_spaces();
        if (at_ >= tex_.size() || tex_[at_] == '}') return {};
        auto const begin = at_;
        if (tex_[at_] == '{') {
            auto const end = closing_brace(tex_, at_);
            if (end == string_view::npos) {
                at_ = tex_.size();
                return tex_.substr(begin + 1);
            }
            at_ = end + 1;
            return tex_.substr(begin + 1, end - begin - 1);
        }
        if (tex_[at_] == '\\') {
            auto const name = take_name();
            if (accent_of(name.front()) != 0 || find_named(accents, name) != nullptr) take_argument();
        } else {
            at_ += decode(tex_, at_).size;
        }
        return tex_.substr(begin, at_ - begin);
    }

    // The name of the command at `at_`, which is a backslash; at least one character where there is any.
    string_view take_name() {
        auto const begin = ++at_;
        while (at_ < tex_.size() && is_ascii_letter(tex_[at_])) ++at_;
        if (at_ == begin && at_ < tex_.size()) at_ += decode(tex_, at_).size;
        return at_ == begin ? string_view(" ") : tex_.substr(begin, at_ - begin);
    }

    std::string convert(string_view argument) {
        std::string text;
        if (depth_ + 16 >= maximum_depth) return std::string(argument);
        Reader(text, {options_.rich, false}, unknown_, depth_ + 16).read(argument);
        return text;
    }

    void read_command() {
        auto const begin = at_;
        auto const name = take_name();
        bool const starred = is_ascii_letter(name.front()) && at_ < tex_.size() && tex_[at_] == '*';
        if (starred) ++at_;
        if (starred && name == "enquote")
            format({name, "‘", "’"});
        else if (!is_ascii_letter(name.front()))
            read_sign(name);
        else if (!read_word(name))
            keep_unknown(begin);
    }

    void read_sign(string_view name) {
        if (auto const mark = accent_of(name.front())) {
            out_ += with_mark(convert(take_argument()), mark);
            return;
        }
        switch (name.front()) {
            case '\\':
                out_ += '\n';
                skip_spaces();
                break;
            case ',':
                out_ += "\xE2\x80\x89";
                break;  // thin space
            case ' ':
            case '\n':
            case '\t':
            case '\r':
                out_ += ' ';
                break;
            case ';':
            case ':':
            case '>':
                out_ += ' ';
                break;
            case '-':
            case '/':
            case '!':
            case '(':
            case ')':
            case '[':
            case ']':
            case '@':
                break;
            default:
                out_ += name;  // \& \% \$ \# \_ \{ \}
        }
    }

    bool read_word(string_view name) {
        if (auto const* accent = find_named(accents, name)) {
            out_ += with_mark(convert(take_argument()), accent->mark);
            return true;
        }
        if (auto const* symbol = find_sorted(symbols, name)) {
            out_ += symbol->text;
            end_symbol();
            return true;
        }
        if (auto const* tag = find_sorted(tags, name)) {
            format(*tag);
            return true;
        }
        if (auto const* sign = find_named(punctuation, name)) {
            out_ += sign->text;
            end_symbol();
            return true;
        }
        if (contains(spaces, name)) {
            out_ += ' ';
            end_symbol();
            return true;
        }
        if (contains(dropping, name)) {
            take_argument();
            return true;
        }
        if (name == "href") {
            auto const address = take_argument();
            auto const text = convert(take_argument());
            out_ += text;
            if (text != address)
                out_.append(text.empty() ? "" : " (").append(address).append(text.empty() ? "" : ")");
            return true;
        }
        if (name == "textcolor" || name == "foreignlanguage" || name == "hyphenquote") {
            take_argument();
            return true;
        }
        if (contains(transparent, name)) {
            format({name, {}, {}});
            return true;
        }
        return false;
    }

    // TeX eats the spaces after a command of letters; {} ends it too.
    void end_symbol() {
        if (tex_.substr(at_).starts_with("{}"))
            at_ += 2;
        else
            skip_spaces();
    }

    void keep_unknown(std::size_t begin) {
        auto const written = tex_.substr(begin, at_ - begin);
        if (unknown_ != nullptr) unknown_->push_back(written);
        out_ += written;
        if (at_ >= tex_.size() || tex_[at_] != '{' || unbalanced_) return;
        auto const end = closing_brace(tex_, at_);
        unbalanced_ = end == string_view::npos;  // so that it is not looked for again and again
        if (unbalanced_) return;
        out_.append(tex_, at_, end + 1 - at_);
        at_ = end + 1;
    }

    // Math of signs, letters and indices is text; anything more is kept as it is.
    void read_math() {
        auto const end = tex_.find('$', at_ + 1);
        if (end == string_view::npos || end == at_ + 1) {
            out_ += tex_[at_++];
            return;
        }
        auto const inside = tex_.substr(at_ + 1, end - at_ - 1);
        std::string text;
        std::vector<string_view> unknown;
        if (depth_ + 16 < maximum_depth) read_formula(inside, text, unknown);
        if (!unknown.empty() || text.empty())
            out_.append(tex_, at_, end + 1 - at_);
        else
            out_ += text;
        at_ = end + 1;
    }

    void read_formula(string_view formula, std::string& text, std::vector<string_view>& unknown) {
        std::string plain;
        auto const flush = [&] {
            Reader(text, {options_.rich, false}, &unknown, depth_ + 16).read(plain);
            plain.clear();
        };
        for (std::size_t i = 0; i < formula.size(); ++i) {
            char const c = formula[i];
            if (c == '\\' && i + 1 < formula.size()) {
                plain += c;
                plain += formula[++i];
            } else if ((c == '^' || c == '_') && i + 1 < formula.size()) {
                flush();
                auto end = formula[i + 1] == '{' ? closing_brace(formula, i + 1) : i + 1;
                if (end == string_view::npos) end = formula.size() - 1;
                auto const raised = formula.substr(i + 1, end - i);
                string_view const tag = c == '^' ? "sup>" : "sub>";
                if (options_.rich) text.append("<").append(tag);
                Reader(text, {options_.rich, false}, &unknown, depth_ + 16).read(raised);
                if (options_.rich) text.append("</").append(tag);
                i = end;
            } else {
                plain += c;
            }
        }
        flush();
    }

    std::string& out_;
    ReadOptions options_;
    std::vector<string_view>* unknown_;
    int depth_;
    std::size_t start_;
    string_view tex_;
    std::size_t at_ = 0;
    int open_quotes_ = 0;
    bool unbalanced_ = false;
    std::vector<Group> groups_;
};

}  // namespace

bool is_plain(string_view tex) {
    char before = ' ';
    for (char const c : tex) {
        if (special[static_cast<unsigned char>(c)] && (c != ' ' || before == ' ') &&
            (c != '-' || before == '-'))
            return false;
        before = c;
    }
    return before != ' ' || tex.empty();
}

std::size_t closing_brace(string_view tex, std::size_t open) {
    std::size_t depth = 0;
    for (std::size_t at = open; at < tex.size(); ++at) {
        if (tex[at] == '{') ++depth;
        if (tex[at] == '}' && --depth == 0) return at;
    }
    return string_view::npos;
}

void append_unicode(std::string& out, string_view tex, ReadOptions options,
                    std::vector<string_view>* unknown) {
    Reader(out, options, unknown, 0).read(tex);
}

}  // namespace fonds::latex
