#!/usr/bin/env python3
"""Holds every answer on the development data against brute force: quality.py with --verify, at several thresholds and under every profile.

  verify.py --cordon build/release/cordon --data ../shared [--sample SHARE]

Screens a sample of all screening sets (default 2 %) at .5, .7 and .9 and under the other profiles against UN + EU + OFAC with `cordon screen --verify`, which ends with exit code 2
when an answer differs. Prints subjects judged and differences; exit code 1 when there is one."""
import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile


def rows(data):
    bench = os.path.join(data, 'bench/screening')
    for name in ('un_positives_dev.csv', 'negatives_dev.csv', 'cross_language_dev.csv', 'alias_left_out_dev.csv', 'original_script_dev.csv'):
        with open(os.path.join(bench, name), encoding='utf-8') as f:
            for r in csv.DictReader(f):
                yield {'id': f"{name}:{r['id']}", 'name': r.get('full_name') or r['name'], 'schema': r.get('schema') or 'Person',
                       'birth_date': r.get('date_of_birth') or '', 'country': r.get('nationality') or ''}
    for name in ('alias_eu_dev.jsonl', 'crosslist_names_dev.jsonl', 'crosslist_dev.jsonl'):
        with open(os.path.join(bench, name), encoding='utf-8') as f:
            for line in f:
                r = json.loads(line)
                q = r['query']
                yield {'id': f"{name}:{r['id']}", 'name': q['name'], 'alias': q.get('aliases') or [], 'schema': q['schema'],
                       'birth_date': q.get('birthDate') or [], 'country': q.get('country') or []}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--cordon', required=True)
    ap.add_argument('--data', required=True)
    ap.add_argument('--sample', type=float, default=.02)
    a = ap.parse_args()
    rng = random.Random(1)
    sample = [r for r in rows(a.data) if rng.random() < a.sample]
    differences = 0
    with tempfile.TemporaryDirectory() as work:
        snapshot, subjects = os.path.join(work, 'real.cordon'), os.path.join(work, 'subjects.jsonl')
        subprocess.run([a.cordon, 'build', os.path.join(a.data, 'data/lists/mixed_2025_04/UN.xml'),
                        os.path.join(a.data, 'data/lists/eu_fsf_2026_02/eu_fsf_1_1.xml'), os.path.join(a.data, 'data/ofac_csv_2022_01'),
                        '-o', snapshot], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with open(subjects, 'w', encoding='utf-8') as f:
            for r in sample:
                f.write(json.dumps({k: v for k, v in r.items() if v}, ensure_ascii=False) + '\n')
        for settings in (['--threshold', '0.5'], ['--threshold', '0.7'], ['--threshold', '0.9'],
                         ['--profile', 'strict'], ['--profile', 'exact'], ['--profile', 'ofac-search']):
            p = subprocess.run([a.cordon, 'screen', '-s', snapshot, subjects, *settings, '--verify', '--format', 'jsonl'],
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            found = [line for line in p.stderr.decode().splitlines() if line.startswith('verify:')]
            differences += len(found)
            print(f'{" ".join(settings)}: {p.stdout.count(chr(10).encode())} subjects held against brute force, {len(found)} differ')
            for line in found[:5]:
                print('  ' + line)
            if p.returncode == 2 and not found:
                sys.exit(f'verify: cordon ended with 2: {p.stderr.decode()[-1000:]}')
    sys.exit(1 if differences else 0)


if __name__ == '__main__':
    main()
