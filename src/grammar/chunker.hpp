// The chunker's class; its functions stand in chunker.cpp and the files chunk_*.cpp that it names.
//
// A function named for an element (`date`, `level`, `ibid`) reads one at `at_`: it adds a chunk, steps behind
// it and says true, or leaves all as it was. Constant functions only look: whether (`is_…`, `…_follows`), or
// where something ends (`…_end`).
#pragma once

#include <optional>
#include <string_view>

#include "grammar/chunk.hpp"
#include "grammar/date_reader.hpp"

namespace fonds {

class Chunker {
  public:
    Chunker(std::string_view text, Lexicon const& lexicon);
    [[nodiscard]] Chunks run();

  private:
    /// The value of a level: its tokens, half-open, and what of them is the value.
    struct Value {
        std::uint32_t first = 0, last = 0;
        Span span;
    };

    // chunker.cpp
    void step();
    Chunk& add(ChunkKind kind, std::uint32_t first, std::uint32_t last);
    /// Words, with their traits.
    Chunk& add_text(std::uint32_t first, std::uint32_t last);
    /// Keeps a date; what a chunk names it by.
    std::int32_t keep(Date date);
    bool separator(Token const& sign);
    [[nodiscard]] bool parts_year_and_volume(std::uint32_t at) const;
    [[nodiscard]] bool pages_behind_stop(std::uint32_t at) const;
    bool element_start();
    void close_bracket();
    [[nodiscard]] bool parts_levels() const;
    [[nodiscard]] bool is_mark_of_words(bool stop) const;
    [[nodiscard]] bool spans_by_long_dash(std::uint32_t at) const;
    [[nodiscard]] bool ends_listed_title() const;
    bool abbreviation_stop();
    [[nodiscard]] ChunkKind kind_of_mark(bool stop) const;

    // chunk_stops.cpp
    [[nodiscard]] bool is_stop(std::uint32_t at) const;
    [[nodiscard]] bool ends_year_before_keeper(std::uint32_t at) const;
    [[nodiscard]] bool goes_on_behind_number(std::uint32_t at) const;
    [[nodiscard]] bool ends_short_name(std::uint32_t at) const;
    [[nodiscard]] bool shortens_periodical(std::uint32_t at) const;
    [[nodiscard]] bool is_ordinal(std::uint32_t at) const;
    [[nodiscard]] bool is_ordinal_of_reference(std::uint32_t at) const;
    [[nodiscard]] bool goes_on_behind_dash(std::uint32_t at) const;
    [[nodiscard]] bool ends_file_subject(std::uint32_t at) const;
    [[nodiscard]] bool is_sentence_of_marking(std::uint32_t at) const;
    [[nodiscard]] bool is_double_initial(std::uint32_t at) const;
    [[nodiscard]] bool is_labelled_number(std::uint32_t at) const;
    [[nodiscard]] bool imprint_begins(std::uint32_t at) const;
    [[nodiscard]] bool edition_begins(std::uint32_t at) const;
    [[nodiscard]] bool is_code_stop(std::uint32_t at) const;
    [[nodiscard]] bool at_boundary(std::uint32_t at) const;
    [[nodiscard]] bool after_break() const;
    [[nodiscard]] std::uint32_t sentence_end(std::uint32_t at) const;

    // chunk_runs.cpp
    void end_run();
    [[nodiscard]] bool is_prose(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool has_verb(std::uint32_t first, std::uint32_t last) const;
    void part_words(std::uint32_t& first, std::uint32_t cut);
    void split_lead(std::uint32_t first, std::uint32_t last);
    [[nodiscard]] bool sentence_may_begin(std::uint32_t first) const;
    std::uint32_t holding_in_prose(std::uint32_t first, std::uint32_t last);
    [[nodiscard]] bool piece_before_letter(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool day_follows(std::uint32_t at) const;
    /// Whether a title may begin with a token behind an author's comma.
    [[nodiscard]] static bool may_begin_title(Token const& token) {
        return token.upper && !token.is(WordClass::month) && !token.is(WordClass::place);
    }

    // chunk_run_authors.cpp
    bool inverted_author(std::uint32_t first, std::uint32_t last);
    [[nodiscard]] std::uint32_t end_of_first_initials(std::uint32_t first, std::uint32_t at) const;
    bool given_name(std::uint32_t first, std::uint32_t last);
    bool author_before_article(std::uint32_t first, std::uint32_t last);
    bool family_before_short_title(std::uint32_t first, std::uint32_t last);
    void split_author(std::uint32_t first, std::uint32_t title, std::uint32_t last);
    bool helped_author(std::uint32_t first, std::uint32_t last);

    // chunk_leads.cpp
    [[nodiscard]] std::uint32_t behind_lead_words(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] std::uint32_t lead_end(std::uint32_t first, std::uint32_t last, bool& letter) const;
    [[nodiscard]] bool is_lead(std::uint32_t first, std::uint32_t cut, std::uint32_t last, bool letter) const;
    [[nodiscard]] bool names_paper_or_body(std::uint32_t first, std::uint32_t cut) const;
    [[nodiscard]] bool holds_keeper(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] std::uint32_t genre_behind_prose(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] std::uint32_t reference_behind_prose(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] std::uint32_t work_behind_sentence(std::uint32_t first, std::uint32_t last,
                                                     bool sentence) const;
    [[nodiscard]] std::uint32_t name_behind_prose(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] std::uint32_t behind_editor_in_bracket(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t name_behind_sentence(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] std::uint32_t name_behind_phrase(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] std::uint32_t work_behind_topic(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool is_article_of_paper(std::uint32_t at, std::uint32_t last) const;

    // chunk_authors.cpp
    /// An author and the title of the work, with small words between at most; `end` is 0 where there is none.
    struct UnpartedAuthor {
        std::uint32_t begin = 0, end = 0, title = 0;
    };
    [[nodiscard]] std::uint32_t behind_imprint(std::uint32_t at) const;
    [[nodiscard]] bool imprint_ahead(std::uint32_t at) const;
    [[nodiscard]] bool quotes_title(std::uint32_t open) const;
    [[nodiscard]] std::uint32_t name_begin(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] std::uint32_t title_behind_genitive(std::uint32_t at, std::uint32_t last) const;
    [[nodiscard]] UnpartedAuthor author_in_genitive(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] UnpartedAuthor author_before_in(std::uint32_t first, std::uint32_t last) const;
    void part_author(std::uint32_t first, std::uint32_t last);
    bool author_in_sentence(std::uint32_t first, std::uint32_t last);
    [[nodiscard]] bool leads_to_own_work(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] std::uint32_t title_behind_sentence(std::uint32_t first, std::uint32_t last) const;

    // chunk_run_ends.cpp
    bool inside_run();
    [[nodiscard]] bool begins_citation() const;
    [[nodiscard]] bool author_follows(std::uint32_t at) const;
    [[nodiscard]] bool is_page_of_name() const;
    [[nodiscard]] bool is_volume_of_abbreviation() const;
    [[nodiscard]] bool numbered_behind(std::uint32_t at) const;
    [[nodiscard]] bool is_volume_of_family() const;
    [[nodiscard]] bool is_year_of_name() const;
    [[nodiscard]] bool is_place() const;
    [[nodiscard]] bool is_bracketed_day(std::uint32_t open) const;
    [[nodiscard]] bool is_page_of_short_title() const;
    [[nodiscard]] bool is_volume_before_year(std::uint32_t at) const;
    [[nodiscard]] bool is_volume_of_periodical() const;
    bool date_in_run();
    [[nodiscard]] bool is_year_in_run() const;
    [[nodiscard]] bool is_page_in_run() const;
    [[nodiscard]] bool is_in_behind_form() const;
    [[nodiscard]] bool is_signal_in_run() const;
    [[nodiscard]] bool is_op_cit_in_run() const;
    [[nodiscard]] bool is_archive_in_run() const;
    [[nodiscard]] bool is_number_in_run() const;
    bool page_of_gazette();
    void end_run_before_in();
    [[nodiscard]] bool is_small_volume_in_run() const;
    [[nodiscard]] bool is_conjunction_in_run() const;
    [[nodiscard]] bool behind_container() const;
    [[nodiscard]] bool letter_follows(std::uint32_t at) const;
    bool eastern_sign();
    bool kept_sign();
    [[nodiscard]] bool before_long_label() const;

    // chunk_connectors.cpp
    bool accessed();
    [[nodiscard]] std::uint32_t before_address(std::uint32_t at) const;
    bool connector();
    bool under_word();
    bool in_book();
    [[nodiscard]] bool is_word_in() const;
    bool in_container();
    bool conjunction();
    bool on_file();
    [[nodiscard]] std::uint32_t under_word_end(std::uint32_t at) const;

    // chunk_roles.cpp
    bool role();
    [[nodiscard]] bool names_periodical() const;
    bool provenance();
    [[nodiscard]] std::uint32_t provenance_end() const;
    [[nodiscard]] bool is_volume_ahead(std::uint32_t at, std::uint32_t end) const;
    [[nodiscard]] bool names_translator() const;
    [[nodiscard]] bool is_behind_file() const;
    [[nodiscard]] std::uint32_t others_end(std::uint32_t at) const;
    bool others();

    // chunk_archives.cpp
    [[nodiscard]] bool publishes(std::uint32_t at) const;
    [[nodiscard]] bool is_region_of_town() const;
    bool archive();
    [[nodiscard]] bool is_part_of_other_name(PhraseMatch const& found) const;
    [[nodiscard]] bool begins_longer_name(std::uint32_t end) const;
    [[nodiscard]] bool ends_as_archive(PhraseMatch const& found) const;
    [[nodiscard]] bool begins_report_number(std::uint32_t at) const;
    [[nodiscard]] bool begins_name_of_papers(std::uint32_t at) const;
    [[nodiscard]] bool begins_short_title(std::uint32_t at) const;
    [[nodiscard]] bool holds_code(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t rest_of_name(std::uint32_t end) const;

    // chunk_signals.cpp
    [[nodiscard]] bool is_spelled_in_capitals(PhraseMatch const& found) const;
    bool signal(bool inside = false);
    [[nodiscard]] bool behind_comma_or_bracket() const;
    [[nodiscard]] bool leads_to_address(std::uint32_t at) const;
    [[nodiscard]] bool signal_may_stand(PhraseMatch const& found, bool inside) const;
    [[nodiscard]] bool is_other_word(PhraseMatch const& found) const;
    [[nodiscard]] bool is_spelled(PhraseMatch const& found, std::uint32_t at) const;
    [[nodiscard]] bool are_dotted_capitals(std::uint32_t at) const;
    bool ibid();

    // chunk_imprint.cpp
    bool imprint();
    bool imprint_in_brackets();
    [[nodiscard]] bool written_at(std::uint32_t place) const;
    bool house_alone();
    [[nodiscard]] bool is_eastern_page(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t behind_reissue(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t imprint_year(std::uint32_t at) const;
    [[nodiscard]] bool cyrillic_house(std::uint32_t at) const;
    [[nodiscard]] bool names_files() const;
    [[nodiscard]] std::uint32_t series_of_house(std::uint32_t at) const;
    [[nodiscard]] bool may_begin_house(std::uint32_t at) const;
    [[nodiscard]] bool prints_books(std::uint32_t at) const;
    [[nodiscard]] bool known_house(std::uint32_t at) const;
    [[nodiscard]] bool goes_on_with_house(std::uint32_t at, bool commas) const;
    [[nodiscard]] bool ends_house(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t house_end(std::uint32_t at, bool commas) const;
    [[nodiscard]] bool imprint_may_end(std::uint32_t at) const;
    [[nodiscard]] bool behind_repository() const;
    [[nodiscard]] bool is_town_and_year() const;
    [[nodiscard]] bool is_town_and_known_house() const;

    // chunk_towns.cpp
    [[nodiscard]] bool is_town_by_letter(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t place_in_region(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t unstated_end(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t place_end(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t places_end(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t unknown_town_end(std::uint32_t at) const;

    // chunk_editions.cpp
    bool thesis();
    bool talk(std::uint32_t behind);
    bool thesis_in_bracket(std::uint32_t open);
    bool edition();
    bool numbered_edition();

    // chunk_dates.cpp
    bool date();
    bool days_of_paper();
    [[nodiscard]] bool is_page_number(ReadDate const& read, std::uint32_t at) const;
    bool undated();
    [[nodiscard]] bool is_code_of_papers() const;
    [[nodiscard]] bool is_number_of_access(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] std::uint32_t joint_of_letters(std::uint32_t first, std::uint32_t last,
                                                 Date const& date) const;
    void accept_date(std::uint32_t first, std::uint32_t last, Date date);

    // chunk_context.cpp
    [[nodiscard]] bool goes_on_with_day(std::size_t at) const;
    [[nodiscard]] bool date_follows(std::size_t at) const;
    [[nodiscard]] bool ends_reference_of(std::size_t date, std::size_t letter) const;
    [[nodiscard]] bool date_precedes(std::size_t at) const;
    [[nodiscard]] bool ends_behind_reference(std::size_t at) const;
    void mark_beginnings();
    void mark_speech();
    void mark_topics();
    void mark_memoranda();
    void mark_bare_memoranda();
    void mark_talks();

    // chunk_joins.cpp
    /// Chunks, half-open.
    struct ChunkRange {
        std::uint32_t first = 0, last = 0;
    };
    void take_out(std::vector<ChunkRange> const& joined);
    void join_correspondents();
    void join_sessions();
    void join_papers_of_several();

    // chunk_semicolons.cpp
    void join_by_semicolons();
    [[nodiscard]] bool goes_on_with_role(std::size_t from) const;
    [[nodiscard]] bool begins_reference(std::size_t from) const;
    [[nodiscard]] bool parts_paper_and_holding(std::size_t from) const;
    [[nodiscard]] bool parts_letter_and_writings(std::size_t from) const;
    [[nodiscard]] std::size_t reference_end(std::size_t from) const;
    [[nodiscard]] bool ends_reference(std::size_t archive) const;

    // chunk_levels.cpp
    /// A label, and how it stands where it was found.
    struct LevelLabel {
        Phrase const& phrase;
        std::string_view written;  ///< its first word
        std::uint32_t next = 0;    ///< the token behind it: where its value begins
        bool dotted = false;       ///< a stop ends it
        bool brief = false;        ///< one or two letters, not in capitals: "f.", "op.", "S."
        bool inside = false;       ///< words stand before it without a mark between
        [[nodiscard]] std::string_view meaning() const { return phrase.meanings()[0]; }
    };
    bool level();
    bool level_by_unknown_label();
    [[nodiscard]] bool is_behind_archive() const;
    [[nodiscard]] std::span<Chunk const> within_reach() const;
    [[nodiscard]] std::optional<LevelLabel> find_label() const;
    [[nodiscard]] bool begins_shelfmark(LevelLabel const& label) const;
    [[nodiscard]] bool is_page_behind_year(LevelLabel const& label) const;
    [[nodiscard]] bool is_brief_label(LevelLabel const& label) const;
    [[nodiscard]] bool is_capital_label(LevelLabel const& label) const;
    [[nodiscard]] bool is_fifth_volume(LevelLabel const& label) const;
    [[nodiscard]] bool are_initials(LevelLabel const& label, Value const& value) const;
    [[nodiscard]] bool is_bill(LevelLabel const& label, Value const& value) const;
    [[nodiscard]] bool fits_label(LevelLabel const& label, Value const& value) const;
    bool year_of_periodical();
    void add_level(LevelLabel const& label, Value const& value);
    [[nodiscard]] std::uint32_t skip_numbering(Phrase const& label, std::uint32_t next) const;
    void end_with_following();
    void absorb_run(Phrase const& label, std::uint32_t& first);
    [[nodiscard]] std::uint32_t element_end(std::uint32_t at) const;
    [[nodiscard]] Chunk const* before_comma_and_letters() const;
    [[nodiscard]] bool behind_family_name() const;

    // chunk_counts.cpp
    Chunk& add_numbered(std::uint32_t first, std::uint32_t last, Phrase const& label, Span value);
    [[nodiscard]] bool counted_by_two_words(std::uint32_t at) const;
    bool label_after_value();
    bool volume_count();
    bool page_count();
    bool year_of_files();

    // chunk_values.cpp
    [[nodiscard]] bool is_value_word(std::uint32_t at, Phrase const& label) const;
    [[nodiscard]] bool read_value(Value& value, std::uint32_t at, Phrase const& label, bool strong) const;
    void take_to(Value& value, std::uint32_t end) const;
    void extend_value(Value& value, Phrase const& label) const;
    [[nodiscard]] bool extend_pages(Value& value) const;
    [[nodiscard]] std::uint32_t number_end(Value const& value, bool page_like) const;
    [[nodiscard]] std::uint32_t labelled_end(Value const& value, Phrase const& label) const;
    [[nodiscard]] bool goes_on_with_code(std::uint32_t at) const;
    void extend_to_verso(Value& value) const;
    [[nodiscard]] bool counts_documents(Value const& value, Phrase const& label) const;
    void extend_list(Value& value, Phrase const& label) const;
    [[nodiscard]] std::uint32_t behind_list_joint(std::uint32_t at) const;
    [[nodiscard]] bool is_list_item(std::uint32_t at, Value const& value, Phrase const& label) const;
    [[nodiscard]] bool list_may_end(std::uint32_t at) const;

    // chunk_named_levels.cpp
    bool named_level(LevelLabel const& label);
    bool named_fond(Phrase const& label, std::uint32_t next);
    bool shelfmark(Phrase const& label, std::uint32_t next);
    bool papers_of_library(std::uint32_t library);

    // chunk_numbers.cpp
    bool bare_number();
    [[nodiscard]] bool points_to_place(std::uint32_t at) const;
    bool pinpoint();
    bool reporter();
    bool counter();
    bool add_counted(std::uint32_t last, Phrase const& label, Span ordinal, Span value);
    bool following_pages();
    bool passim();
    bool page_and_note();
    bool pinned_page();
    bool volume_before_page();
    bool capital_volume();
    bool small_volume();
    [[nodiscard]] bool is_volume_before_page() const;
    Chunk& add_number(std::uint32_t first, std::uint32_t last, Phrase const& label);
    Chunk& add_page(std::uint32_t first, std::uint32_t last);
    [[nodiscard]] bool is_marked_number() const;
    [[nodiscard]] bool is_small_volume() const;
    [[nodiscard]] bool is_roman_volume() const;
    [[nodiscard]] bool is_volume_and_issue() const;
    [[nodiscard]] bool date_in_bracket_follows() const;
    [[nodiscard]] bool pinpoint_follows() const;
    [[nodiscard]] bool is_front_page() const;
    [[nodiscard]] bool is_page_of_section() const;
    [[nodiscard]] bool quotation_follows(std::uint32_t at) const;
    [[nodiscard]] bool is_volume_of_author() const;

    // chunk_groups.cpp
    bool group();
    [[nodiscard]] bool begins_with_author_and_year(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool opens_citation(ChunkKind kind, std::uint32_t close) const;
    [[nodiscard]] std::uint32_t words_behind_bracket(ChunkKind kind, std::uint32_t close) const;
    [[nodiscard]] bool tells_note(std::uint32_t close) const;
    void add_group(ChunkKind kind, std::uint32_t close, Chunk const& described);
    bool quotation();
    [[nodiscard]] bool is_nickname() const;
    void name_of_folder();
    [[nodiscard]] bool may_name_paper(std::uint32_t open) const;
    bool abbreviates(std::uint32_t close);
    bool bracketed_in(std::uint32_t close);
    [[nodiscard]] bool names_journal(std::uint32_t open) const;

    // chunk_group_kinds.cpp
    [[nodiscard]] ChunkKind classify_group(std::uint32_t open, std::uint32_t close, Chunk& chunk);
    bool is_day_of_access(std::uint32_t first, std::uint32_t close, Chunk& chunk);
    [[nodiscard]] std::optional<ChunkKind> kind_of_print(std::uint32_t first, std::uint32_t close,
                                                         Chunk& chunk) const;
    [[nodiscard]] std::optional<ChunkKind> kind_by_words(std::uint32_t first, std::uint32_t close,
                                                         Chunk& chunk);
    [[nodiscard]] std::optional<ChunkKind> kind_of_series(std::uint32_t first, std::uint32_t close,
                                                          Chunk& chunk);
    void describe_aside(std::uint32_t open, std::uint32_t close, Chunk& chunk) const;
    bool take_date(std::uint32_t first, std::uint32_t last, Chunk& chunk);
    [[nodiscard]] bool bracketed_page(std::uint32_t first, std::uint32_t close, Chunk& chunk) const;
    [[nodiscard]] bool names_place(std::uint32_t first, std::uint32_t close) const;

    // chunk_group_imprints.cpp
    /// A bracket that may be an imprint.
    struct DatedBracket {
        std::uint32_t first = 0, last = 0;  ///< what stands in it, half-open
        std::uint32_t begin = 0;            ///< behind volumes and edition
        std::uint32_t year = no_token;      ///< where the date with its year begins
        ReadDate read{};                    ///< that date
        bool colon = false;                 ///< stands before the year
    };
    [[nodiscard]] bool is_publication(std::uint32_t first, std::uint32_t last, Chunk& chunk);
    void find_year(DatedBracket& in) const;
    bool reads_as_imprint(DatedBracket& in) const;
    bool fits_imprint(DatedBracket const& in, Chunk& chunk) const;
    [[nodiscard]] std::uint32_t behind_series(DatedBracket const& in) const;
    [[nodiscard]] bool translates_title(DatedBracket const& in) const;
    [[nodiscard]] bool is_series_before(std::uint32_t first, std::uint32_t comma, std::uint32_t year) const;
    [[nodiscard]] std::uint32_t behind_details(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool undated_imprint(std::uint32_t first, std::uint32_t last, Chunk& chunk) const;
    [[nodiscard]] bool says_about(std::uint32_t first, std::uint32_t last) const;
    void last_year(std::uint32_t first, std::uint32_t close, Chunk& chunk);
    [[nodiscard]] std::uint32_t spoken(std::uint32_t at, std::uint32_t close, Chunk& chunk);
    [[nodiscard]] bool tells_reprint(std::uint32_t first) const;
    [[nodiscard]] std::uint32_t before_number_in_series(std::uint32_t first, std::uint32_t close) const;
    [[nodiscard]] bool is_series_behind_imprint(std::uint32_t first, std::uint32_t close) const;
    [[nodiscard]] bool is_series_behind_year(std::uint32_t first, std::uint32_t close) const;
    [[nodiscard]] bool names_numbered_series(std::uint32_t first, std::uint32_t close) const;

    // chunk_group_works.cpp
    [[nodiscard]] bool counts_works(std::uint32_t open, std::uint32_t close) const;
    [[nodiscard]] bool holds_years_of_authors(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool holds_year_and_page(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool holds_work(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool holds_imprint(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool holds_volume_and_page(std::uint32_t first, std::uint32_t last) const;

    // chunk_group_archival.cpp
    [[nodiscard]] bool is_at_archive() const;
    [[nodiscard]] bool holds_document(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool is_sent(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool ends_in_date(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool holds_reference(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool is_document_volume(std::uint32_t first, std::uint32_t at, std::uint32_t last) const;
    [[nodiscard]] bool is_archive_in_bracket(std::uint32_t first, std::uint32_t at, std::uint32_t last) const;
    [[nodiscard]] bool is_code_of_keeper(std::uint32_t at, std::uint32_t last) const;
    [[nodiscard]] bool is_page_behind_writer(std::uint32_t first, std::uint32_t at, std::uint32_t last) const;
    [[nodiscard]] bool is_archival_level(std::uint32_t at, std::uint32_t last, bool keeper) const;
    [[nodiscard]] bool is_shelfmark_ahead(std::uint32_t at, std::uint32_t last) const;
    [[nodiscard]] bool names_writer(std::uint32_t at) const;
    [[nodiscard]] bool names_papers_whole(std::uint32_t at, std::uint32_t last) const;
    [[nodiscard]] bool begins_with_keeper_of_town(std::uint32_t first, std::uint32_t last) const;
    [[nodiscard]] bool begins_with_keeper(std::uint32_t first, std::uint32_t last) const;

    [[nodiscard]] Token const& token(std::uint32_t at) const { return out_.tokens[at]; }
    [[nodiscard]] bool mark(std::uint32_t at, char c) const { return token(at).is_mark(c); }
    /// A word of that class in small letters.
    [[nodiscard]] bool is_small(std::uint32_t at, WordClass word_class) const {
        return token(at).is_small(word_class);
    }
    [[nodiscard]] bool is_possessive_pronoun(std::uint32_t at) const {
        return is_small(at, WordClass::possessive);
    }
    [[nodiscard]] std::string_view word(std::uint32_t at) const { return out_.word(at); }
    [[nodiscard]] PhraseMatch find(std::uint32_t at, WordClasses classes) const {
        auto const* start = token(at).start;  // most words begin no such phrase
        return start && (start->classes & classes) != 0 ? match_phrase(out_.tokens, out_.text, at, classes)
                                                        : PhraseMatch{};
    }

    /// The chunk before the comma that was read last; null where the last chunk is no comma behind another.
    [[nodiscard]] Chunk const* before_comma() const {
        auto const& list = out_.list;
        return list.size() > 1 && list.back().kind == ChunkKind::comma ? &list[list.size() - 2] : nullptr;
    }
    [[nodiscard]] bool behind_comma() const {
        return !out_.list.empty() && out_.list.back().kind == ChunkKind::comma;
    }

    Lexicon const& lexicon_;
    Chunks out_;
    std::uint32_t at_ = 0;
    std::uint32_t run_ = no_token;  ///< first token of the text run that is being gathered
    /// The note is written as lists of literature are: "Title // Journal", "Place : House".
    bool spaced_ = false;  ///< a scan puts spaces before its marks: "Moscow , pp . 12- 15"
    bool listed_ = false;
    std::vector<std::uint32_t> open_;  ///< chunks of open brackets
};

}  // namespace fonds
