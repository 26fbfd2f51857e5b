"""Trains conditional random fields, and writes their weights as tables of bibliography/weights."""
import collections
import tempfile

import pycrfsuite

SCALE = 100     # weights are written as whole numbers
LEAST = 5       # and left out below this


def train(sequences, path, settings):
    """A field taught on (features of each element, labels), whose table is to be `path`."""
    trainer = pycrfsuite.Trainer(verbose=False)
    count = 0
    for features, labels in sequences:
        trainer.append(features, labels)
        count += 1
    trainer.set_params(settings)
    tagger = pycrfsuite.Tagger()
    with tempfile.NamedTemporaryFile(suffix=".crfsuite") as model:
        trainer.train(model.name)
        tagger.open(model.name)
    print(f"{path}: {count} sequences")
    return tagger


def write_table(path, tagger, labels, program, names, stay=None):
    info = tagger.info()
    index = {label: i for i, label in enumerate(labels)}
    rows = collections.defaultdict(dict)
    for (feature, label), weight in info.state_features.items():
        if abs(round(weight * SCALE)) >= LEAST:
            rows[feature][index[label]] = round(weight * SCALE)
    for (before, label), weight in info.transitions.items():
        rows[f"before={before}"][index[label]] = round(weight * SCALE)
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"# Made by tests/note/training/{program}: feature=value <TAB> label:weight ...\n"
                  "# Labels are numbered as in the first row; `before` is the label in front.\n"
                  f"# Trained on: {names}.\n")
        out.write("\t".join(["labels"] + labels) + "\n")
        if stay is not None:
            out.write(f"stay\t{stay}\n")
        for feature in sorted(rows):
            out.write("\t".join([feature] + [f"{label}:{weight}" for label, weight in sorted(rows[feature].items())]) + "\n")
