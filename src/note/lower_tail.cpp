// The numbers behind a periodical's name: volume, issue, their year, and the first page.

#include <algorithm>

#include "base/number.hpp"
#include "base/text.hpp"
#include "grammar/chunk_labels.hpp"
#include "grammar/date_reader.hpp"
#include "note/lowerer.hpp"

namespace fonds {

using std::string_view;

namespace {

/// Reads one of the numbers. Those before it are in the item already: what is missing there decides what it
/// counts. A function named for a way to write it sets fields and says true, or leaves all as it was.
class TailReader {
  public:
    TailReader(Lowerer& lowerer, Part const& part)
        : lowerer_(lowerer),
          part_(part),
          chunk_(lowerer.at(part.first)),
          span_(chunk_.inner),
          written_(lowerer.text(span_)),
          bracket_behind_(kind_at(part.last) == ChunkKind::publication),
          number_behind_(kind_at(part.last + 1) == ChunkKind::number),
          issued_(lowerer.item().dates.find(Variable::issued)),
          has_volume_(!lowerer.item().text(Variable::volume).empty()),
          has_issue_(!lowerer.item().text(Variable::issue).empty()) {}

    void read() {
        if (lowerer_.is_document_volume() && chunk_.kind == ChunkKind::number)
            return (token().roman || is_small_volume()) && !has_volume_ ? set(Variable::volume, span_)
                                                                        : lowerer_.pages(part_);
        if (chunk_.kind == ChunkKind::level) return labelled();
        if (year_before_issue()) return;
        if (page_of_day()) return;
        if (number_in_series()) return;
        if (volume_before_year() || parted_by_colon() || double_volume() || volume_behind_year() ||
            parted_by_stroke() || issue_behind_volume())
            return;
        alone();
    }

  private:
    [[nodiscard]] ChunkKind kind_at(std::uint32_t at) const {
        auto const& list = lowerer_.low.chunks.list;
        return at < list.size() ? list[at].kind : ChunkKind::stop;
    }
    [[nodiscard]] Token const& token() const { return lowerer_.token(chunk_.first); }
    [[nodiscard]] bool is_article() const { return lowerer_.candidate.family == Family::article; }
    [[nodiscard]] bool has(Role role) const { return lowerer_.candidate.find(role) != nullptr; }
    [[nodiscard]] bool has_text(Variable variable) const { return !lowerer_.item().text(variable).empty(); }
    /// With a bracket behind it, "CWIHP Bulletin 6-7 (Winter 1995/1996)", a number is no range of pages.
    [[nodiscard]] bool is_range() const { return !bracket_behind_ && has_dash(written_); }
    [[nodiscard]] bool is_range_behind() const {
        return number_behind_ && has_dash(lowerer_.text(lowerer_.at(part_.last + 1).inner));
    }
    [[nodiscard]] bool year_follows() const {
        return bracket_behind_ ||
               (kind_at(part_.last) == ChunkKind::comma && kind_at(part_.last + 1) == ChunkKind::date &&
                !lowerer_.at(part_.last + 1).has_day);
    }
    [[nodiscard]] bool labelled_pages_follow() const {
        auto const& parts = lowerer_.candidate.parts;
        return std::any_of(parts.begin(), parts.end(), [this](Part const& later) {
            return later.role == Role::pages && later.first >= part_.last &&
                   kind_at(later.first) == ChunkKind::level;
        });
    }

    void set(Variable variable, Span span) { lowerer_.low.set(variable, span); }
    /// Learned weights need not look at it again.
    void settle() { lowerer_.low.settled.push_back(span_); }
    [[nodiscard]] Span before(std::size_t joint) const { return {span_.begin, span_.begin + joint}; }
    [[nodiscard]] Span behind(std::size_t joint) const { return {span_.begin + joint + 1, span_.end}; }

    /// "Parliamentary Papers, 1892, xxxiv, 12", "…, 1856, lxi [2072]": small numerals before a page or the
    /// number of a paper.
    [[nodiscard]] bool is_small_volume() const {
        if (!chunk_.roman && chunk_.is(Trait::digits) && token().digits) return false;
        auto const next = part_.last, last = lowerer_.candidate.last;
        if (next >= last) return false;
        auto const kind = kind_at(next);
        return kind == ChunkKind::aside || kind == ChunkKind::publication ||
               (kind == ChunkKind::comma && next + 1 < last &&
                (number_behind_ || lowerer_.at(next + 1).means("page")));
    }

    /// "96, pt. 2:1954–57": a part of the volume, and its pages; of another label the number.
    void labelled() {
        if (!chunk_.means("part")) return lowerer_.labelled(Variable::number, part_);
        auto const colon = written_.find_first_of(":.");
        if (colon == string_view::npos || has_text(Variable::page))
            return lowerer_.labelled(Variable::part_number, part_);
        set(Variable::part_number, before(colon));
        lowerer_.low.settled.push_back(behind(colon));
        set(Variable::page, behind(colon));
    }

    /// "VKST 1962, Heft 23"
    bool year_before_issue() {
        if (issued_ || has(Role::date) || has(Role::publication) || !is_year(written_) || bracket_behind_)
            return false;
        auto const& chunks = lowerer_.low.chunks;
        if (auto const read = read_date(chunks.tokens, chunks.text, chunk_.first)) {
            lowerer_.item().dates.set(Variable::issued, read->date).raw.clear();
            lowerer_.low.field(std::string(to_string(Variable::issued)), span_);
        }
        return true;
    }

    /// "October 24, 1962, 1, 21": a day's paper has pages, no volume.
    bool page_of_day() {
        if (!issued_ || issued_->start.day == 0 || !is_article() ||
            written_.find_first_of(":.") != string_view::npos)
            return false;
        if (lowerer_.container_is(Trait::newspaper)) settle();  // "12 Oct. 1847, 5, col. 3"
        lowerer_.pages(part_);
        return true;
    }

    bool number_in_series() {
        if (!has_text(Variable::collection_title) || has_text(Variable::number) || issued_) return false;
        set(Variable::number, span_);
        return true;
    }

    /// "31 (1), 1989", "45-2 (1999)"; "Revue historique, 116, 1-2, 2000, p. 12": or two issues behind a
    /// volume.
    bool volume_before_year() {
        if (issued_ || !year_follows()) return false;
        if (!has_volume_) return lowerer_.volume_and_issue(span_);
        if (!is_range() || !counts_issues(written_) || has(Role::issue) || has_issue_) return false;
        settle();
        set(Variable::issue, span_);
        return true;
    }

    /// "33:2": volume and issue; "1987;316:965–70": pages.
    bool parted_by_colon() {
        auto const joint = written_.find_first_of(":.");
        if (joint == string_view::npos || has_volume_) return false;
        if (!bracket_behind_ && written_[joint] == ':' &&
            written_.find_first_of("-\u2013", joint) != string_view::npos) {
            lowerer_.pages(part_);
            return true;
        }
        set(Variable::volume, before(joint));
        set(Variable::issue, behind(joint));
        return true;
    }

    /// "14/15": two volumes in one, or two issues where a periodical has no volumes.
    bool double_volume() {
        if (!is_double_volume(written_)) return false;
        if (lowerer_.is_bulletin_of_project()) settle();
        if (has_volume_ || !has(Role::publication)) return false;
        bool const issues = lowerer_.counts_its_issues(lowerer_.item().text(Variable::container_title));
        set(issues ? Variable::issue : Variable::volume, span_);
        return true;
    }

    /// "Isis (1993) 84, pp. 1–25": where labelled pages follow; "JAMA, 1910, 55: 1105–13": or pages behind a
    /// colon; "Isis, 1993, 84, 1–25", "Isis (1993), 84, 1–25": behind a year alone, or a range behind a
    /// comma.
    bool volume_behind_year() {
        if (!issued_ || has_volume_ || has_issue_ || !is_article()) return false;
        bool const counts = is_all_digits(written_);
        bool const year_alone = issued_->start.month == 0 && issued_->start.season == 0;
        auto const joint = kind_at(part_.last);
        bool const before_pages =
            number_behind_ && (joint == ChunkKind::colon ||
                               (joint == ChunkKind::comma && year_alone && counts && is_range_behind()));
        if (!before_pages && !(counts && labelled_pages_follow())) return false;
        set(Variable::volume, span_);
        return true;
    }

    /// "1994/1–2", "22/1986": an issue and its year; "41/2": volume and issue, of a journal also "41.2".
    bool parted_by_stroke() {
        auto const stroke = written_.find('/');
        auto const joint = stroke == string_view::npos && is_article() ? written_.find('.') : stroke;
        if (joint == string_view::npos || has_volume_) return false;
        auto const first = written_.substr(0, joint), second = written_.substr(joint + 1);
        if (!issued_ && stroke != string_view::npos && is_year(first) && counts_issues(second)) {
            lowerer_.issued_in(before(joint));
            set(Variable::issue, behind(joint));
        } else if (!issued_ && counts_issues(first) && is_year(second)) {
            lowerer_.issued_in(behind(joint));
            set(Variable::issue, before(joint));
        } else if (!is_range()) {
            set(Variable::volume, before(joint));
            set(Variable::issue, behind(joint));
        } else {
            return false;
        }
        return true;
    }

    /// "XXI, 1990, 3, pp. 463–493": behind volume and year, where labelled pages follow; "(1990), 21: 3,
    /// 463–493": or between the volume's colon and the pages.
    bool issue_behind_volume() {
        if (!issued_ || !has_volume_ || has_issue_ || is_range() || !is_all_digits(written_)) return false;
        bool const behind_colon =
            part_.first > lowerer_.candidate.first && kind_at(part_.first - 1) == ChunkKind::colon;
        if (!labelled_pages_follow() && !(behind_colon && is_range_behind())) return false;
        settle();
        set(Variable::issue, span_);
        return true;
    }

    /// What nothing beside it tells: pages, else volume, issue, pages, in this order.
    void alone() {
        bool const counted = has_volume_ || has_issue_;
        if (is_range() || (issued_ && (counted || !has_text(Variable::page)))) return lowerer_.pages(part_);
        if (!has_volume_ && lowerer_.is_bulletin_of_project()) {
            settle();
            return set(Variable::issue, span_);
        }
        if (!has_volume_) return set(Variable::volume, span_);
        if (!has_issue_) return set(Variable::issue, span_);
        lowerer_.pages(part_);
    }

    Lowerer& lowerer_;
    Part const& part_;
    Chunk const& chunk_;
    Span span_;
    string_view written_;
    bool bracket_behind_, number_behind_;
    Date const* issued_;  ///< null where no year is known yet
    bool has_volume_, has_issue_;
};

}  // namespace

void Lowerer::tail(Part const& part) { TailReader(*this, part).read(); }

/// "no. 4", "nr. 1–2/2005": the issue, and perhaps its year.
void Lowerer::issue(Part const& part) {
    auto const written = text(at(part.first).inner);
    auto const stroke = written.rfind('/');
    if (part.size() != 1 || stroke == string_view::npos || item().dates.find(Variable::issued) ||
        candidate.find(Role::publication) || !is_year(written.substr(stroke + 1)) ||
        !counts_issues(written.substr(0, stroke)))
        return labelled(Variable::issue, part);
    auto const begin = at(part.first).inner.begin;
    low.set(Variable::issue, {begin, begin + stroke});
    issued_in({begin + stroke + 1, at(part.first).inner.end});
}

}  // namespace fonds
