// Exact ways there and back: patches between what was written and what it reads as.

#include "format/lossless.hpp"

#include <algorithm>

#include "base/contains.hpp"
#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "model/csl_fields.hpp"
#include "model/record_string.hpp"

namespace fonds {
namespace {

Item without_source_text(Item item) {
    std::erase_if(item.foreign, [](ForeignField const& field) { return field.name.starts_with('@'); });
    return item;
}

Item filled(Item item) {
    fill_csl_fields(item);
    return item;
}

std::string write_readable(RecordForm const& form, Item const& item) {
    std::string text;
    form.write(filled(item), "", text);
    return text;
}

// Variables of `seen` that differ from `expected` replace those of `item`.
template <class T>
void take_changes(Values<T> const& seen, Values<T> const& expected, Values<T>& values,
                  std::vector<std::string>& changed) {
    for (auto const& [variable, value] : seen) {
        auto const* other = expected.find(variable);
        if (other != nullptr && *other == value) continue;
        values.set(variable, value);
        changed.emplace_back(to_string(variable));
    }
    for (auto const& [variable, value] : expected) {
        if (seen.find(variable) != nullptr) continue;
        values.erase(variable);
        changed.emplace_back(to_string(variable));
    }
}

void take_foreign(Item const& seen, Item const& expected, Item& item) {
    for (auto const& field : seen.foreign)
        if (!contains(expected.foreign, field) && !contains(item.foreign, field))
            item.foreign.push_back(field);
}

Diagnostic conflict(Item const& item, std::vector<std::string> const& changed, Span where) {
    return make_diagnostic("lossless-conflict", Severity::warning, where,
                           concat("“", item.id, "”: ", join(changed, ", "),
                                  " differ from the lossless field beside them; what can be seen counts"));
}

}  // namespace

void write_in_form(RecordForm const& form, bool plain, Item const& item, std::string& out,
                   std::vector<std::string>& lost) {
    auto const wanted = without_source_text(item);
    auto const readable = write_readable(form, wanted);
    auto const read = form.read(readable);
    if (plain) {
        out += readable;
        return name_losses(read, wanted, lost);
    }
    auto const patch = make_patch(read, wanted);
    if (patch.empty()) out += readable;
    else form.write(filled(wanted), write_record_string(patch), out);
}

void name_losses(Item const& read, Item const& item, std::vector<std::string>& lost) {
    auto patch = make_patch(read, filled(without_source_text(item)));
    if (patch.reference && *patch.reference == read.reference) patch.reference.reset();
    if (patch.foreign &&
        std::all_of(patch.foreign->begin(), patch.foreign->end(),
                    [&](ForeignField const& field) { return contains(read.foreign, field); }))
        patch.foreign.reset();
    for (auto& name : describe_patch(patch)) lost.push_back(std::move(name));
}

Item restore_lossless(RecordForm const& form, Item readable, std::string_view record_string, Span where,
                      std::vector<Diagnostic>& diagnostics) {
    auto const patch = parse_record_string(record_string);
    if (!patch) {
        diagnostics.push_back(make_diagnostic(
            "lossless-version", Severity::warning, where,
            concat("“", readable.id, "”: the lossless field is of a version that is not known; ",
                   "kept as it is, and the readable fields count")));
        return readable;
    }
    Item item = readable;
    apply_patch(*patch, item);
    auto const expected = form.read(write_readable(form, item));
    if (expected == readable) return item;
    std::vector<std::string> changed;
    if (readable.type != expected.type) {
        item.type = readable.type;
        changed.emplace_back("type");
    }
    if (readable.id != expected.id) item.id = readable.id;
    take_changes(readable.texts, expected.texts, item.texts, changed);
    take_changes(readable.names, expected.names, item.names, changed);
    take_changes(readable.dates, expected.dates, item.dates, changed);
    take_foreign(readable, expected, item);
    if (!changed.empty()) diagnostics.push_back(conflict(item, changed, where));
    return item;
}

}  // namespace fonds
