"""What the command line says of a list: how it is read, what it would do, and how far it got."""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters.incoming import Incoming
from linli.matters.taken import Taking
from linli.paper.rows.encoding import ENCODINGS
from linli.paper.rows.lines import SEPARATORS
from linli.paper.rows.row import Cell
from linli.paper.rows.table import Table
from linli.sheets.mapping import ASIDE, Mapping, called
from linli.sheets.weighing import ALREADY, CHANGED, FRESH, WRONG, Weight

ROWS_SHOWN, CELL = 3, 24
EVERY = 2.0
COUNTS = ("good", "changed", "already", "wrong")
NAME_A_FILE = msg("All wrong rows stand with their reasons in the file that --errors names.")
STOPPED = msg("{rows} rows were taken in by then. Given again, it goes on from there.")


def as_read(table: Table, mapping: Mapping, incoming: Incoming) -> Iterator[str]:
    """How the file is read: to be looked at before anything is believed."""
    layout = table.layout
    if layout.encoding:
        words = (_(ENCODINGS[layout.encoding]), _(SEPARATORS[layout.separator]))
        yield _("Encoding: {encoding}; between the cells: {separator}; headings in row {row}.").format(
            encoding=words[0], separator=words[1], row=layout.head
        )
    else:
        yield _("Sheet: {sheet}; headings in row {row}.").format(sheet=layout.sheet, row=layout.head)
    for row in islice(table.rows(), ROWS_SHOWN):
        yield f"  {row.number}: " + " | ".join(_short(cell) for cell in row.cells)
    for column in incoming.columns:
        filled = mapping.columns.get(column.name)
        if filled and (filled.heads or filled.fixed):
            told = " + ".join(filled.heads) or f"“{filled.fixed}”"
            yield f"  {told} → {called(column)}"
    used = {head for filled in mapping.columns.values() for head in filled.heads}
    if left := [head for head in table.heads if head not in used]:
        yield _("Not read: {heads}.").format(heads=_(", ").join(left))


def as_weighed(weight: Weight, incoming: Incoming, *, most: int, into_file: bool) -> Iterator[str]:
    """What it would do, and the first wrong cells; `into_file`: whether a file is named for the wrong rows."""
    counts = {verdict: f"{weight.counts[verdict]:,}" for verdict in (FRESH, CHANGED, ALREADY, WRONG)}
    told = _("{total} rows: {fresh} new, {changed} changed, {already} here already, {wrong} wrong.")
    yield told.format(total=f"{weight.total:,}", **counts)
    for name, words in weight.words.items():
        told = _(", ").join(_(ASIDE).format(word=word, more=f"{count:,}") for word, count in words.most_common(most))
        column = incoming.column(name)
        yield _("  {column}: values without a match: {words}").format(
            column=called(column) if column else name, words=told
        )
    for one in weight.complaints[:most]:
        yield _("  row {row}, {column}: {sentence}").format(
            row=one.row, column=one.head or _("the row"), sentence=one.sentence
        )
    if weight.counts[WRONG] and not into_file:
        yield _(NAME_A_FILE)


def as_taken(taking: Taking, before: Counter[str], *, unread: int) -> Iterator[str]:
    """What this run did, and what had come in before it where it went on; the numbers of each line are all its rows.

    `unread`: the rows of the whole list that cannot even be read; no taking comes to them.
    """
    now = {name: f"{getattr(taking, name) - before[name]:,}" for name in COUNTS}
    yield _("Taken in: {good} new, {changed} changed, {already} here already, {wrong} wrong.").format(**now)
    if before["rows"]:
        told = _(
            "This run went on after {rows} rows. Before it stopped, {good} new had come in, {changed} changed, "
            "{already} were here already and {wrong} wrong."
        )
        yield told.format(**{name: f"{count:,}" for name, count in before.items()})
    if unread:
        yield _("Rows of the list that cannot be read, and are not among these: {unread}.").format(unread=f"{unread:,}")


def as_it_stood(taking: Taking) -> Counter[str]:
    """How far a taking got before a run goes on with it."""
    return Counter({name: getattr(taking, name) for name in ("rows", *COUNTS)})


class Going:
    """How far it got, on the error output: on a terminal one line that changes, elsewhere a line now and then."""

    def __init__(self, taking: Taking) -> None:
        self._began, self._before, self._told = time.monotonic(), taking.rows, -1
        self._is_seen = sys.stderr.isatty()
        self._said = 0.0 if self._is_seen else self._began

    def say(self, taking: Taking, *, last: bool = False, unread: int = 0) -> None:
        """Elsewhere than on a terminal the same number of rows is told once, and a short list only at its end."""
        now, rows = time.monotonic(), taking.rows + unread
        if not last and now - self._said < (0.2 if self._is_seen else EVERY):
            return
        if not self._is_seen and rows == self._told:
            return
        self._said, self._told = now, rows
        pace = (taking.rows - self._before) / max(now - self._began, 0.001)
        told = _("{rows} rows, {pace} a second").format(rows=f"{rows:,}", pace=f"{pace:,.0f}")
        sys.stderr.write(f"\r{told}  " + ("\n" if last or not self._is_seen else ""))
        sys.stderr.flush()


@contextmanager
def stopping_at(taking: Taking) -> Iterator[None]:
    """Whoever stops it is told how far it got: what is in hand of a chunk that was not written does not count."""
    try:
        yield
    except KeyboardInterrupt as stop:
        taking.refresh_from_db(fields=["rows"])
        raise KeyboardInterrupt(_(STOPPED).format(rows=f"{taking.rows:,}")) from stop


def _short(cell: Cell) -> str:
    told = cell if isinstance(cell, str) else f"{cell:%Y-%m-%d %H:%M}"
    told = " ".join(told.split())
    return told if len(told) <= CELL else told[: CELL - 1] + "…"
