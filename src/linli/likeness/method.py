"""How like two texts about a method are, and which words they share; pure."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import log, sqrt
from typing import NamedTuple

from linli.ground.text import bigrams

SHOWN = 3
MANY = 20
UNREAD = 20
"""Texts imagined beside those read, so that of two texts alone the words in common are not taken for usual ones."""
BOILERPLATE = 1 / 5
"""What more than this part of many texts have is a turn of speech: hardly weighed, and no reason."""
HARDLY = 0.1


class Method(NamedTuple):
    """A text cut into bigrams: in their order, and as a set."""

    text: str
    order: tuple[str, ...]
    grams: frozenset[str]


Rarity = Mapping[str, float]


@dataclass(frozen=True)
class Pool:
    """The methods of those compared, by matter, and what each bigram weighs among them."""

    methods: Mapping[int, Method]
    weights: Rarity
    lengths: Mapping[int, float]

    def alike(self, one: int, other: int) -> float:
        """From 0 (no bigram in common) to 1 (all of them); rare ones weigh more.

        The root, because a few rare words in common already say much.
        """
        common = self._of(one).grams & self._of(other).grams
        if not common:
            return 0.0
        return sqrt(min(1.0, _square(common, self.weights) / (self.lengths[one] * self.lengths[other])))

    def common_words(self, one: int, other: int) -> tuple[str, ...]:
        """The stretches both have, the most telling first, without the turns of speech that many have."""
        found = {words: self._telling(words) for words in set(stretches(self._of(one), self._of(other)))}
        telling = sorted((words for words, told in found.items() if told), key=lambda words: (-found[words], words))
        return tuple(telling[:SHOWN])

    def _telling(self, words: str) -> float:
        """Rare beats long, as the bigrams of one stretch come together anyway; 0 for a turn of speech."""
        weights = [self.weights[gram] for gram in bigrams(words)]
        if len(self.methods) >= MANY and max(weights) < log(1 / BOILERPLATE):
            return 0.0
        return sum(weights) / sqrt(len(weights))

    def _of(self, matter: int) -> Method:
        return self.methods.get(matter, NOTHING)


def pool(texts: Mapping[int, str]) -> Pool:
    methods = {matter: method(text) for matter, text in texts.items()}
    weights = rarity(methods.values())
    return Pool(methods, weights, {matter: sqrt(_square(one.grams, weights)) for matter, one in methods.items()})


def method(text: str) -> Method:
    order = tuple(bigrams(text))
    return Method(unicodedata.normalize("NFKC", text).casefold(), order, frozenset(order))


def rarity(methods: Iterable[Method]) -> Rarity:
    """What each bigram weighs: little when every text has it, much when few do; always more than nothing."""
    texts = list(methods)
    counts = Counter(gram for one in texts for gram in one.grams)
    usual = len(texts) * BOILERPLATE if len(texts) >= MANY else len(texts)
    return {
        gram: log((len(texts) + UNREAD) / (count + 0.5)) * (HARDLY if count > usual else 1)
        for gram, count in counts.items()
    }


def _square(grams: Iterable[str], weights: Rarity) -> float:
    return sum([weights[gram] ** 2 for gram in grams])


def stretches(one: Method, other: Method) -> Iterator[str]:
    """What stands in both, piece by piece, in the order of the first."""
    stretch = ""
    for gram in one.order:
        longer = stretch + gram[-1] if stretch else gram
        if gram in other.grams and longer in one.text and longer in other.text:
            stretch = longer
            continue
        if len(stretch) > 1:
            yield stretch
        stretch = gram if gram in other.grams else ""
    if len(stretch) > 1:
        yield stretch


NOTHING = method("")
