#!/usr/bin/env python3
"""Whether the CSL-JSON that fonds writes is valid against the schema of CSL 1.0.2 (csl-data.json).

usage: csl_schema.py FONDS SHARED
"""
import glob, json, subprocess, sys

fonds, shared = sys.argv[1:]
try:
    import jsonschema
    schema = json.load(open(f"{shared}/csl/spec/schemas/input/csl-data.json", encoding="utf-8"))
except (ImportError, FileNotFoundError) as missing:
    print(f"WARN not tested: {missing}")
    sys.exit(77)

# Keys of its own that a CSL-JSON file came with are kept where they were; these files have none.
inputs = sorted(glob.glob(f"{shared}/tools/bib_loss/*.bib") + glob.glob(f"{shared}/corpora/tex-bib/*.bib") +
                glob.glob(f"{shared}/corpora/biber/*.bib"))
validator = jsonschema.Draft7Validator(schema)
checked = wrong = 0
for path in inputs:
    run = subprocess.run([fonds, "convert", "-t", "csl-json", "-f", "biblatex", path], capture_output=True)
    items = json.loads(run.stdout)
    for index, item in enumerate(items):
        item.setdefault("id", f"entry without key {index}")
    checked += len(items)
    for error in validator.iter_errors(items):
        wrong += 1
        if wrong < 20:
            print(f"{path}: {list(error.absolute_path)}: {error.message[:200]}")

    def empty(value):
        if isinstance(value, dict):
            return any(empty(v) for v in value.values()) or not value
        if isinstance(value, list):
            return any(empty(v) for v in value) or not value
        return value is None or value == ""

    for item in items:
        if empty(item):
            wrong += 1
            print(f"{path}: an empty value in {json.dumps(item)[:300]}")
print(f"{checked} records of {len(inputs)} files, {wrong} findings")
sys.exit(1 if wrong or not checked else 0)
