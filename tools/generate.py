#!/usr/bin/env python3
"""Makes anew what is generated: docs/cordon.1, and in Markdown pages the blocks between markers.

  tools/generate.py --cordon build/release/cordon [--check]

--check changes nothing, names each file that would change, and then ends with 1. Needs nothing but the program.

A block stands between `<!-- generated: WHAT -->` and `<!-- end -->`. WHAT is

  formats                     the table of list formats, from `cordon build --help`
  run COMMAND                 the command and what it prints; `cordon` is on the path, the folder is the repository's
  run COMMAND ## A-B C-D      of that, only lines A to B and C to D; -3 is the third from the end, gaps become "[...]"
A pipeline is judged by its last command, so `grep` may drop what is not to be shown.

What differs from run to run and from day to day (times, rates, ages) is shown as N.
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
HOME = tempfile.TemporaryDirectory()  # of the commands that are shown: what one writes to ~, the next finds there
PAGES = ["README.md", "docs/follow-one-name.md", "docs/tuning.md"]
BLOCK = re.compile(r"(<!-- generated: (.+?) -->\n)(.*?)(<!-- end -->)", re.S)
MASKS = [
    (r"\b\d+(\.\d+)? (ms|s)\b", r"N \2"),
    (r"\b\d+ min \d\d s\b", "N min"),
    (r"\([\d,]+ a second\)", "(N a second)"),
    (r"\bage \d+ days\b", "age N days"),
    (r"(\d{4}-\d\d-\d\d) +\d+ days?\b", r"\1  N days"),
    (r"\bsnapshot [0-9a-f]{12}\b", "snapshot …"),
    (r"(?m)^(profile \S+) [0-9a-f]{12}$", r"\1 …"),
]


def run(cordon, words, shell=False):
    env = {"PATH": f"{cordon.parent}:/usr/bin:/bin", "HOME": HOME.name, "LC_ALL": "C.UTF-8", "COLUMNS": "100"}
    done = subprocess.run(words, shell=shell, cwd=ROOT, env=env, capture_output=True, text=True, timeout=600)
    if done.returncode not in (0, 1):
        sys.exit(f"generate: {words} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def formats(cordon):
    lines = run(cordon, [str(cordon), "build", "--help"]).partition("\nFormats:\n")[2].splitlines()
    rows = [re.fullmatch(r"  (\S+) +(.+) \((.+)\)", line) for line in lines]
    if not rows or None in rows:
        sys.exit("generate: the formats of `cordon build --help` are not as expected")
    out = ["| format | what it is | usual files |", "|---|---|---|"]
    out += [f"| `{name}` | {title} | {files} |" for name, title, files in (row.groups() for row in rows)]
    return "\n".join(out) + "\n"


def some_lines(lines, ranges):
    """`ranges` as in "1-20 -3--1": both ends included."""
    kept, last = [], -1
    for text in ranges.split():
        first, end = re.fullmatch(r"(-?\d+)-(-?\d+)", text).groups()
        begin, stop = (int(n) - 1 if int(n) > 0 else len(lines) + int(n) for n in (first, end))
        if begin > last + 1:
            kept.append("[...]")
        kept += lines[begin:stop + 1]
        last = stop
    return kept + (["[...]"] if last + 1 < len(lines) else [])


def shown(cordon, what):
    command, _, ranges = what.partition(" ## ")
    text = run(cordon, command, shell=True)
    text = text.replace(HOME.name, "~")
    for pattern, word in MASKS:
        text = re.sub(pattern, word, text)
    lines = [line.rstrip() for line in text.rstrip("\n").splitlines()]
    if ranges:
        lines = some_lines(lines, ranges)
    return "```\n$ " + command + "\n" + "\n".join(lines) + "\n```\n"


def page(cordon, text):
    def block(found):
        what = found.group(2)
        if what == "formats":
            made = formats(cordon)
        elif what.startswith("run "):
            made = shown(cordon, what[len("run "):])
        else:
            sys.exit(f"generate: no way to make '{what}'")
        return found.group(1) + made + found.group(4)
    return BLOCK.sub(block, text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cordon", required=True, type=pathlib.Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    cordon = options.cordon.resolve()
    if not os.access(cordon, os.X_OK):
        sys.exit(f"generate: no program at {cordon}; ./dev build makes it")
    made = {"docs/cordon.1": run(cordon, [str(cordon), "--man"])}
    for name in PAGES:
        made[name] = page(cordon, (ROOT / name).read_text(encoding="utf-8"))
    stale = []
    for name, text in made.items():
        path = ROOT / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not options.check:
            path.write_text(text, encoding="utf-8")
    for name in stale:
        print(f"{name}: {'stale; ./dev gen makes it anew' if options.check else 'made anew'}")
    sys.exit(1 if options.check and stale else 0)


if __name__ == "__main__":
    main()
