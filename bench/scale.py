#!/usr/bin/env python3
"""Prints how Cordon's cost grows: generated worlds (WORLD.md) of 10,000 to 4 million parties, batches of 1,000 to a million customers, and the real lists; each beside its bar.

  scale.py --build build/release --data ../shared [--work DIR] [--record FILE] [--parts world,lists,…] [--quick]

--work DIR   worlds and snapshots are kept there and used again: worlds as long as the options are the same, snapshots as long as the program is (--keep-snapshots: as long as it opens them)
--record     appends a JSON line for each thing measured, as soon as it is; ./dev bench --plot draws from such files
--parts      of: world (build, open, queries at every size), cores, batch, delta, verify, lists
--quick      small worlds, in seconds: that the command itself works. Their figures have no bars
--patience   minutes that a batch, a run of queries may take by what smaller ones took; a longer one is left out, or made shorter, and counted as missed

Times are of whole processes unless said otherwise; a query's is processor time, of the answer with its JSON line, one after another on one thread (queries.cc). Exit code 1: a bar is missed."""
import argparse
import csv
import hashlib
import json
import os
import random
import shutil
import sys
import tempfile

from measuring import Sheet, asked, best, run

PARTS = ('world', 'cores', 'batch', 'delta', 'verify', 'lists')
SEED = 1
LARGE = 4_000_000  # parties, for which the bars are
MILLION = 1_000_000  # customers, likewise
MORE = 500  # customers than are asked one by one: those whose pages are counted


class World:
    """A generated world in a folder, its snapshot, and samples of its customers."""

    def __init__(self, scale, parties, customers):
        self.scale, self.parties, self.customers_made = scale, parties, customers
        self.folder = os.path.join(scale.work, f'world-{parties}-{customers}')
        self.snapshot = os.path.join(self.folder, 'today.cordon')
        self.listed = os.path.join(self.folder, 'parties.ftm.jsonl')
        self.customers = os.path.join(self.folder, 'customers.csv')
        self.truth = os.path.join(self.folder, 'truth.csv')

    def make(self):
        made = os.path.join(self.folder, 'made')  # written last
        if not os.path.exists(made):
            os.makedirs(self.folder, exist_ok=True)
            run([self.scale.program('make_world'), '--parties', str(self.parties), '--customers', str(self.customers_made), '--seed', str(SEED), '-o', self.folder], (0,))
            open(made, 'w', encoding='utf-8').close()
        return self

    def build(self):
        return self.scale.built(self.snapshot, [self.listed])

    def head(self, count):
        """The first customers in a file of their own."""
        if count >= self.customers_made:
            return self.customers
        path = os.path.join(self.folder, f'customers-{count}.csv')
        if not os.path.exists(path):
            with open(self.customers, encoding='utf-8') as f, open(path + '.part', 'w', encoding='utf-8') as g:
                for _, line in zip(range(count + 1), f):
                    g.write(line)
            os.rename(path + '.part', path)
        return path

    def mixed(self, count):
        """Customers for brute force: every second one a listed party, since the others have few hits."""
        path = os.path.join(self.folder, f'mixed-{count}.csv')
        with open(self.truth, encoding='utf-8') as f:
            listed = {r['id'] for r in csv.DictReader(f)}
        with open(self.customers, encoding='utf-8') as f, open(path, 'w', encoding='utf-8') as g:
            g.write(f.readline())
            of_listed = min(count // 2, len(listed))
            left = {True: of_listed, False: count - of_listed}
            for line in f:
                is_listed = line.split(',', 1)[0] in listed
                if left[is_listed] > 0:
                    left[is_listed] -= 1
                    g.write(line)
        return path

    def yesterday(self, changes):
        """The snapshot of a list from which today's differs in `changes` parties: a third added, a third changed, a third gone since."""
        snapshot, path = os.path.join(self.folder, f'yesterday-{changes}.cordon'), os.path.join(self.folder, f'yesterday-{changes}.ftm.jsonl')
        if not os.path.exists(path):
            rng = random.Random(SEED)
            third = changes // 3
            picked = rng.sample(range(self.parties), changes - third)
            added, changed = set(picked[:third]), set(picked[third:])
            gone = os.path.join(self.folder, 'gone')
            run([self.scale.program('make_world'), '--parties', str(third), '--customers', '0', '--seed', str(SEED + 1), '-o', gone], (0,))
            with open(self.listed, encoding='utf-8') as f, open(os.path.join(gone, 'parties.ftm.jsonl'), encoding='utf-8') as old, open(path + '.part', 'w', encoding='utf-8') as g:
                for number, line in enumerate(f):
                    if number in changed:
                        g.write(earlier(line) + '\n')
                    elif number not in added:
                        g.write(line)
                for line in old:
                    party = json.loads(line)
                    party['id'] = 'gone-' + party['id']
                    g.write(json.dumps(party, ensure_ascii=False) + '\n')
            shutil.rmtree(gone)
            os.rename(path + '.part', path)
        self.scale.built(snapshot, [path])
        return snapshot


def earlier(line):
    """A party as it stood yesterday: an alias less, or no date, or no country; where it has none of them, another first name."""
    party = json.loads(line)
    properties = party['properties']
    for name in ('alias', 'birthDate', 'country', 'nationality'):
        if properties.get(name):
            properties[name].pop()
            if not properties[name]:
                del properties[name]
            break
    else:
        properties['name'] = ['Former ' + properties['name'][0]]
    return json.dumps(party, ensure_ascii=False)


class Scale:
    def __init__(self, a, work):
        self.a, self.work, self.sheet = a, work, Sheet(a.record)
        self.cordon = self.program('cordon')
        with open(self.cordon, 'rb') as f:
            self.binary = hashlib.sha256(f.read()).hexdigest()
        self.customers = max(max(a.batches), a.queries + MORE)

    def program(self, name):
        return os.path.join(os.path.abspath(self.a.build), name)

    def built(self, snapshot, inputs, allowed=(0,)):
        """Builds a snapshot unless there is one; returns what its building took."""
        note = snapshot + '.json'
        if os.path.exists(snapshot) and os.path.exists(note):
            with open(note, encoding='utf-8') as f:
                known = json.load(f)
            if known['binary'] == self.binary or self.a.keep_snapshots and os.system(f"'{self.cordon}' lists -s '{snapshot}' >{os.devnull} 2>&1") == 0:
                return known
        seconds, peak = run([self.cordon, 'build', *inputs, '-o', snapshot], allowed)
        known = {'binary': self.binary, 'build_s': seconds, 'build_mb': peak, 'file_mb': os.path.getsize(snapshot) / 1e6}
        with open(note, 'w', encoding='utf-8') as f:
            json.dump(known, f)
        return known

    def world(self, parties):
        """The largest has customers for the batches; the others as many as are asked one by one."""
        return World(self, parties, self.customers if parties == max(self.a.sizes) else self.a.queries + MORE)

    def opening(self, snapshot):
        return best([self.cordon, 'lists', '-s', snapshot], 10)[0] * 1000

    def start(self, snapshot, folder):
        """Seconds until a batch begins: of a run with one customer."""
        one = os.path.join(folder, 'one.csv')
        with open(one, 'w', encoding='utf-8') as f:
            f.write('id,name\n1,Qwrtzp Xkcdvbn\n')
        return best([self.cordon, 'screen', '-s', snapshot, one, '--format', 'jsonl', '--jobs', '1'], 3)[0]

    def queries_within_patience(self, snapshot, customers):
        """How many of --queries can be asked in time, and the rate that a few of them had."""
        rate = asked([self.program('queries'), snapshot, customers, '--count', str(min(self.a.queries, 500))])['rate']
        return max(500, min(self.a.queries, int(rate * self.a.patience * 60))), rate

    def world_part(self):
        for parties in self.a.sizes:
            world = self.world(parties).make()
            bars = parties == LARGE
            bar = lambda text: text if bars else ''
            built = world.build()
            name = f'{parties:,} parties: '
            self.sheet.figure(name + 'build, seconds', built['build_s'], bar('<= 600'))
            self.sheet.figure(name + 'build, peak resident MB', built['build_mb'], bar('<= 8192'))
            self.sheet.figure(name + 'snapshot, MB', built['file_mb'], bar('<= 2500'))
            open_ms = self.opening(world.snapshot)
            self.sheet.figure(name + 'open and list a snapshot (whole process), ms', open_ms, bar('<= 50'))
            count, _ = self.queries_within_patience(world.snapshot, world.customers)
            q = asked([self.program('queries'), world.snapshot, world.customers, '--count', str(count), '--truth', world.truth, '--steps', str(min(count, 2000)),
                       '--touched', str(min(count, 200))])
            self.sheet.figure(name + f'one core, 1 % listed, queries a second ({count:,})', q['rate'], bar('>= 1000'))
            self.sheet.figure(name + 'a query, p50, ms', q['p50_us'] / 1000, bar('<= 1'))
            self.sheet.figure(name + 'a query, p99, ms', q['p99_us'] / 1000, bar('<= 5'))
            self.sheet.figure(name + f'resident MB after {count:,} queries', q['resident_mb'], bar('<= 2048'))
            if count < self.a.queries and bars:
                self.sheet.unmeasured(name + f'resident MB after {self.a.queries:,} queries', f'they would take more than {self.a.patience} minutes')
            self.sheet.figure(name + 'of these anonymous', q['anonymous_mb'])
            self.sheet.figure(name + f'listed customers found at .70 ({q["listed"]:,})', q['found'] / max(1, q['listed']), bar('>= .97'))
            self.sheet.figure(name + '… among the best 20', q['best'] / max(1, q['listed']))
            self.sheet.figure(name + 'pages of the snapshot that a query reads, KB', q['touched']['mean_kb'])
            q.pop('parties')
            self.sheet.record('world', parties=parties, seed=SEED, open_ms=open_ms, **{k: v for k, v in built.items() if k != 'binary'}, **q)

    def cores_part(self):
        world = self.world(max(self.a.sizes)).make()
        world.build()
        if (os.cpu_count() or 1) < 2:
            self.sheet.unmeasured('two cores against one', 'this machine has one')
            return
        _, rate = self.queries_within_patience(world.snapshot, world.customers)
        count = max(100, min(int(rate * 30), self.customers))
        start = self.start(world.snapshot, world.folder)
        screen = lambda jobs: best([self.cordon, 'screen', '-s', world.snapshot, world.head(count), '--format', 'jsonl', '--jobs', str(jobs)], 3)[0] - start
        single, double = screen(1), screen(2)
        self.sheet.figure(f'{world.parties:,} parties: two cores against one ({count:,} customers)', single / double, '>= 1.9' if world.parties == LARGE else '')
        self.sheet.record('cores', parties=world.parties, customers=count, single_s=single, double_s=double)

    def screened(self, snapshot, customers, *more):
        """Seconds and peak MB of a batch whose answers go to a file."""
        output = os.path.join(self.work, 'answers.jsonl')
        out = run([self.cordon, 'screen', '-s', snapshot, customers, '--format', 'jsonl', '-o', output, *more], (0, 1))
        os.remove(output)
        return out

    def batches(self, what, parties, snapshot, world, bar):
        """Batches of every size, as long as patience lasts. Returns the seconds of each."""
        out, each = {}, 0.0
        size = os.path.getsize(snapshot) / 2**20
        for count in sorted(self.a.batches):
            name = f'{what}: batch of {count:,} customers, seconds'
            if each * count > self.a.patience * 60:
                self.sheet.unmeasured(name, f'at the rate of the one before it takes {each * count / 60:,.0f} minutes')
                continue
            seconds, peak = self.screened(snapshot, world.head(count))
            out[count], each = seconds, seconds / count
            self.sheet.figure(name, seconds, bar if count == MILLION else '')
            self.sheet.record('batch', lists=what, parties=parties, customers=count, seconds=seconds, peak_mb=peak, over_snapshot_mb=peak - size)
            if count == max(self.a.batches):
                self.sheet.figure(f'{what}: … peak resident MB over the snapshot', peak - size, '<= 500' if count == MILLION and what == 'lists' else '')
        return out

    def batch_part(self):
        world = self.world(max(self.a.sizes)).make()
        world.build()
        self.full = self.batches(f'{world.parties:,} parties', world.parties, world.snapshot, world, '<= 600' if world.parties == LARGE else '')

    def delta_part(self):
        world = self.world(max(self.a.sizes)).make()
        world.build()
        changes = min(1000, world.parties // 10)
        yesterday = world.yesterday(changes)
        if not hasattr(self, 'full'):
            self.batch_part()
        count = max(self.full)
        full = self.full[count]
        is_whole = world.parties == LARGE and count == MILLION
        name = f'{world.parties:,} parties: {changes:,} changed × {count:,} customers, share of a full run’s time'
        delta, peak = self.screened(world.snapshot, world.head(count), '--since', yesterday)
        self.sheet.figure(name, delta / full, '<= .05' if is_whole else '')
        self.sheet.figure('… seconds', delta)
        if world.parties == LARGE and not is_whole:
            self.sheet.unmeasured(f'… of {MILLION:,} customers', 'the full run was left out')
        self.sheet.record('delta', parties=world.parties, changes=changes, customers=count, seconds=delta, full_s=full, peak_mb=peak)

    def verify_part(self):
        for parties, queries in self.a.verify:
            world = self.world(parties).make()
            world.build()
            q = asked([self.program('queries'), world.snapshot, world.mixed(queries), '--verify', str(queries), '--jobs', str(os.cpu_count() or 1)])
            self.sheet.figure(f'{parties:,} parties: of {q["verified"]:,} queries (half of them listed, {q["hits"]:,} hits), not as by brute force', q['differences'], '= 0')
            self.sheet.record('verify', parties=parties, queries=q['verified'], hits=q['hits'], differences=q['differences'], brute_us=q['brute_us'])

    def lists_part(self):
        """UN, EU and OFAC of 2022: the figures of a world, and the batches."""
        data = lambda *p: os.path.join(self.a.data, 'data', *p)
        inputs = [data('lists/mixed_2025_04/UN.xml'), data('lists/eu_fsf_2026_02/eu_fsf_1_1.xml'), data('ofac_csv_2022_01')]
        if not os.path.exists(inputs[0]):
            print(f'the real lists are not in {self.a.data}: left out')
            return
        snapshot, queries = os.path.join(self.work, 'lists.cordon'), os.path.join(self.work, 'lists-queries.jsonl')
        built = self.built(snapshot, inputs, (0, 1))
        count = write_queries(self.a.data, queries, 300 if self.a.quick else 0)
        asked_for = count - 200  # the last of them: their pages are counted
        open_ms = self.opening(snapshot)
        q = asked([self.program('queries'), snapshot, queries, '--count', str(asked_for), '--steps', '2000', '--touched', '200'])
        name, bar = 'UN + EU + OFAC: ', lambda text: '' if self.a.quick else text
        self.sheet.figure(name + 'build, seconds', built['build_s'])
        self.sheet.figure(name + 'snapshot, MB', built['file_mb'])
        self.sheet.figure(name + 'open and list a snapshot (whole process), ms', open_ms)
        self.sheet.figure(name + f'one core, alias_eu_dev, un_positives_dev, negatives_dev, queries a second ({asked_for:,})', q['rate'], bar('>= 5000'))
        self.sheet.figure(name + 'a query, p50, ms', q['p50_us'] / 1000)
        self.sheet.figure(name + 'a query, p99, ms', q['p99_us'] / 1000)
        self.sheet.figure(name + 'resident MB after these', q['resident_mb'])
        parties = q.pop('parties')
        self.sheet.record('lists', parties=parties, open_ms=open_ms, **{k: v for k, v in built.items() if k != 'binary'}, **q)
        self.batches('lists', parties, snapshot, self.world(max(self.a.sizes)).make(), '<= 120')

    def all_parts(self):
        for part in PARTS:
            if part in self.a.parts:
                getattr(self, part + '_part')()


def write_queries(data, path, most=0):
    """The queries of the bar on the real lists, as customers; `most` of each set. Returns how many."""
    sets = os.path.join(data, 'bench/screening')
    rows = []
    with open(os.path.join(sets, 'alias_eu_dev.jsonl'), encoding='utf-8') as f:
        rows.append([{'id': r['id'], **{k: r['query'][k] for k in ('name', 'schema')}} for r in map(json.loads, f)])
    for name in ('un_positives_dev.csv', 'negatives_dev.csv'):
        with open(os.path.join(sets, name), encoding='utf-8') as f:
            rows.append([{'id': r['id'], 'name': r['full_name'], 'schema': 'Person', 'birth_date': r['date_of_birth'], 'country': r['nationality']} for r in csv.DictReader(f)])
    rows = [r for set_rows in rows for r in (set_rows[:most] if most else set_rows)]
    random.Random(SEED).shuffle(rows)
    with open(path, 'w', encoding='utf-8') as f:
        for r in rows:
            f.write(json.dumps(r, ensure_ascii=False) + '\n')
    return len(rows)


def numbers(text):
    return [int(n) for n in text.replace('_', '').split(',')]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--build', required=True, help='the folder of the programs')
    ap.add_argument('--data', required=True)
    ap.add_argument('--work')
    ap.add_argument('--record')
    ap.add_argument('--sizes', type=numbers, help='parties (default 10000,100000,1000000,4000000)')
    ap.add_argument('--batches', type=numbers, help='customers (default 1000,10000,100000,1000000)')
    ap.add_argument('--queries', type=int, help='asked one by one (default 100000)')
    ap.add_argument('--parts', default=','.join(PARTS))
    ap.add_argument('--patience', type=float, default=60)
    ap.add_argument('--keep-snapshots', action='store_true')
    ap.add_argument('--quick', action='store_true')
    a = ap.parse_args()
    a.parts = a.parts.split(',')
    if unknown := set(a.parts) - set(PARTS):
        ap.error(f'no such part: {", ".join(sorted(unknown))}')
    a.sizes = sorted(a.sizes or ([500, 2000] if a.quick else [10_000, 100_000, 1_000_000, LARGE]))
    a.batches = a.batches or ([100, 1000] if a.quick else [1000, 10_000, 100_000, MILLION])
    a.queries = a.queries or (500 if a.quick else 100_000)
    a.verify = [(min(a.sizes), 40), (max(a.sizes), 10)] if a.quick else [(100_000, 2000), (max(a.sizes), 40)]
    if a.work:
        os.makedirs(a.work, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        scale = Scale(a, os.path.abspath(a.work or scratch))
        scale.all_parts()
    sys.exit(1 if scale.sheet.missed else 0)


if __name__ == '__main__':
    main()
