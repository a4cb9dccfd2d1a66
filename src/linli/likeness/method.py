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

    def alike(self, one: int, other: int) -> float:
        return alike(self._of(one), self._of(other), weights=self.weights)

    def common_words(self, one: int, other: int) -> tuple[str, ...]:
        """The stretches both have, without the turns of speech that many have."""
        words = common_words(self._of(one), self._of(other), weights=self.weights)
        return tuple(one for one in words if not self._usual(one))[:SHOWN]

    def _usual(self, words: str) -> bool:
        return len(self.methods) >= MANY and all(self.weights[gram] < log(1 / BOILERPLATE) for gram in bigrams(words))

    def _of(self, matter: int) -> Method:
        return self.methods.get(matter, NOTHING)


def pool(texts: Mapping[int, str]) -> Pool:
    methods = {matter: method(text) for matter, text in texts.items()}
    return Pool(methods, rarity(methods.values()))


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


def alike(one: Method, other: Method, *, weights: Rarity) -> float:
    """From 0 (no bigram in common) to 1 (all of them); rare ones weigh more. Both must be of the weights' pool.

    The root, because a few rare words in common already say much.
    """
    if not one.grams or not other.grams:
        return 0.0
    common = sum(weights[gram] ** 2 for gram in one.grams & other.grams)
    return sqrt(min(1.0, common / (_length(one, weights) * _length(other, weights))))


def common_words(one: Method, other: Method, *, weights: Rarity) -> tuple[str, ...]:
    """The stretches both texts have, the most telling first."""
    found = {words: _telling(words, weights) for words in _stretches(one, other)}
    return tuple(sorted(found, key=lambda words: (-found[words], words)))


def _telling(words: str, weights: Rarity) -> float:
    """Rare beats long, as the bigrams of one stretch come together anyway."""
    grams = bigrams(words)
    return sum(weights[gram] for gram in grams) / sqrt(len(grams))


def _length(one: Method, weights: Rarity) -> float:
    return sqrt(sum(weights[gram] ** 2 for gram in one.grams))


def _stretches(one: Method, other: Method) -> Iterator[str]:
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
