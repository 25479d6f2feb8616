"""Names as others would write them, seeded: typing and reading errors, other romanisations, parts dropped, joined, split, swapped. For verify.py."""
import unicodedata

KEYS = {'a': 'qsz', 'b': 'vgn', 'c': 'xdv', 'd': 'sef', 'e': 'wrd', 'f': 'dgr', 'g': 'fht', 'h': 'gjy', 'i': 'uok', 'j': 'hku', 'k': 'jli', 'l': 'ko', 'm': 'nj',
        'n': 'bm', 'o': 'ipl', 'p': 'ol', 'q': 'wa', 'r': 'etf', 's': 'adw', 't': 'ryg', 'u': 'yij', 'v': 'cbf', 'w': 'qes', 'x': 'zcs', 'y': 'tuh', 'z': 'xas'}
OCR = (('rn', 'm'), ('m', 'rn'), ('l', '1'), ('1', 'l'), ('I', 'l'), ('O', '0'), ('0', 'O'), ('cl', 'd'), ('d', 'cl'), ('vv', 'w'), ('w', 'vv'), ('S', '5'), ('B', '8'))
SPELLINGS = (('kh', 'h'), ('h', 'kh'), ('ch', 'tch'), ('sh', 'ch'), ('ou', 'u'), ('u', 'ou'), ('oo', 'u'), ('y', 'i'), ('i', 'y'), ('j', 'dj'), ('j', 'y'), ('ks', 'x'), ('x', 'ks'),
             ('v', 'w'), ('w', 'v'), ('q', 'k'), ('k', 'q'), ('ee', 'i'), ('f', 'ph'), ('ph', 'f'), ('ts', 'c'), ('c', 'k'), ('aa', 'a'), ('zh', 'j'), ('e', 'ie'), ('o', 'u'), ('iy', 'y'))
CYRILLIC = dict(zip('абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў', 'a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i yi ye g u'.split()))
LOOKALIKE = str.maketrans('aceopxyABCEHKMOPTX', 'асеорхуАВСЕНКМОРТХ')


def latin(name):
    out = ''.join(CYRILLIC.get(c.lower(), c).replace('_', '') for c in name)
    return out.title() if out != name else name


def plain(name):
    return ''.join(c for c in unicodedata.normalize('NFD', name) if not unicodedata.combining(c))


def typo(rng, name):
    i = rng.randrange(len(name))
    c = name[i]
    alphabet = 'aeiounrstlkm' if c.isascii() else name.replace(' ', '') or 'a'
    return rng.choice((lambda: name[:i] + name[i + 1:], lambda: name[:i] + rng.choice(alphabet) + name[i:], lambda: name[:i] + c + name[i:],
                       lambda: name[:i] + rng.choice(alphabet) + name[i + 1:], lambda: name[:i] + name[i + 1:i + 2] + c + name[i + 2:],
                       lambda: name[:i] + rng.choice(KEYS.get(c.lower(), c)) + name[i + 1:]))()


def replace_one(rng, name, table):
    fitting = [pair for pair in table if pair[0] in name.lower()]
    if not fitting:
        return name
    old, new = rng.choice(fitting)
    i = name.lower().index(old)
    return name[:i] + new + name[i + len(old):]


def drop(rng, name):
    words = name.split()
    if len(words) > 1:
        words.pop(rng.randrange(len(words)))
    return ' '.join(words)


def join(rng, name):
    words = name.split()
    if len(words) > 1:
        i = rng.randrange(len(words) - 1)
        words[i:i + 2] = [words[i] + rng.choice(('', '', '-')) + words[i + 1]]
    return ' '.join(words)


def split(rng, name):
    i = rng.randrange(1, len(name)) if len(name) > 2 else 0
    return name[:i] + ' ' + name[i:]


def swap(rng, name):
    words = name.split()
    if len(words) > 1 and rng.random() < .4:
        return f'{words[-1]}, {" ".join(words[:-1])}'
    rng.shuffle(words)
    return ' '.join(words)


def initial(rng, name):
    words = name.split()
    i = rng.randrange(len(words)) if words else 0
    if words:
        words[i] = words[i][:1] + rng.choice(('.', ''))
    return ' '.join(words)


def acronym(rng, name):
    """Of the words that are written with a capital, which leaves out most particles."""
    letters = [w[0] for w in plain(name).split() if w[0].isupper()]
    return rng.choice(('', '', '.')).join(letters) if len(letters) > 3 else name


def more(rng, name):
    return rng.choice((f'Dr. {name}', f'{name} {rng.choice(("Ali", "Ivanovich", "2", "Jr", "Trading", "bin Ahmed", "III"))}', f'{name} {rng.choice(("Ltd", "LLC", "GmbH", "ООО"))}'))


WAYS = (typo, typo, typo, lambda r, n: replace_one(r, n, OCR), lambda r, n: replace_one(r, n, SPELLINGS), lambda r, n: replace_one(r, n, SPELLINGS), drop, drop, join, split,
        swap, swap, initial, acronym, lambda r, n: latin(n), lambda r, n: plain(n), lambda r, n: n.translate(LOOKALIKE) if r.random() < .3 else n, more,
        lambda r, n: r.choice((n.upper(), n.lower(), n.title(), n.swapcase())))


def mangled(rng, name):
    for _ in range(rng.choice((0, 1, 1, 1, 2, 2, 3, 4))):
        if name.strip():
            name = rng.choice(WAYS)(rng, name)
    return name


def birth_date(rng, date):
    """The date as listed, less precise, or wrong by a little or a lot."""
    year = int(date[:4])
    return rng.choice((date, date, date[:4], date[:7], f'{year + rng.choice((-1, 1, 10))}{date[4:]}', f'{rng.randrange(1920, 2000)}-05-17',
                       f'{date[:4]}-{date[8:10]}-{date[5:7]}' if len(date) == 10 and date[8:10] <= '12' else date))


def identifier(rng, number):
    """The number as a form or a person writes it: with its label, with blanks or hyphens, with a branch's XXX or without."""
    grouped = ' '.join(number[i:i + 4] for i in range(0, len(number), 4))
    bare = number.split()[-1]
    return rng.choice((number, number.lower(), grouped, number.replace(' ', '-'), bare, f'No. {bare}', f'INN {bare}', f'IMO {bare}', f'ИНН {bare}', f'{bare}XXX', bare.removesuffix('XXX')))
