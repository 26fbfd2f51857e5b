// Tables of learned weights: what is added up by hashes is what their rows say, and the best way is the best.

#include "note/learned_weights.hpp"

#include <map>
#include <random>

#include "base/file.hpp"
#include "grammar/lexicon.hpp"
#include "note/label_sequence.hpp"
#include "note/outline_features.hpp"
#include "note/weight_reader.hpp"
#include "support/catch.hpp"

using namespace fonds;

namespace {

using Sums = std::vector<std::int32_t>;

/// The rows of a table, by the features as they are written there.
class WrittenTable {
  public:
    explicit WrittenTable(std::string_view table) {
        for (auto const line : split(table, '\n')) {
            auto const cells = split(line, '\t');
            if (line.empty() || line.starts_with('#') || line.starts_with("labels")) continue;
            for (std::size_t i = 1; i < cells.size(); ++i) {
                auto const colon = cells[i].find(':');
                rows_[std::string(cells[0])].emplace_back(std::stoul(std::string(cells[i].substr(0, colon))),
                                                          std::stoi(std::string(cells[i].substr(colon + 1))));
            }
        }
    }

    [[nodiscard]] Sums sum(std::vector<std::string> const& features, std::size_t labels) const {
        Sums out(labels);
        for (auto const& feature : features)
            if (auto const found = rows_.find(feature); found != rows_.end())
                for (auto const& [label, weight] : found->second) out[label] += weight;
        return out;
    }

  private:
    std::map<std::string, std::vector<std::pair<std::size_t, std::int32_t>>> rows_;
};

constexpr std::string_view few_labels =
    "# a comment\n"
    "labels\tA\tB\tC\n"
    "kind=3\t0:5\t2:-7\n"
    "kind=40\t1:11\n"
    "word=papers\t2:100\n"
    "word=3\t1:9\n"
    "before=A\t0:-300\t1:40\n"
    "before=C\t2:25\n";

/// Whether A or B is the likelier behind "none" depends on what stands before it.
constexpr std::string_view remembered_labels =
    "labels\tA\tB\tnone\n"
    "before=A\t0:-300\t1:40\t2:60\n"
    "before=B\t0:25\t2:-80\n"
    "before=none\t0:30\t1:-20\t2:70\n"
    "before none=A\t0:-250\t1:310\n"
    "before none=B\t0:120\t1:-330\n";

constexpr std::string_view six_labels =
    "labels\tA\tB\tC\tD\tE\tF\n"
    "word=papers\t0:30000\t1:-30000\t2:1\t3:2\t5:100\n"
    "word=box\t4:7\n";

/// How much a sequence of labels adds up to.
std::int64_t worth(std::vector<std::size_t> const& labels, std::vector<Sums> const& sums,
                   LearnedWeights const& weights) {
    std::int64_t out = 0;
    LabelState state = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        out += sums[i][labels[i]];
        if (i > 0) out += static_cast<std::int64_t>(weights.behind(state)[labels[i]]);
        state = i > 0 ? weights.state_behind(state, labels[i]) : static_cast<LabelState>(labels[i]);
    }
    return out;
}

/// The most that any sequence adds up to whose settled elements have the labels told.
std::int64_t most(std::vector<Sums> const& sums, std::map<std::size_t, std::size_t> const& settled,
                  LearnedWeights const& weights) {
    std::vector<std::size_t> labels(sums.size(), 0);
    auto out = std::numeric_limits<std::int64_t>::min();
    for (;;) {
        bool const allowed = std::all_of(settled.begin(), settled.end(),
                                         [&](auto const& it) { return labels[it.first] == it.second; });
        if (allowed) out = std::max(out, worth(labels, sums, weights));
        std::size_t i = 0;
        while (i < labels.size() && ++labels[i] == weights.labels().size()) labels[i++] = 0;
        if (i == labels.size()) return out;
    }
}

}  // namespace

TEST_CASE("features add up to what their rows say") {
    WeightReader const table(few_labels);
    LearnedWeights const weights(table.arrays());
    SumSink sink(weights);
    sink.begin();
    auto const sums = [&] {
        auto const summed = sink.sum();
        return Sums(summed.begin(), summed.end());
    };
    SECTION("numbers by their row, small and large") {
        sink.add_number("kind", 3);
        sink.add_number("kind", 40);
        sink.add_number("kind", 4);
        CHECK(sums() == Sums{5, 11, -7});
    }
    SECTION("a number and the text that writes it are one value") {
        sink.add("kind", SumSink::text("3"));
        sink.add("word", SumSink::number(3));
        CHECK(sums() == Sums{5, 9, -7});
    }
    SECTION("each sum begins anew") {
        sink.add("word", SumSink::text("papers"));
        sink.begin();
        CHECK(sums() == Sums{0, 0, 0});
        sink.begin(Sums{1, 2, 3});
        sink.add("kind", SumSink::text("3"));
        CHECK(sums() == Sums{6, 2, -4});
    }
    SECTION("as many features as there are") {
        for (int i = 0; i < 1000; ++i) sink.add("word", SumSink::text("papers"));
        CHECK(sums() == Sums{0, 0, 100'000});
    }
    SECTION("what is in no row says nothing") {
        sink.add("word", SumSink::text("kind=3"));
        sink.add("before", SumSink::text("A"));
        CHECK(sums() == Sums{0, 0, 0});
    }
}

TEST_CASE("weights of many labels add up to more than each of them can be") {
    WeightReader const table(six_labels);
    LearnedWeights const weights(table.arrays());
    SumSink sink(weights);
    sink.begin();
    for (int i = 0; i < 1000; ++i) {
        sink.add("word", SumSink::text("papers"));
        sink.add("word", SumSink::text("box"));
    }
    auto const sums = sink.sum();
    CHECK(Sums(sums.begin(), sums.end()) == Sums{30'000'000, -30'000'000, 1000, 2000, 7000, 100'000});
}

TEST_CASE("the features of chunks weigh what the tables say of their names") {
    for (auto const* const table : {"outline.tsv", "parts.tsv"}) {
        auto const bytes = read_file(concat(FONDS_SOURCE_DIR, "/bibliography/weights/", table)).value();
        WeightReader const reader(bytes);
        LearnedWeights const weights(reader.arrays());
        WrittenTable const written(bytes);
        auto const labels = weights.labels().size();
        for (auto const* const note :
             {"See “Record of Conversation,” 1 May 1950, RGASPI, f. 558, op. 11, d. 334, ll. 5–7 (copy).",
              "Ibid., p. 12; Smith, J., Cold War Repub- lics (London: Press, 1999), chs 3–4; see also n. 7.",
              "ГАРФ. Ф. 9401. Оп. 2. Д. 199. Л. 1–3; там же, л. 5 об.", "", "…"}) {
            auto const chunks = chunk(note, Lexicon::builtin());
            std::vector<std::string> names;
            NameSink name_sink{names};
            SumSink sum_sink(weights);
            OutlineFeatures<NameSink> const named(chunks);
            OutlineFeatures<SumSink> const hashed(chunks);
            for (std::size_t at = 0; at < chunks.list.size(); ++at) {
                names.clear();
                named.write(at, name_sink);
                sum_sink.begin();
                hashed.write(at, sum_sink);
                auto const sums = sum_sink.sum();
                INFO(table << ", chunk " << at << " of " << note);
                CHECK(Sums(sums.begin(), sums.end()) == written.sum(names, labels));
            }
        }
    }
}

TEST_CASE("what stands before none is remembered behind it") {
    WeightReader const table(remembered_labels);
    LearnedWeights const weights(table.arrays());
    for (auto const& [first, last] : {std::pair{0, 1}, std::pair{1, 0}}) {
        LabelSequence sequence(weights, 4);
        sequence.add_settled(static_cast<std::size_t>(first));
        sequence.add_settled(2);
        sequence.add(Sums{0, 0, 900});
        sequence.add(Sums{200, 200, 0});
        CHECK(sequence.best() == std::vector<std::size_t>{static_cast<std::size_t>(first), 2, 2,
                                                          static_cast<std::size_t>(last)});
    }
}

TEST_CASE("no sequence of labels adds up to more than the best one") {
    WeightReader const table(GENERATE(few_labels, remembered_labels));
    LearnedWeights const weights(table.arrays());
    std::mt19937 random(4);
    std::uniform_int_distribution<std::int32_t> small(-400, 400), great(-40'000, 40'000);
    std::uniform_int_distribution<std::size_t> label(0, 2), size(1, 6), one_in_three(0, 2);
    for (int round = 0; round < 200; ++round) {
        std::vector<Sums> sums;
        std::map<std::size_t, std::size_t> settled;
        auto const count = size(random);
        LabelSequence sequence(weights, count);
        auto const weight = [&](auto& generator) {
            return round % 4 == 0 ? great(generator) : small(generator);
        };
        for (std::size_t i = 0; i < count; ++i) {
            if (one_in_three(random) == 0) {
                settled[i] = label(random);
                sums.push_back({0, 0, 0});
                sequence.add_settled(settled[i]);
            } else {
                sums.push_back({weight(random), weight(random), weight(random)});
                sequence.add(sums.back());
            }
        }
        auto const best = sequence.best();
        REQUIRE(best.size() == count);
        for (auto const& [index, told] : settled) CHECK(best[index] == told);
        CHECK(worth(best, sums, weights) == most(sums, settled, weights));
    }
}
