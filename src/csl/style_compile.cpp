// Style XML to a compiled style, leniently (CSL 1.0.2, "File Structure" to "Rendering Elements").

#include <algorithm>
#include <unordered_map>

#include "base/text.hpp"
#include "csl/style.hpp"
#include "csl/style_read.hpp"

namespace fonds::csl {

namespace {

class Compiler {
  public:
    explicit Compiler(CompiledStyle& style) : style_(style) {}

    void compile(xml::Node root) {
        read_info(root);
        read_options(root);
        style_names_ = read_name_options(root, true, style_.strings);
        for (auto const node : root.elements()) {
            if (node.local_name() == "locale") style_.locales.push_back(read_locale(node, style_.strings));
            if (node.local_name() == "macro") declare_macro(node);
        }
        for (auto const& entry : macro_nodes_) compile_macro(entry.first, entry.second);
        compile_area(root.child("citation"), style_.citation);
        compile_area(root.child("bibliography"), style_.bibliography);
        read_citation_options(root.child("citation"));
        read_bibliography_options(root.child("bibliography"));
        check_rings();
        mark_macros();
        if (!style_.citation.present && !style_.bibliography.present)
            findings_.add(Severity::error, "style-without-layout", "the style has no layout and formats nothing",
                          root);
    }

    Findings& findings() { return findings_; }

  private:
    void read_info(xml::Node root) {
        auto const info = root.child("info");
        style_.id = trim(info.child("id").text());
        style_.title = trim(info.child("title").text());
        style_.default_locale = std::string(root["default-locale"]);
        style_.is_note = root["class"] == "note";
    }

    void read_options(xml::Node root) {
        style_.initialize_with_hyphen = root["initialize-with-hyphen"] != "false";
        auto const range = root["page-range-format"];
        if (range == "chicago" || range == "chicago-15") style_.page_range = PageRange::chicago15;
        else if (range == "chicago-16") style_.page_range = PageRange::chicago16;
        else if (range == "expanded") style_.page_range = PageRange::expanded;
        else if (range == "minimal") style_.page_range = PageRange::minimal;
        else if (range == "minimal-two") style_.page_range = PageRange::minimal_two;
        auto const demote = root["demote-non-dropping-particle"];
        if (demote == "never") style_.demote = Demote::never;
        else if (demote == "sort-only") style_.demote = Demote::sort_only;
    }

    void declare_macro(xml::Node node) {
        auto const name = node["name"];
        auto const [at, added] =
            macros_.try_emplace(std::string(name), static_cast<std::uint32_t>(style_.macros.size()));
        if (!added) {
            findings_.add(Severity::warning, "duplicate-macro",
                          concat("the macro “", name, "” is defined twice; the first is used"), node);
            return;
        }
        Macro macro;
        macro.name = style_.strings.keep(name);
        macro.offset = static_cast<std::uint32_t>(node.offset());
        style_.macros.push_back(macro);
        macro_nodes_.emplace_back(at->second, node);
    }

    void compile_macro(std::uint32_t index, xml::Node node) {
        auto const [first, count] = compile_children(node, nullptr);
        style_.macros[index].first_child = first;
        style_.macros[index].child_count = count;
    }

    void compile_area(xml::Node node, Layout& layout) {
        if (!node) return;
        layout.names = read_name_options(node, true, style_.strings);
        layout.names.inherit(style_names_);
        auto const content = node.child("layout");
        layout.present = static_cast<bool>(content);
        if (content) {
            layout.format = read_format(content, style_.strings);
            auto const [first, count] = compile_children(content, nullptr);
            layout.first_child = first;
            layout.child_count = count;
        }
        if (auto const sort = node.child("sort"))
            for (auto const key : sort.elements())
                if (key.local_name() == "key") compile_key(key, layout);
    }

    void compile_key(xml::Node node, Layout& layout) {
        SortKey key;
        key.descending = node["sort"] == "descending";
        auto const number = [&](std::string_view name) -> std::optional<int> {
            auto const text = node[name];
            return is_all_digits(text) && text.size() < 6 ? std::optional(std::stoi(std::string(text)))
                                                          : std::nullopt;
        };
        key.names_min = number("names-min");
        key.names_use_first = number("names-use-first");
        if (auto const last = node["names-use-last"]; !last.empty()) key.names_use_last = last == "true";
        if (auto const macro = node["macro"]; !macro.empty()) {
            auto const found = find_macro(macro, node);
            if (!found) return;
            key.is_macro = true;
            key.macro = *found;
        } else {
            auto const variable = find_variable_named(node["variable"], node);
            if (!variable) return;
            key.variable = *variable;
            key.has_date = kind_of(*variable) == VariableKind::date;
        }
        layout.keys.push_back(key);
    }

    std::optional<std::uint32_t> find_macro(std::string_view name, xml::Node at) {
        auto const found = macros_.find(std::string(name));
        if (found != macros_.end()) return found->second;
        findings_.add(Severity::error, "undefined-macro",
                      concat("there is no macro “", name, "”; define it or remove the call"), at);
        return std::nullopt;
    }

    std::optional<Variable> find_variable_named(std::string_view name, xml::Node at) {
        auto const variable = find_variable(name);
        if (!variable)
            findings_.add(Severity::warning, "unknown-variable",
                          concat("CSL 1.0.2 has no variable “", name, "”; it is always empty"), at);
        return variable;
    }

    using Range = std::pair<std::uint32_t, std::uint32_t>;

    /// Compiles the child elements into adjoining places of the table.
    Range compile_children(xml::Node node, NamesSpec const* parent) {
        std::vector<xml::Node> nodes;
        for (auto const child : node.elements())
            if (is_rendering(child.local_name())) nodes.push_back(child);
            else if (child.local_name() != "sort")
                findings_.add(Severity::warning, "unknown-element",
                              concat("cs:", child.local_name(), " has no place here; it is left out"), child);
        auto const first = static_cast<std::uint32_t>(style_.elements.size());
        style_.elements.resize(style_.elements.size() + nodes.size());
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            auto element = compile_element(nodes[i], parent);
            style_.elements[first + i] = element;
        }
        return {first, static_cast<std::uint32_t>(nodes.size())};
    }

    static bool is_rendering(std::string_view name) {
        return name == "text" || name == "date" || name == "number" || name == "names" || name == "label" ||
               name == "group" || name == "choose" || name == "if" || name == "else-if" || name == "else";
    }

    /// An element that prints nothing: what stands for something unusable.
    static Element nothing() {
        Element out;
        out.kind = Kind::choose;
        return out;
    }

    Element compile_element(xml::Node node, NamesSpec const* parent) {
        auto const name = node.local_name();
        Element out;
        if (name == "text") out = compile_text(node);
        else if (name == "date") out = compile_date(node);
        else if (name == "number") out = compile_number(node);
        else if (name == "names") out = compile_names(node, parent);
        else if (name == "label") out = compile_label(node);
        else if (name == "choose") out = compile_choose(node);
        else if (name == "group") {
            out.kind = Kind::group;
            auto const [first, count] = compile_children(node, nullptr);
            out.first_child = first;
            out.child_count = count;
        } else {
            findings_.add(Severity::warning, "unknown-element", concat("cs:", name, " outside cs:choose"), node);
            return nothing();
        }
        if (out.kind != Kind::choose || out.child_count) out.format = read_format(node, style_.strings);
        out.offset = static_cast<std::uint32_t>(node.offset());
        return out;
    }

    Element compile_text(xml::Node node) {
        Element out;
        if (auto const variable = node["variable"]; !variable.empty()) {
            auto const found = find_variable_named(variable, node);
            if (!found) return empty_variable();
            out.kind = Kind::variable;
            out.variable = *found;
            out.short_form = node["form"] == "short";
            if (*found == Variable::year_suffix || *found == Variable::citation_label)
                style_.has_year_suffix = true;
        } else if (auto const macro = node["macro"]; !macro.empty()) {
            auto const found = find_macro(macro, node);
            if (!found) return nothing();
            out.kind = Kind::macro;
            out.detail = *found;
        } else if (auto const term_name = node["term"]; !term_name.empty()) {
            out.kind = Kind::term;
            out.term = style_.terms.add(lowercase_term(term_name));
            out.term_form = find_term_form(node["form"]);
            out.plural_term = node["plural"] == "true";
        } else {
            out.kind = Kind::value;
            out.text = style_.strings.keep(node["value"]);
        }
        return out;
    }

    /// A variable that no item has: it counts as called and empty for the group around it.
    static Element empty_variable() {
        Element out;
        out.kind = Kind::variable;
        out.variable = Variable::citation_key;
        return out;
    }

    static std::string lowercase_term(std::string_view name) {
        auto const lower = ascii_lower(name);
        auto const has_lower = std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        return has_lower ? std::string(name) : lower;
    }

    Element compile_date(xml::Node node) {
        Element out;
        auto const variable = find_variable_named(node["variable"], node);
        if (!variable) return empty_variable();
        if (kind_of(*variable) != VariableKind::date) return empty_variable();
        DateSpec date;
        date.variable = *variable;
        if (node["form"] == "text") date.form = DateForm::text;
        else if (node["form"] == "numeric") date.form = DateForm::numeric;
        auto const parts = node["date-parts"];
        if (parts == "year") date.month = date.day = false;
        else if (parts == "year-month") date.day = false;
        for (auto const child : node.elements())
            if (child.local_name() == "date-part")
                date.parts.push_back(read_date_part(child, style_.strings));
        out.kind = Kind::date;
        out.variable = *variable;
        out.detail = static_cast<std::uint32_t>(style_.dates.size());
        style_.dates.push_back(std::move(date));
        return out;
    }

    Element compile_number(xml::Node node) {
        Element out;
        auto const variable = find_variable_named(node["variable"], node);
        if (!variable) return empty_variable();
        out.kind = Kind::number;
        out.variable = *variable;
        auto const form = node["form"];
        if (form == "ordinal") out.number_form = NumberForm::ordinal;
        else if (form == "long-ordinal") out.number_form = NumberForm::long_ordinal;
        else if (form == "roman") out.number_form = NumberForm::roman;
        return out;
    }

    Element compile_label(xml::Node node) {
        Element out;
        out.kind = Kind::label;
        out.term_form = find_term_form(node["form"]);
        if (node["plural"] == "always") out.plural = Plural::always;
        else if (node["plural"] == "never") out.plural = Plural::never;
        auto const name = node["variable"];
        if (!name.empty()) {
            auto const variable = find_variable_named(name, node);
            if (!variable) return nothing();
            out.variable = *variable;
            out.term = style_.terms.add(name);
        }
        out.format = read_format(node, style_.strings);
        return out;
    }

    std::vector<Variable> read_variables(std::string_view names, xml::Node at) {
        std::vector<Variable> out;
        for (auto const& name : split(names, ' '))
            if (!name.empty())
                if (auto const variable = find_variable_named(name, at)) out.push_back(*variable);
        return out;
    }

    Element compile_names(xml::Node node, NamesSpec const* parent) {
        NamesSpec spec;
        auto const bare = node.elements().begin() == node.elements().end();
        if (parent && bare) {
            spec = *parent;
            spec.substitute_count = 0;
            spec.shorthand = true;
        }
        spec.variables = read_variables(node["variable"], node);
        if (auto const delimiter = read_text(node, "delimiter", style_.strings)) spec.delimiter = delimiter;
        auto name_seen = false;
        for (auto const child : node.elements()) {
            auto const name = child.local_name();
            if (name == "name") {
                read_name(child, spec);
                name_seen = true;
            } else if (name == "et-al") {
                spec.has_et_al = true;
                spec.et_al_format = read_format(child, style_.strings);
                if (auto const term_name = child["term"]; !term_name.empty())
                    spec.et_al_term = style_.terms.add(term_name);
            } else if (name == "label") {
                spec.has_label = true;
                spec.label_before = !name_seen && node.child("name");
                spec.label = compile_label(child);
            }
        }
        if (auto const substitute = node.child("substitute")) {
            auto const [first, count] = compile_children(substitute, &spec);
            spec.first_substitute = first;
            spec.substitute_count = count;
        }
        Element out;
        out.kind = Kind::names;
        out.detail = static_cast<std::uint32_t>(style_.names.size());
        style_.names.push_back(std::move(spec));
        return out;
    }

    void read_name(xml::Node node, NamesSpec& spec) {
        spec.name = read_name_options(node, false, style_.strings);
        spec.name_format = read_format(node, style_.strings);
        for (auto const part : node.elements()) {
            if (part.local_name() != "name-part") continue;
            auto& target = part["name"] == "given" ? spec.given : spec.family;
            target.present = true;
            target.format = read_format(part, style_.strings);
        }
    }

    Element compile_choose(xml::Node node) {
        std::vector<xml::Node> branches;
        for (auto const child : node.elements()) {
            auto const name = child.local_name();
            if (name == "if" || name == "else-if" || name == "else") branches.push_back(child);
        }
        Element out;
        out.kind = Kind::choose;
        out.first_child = static_cast<std::uint32_t>(style_.elements.size());
        out.child_count = static_cast<std::uint32_t>(branches.size());
        style_.elements.resize(style_.elements.size() + branches.size());
        for (std::size_t i = 0; i < branches.size(); ++i) {
            Element branch;
            branch.kind = Kind::branch;
            branch.detail = static_cast<std::uint32_t>(style_.conditions.size());
            style_.conditions.push_back(compile_condition(branches[i]));
            auto const [first, count] = compile_children(branches[i], nullptr);
            branch.first_child = first;
            branch.child_count = count;
            style_.elements[out.first_child + i] = branch;
        }
        return out;
    }

    Condition compile_condition(xml::Node node) {
        Condition out;
        out.otherwise = node.local_name() == "else";
        if (node["match"] == "any") out.match = Match::any;
        else if (node["match"] == "none") out.match = Match::none;
        for (auto at = node.first_attribute(); at; at = at.next()) {
            auto const name = at.local_name();
            if (name == "match") continue;
            if (name == "disambiguate") {
                style_.has_disambiguate = true;
                Test test{Test::Kind::disambiguate};
                if (at.value() == "true") out.tests.push_back(test);
                continue;
            }
            for (auto const& word : split(at.value(), ' '))
                if (!word.empty()) add_test(out, name, word, node);
        }
        return out;
    }

    void add_test(Condition& out, std::string_view name, std::string_view word, xml::Node node) {
        if (name == "type") {
            auto const type = find_item_type(word);
            if (type) out.types |= std::uint64_t{1} << static_cast<unsigned>(*type);
            else out.tests.push_back(Test{Test::Kind::never});
        } else if (name == "variable") {
            auto const variable = find_variable_named(word, node);
            if (variable) out.variables.set(index_of(*variable));
            else out.tests.push_back(Test{Test::Kind::never});
        } else if (name == "is-numeric" || name == "is-uncertain-date") {
            auto const variable = find_variable_named(word, node);
            Test test{name == "is-numeric" ? Test::Kind::numeric : Test::Kind::uncertain_date};
            if (variable) test.variable = *variable;
            else test.kind = Test::Kind::never;
            out.tests.push_back(test);
        } else if (name == "locator") {
            Test test{Test::Kind::locator};
            test.label = style_.terms.add(word);
            out.tests.push_back(test);
        } else if (name == "position") {
            add_position(out, word);
        } else {
            findings_.add(Severity::warning, "unknown-condition", concat("unknown condition ", name), node);
        }
    }

    void add_position(Condition& out, std::string_view word) {
        style_.has_position = true;
        Test test{Test::Kind::position};
        if (word == "first") test.position = PositionTest::first;
        else if (word == "subsequent") test.position = PositionTest::subsequent;
        else if (word == "ibid") test.position = PositionTest::ibid;
        else if (word == "ibid-with-locator") test.position = PositionTest::ibid_with_locator;
        else if (word == "near-note") test.position = PositionTest::near_note;
        else if (word == "far-note") test.position = PositionTest::far_note;
        else test.kind = Test::Kind::never;
        out.tests.push_back(test);
    }

    void read_citation_options(xml::Node node) {
        auto const is_true = [&](std::string_view name) { return node[name] == "true"; };
        style_.add_names = is_true("disambiguate-add-names");
        style_.add_givenname = is_true("disambiguate-add-givenname");
        style_.add_year_suffix = is_true("disambiguate-add-year-suffix");
        auto const rule = node["givenname-disambiguation-rule"];
        if (rule == "all-names") style_.given_rule = GivenRule::all_names;
        else if (rule == "all-names-with-initials") style_.given_rule = GivenRule::all_names_with_initials;
        else if (rule == "primary-name") style_.given_rule = GivenRule::primary_name;
        else if (rule == "primary-name-with-initials") style_.given_rule = GivenRule::primary_name_with_initials;
        style_.cite_group_delimiter = read_text(node, "cite-group-delimiter", style_.strings);
        style_.year_suffix_delimiter = read_text(node, "year-suffix-delimiter", style_.strings);
        style_.after_collapse_delimiter = read_text(node, "after-collapse-delimiter", style_.strings);
        auto const collapse = node["collapse"];
        if (collapse == "citation-number") style_.collapse = Collapse::citation_number;
        else if (collapse == "year") style_.collapse = Collapse::year;
        else if (collapse == "year-suffix") style_.collapse = Collapse::year_suffix;
        else if (collapse == "year-suffix-ranged") style_.collapse = Collapse::year_suffix_ranged;
        auto const distance = node["near-note-distance"];
        if (is_all_digits(distance) && distance.size() < 7) style_.near_note_distance = std::stoi(std::string(distance));
    }

    void read_bibliography_options(xml::Node node) {
        style_.hanging_indent = node["hanging-indent"] == "true";
        auto const align = node["second-field-align"];
        if (align == "flush") style_.field_align = FieldAlign::flush;
        else if (align == "margin") style_.field_align = FieldAlign::margin;
        style_.author_substitute = read_text(node, "subsequent-author-substitute", style_.strings);
        auto const rule = node["subsequent-author-substitute-rule"];
        if (rule == "complete-each") style_.author_substitute_rule = SubstituteRule::complete_each;
        else if (rule == "partial-each") style_.author_substitute_rule = SubstituteRule::partial_each;
        else if (rule == "partial-first") style_.author_substitute_rule = SubstituteRule::partial_first;
    }

    /// The elements below an element, wherever the style keeps them.
    template <class Visit>
    void each_child(Element const& element, Visit const& visit) const {
        for (auto i = element.first_child; i < element.first_child + element.child_count; ++i)
            visit(style_.elements[i]);
        if (element.kind == Kind::names) {
            auto const& spec = style_.names[element.detail];
            for (auto i = spec.first_substitute; i < spec.first_substitute + spec.substitute_count; ++i)
                visit(style_.elements[i]);
        }
    }

    enum class Mark : std::uint8_t { fresh, open, done };

    /// Finds macros that call themselves, directly or through others, and cuts the ring at the call.
    void check_rings() {
        std::vector<Mark> marks(style_.macros.size(), Mark::fresh);
        for (std::uint32_t i = 0; i < style_.macros.size(); ++i) check_macro(i, marks, 0);
    }

    void check_macro(std::uint32_t index, std::vector<Mark>& marks, std::size_t depth) {
        if (marks[index] != Mark::fresh) return;
        marks[index] = Mark::open;
        auto const& macro = style_.macros[index];
        for (auto i = macro.first_child; i < macro.first_child + macro.child_count; ++i)
            check_element(i, marks, depth + 1);
        marks[index] = Mark::done;
    }

    void check_element(std::uint32_t index, std::vector<Mark>& marks, std::size_t depth) {
        auto& element = style_.elements[index];
        auto const macro_open = element.kind == Kind::macro && marks[element.detail] == Mark::open;
        if (macro_open || depth > maximum_nesting) {
            Diagnostic finding;
            finding.rule = macro_open ? "macro-ring" : "nesting-limit";
            finding.severity = Severity::error;
            finding.message = macro_open ? concat("the macro “", style_.macros[element.detail].name,
                                                  "” calls itself; this call is left out")
                                         : concat("elements nest deeper than ", std::to_string(maximum_nesting),
                                                  "; what is below is left out");
            finding.span = Span{element.offset, element.offset};
            deferred_.push_back(std::move(finding));
            auto const offset = element.offset;
            element = nothing();
            element.offset = offset;
            return;
        }
        if (element.kind == Kind::macro) check_macro(element.detail, marks, depth);
        auto const copy = element;
        for (auto i = copy.first_child; i < copy.first_child + copy.child_count; ++i)
            check_element(i, marks, depth + 1);
        if (copy.kind == Kind::names) {
            auto const first = style_.names[copy.detail].first_substitute;
            auto const count = style_.names[copy.detail].substitute_count;
            for (auto i = first; i < first + count; ++i) check_element(i, marks, depth + 1);
        }
    }

    /// Which macros print dates (they sort by the date, not by its text) and year suffixes.
    void mark_macros() {
        for (auto& macro : style_.macros)
            for (auto i = macro.first_child; i < macro.first_child + macro.child_count; ++i)
                if (prints_date(style_.elements[i], 0)) macro.has_date = true;
        for (auto* layout : {&style_.citation, &style_.bibliography}) {
            for (auto& key : layout->keys)
                if (key.is_macro) key.has_date = style_.macros[key.macro].has_date;
            visited_.clear();
            for (auto i = layout->first_child; i < layout->first_child + layout->child_count; ++i)
                if (prints_number(style_.elements[i], 0)) layout->uses_citation_number = true;
        }
    }

    [[nodiscard]] bool prints_date(Element const& element, std::size_t depth) const {
        if (element.kind == Kind::date) return true;
        if (depth > maximum_nesting) return false;
        auto found = false;
        each_child(element, [&](Element const& child) { found = found || prints_date(child, depth + 1); });
        return found;
    }

    [[nodiscard]] bool prints_number(Element const& element, std::size_t depth) {
        if (element.kind == Kind::variable && element.variable == Variable::citation_number) return true;
        if (depth > maximum_nesting) return false;
        auto found = false;
        if (element.kind == Kind::macro) {
            auto const& macro = style_.macros[element.detail];
            if (visited_.size() < style_.macros.size()) visited_.resize(style_.macros.size(), false);
            if (visited_[element.detail]) return false;  // looked into before, in vain or not
            visited_[element.detail] = true;
            for (auto i = macro.first_child; i < macro.first_child + macro.child_count && !found; ++i)
                found = prints_number(style_.elements[i], depth + 1);
        }
        each_child(element, [&](Element const& child) { found = found || prints_number(child, depth + 1); });
        return found;
    }

  public:
    std::vector<Diagnostic> take_findings() {
        auto all = findings_.take();
        all.insert(all.end(), deferred_.begin(), deferred_.end());
        return all;
    }

  private:
    CompiledStyle& style_;
    Findings findings_;
    std::vector<Diagnostic> deferred_;
    NameOptions style_names_;
    std::vector<bool> visited_;
    std::unordered_map<std::string, std::uint32_t> macros_;
    std::vector<std::pair<std::uint32_t, xml::Node>> macro_nodes_;
};

}  // namespace

Result<Parsed<Style>> Style::parse(std::string_view bytes, std::string source) {
    auto const document = xml::Document::read(bytes);
    if (!document) {
        auto error = document.error();
        error.source = std::move(source);
        return error;
    }
    auto const root = document->root();
    if (root.local_name() != "style")
        return Error{ErrorCode::malformed, concat("not a CSL style: the root is <", root.name(), ">"), source, 0};
    auto compiled = std::make_shared<CompiledStyle>();
    compiled->source = std::move(source);
    if (!root.child("citation") && !root.child("bibliography"))
        for (auto const link : root.child("info").elements())
            if (link.local_name() == "link" && link["rel"] == "independent-parent")
                return Error{ErrorCode::unsupported, concat("a dependent style: its parent is ", link["href"]),
                             compiled->source, root.offset()};
    Compiler compiler(*compiled);
    compiler.compile(root);
    return Parsed<Style>{Style(std::move(compiled)), compiler.take_findings()};
}

std::string_view Style::id() const { return compiled_->id; }
std::string_view Style::title() const { return compiled_->title; }
std::string_view Style::default_locale() const { return compiled_->default_locale; }
bool Style::is_note() const { return compiled_->is_note; }
bool Style::has_bibliography() const { return compiled_->bibliography.present; }

}  // namespace fonds::csl
