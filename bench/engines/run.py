"""Asks one engine: run.py ENGINE PARTIES QUERIES WORK --seconds S. PARTIES are FollowTheMoney lines, QUERIES lines of {id, name, schema, birth_date, country}, WORK an empty folder.

An engine is a module of this folder with a class Engine:
  HOW                           how it is used, for the table
  BATCH                         how many queries it is asked at a time
  Engine(parties, work)         ready to be asked, of this file of parties
  answer(queries)               for each its hits (id, score of 0 to 1): the best 20 at .70 or over, best first
All of it on one core; times are processor time, so that other programs do not count. Prints JSON: engine, how, load_s, peak_mb, queries, seconds, rate, with_hits."""
import argparse
import importlib
import itertools
import json
import os
import resource
import time

TOP, THRESHOLD = 20, .7


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('engine', 'parties', 'queries', 'work'):
        ap.add_argument(name)
    ap.add_argument('--seconds', type=float, default=60)
    a = ap.parse_args()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    os.environ['NOMENKLATURA_DUCKDB_THREADS'] = '1'
    module = importlib.import_module(a.engine)
    begin = time.process_time()
    engine = module.Engine(a.parties, a.work)
    loaded = time.process_time() - begin
    with open(a.queries, encoding='utf-8') as f:
        queries = iter([json.loads(line) for line in f])
    engine.answer(list(itertools.islice(queries, module.BATCH)))  # warm
    asked, with_hits, begin = 0, 0, time.process_time()
    while time.process_time() - begin < a.seconds and (batch := list(itertools.islice(queries, module.BATCH))):
        answers = engine.answer(batch)
        asked += len(batch)
        with_hits += sum(bool(hits) for hits in answers)
    seconds = time.process_time() - begin
    print(json.dumps({'engine': a.engine.replace('_', '-'), 'how': module.HOW, 'load_s': loaded, 'peak_mb': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 'queries': asked, 'seconds': seconds,
                      'rate': asked / seconds, 'with_hits': with_hits}))


if __name__ == '__main__':
    main()
