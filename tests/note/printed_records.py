"""Real records as notes that note styles print: the records of SHARED/corpora (BibLaTeX of many hands), written by `fonds cite`.

Half of the records are for training, the other half is held: what is measured on that half was never trained on.
"""
import json
import pathlib
import re
import subprocess
import tempfile
import unicodedata
import zlib

TYPES = {"book", "article-journal", "chapter", "report", "thesis", "article-magazine", "article-newspaper", "webpage",
         "entry-encyclopedia", "review"}
TEXTS = ("title", "container-title", "volume", "issue", "publisher", "page", "collection-title")
NAMES = ("author", "editor", "translator")
QUOTES = "[“”„«»\"‘’'‹›`]"
# Test records, rests of TeX, and conferences of engineers, which no historian cites.
LEFT_OUT = re.compile(r"[\\{}$<>]|\?\?|\btest|lorem|\bfoo\b|\bbar\b|example|cool book|simpson|address\b|family=|"
                      r"ieee|\bacm\b|proceedings|conference|proc\. |jair|aaai", re.IGNORECASE)


def words(record):
    """All text of a record, dates left out."""
    for value in record.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, list):
            yield from (str(part) for name in value if isinstance(name, dict) for part in name.values())


def read_records(fonds, corpora):
    """Records with people, a title and a date, each title once, numbered anew."""
    seen, records = set(), []
    for path in sorted(corpora.rglob("*")):
        if "expected" in path.parts or path.suffix not in (".bib", ".biblatex", ".bibtex"):
            continue
        written = subprocess.run([fonds, "convert", "-f", "biblatex", "-t", "csl-json", path], capture_output=True).stdout
        for record in json.loads(written or "[]"):
            title = record.get("title", "")
            if len(title) < 8 or (title.lower(), record["type"]) in seen or record["type"] not in TYPES:
                continue
            if not (record.get("author") or record.get("editor")) or not record.get("issued", {}).get("date-parts"):
                continue
            if LEFT_OUT.search(" ".join(words(record))):
                continue
            seen.add((title.lower(), record["type"]))
            records.append({**record, "id": f"k{len(records)}"})
    return records


def is_held(record):
    """Whether a record is kept from training."""
    return zlib.crc32(record["title"].encode()) % 2 == 1


def write_notes(fonds, shared, style, records):
    """The notes of records, by their ids; `style` is a file."""
    with tempfile.TemporaryDirectory() as folder:
        library = pathlib.Path(folder, "records.json")
        library.write_text(json.dumps(records), encoding="utf-8")
        cited = subprocess.run([fonds, "cite", library, "--style", style, "--style-dir", shared / "csl/locales", "--ids"],
                               capture_output=True, text=True).stdout
    return dict(line.split("\t", 1) for line in cited.splitlines() if "\t" in line)


def plain(text):
    """Text without marks, case and quotation marks: what styles change."""
    text = unicodedata.normalize("NFC", re.sub(r"<[^>]+>", "", str(text)))
    text = re.sub(QUOTES, "", text)
    text = re.sub("[–—−]", "-", text)
    return re.sub(r"[\s\u00a0\u202f]+", " ", text).strip(" .,:;").lower()


def family(name):
    """A family with its particle, as styles print it; or a name that is one string."""
    return " ".join(part for part in (name.get("non-dropping-particle"), name.get("family") or name.get("literal")) if part)
