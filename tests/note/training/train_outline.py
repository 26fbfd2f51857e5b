#!/usr/bin/env python3
"""Trains bibliography/weights/outline.tsv and parts.tsv: where citations stand in a note, and what parts they have.

    train_outline.py ELEMENTS TRAIN GOLD.jsonl... --outline TABLE --parts TABLE [--works WORKS.jsonl]
                     [--outline-prior TABLE --parts-prior TABLE]

ELEMENTS is the program fonds_note_elements, which writes the features of the chunks of a note; TRAIN is the program
fonds_train_labels. Both tables are linear-chain conditional random fields; the first labels each chunk of a note as outside, or as the first or a further
one of a citation of some kind, the second each chunk of a citation with the role of the part that it belongs to.
"""
import argparse

import gold
from tables import labels_of, read_table, train, write_table

KINDS = ("archival", "published", "web", "short-form", "ibid")
OUTLINE = ["outside"] + [kind + further for kind in KINDS for further in ("", "+")]
SETTINGS = {"first": 0.2, "least": 6, "rounds": 12}

SEPARATORS = {",", ";", ".", ":", "-", "–", "—", "//"}
# Kinds of chunk that tell a role by themselves, as the program numbers them (elements.cpp asserts these numbers).
QUOTE, DATE = "kind=1", "kind=2"
ROLE_OF_CHUNK = {"kind=6": "url", "kind=12": "provenance", "kind=13": "publication", "kind=14": "thesis", "kind=16": "accessed"}
ROLE_OF_FIELD = {"author": "author", "recipient": "head", "interviewer": "head", "editor": "editor", "translator": "translator",
                 "container-author": "editor", "title": "title", "container-title": "container", "genre": "head",
                 "edition": "edition", "publisher": "publisher", "publisher-place": "place", "volume": "volume",
                 "issue": "issue", "number-of-volumes": "volume", "collection-title": "series", "number": "number",
                 "page": "pages", "URL": "url", "DOI": "url", "archive": "location", "archive-place": "location",
                 "level": "location", "obtained_by": "provenance", "translated_by": "provenance", "issued": "date"}
# What of an archival document stands together before its date and reference.
HEAD_OF_DOCUMENT = {"author", "recipient", "genre", "title", "interviewer"}


class Chunk:
    def __init__(self, answer, table):
        self.begin, self.end = (table[x] for x in answer["span"])
        self.features = answer["features"]
        self.kind = next(feature for feature in answer["features"] if feature.startswith("kind="))

    def inside(self, begin, end):
        return begin < (self.begin + self.end) / 2 < end


class Note:
    """A gold note with its chunks, and the chunks of each of its works: (first, behind the last, work, its span)."""

    def __init__(self, note, answer):
        self.text = note["note"]
        table = gold.offsets(self.text)
        self.chunks = [Chunk(chunk, table) for chunk in answer["chunks"]]
        self.works = []
        for work, span in zip(note["works"], gold.spans(self.text, note["works"])):
            inside = [i for i, chunk in enumerate(self.chunks) if chunk.inside(*span)]
            if inside:
                self.works.append((self.begin(inside[0], span), inside[-1] + 1, work, span))

    def begin(self, first, span):
        """The chunk that a work begins in: where words before it stand in one chunk with its first ones, that chunk."""
        parts_others = self.text[self.chunks[first].begin:self.chunks[first].end] in SEPARATORS
        taken = self.works and self.works[-1][1] >= first
        return first - 1 if parts_others and first > 0 and not taken and self.chunks[first - 1].end > span[0] else first

    def outline(self):
        labels = ["outside"] * len(self.chunks)
        for first, last, work, _ in self.works:
            labels[first:last] = [work["kind"]] + [work["kind"] + "+"] * (last - first - 1)
        return labels

    def roles(self, first, last, work, span):
        fields = gold.Fields(work, *span, self.text)
        roles = [self.role(chunk, fields, work) for chunk in self.chunks[first:last]]
        # What parts two chunks of a role belongs to their part.
        for i, role in enumerate(roles):
            if role is None:
                before = next((r for r in reversed(roles[:i]) if r), "none")
                behind = next((r for r in roles[i + 1:] if r), "none")
                roles[i] = before if before == behind else "none"
        return roles

    def role(self, chunk, fields, work):
        """The role of a chunk of a work; None for what parts others."""
        if self.text[chunk.begin:chunk.end] in SEPARATORS:
            return None
        if chunk.kind in ROLE_OF_CHUNK:
            return ROLE_OF_CHUNK[chunk.kind]
        count = fields.count(chunk.begin, chunk.end)
        if not count:
            return "none"
        field = count.most_common(1)[0][0].split(":")[0]
        if field != "level" and work["kind"] == "archival" and field in HEAD_OF_DOCUMENT:
            return "title" if field == "title" and chunk.kind == QUOTE else "head"
        if field == "author" and "recipient" in work:
            return "head"
        if chunk.kind == DATE and "issued" in count:
            return "date"
        return ROLE_OF_FIELD.get(field, "none")


def with_open_ends(notes):
    """The notes, each third without its last full stop: fields of a form and lines of a list end so."""
    for i, note in enumerate(notes):
        text = note["note"]
        kept = any(work["span"].endswith(".") and text.endswith(work["span"]) for work in note["works"])
        yield {**note, "note": text[:-1]} if i % 3 == 0 and text.endswith(".") and not kept else note


def read_notes(program, paths):
    notes = list(with_open_ends(gold.read(paths)))
    rows = [{"id": str(i), "document": "gold", "note": note["note"]} for i, note in enumerate(notes)]
    for answer in gold.ask(program, ["--outline"], rows):
        yield Note(notes[int(answer["id"])], answer)


def part_sequences(program, notes):
    """(features, roles) of each work."""
    rows = [{"id": str(i), "document": "gold", "note": note.text,
             "citations": [[first, last, KINDS.index(work["kind"])] for first, last, work, _ in note.works]}
            for i, note in enumerate(notes)]
    for answer in gold.ask(program, ["--parts"], rows):
        note = notes[int(answer["id"])]
        for features, work in zip(answer["citations"], note.works):
            yield features, note.roles(*work)


def make_table(trainer, sequences, path, prior, names, labels=None):
    taught = ([((), label, False, features, ()) for features, label in zip(*sequence)] for sequence in sequences)
    rows = train(trainer, taught, SETTINGS, read_table(prior))
    write_table(path, rows, labels or labels_of(rows), "train_outline.py", names)


def main():
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("program")
    reader.add_argument("trainer")
    reader.add_argument("gold", nargs="+")
    reader.add_argument("--outline", required=True)
    reader.add_argument("--parts", required=True)
    reader.add_argument("--outline-prior", help="a table to go on from: what it has learned is kept where the gold says nothing else")
    reader.add_argument("--parts-prior", help="the same for the parts")
    reader.add_argument("--works", nargs="*", default=[], help="notes that are a work and nothing else: they teach parts, but not where a "
                        "work stands in what an author writes")
    options = reader.parse_args()
    notes = list(read_notes(options.program, options.gold))
    names = gold.names(options.gold)
    make_table(options.trainer, (([chunk.features for chunk in note.chunks], note.outline()) for note in notes), options.outline,
               options.outline_prior, names, OUTLINE)
    notes += read_notes(options.program, options.works)
    names = gold.names(options.gold + options.works)
    make_table(options.trainer, part_sequences(options.program, notes), options.parts, options.parts_prior, names)


if __name__ == "__main__":
    main()
