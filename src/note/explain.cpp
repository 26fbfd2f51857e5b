// Shows how a note was read: its chunks, the candidates that competed at each place, and the cover.

#include <algorithm>
#include <array>
#include <fonds/note.hpp>
#include <sstream>

#include "base/text.hpp"
#include "note/confidence.hpp"
#include "note/cover.hpp"
#include "note/lowering.hpp"
#include "note/outline.hpp"

namespace fonds {
namespace {

std::string_view to_string(ChunkKind kind) {
    constexpr std::array names = {
        std::string_view{"words"},      std::string_view{"quotation"},   std::string_view{"date"},
        std::string_view{"level"},      std::string_view{"number"},      std::string_view{"archive"},
        std::string_view{"address"},    std::string_view{"ibid"},        std::string_view{"idem"},
        std::string_view{"op-cit"},     std::string_view{"signal"},      std::string_view{"role"},
        std::string_view{"provenance"}, std::string_view{"publication"}, std::string_view{"thesis"},
        std::string_view{"hereafter"},  std::string_view{"accessed"},    std::string_view{"aside"},
        std::string_view{"edition"},    std::string_view{"in"},          std::string_view{"and"},
        std::string_view{"above"},      std::string_view{"on-file"},     std::string_view{"open"},
        std::string_view{"close"},      std::string_view{"comma"},       std::string_view{"semicolon"},
        std::string_view{"stop"},       std::string_view{"colon"},       std::string_view{"slashes"},
        std::string_view{"dash"},       std::string_view{"mark"},        std::string_view{"lead"}};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view to_string(Role role) {
    constexpr std::array names = {std::string_view{"author"},      std::string_view{"editor"},
                                  std::string_view{"translator"},  std::string_view{"interviewer"},
                                  std::string_view{"title"},       std::string_view{"container"},
                                  std::string_view{"volume"},      std::string_view{"volume-title"},
                                  std::string_view{"issue"},       std::string_view{"edition"},
                                  std::string_view{"series"},      std::string_view{"date"},
                                  std::string_view{"publication"}, std::string_view{"place"},
                                  std::string_view{"publisher"},   std::string_view{"pages"},
                                  std::string_view{"number"},      std::string_view{"head"},
                                  std::string_view{"location"},    std::string_view{"tail"},
                                  std::string_view{"url"},         std::string_view{"accessed"},
                                  std::string_view{"provenance"},  std::string_view{"thesis"},
                                  std::string_view{"ibid"},        std::string_view{"back"},
                                  std::string_view{"digital"},     std::string_view{"aside"},
                                  std::string_view{"note"},        std::string_view{"genre"},
                                  std::string_view{"listed"},      std::string_view{"series-of-edition"}};
    return names[static_cast<std::size_t>(role)];
}

class Explanation {
  public:
    Explanation(Chunks const& chunks, Lexicon const& lexicon) : chunks_(chunks), lexicon_(lexicon) {}

    std::string write() {
        out_ << "Elements\n";
        for (auto const& chunk : chunks_.list) write_chunk(chunk);
        out_ << "Outline\n";
        for (auto const& citation : Outline(chunks_).citations())
            out_ << "  " << fonds::to_string(citation.kind) << "  " << text(citation.first, citation.last)
                 << '\n';
        auto const cover = best_cover(chunks_, true);
        out_ << "Readings (* chosen)\n";
        std::vector<std::pair<Candidate const*, bool>> all;
        for (auto const& candidate : cover.chosen) all.emplace_back(&candidate, true);
        for (auto const& candidate : cover.rejected) all.emplace_back(&candidate, false);
        std::stable_sort(all.begin(), all.end(), [](auto const& a, auto const& b) {
            return a.first->first != b.first->first ? a.first->first < b.first->first
                                                    : a.first->score > b.first->score;
        });
        for (auto const& [candidate, chosen] : all) write_candidate(*candidate, chosen);
        out_ << "Confidence, bytes, and the signs it is weighed from\n";
        for (auto const& candidate : cover.chosen) write_signs(candidate);
        return out_.str();
    }

  private:
    [[nodiscard]] std::string_view text(std::uint32_t first, std::uint32_t last) const {
        return slice(chunks_.text, {chunks_.list[first].span.begin, chunks_.list[last - 1].span.end});
    }

    void write_chunk(Chunk const& chunk) {
        out_ << "  " << to_string(chunk.kind) << "  " << slice(chunks_.text, chunk.span);
        if (chunk.kind == ChunkKind::level && chunk.phrase) {
            out_ << "  [";
            for (std::size_t i = 0; i < std::min<std::size_t>(chunk.phrase->meanings().size(), 4); ++i)
                out_ << (i ? " or " : "") << chunk.phrase->meanings()[i];
            out_ << " = " << slice(chunks_.text, chunk.inner) << ']';
        }
        out_ << '\n';
    }
    void write_candidate(Candidate const& candidate, bool chosen) {
        out_ << (chosen ? "* " : "  ") << to_string(candidate.family) << "  ";
        out_.precision(3);
        out_ << candidate.score << "  " << text(candidate.first, candidate.last)
             << (candidate.unread ? "  (no grammar reads it)" : "") << '\n';
        for (auto const& part : candidate.parts)
            out_ << "      " << to_string(part.role) << ": "
                 << slice(chunks_.text,
                          {chunks_.list[part.first].span.begin, chunks_.list[part.last - 1].span.end})
                 << '\n';
    }

    void write_signs(Candidate const& candidate) {
        auto const [citation, weighing] = lower(candidate, chunks_, lexicon_);
        out_ << "  " << citation.confidence << "  " << citation.span.begin << '-' << citation.span.end;
        for (auto const& sign : signs(candidate, citation, weighing, chunks_)) out_ << "; " << sign;
        out_ << '\n';
    }

    Chunks const& chunks_;
    Lexicon const& lexicon_;
    std::ostringstream out_;
};

}  // namespace

std::string explain_note(std::string_view text, Knowledge const& knowledge) {
    if (&knowledge == &Knowledge::builtin())
        return Explanation(chunk(text, Lexicon::builtin()), Lexicon::builtin()).write();
    Lexicon const lexicon(knowledge);
    return Explanation(chunk(text, lexicon), lexicon).write();
}

}  // namespace fonds
