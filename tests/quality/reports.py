#!/usr/bin/env python3
"""Prints how well pages are read by the whole program, on the development half of the gold reports ($CORDON_DATA or --data), each figure beside its bar.

  reports.py --cordon build/release/cordon --data ../shared [--gold DIR] [--pages] [--decoys build/release/make_world]

The EU's list of February 2026 alone is loaded, as bench/reports says. Its score.py counts; --gold scores another folder of pages with gold (tests/quality/reports: our
own, some of which nothing was fitted to). --pages prints score.py's table page by page. Exit code 1: a bar is missed.

  reports.py --by-readers build/release/read_page --data ../shared [--gold DIR]

prints instead what rules, tagger and both find in the gold's main texts, side by side (docs/decisions/0022-a-tagger-under-the-rules.md); no list is loaded."""
import argparse
import glob
import json
import os
import subprocess
import sys
import tempfile

EU_LIST = 'data/lists/eu_fsf_2026_02/eu_fsf_1_1.xml'


DECOYS = 25_000  # parties, of about 100,000 names


def decoys(make_world, work):
    """Returns the file of a generated list."""
    folder = os.path.join(work, 'decoys')
    subprocess.run([make_world, '--parties', str(DECOYS), '--customers', '0', '--seed', '1', '-o', folder], check=True, capture_output=True)
    return os.path.join(folder, 'parties.ftm.jsonl')


def read_pages(cordon, lists, folder, work):
    """Returns the answers' file: a line a page, its id that of the gold."""
    snapshot = os.path.join(work, 'eu.cordon')
    subprocess.run([cordon, 'build', *lists, '-o', snapshot], check=True, capture_output=True)
    pages = sorted(p for end in ('html', 'txt', 'eml') for p in glob.glob(os.path.join(folder, '*.' + end)) if os.path.exists(p.rsplit('.', 1)[0] + '.json'))
    done = subprocess.run([cordon, 'screen', '-s', snapshot, *pages, '--format', 'jsonl'], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f'reports: a page could not be read:\n{done.stderr}')
    answers = os.path.join(work, 'answers.jsonl')
    with open(answers, 'w', encoding='utf-8') as out:
        for line in done.stdout.splitlines():
            row = json.loads(line)
            row['id'] = os.path.basename(row['id']).rsplit('.', 1)[0]
            out.write(json.dumps(row, ensure_ascii=False) + '\n')
    return answers


def score_pages(score, folder, answers, work):
    """Returns score.py's figures page by page, and its table."""
    result = os.path.join(work, 'score.json')
    table = subprocess.run([sys.executable, score, folder, answers, '--json', result], check=True, capture_output=True, text=True).stdout
    with open(result, encoding='utf-8') as f:
        return json.load(f)['pages'], table


def compare_readers(read_page, score, folder):
    print(f"{'claims of ' + os.path.basename(os.path.abspath(folder)):30}{'':8}{'pages':>6}{'P':>7}{'R':>7}{'strict P':>10}{'strict R':>10}{'contested':>11}{'exact':>7}{'false':>7}")
    by_reader = {}
    for reader in ('rules', 'tagger', 'both'):
        with tempfile.TemporaryDirectory() as work:
            answers = os.path.join(work, 'answers.jsonl')
            with open(answers, 'w', encoding='utf-8') as out:
                for path in sorted(glob.glob(os.path.join(folder, '*.json'))):
                    with open(path, encoding='utf-8') as f:
                        gold = json.load(f)
                    text = '\n'.join(gold['main']) + '\n'
                    out.write(subprocess.run([read_page, gold['id'], gold['lang'], reader], input=text, capture_output=True, text=True, check=True).stdout)
            by_reader[reader] = score_pages(score, folder, answers, work)[0]
    groups = (('English', lambda name: name.startswith(('en', 'seed'))), ('other languages', lambda name: not name.startswith(('en', 'seed'))), ('the seed page', lambda name: name == 'seed'))
    for label, is_in in groups:
        for reader, pages in by_reader.items():
            rows = [row for name, row in pages.items() if is_in(name)]
            if rows:
                wanted, found, exact, wrong = (sum(row['cont_' + key] for row in rows) for key in ('gold', 'found', 'exact', 'false'))
                figures = ''.join(f'{mean(rows, key):{width}.3f}' for key, width in (('cl5_p', 7), ('cl5_r', 7), ('cl8_p', 10), ('cl8_r', 10)))
                print(f"{label if reader == 'rules' else '':30}{reader:8}{len(rows):6}{figures}{found:5} of {wanted:2}{exact:7}{wrong:7}")


def mean(rows, key):
    values = [row[key] for row in rows if row.get(key) is not None]
    return sum(values) / len(values) if values else float('nan')


def figures(pages):
    """Yields (what, value, bar, whether less is better)."""
    english = [row for name, row in pages.items() if name.startswith(('en', 'seed'))]
    others = [row for name, row in pages.items() if not name.startswith(('en', 'seed'))]
    every = list(pages.values())
    yield 'main text, token F1', mean(every, 'main_f1'), None, False
    for label, rows, precision, recall in (('English', english, .80, .75), ('other languages', others, .70, .50)):
        if rows:
            yield f'claims, {label}: precision', mean(rows, 'cl5_p'), precision, False
            yield f'claims, {label}: recall', mean(rows, 'cl5_r'), recall, False
    gold = sum(row['cont_gold'] for row in every)
    if gold:
        yield 'contested propositions found', sum(row['cont_found'] for row in every) / gold, .75, False
        yield 'contested propositions, every count exact', sum(row['cont_exact'] for row in every) / gold, .5, False
    yield 'false contradictions a page', sum(row['cont_false'] for row in every) / len(every), .2, True
    listed = [row for row in every if row.get('list_p') is not None and (row['list_p'] or row['list_r'])]
    if listed:
        yield 'listed parties: precision (pages that name some)', mean(listed, 'list_p'), .95, False
        yield 'listed parties: recall', mean(listed, 'list_r'), .95, False
    yield 'false list hits a page', mean(every, 'false_hits'), None, True
    yield 'mentions of any party: precision', mean(every, 'ment_p'), None, False
    yield 'mentions of any party: recall', mean(every, 'ment_r'), None, False
    yield 'speaker right', mean(every, 'spk_acc'), None, False
    yield 'goods: recall', mean(every, 'goods_r'), None, False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--cordon')
    parser.add_argument('--by-readers')
    parser.add_argument('--data', required=True)
    parser.add_argument('--gold')
    parser.add_argument('--pages', action='store_true')
    parser.add_argument('--decoys', metavar='MAKE_WORLD', help='adds a generated list of 100,000 names, none of which a page means')
    a = parser.parse_args()
    score = os.path.join(a.data, 'bench/reports/score.py')
    lists = os.path.join(a.data, EU_LIST)
    if not os.path.exists(score) or not os.path.exists(lists):
        print(f'reports: {a.data} has no gold reports; nothing was measured')
        return 77
    folder = a.gold or os.path.join(a.data, 'bench/reports')
    if a.by_readers:
        compare_readers(a.by_readers, score, folder)
        return 0
    if not a.cordon:
        parser.error('--cordon or --by-readers is needed')
    with tempfile.TemporaryDirectory() as work:
        all_lists = [lists, decoys(a.decoys, work)] if a.decoys else [lists]
        pages, table = score_pages(score, folder, read_pages(a.cordon, all_lists, folder, work), work)
    if a.pages:
        print(table)
    print(f'gold reports: {len(pages)} pages of {os.path.basename(os.path.abspath(folder))}{", with 100,000 decoys" if a.decoys else ""}')
    missed = 0
    for what, value, bar, less in figures(pages):
        is_missed = bar is not None and (value > bar if less else value < bar)
        missed += is_missed
        print(f"  {what:55} {value:7.3f}   {'' if bar is None else ('<= ' if less else '>= ') + format(bar, '.2f')}{'  MISSED' if is_missed else ''}")
    return 1 if missed else 0


if __name__ == '__main__':
    sys.exit(main())
