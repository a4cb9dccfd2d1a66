"""The fingerprint of a colour table: tells whether a colour was judged under the table of today."""

import hashlib
from collections.abc import Sequence
from datetime import timedelta

from linli.colours.rule import Rule
from linli.ground.chain import canonical

LENGTH = 16


def fingerprint(rules: Sequence[Rule], *, beside: Sequence[object] = ()) -> str:
    """A short digest of the rows as they are read, top down, and of what a kind reads `beside` them.

    What only explains a row (its `back`) leaves it the same.
    """
    return hashlib.sha256(canonical([*map(_row, rules), *beside]).encode()).hexdigest()[:LENGTH]


def _row(rule: Rule) -> list[object]:
    earlier = rule.earlier // timedelta(microseconds=1)
    return [rule.colour, rule.because, sorted(rule.stages), sorted(rule.flags), rule.after, earlier]
