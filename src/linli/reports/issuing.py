"""A report as it was issued: numbered, frozen with what is behind each figure; and what would be different today."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import msgspec
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from linli.ground.chain import canonical
from linli.ground.text import msg
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.matters.kind import kinds
from linli.matters.models import Matter
from linli.place.models import Unit
from linli.reports.answers import Ask
from linli.reports.files import WAITING
from linli.reports.keeping import digest_of_report, is_unaltered
from linli.reports.making import make
from linli.reports.minutes import PAPER
from linli.reports.models import Snapshot
from linli.reports.numbers import REPORT, number_for
from linli.reports.offered import find as find_report
from linli.reports.packed_rows import RowsThen, keep, told_as
from linli.reports.packing import Packed, Pair, pack
from linli.reports.printed import Cell, Counted, Printed
from linli.reports.report import Report
from linli.tally.asking import ask as tally_ask
from linli.tally.behind import Behind, rows
from linli.tally.periods import Period, period_named

__all__ = ["Changed", "as_issued", "find", "in_chinese", "is_unaltered", "issue", "issued", "since"]

ENGLISH = "en"
MOVED = msg("Something was entered while the report was being issued, so its figures do not agree. Issue it once more.")
TRIES = 3
AT_ONCE = 10_000


@dataclass(frozen=True)
class Changed:
    """One cell that would be printed otherwise today, with the matters that came to its figures and those that went."""

    section: str
    row: str
    column: str
    was: str
    now: str
    came: tuple[Matter, ...]
    went: tuple[Matter, ...]


def in_chinese(report: Report, unit: Unit, period: Period, *, at: datetime, ask: Ask = tally_ask) -> Printed:
    """For official papers, which are in Chinese whatever language the reader's desk is in."""
    with override(PAPER):
        return make(report, unit, period, at=at, ask=ask)


def issue(report: Report, unit: Unit, period: Period, *, who: Viewer, at: datetime) -> Snapshot:
    """Number it and keep it as it is printed now. Raises Http404, NotAllowed, Refused."""
    if access.posting_at(who, "see", unit) is None:
        raise Http404(unit.code)
    by = access.posting_at(who, "tally", unit)
    if by is None:
        raise NotAllowed("tally")
    # Asked before the number is taken: while it is, nobody else of the unit can issue anything.
    frozen, packed = _at_rest(report, unit, period, at=at)
    with transaction.atomic():
        snapshot = Snapshot(
            number=number_for(REPORT, unit=unit, at=at),
            report=report.name,
            unit=unit,
            period=period.name,
            cut_at=at,
            issued_by_id=by.post_id,
            frozen=frozen,
        )
        snapshot.digest = digest_of_report(snapshot)
        snapshot.save(force_insert=True)
        keep(snapshot, packed)
        return snapshot


def issued(who: Viewer) -> QuerySet[Snapshot]:
    """Those of every unit whose matters the viewer sees, the newest first."""
    reach = Q(pk=None)
    for post in who.posts_for("see"):
        reach |= Q(**{f"unit__unit_{post.level}": post.unit_id})
    return Snapshot.objects.filter(reach).select_related("unit")


def find(who: Viewer, number: str) -> Snapshot:
    """The one of that number. Raises Http404 alike when it is missing and when it is not theirs to read."""
    snapshot = issued(who).filter(number=number).first()
    if snapshot is None:
        raise Http404(number)
    return snapshot


def as_issued(snapshot: Snapshot, *, language: str = "") -> Printed:
    """Exactly as it was printed, in the reader's language."""
    printed: dict[str, Any] = msgspec.json.decode(snapshot.frozen)["printed"]
    wanted = ENGLISH if (language or get_language() or "").startswith(ENGLISH) else PAPER
    return replace(msgspec.convert(printed[wanted], Printed), number=snapshot.number)


def since(snapshot: Snapshot, *, at: datetime) -> tuple[Changed, ...]:
    """The same question asked now, cell by cell; only what would be printed otherwise. Raises NoReport."""
    before = as_issued(snapshot)
    report, period = find_report(snapshot.report), period_named(snapshot.period)
    now = make(report, snapshot.unit, period, at=at)
    return tuple(_changed(before, now, RowsThen(snapshot)))


def _at_rest(report: Report, unit: Unit, period: Period, *, at: datetime) -> tuple[str, list[Packed]]:
    """What is entered in between makes figures and rows differ: then both are asked again."""
    for _time in range(TRIES):
        if frozen := _frozen(report, unit, period, at=at):
            return frozen
    raise Refused(_(MOVED))


def _frozen(report: Report, unit: Unit, period: Period, *, at: datetime) -> tuple[str, list[Packed]] | None:
    """None when some figure is no longer what its rows say."""
    printed: dict[str, Printed] = {}
    for language in (PAPER, ENGLISH):
        with override(language):
            printed[language] = make(report, unit, period, at=at)
    if not all(one.complete for one in printed.values()):
        raise Refused(_(WAITING))
    claims = {claim for one in printed.values() for claim in _claims(one)}
    packed = {query: pack(_entries(query)) for query, count in sorted(claims) if count}
    if any((packed[query].count if query in packed else 0) != count for query, count in claims):
        return None
    rules = {kind.name: kind.table for kind in kinds()}
    told = {"printed": msgspec.to_builtins(printed), "rules": rules, "packed": told_as(packed)}
    return canonical(told), list(packed.values())


def _claims(printed: Printed) -> set[tuple[str, int]]:
    """Each question of the report, with how many rows were printed for it."""
    figures = [figure for cell in printed.cells() for figure in cell.figures]
    above = {(one.behind, one.top) for one in figures}
    return above | {(one.behind_below, one.below or 0) for one in figures if one.behind_below}


def _entries(query: str) -> Iterator[Pair]:
    found = rows(Behind.read(query)).order_by("matter_id", "seq")
    return found.values_list("matter_id", "seq").iterator(chunk_size=AT_ONCE)


def _changed(before: Printed, now: Printed, then: RowsThen) -> Iterator[Changed]:
    was, is_now = _cells(before), _cells(now)
    for place in {**was, **is_now}:
        old, new = was.get(place, NOWHERE), is_now.get(place, NOWHERE)
        if old.cell.text != new.cell.text:
            told = {pair for figure in old.cell.figures for pair in _kept(figure, then)}
            found = {pair for figure in new.cell.figures for pair in _found(figure)}
            words = (new if place in is_now else old).words
            yield Changed(*words, old.cell.text, new.cell.text, _matters(found - told), _matters(told - found))


@dataclass(frozen=True)
class _Placed:
    """A cell with the words of its section, row and column."""

    words: tuple[str, str, str]
    cell: Cell


NOWHERE = _Placed(("", "", ""), Cell("", ""))


def _cells(printed: Printed) -> dict[tuple[str | int, ...], _Placed]:
    """By section, row and column: a row by its codes, where it has any, whatever it is called today."""
    return {
        (section.name, *(row.key or (row.label,)), place): _Placed(
            (section.word, row.label, head.full), row.cells[place]
        )
        for section in printed.sections
        for row in section.every_row
        for place, (head, cell) in enumerate(zip(section.heads, row.cells, strict=True))
    }


def _kept(figure: Counted, then: RowsThen) -> Iterator[Pair]:
    for query in (figure.behind, figure.behind_below):
        yield from then.of(query)


def _found(figure: Counted) -> Iterator[Pair]:
    for query in (figure.behind, figure.behind_below):
        yield from _entries(query) if query else ()


def _matters(pairs: Iterable[Pair]) -> tuple[Matter, ...]:
    return tuple(Matter.objects.filter(pk__in={matter for matter, _seq in pairs}).order_by("number"))
