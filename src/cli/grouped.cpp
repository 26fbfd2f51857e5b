// A bibliography with headings.

#include "cli/grouped.hpp"

namespace fonds::cli {
namespace {

class GroupWriter {
  public:
    GroupWriter(Items const& items, HouseStyle const& style, csl::Options const& options,
                std::vector<Diagnostic>& diagnostics)
        : items_(items), style_(style), options_(options), diagnostics_(diagnostics) {}

    void write(BibliographyGroup const& group, int level) {
        if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
        out_ += csl::write_heading(group.heading, level, options_.output);
        write_entries(group.items);
        for (auto const& part : group.groups) write(part, level + 1);
    }

    std::string take() { return std::move(out_); }

  private:
    void write_entries(std::vector<std::size_t> const& members) {
        if (members.empty()) return;
        Items items;
        for (auto const index : members) items.push_back(items_[index]);
        auto rendered = csl::format_bibliography(style_.style, style_.locales, items, options_);
        diagnostics_.insert(diagnostics_.end(), rendered.diagnostics.begin(), rendered.diagnostics.end());
        out_ += csl::join_bibliography(rendered.bibliography, options_.output);
        if (out_.back() != '\n') out_ += '\n';
    }

    Items const& items_;
    HouseStyle const& style_;
    csl::Options const& options_;
    std::vector<Diagnostic>& diagnostics_;
    std::string out_;
};

}  // namespace

std::string write_groups(std::vector<BibliographyGroup> const& groups, Items const& items,
                         HouseStyle const& style, csl::Options const& options,
                         std::vector<Diagnostic>& diagnostics) {
    GroupWriter writer(items, style, options, diagnostics);
    for (auto const& group : groups) writer.write(group, 1);
    return writer.take();
}

}  // namespace fonds::cli
