"""Gold notes: where their works and the fields of these stand."""
import collections
import json
import re
import subprocess

PERSONS = ("author", "recipient", "interviewer", "editor", "translator", "container-author", "obtained_by", "translated_by")
NAMES = ("title", "container-title", "archive", "genre", "publisher", "collection-title", "URL", "DOI", "archive-place", "publisher-place",
         "document_id")
NUMBERS = ("edition", "volume", "issue", "number-of-volumes", "number")
SERIES = {"collection", "subseries", "class"}


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
    """The fields of a work, laid on the characters of its note: a character bears one field at most. `dated` are the spans that
    are known to tell its date. Levels are "level:box" …, collections "level:series"."""

    def __init__(self, work, begin, end, note, dated=()):
        self.text, self.begin = note[begin:end], begin
        self.at = {}
        inherited = set(work.get("inherited", []))
        written = lambda field: field in work and field not in inherited
        for field in PERSONS:
            if written(field) and isinstance(work[field], list):
                self.lay_people(work[field], field)
        for field in NAMES:
            if written(field):
                self.lay(work[field], field)
        for first, last in dated:
            self.lay_span(first - begin, last - begin, "issued")
        if written("issued") and not dated:
            self.lay(str(work["issued"])[:4], "issued")
        at = 0
        for level in work.get("archive_levels", []) if written("archive_levels") else []:
            name = "series" if level["level"] in SERIES else level["level"]
            at = self.lay(level["value"], "level:" + name, start=at)
        for field in NUMBERS:
            if written(field):
                self.lay(work[field], field)
        for field in ("page", "locator"):
            if written(field):
                self.lay(work[field], "page", last=True)

    def lay_people(self, people, field):
        """From the first of their names to the last, where these stand together and bear no field yet."""
        families = [[match.span() for match in whole(person.get("family") or person.get("literal") or "\0").finditer(self.text)]
                    for person in people]
        families = [places for places in families if places]
        longest = 300
        for first in families[0] if families else []:
            spans, end = [first], first[1]
            for places in families[1:]:
                following = next((place for place in places if place[0] >= end), None)
                if following:
                    spans.append(following)
                    end = following[1]
            begin, end = spans[0][0], spans[-1][1]
            for person in people:
                for part in ("given", "suffix"):
                    for match in whole(person[part]).finditer(self.text) if person.get(part) else []:
                        begin = match.start() if match.end() <= begin <= match.end() + 3 else begin
                        end = match.end() if match.start() - 3 <= end <= match.start() else end
            if end - begin < longest and self.lay_span(begin, end, field):
                return

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
        yield {"id": str(number), "note": columns[0], "works": [work], "partial": True}


def published_rows(lines):
    """The notes of tests/note/published as gold notes: works between brackets, below each note a line for each work."""
    for number, line in enumerate(lines):
        line = line.rstrip("\n")
        if line.startswith("    "):
            head, *fields = line.strip().split(" | ")
            work = {"kind": head.split()[0], "span": spans_written.pop(0)}
            for field in fields:
                name, _, value = field.partition("=")
                work[name] = [person(one) for one in value.split(" & ")] if name in PERSONS else value
            note["works"].append(work)
            if not spans_written:
                yield note
        elif line and not line.startswith("#"):
            spans_written = re.findall("⟦(.*?)⟧", line)
            note = {"id": str(number), "note": re.sub("[⟦⟧]", "", line), "works": []}


def person(written):
    family, _, given = written.partition(", ")
    return {"family": family, "given": given} if given else {"literal": family}


def names(paths):
    """Their names, for the head of a table; of files that are not the project's only how many."""
    own = sorted({path.rsplit("/", 1)[-1].rsplit(".", 1)[0] for path in paths if "tests/note/" in path or "shared/notes/" in path})
    more = len(set(paths)) - len(own)
    return ", ".join(own) + (f", and {more} further files of notes" if more > 0 else "")


def read(paths):
    """The notes of gold files and of the tables of the tests."""
    notes = []
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            rows = system_rows if path.endswith(".tsv") else published_rows if path.endswith(".txt") else lambda all: map(json.loads, all)
            notes += rows(lines)
    return notes


def ask(program, arguments, rows):
    """Runs fonds_note_elements on JSON lines; yields what it answers."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    answer = subprocess.run([program, *arguments], input=lines, capture_output=True, text=True, check=True)
    return map(json.loads, answer.stdout.splitlines())
