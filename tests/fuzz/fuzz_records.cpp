// Every record format reads anything without failing, and what it read can be written again.

#include <cstdint>
#include <fonds/formats.hpp>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const bytes(reinterpret_cast<char const*>(data), size);
    for (auto const& format : fonds::formats()) {
        if (!format.reads) continue;
        auto const items = fonds::read_items(bytes, format.name);
        if (!items) continue;
        for (auto const& target : fonds::formats())
            if (target.writes) (void)fonds::write_items(items->value, target.name);
    }
    return 0;
}
