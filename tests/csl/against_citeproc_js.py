#!/usr/bin/env python3
"""Prints how much of generated bibliographies and notes is, byte for byte in HTML, what citeproc-js writes.

    against_citeproc_js.py FONDS SHARED PEERS [--items N] [--all] [--show STYLE]

PEERS: a folder where `npm install --prefix PEERS citeproc` was run (`make bench` does so in build/peers). Items and
citations come from SHARED/tools/gen_items.mjs, styles and locales from SHARED/csl. The ten styles that are held to 99 of
100 entries and 98 of 100 notes, or with --all every style there is; --show prints what differs in one of them.
DIFFERENCES.md says of each class of difference what decides. Needs node; else the standard library.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

STYLES = ["chicago-notes-bibliography", "chicago-author-date", "apa", "modern-language-association", "ieee", "mhra-notes",
          "oscola", "china-national-standard-gb-t-7714-2015-numeric", "iso690-full-note-en", "gost-r-7-0-5-2008"]
GOALS = {"entries": 0.99, "notes": 0.98}


def lines_of(command, **more):
    """{id: text} of lines with an id, a tab and a text, spaces counted once."""
    run = subprocess.run([str(word) for word in command], capture_output=True, text=True, **more)
    pairs = (line.split("\t", 1) for line in run.stdout.splitlines() if "\t" in line)
    return {key: re.sub(r"\s+", " ", text).strip() for key, text in pairs}


class Comparison:
    def __init__(self, arguments, folder):
        self.fonds, self.shared = arguments.fonds, pathlib.Path(arguments.shared)
        self.environment = {"PATH": "/usr/bin:/bin:/usr/local/bin", "PEERS": str(pathlib.Path(arguments.peers).resolve())}
        tools = self.shared / "tools"
        subprocess.run(["node", tools / "gen_items.mjs", str(arguments.items), folder], check=True, capture_output=True)
        self.items = pathlib.Path(folder, f"items_{arguments.items}.json")
        self.clusters = pathlib.Path(folder, f"clusters_{arguments.items}.json")
        self.render = ["node", tools / "citeproc_js_render.mjs", "--items", self.items, "--clusters", self.clusters]

    def compare(self, style):
        """{"entries": (theirs, ours), "notes": …}; without what the style does not have."""
        file = self.shared / "csl/styles" / (style + ".csl")
        own = ["--ids", "--to", "html", "--style-dir", self.shared / "csl/locales", "--style", file, self.items]
        out = {}
        if "<bibliography" in file.read_text(encoding="utf-8"):
            out["entries"] = (lines_of([*self.render, "--style", file, "--mode", "bib"], env=self.environment),
                              lines_of([self.fonds, "bibliography", *own]))
        out["notes"] = (lines_of([*self.render, "--style", file, "--mode", "notes"], env=self.environment),
                        lines_of([self.fonds, "cite", "--citations", self.clusters, *own]))
        return out


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    for name in "fonds", "shared", "peers":
        parser.add_argument(name)
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--show")
    arguments = parser.parse_args()
    missing = next((what for what, there in (("node", shutil.which("node")),
                                             ("citeproc in " + arguments.peers, pathlib.Path(arguments.peers, "node_modules/citeproc").is_dir()),
                                             (arguments.shared + "/tools/gen_items.mjs", pathlib.Path(arguments.shared, "tools/gen_items.mjs").is_file()))
                    if not there), None)
    if missing:
        print(f"SKIPPED: nothing to compare with (no {missing})")
        return 0
    styles = [arguments.show] if arguments.show else STYLES
    if arguments.all:
        styles = sorted(path.stem for path in pathlib.Path(arguments.shared, "csl/styles").glob("*.csl"))
    reached = True
    with tempfile.TemporaryDirectory() as folder:
        comparison = Comparison(arguments, folder)
        for style in styles:
            for what, (theirs, ours) in comparison.compare(style).items():
                unequal = [key for key in theirs if ours.get(key) != theirs[key]]
                share = 1 - len(unequal) / max(len(theirs), 1)
                reached = reached and len(theirs) > 0 and share >= GOALS[what]
                print(f"{style:<48}{what:<8} {len(theirs) - len(unequal):>5} of {len(theirs):>5} equal = {share:.4f}", flush=True)
                for key in unequal if arguments.show else []:
                    print(f"  {key}\n    citeproc-js  {theirs[key]}\n    fonds        {ours.get(key, '-')}")
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
