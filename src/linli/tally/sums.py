"""The sums behind a question: of whole months from the sheets where they have them, of all else from the entries."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import CharField, Count, F, Q, QuerySet, Sum, Value
from django.db.models.functions import Cast, Concat

from linli.matters.counts import CATEGORY
from linli.place.models import LEVELS
from linli.tally.behind import condition, with_those_below
from linli.tally.defined import kind_of, kinds_of
from linli.tally.layout import CELL, facets_of
from linli.tally.models import CODES, Entry, Sheet
from linli.tally.months import FirstOfMonth
from linli.tally.question import BRANCH, DAY, KIND, MONTH, UNIT, Question, Span

Key = tuple[Any, ...]
BETWEEN = "\n"
"""Between the codes of a group; no code has it."""
Sums = dict[Key, dict[str, tuple[int, int]]]
"""Group -> measure -> how many, and the sum of their values."""


def sums(question: Question, measures: Iterable[str]) -> Sums:
    """What happened in the period."""
    asked, found = question.of(measures), Sums()
    on_sheets, rest = question.parted(asked)
    if asked and on_sheets:
        _add(found, _from_sheets(question, asked, on_sheets))
    for one in rest if asked else ():
        _add(found, _from_entries(question, Entry.objects.filter(condition(question.behind(asked, span=one)))))
    return _something(found)


def stocks(question: Question, measures: Iterable[str]) -> Sums:
    """What stood so on the evening of the last day; grouped by day or month, on the evening of each."""
    asked, found, timeless = question.of(measures), Sums(), question.timeless
    for span in question.buckets() if asked else ():
        if up_to := timeless.up_to(min(span[1], question.today), measures=asked):
            there = _from_sheets(timeless, asked, up_to)
        else:
            behind = question.behind(asked, span=span, stock=True)
            there = _from_entries(timeless, Entry.objects.filter(condition(behind)))
        for key, told in _something(there).items():
            parts = iter(key)
            found[tuple(span[0] if name in (DAY, MONTH) else next(parts) for name in question.by)] = told
    return found


def _something(found: Sums) -> Sums:
    """Without what comes to nothing."""
    kept = {key: {name: told for name, told in of.items() if any(told)} for key, of in found.items()}
    return {key: of for key, of in kept.items() if of}


def _from_entries(question: Question, rows: QuerySet[Entry]) -> Sums:
    names, rows = grouped(question, rows)
    found: Sums = {}
    for *key, measure, count, value in rows.values_list(*names, "measure").annotate(n=Count("*"), v=Sum("value")):
        found.setdefault(tuple(key), {})[measure] = (count, value)
    return found


def grouped(question: Question, rows: QuerySet[Entry]) -> tuple[list[str], QuerySet[Entry]]:
    columns = {f"by_{name}": _column(question, name) for name in question.by}
    rows = rows.annotate(**columns).order_by()
    return list(columns), _narrowed(rows, tuple(columns), question.only) if question.only else rows


def _narrowed(rows: QuerySet[Entry], columns: tuple[str, ...], groups: Collection[Key]) -> QuerySet[Entry]:
    """First by a part, which takes little, then by the whole: of thousands of places a few are asked for."""
    there = Concat(*(part for column in columns for part in (Cast(column, CharField()), Value(BETWEEN))))
    firsts = {group[0] for group in groups}
    return (
        rows.filter(**{f"{columns[0]}__in": firsts})
        .alias(there=there)
        .filter(there__in=sorted("".join(f"{part}{BETWEEN}" for part in group) for group in groups))
    )


def _column(question: Question, name: str) -> Any:
    if name == UNIT:
        return F(f"unit_{min(question.unit.level + 1, LEVELS)}")
    if name == MONTH:
        return FirstOfMonth("on")
    return F({DAY: "on", BRANCH: CATEGORY}.get(name, name))


def _from_sheets(question: Question, measures: tuple[str, ...], span: Span) -> Sums:
    """Grouped by the units right below, the unit itself is what those leave of the whole."""
    own, by_unit, found = question.unit.pk, UNIT in question.by, Sums()
    columns = [(name, _place(question, name)) for name in question.by]
    for row in _sheets(question, measures, span):
        told = (row["n"], row["v"])
        if by_unit and row["unit"] != own:
            _count(found, _key(columns, row, unit=row["unit"]), row["measure"], told)
            told = (-told[0], -told[1])
        _count(found, _key(columns, row, unit=None), row["measure"], told)
    return found


def _sheets(question: Question, measures: tuple[str, ...], span: Span) -> Iterable[dict[str, Any]]:
    where = Q(unit=question.unit.pk)
    if UNIT in question.by:
        where |= Q(above=question.unit.pk)
    rows = Sheet.objects.filter(where, facet=question.side, measure__in=measures, on__range=span)
    for facet, codes in question.codes:
        if facet != KIND:
            rows = rows.filter(**{f"{_place(question, facet)}__in": sorted(_wanted(question, facet, codes, measures))})
    columns = {_place(question, name) for name in question.by} | {"measure", "unit"}
    rows = rows.annotate(month=FirstOfMonth("on")) if "month" in columns else rows
    yield from rows.order_by().values(*columns).annotate(n=Sum("count"), v=Sum("value"))


def _wanted(question: Question, facet: str, codes: Sequence[str], measures: Sequence[str]) -> set[str]:
    if facet == CATEGORY:
        return with_those_below(codes, kinds=kinds_of(measures), parents=question.parents)
    return {str(int(code)) if code.isdecimal() else code for code in codes} if facet == CELL else set(codes)


def _key(columns: Sequence[tuple[str, str]], row: Mapping[str, Any], *, unit: int | None) -> Key:
    told = {KIND: kind_of(row["measure"]), UNIT: unit}
    return tuple(told[name] if name in told else row[column] for name, column in columns)


def _place(question: Question, name: str) -> str:
    """In which column of a sheet it is told: of two facets together the second has one of its own."""
    if name in _SHEET:
        return _SHEET[name]
    return CODES[facets_of(question.side).index(CATEGORY if name == BRANCH else name)]


def _count(found: Sums, key: Key, measure: str, more: tuple[int, int]) -> None:
    count, value = found.setdefault(key, {}).get(measure, (0, 0))
    found[key][measure] = (count + more[0], value + more[1])


def _add(found: Sums, more: Sums) -> None:
    for key, of in more.items():
        for measure, told in of.items():
            _count(found, key, measure, told)


_SHEET = {KIND: "measure", UNIT: "unit", MONTH: "month", DAY: "on"}
