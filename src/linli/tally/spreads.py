"""The times behind a question: how many took how many hours from the sheets, and the minutes of those that decide."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Count, Q, Sum

from linli.matters.counts import Indicator
from linli.tally.behind import condition
from linli.tally.layout import HOUR, TIMES, TOP, sides
from linli.tally.models import Entry, Sheet
from linli.tally.printing import places_of
from linli.tally.question import Question, Span, parted
from linli.tally.sums import Key, grouped

AT_ONCE = 5_000
FEW_ALIKE = 62
"""In fewer days so few have the same value, in minutes, that the database would sort in vain: they are counted here."""
Spread = Sequence[tuple[int, int]]
"""Each value with how many have it."""
Counts = Mapping[str, Counter[int]]
"""Measure -> value -> how many have it."""


def spreads(question: Question, timed: Sequence[Indicator]) -> dict[Key, dict[str, Spread]]:
    """What stands at no place that decides may be told as the first minute of its hour: the order is the same."""
    asked = question.of(name for one in timed for name in one.top)
    if not asked:
        return {}
    months, rest = _parted(question, asked)
    if months is None:
        return _by_group(question, asked)
    hours, left = _hours(question, asked, months), _left(question, asked, rest)
    deciding = _deciding(timed, {name: hours[name] + _in_hours(left[name]) for name in asked})
    exact = {name: _minutes(question, name, months, deciding[name]) for name in asked}
    told = {name: [*_roughly(hours[name], deciding[name]), *exact[name].items(), *left[name].items()] for name in asked}
    return {(): {name: spread for name, spread in told.items() if spread}}


def _parted(question: Question, asked: Sequence[str]) -> tuple[Span | None, tuple[Span, ...]]:
    """The months of which the sheets tell times, and the days left over."""
    whole = not question.by and not question.facets and question.level == TOP
    laid = question.laid.has_all_of(asked) and all(TIMES in sides(TOP, name) for name in asked)
    return parted(question.first, question.last) if whole and laid else (None, ())


def _hours(question: Question, asked: Sequence[str], span: Span) -> Counts:
    there = Sheet.objects.filter(unit=question.unit.pk, facet=TIMES, measure__in=asked, on__range=span)
    found = {name: Counter[int]() for name in asked}
    for name, code, count in there.order_by().values_list("measure", "code").annotate(n=Sum("count")):
        found[name][int(code)] = count
    return found


def _left(question: Question, asked: tuple[str, ...], spans: Iterable[Span]) -> Counts:
    found = {name: Counter[int]() for name in asked}
    for span in spans:
        rows = Entry.objects.filter(condition(question.behind(asked, span=span)))
        for name, value in rows.values_list("measure", "value").iterator(AT_ONCE):
            found[name][value] += 1
    return found


def _in_hours(minutes: Counter[int]) -> Counter[int]:
    found = Counter[int]()
    for value, many in minutes.items():
        found[value // HOUR] += many
    return found


def _deciding(timed: Iterable[Indicator], hours: Counts) -> dict[str, set[int]]:
    """Of each measure the hours in which the places lie that a figure looks at."""
    found: dict[str, set[int]] = {name: set() for name in hours}
    for one in timed:
        names = [name for name in one.top if name in hours]
        together = sum((hours[name] for name in names), Counter[int]())
        wanted = set(_at(together, places_of(one, together.total())))
        for name in names:
            found[name] |= wanted
    return found


def _at(hours: Counter[int], places: Sequence[int]) -> Iterator[int]:
    """The hours that stand at these places."""
    passed = 0
    for hour, many in sorted(hours.items()):
        if any(passed <= place < passed + many for place in places):
            yield hour
        passed += many


def _minutes(question: Question, name: str, span: Span, hours: Iterable[int]) -> Counter[int]:
    within = [Q(value__gte=hour * HOUR, value__lt=(hour + 1) * HOUR) for hour in sorted(hours)]
    if not within:
        return Counter()
    any_of, *more = within
    for one in more:
        any_of |= one
    rows = Entry.objects.filter(condition(question.behind((name,), span=span)), any_of)
    return Counter(dict(rows.order_by().values_list("value").annotate(n=Count("*"))))


def _roughly(hours: Counter[int], deciding: set[int]) -> Iterator[tuple[int, int]]:
    return ((hour * HOUR, many) for hour, many in hours.items() if many and hour not in deciding)


def _by_group(question: Question, asked: tuple[str, ...]) -> dict[Key, dict[str, Spread]]:
    """Every value of every group, from the entries."""
    names, rows = grouped(question, Entry.objects.filter(condition(question.behind(asked))))
    values: Any = rows.values_list(*names, "measure", "value")
    if (question.last - question.first).days < FEW_ALIKE:
        counted = Counter(values.iterator(AT_ONCE))
    else:
        counted = Counter({tuple(told): count for *told, count in values.annotate(n=Count("*"))})
    found: dict[Key, dict[str, list[tuple[int, int]]]] = {}
    for (*key, measure, value), count in counted.items():
        found.setdefault(tuple(key), {}).setdefault(measure, []).append((value, count))
    return {key: dict(told) for key, told in found.items()}
