// The syntax of .bib files.

#include "format/bibtex_syntax.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "model/field_table.hpp"

namespace fonds::bibtex {
namespace {

using std::string_view;
constexpr auto npos = string_view::npos;

// Characters of entry types, field names and macro names (biblatex's annotations, `author+an`, among them).
constexpr auto name_characters = [] {
    std::array<bool, 256> table{};
    for (int c = 0; c < 256; ++c) {
        bool const letter =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 128;
        table[static_cast<std::size_t>(c)] = letter;
    }
    for (char const c : string_view("_-+:./!?*$&^~|;<>@[]`'")) table[static_cast<unsigned char>(c)] = true;
    table['@'] = false;
    return table;
}();

// What means something inside a value.
constexpr auto ends_run = [] {
    std::array<bool, 256> table{};
    for (char const c : string_view("{}\"\n")) table[static_cast<unsigned char>(c)] = true;
    return table;
}();

bool is_name(char c) { return name_characters[static_cast<unsigned char>(c)]; }

constexpr std::array<string_view, 12> months = {"January",   "February", "March",    "April",
                                                "May",       "June",     "July",     "August",
                                                "September", "October",  "November", "December"};

bool equal_ignoring_case(string_view a, string_view b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (ascii_lower(a[i]) != ascii_lower(b[i])) return false;
    return true;
}

class Reader {
  public:
    explicit Reader(string_view text) : text_(text) {
        for (auto const month : months) file_.macros.emplace(ascii_lower(month.substr(0, 3)), month);
    }

    File read() {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
        while (find_entry()) read_command();
        file_.end_of_entries = end_;
        return std::move(file_);
    }

  private:
    void report(std::size_t offset, Severity severity, string_view rule, std::string message) {
        Diagnostic diagnostic;
        diagnostic.rule = rule;
        diagnostic.severity = severity;
        diagnostic.message = key_.empty() ? std::move(message) : concat("entry “", key_, "”: ", message);
        diagnostic.span = {offset, std::min(offset + 1, text_.size())};
        if (file_.diagnostics.size() == maximum_diagnostics) {
            diagnostic.rule = "too-many-findings";
            diagnostic.message = "there are too many findings in this file; the rest is not listed";
        }
        if (file_.diagnostics.size() > maximum_diagnostics) return;
        file_.diagnostics.push_back(std::move(diagnostic));
    }

    [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
    void skip_spaces() {
        while (at_ < text_.size() && is_ascii_space(text_[at_])) ++at_;
    }

    // Moves to the next '@' that begins an entry or command; everything before it is comment. Against BibTeX,
    // and with biber, % comments its line out between entries.
    bool find_entry() {
        bool commented = false;
        for (; at_ < text_.size(); ++at_) {
            char const c = text_[at_];
            if (c == '\n') commented = false;
            if (c == '%') commented = true;
            if (c != '@' || !opens_entry(at_)) continue;
            start_ = at_;
            if (!commented) return true;
            key_ = {};
            if (text_[open_] == '{')
                report(at_, Severity::note, "commented-entry",
                       "what stands after % in a line is not read as an entry");
        }
        return false;
    }

    // "@word {": sets type_ and open_.
    bool opens_entry(std::size_t at) {
        auto p = at + 1;
        while (p < text_.size() && is_ascii_space(text_[p])) ++p;
        auto const begin = p;
        while (p < text_.size() && is_name(text_[p])) ++p;
        if (p == begin) return false;
        type_ = text_.substr(begin, p - begin);
        while (p < text_.size() && is_ascii_space(text_[p])) ++p;
        open_ = p;
        return p < text_.size() &&
               (text_[p] == '{' || text_[p] == '(' || equal_ignoring_case(type_, "comment"));
    }

    // Whether a line that begins at `at` begins an entry: what a runaway value or entry ends at.
    [[nodiscard]] bool begins_entry(std::size_t at) const {
        while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
        if (at >= text_.size() || text_[at] != '@') return false;
        auto p = at + 1;
        while (p < text_.size() && is_name(text_[p])) ++p;
        if (p == at + 1) return false;
        auto const word = text_.substr(at + 1, p - at - 1);
        while (p < text_.size() && (text_[p] == ' ' || text_[p] == '\t')) ++p;
        if (p >= text_.size() || (text_[p] != '{' && text_[p] != '(')) return false;
        if (equal_ignoring_case(word, "comment") || equal_ignoring_case(word, "preamble")) return true;
        ++p;
        auto const limit = std::min(text_.size(), p + 200);
        while (p < limit && text_[p] != ',' && text_[p] != '=' && text_[p] != '{' && text_[p] != '}' &&
               text_[p] != '"' && text_[p] != '\n')
            ++p;
        return p < limit && (text_[p] == ',' || text_[p] == '=' || text_[p] == '\n');
    }

    void read_command() {
        key_ = {};
        at_ = open_;
        if (equal_ignoring_case(type_, "comment")) return skip_comment();
        char const close = text_[at_++] == '{' ? '}' : ')';
        if (equal_ignoring_case(type_, "string"))
            read_string(close);
        else if (equal_ignoring_case(type_, "preamble"))
            read_preamble(close);
        else
            read_entry(close);
    }

    // A comment in braces ends with them; else with its line. One whose braces never close ends with its line
    // too.
    void skip_comment() {
        if (peek() == '{') {
            auto const end = skip_braces();
            if (end != npos) {
                at_ = end;
                return;
            }
            report(start_, Severity::warning, "unbalanced-braces",
                   "the braces of this @comment are not closed");
        }
        while (!at_end() && peek() != '\n') ++at_;
    }

    // The place after the brace that closes the one at at_; npos where a new entry or the end comes first.
    [[nodiscard]] std::size_t skip_braces() {
        std::size_t depth = 0;
        if (is_hopeless()) return npos;
        auto p = at_;
        for (; p < text_.size(); ++p) {
            char const c = text_[p];
            if (c == '{') ++depth;
            if (c == '}' && --depth == 0) return p + 1;
            if (c == '\n' && begins_entry(p + 1)) break;
        }
        runaway_ += p - at_;
        return npos;
    }

    // After long searches for closing braces that do not come, lines are trusted more than braces: so that
    // the whole stays linear.
    [[nodiscard]] bool is_hopeless() const { return runaway_ > 4 * text_.size() + 65536; }

    void read_preamble(char close) {
        string_view value;
        read_value(value, close);
        skip_spaces();
        if (peek() == close) ++at_;
    }

    void read_string(char close) {
        while (!at_end()) {
            skip_spaces();
            if (peek() == ',') {
                ++at_;
                continue;
            }
            if (peek() == close) {
                ++at_;
                return;
            }
            auto const name = take_name();
            skip_spaces();
            if (name.empty() || peek() != '=') {
                report(at_, Severity::error, "malformed-string", "this @string has no “name = value”");
                at_ = next_entry(at_);
                return;
            }
            ++at_;
            string_view value;
            if (!read_value(value, close)) return;
            file_.macros.insert_or_assign(ascii_lower(name), value);
        }
    }

    [[nodiscard]] string_view take_name() {
        auto const begin = at_;
        while (at_ < text_.size() && is_name(text_[at_])) ++at_;
        return text_.substr(begin, at_ - begin);
    }

    // The next place where a line begins an entry, or the end.
    [[nodiscard]] std::size_t next_entry(std::size_t from) const {
        for (auto line = text_.find('\n', from); line != npos; line = text_.find('\n', line + 1))
            if (begins_entry(line + 1)) return line + 1;
        return text_.size();
    }

    void read_entry(char close) {
        Entry entry;
        entry.type = type_;
        entry.first = file_.fields.size();
        entry.before = end_;
        entry.span.begin = start_;
        damaged_ = false;
        read_key(close);
        entry.key = key_;
        while (read_field(close)) {
        }
        entry.span.end = at_;
        entry.count = file_.fields.size() - entry.first;
        entry.damaged = damaged_;
        end_ = at_;
        file_.entries.push_back(entry);
    }

    void damage(std::size_t offset, string_view rule, std::string message) {
        damaged_ = true;
        report(offset, Severity::error, rule, std::move(message));
    }

    void read_key(char close) {
        skip_spaces();
        if (peek() == '@' && begins_entry(at_)) return;  // the entry before it is not closed; read_field says so
        auto const begin = at_;
        while (!at_end() && string_view(",=\"{}\n\r").find(peek()) == npos &&
               !(close == ')' && peek() == ')'))
            ++at_;
        auto const key = trim(text_.substr(begin, at_ - begin));
        if (peek() == '=') {
            at_ = begin;
            damage(begin, "missing-key", "this entry has no key");
            return;
        }
        key_ = key;
        skip_spaces();
        if (key.empty())
            damage(begin, "missing-key", "this entry has no key");
        else if (key.find_first_of(" \t") != npos)
            damage(begin, "key-with-space", "a key has no spaces in it");
        if (peek() == ',') {
            ++at_;
        } else if (is_name(peek())) {
            damage(at_, "missing-comma", "there is no comma after the key");
        } else if (peek() != close && !at_end()) {
            damage(at_, "malformed-key", "the key ends with a character that no key has");
            while (!at_end() && peek() != ',' && peek() != '\n') ++at_;
        }
    }

    void skip_between_fields() {
        for (;;) {
            skip_spaces();
            if (peek() == ',') {
                ++at_;
            } else if (peek() == '%') {
                while (!at_end() && peek() != '\n') ++at_;
            } else {
                return;
            }
        }
    }

    // One field; false at the end of the entry.
    bool read_field(char close) {
        skip_between_fields();
        if (at_end()) {
            damage(start_, "truncated-entry", "the file ends before this entry does");
            return false;
        }
        if (peek() == close) return end_entry(close);
        if (peek() == '@' && at_line_start() && begins_entry(at_)) {
            if (take_back_swallowed()) return true;
            damage(start_, "unclosed-entry", "this entry is not closed before the next one begins");
            return false;
        }
        auto const begin = at_;
        auto const name = take_name();
        skip_spaces();
        if (name.empty() || peek() != '=') return skip_stray_text(begin, close);
        ++at_;
        string_view value;
        bool const goes_on = read_value(value, close);
        file_.fields.push_back({name, value, {begin, at_}});
        if (!goes_on) return false;
        return true;
    }

    // The last value of an entry that is not closed may have swallowed the fields after it: true where one
    // was found, and reading goes on there.
    bool take_back_swallowed() {
        auto& fields = file_.fields;
        if (taken_back_ == start_ || fields.empty() || fields.back().span.begin < start_) return false;
        auto& last = fields.back();
        auto const* const begin = last.value.data();
        if (begin < text_.data() || begin >= text_.data() + text_.size()) return false;
        auto const comma = find_swallowed(last.value);
        if (comma == npos) return false;
        taken_back_ = start_;
        damage(static_cast<std::size_t>(begin - text_.data()) - 1, "unbalanced-braces",
               "the braces of this value are not closed; the fields that it would take in are read");
        last.value = without_surplus_braces(trim(last.value.substr(0, comma)));
        at_ = static_cast<std::size_t>(begin - text_.data()) + comma;
        last.span.end = at_;
        return true;
    }

    // Where a value should have ended: the comma or line end before the first "year = " in it.
    [[nodiscard]] static std::size_t find_swallowed(string_view value) {
        std::size_t p = 0;
        for (auto end = value.find_first_of(",\n"); end != npos; end = value.find_first_of(",\n", p)) {
            p = end + 1;
            while (p < value.size() && is_ascii_space(value[p])) ++p;
            auto const name = p;
            while (p < value.size() && is_name(value[p])) ++p;
            auto const name_end = p;
            while (p < value.size() && is_ascii_space(value[p])) ++p;
            if (p < value.size() && value[p] == '=' &&
                find_bib_field(ascii_lower(value.substr(name, name_end - name))))
                return end;
        }
        return npos;
    }

    // Braces that are open at the end, or closed without having been opened, are not of the text.
    [[nodiscard]] static string_view without_surplus_braces(string_view value) {
        auto surplus =
            std::count(value.begin(), value.end(), '}') - std::count(value.begin(), value.end(), '{');
        for (; surplus > 0 && value.ends_with('}'); --surplus) value.remove_suffix(1);
        return value;
    }

    [[nodiscard]] bool at_line_start() const {
        auto p = at_;
        while (p > 0 && (text_[p - 1] == ' ' || text_[p - 1] == '\t')) --p;
        return p == 0 || text_[p - 1] == '\n';
    }

    // A closing delimiter with a field after it was one too many.
    bool end_entry(char) {
        auto const close_at = at_++;
        auto p = at_;
        while (p < text_.size() && is_ascii_space(text_[p])) ++p;
        if (p < text_.size() && text_[p] == ',') {
            auto q = p + 1;
            while (q < text_.size() && is_ascii_space(text_[q])) ++q;
            auto const name = q;
            while (q < text_.size() && is_name(text_[q])) ++q;
            auto const named = q > name;
            while (q < text_.size() && is_ascii_space(text_[q])) ++q;
            if (named && q < text_.size() && text_[q] == '=') {
                damage(close_at, "unbalanced-braces",
                       "one closing brace too many; the fields after it are read");
                at_ = p;
                return true;
            }
        }
        return false;
    }

    // Text that is no field: up to the next comma or line.
    bool skip_stray_text(std::size_t begin, char close) {
        at_ = begin;
        while (!at_end() && peek() != ',' && peek() != '\n' && peek() != close) {
            if (peek() == '{') {
                auto const end = skip_braces();
                at_ = end == npos ? at_ + 1 : end;
            } else {
                ++at_;
            }
        }
        auto const text = trim(text_.substr(begin, at_ - begin));
        if (text.empty() && !at_end() && peek() != close) ++at_;
        damage(begin, "stray-text", concat("“", text.substr(0, 60), "” is no field"));
        return true;
    }

    // A value of pieces joined by '#'. False where the entry cannot go on.
    bool read_value(string_view& value, char close) {
        std::string joined;
        std::size_t pieces = 0;
        bool goes_on = true;
        for (;;) {
            skip_spaces();
            string_view piece;
            goes_on = read_piece(piece, close);
            if (pieces == 1) joined = value;
            if (pieces++ == 0) {
                value = piece;
            } else if (joined.size() + piece.size() <= maximum_expansion) {
                joined += piece;
            } else {
                damage(at_, "limit-exceeded",
                       "this value is too long when its macros are expanded; it is cut");
            }
            if (!goes_on) break;
            auto const after = at_;
            skip_spaces();
            if (peek() != '#') {
                at_ = after;
                break;
            }
            ++at_;
        }
        if (pieces > 1) value = file_.expansions.emplace_back(std::move(joined));
        if (goes_on) check_after_value(close);
        return goes_on;
    }

    void check_after_value(char close) {
        skip_spaces();
        if (at_end() || peek() == ',' || peek() == close || (peek() == '@' && at_line_start())) return;
        if (is_name(peek())) {
            auto p = at_;
            while (p < text_.size() && is_name(text_[p])) ++p;
            while (p < text_.size() && is_ascii_space(text_[p])) ++p;
            if (p < text_.size() && text_[p] == '=') {
                damage(at_, "missing-comma", "there is no comma before this field");
                return;
            }
        }
        if (peek() == '%') return;
        skip_stray_text(at_, close);
    }

    bool read_piece(string_view& piece, char close) {
        char const c = peek();
        if (c == '{' || c == '"') return read_delimited(piece, c);
        auto const begin = at_;
        auto const name = take_name();
        if (name.empty()) {
            if (c != close)
                damage(begin, "missing-value", "this field has no value");
            else
                report(begin, Severity::warning, "missing-value", "this field has no value");
            return true;
        }
        if (is_all_digits(name)) {
            piece = name;
            return true;
        }
        auto const macro = file_.macros.find(small(name));
        if (macro != file_.macros.end()) {
            piece = macro->second;
        } else {
            piece = name;
            report(begin, Severity::warning, "undefined-macro",
                   concat("no @string defines “", name, "”; the name itself is kept as text"));
        }
        return true;
    }

    std::string const& small(string_view name) {
        small_.assign(name);
        for (char& c : small_) c = ascii_lower(c);
        return small_;
    }

    // {…} or "…"; a value that runs away ends where its line does.
    bool read_delimited(string_view& piece, char open) {
        auto const begin = ++at_;
        std::size_t depth = 0;
        std::size_t field_line = npos;  // the first line end that a new field seems to follow
        auto p = begin;
        for (; p < text_.size(); ++p) {
            char const c = text_[p];
            if (!ends_run[static_cast<unsigned char>(c)]) continue;
            if (c == '{') {
                ++depth;
            } else if (c == '}') {
                if (depth == 0 && open == '{') return end_value(piece, begin, p);
                if (depth == 0) break;  // "…} : the quote is missing
                --depth;
            } else if (c == '"') {
                if (depth == 0 && open == '"') {
                    if (field_line != npos && !ends_value(p + 1)) break;
                    return end_value(piece, begin, p);
                }
            } else if (c == '\n') {
                if (field_line == npos && begins_field(p + 1)) field_line = p;
                if (begins_entry(p + 1) || (field_line != npos && is_hopeless())) break;
            }
        }
        runaway_ += p - begin;
        return recover_value(piece, begin, field_line, open);
    }

    bool end_value(string_view& piece, std::size_t begin, std::size_t end) {
        piece = text_.substr(begin, end - begin);
        at_ = end + 1;
        return true;
    }

    [[nodiscard]] bool ends_value(std::size_t p) const {
        while (p < text_.size() && is_ascii_space(text_[p])) ++p;
        return p >= text_.size() || text_[p] == ',' || text_[p] == '}' || text_[p] == ')' || text_[p] == '#';
    }

    // "name = {" at the beginning of a line.
    [[nodiscard]] bool begins_field(std::size_t p) const {
        auto const skip = [&] {
            while (p < text_.size() && (text_[p] == ' ' || text_[p] == '\t')) ++p;
        };
        skip();
        auto const name = p;
        while (p < text_.size() && p < name + 64 && is_name(text_[p])) ++p;
        if (p == name) return false;
        skip();
        if (p >= text_.size() || text_[p] != '=') return false;
        ++p;
        skip();
        return p < text_.size() && (text_[p] == '{' || text_[p] == '"' || is_name(text_[p]));
    }

    bool recover_value(string_view& piece, std::size_t begin, std::size_t field_line, char open) {
        damage(begin - 1, open == '{' ? "unbalanced-braces" : "unterminated-quote",
               open == '{' ? "the braces of this value are not closed; it is read to the end of its line"
                           : "the quotes of this value are not closed; it is read to the end of its line");
        auto end = field_line != npos ? field_line : text_.find('\n', begin);
        if (end == npos) end = text_.size();
        auto value = text_.substr(begin, end - begin);
        if (auto const comma = find_swallowed(value); comma != npos) {
            piece = without_surplus_braces(trim(value.substr(0, comma)));
            at_ = begin + comma;
            return true;
        }
        value = trim(value);
        if (value.ends_with(',')) value = trim(value.substr(0, value.size() - 1));
        value = without_surplus_braces(value);
        piece = trim(value);
        at_ = end;
        return field_line != npos || next_is_field(end);
    }

    // After a runaway value the entry goes on only where another field follows it.
    [[nodiscard]] bool next_is_field(std::size_t p) const {
        while (p < text_.size() && is_ascii_space(text_[p])) ++p;
        return begins_field(p);
    }

    string_view text_;
    File file_;
    std::size_t at_ = 0;
    std::size_t start_ = 0;  // '@' of the entry being read
    std::size_t open_ = 0;
    std::size_t end_ = 0;  // after the last entry
    string_view type_;
    string_view key_;
    bool damaged_ = false;
    std::size_t taken_back_ = npos;  // the entry whose last value was cut
    std::size_t runaway_ = 0;        // bytes searched for delimiters that did not come
    std::string small_;
};

}  // namespace

File read_file(string_view text) { return Reader(text).read(); }

}  // namespace fonds::bibtex
