"""Gold notes: where their works and the fields of these stand."""
import collections
import json
import re
import subprocess

PERSONS = ("author", "recipient", "interviewer", "editor", "translator", "container-author", "obtained_by", "translated_by")
TEXTS = ("title", "container-title", "genre", "edition", "publisher", "publisher-place", "volume", "issue", "number-of-volumes",
         "collection-title", "number", "URL", "DOI", "archive", "archive-place", "document_id")


def offsets(note):
    """Byte offset -> character offset."""
    table, at = {}, 0
    for index, char in enumerate(note):
        table[at] = index
        at += len(char.encode())
    table[at] = len(note)
    return table


def spans(note, works):
    """(begin, end) of each work, in characters."""
    out, at = [], 0
    for work in works:
        begin = note.find(work["span"], at)
        begin = begin if begin >= 0 else note.find(work["span"])
        out.append((begin, begin + len(work["span"])))
        at = max(at, out[-1][1])
    return out


def whole(value):
    return re.compile(r"(?<!\w)" + re.escape(str(value)) + r"(?!\w)")


class Fields:
    """The fields of a work, laid on the characters of its note: a character bears one field at most."""

    def __init__(self, work, begin, end, note):
        self.text, self.begin = note[begin:end], begin
        self.at = {}
        inherited = set(work.get("inherited", []))
        written = lambda field: field in work and field not in inherited
        for field in PERSONS:
            if written(field) and isinstance(work[field], list):
                self.lay_people(work[field], field)
        for field in TEXTS:
            if written(field):
                self.lay(work[field], field)
        for field in ("page", "locator"):
            if written(field):
                self.lay(work[field], "page", last=True)
        at = 0
        for level in work.get("archive_levels", []) if written("archive_levels") else []:
            at = self.lay(level["value"], "level", start=at)
        if written("issued"):
            self.lay(str(work["issued"])[:4], "issued")

    def lay_people(self, people, field):
        """From the first of their names to the last."""
        found = [match for person in people for part in ("given", "family", "literal", "suffix") if person.get(part)
                 for match in [whole(person[part]).search(self.text)] if match]
        longest = 300
        if found:
            first, last = min(m.start() for m in found), max(m.end() for m in found)
            if last - first < longest:
                self.lay_span(first, last, field)

    def lay(self, value, field, start=0, last=False):
        """Where a value is written and nothing else is laid yet: the first such place from `start`, or the last of all."""
        matches = [m for m in whole(value).finditer(self.text)] if value else []
        behind = [m for m in matches if m.start() >= start]
        for match in reversed(matches) if last else behind + matches:
            if self.lay_span(*match.span(), field):
                return match.end()
        return start

    def lay_span(self, first, last, field):
        free = all(self.begin + i not in self.at for i in range(first, last))
        if free:
            self.at.update((self.begin + i, field) for i in range(first, last))
        return free

    def count(self, begin, end):
        """How many characters of each field stand in a span of the note."""
        return collections.Counter(self.at[i] for i in range(begin, end) if i in self.at)


def system_rows(lines):
    """The rows of tests/note/systems as gold notes: a reference, its keeper, its levels, sometimes more."""
    for number, line in enumerate(lines):
        columns = line.rstrip("\n").split("\t")
        if line.startswith("#") or len(columns) < 3:
            continue
        work = {"kind": "archival", "span": columns[0], "archive_levels": []}
        if columns[1] != "-":
            work["archive"] = columns[1]
        for level in filter(None, (part.strip() for part in columns[2].split(";"))):
            name, _, value = level.partition(" ")
            work["archive_levels"].append({"level": name, "value": value})
        for field in filter(None, (part.strip() for part in "".join(columns[3:4]).split(";"))):
            name, _, value = field.partition("=")
            person = {"literal": value.split()[-1]} if value else {}
            work[{"place": "archive-place", "date": "issued"}.get(name, name)] = [person] if name in PERSONS else value
        yield {"id": str(number), "note": columns[0], "works": [work]}


def read(paths):
    """The notes of gold files and of tables of rows."""
    notes = []
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            notes += system_rows(lines) if path.endswith(".tsv") else map(json.loads, lines)
    return notes


def ask(program, arguments, rows):
    """Runs fonds_note_elements on JSON lines; yields what it answers."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    answer = subprocess.run([program, *arguments], input=lines, capture_output=True, text=True, check=True)
    return map(json.loads, answer.stdout.splitlines())
