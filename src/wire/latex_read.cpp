// TeX to Unicode: one walk over the text with a stack of open groups.

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "wire/latex_accents.hpp"
#include "wire/latex_commands.hpp"
#include "wire/latex_table.hpp"
#include "wire/latex_text.hpp"

namespace fonds::latex {
namespace {

using std::string_view;

// Characters that a plain run of text ends at.
constexpr auto special = [] {
    std::array<bool, 256> table{};
    for (char const c : string_view("\\{}~$`'\"<>,-\n\r\t ")) table[static_cast<unsigned char>(c)] = true;
    return table;
}();

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
            case '"':
                read_shorthand();
                break;
            case '<':
                read_pair("<<", "«");
                break;
            case '>':
                read_pair(">>", "»");
                break;
            case ',':
                read_low_quote();
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

    // The ligatures << and >> of the encodings T1 and T2A.
    void read_pair(string_view pair, string_view sign) {
        if (!tex_.substr(at_).starts_with(pair)) {
            out_ += tex_[at_++];
            return;
        }
        at_ += 2;
        out_ += sign;
    }

    // ,,Zitat'': the same encodings; two commas before a space are two commas.
    void read_low_quote() {
        bool const quote = tex_.substr(at_).starts_with(",,") && at_ + 2 < tex_.size() &&
                           !is_ascii_space(tex_[at_ + 2]) && tex_[at_ + 2] != ',' && tex_[at_ + 2] != '}';
        if (quote)
            read_pair(",,", "„");
        else
            out_ += tex_[at_++];
    }

    [[nodiscard]] bool between_letters() const {
        auto const is_part = [](char c) {
            return is_ascii_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
        };
        return out_.size() > start_ && is_part(out_.back()) && at_ + 2 < tex_.size() && is_part(tex_[at_ + 2]);
    }

    // babel's shorthands for German, Russian and their neighbours: "`Zitat"', "=, "~, "-.
    void read_shorthand() {
        auto const next = at_ + 1 < tex_.size() ? tex_[at_ + 1] : '\0';
        for (auto const& [sign, text, inside_words] : shorthands) {
            if (sign != next || (inside_words && !between_letters())) continue;
            out_ += text;
            at_ += 2;
            return;
        }
        out_ += tex_[at_++];
    }

    void read_quote(string_view quote, string_view single, string_view twice) {
        ++at_;
        // Spanish ?` and !`.
        if (quote == "`" && out_.size() > start_ && (out_.back() == '?' || out_.back() == '!') &&
            at_ < tex_.size() && is_ascii_letter(tex_[at_])) {
            auto const sign = out_.back() == '?' ? "¿" : "¡";
            out_.pop_back();
            out_ += sign;
            return;
        }
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
        if (group.protects && out_.size() > group.begin) {
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
            if (!marks_of(name).empty()) take_argument();
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
        if (auto const marks = marks_of(name); !marks.empty()) {
            out_ += with_marks(convert(take_argument()), marks);
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
        if (auto const marks = marks_of(name); !marks.empty()) {
            out_ += with_marks(convert(take_argument()), marks);
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
        if (auto const* journal = find_sorted(journals, name)) {
            out_ += journal->text;
            end_symbol();
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
        if (contains(second_of_two, name)) {
            take_argument();
            format({name, {}, {}});
            return true;
        }
        if (read_address(name)) return true;
        if (contains(transparent, name)) {
            format({name, {}, {}});
            return true;
        }
        return false;
    }

    // Addresses are verbatim, and \verb: what TeX would take for its own in them is text.
    bool read_address(string_view name) {
        if (name == "href") {
            auto const address = unescaped(take_argument());
            auto const text = convert(take_argument());
            out_ += text;
            if (text != address)
                out_.append(text.empty() ? "" : " (").append(address).append(text.empty() ? "" : ")");
            return true;
        }
        if (name == "url" || name == "path" || name == "nolinkurl") {
            out_ += unescaped(take_argument());
            return true;
        }
        if (name == "verb" && at_ < tex_.size()) {
            auto const end = tex_.find(tex_[at_], at_ + 1);
            if (end == string_view::npos) return false;
            out_ += tex_.substr(at_ + 1, end - at_ - 1);
            at_ = end + 1;
            return true;
        }
        // {\ifmmode\check{c}\else\v{c}\fi}, as physics journals export: the branch for text.
        if (name == "ifmmode") {
            auto const text = tex_.find("\\else", at_);
            if (text == string_view::npos) return false;
            at_ = text + 5;
            skip_spaces();
            return true;
        }
        return false;
    }

    static std::string unescaped(string_view address) {
        std::string out;
        for (std::size_t i = 0; i < address.size(); ++i) {
            bool const escape = address[i] == '\\' && i + 1 < address.size() &&
                                string_view("%_&#$~{}").find(address[i + 1]) != string_view::npos;
            if (!escape) out += address[i];
        }
        return out;
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
    for (std::size_t at = 0; at < tex.size(); ++at) {
        if (!special[static_cast<unsigned char>(tex[at])]) continue;
        char const c = tex[at];
        bool const matters_twice = c == ' ' || c == '-' || c == ',';
        if (!matters_twice || (at == 0 ? c == ' ' : tex[at - 1] == c)) return false;
    }
    return tex.empty() || tex.back() != ' ';
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
