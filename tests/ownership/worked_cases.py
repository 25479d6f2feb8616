#!/usr/bin/env python3
"""Runs the worked cases of ownership against the program: tests/ownership/*.cases, and the JSON lines of the shared bench
where they are there ($CORDON_DATA, else ../shared; said so where not).

  tests/ownership/worked_cases.py [--cordon build/release/cordon] [NAME...]

A case file reads like a table of the law:

  OWN-F1  two steps of exactly one half
    X,A,50%                      rows of the CSV that `cordon own --graph` reads; the header is the full one
    A,B,50%
    listed X                     parties listed; several behind commas
    as_of 2026-11-24             this, if left out
    A: ofac certain, eu certain, uk clear AT_THRESHOLD, ca certain 1/2..1/2
                                 verdict, flags that it must show (!FLAG: must not), share_min..share_max
    bad 2: a company cannot own itself    the row of that line is refused so; the header is line 1
"""
import argparse
import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HEADER = ["owner", "owned", "share", "kind", "from", "to", "source", "known_at", "with"]
WORDS = {"clear": "CLEAR_ON_DATA", "concern": "CONTROL_CONCERN", "possible": "DERIVED_POSSIBLE",
         "certain": "DERIVED_CERTAIN", "listed": "LISTED"}


class Case:
    def __init__(self, name, note):
        self.name, self.note = name, note
        self.rows, self.listed, self.as_of, self.known_at = [], [], "2026-11-24", None
        self.expect = []  # (rule or None, party, verdicts or None, flags, shares or None)
        self.bad = []     # (line, words)


def parse_case_file(path):
    cases = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        if not line.startswith(" "):
            name, _, note = text.partition(" ")
            cases.append(Case(name, note.strip()))
            continue
        case = cases[-1]
        word, _, rest = text.partition(" ")
        if word == "listed":
            case.listed = [name.strip() for name in rest.split(",")]
        elif word in ("as_of", "known_at"):
            setattr(case, word, rest.strip())
        elif word == "bad":
            row, _, words = rest.partition(": ")
            case.bad.append((int(row), words))
        elif word.endswith(":"):
            for answer in rest.split(","):
                parts = answer.split()
                verdict = [WORDS[p] for p in parts[1:] if p in WORDS]
                shares = [p for p in parts[1:] if ".." in p]
                flags = [p for p in parts[1:] if p not in WORDS and ".." not in p]
                if not verdict or parts[0] not in ("ofac", "eu", "uk", "ch", "ca", "au", "bis"):
                    sys.exit(f"{path}:{number}: what is '{answer.strip()}'?")
                case.expect.append((parts[0], word[:-1], verdict, flags, shares[0] if shares else None))
        else:
            case.rows.append(next(csv.reader([text])))
    return cases


def parse_bench(path):
    cases = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        case = Case(row["id"], row["note"])
        case.rows = [list(edge) for edge in row["edges"]]
        for joint in row.get("joint", []):
            for other in joint["members"][1:]:
                case.rows.append([joint["members"][0], joint["of"], "", "pact", "", "", "", "", other])
        for company in row.get("complete", []):
            case.rows.append(["", company, "", "complete"])
        case.listed, case.as_of = row["listed"], row["as_of"]
        for rule, verdicts in row["expect"].items():
            for party, verdict in verdicts.items():
                # CONTROL_CONCERN says more than CLEAR_ON_DATA and is accepted in its place.
                admitted = [verdict] + (["CONTROL_CONCERN"] if verdict == "CLEAR_ON_DATA" else [])
                case.expect.append((rule, party, admitted, row.get("flags", {}).get(party, []), None))
        cases.append(case)
    return cases


def ask(cordon, case):
    """Returns {(rule, party): answer}, what was printed on standard error, the exit code, and whether --customers differs."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(case.rows)
    with tempfile.TemporaryDirectory(prefix="cordon-own-") as folder:
        graph = pathlib.Path(folder) / "structure.csv"
        graph.write_text(text.getvalue(), encoding="utf-8")
        words = [cordon, "own", "--all", "--graph", graph, "--listed", ",".join(case.listed), "--as-of", case.as_of,
                 "--format", "jsonl"] + (["--known-at", case.known_at] if case.known_at else [])
        done = subprocess.run([str(w) for w in words], capture_output=True, text=True, timeout=60)
        customers = pathlib.Path(folder) / "customers.csv"
        with customers.open("w", encoding="utf-8", newline="") as table:
            writer = csv.writer(table)
            writer.writerow(["name"])
            writer.writerows([name] for name in dict.fromkeys(json.loads(line)["entity"] for line in done.stdout.splitlines()))
        again = [w if w != "--all" else "--customers" for w in words]
        again.insert(again.index("--customers") + 1, customers)
        as_customers = subprocess.run([str(w) for w in again], capture_output=True, text=True, timeout=60)
    answers = {}
    for line in done.stdout.splitlines():
        answer = json.loads(line)
        answers[answer["rule"], answer["entity"]] = answer
    rows = [json.loads(line) for line in as_customers.stdout.splitlines()]
    for row in rows:
        for key in ("customer", "file", "line", "in_graph"):
            row.pop(key)
    differ = rows != [json.loads(line) for line in done.stdout.splitlines()] or as_customers.returncode != done.returncode
    return answers, done.stderr, done.returncode, differ


def path_trouble(answer, listed):
    """Every path runs from a listed party to the company along links that meet, each once."""
    for path in answer["paths"]:
        if path[-1]["owned"] != answer["entity"]:
            return f"a path ends at {path[-1]['owned']}"
        first = path[0].get("with", path[0]["owner"]) if path[0]["kind"] == "nominee" else path[0]["owner"]
        if first not in listed and path[0]["kind"] not in ("nominee", "pact", "family"):
            return f"a path begins at {first}, who is not listed"
        if len({json.dumps(link, sort_keys=True) for link in path}) != len(path):
            return "a path has a link twice"
    return None


def troubles(case, answers, error, code, differ):
    if differ:
        yield "--customers does not say what --all says"
    for rule, party, verdicts, flags, shares in case.expect:
        answer = answers.get((rule, party))
        if answer is None:
            yield f"{rule} {party}: no answer"
            continue
        if answer["verdict"] not in verdicts:
            yield f"{rule} {party}: {answer['verdict']}, not {verdicts[0]}"
        for flag in flags:
            if (flag.lstrip("!") in answer["flags"]) == flag.startswith("!"):
                yield f"{rule} {party}: flags {answer['flags']}, wanted {flag}"
        if shares and shares != f"{answer['share_min']}..{answer['share_max']}":
            yield f"{rule} {party}: {answer['share_min']}..{answer['share_max']}, not {shares}"
    for answer in answers.values():
        if trouble := path_trouble(answer, case.listed):
            yield f"{answer['rule']} {answer['entity']}: {trouble}"
    for line, words in case.bad:
        if not any(f"record {line}:" in said and words in said for said in error.splitlines()):
            yield f"line {line} was not refused with \"{words}\"; said was: {error.strip()}"
    if bool(case.bad) != (code == 2):
        yield f"exit code {code}: {error.strip()}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cordon", default=os.environ.get("CORDON_BIN", ROOT / "build" / "release" / "cordon"))
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    cases = [case for path in sorted((ROOT / "tests" / "ownership").glob("*.cases")) for case in parse_case_file(path)]
    bench = pathlib.Path(os.environ.get("CORDON_DATA", ROOT.parent / "shared")) / "bench" / "ownership" / "worked_dev.jsonl"
    own = len(cases)
    if bench.exists():
        cases += parse_bench(bench)
    else:
        print(f"worked_cases: {bench} is not there; its cases were not run")
    failed = checked = 0
    for case in cases:
        if options.names and case.name not in options.names:
            continue
        found = list(troubles(case, *ask(options.cordon, case)))
        checked += len(case.expect)
        failed += bool(found)
        for trouble in found:
            print(f"{case.name} ({case.note}): {trouble}")
    print(f"worked_cases: {own} cases of ours, {len(cases) - own} of the bench, {checked} verdicts; {failed} cases differ")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
