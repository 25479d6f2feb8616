#!/usr/bin/env python3
"""Finds where statements of reasons may name an owner, a subsidiary or a share: candidates for
data/ownership/stated_reasons.tsv, which a person reads and confirms. Nothing is confirmed here.

  tools/stated_ownership.py EU.xml              the EU's financial sanctions file 1.1
  tools/stated_ownership.py UK.csv              the UK sanctions list (columns by header: statement of reasons, other information,
                                                parent company, subsidiaries, owners and operators of ships)
  … --text                                      with the sentence, to read it on screen; not for keeping

One row a candidate, tab-separated: party (id as in a snapshot), kind (of data/ownership/link_kinds.tsv, as guessed), share
(as written, 100 for wholly owned, >50 for a majority, else empty), name (as guessed), where (field and number of the sentence
in it), known (yes: the table has a row of that party and kind).
"""
import argparse
import csv
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "data" / "ownership" / "stated_reasons.tsv"

# A name: what begins with a capital letter or a quotation mark, with the small words that names have in them.
NAME = r"(?P<name>(?:the )?[\"'«“‘]?[A-ZÀ-ÞА-Я0-9][^\s,;()]*(?: (?:of|and|for|the|de|&|[\"'«“‘(]?[A-ZÀ-ÞА-Я0-9])[^\s,;]*)*)"
SHARE = r"(?P<share>\d{1,3}(?:[.,]\d+)?) ?(?:%|per ?cent)"
SMALL = r"(?:(?:a|an|the|as|is|are|also|key|its|state-owned|both|company) )*"
# kind: what the named one is to the party that the statement is about.
PATTERNS = [
    ("parent", rf"subsidiary[ ,–-]*\(?{SHARE}\)? of {SMALL}{NAME}"),
    ("parent", rf"{SHARE} subsidiary of {SMALL}{NAME}"),
    ("parent", rf"(?P<wholly>wholly[- ]owned )?(?P<majority>majority[- ]owned )?subsidiary of {SMALL}{NAME}"),
    ("parent", rf"[Pp]arent company (?:is|was) {SMALL}{NAME}"),
    ("owner", rf"(?P<wholly>wholly )?(?P<majority>majority[- ])?owned by {SMALL}{NAME}"),
    ("owner", rf"{SHARE} (?:of (?:the|its) (?:shares|capital|stake)[a-z ]* )?(?:is|are|was)? ?(?:owned|held) by {SMALL}{NAME}"),
    ("ownedOrControlledBy", rf"(?:owned (?:or|and) )?controlled by {SMALL}{NAME}"),
    ("asset", rf"(?P<majority>[Mm]ajority )(?:share|stake)?(?:holder|owner)(?: and [a-z]+)? (?:of|in) (?:the )?(?:company )?{NAME}"),
    ("asset", rf"(?:[Oo]wns|[Hh]olds|[Oo]wner of|[Ss]hareholder (?:of|in)) {SMALL}(?:{SHARE} (?:of )?)?{SMALL}{NAME}"),
    ("asset", rf"[Cc]o-owner of {SHARE} of the company {NAME}"),
]
COMPILED = [(kind, re.compile(pattern)) for kind, pattern in PATTERNS]
SENTENCE = re.compile(r"(?<=[.;])\s+(?=[A-ZÀ-ÞА-Я])")
UK_TEXTS = ["uk statement of reasons", "other information"]
UK_LINKS = {"parent company": "parent", "subsidiaries": "subsidiary", "current owner/operator (s)": "owner",
            "current owner/operator(s)": "owner"}


def share_of(found):
    groups = found.groupdict()
    if groups.get("share"):
        return groups["share"].replace(",", ".")
    if groups.get("wholly"):
        return "100"
    return ">50" if groups.get("majority") else ""


def candidates(text):
    """Yields kind, share, name, number of the sentence, sentence."""
    for number, sentence in enumerate(SENTENCE.split(" ".join(text.split())), 1):
        seen = set()
        for kind, pattern in COMPILED:
            for found in pattern.finditer(sentence):
                name = found["name"].strip(" \"'«»“”‘’.")
                if (found.start("name"), name) in seen or len(name) < 3:
                    continue
                seen.add((found.start("name"), name))
                yield kind, share_of(found), name, number, sentence


def eu_texts(path):
    """Yields party, field, text."""
    def local(tag):
        return tag.rsplit("}", 1)[-1]

    for _, element in ElementTree.iterparse(path):
        if local(element.tag) != "sanctionEntity":
            continue
        party = "eu:" + element.get("euReferenceNumber", "")
        seen = set()
        for child in element.iter():
            fields = []
            if local(child.tag) == "nameAlias":
                fields = [("nameAlias/function", child.get("function")), ("nameAlias/title", child.get("title"))]
            elif local(child.tag) == "remark":
                fields = [("remark", child.text)]
            elif local(child.tag) == "additionalInformation":
                fields = [("additionalInformation", child.get("value"))]
            for field, text in fields:
                if text and text not in seen:
                    seen.add(text)
                    yield party, field, text
        element.clear()


def uk_rows(path):
    """Yields party, field, text, kind: of a text none, of a field that is a link its kind."""
    with open(path, encoding="utf-8-sig", errors="replace", newline="") as file:
        rows = csv.reader(file)
        header = []
        for row in rows:
            header = [cell.strip().lower() for cell in row]
            if "unique id" in header:
                break
        seen = set()
        for row in rows:
            cells = dict(zip(header, (cell.strip() for cell in row)))
            party = "uk:" + cells.get("unique id", "")
            for field in [*UK_TEXTS, *UK_LINKS]:
                text = cells.get(field, "")
                if text and (party, field, text) not in seen:
                    seen.add((party, field, text))
                    yield party, field, text, UK_LINKS.get(field)


def known_rows():
    rows = set()
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            party, kind = line.split("\t")[:2]
            rows.add((party, kind))
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file")
    parser.add_argument("--text", action="store_true", help="print the sentence too")
    arguments = parser.parse_args()
    known = known_rows()
    count = 0
    if arguments.file.endswith(".csv"):
        texts = uk_rows(arguments.file)
    else:
        texts = ((party, field, text, None) for party, field, text in eu_texts(arguments.file))
    for party, field, text, link in texts:
        found = [(link, "", text, 1, text)] if link else candidates(text)
        for kind, share, name, number, sentence in found:
            row = [party, kind, share, name, f"{field} {number}", "yes" if (party, kind) in known else "no"]
            print("\t".join(row + ([sentence] if arguments.text else [])))
            count += 1
    print(f"{count} candidates; read each before it becomes a row of {TABLE.relative_to(ROOT)}", file=sys.stderr)


if __name__ == "__main__":
    main()
