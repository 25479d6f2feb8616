#!/usr/bin/env python3
"""make_world from outside: options, files, a disk that is full. Usage: make_world_test.py MAKE_WORLD"""
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import unittest

PROGRAM = ""


def run(*arguments, limit=0):
    def limited():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, preexec_fn=limited, timeout=120)


class MakeWorld(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.folder = os.path.join(self.scratch.name, "a", "b")

    def world(self, parties=200, customers=300, limit=0):
        return run("--parties", str(parties), "--customers", str(customers), "--seed", "1", "-o", self.folder, limit=limit)

    def test_makes_the_folder_and_three_files(self):
        done = self.world()
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))
        self.assertEqual(sorted(os.listdir(self.folder)), ["customers.csv", "parties.ftm.jsonl", "truth.csv"])
        lines = {f: len(pathlib.Path(self.folder, f).read_text(encoding="utf-8").splitlines()) for f in os.listdir(self.folder)}
        self.assertEqual(lines, {"customers.csv": 301, "parties.ftm.jsonl": 200, "truth.csv": 4})

    def test_a_full_disk_leaves_what_was_there(self):
        self.world()
        before = {f: pathlib.Path(self.folder, f).read_bytes() for f in os.listdir(self.folder)}
        done = self.world(parties=5000, limit=200000)
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stderr, r"^make_world: .*parties\.ftm\.jsonl.*: .+\n$")
        self.assertEqual({f: pathlib.Path(self.folder, f).read_bytes() for f in os.listdir(self.folder)}, before)

    def test_bad_arguments(self):
        for arguments, message in (
            (("--parties", "0", "--customers", "1", "--seed", "1", "-o", self.folder), "--parties"),
            (("--parties", "ten", "--customers", "1", "--seed", "1", "-o", self.folder), "--parties"),
            (("--parties", "10", "--customers", "1", "-o", self.folder), "--seed is required"),
            (("--parties", "10", "--customers", "1", "--seed", "1"), "--output is required"),
            (("--parties", "10", "--customers", "1", "--seed", "1", "-o", "/dev/null/x"), "cannot make the folder"),
        ):
            done = run(*arguments)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertIn(message, done.stderr)
        self.assertFalse(os.path.exists(self.folder))

    def test_help(self):
        done = run("--help")
        self.assertEqual(done.returncode, 0)
        for option in ("--parties", "--customers", "--seed", "-o,--output"):
            self.assertIn(option, done.stdout)


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
