#!/bin/sh
# What fonds does, shown on the standing example: the ten notes of an essay on Chinese–North Korean relations.
#   examples/demo.sh FONDS
set -u
fonds=${1:-fonds}
cd "$(dirname "$0")/.." || exit 2
essay=bibliography/essay/essay.txt

show() {
    printf '\n\033[1m$ fonds %s\033[0m\n' "$*"
    "$fonds" "$@"
    [ $? -lt 2 ] || exit 2
}
show parse "$essay" --to text
show parse "$essay" --to bibtex
show parse "$essay" --to csl-json
records=$(mktemp)
trap 'rm -f "$records"' EXIT
"$fonds" parse "$essay" --to csl-json >"$records"
show cite "$records" --style chicago-archives
show bibliography "$records" --style chicago-archives --group archive
show cite "$records" --style gost-archives
show check "$essay"
