"""The order of a page, and what lies further on in it than a row: pages follow one another by keyset."""

from datetime import datetime
from typing import Any

from django.db.models import F, OrderBy, Q

from linli.colours.colour import Colour
from linli.matters.asking import Cursor
from linli.matters.listed import Listed
from linli.matters.models import Matter
from linli.matters.urgency import by_urgency

FILLED = frozenset({"opened_at", "touched_at", "number"})
"""Never without a value: where the empty ones stand is left unsaid, for no index knows it both ways."""


def ordered(column: str, *, down: bool, backwards: bool) -> tuple[OrderBy, ...]:
    """Rows without a value stand last when read forwards, whichever way the column is sorted."""
    if column == "colour":
        return by_urgency(down=down, backwards=backwards)
    if column == "id":
        return (F("id").desc() if down else F("id").asc(),)
    name = F(column)
    if column in FILLED:
        return (name.desc(), F("id").desc()) if down else (name.asc(), F("id").asc())
    value = (
        (name.desc if down else name.asc)(nulls_first=True)
        if backwards
        else (name.desc if down else name.asc)(nulls_last=True)
    )
    return value, (F("id").desc() if down else F("id").asc())


def further_than(column: str, edge: Cursor, *, down: bool, backwards: bool) -> Q:
    side, empty = ("lt" if down else "gt"), Q(**{f"{column}__isnull": True})
    if column == "colour":
        return _beyond_colour(edge, down=down, backwards=backwards)
    if column == "id":
        return Q(**{f"id__{side}": edge.pk})
    if edge.value == "-":
        beside = empty & Q(**{f"id__{side}": edge.pk})
        return ~empty | beside if backwards else beside
    value: Any = edge.value if column == "number" else datetime.fromisoformat(edge.value)
    beyond = Q(**{f"{column}__{side}": value}) | Q(**{column: value, f"id__{side}": edge.pk})
    return beyond if backwards else beyond | empty


def _beyond_colour(edge: Cursor, *, down: bool, backwards: bool) -> Q:
    """The colours further on, and within that of the edge what is due further on."""
    rank, _comma, due = edge.value.partition(",")
    further = [one.value for one in Colour if (one.rank < int(rank) if down else one.rank > int(rank))]
    here = Q(colour=list(Colour)[int(rank)].value)
    return Q(colour__in=further) | here & further_than("due_at", Cursor(due, edge.pk), down=down, backwards=backwards)


def cursor_of(row: Matter | Listed, column: str) -> Cursor:
    if column == "colour":
        within = cursor_of(row, "due_at")
        return Cursor(f"{Colour(row.colour).rank},{within.value}", row.pk)
    value = getattr(row, column)
    text = value.isoformat() if isinstance(value, datetime) else str(value or "-")
    return Cursor(text, row.pk)
