// XML through pugixml.

#include "wire/xml.hpp"

#include <pugixml.hpp>

#include "base/encodings.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds::xml {
namespace {

pugi::xml_node node_of(void* handle) { return pugi::xml_node(static_cast<pugi::xml_node_struct*>(handle)); }
pugi::xml_attribute attribute_of(void* handle) {
    return pugi::xml_attribute(static_cast<pugi::xml_attribute_struct*>(handle));
}
std::string_view without_prefix(std::string_view name) {
    auto const colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// Whether `local` is the name without its prefix; most names differ at their ends.
bool has_local_name(std::string_view name, std::string_view local) {
    return name.ends_with(local) && without_prefix(name).size() == local.size();
}

// The encoding that the declaration names: "windows-1252" of <?xml version="1.0" encoding="windows-1252"?>.
std::string declared_encoding(std::string_view bytes) {
    auto declaration = without_byte_order_mark(bytes).substr(0, 200);
    if (!declaration.starts_with("<?xml")) return {};
    declaration = declaration.substr(0, declaration.find("?>"));
    auto const at = declaration.find("encoding");
    if (at == std::string_view::npos) return {};
    auto const open = declaration.find_first_of("\"'", at);
    if (open == std::string_view::npos) return {};
    auto const name = declaration.substr(open + 1);
    return ascii_lower(name.substr(0, name.find(declaration[open])));
}

// The text where it stands in an old encoding, as its declaration says; nothing where it does not.
std::optional<std::string> from_declared_encoding(std::string_view bytes) {
    auto const encoding = declared_encoding(bytes);
    if (encoding.empty() || encoding.starts_with("utf") || is_valid_utf8(bytes)) return std::nullopt;
    // Files that call themselves Latin-1 have quotation marks of windows-1252 (WHATWG Encoding reads them
    // so).
    for (std::string_view const western : {"windows-1252", "cp1252", "iso-8859-1", "latin1", "us-ascii"})
        if (encoding == western) return from_latin1(bytes);
    return decode_charset(bytes, encoding);
}

// Whether some element lies deeper than the limit, without recursion.
bool too_deep(pugi::xml_node root) {
    std::size_t depth = 0;
    for (auto node = root;;) {
        if (auto const child = node.first_child()) {
            if (++depth > maximum_depth) return true;
            node = child;
            continue;
        }
        auto next = node.next_sibling();
        for (; !next && node != root; --depth) {
            node = node.parent();
            next = node.next_sibling();
        }
        if (!next) return false;
        node = next;
    }
}

}  // namespace

std::string_view Attribute::name() const { return attribute_of(handle_).name(); }
std::string_view Attribute::local_name() const { return without_prefix(name()); }
std::string_view Attribute::value() const { return attribute_of(handle_).value(); }
Attribute Attribute::next() const {
    return Attribute(attribute_of(handle_).next_attribute().internal_object());
}

bool Node::is_element() const { return node_of(handle_).type() == pugi::node_element; }
bool Node::is_text() const {
    auto const type = node_of(handle_).type();
    return type == pugi::node_pcdata || type == pugi::node_cdata;
}
std::string_view Node::name() const { return node_of(handle_).name(); }
std::string_view Node::local_name() const { return without_prefix(name()); }
std::string_view Node::value() const { return node_of(handle_).value(); }
Node Node::parent() const { return Node(node_of(handle_).parent().internal_object()); }
Node Node::first() const { return Node(node_of(handle_).first_child().internal_object()); }
Node Node::next() const { return Node(node_of(handle_).next_sibling().internal_object()); }

Node Node::previous() const { return Node(node_of(handle_).previous_sibling().internal_object()); }

Node Node::child(std::string_view local_name) const {
    for (auto const element : elements())
        if (has_local_name(element.name(), local_name)) return element;
    return {};
}

Node Node::next(std::string_view local_name) const {
    auto node = next();
    while (node && !(node.is_element() && has_local_name(node.name(), local_name))) node = node.next();
    return node;
}

Attribute Node::first_attribute() const {
    return Attribute(node_of(handle_).first_attribute().internal_object());
}

Attribute Node::attribute(std::string_view name) const {
    Attribute local;
    for (auto at = first_attribute(); at; at = at.next()) {
        auto const full = at.name();
        if (full == name) return at;
        if (!local && has_local_name(full, name)) local = at;
    }
    return local;
}

std::string_view Node::operator[](std::string_view name) const {
    auto const found = attribute(name);
    return found ? found.value() : std::string_view();
}

std::string Node::text() const {
    if (is_text()) return std::string(value());
    std::string out;
    for (auto node = first(); node; node = node.next()) out += node.text();
    return out;
}

std::size_t Node::offset() const {
    auto const offset = node_of(handle_).offset_debug();
    return offset < 0 ? 0 : static_cast<std::size_t>(offset);
}

struct Document::State {
    pugi::xml_document document;
};

Document::Document(std::unique_ptr<State> state) : state_(std::move(state)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

Result<Document> Document::read(std::string_view bytes, Space space) {
    auto state = std::make_unique<State>();
    auto const flags =
        space == Space::keep ? pugi::parse_default | pugi::parse_ws_pcdata : pugi::parse_default;
    auto const decoded = from_declared_encoding(bytes);
    if (decoded) bytes = *decoded;
    auto const result = state->document.load_buffer(bytes.data(), bytes.size(), flags,
                                                    decoded ? pugi::encoding_utf8 : pugi::encoding_auto);
    auto const offset = result.offset < 0 ? std::size_t{0} : static_cast<std::size_t>(result.offset);
    if (!result) {
        auto const place = locate(bytes, offset);
        return Error{ErrorCode::malformed,
                     concat("no valid XML in line ", std::to_string(place.line), ", column ",
                            std::to_string(place.column), ": ", result.description()),
                     "", offset};
    }
    if (too_deep(state->document))
        return Error{ErrorCode::limit_exceeded, "XML is nested deeper than " + std::to_string(maximum_depth),
                     "", 0};
    return Document(std::move(state));
}

Node Document::root() const { return Node(state_->document.document_element().internal_object()); }

void append_escaped(std::string& out, std::string_view text) {
    for (char const c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t' || c == '\r') out += c;
        }
    }
}

}  // namespace fonds::xml
