// Character data of XML with the way back to its bytes.

#include "manuscript/xml_text.hpp"

#include <algorithm>

#include "base/encodings.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "wire/character_references.hpp"

namespace fonds {
namespace {

// The longest named reference of HTML ("&CounterClockwiseContourIntegral;"); XML's are shorter.
constexpr std::size_t maximum_reference = 34;

// The length of the reference at `at`, or 0. HTML lets the semicolon of some be left out.
std::size_t reference_size(std::string_view raw, std::size_t at) {
    auto end = at + 1;
    while (end < raw.size() && end - at < maximum_reference &&
           (is_ascii_letter(raw[end]) || is_digit(raw[end]) || raw[end] == '#'))
        ++end;
    if (end < raw.size() && raw[end] == ';') return end + 1 - at;
    return end - at > 2 ? end - at : 0;
}

// Whether `value` is what stands in the part, byte for byte.
bool stands_so(std::string_view part, std::string_view value, std::size_t offset) {
    return part.substr(offset, value.size()) == value && value.find('&') == std::string_view::npos;
}

}  // namespace

std::vector<XmlPiece> character_pieces(std::string_view part, std::string_view value, std::size_t offset) {
    if (value.empty() || offset > part.size()) return {};
    auto const raw = part.substr(offset);
    if (stands_so(part, value, offset)) return {{value, {offset, offset + value.size()}}};
    std::vector<XmlPiece> pieces;
    std::size_t at = 0;    // in raw
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
            auto const known = read_character_reference(raw.substr(at));
            bool const is_known = known && value.substr(done, known->text.size()) == known->text;
            size = is_known ? known->size : reference_size(raw, at);
            // A reference that the reader of the mark-up does not know stands as it is.
            if (!is_known && (size == 0 || raw.substr(at, size) == value.substr(done, size)))
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
    auto const value = text.value();
    auto const offset = text.offset();
    // Most texts are one piece; a list for it would be made and given up for each.
    if (offset <= part.size() && stands_so(part, value, offset))
        return out.copy_text(value, {offset, offset + value.size()});
    auto const pieces = character_pieces(part, value, offset);
    if (pieces.empty()) out.put_placeless(value);
    for (auto const& piece : pieces) out.copy_text(piece.text, piece.source);
}

void append_collapsed(MappedText& out, std::string_view value, std::vector<XmlPiece> const& pieces) {
    if (pieces.empty()) out.put_placeless(value);
    for (auto const& piece : pieces) {
        std::size_t done = 0;
        bool const is_exact = piece.text.size() == piece.source.size();
        while (done < piece.text.size()) {
            auto const stop = std::min(piece.text.find_first_of(" \t\r\n", done), piece.text.size());
            auto const begin = piece.source.begin;
            out.copy_text(piece.text.substr(done, stop - done),
                          is_exact ? Span{begin + done, begin + stop} : piece.source);
            done = stop;
            while (done < piece.text.size() && is_ascii_space(piece.text[done])) ++done;
            if (done > stop) out.space(is_exact ? Span{begin + stop, begin + done} : piece.source);
        }
    }
}

Span start_tag(std::string_view part, xml::Node element) {
    auto const begin = element.offset() - 1;  // the offset is that of the name
    auto const end = part.find('>', begin);
    return {begin, end == std::string_view::npos ? begin : end + 1};
}

std::string utf8_part(std::string bytes) {
    if (!is_utf16(bytes)) return bytes;
    auto text = from_utf16(bytes);
    auto const declared = text.find("UTF-16");
    if (declared < 100) text.replace(declared, 6, "UTF-8");
    return text;
}

}  // namespace fonds
