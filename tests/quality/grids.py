#!/usr/bin/env python3
"""Reads every sentence that the grids of tests/quality/grids make of subjects, adverbs, verbs and orders, and every answer to every allegation.

usage: grids.py READ_PAGE [--show N] [--check]
--show N   prints N of the texts that are misread, with what was read
--check    exit code 1 where more texts are misread than the file's own bar allows; bars are only ever lowered
A statement is right when exactly one claim is read in it and its act, speaker and content (Jaccard .6) are as the grid has them; an answer that denies, when it and the allegation contest one proposition and no other is contested, whatever detail stands between; another answer, when they do not.
Templates: {S} subject that opens the sentence, {s} amid it (with the comma that closes its aside), {n} at the end, {A} adverb, {V} verb with its content, {W} verb alone, {Q} what is quoted, {Q1} {Q2} its halves, {C} a clause, {G} the subject in the genitive, of which the file has whom to read there too.
In a verb, "said|said|said" are its forms by gender and number, of which the subject's `form` is one.
"""
import argparse
import glob
import itertools
import json
import os
import re
import subprocess
import sys
from collections import Counter

from reading_pages import words

HERE = os.path.dirname(os.path.abspath(__file__))


def texts_of(grid):
    """Yields (text, parts, speaker, acts, content) for each combination of what the template names."""
    for template, content in grid.get("templates", ()):
        verbs = grid["verbs"] if "{V}" in template else grid["sayings"] if "{W}" in template else [["", ["assert"], None]]
        adverbs = grid["adverbs"] if "{A}" in template else [""]
        for subject, adverb, verb in itertools.product(grid["subjects"], adverbs, verbs):
            name, speaker = subject["text"], subject["speaker"]
            if subject.get("pronoun") and ("{n}" in template or "{V}" not in template and "{W}" not in template):
                continue
            if "{G}" in template and "genitive" not in subject:
                continue
            verb = [re.sub(r"[^\s|,]+(\|[^\s|,]+)+", lambda m: m[0].split("|")[subject.get("form", 0)], verb[0]), *verb[1:]]
            if "{n}" in template and " " in verb[0] and not grid.get("tells_before_subject"):
                continue  # said in a statement X
            comma = grid.get("comma", ",") if subject.get("aside") else ""
            text = template.format(S=name[0].upper() + name[1:] + comma, s=name + comma, n=name, G=subject.get("genitive", [""])[0], A=adverb, V=verb[0], W=verb[0], Q=grid["quoted"], Q1=grid["halves"][0], Q2=grid["halves"][1], C=grid["clause"])
            said = verb[2] if "{V}" in template else grid[content]
            if "{G}" in template:
                speaker = subject["genitive"][1]
            yield grid["lead"] + grid.get("join", " ") + text, (template, name, adverb, verb[0]), speaker, verb[1], said


def is_right(claims, speaker, acts, content):
    if len(claims) != 1 or claims[0]["act"] not in acts:
        return False
    claim = claims[0]
    if not any(speaker.casefold() in (claim[k] or "").casefold() for k in ("speaker_text", "speaker")):
        return False
    a, b = words([content]), words(claim["content"])
    return sum((a & b).values()) >= 0.6 * sum((a | b).values())


def disputes(answer, left, right):
    """Is what ends before character `left` contested by what begins at `right`, and nothing of what stands between by anybody?"""
    places = {c["id"]: c["cue_begin"] if c["cue_begin"] is not None else c["content_places"][0]["begin"] for c in answer["claims"]}
    contested = [[places[i] for i in q["claims"]] for q in answer["propositions"] if q["status"] == "contested"]
    return len(contested) == 1 and min(contested[0]) < left and max(contested[0]) >= right


def read_all(program, language, texts):
    run = subprocess.run([program, "grid", language, "--each-line"], input="".join(t + "\n" for t in texts), capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(answers) == len(texts), language
    return answers


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("program")
    ap.add_argument("--show", type=int, default=0)
    ap.add_argument("--check", action="store_true")
    a = ap.parse_args()
    failed = False
    for path in sorted(glob.glob(os.path.join(HERE, "grids", "*.json"))):
        language = os.path.basename(path)[:-5]
        with open(path, encoding="utf-8") as file:
            grid = json.load(file)
        misread, blame = [], Counter()
        statements = list(texts_of(grid))
        for (text, parts, *wanted), answer in zip(statements, read_all(a.program, language, [s[0] for s in statements])):
            if not is_right(answer["claims"], *wanted):
                blame.update(p for p in parts if p)
                misread.append((text, answer))
        answers = [(left, amid, right, denies) for left in grid["allegations"] for key, denies in (("denials", True), ("others", False)) for right in grid[key] for amid in [""] + (grid.get("details", []) if denies else [])]
        texts = [" ".join(part for part in parts[:3] if part) for parts in answers]
        wrong = [(text, answer) for text, (left, _, right, denies), answer in zip(texts, answers, read_all(a.program, language, texts)) if disputes(answer, len(left), len(text) - len(right)) != denies]
        for name, bad, all_ in (("statements", misread, statements), ("answers", wrong, answers)):
            if not all_:
                continue
            bar = grid["bars"][name]
            print("%-3s %-10s %5d misread of %5d, %.4f   <= %.4f" % (language, name, len(bad), len(all_), len(bad) / len(all_), bar))
            failed |= len(bad) > bar * len(all_)
        for part, count in blame.most_common(3 if a.show else 0):
            print("    %4d  %s" % (count, part))
        for text, answer in (misread + wrong)[: a.show]:
            print("   ", text, [(c["speaker_text"], c["act"], c["cue"], " / ".join(c["content"])) for c in answer["claims"]])
    return a.check and failed


if __name__ == "__main__":
    sys.exit(main())
