#!/usr/bin/env python3
"""Draws how Cordon's cost grows from the records of ./dev bench --world, --peers and --limits: docs/scale.svg, and the tables of docs/scale.md.

  plot.py [--records bench/record] [--docs docs] [--check]

Of each thing the newest measurement counts. --check only says whether the files are those of the records (exit code 1: they are not)."""
import argparse
import glob
import json
import math
import os
import sys
from xml.sax.saxutils import escape

BLUE, ORANGE, GREEN, PURPLE = '#1d4ed8', '#c2410c', '#15803d', '#7e22ce'
INK, FAINT, GRID = '#1f2937', '#6b7280', '#e5e7eb'
WIDTH, HEIGHT = 520, 340  # of a panel
LEFT, RIGHT, TOP, BOTTOM = 62, 142, 54, 46  # of them, around its axes
BEGIN, END = '<!-- {}: made by ./dev bench --plot -->', '<!-- {}: end -->'


class Records:
    """The newest line of each thing measured."""

    def __init__(self, folder):
        lines = []
        for path in sorted(glob.glob(os.path.join(folder, '*.jsonl'))):
            with open(path, encoding='utf-8') as f:
                lines += [json.loads(line) for line in f if line.strip()]
        lines.sort(key=lambda r: r['date'])  # stable: of one day the last one counts
        self.newest = {}
        for r in lines:
            keys = [k for k in ('what', 'lists', 'parties', 'customers', 'engine') if k in r or k == 'what']
            if r['what'] == 'cores':
                keys.remove('customers')  # as many as take some seconds
            self.newest[tuple(str(r.get(k)) for k in keys)] = r

    def of(self, what, order='parties'):
        return sorted((r for r in self.newest.values() if r['what'] == what), key=lambda r: r.get(order) or 0)


def decade_ticks(low, high):
    return [10.0**e for e in range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1) if low <= 10.0**e * 1.0001 and 10.0**e <= high * 1.0001]


def short(n):
    for size, letter in ((1e6, ' M'), (1e3, ' k')):
        if n >= size:
            return f'{n / size:g}{letter}'
    return f'{n:g}'


def bounds(values):
    """Whole decades around them, so that panels of one run and the next look alike."""
    return 10.0**math.floor(math.log10(min(values))), 10.0**math.ceil(math.log10(max(values) * 1.0001))


class Panel:
    """One diagram with two logarithmic axes. `series`: (name, colour, [(x, y)]); `bars`: (x, y, what is asked for)."""

    def __init__(self, title, x_title, unit, series, bars=(), say=short):
        self.title, self.x_title, self.unit, self.bars, self.say = title, x_title, unit, [b for b in bars if b], say
        self.series = [(n, c, [(x, y) for x, y in points if x > 0 and y > 0]) for n, c, points in series]
        self.series = [s for s in self.series if s[2]]

    def svg(self, left, top):
        if not self.series:
            return ''
        xs = [x for _, _, points in self.series for x, _ in points]
        ys = [y for _, _, points in self.series for _, y in points] + [b[1] for b in self.bars if b[0] in xs]
        (x0, x1), (y0, y1) = (min(xs) / 1.3, max(xs) * 1.3), bounds(ys)
        place = lambda v, low, high, size: size * (math.log(v) - math.log(low)) / (math.log(high) - math.log(low))
        px = lambda x: left + LEFT + place(x, x0, x1, WIDTH - LEFT - RIGHT)
        py = lambda y: top + HEIGHT - BOTTOM - place(y, y0, y1, HEIGHT - TOP - BOTTOM)
        right, bottom = left + WIDTH - RIGHT, top + HEIGHT - BOTTOM
        out = [text(left + LEFT, top + 22, self.title, 15, INK, weight='600'), text(left + LEFT, top + 40, self.unit, 12, FAINT)]
        for y in decade_ticks(y0, y1):
            out += [line(left + LEFT, py(y), right, py(y), GRID), text(left + LEFT - 8, py(y) + 4, self.say(y), 12, FAINT, 'end')]
        for x in sorted(set(xs)):
            out += [line(px(x), bottom, px(x), bottom + 4, FAINT), text(px(x), bottom + 18, short(x), 12, FAINT, 'middle')]
        out += [line(left + LEFT, bottom, right, bottom, FAINT), text((left + LEFT + right) / 2, bottom + 36, self.x_title, 12, FAINT, 'middle')]
        labels = []
        for name, colour, points in self.series:
            path = ' '.join(f'{px(x):.1f},{py(y):.1f}' for x, y in points)
            out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
            for x, y in points:
                out.append(f'<circle cx="{px(x):.1f}" cy="{py(y):.1f}" r="3.5" fill="{colour}"><title>{escape(name)}: {short(x)}, {y:,.4g} {escape(self.unit)}</title></circle>')
            labels.append([py(points[-1][1]), px(points[-1][0]), name, colour, points[-1][1]])
        for x, y, what in self.bars:
            if x in xs:
                out += [line(px(x) - 16, py(y), px(x) + 12, py(y), INK, dash='4 2', width=1.5), text(px(x) - 19, py(y) + 4, what, 11, INK, 'end')]
        labels.sort()
        for above, label in zip(labels, labels[1:]):
            label[0] = max(label[0], above[0] + 15)
        out += [text(x + 16, y + 4, f'{name} {self.say(float(f"{value:.3g}"))}', 12, colour, weight='600') for y, x, name, colour, value in labels]
        return '\n'.join(out)


def text(x, y, what, size, colour, anchor='start', weight='400'):
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}" text-anchor="{anchor}" font-weight="{weight}" stroke="#ffffff" stroke-width="3" paint-order="stroke">{escape(what)}</text>'


def line(x0, y0, x1, y1, colour, dash='', width=1.0):
    dashed = f' stroke-dasharray="{dash}"' if dash else ''
    return f'<line x1="{x0:.1f}" y1="{y0:.1f}" x2="{x1:.1f}" y2="{y1:.1f}" stroke="{colour}" stroke-width="{width}"{dashed}/>'


def picture(panels):
    columns = 2
    rows = (len(panels) + 1) // columns
    width, height = WIDTH * columns, HEIGHT * rows
    body = '\n'.join(p.svg(i % columns * WIDTH, i // columns * HEIGHT) for i, p in enumerate(panels))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            f'font-family="system-ui, -apple-system, Segoe UI, Helvetica, Arial, sans-serif">\n'
            f'<title>What Cordon costs by the size of the lists and of the batch</title>\n<rect width="{width}" height="{height}" fill="#ffffff"/>\n{body}\n</svg>\n')


def scale_panels(records):
    worlds, batches = records.of('world'), records.of('batch', 'customers')
    points = lambda key, factor=1.0: [(r['parties'], r[key] * factor) for r in worlds if r.get(key)]
    batch = lambda name: [(r['customers'], r['seconds']) for r in batches if r['lists'] == name]
    largest = max((r['parties'] for r in batches if r['lists'] != 'lists'), default=0)
    return [
        Panel('One query, one core', 'parties on the lists', 'milliseconds', [('p50', BLUE, points('p50_us', .001)), ('p99', ORANGE, points('p99_us', .001))],
              [(4_000_000, 1, 'bar, p50'), (4_000_000, 5, 'bar, p99')]),
        Panel('Building the snapshot', 'parties on the lists', 'seconds', [('build', BLUE, points('build_s'))], [(4_000_000, 600, 'bar')]),
        Panel('File and memory', 'parties on the lists', 'MB', [('build, peak', ORANGE, points('build_mb')), ('snapshot file', BLUE, points('file_mb')),
                                                                ('resident', GREEN, points('resident_mb')), ('… anonymous', PURPLE, points('anonymous_mb'))], [(4_000_000, 8192, 'bar, build')]),
        Panel('A batch, two cores', 'customers', 'seconds', [(f'{short(largest)} parties', ORANGE, batch(f'{largest:,} parties')), ('real lists', BLUE, batch('lists'))],
              [(1_000_000, 600, f'bar, {short(largest)}'), (1_000_000, 120, 'bar, real lists')]),
    ]


def cell(value, digits=1):
    if value is None:
        return '–'
    return value if isinstance(value, str) else f'{value:,.{digits}f}'


def markdown(head, rows):
    return '\n'.join(['| ' + ' | '.join(head) + ' |', '|---|' + '---:|' * (len(head) - 1), *('| ' + ' | '.join(r) + ' |' for r in rows)])


def foot(rows):
    """Where and when: of every machine that measured."""
    told = sorted({f"{r['machine']}, {r['date']}, commit {r['commit']}" for r in rows})
    return '\n\n' + '; '.join(told) + '.' if told else ''


def growth_table(records):
    worlds = records.of('world') + records.of('lists')
    if not worlds:
        return 'Not measured yet.'
    share = lambda r, key: r[key] / r['listed'] if r.get('listed') and key in r else None
    rows = [('build, s', lambda r: cell(r['build_s'])), ('build, peak MB', lambda r: cell(r['build_mb'], 0)), ('snapshot, MB', lambda r: cell(r['file_mb'])),
            ('open, ms', lambda r: cell(r['open_ms'])), ('queries a second, one core', lambda r: cell(r['rate'], 0)), ('… by the clock on the wall', lambda r: cell(r['wall_rate'], 0)), ('p50, ms', lambda r: cell(r['p50_us'] / 1000, 2)),
            ('p90, ms', lambda r: cell(r['p90_us'] / 1000, 2)), ('p99, ms', lambda r: cell(r['p99_us'] / 1000, 2)), ('p99.9, ms', lambda r: cell(r['p999_us'] / 1000, 2)),
            ('resident MB', lambda r: cell(r['resident_mb'], 0)), ('… anonymous', lambda r: cell(r['anonymous_mb'], 0)), ('after queries', lambda r: cell(r['subjects'], 0)),
            ('listed found at .70', lambda r: cell(share(r, 'found'), 3)), ('… among the best 20', lambda r: cell(share(r, 'best'), 3)), ('… first', lambda r: cell(share(r, 'first'), 3))]
    head = ['', *(f"{r['parties']:,}" + (' (real)' if r['what'] == 'lists' else '') for r in worlds)]
    return markdown(head, [[name, *(of(r) for r in worlds)] for name, of in rows]) + foot(worlds)


def batch_table(records):
    batches, out = records.of('batch', 'customers'), []
    if not batches:
        return 'Not measured yet.'
    counts = sorted({r['customers'] for r in batches})
    for lists in sorted({r['lists'] for r in batches}):
        of = {r['customers']: r for r in batches if r['lists'] == lists}
        name = 'UN + EU + OFAC' if lists == 'lists' else lists
        out.append([f'{name}: seconds', *(cell(of[c]['seconds'] if c in of else None) for c in counts)])
        out.append(['… peak MB over the snapshot', *(cell(of[c]['over_snapshot_mb'] if c in of else None, 0) for c in counts)])
    for r in records.of('delta'):
        out.append([f"{r['parties']:,} parties, {r['changes']:,} of them changed: `--since`, seconds", *(cell(r['seconds'] if c == r['customers'] else None) for c in counts)])
        out.append(['… share of the full run', *(cell(r['seconds'] / r['full_s'] if c == r['customers'] else None, 3) for c in counts)])
    rest = [f"Two cores against one: {r['single_s'] / r['double_s']:.2f} × ({r['parties']:,} parties, {r['customers']:,} customers)." for r in records.of('cores')]
    rest += [f"Against brute force: {r['differences']} of {r['queries']:,} queries differ ({r['parties']:,} parties, {r['hits']:,} hits)." for r in records.of('verify')]
    return markdown(['customers', *(f'{c:,}' for c in counts)], out) + ''.join('\n\n' + r for r in rest) + foot(batches)


def peers_table(records):
    peers = sorted(records.of('peer'), key=lambda r: -r['rate'])
    if not peers:
        return 'Not measured yet.'
    ours = next((r['rate'] for r in peers if r['engine'] == 'cordon'), None)
    rows = [[r['engine'], r['how'], cell(r['load_s']), cell(r['peak_mb'], 0), cell(r['queries'], 0), cell(r['rate'], 0 if r['rate'] >= 100 else 1),
             cell(ours / r['rate'], 0) + ' ×' if ours and r['engine'] != 'cordon' else ''] for r in peers]
    return markdown(['engine', 'how', 'ready after, s', 'peak MB', 'queries', 'a second', 'Cordon is'], rows) + foot(peers)


def limits_table(records):
    limits = records.of('limits')
    if not limits:
        return 'Not measured yet.'
    out = []
    for r in limits:
        rows = [[name, *(cell(s.get(k), d) for k, d in (('us', 1), ('instructions', 0), ('lines', 0), ('bound_us', 2))), cell(s['us'] / s['bound_us'], 1) + ' ×' if s.get('us') and s.get('bound_us') else '–']
                for name, s in r['steps'].items()]
        facts = (f"{r['parties']:,} parties. Memory: {r['stream_gb_s']:.1f} GB/s in sequence, {r['line_ns']:.1f} ns for an independent random line, {r['chain_ns']:.0f} ns for one whose address the one before gives. "
                 f"A query reads {r['touched_kb']:,.0f} KB of whole pages, judges {r['judged']:,.0f} names ({r['instructions_per_name']:,.0f} instructions of retrieval for each) and keeps {r['candidates']:,.1f} candidates.")
        out.append(facts + '\n\n' + markdown(['step of a query', 'µs', 'instructions', 'lines from memory', 'limit, µs', 'above it'], rows))
    return '\n\n'.join(out) + foot(limits)


TABLES = {'growth': growth_table, 'batches': batch_table, 'peers': peers_table, 'limits': limits_table}


def put(page, name, body):
    begin, end = BEGIN.format(name), END.format(name)
    if begin not in page or end not in page:
        sys.exit(f'plot: the page has no place for {name}: {begin} … {end}')
    return page[:page.index(begin) + len(begin)] + '\n' + body + '\n' + page[page.index(end):]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = os.path.dirname(os.path.abspath(__file__))
    ap.add_argument('--records', default=os.path.join(here, 'record'))
    ap.add_argument('--docs', default=os.path.join(here, '..', 'docs'))
    ap.add_argument('--check', action='store_true')
    a = ap.parse_args()
    records, page_file = Records(a.records), os.path.join(a.docs, 'scale.md')
    with open(page_file, encoding='utf-8') as f:
        page = f.read()
    for name, table in TABLES.items():
        page = put(page, name, table(records))
    wanted = {page_file: page, os.path.join(a.docs, 'scale.svg'): picture(scale_panels(records))}
    stale = []
    for path, content in wanted.items():
        known = open(path, encoding='utf-8').read() if os.path.exists(path) else None
        if known != content:
            stale.append(path)
            if not a.check:
                with open(path, 'w', encoding='utf-8') as f:
                    f.write(content)
    for path in stale:
        print(f"plot: {os.path.relpath(path)} {'is not what the records say' if a.check else 'written'}")
    sys.exit(1 if a.check and stale else 0)


if __name__ == '__main__':
    main()
