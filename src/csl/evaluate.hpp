// Evaluation: one cite, one entry or one sort key of one item, written into the output tree.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "csl/number.hpp"
#include "csl/number_label.hpp"
#include "csl/parentheses.hpp"
#include "csl/record.hpp"
#include "csl/rich_text.hpp"
#include "csl/tree.hpp"
#include "csl/words.hpp"

namespace fonds::csl {

/// Elements evaluated for one cite; a style that needs more is cut off there (macros calling macros can ask
/// for exponentially many).
inline constexpr std::size_t maximum_steps = 200'000;

/// How an item's names are shown so that its cites differ from others (CSL 1.0.2, "Disambiguation").
struct Distinction {
    std::vector<int> names;                ///< names shown, by names element
    std::vector<std::vector<int>> givens;  ///< 0 family, 1 initials, 2 full; by names element and name
    int year_suffix = -1;
    int conditions = 0;  ///< how many disambiguate="true" hold
    friend bool operator==(Distinction const&, Distinction const&) = default;
};

/// Where family names are shared by different people, for rules that look at the whole document.
class NameRegister {
  public:
    struct Counts {
        std::unordered_map<std::string, std::vector<std::string>> givens;  ///< by initials; the first two
    };

    /// Adds a name, and gives what is known of its family; the name is kept by its address.
    Counts const& add(NameKeys const& name);
    [[nodiscard]] Counts const* find(std::string const& family) const;
    void clear() { families_.clear(), added_.clear(); }
    /// The names added since they were last taken.
    [[nodiscard]] std::vector<NameKeys const*> const& added() const { return added_; }
    [[nodiscard]] std::vector<NameKeys const*> take_added() { return std::exchange(added_, {}); }
    /// Whether different people have a family's name.
    [[nodiscard]] static bool is_shared(Counts const* family);

  private:
    std::unordered_map<std::string, Counts> families_;
    std::vector<NameKeys const*> added_;
};

enum class Area : std::uint8_t { citation, bibliography };

/// What evaluation knows of the cite beside the item.
struct CiteState {
    Record const* record = nullptr;
    Cite const* cite = nullptr;
    ReadLocator locator;
    Position position = Position::first;
    bool near_note = false;
    int first_note = 0;
    int citation_number = 0;
    int year_suffix = -1;
    int conditions = 0;
};

/// What one cite leaves behind for the next of the same citation (CSL 1.0.2, "Cite Collapsing").
struct CollapseState {
    std::string last_names;
    bool has_last_names = false;
    bool collapsed = false;
    bool use_group_delimiter = false;
    bool use_suffix_delimiter = false;
    bool after_locator = false;  ///< the cite before has one
    std::vector<int> last_date_parts, date_parts;
};

/// The names of an entry, for subsequent-author-substitute.
struct EntryNames {
    NodeId top = no_node;  ///< list whose first child is the names
    NodeId label = no_node;
    std::vector<NodeId> children;       ///< each name
    std::vector<std::string> rendered;  ///< the names as given
    bool from_names = false;
    bool open = false;  ///< they are wanted, and nothing was substituted yet
};

class Evaluator {
  public:
    Evaluator(CompiledStyle const& style, Words const& words);

    enum class Mode : std::uint8_t {
        final,    ///< for the reader
        looking,  ///< to compare cites: no locators' numbers, no year suffixes
        sorting,  ///< a sort key
    };

    /// Writes the layout of an area and returns its list. `distinction` is read and updated; `requested`: it
    /// was asked for, else it is only recorded.
    NodeId write(Tree& tree, Area area, CiteState const& state, Mode mode, Distinction& distinction,
                 bool requested);

    /// The text of one sort key; nothing where the item has no such thing.
    std::optional<std::string> sort_key(Tree& tree, Area area, SortKey const& key, CiteState const& state);

    /// The label of an item for citation-label.
    [[nodiscard]] std::string citation_label(Record const& record) const;

    CollapseState collapse;
    EntryNames entry_names;
    Parentheses parentheses;       ///< of the citation being written
    bool in_running_text = false;  ///< the style's own layout for the author in the text is written
    bool begins = true;            ///< nothing was written since the citation or entry began
    NameRegister const* names_register = nullptr;
    NameRegister* collect_names = nullptr;
    std::size_t conditions_seen = 0;
    std::string names_text;  ///< of the first names, where collapsing needs them

    [[nodiscard]] int conditions_used() const { return conditions_used_; }
    [[nodiscard]] QuoteMarks const& quotes() const { return quotes_; }
    [[nodiscard]] Words const& words() const { return words_; }

    /// A cite's prefix or suffix as a node.
    NodeId write_affix(Tree& tree, std::string_view text, bool keeps_beginning);

  private:
    struct Presence {
        bool term = false, attempt = false, success = false;
    };

    // Dispatch and structure (evaluate.cpp)
    void start(Tree& tree, Area area, CiteState const& state, Mode mode, Distinction& distinction);
    [[nodiscard]] std::optional<std::string> variable_key(Tree& tree, Variable variable,
                                                          CiteState const& state) const;
    void write_name_key(Variable variable, NodeId parent);
    [[nodiscard]] std::string without_markup(Tree& tree, std::string_view text) const;
    void write_children(std::uint32_t first, std::uint32_t count, NodeId parent);
    void write_element(Element const& element, NodeId parent);
    void write_aligned(Element const& element, NodeId parent);
    void write_top(Element const& element, NodeId parent);
    void write_group(Element const& element, NodeId parent);
    [[nodiscard]] std::string_view turned(std::string_view affix);
    NodeId make_list(Format const& format);
    NodeId open_list(Format const& format, NodeId parent);
    void close_list(NodeId list);
    void enclose(NodeId parent, NodeId mark, Format const& format, std::string_view prefix,
                 std::string_view suffix);
    void write_list_of(std::uint32_t first, std::uint32_t count, Format const& format, EmptyList const& empty,
                       NodeId parent);
    [[nodiscard]] bool is_known_empty(EmptyList const& list) const;
    [[nodiscard]] bool ends_in_two_spaces(NodeId list) const;
    void write_macro(Element const& element, NodeId parent);
    void write_choose(Element const& element, NodeId parent);
    [[nodiscard]] Element const* chosen_branch(Element const& choose);
    [[nodiscard]] bool holds(Condition const& condition);
    [[nodiscard]] bool holds(Test const& test);
    [[nodiscard]] bool holds_position(PositionTest test) const;
    [[nodiscard]] bool is_present(Variable variable) const;
    [[nodiscard]] VariableSet present() const;

    // Text, terms, labels, numbers (evaluate_text.cpp)
    void write_variable(Element const& element, NodeId parent);
    void write_text(Element const& element, std::string_view text, NodeId parent, Part part);
    void write_term(Element const& element, NodeId parent);
    void write_value(Element const& element, NodeId parent);
    [[nodiscard]] NumberField read_number(Variable variable, std::string_view value, bool commas) const;
    void write_label(Element const& element, NodeId parent);
    void write_number(Element const& element, NodeId parent);
    void write_number_field(Element const& element, std::string_view value, NodeId parent);
    void write_counter(Element const& element, Counter counter, int number, NodeId parent);
    [[nodiscard]] std::string_view value_of(Variable variable) const;
    [[nodiscard]] std::string label_text(Element const& element, Term term, bool plural);
    [[nodiscard]] bool is_silenced() const;
    [[nodiscard]] NameOptions const& name_options(Element const& element) const;
    [[nodiscard]] bool suppresses_author() const;
    /// Whether the cite shows its author only, picked out of the citation's layout.
    [[nodiscard]] bool picks_author() const;
    NodeId leaf(std::string_view text, Format const& format, bool counts_as_text = true);
    NodeId stripped_leaf(std::string_view text, Format const& format, bool counts_as_text = true);
    NodeId item_leaf(std::string_view text, Format format, bool counts_as_text = true);
    [[nodiscard]] std::string strip_periods(std::string_view text) const;
    [[nodiscard]] bool is_english() const;
    /// Marks the variable as called; false: it is suppressed, empty or used up by a substitution.
    bool call(Variable variable, bool filled);
    void note_substituted(bool substitutes, std::string_view value, NodeId list);

    // Dates (evaluate_date.cpp)
    void write_date(Element const& element, NodeId parent);
    void write_date_parts(std::vector<DatePartSpec> const& parts, Date const& date, NodeId list,
                          TextCase text_case);
    struct DateRun;
    void write_date_literal(std::vector<DatePartSpec> const& parts, std::string_view literal, NodeId list,
                            TextCase text_case);
    bool write_date_part(DateRun& run, NodeId target, DatePartSpec const& part, DatePoint const& point,
                         bool without_prefix, bool without_suffix);
    void write_range_end(DateRun& run, NodeId range);
    std::vector<bool> collapsing_parts(std::vector<DatePartSpec> const& parts, DatePoint const& point);
    [[nodiscard]] std::string date_part_text(DatePartSpec const& part, DatePoint const& point);
    void write_year_suffix(NodeId list, Format const& format);
    [[nodiscard]] std::string date_key(Date const& date, std::vector<DatePartSpec> const* parts) const;

    // Names (evaluate_names.cpp, name_text.cpp)
    struct NameRun;
    struct WrittenName;
    struct PersonParts;
    void write_names(Element const& element, NodeId parent);
    [[nodiscard]] std::span<Variable const> open_variables(std::vector<Variable> const& variables,
                                                           std::vector<Variable>& rest) const;
    void use_up(std::span<Variable const> variables);
    [[nodiscard]] bool any_filled(std::span<Variable const> variables) const;
    struct Range {
        std::uint32_t first = 0, count = 0;
    };
    void write_substitutes(Element const& element, NamesSpec const& spec, Range range, NodeId parent);
    void write_shorthand(Element const& element, NamesSpec const& spec,
                         std::vector<Variable> const& variables, NodeId parent);
    void write_name_lists(NamesSpec const& spec, std::span<Variable const> variables, Format const& format,
                          NameOptions const& options, NodeId parent);
    void limit_names(NameRun& run, NameOptions const& options) const;
    [[nodiscard]] std::optional<Term> shared_term(NamesSpec const& spec,
                                                  std::span<Variable const> variables) const;
    void write_name_count(NameRun const& run, std::span<Variable const> variables, bool shared,
                          NodeId parent);
    [[nodiscard]] bool collects_entry_names() const;
    NodeId write_names_label(NodeId list, NamesSpec const& spec, Term term, bool plural);
    NodeId write_list(NameRun& run, std::vector<PersonName> const& names, std::size_t position);
    NodeId join_names(NameRun& run, std::vector<WrittenName> const& names, bool cut, bool with_last);
    NodeId write_name(NameRun& run, PersonName const& name, std::size_t position, std::size_t index);
    NodeId write_person(NameRun& run, PersonName const& name, std::size_t position, std::size_t index);
    NodeId write_inverted(NameRun& run, PersonParts const& parts, PersonName const& name);
    NodeId write_spoken(NameRun& run, PersonParts parts, PersonName const& name);
    NodeId write_name_suffix(NameRun const& run, PersonName const& name);
    NodeId write_given(NameRun& run, PersonName const& name, std::size_t position, std::size_t index,
                       int& level);
    std::string_view stripped_name(std::string_view text, NamePart const& part);
    NodeId name_part(std::string_view text, NamePart const& part);
    NodeId join(std::initializer_list<NodeId> nodes, std::string_view delimiter);
    void set_affixes(NodeId node, NamePart const& part);
    [[nodiscard]] std::size_t shown_count(NameRun const& run, std::size_t count, int asked, bool& cut) const;
    std::size_t recorded_count(NameRun const& run, std::size_t count, std::size_t position, bool& cut);
    void decide_givens(NameRun& run, std::vector<PersonName> const& names, std::size_t position);
    [[nodiscard]] int given_level(NameRun const& run, PersonName const& name, std::size_t index,
                                  int requested);
    void collapse_names(NodeId top);
    [[nodiscard]] bool same_names(Variable one, Variable other) const;

    CompiledStyle const& style_;
    Words const& words_;
    QuoteMarks quotes_;
    struct {
        std::vector<NameOptions> citation, bibliography, in_text;
    } name_options_;  ///< resolved, by names element

    // Of the cite being written
    Tree* tree_ = nullptr;
    Area area_ = Area::citation;
    Mode mode_ = Mode::final;
    CiteState state_;
    Distinction* distinction_ = nullptr;
    bool requested_ = false;
    struct Labelled {
        Variable variable;
        TermForm form;
    };
    std::optional<Labelled> labelled_;  ///< by the last cs:label that says its form
    Presence group_;
    VariableSet present_, done_;
    std::vector<char> can_substitute_;
    bool blocks_substitute_ = false;
    int strip_periods_ = 0;
    int conditions_used_ = 0;
    std::size_t names_base_ = 0;
    std::size_t depth_ = 0, steps_ = 0;
    std::size_t nesting_ = 0;   ///< of rendering elements below the layout
    NodeId aligned_ = no_node;  ///< second-field-align: where all after the first field goes
    bool aligning_ = false;
    bool year_suffix_done_ = false;
    bool rendered_something_ = false;
    bool passed_text_ = false;  ///< where an author is picked out
    /// Names without content keep a term after them from beginning the cite.
    bool after_empty_names_ = false;
    bool date_macro_ = false;  ///< in a sort key: only dates count
    SortKey const* key_ = nullptr;
};

}  // namespace fonds::csl
