// Accepted findings, remembered by what stands in the note and not by where the note stands.

#include <algorithm>
#include <cstdint>
#include <fonds/check.hpp>
#include <map>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "wire/json.hpp"

namespace fonds {
namespace {

// FNV-1a: stable everywhere, which std::hash is not.
std::uint64_t hash(std::string_view text, std::uint64_t state = 0xcbf29ce484222325ULL) {
    for (auto const c : text) state = (state ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return state;
}

std::string to_hex(std::uint64_t value) {
    std::string out(16, '0');
    for (auto at = out.rbegin(); at != out.rend(); ++at, value >>= 4) *at = "0123456789abcdef"[value & 15];
    return out;
}

// White space and case may change, the words may not.
std::string key_text(std::string_view text) {
    std::string out;
    for (auto const c : text) {
        if (!is_ascii_space(c)) out += ascii_lower(c);
        else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    return out;
}

std::string words_at_fault(Document const& document, Diagnostic const& finding) {
    constexpr std::size_t enough = 200;
    return repair_utf8(slice(document.text_of(finding), finding.span).substr(0, enough));
}

}  // namespace

std::string fingerprint(Document const& document, Diagnostic const& finding) {
    // The beginning of a note tells it from others, and keeps the cost of many findings in a huge one small.
    constexpr std::size_t enough = 4096;
    auto state = hash(finding.rule);
    if (finding.note < document.notes.size()) {
        auto const& note = document.notes[finding.note].text;
        state = hash(key_text(std::string_view(note).substr(0, enough)), hash("\n", state));
    }
    state = hash(key_text(words_at_fault(document, finding)), hash("\n", state));
    return to_hex(state);
}

Result<Baseline> Baseline::from_json(std::string_view text) {
    auto const tree = json::read(text);
    auto const* findings = tree ? (*tree).find("findings") : nullptr;
    if (!findings || !findings->array())
        return Error{ErrorCode::malformed,
                     tree ? "no list “findings” in it: this is no baseline of `fonds check --write-baseline`"
                          : tree.error().message,
                     {},
                     tree ? 0 : tree.error().offset};
    std::map<std::string, Entry> entries;
    for (auto const& finding : *findings->array()) {
        auto const text_member = [&](std::string_view name) {
            auto const* value = finding.find(name);
            return std::string(value && value->string() ? *value->string() : std::string_view());
        };
        Entry entry{text_member("fingerprint"), text_member("rule"), text_member("text"), 1};
        if (auto const* count = finding.find("count"); count && count->integer())
            entry.count = static_cast<std::size_t>(std::max<std::int64_t>(0, *count->integer()));
        if (!entry.fingerprint.empty()) entries[entry.fingerprint] = std::move(entry);
    }
    Baseline baseline;
    for (auto& [name, entry] : entries) baseline.entries_.push_back(std::move(entry));
    return baseline;
}

std::string Baseline::to_json() const {
    json::Writer writer(2);
    writer.begin_object().member("tool", "fonds").member("findings_version", 1).key("findings").begin_array();
    for (auto const& entry : entries_) {
        writer.begin_object();
        writer.member("rule", entry.rule).member("text", entry.text).member("fingerprint", entry.fingerprint);
        if (entry.count != 1) writer.member("count", entry.count);
        writer.end_object();
    }
    writer.end_array().end_object();
    return std::move(writer).text() + "\n";
}

void Baseline::add(Document const& document, std::vector<Diagnostic> const& findings) {
    std::map<std::string, Entry> entries;
    for (auto& entry : entries_) entries.emplace(entry.fingerprint, std::move(entry));
    for (auto const& finding : findings) {
        auto& entry = entries[fingerprint(document, finding)];
        entry.rule = finding.rule;
        entry.text = words_at_fault(document, finding);
        ++entry.count;
    }
    entries_.clear();
    for (auto& [name, entry] : entries) {
        entry.fingerprint = name;
        entries_.push_back(std::move(entry));
    }
}

Suppressed Baseline::filter(Document const& document, std::vector<Diagnostic> findings) const {
    Suppressed result;
    std::map<std::string_view, std::size_t> left;
    for (auto const& entry : entries_) left.emplace(entry.fingerprint, entry.count);
    for (auto& finding : findings) {
        auto const known = left.find(fingerprint(document, finding));
        bool const accepted = known != left.end() && known->second > 0;
        if (accepted) --known->second;
        (accepted ? result.silenced : result.findings).push_back(std::move(finding));
    }
    return result;
}

}  // namespace fonds
