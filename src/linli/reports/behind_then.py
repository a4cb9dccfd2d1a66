"""The rows behind a figure of an issued report: the matters and moments that were counted then."""

from collections.abc import Sequence
from datetime import datetime

from linli.matters.models import Event, Matter
from linli.reports.issuing import as_issued
from linli.reports.models import Snapshot
from linli.reports.packed_rows import RowsThen
from linli.reports.packing import Pair
from linli.reports.printed import Printed


def kept(snapshot: Snapshot, query: str) -> Sequence[Pair] | None:
    """Matter and place in line of each row of that question; None where the report asked no such thing."""
    return RowsThen(snapshot).of(query) or (() if query in asked(as_issued(snapshot)) else None)


def asked(printed: Printed) -> set[str]:
    """The questions behind its figures, also those that found nothing."""
    figures = [figure for cell in printed.cells() for figure in cell.figures]
    return {query for one in figures for query in (one.behind, one.behind_below) if query}


def told_then(pairs: Sequence[Pair]) -> list[tuple[Matter, datetime]]:
    """Each matter with the moment of its event, in the order given."""
    matters = Matter.objects.in_bulk({matter for matter, _seq in pairs})
    events = Event.objects.filter(matter__in=matters, seq__in={seq for _matter, seq in pairs})
    at = {(matter, seq): moment for matter, seq, moment in events.values_list("matter_id", "seq", "at")}
    return [(matters[matter], at[matter, seq]) for matter, seq in pairs]
