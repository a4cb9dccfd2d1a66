"""How well guesses met what people had said: macro F1, and how often the truth was among the first. Pure."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

Ranked = Sequence[str]
"""Labels, the likeliest first."""


class Grades(NamedTuple):
    """Of how many texts and labels, and from 0 to 1 how well."""

    texts: int
    labels: int
    macro_f1: float
    top1: float
    top2: float
    top3: float


def grades(told: Sequence[str], guessed: Sequence[Ranked]) -> Grades:
    """Compare what each text is with what it was guessed to be."""
    tops = [_among(told, guessed, first=first) for first in (1, 2, 3)]
    return Grades(len(told), len(set(told)), _macro_f1(told, [ranked[0] for ranked in guessed]), *tops)


def _among(told: Sequence[str], guessed: Sequence[Ranked], *, first: int) -> float:
    return sum(one in ranked[:first] for one, ranked in zip(told, guessed, strict=True)) / len(told)


def _macro_f1(told: Sequence[str], guessed: Sequence[str]) -> float:
    """Each label counts alike, however many texts it has; one that is only guessed counts too, with nought."""
    hits = Counter(one for one, other in zip(told, guessed, strict=True) if one == other)
    are, said = Counter(told), Counter(guessed)
    shares = [2 * hits[label] / (are[label] + said[label]) for label in are | said]
    return sum(shares) / len(shares)
