#!/usr/bin/env python3
"""Writes data/nicknames/english.tsv from the "nicknames" table of Old Dominion University (Apache-2.0).

Usage: tools/make_nicknames.py ../shared/data/names_nicknames/names.csv > data/nicknames/english.tsv
Each row is a class: a given name, then its nicknames.
"""
import csv
import sys
from collections import defaultdict

HEAD = """\
# English given names and their nicknames: each row a class, the full name first, words separated by blanks.
# Source: github.com/carltonnorthern/nicknames (names.csv), Old Dominion University Web Science and Digital Libraries Research Group.
# Licence: Apache-2.0, credited in NOTICE. Reformatted by tools/make_nicknames.py, 2026-11-25; single letters left out.
"""


def main() -> None:
    classes: dict[str, set[str]] = defaultdict(set)
    with open(sys.argv[1], encoding="utf-8") as f:
        for row in csv.DictReader(f):
            name, nickname = row["name1"].strip(), row["name2"].strip()
            if row["relationship"] == "has_nickname" and len(name) > 1 and len(nickname) > 1:
                classes[name].add(nickname)
    sys.stdout.write(HEAD)
    for name in sorted(classes):
        print(" ".join([name, *sorted(classes[name])]))


if __name__ == "__main__":
    main()
