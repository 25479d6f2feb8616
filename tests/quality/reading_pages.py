"""Claims and contested propositions of tests/quality/reports, as read_page reads them, against bars that are only ever raised.

usage: reading_pages.py READ_PAGE
A claim is right when a word of the cue, the class of the act and half of the content's words (Jaccard) agree. A contested proposition
is found when one that read_page calls contested has right claims of both sides of it.
"""
import glob
import json
import os
import re
import subprocess
import sys
from collections import Counter

HERE = os.path.dirname(os.path.abspath(__file__))
BARS = {
    "first": {"precision": 0.955, "recall": 0.955, "contested": 24},  # the eighteen pages of the first rounds
    "fresh2": {"precision": 0.93, "recall": 0.92, "contested": 17},  # twelve of two later writers
    "fresh3": {"precision": 0.92, "recall": 0.88, "contested": 23},  # thirteen of two more
    "fresh4": {"precision": 0.84, "recall": 0.8, "contested": 5},  # six of a sixth writer
    "fresh5": {"precision": 0.94, "recall": 0.93, "contested": 45},  # twenty-nine of three more
    "fresh6": {"precision": 0.92, "recall": 0.91, "contested": 31},  # twenty-two of three more
    "fresh7": {"precision": 0.94, "recall": 0.89, "contested": 30},  # sixteen of two more
    "fresh8": {"precision": 0.87, "recall": 0.7, "contested": 7},  # eight interviews, briefings and pages of live entries
    "fresh9": {"precision": 0.92, "recall": 0.89, "contested": 18},  # fifteen of another writer
}
SILENT = ("decline", "ask", "request")
CLASS = {"deny": "deny", "dismiss": "deny", "request": "other", "decline": "other", "ask": "other"}


def words(texts):
    return Counter(w for t in texts for w in re.findall(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+", t.casefold()))


def agree(gold, claim):
    a, b = words(gold["content"]), words(claim["content"])
    union = sum((a | b).values())
    same_act = CLASS.get(gold["act"], "support") == CLASS.get(claim["act"], "support")
    cue = gold["cue"].casefold() in claim["cue"].casefold() or bool(words([gold["cue"]]) & words([claim["cue"]]))
    return cue and same_act and union and sum((a & b).values()) / union >= 0.5


def main():
    sums = {part: Counter() for part in BARS}
    for path in sorted(glob.glob(os.path.join(HERE, "reports", "*.json"))):
        with open(path, encoding="utf-8") as file:
            gold = json.load(file)
        text = "\n".join(gold["main"]) + "\n"
        run = subprocess.run([sys.argv[1], gold["id"], gold["lang"]], input=text, capture_output=True, text=True, check=True)
        answer = json.loads(run.stdout)
        left = list(answer["claims"])
        hits = 0
        sides = {}  # of each claim that is right: the proposition and the side of the gold one
        for claim in gold["claims"]:
            match = next((c for c in left if agree(claim, c)), None)
            if match is not None:
                hits += 1
                left.remove(match)
                if claim["proposition"] and claim["act"] not in SILENT:
                    sides[match["id"]] = (claim["proposition"], claim["polarity"])
        contested = {q["id"] for q in gold["propositions"] if q["status"] == "contested"}
        found = set()
        for q in answer["propositions"]:
            both = {sides[c] for c in q["claims"] if c in sides}
            joined = {p for p in contested - found if {(p, "+"), (p, "-")} <= both}
            if q["status"] == "contested" and joined:
                found.add(min(joined))  # one answers to one
        part = sums[gold["split"] if gold["split"] in BARS else "first"]
        part.update(right=hits, reported=len(answer["claims"]), wanted=len(gold["claims"]))
        part.update(contested=len(found))
        print("%-9s %2d of %2d claims, %2d reported" % (gold["id"], hits, len(gold["claims"]), len(answer["claims"])))
    failed = False
    for name, part in sums.items():
        got = {"precision": part["right"] / part["reported"], "recall": part["right"] / part["wanted"], "contested": part["contested"]}
        print(name, got)
        failed |= any(got[k] < bar for k, bar in BARS[name].items())
    return failed


if __name__ == "__main__":
    sys.exit(main())
