"""Which other incidents may be of the same series as one: proposed with reasons, decided by a person."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from linli.likeness.beside import asked_of, beside, methods
from linli.likeness.imprint import Beside
from linli.likeness.measure import Parts
from linli.likeness.method import pool
from linli.likeness.places import grid
from linli.likeness.ranking import Scored, Weighing, likely, ranked
from linli.likeness.why import Reason, reasons
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.models import Matter


@dataclass(frozen=True)
class Candidate:
    """Another matter that may belong to the same series: how like it is, from 0 to 1, and why."""

    matter: Matter
    score: float
    parts: Parts
    reasons: tuple[Reason, ...]
    series: str
    """The series it was linked to before."""
    linked: bool
    """That is the series of the matter asked about."""

    @property
    def why(self) -> str:
        """The reasons as one sentence in the reader's language."""
        return _("; ").join(_(reason.sentence).format(**reason.values) for reason in self.reasons)


@dataclass(frozen=True)
class Group:
    """Candidates that were linked to one series before, or a single one that was not."""

    series: str
    candidates: tuple[Candidate, ...]


def candidates(matter: Matter, who: Viewer, *, at: datetime, most: int = 10) -> list[Candidate]:
    """The likeliest that this viewer may see; those linked already stand among them, marked, and take no place."""
    asked = asked_of(matter, at=at)
    if asked is None:
        return []
    ground = grid()
    around = ground.near(asked.cell)
    rows = likely(asked, beside(asked, access.visible(who), kind=matter.kind, near=around), around=around)
    weighing = Weighing(ground, pool(methods([asked, *rows])))
    chosen = _first(ranked(asked, rows, by=weighing), most=most, series=asked.series)
    return _told(asked, list(chosen), by=weighing)


def grouped(found: Iterable[Candidate]) -> list[Group]:
    """A series shows once, where the likeliest of its matters stands."""
    groups: dict[object, list[Candidate]] = {}
    for one in found:
        groups.setdefault(one.series or one.matter.pk, []).append(one)
    return [Group(group[0].series, tuple(group)) for group in groups.values()]


def _first(scored: Iterable[Scored], *, most: int, series: str) -> Iterator[Scored]:
    """As many not linked yet as were asked for, and whatever of the own series stands before the last of them."""
    for one in scored:
        most -= not _linked(one.row, series)
        if most < 0:
            return
        yield one


def _told(asked: Beside, chosen: Sequence[Scored], *, by: Weighing) -> list[Candidate]:
    matters = Matter.objects.select_related("unit", "cell").in_bulk([one.row.matter for one in chosen])
    return [
        Candidate(
            matter=matters[one.row.matter],
            score=one.score,
            parts=one.parts,
            reasons=_reasons(asked, one, by=by),
            series=one.row.series,
            linked=_linked(one.row, asked.series),
        )
        for one in chosen
    ]


def _reasons(asked: Beside, one: Scored, *, by: Weighing) -> tuple[Reason, ...]:
    off = by.grid.off(asked.cell, one.row.cell)
    words = by.read.common_words(asked.matter, one.row.matter)
    metres = off.metres if off else None
    return reasons(asked, one.row, parts=one.parts, metres=metres, words=words)


def _linked(row: Beside, series: str) -> bool:
    return bool(series) and row.series == series
