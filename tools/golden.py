#!/usr/bin/env python3
"""Runs the golden cases: tests/golden/<area>/<case>/{cmd,in,out,error}.

`cmd` is run by sh in a fresh folder, with `cordon` on the path, `fix` linked to tests/fixtures/cli, and lists.cordon, a
snapshot of fix/lists. `in` is its standard input. `out` must equal its standard output; `error` its standard error and,
where it did not end with 0, a last line "exit N". A missing file means empty. What differs from run to run (times,
rates, ages, hashes, sizes) is replaced by a word in capitals on both sides.

  tools/golden.py --bin build/release/cordon [--update] [AREA[/CASE]...]
"""
import argparse
import concurrent.futures
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "golden"
FIXTURES = ROOT / "tests" / "fixtures" / "cli"
TIMEOUT = 120

MASKS = [
    (r"\b[0-9a-f]{32}\b", "HASH"),
    (r"\bsnapshot [0-9a-f]{12}\b", "snapshot HASH"),
    (r"^(profile \S+) [0-9a-f]{12}$", r"\1 HASH"),
    (r'"byte":\d+', '"byte":BYTE'),
    (r"\b\d+ min \d\d s\b", "TIME"),
    (r"\b\d+(\.\d+)? m?s\b", "TIME"),
    (r"\([\d,]+ a second\)", "(RATE a second)"),
    (r"\b\d+\.\d [kM]B\b", "SIZE"),
    (r"\bage (\d+ days?|today)", "age AGE"),
    (r"(\d{4}-\d\d-\d\d|unknown) +(\d+ days?|today|unknown)\b", r"\1  AGE"),
    (r"(published) +(age)\b", r"\1  \2"),
]


def masked(text):
    for pattern, word in MASKS:
        text = re.sub(pattern, word, text, flags=re.M)
    return text


def environment(binary, folder):
    return {"PATH": f"{binary.parent}:/usr/bin:/bin", "HOME": str(folder), "LC_ALL": "C.UTF-8", "COLUMNS": "110"}


def prepare(binary, folder):
    """Makes the snapshot that every case finds as lists.cordon."""
    snapshot = folder / "lists.cordon"
    made = subprocess.run([str(binary), "build", str(FIXTURES / "lists"), "-o", str(snapshot)], capture_output=True,
                          text=True, timeout=TIMEOUT, env=environment(binary, folder))
    if made.returncode != 0:
        sys.exit(f"golden: the fixture lists do not build:\n{made.stderr}")
    return snapshot


def run(case, binary, snapshot):
    """Returns what the case prints now: {"out": …, "error": …}."""
    with tempfile.TemporaryDirectory(prefix="cordon-golden-") as name:
        folder = pathlib.Path(name)
        (folder / "fix").symlink_to(FIXTURES)
        (folder / "lists.cordon").symlink_to(snapshot)
        stdin = (case / "in").read_bytes() if (case / "in").exists() else b""
        done = subprocess.run(["sh", str(case / "cmd")], cwd=folder, input=stdin, capture_output=True, timeout=TIMEOUT,
                              env=environment(binary, folder))
        error = done.stderr.decode("utf-8", "replace")
        if done.returncode != 0:
            error += f"exit {done.returncode}\n"
        return {"out": masked(done.stdout.decode("utf-8", "replace")), "error": masked(error)}


def check(case, found, update):
    """Returns the difference in words, empty where there is none; with `update` writes what was found instead."""
    lines = []
    for part, text in found.items():
        path = case / part
        wanted = path.read_text() if path.exists() else ""
        if text == wanted:
            continue
        if not update:
            lines += difflib.unified_diff(wanted.splitlines(), text.splitlines(), f"{part} (recorded)", f"{part} (now)",
                                          lineterm="")
        elif text:
            path.write_text(text)
        else:
            path.unlink()
    return "\n".join(lines)


def selected(wanted):
    cases = sorted(path.parent for path in CASES.glob("*/*/cmd"))
    return [c for c in cases if not wanted or any(str(c.relative_to(CASES)).startswith(w) for w in wanted)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=os.environ.get("CORDON_BIN", ROOT / "build" / "release" / "cordon"))
    parser.add_argument("--update", action="store_true", help="record what the cases print now")
    parser.add_argument("cases", nargs="*")
    options = parser.parse_args()
    binary = pathlib.Path(options.bin).resolve()
    if not binary.exists():
        sys.exit(f"golden: no program at {binary}")
    cases = selected(options.cases)
    if not cases:
        sys.exit("golden: no such case")
    folder = pathlib.Path(tempfile.mkdtemp(prefix="cordon-golden-"))
    try:
        snapshot = prepare(binary, folder)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            found = list(pool.map(lambda case: run(case, binary, snapshot), cases))
    finally:
        shutil.rmtree(folder)
    failures = 0
    for case, text in zip(cases, found):
        difference = check(case, text, options.update)
        if difference:
            failures += 1
            print(f"--- {case.relative_to(ROOT)}\n{difference}\n")
    print(f"golden: {len(cases) - failures} of {len(cases)} cases agree")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
