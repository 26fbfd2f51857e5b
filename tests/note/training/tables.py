"""Trains conditional random fields with the program fonds_train_labels, and writes their weights as tables of bibliography/weights."""
import os
import subprocess
import tempfile


# Going on from a table: small steps, so that what notes of today say does not crowd out what others taught. (With the steps of a
# table that begins anew the notes that are held back were read worse by it, not better.) The table that is written is the mean of
# that and the one to go on from: it reads the held notes as well and loses none of what was read right.
GENTLY = {"first": 0.1, "least": 14, "rounds": 8}


def write_sequences(sequences, out):
    """Writes sequences, each a list of (what it shares with its neighbours, label, whether it is held, its own features, those that
    are hidden at times); gives how many there were."""
    count = 0
    for elements in sequences:
        count += 1
        shared_last = None
        out.write("S\n")
        for shared, label, held, own, hidden in elements:
            if shared is not shared_last:
                out.write("\t".join(["C", *map(cell, shared)]) + "\n")
                shared_last = shared
            out.write("\t".join(["E", label, str(int(held)), *map(cell, own), "", *map(cell, hidden)]) + "\n")
    return count


def cell(feature):
    return feature.replace("\t", " ").replace("\n", " ")


def read_table(path):
    """The rows of a table, {feature: {label: weight}}; none without a path."""
    rows, labels = {}, []
    with open(path or os.devnull, encoding="utf-8") as lines:
        for line in lines:
            feature, *cells = line.rstrip("\n").split("\t")
            if feature == "labels":
                labels = cells
            elif not feature.startswith("#") and feature != "stay":
                rows[feature] = {labels[int(label)]: int(weight) for label, _, weight in (c.partition(":") for c in cells)}
    return rows


def train(program, sequences, settings, prior):
    """Rows of features, {feature: {label: weight}}: what each adds to each label, going on from those of `prior`."""
    settings = settings | GENTLY if prior else settings
    with tempfile.TemporaryFile("w+", encoding="utf-8") as file:
        for feature, weights in prior.items():
            file.write("\t".join(["P", feature, *(f"{label}|{weight}" for label, weight in weights.items())]) + "\n")
        print(write_sequences(sequences, file), "sequences")
        file.seek(0)
        answer = subprocess.run([program, *(str(part) for pair in settings.items() for part in pair)], stdin=file,
                                stdout=subprocess.PIPE, text=True, check=True)
    rows = {}
    for line in answer.stdout.splitlines():
        feature, *cells = line.split("\t")
        rows[feature] = {label: int(weight) for label, _, weight in (cell.rpartition("|") for cell in cells)}
    return mean(prior, rows) if prior else rows


def mean(one, other):
    """Rows that lie between those of two tables."""
    rows = {}
    for feature in one.keys() | other.keys():
        before, behind = one.get(feature, {}), other.get(feature, {})
        weights = {label: round((before.get(label, 0) + behind.get(label, 0)) / 2) for label in before.keys() | behind.keys()}
        if any(weights.values()) or feature.startswith("before="):  # each label has such a row
            rows[feature] = {label: weight for label, weight in weights.items() if weight}
    return rows


def labels_of(rows):
    """The labels of a table, sorted; each has a row of what it adds to the one behind it."""
    return sorted(feature.removeprefix("before=") for feature in rows if feature.startswith("before="))


def write_table(path, rows, labels, program, names, stay=None):
    index = {label: i for i, label in enumerate(labels)}
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"# Made by tests/note/training/{program}: feature=value <TAB> label:weight ...\n"
                  "# Labels are numbered as in the first row; `before` is the label in front, `before none` the last one that was not none.\n"
                  f"# Trained on: {names}.\n")
        out.write("\t".join(["labels"] + labels) + "\n")
        if stay is not None:
            out.write(f"stay\t{stay}\n")
        for feature in sorted(rows):
            cells = sorted((index[label], weight) for label, weight in rows[feature].items())
            out.write("\t".join([feature] + [f"{label}:{weight}" for label, weight in cells]) + "\n")
    print(f"{path}: {len(rows)} rows, {sum(map(len, rows.values()))} weights")
