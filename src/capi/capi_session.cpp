// The C interface: a document that is being written.

#include <fonds/csl.hpp>
#include <fonds/formats.hpp>
#include <fonds/house.hpp>
#include <optional>

#include "base/text.hpp"
#include "capi/result.hpp"
#include "wire/json.hpp"

struct fonds_session {
    fonds::csl::Session session;
    fonds::HouseForm form;  // archival references are written out in it before the engine sees them
};

namespace fonds::capi {
namespace {

std::string text_of(json::Value const& object, std::string_view name) {
    auto const* member = object.find(name);
    auto const text = member ? member->text() : std::nullopt;
    return text ? std::string(*text) : std::string();
}

csl::Cite read_cite(json::Value const& object) {
    csl::Cite cite;
    cite.id = text_of(object, "id");
    cite.locator = text_of(object, "locator");
    cite.label = text_of(object, "label");
    cite.prefix = text_of(object, "prefix");
    cite.suffix = text_of(object, "suffix");
    if (auto const* member = object.find("suppress-author"))
        cite.suppress_author = member->boolean() && *member->boolean();
    return cite;
}

Result<csl::Citation> read_citation(std::string_view bytes) {
    auto const object = json::read(bytes);
    if (!object) return object.error();
    csl::Citation citation;
    citation.id = text_of(*object, "id");
    if (auto const* note = object->find("note"))
        citation.note_number = static_cast<int>(note->integer().value_or(0));
    auto const* cites = object->find("cites");
    if (!cites || !cites->array())
        return Error{ErrorCode::malformed, "a citation is an object with an array \"cites\"", ""};
    for (auto const& cite : *cites->array()) citation.cites.push_back(read_cite(cite));
    return citation;
}

fonds_result* changes_as_json(csl::Changes const& changes) {
    json::Writer writer;
    writer.begin_object().key("citations").begin_array();
    for (auto const& [index, text] : changes.citations)
        writer.begin_object().member("index", index).member("text", text).end_object();
    writer.end_array().key("entries").begin_array();
    for (auto const& entry : changes.entries)
        writer.begin_object().member("id", entry.id).member("text", entry.text).end_object();
    writer.end_array().key("removed").begin_array();
    for (auto const& id : changes.removed_entries) writer.value(id);
    writer.end_array().member("reordered", changes.reordered).end_object();
    return make_text(std::move(writer).text());
}

fonds_result* no_session() { return make_error("there is no session: it was not opened"); }

fonds_result* no_citation_at(std::size_t index) {
    return make_error("there is no citation " + std::to_string(index) + "; count from 0");
}

}  // namespace
}  // namespace fonds::capi

using namespace fonds;
using namespace fonds::capi;

extern "C" {

fonds_result* fonds_session_open(char const* style, char const* locale, char const* output,
                                 fonds_session** session) {
    *session = nullptr;
    return guarded([&]() -> fonds_result* {
        auto const xml = csl::read_style(or_empty(style));
        if (!xml) return make_error(to_string(xml.error()));
        auto const compiled = csl::Style::parse(*xml, or_empty(style));
        if (!compiled) return make_error(to_string(compiled.error()));
        std::string language = locale ? locale : std::string(compiled->value.default_locale());
        if (language.empty()) language = "en-US";
        auto const locales = csl::find_locales(language);
        if (!locales) return make_error(to_string(locales.error()));
        csl::Options options;
        options.language = language;
        options.name_unprinted = true;
        auto const format = csl::find_output_format(or_empty(output));
        if (!format) return make_error(concat("no output format “", or_empty(output), "”; try html or text"));
        options.output = *format;
        *session = new fonds_session{csl::Session(compiled->value, *locales, options),
                                     HouseForm::of_style(*xml).value_or(HouseForm::of_language(language))};
        return make_text("", compiled->diagnostics);
    });
}

fonds_result* fonds_session_set_items(fonds_session* session, char const* records, size_t size) {
    return guarded([&]() -> fonds_result* {
        if (!session) return no_session();
        auto const items = read_items({records, size}, "csl-json");
        if (!items) return make_error(to_string(items.error()));
        return changes_as_json(session->session.set_items(lower(items->value, session->form)));
    });
}

fonds_result* fonds_session_insert(fonds_session* session, size_t index, char const* citation, size_t size) {
    return guarded([&]() -> fonds_result* {
        if (!session) return no_session();
        auto read = read_citation({citation, size});
        if (!read) return make_error(to_string(read.error()));
        if (index > session->session.citations().size()) return no_citation_at(index);
        return changes_as_json(session->session.insert(index, std::move(*read)));
    });
}

fonds_result* fonds_session_replace(fonds_session* session, size_t index, char const* citation, size_t size) {
    return guarded([&]() -> fonds_result* {
        if (!session) return no_session();
        auto read = read_citation({citation, size});
        if (!read) return make_error(to_string(read.error()));
        if (index >= session->session.citations().size()) return no_citation_at(index);
        return changes_as_json(session->session.replace(index, std::move(*read)));
    });
}

fonds_result* fonds_session_erase(fonds_session* session, size_t index) {
    return guarded([&]() -> fonds_result* {
        if (!session) return no_session();
        if (index >= session->session.citations().size()) return no_citation_at(index);
        return changes_as_json(session->session.erase(index));
    });
}

void fonds_session_close(fonds_session* session) { delete session; }

}  // extern "C"
