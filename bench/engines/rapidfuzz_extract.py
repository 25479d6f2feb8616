"""rapidfuzz's process.extract over all names, as people use it: its default scorer (WRatio) on names processed once, and a cutoff, which lets it stop early."""
import json

from rapidfuzz import process, utils

from run import THRESHOLD, TOP

HOW = 'process.extract over all names: WRatio, cutoff 70, names processed beforehand'
BATCH = 1


class Engine:
    def __init__(self, parties, work):
        self.names = {}  # (party, number of the name): the name
        with open(parties, encoding='utf-8') as f:
            for party in map(json.loads, f):
                names = [n for key in ('name', 'alias', 'weakAlias') for n in party['properties'].get(key, ())]
                self.names.update({(party['id'], i): utils.default_process(n) for i, n in enumerate(names)})

    def answer(self, queries):
        out = []
        for query in queries:
            best = {}
            for _, score, (party, _) in process.extract(utils.default_process(query['name']), self.names, limit=5 * TOP, score_cutoff=100 * THRESHOLD):
                best.setdefault(party, score / 100)
            out.append(list(best.items())[:TOP])
        return out
