#!/usr/bin/env python3
"""Asks Cordon and other engines the same queries over the same parties, side by side on one core: queries a second, and how many times as many Cordon answers.

  peers.py --build build/release --data ../shared [--seconds 60] [--engines logic_v2,…] [--record FILE]

The parties are those of UN, EU and OFAC of 2022, read by tests/quality/parties.py into FollowTheMoney lines, which every engine loads. The queries are alias_eu_dev, un_positives_dev and
negatives_dev, shuffled; a slow engine is asked for --seconds of processor time and answers what it can. The engines (bench/engines, one adapter each) are installed into a virtual environment under build/peers; no
other part of Cordon needs them. Exit code 1: a bar is missed."""
import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

from measuring import Sheet, asked, run
from scale import write_queries

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '../tests/quality'))
import parties  # noqa: E402

ENGINES = ('logic_v2', 'logic_v1', 'rapidfuzz_extract')
BRUTE_QUERIES = 100


def environment(folder):
    """Returns the virtual environment's python; makes it where it is not there or is of other requirements."""
    requirements = os.path.join(HERE, 'engines/requirements.txt')
    with open(requirements, 'rb') as f:
        wanted = hashlib.sha256(f.read()).hexdigest()
    venv, stamp, python = os.path.join(folder, 'venv'), os.path.join(folder, 'installed'), os.path.join(folder, 'venv/bin/python')
    if not os.path.exists(stamp) or open(stamp, encoding='utf-8').read() != wanted:
        shutil.rmtree(venv, ignore_errors=True)
        subprocess.run([sys.executable, '-m', 'venv', venv], check=True)
        subprocess.run([python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements], check=True)
        with open(stamp, 'w', encoding='utf-8') as f:
            f.write(wanted)
    return python


def write_parties(data, path):
    lists = lambda *p: os.path.join(data, 'data', *p)
    read = {'un': parties.un(lists('lists/mixed_2025_04/UN.xml')), 'eu': parties.eu(lists('lists/eu_fsf_2026_02/eu_fsf_1_1.xml')), 'ofac': parties.ofac(lists('ofac_csv_2022_01'))}
    count = 0
    with open(path, 'w', encoding='utf-8') as f:
        for authority, listed in read.items():
            for number, party in enumerate(listed):
                names = [n for n in party['names'] if n.strip()]
                if not names:
                    continue
                properties = {'name': names[:1], 'alias': names[1:], 'birthDate' if party['schema'] == 'Person' else 'incorporationDate': party['dates'], 'idNumber' if party['schema'] == 'Person' else 'registrationNumber': party['ids']}
                f.write(json.dumps({'id': f'{authority}-{number}', 'schema': party['schema'], 'properties': {k: v for k, v in properties.items() if v}, 'datasets': [authority]}, ensure_ascii=False) + '\n')
                count += 1
    return count


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--build', required=True, help='the folder of the programs')
    ap.add_argument('--data', required=True)
    ap.add_argument('--seconds', type=float, default=60, help='of asking, for each of the other engines')
    ap.add_argument('--engines', default=','.join(ENGINES))
    ap.add_argument('--environment', default=os.path.join(HERE, '../build/peers'))
    ap.add_argument('--record')
    a = ap.parse_args()
    if not os.path.isdir(os.path.join(a.data, 'bench/screening')):
        sys.exit(f'peers: needs the data sets, which are not in {a.data}')
    os.makedirs(a.environment, exist_ok=True)
    python = environment(os.path.abspath(a.environment))
    program = lambda name: os.path.join(os.path.abspath(a.build), name)
    sheet, rates = Sheet(a.record), {}

    def row(engine, **values):
        rates[engine] = values['rate']
        sheet.figure(f"{engine}: ready after, seconds", values['load_s'])
        sheet.figure(f"{engine}: peak resident MB", values['peak_mb'])
        sheet.figure(f"{engine}: queries a second on one core ({values['queries']:,})", values['rate'], '>= 5000' if engine == 'cordon' else '')
        sheet.record('peer', engine=engine, parties=count, **values)

    with tempfile.TemporaryDirectory() as work:
        listed, queries, snapshot = (os.path.join(work, name) for name in ('parties.ftm.jsonl', 'queries.jsonl', 'parties.cordon'))
        count = write_parties(a.data, listed)
        total = write_queries(a.data, queries)
        print(f'{count:,} parties, {total:,} queries', flush=True)
        load, _ = run(['taskset', '-c', '0', program('cordon'), 'build', listed, '-o', snapshot], (0, 1))
        q = asked([program('queries'), snapshot, queries])
        row('cordon', how='snapshot built, then each query with its evidence as a JSON line', load_s=load, peak_mb=q['resident_mb'], queries=q['subjects'], seconds=q['subjects'] / q['rate'], rate=q['rate'],
            with_hits=q['with_hits'])
        brute = asked([program('queries'), snapshot, queries, '--count', str(BRUTE_QUERIES), '--verify', str(BRUTE_QUERIES)])
        if brute['differences']:
            sys.exit('peers: brute force differs from Cordon')
        row('brute force, our judge', how='every name of every party, prepared beforehand', load_s=load, peak_mb=brute['resident_mb'], queries=BRUTE_QUERIES, seconds=brute['brute_us'] * BRUTE_QUERIES / 1e6,
            rate=1e6 / brute['brute_us'], with_hits=brute['with_hits'])
        for engine in a.engines.split(','):
            folder = os.path.join(work, engine)
            os.mkdir(folder)
            p = subprocess.run([python, os.path.join(HERE, 'engines/run.py'), engine, listed, queries, folder, '--seconds', str(a.seconds)], stdout=subprocess.PIPE, cwd=folder)
            if p.returncode != 0:
                sys.exit(f'peers: {engine} ended with {p.returncode}')
            row(**json.loads(p.stdout))
    for engine, rate in rates.items():
        if engine != 'cordon':
            sheet.figure(f'Cordon answers so many times as many as {engine}', rates['cordon'] / rate, '>= 60' if engine == 'logic-v2' else '')
    sys.exit(1 if sheet.missed else 0)


if __name__ == '__main__':
    main()
