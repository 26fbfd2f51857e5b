// The signs that the confidence of a reading is weighed from.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "base/unicode.hpp"
#include "grammar/phrase_table.hpp"
#include "note/confidence.hpp"

namespace fonds {

/// The name of a sign, or its begin, with its hash.
struct SignName {
    std::string_view text;
    std::uint64_t hash;
    consteval SignName(char const* name) : text(name), hash(hash_word(name)) {}
    explicit SignName(std::string_view name) : text(name), hash(hash_word(name)) {}
};

/// Calls `say(sign, rest)` for each sign of a citation, whose name is both written together; some it says
/// twice.
template <class Say>
class ConfidenceSigns {
  public:
    ConfidenceSigns(Candidate const& candidate, Citation const& citation, Weighing weighing,
                    Chunks const& chunks, Say say)
        : candidate_(candidate), citation_(citation), weighing_(weighing), chunks_(chunks), say_(say) {}

    void read() {
        say("family ", to_string(candidate_.family));
        strength();
        surroundings();
        people();
        fields();
        title();
        if (citation_.kind == CitationKind::archival) location();
    }

  private:
    using string_view = std::string_view;

    void say(SignName sign, string_view rest = {}) { say_(sign, rest); }
    void say_if(bool true_here, SignName sign) {
        if (true_here) say_(sign, string_view());
    }
    [[nodiscard]] Chunk const& at(std::uint32_t index) const { return chunks_.list[index]; }
    [[nodiscard]] Item const& item() const { return citation_.item; }
    [[nodiscard]] bool has(Variable variable) const { return !item().text(variable).empty(); }

    /// How much the reading explains, and how far it leads its rivals.
    void strength() {
        constexpr std::array bounds = {std::pair{2, "2"}, std::pair{4, "4"}, std::pair{6, "6"},
                                       std::pair{8, "8"}, std::pair{10, "10"}};
        for (auto const& [bound, name] : bounds)
            if (candidate_.score >= bound) say("score ", name);
        say_if(candidate_.unread, "unread");
        say_if(candidate_.outlined, "outlined");
        say_if(weighing_ == Weighing::agrees, "weights agree");
        say_if(weighing_ == Weighing::differs, "weights differ");
        say_if(candidate_.margin < 0.5, "rival close");
        say_if(candidate_.margin >= 2, "no rival");
    }

    /// What stands before and behind it.
    void surroundings() {
        auto const first = candidate_.first, last = candidate_.last;
        auto const before = first == 0 ? ChunkKind::stop : at(first - 1).kind;
        say_if(before == ChunkKind::comma || before == ChunkKind::colon, "behind comma");
        say_if(before == ChunkKind::text || before == ChunkKind::date || before == ChunkKind::number,
               "behind words");
        auto const size = static_cast<std::uint32_t>(chunks_.list.size());
        auto const behind = last >= size ? ChunkKind::stop : at(last).kind;
        say_if(behind == ChunkKind::comma && last + 1 < size && at(last + 1).kind == ChunkKind::text,
               "words behind");
        say_if(behind != ChunkKind::stop && behind != ChunkKind::semicolon && behind != ChunkKind::comma,
               "no end behind");
        say_if(first == 0 && last + 1 >= size, "whole note");
        say_if(last - first > 24, "long");
        auto const head = decode(slice(chunks_.text, at(first).span), 0).value;
        say_if(head >= 0x400 && head < 0x530, "cyrillic");
    }

    void people() {
        for (auto const variable : {Variable::author, Variable::editor, Variable::recipient}) {
            auto const* names = item().names.find(variable);
            if (!names) continue;
            SignName const role(to_string(variable));
            say(role);
            bool const full = std::all_of(names->begin(), names->end(),
                                          [](Name const& name) { return !name.given.empty(); });
            bool const literal = std::any_of(names->begin(), names->end(),
                                             [](Name const& name) { return !name.literal.empty(); });
            if (full) say(role, " in full");
            if (literal) say(role, " literal");
            if (names->size() > 1) say(role, "s");
        }
    }

    void fields() {
        for (auto const variable :
             {Variable::publisher, Variable::publisher_place, Variable::volume, Variable::issue,
              Variable::page, Variable::number, Variable::genre, Variable::URL, Variable::edition,
              Variable::container_title, Variable::collection_title})
            if (has(variable)) say(SignName(to_string(variable)));
        auto const* issued = item().dates.find(Variable::issued);
        say_if(issued != nullptr, "issued");
        say_if(issued && issued->start.day != 0, "day");
        for (auto const& part : candidate_.parts)
            if (part.role == Role::container)
                for (auto i = part.first; i < part.last; ++i) {
                    say_if(
                        at(i).is(Trait::journal) || at(i).is(Trait::newspaper) || at(i).is(Trait::docvolume),
                        "known periodical");
                    say_if(at(i).kind == ChunkKind::comma, "comma in container");
                }
    }

    void title() {
        auto const written = item().text(Variable::title);
        if (written.empty()) return;
        say("title");
        auto const words = std::count(written.begin(), written.end(), ' ') + 1;
        say_if(words <= 1, "title one word");
        say_if(words > 14, "title long");
        say_if(written.find(',') != string_view::npos, "comma in title");
        say_if(has_sentences(), "stop in title");
        say_if(written.find('(') != string_view::npos, "bracket in title");
        auto const part = candidate_.find(Role::title);
        say_if(part && at(part->first).kind == ChunkKind::quote, "title quoted");
        say_if(is_lower(decode(written, 0).value), "title small");
    }

    /// Whether a stop parts sentences within the title; that of an abbreviation or an initial does not:
    /// "Notatka z rozmowy z tow. Mikojanem".
    [[nodiscard]] bool has_sentences() const {
        auto const field = std::find_if(citation_.fields.begin(), citation_.fields.end(),
                                        [](FieldSpan const& one) { return one.field == "title"; });
        if (field == citation_.fields.end()) return false;
        for (auto i = at(candidate_.first).first + 1; i < at(candidate_.last - 1).last; ++i) {
            auto const& stop = chunks_.tokens[i];
            if (!stop.is_mark('.') || stop.span.begin < field->span.begin ||
                stop.span.end >= field->span.end || !chunks_.tokens[i + 1].space_before)
                continue;
            auto const& before = chunks_.tokens[i - 1];
            if (!before.is(WordClass::abbreviation) && !before.is(WordClass::rank) &&
                !(before.upper && before.span.size() == 1))
                return true;
        }
        return false;
    }

    void location() {
        auto const& reference = item().reference;
        say_if(reference.repository.empty(), "no repository");
        say_if(!reference.repository_id.empty(), "known archive");
        say_if(!reference.document_id.empty(), "document id");
        say_if(reference.levels.empty(), "no levels");
        auto const bare = std::count_if(reference.levels.begin(), reference.levels.end(),
                                        [](ArchiveLevel const& level) { return level.label.empty(); });
        say_if(!reference.levels.empty() && bare == 0, "all labelled");
        say_if(bare == 1, "one level bare");
        say_if(bare > 1, "levels bare");
        for (auto const& level : reference.levels)
            for (auto const name :
                 {string_view("fond"), string_view("opis"), string_view("record-group"), string_view("box"),
                  string_view("item"), string_view("folder"), string_view("signature"), string_view("file"),
                  string_view("series"), string_view("collection"), string_view("piece"),
                  string_view("bestand"), string_view("number"), string_view("volume"), string_view("dans")})
                if (level.level == name) say("level ", name);
    }

    Candidate const& candidate_;
    Citation const& citation_;
    Weighing weighing_;
    Chunks const& chunks_;
    Say say_;
};

}  // namespace fonds
