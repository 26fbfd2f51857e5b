#!/usr/bin/env python3
"""Fits the table by which the parser's confidence is weighed, and prints how it holds on documents left out of the fit.

    fit_confidence.py FONDS SCORER [--prior TABLE] GOLD.jsonl... >confidence.tsv

FONDS is the program, SCORER the scorer of gold notes (score.py), each GOLD a document that the other tables were not trained on.
Each sign of a work (see `fonds parse --explain`) gets a weight by logistic regression, with a penalty on large weights or, where
there is a TABLE from before (bibliography/weights/confidence.tsv), on leaving its weights: they hold what documents taught that are
not at hand any more. The second number of a weight, and the sum from which on the grammar is so sure that words are not weighed, stay
as they are in TABLE: other readings would have other signs. The shares are those of wholly right works among
documents that were not fitted (each document once), made to rise with the sum and taken a standard error low. The table of reliability goes to
standard error. Standard library only.
"""
import json
import math
import subprocess
import sys

import reliability

PENALTY = 1.5       # on the squares of weights …
PRIOR_PENALTY = 10  # … or of what they differ by from those of a table
ROUNDS = 400
LEAST = 25          # works a step of the shares rests on
FOLDS = 10
SURE_ALONE = 0.85   # the grammar's readings at this share or above are not weighed
SURE, PROMISED = 0.9, 0.95   # of the works that are reported at SURE or above, this share is to be wholly right


def works(fonds, score, path):
    """(signs, wholly right) of each work that the parser finds in a document."""
    run = lambda *more: subprocess.run([fonds, "parse", "--from", "notes", *more, path], capture_output=True, text=True, check=True).stdout
    pred = list(map(json.loads, run("--to", "notes").splitlines()))
    signs = {}
    note = None
    told = False
    for line in run("--explain").splitlines():
        if line.startswith("== "):
            note, told = line[3:], False
        elif line.startswith("Confidence"):
            told = True
        elif told and line.startswith("  "):
            where, *names = line.strip().split("; ")
            signs[note, where.split()[1]] = names
    for note, work, right in reliability.works(score, score.read(path), pred):
        names = signs.get((note, "%d-%d" % tuple(work["span"])))
        if names is not None:
            yield names, right


def fit(rows, prior):
    """Weights by gradient descent on the logistic loss (AdaGrad), from those of a prior table."""
    weights = {"always": 0.0, **prior}
    for names, _ in rows:
        for name in names:
            weights.setdefault(name, 0.0)
    begin, penalty = dict(weights), PRIOR_PENALTY if prior else PENALTY
    squares = dict.fromkeys(weights, 1e-6)
    for _ in range(ROUNDS):
        slope = {name: penalty * (w - begin[name]) for name, w in weights.items()}
        slope["always"] = 0.0
        for names, right in rows:
            off = 1 / (1 + math.exp(-total(weights, names))) - right
            slope["always"] += off
            for name in names:
                slope[name] += off
        for name, s in slope.items():
            squares[name] += s * s
            weights[name] -= 0.5 * s / math.sqrt(squares[name])
    return weights


def read_table(path):
    """Of a table that was fitted before: the weights, those of the grammar's reading alone, and the sum of a sure one."""
    weights, unweighed, sure = {}, {}, None
    with open(path, encoding="utf-8") as lines:
        for row in (line.rstrip("\n").split("\t") for line in lines):
            if row[0] == "weight":
                weights[row[1]], unweighed[row[1]] = float(row[2]), float(row[3])
            if row[0] == "sure":
                sure = float(row[1])
    return weights, unweighed, sure


def total(weights, names):
    return weights["always"] + sum(weights.get(name, 0.0) for name in names)


def shares(sums):
    """Steps (sum, share): groups of works in the order of their sums, neighbours pooled until the shares rise; each is taken
    a standard error low, and none is sure from which on upwards the promise is not kept."""
    sums = sorted(sums)
    blocks = []
    for start in range(0, len(sums), LEAST):
        group = sums[start:start + LEAST]
        blocks.append([group[0][0], sum(right for _, right in group), len(group)])
        while len(blocks) > 1 and blocks[-2][1] * blocks[-1][2] >= blocks[-1][1] * blocks[-2][2]:
            low, right, count = blocks[-2]
            blocks[-2:] = [[low, right + blocks[-1][1], count + blocks[-1][2]]]
    out, least = [], 0.0
    for at, (low, right, count) in enumerate(blocks):
        share = right / count
        least = max(least, share - math.sqrt(share * (1 - share) / count))
        above = sum(block[1] for block in blocks[at:]) / sum(block[2] for block in blocks[at:])
        out.append((low, min(least, 0.99) if above >= PROMISED else min(least, SURE - 0.01)))
    return out


def reported(steps, value):
    out = steps[0][1]
    for low, share in steps:
        if value >= low:
            out = share
    return out


def main():
    fonds, scorer, *paths = sys.argv[1:] if len(sys.argv) > 3 else sys.exit(__doc__)
    prior, unweighed, sure = {}, None, None
    if paths[0] == "--prior":
        (prior, unweighed, sure), paths = read_table(paths[1]), paths[2:]
    score = reliability.load(scorer)
    documents = [list(works(fonds, score, path)) for path in paths]
    sums = [[] for _ in documents]
    for fold in range(FOLDS):
        weights = fit([row for i, d in enumerate(documents) if i % FOLDS != fold for row in d], prior)
        for i, d in enumerate(documents):
            if i % FOLDS == fold:
                sums[i] = [(total(weights, names), right) for names, right in d]
    steps = shares([s for d in sums for s in d])
    bounds = [0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01]
    rows = [(reported(steps, value), right) for d in sums for value, right in d]
    print("documents not fitted:", file=sys.stderr)
    for low, high in zip(bounds, bounds[1:]):
        part = [right for c, right in rows if low <= c < high]
        if part:
            print(f"{low:5.2f}-{min(high, 1):5.2f} {len(part):6} works {sum(part) / len(part):6.3f} right", file=sys.stderr)
    print("# How the signs of a reading weigh, and what share of works with such a sum was wholly right.")
    print(f"# Made by tests/note/fit_confidence.py from {len(documents)} documents{', going on from a table before' if prior else ''}; do not edit.")
    weights = fit([row for d in documents for row in d], prior)
    if unweighed is None:
        unweighed, sure = weights, next((low for low, share in steps if share >= SURE_ALONE), math.inf)
    for name in sorted(weights.keys() | unweighed.keys()):
        reported_weight, alone = weights.get(name, 0.0), unweighed.get(name, 0.0)
        if max(abs(reported_weight), abs(alone)) >= 0.005:
            print(f"weight\t{name}\t{reported_weight:.2f}\t{alone:.2f}")
    print(f"sure\t{sure:.2f}")
    for low, share in steps:
        print(f"share\t{low:.2f}\t{share:.2f}")


if __name__ == "__main__":
    main()
