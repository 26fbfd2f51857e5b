#!/usr/bin/env python3
"""Prints how many works of real bibliographies come back right from notes in which styles print them.

    printed_works.py FONDS SHARED [--show STYLE [COUNT]]

The records of SHARED/corpora (BibLaTeX of many hands) are written as notes by styles of SHARED/csl/styles, each note is
read back alone, and its fields are compared with those of the record, as far as they stand in the note at all. A
work is right where one work was found and all of these fields are. `--show` prints, instead of shares, the wrong
ones of a style, grouped by their wrong fields, COUNT of each group. Standard library only.
"""
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

STYLES = ["chicago-notes", "chicago-notes-bibliography-17th-edition", "mhra-notes", "australian-historical-studies",
          "irish-historical-studies", "history-and-theory", "infoclio-de", "historio-plus", "iso690-full-note-en", "oscola"]
TYPES = {"book", "article-journal", "chapter", "report", "thesis", "article-magazine", "article-newspaper", "webpage",
         "entry-encyclopedia", "review"}
TEXTS = ("title", "container-title", "volume", "issue", "publisher", "page", "collection-title")
NAMES = ("author", "editor", "translator")
# Test records, rests of TeX, and conferences of engineers, which no historian cites.
LEFT_OUT = re.compile(r"[\\{}$<>]|\?\?|\btest|lorem|\bfoo\b|\bbar\b|example|cool book|simpson|address\b|family=|"
                      r"ieee|\bacm\b|proceedings|conference|proc\. |jair|aaai", re.IGNORECASE)


def words(record):
    """All text of a record, dates left out."""
    for value in record.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from (str(part) for name in value if isinstance(name, dict) for part in name.values())


def read_records(fonds, corpora):
    """Records with people, a title and a date, each title once, numbered anew."""
    seen, records = set(), []
    for path in sorted(corpora.rglob("*")):
        if "expected" in path.parts or path.suffix not in (".bib", ".biblatex", ".bibtex"):
            continue
        written = subprocess.run([fonds, "convert", "-f", "biblatex", "-t", "csl-json", path], capture_output=True).stdout
        for record in json.loads(written or "[]"):
            title = record.get("title", "")
            if len(title) < 8 or (title.lower(), record["type"]) in seen or record["type"] not in TYPES:
                continue
            if not (record.get("author") or record.get("editor")) or not record.get("issued", {}).get("date-parts"):
                continue
            if LEFT_OUT.search(" ".join(words(record))):
                continue
            seen.add((title.lower(), record["type"]))
            records.append({**record, "id": f"k{len(records)}"})
    return records


def plain(text):
    """Text without marks, case and quotation marks: what styles change."""
    text = unicodedata.normalize("NFC", re.sub(r"<[^>]+>", "", str(text)))
    text = re.sub("[“”„«»\"‘’'‹›`]", "", text)
    text = re.sub("[–—−]", "-", text)
    return re.sub(r"[\s\u00a0\u202f]+", " ", text).strip(" .,:;").lower()


def family(name):
    return plain(" ".join(part for part in (name.get("non-dropping-particle"), name.get("family") or name.get("literal")) if part))


def stands_in(value, text):
    """Whether a value stands in a note as words of its own: the issue 2 is not in "529"."""
    return re.search(r"(?<!\w)" + re.escape(value) + r"(?!\w)", text) is not None


def wrong_fields(record, note, works):
    text = plain(note)
    item = works[0]["item"] if works else {}
    wrong = [] if len(works) == 1 else [f"{len(works)} works"]
    wrong += [field for field in TEXTS if record.get(field) and stands_in(plain(record[field]), text) and
              plain(item.get(field, "")) != plain(record[field])]
    place = plain(record.get("publisher-place", ""))
    if place and place in text and place not in plain(record.get("publisher", "")) + plain(record["title"]) and \
            plain(item.get("publisher-place", "")) != place:
        wrong.append("publisher-place")
    for role in NAMES:
        people = record.get(role, [])
        if people and all(name.get("family") and plain(name["family"]) in text for name in people) and \
                [family(name) for name in people] != [family(name) for name in item.get(role, [])]:
            wrong.append(role)
    year = str(record["issued"]["date-parts"][0][0])
    if year in note and str((item.get("issued", {}).get("date-parts") or [[None]])[0][0]) != year:
        wrong.append("issued")
    return wrong


def read_back(fonds, shared, style, records):
    """(record, note, works, wrong fields) of each record whose title the style prints."""
    with tempfile.TemporaryDirectory() as folder:
        library, notes = pathlib.Path(folder, "records.json"), pathlib.Path(folder, "notes.jsonl")
        library.write_text(json.dumps(list(records.values())), encoding="utf-8")
        cited = subprocess.run([fonds, "cite", library, "--style", shared / "csl/styles" / (style + ".csl"), "--style-dir",
                                shared / "csl/locales", "--ids"], capture_output=True, text=True).stdout
        printed = dict(line.split("\t", 1) for line in cited.splitlines() if "\t" in line)
        notes.write_text("".join(json.dumps({"id": key, "document": key, "note": note}) + "\n" for key, note in printed.items()))
        parsed = subprocess.run([fonds, "parse", "--from", "notes", "--to", "notes", notes], capture_output=True, text=True).stdout
    for answer in map(json.loads, parsed.splitlines()):
        record, note = records[answer["id"]], printed[answer["id"]]
        if plain(record["title"]) in plain(note):
            yield record, note, answer["works"], wrong_fields(record, note, answer["works"])


def show(rows, count):
    groups = collections.defaultdict(list)
    for record, note, works, wrong in rows:
        if wrong:
            groups[record["type"], ", ".join(wrong)].append((note, works))
    for (kind, wrong), members in sorted(groups.items(), key=lambda group: -len(group[1])):
        print(f"{len(members)} {kind}: {wrong}")
        for note, works in members[:count]:
            print("   ", note)
            print("       ", *(json.dumps(work["item"], ensure_ascii=False) for work in works))


def main():
    fonds, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    records = {record["id"]: record for record in read_records(fonds, shared / "corpora")}
    if sys.argv[3:4] == ["--show"]:
        return show(read_back(fonds, shared, sys.argv[4], records), int(sys.argv[5]) if len(sys.argv) > 5 else 2)
    for style in STYLES:
        wrong = [fields for _, _, _, fields in read_back(fonds, shared, style, records)]
        right = sum(not fields for fields in wrong)
        print(f"{style:42}{right} of {len(wrong)} works = {right / max(1, len(wrong)):.3f}")


if __name__ == "__main__":
    main()
