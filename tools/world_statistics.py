#!/usr/bin/env python3
"""Prints the token statistics of generated worlds beside those of the real lists, as the table of bench/WORLD.md.

Usage: tools/world_statistics.py [--shared ../shared] [--parties N] NAME=parties.ftm.jsonl …
With --shared the UN, EU and OFAC lists come first, each alone and all together; --parties takes as many parties of each world, spread
evenly over the file. A token is a run of letters or digits, lower case, without marks; names of one party that are equal so are one name.
"""
import argparse
import json
import math
import re
import sys
import unicodedata
from collections import Counter

from make_world_names import eu_parties, folded, ofac_parties, un_parties

SCRIPTS = {"LATIN": "Latin", "CYRILLIC": "Cyrillic", "ARABIC": "Arabic", "CJK": "Han", "HANGUL": "Hangul"}


def tokens_of(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", folded(name))


def script_of(name: str) -> str:
    found = Counter()
    for c in name:
        if c.isalpha():
            found[SCRIPTS.get(unicodedata.name(c, "?").split()[0], "other")] += 1
    return found.most_common(1)[0][0] if found else "none"


def real_parties(shared: str):
    lists = {
        "UN": un_parties(f"{shared}/data/lists/mixed_2025_04/UN.xml"),
        "EU": eu_parties(f"{shared}/data/eu_yaml_2026_05/eu_fsf.jsonl"),
        "OFAC": ofac_parties(f"{shared}/data/ofac_csv_2022_01", "sdn.csv", "alt.csv"),
    }
    together = []
    for name, parties in lists.items():
        of_list = [(p.person, p.names) for p in parties]
        together += of_list
        yield name, of_list
    yield "UN + EU + OFAC", together


def world_parties(path: str, wanted: int):
    with open(path, encoding="utf-8") as f:
        total = sum(1 for _ in f)
    step = max(1, total // wanted) if wanted else 1
    out = []
    with open(path, encoding="utf-8") as f:
        for i, line in enumerate(f):
            if i // 8 % step or (wanted and len(out) >= wanted):  # parties of eight lines may belong together
                continue
            row = json.loads(line)
            names = [n for p in ("name", "alias", "weakAlias", "previousName") for n in row["properties"].get(p, [])]
            if row["schema"] in ("Person", "Company", "Organization"):  # the real lists are counted without ships and aircraft
                out.append((row["schema"] == "Person", names))
    return out


def slope(counts: list[int], first: int, last: int) -> float:
    """Least squares of log count on log rank."""
    points = [(math.log(r), math.log(counts[r - 1])) for r in range(first, min(last, len(counts)) + 1)]
    mx = sum(x for x, _ in points) / len(points)
    my = sum(y for _, y in points) / len(points)
    return sum((x - mx) * (y - my) for x, y in points) / sum((x - mx) ** 2 for x, _ in points)


def share(n: int, of: int) -> str:
    return f"{100 * n / max(of, 1):.1f} %"


def percentiles(values: list[int], shares: tuple[float, ...]) -> str:
    values = sorted(values)
    return ", ".join(f"{values[min(len(values) - 1, int(s * len(values)))]:,}" for s in shares) if values else "–"


def different_names(names: list[str]) -> dict[str, str]:
    different = {" ".join(tokens_of(n)): n for n in names}
    different.pop("", None)
    return different


def lengths(parties, person: bool) -> list[tuple[str, str]]:
    names_each, tokens_each, tokens = [], [], set()
    for is_person, names in parties:
        if is_person != person:
            continue
        different = different_names(names)
        names_each.append(len(different))
        tokens_each += [len(text.split()) for text in different]
        tokens.update(t for text in different for t in text.split())
    who = "persons" if person else "organisations"
    return [
        (f"{who}: share of parties", share(len(names_each), len(parties))),
        ("… names each: mean", f"{sum(names_each) / max(len(names_each), 1):.2f}"),
        ("… … p50, p90, p99, max", percentiles(names_each, (0.5, 0.9, 0.99, 1))),
        ("… tokens per name: mean", f"{sum(tokens_each) / max(len(tokens_each), 1):.2f}"),
        ("… … p10, p50, p90, p99, max", percentiles(tokens_each, (0.1, 0.5, 0.9, 0.99, 1))),
        ("… distinct tokens per party", f"{len(tokens) / max(len(names_each), 1):.2f}"),
    ]


def statistics(parties: list[tuple[bool, list[str]]]) -> list[tuple[str, str]]:
    scripts: Counter[str] = Counter()
    postings: Counter[str] = Counter()
    occurrences: Counter[str] = Counter()
    of_names = []
    for _, listed in parties:
        different = different_names(listed)
        for text, name in different.items():
            of_names.append(text.split())
            occurrences.update(text.split())
            scripts[script_of(name)] += 1
        postings.update({t for text in different for t in text.split()})
    counts = sorted(postings.values(), reverse=True)
    met = [postings[t] for tokens in of_names for t in tokens]  # how many parties a token of a name leads to
    names = len(of_names)
    of_all = lambda n: share(sum(c for _, c in occurrences.most_common(n)), sum(occurrences.values()))
    rarest = sum(1 for tokens in of_names if any(postings[t] == 1 for t in tokens))
    return [
        ("parties", f"{len(parties):,}"),
        ("names", f"{names:,}"),
        *lengths(parties, True),
        *lengths(parties, False),
        ("distinct tokens", f"{len(postings):,}"),
        ("… per party", f"{len(postings) / len(parties):.2f}"),
        ("… of one party only", share(sum(1 for c in counts if c == 1), len(counts))),
        ("names with a token of one party only", share(rarest, names)),
        ("occurrences: ten commonest tokens", of_all(10)),
        ("… hundred", of_all(100)),
        ("… thousand", of_all(1000)),
        ("parties with the commonest token", share(counts[0], len(parties))),
        ("Zipf slope, ranks 10–100", f"{slope(counts, 10, 100):.2f}"),
        ("… 100–1,000", f"{slope(counts, 100, 1000):.2f}"),
        ("… 1,000–10,000", f"{slope(counts, 1000, 10000):.2f}" if len(counts) >= 10000 else "–"),
        ("parties that a token of a name leads to: p10, p50, p90, p99", percentiles(met, (0.1, 0.5, 0.9, 0.99))),
        ("names in Latin letters", share(scripts["Latin"], names)),
        ("… Cyrillic", share(scripts["Cyrillic"], names)),
        ("… Arabic", share(scripts["Arabic"], names)),
        ("… Han, Hangul", share(scripts["Han"] + scripts["Hangul"], names)),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", help="folder with the real lists")
    parser.add_argument("--parties", type=int, default=0, help="take N parties of each world")
    parser.add_argument("worlds", nargs="*", metavar="NAME=FILE")
    args = parser.parse_args()
    columns = []
    if args.shared:
        columns += [(name, statistics(parties)) for name, parties in real_parties(args.shared)]
    for world in args.worlds:
        name, _, path = world.rpartition("=")
        columns.append((name or path, statistics(world_parties(path, args.parties))))
    if not columns:
        parser.error("neither --shared nor a world")
    print("| | " + " | ".join(name for name, _ in columns) + " |")
    print("|---|" + "---:|" * len(columns))
    for i, (what, _) in enumerate(columns[0][1]):
        print(f"| {what} | " + " | ".join(rows[i][1] for _, rows in columns) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
