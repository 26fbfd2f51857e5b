#!/bin/sh
# Prints the figures of the README: what the parser, the CSL engine and the record formats reach on test data.
#   tests/figures.sh BUILD    BUILD: a build folder with tests, e.g. build/dev
# Speed and its ratios: make bench.
set -u
build=${1:-build/dev}
fonds=$build/src/cli/fonds
shared=../shared
scorer=$shared/notes/score.py
predictions=$(mktemp)
trap 'rm -f "$predictions"' EXIT

if [ -f "$scorer" ] && command -v python3 >/dev/null; then
    for gold in "$shared"/notes/essay.jsonl "$shared"/notes/dev.jsonl "$shared"/notes/coldwar-dev.jsonl; do
        "$fonds" parse --from notes --to notes "$gold" >"$predictions"
        printf '%-32s' "notes, $(basename "$gold" .jsonl)"
        python3 "$scorer" "$gold" "$predictions" --bytes | sed -n 's/^headline: //p'
    done
    # figure NAME FILE...: one line for the notes of several files.
    figure() {
        name=$1
        shift
        cat "$@" >"$predictions.gold"
        "$fonds" parse --from notes --to notes "$predictions.gold" >"$predictions"
        printf '%-32s' "notes, $name"
        python3 "$scorer" "$predictions.gold" "$predictions" --bytes | sed -n 's/^headline: //p'
        rm -f "$predictions.gold"
    }
    figure "own, tuned on" tests/note/gold/*.jsonl
    figure "own, held" tests/note/gold/held/*.jsonl
    if [ -d "$shared/corpora" ] && [ -d "$shared/csl/styles" ]; then
        python3 tests/note/printed_works.py "$fonds" "$shared" | sed 's/^/printed by /'
    else
        echo "SKIPPED: printed works (no $shared/corpora, or no $shared/csl/styles)"
    fi
else
    echo "SKIPPED: notes (no $scorer, or no python3)"
fi

if [ -d "$shared/csl/test-suite" ]; then
    printf '%-32s' "CSL test suite"
    "$build/tests/csl/fonds-csl-suite" "$shared/csl/test-suite" 2>&1 | tail -1
else
    echo "SKIPPED: CSL test suite (not there)"
fi

# Peers are those of `make bench`.
if command -v python3 >/dev/null; then
    python3 tests/csl/against_citeproc_js.py "$fonds" "$shared" build/peers | sed 's/^/as citeproc-js: /'
fi

if [ -d "$shared/corpora" ] && command -v python3 >/dev/null; then
    printf '%-32s' "record formats"
    python3 tests/format/corpora_agreement.py "$fonds" "$shared/corpora" | tail -1
    printf '%-32s' "record files"
    python3 tests/format/corpora_counts.py "$fonds" "$shared/corpora" | tail -1
else
    echo "SKIPPED: record formats (no $shared/corpora, or no python3)"
fi

printf '%-32s%s\n' "archives known" "$("$fonds" archives | wc -l)"
printf '%-32s%s\n' "rules of fonds check" "$("$fonds" rules --json | grep -o '"id"' | wc -l)"
