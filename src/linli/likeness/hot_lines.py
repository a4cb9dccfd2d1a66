"""`./linli likeness hot`: hot and lingering issues of some days, as lines for people or as JSON."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from linli.ground.clock import day_of
from linli.ground.text import msg
from linli.likeness.hot import Days, found
from linli.likeness.labelled import Unreadable
from linli.likeness.shown_issues import Shown, shown
from linli.matters.kind import kinds
from linli.matters.models import Matter
from linli.place.models import Unit
from linli.policy.calendar import calendar

MOST = 1_000_000
BEFORE = timedelta(days=29)
HOT, LINGERING = msg("Hot issues"), msg("Lingering issues")


def hot_lines(told: dict[str, Any], *, at: datetime) -> Iterator[str]:
    """Of every kind of which a report can be a repeat. Raises Unreadable."""
    days, unit = _days(told["first"], told["last"], at=at), _unit(told["unit"])
    seen = Matter.objects.filter(**{f"unit_{unit.level}": unit.pk})
    for kind in kinds():
        if kind.tells_stories:
            issues = found(seen, kind=kind, days=days, at=at, most=MOST)
            groups = {HOT: list(shown(issues.hot, kind=kind.name))}
            groups[LINGERING] = list(shown(issues.lingering, kind=kind.name))
            yield from (_data(kind.name, groups, days) if told["format"] == "json" else _lines(groups))


def _data(kind: str, groups: dict[str, list[Shown]], days: Days) -> Iterator[str]:
    listed = {name: [one.data for one in groups[word]] for name, word in (("hot", HOT), ("lingering", LINGERING))}
    told = {"kind": kind, "from": f"{days.first}", "to": f"{days.last}", **listed}
    yield json.dumps(told, ensure_ascii=False, indent=1)


def _lines(groups: dict[str, list[Shown]]) -> Iterator[str]:
    for word, listed in groups.items():
        yield f"{_(word)}: {len(listed)}"
        for one in listed:
            yield f"  {one.place} · {one.category} · {' '.join(one.heading)}"
            yield f"    {_figures(one)}"
            yield f"    {' '.join(one.issue.numbers)}"


def _figures(one: Shown) -> str:
    """What was told before the days that are looked at is told apart."""
    said = _("{first} to {last}: {reporters} reporters, {votes} joined in, back {returns} times, {open} open")
    if one.issue.before:
        said = _(
            "{first} to {last}: {reporters} reporters and {before} before these days, {votes} joined in, "
            "back {returns} times, {open} open"
        )
    told = {name: getattr(one.issue, name) for name in ("reporters", "before", "votes", "returns", "open")}
    return said.format(first=one.first, last=one.last, **told)


def _days(first: str, last: str, *, at: datetime) -> Days:
    """Those that are said; thirty of them to the last, or to today, where that is all that is said."""
    try:
        until = date.fromisoformat(last) if last else day_of(at, zone=calendar().zone)
        days = Days(date.fromisoformat(first) if first else until - BEFORE, until)
    except ValueError as problem:
        raise Unreadable(_("Write the days as 2026-05-01.")) from problem
    if days.last < days.first:
        raise Unreadable(_("The last day is before the first."))
    return days


def _unit(code: str) -> Unit:
    rows = Unit.objects.filter(code=code) if code else Unit.objects.filter(parent=None).order_by("code")
    unit = rows.first()
    if unit is None:
        raise Unreadable(_("There is no unit with the code “{code}”.").format(code=code))
    return unit
