// The C interface: a document that is being written.

#include <algorithm>
#include <fonds/csl.hpp>
#include <fonds/formats.hpp>
#include <fonds/house_style.hpp>
#include <memory>

#include "base/text.hpp"
#include "capi/result.hpp"
#include "csl/citation_json.hpp"
#include "wire/json.hpp"

struct fonds_session {
    fonds::csl::Session session;
    fonds::HouseForm form;  // archival references are written out in it before the engine sees them
};

namespace fonds::capi {
namespace {

Result<csl::Citation> read_citation(std::string_view bytes) {
    auto const object = json::read(bytes);
    if (!object) return object.error();
    csl::Citation citation;
    if (auto const* id = object->find("id")) citation.id = std::string(id->text().value_or(""));
    if (auto const* note = object->find("note")) citation.note_number = csl::note_number_of(*note);
    auto const* cites = object->find("cites");
    if (!cites || !cites->array())
        return Error{ErrorCode::malformed, "a citation is an object with an array \"cites\"", ""};
    citation.cites = csl::cites_of(*cites);
    return citation;
}

fonds_result* changes_as_json(csl::Changes const& changes, std::vector<Diagnostic> const& diagnostics = {}) {
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
    return make_text(std::move(writer).text(), diagnostics);
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
    if (session) *session = nullptr;
    return guarded([&]() -> fonds_result* {
        if (!session) return make_error("there is no place to put the session");
        auto const format = csl::find_output_format(or_empty(output));
        if (!format) return make_error(concat("no output format “", or_empty(output), "”; try html or text"));
        auto const house = HouseStyle::find(or_empty(style), or_empty(locale));
        if (!house) return make_error(to_string(house.error()));
        auto const& ready = house->value;
        std::unique_ptr<fonds_session> opened(new fonds_session{
            csl::Session(ready.style, ready.locales, ready.options(*format)), ready.form()});
        auto* const result = make_text("", house->diagnostics);
        *session = opened.release();  // not before nothing can fail any more
        return result;
    });
}

fonds_result* fonds_session_set_items(fonds_session* session, char const* records, size_t size) {
    return guarded([&]() -> fonds_result* {
        if (!session) return no_session();
        auto const items = read_items(or_empty(records, size), "csl-json");
        if (!items) return make_error(to_string(items.error()));
        return changes_as_json(session->session.set_items(lower(items->value, session->form)),
                               items->diagnostics);
    });
}

fonds_result* fonds_session_insert(fonds_session* session, size_t index, char const* citation, size_t size) {
    return guarded([&]() -> fonds_result* {
        if (!session) return no_session();
        auto read = read_citation(or_empty(citation, size));
        if (!read) return make_error(to_string(read.error()));
        if (index > session->session.texts().size()) return no_citation_at(index);
        return changes_as_json(session->session.insert(index, std::move(*read)));
    });
}

fonds_result* fonds_session_replace(fonds_session* session, size_t index, char const* citation, size_t size) {
    return guarded([&]() -> fonds_result* {
        if (!session) return no_session();
        auto read = read_citation(or_empty(citation, size));
        if (!read) return make_error(to_string(read.error()));
        if (index >= session->session.texts().size()) return no_citation_at(index);
        return changes_as_json(session->session.replace(index, std::move(*read)));
    });
}

fonds_result* fonds_session_erase(fonds_session* session, size_t index) {
    return guarded([&]() -> fonds_result* {
        if (!session) return no_session();
        if (index >= session->session.texts().size()) return no_citation_at(index);
        return changes_as_json(session->session.erase(index));
    });
}

fonds_result* fonds_session_move(fonds_session* session, size_t from, size_t to) {
    return guarded([&]() -> fonds_result* {
        if (!session) return no_session();
        auto const count = session->session.texts().size();
        if (std::max(from, to) >= count) return no_citation_at(std::max(from, to));
        return changes_as_json(session->session.move(from, to));
    });
}

fonds_result* fonds_session_renumber(fonds_session* session, int const* note_numbers, size_t count) {
    return guarded([&]() -> fonds_result* {
        if (!session) return no_session();
        auto const expected = session->session.texts().size();
        if (count != expected || (count > 0 && !note_numbers))
            return make_error(concat("note numbers for ", std::to_string(count), " citations, and there are ",
                                     std::to_string(expected)));
        return changes_as_json(session->session.renumber({note_numbers, note_numbers + count}));
    });
}

void fonds_session_close(fonds_session* session) { delete session; }

}  // extern "C"
