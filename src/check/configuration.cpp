// Reads fonds.toml through toml++.

#include <toml++/toml.h>

#include <filesystem>
#include <fonds/configuration.hpp>

#include "base/file.hpp"
#include "base/text.hpp"

namespace fonds {
namespace {

namespace fs = std::filesystem;

/// The first thing that is wrong; what comes after it is not looked at.
struct Trouble {
    std::string message;
    toml::source_region where;
};

class Reader {
  public:
    Reader(Configuration& configuration, std::string folder)
        : out_(configuration), folder_(std::move(folder)) {}

    void top(toml::table const& table) {
        for (auto const& [key, node] : table) {
            if (key == "style") text(key, node, out_.style);
            else if (key == "locale") text(key, node, out_.locale);
            else if (key == "archives") paths(key, node, out_.archives);
            else if (key == "bibliography") paths(key, node, out_.bibliography);
            else if (key == "check" && node.is_table()) check(*node.as_table());
            else unknown(key.str(), node, "style, locale, archives, bibliography and [check]");
        }
    }
    [[nodiscard]] std::optional<Trouble> const& trouble() const { return trouble_; }

  private:
    void check(toml::table const& table) {
        for (auto const& [key, node] : table) {
            if (key == "select") list(key, node, out_.check.select);
            else if (key == "ignore") list(key, node, out_.check.ignore);
            else if (key == "fail-level") out_.fail_level = severity(node);
            else if (key == "baseline") {
                text(key, node, out_.baseline);
                out_.baseline = whole(out_.baseline);
            } else if (key == "year") year(node);
            else if (key == "severity" && node.is_table()) severities(*node.as_table());
            else unknown(key.str(), node, "select, ignore, fail-level, year, baseline and [check.severity]");
        }
    }

    void severities(toml::table const& table) {
        for (auto const& [key, node] : table)
            if (auto const level = severity(node))
                out_.check.severities.emplace_back(std::string(key.str()), *level);
    }

    std::optional<Severity> severity(toml::node const& node) {
        auto const name = node.value<std::string>();
        auto const level = name ? find_severity(*name) : std::nullopt;
        if (!level) fail(node, "a severity is \"error\", \"warning\" or \"note\"");
        return level;
    }

    void text(std::string_view key, toml::node const& node, std::string& out) {
        if (auto const value = node.value_exact<std::string>()) out = *value;
        else fail(node, concat("“", key, "” takes a text in quotation marks: ", key, " = \"…\""));
    }

    void list(std::string_view key, toml::node const& node, std::vector<std::string>& out) {
        auto const* array = node.as_array();
        if (!array)
            return fail(node, concat("“", key, "” takes a list of texts: ", key, " = [\"…\", \"…\"]"));
        for (auto const& element : *array) text(key, element, out.emplace_back());
    }

    void paths(std::string_view key, toml::node const& node, std::vector<std::string>& out) {
        list(key, node, out);
        for (auto& path : out) path = whole(path);
    }

    void year(toml::node const& node) {
        auto const value = node.value_exact<std::int64_t>();
        if (!value || *value < 1000 || *value > 9999)
            return fail(node, "“year” takes a year of four figures: year = 2026");
        out_.check.year = static_cast<int>(*value);
    }

    [[nodiscard]] std::string whole(std::string const& path) const {
        return path.empty() || fs::path(path).is_absolute() ? path : (fs::path(folder_) / path).string();
    }

    void unknown(std::string_view key, toml::node const& node, std::string_view known) {
        fail(node, concat("there is no setting “", key, "” here; there are ", known));
    }
    void fail(toml::node const& node, std::string message) {
        if (!trouble_) trouble_ = Trouble{std::move(message), node.source()};
    }

    Configuration& out_;
    std::string folder_;
    std::optional<Trouble> trouble_;
};

Error malformed(std::string const& path, std::uint32_t line, std::string_view message) {
    return {ErrorCode::malformed, concat("line ", std::to_string(line), ": ", message), path, 0};
}

}  // namespace

std::string find_configuration(std::string const& folder) {
    std::error_code code;
    auto at = fs::absolute(folder.empty() ? "." : folder, code).lexically_normal();
    for (; !code; at = at.parent_path()) {
        auto const file = at / "fonds.toml";
        if (fs::is_regular_file(file, code)) return file.string();
        code.clear();
        if (!at.has_relative_path()) break;
    }
    return {};
}

Result<Configuration> read_configuration_text(std::string_view text, std::string const& path) {
    Configuration configuration;
    configuration.path = path;
    try {
        auto const table = toml::parse(text, path);
        Reader reader(configuration, fs::path(path).parent_path().string());
        reader.top(table);
        if (auto const& trouble = reader.trouble())
            return malformed(path, trouble->where.begin.line, trouble->message);
    } catch (toml::parse_error const& error) {
        return malformed(path, error.source().begin.line, error.description());
    }
    auto const unknown = unknown_rules(configuration.check);
    if (!unknown.empty()) return Error{ErrorCode::malformed, unknown.front().message, path, 0};
    return configuration;
}

Result<Configuration> read_configuration(std::string const& path) {
    auto const text = read_file(path);
    if (!text) return text.error();
    return read_configuration_text(*text, path);
}

}  // namespace fonds
