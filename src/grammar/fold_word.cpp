// Words as the tables have them.

#include "grammar/fold_word.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {

using std::string_view;

std::string fold_word(string_view word) {
    std::string out;
    out.reserve(word.size());
    bool ascii = true;
    for (char const c : word) {
        if (static_cast<unsigned char>(c) >= 0x80) {
            ascii = false;
            break;
        }
        if (c != '.' && c != '\'') out += ascii_lower(c);
    }
    if (ascii) return out;
    out.clear();
    for (std::size_t at = 0; at < word.size();) {
        auto const [value, size] = decode(word, at);
        at += size;
        switch (value) {
            case '.':
            case '\'':
            case 0x2018:
            case 0x2019:
            case 0x00B4:
            case 0x02B9:
            case 0x02BC:
            case 0x2032:
            case 0x00AD: break;
            case 0x2010:
            case 0x2011:
            case 0x2012:
            case 0x2013:
            case 0x2014:
            case 0x2212: out += '-'; break;
            default: append_utf8(out, to_lower(value));
        }
    }
    for (char const c : out)
        if (static_cast<unsigned char>(c) == 0xCC || static_cast<unsigned char>(c) == 0xCD)
            return to_nfc(out);
    return out;
}

std::uint64_t hash_folded(string_view word, std::uint64_t hash) {
    auto const begin = hash;
    for (char const c : word) {
        if (static_cast<unsigned char>(c) >= 0x80) return hash_word(fold_word(word), begin);
        auto const small = ascii_lower(c);
        if (c != '.' && c != '\'') hash = hash_word({&small, 1}, hash);
    }
    return hash;
}

std::uint64_t hash_label(string_view label) {
    auto hash = hash_of_nothing;
    for (auto const word : split(label, ' ')) hash = hash_folded(word, hash);
    return hash;
}

}  // namespace fonds
