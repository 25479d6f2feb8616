#!/usr/bin/env python3
"""Prints what screening news pages costs, step by step, with the EU list and with a generated list of a million names; each beside its bar.

  pages.py --build build/release --data ../shared [--work DIR] [--record FILE]

--work DIR   the pages unpacked, the generated world and the snapshots are kept there and used again: snapshots as long as the program opens them
--record     appends a JSON line for each list

The pages are those of trafilatura's set. Times are processor time of one thread, on pages that come for the first time (bench/pages.cc). Exit code 1: a bar is missed."""
import argparse
import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import time

from measuring import Sheet, asked, run

PARTIES = 250_000  # of the generated world: about a million names
STEPS = (
    ('markup parsed', 'markup'),
    ('main text, with the markup', 'page'),
    ('mentions', 'mentions'),
    ('  cut into words', 'mentions: cut'),
    ('  words met for the first time', 'mentions: words'),
    ('  words looked up, runs of names', 'mentions: runs'),
    ('  pairs of words', 'mentions: pairs'),
    ('  pairs met for the first time', 'mentions: named'),
    ('  stretches around them', 'mentions: stretches'),
    ('  judge bounded by the index', 'mentions: bound'),
    ('  parties read and prepared', 'mentions: parties'),
    ('  judged', 'mentions: judge'),
    ('  names of one word', 'mentions: singles'),
    ("  the page's own names for them", 'mentions: aliases'),
    ('tokens', 'text'),
    ('sentences, quotations', 'sentences'),
    ('words of the lexicons', 'tokens'),
    ('parties that are named', 'named parties'),
    ('who says what', 'attributions'),
    ('speakers', 'speakers'),
    ('goods', 'goods'),
    ('propositions', 'propositions'),
)


def unpacked(data, work):
    """Paths of the pages, unpacked."""
    source, target = os.path.join(data, 'bench/text/trafilatura'), os.path.join(work, 'pages')
    os.makedirs(target, exist_ok=True)
    out = []
    for name in sorted(os.listdir(source)):
        if not name.endswith('.html.gz'):
            continue
        path = os.path.join(target, name[:-3])
        if not os.path.exists(path):
            with gzip.open(os.path.join(source, name)) as f, open(path + '.part', 'wb') as g:
                shutil.copyfileobj(f, g)
            os.rename(path + '.part', path)
        out.append(path)
    return out


def snapshot(cordon, path, source):
    if not os.path.exists(path) or subprocess.run([cordon, 'lists', '-s', path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0:
        run([cordon, 'build', source, '-o', path], (0,))
    return path


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--build', required=True)
    ap.add_argument('--data', required=True)
    ap.add_argument('--work')
    ap.add_argument('--record')
    a = ap.parse_args()
    program = lambda name: os.path.join(os.path.abspath(a.build), name)
    sheet = Sheet(a.record)
    with tempfile.TemporaryDirectory() as temporary:
        work = a.work or temporary
        os.makedirs(work, exist_ok=True)
        pages = os.path.join(work, 'pages.txt')
        paths = unpacked(a.data, work)
        with open(pages, 'w', encoding='utf-8') as f:
            f.writelines(path + '\n' for path in paths)
        world = os.path.join(work, f'world-{PARTIES}', 'parties.ftm.jsonl')
        if not os.path.exists(world):
            os.makedirs(os.path.dirname(world), exist_ok=True)
            run([program('make_world'), '--parties', str(PARTIES), '--customers', '0', '--seed', '1', '-o', os.path.dirname(world)], (0,))
        lists = (
            ('EU list', snapshot(program('cordon'), os.path.join(work, 'eu.cordon'), os.path.join(a.data, 'data/lists/eu_fsf_2026_02/eu_fsf_1_1.xml'))),
            ('generated list', snapshot(program('cordon'), os.path.join(work, 'world.cordon'), world)),
        )
        for name, path in lists:
            d = asked([program('pages'), path, pages])
            what = f"{name}, {d['names']:,} names"
            print(f"\n{what}: {d['pages']} pages, {d['mb']:.1f} MB, {d['text_mb']:.2f} MB of text, {d['found']} mentions\n{'step':36} {'s':>8} {'% of all':>9}")
            for step, key in STEPS:
                print(f"{step:36} {d[key]:8.2f} {100 * d[key] / d['chain']:9.1f}" + (f"{d['times: ' + key[10:]]:12,} times" if f"times: {key[10:]}" in d else ''))
            print(f"{'all, with judging hits and JSON':36} {d['chain']:8.2f}")
            sheet.figure(f'{what}: the whole chain, MB/s of HTML', d['mb'] / d['chain'], '>= 10')
            sheet.figure(f'{what}: finding mentions where words and pairs were met before, MB/s of text', d['text_mb'] / d['mentions again'], '>= 100')
            sheet.figure(f'{what}: finding mentions, cold, MB/s of text', d['text_mb'] / d['mentions'])
            sheet.figure(f'{what}: memory over the snapshot, MB', d['memory_mb'], '<= 300')
            sheet.record('pages', list=name, **d)
            rates = []
            for jobs in (1, os.cpu_count() or 1):
                begin = time.perf_counter()
                run([program('cordon'), 'screen', '-s', path, os.path.join(work, 'pages'), '--format', 'jsonl', '--jobs', str(jobs), '-o', os.path.join(temporary, f'{jobs}.jsonl')])
                rates.append(time.perf_counter() - begin)
            sheet.figure(f'{what}: the program on {os.cpu_count()} cores against one', rates[0] / rates[1])
    sys.exit(1 if sheet.missed else 0)


if __name__ == '__main__':
    main()
