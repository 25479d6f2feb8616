"""logic-v2 of nomenklatura."""
from blocked import BATCH, Blocked

HOW = 'its index of tokens, then the algorithm for each candidate; 500 queries at a time'
__all__ = ['BATCH', 'HOW', 'Engine']


class Engine(Blocked):
    def __init__(self, parties, work):
        super().__init__('logic-v2', parties, work)
