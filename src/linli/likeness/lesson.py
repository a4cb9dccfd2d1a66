"""One text of which it is known what it belongs to, to learn from or to be examined with; pure."""

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
    counts: dict[str, int] = {}
    for one in lessons:
        counts[one.label] = counts.get(one.label, 0) + 1
    return [one for one in lessons if counts[one.label] >= least]
