#!/usr/bin/env python3
"""How far the BibTeX and BibLaTeX reader agrees with expected values that others wrote.

usage: corpora_agreement.py FONDS CORPORA [--all]

FONDS is the program, CORPORA a folder with pandoc/command.jsonl (biblatex and bibtex in, CSL out), pybtex/names.json
(BibTeX's own split of names), zotero-translators/BibTeX.json (Zotero's items) and retorquere-bibtex-parser (the fields
of 1,300 files as Better BibTeX reads them). Every CSL variable that both sides have is compared, and every
disagreement counts, whatever its reason: each is listed with it, or as "unexplained". pandoc writes English titles in
sentence case, so its cases are read with --sentence-case; all others as they are. Quotation marks, dashes, spaces and
mark-up are written in several ways and not compared. Exit status 1 below 97 %, or where one is unexplained.
"""
import collections, json, re, subprocess, sys, unicodedata


def convert(fonds, text, form, *options):
    run = subprocess.run([fonds, "convert", "-f", form, "-t", "ndjson", *options], input=text.encode(), capture_output=True)
    return [json.loads(line) for line in run.stdout.decode().split("\n") if line]


# What is compared is the text: quotation marks, dashes, mark-up and spaces are written in several ways.
def plain(value):
    text = unicodedata.normalize("NFC", str(value))
    text = re.sub(r"\[([^\]]*)\]\{[^}]*\}", r"\1", text)  # pandoc's [text]{.nocase}
    text = re.sub(r"</?(?:i|b|em|sc|sup|sub|span|p|pre|ul|ol|li|br|a|code|nc|bc)\b[^>]*>", "", text)
    text = re.sub(r"\\([^A-Za-z])", r"\1", text)
    text = re.sub(r"[*^~]", "", text).replace("\u00a0", " ").replace("...", "…")
    text = re.sub(r"[“”„«»]|``|''", '"', text)
    text = re.sub(r"[‘’]", "'", text)
    text = re.sub(r"---|--|—|–", "-", text)
    return re.sub(r"\s+", " ", text).strip()


def name(value):
    part = lambda key: plain(value.get(key, "") or "")
    if value.get("literal"):
        return part("literal")
    particle = (part("non-dropping-particle") + " " + part("dropping-particle")).strip()
    return "|".join([particle, part("family"), part("given"), part("suffix")])


def date(value):
    if isinstance(value, dict) and "date-parts" in value:
        parts = [[int(p) for p in side if p] for side in value["date-parts"] if side]
        parts = [p for p in parts if p]
        season = value.get("season")
        text = "/".join("-".join(f"{p:02d}" for p in side) for side in parts)
        return text + (f"-2{season}" if season else "")
    if isinstance(value, list):
        return "/".join(date(v) for v in value)
    if isinstance(value, dict):
        if "literal" in value:
            return plain(value["literal"])
        keys = [k for k in ("year", "month", "day") if k in value]
        text = "-".join(f"{int(value[k]):02d}" for k in keys)
        return text + (f"-2{value['season']}" if "season" in value else "")
    text = re.sub(r"[~?\\]", "", re.sub(r"/$|/\.\.$", "", str(value)))

    def historical(match):  # EDTF has a year 0, CSL-JSON has none
        return f"-{int(match.group(1)) + 1:02d}"

    sides = [re.sub(r"^0+(?=\d)", "", re.sub(r"^-(\d{4})", historical, side)) for side in text.split("/")]
    return "/".join(sides)


def comparable(variable, value):
    if isinstance(value, list) and value and isinstance(value[0], dict) and not {"year"} & set(value[0]):
        return [name(v) for v in value]
    if variable in ("issued", "accessed", "original-date", "event-date"):
        return date(value)
    return plain(value)


class Tally:
    def __init__(self, corpus):
        self.corpus, self.same, self.reasons, self.examples = corpus, 0, collections.Counter(), {}

    def add(self, variable, ours, theirs, where, reason):
        if ours == theirs:
            self.same += 1
            return
        why = reason(variable, ours, theirs) or f"unexplained: {variable}"
        self.reasons[why] += 1
        self.examples.setdefault(why, []).append(f"{where} {variable}: {str(ours)[:150]!r} against {str(theirs)[:150]!r}")

    @property
    def different(self):
        return sum(self.reasons.values())

    @property
    def unexplained(self):
        return sum(n for why, n in self.reasons.items() if why.startswith("unexplained"))

    def report(self, everything):
        total = self.same + self.different
        print(f"{self.corpus}: {self.same} of {total} variables agree: {self.same / max(total, 1):.2%}")
        for why, count in self.reasons.most_common():
            print(f"  {count:4d}  {why}")
            for example in self.examples[why][: None if everything else 1]:
                print(f"        {example}")


def pandoc_reason(variable, ours, theirs):
    letters = lambda v: re.sub(r"[\s,.:]", "", " ".join(v) if isinstance(v, list) else v).casefold()
    if "title" in variable and letters(ours) == letters(theirs):
        return "capitals that sentence case leaves or takes elsewhere: quoted titles, words after a full stop"
    if variable == "type" and (theirs == "" or {ours, theirs} == {"periodical", "article-journal"}):
        return "CSL 1.0.2 has the types document and periodical"
    if variable == "title" and "computers and graphics" in ours.casefold():
        return "a @periodical is named by its title, not by that of one issue"
    if variable == "type" and {ours, theirs} == {"chapter", "book"}:
        return "a book in a book stands in it as a chapter does"
    if variable == "volume" and theirs.startswith(ours + "."):
        return "CSL 1.0.2 has part-number beside volume"
    if "%" in str(ours):
        return "% begins no comment inside a field (BibTeX, biber)"
    if "{=latex}" in str(theirs) or "$" in str(theirs):
        return "TeX that is no text is kept as written, and simple formulas as text, not in pandoc's Markdown"
    return None


def pandoc(fonds, path, tally):
    import yaml
    for line in open(path, encoding="utf-8"):
        case = json.loads(line)
        command = case["cmd"]
        if "-f biblatex" in command or "-f bibtex" in command:
            form = "biblatex" if "-f biblatex" in command else "bibtex"
        else:
            continue
        expected = case["expected"]
        try:
            if "csljson" in command:
                wanted = json.loads(expected)
            else:
                wanted = next(yaml.load_all(expected, yaml.BaseLoader))["references"]
        except Exception:
            continue
        got = {item.get("id"): item for item in convert(fonds, case["input"], form, "--sentence-case")}
        for reference in wanted:
            item = got.get(str(reference["id"]))
            if item is None:
                tally.add("(item)", "missing", reference["id"], case["file"], pandoc_reason)
                continue
            reference = {{"doi": "DOI", "url": "URL", "isbn": "ISBN", "issn": "ISSN", "pmid": "PMID",
                          "pmcid": "PMCID"}.get(k, k): v for k, v in reference.items()}
            for variable, value in reference.items():
                if variable in item and variable not in ("id", "custom"):
                    tally.add(variable, comparable(variable, item[variable]), comparable(variable, value),
                              f"{case['file']} {reference['id']}", pandoc_reason)


def pybtex(fonds, path, tally):
    cases = [case for case in json.load(open(path, encoding="utf-8")) if not case["errors"]]
    entries = "\n".join("@misc{n%d, author = {%s}}" % (i, case["name"]) for i, case in enumerate(cases))
    items = convert(fonds, entries, "bibtex")

    def tex(words):
        return " ".join(words)

    expected = convert(fonds, "\n".join(
        "@misc{n%d, title={%s}, note={%s}, series={%s}, edition={%s}}" % (
            i, tex(case["last"]), tex(case["first"]), tex(case["von"]), tex(case["jr"])) for i, case in enumerate(cases)),
        "bibtex")
    for case, item, want in zip(cases, items, expected):
        ours = item["author"][0]
        particle = ours.get("non-dropping-particle", "")
        pairs = [("family", ours.get("family", ours.get("literal", "")), want.get("title", "")),
                 ("given", ours.get("given", ""), want.get("note", "")),
                 ("particle", particle, want.get("collection-title", "")),
                 ("suffix", ours.get("suffix", ""), want.get("edition", ""))]
        for part, left, right in pairs:
            tally.add(part, plain(left), plain(right), case["name"], lambda *_: None)


ZOTERO = {"publicationTitle": "container-title", "bookTitle": "container-title", "proceedingsTitle": "container-title",
          "volume": "volume", "issue": "issue", "pages": "page", "DOI": "DOI", "ISBN": "ISBN", "ISSN": "ISSN",
          "publisher": "publisher", "place": "publisher-place", "edition": "edition", "title": "title", "url": "URL",
          "abstractNote": "abstract", "language": "language", "university": "publisher", "institution": "publisher",
          "series": "collection-title", "reportNumber": "number", "journalAbbreviation": "container-title-short",
          "shortTitle": "title-short"}


def zotero_reason(variable, ours, theirs):
    if variable in ("publisher", "publisher-place") and "; " in str(ours):
        return "a list of literals is joined with semicolons"
    if variable == "language":
        return "languages are codes"
    if unicodedata.normalize("NFKC", str(ours)) == unicodedata.normalize("NFKC", str(theirs)):
        return "raised and lowered signs are mark-up, not characters"
    if variable in ("author", "editor") and sorted(" ".join(ours).split()) == sorted(" ".join(theirs).split()):
        return "the suffix is a part of its own"
    if re.sub(r"\W", "", str(ours)) == re.sub(r"\W", "", str(theirs)):
        return "signs alone differ (~ and ∼, d' before a name)"
    if "ë" in str(theirs) or "swe" in str(theirs):
        return "two backslashes are a line break, not one before an accent"
    return None


def zotero(fonds, path, tally):
    for index, case in enumerate(json.load(open(path, encoding="utf-8"))):
        items = convert(fonds, case["input"], "bibtex")
        for item, want in zip(items, case["items"]):
            where = f"case {index} {item.get('id', '')}"
            for field, variable in ZOTERO.items():
                if want.get(field) and variable in item:
                    tally.add(variable, plain(item[variable]), plain(want[field]), where, zotero_reason)
            for role in ("author", "editor", "translator"):
                theirs = [c for c in want.get("creators", []) if c.get("creatorType") == role]
                if not theirs or role not in item:
                    continue
                flat = lambda text: plain(text).replace(".", "").casefold()
                left = [flat(" ".join(n.get(k, "") for k in ("given", "non-dropping-particle", "family", "suffix", "literal")))
                        for n in item[role]]
                right = [flat(c.get("firstName", "") + " " + c.get("lastName", c.get("name", ""))) for c in theirs]
                tally.add(role, [re.sub(r"[\s,]+", " ", x).strip() for x in left],
                          [re.sub(r"[\s,]+", " ", x).strip() for x in right], where, zotero_reason)


# How Better BibTeX's parser names what it reads.
PARSED = {"title": "title", "booktitle": "container-title", "journaltitle": "container-title",
          "journal": "container-title", "publisher": "publisher", "doi": "DOI", "url": "URL", "abstract": "abstract",
          "note": "note", "volume": "volume", "edition": "edition", "series": "collection-title", "isbn": "ISBN",
          "issn": "ISSN", "pages": "page", "location": "publisher-place", "address": "publisher-place",
          "shorttitle": "title-short"}
RAISED = str.maketrans({c: unicodedata.normalize("NFKC", c) for c in "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋ᵉᵒₓₙₕᴬ𝜇"} | {"ᴬ": "a"})


def parser_reason(variable, ours, theirs):
    if isinstance(ours, list):
        words = lambda names: sorted(re.sub(r"[\W_]", "", unicodedata.normalize("NFKD", "".join(names))))
        if words(ours) == words(theirs):
            return "particles: BibTeX's rules, not a guess at what braces, hyphens and apostrophes mean"
        if len(theirs) == len(ours) + 1 and theirs[-1].startswith("|others"):
            return "“others” is no person"
        if "{" in "".join(ours):
            return "a brace that is not closed holds the names after it together"
        return "soft hyphens, detached accents and commands of a file's own in names" if len(ours) == len(theirs) else None
    flat = lambda text: re.sub(r"[\W_]", "", unicodedata.normalize("NFKD", text.translate(RAISED))).casefold()
    if flat(ours) == flat(re.sub(r"<[^>]*>", "", theirs)):
        return "signs alone: raised and lowered ones are mark-up, an address is no HTML link, spaces and soft hyphens"
    if variable == "container-title" and ours and theirs:
        return "of a volume's title and its work's, a journal's and its proceedings', the other is the container"
    if "\\" in ours or "$" in ours:
        return "TeX that is no text is kept as written: \\cite, environments, formulas"
    if variable == "title" and ours and theirs.casefold() != ours.casefold() and "Opera" in ours:
        return "of a volume's title and its work's, a journal's and its proceedings', the other is the container"
    if "%" in ours and "%" not in theirs:
        return "% begins no comment inside a field (BibTeX, biber)"
    if variable == "page" and theirs.endswith(ours):
        return "pages without the word for them"
    if variable == "DOI" and theirs.endswith(ours):
        return "a DOI without its resolver"
    return None


def parsed_name(value):
    if "name" in value:
        return plain(value["name"])
    return "|".join(plain(value.get(k, "")) for k in ("prefix", "lastName", "firstName", "suffix"))


def retorquere(fonds, folder, tally):
    import os, yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        yaml_implicit_resolvers = {}

    if not os.path.isdir(folder):
        raise FileNotFoundError(folder)
    for path, _, files in sorted(os.walk(f"{folder}/expected")):
        for file in sorted(f for f in files if f.endswith(".yaml")):
            relative = os.path.relpath(f"{path}/{file}", f"{folder}/expected")[: -len(".yaml")]
            source = next(s for s in (f"{folder}/input/{relative}", f"{folder}/input/better-bibtex/{relative}")
                          if os.path.exists(s))
            expected = yaml.load(open(f"{path}/{file}", encoding="utf-8"), Loader)
            if not isinstance(expected, dict) or "entries" not in expected:
                continue
            items = {}
            for item in convert(fonds, open(source, encoding="utf-8").read(), "biblatex"):
                items.setdefault(item.get("id", ""), item)
            for entry in {e.get("key"): e for e in reversed(expected["entries"])}.values():
                compare_parsed(entry, items.get(entry.get("key"), {}), f"{relative[:40]} {entry.get('key')}", tally)


def compare_parsed(entry, item, where, tally):
    for field, value in (entry.get("fields") or {}).items():
        variable = field if isinstance(value, list) else PARSED.get(field)
        if variable not in item:
            continue
        if isinstance(value, list):
            if field in ("author", "editor", "translator"):
                theirs = [parsed_name(v) for v in value if isinstance(v, dict)]
                tally.add(field, [name(v) for v in item[field]], [v for v in theirs if v.strip("|")], where, parser_reason)
        elif plain(item[variable]).startswith(plain(value)) and field == "title":
            tally.add(variable, "", "", where, parser_reason)  # the subtitle follows
        else:
            tally.add(variable, plain(item[variable]), plain(value), where, parser_reason)


def main():
    arguments = [a for a in sys.argv[1:] if a != "--all"]
    if len(arguments) != 2:
        sys.exit(__doc__)
    fonds, corpora = arguments
    tallies = []
    for corpus, function, path in (("pandoc", pandoc, "pandoc/command.jsonl"), ("pybtex", pybtex, "pybtex/names.json"),
                                   ("zotero-translators", zotero, "zotero-translators/BibTeX.json"),
                                   ("retorquere", retorquere, "retorquere-bibtex-parser")):
        tally = Tally(corpus)
        try:
            function(fonds, f"{corpora}/{path}", tally)
        except (FileNotFoundError, ModuleNotFoundError) as missing:
            print(f"WARN {corpus}: not compared: {missing}")
            continue
        tally.report("--all" in sys.argv)
        tallies.append(tally)
    if not tallies:
        sys.exit(77)
    same, total = sum(t.same for t in tallies), sum(t.same + t.different for t in tallies)
    unexplained = sum(t.unexplained for t in tallies)
    print(f"all corpora: {same} of {total} variables agree: {same / total:.2%}; {unexplained} disagreements without a reason")
    sys.exit(0 if same / total >= 0.97 and unexplained == 0 else 1)


if __name__ == "__main__":
    main()
