#!/usr/bin/env python3
"""Prints what Cordon costs on the real lists: building, opening, memory, subjects a second; each beside its bar.

  bench.py --cordon build/release/cordon --data ../shared [--record FILE]

Times are whole processes on this machine, the best of several runs; ratios and counts travel, seconds do not. Exit code 1: a bar is missed."""
import argparse
import csv
import hashlib
import json
import os
import subprocess
import sys
import tempfile

from measuring import Sheet, best, run


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--cordon', required=True)
    ap.add_argument('--data', required=True)
    ap.add_argument('--record', help='append the figures to this file as a JSON line')
    a = ap.parse_args()
    cordon, sheet = os.path.abspath(a.cordon), Sheet(a.record)
    figure = sheet.figure

    with tempfile.TemporaryDirectory() as work:
        lists = [os.path.join(a.data, 'data/lists'), os.path.join(a.data, 'data/ofac_csv_2022_01')]
        files = [os.path.join(work, f'{i}.cordon') for i in range(2)]
        seconds, memory = run([cordon, 'build', *lists, '-o', files[0]], (0,))
        run([cordon, 'build', *lists, '-o', files[1]], (0,))
        same = len({hashlib.sha256(open(f, 'rb').read()).digest() for f in files}) == 1
        figure('build of all list files, seconds', seconds, '<= 20')
        figure('build, peak resident MB', memory, '<= 1500')
        figure('same input, same bytes', int(same), '= 1')
        figure('snapshot, MB', os.path.getsize(files[0]) / 1e6)

        real = os.path.join(work, 'real.cordon')
        run([cordon, 'build', os.path.join(a.data, 'data/lists/mixed_2025_04/UN.xml'),
             os.path.join(a.data, 'data/lists/eu_fsf_2026_02/eu_fsf_1_1.xml'), os.path.join(a.data, 'data/ofac_csv_2022_01'), '-o', real], (0,))
        opened, _ = best([cordon, 'lists', '-s', real], 10)
        figure('open and list a snapshot (whole process), ms', opened * 1000, '<= 50')

        subjects = os.path.join(work, 'subjects.jsonl')
        with open(os.path.join(a.data, 'bench/screening/negatives_dev.csv'), encoding='utf-8') as f, open(subjects, 'w', encoding='utf-8') as g:
            rows = list(csv.DictReader(f))
            for r in rows:
                g.write(json.dumps({'id': r['id'], 'name': r['full_name'], 'schema': 'Person', 'birth_date': r['date_of_birth'],
                                    'country': r['nationality']}, ensure_ascii=False) + '\n')
        one = os.path.join(work, 'one.jsonl')
        with open(subjects, encoding='utf-8') as f, open(one, 'w', encoding='utf-8') as g:
            g.write(f.readline())

        def screen(path, jobs):
            return best([cordon, 'screen', '-s', real, path, '--format', 'jsonl', '--jobs', str(jobs)], 3)
        start, _ = screen(one, 1)
        single, memory = screen(subjects, 1)
        rate = (len(rows) - 1) / (single - start)
        figure(f'one core, UN + EU + OFAC, subjects a second ({len(rows)} subjects)', rate, '>= 2000')
        figure('resident MB after these', memory, '<= 150')
        if (os.cpu_count() or 1) > 1:
            double, _ = screen(subjects, 2)
            figure('two cores against one', (single - start) / (double - start))

        with open(os.path.join(a.data, 'bench/screening/alias_eu_dev.jsonl'), encoding='utf-8') as f:
            names = '\n'.join(' '.join(json.loads(line)['query']['name'].split()) for line in f)
        judging = os.path.join(os.path.dirname(cordon), 'judging')
        d = json.loads(subprocess.run([judging, real, '7000'], input=names.encode(), stdout=subprocess.PIPE, check=True).stdout)
        figure(f"judging one candidate name ({d['names']} of them), with all that finds it, µs", d['name_ns'] / 1000, '<= 10')
        figure(f"a hit with all its evidence ({d['hits']} of them), µs", d['hit_ns'] / 1000)
        figure('a query by another name of an EU party, all its work, µs', d['query_ns'] / 1000)

        with open(subjects, encoding='utf-8') as f:
            names = '\n'.join(json.loads(line)['name'] for line in f)
        d = json.loads(subprocess.run([os.path.join(os.path.dirname(cordon), 'edits')], input=names.encode(), stdout=subprocess.PIPE, check=True).stdout)
        figure('letters of a candidate, one by one, ns', d['band_ns'])
        for level in ('scalar', 'avx2'):
            if f'{level}_ns' in d:
                ratio = d['band_ns'] / d[f'{level}_ns']
                figure(f'the same many at once, {level}, times as fast', ratio, '>= 1')
        rows = [json.loads(line) for line in subprocess.run([os.path.join(os.path.dirname(cordon), 'blocks'), real], stdout=subprocess.PIPE, check=True).stdout.splitlines()]
        d = next(r for r in rows if r['block'] == 1024 and r['dictionary'] > 0)
        figure("a party's body, bytes", d['record_bytes'])
        figure("reading a party's body, µs", d['read_us'])


    sheet.record('lists all files', figures={name: round(value, 3) for name, value in sheet.figures.items()})
    sys.exit(1 if sheet.missed else 0)


if __name__ == '__main__':
    main()
