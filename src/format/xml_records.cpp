// XML files of records.

#include "format/xml_records.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/contains.hpp"
#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "format/field_text.hpp"

namespace fonds {
namespace {

std::string_view local(std::string_view name) {
    auto const colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// Outermost elements of those names, by a walk without recursion.
void walk(xml::Node root, XmlNames names, XmlRecordSink const& sink) {
    auto node = root;
    while (node) {
        bool const is_record = node.is_element() && contains(names, node.local_name());
        if (is_record) sink(node, 0);
        if (!is_record && node.first()) {
            node = node.first();
            continue;
        }
        while (node && node != root && !node.next()) node = node.parent();
        if (!node || node == root) break;
        node = node.next();
    }
}

struct Tag {
    std::size_t begin = std::string_view::npos;
    std::string_view name;  ///< with its prefix
};

// The next start tag of one of those names.
Tag find_start(std::string_view bytes, XmlNames names, std::size_t at) {
    while ((at = bytes.find('<', at)) != std::string_view::npos) {
        auto const end = bytes.find_first_of(" \t\r\n/><", at + 1);
        if (end == std::string_view::npos) break;
        auto const found = bytes.substr(at + 1, end - at - 1);
        if (contains(names, local(found)) && bytes[end] != '<') return {at, found};
        at = at + 1;
    }
    return {};
}

// The last end tag of that name: </mods>, not </modsCollection>.
std::size_t find_end_tag(std::string_view bytes, std::string_view name) {
    auto const tag = concat("</", name);
    for (auto at = bytes.rfind(tag); at != std::string_view::npos;
         at = at == 0 ? at - 1 : bytes.rfind(tag, at - 1)) {
        auto const after = at + tag.size();
        if (after >= bytes.size() || bytes[after] == '>' || is_ascii_space(bytes[after])) return at;
    }
    return std::string_view::npos;
}

// The end of the markup that begins at `at`: of a comment, CDATA section, instruction or tag.
std::size_t end_of_markup(std::string_view bytes, std::size_t at) {
    auto const rest = bytes.substr(at);
    std::string_view closing = ">";
    if (rest.starts_with("<!--")) closing = "-->";
    if (rest.starts_with("<![CDATA[")) closing = "]]>";
    if (rest.starts_with("<?")) closing = "?>";
    auto const end = bytes.find(closing, at);
    return end == std::string_view::npos ? end : end + closing.size();
}

// What is complete, with an end tag for every element that is open; empty where a tag does not fit.
std::string close_open_elements(std::string_view bytes) {
    std::vector<std::string_view> open;
    std::size_t complete = 0;
    std::size_t at = bytes.find('<');
    while (at != std::string_view::npos) {
        auto const end = end_of_markup(bytes, at);
        if (end == std::string_view::npos) break;
        auto const tag = bytes.substr(at, end - at);
        if (tag.starts_with("</")) {
            auto const name = trim(tag.substr(2, tag.size() - 3));
            if (open.empty() || open.back() != name) break;
            open.pop_back();
        } else if (tag[1] != '!' && tag[1] != '?' && !tag.ends_with("/>")) {
            open.push_back(tag.substr(1, tag.find_first_of(" \t\r\n/>", 1) - 1));
        }
        complete = end;
        at = bytes.find('<', end);
    }
    std::string out(bytes.substr(0, complete));
    for (auto name = open.rbegin(); name != open.rend(); ++name) out += concat("</", *name, ">");
    return out;
}

class Salvage {
  public:
    Salvage(std::string_view bytes, XmlNames names, std::vector<Diagnostic>& diagnostics,
            XmlRecordSink const& sink, xml::Space space)
        : bytes_(bytes), names_(names), diagnostics_(diagnostics), sink_(sink), space_(space) {}

    std::size_t run() {
        auto start = find_start(bytes_, names_, 0);
        while (start.begin != std::string_view::npos) {
            auto const next = find_start(bytes_, names_, start.begin + 1);
            read(start, std::min(next.begin, bytes_.size()));
            start = next;
        }
        return found_;
    }

  private:
    void read(Tag const& start, std::size_t limit) {
        auto const piece = bytes_.substr(start.begin, limit - start.begin);
        auto const end = find_end_tag(piece, start.name);
        auto const close = end == std::string_view::npos ? end : piece.find('>', end);
        auto const fragment = piece.substr(0, close == std::string_view::npos ? close : close + 1);
        auto const document = xml::Document::read(fragment, space_);
        if (document && document->root() && close != std::string_view::npos) {
            ++found_;
            sink_(document->root(), start.begin);
            return;
        }
        auto const at =
            start.begin + (document ? fragment.size() : std::min(document.error().offset, fragment.size()));
        diagnostics_.push_back(make_diagnostic(
            "malformed-xml", Severity::error, {at, std::min(at + 1, bytes_.size())},
            concat("the record “", start.name, "” that begins at byte ", std::to_string(start.begin),
                   " is no well-formed XML (",
                   document ? std::string("it has no end") : document.error().message, "); it is not read")));
    }

    std::string_view bytes_;
    XmlNames names_;
    std::vector<Diagnostic>& diagnostics_;
    XmlRecordSink const& sink_;
    xml::Space space_;
    std::size_t found_ = 0;
};

void append_words(std::string& out, xml::Node node) {
    if (node.is_text()) out += node.value();
    else if (node.local_name() == "lb") out += ' ';
    bool in_list = false;
    for (auto child = node.first(); child; child = child.next()) {
        if (child.local_name() == "item") out += std::exchange(in_list, true) ? "; " : " ";
        append_words(out, child);
    }
}

}  // namespace

std::optional<Error> read_xml_records(std::string_view bytes, XmlNames names,
                                      std::vector<Diagnostic>& diagnostics, XmlRecordSink const& sink,
                                      xml::Space space) {
    auto const document = xml::Document::read(bytes, space);
    if (document) {
        walk(document->root(), names, sink);
        return std::nullopt;
    }
    auto const known = diagnostics.size();
    if (Salvage(bytes, names, diagnostics, sink, space).run() == 0 && diagnostics.size() == known)
        return document.error();
    if (diagnostics.size() == known)
        diagnostics.push_back(make_diagnostic(
            "malformed-xml", Severity::error, {document.error().offset, document.error().offset + 1},
            concat(document.error().message, "; its records were read one by one")));
    return std::nullopt;
}

Result<std::string_view> close_damaged_xml(std::string_view bytes, std::string& storage,
                                           std::vector<Diagnostic>& diagnostics) {
    auto const document = xml::Document::read(bytes);
    if (document) return bytes;
    auto const& error = document.error();
    if (error.code != ErrorCode::malformed) return error;
    auto const damage = std::min(error.offset, bytes.size());
    storage = close_open_elements(bytes.substr(0, damage));
    if (storage.empty() || !xml::Document::read(storage)) return error;
    diagnostics.push_back(
        make_diagnostic("malformed-xml", Severity::error, {damage, damage + 1},
                        concat(error.message, "; what stands after this place is not read")));
    return std::string_view(storage);
}

bool has_root(std::string_view bytes, XmlNames names) {
    // The answers of catalogues (OAI-PMH, SRU) wrap the records that were asked for.
    static constexpr auto wrappings = std::to_array<std::string_view>({"OAI-PMH", "searchRetrieveResponse"});
    bytes = bytes.substr(0, 65536);
    for (auto at = bytes.find('<'); at != std::string_view::npos; at = bytes.find('<', at + 1)) {
        if (bytes.substr(at).starts_with("<!--")) {
            at = bytes.find("-->", at);
            if (at == std::string_view::npos) return false;
            continue;
        }
        if (at + 1 >= bytes.size() || bytes[at + 1] == '?' || bytes[at + 1] == '!') continue;
        auto const end = bytes.find_first_of(" \t\r\n/>", at);
        auto const name = local(bytes.substr(at + 1, end == std::string_view::npos ? 0 : end - at - 1));
        if (contains(wrappings, name)) return find_start(bytes, names, at).begin != std::string_view::npos;
        return contains(names, name);
    }
    return false;
}

std::string words_of(xml::Node node) {
    std::string out;
    append_words(out, node);
    return out;
}

std::string text_of(xml::Node node) { return node ? collapse_space(words_of(node)) : std::string(); }

std::string text_of_parts(xml::Node node) {
    for (auto child = node.first(); child; child = child.next())
        if (child.is_text() && !trim(child.value()).empty()) return text_of(node);
    std::vector<std::string> parts;
    for (auto const child : node.elements())
        if (auto text = text_of_parts(child); !text.empty()) parts.push_back(std::move(text));
    return join(parts, ", ");
}

std::string child_text(xml::Node node, std::string_view name) {
    return node ? text_of(node.child(name)) : std::string();
}

xml::Node enclosing(xml::Node node, std::string_view name) {
    while (node && node.local_name() != name) node = node.parent();
    return node;
}

std::string block_text(xml::Node node) { return node ? std::string(trim(node.text())) : std::string(); }

void XmlWriter::begin(std::string_view name, Attributes attributes) {
    out_.append(2 * (static_cast<std::size_t>(depth_) + open_.size()), ' ');
    out_ += '<';
    out_ += name;
    for (auto const& [key, value] : attributes) {
        if (value.empty()) continue;
        out_ += ' ';
        out_ += key;
        out_ += "=\"";
        xml::append_escaped(out_, value);
        out_ += '"';
    }
    out_ += '>';
}

XmlWriter& XmlWriter::open(std::string_view name, Attributes attributes) {
    begin(name, attributes);
    out_ += '\n';
    open_.emplace_back(name);
    return *this;
}

XmlWriter& XmlWriter::close() {
    auto const name = std::move(open_.back());
    open_.pop_back();
    out_.append(2 * (static_cast<std::size_t>(depth_) + open_.size()), ' ');
    out_ += "</" + name + ">\n";
    return *this;
}

XmlWriter& XmlWriter::element(std::string_view name, std::string_view text, Attributes attributes) {
    std::string content;
    xml::append_escaped(content, text);
    return element_of(name, content, attributes);
}

XmlWriter& XmlWriter::element_of(std::string_view name, std::string_view content, Attributes attributes) {
    if (content.empty()) return *this;
    begin(name, attributes);
    out_ += concat(content, "</", name, ">\n");
    return *this;
}

}  // namespace fonds
