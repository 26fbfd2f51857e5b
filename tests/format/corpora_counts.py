#!/usr/bin/env python3
"""Every file of the corpora through its reader: no crash, no hang, no record lost in silence.

usage: corpora_counts.py FONDS CORPORA

Records are counted here by a pattern of the format's own, and must be as many as the program delivers; in .bib files
the words of every field that has no TeX in it must stand somewhere in the record that was made of it.
"""
import collections, json, os, re, subprocess, sys

# Values that are read as what they stand for: a language's code, a month's number, a state or series by its key.
BY_MEANING = {"langid", "language", "hyphenation", "type", "month", "pubstate", "series", "eprinttype", "editoratype", "date", "options"}


def convert(fonds, form, data):
    run = subprocess.run([fonds, "convert", "-f", form, "-t", "ndjson"], input=data, capture_output=True, timeout=120)
    return run.returncode, [json.loads(line) for line in run.stdout.decode().split("\n") if line]


def entries(text):
    """Key and plain fields of the entries that are well formed."""
    for match in re.finditer(r"(?m)^[ \t]*@\s*(\w+)\s*\{\s*([^,{}\s\"=]+)\s*,", text):
        if match.group(1).lower() in ("comment", "string", "preamble"):
            continue
        fields = []
        at = match.end()
        while field := re.compile(r"[\s,]*([\w+:.-]+)\s*=\s*(?:\{([^{}\"\\$`]*)\}|\"([^{}\"\\$`]*)\"|(\w+))\s*(?=[,}])").match(text, at):
            fields.append((field.group(1).lower(), field.group(2) or field.group(3) or ""))
            at = field.end()
        yield match.group(2), fields


def lost_words(text, items):
    by_key = collections.defaultdict(str)
    for item in items:
        by_key[item.get("id", "")] += json.dumps(item, ensure_ascii=False).casefold()
    for key, fields in entries(text):
        for name, value in fields:
            if key not in by_key or name in BY_MEANING or "=" in value:
                continue
            for word in re.findall(r"[^\W\d_]{4,}", value):
                if word.casefold() not in by_key[key] and word != "others":
                    yield f"{key} {name}: {word}"


def count_bib(text):
    types = re.findall(r"(?m)(?:^|(?<=[})]))[ \t]*@\s*([A-Za-z][\w:+.-]*)\s*[{(]", text)
    return sum(t.lower() not in ("comment", "string", "preamble", "xdata") for t in types)


def count_ead(text):
    text = re.sub(r"(?s)<!--.*?-->|<objectxmlwrap>.*?</objectxmlwrap>", "", text)
    return len(re.findall(r"<(?:ead:)?(?:c|c0\d|c1\d|archdesc)[\s>]", text))


def files(corpora):
    for folder, _, names in sorted(os.walk(corpora)):
        for name in sorted(names):
            path = os.path.join(folder, name)
            if name.lower().endswith((".bib", ".bibtex", ".biblatex")):
                yield path, "biblatex", open(path, "rb").read(), count_bib
            elif "/ead" in folder and name.endswith(".xml"):
                yield path, "ead", open(path, "rb").read(), count_ead
    for name, form, pattern in (("RIS", "ris", r"(?m)^\ufeff?TY  ?-"), ("MODS", "mods", r"<(?:mods:)?mods[\s>]"),
                                ("Endnote_XML", "endnote-xml", r"<record>"), ("RefWorks_Tagged", "refworks", r"(?m)^RT ")):
        path = f"{corpora}/zotero-translators/{name}.json"
        for index, case in enumerate(json.load(open(path, encoding="utf-8")) if os.path.exists(path) else []):
            yield f"{path} {index}", form, case["input"].encode(), lambda text, p=pattern: len(re.findall(p, text))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    fonds, corpora = sys.argv[1:]
    if not os.path.isdir(corpora):
        sys.exit(77)
    failures, total, read = [], 0, 0
    for path, form, data, count in files(corpora):
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("latin-1")
        try:
            code, items = convert(fonds, form, data)
        except subprocess.TimeoutExpired:
            failures.append(f"{path}: hangs")
            continue
        read += 1
        expected = count(text)
        total += expected
        if code not in (0, 3):
            failures.append(f"{path}: exit status {code}")
        if len(items) != expected:
            failures.append(f"{path}: {len(items)} records of {expected}")
        if form == "biblatex":
            failures += [f"{path}: {lost}" for lost in lost_words(text, items)]
    print("\n".join(failures))
    print(f"{read} files, {total} records counted, {len(failures)} losses")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
