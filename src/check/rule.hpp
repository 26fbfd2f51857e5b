// What a rule is inside: a line of a table that names one function.
#pragma once

#include <fonds/check.hpp>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "check/introductions.hpp"
#include "check/marks.hpp"
#include "check/range_habit.hpp"
#include "check/tokens.hpp"

namespace fonds::checking {

/// All that is checked together: a manuscript, or a file of records, each of which stands as a note.
struct Manuscript {
    Document const* document;  ///< null for records
    std::vector<ParsedNote> const& notes;
    std::vector<std::vector<Token>> const& tokens;  ///< of each note
    Knowledge const& knowledge;
    CheckOptions const& options;

    Manuscript(Document const* whole, std::vector<ParsedNote> const& its_notes,
               std::vector<std::vector<Token>> const& their_tokens, Knowledge const& known,
               CheckOptions const& chosen)
        : document(whole), notes(its_notes), tokens(their_tokens), knowledge(known), options(chosen) {}

    /// The abbreviations that its notes introduce, found when they are first asked for, by any thread.
    [[nodiscard]] std::vector<Introduction> const& introductions() const {
        std::call_once(introductions_once_, [&] { introductions_ = introductions_in(notes, tokens); });
        return introductions_;
    }

    /// Whether its ranges have hyphens by the custom of its language; the same.
    [[nodiscard]] bool has_hyphens_in_ranges() const {
        std::call_once(hyphens_once_, [&] { hyphens_ = sets_hyphens(notes); });
        return hyphens_;
    }

    /// Where those abbreviations are used; the same.
    [[nodiscard]] AbbreviationUses const& abbreviation_uses() const {
        std::call_once(uses_once_, [&] {
            auto const body = document ? std::string_view(document->text) : std::string_view();
            uses_ = uses_of(introductions(), notes, body);
        });
        return uses_;
    }

  private:
    mutable std::once_flag introductions_once_, uses_once_, hyphens_once_;
    mutable bool hyphens_ = false;
    mutable std::vector<Introduction> introductions_;
    mutable AbbreviationUses uses_;
};

/// One note with its tokens, looked at by one thread.
struct NoteView {
    Manuscript const& manuscript;
    std::size_t index = 0;
    ParsedNote const& note;
    std::vector<Token> const& tokens;

    NoteView(Manuscript const& whole, std::size_t place)
        : manuscript(whole), index(place), note(whole.notes[place]), tokens(whole.tokens[place]) {}

    [[nodiscard]] std::string_view text(Token const& token) const { return spelling(note.text, token); }
    [[nodiscard]] std::string_view text(Span span) const { return slice(note.text, span); }

    /// Its marks, found when they are first asked for.
    [[nodiscard]] std::vector<Mark> const& marks() const {
        if (!marks_) marks_ = find_marks(note.text, tokens);
        return *marks_;
    }

  private:
    mutable std::optional<std::vector<Mark>> marks_;
};

/// Collects what the rule at work finds.
class Findings {
  public:
    Findings(std::vector<Diagnostic>& out, std::string_view rule, Severity severity)
        : out_(out), rule_(rule), severity_(severity) {}

    /// A finding in note `note` (or `no_index`: in the source). The reference is valid until the next.
    Diagnostic& add(std::size_t note, Span span, std::string message) {
        return out_.emplace_back(make_diagnostic(rule_, severity_, note, span, std::move(message)));
    }

  private:
    std::vector<Diagnostic>& out_;
    std::string_view rule_;
    Severity severity_;
};

/// Adds a repair of one span.
inline void offer(Diagnostic& finding, bool safe, Span span, std::string replacement,
                  std::string description) {
    finding.fixes.push_back({std::move(description), safe, {{span, std::move(replacement)}}});
}
/// Adds a repair that replaces the finding's own span.
inline void offer(Diagnostic& finding, bool safe, std::string replacement) {
    auto const words = replacement.empty() ? std::string("delete it") : "write “" + replacement + "”";
    offer(finding, safe, finding.span, std::move(replacement), words);
}

using NoteRule = void (*)(NoteView const&, Findings&);
using CitationRule = void (*)(NoteView const&, Citation const&, Findings&);
using ManuscriptRule = void (*)(Manuscript const&, Findings&);

/// Where a rule looks.
enum class Reach {
    manuscripts,  ///< text of notes: senseless on the syntax of a record file
    records,      ///< record files only
    both,
};

/// What a rule is called with: every note, every citation, or the manuscript as a whole; nothing where the
/// finding is made elsewhere (while reading) and only described in the table.
using RuleFunction = std::variant<std::monostate, NoteRule, CitationRule, ManuscriptRule>;

/// A line of the table.
struct RuleEntry {
    Rule rule;
    Reach reach = Reach::manuscripts;
    RuleFunction find = {};
};

[[nodiscard]] std::span<RuleEntry const> source_rules();
[[nodiscard]] std::span<RuleEntry const> level_rules();
[[nodiscard]] std::span<RuleEntry const> archive_rules();
[[nodiscard]] std::span<RuleEntry const> range_rules();
[[nodiscard]] std::span<RuleEntry const> plural_rules();
[[nodiscard]] std::span<RuleEntry const> lookalike_rules();
[[nodiscard]] std::span<RuleEntry const> script_rules();
[[nodiscard]] std::span<RuleEntry const> encoding_rules();
[[nodiscard]] std::span<RuleEntry const> typing_rules();
[[nodiscard]] std::span<RuleEntry const> spacing_rules();
[[nodiscard]] std::span<RuleEntry const> punctuation_rules();
[[nodiscard]] std::span<RuleEntry const> label_rules();
[[nodiscard]] std::span<RuleEntry const> number_word_rules();
[[nodiscard]] std::span<RuleEntry const> time_rules();
[[nodiscard]] std::span<RuleEntry const> holdings_rules();
[[nodiscard]] std::span<RuleEntry const> identifier_rules();
[[nodiscard]] std::span<RuleEntry const> decimal_rules();
[[nodiscard]] std::span<RuleEntry const> address_rules();
[[nodiscard]] std::span<RuleEntry const> note_rules();
[[nodiscard]] std::span<RuleEntry const> abbreviation_rules();
[[nodiscard]] std::span<RuleEntry const> completeness_rules();
[[nodiscard]] std::span<RuleEntry const> archive_list_rules();
[[nodiscard]] std::span<RuleEntry const> repetition_rules();
[[nodiscard]] std::span<RuleEntry const> record_rules();
[[nodiscard]] std::span<RuleEntry const> reading_rules();

/// All entries, family by family.
[[nodiscard]] std::vector<RuleEntry> const& rule_entries();

/// Of a name that is neither a rule nor a family: says which was meant.
[[nodiscard]] Error no_such_rule(std::string_view name);

/// Which rules the options choose, and how grave each is.
class Selection {
  public:
    explicit Selection(CheckOptions const& options) : options_(options) {}
    [[nodiscard]] bool chooses(std::string_view id, std::string_view family) const;
    [[nodiscard]] Severity severity(std::string_view id, Severity otherwise) const;

  private:
    CheckOptions const& options_;
};

}  // namespace fonds::checking
