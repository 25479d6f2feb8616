#!/usr/bin/env python3
"""Counts in how many parties each name token occurs and writes data/names/rarity.tsv.

Usage: tools/make_rarity.py ../shared CENSUS > data/names/rarity.tsv
Sources (read in place, never copied): the UN, EU and OFAC lists under data/, the given names and nicknames of data/names_nicknames, the
Latin sides of bench/translit (each pair one party). CENSUS is a folder with dist.all.last, dist.male.first and dist.female.first: names of the
US Census of 1990 with their share of persons in per cent (public domain; also in the Python package "names"). Lists and name pairs hold few
English and Spanish names, customer files many: a token counts as often as it does in the sources, or as half its share in the census
would make of the parties counted, whichever is more. Tokens borne by fewer than five parties are left out. The table holds surface tokens
(lower case, accents off); src/names/rarity.cc folds them when it reads the table and adds the counts of those that fold alike.
"""
import csv
import json
import os
import re
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections import Counter

LEAST = 5
VERSION = "2026-11-25"
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ə": "a", "ħ": "h", "ŋ": "ng"}
)


def tokens_of(name: str) -> set[str]:
    text = unicodedata.normalize("NFKD", name.replace("İ", "i").casefold()).translate(LETTERS)
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"['’‘ʼʻʿʾ`´]", "", text)
    return {t for t in re.split(r"[^a-z0-9]+", text) if len(t) > 1}


def un_parties(path: str):
    root = ElementTree.parse(path).getroot()
    for party in [*root.iter("INDIVIDUAL"), *root.iter("ENTITY")]:
        names = [party.findtext(tag) or "" for tag in ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")]
        names += [alias.text or "" for alias in party.iter("ALIAS_NAME")]
        yield names


def eu_parties(path: str):
    with open(path, encoding="utf-8") as f:
        for line in f:
            yield [alias.get("whole_name") or "" for alias in json.loads(line).get("name_aliases", [])]


def ofac_parties(folder: str):
    parties: dict[str, list[str]] = {}
    for name, column in (("sdn.csv", 1), ("alt.csv", 3)):
        with open(os.path.join(folder, name), encoding="latin-1", newline="") as f:
            for row in csv.reader(f):
                if len(row) > column:
                    parties.setdefault(row[0].strip(), []).append(row[column])
    yield from parties.values()


def nickname_parties(path: str):
    with open(path, encoding="utf-8") as f:
        for row in csv.DictReader(f):
            yield [row["name1"], row["name2"]]


def translit_parties(folder: str):
    for name in sorted(os.listdir(folder)):
        if name.endswith(".csv"):
            with open(os.path.join(folder, name), encoding="utf-8") as f:
                for row in csv.DictReader(f):
                    yield [row["latin"]]


def census_shares(folder: str) -> dict[str, float]:
    shares: dict[str, float] = {}
    for name in ("dist.all.last", "dist.male.first", "dist.female.first"):
        with open(os.path.join(folder, name), encoding="ascii") as f:
            for line in f:
                token, percent = line.split()[:2]
                token = token.lower()
                shares[token] = max(shares.get(token, 0.0), float(percent) / 100)
    return shares


def main() -> None:
    shared, census = sys.argv[1:3]
    sources = [
        un_parties(f"{shared}/data/lists/mixed_2025_04/UN.xml"),
        eu_parties(f"{shared}/data/eu_yaml_2026_05/eu_fsf.jsonl"),
        ofac_parties(f"{shared}/data/ofac_csv_2022_01"),
        nickname_parties(f"{shared}/data/names_nicknames/names.csv"),
        translit_parties(f"{shared}/bench/translit"),
    ]
    counts: Counter[str] = Counter()
    total = 0
    for source in sources:
        for names in source:
            total += 1
            counts.update(set().union(*(tokens_of(name) for name in names)))
    for token, share in census_shares(census).items():
        counts[token] = max(counts[token], round(total * share / 2))
    print("# How many parties bear a name token. Columns: token (lower case, accents off), parties. The row \"*\" is the number of parties counted.")
    print("# Source: counts over the UN (2025-04), EU (2026-05) and OFAC (2022-01) lists, the nicknames table of Old Dominion University (Apache-2.0)")
    print("# name pairs of Wikidata (CC0) and google/transliteration (Apache-2.0), and shares of names in the US Census of 1990 (public domain);")
    print("# made by tools/make_rarity.py.")
    print(f"# Version {VERSION}. Tokens borne by fewer than {LEAST} parties are left out. Licence: Apache-2.0.")
    print(f"*\t{total}")
    for token, count in sorted(counts.items()):
        if count >= LEAST:
            print(f"{token}\t{count}")


if __name__ == "__main__":
    main()
