// Unified diffs.

#include <fonds/report.hpp>

#include "support/catch.hpp"

using namespace fonds;

TEST_CASE("changed lines stand with three lines around them") {
    CHECK(unified_diff("a\nb\nc\n", "a\nb\nc\n", "f") == "");
    CHECK(unified_diff("a\nb\nc\nd\ne\nf\n", "a\nb\nc\nd\nX\nf\n", "f") ==
          "--- f\n+++ f\n@@ -2,5 +2,5 @@\n b\n c\n d\n-e\n+X\n f\n");
    CHECK(unified_diff("a", "b", "f") ==
          "--- f\n+++ f\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of "
          "file\n");
    CHECK(unified_diff("a\nb\n", "b\n", "f") == "--- f\n+++ f\n@@ -1,2 +1,1 @@\n-a\n b\n");
    CHECK(unified_diff("", "a\n", "f") == "--- f\n+++ f\n@@ -0,0 +1,1 @@\n+a\n");
}

TEST_CASE("changes far apart have hunks of their own") {
    std::string before;
    for (int line = 0; line < 40; ++line) before += std::to_string(line) + "\n";
    auto after = before;
    after.replace(after.find("5\n"), 1, "x");
    after.replace(after.find("30\n"), 2, "y");
    auto const diff = unified_diff(before, after, "f");
    CHECK(diff.find("@@ -3,7 +3,7 @@") != std::string::npos);
    CHECK(diff.find("@@ -28,7 +28,7 @@") != std::string::npos);
}
