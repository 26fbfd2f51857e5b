#!/bin/sh
# Installs the programs that `make bench` compares with, and says which are missing: a missing peer leaves its lines
# out of the table, and nothing else.
#   tests/bench/peers.sh FOLDER    FOLDER: for those that npm brings
set -u
folder=$1
cd "$(dirname "$0")/../.."

for package in pandoc nodejs npm libbtparse-dev; do
    command -v dpkg-query >/dev/null 2>&1 || break
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' && continue
    command -v "${package%js}" >/dev/null 2>&1 && continue
    cmake/setup.sh "$package" || true
done

for package in citeproc @citation-js/core @citation-js/plugin-bibtex; do
    [ -d "$folder/node_modules/$package" ] && continue
    command -v npm >/dev/null 2>&1 || continue
    npm install --silent --no-audit --no-fund --prefix "$folder" "$package" >/dev/null 2>&1
done

report() {
    if eval "$3" >/dev/null 2>&1; then echo "peer: $1"
    else echo "peer: $1 is missing, its lines are left out ($2)"; fi
}
report pandoc 'apt-get install pandoc' 'command -v pandoc'
report node 'apt-get install nodejs' 'command -v node'
report citeproc-js "npm install --prefix $folder citeproc" '[ -d "$folder/node_modules/citeproc" ]'
report citation-js "npm install --prefix $folder @citation-js/core @citation-js/plugin-bibtex" \
    '[ -d "$folder/node_modules/@citation-js/plugin-bibtex" ]'
report btparse 'apt-get install libbtparse-dev' 'echo "#include <btparse.h>" | cc -E -x c - '
