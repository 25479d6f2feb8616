#!/usr/bin/env python3
"""./dev bench --world and --plot on tiny worlds: every figure is there and sane, worlds are used again, yesterday's list differs from today's as it should. Usage: scale_bench.py BUILD_FOLDER; with $CORDON_BIN, the folder of
that program."""
import collections
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = ''
SIZES, BATCHES = [500, 2000], [100, 1000]


class ScaleBench(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory()
        cls.work, cls.records = os.path.join(cls.scratch.name, 'work'), os.path.join(cls.scratch.name, 'record')
        cls.printed = cls.scale('--parts', 'world,cores,batch,delta,verify', '--record', os.path.join(cls.records, 'scale.jsonl'))
        cls.rows = collections.defaultdict(list)
        for line in pathlib.Path(cls.records, 'scale.jsonl').read_text(encoding='utf-8').splitlines():
            row = json.loads(line)
            cls.rows[row['what']].append(row)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    @classmethod
    def scale(cls, *arguments):
        p = subprocess.run([sys.executable, str(ROOT / 'bench/scale.py'), '--build', BUILD, '--data', '/nowhere', '--quick', '--work', cls.work, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=600)
        assert p.returncode == 0, (p.returncode, p.stdout, p.stderr)
        return p.stdout

    def within(self, row, **limits):
        for key, (low, high) in limits.items():
            self.assertTrue(low <= row[key] <= high, f'{key} is {row[key]}, not from {low} to {high}: {row}')

    def test_a_world_of_each_size(self):
        self.assertEqual([r['parties'] for r in self.rows['world']], SIZES)
        for r in self.rows['world']:
            self.within(r, build_s=(.001, 120), build_mb=(5, 2000), file_mb=(.1, 50), open_ms=(.5, 5000), subjects=(500, 500), not_screened=(0, 0), rate=(10, 1e6), hits=(5, 10000), resident_mb=(5, 1000))
            self.assertLessEqual(r['p50_us'], r['p90_us'])
            self.assertLessEqual(r['p90_us'], r['p99_us'])
            self.assertLessEqual(r['p99_us'], r['p999_us'])
            self.assertLessEqual(r['p999_us'], r['max_us'])
            self.assertLess(r['anonymous_mb'], r['resident_mb'])
            self.within(r, listed=(4, 6 if r['parties'] == SIZES[0] else 20))
            self.within(r, found=(r['listed'] - 1, r['listed']), first=(1, r['found']))
            self.assertAlmostEqual(r['mean_us'] * r['rate'], 1e6, delta=3e4)
            self.within(r['touched'], mean_kb=(4, r['file_mb'] * 1000), max_kb=(r['touched']['mean_kb'], r['file_mb'] * 1100))
            self.within(r['steps'], prepare_us=(.1, 1e6), retrieve_us=(.1, 1e6), json_us=(.1, 1e6), names_judged=(.1, 1e6), hits_judged=(.001, 100))

    def test_batches_cores_delta(self):
        self.assertEqual([(r['parties'], r['customers']) for r in self.rows['batch']], [(SIZES[1], n) for n in BATCHES])
        for r in self.rows['batch']:
            self.within(r, seconds=(.005, 300), peak_mb=(5, 2000))
        if os.cpu_count() > 1:
            self.within(self.rows['cores'][0], single_s=(.01, 300), double_s=(.005, 300))
        [delta] = self.rows['delta']
        self.assertEqual((delta['changes'], delta['customers'], delta['full_s']), (200, BATCHES[1], self.rows['batch'][-1]['seconds']))
        self.within(delta, seconds=(.005, 300))

    def test_brute_force(self):
        self.assertEqual([(r['parties'], r['queries'], r['differences']) for r in self.rows['verify']], [(SIZES[0], 40, 0), (SIZES[1], 10, 0)])
        for r in self.rows['verify']:
            self.within(r, hits=(4, 2000), brute_us=(10, 1e7))

    def test_what_is_printed(self):
        for what in ('2,000 parties: build, seconds', '2,000 parties: a query, p99, ms', '2,000 parties: listed customers found at .70', 'two cores against one', 'batch of 1,000 customers', 'share of a full run’s time', 'not as by brute force'):
            self.assertRegex(self.printed, re.escape(what) + r'.* [\d,]+\.\d\d ')
        self.assertNotIn('MISSED', self.printed)

    def test_yesterday_differs_by_thirds(self):
        folder = os.path.join(self.work, f'world-{SIZES[1]}-{BATCHES[1]}')
        p = subprocess.run([os.path.join(BUILD, 'cordon'), 'diff', os.path.join(folder, 'yesterday-200.cordon'), os.path.join(folder, 'today.cordon'), '--format', 'jsonl'], capture_output=True, text=True)
        self.assertIn(p.returncode, (0, 1), p.stderr)
        changes = collections.Counter(json.loads(line).get('change') for line in p.stdout.splitlines())
        del changes[None]
        self.assertEqual(sorted(changes.values()), [66, 66, 68], changes)

    def test_worlds_are_used_again(self):
        def moments():
            return {f: os.stat(os.path.join(folder, f)).st_mtime_ns for folder, _, files in os.walk(self.work) for f in files if f.endswith(('.jsonl', '.csv', '.cordon')) and not f.startswith(('mixed', 'one'))}
        before = moments()
        self.assertGreater(len(before), 6)
        self.scale('--parts', 'world,batch,verify')
        self.assertEqual(moments(), before)

    def test_plot(self):
        docs = os.path.join(self.scratch.name, 'docs')
        os.mkdir(docs)
        shutil.copy(ROOT / 'docs/scale.md', docs)

        def plot(*more, folder=docs, records=self.records):
            return subprocess.run([sys.executable, str(ROOT / 'bench/plot.py'), '--records', records, '--docs', folder, *more], capture_output=True, text=True).returncode
        self.assertEqual(plot('--check'), 1)
        self.assertEqual(plot(), 0)
        self.assertEqual(plot('--check'), 0)
        svg = ET.parse(os.path.join(docs, 'scale.svg')).getroot()
        lines = svg.findall('{http://www.w3.org/2000/svg}polyline')
        self.assertEqual(len(lines), 2 + 1 + 4 + 1)  # p50 and p99; build; build's peak, file, resident, anonymous; a batch
        self.assertEqual([len(line.get('points').split()) for line in lines], [2] * 8)
        places = [[float(n) for n in point.split(',')] for line in lines for point in line.get('points').split()]
        width, height = (float(n) for n in svg.get('viewBox').split()[2:])
        self.assertTrue(all(0 < x < width and 0 < y < height for x, y in places), places)
        page = pathlib.Path(docs, 'scale.md').read_text(encoding='utf-8')
        self.assertIn('|  | 500 | 2,000 |', page)
        self.assertIn('| customers | 100 | 1,000 |', page)

    def test_the_page_is_that_of_the_records(self):
        p = subprocess.run([sys.executable, str(ROOT / 'bench/plot.py'), '--check'], capture_output=True, text=True)
        self.assertEqual(p.returncode, 0, p.stdout + p.stderr + 'run ./dev bench --plot')


if __name__ == '__main__':
    BUILD = os.path.dirname(os.environ['CORDON_BIN']) if 'CORDON_BIN' in os.environ else sys.argv[1]
    BUILD = os.path.abspath(BUILD)
    del sys.argv[1:2]
    unittest.main()
