// XML files of records: one damaged record costs itself alone; and a small writer of indented XML.
#pragma once

#include <fonds/item.hpp>
#include <fonds/result.hpp>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "wire/xml.hpp"

namespace fonds {

/// Takes a record's element and the byte offset that its nodes' offsets count from.
using XmlRecordSink = std::function<void(xml::Node record, std::size_t base)>;

/// Local names of elements that are records.
using XmlNames = std::initializer_list<std::string_view>;

/// Hands over the elements of those names, outermost only. Where the file as a whole is no XML, each
/// element is read by itself, and those that cannot be are reported. An error where there is none at all.
std::optional<Error> read_xml_records(std::string_view bytes, XmlNames names,
                                      std::vector<Diagnostic>& diagnostics, XmlRecordSink const& sink,
                                      xml::Space space = xml::Space::trim_between);

/// The bytes, or where they are no XML the part before the damage with its open elements closed (in
/// `storage`), and a report. Errors: malformed, where nothing stands before the damage.
[[nodiscard]] Result<std::string_view> close_damaged_xml(std::string_view bytes, std::string& storage,
                                                         std::vector<Diagnostic>& diagnostics);

/// Whether the document element, found without parsing, has one of these local names, or wraps one that has.
[[nodiscard]] bool has_root(std::string_view bytes, XmlNames names);

/// Text of an element: white space collapsed, as between the lines of indented XML.
[[nodiscard]] std::string text_of(xml::Node node);
/// The character data below; the line breaks that EAD and TEI mark (`lb`) are spaces, the items of a list are
/// parted by semicolons.
[[nodiscard]] std::string words_of(xml::Node node);
/// Text of an element that is made of others alone: theirs, parted by commas; else its own.
[[nodiscard]] std::string text_of_parts(xml::Node node);
/// Text of the first child of that name, or empty.
[[nodiscard]] std::string child_text(xml::Node node, std::string_view name);
/// The element itself, or the innermost around it, of that local name; none where there is none.
[[nodiscard]] xml::Node enclosing(xml::Node node, std::string_view name);
/// Text with its own line breaks, trimmed.
[[nodiscard]] std::string block_text(xml::Node node);

class XmlWriter {
  public:
    using Attributes = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    explicit XmlWriter(std::string& out, int depth = 0) : out_(out), depth_(depth) {}

    /// Attributes with empty values are left out.
    XmlWriter& open(std::string_view name, Attributes attributes = {});
    XmlWriter& close();
    /// An element with text in one line; nothing where the text is empty.
    XmlWriter& element(std::string_view name, std::string_view text, Attributes attributes = {});
    /// The same with content that is XML already.
    XmlWriter& element_of(std::string_view name, std::string_view content, Attributes attributes = {});

  private:
    void begin(std::string_view name, Attributes attributes);

    std::string& out_;
    int depth_;
    std::vector<std::string> open_;
};

}  // namespace fonds
