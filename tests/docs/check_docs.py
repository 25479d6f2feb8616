#!/usr/bin/env python3
"""Is the documentation true? Prints FILE:LINE: what is wrong; exit code 1 if anything is.

  - A fenced block behind `<!-- quote: PATH -->` stands in that file, line by line, indentation aside; a line "…" is a gap.
  - Every `path` in backquotes that begins with a folder of the repository exists; so does one under src/ named without it.
  - Every relative link leads to a file.
"""
import pathlib
import re
import sys
import textwrap

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
QUOTE = re.compile(r"<!-- quote: (\S+) -->\n```\w*\n(.*?)\n```", re.S)
MARKER = re.compile(r"<!-- quote:")
CODE = re.compile(r"`([\w./-]+/[\w.*-]+)`")
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
FOLDERS = {"src", "apps", "data", "docs", "tests", "tools", "bench", "fuzz", "reference", "cmake", ".ci"}


def pages():
    names = ["README.md", "ARCHITECTURE.md", *(str(p.relative_to(ROOT)) for p in sorted((ROOT / "docs").rglob("*.md")))]
    return [ROOT / name for name in names if (ROOT / name).exists()]


def find(lines, wanted, start):
    """Returns the index behind the first place from `start` on where `wanted` stands, or None."""
    wanted = textwrap.dedent("\n".join(wanted))
    size = wanted.count("\n") + 1
    for i in range(start, len(lines) - size + 1):
        if textwrap.dedent("\n".join(lines[i:i + size])) == wanted:
            return i + size
    return None


def quote_trouble(path, quoted):
    file = ROOT / path
    if not file.is_file():
        return f"no file {path}"
    lines = [line.rstrip() for line in file.read_text(encoding="utf-8").splitlines()]
    at = 0
    for piece in re.split(r"^\s*…\s*$\n?", quoted, flags=re.M):
        wanted = [line.rstrip() for line in piece.strip("\n").splitlines()]
        behind = find(lines, wanted, at)
        if behind is None:
            return f"{path} has no such lines: {wanted[0].strip()}"
        at = behind
    return None


def path_exists(name):
    if "*" in name:
        return any(ROOT.glob(name)) or any((ROOT / "src").glob(name))
    return (ROOT / name).exists() or (ROOT / "src" / name).exists()


def rooms():
    return {p.name for p in (ROOT / "src").iterdir() if p.is_dir()}


def is_repository_path(name):
    first = name.split("/")[0]
    if first in FOLDERS:
        return not name.startswith("tests/golden/<")
    return first in rooms() and "." in name.rsplit("/", 1)[1]


def troubles(page):
    text = page.read_text(encoding="utf-8")

    def line(position):
        return text.count("\n", 0, position) + 1

    quotes = list(QUOTE.finditer(text))
    if len(quotes) != len(MARKER.findall(text)):
        yield 1, "a quote marker without a fenced block behind it"
    for found in quotes:
        if trouble := quote_trouble(*found.groups()):
            yield line(found.start()), trouble
    prose = re.sub(r"^```.*?^```", lambda m: "\n" * m.group(0).count("\n"), text, flags=re.S | re.M)
    for found in CODE.finditer(prose):
        if is_repository_path(found.group(1)) and not path_exists(found.group(1)):
            yield prose.count("\n", 0, found.start()) + 1, f"there is no {found.group(1)}"
    for found in LINK.finditer(prose):
        target = found.group(1)
        if "://" not in target and not (page.parent / target).exists():
            yield prose.count("\n", 0, found.start()) + 1, f"the link {target} leads nowhere"


def main():
    bad = 0
    quotes = 0
    for page in pages():
        quotes += len(QUOTE.findall(page.read_text(encoding="utf-8")))
        for number, what in troubles(page):
            print(f"{page.relative_to(ROOT)}:{number}: {what}")
            bad += 1
    print(f"{len(pages())} pages, {quotes} quotes, {bad} not true")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
