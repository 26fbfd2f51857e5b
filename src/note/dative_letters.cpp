#include "note/dative_letters.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "note/month_tongues.hpp"
#include "note/names.hpp"
#include "note/slavic_cases.hpp"

namespace fonds {
namespace {

using std::string_view;

constexpr std::size_t shortest_stem = 3;  // bytes

/// Without the ending; empty where the word has another, or nothing before it.
string_view without(string_view word, string_view ending) {
    if (!word.ends_with(ending) || word.size() < ending.size() + shortest_stem) return {};
    return word.substr(0, word.size() - ending.size());
}

bool ends_in_vowel(string_view word) {
    constexpr std::array vowels = {string_view{"a"}, string_view{"e"}, string_view{"i"}, string_view{"o"},
                                   string_view{"u"}, string_view{"y"}, string_view{"ä"}, string_view{"ö"}};
    return std::any_of(vowels.begin(), vowels.end(),
                       [&](string_view vowel) { return word.ends_with(vowel); });
}

/// "Kekkonen" of "Kekkoselle", "Paasikivi" of "Paasikivelle", "Enckell" of "Enckellille", "Tito" of
/// "Titolle".
std::string finnish(string_view word) {
    if (auto const stem = without(word, "selle"); !stem.empty()) return concat(stem, "nen");
    if (auto const stem = without(word, "ille"); !stem.empty() && !ends_in_vowel(stem))
        return std::string(stem);
    if (auto const stem = without(word, "elle"); !stem.empty() && !ends_in_vowel(stem))
        return concat(stem, "i");
    if (auto const stem = without(word, "lle"); !stem.empty() && ends_in_vowel(stem))
        return std::string(stem);
    return std::string(word);
}

/// "Pál" of "Pálnak", "Puja" of "Pujának", "Gerő" of "Gerőnek".
std::string hungarian(string_view word) {
    for (string_view const ending : {"nak", "nek"})
        if (auto const stem = without(word, ending); !stem.empty()) {
            if (stem.ends_with("á"))
                return concat(stem.substr(0, stem.size() - string_view("á").size()), "a");
            if (stem.ends_with("é"))
                return concat(stem.substr(0, stem.size() - string_view("é").size()), "e");
            return std::string(stem);
        }
    return std::string(word);
}

/// What stands before the sign and one of the endings: "Zorlu" of "Zorlu’ya".
string_view before_suffix(string_view word, std::initializer_list<string_view> endings) {
    for (string_view const sign : {"'", "\u2019"})
        if (auto const at = word.find(sign); at != string_view::npos && at >= shortest_stem)
            for (auto const ending : endings)
                if (word.substr(at + sign.size()) == ending) return word.substr(0, at);
    return {};
}

std::string nominative(string_view word, DativeTongue tongue) {
    switch (tongue) {
        case DativeTongue::west_slavic: return western_dative(word);
        case DativeTongue::finnish: return finnish(word);
        case DativeTongue::hungarian: return hungarian(word);
        case DativeTongue::turkish:
            if (auto const stem = before_suffix(word, {"ya", "ye", "a", "e", "na", "ne"}); !stem.empty())
                return std::string(stem);
            break;
        case DativeTongue::none: break;
    }
    return std::string(word);
}

/// "Moskova Büyükelçiliği" of "Moskova Büyükelçiliği'nden": who sent a paper, in Turkish.
string_view sender(string_view word) {
    return before_suffix(word, {"ten", "tan", "den", "dan", "nden", "ndan"});
}

/// Who the tokens [first, last) name, the last of which stands for `called` without its case: a body in
/// words, or a person; nothing where they name several.
std::optional<Name> in_nominative(Chunks const& chunks, std::uint32_t first, std::uint32_t last,
                                  string_view called) {
    auto const& tokens = chunks.tokens;
    auto const written = chunks.word(last - 1);
    if (last - first > 1 && Lexicon::builtin().is_any(hash_folded(called), mask(WordClass::institution))) {
        Name body;
        body.literal =
            concat(slice(chunks.text, {tokens[first].span.begin, tokens[last - 1].span.begin}), called);
        return body;
    }
    auto names = read_names(chunks, first, last);
    if (names.size() != 1) return std::nullopt;
    for (auto* part : {&names.front().family, &names.front().literal})
        if (part->ends_with(written)) part->replace(part->size() - written.size(), written.size(), called);
    return std::move(names.front());
}

/// "Moskova Büyükelçiliği'nden Dışişleri Bakanlığı'na", "Zorlu'dan Menderes'e": the case of its last word
/// ends the sender.
std::optional<DativeLetter> turkish_letter(Chunks const& chunks, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t longest = 10;
    auto const word = [&](std::uint32_t at) { return chunks.word(at); };
    auto const addressee = nominative(word(last - 1), DativeTongue::turkish);
    if (last - first > longest || addressee == word(last - 1)) return std::nullopt;
    for (auto at = first; at + 1 < last; ++at) {
        auto const stem = sender(word(at));
        if (stem.empty()) continue;
        auto writer = in_nominative(chunks, first, at + 1, stem);
        auto recipient = in_nominative(chunks, at + 1, last, addressee);
        if (!writer || !recipient) return std::nullopt;
        return DativeLetter{Names{std::move(*writer)}, std::move(*recipient), at + 1};
    }
    return std::nullopt;
}

DativeTongue dative_tongue_of_code(string_view code) {
    if (code == "fi") return DativeTongue::finnish;
    if (code == "hu") return DativeTongue::hungarian;
    return code == "tr" ? DativeTongue::turkish : DativeTongue::none;
}

bool is_given(string_view name) {
    return Lexicon::builtin().is_any(hash_folded(name), mask(WordClass::given) |
                                                            mask(WordClass::given_behind) |
                                                            mask(WordClass::given_after_comma));
}

}  // namespace

DativeTongue dative_tongue_of_scheme(string_view scheme) {
    struct Tongue {
        string_view scheme;
        DativeTongue tongue;
    };
    constexpr std::array tongues = {
        Tongue{"CZ", DativeTongue::west_slavic}, Tongue{"YU", DativeTongue::west_slavic},
        Tongue{"SE", DativeTongue::finnish},     Tongue{"HU", DativeTongue::hungarian},
        Tongue{"TR", DativeTongue::turkish},
    };
    for (auto const& known : tongues)
        if (scheme.starts_with(known.scheme)) return known.tongue;
    return DativeTongue::none;
}

DativeTongue dative_tongue(Chunks const& chunks, std::uint32_t first, std::uint32_t last) {
    for (auto i = first; i < last; ++i) {
        auto const& chunk = chunks.list[i];
        if (chunk.kind == ChunkKind::archive && chunk.phrase)
            if (auto const told = dative_tongue_of_scheme(chunk.phrase->archives().front()->scheme);
                told != DativeTongue::none)
                return told;
        auto tongue = DativeTongue::none;
        auto const is_known = [&](string_view code) {
            return (tongue = dative_tongue_of_code(code)) != DativeTongue::none;
        };
        if (has_month_in(chunks, chunk, is_known)) return tongue;
    }
    return DativeTongue::none;
}

std::uint32_t form_behind_writer(Chunks const& chunks, std::uint32_t first, std::uint32_t last) {
    constexpr std::uint32_t shortest = 2, longest = 4;
    if (last - first < shortest || last - first > longest) return last;
    auto const& form = chunks.tokens[last - 1];
    bool const possessed =
        form.lower && form.is(WordClass::genre) && slice(chunks.text, form.span).ends_with("e");
    return possessed && reads_as_names(chunks, first, last - 1) ? last - 1 : last;
}

std::optional<DativeLetter> letter_in_dative(Chunks const& chunks, std::uint32_t first, std::uint32_t last,
                                             DativeTongue tongue) {
    constexpr std::uint32_t shortest = 2, longest = 4;
    if (tongue == DativeTongue::turkish && last - first >= shortest)
        if (auto letter = turkish_letter(chunks, first, last)) return letter;
    auto const word = [&](std::uint32_t at) { return chunks.word(at); };
    if (tongue == DativeTongue::none || last - first < shortest || last - first > longest ||
        !chunks.tokens[first].upper)
        return std::nullopt;
    auto const addressee = word(last - 1);
    auto const family = nominative(addressee, tongue);
    if (family == addressee) return std::nullopt;
    DativeLetter out;
    out.joint = last - 1;
    // "Csáky Teleki Pálnak": a given name behind the family, "Paasikivi Carl Enckellille" one before it.
    bool const given_behind =
        tongue == DativeTongue::hungarian && last - first > shortest && is_given(family);
    if (given_behind) {
        out.joint = last - 2;
        out.recipient.family = word(out.joint);
        out.recipient.given = family;
        out.recipient.static_ordering = true;
    } else {
        if (tongue == DativeTongue::finnish && last - first == shortest + 1 && !is_given(word(first))) {
            out.joint = last - 2;
            out.recipient.given = word(out.joint);
        }
        out.recipient.family = family;
    }
    out.author = read_names(chunks, first, out.joint);
    return out;
}

}  // namespace fonds
