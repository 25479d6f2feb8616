#!/usr/bin/env python3
"""Trains the tagger of attributions (docs/decisions/0022-a-tagger-under-the-rules.md) and measures it beside the rules.

  train_tagger.py --program build/release/train_tagger --data ../shared            writes data/reading/tagger.tsv anew
  train_tagger.py … --check                                                       says whether it is what training makes
  train_tagger.py … --measure                                                     rules, tagger, both: on pages learned from by others only (cross-validation)

Learned from: GUM's Wikinews documents (bench/text/gum_wikinews.jsonl.gz of --data; CC BY, credited in NOTICE), the pages of tests/quality/attribution
and those of tests/quality/reports whose split is `look`. Features and training are the program's own; this script only lays out the pages.
A relation is right as bench/README.md says: source and, where gold has one, cue overlap, content characters reach Jaccard .3 (strict .8)."""
import argparse
import glob
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TABLE = os.path.join(ROOT, 'data/reading/tagger.tsv')
FOLDS = 6
HEAD = """# Weights of the tagger of attributions, in sixteenths; made by tools/train_tagger.py, never by hand (docs/decisions/0022).
# Columns: feature, and its weight as a cue; of a feature that begins with "r:" the weights for nothing, source, inside a source, content, inside a content.
# Learned from GUM's Wikinews documents (texts: Wikinews, CC BY 2.5; annotation: Amir Zeldes and others, https://github.com/amir-zeldes/gum, CC BY 4.0)
# and from Cordon's own pages in tests/quality (Apache-2.0). 2026-11-30.
"""


def document(name, kind, lang, text, spans, learn):
    """A page for the program: blocks are the lines of `text`; spans, in code points, become bytes of the blocks joined."""
    blocks, at, moved = [], 0, []
    for m in re.finditer(r'[^\n]+', text):
        line = m.group()
        stripped = line.strip()
        if not stripped:
            continue
        begin = m.start() + len(line) - len(line.lstrip())
        moved.append((begin, begin + len(stripped), at))
        blocks.append(stripped)
        at += len(stripped.encode()) + 1

    def place(b, e):
        out = []
        for begin, end, to in moved:
            lo, hi = max(b, begin), min(e, end)
            if lo < hi:
                out.append([to + len(text[begin:lo].encode()), to + len(text[begin:hi].encode())])
        return out
    attributions = [{part: [piece for b, e in a[part] for piece in place(b, e)] for part in ('source', 'cue', 'content')} for a in spans]
    return {'id': name, 'kind': kind, 'lang': lang, 'learn': learn, 'fold': 0, 'blocks': blocks, 'attributions': attributions}


def gum(data):
    path = os.path.join(data, 'bench/text/gum_wikinews.jsonl.gz')
    if not os.path.exists(path):
        return
    with gzip.open(path, 'rt', encoding='utf-8') as f:
        for row in map(json.loads, f):
            yield document(row['id'], 'gum', 'en', row['text'], row['attributions'], True)


def nearest(text, words, low, high, anchor):
    """Where `words` stand in text[low:high], nearest to `anchor`."""
    places = [m.start() for m in re.finditer(re.escape(words), text[low:high])]
    if not words or not places:
        return None
    b = low + min(places, key=lambda p: abs(low + p - anchor))
    return [b, b + len(words)]


def gold_page(path, kind, learn):
    """A page of the form of tests/quality/reports: strings become places, searched in the claim's paragraph."""
    with open(path, encoding='utf-8') as f:
        gold = json.load(f)
    text = '\n'.join(gold['main'])
    heads = [0]
    for block in gold['main']:
        heads.append(heads[-1] + len(block) + 1)
    spans = []
    for claim in gold['claims']:
        low, high = (heads[claim['para']], heads[claim['para'] + 1] - 1) if claim.get('para') is not None else (0, len(text))
        content = [nearest(text, words, low, high, low) for words in claim['content']]
        anchor = content[0][1] if content and content[0] else low
        cue = nearest(text, claim['cue'], low, high, anchor)
        source = nearest(text, claim['speaker_text'] or '', low, high, cue[0] if cue else anchor)
        spans.append({'source': [source] if source else [], 'cue': [cue] if cue else [], 'content': [c for c in content if c]})
    return document(gold['id'], kind, gold['lang'], text, spans, learn)


def marked_pages(folder):
    """Pages with marks: {s:source} {c:cue} {x:content}, a digit where a line has several claims ({s2:…}). A line is a paragraph, "== name [kept]" a page."""
    for path in sorted(glob.glob(os.path.join(folder, '*.txt'))):
        lang = os.path.basename(path)[:2]
        for part in re.split(r'^== ', open(path, encoding='utf-8').read(), flags=re.M)[1:]:
            head, _, body = part.partition('\n')
            text, spans = '', []
            for line in body.strip().split('\n'):
                claims = {}
                plain, at = [], 0
                stack = []
                for m in re.finditer(r'\{([scx])(\d?):|\}', line):
                    plain.append(line[at:m.start()])
                    at = m.end()
                    here = len(text) + sum(map(len, plain))
                    if m.group(1):
                        stack.append((m.group(1), m.group(2), here))
                    else:
                        if not stack:
                            sys.exit(f'{path}: a mark closes that was not opened: {line}')
                        what, number, begin = stack.pop()
                        claim = claims.setdefault(number, {'source': [], 'cue': [], 'content': []})
                        claim[{'s': 'source', 'c': 'cue', 'x': 'content'}[what]].append([begin, here])
                if stack:
                    sys.exit(f'{path}: a mark is not closed: {line}')
                text += ''.join(plain) + line[at:] + '\n'
                spans += claims.values()
            name = head.replace(' [kept]', '')
            yield document(f'{lang}-{name}', 'own', lang, text, spans, '[kept]' not in head)


def pages(data):
    out = list(gum(data))
    out += marked_pages(os.path.join(ROOT, 'tests/quality/attribution'))
    for path in sorted(glob.glob(os.path.join(ROOT, 'tests/quality/reports/*.json'))):
        with open(path, encoding='utf-8') as f:
            look = json.load(f)['split'] == 'look'
        out.append(gold_page(path, 'reports, ours', look))
    for path in sorted(glob.glob(os.path.join(data, 'bench/reports/*.json'))):
        out.append(gold_page(path, 'reports, gold', False))
    for i, page in enumerate(out):
        page['fold'] = i % FOLDS
    return out


def write_lines(documents, path):
    with open(path, 'w', encoding='utf-8') as f:
        for d in documents:
            f.write(json.dumps(d, ensure_ascii=False) + '\n')


# ------------------------------------------------------------------ measuring


def overlaps(a, b):
    return any(x[0] < y[1] and y[0] < x[1] for x in a for y in b)


def characters(spans):
    return {i for b, e in spans for i in range(b, e)}


def right(gold, answers, least):
    """How many gold relations are met, one to one, best content first."""
    pairs = []
    for i, g in enumerate(gold):
        want = characters(g['content'])
        for j, a in enumerate(answers):
            if not overlaps(g['source'], a['source']) or (g['cue'] and not overlaps(g['cue'], a['cue'])):
                continue
            got = characters(a['content'])
            score = len(want & got) / len(want | got) if want | got else 0
            if score >= least:
                pairs.append((-score, i, j))
    used_gold, used_answers = set(), set()
    for _, i, j in sorted(pairs):
        if i not in used_gold and j not in used_answers:
            used_gold.add(i)
            used_answers.add(j)
    return used_gold, used_answers


def run(program, how, lines):
    """Returns what each page was read as: one answer for each time that it was read."""
    answers = {}
    out = subprocess.run([program, how, lines, str(FOLDS)], check=True, capture_output=True, text=True).stdout
    for row in map(json.loads, out.splitlines()):
        answers.setdefault(row['id'], []).append(row)
    return answers


def measure(documents, answers):
    kinds = {}
    for d in documents:
        kinds.setdefault(d['kind'], []).append(d)
        if d['kind'] == 'reports, gold':
            kinds.setdefault('  of them English' if d['lang'] == 'en' else '  of them others', []).append(d)
        if d['kind'] == 'own' and not d['learn']:
            kinds.setdefault('  of them kept apart', []).append(d)
        if d['kind'] == 'gum':
            kinds.setdefault('  of them ' + ('interviews' if 'interview' in d['id'] else 'news'), []).append(d)
    print(f"{'':24}{'':>9}{'pages':>6}{'wanted':>8}{'found':>7}{'P':>7}{'R':>7}{'F1':>7}{'strict F1':>11}")
    for kind, group in kinds.items():
        for way in ('rules', 'tagger', 'both'):
            total = [0, 0, 0, 0]
            tagged = tagged_right = 0
            for d, answer in ((d, answer) for d in group for answer in answers[d['id']]):
                gold = [a for a in d['attributions'] if a['source'] and a['content']]
                found = [a for a in answer[way] if a['source'][0][0] < a['source'][0][1]]
                met, by = right(gold, found, .3)
                total = [x + y for x, y in zip(total, (len(gold), len(found), len(met), len(right(gold, found, .8)[0])))]
                tagged += sum(a['rule'] == 'tagger' for a in found)
                tagged_right += sum(found[j]['rule'] == 'tagger' for j in by)
            wanted, found, met, strict = total
            p, r = met / max(found, 1), met / max(wanted, 1)
            f = 2 * met / max(wanted + found, 1)
            extra = f'   {tagged_right} of {tagged} proposals right' if way == 'both' else ''
            print(f"{kind if way == 'rules' else '':24}{way:>9}{len(group):6}{wanted:8}{found:7}{p:7.3f}{r:7.3f}{f:7.3f}{2 * strict / max(wanted + found, 1):11.3f}{extra}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--program', required=True)
    parser.add_argument('--data', required=True)
    parser.add_argument('--check', action='store_true')
    parser.add_argument('--measure', action='store_true')
    parser.add_argument('--show', action='store_true', help='with --measure: prints every proposal of the tagger that the rules lack')
    a = parser.parse_args()
    documents = pages(a.data)
    if not any(d['kind'] == 'gum' for d in documents):
        print(f'train_tagger: {a.data} has no GUM documents; nothing was trained or measured')
        return 77
    with tempfile.TemporaryDirectory() as work:
        lines = os.path.join(work, 'pages.jsonl')
        write_lines(documents, lines)
        if a.measure:
            answers = run(a.program, 'cross', lines)
            print('Each page read by a tagger that has not learned from it.')
            measure(documents, answers)
            if a.show:
                show(documents, answers)
            print('\nThe same with a lexicon that lacks a quarter of its cues, each quarter in turn.')
            measure(documents, run(a.program, 'lack', lines))
            return 0
        table = HEAD + subprocess.run([a.program, 'train', lines], check=True, capture_output=True, text=True).stdout
    if a.check:
        with open(TABLE, encoding='utf-8') as f:
            same = f.read() == table
        print(f"data/reading/tagger.tsv is {'what training makes' if same else 'stale: run tools/train_tagger.py'}")
        return 0 if same else 1
    with open(TABLE, 'w', encoding='utf-8') as f:
        f.write(table)
    print(f'{TABLE}: {table.count(chr(10)) - 4} features, {len(table.encode())} bytes')
    return 0


def show(documents, answers):
    for d in documents:
        text = '\n'.join(d['blocks']).encode()
        gold = [g for g in d['attributions'] if g['source'] and g['content']]
        found = answers[d['id']][0]['both']
        met = right(gold, found, .3)[1]
        for j, a in enumerate(found):
            if a['rule'] == 'tagger':
                words = [' … '.join(text[b:e].decode() for b, e in a[k]) for k in ('source', 'cue', 'content')]
                print(d['id'], '+' if j in met else '-', a['score'], *words, sep=' | ')


if __name__ == '__main__':
    sys.exit(main())
