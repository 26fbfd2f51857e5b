// Edits of notes applied to the source, and the result read again before it is trusted.

#include <algorithm>
#include <fonds/rewrite.hpp>
#include <map>
#include <set>
#include <utility>

#include "base/diagnostic.hpp"
#include "base/file.hpp"
#include "base/text.hpp"
#include "manuscript/reader.hpp"
#include "rewrite/managed_citations.hpp"
#include "rewrite/splice.hpp"
#include "rewrite/word_space.hpp"
#include "wire/zip.hpp"

namespace fonds {
namespace {

// Formats collapse white space, so a text read again is compared without regard to how much of it stands.
std::string squeezed(std::string_view text) {
    std::string out;
    for (char const c : trim(text)) {
        bool const is_space = is_ascii_space(c);
        if (!is_space) out += c;
        else if (out.empty() || out.back() != ' ') out += ' ';
    }
    return out;
}

// Spans of one text, none of which overlaps another, begin and end.
using TakenSpans = std::set<std::pair<std::size_t, std::size_t>>;

// Whether a span overlaps one that is taken, or puts in at a place where something is put in. Of those that
// begin before it only the last can reach it.
bool meets(TakenSpans const& taken, Span span) {
    auto next = taken.lower_bound({span.begin, 0});
    for (auto at = next; at != taken.end() && at->first <= span.end; ++at) {
        Span const other{at->first, at->second};
        if (other.overlaps(span) || (other.empty() && other == span)) return true;
        if (!other.empty() && other.begin >= span.end) break;
    }
    if (next == taken.begin()) return false;
    --next;
    return Span{next->first, next->second}.overlaps(span);
}

// So often edits are refused one by one before all of a note are.
constexpr int maximum_single = 3;

constexpr std::string_view broken_group = "a change that belongs to it cannot be made";

class Patcher {
  public:
    Patcher(Document const& document, std::vector<NoteEdit> const& edits, std::vector<Wrap> const& wraps)
        : document_(document), quotes_(document), edits_(edits), wraps_(wraps), reasons_(edits.size()) {}

    Result<Patched> run() {
        if (!document_.original.empty() && !document_.is_package())
            return Error{ErrorCode::unsupported,
                         "the file is not UTF-8 and is not written back: convert it to UTF-8 first",
                         document_.name};
        plan();
        // Each round takes out what the last result read otherwise: at first the edits at which notes begin
        // to differ, then these notes; two see the end of them, or nothing can.
        for (int round = 0;; ++round) {
            auto built = build();
            if (!built) return built.error();
            auto const wrong = misread(*built);
            if (wrong.empty()) return finished(std::move(*built));
            for (auto const& [note, edit] : wrong)
                if (round < maximum_single && edit != no_index) refuse_edit(edit);
                else refuse_note(note, round >= maximum_single + 2);
        }
    }

  private:
    [[nodiscard]] std::string_view text_of(std::size_t note) const {
        return note == no_index ? std::string_view(document_.text) : document_.notes[note].text;
    }
    [[nodiscard]] SourceMap const& map_of(std::size_t note) const {
        return note == no_index ? document_.map : document_.notes[note].map;
    }

    // Finds each edit's splices; those that cannot be, or that meet an earlier one, are refused.
    void plan() {
        std::map<std::size_t, TakenSpans> taken;
        splices_.resize(edits_.size());
        for (std::size_t i = 0; i < edits_.size(); ++i) {
            auto const& edit = edits_[i];
            bool const exists = edit.note == no_index || edit.note < document_.notes.size();
            if (!exists || edit.span.begin > edit.span.end || edit.span.end > text_of(edit.note).size()) {
                reasons_[i] = "there is no such place";
                continue;
            }
            if (auto const producer = manager_of(edit); !producer.empty()) {
                reasons_[i] = concat("it is part of a citation of ", producer,
                                     ", which would write it again: change it there");
                continue;
            }
            auto& spans = taken[edit.note];
            if (meets(spans, edit.span)) {
                reasons_[i] = "another change touches the same words; run the command again for this one";
                continue;
            }
            auto found = splices_of(document_, quotes_, text_of(edit.note), map_of(edit.note), edit.span,
                                    edit.replacement);
            if (!found) {
                reasons_[i] = "the source has no single place for it: change it by hand";
                continue;
            }
            auto const is_foreign = [&](Splice const& splice) {
                return document_.parts[splice.part].is_decoded;
            };
            if (auto const at = std::find_if(found->begin(), found->end(), is_foreign); at != found->end()) {
                reasons_[i] = concat("“", document_.parts[at->part].name,
                                     "” is not UTF-8 and is not written back: convert it first");
                continue;
            }
            splices_[i] = std::move(*found);
            spans.emplace(edit.span.begin, edit.span.end);
        }
        refuse_broken_groups();
    }

    // The program that keeps the citation which an edit touches; the text that it shows is not the author's.
    [[nodiscard]] std::string_view manager_of(NoteEdit const& edit) const {
        if (edit.note == no_index || document_.format == "md" || document_.format == "tex") return {};
        return program_at(document_.notes[edit.note], edit.span);
    }

    void refuse_broken_groups() {
        std::set<std::size_t> broken;
        for (std::size_t i = 0; i < edits_.size(); ++i)
            if (edits_[i].group != 0 && !reasons_[i].empty()) broken.insert(edits_[i].group);
        for (std::size_t i = 0; i < edits_.size(); ++i)
            if (reasons_[i].empty() && broken.count(edits_[i].group) > 0) reasons_[i] = broken_group;
    }

    // A wrap goes with the edits of its note.
    [[nodiscard]] bool is_kept(Wrap const& wrap) const {
        return !all_refused_ && refused_notes_.count(wrap.note) == 0;
    }

    static constexpr std::string_view not_as_intended =
        "the changed file would not read as intended: change it by hand";

    void refuse_edit(std::size_t edit) {
        reasons_[edit] = not_as_intended;
        refuse_broken_groups();
    }

    void refuse_note(std::size_t note, bool all) {
        refused_notes_.insert(note);
        all_refused_ = all_refused_ || all;
        for (std::size_t i = 0; i < edits_.size(); ++i)
            if (reasons_[i].empty() && (all || edits_[i].note == note)) reasons_[i] = not_as_intended;
        refuse_broken_groups();
    }

    [[nodiscard]] Result<Patched> build() const {
        std::map<std::size_t, std::vector<Splice>> by_part;
        for (std::size_t i = 0; i < edits_.size(); ++i) {
            if (!reasons_[i].empty()) continue;
            for (auto const& splice : splices_[i]) by_part[splice.part].push_back(splice);
        }
        // At one place the mark that opens stands before new text, the one that closes behind it.
        for (auto const& wrap : wraps_) {
            if (!is_kept(wrap)) continue;
            auto& splices = by_part[wrap.open.part];
            if (wrap.open.source.empty()) splices.insert(splices.begin(), wrap.open);
            else splices.push_back(wrap.open);
            splices.push_back(wrap.close);
        }
        std::vector<std::pair<std::string, std::string>> members;
        for (auto& [part, splices] : by_part) {
            auto const& source = document_.parts[part];
            if (document_.format == "docx") keep_spaces(source.bytes, splices);
            members.emplace_back(source.name, spliced(source.bytes, std::move(splices)));
        }
        if (!document_.is_package()) return built_of_files(std::move(members));
        Patched built;
        built.bytes = document_.original;
        if (members.empty()) return built;
        auto package = zip::replace(document_.original, members);
        if (!package) return package.error();
        built.bytes = *std::move(package);
        return built;
    }

    // The file itself has no name among its parts.
    [[nodiscard]] Patched built_of_files(std::vector<std::pair<std::string, std::string>> members) const {
        Patched built;
        built.bytes = document_.parts.front().bytes;
        for (auto& [name, bytes] : members) {
            if (name.empty()) built.bytes = std::move(bytes);
            else built.files.push_back({std::move(name), std::move(bytes)});
        }
        return built;
    }

    /// A note that the changed file reads otherwise than intended.
    struct Misread {
        std::size_t note = no_index;  // `no_index` for the text of the file
        std::size_t edit = no_index;  // at which it begins to differ, where one can be told
    };

    [[nodiscard]] std::vector<Misread> misread(Patched const& built) const {
        bool const is_untouched =
            std::none_of(reasons_.begin(), reasons_.end(), [](auto const& r) { return r.empty(); }) &&
            std::none_of(wraps_.begin(), wraps_.end(), [&](Wrap const& w) { return is_kept(w); });
        if (is_untouched) return {};
        auto const again = read_changed(document_, built);
        if (!again || again->notes.size() != document_.notes.size()) return blamed();
        std::map<std::size_t, std::vector<std::size_t>> by_note;
        for (std::size_t i = 0; i < edits_.size(); ++i)
            if (reasons_[i].empty()) by_note[edits_[i].note].push_back(i);
        std::vector<Misread> wrong;
        for (std::size_t i = 0; i < document_.notes.size(); ++i) {
            auto const edited = by_note.find(i);
            auto const& text = document_.notes[i].text;
            auto const indices = edited == by_note.end() ? std::vector<std::size_t>() : edited->second;
            std::vector<Edit> edits;
            for (auto const index : indices) edits.push_back({edits_[index].span, edits_[index].replacement});
            auto const wanted = squeezed(edited_text(text, std::move(edits)));
            auto const found = squeezed(again->notes[i].text);
            if (wanted == found) continue;
            auto const at = std::mismatch(wanted.begin(), wanted.end(), found.begin(), found.end()).first;
            wrong.push_back({i, edit_before(i, indices, static_cast<std::size_t>(at - wanted.begin()))});
        }
        return wrong;
    }

    // Of a note's edits the last that begins before a place of its squeezed new text; none in a note with
    // wraps, which go with all of its edits.
    [[nodiscard]] std::size_t edit_before(std::size_t note, std::vector<std::size_t> indices,
                                          std::size_t place) const {
        if (std::any_of(wraps_.begin(), wraps_.end(), [&](Wrap const& wrap) { return wrap.note == note; }))
            return no_index;
        std::sort(indices.begin(), indices.end(),
                  [&](std::size_t a, std::size_t b) { return edits_[a].span.begin < edits_[b].span.begin; });
        auto found = no_index;
        std::string_view const text = document_.notes[note].text;
        std::size_t size = 0, done = 0;
        bool is_blank = true;  // what stands last in the new text so far
        auto const count = [&](std::string_view words) {
            for (char const c : words) {
                bool const was_blank = std::exchange(is_blank, is_ascii_space(c));
                if (!is_blank || !was_blank) ++size;
            }
        };
        for (auto const index : indices) {
            auto const& edit = edits_[index];
            count(text.substr(done, edit.span.begin - done));
            if (found != no_index && size > place) break;
            found = index;
            count(edit.replacement);
            done = edit.span.end;
        }
        return found;
    }

    // Where the file as a whole is no longer what it was, one note after the other is tried without.
    [[nodiscard]] std::vector<Misread> blamed() const {
        for (std::size_t i = 0; i < edits_.size(); ++i)
            if (reasons_[i].empty() && edits_[i].replacement.find_first_of("<&\\[]{}") != std::string::npos)
                return {{edits_[i].note, no_index}};
        for (std::size_t i = edits_.size(); i-- > 0;)
            if (reasons_[i].empty()) return {{edits_[i].note, no_index}};
        for (auto const& wrap : wraps_)
            if (is_kept(wrap)) return {{wrap.note, no_index}};
        return {};
    }

    [[nodiscard]] Patched finished(Patched out) const {
        for (std::size_t i = 0; i < edits_.size(); ++i) {
            if (reasons_[i].empty()) {
                ++out.applied;
                continue;
            }
            out.skipped.push_back(i);
            if (edits_[i].group == 0) report(i, out);
        }
        report_groups(out);
        return out;
    }

    void report(std::size_t edit, Patched& out) const {
        out.diagnostics.push_back(
            make_diagnostic("edit-not-applied", Severity::warning, edits_[edit].note, edits_[edit].span,
                            concat("not changed to “", edits_[edit].replacement, "”: ", reasons_[edit])));
    }

    // Of the edits that go together one tells why none is made.
    void report_groups(Patched& out) const {
        struct Refused {
            std::size_t note;
            Span span;
            std::string_view reason;
        };
        std::map<std::size_t, Refused> groups;
        for (auto const i : out.skipped) {
            auto const& edit = edits_[i];
            if (edit.group == 0) continue;
            auto& group = groups.try_emplace(edit.group, Refused{edit.note, edit.span, {}}).first->second;
            group.span = {std::min(group.span.begin, edit.span.begin),
                          std::max(group.span.end, edit.span.end)};
            if (group.reason.empty() && reasons_[i] != broken_group) group.reason = reasons_[i];
        }
        for (auto const& [group, refused] : groups)
            out.diagnostics.push_back(make_diagnostic("edit-not-applied", Severity::warning, refused.note,
                                                      refused.span,
                                                      concat("this stays as it is: ", refused.reason)));
    }

    Document const& document_;
    TexQuotes quotes_;
    std::vector<NoteEdit> const& edits_;
    std::vector<Wrap> const& wraps_;
    std::set<std::size_t> refused_notes_;
    bool all_refused_ = false;
    std::vector<std::string> reasons_;  // why an edit is not made; empty for one that is
    std::vector<std::vector<Splice>> splices_;
};

}  // namespace

Result<Document> read_changed(Document const& document, Patched const& patched) {
    auto others = patched.files;
    auto const is_there = [&](std::string const& name) {
        return std::any_of(others.begin(), others.end(),
                           [&](SourcePart const& file) { return file.name == name; });
    };
    for (std::size_t i = 1; i < document.parts.size() && !document.is_package(); ++i)
        if (!is_there(document.parts[i].name)) others.push_back(document.parts[i]);
    return read_document_among(patched.bytes, document.name, document.format, Surroundings::in_memory,
                               std::move(others));
}

Result<Patched> apply_edits(Document const& document, std::vector<NoteEdit> const& edits) {
    return apply_edits_and_wraps(document, edits, {});
}

Result<Patched> apply_edits_and_wraps(Document const& document, std::vector<NoteEdit> const& edits,
                                      std::vector<Wrap> const& wraps) {
    return Patcher(document, edits, wraps).run();
}

std::string edited_text(std::string_view text, std::vector<Edit> edits) {
    std::stable_sort(edits.begin(), edits.end(),
                     [](Edit const& a, Edit const& b) { return a.span.begin < b.span.begin; });
    std::string out;
    std::size_t done = 0;
    for (auto const& edit : edits) {
        if (edit.span.begin < done || edit.span.end > text.size()) continue;
        out += text.substr(done, edit.span.begin - done);
        out += edit.replacement;
        done = edit.span.end;
    }
    out += text.substr(done);
    return out;
}

Result<std::size_t> write_document(std::string const& path, std::string_view bytes) {
    return write_file(path, bytes);
}

Result<std::string> new_output_beside(std::string const& path) { return new_file_beside(path); }

}  // namespace fonds
