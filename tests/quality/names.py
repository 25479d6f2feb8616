#!/usr/bin/env python3
"""Prints how many of the listed parties that tests/quality/names/sentences.tsv names are found, language by language: of the half
that tables and rules may be mended with, and of the half that only measures.

  names.py --cordon build/release/cordon --data ../shared [--misses LANG] [--check]

Each sentence is a page of its own, with a second sentence that speaks of sanctions, against the EU's list of February 2026.
--misses   prints what is missed of the first half of a language ("all": of every language)
--check    exit code 1 where a figure of all languages is below its bar; bars are only ever raised
Found is a party when a mention that overlaps its name has one of its ids. "False" is a mention of a listed party at the name of one
who is not listed, but nearly has the name of one. names/beside.tsv has texts in which what stands beside a name tells whose it is."""
import argparse
import collections
import html
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
HALVES = ('looked at', 'kept')
BARS = {'looked at': 0.91, 'kept': 0.89}
MOST_FALSE = 0.20  # of the names near a listed one, where the page speaks of sanctions
MOST_TAKEN = 2  # of near.tsv
MOST_BESIDE = 21  # of the others of beside.tsv
LEAST_BESIDE = 0.93  # of its listed parties
SANCTIONS = {
    'ru': 'Ранее Евросоюз расширил санкции.',
    'uk': 'Раніше Євросоюз розширив санкції.',
    'zh': '欧盟此前扩大了制裁。',
    'ar': 'كان الاتحاد الأوروبي قد وسع العقوبات.',
    'fa': 'اتحادیه اروپا پیش‌تر تحریم‌ها را گسترش داد.',
    'en': 'The EU had widened its sanctions earlier.',
    'de': 'Die EU hatte zuvor die Sanktionen ausgeweitet.',
    'fr': 'L’UE avait élargi ses sanctions.',
    'es': 'La UE había ampliado antes las sanciones.',
    'tr': 'AB daha önce yaptırımları genişletmişti.',
    'pl': 'UE rozszerzyła wcześniej sankcje.',
}
PAGE = '<!doctype html><html lang="{}"><head><meta charset=utf-8><title>x</title></head><body><article><p>{}</p><p>{}</p></article></body></html>'


def read_rows(name):
    with open(os.path.join(HERE, 'names', name), encoding='utf-8') as f:
        return [line.rstrip('\n').split('\t') for line in f if not line.startswith('#')]


def answers(cordon, eu, rows):
    """Returns the answer of each row's page; `rows`: language, text, what follows it."""
    with tempfile.TemporaryDirectory() as work:
        snapshot, pages = os.path.join(work, 'eu.cordon'), os.path.join(work, 'pages')
        subprocess.run([cordon, 'build', eu, '-o', snapshot], check=True, capture_output=True)
        os.mkdir(pages)
        for n, (language, text, behind) in enumerate(rows):
            with open(os.path.join(pages, f'{n:05d}.html'), 'w', encoding='utf-8') as f:
                f.write(PAGE.format(language, html.escape(text), behind))
        done = subprocess.run([cordon, 'screen', '-s', snapshot, pages, '--format', 'jsonl'], capture_output=True, text=True)
        if done.returncode not in (0, 1):
            sys.exit(f'names: a page could not be read:\n{done.stderr}')
        lines = [json.loads(line) for line in done.stdout.splitlines()]
    by_row = {int(os.path.basename(a['id'])[:5]): a for a in lines}
    return [by_row[n] for n in range(len(rows))]


def at_name(answer, text):
    """Returns (text, ids) of the mentions of listed parties that overlap the name wherever it stands."""
    main, places = answer['main_text'], []
    at = main.find(text)
    while at >= 0:
        places.append((at, at + len(text)))
        at = main.find(text, at + 1)
    return [(m['text'], {e.split(':', 1)[1] for e in m['entity_ids']}) for m in answer['mentions']
            if m['entity_ids'] and any(m['begin'] < end and begin < m['end'] for begin, end in places)]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--cordon', required=True)
    ap.add_argument('--data', required=True)
    ap.add_argument('--misses')
    ap.add_argument('--check', action='store_true')
    a = ap.parse_args()
    eu = os.path.join(a.data, 'data/lists/eu_fsf_2026_02/eu_fsf_1_1.xml')
    if not os.path.exists(eu):
        print(f'names: {a.data} has no EU list; nothing was measured')
        return 77
    rows = read_rows('sentences.tsv')
    counts = {half: collections.defaultdict(collections.Counter) for half in HALVES}
    for n, (row, answer) in enumerate(zip(rows, answers(a.cordon, eu, [(language, text, SANCTIONS[language]) for language, _, _, text in rows]))):
        language, ids, text, sentence = row
        found = at_name(answer, text)
        is_right = not found if ids == '-' else any(set(ids.split()) & there for _, there in found)
        for of in (language, 'all'):
            counts[HALVES[n % 2]][of].update({'named': ids != '-', 'right': ids != '-' and is_right, 'near': ids == '-', 'false': ids == '-' and not is_right})
        if a.misses in (language, 'all') and n % 2 == 0 and not is_right:
            print(f'{language} {ids} | {text} | {sentence} | {found}')
    print(f"{'':6}" + ''.join(f'{half + ": found, false":>24}' for half in HALVES))
    for language in [*sorted(SANCTIONS), 'all']:
        of = [counts[half][language] for half in HALVES]
        print(f'{language:6}' + ''.join(f"{c['right'] / c['named']:15.3f}{c['false']:6d}/{c['near']}" for c in of))
    near = read_rows('near.tsv')
    taken = [(row, found) for row, answer in zip(near, answers(a.cordon, eu, [(language, text, '') for language, _, text in near]))
             if (found := at_name(answer, row[1]))]
    print(f'other bearers, clubs, films and things of a listed name, without a word of sanctions: {len(taken)} of {len(near)} taken for the listed')
    for row, found in taken:
        print('  ' + ' | '.join(row), found)
    beside = read_rows('beside.tsv')
    others, listed, wrong = 0, 0, collections.Counter()
    for row, answer in zip(beside, answers(a.cordon, eu, [(language, text, SANCTIONS[language]) for language, _, _, text in beside])):
        is_listed = row[1] == 'listed'
        listed, others = listed + is_listed, others + (not is_listed)
        if is_listed != bool(at_name(answer, row[2])):
            wrong[row[1]] += 1
            if a.misses in (row[0], 'all'):
                print('  ' + ' | '.join(row))
    print(f"told by what stands beside the name: {wrong['other']} of {others} other bearers taken for the listed, "
          f"{listed - wrong['listed']} of {listed} listed found")
    is_low = any(counts[half]['all']['right'] < BARS[half] * counts[half]['all']['named'] or
                 counts[half]['all']['false'] > MOST_FALSE * counts[half]['all']['near'] for half in HALVES)
    is_low = is_low or len(taken) > MOST_TAKEN or wrong['other'] > MOST_BESIDE or listed - wrong['listed'] < LEAST_BESIDE * listed
    return 1 if a.check and is_low else 0


if __name__ == '__main__':
    sys.exit(main())
