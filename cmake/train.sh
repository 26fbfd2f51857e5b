#!/bin/sh
# Runs a command that was built to record what it does, over data of the project: see FondsProfile.cmake.
#   cmake/train.sh FONDS FOLDER    FONDS: the command; FOLDER: for what it writes
set -eu
fonds=$1
folder=$2
cd "$(dirname "$0")/.."
mkdir -p "$folder"

# One thread: counters are not shared between threads without loss. What a command finds wrong is of no account here.
run() {
    command=$1
    shift
    "$fonds" "$command" --jobs 1 "$@" >/dev/null 2>&1 || true
}

notes=tests/note/gold/held/*.jsonl
# shellcheck disable=SC2086
cat $notes tests/note/gold/found/*.jsonl bibliography/essay/notes.jsonl >"$folder/notes.jsonl"
run parse --from notes --to notes "$folder/notes.jsonl"
run parse --from notes --to html bibliography/essay/notes.jsonl

# Records: those of the notes, from each format to each of the two that most programs read, and from those to each.
formats='bibtex biblatex biblatex-chicago csl-json csl-yaml ris mods endnote-xml ndjson'
run parse --from notes --to csl-json -o "$folder/records.csl-json" "$folder/notes.jsonl"
for format in $formats; do
    run convert --from csl-json --to "$format" -o "$folder/records.$format" "$folder/records.csl-json"
    for _ in 1 2 3; do
        run convert --from csl-json --to "$format" "$folder/records.csl-json"
        run convert --from "${format%-chicago}" --to csl-json "$folder/records.$format"
    done
    run convert --from "${format%-chicago}" --to biblatex "$folder/records.$format"
done

# Styles: the project's own, in each format of text.
for style in bibliography/styles/*.csl; do
    for format in text html; do
        run bibliography --style "$style" --to "$format" "$folder/records.csl-json"
        run cite --style "$style" --to "$format" "$folder/records.csl-json"
    done
done
for format in markdown latex rtf typst; do run cite --to "$format" "$folder/records.csl-json"; done

# Manuscripts: the notes again, as a word processor writes them and in formats of text.
text() { sed -n 's/.*"note": "\(\([^"\\]\|\\.\)*\)".*/\1/p' "$folder/notes.jsonl" | sed 's/\\"/"/g; s/\\[nrt]/ /g; s/\\u[0-9a-f]\{4\}//g; s/\\\\//g'; }
text | sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g' >"$folder/notes.xml.txt"
mkdir -p "$folder/docx/word/_rels" "$folder/docx/_rels"
main='http://schemas.openxmlformats.org/wordprocessingml/2006/main'
package='http://schemas.openxmlformats.org/package/2006'
office='http://schemas.openxmlformats.org/officeDocument/2006/relationships'
cat >"$folder/docx/[Content_Types].xml" <<END
<Types xmlns="$package/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>
END
relationship() { echo "<Relationships xmlns=\"$package/relationships\"><Relationship Id=\"r1\" Type=\"$office/$1\" Target=\"$2\"/></Relationships>"; }
relationship officeDocument word/document.xml >"$folder/docx/_rels/.rels"
relationship footnotes footnotes.xml >"$folder/docx/word/_rels/document.xml.rels"
{
    echo "<w:document xmlns:w=\"$main\"><w:body>"
    awk '{ printf "<w:p><w:r><w:t>A sentence.</w:t></w:r><w:r><w:footnoteReference w:id=\"%d\"/></w:r></w:p>\n", NR + 1 }' "$folder/notes.xml.txt"
    echo '</w:body></w:document>'
} >"$folder/docx/word/document.xml"
{
    echo "<w:footnotes xmlns:w=\"$main\">"
    awk '{ printf "<w:footnote w:id=\"%d\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p></w:footnote>\n", NR + 1, $0 }' "$folder/notes.xml.txt"
    echo '</w:footnotes>'
} >"$folder/docx/word/footnotes.xml"
(cd "$folder/docx" && cmake -E tar cf ../notes.docx --format=zip '[Content_Types].xml' _rels word)
text | awk '{ printf "A sentence.[^%d]\n\n[^%d]: %s\n\n", NR, NR, $0 }' >"$folder/notes.md"
{
    echo '\documentclass{article}\begin{document}'
    text | sed 's/[\\{}%$#_&^~]//g; s/.*/A sentence.\\footnote{&}\n/'
    echo '\end{document}'
} >"$folder/notes.tex"
sed 's/.*/<p>&<\/p>/' "$folder/notes.xml.txt" >"$folder/notes.html"
for manuscript in docx md tex html; do
    run check --format line "$folder/notes.$manuscript"
    run check --format sarif "$folder/notes.$manuscript"
done
run check --format html "$folder/notes.docx"
run check --fix --diff "$folder/notes.md"
run reformat -o "$folder/reformatted.docx" "$folder/notes.docx"
