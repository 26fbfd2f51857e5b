// Files of MODS in.

#include "format/mods_reader.hpp"
#include "format/xml_records.hpp"

namespace fonds {

bool sniff_mods(std::string_view bytes) { return has_root(bytes, {"mods", "modsCollection"}); }

std::optional<Error> read_mods_file(std::string_view bytes, ReadOptions const&, RecordSink const& sink,
                                    std::vector<Diagnostic>& diagnostics) {
    return read_xml_records(bytes, {"mods"}, diagnostics, [&](xml::Node record, std::size_t base) {
        mods::RecordReader reader(record);
        auto item = reader.read();
        if (auto const node = reader.record_string()) {
            auto const at = base + node.offset();
            auto const string = text_of(node);
            item =
                restore_lossless(mods::form, std::move(item), string, {at, at + string.size()}, diagnostics);
        }
        sink(std::move(item));
    });
}

}  // namespace fonds
