"""The file of a list that leaves the house: what stands above its rows, its columns, and the rows, read in sets."""

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import IO

from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linli.colours.colour import Colour
from linli.doors.desk.exporting import within
from linli.doors.desk.filters import COLUMNS, STATES, Row, chips, rows_of
from linli.doors.desk.models import Export
from linli.ground.text import msg
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.asking import Listing
from linli.matters.models import Matter
from linli.matters.shown import when
from linli.paper.sheet import Cell, Column, Sheet, write_lines, write_workbook
from linli.policy.calendar import calendar
from linli.staff.posts import Held

AT_ONCE = 500
OUT_OF_SIGHT = msg("not among the matters you may see now")
MIMES = {
    Export.Form.WORKBOOK.value: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Export.Form.LINES.value: "text/csv; charset=utf-8",
}
HEADINGS = (
    (msg("Colour"), 7),
    (msg("Number"), 16),
    (msg("Title"), 34),
    (msg("Kind"), 9),
    (msg("Category"), 16),
    (msg("Responsible unit"), 15),
    (msg("In hand with"), 9),
    (msg("Stage"), 16),
    (msg("Why this colour"), 26),
    (msg("Opened"), 17),
    (msg("Due"), 17),
    (msg("Time left"), 15),
    (msg("Last touched"), 17),
    (msg("Closed on"), 17),
    (msg("Grid cell"), 17),
)
TITLE_PLACE = 2


def asked_in_words(listing: Listing) -> str:
    """What narrows the list and how it is sorted; words that were searched for are not kept."""
    words = [_(STATES[listing.state])]
    words += [chip.word for chip in chips(replace(listing, q=""))]
    if listing.q:
        words.append(_("with words that were searched for, which are not kept"))
    down = listing.order.startswith("-")
    sorted_by = _("sorted downwards by: {column}") if down else _("sorted by: {column}")
    return _(", ").join([*words, sorted_by.format(column=_(COLUMNS[listing.order.lstrip("-")]))])


def file_of(one: Export, ids: Sequence[int], who: Viewer, *, by: Held, at: datetime) -> tuple[IO[bytes], str]:
    """The file, on the disk and not in memory, with its digest."""
    into = tempfile.TemporaryFile()  # noqa: SIM115 the answer closes it when all of it is sent
    write = write_workbook if one.form == Export.Form.WORKBOOK else write_lines
    write(sheet_of(one, at=at), lines(ids, who, by=by, at=at), into)
    into.seek(0)
    digest = hashlib.file_digest(into, "sha256").hexdigest()
    into.seek(0)
    return into, digest


def sheet_of(one: Export, *, at: datetime) -> Sheet:
    """What is around the rows says who took them, from where, when, what was asked for, and under which number."""
    who = " · ".join([one.user.name, one.post.get_role_display(), one.unit.label])
    counted = ngettext("{n} row", "{n} rows", one.rows).format(n=one.rows)
    chosen = _("{rows}, chosen {chosen}; what is said of them is of {at}").format(
        rows=counted, chosen=when(one.at), at=when(at)
    )
    head = [
        _("Export {number}: {who}, {at}").format(number=one, who=who, at=when(at)),
        _("Filter: {asked}").format(asked=one.asked),
        chosen,
        *_agreed(one),
        _("No party is named here. Keep it in the office, pass it on to nobody, delete it when it is used."),
    ]
    columns = [Column(_(word), width) for word, width in HEADINGS]
    return Sheet(_("Matters"), head, columns, mark=" · ".join([str(one), who, when(at)]))


def lines(ids: Sequence[int], who: Viewer, *, by: Held, at: datetime) -> Iterator[Sequence[Cell]]:
    """One line for every row that was chosen, as it stands now; of what is out of sight now only that it is."""
    known, reach = calendar(), within(who, by)
    for begin in range(0, len(ids), AT_ONCE):
        some = ids[begin : begin + AT_ONCE]
        rows = access.visible(who).filter(reach, pk__in=some).select_related("unit", "holder", "cell")
        seen = list(rows.order_by())
        told = dict(zip((row.pk for row in seen), rows_of(seen, now=at, calendar=known), strict=True))
        matters = {row.pk: row for row in seen}
        yield from (_line(matters[pk], told[pk]) if pk in told else _gone() for pk in some)


def _line(matter: Matter, row: Row) -> Sequence[Cell]:
    return (
        _coloured(row.colour),
        row.number,
        row.title,
        row.kind,
        row.category,
        row.unit,
        row.holder,
        row.stage,
        row.because,
        _local(matter.opened_at),
        _local(row.due_at),
        row.left,
        _local(row.touched_at),
        _local(matter.closed_at),
        matter.cell.code if matter.cell else "",
    )


def _gone() -> Sequence[Cell]:
    return (*("",) * TITLE_PLACE, f"({_(OUT_OF_SIGHT)})", *("",) * (len(HEADINGS) - TITLE_PLACE - 1))


def _coloured(colour: Colour) -> str:
    return f"{colour.shape} {_(colour.word)}"


def _local(at: datetime | None) -> datetime | None:
    """A moment on the centre's clock, as a spreadsheet keeps it: to the minute and without a zone."""
    return at.astimezone(get_default_timezone()).replace(second=0, microsecond=0, tzinfo=None) if at else None


def _agreed(one: Export) -> Iterator[str]:
    if one.granted and one.decided_by:
        told = {"user": one.decided_by.name, "at": when(one.decided_at), "purpose": one.purpose}
        yield _("Agreed to by {user}, {at}. For: {purpose}").format(**told)
