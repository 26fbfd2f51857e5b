#!/usr/bin/env python3
"""`fonds convert` as a user meets it: formats by name and content, streams, exit codes, output that is whole or not there.

usage: convert_command.py FONDS
"""
import json, os, subprocess, sys, tempfile

fonds = sys.argv[1]
failures = []


def run(*arguments, text=b""):
    done = subprocess.run([fonds, "convert", *arguments], input=text if isinstance(text, bytes) else text.encode(),
                          capture_output=True, timeout=120)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def check(name, condition, detail=""):
    if not condition:
        failures.append(name)
        print(f"FAILED {name}: {detail}")


BIB = "@book{a, title={T}, year=1961}\n"
code, out, err = run(text=BIB)
check("found by content", code == 0 and json.loads(out)[0]["title"] == "T", (code, out, err))
code, out, err = run("-t", "bibtex", text=BIB)
check("unchanged", (code, out) == (0, BIB), (code, out, err))
code, out, err = run("-f", "nothing", text=BIB)
check("unknown input format", code == 2 and "nothing" in err and out == "", (code, out, err))
code, out, err = run("-t", "nothing", text=BIB)
check("unknown output format", code == 2 and "biblatex" in err, (code, out, err))
code, out, err = run("/no/such/file")
check("no such file", code == 2 and "/no/such/file" in err, (code, out, err))
code, out, err = run(text="just words")
check("no format fits", code == 2 and "--from" in err, (code, out, err))
code, out, err = run("-f", "biblatex", text="")
check("empty input", (code, out) == (0, "[\n]\n"), (code, out, err))
code, out, err = run(text="@book{a,\n title={T\n year=1}\n\n@book{b, title={U}}")
check("damage is told with its place", code == 3 and "-:2:8: error:" in err and '"U"' in out, (code, out, err))

lines = "".join(json.dumps({"id": str(i), "type": "book", "title": "T" * 50}) + "\n" for i in range(40000))
code, out, err = run("-f", "ndjson", "-t", "ndjson", text=lines)
check("lines stream", code == 0 and out.count("\n") == 40000, (code, err[:200]))
for jobs in ("1", "2", "5"):
    check(f"--jobs {jobs} gives the same", run("-j", jobs, "-f", "ndjson", "-t", "biblatex", text=lines)[1] ==
          run("-j", "1", "-f", "ndjson", "-t", "biblatex", text=lines)[1])
code, out, err = run("-f", "ndjson", "-t", "ndjson", text='{"id":"a"}\n{"id":\n{"id":"b"}\n')
check("a damaged line has its place", code == 3 and "-:2:" in err and '"b"' in out, (code, out, err))
code, out, err = run("-t", "ris", "--plain", text=json.dumps([{"id": "a", "type": "book", "title": "T", "scale": "1:5"}]))
check("a plain record loses what its format lacks, and that is told", code == 0 and "fonds1" not in out and "scale" in err,
      (code, out, err))
code, out, err = run("-t", "ris", "--plain", "--lossless", text=json.dumps([{"id": "a", "type": "book", "scale": "1:5"}]))
check("--lossless fails instead", (code, out) == (2, "") and "“a”: scale" in err, (code, out, err))
code, out, err = run("-f", "biblatex", text="no records at all\n")
check("a file without records is told", code == 0 and "no records" in err, (code, out, err))
code, out, err = run("-f", "ndjson", text="no\n" * 500)
check("findings of one rule are not listed without end", code == 3 and err.count("\n") == 101 and "400 more" in err, err[-300:])


def peak(copies):  # resident memory in kilobytes, while the program waits for more
    process = subprocess.Popen([fonds, "convert", "-f", "ndjson", "-t", "ndjson"], stdin=subprocess.PIPE,
                               stdout=subprocess.DEVNULL)
    for copy in range(copies):
        process.stdin.write(lines.replace('"id": "', f'"id": "{copy}-').encode())
    process.stdin.flush()
    status = open(f"/proc/{process.pid}/status").read()
    process.stdin.close()
    process.wait()
    return int(status.split("VmHWM:")[1].split()[0])


if os.path.exists("/proc/self/status"):
    few, many = peak(1), peak(5)
    check("line formats take the same memory for five times the records", many < few + 8 * 1024, (few, many))
code, out, err = run("--list")
check("formats are listed", code == 0 and "csl-json\treads\twrites" in out, (code, out, err))
code, out, err = run("-t", "biblatex", "--keys", "[auth:lower][year]",
                     text=json.dumps([{"id": "http://x/1", "type": "book", "author": [{"family": "Doe"}],
                                       "issued": {"date-parts": [[1961]]}}]))
check("keys by pattern", code == 0 and out.startswith("@book{doe1961,"), (code, out, err))

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "out.bib")
    code, out, err = run("-o", path, text=json.dumps([{"id": "a", "type": "book"}]))
    check("format by output name", code == 0 and open(path).read() == "@book{a\n}\n", (code, err))
    check("nothing is left beside it", os.listdir(folder) == ["out.bib"], os.listdir(folder))
    code, out, err = run("-o", os.path.join(folder, "no", "x.json"), text=BIB)
    check("unwritable output", code == 2 and "cannot be written" in err, (code, err))

print("ok" if not failures else f"{len(failures)} failed")
sys.exit(1 if failures else 0)
