#!/usr/bin/env python3
"""Prints how many works of real bibliographies come back right from notes in which styles print them.

    printed_works.py FONDS SHARED [--show STYLE [COUNT]]

The records (printed_records.py; the half that is held from training) are written as notes by styles of SHARED/csl/styles, each
note is read back alone, and its fields are compared with those of the record, as far as they stand in the note at all. A
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

from printed_records import NAMES, TEXTS, family, is_held, plain, read_records, write_notes

STYLES = ["chicago-notes", "chicago-notes-bibliography-17th-edition", "mhra-notes", "australian-historical-studies",
          "irish-historical-studies", "history-and-theory", "infoclio-de", "historio-plus", "iso690-full-note-en", "oscola"]


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
                [plain(family(name)) for name in people] != [plain(family(name)) for name in item.get(role, [])]:
            wrong.append(role)
    year = str(record["issued"]["date-parts"][0][0])
    if year in note and str((item.get("issued", {}).get("date-parts") or [[None]])[0][0]) != year:
        wrong.append("issued")
    return wrong


def read_back(fonds, shared, style, records):
    """(record, note, works, wrong fields) of each record whose title the style prints."""
    printed = write_notes(fonds, shared, shared / "csl/styles" / (style + ".csl"), list(records.values()))
    with tempfile.TemporaryDirectory() as folder:
        notes = pathlib.Path(folder, "notes.jsonl")
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
    records = {record["id"]: record for record in read_records(fonds, shared / "corpora") if is_held(record)}
    if sys.argv[3:4] == ["--show"]:
        return show(read_back(fonds, shared, sys.argv[4], records), int(sys.argv[5]) if len(sys.argv) > 5 else 2)
    for style in STYLES:
        wrong = [fields for _, _, _, fields in read_back(fonds, shared, style, records)]
        right = sum(not fields for fields in wrong)
        print(f"{style:42}{right} of {len(wrong)} works = {right / max(1, len(wrong)):.3f}")


if __name__ == "__main__":
    main()
