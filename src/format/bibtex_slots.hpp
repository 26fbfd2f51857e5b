// The fields of one entry by meaning, its own and those it inherits.
#pragma once

#include <array>
#include <fonds/diagnostic.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/flat_table.hpp"
#include "format/bibtex_syntax.hpp"
#include "model/field_table.hpp"

namespace fonds::bibtex {

/// A chain of crossref and xdata longer than this is cut; a circle is cut by it too.
inline constexpr int maximum_inheritance = 16;
/// So many entries are read for what one inherits: a few that each name a dozen would make millions.
inline constexpr int maximum_inherited = 256;

struct Slots {
    std::string type;               ///< in small letters
    BibType const* kind = nullptr;  ///< null: a type that no table has
    std::array<std::string_view, bib_field_count> values{};
    /// A field of the entry itself, in the order of the file; -1: it is in no slot (unknown, or repeated).
    struct Own {
        Field const* field;
        int slot;
    };
    std::vector<Own> own;

    [[nodiscard]] std::string_view operator[](BibField field) const {
        return values[static_cast<std::size_t>(field)];
    }
    std::string_view& operator[](BibField field) { return values[static_cast<std::size_t>(field)]; }
    [[nodiscard]] bool has(BibField field) const { return !(*this)[field].empty(); }
};

/// A finding on an entry, at its place: "entry “suh2013”: …".
[[nodiscard]] Diagnostic entry_diagnostic(Entry const& entry, Severity severity, std::string_view rule,
                                          std::string_view message);

/// The entries of a file by key. Keys that come twice are reported.
class KeyIndex {
  public:
    KeyIndex(File const& file, std::vector<Diagnostic>& diagnostics);

    /// The (first) entry of that key, or null.
    [[nodiscard]] Entry const* find(std::string_view key) const;

  private:
    [[nodiscard]] std::string free_key(std::string_view key) const;

    File const& file_;
    FlatMap<std::string_view, std::size_t> by_key_;
};

/// Fills slots from entries, following crossref and xdata (biblatex manual, appendix B).
class SlotReader {
  public:
    SlotReader(File const& file, KeyIndex const& keys, std::vector<Diagnostic>& diagnostics)
        : file_(file), keys_(keys), diagnostics_(diagnostics) {}

    void read(Entry const& entry, Slots& slots);
    /// Without what it would inherit.
    void read_alone(Entry const& entry, Slots& slots) { read_own(entry, slots, false); }

  private:
    void read_own(Entry const& entry, Slots& slots, bool report_repeated);
    void inherit(Entry const& entry, Slots& slots, int depth);
    void inherit_from(Slots const& parent, Slots& child, Entry const& entry);
    void inherit_data(std::string_view keys, Slots& slots, Entry const& entry, int depth);
    [[nodiscard]] bool may_inherit(Entry const& entry);
    void report(Entry const& entry, Severity severity, std::string_view rule, std::string_view message);

    File const& file_;
    KeyIndex const& keys_;
    std::vector<Diagnostic>& diagnostics_;
    std::string small_;
    int inherited_ = 0;  ///< entries read for the one that is read
};

}  // namespace fonds::bibtex
