// The lowerer's class; its functions stand in lower.cpp and the files lower_*.cpp.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

#include "note/lowering.hpp"
#include "note/slavic_cases.hpp"

namespace fonds {

/// "41", "3–4": issues of a year.
[[nodiscard]] bool counts_issues(std::string_view written);
/// "14/15": two volumes in one.
[[nodiscard]] bool is_double_volume(std::string_view written);

struct Lowerer {
    Lowering low;
    Candidate const& candidate;

    /// What the grammar tells of each part.
    void by_rule();
    /// Learned weights look at the words of the citation once more.
    void by_weights();

    // lower.cpp
    void set_date(Variable variable, Chunk const& chunk);
    void set_date(Variable variable, Date const& date, Span span);
    void read_date_at(Variable variable, std::uint32_t token);
    void lower_part(Part const& part);
    void volume(Part const& part);
    void dated(Part const& part);
    void accessed(Chunk const& chunk);
    void unpublished(Chunk const& chunk);
    void digital(Part const& part);
    void labelled(Variable variable, Part const& part);
    void aside(Part const& part);
    void keeper_in_brackets();
    [[nodiscard]] bool is_eastern() const;
    [[nodiscard]] bool is_ordinal(Chunk const& chunk) const;
    [[nodiscard]] bool is_part(Part const& part) const;
    [[nodiscard]] bool has_genre(std::uint32_t first, std::uint32_t last) const;
    void genre(std::uint32_t first, std::uint32_t last);

    // lower_titles.cpp
    [[nodiscard]] bool is_english_gloss(Part const& part) const;
    [[nodiscard]] bool names_form(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool begins_with_name(Part const& part) const;
    void title(Variable variable, Part const& part);
    void title_in_marks(Variable variable, Chunk const& quote);
    [[nodiscard]] std::uint32_t without_gloss(Part const& part) const;
    [[nodiscard]] Span span_of_title(Part const& part) const;
    Span short_title(Part const& part, Span span);
    void settle_title(Part const& part, Span span);

    // lower_people.cpp
    void names(Variable variable, std::uint32_t first_token, std::uint32_t last_token,
               std::string_view field = {});
    [[nodiscard]] std::uint32_t behind_commission(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool is_accompanied(Chunk const& chunk) const;
    [[nodiscard]] bool is_body(Part const& named) const;
    void without_repeated_preposition(Variable variable);
    void people(Variable variable, Part const& part);
    [[nodiscard]] bool names_inverted(Part const& part) const;
    void people_behind(Part const& part);
    void container_author(Part const& part);
    [[nodiscard]] bool is_correspondent(Part const& part);
    [[nodiscard]] bool is_followed_by_genitive(Chunk const& role) const;
    [[nodiscard]] std::uint32_t editor_on_behalf(Part const& named) const;
    [[nodiscard]] Span place_of(Part const& part) const;
    void author(Part const& part);
    void listed_authors(Part const& part);
    void listed(Variable variable, std::uint32_t first, std::uint32_t last);
    [[nodiscard]] bool are_parted_by_semicolons(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool are_pairs_across_strokes(std::uint32_t first, std::uint32_t last) const;
    void form_of_office(Part const& part);
    bool part_of_addressee(Chunk const& behind);
    [[nodiscard]] bool is_post(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool known_by_capitals(Part const& part) const;

    // lower_container.cpp
    void series(Part const& part);
    void edition(Part const& part);
    bool gazette(Part const& part);
    void container(Part const& part);
    [[nodiscard]] bool tells_kind_of_periodical(Part const& part) const;
    void settle_edition(Part const& part);
    [[nodiscard]] bool names_series(Part const& part) const;
    void series_and_number(Part const& part, Span span);
    void without_hereafter(Variable variable, Part const& part, Span name);
    Span without_volume(Part const& part, Span span);
    bool volume_and_issue(Span span);
    [[nodiscard]] bool is_bulletin_of_project() const;
    [[nodiscard]] bool counts_its_issues(std::string_view periodical) const;
    void series_in(Span span);
    [[nodiscard]] Span without_lead_to_year(Part const& part, Span span) const;
    bool edition_by_siglum(Chunk const& chunk);
    void issued_in(Span year);
    bool issue_of_year(Span span);
    bool number_behind_container(std::uint32_t chunk);
    Span without_numbers(Span span);

    // lower_imprint.cpp
    void pages(Part const& part);
    [[nodiscard]] std::string_view place_but_page(Chunk const& chunk) const;
    void locate(std::string_view label, Span span);
    bool joins_chapter(Span note);
    Span page_of_volume(Span span);
    bool continues_pages(Span span);
    [[nodiscard]] bool is_front_page(Part const& part) const;
    [[nodiscard]] bool is_of_parliament() const;
    [[nodiscard]] bool is_reporter() const;
    bool volume_in_bracket(Span span);
    void publication(Part const& part);
    void thesis(Chunk const& chunk);
    [[nodiscard]] std::size_t form_behind_university(Chunk const& chunk) const;
    void reprint(Span span);

    // lower_tail.cpp
    void tail(Part const& part);
    void issue(Part const& part);

    // lower_publisher.cpp
    Span behind_details(Span span);
    void place_and_publisher(Span span);
    void parted_by_comma(Span span, std::size_t comma);
    [[nodiscard]] bool names_house(Span span) const;
    Span behind_people(Span span);
    [[nodiscard]] bool is_one_word(Span span) const;
    [[nodiscard]] bool is_old() const;
    [[nodiscard]] bool is_named_before(Span span) const;
    [[nodiscard]] bool is_one_house(Span first, Span second) const;
    void two_imprints(Span span, std::size_t second);
    [[nodiscard]] bool is_publisher(Span span) const;
    Span without_series(Span span);
    Span without_series_in_bracket(Span span);
    [[nodiscard]] Span without_undated(Span span) const;
    [[nodiscard]] bool is_command_paper(Span span) const;
    void set_imprint(Variable variable, Span span);
    [[nodiscard]] Span without_brackets(Span span) const;
    [[nodiscard]] bool is_unstated(Span span) const;
    [[nodiscard]] bool are_towns(Span span) const;
    [[nodiscard]] bool is_phrase(Span span, WordClass word_class) const;
    [[nodiscard]] bool is_town(Span span) const;
    [[nodiscard]] bool begins_with(Span span, WordClass word_class) const;
    [[nodiscard]] bool is_partnership(Span span) const;
    [[nodiscard]] bool is_region(Span span) const;
    [[nodiscard]] bool names_town(Span span) const;
    [[nodiscard]] bool is_house_of_two(Span first, Span second) const;
    [[nodiscard]] bool is_institution(Span span) const;

    // lower_heads.cpp
    void head(Part const& part);
    void inner_date(Chunk const& chunk);
    void described(Part const& part, std::uint32_t first, std::uint32_t last);
    [[nodiscard]] std::uint32_t without_lead_to_date(std::uint32_t first, std::uint32_t last) const;
    bool in_dative(std::uint32_t first, std::uint32_t end);
    [[nodiscard]] bool talk_of_two(std::uint32_t first, std::uint32_t end) const;
    bool between_people(std::uint32_t first, std::uint32_t end);
    [[nodiscard]] bool behind_reference() const;
    [[nodiscard]] bool is_number_of_paper(std::uint32_t first, std::uint32_t end) const;
    bool press_release(std::uint32_t first, std::uint32_t last);
    bool enclosed(Part const& part, std::uint32_t first, std::uint32_t last);
    void record_head(Part const& part, std::uint32_t first, std::uint32_t last);
    [[nodiscard]] std::uint32_t from_behind_form(std::uint32_t first, std::uint32_t end) const;
    bool record_by_writer(std::uint32_t first, std::uint32_t end);
    void form_of_record(std::uint32_t first, std::uint32_t end);
    [[nodiscard]] std::uint32_t addressee_behind_form(std::uint32_t first, std::uint32_t last) const;
    static void set_monarch(Name& name);
    [[nodiscard]] bool is_article(std::uint32_t at) const;

    // lower_papers.cpp
    bool form_and_writer(std::uint32_t first, std::uint32_t end);
    [[nodiscard]] std::uint32_t without_post(std::uint32_t first, std::uint32_t end) const;
    bool diary(std::uint32_t first, std::uint32_t end);
    bool form_alone(std::uint32_t first, std::uint32_t end);
    bool writer_alone(std::uint32_t first, std::uint32_t end);
    bool writer_and_place(std::uint32_t first, std::uint32_t end);
    [[nodiscard]] std::uint32_t count_words(std::uint32_t first, std::uint32_t last) const;
    void title_words(std::uint32_t first, std::uint32_t end);
    bool form_and_title(std::uint32_t first, std::uint32_t end);
    [[nodiscard]] bool is_body_or_office(std::uint32_t first, std::uint32_t end) const;
    bool form_and_body(std::uint32_t first, std::uint32_t end);
    bool writer_and_title(std::uint32_t first, std::uint32_t end);
    bool paper_of_person(std::uint32_t first, std::uint32_t end);
    bool paper_of_owner(std::uint32_t first, std::uint32_t end);
    bool paper_by_form_and_name(std::uint32_t first, std::uint32_t end);
    bool office_and_paper(std::uint32_t first, std::uint32_t end);
    bool form_behind_last_comma(std::uint32_t first, std::uint32_t end);
    bool paper_behind_office(std::uint32_t first, std::uint32_t end);
    bool paper_of_body(std::uint32_t first, std::uint32_t end);
    bool form_behind_body(std::uint32_t first, std::uint32_t end);

    // lower_letters.cpp
    struct TokenRange {
        std::uint32_t first = 0, last = 0;  ///< half-open
        [[nodiscard]] std::uint32_t size() const { return last - first; }
    };
    bool letter_head(std::uint32_t first, std::uint32_t to, std::uint32_t last);
    [[nodiscard]] std::uint32_t without_marks(std::uint32_t first, std::uint32_t last) const;
    void leave_place_of_writing(TokenRange& writer) const;
    void number_of_message(TokenRange& writer);
    void leave_affiliation(TokenRange& writer);
    void set_writer(TokenRange writer, bool behind_form, std::uint32_t to);
    void without_preposition(std::uint32_t first);
    void person(Variable variable, Name name, Span span);
    void set_slavic_nominative(bool behind_form);
    void join_families(Variable variable);
    [[nodiscard]] bool is_ukrainian() const;

    // german_letters.cpp
    bool office_writes_to(std::uint32_t first, std::uint32_t end);
    bool paper_in_genitive(std::uint32_t first, std::uint32_t end);
    bool written_by_rank(std::uint32_t first, std::uint32_t end);
    bool written_by_office(std::uint32_t first, std::uint32_t end);

    // slavic_letters.cpp
    [[nodiscard]] std::uint32_t behind_office_of_writer(std::uint32_t at, std::uint32_t end) const;
    void names_in(SlavicCase grammatical, Variable variable, std::uint32_t first, std::uint32_t last);
    bool western_slavic_letter(std::uint32_t first, std::uint32_t writer, std::uint32_t addressee,
                               std::uint32_t end);
    bool paper_of_slavic_family(std::uint32_t first, std::uint32_t writer, std::uint32_t end);
    bool slavic_letter(std::uint32_t first, std::uint32_t end);
    [[nodiscard]] bool is_office_in_dative(std::uint32_t at, std::uint32_t end) const;
    [[nodiscard]] std::uint32_t behind_person(std::uint32_t at, std::uint32_t end) const;

    // lower_addressees.cpp
    [[nodiscard]] bool are_several_addressees(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool leads_to_date(std::uint32_t at) const;
    void recipient(std::uint32_t first, std::uint32_t last);
    [[nodiscard]] std::uint32_t remark_on_addressee(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool is_office_within_office(std::uint32_t first, std::uint32_t comma,
                                               std::uint32_t last) const;
    bool office_behind_article(std::uint32_t first, std::uint32_t last);
    void person_addressed(std::uint32_t first, std::uint32_t last);
    void settle_names(std::uint32_t first, std::uint32_t last);
    bool addressed(std::uint32_t first, std::uint32_t end);

    // lower_offices.cpp
    [[nodiscard]] bool is_office_with_commas(TokenRange writer) const;
    [[nodiscard]] bool is_office_with_place(TokenRange writer) const;
    void leave_small_rank(TokenRange& writer) const;
    void leave_body(TokenRange& person);
    void holder_of_office(TokenRange& writer);
    void office(Variable variable, std::uint32_t first, std::uint32_t last);
    [[nodiscard]] bool is_small_office(std::uint32_t first, std::uint32_t last) const;
    void small_office(Variable variable, std::uint32_t first, std::uint32_t last);
    [[nodiscard]] bool is_section_of_office(std::uint32_t first, std::uint32_t comma,
                                            std::uint32_t last) const;
    [[nodiscard]] bool is_office_by_letters(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] std::uint32_t behind_german_rank(std::uint32_t first, std::uint32_t last) const;

    // lower_letter_forms.cpp
    [[nodiscard]] bool is_particle_of(std::uint32_t chunk, TokenRange const& writer) const;
    bool form_before(TokenRange& writer);
    bool form_before_office(std::uint32_t first, TokenRange& writer);
    bool written_by_small_office(std::uint32_t first, std::uint32_t end);
    void form_before_comma(TokenRange& writer);
    void form_before_from(std::uint32_t first, TokenRange& writer);
    bool form_behind(TokenRange& writer);
    bool form_of_owner(TokenRange& writer);
    [[nodiscard]] std::uint32_t writer_before_german_form(std::uint32_t first, std::uint32_t an) const;
    bool german_form_behind(TokenRange& writer);
    void forms_alone(TokenRange& writer);

    // lower_interviews.cpp
    bool interview(std::uint32_t first, std::uint32_t last);
    /// An interview as it is told, in tokens.
    struct Interview {
        std::uint32_t first = 0;
        std::uint32_t form = 0, noun = 0;        ///< the form, with its noun at its end
        std::uint32_t before = 0;                ///< where those end who stand before the form
        std::uint32_t asked = 0, asked_end = 0;  ///< "with", or a comma, and behind it who was asked
        bool with = false;                       ///< such a word stands there
        bool behind_form = false;                ///< who was asked stands behind a comma
        bool of_book = false;                    ///< the author of the book was asked
        bool names_asked = false, names_nobody = false;
        bool anonymous = false;  ///< the author of the book asked
    };
    Interview parts_of_interview(std::uint32_t noun, std::uint32_t first, std::uint32_t last);
    [[nodiscard]] bool tells_people(Interview const& talk, std::uint32_t last) const;
    [[nodiscard]] bool tells_who_asked(std::uint32_t at) const;
    void set_people(Interview const& talk);
    std::uint32_t behind_interview(std::uint32_t noun, std::uint32_t last);
    [[nodiscard]] bool names_interview(std::uint32_t at, std::uint32_t first) const;
    bool interview_of(Part const& part);
    [[nodiscard]] std::uint32_t form_of_interview(std::uint32_t noun, std::uint32_t first) const;
    bool asked_alone(std::uint32_t noun, std::uint32_t first, std::uint32_t last);
    void who_asked(std::uint32_t noun, std::uint32_t asked, std::uint32_t last);
    [[nodiscard]] bool asks_one_of(std::uint32_t of, std::uint32_t with) const;
    bool asked_by_author(std::uint32_t noun, std::uint32_t first, std::uint32_t last);
    bool asked_by_name(std::uint32_t noun, std::uint32_t last);
    [[nodiscard]] bool is_way_of_asking(std::uint32_t at) const;
    void asked_by(Chunk const& chunk);
    void interviewer(std::uint32_t first, std::uint32_t last);

    // lower_words.cpp
    bool weigh();  ///< whether it changed anything

    // lower_types.cpp
    /// Who edited or translated, and the tokens of their names, half-open; empty where nobody is named.
    struct Hands {
        Variable variable = Variable::editor;
        std::uint32_t first = 0, last = 0;
    };
    [[nodiscard]] Hands hands_of(Chunk const& bracket) const;
    void people_in_brackets();
    void raised_edition();
    void flat_edition_of(Chunk const& imprint);
    void lone_day();
    void finish();
    void archival_type();
    [[nodiscard]] ItemType entry_type() const;
    [[nodiscard]] ItemType session_type() const;
    [[nodiscard]] ItemType book_type() const;
    [[nodiscard]] bool tells_hearing() const;
    void type_by_fields();
    void volume_before_page();
    [[nodiscard]] ItemType act_type() const;
    void rename(Variable from, Variable to);
    void article_without_container();
    void chapter_type();
    void newspaper_type();
    void document_volume_type();
    void web();
    void short_type();
    [[nodiscard]] bool container_is(Trait trait) const;
    void article_type();

    [[nodiscard]] Chunk const& at(std::uint32_t index) const { return low.chunks.list[index]; }
    [[nodiscard]] bool is_comma(std::uint32_t index) const {
        return index < low.chunks.list.size() && at(index).kind == ChunkKind::comma;
    }
    [[nodiscard]] Token const& token(std::uint32_t i) const { return low.chunks.tokens[i]; }
    [[nodiscard]] std::string_view word(std::uint32_t i) const { return low.chunks.word(i); }
    /// The tokens that begin in a span.
    [[nodiscard]] std::span<Token const> tokens_in(Span span) const { return low.chunks.tokens_in(span); }
    [[nodiscard]] Item& item() { return low.citation.item; }
    [[nodiscard]] Item const& item() const { return low.citation.item; }
    /// The names that a variable has by now, perhaps none.
    [[nodiscard]] std::span<Name> people_of(Variable variable) {
        auto* const found = item().names.find(variable);
        return found ? std::span<Name>(*found) : std::span<Name>();
    }
    [[nodiscard]] Span span_of(Part const& part) const {
        return {at(part.first).span.begin, at(part.last - 1).span.end};
    }
    /// What tokens are written as, half-open.
    [[nodiscard]] Span span_of(std::uint32_t first, std::uint32_t last) const {
        return {token(first).span.begin, token(last - 1).span.end};
    }
    [[nodiscard]] std::string_view text(Span span) const { return low.text(span); }
    [[nodiscard]] Span trimmed(Span span) const { return fonds::trimmed(low.chunks.text, span); }
    /// Learned weights need not look at these tokens.
    void settle(std::uint32_t first, std::uint32_t last) { low.settled.push_back(span_of(first, last)); }
    void names(Variable variable, Part const& part) {
        names(variable, at(part.first).first, at(part.last - 1).last);
    }

    [[nodiscard]] bool is_document_volume() const {
        return candidate.family == Family::letter_in_volume || candidate.family == Family::document_volume;
    }

    bool blog_ = false;
    Weighing weighing = Weighing::none;
};

}  // namespace fonds
