"""Matters as rows of a list: plain values, words in the language asked for, categories looked up together."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from linli.matters.kind import kind_named
from linli.matters.models import Matter
from linli.place.models import Unit
from linli.policy.models import Category

Named = dict[tuple[str, str], str]


def rows_of(matters: Iterable[Matter]) -> list[dict[str, Any]]:
    shown = list(matters)
    named = categories_of(shown)
    return [row_of(row, named) for row in shown]


def categories_of(matters: Iterable[Matter]) -> Named:
    codes = {row.category for row in matters if row.category}
    rows = Category.objects.filter(code__in=codes) if codes else ()
    return {(one.kind, one.code): one.label for one in rows}


def row_of(row: Matter, named: Named) -> dict[str, Any]:
    word = named.get((row.kind, row.category), row.category)
    return {
        **moments(row),
        "number": row.number,
        "kind": row.kind,
        "version": row.version,
        "title": row.title,
        "colour": row.colour,
        "because": _(row.because) if row.because else "",
        "stage": coded(row.stage, _(kind_named(row.kind).stages[row.stage].word)),
        "phase": row.phase,
        "clock": row.clock,
        "category": coded(row.category, word) if row.category else None,
        "unit": of_unit(row.unit),
        "holder": row.holder.name if row.holder else None,
        "cell": row.cell.code if row.cell else None,
        "outcome": row.outcome or None,
        "opened_at": row.opened_at,
        "touched_at": row.touched_at,
    }


def done(row: Matter) -> dict[str, Any]:
    """What a step is answered with: codes and moments, no words of anybody, so that it can be kept and said again."""
    told = {name: getattr(row, name) for name in ("number", "kind", "version", "stage", "phase", "colour")}
    return {**told, **{name: at.isoformat() if at else None for name, at in moments(row).items()}}


def moments(row: Matter) -> dict[str, Any]:
    return {"due_at": row.due_at, "turns_at": row.turns_at, "closed_at": row.closed_at}


def of_unit(unit: Unit) -> dict[str, str]:
    return coded(unit.code, unit.label)


def coded(code: str, name: Any) -> dict[str, str]:
    return {"code": code, "name": str(name)}


def choices(listing: Any) -> Iterator[dict[str, str]]:
    for code, word in listing.items():
        yield coded(code, _(word) if word else "")
