#!/usr/bin/env python3
"""Trains bibliography/weights/element-roles.tsv: which part each element of an archival citation plays.

    train_roles.py ELEMENTS GOLD.jsonl|ROWS.tsv... [--out TABLE] [--folds N] [--rounds N]

ELEMENTS is the program fonds_note_elements. Without --out it only prints how well roles are told in documents left out
of the training (cross-validation by document), beside the grammar's own reading. An averaged structured perceptron
over the sequence of elements; the grammar's role of an element is one feature of many, and is left out at random in
training so that the weights do not lean on it alone. Standard library only.
"""
import argparse
import collections
import json
import multiprocessing
import random
import re

from gold import ask, offsets, read, spans

PERSONS = ("author", "recipient", "interviewer")
SERIES = {"collection", "subseries", "class"}
FORGET_RULE = 0.5      # how often the grammar's reading is hidden in training
LEAST_COUNT = 4        # a feature seen in fewer elements is noise
MODELS = 5             # their mean is written
SCALE = 100            # weights are written as whole numbers


def gold_roles(work, begin, end, note):
    """Character -> role."""
    text, roles = note[begin:end], {}
    inherited = set(work.get("inherited", []))

    def lay(value, role, start=0):
        whole = re.compile(r"(?<!\w)" + re.escape(str(value)) + r"(?!\w)")
        found = (whole.search(text, start) or whole.search(text)) if value else None
        if not found:
            return start
        for i in range(*found.span()):
            roles.setdefault(begin + i, role)
        return found.end()

    at = 0
    if "archive_levels" not in inherited:
        for level in work.get("archive_levels", []):
            name = level["level"]
            at = lay(level["value"], "level:" + ("series" if name in SERIES else name), at)
    for field in PERSONS:
        for person in work.get(field, []) if field not in inherited else []:
            lay(person.get("family") or person.get("literal"), "author")
    for field in ("title", "container-title", "genre", "archive", "archive-place", "number", "page"):
        if field in work and field not in inherited:
            lay(work[field], field)
    return roles


def overlap(a, b):
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return 0 if shared <= 0 else shared / (max(a[1], b[1]) - min(a[0], b[0]))


def sequences(program, path):
    """The archival works of a gold file as lists of (features, rule, settled, gold)."""
    rows = path.endswith(".tsv")
    gold = {note["id"]: note for note in read([path])}
    for found in ask(program, [], gold.values()):
        note = gold[found["id"]]
        table = offsets(note["note"])
        places = spans(note["note"], note["works"])
        for work in found["works"]:
            place = tuple(table[x] for x in work["span"])
            best = max(range(len(places)), key=lambda i: overlap(places[i], place), default=None)
            if best is None or overlap(places[best], place) < 0.5 or note["works"][best]["kind"] != "archival":
                continue
            roles = gold_roles(note["works"][best], *places[best], note["note"])
            dated = "issued" in note["works"][best] and "issued" not in note["works"][best].get("inherited", [])
            sequence = []
            for element in work["elements"]:
                begin, end = (table[x] for x in element["span"])
                count = collections.Counter(roles.get(i) for i in range(begin, end))
                count.pop(None, None)
                role = count.most_common(1)[0][0] if count else "none"
                if role == "none" and dated and "kind=2" in element["features"]:
                    role, dated = "issued", False
                sequence.append((element["features"], element["rule"], element["settled"], role))
            # A row does not say what all its elements are.
            if sequence and not (rows and any(role == "none" for _, _, settled, role in sequence if not settled)):
                yield sequence


class Model:
    def __init__(self, roles):
        self.roles = roles
        self.weights = collections.defaultdict(lambda: collections.defaultdict(float))
        self.totals = collections.defaultdict(lambda: collections.defaultdict(float))
        self.steps = 0

    def decode(self, sequence, weights, hide=frozenset(), stay=0.0):
        best = {None: (0.0, ())}
        for index, (features, rule, settled, _) in enumerate(sequence):
            if settled and rule in self.roles:
                sums = {rule: 0.0}
            elif settled:
                sums = dict.fromkeys(self.roles, 0.0)
            else:
                sums = dict.fromkeys(self.roles, 0.0)
                for feature in features:
                    if index in hide and feature.startswith("rule"):
                        continue
                    for role, weight in weights.get(feature, {}).items():
                        sums[role] += weight
                if rule in sums:
                    sums[rule] += stay
            following = {}
            for role, own in sums.items():
                last, (total, path) = max(best.items(), key=lambda x: x[1][0] + weights.get(f"before={x[0]}", {}).get(role, 0))
                following[role] = (total + weights.get(f"before={last}", {}).get(role, 0) + own, path + (role,))
            best = following
        return max(best.values(), key=lambda x: x[0])[1]

    def change(self, feature, role, by):
        self.weights[feature][role] += by
        self.totals[feature][role] += by * self.steps

    def learn(self, sequence, hide):
        self.steps += 1
        guess = self.decode(sequence, self.weights, hide)
        truth = tuple(rule if settled else gold for _, rule, settled, gold in sequence)
        before = (None, None)
        for index, (features, _, settled, _) in enumerate(sequence):
            if guess[index] != truth[index] and not settled:
                for feature in features:
                    if index in hide and feature.startswith("rule"):
                        continue
                    self.change(feature, truth[index], 1)
                    self.change(feature, guess[index], -1)
            if index and (guess[index] != truth[index] or before[0] != before[1]):
                self.change(f"before={before[1]}", truth[index], 1)
                self.change(f"before={before[0]}", guess[index], -1)
            before = (guess[index], truth[index])

    def averaged(self):
        return {feature: {role: weight - self.totals[feature][role] / self.steps for role, weight in roles.items()}
                for feature, roles in self.weights.items()}


def train(documents, roles, rounds):
    """The mean of several models, each taught in another order: one alone depends much on its own."""
    mean = collections.defaultdict(lambda: collections.defaultdict(float))
    with multiprocessing.get_context("fork").Pool(MODELS) as pool:
        for averaged in pool.starmap(train_one, [(documents, roles, rounds, seed) for seed in range(MODELS)]):
            for feature, weights in averaged.items():
                for role, weight in weights.items():
                    mean[feature][role] += weight / MODELS
    return Model(roles), mean


def train_one(documents, roles, rounds, seed):
    chance = random.Random(seed)
    counts = collections.Counter(f for d in documents for s in d for e in s for f in set(e[0]))
    kept = [[([f for f in e[0] if counts[f] >= LEAST_COUNT], *e[1:]) for e in s] for d in documents for s in d]
    model = Model(roles)
    for _ in range(rounds):
        chance.shuffle(kept)
        for sequence in kept:
            model.learn(sequence, {i for i in range(len(sequence)) if chance.random() < FORGET_RULE})
    return model.averaged()


def measure(model, weights, documents, stay):
    count = collections.Counter()
    for document in documents:
        for sequence in document:
            guess = model.decode(sequence, weights, stay=stay)
            pairs = [(rule, told, gold) for (_, rule, settled, gold), told in zip(sequence, guess) if not settled]
            count["elements"] += len(pairs)
            count["grammar"] += sum(rule == gold for rule, _, gold in pairs)
            count["weights"] += sum(told == gold for _, told, gold in pairs)
            count["works"] += 1
            count["works, grammar"] += all(rule == gold for rule, _, gold in pairs)
            count["works, weights"] += all(told == gold for _, told, gold in pairs)
    return count


def show(name, count):
    elements, works = max(1, count["elements"]), max(1, count["works"])
    print(f"{name:24} elements {count['elements']:5}: grammar {count['grammar'] / elements:.3f}  weighed {count['weights'] / elements:.3f}"
          f"   works {count['works']:4}: grammar {count['works, grammar'] / works:.3f}  weighed {count['works, weights'] / works:.3f}")


def write(path, weights, roles, stay, names):
    index = {role: i for i, role in enumerate(roles)}
    with open(path, "w", encoding="utf-8") as out:
        out.write("# What an element of an archival citation is, weighed by its features; made by tests/note/training/train_roles.py.\n"
                  "#   feature=value <TAB> role:weight ...   labels are numbered as in the first row; `before` is the role in front.\n"
                  f"# Trained on: {', '.join(names)}.\n")
        out.write("\t".join(["labels"] + roles) + "\n")
        out.write(f"stay\t{round(stay * SCALE)}\n")
        for feature in sorted(weights):
            cells = [f"{index[role]}:{round(weight * SCALE)}" for role, weight in sorted(weights[feature].items())
                     if role in index and abs(round(weight * SCALE)) >= SCALE // 20]
            if cells and not feature.endswith("None"):
                out.write("\t".join([feature] + cells) + "\n")


def main():
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    reader.add_argument("program")
    reader.add_argument("gold", nargs="+")
    reader.add_argument("--out")
    reader.add_argument("--folds", type=int, default=5)
    reader.add_argument("--rounds", type=int, default=8)
    reader.add_argument("--stay", type=float, default=4.0, help="what the grammar's role is worth beside the weights")
    reader.add_argument("--test", nargs="*", default=[], help="gold files to measure on that are not trained on")
    options = reader.parse_args()

    documents = {path: list(sequences(options.program, path)) for path in options.gold}
    tests = {path: list(sequences(options.program, path)) for path in options.test}
    roles = sorted({gold for d in documents.values() for s in d for *_, gold in s} |
                   {rule for d in documents.values() for s in d for _, rule, settled, _ in s if settled})
    if options.folds > 1:
        paths = sorted(documents)
        random.Random(3).shuffle(paths)
        totals = {stay: collections.Counter() for stay in (0, options.stay / 2, options.stay, options.stay * 2)}
        for fold in range(options.folds):
            out = paths[fold::options.folds]
            model, weights = train([d for p, d in documents.items() if p not in out], roles, options.rounds)
            for stay, total in totals.items():
                total += measure(model, weights, [documents[p] for p in out], stay)
        for stay, total in totals.items():
            show(f"left out, stay {stay:g}", total)
    if options.out or tests:
        model, weights = train(list(documents.values()), roles, options.rounds)
        for path, document in tests.items():
            show(path.rsplit("/", 1)[-1], measure(model, weights, [document], options.stay))
        for stay in (0, options.stay / 2, options.stay, options.stay * 2) if tests else ():
            show(f"not trained on, stay {stay:g}", measure(model, weights, tests.values(), stay))
        if options.out:
            write(options.out, weights, roles, options.stay, sorted(p.rsplit("/", 1)[-1].removesuffix(".jsonl").removesuffix(".tsv") for p in documents))


if __name__ == "__main__":
    main()
