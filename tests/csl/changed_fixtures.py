#!/usr/bin/env python3
"""Writes fixtures with one change each, and what citeproc-js makes of them: fixtures that nobody has seen.

    changed_fixtures.py SHARED PEERS OUT [--each N] [--seed S]
    build/dev/tests/csl/fonds-csl-suite OUT

Each fixture of SHARED/csl/test-suite that citeproc-js passes is changed N times: an attribute of its style gets another
value that CSL allows there or is put in, or a name, date, number or title of an item becomes another. The name of a
new fixture tells the old one, its section CHANGE what was changed. DIFFERENCES.md says of each class of difference what
decides. PEERS: a folder where `npm install --prefix PEERS citeproc` was run. Needs node; else the standard library.
"""
import argparse
import copy
import json
import os
import pathlib
import random
import re
import subprocess
import tempfile

FONT = {"font-style": ["italic", "normal", "oblique"], "font-weight": ["bold", "normal"], "font-variant": ["small-caps", "normal"],
        "text-decoration": ["underline"], "vertical-align": ["sup", "sub", "baseline"]}
AFFIXES = {"prefix": ["(", " ", ", ", "[", ". ", ""], "suffix": [")", ".", ", ", ": ", " ", "?", ""]}
PRECEDES = ["contextual", "always", "never", "after-inverted-name"]
NAMES = {"et-al-min": ["1", "2", "3", "4"], "et-al-use-first": ["1", "2", "3"], "et-al-subsequent-min": ["2", "3"],
         "et-al-subsequent-use-first": ["1"], "et-al-use-last": ["true", "false"], "delimiter-precedes-last": PRECEDES,
         "delimiter-precedes-et-al": PRECEDES, "and": ["text", "symbol"], "initialize-with": [". ", ".", "", " "],
         "initialize": ["false", "true"], "name-as-sort-order": ["first", "all"], "sort-separator": [", ", " ", "; "]}
CASES = ["lowercase", "uppercase", "capitalize-first", "capitalize-all", "title", "sentence"]
TRUTH = ["true", "false"]
VALUES = {
    "name": {**NAMES, "form": ["long", "short", "count"], "delimiter": ["; ", ", ", "/"], **AFFIXES, **FONT},
    "name-part": {"text-case": CASES[:4], **FONT, **AFFIXES},
    "et-al": {"term": ["et-al", "and others"], **FONT},
    "names": {**AFFIXES, **FONT, "delimiter": [", ", "; "], "variable": ["author", "editor", "author editor", "editor translator"]},
    "text": {"text-case": CASES, "quotes": TRUTH, "strip-periods": ["true"], "form": ["short", "long"], **AFFIXES, **FONT},
    "date": {"form": ["text", "numeric"], "date-parts": ["year", "year-month", "year-month-day"], "delimiter": ["-", " "],
             "variable": ["issued", "accessed", "original-date"], "text-case": ["uppercase"], **AFFIXES, **FONT},
    "date-part": {"form": ["numeric", "numeric-leading-zeros", "ordinal", "long", "short"], "range-delimiter": ["-", "/"],
                  "strip-periods": ["true"], "text-case": CASES[1:3], **AFFIXES, **FONT},
    "number": {"form": ["numeric", "ordinal", "long-ordinal", "roman"], "text-case": CASES[1:3], **AFFIXES, **FONT,
               "variable": ["volume", "issue", "edition", "number", "chapter-number", "number-of-pages", "page", "locator"]},
    "label": {"form": ["long", "short", "symbol", "verb", "verb-short"], "plural": ["always", "never", "contextual"],
              "text-case": CASES[1:3], "strip-periods": ["true"], **AFFIXES, **FONT,
              "variable": ["locator", "page", "volume", "issue", "edition", "number-of-pages"]},
    "group": {"delimiter": [", ", " ", ". ", ": "], **AFFIXES, **FONT, "display": ["block", "left-margin", "right-inline", "indent"]},
    "layout": {"delimiter": ["; ", ", "], **AFFIXES, **FONT},
    "citation": {**NAMES, "collapse": ["citation-number", "year", "year-suffix", "year-suffix-ranged"],
                 "cite-group-delimiter": [", ", "/"], "after-collapse-delimiter": ["; "], "year-suffix-delimiter": [",", ", "],
                 "disambiguate-add-names": TRUTH, "disambiguate-add-givenname": TRUTH, "disambiguate-add-year-suffix": TRUTH,
                 "givenname-disambiguation-rule": ["all-names", "all-names-with-initials", "primary-name",
                                                   "primary-name-with-initials", "by-cite"], "near-note-distance": ["1", "3"]},
    "bibliography": {**NAMES, "second-field-align": ["flush", "margin"], "subsequent-author-substitute": ["---", ""],
                     "subsequent-author-substitute-rule": ["complete-all", "complete-each", "partial-each", "partial-first"]},
    "style": {**NAMES, "default-locale": "fr-FR de-DE es-ES ru-RU en-GB zh-CN it-IT pt-BR ja-JP nl-NL pl-PL sv-SE cs-CZ".split(),
              "demote-non-dropping-particle": ["never", "sort-only", "display-and-sort"], "initialize-with-hyphen": ["false"],
              "page-range-format": ["expanded", "minimal", "minimal-two", "chicago", "chicago-15", "chicago-16"]},
    "key": {"sort": ["ascending", "descending"], "variable": ["title", "issued", "author", "citation-number", "volume", "page"]},
    "if": {"match": ["any", "all", "none"]},
    "else-if": {"match": ["any", "all", "none"]},
}
# What other attributes depend on: only another value, never put in.
ONLY_CHANGED = {"variable", "term", "date-parts"}

PEOPLE = [{"family": "Gaulle", "given": "Charles", "non-dropping-particle": "de"}, {"literal": "World Health Organization"},
          {"family": "Beethoven", "given": "Ludwig", "dropping-particle": "van"}, {"family": "毛", "given": "泽东"},
          {"family": "Толстой", "given": "Лев Николаевич"}, {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
          {"family": "Plato"}, {"family": "Sartre", "given": "Jean-Paul"}, {"family": "O’Neil", "given": "J. R. R."},
          {"family": "van der Linden", "given": "W. J."}, {"family": "Smith", "given": "John"}, {"family": "Smith", "given": "James"}]
DATES = [{"date-parts": parts} for parts in
         ([[2001]], [[1999, 3], [2001, 5]], [[2003, 5, 1], [2003, 5, 9]], [[-44, 3, 15]], [[2010, 12, 24]], [[1965, 6, 1], [1966]])]
DATES += [{"date-parts": [[2005]], "season": 2}, {"date-parts": [[2005]], "circa": True}, {"literal": "sometime"}]
NUMBERS = ["1", "3", "2nd", "IV", "12a", "1-3", "5, 7", "2 & 4", "third", "B1–B10", "100-104", "1496-1504", "22"]
TITLES = ["The <i>title</i> of it", "A “quoted” title: With a subtitle", "What is it?", "Lorem ipsum in the U.S.",
          "über die Welt", "small <sup>2</sup> things", "The 'single' case", "a-b hyphen-ated: on the way",
          'title with <span class="nocase">nocase</span> words', "Ends with an abbrev. etc."]
FIELDS = {"author": PEOPLE, "editor": PEOPLE, "translator": PEOPLE, "issued": DATES, "accessed": DATES, "original-date": DATES,
          "volume": NUMBERS, "issue": NUMBERS, "edition": NUMBERS, "page": NUMBERS, "number": NUMBERS, "title": TITLES,
          "container-title": TITLES, "publisher": TITLES}
SECTION = re.compile(r">>=+\s*([A-Z0-9-]+)\s*=+>>\n(.*?)\n?<<=+\s*\1\s*=+<<", re.S)


def sections_of(path):
    return dict(SECTION.findall(path.read_text(encoding="utf-8-sig")))


def change_style(style, rng):
    """(the style with one attribute changed, what was changed), or None."""
    elements = [match for match in re.finditer(r"<([a-z-]+)(?:\s[^<>]*?)?(/?)>", style) if match[1] in VALUES]
    if not elements:
        return None
    kind = rng.choice(sorted({match[1] for match in elements}))
    element = rng.choice([match for match in elements if match[1] == kind])
    attribute, values = rng.choice(list(VALUES[kind].items()))
    written = '%s="%s"' % (attribute, rng.choice(values))
    tag, count = re.subn(r'(?<=\s)' + attribute + r'="[^"]*"', lambda _: written, element[0])
    if count == 0:
        if attribute in ONLY_CHANGED or (kind == "date" and attribute in ("form", "delimiter")):
            return None
        tag = re.sub(r"(/?)>$", lambda end: " " + written + end[0], tag)
    if tag == element[0]:
        return None
    return style[:element.start()] + tag + style[element.end():], kind + " " + written


def change_items(items, rng):
    """(the items with one field changed, what was changed), or None."""
    places = [(at, field) for at, item in enumerate(items) for field in FIELDS if item.get(field)]
    if not places:
        return None
    at, field = rng.choice(places)
    changed, value = copy.deepcopy(items), copy.deepcopy(rng.choice(FIELDS[field]))
    if FIELDS[field] is PEOPLE:
        people = changed[at][field]
        people[rng.randrange(len(people) + 1):rng.choice([0, len(people)])] = [value]
    else:
        changed[at][field] = value
    return changed, f"item {field} {json.dumps(changed[at][field], ensure_ascii=False)}"


def change(sections, rng):
    """A copy of a fixture's sections with one change, or None."""
    if rng.random() < 0.5:
        style = change_style(sections["CSL"], rng)
        return style and {**sections, "CSL": style[0], "CHANGE": style[1]}
    items = change_items(json.loads(sections["INPUT"]), rng)
    return items and {**sections, "INPUT": json.dumps(items[0], ensure_ascii=False, indent=1), "CHANGE": items[1]}


def write(sections, path):
    path.write_text("\n".join(f">>===== {name} =====>>\n{text}\n<<===== {name} =====<<\n" for name, text in sections.items()),
                    encoding="utf-8")


def results_of(shared, peers, folder):
    """{name: (what citeproc-js writes, whether that is what the fixture wants)}"""
    with tempfile.NamedTemporaryFile(suffix=".json") as report:
        subprocess.run(["node", shared / "tools/csl_suite_citeprocjs.mjs", "--suite", folder, "--quiet", "--json", report.name],
                       env={**os.environ, "PEERS": str(peers.resolve())}, check=True, stdout=subprocess.DEVNULL)
        rows = json.load(open(report.name, encoding="utf-8"))
    return {row["name"]: (row["got"], row["ok"]) for row in rows if "got" in row}


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    for name in "shared", "peers", "out":
        parser.add_argument(name, type=pathlib.Path)
    parser.add_argument("--each", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    suite = arguments.shared / "csl/test-suite"
    passed = {name for name, (_, ok) in results_of(arguments.shared, arguments.peers, suite).items() if ok}
    arguments.out.mkdir(parents=True)
    for path in sorted(suite.glob("*.txt")):
        sections = sections_of(path)
        if path.stem not in passed or not {"CSL", "INPUT"} <= sections.keys() or "INPUT2" in sections:
            continue
        for number in range(arguments.each):
            rng = random.Random(f"{arguments.seed} {path.stem} {number}")
            changed = next(filter(None, (change(sections, rng) for _ in range(8))), None)
            if changed:
                write(changed, arguments.out / f"{path.stem}__{number}.txt")
    written = results_of(arguments.shared, arguments.peers, arguments.out)
    for path in arguments.out.glob("*.txt"):
        result, _ = written.get(path.stem, (None, False))
        if result is None or "CSL STYLE ERROR" in result:  # nothing to compare with
            path.unlink()
        else:
            write({**sections_of(path), "RESULT": result}, path)
    print(sum(1 for _ in arguments.out.glob("*.txt")), "fixtures in", arguments.out)


if __name__ == "__main__":
    main()
