// A driver for fuzz targets where there is no libFuzzer: mangles seed files in a fixed, repeatable way.
//   fonds_fuzz_NAME ROUNDS FILE_OR_FOLDER...

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

namespace {

constexpr std::size_t largest_seed = 40000;  // larger files cost time and find nothing new

// xorshift64*: the same sequence everywhere.
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed * 2654435769u + 1) {}
    std::size_t below(std::size_t limit) {
        state_ ^= state_ >> 12;
        state_ ^= state_ << 25;
        state_ ^= state_ >> 27;
        return limit == 0 ? 0 : static_cast<std::size_t>((state_ * 2685821657736338717u) >> 33) % limit;
    }

  private:
    std::uint64_t state_;
};

std::vector<std::string> read_seeds(int count, char** paths) {
    namespace fs = std::filesystem;
    std::vector<std::string> files;
    for (int i = 0; i < count; ++i) {
        if (fs::is_directory(paths[i])) {
            for (auto const& entry : fs::recursive_directory_iterator(paths[i]))
                if (entry.is_regular_file()) files.push_back(entry.path().string());
        } else if (fs::exists(paths[i])) {
            files.emplace_back(paths[i]);
        } else {
            std::printf("SKIPPED: no seeds at %s\n", paths[i]);
        }
    }
    std::sort(files.begin(), files.end());
    std::vector<std::string> seeds;
    for (auto const& file : files) {
        std::ifstream in(file, std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(in), {}};
        seeds.push_back(bytes.size() > largest_seed ? bytes.substr(0, largest_seed) : bytes);
    }
    return seeds;
}

// The word around or after a random place: letters, digits and hyphens.
std::pair<std::size_t, std::size_t> random_word(std::string const& text, Random& random) {
    auto const in_word = [&](std::size_t at) {
        auto const c = static_cast<unsigned char>(text[at]);
        return std::isalnum(c) || c == '-' || c == '_';
    };
    auto begin = random.below(text.size());
    while (begin < text.size() && !in_word(begin)) ++begin;
    while (begin > 0 && begin < text.size() && in_word(begin - 1)) --begin;
    auto end = begin;
    while (end < text.size() && in_word(end)) ++end;
    return {begin, end - begin};
}

// Words change places: what is well formed mostly stays so, and gets past a parser's first check.
std::string swap_words(std::string text, Random& random) {
    auto const changes = 1 + random.below(4);
    for (std::size_t i = 0; i < changes && !text.empty(); ++i) {
        auto const [from, length] = random_word(text, random);
        auto const word = text.substr(from, length);
        auto const [to, replaced] = random_word(text, random);
        text.replace(to, replaced, word);
    }
    return text;
}

std::string mangle(std::string text, std::vector<std::string> const& seeds, Random& random) {
    static constexpr char const* pieces[] = {"{", "}",     "[", "]",    "\"",       "\\", "“",
                                             "”", "<",     "&", "\xFF", "\xE2\x80", "\n", "@",
                                             "#", "ibid.", "0", "-",    ",",        ";",  "\t"};
    auto const changes = 1 + random.below(6);
    for (std::size_t i = 0; i < changes; ++i) {
        auto const at = random.below(text.size() + 1);
        auto const length = random.below(std::min<std::size_t>(text.size() - at, 40) + 1);
        switch (random.below(6)) {
            case 0: text.erase(at, length); break;
            case 1: text.insert(at, pieces[random.below(std::size(pieces))]); break;
            case 2: text.insert(at, text.substr(at, length)); break;
            case 3: text.resize(at); break;
            case 4:
                if (at < text.size()) text[at] = static_cast<char>(random.below(256));
                break;
            default: {
                auto const& other = seeds[random.below(seeds.size())];
                auto const from = random.below(other.size() + 1);
                text.insert(at, other.substr(from, random.below(200)));
            }
        }
    }
    return text;
}

// A block of the exact size, so that a sanitizer sees a read of one byte too many.
void run(std::string const& text) {
    auto const block = std::make_unique<std::uint8_t[]>(text.size());
    std::memcpy(block.get(), text.data(), text.size());
    LLVMFuzzerTestOneInput(block.get(), text.size());
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fprintf(stderr, "usage: %s ROUNDS FILE_OR_FOLDER...\n", argv[0]);
        return 2;
    }
    auto const seeds = read_seeds(argc - 2, argv + 2);
    if (seeds.empty()) {
        std::printf("SKIPPED: no seeds\n");
        return 0;
    }
    for (auto const& seed : seeds) run(seed);
    auto const rounds = static_cast<std::uint64_t>(std::atoll(argv[1]));
    for (std::uint64_t round = 0; round < rounds; ++round) {
        Random random(round);
        auto const& seed = seeds[random.below(seeds.size())];
        run(random.below(2) == 0 ? swap_words(seed, random) : mangle(seed, seeds, random));
    }
    std::printf("%zu seeds, %llu mangled inputs\n", seeds.size(), static_cast<unsigned long long>(rounds));
}
