// Reads rich text: cuts at tags and quotes, pairs them, and builds nodes of the pairs.

#include "csl/rich_text.hpp"

#include <array>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "csl/script.hpp"

namespace fonds::csl {

namespace {

/// Marks may nest as deep; every walk over the tree recurses to this depth.
constexpr std::size_t maximum_marks = 64;

enum class Mark : std::uint8_t {
    none,
    italic,
    bold,
    small_caps,
    superscript,
    subscript,
    no_case,
    no_decoration,
    outer_quote,
    inner_quote,
};

struct Piece {
    Mark mark = Mark::none;
    bool opens = false;
    bool straight = false;      ///< a straight quote
    bool forced_space = false;  ///< an opening quote right after another opening mark
    std::string_view written;   ///< as it stands in the text
    std::string_view lead;      ///< what a quote needs before it: a space or a parenthesis
    std::string text;           ///< up to the next mark
};

struct Tag {
    std::string_view written;
    Mark mark;
    bool opens;
};

// clang-format off
constexpr std::array<Tag, 10> tags = {{
    {"<i>", Mark::italic, true}, {"</i>", Mark::italic, false}, {"<b>", Mark::bold, true},
    {"</b>", Mark::bold, false}, {"<sc>", Mark::small_caps, true}, {"</sc>", Mark::small_caps, false},
    {"<sup>", Mark::superscript, true}, {"</sup>", Mark::superscript, false}, {"<sub>", Mark::subscript, true},
    {"</sub>", Mark::subscript, false},
}};
// clang-format on

bool is_straight(char c) { return c == '"' || c == '\''; }

class Scanner {
  public:
    Scanner(std::string_view text, QuoteMarks const& marks) : text_(text), marks_(marks) {}

    std::vector<Piece> run() {
        pieces_.emplace_back();
        std::size_t begin = 0;
        for (std::size_t at = 0; at < text_.size();) {
            if (!may_match(at)) {
                ++at;
                continue;
            }
            Piece piece;
            auto const length = match(at, piece);
            if (length == 0) {
                ++at;
                continue;
            }
            pieces_.back().text = std::string(text_.substr(begin, at - begin));
            if (piece.straight && !piece.opens && pieces_.back().opens && pieces_.back().text.empty()) {
                piece.opens = true;
                piece.forced_space = true;
                piece.lead = " ";
            }
            piece.written = text_.substr(at, length);
            pieces_.push_back(std::move(piece));
            at += length;
            begin = at;
        }
        pieces_.back().text = std::string(text_.substr(begin));
        return std::move(pieces_);
    }

  private:
    /// Whether the byte at `at` may begin a mark, as few do.
    [[nodiscard]] bool may_match(std::size_t at) const {
        auto const c = text_[at];
        if (c == ' ' || c == '(')
            return (at + 1 < text_.size() && is_straight(text_[at + 1])) || marks_.may_begin(c);
        return marks_.may_begin(c);
    }

    std::size_t match(std::size_t at, Piece& out) const {
        auto const rest = text_.substr(at);
        auto const c = rest[0];
        if (c == '<') return match_tag(rest, out);
        if ((c == ' ' || c == '(') && rest.size() > 1 && is_straight(rest[1])) {
            out.mark = rest[1] == '"' ? Mark::outer_quote : Mark::inner_quote;
            out.opens = out.straight = true;
            out.lead = rest.substr(0, 1);
            return 2;
        }
        if (is_straight(c)) {
            out.mark = c == '"' ? Mark::outer_quote : Mark::inner_quote;
            out.straight = true;
            return 1;
        }
        return match_curly(rest, out);
    }

    std::size_t match_tag(std::string_view rest, Piece& out) const {
        for (auto const& tag : tags)
            if (rest.starts_with(tag.written)) {
                out.mark = tag.mark;
                out.opens = tag.opens;
                return tag.written.size();
            }
        if (rest.starts_with("</span>")) {
            out.mark = Mark::no_case;  // whichever span is open
            return 7;
        }
        if (!rest.starts_with("<span ")) return 0;
        auto const end = rest.substr(0, longest_tag).find('>');
        if (end == std::string_view::npos) return 0;
        auto const tag = rest.substr(0, end);
        out.opens = true;
        if (tag.find("font-variant:") != tag.npos && tag.find("small-caps") != tag.npos)
            out.mark = Mark::small_caps;
        else if (tag.find("class=\"nocase\"") != tag.npos) out.mark = Mark::no_case;
        else if (tag.find("class=\"nodecor\"") != tag.npos) out.mark = Mark::no_decoration;
        else return 0;
        return end + 1;
    }

    std::size_t match_curly(std::string_view rest, Piece& out) const {
        auto const try_mark = [&](std::string_view mark, Mark kind, bool opens) -> std::size_t {
            if (mark.empty() || is_straight(mark.front()) || !rest.starts_with(mark)) return 0;
            out.mark = kind;
            out.opens = opens;
            return mark.size();
        };
        if (auto const size = try_mark(marks_.open, Mark::outer_quote, true)) return size;
        if (auto const size = try_mark(marks_.open_inner, Mark::inner_quote, true)) return size;
        if (auto const size = try_mark(marks_.close, Mark::outer_quote, false)) return size;
        return try_mark(marks_.close_inner, Mark::inner_quote, false);
    }

    std::string_view text_;
    QuoteMarks const& marks_;
    std::vector<Piece> pieces_;
};

/// Pairs the marks; what has no partner becomes text.
class Pairing {
  public:
    explicit Pairing(std::vector<Piece>& pieces) : pieces_(pieces) {}

    void run() {
        for (std::size_t i = 1; i < pieces_.size(); ++i) {
            if (force_apostrophe(pieces_[i])) continue;
            if (pieces_[i].opens) open_.push_back(i);
            else close(i);
        }
        while (!open_.empty()) {
            auto& piece = pieces_[open_.back()];
            if (piece.straight && piece.mark == Mark::inner_quote) become_text(piece, " \u2019");
            else become_text(piece, piece.written);
            open_.pop_back();
        }
    }

  private:
    static void become_text(Piece& piece, std::string_view text) {
        piece.text.insert(0, text);
        piece.mark = Mark::none;
    }

    /// A closing single quote before a letter, or an opening one before a space, is an apostrophe.
    static bool force_apostrophe(Piece& piece) {
        if (!piece.straight || piece.mark != Mark::inner_quote || piece.text.empty()) return false;
        auto const next = piece.text.front();
        if (!piece.opens) {
            if (next == ',' || next == '.' || next == '?' || next == ':' || next == ';' || next == ' ')
                return false;
            become_text(piece, "\u2019");
            return true;
        }
        if (piece.lead != " " || next != ' ') return false;
        become_text(piece, " \u2019");
        return true;
    }

    [[nodiscard]] bool closes(Piece const& closer, Piece const& opener) const {
        if (closer.written == "</span>") return opener.written.starts_with("<span");
        if (opener.mark != closer.mark) return false;
        return closer.straight == opener.straight && !opener.written.starts_with("<span");
    }

    void close(std::size_t i) {
        auto& piece = pieces_[i];
        auto const single = piece.straight && piece.mark == Mark::inner_quote;
        while (!open_.empty()) {
            auto& opener = pieces_[open_.back()];
            if (closes(piece, opener)) {
                piece.mark = opener.mark;
                if (opener.mark == Mark::no_case) piece.mark = opener.mark = Mark::none;
                open_.pop_back();
                return;
            }
            if (single) {
                become_text(piece, "\u2019");
                return;
            }
            become_text(opener, opener.forced_space ? opener.written.substr(opener.written.size() - 1)
                                                    : opener.written);
            open_.pop_back();
        }
        become_text(piece, single ? std::string_view("\u2019") : piece.written);
    }

    std::vector<Piece>& pieces_;
    std::vector<std::size_t> open_;
};

Face face_of(Mark mark, bool first_quote_is_single) {
    Face out;
    switch (mark) {
        case Mark::italic: out.style = FontStyle::italic; break;
        case Mark::bold: out.weight = FontWeight::bold; break;
        case Mark::small_caps: out.variant = FontVariant::small_caps; break;
        case Mark::superscript: out.align = VerticalAlign::superscript; break;
        case Mark::subscript: out.align = VerticalAlign::subscript; break;
        case Mark::outer_quote: out.quotes = first_quote_is_single ? Quotes::inner : Quotes::outer; break;
        case Mark::inner_quote: out.quotes = first_quote_is_single ? Quotes::outer : Quotes::inner; break;
        case Mark::no_decoration:
            out.style = FontStyle::normal;
            out.weight = FontWeight::normal;
            out.variant = FontVariant::normal;
            break;
        default: break;
    }
    return out;
}

class Builder {
  public:
    Builder(Tree& tree, NodeId leaf) : tree_(tree), stack_{leaf} {}

    void build(std::vector<Piece> const& pieces, std::string first) {
        auto& root = tree_[stack_[0]];
        root.is_list = true;
        root.text = {};
        pending_ = std::move(first);
        for (std::size_t i = 1; i < pieces.size(); ++i) {
            auto const& piece = pieces[i];
            if (piece.mark == Mark::none) {
                pending_ += piece.text;
                continue;
            }
            if (piece.opens) open(piece);
            else close(piece);
            pending_ += piece.text;
        }
        flush();
    }

  private:
    static bool is_quote(Piece const& piece) {
        return piece.mark == Mark::outer_quote || piece.mark == Mark::inner_quote;
    }

    /// Of marks that nest too deep quotes stay as they are written, and formatting is left out.
    void leave_out(Piece const& piece) {
        if (is_quote(piece)) pending_ += piece.written;
    }

    void open(Piece const& piece) {
        if (stack_.size() > maximum_marks) {
            ++left_out_;
            return leave_out(piece);
        }
        auto const quote = is_quote(piece);
        if (quote && piece.straight) {
            if (!quote_seen_) single_first_ = piece.mark == Mark::inner_quote;
            quote_seen_ = true;
            if (!piece.forced_space) pending_ += piece.lead;
        }
        flush();
        auto const list = tree_.add_list();
        tree_[list].markup = true;
        tree_[list].face = face_of(piece.mark, single_first_);
        tree_.append(stack_.back(), list);
        stack_.push_back(list);
    }

    void close(Piece const& piece) {
        if (left_out_ > 0) {
            --left_out_;
            return leave_out(piece);
        }
        flush();
        if (stack_.size() > 1) stack_.pop_back();
    }

    void flush() {
        if (first_) {
            for (int i = 0; i < 2 && !pending_.empty() && pending_.front() == ' '; ++i) pending_.erase(0, 1);
            if (pending_.empty() && stack_.size() == 1 && tree_[stack_[0]].first == no_node && !flushed_) {
                flushed_ = true;
                first_ = false;
                return;
            }
            first_ = false;
        }
        if (pending_.empty()) return;
        tree_.append(stack_.back(), tree_.add_leaf(tree_.keep(pending_)));
        pending_.clear();
    }

    Tree& tree_;
    std::vector<NodeId> stack_;
    std::string pending_;
    std::size_t left_out_ = 0;  ///< marks that are open and nest too deep
    bool first_ = true, flushed_ = false, quote_seen_ = false, single_first_ = false;
};

/// A curly apostrophe between letters counts as a straight one.
std::string straighten_apostrophes(std::string_view text) {
    static constexpr std::string_view curly = "\u2019";
    std::string out;
    std::size_t kept = 0;  // from here on nothing was written yet
    for (auto at = text.find(curly); at != text.npos; at = text.find(curly, at + curly.size())) {
        auto const after = at + curly.size();
        if (at == 0 || after == text.size()) continue;
        auto const before = at - decode_before(text, at).size;
        if (!has_spaced_letter(text.substr(after, decode(text, after).size)) ||
            !has_spaced_letter(text.substr(before, at - before)))
            continue;
        out.append(text.substr(kept, at - kept)) += '\'';
        kept = after;
    }
    return out.append(text.substr(kept));
}

}  // namespace

QuoteMarks::QuoteMarks(std::string_view opening, std::string_view closing, std::string_view opening_inner,
                       std::string_view closing_inner)
    : open(opening), close(closing), open_inner(opening_inner), close_inner(closing_inner) {
    for (std::string_view const mark : {open, close, open_inner, close_inner, {"<"}, {"\""}, {"'"}, {"`"}})
        if (!mark.empty()) begins_[static_cast<unsigned char>(mark[0])] = true;
}

bool QuoteMarks::begin(std::string_view text) const {
    auto const begins = [&](std::string_view mark) { return !mark.empty() && text.starts_with(mark); };
    return begins(open) || begins(close) || begins(open_inner) || begins(close_inner);
}

bool needs_rich_text(std::string_view text, QuoteMarks const& marks) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!marks.may_begin(text[at])) continue;
        if (is_straight(text[at]) || text[at] == '<' || text[at] == '`') return true;
        // Other marks of ASCII, as two commas, stand in texts for other things.
        auto const is_ascii = static_cast<unsigned char>(text[at]) < 0x80;
        if (!is_ascii && marks.begin(text.substr(at))) return true;
    }
    return false;
}

void add_rich_text(Tree& tree, NodeId leaf, QuoteMarks const& marks) {
    auto const written = tree[leaf].text;
    auto quoted = std::string(written);
    if (quoted.starts_with('\'')) quoted.insert(0, " ");
    auto const blank_end = quoted.find_first_not_of(' ');
    auto const leading_space =
        blank_end != std::string::npos && blank_end > 0 && !is_straight(quoted[blank_end]);
    auto const text = concat(" ", straighten_apostrophes(quoted));
    auto pieces = Scanner(text, marks).run();
    if (pieces.size() == 1) return;
    Pairing(pieces).run();
    auto first = pieces[0].text;
    if (leading_space) first.insert(0, " ");
    Builder(tree, leaf).build(pieces, std::move(first));
}

}  // namespace fonds::csl
