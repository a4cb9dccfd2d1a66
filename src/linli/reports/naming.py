"""The names behind the codes of rows, looked up when shown: titles only where the viewer may see the matter now."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from linli.colours.colour import Colour
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.kind import kinds
from linli.matters.models import Words
from linli.place.models import Cell, Unit
from linli.policy.models import Category
from linli.reports.rows import Row
from linli.staff.models import User

AT_ONCE = 10_000


@dataclass(frozen=True)
class Naming:
    """One look-up of each sort for all rows of a list; what is gone or not theirs to see is simply not in it."""

    rows: tuple[Row, ...]
    who: Viewer

    @classmethod
    def of(cls, rows: Iterable[Row], *, who: Viewer) -> "Naming":
        return cls(tuple(rows), who)

    @cached_property
    def seen(self) -> dict[int, str]:
        """The matters of these rows that the viewer may see now, with their titles."""
        ids = sorted({row.matter for row in self.rows})
        visible = access.visible(self.who)
        parts = (ids[place : place + AT_ONCE] for place in range(0, len(ids), AT_ONCE))
        return {pk: title for part in parts for pk, title in visible.filter(pk__in=part).values_list("pk", "title")}

    @cached_property
    def units(self) -> dict[int, str]:
        wanted = {pk for row in self.rows for pk in (row.unit, row.told_unit) if pk}
        return {unit.pk: unit.label for unit in Unit.objects.filter(pk__in=wanted)}

    @cached_property
    def users(self) -> dict[int, str]:
        wanted = {pk for row in self.rows for pk in (row.holder, row.user) if pk}
        return dict(User.objects.filter(pk__in=wanted).values_list("pk", "name"))

    @cached_property
    def cells(self) -> dict[int, str]:
        wanted = {row.cell for row in self.rows if row.cell}
        return {cell.pk: cell.unit.label for cell in Cell.objects.filter(pk__in=wanted).select_related("unit")}

    @cached_property
    def categories(self) -> dict[tuple[str, str], str]:
        """By kind and code."""
        wanted = {row.category for row in self.rows if row.category}
        return {(one.kind, one.code): one.label for one in Category.objects.filter(code__in=wanted)}

    @cached_property
    def tasks(self) -> dict[tuple[int, int], str]:
        """What each instructed row is about, by matter and place in line; not of matters that are not seen."""
        told = {(row.matter, row.seq) for row in self.rows if row.told_unit and row.matter in self.seen}
        rows = Words.objects.filter(matter__in={pk for pk, _seq in told}, field="what", erased_at=None)
        found = rows.values_list("matter_id", "seq", "text")
        return {(pk, seq): text for pk, seq, text in found if (pk, seq) in told}


def kind_word(row: Row) -> str:
    """The kind as people say it; its bare name when it is installed no longer."""
    return next((_(kind.word) for kind in kinds() if kind.name == row.kind), row.kind)


def stage_word(row: Row) -> str:
    words = {(kind.name, name): stage.word for kind in kinds() for name, stage in kind.stages.items()}
    return _(words.get((row.kind, row.stage), row.stage))


def colour_word(colour: str) -> str:
    return f"{Colour(colour).shape} {_(Colour(colour).word)}"
