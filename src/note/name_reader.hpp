// How names are read: a list of them cut into ranges, each range into the parts of a name.
#pragma once

#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "note/names.hpp"

namespace fonds {

class NameReader {
  public:
    /// Some tokens of the note, half-open.
    struct Range {
        std::uint32_t first = 0, last = 0;
        [[nodiscard]] std::uint32_t size() const { return last - first; }
    };

    explicit NameReader(Chunks const& chunks) : chunks_(chunks) {}
    [[nodiscard]] Names read(std::uint32_t first, std::uint32_t last) const;
    /// "Smith, John, and Mary Jones": the first name has its family's before the comma.
    [[nodiscard]] Names read_listed(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] Names read_paired(std::uint32_t first, std::uint32_t last) const;

  private:
    [[nodiscard]] Token const& token(std::uint32_t at) const { return chunks_.tokens[at]; }
    [[nodiscard]] std::string_view word(std::uint32_t at) const { return chunks_.word(at); }
    [[nodiscard]] std::string_view text(Range range) const {
        if (range.first >= range.last) return {};
        return trim(slice(chunks_.text, {token(range.first).span.begin, token(range.last - 1).span.end}));
    }

    // Lists of names: names.cpp.

    [[nodiscard]] std::vector<Range> split(std::uint32_t first, std::uint32_t last) const;
    /// "Grotefend, O.", "Ebert, Frederick J.", "Cutter, Don. Correspondence", "Cassirer, Ernst": initials
    /// behind a comma are those of the name before; so is, behind the first, a given name that ends with
    /// initials or an entry's stop, and one of two pieces that can be nothing else.
    [[nodiscard]] std::vector<Range> with_given(std::vector<Range> const& ranges) const;
    /// "Frederick J."
    [[nodiscard]] bool ends_in_initials(Range range) const;
    /// "Ernst", "Jan-Dirk", "Anna Kathrin".
    [[nodiscard]] bool is_given_alone(Range range) const;
    /// "Don", "Esma Rickner" before a stop that is no initial's.
    [[nodiscard]] bool ends_entry(Range range) const;
    /// "Smith and J.": what stands between two pieces joins them.
    [[nodiscard]] bool is_joined(std::uint32_t first, std::uint32_t last) const;
    /// "José Ortega y Gasset": one family name, not two persons; "Javier Tusell y Juan Avilés" are two.
    [[nodiscard]] bool is_double_family(std::uint32_t at, std::uint32_t begin, std::uint32_t last) const;
    /// "L. Bruno with R. Rosholt": those who helped are named behind.
    [[nodiscard]] bool is_accompanied(std::uint32_t at, std::uint32_t begin, std::uint32_t last) const;
    /// "C. Wiebes en B. Zeeman": Dutch for "and", which is Spanish for "in".
    [[nodiscard]] bool is_dutch_joint(std::uint32_t at, std::uint32_t begin, std::uint32_t last) const;
    /// "U.S. Fish and Wildlife Service": what stands before the conjunction is no body by itself.
    [[nodiscard]] bool is_double_body(std::uint32_t at, std::uint32_t begin, std::uint32_t last) const;
    /// "House Committee on Banking and Currency", "Ministry of Labour and National Service": what a body is
    /// for.
    [[nodiscard]] bool goes_on_with_subject(std::uint32_t begin, std::uint32_t at, std::uint32_t end) const;
    /// "U.S. Senate, Committee on Governmental Affairs", "Ministry for Foreign Affairs, Far Eastern
    /// Department": a body within a body.
    [[nodiscard]] bool is_one_body(std::vector<Range> const& ranges) const;

    // One name: name_parts.cpp.

    [[nodiscard]] Name body(Range range) const;
    [[nodiscard]] Name one(Range range) const;
    [[nodiscard]] Name as_written(Range range) const;
    /// The comma of "Ebert, Frederick J."; that of "Smith, Jr." parts no names.
    [[nodiscard]] std::uint32_t behind_family(Range range) const;
    /// "Fontana (Beirut)", "Fyn Si [Stalin]", "Altanuniyan (?) (Aleppo)": what is remarked on a person behind
    /// the name; where the name ends. A body's brackets are part of it, and whom a cover name hides:
    /// "Filippov (Stalin)".
    [[nodiscard]] std::uint32_t without_bracket(Range range) const;
    /// "New Delhi", "Buenos Aires": a post as the writer of its telegrams.
    [[nodiscard]] bool is_town(Range range) const;
    [[nodiscard]] bool is_literal(Range range) const;
    /// "President Roosevelt", "Ambassador de Beys": an office as the rank before a name.
    [[nodiscard]] bool is_title_of_person(Range range, std::uint32_t at) const;
    /// How many words of a rank stand before a name: "Gunnery Sergeant John Brock".
    [[nodiscard]] std::uint32_t rank_size(Range range) const;
    [[nodiscard]] Range without_rank(Range range, Name& name) const;
    /// Words with the stops of their initials.
    [[nodiscard]] std::vector<Range> words_of(Range range) const;
    /// The number of a monarch, or of an heir of the name; "V" may be an initial.
    [[nodiscard]] bool is_regnal(Range word_range) const;
    /// "De Armond", "Van Wyk", "Mac Low": a particle with a capital is part of the family's name.
    [[nodiscard]] bool is_capital_particle(Range range) const;
    /// "Gutiérrez Viñuales", "García Incháustegui": a Spanish family name before another is the father's.
    [[nodiscard]] bool is_paternal(Range range) const;
    /// "Suárez Fernández", "Núñez de Castro", "J. I. Fortea Pérez": both families where no given name, or
    /// only initials, stand before them.
    [[nodiscard]] bool is_double_surname(std::vector<Range> const& words) const;
    /// "Pierre Mendès France", "Couve de Murville": the word that begins a family of several words which the
    /// tables know, or the number of words.
    [[nodiscard]] std::size_t double_family(std::vector<Range> const& words) const;
    [[nodiscard]] std::size_t initials_before(std::vector<Range> const& words) const;
    /// "Nagy Imre", "Rainer M. János": in Hungarian the family stands before the given name.
    [[nodiscard]] bool is_hungarian(std::vector<Range> const& words) const;
    [[nodiscard]] bool is_family_and_given(std::vector<Range> const& words) const;
    /// "Perrin (Éric)", "Berlière (Jean-Marc)": French notes put the given name behind, in a bracket, whose
    /// end may stand outside the range.
    [[nodiscard]] std::uint32_t given_in_bracket(Range range) const;
    /// "Éric", "Jean-Marc".
    [[nodiscard]] bool names_given(std::string_view name) const;
    [[nodiscard]] bool is_surname(Range range) const;
    /// "Зубкова Е. Ю.", "Egorova N. I.", "Лосев А.Ф.", "Smith JA": the family name, then initials alone.
    [[nodiscard]] bool is_inverted(std::vector<Range> const& words) const;
    /// How many words of a family in capitals stand before the given name: "DUPONT Jean", "LE GOFF Jacques".
    [[nodiscard]] std::size_t capital_family(std::vector<Range> const& words) const;
    void take_suffix(std::vector<Range>& words, Name& out) const;
    void split_given(std::vector<Range> const& words, Name& out) const;
    [[nodiscard]] std::size_t first_of_families(std::vector<Range> const& words) const;
    [[nodiscard]] bool is_eastern(std::vector<Range> const& words) const;
    [[nodiscard]] bool is_all_family(std::vector<Range> const& words) const;
    [[nodiscard]] std::size_t family_word(std::vector<Range> const& words) const;
    [[nodiscard]] std::size_t first_particle(std::vector<Range> const& words, std::size_t family) const;
    void split_western(std::vector<Range> const& words, Name& out) const;

    Chunks const& chunks_;
};

}  // namespace fonds
