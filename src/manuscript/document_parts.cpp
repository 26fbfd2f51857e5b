// Gives up a package's parts, and reads them again from the file as it was.

#include "manuscript/document_parts.hpp"

#include "manuscript/xml_text.hpp"
#include "wire/zip.hpp"

namespace fonds {

void give_up_parts(Document& document) {
    if (!document.is_package()) return;
    for (auto& part : document.parts) std::string().swap(part.bytes);
}

void unpack_parts(Document& document) {
    if (!document.is_package()) return;
    auto archive = zip::Archive::open(document.original);
    if (!archive) return;  // it was one when it was read
    for (auto& part : document.parts)
        if (auto bytes = archive->read(part.name); bytes && *bytes)
            part.bytes = utf8_part(std::move(**bytes));
}

}  // namespace fonds
