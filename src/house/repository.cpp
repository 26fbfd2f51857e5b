// How a form names a repository: as written, in other letters, in full or short.
#include "house/repository.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {
namespace {

/// The script of the first letter that tells.
Script script_of_text(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const point = decode(text, at);
        at += point.size;
        if (auto const script = script_of(point.value); is_letter(point.value) && script != Script::common)
            return script;
    }
    return Script::common;
}

/// The name in `archive` that was written.
ArchiveName const* find_name(Archive const& archive, std::string_view written) {
    auto const key = fold(written);
    for (auto const& name : archive.names)
        if (name.text == written || fold(name.text) == key) return &name;
    return nullptr;
}

bool is_of_time(ArchiveName const& name, ArchiveName const* written) {
    return !written || (name.from == written->from && name.to == written->to) ||
           (name.to == 0 && written->to == 0);
}

/// The first name of `archive` with those properties.
template <class Fits>
ArchiveName const* first_name(Archive const& archive, ArchiveName const* written, Fits const& fits) {
    auto const at = std::find_if(archive.names.begin(), archive.names.end(), [&](ArchiveName const& name) {
        return is_of_time(name, written) && fits(name);
    });
    return at == archive.names.end() ? nullptr : &*at;
}

/// The script of the country's own names: that of the first name in another script than Latin, if any.
Script native_script(Archive const& archive) {
    for (auto const& name : archive.names)
        if (auto const script = script_of_text(name.text);
            script != Script::latin && script != Script::common)
            return script;
    return Script::latin;
}

}  // namespace

std::string write_repository(ArchivalReference const& reference, Archive const* archive, RepositoryName how) {
    if (!archive || how == RepositoryName::as_written || reference.repository.empty())
        return reference.repository;
    auto const wanted = how == RepositoryName::latin ? Script::latin : native_script(*archive);
    if (script_of_text(reference.repository) == wanted) return reference.repository;
    auto const* written = find_name(*archive, reference.repository);
    bool const short_form =
        written ? written->abbreviation : reference.repository.find(' ') == std::string::npos;
    auto const fits = [&](ArchiveName const& name) {
        return name.abbreviation == short_form && script_of_text(name.text) == wanted;
    };
    auto const* found = first_name(*archive, written, fits);
    return std::string(found ? found->text : std::string_view(reference.repository));
}

RepositoryNames names_beside(Archive const& archive, std::string_view written) {
    auto const* own = find_name(archive, written);
    auto const script = script_of_text(written);
    auto const of_kind = [&](bool abbreviation) -> std::string {
        if (own && own->abbreviation == abbreviation) return std::string(written);
        auto const* name = first_name(archive, own, [&](ArchiveName const& candidate) {
            return candidate.abbreviation == abbreviation && script_of_text(candidate.text) == script;
        });
        return name ? std::string(name->text) : std::string();
    };
    return {of_kind(false), of_kind(true)};
}

}  // namespace fonds
