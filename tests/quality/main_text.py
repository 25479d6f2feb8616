#!/usr/bin/env python3
"""Prints how well main text is found, on the development halves of four sets ($CORDON_DATA or --data), each beside its bar.

  main_text.py --program build/release/main_text --data ../shared [--half 0|1] [--worst N] [--answers SET=FILE.jsonl …]

  article-extraction benchmark   F1 of the mean precision and recall of 4-word shingles (as its evaluate.py)
  trafilatura's set              F of segments: wanted ones found, unwanted ones not
  Readability's pages            mean token F against the text of expected.html
  gold reports                   mean token F1 and leaked boilerplate (reports/score.py counts the same)

--half takes only the pages whose id has that parity under a hash: what was tuned on one half is looked at on the other. --answers
scores another system's {"id", "text"} lines beside it, and prints the paired difference with its 95 % interval (bootstrap over pages).
Exit code 1: a bar is missed."""
import argparse
import collections
import glob
import gzip
import html.parser
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import zlib

TOKEN = re.compile(r'\w+', re.UNICODE)
BARS = {'article-extraction benchmark, F1': 0.955, "trafilatura's set, F": 0.90, "Readability's pages, token F": 0.93}


def f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


def gunzip(path):
    with gzip.open(path, 'rb') as f:
        return f.read()


def gold_lines(folder):
    return [json.loads(line) for line in gunzip(os.path.join(folder, 'gold.jsonl.gz')).decode().splitlines()]


# ---- what each set counts ---------------------------------------------------------------------------------------------

def shingles(text, n=4):
    words = TOKEN.findall(text or '')
    return collections.Counter(tuple(words[i:i + n]) for i in range(max(1, len(words) - n + 1)))


def shingle_counts(gold, text):
    """As the benchmark's evaluate.py: true and false positives and false negatives, scaled so that each page weighs the same."""
    want, got = shingles(gold), shingles(text)
    tp = sum((want & got).values())
    fp, fn = sum(got.values()) - tp, sum(want.values()) - tp
    total = tp + fp + fn
    return tuple(x / total for x in (tp, fp, fn)) if total else (0.0, 0.0, 0.0)


def shingle_f1(rows):
    precision = statistics.mean([(tp / (tp + fp) if tp + fp else (1.0 if fn == 0 else 0.0)) for tp, fp, fn in rows])
    recall = statistics.mean([(tp / (tp + fn) if tp + fn else (1.0 if fp == 0 else 0.0)) for tp, fp, fn in rows])
    return f1(precision, recall), precision, recall


def segment_counts(gold, text):
    tp = sum(s in text for s in gold['with'])
    fp = sum(s in text for s in gold['without'])
    return tp, fp, len(gold['with']) - tp


def segment_f(rows):
    tp, fp, fn = (sum(r[i] for r in rows) for i in range(3))
    p, r = tp / max(tp + fp, 1), tp / max(tp + fn, 1)
    return f1(p, r), p, r


def token_prf(want, got):
    a, b = collections.Counter(TOKEN.findall(want.lower())), collections.Counter(TOKEN.findall(got.lower()))
    hit = sum((a & b).values())
    p = hit / sum(b.values()) if b else (1.0 if not a else 0.0)
    r = hit / sum(a.values()) if a else 1.0
    return f1(p, r), p, r


class Text(html.parser.HTMLParser):
    """The text of expected.html: every text node, blocks apart."""
    INLINE = {'a', 'b', 'i', 'em', 'strong', 'span', 'u', 'sup', 'sub', 'code', 'small', 'font', 'abbr', 'mark', 'q', 's', 'tt', 'wbr', 'time'}

    def __init__(self, markup):
        super().__init__(convert_charrefs=True)
        self.parts, self.hidden = [], 0
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in ('script', 'style')
        if tag not in self.INLINE:
            self.parts.append(' ')

    def handle_endtag(self, tag):
        self.hidden -= tag in ('script', 'style')
        if tag not in self.INLINE:
            self.parts.append(' ')

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)

    def text(self):
        return ' '.join(''.join(self.parts).split())


def mean_f(rows):
    return tuple(statistics.mean(r[i] for r in rows) for i in range(3))


def folded(text):
    return ' '.join(text.split())


class Sets:
    """Each set: (name, ids, bytes of a page, counts of a page for an answer, figure over counts)."""

    def __init__(self, data):
        self.text, self.reports = os.path.join(data, 'bench/text'), os.path.join(data, 'bench/reports')

    def all(self):
        scraping = {g['id']: g for g in gold_lines(os.path.join(self.text, 'scrapinghub'))}
        yield ('article-extraction benchmark, F1', 'scrapinghub', {i: os.path.join(self.text, 'scrapinghub', i + '.html.gz') for i in scraping},
               lambda i, t: shingle_counts(scraping[i]['articleBody'], t), shingle_f1)
        trafilatura = {g['id']: g for g in gold_lines(os.path.join(self.text, 'trafilatura'))}
        yield ("trafilatura's set, F", 'trafilatura', {i: os.path.join(self.text, 'trafilatura', i + '.html.gz') for i in trafilatura},
               lambda i, t: segment_counts(trafilatura[i], t), segment_f)
        folder = os.path.join(self.text, 'readability')
        expected = {g['id']: Text(gunzip(os.path.join(folder, g['id'] + '.expected.html.gz')).decode()).text() for g in gold_lines(folder)}
        yield ("Readability's pages, token F", 'readability', {i: os.path.join(folder, i + '.source.html.gz') for i in expected},
               lambda i, t: token_prf(expected[i], t), mean_f)
        gold = [json.load(open(p, encoding='utf-8')) for p in sorted(glob.glob(os.path.join(self.reports, '*.json')))]
        gold = {g['id']: g for g in gold if 'main' in g}
        yield ('gold reports, token F1', 'reports', {i: os.path.join(self.reports, g['file']) for i, g in gold.items()},
               lambda i, t: token_prf('\n'.join(gold[i]['main']), self.without_title(gold[i]['title'], t)) +
               (sum(b in folded(t) for b in gold[i]['boilerplate']),), lambda rows: mean_f(rows) + (sum(r[3] for r in rows),))

    @staticmethod
    def without_title(title, text):
        return text[len(title):] if title and folded(text).startswith(folded(title)) else text


def run(program, pages, work):
    """Returns the program's answer for every page."""
    paths = {}
    for page, path in pages.items():
        name = os.path.basename(path).removesuffix('.gz')
        paths[page] = os.path.join(work, name)
        with open(paths[page], 'wb') as f:
            f.write(gunzip(path) if path.endswith('.gz') else open(path, 'rb').read())
    out = {}
    names = sorted(paths)
    for at in range(0, len(names), 200):
        part = names[at:at + 200]
        p = subprocess.run([program, *(paths[n] for n in part)], stdout=subprocess.PIPE, check=True)
        for name, line in zip(part, p.stdout.decode().splitlines()):
            out[name] = json.loads(line)['main_text']
    return out


def interval(figure, ours, theirs, rounds=1000):
    """The paired difference of two systems' figures, and its 95 % interval by bootstrap over pages."""
    rng, n = random.Random(1), len(ours)
    diffs = []
    for _ in range(rounds):
        pick = [rng.randrange(n) for _ in range(n)]
        diffs.append(figure([ours[i] for i in pick])[0] - figure([theirs[i] for i in pick])[0])
    diffs.sort()
    return diffs[rounds // 40], diffs[-rounds // 40 - 1]


def in_half(page, half):
    return half is None or zlib.crc32(page.encode()) % 2 == half


def speed(program, pages):
    """Prints the megabytes a second of CPU over all pages together."""
    with tempfile.TemporaryDirectory() as work:
        paths = []
        for n, path in enumerate(pages):
            paths.append(os.path.join(work, str(n)))
            with open(paths[-1], 'wb') as f:
                f.write(gunzip(path) if path.endswith('.gz') else open(path, 'rb').read())
        print(subprocess.run([program, '--time', *paths], stdout=subprocess.PIPE, check=True).stdout.decode().strip() + '   bar 10 MB/s')


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--program', default='build/release/main_text')
    ap.add_argument('--data', default=os.environ.get('CORDON_DATA', '../shared'))
    ap.add_argument('--half', type=int)
    ap.add_argument('--worst', type=int, default=0)
    ap.add_argument('--only', default='')
    ap.add_argument('--answers', nargs='*', default=[])
    a = ap.parse_args()
    others = dict(x.split('=', 1) for x in a.answers)
    missed = False
    everything = []
    for name, key, pages, count, figure in Sets(a.data).all():
        if a.only not in key:
            continue
        pages = {i: p for i, p in pages.items() if in_half(i, a.half)}
        everything += pages.values()
        with tempfile.TemporaryDirectory() as work:
            answers = run(a.program, pages, work)
        ids = sorted(pages)
        rows = [count(i, answers[i]) for i in ids]
        f, p, r, *leaked = figure(rows)
        bar = BARS.get(name)
        missed |= bar is not None and f < bar
        print(f'{name:36} {f:.4f}   precision {p:.4f}  recall {r:.4f}   {len(ids)} pages' + (f'   bar {bar}' if bar else '') +
              (f'   leaked {leaked[0]}' if leaked else ''))
        if key in others:
            theirs = {x['id']: x['text'] for x in map(json.loads, open(others[key], encoding='utf-8'))}
            other = [count(i, theirs.get(i) or '') for i in ids]
            low, high = interval(figure, rows, other)
            print(f'{"":36} {figure(other)[0]:.4f}   the other; difference {f - figure(other)[0]:+.4f} [{low:+.4f}, {high:+.4f}]')
        if a.worst:
            scored = sorted((figure([row])[0], i, [round(x, 2) for x in figure([row])[1:]]) for row, i in zip(rows, ids))
            for value, i, rest in scored[:a.worst]:
                print(f'    {value:.3f} {rest} {i}')
    speed(a.program, everything)
    return 1 if missed else 0


if __name__ == '__main__':
    sys.exit(main())
