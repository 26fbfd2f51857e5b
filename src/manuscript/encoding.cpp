// The encoding of a text file, and its bytes as UTF-8.

#include "manuscript/encoding.hpp"

#include <algorithm>

#include "base/diagnostic.hpp"
#include "base/encodings.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "manuscript/reader.hpp"

namespace fonds {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

}  // namespace

// "charset=…" of HTML, "encoding=…" of XML, "Character set encoding: …" of Project Gutenberg, inputenc's
// option of LaTeX.
std::string declared_charset(std::string_view text, std::string_view format) {
    constexpr std::size_t head_size = 4096;
    auto const head = ascii_lower(text.substr(0, head_size));
    auto const mark = format == "html"  ? std::string_view("charset=")
                      : format == "tei" ? std::string_view("encoding=")
                      : format == "txt" ? std::string_view("character set encoding:")
                                        : std::string_view("]{inputenc}");
    auto at = head.find(mark);
    auto size = mark.size();
    if (at == std::string::npos && format == "html" && head.find("<?xml") != std::string::npos) {
        size = std::string_view("encoding=").size();
        at = head.find("encoding=");
    }
    if (at == std::string::npos) return {};
    if (format != "tex") {
        auto const begin = head.find_first_not_of("\"' ", at + size);
        return begin == std::string::npos
                   ? ""
                   : head.substr(begin, head.find_first_of("\"'> ;?\r\n", begin) - begin);
    }
    auto const begin = head.rfind('[', at) + 1;
    auto const option = head.substr(begin, at - begin);
    // inputenc's own names.
    if (option == "ansinew" || option == "latin1") return "windows-1252";
    if (option == "latin9") return "iso-8859-15";
    if (option == "applemac") return "macintosh";
    return option;
}

std::size_t text_begin(std::string_view bytes) {
    return bytes.substr(0, utf8_mark.size()) == utf8_mark ? utf8_mark.size() : 0;
}

void decode_first_part(Document& document) {
    auto& bytes = document.parts.front().bytes;
    if (is_utf16(bytes)) {
        document.original = std::move(bytes);
        bytes = from_utf16(document.original);
        return;
    }
    if (is_valid_utf8(bytes)) return;
    if (auto const charset = declared_charset(bytes, document.format); !charset.empty())
        if (auto text = decode_charset(bytes, charset)) {
            document.original = std::exchange(bytes, std::move(*text));
            // The XML reader would follow the declaration and read the text so a second time.
            if (document.format == "tei")
                if (auto const at = ascii_lower(bytes).find(charset); at != std::string::npos)
                    bytes.replace(at, charset.size(), "utf-8");
            return;
        }
    auto const at = first_ill_formed(bytes);
    // What browsers do with a page that names no encoding (WHATWG Encoding and HTML, "fallback encoding").
    if (document.format == "html") {
        auto text = from_latin1(bytes);
        document.original = std::exchange(bytes, std::move(text));
        document.diagnostics.push_back(make_diagnostic(
            "encoding-guessed", Severity::warning, {at, at + 1},
            "the page is not UTF-8 from here on and names no encoding that fits: what is none was read as "
            "Windows-1252, as browsers do; if letters look wrong, name it (<meta charset=…>)"));
        return;
    }
    auto repaired = repair_utf8(bytes);
    document.original = std::exchange(bytes, std::move(repaired));
    document.diagnostics.push_back(make_diagnostic(
        "invalid-encoding", Severity::error, {at, at + 3},
        "the text is not UTF-8 from here on; bytes that are none were replaced: convert the file "
        "(iconv -f CP1251 -t UTF-8, or the encoding it has) and read it again"));
}

}  // namespace fonds
