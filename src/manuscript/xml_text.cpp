// Character data of XML with the way back to its bytes.

#include "manuscript/xml_text.hpp"

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "manuscript/encoding.hpp"

namespace fonds {
namespace {

// "&#x1F600;" with some leading zeros is the longest reference that XML 1.0 §4.1 knows without a DTD.
constexpr std::size_t maximum_reference = 16;

// The length of the reference at `at`, or 0.
std::size_t reference_size(std::string_view raw, std::size_t at) {
    auto const end = raw.find(';', at);
    return end == std::string_view::npos || end - at > maximum_reference ? 0 : end + 1 - at;
}

}  // namespace

std::vector<XmlPiece> xml_pieces(std::string_view part, xml::Node text) {
    auto const value = text.value();
    auto const offset = text.offset();
    if (value.empty() || offset > part.size()) return {};
    auto const raw = part.substr(offset);
    if (raw.substr(0, value.size()) == value) return {{value, {offset, offset + value.size()}}};
    std::vector<XmlPiece> pieces;
    std::size_t at = 0;  // in raw
    std::size_t done = 0;  // of value
    while (done < value.size()) {
        auto const begin = at;
        auto const from = done;
        while (done < value.size() && at < raw.size() && raw[at] == value[done] && raw[at] != '&' &&
               raw[at] != '\r') {
            ++at;
            ++done;
        }
        if (done > from) pieces.push_back({value.substr(from, done - from), {offset + begin, offset + at}});
        if (done == value.size()) break;
        if (at >= raw.size()) return {};
        std::size_t size = 1;
        std::size_t length = decode(value, done).size;
        if (raw[at] == '\r' && value[done] == '\n') {
            size = raw.substr(at, 2) == "\r\n" ? 2 : 1;
        } else if (raw[at] == '&') {
            size = reference_size(raw, at);
            // A reference that the XML reader does not know stands as it is.
            if (size == 0 || (value[done] == '&' && raw.substr(at, size) == value.substr(done, size)))
                size = length = 1;
        } else {
            return {};
        }
        pieces.push_back({value.substr(done, length), {offset + at, offset + at + size}});
        at += size;
        done += length;
    }
    return pieces;
}

void append_xml_text(MappedText& out, std::string_view part, xml::Node text) {
    auto const pieces = xml_pieces(part, text);
    if (pieces.empty()) out.put_placeless(text.value());
    for (auto const& piece : pieces) out.copy_text(piece.text, piece.source);
}

std::string utf8_part(std::string bytes) {
    if (!is_utf16(bytes)) return bytes;
    auto text = from_utf16(bytes);
    auto const declared = text.find("UTF-16");
    if (declared < 100) text.replace(declared, 6, "UTF-8");
    return text;
}

}  // namespace fonds
