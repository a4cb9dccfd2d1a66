"""The office's own words for machines: kinds with their steps, categories and units."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from linli.doors.api.rows import choices, coded
from linli.matters.kind import Kind, kinds
from linli.place.models import Unit
from linli.policy.models import Category

MOST = 500
"""Units at once."""


def kinds_told() -> list[dict[str, Any]]:
    return [_kind(kind) for kind in kinds()]


def categories_told(kind: str) -> list[dict[str, Any]]:
    rows = Category.objects.filter(valid_until=None).select_related("parent")
    shown = rows.filter(kind=kind) if kind else rows
    return [
        {**coded(row.code, row.label), "kind": row.kind, "parent": row.parent.code if row.parent else None}
        for row in shown
    ]


def units_told(*, after: str) -> dict[str, Any]:
    """Open units by code, a page at a time."""
    rows = list(
        Unit.objects.filter(closed_on=None, code__gt=after).select_related("parent").order_by("code")[: MOST + 1]
    )
    shown = rows[:MOST]
    told = [
        {**coded(row.code, row.label), "kind": row.kind, "parent": row.parent.code if row.parent else None}
        for row in shown
    ]
    return {"rows": told, "next": shown[-1].code if len(rows) > MOST else None}


def _kind(kind: Kind) -> dict[str, Any]:
    return {
        "name": kind.name,
        "word": _(kind.word),
        "opens_with": kind.opening.name,
        "stages": [
            {**coded(name, _(stage.word)), "phase": stage.phase, "clock": stage.clock}
            for name, stage in kind.stages.items()
        ],
        "commands": list(_verbs(kind)),
        "choices": {name: list(choices(listing)) for name, listing in kind.choices.items()},
    }


def _verbs(kind: Kind) -> Iterator[dict[str, Any]]:
    for one in kind.commands:
        if not one.only_beside:
            hint = _(one.hint) if one.hint else ""
            yield {"name": one.name, "word": _(one.word), "hint": hint, "stages": sorted(one.stages)}
