#!/usr/bin/env python3
"""Whether biber reads the BibLaTeX that fonds writes, without an error and without losing an entry.

usage: biber_accepts.py FONDS SHARED
"""
import json, os, re, shutil, subprocess, sys, tempfile

fonds, shared = sys.argv[1:]
if shutil.which("biber") is None:
    print("WARN not tested: biber is not installed")
    sys.exit(77)

RECORDS = [
    {"id": "a1", "type": "manuscript", "title": "Record of a Conversation between Khrushchev and Ulbricht",
     "issued": {"date-parts": [[1961, 3, 14]]}, "author": [{"family": "Puzanov", "given": "A. M."}],
     "recipient": [{"literal": "Central Committee of the CPSU"}],
     "custom": {"fonds": {"repository": "RGANI", "place": "Moscow", "document_id": "114590",
                          "digital_archive": "Wilson Center Digital Archive",
                          "levels": [{"level": "fond", "label": "f.", "value": "5"},
                                     {"level": "list", "label": "ll.", "value": "34–59", "hierarchy": "part"}],
                          "provenance": [{"role": "obtained", "project": "NKIDP",
                                          "names": [{"family": "Person", "given": "James"}]}]}}},
    {"id": "a2", "type": "article-journal", "title": "50 % of {it} & $x_1 # ~ \\ <i>Правда</i>",
     "container-title": "J", "page": "1-9", "DOI": "10.1002/(SICI)1096<1::AID-1>3.0.CO;2-_", "language": "xx",
     "issued": {"date-parts": [[1961], [1963]], "circa": True}},
    {"id": "a 3", "type": "interview", "title": "x", "interviewer": [{"family": "de la Cruz", "given": "J., Jr."}],
     "URL": "https://ex.org/a%20b_c~d?x=1&y={z}#f", "note": "free\n\ntext", "custom": {"k": [1, {"b": "}"}]}},
]
with tempfile.TemporaryDirectory() as folder:
    records = os.path.join(folder, "records.json")
    json.dump(RECORDS, open(records, "w", encoding="utf-8"))
    truth = f"{shared}/tools/bib_loss/main.bib"
    wrong = 0
    for source in [records] + ([truth] if os.path.exists(truth) else []):
        for profile in ("biblatex", "biblatex-chicago"):
            bib = os.path.join(folder, "out.bib")
            items = json.loads(subprocess.run([fonds, "convert", source, "-t", "csl-json"], capture_output=True).stdout)
            again = os.path.join(folder, "items.json")
            unique = list({item["id"]: item for item in items}.values())
            json.dump(unique, open(again, "w", encoding="utf-8"))
            subprocess.run([fonds, "convert", again, "-t", profile, "-o", bib], check=True, capture_output=True)
            run = subprocess.run(["biber", "--tool", "--nolog", bib, "-O", os.path.join(folder, "biber.bib")],
                                 capture_output=True, cwd=folder)
            text = run.stdout.decode(errors="replace")
            kept = len(re.findall(r"(?m)^@(?!comment|string|preamble)", open(os.path.join(folder, "biber.bib")).read(),
                                  re.I)) if run.returncode == 0 else 0
            errors = [line for line in text.splitlines() if line.startswith("ERROR") or "syntax" in line]
            print(f"{os.path.basename(source)} as {profile}: {len(unique)} records, {kept} after biber, "
                  f"exit {run.returncode}, {len(errors)} errors")
            if run.returncode != 0 or errors or kept != len(unique):
                wrong += 1
                print(text)
sys.exit(1 if wrong else 0)
