"""By which number a matter is known where it came from, and what is known there by a number."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from linli.matters.kind import Kind
from linli.matters.models import Event, Matter, Taken, Taking
from linli.matters.reading import told_of
from linli.matters.timeline import Timeline, begin

NUMBER = re.compile(r"(?=.*\d)[\w/.-]{4,64}", re.ASCII)
OF_SOMEBODY = re.compile(r"(?:86)?1[3-9]\d{9}|\d{15}|\d{17}[\dXx]|(?:0[1-9]\d{1,2}-|\(0[1-9]\d{1,2}\))\d{7,8}(?:-\d+)?")
HOLDS_ONE = re.compile(
    r"(?<![0-9A-Za-z])(?:1[3-9]\d{9}|\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx])(?![0-9A-Za-z])"
)
BETWEEN = re.compile(r"[\s()+./-]")
"""What stands between the digits of a telephone, however it is written."""
MOST = 50


class There(NamedTuple):
    """Where a matter came from, its number there, and the words of the columns that were filled in for the list."""

    source: str
    number: str
    filled_in: tuple[str, ...]


def known_as(matter: Matter, kind: Kind, events: Iterable[Event]) -> There | None:
    """What is known of where it came from. What a list or a hand said since is not filled in any more, also where it is
    the usual again."""
    known = Taken.objects.filter(pk=matter.pk).values_list("source", "external", "told").first()
    if known is None or kind.incoming is None:
        return None
    source, number, told = known
    said = {one.partition(":")[0] for one in told.split()}
    silent = {name: usual for name, usual in kind.incoming.usual.items() if name not in said}
    stand = _never_otherwise(silent, begin(kind, number=matter.number), events) if silent else silent
    filled_in = tuple(column.word for column in kind.incoming.columns if column.name in stand)
    return There(source, _shown(number), filled_in)


def came_from(matters: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Of these matters those that came in from outside: where from, and the number there as it may be shown.

    Asked for beside the rows: a row and its `taken` that are read together hold each other, and memory would grow.
    """
    rows = Taken.objects.filter(pk__in=list(matters)).values_list("pk", "source", "external")
    return {pk: (source, _shown(number)) for pk, source, number in rows}


def _shown(number: str) -> str:
    return "" if of_somebody(number) else number


def of_somebody(text: str) -> bool:
    """Whether it is a telephone or an identity card, in whatever way it is written, or holds one between its signs.

    Whatever a list took for its number, these are not shown as one, and nobody is looked for by them.
    """
    plain = unicodedata.normalize("NFKC", text)
    whole = OF_SOMEBODY.fullmatch(plain) or OF_SOMEBODY.fullmatch(BETWEEN.sub("", plain))
    return bool(whole or HOLDS_ONE.search(plain))


def _never_otherwise(values: Mapping[str, str], line: Timeline, events: Iterable[Event]) -> Mapping[str, str]:
    """Of these values those that stood so after every event."""
    for event in told_of(events):
        line.retake(event)
        values = {name: value for name, value in values.items() if line.state.data.get(name) == value}
    return values


def known_there(text: str) -> list[str]:
    """The numbers here of whatever bears this number elsewhere; what may be seen of it the caller asks."""
    text = text.strip()
    if not NUMBER.fullmatch(text) or of_somebody(text):
        return []
    sources = list(Taking.objects.order_by().values_list("source", flat=True).distinct())
    rows = Taken.objects.filter(source__in=sources, external=text) if sources else Taken.objects.none()
    return list(rows.values_list("matter__number", flat=True)[:MOST])
