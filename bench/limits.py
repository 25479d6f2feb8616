#!/usr/bin/env python3
"""How far a query is from what the machine could do: each step's time beside the time that its cache lines from memory and its instructions take at least.

  limits.py --build build/release --snapshot FILE --customers FILE [--queries 300] [--record FILE]

  memory        bench/bandwidth.cc: reading in sequence, reading lines at random
  instructions, lines from memory   callgrind with its model of the caches, of this machine's sizes: all that answer_one() of bench/queries.cc calls
  time          bench/queries.cc, the same customers; as many before them warm
A step's limit is the larger of lines × ns of a random line, and instructions ÷ four a cycle. Needs valgrind. Takes some minutes: under callgrind a query takes fifty times as long, and the whole snapshot is read once to be checked."""
import argparse
import os
import re
import subprocess
import sys
import tempfile

from measuring import Sheet, asked

# A step is all that happens within these functions, less what happens within those.
STEPS = {
    'prepare the query': ('prepare_us', [r'match::prepare_query\('], []),
    'retrieve': ('retrieve_us', [r'index::Index::retrieve\('], [r'match::judge\(', r'assemble::StoredLists::entity\(']),
    'judge candidates': ('judge_us', [r'match::judge\(', r'assemble::StoredLists::entity\('], []),
    'rank and group': ('rank_us', [r'screen::ranked\('], []),
    'JSON line': ('json_us', [r'screen::to_json_line[^(]*\(cordon::Screening'], []),
}


class Profile:
    """Costs of functions with what they call, from a file of callgrind."""

    def __init__(self, path):
        self.names, self.own, self.called, events = {}, {}, {}, []
        function = callee = None
        calls_next = False
        with open(path, encoding='utf-8', errors='replace') as f:
            for line in f:
                line = line.rstrip('\n')
                if line.startswith('events:'):
                    events = line.split()[1:]
                elif line.startswith('fn='):
                    function = self.name(line[3:])
                elif line.startswith('cfn='):
                    callee = self.name(line[4:])
                elif line.startswith('calls='):
                    calls_next = True
                elif re.match(r'[\d+*-]', line):
                    costs = [int(x) for x in line.split()[1:]]
                    costs += [0] * (len(events) - len(costs))
                    table, key = (self.called, (function, callee)) if calls_next else (self.own, function)
                    table[key] = [a + b for a, b in zip(table.get(key, [0] * len(events)), costs)]
                    calls_next = False
        self.events = events

    def name(self, text):
        """(12) the name, or (12) alone where it came before."""
        number, _, name = text.partition(' ')
        if name:
            self.names[number] = name
        return self.names.get(number, text)

    def within(self, patterns):
        """Costs of all calls from outside into functions of these patterns. None: there is no such function."""
        inside = {f for f in {*self.own, *(k[1] for k in self.called)} if any(re.search(p, f) for p in patterns)}
        if not inside:
            return None
        total = dict.fromkeys(self.events, 0)
        for (caller, callee), costs in self.called.items():
            if callee in inside and caller not in inside:
                for event, cost in zip(self.events, costs):
                    total[event] += cost
        return total

    def whole(self):
        """Costs of everything collected: nothing is collected outside of answer_one()."""
        total = dict.fromkeys(self.events, 0)
        for costs in self.own.values():
            for event, cost in zip(self.events, costs):
                total[event] += cost
        return total


def profile(queries, snapshot, customers, count):
    with tempfile.TemporaryDirectory() as work:
        out = os.path.join(work, 'callgrind')
        p = subprocess.run(['valgrind', '--tool=callgrind', f'--callgrind-out-file={out}', '--toggle-collect=cordon::bench::answer_one(*', '--cache-sim=yes', '--compress-pos=no', queries, snapshot, customers,
                            '--only', str(count)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if p.returncode != 0:
            sys.exit(f'limits: valgrind ended with {p.returncode}: {p.stderr[-2000:]}')
        return Profile(out)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--build', required=True, help='the folder of the programs')
    ap.add_argument('--snapshot', required=True)
    ap.add_argument('--customers', required=True)
    ap.add_argument('--queries', type=int, default=300)
    ap.add_argument('--memory', type=int, default=1024, help='MB of the buffer that is read')
    ap.add_argument('--record')
    a = ap.parse_args()
    program = lambda name: os.path.join(os.path.abspath(a.build), name)
    sheet = Sheet(a.record)
    memory = asked([program('bandwidth'), str(a.memory)])
    q = asked([program('queries'), a.snapshot, a.customers, '--count', str(2 * a.queries), '--steps', str(a.queries), '--touched', str(min(a.queries, 200))])
    costs = profile(program('queries'), a.snapshot, a.customers, a.queries)

    def step(us, cost):
        lines = (cost['DLmr'] + cost['DLmw']) / a.queries
        instructions = cost['Ir'] / a.queries
        bound = max(lines * memory['line_ns'], instructions * memory['instruction_ns']) / 1000
        return {'us': round(us, 2), 'instructions': round(instructions), 'lines': round(lines, 1), 'bound_us': round(bound, 3)}

    steps = {'a whole query': step(q['steps']['whole_us'], costs.whole())}
    for name, (key, within, less) in STEPS.items():
        cost = costs.within(within)
        if cost is None:
            sys.exit(f'limits: no function {within} was called: STEPS names those of the program as it was')
        for event, value in ((costs.within(less) if less else None) or {}).items():
            cost[event] -= value
        steps[name] = step(q['steps'][key], cost)
    judged = q['steps']['names_judged']
    per_name = steps['retrieve']['instructions'] / max(1, judged)

    for key, what in (('stream_gb_s', 'reading in sequence, GB/s'), ('line_ns', 'a random line, ns'), ('chain_ns', 'a random line whose place the one before gives, ns')):
        sheet.figure(what, memory[key])
    sheet.figure('pages of the snapshot that a query reads, KB', q['touched']['mean_kb'])
    sheet.figure('names judged in a query', judged)
    sheet.figure('instructions of retrieval for each of them', per_name)
    print(f"\n{'step of a query':20} {'µs':>10} {'instructions':>14} {'lines':>9} {'limit, µs':>10} {'above it':>9}")
    for name, s in steps.items():
        print(f"{name:20} {s['us']:10,.1f} {s['instructions']:14,} {s['lines']:9,.0f} {s['bound_us']:10,.2f} {s['us'] / max(s['bound_us'], 1e-9):8.1f}×")
    sheet.record('limits', parties=q['parties'], queries=a.queries, **{k: v for k, v in memory.items() if k != 'mb'}, touched_kb=q['touched']['mean_kb'], judged=judged,
                 candidates=q['steps']['candidates'], instructions_per_name=round(per_name), steps=steps)


if __name__ == '__main__':
    main()
