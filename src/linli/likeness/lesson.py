"""One text of which it is known what it belongs to, to learn from or to be examined with; pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from linli.likeness.pieces import cleaned


class Lesson(NamedTuple):
    """What was told, cleaned, and the category a person gave it."""

    text: str
    label: str


def lesson(title: str, body: str, label: str) -> Lesson:
    return Lesson(cleaned(title, body), label)


def once(lessons: Iterable[Lesson]) -> list[Lesson]:
    """Each text once, under the label it had first: what is told twice would be learnt by heart and asked again."""
    first: dict[str, Lesson] = {}
    for one in lessons:
        first.setdefault(one.text, one)
    return list(first.values())


def often(lessons: Sequence[Lesson], *, least: int) -> list[Lesson]:
    """Those whose label has at least so many: of fewer nothing can be learnt."""
    counts = Counter(one.label for one in lessons)
    return [one for one in lessons if counts[one.label] >= least]


def with_rest(lessons: Sequence[Lesson], *, label: str, least: int) -> list[Lesson]:
    """Those, and the rest under one label of its own, where there are as many of it: half of what is told may be of
    categories that nobody learns, and would else be taken for the others."""
    counts = Counter(one.label for one in lessons)
    told = [one if counts[one.label] >= least else one._replace(label=label) for one in lessons]
    return often(told, least=least)
