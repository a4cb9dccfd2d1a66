"""The fingerprint of a colour table: tells whether a colour was judged under the table of today."""

import hashlib
from collections.abc import Sequence
from datetime import timedelta

from linli.colours.rule import Rule
from linli.ground.chain import canonical

LENGTH = 16


def fingerprint(rules: Sequence[Rule]) -> str:
    """A short digest of the rows as they are read, top down; what only explains them (`back`) leaves it the same."""
    return hashlib.sha256(canonical([_row(rule) for rule in rules]).encode()).hexdigest()[:LENGTH]


def _row(rule: Rule) -> list[object]:
    earlier = rule.earlier // timedelta(microseconds=1)
    return [rule.colour, rule.because, sorted(rule.stages), sorted(rule.flags), rule.after, earlier]
