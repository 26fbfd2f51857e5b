// What kind of file bytes are, by content.

#include "manuscript/detect.hpp"

#include <algorithm>
#include <array>
#include <fonds/document.hpp>

#include "base/encodings.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"
#include "manuscript/reader.hpp"
#include "manuscript/wikitext.hpp"

namespace fonds {
namespace {

// Content is judged by the beginning of a file.
constexpr std::size_t sniffed_size = 64 * 1024;

bool starts(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

// Past byte order mark, white space, XML declaration, processing instructions and comments.
std::string_view first_markup(std::string_view text) {
    text.remove_prefix(text_begin(text));
    for (;;) {
        while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
        auto const close = starts(text, "<!--") ? std::string_view("-->")
                           : starts(text, "<?") ? std::string_view("?>")
                                                : std::string_view();
        auto const end = close.empty() ? std::string_view::npos : text.find(close);
        if (end == std::string_view::npos) return text;
        text.remove_prefix(end + close.size());
    }
}

// Name of the first element, past a document type declaration.
std::string first_element(std::string_view text) {
    text = first_markup(text);
    if (ascii_lower(text.substr(0, 9)) == "<!doctype") {
        if (ascii_lower(text.substr(9, 6)) == " html>" || ascii_lower(text.substr(9, 5)) == " html")
            return "html";
        auto const end = text.find('>');
        text = end == std::string_view::npos ? std::string_view() : first_markup(text.substr(end + 1));
    }
    if (!starts(text, "<")) return {};
    auto const end = text.find_first_of(" \t\r\n/>", 1);
    return std::string(text.substr(1, end == std::string_view::npos ? end : end - 1));
}

bool is_latex(std::string_view text) {
    for (auto const line : split(text, '\n')) {
        auto const content = trim(line);
        if (content.empty() || content.front() == '%') continue;
        return starts(content, "\\documentclass") || starts(content, "\\documentstyle") ||
               starts(content, "\\RequirePackage") || starts(content, "\\begin{document}");
    }
    return false;
}

bool contains(std::string_view text, std::string_view piece) {
    return text.find(piece) != std::string_view::npos;
}

// "[^id]:" at the start of a line, or an inline note.
bool has_markdown_notes(std::string_view text) {
    for (auto at = text.find("[^"); at != std::string_view::npos; at = text.find("[^", at + 2)) {
        auto const close = text.find_first_of("]\r\n", at);
        if (close != std::string_view::npos && text.substr(close, 2) == "]:") return true;
    }
    return contains(text, "^[");
}

// Wikitext may begin with a tag as a web page does.
bool is_wikitext(std::string_view text) {
    return has_wiki_notes(text) &&
           (contains(text, "\n=") || contains(text, "[[") || contains(text, "{{") || contains(text, "''"));
}

std::string_view by_extension(std::string_view name) {
    auto const extension = ascii_lower(extension_of(name));
    if (extension.empty()) return {};
    for (auto const& format : document_formats())
        for (auto const known : split(format.extensions, ' '))
            if (known == extension) return format.name;
    return {};
}

}  // namespace

bool is_zip(std::string_view bytes) { return starts(bytes, "PK\x03\x04") || starts(bytes, "PK\x05\x06"); }

bool is_tei(std::string_view bytes) {
    auto const element = first_element(bytes.substr(0, sniffed_size));
    return element == "TEI" || element == "TEI.2" || element == "teiCorpus" || element == "tei:TEI";
}

namespace {

// Zero bytes are in no text but UTF-16, which says so by its first two bytes.
bool is_binary(std::string_view bytes) {
    if (is_zip(bytes) || is_utf16(bytes)) return false;
    auto const head = bytes.substr(0, sniffed_size);
    auto const zeros = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
    return zeros > head.size() / 16 || (zeros > 0 && !is_valid_utf8(bytes));
}

}  // namespace

std::optional<Error> refuse_foreign(std::string_view bytes) {
    struct Signature {
        std::string_view bytes;
        std::string_view message;
    };
    constexpr std::array<Signature, 8> signatures = {{
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
         "is an encrypted document or one of Word before 2007 (.doc): open it, remove the password, and save "
         "it "
         "as .docx"},
        {"%PDF-", "is a PDF, which holds no notes to read: use the manuscript it was made from"},
        {"{\\rtf", "is RTF, which is not read: save it as .docx or .odt"},
        {"\x89PNG", "is an image: run text recognition on it and give the text"},
        {"\xFF\xD8\xFF", "is an image: run text recognition on it and give the text"},
        {"GIF8", "is an image: run text recognition on it and give the text"},
        {"\x1F\x8B", "is compressed with gzip: unpack it first"},
        {"7z\xBC\xAF", "is a 7z archive: unpack it first"},
    }};
    // A package names its kind in its first member.
    constexpr std::size_t mimetype_begin = 30;
    if (is_zip(bytes) &&
        starts(bytes.substr(std::min(bytes.size(), mimetype_begin)), "mimetypeapplication/epub+zip"))
        return Error{ErrorCode::unsupported, "is an EPUB: unpack it and check the .xhtml files in it", ""};
    auto const element = starts(first_markup(bytes.substr(0, sniffed_size)), "<")
                             ? first_element(bytes.substr(0, sniffed_size))
                             : "";
    if (element == "w:wordDocument" || element == "pkg:package")
        return Error{ErrorCode::unsupported, "is Word's document as one XML file: save it as .docx", ""};
    for (auto const& signature : signatures)
        if (starts(bytes, signature.bytes))
            return Error{ErrorCode::unsupported, std::string(signature.message), ""};
    if (is_binary(bytes))
        return Error{
            ErrorCode::unsupported,
            "holds zero bytes, as no text does: it is a program's own file, or UTF-16 without its mark, "
            "which is to be converted to UTF-8 first",
            ""};
    return std::nullopt;
}

std::string_view detect_document_format(std::string_view bytes, std::string_view name) {
    auto const extension = by_extension(name);
    // A package's members stand uncompressed by name: ODT begins with its mimetype, both list their parts.
    if (is_zip(bytes)) {
        if (contains(bytes.substr(0, 200), "opendocument.text")) return "odt";
        if (contains(bytes, "word/document.xml") || contains(bytes, "word/document2.xml")) return "docx";
        if (contains(bytes, "content.xml")) return "odt";
        return extension.empty() ? "docx" : extension;
    }
    auto const head = bytes.substr(0, sniffed_size);
    auto const element = first_element(head);
    if (is_tei(head)) return "tei";
    if (ascii_lower(element) == "html") return "html";
    if (is_latex(head)) return "tex";
    if (!extension.empty() && extension != "txt") return extension;
    if (contains(head, "\\footnote{") || contains(head, "\\footcite") || contains(head, "\\autocite"))
        return "tex";
    if (has_markdown_notes(bytes)) return "md";
    if (starts(first_markup(head), "<") && contains(head, "</") && !is_wikitext(bytes)) return "html";
    return "txt";
}

}  // namespace fonds
