#!/bin/sh
# Runs each line of a table of commands and compares exit code and output.
#   run.sh FONDS TABLE SCRATCH
# A line of the table:  EXIT | pattern that standard output or error must hold (ERE, may be empty) | command
# The command runs in SCRATCH, which holds the inputs made below, with `fonds` in the path.
set -u
fonds=$1
table=$2
scratch=$3
essay=$PWD/bibliography/essay
rm -rf "$scratch"
mkdir -p "$scratch"
cd "$scratch" || exit 2
PATH=$(dirname "$fonds"):$PATH

cp "$essay/essay.txt" "$essay/notes.jsonl" .
: >empty.txt
echo 'No notes here, only a sentence.' >plain.txt
printf '  1. [1]\n\n    See \377\376 Lankov, Crisis (Honolulu: Press, 2005), 5.\n' >invalid.txt
awk 'BEGIN { printf "{\"id\":\"long\",\"note\":\""; for (i = 0; i < 160000; i++) printf "RGANI, f. 5, op. 28, d. 314, l. 3; "; print "\"}" }' >long.jsonl
awk 'BEGIN { printf "{\"id\":\"b\",\"note\":\""; for (i = 0; i < 100000; i++) printf "["; print "\"}" }' >brackets.jsonl
echo '{"id": "a", "note": ' >broken.jsonl
printf '{"id":"a","note":"Ibid."}\nnot json\n{"id":"c","note":"Ibid., 5."}\n' >mixed.jsonl
printf '[{"id":"a","type":"book","title":"T","edition":3,"issued":{"date-parts":[[2005]]}}]' >book.json
printf '[{"id":"a","type":"book","title":"T"' >truncated.json
printf '[{"id":"a","type":"manuscript","title":"T","archive":"Wilson Center Digital Archive","archive_location":"RGANI, f. 5, op. 28, d. 314"}]' >hosted.json
printf '[{"id":"a","type":"webpage","accessed":{"date-parts":[[2012,5,4]]}},{"id":"b","type":"book","title":"B"}]' >accessed.json
printf 'TY  - BOOK\nTI  - The Global Cold War\nAU  - Westad, Odd Arne\nPY  - 2005\nER  - \nTY  - CHAP\nAU  - Noname\nER  - \n' >unnamed.ris
printf '@book{a, title={A}, year=2001}\n@book{b, title={B\n@book{c, title={C}}\n' >damaged.bib
printf '<style><citation>' >broken.csl
printf '<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><info><title>t</title><id>t</id></info>\n<citation><layout><text term="no-such-term"/><text variable="title"/></layout></citation></style>' >term.csl
printf 'PK\003\004 not a zip' >broken.docx
mkdir folder left papers quiet
cp essay.txt papers/a.txt
printf '@book{a, title={A}}\n@book{a, title={B}}\n' >papers/b.bib
printf 'A.[^1]\n\n[^1]: Translated by by X, RGANI, f. 5, op. 28, d. 314, ll. 59-34.\n' >quiet/a.md
printf '[check]\nselect = ["typing"]\nfail-level = "error"\n' >quiet/fonds.toml
printf '[check]\nselct = ["typing"]\n' >misspelt.toml
printf 'A.[^1]\n\n[^1]: Translated by by X. <!-- fonds: ignore doubled-word --> <!-- fonds: ignore nosuchrule -->\n' >silenced.md

mkdir -p thesis/chapters
printf '\\begin{document}\n\\input{chapters/one}\nB.\\footnote{Translated by by Y.}\n\\end{document}\n' >thesis/main.tex
printf 'A.\n\nAnd.\\footnote{Translated by by X.}\n' >thesis/chapters/one.tex
printf '\\begin{document}\n\\input{chapters/two}\n\\end{document}\n' >thesis/cited.tex
printf 'C.\\footnote{Westad, Odd Arne: The Global Cold War (Cambridge: Cambridge University Press, 2005), p. 45.}\n' >thesis/chapters/two.tex

mkdir -p keyed/chapters
printf '@book{westad2005, author={Westad, Odd Arne}, title={The Global Cold War}, publisher={Cambridge University Press}, address={Cambridge}, year={2005}}\n' >keyed/refs.bib
printf -- '---\nbibliography: ../refs.bib\n---\nA.[^1]\n\n[^1]: [@westad2005, 15]; [@kim].\n' >keyed/chapters/a.md
printf -- '---\nbibliography: none.bib\n---\nA.[^1]\n\n[^1]: [@westad2005, 15].\n' >keyed/unread.md
printf -- 'A by @kim.[^1]\n\n[^1]: [@westad2005, 15]. Translated by by X.\n\n[^2]: Ibid., 20.\n' >keyed/plain.md
printf -- 'A.[^1]\n\n[^1]: [@westad2005, 15]; see also @kim.\n' >keyed/noted.md
sed 's/"a"/"kim"/' hosted.json >keyed/hosted.json
printf '[{"id":"kim","type":"book","title":"Korea"}]' >keyed/kim.json
printf 'archive\tx-one\t\t\t\tgeneric-boxes\nname\ten\tOne Archive of Nowhere\n' >one.tsv
printf 'archive\tx-two\nname\ten\tTwo Archives of Nowhere\n' >two.tsv
mkdir project
printf 'style = "gost-archives"\narchives = ["../one.tsv"]\nbibliography = ["../keyed/refs.bib"]\n' >project/fonds.toml
cp keyed/plain.md essay.txt project
printf '[{"id":"a","type":"manuscript","title":"T","archive":"One Archive of Nowhere","archive_location":"box 4, folder 7"}]' >project/own.json

failed=0
count=0
while IFS='|' read -r expected pattern command; do
    case $expected in '' | '#'*) continue ;; esac
    expected=$(echo $expected)
    pattern=$(printf '%s' "$pattern" | sed 's/^ *//; s/ *$//')
    count=$((count + 1))
    timeout 120 sh -c "$command" >out 2>err </dev/null
    code=$?
    if [ "$code" != "$expected" ]; then
        echo "FAILED: exit $code instead of $expected:$command"
        head -c 400 err
        failed=$((failed + 1))
    elif [ -n "$pattern" ] && ! cat out err | grep -Eq -e "$pattern"; then
        echo "FAILED: nothing like \"$pattern\" from:$command"
        head -c 400 out err
        failed=$((failed + 1))
    fi
done <"$table"
echo "$count commands, $failed failed"
[ "$failed" = 0 ]
