"""Writes real records as notes of many styles, labelled: notes to train on.

    printed.py FONDS SHARED STYLES --count N [--seed S] > printed.jsonl

The records are those of printed_records.py that are not held; the styles are the note styles in the folder STYLES, but for those that
printed_works.py measures. What houses.py composes has the habits that its author thought of; these have those of 400 journals and
presses, and titles, journals and publishers of many hands.
"""
import argparse
import json
import pathlib
import random
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from printed_records import NAMES, QUOTES, family, is_held, read_records, write_notes  # noqa: E402
from printed_works import STYLES as MEASURED  # noqa: E402

FIELDS = ("title", "container-title", "publisher", "publisher-place", "collection-title", "volume", "issue", "page", "edition", "genre",
          "URL", "DOI", "number")
DASH = "[-‐‑–—−]+"
LONGEST = 600


def note_styles(folder):
    return [path for path in sorted(folder.glob("*.csl"))
            if path.stem not in MEASURED and 'class="note"' in path.read_text(encoding="utf-8")[:4000]]


def as_written(value, note):
    """The text that stands in a note for a value: styles change its case, its dashes and its quotation marks."""
    pattern = re.escape(re.sub(r"<[^>]+>", "", str(value)))
    pattern = re.sub(r"(?:\\-|[‐‑–—−])+", DASH, pattern)
    pattern = re.sub(QUOTES, QUOTES, pattern)
    pattern = re.sub(r"(?:\\ )+", r"\\s+", pattern)
    found = re.search(r"(?<!\w)" + pattern + r"(?!\w)", note, re.IGNORECASE)
    return found and found.group()


def pages(value, note):
    """The pages of a record, of which styles may cut the last: "123–91"."""
    first, dash = re.match(r"(\w*)(.?)", value).groups()
    found = re.search(r"(?<!\w)" + re.escape(first) + DASH + r"\w+", note) if dash and first else None
    return found.group() if found else as_written(value, note)


def person(name, note):
    """A name as it stands in a note, its given names perhaps as initials; nothing if it does not."""
    of_family = as_written(family(name), note)
    if not of_family:
        return None
    out = {"family": of_family}
    given = name.get("given", "")
    first, last = re.escape(given[:1]), re.escape(of_family)
    initials = given and (re.search(r"(?<!\w)(" + first + r"[\w.\- ]{0,8}?)[ ,]*" + last, note) or
                          re.search(last + r",? (" + first + r"\.?(?:[ -]?[A-Z]\.)*)", note))
    written = given and as_written(given, note) or initials and initials.group(1)
    if written:
        out["given"] = written.strip()
    return out


def labelled(record, note):
    """The work that a note prints, with what of it stands there; nothing where the title does not."""
    work = {"span": note.strip().rstrip("."), "kind": "published", "type": record["type"]}
    for role in (*NAMES, "container-author"):
        people = [one for one in (person(name, note) for name in record.get(role, []) if family(name)) if one]
        if people:
            work[role] = people
    for field in FIELDS:
        written = record.get(field) and (pages if field == "page" else as_written)(record[field], note)
        if written:
            work[field] = written
    year = str(record["issued"]["date-parts"][0][0])
    if year in note:
        work["issued"] = year
    return work if "title" in work else None


def notes(fonds, shared, styles, records, draw):
    """Notes without end, a few of each style in turn."""
    of_a_style = 15
    while styles:
        for style in draw.sample(styles, len(styles)):
            some = {record["id"]: record for record in draw.sample(records, of_a_style)}
            for key, note in write_notes(fonds, shared, style, list(some.values())).items():
                work = labelled(some[key], note) if len(note) <= LONGEST else None
                if work:
                    yield {"document": f"printed-{style.stem}", "lang": "en", "note": note, "works": [work]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("fonds")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("styles", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    styles = note_styles(options.styles)
    if not styles:
        sys.exit(f"printed.py: no note styles in {options.styles}; Debian has them as citation-style-language-styles")
    records = [record for record in read_records(options.fonds, options.shared / "corpora") if not is_held(record)]
    stream = notes(options.fonds, options.shared, styles, records, random.Random(options.seed))
    for number in range(options.count):
        print(json.dumps({"id": f"printed-{number}", **next(stream)}, ensure_ascii=False))


if __name__ == "__main__":
    main()
