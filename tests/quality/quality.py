#!/usr/bin/env python3
"""Prints Cordon's quality figures on the development data, each beside its bar (bars.csv: the bar, and the floor that main has
reached, only ever raised; a figure under its floor is a step back).

  quality.py --cordon build/release/cordon --data ../shared [--only WORD] [--verify] [--keep FOLDER]

The figures themselves are computed by the data's own bench/score.py; this script makes its inputs and answers. Exit code 1: a bar is
missed; 2: something failed. Every set is screened by name, birth date and country as far as its rows have them, unless the
row says "name only"."""
import argparse
import collections
import csv
import gzip
import importlib.util
import json
import os
import subprocess
import sys
import tempfile

# As the gold files call the lists.
AUTHORITY = {'un': 'UN', 'eu': 'EU', 'ofac': 'OFAC22', 'alias_eu': 'EU-primary'}
# A hit of a screening set: is it the subject's party? `party` is that of the subject, by which samples are split.
Candidate = collections.namedtuple('Candidate', 'set party is_party score likelihood evidence')
HERE = os.path.dirname(os.path.abspath(__file__))


def calibration(items, bins=10):
    """items: (stated likelihood, is it so). Returns the expected calibration error over bins of equal mass, and the Brier score."""
    items, n = sorted(items), len(items)
    error = 0.0
    for i in range(bins):
        part = items[i * n // bins:(i + 1) * n // bins]
        error += abs(sum(p for p, _ in part) - sum(y for _, y in part)) / n
    return error, sum((p - y) ** 2 for p, y in items) / n


class Quality:
    def __init__(self, cordon, data, work, verify):
        self.cordon, self.data, self.work, self.verify = os.path.abspath(cordon), os.path.abspath(data), work, verify
        spec = importlib.util.spec_from_file_location('score', os.path.join(self.data, 'bench/score.py'))
        self.score = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.score)
        self.figures, self.snapshots, self.unlisted_answers = [], {}, {}

    def path(self, *parts):
        return os.path.join(self.data, *parts)

    def bench(self, name):
        return self.path('bench', 'screening', name)

    def run(self, *args, allowed=(0, 1)):
        p = subprocess.run([self.cordon, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if p.returncode not in allowed or b'verify:' in p.stderr:
            sys.exit(f"quality: cordon {' '.join(args)} ended with {p.returncode}: {p.stderr.decode()[-2000:]}")
        return p.stdout

    def snapshot(self, name, *files):
        """Builds a snapshot of `files` once and returns its path."""
        if name not in self.snapshots:
            out = os.path.join(self.work, name + '.cordon')
            self.run('build', *files, '-o', out)
            self.snapshots[name] = out
        return self.snapshots[name]

    def lists(self, snapshot):
        return {r['list']: r for r in map(json.loads, self.run('lists', '-s', snapshot, '--format', 'jsonl').splitlines())}

    def real(self):
        return self.snapshot('real', self.path('data/lists/mixed_2025_04/UN.xml'), self.path('data/lists/eu_fsf_2026_02/eu_fsf_1_1.xml'),
                             self.path('data/ofac_csv_2022_01'))

    def un(self):
        return self.snapshot('un', self.path('data/lists/mixed_2025_04/UN.xml'))

    def un_latin(self):
        return self.snapshot('un-latin', self.bench('list_un_latin_only.xml'))

    def un_left_out(self):
        return self.snapshot('un-left-out', self.bench('list_un_alias_left_out.xml'))

    def eu_english(self):
        return self.snapshot('eu-english', self.bench('list_eu_english_only.xml'))

    def alias_eu(self):
        alias = os.path.join(self.work, 'alias_eu.ftm.jsonl')
        if not os.path.exists(alias):
            with gzip.open(self.bench('alias_eu.list.ftm.jsonl.gz')) as f, open(alias, 'wb') as g:
                g.write(f.read())
        return self.snapshot('alias', alias)

    def answers(self, snapshot, rows, *options):
        """rows: dicts with id, name and perhaps schema, birth_date, country. Returns the answers in their order."""
        source = os.path.join(self.work, 'subjects.jsonl')
        with open(source, 'w', encoding='utf-8') as f:
            for r in rows:
                f.write(json.dumps(r, ensure_ascii=False) + '\n')
        extra = ['--verify'] if self.verify else []
        out = [json.loads(line) for line in self.run('screen', '-s', snapshot, source, '--format', 'jsonl', *extra, *options).splitlines()]
        for r in out:
            if r['outcome'] == 'not_screened':
                sys.exit(f"quality: {r['id']} was not screened: {r.get('error')}")
        if [r['id'] for r in out] != [r['id'] for r in rows]:
            sys.exit(f'quality: {len(rows)} subjects, {len(out)} answers, or in another order')
        return out

    def screen(self, snapshot, rows, *options):
        """The answers as score.py reads them."""
        return {r['id']: {'id': r['id'], 'results': [{'entity_id': h['entity_id'], 'score': h['score'], 'list': AUTHORITY.get(h['list'], h['list'])}
                                                     for h in r['hits']]} for r in self.answers(snapshot, rows, *options)}

    def figure(self, name, value, interval=None):
        self.figures.append((name, value, interval))

    def share(self, name, d):
        self.figure(name, d['value'], d['ci'])

    # ---- the sets -------------------------------------------------------------------------------------------------

    def parties(self):
        lists = self.lists(self.real())
        self.figure('EU parties', lists['eu']['entities'])
        self.figure('EU names', lists['eu']['names'])
        self.figure('UN parties', lists['un']['entities'])
        self.figure('OFAC parties', lists['ofac']['entities'])
        xml = self.lists(self.snapshot('cons-xml', self.path('data/lists/mixed_2025_04/consolidated.xml')))
        self.figure('OFAC non-SDN parties', xml['ofac-cons']['entities'])
        parts = [self.path('data/lists/ofac_cons_2025_01', f'cons_{x}.csv') for x in ('prim', 'add', 'alt', 'comments')]
        self.figure('OFAC non-SDN parties (CSV)', self.lists(self.snapshot('cons-csv', *parts))['ofac-cons']['entities'])

    def pairs(self):
        gold = self.score.gold_pairs(self.path('bench/names/pairs_dev.csv'))
        out = self.run('compare', '--csv', self.path('bench/names/pairs_dev.csv'), '--format', 'jsonl')
        res = {r['id']: r for r in map(json.loads, out.splitlines())}
        for name, rows in (('pairs F1 (not LLM-proposed)', [r for r in gold if not r['synthetic']]),
                           ('pairs F1 (LLM-proposed)', [r for r in gold if r['synthetic']]), ('pairs F1 (all)', gold)):
            items = [(r['label'], float(res[r['id']]['score'])) for r in rows]
            ci = self.score.cluster_ci(list(enumerate(items)), lambda v: self.score.f1_at(v, .7))
            self.figure(name, self.score.f1_at(items, .7), ci)

    def un_positives(self):
        gold = self.score.gold_screening(self.bench('un_positives_dev.csv'))
        for fields in (True, False):
            rows = [{'id': r['id'], 'name': r['full_name'], 'schema': 'Person',
                     **({'birth_date': r['date_of_birth'], 'country': r['nationality']} if fields else {})} for r in gold]
            res = self.screen(self.un(), rows)
            for kind in ('clean', 'treated'):
                d = self.score.score_screening([r for r in gold if r['kind'] == kind], res, .7, by=())
                self.share(f"un_positives {kind} recall@5{'' if fields else ' (name only)'}", d['all']['recall@5'])

    def negatives(self):
        gold = self.score.gold_screening(self.bench('negatives_dev.csv'))
        for fields in (False, True):
            rows = [{'id': r['id'], 'name': r['full_name'], 'schema': 'Person',
                     **({'birth_date': r['date_of_birth'], 'country': r['nationality']} if fields else {})} for r in gold]
            res = self.screen(self.real(), rows)
            d = self.score.score_screening(gold, res, .7, by=())['negatives']['hit_rate']
            self.share('negatives hit rate' + (' (with birth date and country)' if fields else ''), d)

    def unlisted(self, snapshot):
        """The negatives, by name only, and their answers against these lists."""
        if snapshot not in self.unlisted_answers:
            gold = self.score.gold_screening(self.bench('negatives_dev.csv'))
            rows = [{'id': r['id'], 'name': r['full_name'], 'schema': 'Person'} for r in gold]
            self.unlisted_answers[snapshot] = gold, self.screen(snapshot, rows, '--threshold', '0.3')
        return self.unlisted_answers[snapshot]

    def at_hit_rates(self, name, gold, snapshot, query):
        """Recall@1 with the threshold that lets this share of the negatives through, whatever it is."""
        res = self.screen(snapshot, [query(r) for r in gold], '--threshold', '0.3')
        d = self.score.score_screening(gold, res, .7, (self.unlisted(snapshot),), by=())['recall_at_hit_rate']
        for rate, shown in ((.01, '1 %'), (.001, '.1 %')):
            self.share(f'{name} recall@1 at hit rate {shown}', d[rate]['recall@1'])

    def screening(self, name, gold, snapshot, query, by=()):
        res = self.screen(snapshot, [query(r) for r in gold])
        d = self.score.score_screening(gold, res, .7, by=by)
        self.share(f'{name} recall@1', d['all']['recall@1'])
        self.share(f'{name} recall@5', d['all']['recall@5'])
        for key in by:
            for value, block in d['by'].get(key, {}).items():
                self.share(f'{name} recall@1, {key} {value}', block['recall@1'])

    def others(self):
        def jsonl(r):
            q = r['query']
            return {'id': r['id'], 'name': q['name'], 'schema': q['schema']}

        def plain(r):
            return {'id': r['id'], 'name': r['name'], 'schema': r['schema']}
        load, bench = self.score.gold_screening, self.bench
        alias = load(bench('alias_eu_dev.jsonl'))
        self.screening('alias_eu', alias, self.alias_eu(), jsonl, ('kind', 'script'))
        self.at_hit_rates('alias_eu', alias, self.alias_eu(), jsonl)
        names = [r for r in load(bench('crosslist_names_dev.jsonl')) if r['target_list'] in ('UN', 'EU', 'OFAC22')]
        self.screening('crosslist_names', names, self.real(), jsonl, ('kind',))
        for kind in ('spelling', 'script'):
            self.at_hit_rates(f'crosslist_names, {kind},', [r for r in names if r['kind'] == kind], self.real(), jsonl)
        self.screening('original_script', load(bench('original_script_dev.csv')),
                       self.un_latin(), plain)
        self.screening('alias_left_out', load(bench('alias_left_out_dev.csv')),
                       self.un_left_out(), plain)
        self.screening('cross_language', load(bench('cross_language_dev.csv')),
                       self.eu_english(), plain)

    def ofac_mode(self):
        with open(self.path('bench/ofac_mode/ofac_search_scores.csv'), encoding='utf-8') as f:
            gold = list(csv.DictReader(f))
        pairs = os.path.join(self.work, 'ofac_mode.csv')
        with open(pairs, 'w', encoding='utf-8', newline='') as f:
            w = csv.writer(f)
            w.writerow(['id', 'schema', 'name1', 'name2'])
            w.writerows([r['id'], '', r['query_name'], r['result_name']] for r in gold)
        out = self.run('compare', '--csv', pairs, '--profile', 'ofac-search', '--format', 'jsonl')
        d = self.score.score_ranks(gold, {r['id']: r for r in map(json.loads, out.splitlines())})
        self.figure(f"ofac_mode within 5 points (of {d['n']})", d['within_.05'])
        self.figure('ofac_mode mean absolute error', d['mean_abs_error'])

    def candidates(self, profile=None):
        """Every candidate with a score of at least .5, of the sets above; see bench/README on likelihood."""
        out = []
        load, bench = self.score.gold_screening, self.bench

        def add(name, snapshot, gold, query, is_party):
            options = ['--threshold', '0.5'] + (['--profile', profile] if profile else [])
            for row, answer in zip(gold, self.answers(snapshot, [query(r) for r in gold], *options)):
                for h in answer['hits']:
                    y = is_party(row, h)
                    if y is not None:
                        party = str(row.get('target_id') or row.get('un_reference') or row['id'])
                        out.append(Candidate(name, party, y, h['score'], h['likelihood'], h['evidence']))

        def by_id(row, hit):
            return hit['entity_id'].split(':')[-1].lower() == str(row['target_id']).lower()

        def plain(r):
            return {'id': r['id'], 'name': r['name'], 'schema': r['schema']}

        def query(r):
            return {'id': r['id'], 'name': r['query']['name'], 'schema': r['query']['schema']}

        def person(r):
            return {'id': r['id'], 'name': r['full_name'], 'schema': 'Person'}

        def person_with_more(r):
            return {**person(r), 'birth_date': r['date_of_birth'], 'country': r['nationality']}
        unlisted = [r for r in load(bench('negatives_dev.csv')) if str(r['listed_name']) not in ('1', 'True')]
        add('alias_eu', self.alias_eu(), load(bench('alias_eu_dev.jsonl')), query, by_id)
        add('crosslist_names', self.real(), load(bench('crosslist_names_dev.jsonl')), query,
            lambda r, h: by_id(r, h) if AUTHORITY.get(h['list']) == r['target_list'] else None)
        add('original_script', self.un_latin(), load(bench('original_script_dev.csv')), plain, by_id)
        add('alias_left_out', self.un_left_out(), load(bench('alias_left_out_dev.csv')), plain, by_id)
        add('cross_language', self.eu_english(), load(bench('cross_language_dev.csv')), plain, by_id)
        add('un_positives', self.un(), load(bench('un_positives_dev.csv')), person_with_more,
            lambda r, h: h['entity_id'].split(':')[-1].lower() == r['un_reference'].lower())
        add('negatives', self.real(), unlisted, person, lambda r, h: False)
        add('negatives with more', self.real(), unlisted, person_with_more, lambda r, h: False)
        return out

    def likelihood(self):
        hits = self.candidates()
        items = [(h.likelihood, h.is_party) for h in hits]
        error, brier = calibration(items)
        self.figure('likelihood, candidates', len(hits))
        self.figure('likelihood, calibration error', error)
        self.figure('likelihood, Brier score', brier)

    def report(self):
        with open(os.path.join(HERE, 'bars.csv'), encoding='utf-8') as f:
            bars = {r['figure']: r for r in csv.DictReader(f)}
        missed = 0
        print(f"{'figure':52} {'value':>8}  {'95 % interval':17} {'bar':>9}")
        for name, value, ci in self.figures:
            bar = bars.get(name)
            reaches = {'=': lambda to: value == to, '>=': lambda to: value >= to, '<=': lambda to: value <= to}
            verdict = ''
            if bar and not reaches[bar['direction']](float(bar['floor'])):
                verdict = '  MISSED, UNDER ITS FLOOR ' + bar['floor']
            elif bar and not reaches[bar['direction']](float(bar['bar'])):
                verdict = '  MISSED'
            missed += verdict != ''
            shown = f'{value:8.4f}' if isinstance(value, float) else f'{value:8}'
            interval = f'[{ci[0]:.4f}, {ci[1]:.4f}]' if ci else ''
            wanted = f"{bar['direction']} {bar['bar']}" if bar else ''
            print(f"{name:52} {shown}  {interval:17} {wanted:>9}{verdict}")
        return missed


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--cordon', required=True)
    ap.add_argument('--data', required=True)
    ap.add_argument('--only', default='', help='parties, pairs, un_positives, negatives, others, ofac_mode or likelihood')
    ap.add_argument('--verify', action='store_true', help='hold every answer against brute force as well')
    a = ap.parse_args()
    if not os.path.exists(os.path.join(a.data, 'bench/score.py')):
        sys.exit(f'quality: no data sets in {a.data}; CORDON_DATA names their folder')
    with tempfile.TemporaryDirectory() as work:
        q = Quality(a.cordon, a.data, work, a.verify)
        for part in (q.parties, q.pairs, q.un_positives, q.negatives, q.others, q.ofac_mode, q.likelihood):
            if a.only in ('', part.__name__):
                part()
        sys.exit(1 if q.report() else 0)


if __name__ == '__main__':
    main()
