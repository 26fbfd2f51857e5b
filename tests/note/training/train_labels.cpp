// Trains a conditional random field on sequences of labelled elements, and prints its weights as rows of a
// table of bibliography/weights.
//
//     fonds_train_labels [first | least | rounds NUMBER]... <SEQUENCES >ROWS
//
// A line is "P <TAB> feature <TAB> label|weight …" (a row of the table to go on from, as this program prints
// them: all such come first), "S" (a sequence begins), "C <TAB> feature …" (of all elements up to the next
// such line) or "E <TAB> label <TAB> held <TAB> feature … <TAB><TAB> feature …". An element that is held (1)
// bears its label whatever its features say; the features behind the empty cell are hidden in every second
// round, so that the weights do not lean on them alone.
//
// What a label adds to the one behind it is learned twice where words that are "none" stand between: a comma
// does not make the chain forget what stood before it.
//
// The likelihood of the labels is raised sequence by sequence; each weight has a step of its own and stays
// what it was in the table to go on from, or nothing, while what its feature has said does not outweigh
// `least` (H. B. McMahan et al., Ad click prediction, 2013). So sequences that are no longer at hand are not
// forgotten. The table has the means of what the weights were after each round of the later half.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iostream>
#include <limits>
#include <map>
#include <numeric>
#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace {

using Number = std::uint32_t;
using Features = std::vector<Number>;
using Row = std::vector<float>;

struct Settings {
    float first = 0.3F;  ///< how far a weight goes at first
    float least = 5;     ///< what a feature must say before it weighs anything
    int rounds = 12;
};

struct Element {
    Number label = 0, shared = 0;
    bool held = false;
    Features own, hidden;
};
struct Sequence {
    std::vector<Features> shared;
    std::vector<Element> elements;
};

/// Numbers names in the order in which they are seen.
class Names {
  public:
    Number operator()(std::string_view name) {
        auto const [it, added] = numbers_.emplace(name, static_cast<Number>(list_.size()));
        if (added) list_.push_back(it->first);
        return it->second;
    }
    [[nodiscard]] std::vector<std::string> const& list() const { return list_; }

  private:
    std::unordered_map<std::string, Number> numbers_;
    std::vector<std::string> list_;
};

constexpr float scale = 100;  ///< weights are written as whole numbers

/// A weight of the table to go on from.
struct Prior {
    Number of, label;  ///< `of` a feature, or of a label and what follows it
    float weight;
};
/// How rows begin that say what a label adds to the one behind it.
constexpr std::string_view before_label = "before=", before_none = "before none=";

class Reader {
  public:
    std::vector<Sequence> read(std::istream& in) {
        for (std::string line; std::getline(in, line);) {
            rest_ = line;
            auto const kind = cell();
            if (kind == "P") prior_row();
            else if (kind == "S") sequences_.emplace_back();
            else if (kind == "C") sequences_.back().shared.push_back(features());
            else if (kind == "E") element();
        }
        return std::move(sequences_);
    }
    Names labels, feature_names;
    std::vector<Prior> of_features, of_labels, of_labels_before_none;

  private:
    std::string_view cell() {
        auto const out = rest_.substr(0, rest_.find('\t'));
        rest_.remove_prefix(std::min(out.size() + 1, rest_.size()));
        return out;
    }
    /// Up to an empty cell.
    Features features() {
        Features out;
        for (auto name = cell(); !name.empty(); name = cell()) out.push_back(feature_names(name));
        return out;
    }
    void prior_row() {
        auto name = cell();
        auto const is = [&](std::string_view kind) {
            bool const out = name.starts_with(kind);
            if (out) name.remove_prefix(kind.size());
            return out;
        };
        auto& list = is(before_label) ? of_labels : is(before_none) ? of_labels_before_none : of_features;
        auto const of = &list == &of_features ? feature_names(name) : labels(name);
        for (auto entry = cell(); !entry.empty(); entry = cell()) {
            auto const bar = entry.rfind('|');
            list.push_back(
                {of, labels(entry.substr(0, bar)), std::stof(std::string(entry.substr(bar + 1))) / scale});
        }
    }
    void element() {
        auto& sequence = sequences_.back();
        Element out;
        out.label = labels(cell());
        out.held = cell() == "1";
        out.shared = static_cast<Number>(sequence.shared.size() - 1);
        out.own = features();
        out.hidden = features();
        sequence.elements.push_back(std::move(out));
    }

    std::string_view rest_;
    std::vector<Sequence> sequences_;
};

/// What an element can be by what stands before it: its label; or, past the labels, "none" behind each of
/// them, with more such between or without.
using State = Number;

class States {
  public:
    explicit States(std::vector<std::string> const& labels)
        : labels_(static_cast<Number>(labels.size())),
          none_(static_cast<Number>(std::find(labels.begin(), labels.end(), "none") - labels.begin())) {}

    [[nodiscard]] Number labels() const { return labels_; }
    [[nodiscard]] Number size() const { return none_ < labels_ ? 2 * labels_ : labels_; }
    [[nodiscard]] Number none() const { return none_; }
    [[nodiscard]] bool is_behind_label(State state) const { return state >= labels_; }
    [[nodiscard]] Number label_of(State state) const { return is_behind_label(state) ? none_ : state; }
    /// What an element of that label is behind one that is `before`.
    [[nodiscard]] State behind(State before, Number label) const {
        if (label != none_ || before == none_ || is_behind_label(before))
            return label == none_ ? before : label;
        return labels_ + before;
    }

  private:
    Number labels_, none_;
};

/// A weight with what its steps depend on.
struct Weight {
    float value = 0, prior = 0, said = 0, squares = 0, sum = 0;

    /// Takes a step against `slope`.
    void learn(float slope, float first, float least) {
        constexpr float shrink = 0.5F;
        auto const before = std::sqrt(squares);
        squares += slope * slope;
        auto const now = std::sqrt(squares);
        said += slope - (now - before) / first * (value - prior);
        value = prior;
        if (std::abs(said) > least)
            value += (std::copysign(least, said) - said) / ((1 + now) / first + shrink);
    }
};

/// The weights of each feature for the labels that it was seen with often enough, and of each label behind
/// another, with "none" between or without; and those of the table to go on from.
class Weights {
  public:
    Weights(std::vector<Sequence> const& sequences, Reader const& reader, States const& states)
        : states_(states),
          begins_(reader.feature_names.list().size() + 1),
          between_(states.size() * states.labels()),
          factors_(between_.size(), 1) {
        auto seen = count(sequences);
        std::erase_if(seen, [](auto const& pair) { return pair.second < seen_least; });
        for (auto const& prior : reader.of_features) seen.insert({{prior.of, prior.label}, 0});
        for (auto const& [pair, times] : seen) {
            ++begins_[pair.first + 1];
            of_label_.push_back(pair.second);
        }
        std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
        weights_.resize(of_label_.size());
        take_prior(reader);
    }

    void add(Features const& features, float* sums) const {
        for (auto const feature : features)
            for (auto at = begins_[feature]; at < begins_[feature + 1]; ++at)
                sums[of_label_[at]] += weights_[at].value;
    }
    /// Each feature learns from the slope of each label.
    void learn(Features const& features, float const* slopes, Settings const& settings) {
        for (auto const feature : features)
            for (auto at = begins_[feature]; at < begins_[feature + 1]; ++at)
                if (auto const slope = slopes[of_label_[at]]; slope != 0)
                    weights_[at].learn(slope, settings.first, settings.least);
    }
    /// What stands behind "none" learns from it and from what it stands behind.
    void learn_between(State before, Number label, float slope, Settings const& settings) {
        constexpr float slower = 0.3F;  // few weights that all sequences share
        auto const learn = [&](State from) {
            auto const place = from * states_.labels() + label;
            between_[place].learn(slope, slower * settings.first, settings.least);
            factors_[place] = std::exp(between_[place].value);
        };
        learn(states_.label_of(before));
        if (states_.is_behind_label(before) && label != states_.none()) learn(before);
    }
    /// What an element adds to the label of the one behind it, as factors, in `out`.
    void set_behind(State before, Row& out) const {
        auto const labels = states_.labels();
        auto const* const own = factors_.data() + before * labels;
        out.assign(own, own + labels);
        if (!states_.is_behind_label(before)) return;
        auto const* const none = factors_.data() + states_.none() * labels;
        for (Number label = 0; label < labels; ++label) out[label] *= none[label];
    }

    /// Adds what they are now to their sums.
    void remember() {
        for (auto* const list : {&weights_, &between_})
            for (auto& weight : *list) weight.sum += weight.value;
    }
    /// Makes each what it was on average when it was remembered.
    void take_means(int remembered) {
        for (auto* const list : {&weights_, &between_})
            for (auto& weight : *list) weight.value = weight.sum / static_cast<float>(remembered);
    }

    template <class Take>
    void each(Number feature, Take const& take) const {
        for (auto at = begins_[feature]; at < begins_[feature + 1]; ++at)
            take(of_label_[at], weights_[at].value);
    }
    [[nodiscard]] float between(State before, Number label) const {
        return between_[before * states_.labels() + label].value;
    }

  private:
    static constexpr int seen_least = 3;

    static std::map<std::pair<Number, Number>, int> count(std::vector<Sequence> const& sequences) {
        std::map<std::pair<Number, Number>, int> out;
        for (auto const& sequence : sequences)
            for (auto const& element : sequence.elements)
                if (!element.held)
                    for (auto const* features :
                         {&sequence.shared[element.shared], &element.own, &element.hidden})
                        for (auto const feature : *features) ++out[{feature, element.label}];
        return out;
    }

    void take_prior(Reader const& reader) {
        auto const take = [](Weight& weight, Prior const& prior) {
            weight.value = weight.prior = prior.weight;
        };
        for (auto const& prior : reader.of_features)
            for (auto at = begins_[prior.of]; at < begins_[prior.of + 1]; ++at)
                if (of_label_[at] == prior.label) take(weights_[at], prior);
        auto const take_between = [&](State before, Prior const& prior) {
            auto const place = before * states_.labels() + prior.label;
            take(between_[place], prior);
            factors_[place] = std::exp(prior.weight);
        };
        for (auto const& prior : reader.of_labels) take_between(prior.of, prior);
        for (auto const& prior : reader.of_labels_before_none)
            take_between(states_.behind(prior.of, states_.none()), prior);
    }

    States states_;
    std::vector<std::size_t> begins_;
    std::vector<Number> of_label_;
    std::vector<Weight> weights_, between_;
    Row factors_;
};

/// Rows of a number for each label, one for each element of a sequence.
class Rows {
  public:
    void reset(std::size_t count, std::size_t width, float value = 0) {
        width_ = width;
        numbers_.assign(count * width, value);
    }
    float* operator[](std::size_t row) { return numbers_.data() + row * width_; }

  private:
    std::size_t width_ = 0;
    Row numbers_;
};

class Trainer {
  public:
    Trainer(std::vector<Sequence> const& sequences, Reader const& reader, States const& states,
            Settings const& settings)
        : sequences_(sequences),
          states_(states),
          labels_(states.labels()),
          settings_(settings),
          weights_(sequences, reader, states) {}

    Weights const& train() {
        std::vector<std::size_t> order(sequences_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::mt19937 random(1);
        for (int round = 0; round < settings_.rounds; ++round) {
            std::shuffle(order.begin(), order.end(), random);
            double unlikely = 0;
            for (auto const index : order)
                unlikely += learn(sequences_[index], (static_cast<std::size_t>(round) + index) % 2 == 1);
            std::cerr << "round " << round + 1 << ": " << std::llround(unlikely) << '\n';
            if (round >= settings_.rounds / 2) weights_.remember();
        }
        weights_.take_means(settings_.rounds - settings_.rounds / 2);
        return weights_;
    }

  private:
    /// Slopes below this teach nothing.
    static constexpr float least_slope = 2e-3F;
    /// What is less likely is on no way.
    static constexpr float tiny = 1e-5F;

    struct Lesson {
        State before;
        Number label;
        float slope;
    };

    /// Gives minus the logarithm of how likely each label was.
    double learn(Sequence const& sequence, bool hide) {
        if (sequence.elements.empty()) return 0;
        weigh(sequence, hide);
        go_forward(sequence.elements.size());
        go_backward(sequence.elements);
        for (auto const& lesson : lessons_)
            weights_.learn_between(lesson.before, lesson.label, lesson.slope, settings_);
        auto const unlikely = find_slopes(sequence.elements);
        learn_features(sequence, hide);
        return unlikely;
    }

    /// How likely the features alone make each label of each element, up to a factor.
    void weigh(Sequence const& sequence, bool hide) {
        auto const& elements = sequence.elements;
        alone_.reset(elements.size(), labels_);
        shared_.assign(labels_, 0);
        for (std::size_t at = 0; at < elements.size(); ++at) {
            auto const& element = elements[at];
            auto* const row = alone_[at];
            if (at == 0 || elements[at - 1].shared != element.shared) {
                std::fill(shared_.begin(), shared_.end(), 0.F);
                weights_.add(sequence.shared[element.shared], shared_.data());
            }
            if (element.held) {
                row[element.label] = 1;
                continue;
            }
            std::copy(shared_.begin(), shared_.end(), row);
            weights_.add(element.own, row);
            if (!hide) weights_.add(element.hidden, row);
            auto const most = *std::max_element(row, row + labels_);
            for (Number label = 0; label < labels_; ++label) row[label] = std::exp(row[label] - most);
        }
    }

    /// Of each state: how likely it is by what stands before it, its own features included.
    void go_forward(std::size_t size) {
        before_.reset(size, states_.size());
        sums_.assign(size, 0);
        std::copy(alone_[0], alone_[0] + labels_, before_[0]);
        for (std::size_t at = 0; at < size; ++at) {
            auto* const row = before_[at];
            if (at > 0) {
                for (State before = 0; before < states_.size(); ++before)
                    if (before_[at - 1][before] > tiny) add_behind(before, before_[at - 1][before], row);
                for (State state = 0; state < states_.size(); ++state)
                    row[state] *= alone_[at][states_.label_of(state)];
            }
            auto const sum = std::accumulate(row, row + states_.size(), std::numeric_limits<float>::min());
            for (State state = 0; state < states_.size(); ++state) row[state] /= sum;
            sums_[at] = sum;
        }
    }

    /// Adds what a state that is so likely says of the one behind it.
    void add_behind(State before, float share, float* row) {
        weights_.set_behind(before, factors_);
        if (states_.none() < labels_) {
            row[states_.behind(before, states_.none())] += share * factors_[states_.none()];
            factors_[states_.none()] = 0;
        }
        for (Number label = 0; label < labels_; ++label) row[label] += share * factors_[label];
    }

    /// Of each state that is likely by what stands before it: how likely it makes what stands behind it.
    /// Keeps the lessons for the weights between labels.
    void go_backward(std::vector<Element> const& elements) {
        lessons_.clear();
        right_.clear();
        for (auto const& element : elements)
            right_.push_back(right_.empty() ? element.label : states_.behind(right_.back(), element.label));
        behind_.reset(elements.size(), states_.size());
        std::fill(behind_[elements.size() - 1], behind_[elements.size() - 1] + states_.size(), 1.F);
        for (auto at = elements.size() - 1; at > 0; --at) {
            bool const taught = !elements[at - 1].held || !elements[at].held;
            for (State before = 0; before < states_.size(); ++before) {
                bool const is_right = before == right_[at - 1];
                auto const share = before_[at - 1][before];
                if (share <= tiny && !is_right) continue;
                weights_.set_behind(before, factors_);
                for (Number label = 0; label < labels_; ++label)
                    factors_[label] *=
                        alone_[at][label] * behind_[at][states_.behind(before, label)] / sums_[at];
                behind_[at - 1][before] = std::accumulate(factors_.begin(), factors_.end(), 0.F);
                if (!taught || (share < least_slope && !is_right)) continue;
                for (Number label = 0; label < labels_; ++label) {
                    bool const told = is_right && label == elements[at].label;
                    auto const slope = share * factors_[label] - (told ? 1.F : 0.F);
                    if (std::abs(slope) > least_slope) lessons_.push_back({before, label, slope});
                }
            }
        }
    }

    /// Makes `before_` how much too likely each label is.
    double find_slopes(std::vector<Element> const& elements) {
        double unlikely = 0;
        for (std::size_t at = 0; at < elements.size(); ++at) {
            auto* const row = before_[at];
            for (State state = 0; state < states_.size(); ++state) row[state] *= behind_[at][state];
            for (State state = labels_; state < states_.size(); ++state) row[states_.none()] += row[state];
            unlikely -= std::log(std::max(row[elements[at].label], 1e-9F));
            row[elements[at].label] -= 1;
            for (Number label = 0; label < labels_; ++label)
                if (elements[at].held || std::abs(row[label]) < least_slope) row[label] = 0;
        }
        return unlikely;
    }

    void learn_features(Sequence const& sequence, bool hide) {
        auto const& elements = sequence.elements;
        std::fill(shared_.begin(), shared_.end(), 0.F);
        for (std::size_t at = 0; at < elements.size(); ++at) {
            auto const* const slopes = before_[at];
            weights_.learn(elements[at].own, slopes, settings_);
            if (!hide) weights_.learn(elements[at].hidden, slopes, settings_);
            for (Number label = 0; label < labels_; ++label) shared_[label] += slopes[label];
            if (at + 1 < elements.size() && elements[at + 1].shared == elements[at].shared) continue;
            weights_.learn(sequence.shared[elements[at].shared], shared_.data(), settings_);
            std::fill(shared_.begin(), shared_.end(), 0.F);
        }
    }

    std::vector<Sequence> const& sequences_;
    States states_;
    Number labels_;
    Settings settings_;
    Weights weights_;
    Rows alone_, before_, behind_;
    Row sums_, shared_, factors_;
    std::vector<State> right_;
    std::vector<Lesson> lessons_;
};

/// "feature <TAB> label|weight …", labels by their names; "before=label" for what a label adds to the one
/// behind it, "before none=label" for what it adds when such stand between.
void print(Weights const& weights, Reader const& reader, States const& states, std::ostream& out) {
    constexpr long least = 10;  // weights below this are left out
    auto const& labels = reader.labels.list();
    auto const whole = [](float weight) { return std::lround(weight * scale); };
    auto const& names = reader.feature_names.list();
    for (Number feature = 0; feature < names.size(); ++feature) {
        std::string row;
        weights.each(feature, [&](Number label, float weight) {
            if (std::abs(whole(weight)) >= least)
                row += '\t' + labels[label] + '|' + std::to_string(whole(weight));
        });
        if (!row.empty()) out << names[feature] << row << '\n';
    }
    for (State before = 0; before < states.size(); ++before) {
        if (states.is_behind_label(before)) out << before_none << labels[before - labels.size()];
        else out << before_label << labels[before];
        for (Number label = 0; label < labels.size(); ++label)
            if (auto const weight = whole(weights.between(before, label)); weight != 0)
                out << '\t' << labels[label] << '|' << weight;
        out << '\n';
    }
}

}  // namespace

int main(int count, char** arguments) {
    Settings settings;
    for (int i = 1; i + 1 < count; i += 2) {
        std::string_view const name = arguments[i];
        auto const value = std::stof(arguments[i + 1]);
        if (name == "first") settings.first = value;
        if (name == "least") settings.least = value;
        if (name == "rounds") settings.rounds = static_cast<int>(value);
    }
    Reader reader;
    auto const sequences = reader.read(std::cin);
    States const states(reader.labels.list());
    Trainer trainer(sequences, reader, states, settings);
    print(trainer.train(), reader, states, std::cout);
}
