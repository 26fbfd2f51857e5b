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
