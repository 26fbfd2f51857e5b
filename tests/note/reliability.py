#!/usr/bin/env python3
"""Prints how far the parser's confidence can be trusted: of the works reported with a confidence, how many are wholly right.

    reliability.py SCORER GOLD.jsonl PRED.jsonl [GOLD PRED ...]

SCORER is the scorer of gold notes (score.py); GOLD and PRED are what it compares, spans as byte offsets. A work that no
gold work answers counts as wrong. Standard library only.
"""
import importlib.util
import sys


def load(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def works(score, gold, pred):
    """(id of the note, work as written, wholly right) of each work in `pred`; both are lists of notes."""
    by_id = {str(p.get("id")): p for p in pred}
    labelled = {k for g in gold for w in g["works"] for k in w}
    for g in gold:
        own = by_id.get(str(g["id"]), {}).get("works", [])
        gs = [score.Work(w, s) for w, s in zip(g["works"], score.spans(g["note"], g["works"], False))]
        ps = [score.Work(w, s, labelled) for w, s in zip(own, score.spans(g["note"], own, True))]
        for p, w in zip(ps, own):
            p.source = w
        for pair in score.match(g, gs, ps):
            if pair.pred:
                yield str(g["id"]), pair.pred.source, pair.all_right()


def main():
    if len(sys.argv) < 4 or len(sys.argv) % 2:
        sys.exit(__doc__)
    score = load(sys.argv[1])
    rows = []
    for gold, pred in zip(sys.argv[2::2], sys.argv[3::2]):
        rows += [(w["confidence"], right) for _, w, right in works(score, score.read(gold), score.read(pred))]
    print(f"{'confidence':>12} {'works':>6} {'right':>6} {'share':>6}")
    bounds = [0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01]
    for low, high in zip(bounds, bounds[1:]):
        part = [right for c, right in rows if low <= c < high]
        if part:
            print(f"{low:5.2f}-{min(high, 1):5.2f} {len(part):7} {sum(part):6} {sum(part) / len(part):6.2f}")
    sure = [right for c, right in rows if c >= 0.9]
    if sure:
        print(f"at 0.9 and above: {len(sure)} works, {sum(sure) / len(sure):.3f} wholly right")


if __name__ == "__main__":
    main()
