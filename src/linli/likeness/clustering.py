"""Which of many tellings are about one cause at one place: by cell, group of categories and rare words. Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from math import log, sqrt
from operator import add
from sys import intern
from typing import NamedTuple

from linli.ground.text import bigrams, without_numbers

READ, SIGNS = 300, 24
"""Characters of each telling that are read, and how many of its rarest bigrams stand for it."""
ALIKE, ALIKE_SIBLING = 0.3, 0.5
"""How like a cause a telling has to be to belong to it: of the same category, and of a sibling."""
CORE = 1 / 3
"""What this part of a cause's tellings have is its core."""
WORDS, COMMON = 4, 50
"""How many stretches are shown; what more causes of a place than this have in their core tells none from another."""
_RUNS = re.compile(r"[^\W_]{2,}")

Weights = Mapping[str, float]


class Telling(NamedTuple):
    """What was told of one matter: what, where, when, in which words; how many told it here, and how many joined in."""

    matter: int
    number: str
    cell: int
    root: str
    category: str
    opened_at: datetime
    closed_at: datetime | None
    text: str
    reporters: int = 1
    votes: int = 0


@dataclass
class Cause:
    """Tellings of one cause at one place, in the order of time."""

    category: str
    tellings: list[Telling] = field(default_factory=list)
    signs: "Counter[str]" = field(default_factory=Counter)
    core: frozenset[str] = frozenset()
    weight: float = 0.0
    """Of its core."""
    looked_at: int = 0
    """How many tellings there were when its core was last looked for."""

    def take(self, telling: Telling, signs: Sequence[str], *, weights: Weights) -> frozenset[str]:
        """The core is looked for anew when it has grown by a fifth. Returns the signs that are new in it."""
        self.tellings.append(telling)
        self.signs.update(signs)
        if len(self.tellings) <= 1.2 * self.looked_at:
            return frozenset()
        before, self.looked_at = self.core, len(self.tellings)
        self.core = frozenset(sign for sign, count in self.signs.items() if count >= self.looked_at * CORE)
        self.weight = sum(sorted(weights[sign] for sign in self.core))
        return self.core - before


@dataclass
class Place:
    """The causes of one cell and group of categories, found by the signs that were ever in their core."""

    weights: Weights
    causes: list[Cause] = field(default_factory=list)
    having: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def take(self, one: Telling, signs: Sequence[str]) -> None:
        """It joins the cause it is most like, or begins one."""
        at = self._likest(one, signs)
        if at is None:
            at = len(self.causes)
            self.causes.append(Cause(one.category))
        for sign in self.causes[at].take(one, signs, weights=self.weights):
            self.having[sign].add(at)

    def _likest(self, one: Telling, signs: Sequence[str]) -> int | None:
        """In weight, what they share of both; one sign alone says nothing."""
        shared, often = dict[int, float](), dict[int, int]()
        for sign in signs:
            there = self.having.get(sign, ())
            for at in there if len(there) <= COMMON else ():
                if sign in self.causes[at].core:
                    shared[at] = shared.get(at, 0.0) + self.weights[sign]
                    often[at] = often.get(at, 0) + 1
        own, best, most = sum(self.weights[sign] for sign in signs), None, 0.0
        for at in sorted(shared):
            cause = self.causes[at]
            alike = shared[at] / sqrt(own * cause.weight) if often[at] >= min(2, len(signs)) else 0.0
            if alike > most and alike >= (ALIKE if cause.category == one.category else ALIKE_SIBLING):
                best, most = at, alike
        return best


def causes(tellings: Sequence[Telling]) -> list[Cause]:
    """Every telling belongs to one cause; the order they come in does not matter."""
    grams = {one.matter: read(one.text) for one in tellings}
    weights = _weights(grams.values())
    ranks = {gram: rank for rank, gram in enumerate(sorted(weights, key=lambda gram: (-weights[gram], gram)))}
    places: dict[tuple[int, str], Place] = defaultdict(lambda: Place(weights))
    for one in sorted(tellings, key=lambda one: (one.opened_at, one.matter)):
        places[one.cell, one.root].take(one, _signs(grams[one.matter], ranks))
    return [cause for there in places.values() for cause in there.causes]


def words(cause: Cause) -> tuple[str, ...]:
    """The stretches that most of its tellings have in common, the most telling first, none within another."""
    texts = [folded(one.text) for one in cause.tellings]
    found = Counter(gram for one in cause.tellings for gram in read(one.text))
    core = {gram for gram, count in found.items() if count > len(cause.tellings) / 2}
    weights = {gram: cause.signs[gram] + 1 for gram in core}
    stretches = Counter(one for text in texts for one in set(_stretches(text, core)))
    ranked = sorted(stretches, key=lambda one: (-_worth(one, stretches[one], weights), one))
    chosen: list[str] = []
    for one in ranked:
        if len(chosen) == WORDS:
            break
        common = _in_most(one, texts)
        if not any(common in other or other in common for other in chosen):
            chosen.append(common)
    return tuple(chosen)


def folded(text: str) -> str:
    """The beginning of a telling as it is compared, without anybody's telephone number."""
    return without_numbers(text[:READ]).casefold()


def read(text: str) -> tuple[str, ...]:
    """The bigrams of the beginning of a telling, each once, without anybody's telephone number."""
    runs = _RUNS.findall(folded(text))
    return tuple(map(intern, dict.fromkeys(chain.from_iterable(map(add, run, run[1:]) for run in runs))))


def _weights(texts: Iterable[Sequence[str]]) -> Weights:
    """Rare ones weigh more; what only one telling has is no sign of anything."""
    counts, number = Counter[str](), 0
    for grams in texts:
        counts.update(grams)
        number += 1
    return {gram: log((number + 1) / count) + 0.1 for gram, count in counts.items() if count > 1}


def _signs(grams: Sequence[str], ranks: Mapping[str, int]) -> tuple[str, ...]:
    """The rarest, the rarest first."""
    return tuple(sorted((gram for gram in grams if gram in ranks), key=ranks.__getitem__)[:SIGNS])


def _stretches(text: str, core: set[str]) -> Iterator[str]:
    """Never over a stop."""
    for run in _RUNS.findall(text):
        stretch = ""
        for gram in map(add, run, run[1:]):
            if gram in core:
                stretch = stretch + gram[-1] if stretch else gram
            elif stretch:
                yield stretch
                stretch = ""
        if stretch:
            yield stretch


def _in_most(stretch: str, texts: Sequence[str]) -> str:
    """The longest part of it that stands in most of them, the first of such: its pairs may stem from several places."""
    longest, begin = "", 0
    for end in range(2, len(stretch) + 1):
        while end - begin > 1 and 2 * sum(stretch[begin:end] in text for text in texts) <= len(texts):
            begin += 1
        longest = max(longest, stretch[begin:end], key=len)
    return longest


def _worth(stretch: str, count: int, weights: Mapping[str, int]) -> float:
    return count * sum(weights.get(gram, 1) for gram in bigrams(stretch)) / sqrt(len(stretch))
