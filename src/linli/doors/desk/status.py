"""Why a matter has its colour and its date: the verdict, the rule card with the winning row, the marks."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from linli.colours.card import card
from linli.colours.colour import Colour
from linli.colours.judge import Verdict
from linli.matters.kind import Kind
from linli.matters.shown import when
from linli.matters.state import Mark, State
from linli.matters.timeline import verdict


@dataclass(frozen=True)
class Row:
    """One row of the rule card: what must hold, and whether this row decided."""

    colour: Colour
    because: str
    conditions: tuple[str, ...]
    wins: bool


@dataclass(frozen=True)
class Status:
    """The colour now, and the colour it will have when nothing is done."""

    now: Verdict
    next: Verdict | None
    rows: tuple[Row, ...]
    flags: tuple[str, ...]


@dataclass(frozen=True)
class Dates:
    """One mark of a matter."""

    name: str
    word: str
    mark: Mark
    is_due: bool
    is_past: bool


def status_of(kind: Kind, state: State, *, at: datetime) -> Status:
    now = verdict(kind, state, at=at)
    return Status(
        now=now,
        next=verdict(kind, state, at=now.turns_at) if now.turns_at else None,
        rows=tuple(
            Row(
                colour=line.colour,
                because=line.because,
                conditions=tuple(_condition(kind, state, msgid, dict(values)) for msgid, values in line.conditions),
                wins=place == now.rule,
            )
            for place, line in enumerate(card(kind.rules))
        ),
        flags=tuple(_(kind.flags[flag]) for flag in state.flags if flag in kind.flags),
    )


def dates_of(kind: Kind, state: State, *, at: datetime) -> list[Dates]:
    """The marks the kind has a name for: the one that is the deadline now, then soonest first."""
    due = kind.stage_of(state).deadline(state)
    named = [(name, mark) for name, mark in state.marks.items() if kind.mark_word(name)]
    ordered = sorted(named, key=lambda pair: (pair[0] != due, pair[1].at))
    return [
        Dates(name, _(kind.mark_word(name)), mark, is_due=name == due, is_past=name != due and mark.at < at)
        for name, mark in ordered
    ]


def _condition(kind: Kind, state: State, msgid: str, values: dict[str, str | int | tuple[str, ...]]) -> str:
    """One condition of a rule in the kind's own words, with the moment of its mark here."""
    told: dict[str, str | int] = {}
    for name, value in values.items():
        if name == "stages" and isinstance(value, tuple):
            told[name] = _(", ").join(_(kind.stages[stage].word) for stage in kind.stages if stage in value)
        elif name == "flag":
            told[name] = _(kind.flags.get(str(value), str(value)))
        elif name == "mark":
            mark = state.marks.get(str(value))
            told[name] = _(kind.marks.get(str(value), str(value))) + (f" ({when(mark.at)})" if mark else "")
        elif isinstance(value, int):
            told[name] = value
    return _(msgid).format(**told)
