#!/usr/bin/env python3
"""Trains bibliography/weights/fields.tsv: the field that each word of a citation belongs to.

    train_fields.py ELEMENTS TRAIN GOLD.jsonl|ROWS.tsv... --out TABLE [--prior TABLE]

ELEMENTS is the program fonds_note_elements, which writes the features of the words of citations and what the grammar made of
each; TRAIN is the program fonds_train_labels. The grammar's reading is one feature of many; each citation is taught with it and
without it, so that the weights do not lean on it alone. What is settled teaches only what stands beside it.
"""
import argparse

import gold
from tables import labels_of, read_table, train, write_table

SETTINGS = {"first": 0.3, "least": 6, "rounds": 12}
STAY = 40            # what the grammar's reading is worth beside the weights; measured on notes not trained on
RULES = ("rule", "-1 rule", "+1 rule", "rule, shape", "rule, family")


def overlap(a, b):
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return 0 if shared <= 0 else shared / (max(a[1], b[1]) - min(a[0], b[0]))


class Token:
    def __init__(self, answer, table, chunks):
        self.begin, self.end = (table[x] for x in answer["span"])
        self.rule, self.settled, self.date = answer["rule"], answer["settled"], answer.get("date")
        self.shared = chunks[answer["chunk"]]
        is_rule = lambda feature: feature.split("=", 1)[0] in RULES
        self.own = [feature for feature in answer["features"] if not is_rule(feature)]
        self.of_rule = [feature for feature in answer["features"] if is_rule(feature)]

    def taught(self, label):
        return self.shared, label, self.settled, self.own, self.of_rule


def dates_of(work):
    """The dates of a work, as far as they are told: "1951-05-09"."""
    return [] if "issued" in work.get("inherited", []) else str(work.get("issued", "")).split("/")[:1]


def field_of(rule):
    return "archive_levels" if rule.startswith("level:") else rule


def label(work, span, text, tokens):
    """The field of each token of a work."""
    dates = [d for d in dates_of(work) if d]
    dated = [token for token in tokens if token.date and dates and token.date.split("/")[0].rstrip("~?%") == dates[0]]
    fields = gold.Fields(work, *span, text, dated=[(token.begin, token.end) for token in dated])
    labels = []
    for token in tokens:
        count = fields.count(token.begin, token.end)
        told = count.most_common(1)[0][0] if count else "none"
        if token.settled:
            told = token.rule
        elif told == "none" and field_of(token.rule) in work.get("inherited", []):
            told = token.rule   # written here for several works
        elif dates and not dated and told == "none" and token.rule == "issued":
            told = "issued"     # written in a way that its ISO form does not show
        labels.append(told)
    return labels


def sequences(program, paths):
    """Of each work that the parser finds: (tokens, labels)."""
    notes = gold.read(paths)
    rows = [{"id": str(i), "document": "gold", "note": note["note"]} for i, note in enumerate(notes)]
    for answer in gold.ask(program, [], rows):
        note = notes[int(answer["id"])]
        text, table = note["note"], gold.offsets(note["note"])
        places = gold.spans(text, note["works"])
        for found in answer["works"]:
            place = tuple(table[x] for x in found["span"])
            best = max(range(len(places)), key=lambda i: overlap(places[i], place), default=None)
            if best is None or overlap(places[best], place) < 0.5:
                continue
            tokens = [Token(token, table, found["chunks"]) for token in found["tokens"]]
            labels = label(note["works"][best], places[best], text, tokens)
            # A row of a table does not say what all its words are.
            unsaid = any(told == "none" and token.rule != "none" and not token.settled for token, told in zip(tokens, labels))
            if not (note.get("partial") and unsaid):
                yield tokens, labels


def main():
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("program")
    reader.add_argument("trainer")
    reader.add_argument("gold", nargs="+")
    reader.add_argument("--out", required=True)
    reader.add_argument("--prior", help="a table to go on from: what it has learned is kept where the gold says nothing else")
    options = reader.parse_args()

    taught = ([token.taught(label) for token, label in zip(tokens, labels)]
              for tokens, labels in sequences(options.program, options.gold))
    rows = train(options.trainer, taught, SETTINGS, read_table(options.prior))
    write_table(options.out, rows, labels_of(rows), "train_fields.py", gold.names(options.gold), STAY)


if __name__ == "__main__":
    main()
