"""The file of a list that leaves the house: what stands above its rows, its columns, and the rows, read in sets."""

import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import IO

from django.utils.timezone import get_default_timezone
from django.utils.translation import get_language, ngettext, override
from django.utils.translation import gettext as _

from linli.colours.colour import Colour
from linli.doors.desk.exporting import note_whole, within
from linli.doors.desk.filters import ORDERS, STATES, Row, Said, chips, rows_of
from linli.doors.desk.models import Export
from linli.ground.text import msg
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.asking import Listing
from linli.matters.elsewhere import came_from
from linli.matters.models import Matter
from linli.matters.shown import when
from linli.paper.sheet import Cell, Column, Sheet, json_lines, text_lines, write_workbook
from linli.policy.office import office
from linli.staff.posts import Held

AT_ONCE = 500
OUT_OF_SIGHT = msg("not among the matters you may see now")
MIMES = {
    Export.Form.WORKBOOK.value: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Export.Form.LINES.value: "text/csv; charset=utf-8",
    Export.Form.OBJECTS.value: "application/jsonl; charset=utf-8",
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
    (msg("Time left"), 19),
    (msg("Last touched"), 17),
    (msg("Closed on"), 17),
    (msg("Grid cell"), 20),
    (msg("Grid cell code"), 17),
    (msg("Came in from"), 16),
    (msg("Number it came in with"), 20),
)
TITLE_PLACE = 2
PLAINLY = ("number", "title", "kind", "category", "phase", "stage", "outcome", "colour")
MOMENTS = ("opened_at", "due_at", "touched_at", "closed_at")
THERE = ("source", "external")
PIECE = 64 * 1024
NOWHERE = ("", "")
GONE: dict[str, Cell] = {"number": None}


def asked_in_words(listing: Listing) -> str:
    """What narrows the list, and its order as the list names it; words that were searched for are not kept."""
    words = [_(STATES[listing.state])]
    words += [chip.word for chip in chips(replace(listing, q=""))]
    if listing.q:
        words.append(_("with words that were searched for, which are not kept"))
    return _(", ").join([*words, _("in the order “{order}”").format(order=_(ORDERS[listing.order]))])


def workbook_of(one: Export, ids: Sequence[int], who: Viewer, *, by: Held, at: datetime) -> tuple[IO[bytes], str]:
    """The file, on the disk and not in memory, with its digest."""
    into = tempfile.TemporaryFile()  # noqa: SIM115 the answer closes it when all of it is sent
    write_workbook(sheet_of(one, at=at), lines(ids, who, by=by, at=at), into)
    into.seek(0)
    digest = hashlib.file_digest(into, "sha256").hexdigest()
    into.seek(0)
    return into, digest


def streamed(one: Export, ids: Sequence[int], who: Viewer, *, by: Held, at: datetime) -> Iterator[bytes]:
    """The file line by line as it is sent; only when all of it went is its digest noted."""
    sheet = sheet_of(one, at=at)
    if one.form == Export.Form.LINES:
        told = text_lines(sheet, lines(ids, who, by=by, at=at))
    else:
        told = json_lines(sheet, objects(ids, who, by=by, at=at))
    return _noted(one, _spoken(_pieces(told), language=get_language()))


def _noted(one: Export, told: Iterator[bytes]) -> Iterator[bytes]:
    digest = hashlib.sha256()
    for piece in told:
        digest.update(piece)
        yield piece
    note_whole(one, digest=digest.hexdigest())


def _spoken(told: Iterator[bytes], *, language: str | None) -> Iterator[bytes]:
    """Told in the language it was asked for in: while it is sent, the thread may speak another one again."""
    while True:
        with override(language):
            piece = next(told, None)
        if piece is None:
            return
        yield piece


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
    known = office()
    for some, matters in _in_sets(ids, who, by=by):
        told = dict(zip(matters, rows_of(matters.values(), now=at, office=known), strict=True))
        there = came_from(matters)
        yield from (_line(matters[pk], told[pk], there.get(pk, NOWHERE)) if pk in told else _gone() for pk in some)


def objects(ids: Sequence[int], who: Viewer, *, by: Held, at: datetime) -> Iterator[dict[str, Cell]]:
    """The same rows for a program: codes instead of words, moments with their zone; the reason of a colour has no code
    and is told in the language of whoever takes it out."""
    words = Said()
    for some, matters in _in_sets(ids, who, by=by):
        there = came_from(matters)
        yield from (_told(matters[pk], words, there.get(pk, NOWHERE)) if pk in matters else GONE for pk in some)


def _in_sets(ids: Sequence[int], who: Viewer, *, by: Held) -> Iterator[tuple[Sequence[int], dict[int, Matter]]]:
    reach = within(who, by)
    for begin in range(0, len(ids), AT_ONCE):
        some = ids[begin : begin + AT_ONCE]
        rows = access.visible(who).filter(reach, pk__in=some).select_related("unit", "holder", "cell__unit")
        yield some, {row.pk: row for row in rows.defer("cell__polygon").order_by()}


def _pieces(told: Iterable[bytes]) -> Iterator[bytes]:
    """Lines together, because each piece that is sent costs as much as many lines."""
    held = bytearray()
    for line in told:
        held += line
        if len(held) >= PIECE:
            yield bytes(held)
            held.clear()
    yield bytes(held)


def _told(matter: Matter, words: Said, there: tuple[str, str]) -> dict[str, Cell]:
    said = {name: getattr(matter, name) for name in PLAINLY}
    why = {"because": words[matter.because]}
    places = {"unit": matter.unit.code, "cell": matter.cell.code if matter.cell else ""}
    moments = {name: _zoned(getattr(matter, name)) for name in MOMENTS}
    return {**said, **why, **places, **moments, **dict(zip(THERE, there, strict=True))}


def _line(matter: Matter, row: Row, there: tuple[str, str]) -> Sequence[Cell]:
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
        matter.cell.unit.label if matter.cell else "",
        matter.cell.code if matter.cell else "",
        *there,
    )


def _gone() -> Sequence[Cell]:
    return (*("",) * TITLE_PLACE, f"({_(OUT_OF_SIGHT)})", *("",) * (len(HEADINGS) - TITLE_PLACE - 1))


def _coloured(colour: Colour) -> str:
    return f"{colour.shape} {_(colour.word)}"


def _zoned(at: datetime | None) -> datetime | None:
    return at.astimezone(get_default_timezone()) if at else None


def _local(at: datetime | None) -> datetime | None:
    """A moment on the centre's clock, as a spreadsheet keeps it: to the minute and without a zone."""
    return at.astimezone(get_default_timezone()).replace(second=0, microsecond=0, tzinfo=None) if at else None


def _agreed(one: Export) -> Iterator[str]:
    if one.granted and one.decided_by:
        told = {"user": one.decided_by.name, "at": when(one.decided_at), "purpose": one.purpose}
        yield _("Agreed to by {user}, {at}. For: {purpose}").format(**told)
