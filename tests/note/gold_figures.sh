#!/bin/sh
# Holds the parser to what it reaches on the essay and on the Cold War notes: every work wholly right.
#   gold_figures.sh FONDS SHARED
fonds=$1
notes=$2/notes
if [ ! -f "$notes/score.py" ] || ! command -v python3 >/dev/null; then
    echo "SKIPPED: no $notes/score.py, or no python3"
    exit 77
fi
predictions=$(mktemp)
trap 'rm -f "$predictions"' EXIT
for set in essay coldwar-dev; do
    "$fonds" parse --from notes --to notes "$notes/$set.jsonl" >"$predictions"
    figures=$(python3 "$notes/score.py" "$notes/$set.jsonl" "$predictions" --bytes --errors 20)
    echo "$figures" | grep -q '^headline: work-F1=1.000 field-F1=1.000 archival-exact=1.000 all-right=1.000' && continue
    echo "$set: $figures"
    exit 1
done
