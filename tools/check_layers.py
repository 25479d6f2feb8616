#!/usr/bin/env python3
"""Holds every #include and every link line against the ranks of the rooms (CORDON_RANKS in CMakeLists.txt).

  tools/check_layers.py [ROOT]      prints FILE:LINE: breach for each breach; exit code 1 if there is one
  tools/check_layers.py --self-test makes a small tree with each kind of breach and sees that it is found

The rules (DESIGN, "The rooms"):
  - a file of src/ROOM includes only its own room and rooms of a lower rank, and of those only what ROOM links, directly or through another room;
  - a *_test.cc beside the sources obeys the same rule, and may also include reference/;
  - DEPS of add_module names only rooms of a lower rank;
  - every src/ROOM/*.cc that is no test stands in the SOURCES of its CMakeLists.txt, or it would be compiled by nobody;
  - every folder in src/ has a rank. Programs under apps/ may include any room, but no folder that is none.
"""

import pathlib
import re
import sys
import tempfile

INCLUDE = re.compile(r'\s*#\s*include\s*"([^"]+)"')
SUFFIXES = {".h", ".cc", ".inc"}


class Module:
    """What one add_module(...) says, each word with its line."""

    def __init__(self, path):
        self.path = path
        self.words = {"": [], "SOURCES": [], "DEPS": [], "LIBS": []}
        inside, key = False, ""
        for number, line in enumerate(read_lines(path), 1):
            line = line.split("#")[0]
            if not inside:
                found = re.search(r"\badd_module\s*\(", line)
                if not found:
                    continue
                inside, line = True, line[found.end():]
            body, closed, _ = line.partition(")")
            for word in body.split():
                if word in self.words:
                    key = word
                else:
                    self.words[key].append((word, number))
            if closed:
                break

    def names(self, key):
        return [word for word, _ in self.words[key]]


def read_lines(path):
    return path.read_text(encoding="utf-8", errors="replace").splitlines()


def read_ranks(cmake):
    text = "\n".join(line.split("#")[0] for line in read_lines(cmake))
    table = re.search(r"set\s*\(\s*CORDON_RANKS\b([^)]*)\)", text)
    if not table:
        sys.exit(f"{cmake}: has no CORDON_RANKS")
    return {room: int(rank) for room, rank in (entry.split(":") for entry in table.group(1).split())}


def includes_of(path):
    for number, line in enumerate(read_lines(path), 1):
        found = INCLUDE.match(line)
        if found:
            yield number, found.group(1)


def files_below(folder):
    return sorted(p for p in folder.rglob("*") if p.suffix in SUFFIXES and p.is_file())


def reachable(room, modules):
    """Every room that `room` links, directly or through another."""
    seen, todo = set(), [room]
    while todo:
        for dep in modules[todo.pop()].names("DEPS"):
            if dep not in seen:
                seen.add(dep)
                if dep in modules:
                    todo.append(dep)
    return seen


def check_module(room, module, ranks):
    name = module.names("")
    if name != [room]:
        yield module.path, 1, f"add_module should name the folder's room, {room}"
    for dep, line in module.words["DEPS"]:
        if dep not in ranks:
            yield module.path, line, f"links {dep}, which has no rank"
        elif ranks[dep] >= ranks[room]:
            yield module.path, line, f"{room} (rank {ranks[room]}) links {dep} (rank {ranks[dep]})"
    listed = set(module.names("SOURCES"))
    for source in files_below(module.path.parent):
        name = str(source.relative_to(module.path.parent))
        if source.suffix == ".cc" and not name.endswith("_test.cc") and name not in listed:
            yield source, 1, f"is not among the SOURCES of {module.path.name}"


def check_include(room, path, target, ranks, linked):
    """Returns what is wrong with one include of a file in src/`room`, or None."""
    first, slash, _ = target.partition("/")
    if not slash or first == room:  # a generated file, or the room itself
        return None
    if path.name.endswith("_test.cc") and first == "reference":
        return None
    if first not in ranks:
        return f'includes "{target}", which is of no room'
    if ranks[first] >= ranks[room]:
        return f'{room} (rank {ranks[room]}) includes "{target}" (rank {ranks[first]})'
    if first not in linked:
        return f'includes "{target}", but {room} does not link {first}'
    return None


def check_src(root, ranks):
    folders = sorted(p for p in (root / "src").iterdir() if p.is_dir())
    modules = {p.name: Module(p / "CMakeLists.txt") for p in folders if (p / "CMakeLists.txt").exists()}
    for folder in folders:
        room = folder.name
        if room not in ranks:
            yield folder, 1, "has no rank in CORDON_RANKS"
            continue
        if room not in modules:
            if files_below(folder):
                yield folder, 1, "has no CMakeLists.txt"
            continue
        yield from check_module(room, modules[room], ranks)
        linked = reachable(room, modules)
        for path in files_below(folder):
            for line, target in includes_of(path):
                breach = check_include(room, path, target, ranks, linked)
                if breach:
                    yield path, line, breach


def check_apps(root, ranks):
    apps = root / "apps"
    for path in files_below(apps) if apps.is_dir() else []:
        own = {p.name for p in apps.iterdir()}
        for line, target in includes_of(path):
            first, slash, _ = target.partition("/")
            if slash and first not in ranks and first not in own | {"apps", "reference"}:
                yield path, line, f'includes "{target}", which is of no room'


def breaches(root):
    ranks = read_ranks(root / "CMakeLists.txt")
    found = [*check_src(root, ranks), *check_apps(root, ranks)]
    return [f"{path.relative_to(root)}:{line}: {text}" for path, line, text in found]


CLEAN = {
    "CMakeLists.txt": "set(CORDON_RANKS  # lowest first\n  base:0\n  model:1 syntax:1\n  names:2)\n",
    "src/base/CMakeLists.txt": "add_module(base\n  SOURCES date.cc)\n",
    "src/base/date.cc": '#include "base/date.h"\n#include "generated.inc"\n',
    "src/base/date.h": "",
    "src/model/CMakeLists.txt": "add_module(model SOURCES entity.cc DEPS base LIBS fmt::fmt)\n",
    "src/model/entity.cc": '#include "base/date.h"\n',
    "src/model/entity_test.cc": '#include "model/entity.h"\n#include "reference/slow.h"\n',
    "src/syntax/CMakeLists.txt": "add_module(syntax SOURCES xml.cc DEPS base)\n",
    "src/syntax/xml.cc": '// #include "names/x.h"\n',
    "src/names/CMakeLists.txt": "add_module(names\n  SOURCES fold.cc\n  DEPS model  # and base through it\n)\n",
    "src/names/fold.cc": '#include "base/date.h"\n#include "model/entity.h"\n',
    "apps/cli/main.cc": '#include "cli/options.h"\n#include "names/fold.h"\n',
}

# What is changed in the clean tree, and what must then be found.
CASES = [
    ({"src/base/date.cc": '\n#include "model/entity.h"\n'},
     'src/base/date.cc:2: base (rank 0) includes "model/entity.h" (rank 1)'),
    ({"src/model/entity.cc": '  #  include "syntax/xml.h"\n'},
     'src/model/entity.cc:1: model (rank 1) includes "syntax/xml.h" (rank 1)'),
    ({"src/model/entity_test.cc": '#include "names/fold.h"\n'},
     'src/model/entity_test.cc:1: model (rank 1) includes "names/fold.h" (rank 2)'),
    ({"src/model/entity.cc": '#include "reference/slow.h"\n'},
     'src/model/entity.cc:1: includes "reference/slow.h", which is of no room'),
    ({"src/names/fold.cc": '#include "base/date.h"\n#include "syntax/xml.h"\n'},
     'src/names/fold.cc:2: includes "syntax/xml.h", but names does not link syntax'),
    ({"src/syntax/CMakeLists.txt": "add_module(syntax SOURCES xml.cc\n  DEPS base\n  model)\n"},
     "src/syntax/CMakeLists.txt:3: syntax (rank 1) links model (rank 1)"),
    ({"src/syntax/CMakeLists.txt": "add_module(syntax SOURCES xml.cc DEPS base screen)\n"},
     "src/syntax/CMakeLists.txt:1: links screen, which has no rank"),
    ({"src/model/lost.cc": ""}, "src/model/lost.cc:1: is not among the SOURCES of CMakeLists.txt"),
    ({"src/other/CMakeLists.txt": "add_module(other)\n"}, "src/other:1: has no rank in CORDON_RANKS"),
    ({"apps/cli/main.cc": '#include "tools/x.h"\n'}, 'apps/cli/main.cc:1: includes "tools/x.h", which is of no room'),
]


def self_test():
    wrong = 0
    for change, expected in [({}, None), *CASES]:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, text in (CLEAN | change).items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
            found = breaches(root)
        if found != ([expected] if expected else []):
            wrong += 1
            print(f"self-test: expected {expected}, found {found}")
    print(f"self-test: {len(CASES) + 1 - wrong} of {len(CASES) + 1} cases")
    return 1 if wrong else 0


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test()
    root = pathlib.Path(arguments[0]) if arguments else pathlib.Path(__file__).resolve().parent.parent
    found = breaches(root)
    print("\n".join(found) if found else "layers: every include and link line keeps to the ranks")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
