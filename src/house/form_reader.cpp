// Reads a house form from its table (format: bibliography/README.md).
#include "house/form_reader.hpp"

#include <algorithm>
#include <array>

#include "base/table.hpp"
#include "base/text.hpp"

namespace fonds {
namespace {

using FormData = std::shared_ptr<HouseForm::Data const>;

/// Text that may begin or end with a space stands in quotes.
std::string unquoted(std::string_view text) {
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
    return std::string(text);
}

std::vector<std::string> words(std::string_view text) {
    std::vector<std::string> out;
    for (auto word : split(text, ' '))
        if (!word.empty()) out.emplace_back(word);
    return out;
}

class FormReader {
  public:
    FormReader(std::string_view source, std::function<FormData(std::string_view)> const& find)
        : source_(source), find_(find) {}

    Result<FormData> read(std::string_view table) {
        auto const problem =
            read_rows(table, source_, line_, [&](Fields const& fields) { return read_row(fields); });
        if (problem) return *problem;
        if (form_.name.empty())
            return error("ends without a form; begin the table with form, a tab and a name");
        return std::make_shared<HouseForm::Data const>(std::move(form_));
    }

  private:
    std::optional<Error> read_row(Fields const& fields) {
        auto const keyword = field(fields, 0);
        auto const value = field(fields, 1);
        if (value.empty()) return error(concat("has nothing behind “", keyword, "”"));
        if (keyword == "form") {
            form_.name = value;
            form_.description = field(fields, 2);
        } else if (keyword == "inherits") {
            form_.parent = find_(value);
            if (!form_.parent)
                return table_error(source_, line_, concat("inherits from the unknown form ", value),
                                   ErrorCode::not_found);
        } else if (keyword == "language") {
            form_.languages = words(value);
        } else if (keyword == "provenance") {
            return read_choice(value, {"sentences", "names"}, form_.provenance_sentences);
        } else if (keyword == "family-first") {
            return read_choice(value, {"whole", "parts"}, form_.whole_names);
        } else if (keyword == "word") {
            form_.words[std::string(value)] = unquoted(field(fields, 2));
        } else if (keyword == "section") {
            form_.sections.emplace_back();
            if (value != "*") form_.sections.back().schemes = words(value);
        } else {
            if (form_.sections.empty()) return error("stands before the first section");
            return read_setting(form_.sections.back(), keyword, value, fields);
        }
        return std::nullopt;
    }

    std::optional<Error> read_setting(FormSection& section, std::string_view keyword, std::string_view value,
                                      Fields const& fields) {
        if (keyword == "separator") section.separator = unquoted(value);
        else if (keyword == "dash") section.dash = unquoted(value);
        else if (keyword == "verso") section.verso = unquoted(value);
        else if (keyword == "order")
            return read_choice(value, {"innermost", "outermost"}, section.innermost_first);
        else if (keyword == "capital") return read_choice(value, {"yes", "no"}, section.capital);
        else if (keyword == "collection-order")
            return read_choice(value, {"innermost", "outermost"}, section.collection_innermost_first);
        else if (keyword == "unit") return read_choice(value, {"repository", "location"}, section.one_unit);
        else if (keyword == "collection")
            section.collection = value == "-" ? std::vector<std::string>() : words(value);
        else if (keyword == "repository") {
            if (value == "as-written") section.repository = RepositoryName::as_written;
            else if (value == "latin") section.repository = RepositoryName::latin;
            else if (value == "native") section.repository = RepositoryName::native;
            else return error(concat("has “", value, "”; write as-written, latin or native"));
        } else if (keyword == "level") {
            LevelPattern pattern{unquoted(field(fields, 2)), unquoted(field(fields, 3)), std::nullopt};
            if (pattern.one.find("{}") == std::string::npos ||
                (!pattern.many.empty() && pattern.many.find("{}") == std::string::npos))
                return error("has a pattern without {}, the place of the value");
            if (!field(fields, 4).empty()) pattern.glue = unquoted(field(fields, 4));
            section.levels[std::string(value)] = std::move(pattern);
        } else {
            return error(concat("begins with “", keyword, "”, which no form has"));
        }
        return std::nullopt;
    }

    /// One of two words; the first is true.
    std::optional<Error> read_choice(std::string_view value, std::array<std::string_view, 2> choices,
                                     std::optional<bool>& out) {
        if (value != choices[0] && value != choices[1])
            return error(concat("has “", value, "”; write ", choices[0], " or ", choices[1]));
        out = value == choices[0];
        return std::nullopt;
    }

    [[nodiscard]] Error error(std::string_view problem) const { return table_error(source_, line_, problem); }

    std::string_view source_;
    std::function<FormData(std::string_view)> const& find_;
    HouseForm::Data form_;
    std::size_t line_ = 0;
};

}  // namespace

Result<FormData> read_house_form(std::string_view table, std::string_view source,
                                 std::function<FormData(std::string_view)> const& find) {
    return FormReader(source, find).read(table);
}

}  // namespace fonds
