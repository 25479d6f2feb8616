#!/usr/bin/env python3
"""Fits the likelihood's weights to the development sets and prints the block of data/profiles/default.toml that holds them.

  fit_likelihood.py --cordon build/release/cordon --data ../shared [--check]

What is fitted: every candidate with a score of at least .5 in tests/quality's screening sets (sets of hits against lists that hold the target,
and the negatives with and without birth date and country) is one observation, true when it is the subject's party. The likelihood is a logistic
function of a sum over the evidence, so the weights are a logistic regression with a little shrinkage, solved by Newton's method. Weights that
would make agreement count against, or disagreement for, are held at 0 (data/profiles/default.toml says which way each counts), and what agrees
beside the name is worth no less than LEAST: few candidates of the sets have a birth date, and those that are not the party are candidates
because it agrees, so that the sets alone would teach that it says nothing. A year agrees by chance for one person in 40 or so, 5 bits; dates on
lists and in customer files are too often wrong for the whole of that. Negatives weigh
NEGATIVES_WEIGH each: of a bank's customers far more are on no list than in these sets.

How good it is: parties are split in halves by a hash of their id; each half is predicted by the weights fitted to the other, and the expected
calibration error (10 equal-mass bins) and the Brier score of those predictions are printed. --check prints the same figures of the profile as it
stands (./dev quality has them too), and fits nothing. Nothing random: the same data gives the same weights."""
import argparse
import hashlib
import math
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'tests', 'quality'))
from quality import Quality, calibration  # noqa: E402

NEGATIVES_WEIGH = 3
SHRINKAGE = 1.0
LEAST = {'bits_birth_day': 6000, 'bits_birth_year': 2500, 'bits_birth_near': 1000, 'bits_country': 500}
# (setting, sign): for (+1) or against (-1). The order of the printed block.
SETTINGS = [('bits_base', -1), ('bits_list', -1), ('bits_name', 1), ('bits_rarity_common', 1), ('bits_rarity_middle', 1), ('bits_rarity_rare', 1),
            ('bits_subject_missing', -1), ('bits_listed_missing', -1), ('bits_subject_differs', -1), ('bits_listed_differs', -1),
            ('bits_legal_form', -1), ('bits_weak_alias', -1), ('bits_birth_day', 1), ('bits_birth_year', 1), ('bits_birth_near', 1),
            ('bits_birth_differs', -1), ('bits_country', 1), ('bits_country_differs', -1), ('bits_schema_differs', -1)]
NAMES = [s for s, _ in SETTINGS]
# A profile under which each row of evidence shows its raw quantity: the rarity of a pair, one for each other thing.
RAW = 'name = "raw"\nbase = "default"\n' + ''.join(f'{s} = {1000 if s.startswith("bits_rarity") or s == "bits_list" else 0}\n' for s in NAMES)


def quantities(evidence):
    """How much of each setting a hit's evidence holds: {setting: thousandths of it}, without the sign."""
    out = {'bits_base': 1.0}

    def add(setting, amount=1.0):
        out[setting] = out.get(setting, 0.0) + amount
    rarity = 0.0
    for e in evidence:
        feature, finding, note = e['feature'], e['finding'], e['note']
        if feature == 'name_part':
            add('bits_name', e['points'])
            rarity += e['bits']
        elif feature in ('name_missing', 'name_differs'):
            add(f"bits_{'subject' if e['subject'] else 'listed'}_{feature[5:]}")
        elif feature == 'acronym':
            add('bits_name', e['points'])
        elif feature == 'legal_form':
            add('bits_legal_form')
        elif feature == 'weak_alias':
            add('bits_weak_alias')
        elif feature == 'birth_date':
            if finding == 'differs':
                add('bits_birth_differs', .2 if '1 January' in note else 1.0)
            elif 'the day agrees' in note:
                add('bits_birth_day')
            elif 'the year agrees' in note:
                add('bits_birth_year')
            else:
                add('bits_birth_near')
        elif feature == 'country':
            add('bits_country_differs' if finding == 'differs' else 'bits_country')
        elif feature == 'schema':
            add('bits_schema_differs')
        elif feature == 'prior':
            add('bits_list', -e['bits'])
    # As match::bits_of_rarity cuts it.
    add('bits_rarity_common', min(rarity, 16))
    add('bits_rarity_middle', min(max(rarity - 16, 0), 8))
    add('bits_rarity_rare', max(rarity - 24, 0))
    return {k: v for k, v in out.items() if v}


def solve(a, b):
    """Gauss elimination with row pivots."""
    n = len(b)
    m = [row[:] + [v] for row, v in zip(a, b)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[p] = m[p], m[i]
        for r in range(i + 1, n):
            f = m[r][i] / m[i][i]
            if f:
                for c in range(i, n + 1):
                    m[r][c] -= f * m[i][c]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (m[i][n] - sum(m[i][c] * x[c] for c in range(i + 1, n))) / m[i][i]
    return x


def newton(rows, keys, held):
    """rows: (quantities, is it the party, weight). Returns {setting: weight in natural logarithms, with its sign} of `keys`; `held` has the
    settings that keep their value."""
    number = {k: i for i, k in enumerate(keys)}
    n, w = len(keys), [0.0] * len(keys)
    sparse = [([(number[k], v) for k, v in x.items() if k in number], sum(held.get(k, 0) * v for k, v in x.items()), y, weigh)
              for x, y, weigh in rows]
    for _ in range(25):
        hessian = [[SHRINKAGE if i == j else 0.0 for j in range(n)] for i in range(n)]
        gradient = [-SHRINKAGE * v for v in w]
        for x, offset, y, weigh in sparse:
            p = logistic(offset + sum(w[i] * v for i, v in x))
            slope, curve = weigh * (y - p), weigh * p * (1 - p)
            for i, v in x:
                gradient[i] += slope * v
                row, t = hessian[i], curve * v
                for j, u in x:
                    row[j] += t * u
        step = solve(hessian, gradient)
        w = [a + b for a, b in zip(w, step)]
        if max(map(abs, step)) < 1e-5:
            break
    return dict(zip(keys, w))


def logistic(z):
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, z))))


def fit(rows):
    """Newton's method with every weight that falls under its least value held there."""
    sign, held = dict(SETTINGS), {}
    keys = [k for k in NAMES if any(k in x for x, _, _ in rows)]
    while True:
        w = newton(rows, keys, held)
        low = [k for k in keys if w[k] * sign[k] < LEAST.get(k, 0) / 1000 * math.log(2)]
        if not low:
            return {**held, **w}
        held |= {k: sign[k] * LEAST.get(k, 0) / 1000 * math.log(2) for k in low}
        keys = [k for k in keys if k not in low]


def half(party):
    return hashlib.sha256(party.encode()).digest()[0] & 1


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--cordon', required=True)
    ap.add_argument('--data', required=True)
    ap.add_argument('--check', action='store_true', help='print the figures of the default profile only')
    a = ap.parse_args()
    with tempfile.TemporaryDirectory() as work:
        q = Quality(a.cordon, a.data, work, False)
        if a.check:
            hits = q.candidates()
            print('%d candidates, %d of them the party; calibration error %.4f, Brier score %.4f' %
                  (len(hits), sum(h.is_party for h in hits), *calibration([(h.likelihood, h.is_party) for h in hits])))
            return
        raw = os.path.join(work, 'raw.toml')
        with open(raw, 'w', encoding='utf-8') as f:
            f.write(RAW)
        hits = q.candidates(raw)
        rows = [(quantities(h.evidence), h.is_party, NEGATIVES_WEIGH if h.set.startswith('negatives') else 1) for h in hits]
        predicted = []
        for side in (0, 1):
            w = fit([r for r, h in zip(rows, hits) if half(h.party) != side])
            predicted += [(logistic(sum(w.get(k, 0) * v for k, v in r[0].items())), r[1]) for r, h in zip(rows, hits) if half(h.party) == side]
        print('# %d candidates, %d of them the party; split by party: calibration error %.4f, Brier score %.4f' %
              (len(hits), sum(h.is_party for h in hits), *calibration(predicted)))
        w = fit(rows)
        for name, sign in SETTINGS:
            print(f'{name} = {round(abs(w.get(name, 0)) / math.log(2) * 1000)}')


if __name__ == '__main__':
    main()
