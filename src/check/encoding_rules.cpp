// Rules on text that was read in the wrong encoding.

#include <algorithm>
#include <optional>

#include "base/encodings.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "check/rule.hpp"

namespace fonds::checking {
namespace {

bool is_continuation_look(char32_t c) {
    return (c >= 0x80 && c <= 0xBF) || (c >= 0x2010 && c <= 0x2122) || c == 0x0152 || c == 0x0153 ||
           c == 0x0160 || c == 0x0161 || c == 0x0178 || c == 0x017D || c == 0x017E || c == 0x0192 ||
           c == 0x02C6 || c == 0x02DC;
}

// The end of a run that began as UTF-8 and was read as windows-1252: "Ã©", "â€™", "Ð°".
std::size_t mojibake_end(std::string_view text, std::size_t begin) {
    auto end = begin;
    while (end < text.size()) {
        auto const lead = decode(text, end);
        if (lead.value < 0xC2 || lead.value > 0xF4) break;
        auto const wanted = lead.value >= 0xF0 ? 3U : lead.value >= 0xE0 ? 2U : 1U;
        auto next = end + lead.size;
        unsigned count = 0;
        while (count < wanted && next < text.size() && is_continuation_look(decode(text, next).value)) {
            next += decode(text, next).size;
            ++count;
        }
        if (count < wanted) break;
        end = next;
    }
    return end;
}

bool is_half_kana(char32_t c) { return c >= 0xFF61 && c <= 0xFF9F; }

// The end of what cannot have been meant: replacement characters, control characters, half-width katakana.
std::size_t noise_end(std::string_view text, std::size_t begin) {
    auto end = begin;
    while (end < text.size()) {
        auto const c = decode(text, end);
        bool const noise = c.value == 0xFFFD || (c.value >= 0x80 && c.value < 0xA0 && c.value != 0x85) ||
                           is_half_kana(c.value);
        if (!noise) break;
        end += c.size;
    }
    return end;
}

// Marks that close a quotation or part words: behind a letter they mostly mean themselves.
bool is_ordinary_mark(char32_t c) {
    return c == 0xA0 || c == 0xBB || (c >= 0x2010 && c <= 0x201E) || c == 0x2026 || c == 0x2039 ||
           c == 0x203A;
}

// Letters of Europe, and marks.
bool is_likely_meant(char32_t c) {
    return (c >= 0xA0 && c < 0x250) || (c >= 0x370 && c < 0x500) || (c >= 0x1E00 && c < 0x2100) ||
           c == 0x2116 || c == 0x2122;
}

// „FPÖ“, „Fluß“, « été »: a letter and the mark behind it, which happen to be the bytes of another character.
bool is_letter_and_mark(std::string_view text, Span run, std::string_view repaired) {
    auto const meant = decode(repaired, 0);
    if (meant.size != repaired.size()) return false;  // of several characters not by chance
    if (!is_likely_meant(meant.value)) return true;
    auto const lead = decode(text, run.begin);
    auto const mark = decode(text, run.begin + lead.size);
    auto const before = run.begin > 0 ? decode_before(text, run.begin).value : char32_t{' '};
    bool const in_small_letters = is_letter(before) && !is_upper(before);
    return is_ordinary_mark(mark.value) && is_upper(lead.value) && !in_small_letters;
}

void mojibake(NoteView const& note, Findings& findings) {
    std::string_view const text = note.note.text;
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        auto const misread = mojibake_end(text, at);
        auto const end = std::max(misread, noise_end(text, at));
        if (end == at) {
            at += decode(text, at).size;
            continue;
        }
        std::optional<std::string> repaired;
        if (misread == end) repaired = to_latin1(text.substr(at, end - at));
        bool const repairs = repaired && is_valid_utf8(*repaired);
        if (repairs && is_letter_and_mark(text, {at, end}, *repaired)) {
            at = end;
            continue;
        }
        if (misread != end || repairs) {
            auto& finding =
                findings.add(note.index, {at, end},
                             repairs ? concat("text in the wrong encoding; “", *repaired, "” was meant")
                                     : std::string("damaged characters; look the word up and retype it"));
            if (repairs) offer(finding, false, *repaired);
        }
        at = end;
    }
}

constexpr RuleEntry entries[] = {
    {{"mojibake", "typing", Severity::warning, "text in the wrong encoding"}, Reach::both, mojibake},
};

}  // namespace

std::span<RuleEntry const> encoding_rules() { return entries; }

}  // namespace fonds::checking
