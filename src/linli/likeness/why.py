"""The sentence that says why two incidents may belong together: its parts as msgids, translated where shown. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from linli.ground.text import msg
from linli.likeness.imprint import DAY, Told
from linli.likeness.measure import WEEKEND, Parts, around, minutes_between

HOURS_TOLD = 6 * 60
"""A stretch of the day longer than this tells nobody anything."""
TOLD = 0.4
"""From how near on the clock the hour is a reason."""
SHARED = 0.1
"""From how like a method its words are a reason."""
FAR = 20_000
"""Metres from which the distance is no reason."""


class Reason(NamedTuple):
    """One reason: a msgid and what stands in it."""

    sentence: str
    values: Mapping[str, Any]


def reasons(
    one: Told, other: Told, *, parts: Parts, metres: float | None, words: tuple[str, ...]
) -> tuple[Reason, ...]:
    """What speaks for it, in the order people ask: what, where, when, how."""
    found = (_what(one, other), _where(one, other, metres), *_when(one, other, parts), _how(parts, words))
    return tuple(reason for reason in found if reason is not None)


def _what(one: Told, other: Told) -> Reason | None:
    if one.category == other.category:
        return Reason(msg("same category"), {})
    return Reason(msg("categories of the same group"), {}) if one.root == other.root else None


def _where(one: Told, other: Told, metres: float | None) -> Reason | None:
    if metres is None or metres > FAR:
        return None
    if one.cell == other.cell:
        return Reason(msg("in the same grid"), {})
    if metres < 995:
        return Reason(msg("about {metres} m apart"), {"metres": max(10, round(metres / 10) * 10)})
    return Reason(msg("about {km} km apart"), {"km": f"{metres / 1000:.1f}"})


def _when(one: Told, other: Told, parts: Parts) -> Iterator[Reason | None]:
    yield _hour(one, other, parts)
    yield _weekday(one, other)
    days = round(minutes_between(one, other) / DAY)
    yield (
        Reason(msg("within a day of each other"), {}) if days < 2 else Reason(msg("{days} days apart"), {"days": days})
    )


def _hour(one: Told, other: Told, parts: Parts) -> Reason | None:
    if parts.hour < TOLD:
        return None
    middles = (one.minute, one.minute + around(one, other))
    first = min(middle - side.width / 2 for middle, side in zip(middles, (one, other), strict=True))
    last = max(middle + side.width / 2 for middle, side in zip(middles, (one, other), strict=True))
    if last - first > HOURS_TOLD:
        return Reason(msg("at about the same time of day"), {})
    from_hour = int(first // 60)
    until_hour = max(int(-(-last // 60)), from_hour + 1)
    hours = {"from_hour": _clock(from_hour), "until_hour": _clock(until_hour)}
    return Reason(msg("both between {from_hour} and {until_hour}"), hours)


def _weekday(one: Told, other: Told) -> Reason | None:
    if one.weekdays == other.weekdays and one.weekdays.bit_count() == 1:
        return Reason(msg("on the same day of the week"), {})
    if not (one.weekdays | other.weekdays) & ~WEEKEND:
        return Reason(msg("both at a weekend"), {})
    return None


def _how(parts: Parts, words: tuple[str, ...]) -> Reason | None:
    if parts.method < SHARED or not words:
        return None
    return Reason(msg("words of the method in common: {words}"), {"words": "、".join(words)})


def _clock(hour: int) -> str:
    return f"{hour % 24:02d}:00"
