#!/usr/bin/env python3
"""Prints how many of the claims of tests/quality/sentences are read, language by language: of those that rules may be mended with, and of the quarter that only measures.

usage: sentences.py READ_PAGE [--misses LANG] [--check]
--misses   prints what is missed of the first part of a language
--check    exit code 1 where a figure of all languages is below its bar; bars are only ever raised
A claim is right when a word of the cue, a word of the speaker, the class of the act and half of the content's words (Jaccard) agree.
"""
import argparse
import glob
import json
import os
import subprocess
import sys
from collections import Counter

from reading_pages import agree, words

HERE = os.path.dirname(os.path.abspath(__file__))
PARTS = ("looked at", "kept")  # three quarters and one
BARS = {"looked at": {"recall": 0.83, "precision": 0.87}, "kept": {"recall": 0.72, "precision": 0.78}}


def speaks(gold, claim):
    if gold["speaker"] is None:
        return True
    wanted = words([gold["speaker"]])
    return any(2 * sum((wanted & words([said])).values()) >= min(wanted.total(), words([said]).total()) > 0 for said in (claim["speaker_text"], claim["speaker"]) if said)


def read_all(program, language, rows):
    """Returns for each row the claims that are read and those of the gold that are missed."""
    run = subprocess.run([program, "sentence", language, "--each-line"], input="".join(row["text"] + "\n" for row in rows), capture_output=True, text=True, check=True)
    answers = [json.loads(line)["claims"] for line in run.stdout.splitlines()]
    assert len(answers) == len(rows), language
    out = []
    for row, claims in zip(rows, answers):
        left, missed = list(claims), []
        for gold in row["claims"]:
            match = next((c for c in left if agree(gold, c) and speaks(gold, c)), None)
            if match is None:
                missed.append(gold)
            else:
                left.remove(match)
        out.append((claims, missed))
    return out


def show(row, claims, missed):
    print(row["text"])
    for name, those in (("missed", missed), ("read", claims)):
        for c in those:
            print("    %-7s %s | %s | %s | %s" % (name, c["act"], c["speaker"], c["cue"], " / ".join(c["content"])))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program")
    ap.add_argument("--misses")
    ap.add_argument("--check", action="store_true")
    a = ap.parse_args()
    sums = {part: Counter() for part in PARTS}
    print("%-9s%21s%21s" % ("", *("%s: R, P" % part for part in PARTS)))
    for path in sorted(glob.glob(os.path.join(HERE, "sentences", "*.jsonl"))):
        language = os.path.basename(path)[:-6]
        if a.misses not in (None, language):
            continue
        with open(path, encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        answers = read_all(a.program, language, rows)
        of = {part: Counter() for part in PARTS}
        for number, (row, (claims, missed)) in enumerate(zip(rows, answers)):
            part = PARTS[number % 4 == 1]  # lines 2, 6, 10 …
            of[part].update(wanted=len(row["claims"]), right=len(row["claims"]) - len(missed), read=len(claims))
            if a.misses and part == PARTS[0] and (missed or (claims and not row["claims"])):
                show(row, claims, missed)
        print("%-9s" % language + "".join("%14.2f%7.2f" % (c["right"] / c["wanted"], c["right"] / max(c["read"], 1)) for c in of.values()))
        for part in PARTS:
            sums[part].update(of[part])
    got = {part: {"recall": c["right"] / c["wanted"], "precision": c["right"] / max(c["read"], 1)} for part, c in sums.items()}
    print("%-9s" % "all" + "".join("%14.3f%7.3f" % (g["recall"], g["precision"]) for g in got.values()))
    return a.check and any(got[part][k] < bar for part in PARTS for k, bar in BARS[part].items())


if __name__ == "__main__":
    sys.exit(main())
