#!/usr/bin/env python3
"""Holds retrieval against brute force: real and made-up lists × the screening sets and mangled names, until --pairs (subject × party) pairs are judged.

  verify.py [--cordon build/release/cordon] [--data ../shared] [--pairs 200000000] [--sample 1] [--seed 1]

--sample 0.02 judges that share of --pairs (CI). Works through batches of subjects, each on the next list under the next of these settings:
  cuts       the default profile at .5, every hit kept, by `screen --verify`: each answer equals brute force in every field. Then, without --verify, the same subjects at .5, .6, .7, .8,
             .9 and .95 and the tops 1, 5 and 20 in turn must be that answer cut off there. Judging does not read the threshold, so brute force at a higher one is brute force at .5 cut
             off; with the batch held at .5, every threshold is held. And --jobs 1 gives the bytes of --jobs 2.
  direct     `screen --verify` at one threshold and one top (what cutting cannot show: the groups among the hits that are left)
  strict, exact, ofac-search   `screen --verify` under another profile
Prints pairs judged, subjects and differences by setting; exit code 1 when there is a difference, 2 when something could not be run, 77 when the lists are not
there."""
import argparse
import csv
import itertools
import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile
import time

import mangle
import parties

THRESHOLDS = ('0.5', '0.6', '0.7', '0.8', '0.9', '0.95')
TOPS = (1, 5, 20)
EVERY_HIT = 1000000
SETTINGS = {'cuts': 5, 'direct': 2, 'strict': 1, 'exact': 1, 'ofac-search': 1}  # and their shares of the subjects
ID_COLUMNS = ('identifier', 'identifier', 'passport', 'tax_number', 'registration_number', 'inn', 'imo', 'bic')
BATCH = 200  # subjects for a share of one; a smaller run has smaller ones, so that it still has every setting on both lists


def screening_sets(data):
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


def subject_of(rng, party, others, number):
    """A party as someone else would write it down, some with a birth date, country or number, theirs or another's."""
    pick = lambda p: rng.choice(p['names'] + p.get('weak', []))
    out = {'id': f'mangled-{number}', 'name': mangle.mangled(rng, pick(party)), 'schema': party['schema'] if rng.random() < .8 else rng.choice(('Thing', 'Person', 'Organization'))}
    if rng.random() < .1:
        out['alias'] = [mangle.mangled(rng, pick(rng.choice((party, rng.choice(others)))))]
    dated = party if rng.random() < .8 else rng.choice(others)
    dates = [d for d in dated['dates'] if re.fullmatch(r'\d{4}(-\d\d){0,2}', d)]
    if dates and rng.random() < .4:
        out['birth_date'] = mangle.birth_date(rng, rng.choice(dates))
    if rng.random() < .2:
        out['country'] = rng.choice(('ru', 'ir', 'af', 'Syria', 'China', 'iq', 'US'))
    if dated['ids'] and rng.random() < .2:
        out[rng.choice(ID_COLUMNS)] = mangle.identifier(rng, rng.choice(dated['ids']))
    if not out['name'].strip():
        out['name'] = party['names'][0]
    return out


def endless(rng, listed, sets):
    """Half of the subjects from the screening sets in random order (all before one comes again), half from the list's own names mangled."""
    rows, number = [], 0
    while True:
        if sets and rng.random() < .5:
            rows = rows or rng.sample(sets, len(sets))
            yield {k: v for k, v in rows.pop().items() if v}
        else:
            number += 1
            yield subject_of(rng, rng.choice(listed), listed, number)


class Verification:
    def __init__(self, cordon, work):
        self.cordon, self.work, self.differences, self.pairs, self.subjects = cordon, work, 0, {}, {}

    def run(self, *arguments):
        p = subprocess.run([self.cordon, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if p.returncode not in (0, 1, 2):
            self.give_up(arguments, p)
        return p

    @staticmethod
    def give_up(arguments, p):
        print(f'verify: cordon {" ".join(arguments)} ended with {p.returncode}: {p.stderr.decode()[-2000:]}', file=sys.stderr)
        sys.exit(2)

    def build(self, name, *inputs):
        snapshot = os.path.join(self.work, name)
        p = self.run('build', *inputs, '-o', snapshot)
        size = re.search(r'([\d,]+) parties', (p.stdout + p.stderr).decode())
        if p.returncode == 2 or not size:
            self.give_up(('build', name), p)
        return snapshot, int(size[1].replace(',', ''))

    def differs(self, setting, what):
        self.differences += 1
        print(f'DIFFERS ({setting}): {what}', flush=True)

    def screen(self, snapshot, *settings):
        return self.run('screen', '-s', snapshot, os.path.join(self.work, 'subjects.jsonl'), '--format', 'jsonl', *settings)

    def against_brute_force(self, snapshot, size, subjects, setting, *settings):
        """Every answer, and the pairs counted: a subject that is not screened is compared with no one."""
        p = self.screen(snapshot, '--verify', *settings)
        answers = [json.loads(line) for line in p.stdout.splitlines()]
        screened = sum(a['outcome'] != 'not_screened' for a in answers)
        found = re.findall(r'^verify: .*|^subject .*', p.stderr.decode(), re.M)
        for line in found:
            self.differs(setting + ' ' + ' '.join(settings), line)
        if len(answers) != len(subjects) or (p.returncode == 2 and not found and screened == len(answers)):
            self.give_up(('screen', *settings), p)
        self.pairs[setting] = self.pairs.get(setting, 0) + screened * size
        self.subjects[setting] = self.subjects.get(setting, 0) + screened
        return answers

    def cuts(self, snapshot, size, subjects, round_):
        whole = self.against_brute_force(snapshot, size, subjects, 'cuts', '--threshold', '0.5', '--top', str(EVERY_HIT))
        for i, threshold in enumerate(THRESHOLDS):
            top = TOPS[(i + round_) % len(TOPS)]
            settings = ('--threshold', threshold, '--top', str(top))
            p = self.screen(snapshot, *settings, '--jobs', '2')
            if i == round_ % len(THRESHOLDS) and p.stdout != self.screen(snapshot, *settings, '--jobs', '1').stdout:
                self.differs('jobs', f'--jobs 1 and --jobs 2 {settings}')
            answers = [json.loads(line) for line in p.stdout.splitlines()]
            if len(answers) != len(whole):
                self.give_up(('screen', *settings), p)
            for want, got in zip(whole, answers):
                if problem := cut_differs(want, got, float(threshold), top):
                    self.differs(f'cut {" ".join(settings)}', f'subject {got["id"]}: {problem}')


def cut_differs(whole, got, threshold, top):
    if 'not_screened' in (whole['outcome'], got['outcome']):
        return None if whole['outcome'] == got['outcome'] else f'outcome {got["outcome"]}, at .5 {whole["outcome"]}'
    want = [h for h in whole['hits'] if h['score'] >= threshold]
    if got['more'] != (len(want) > top):
        return f'more is {got["more"]}, of the hits at .5 {len(want)} reach it'
    if len(got['hits']) != min(top, len(want)):
        return f'{len(got["hits"])} hits shown, {len(want)} found'
    for a, b in zip(want, got['hits']):
        if {**a, 'group': ''} != {**b, 'group': ''}:
            return f'hit {b["entity_id"]} with {b["score"]} is not {a["entity_id"]} with {a["score"]}'
    return None


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--cordon', default=os.environ.get('CORDON_BIN') or 'build/release/cordon')
    ap.add_argument('--data', default=os.environ.get('CORDON_DATA') or '../shared')
    ap.add_argument('--pairs', type=int, default=200_000_000)
    ap.add_argument('--sample', type=float, default=1)
    ap.add_argument('--seed', type=int, default=1)
    a = ap.parse_args()
    if not os.path.isdir(os.path.join(a.data, 'data/lists')):
        print(f'skipped: no {a.data}/data/lists')
        sys.exit(77)
    wanted, rng, began = a.pairs * a.sample, random.Random(a.seed), time.monotonic()
    lists = [os.path.join(a.data, p) for p in ('data/lists/mixed_2025_04/UN.xml', 'data/lists/eu_fsf_2026_02/eu_fsf_1_1.xml', 'data/ofac_csv_2022_01')]
    real = [*parties.un(lists[0]), *parties.eu(lists[1]), *parties.ofac(lists[2])]
    real = [p for p in real if p['names'] and p['names'][0]]
    with tempfile.TemporaryDirectory() as work:
        v = Verification(a.cordon, work)
        made = list(parties.made_up(rng, 3000, [n for p in rng.sample(real, 500) for n in p['names']]))
        with open(os.path.join(work, 'made.ftm.jsonl'), 'w', encoding='utf-8') as f:
            f.writelines(json.dumps(parties.ftm(p), ensure_ascii=False) + '\n' for p in made)
        both = [(*v.build('real.cordon', *lists), endless(rng, real, list(screening_sets(a.data)))),
                (*v.build('made.cordon', os.path.join(work, 'made.ftm.jsonl')), endless(rng, made, []))]
        shares = sum(SETTINGS.values()) * sum(size for _, size, _ in both)  # pairs of one round of every setting with one subject
        cycles = max(1, math.ceil(wanted / (BATCH * shares)))
        batch = math.ceil(wanted / (cycles * shares))
        for cycle, setting, (snapshot, size, source) in itertools.product(range(cycles), SETTINGS, both):
            subjects = [next(source) for _ in range(batch * SETTINGS[setting])]
            with open(os.path.join(work, 'subjects.jsonl'), 'w', encoding='utf-8') as f:
                f.writelines(json.dumps(s, ensure_ascii=False) + '\n' for s in subjects)
            if setting == 'cuts':
                v.cuts(snapshot, size, subjects, cycle)
            elif setting == 'direct':
                v.against_brute_force(snapshot, size, subjects, setting, '--threshold', THRESHOLDS[1 + cycle % 5], '--top', str(TOPS[cycle % 3]))
            else:
                v.against_brute_force(snapshot, size, subjects, setting, '--profile', setting)
            print(f'{time.monotonic() - began:6.0f} s  {sum(v.pairs.values()):12,} pairs judged, {v.differences} differences', flush=True)
    for setting, pairs in v.pairs.items():
        print(f'{setting:12} {pairs:12,} pairs  {v.subjects[setting]:7,} subjects')
    print(f'{"all":12} {sum(v.pairs.values()):12,} pairs  {sum(v.subjects.values()):7,} subjects  thresholds {", ".join(THRESHOLDS)}  top {", ".join(map(str, TOPS))}  '
          f'{v.differences} differences  {time.monotonic() - began:.0f} s')
    sys.exit(1 if v.differences else 0)


if __name__ == '__main__':
    main()
