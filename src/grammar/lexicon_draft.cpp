// Reads the vocabulary of bibliography/vocabulary and the names of the archives into one table of phrases.

#include "grammar/lexicon_draft.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/contains.hpp"
#include "base/embedded.hpp"
#include "base/text.hpp"
#include "base/unicode.hpp"

namespace fonds {
namespace {

using std::string_view;

constexpr std::array class_names = {
    string_view{"genre"},         string_view{"collection"},
    string_view{"repository"},    string_view{"institution"},
    string_view{"verb"},          string_view{"lead"},
    string_view{"newspaper"},     string_view{"journal"},
    string_view{"magazine"},      string_view{"series"},
    string_view{"thesis"},        string_view{"conference"},
    string_view{"unpublished"},   string_view{"publisher"},
    string_view{"rank"},          string_view{"suffix"},
    string_view{"particle"},      string_view{"abbreviation"},
    string_view{"journal-word"},  string_view{"digital"},
    string_view{"web"},           string_view{"interview"},
    string_view{"encyclopedia"},  string_view{"legal"},
    string_view{"docvolume"},     string_view{"congress"},
    string_view{"and"},           string_view{"in"},
    string_view{"on-file"},       string_view{"hereafter"},
    string_view{"accessed"},      string_view{"obtained"},
    string_view{"contributed"},   string_view{"provided"},
    string_view{"translated"},    string_view{"edited"},
    string_view{"by-whom"},       string_view{"for-whom"},
    string_view{"edition-word"},  string_view{"edition"},
    string_view{"country"},       string_view{"direction"},
    string_view{"memo-from"},     string_view{"review"},
    string_view{"director"},      string_view{"broadcast"},
    string_view{"law"},           string_view{"resolution"},
    string_view{"enclosed"},      string_view{"above"},
    string_view{"place"},         string_view{"department"},
    string_view{"region"},        string_view{"keeper-part"},
    string_view{"keeper-head"},   string_view{"file-group"},
    string_view{"marking"},       string_view{"undated"},
    string_view{"topic"},         string_view{"writings"},
    string_view{"holding"},       string_view{"signal"},
    string_view{"month"},         string_view{"season"},
    string_view{"label"},         string_view{"editor"},
    string_view{"translator"},    string_view{"foreword"},
    string_view{"ibid"},          string_view{"idem"},
    string_view{"op-cit"},        string_view{"archive"},
    string_view{"surname"},       string_view{"given"},
    string_view{"given-behind"},  string_view{"given-after-comma"},
    string_view{"particled"},     string_view{"kept-sign"},
    string_view{"whither"},       string_view{"double-family"},
    string_view{"surname-only"},  string_view{"counts-issues"},
    string_view{"pinpoint"},      string_view{"participle"},
    string_view{"keeper-noun"},   string_view{"writer-form"},
    string_view{"article"},       string_view{"paternal"},
    string_view{"session"},       string_view{"lord"},
    string_view{"series-noun"},   string_view{"date-lead"},
    string_view{"work-noun"},     string_view{"unstated"},
    string_view{"volumes"},       string_view{"spoken"},
    string_view{"reprinted"},     string_view{"with-whom"},
    string_view{"this-author"},   string_view{"interview-noun"},
    string_view{"talk"},          string_view{"talk-of-author"},
    string_view{"way-of-asking"}, string_view{"press-release"},
    string_view{"entry-noun"},    string_view{"day-lead"},
    string_view{"university"},    string_view{"library-noun"},
    string_view{"branch"},        string_view{"division"},
    string_view{"others"},        string_view{"others-cut-short"},
    string_view{"jointly"},       string_view{"helped"},
    string_view{"possessive"},    string_view{"kin"},
    string_view{"of-whom"},       string_view{"verso"},
    string_view{"following"},     string_view{"following-behind-and"},
    string_view{"day-bound"},     string_view{"hour"},
    string_view{"at-author"},     string_view{"after-open-hyphen"},
    string_view{"not-printed"},   string_view{"namesake-town"},
    string_view{"debates"},       string_view{"papers-noun"},
    string_view{"parties"},
};
static_assert(class_names.size() == static_cast<std::size_t>(WordClass::count));

std::optional<WordClass> find_class(string_view name) {
    auto const at = std::find(class_names.begin(), class_names.end(), name);
    if (at == class_names.end()) return std::nullopt;
    return static_cast<WordClass>(at - class_names.begin());
}

/// Calls `row(first column, phrase, language)` for each phrase of a table of the vocabulary.
template <class Row>
void each_phrase(string_view table, Row const& row) {
    auto const bytes = find_embedded(table);
    if (!bytes) return;
    for (auto const line : split(*bytes, '\n')) {
        auto const columns = split(line, '\t');
        if (columns.size() < 3 || columns[0].starts_with('#')) continue;
        for (auto const phrase : split(columns[2], '|'))
            if (!trim(phrase).empty()) row(columns[0], trim(phrase), columns[1]);
    }
}

bool is_abbreviation(string_view name) {
    std::size_t upper = 0, letters = 0;
    for (std::size_t at = 0; at < name.size();) {
        auto const [value, size] = decode(name, at);
        letters += is_letter(value) ? 1U : 0U;
        upper += is_letter(value) && is_upper(value) ? 1U : 0U;
        at += size;
    }
    return letters > 0 && letters <= 12 && upper >= 2 && upper * 2 >= letters;
}

/// Whether a scheme's label is one in any text: "MfS" and "papers" are labels only beside their archive.
bool reads_as_label(string_view label) {
    if (label.ends_with('.')) return true;
    if (label == "papers" || label == "records" || label == "case" || label == "number" ||
        label == "central files")
        return false;
    auto const [first, size] = decode(label, 0);
    return label.size() > 2 && !is_upper(first) && label.find(' ') == string_view::npos;
}

}  // namespace

LexiconDraft::LexiconDraft(KnowledgeTables const& knowledge) {
    read_vocabulary();
    read_archives(knowledge);
    read_schemes(knowledge);
}

LexiconTables LexiconDraft::tables() {
    std::sort(file_subjects_.begin(), file_subjects_.end());
    scheme_labels_.assign(labels_.begin(), labels_.end());
    return {phrases_.table(), scheme_labels_, tongues_, file_subjects_, endings_, last_bytes_};
}

void LexiconDraft::read_vocabulary() {
    read_words();
    each_phrase("vocabulary/tongues.tsv", [&](string_view scheme, string_view language, string_view) {
        tongues_.push_back({language, scheme});
    });
    each_phrase("vocabulary/signals.tsv", [&](string_view kind, string_view text, string_view) {
        auto& entry = phrases_.phrase(text);
        entry.classes |= mask(WordClass::signal);
        entry.signal = kind;
    });
    for (auto const word : embedded_list("vocabulary/after-open-hyphen.txt"))
        phrases_.phrase(word).classes |= mask(WordClass::after_open_hyphen);
    read_numbered("vocabulary/months.tsv", WordClass::month);
    read_numbered("vocabulary/seasons.tsv", WordClass::season);
    read_labels();
    for (auto const table : {"vocabulary/roles.tsv", "vocabulary/ibid.tsv", "vocabulary/surnames.tsv",
                             "vocabulary/towns.tsv", "vocabulary/given-names.tsv"})
        each_phrase(table, [&](string_view name, string_view text, string_view) {
            if (auto const found = find_class(name)) phrases_.phrase(text).classes |= mask(*found);
        });
}

void LexiconDraft::read_words() {
    // Folding takes stops and apostrophes away, and makes other letters of what is not ASCII.
    for (std::size_t byte = 0; byte < last_bytes_.size(); ++byte)
        last_bytes_[byte] = byte == '.' || byte == '\'' || byte >= 0x80;
    each_phrase("vocabulary/words.tsv", [&](string_view name, string_view text, string_view language) {
        constexpr string_view ending = "-ending";
        if (name.ends_with(ending)) {
            if (auto const found = find_class(name.substr(0, name.size() - ending.size())))
                endings_.push_back({text, *found, language});
            last_bytes_[static_cast<unsigned char>(text.back())] = true;
            return;
        }
        if (name == "subject") {
            file_subjects_.push_back(hash_folded(text));
            return;
        }
        auto const found = find_class(name);
        if (!found) return;
        auto& entry = phrases_.phrase(text);
        entry.classes |= mask(*found);
        if (*found == WordClass::debates) entry.classes |= mask(WordClass::legal);
        if (*found == WordClass::repository || *found == WordClass::docvolume ||
            *found == WordClass::keeper_head)
            entry.tongues.push_back(language);
    });
}

/// Words with their number, of one or two figures, in a calendar.
void LexiconDraft::read_numbered(string_view table, WordClass word_class) {
    each_phrase(table, [&](string_view number, string_view text, string_view language) {
        auto& entry = phrases_.phrase(text);
        entry.classes |= mask(word_class);
        entry.tongues.push_back(language);
        entry.number = number.size() == 2 ? (number[0] - '0') * 10 + number[1] - '0' : number[0] - '0';
    });
}

void LexiconDraft::read_labels() {
    each_phrase("vocabulary/labels.tsv", [&](string_view meanings, string_view text, string_view) {
        auto& entry = phrases_.phrase(text);
        entry.classes |= mask(WordClass::label);
        for (auto const meaning : split(meanings, '/')) {
            // "kh/n" is one level, whose name has the separator in it.
            if (meanings == "kh/n") {
                entry.meanings.push_back("kh/n");
                break;
            }
            if (!contains(entry.meanings, meaning)) entry.meanings.push_back(meaning);
        }
    });
}

void LexiconDraft::read_archives(KnowledgeTables const& knowledge) {
    for (auto const& archive : knowledge.archives) {
        auto const add = [&](string_view text, bool abbreviation) {
            if (text.size() < 2) return;
            auto& entry = phrases_.phrase(text);
            entry.classes |= mask(WordClass::archive);
            if (!contains(entry.archives, &archive)) entry.archives.push_back(&archive);
            if (text.size() <= 4 && (abbreviation || is_abbreviation(text))) {
                entry.exact_case = true;
                entry.written.push_back(text);
            }
        };
        add(archive.name, false);
        for (auto const& name : archive.names) add(name.text, name.abbreviation);
        if (!archive.city.empty())
            for (auto const city : split(archive.city, ';'))
                phrases_.phrase(trim(city)).classes |= mask(WordClass::place);
    }
}

void LexiconDraft::read_schemes(KnowledgeTables const& knowledge) {
    for (auto const& scheme : knowledge.schemes) {
        auto& labels = labels_.emplace_back();
        for (auto const& level : scheme.levels)
            for (auto const& label : level.labels) {
                if (reads_as_label(label)) {
                    auto& entry = phrases_.phrase(label);
                    entry.classes |= mask(WordClass::label);
                    if (!contains(entry.meanings, level.level)) entry.meanings.push_back(level.level);
                }
                auto const order = static_cast<int>(&level - scheme.levels.data());
                labels.push_back({hash_label(label), label, level.level, level.hierarchy, order});
            }
    }
}

}  // namespace fonds
