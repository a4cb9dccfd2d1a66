"""A printed report as a file: a workbook, lines of text, or data with the question behind every figure."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from linli.ground.clock import utc_text
from linli.ground.text import msg
from linli.paper.figures import harmless
from linli.paper.workbook import Head, Line, Sheet
from linli.paper.workbook import xlsx as workbook
from linli.reports.printed import Cell, Definition, Printed, PrintedRow, PrintedSection
from linli.reports.report import NOW, WINDOWS

BOM = "\ufeff"
RUNNING = msg("The period is not over yet; to compare like with like choose the part up to today.")
WAITING = msg("Not all that was entered is counted yet. Make it again in a minute.")


def xlsx(printed: Printed, *, mark: str = "") -> bytes:
    """One sheet a table, and one that says how each figure is counted; `mark` stands at the foot of each page."""
    sheets = [*(_sheet(section, printed) for section in printed.sections), _explained(printed)]
    return workbook(sheets, at=printed.cut_at, creator=printed.unit, mark=mark or marked(printed))


def marked(printed: Printed) -> str:
    """Whose it is and of when, for the foot of a page."""
    return " · ".join(part for part in (printed.unit, printed.number, printed.cut_word) if part)


def heading(printed: Printed) -> tuple[str, ...]:
    """What stands below the title: whose figures, of which days, cut off when, under what number."""
    told = [
        _("Unit: {unit}").format(unit=printed.unit),
        _("Period: {period} ({days})").format(period=printed.period_word, days=printed.windows[NOW]),
        _("Cut-off: {at}").format(at=printed.cut_word),
    ]
    if printed.number:
        told.append(_("Number: {number}").format(number=printed.number))
    return (*told, *remarks(printed))


def remarks(printed: Printed) -> tuple[str, ...]:
    """What a reader has to know before comparing: the period still runs, or not all is counted yet."""
    running = () if printed.over else (_(RUNNING),)
    return (*running, *(() if printed.complete else (_(WAITING),)))


def compared(printed: Printed) -> tuple[str, ...]:
    """The days of the other periods that stand in it."""
    others = [(WINDOWS[name], days) for name, days in printed.windows.items() if name != NOW]
    return tuple(_("{window}: {days}").format(window=_(word), days=days) for word, days in others)


def text(printed: Printed) -> bytes:
    """Lines as spreadsheets read them, table below table."""
    into = StringIO()
    writer = csv.writer(into, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for line in (printed.title, *heading(printed), *compared(printed), *printed.narrative):
        writer.writerow([harmless(line)])
    for section in printed.sections:
        writer.writerows([[], [harmless(section.word)]])
        writer.writerow([harmless(one) for one in (section.head, *(head.full for head in section.heads))])
        for under, row in section.grouped:
            if under:
                writer.writerow([harmless(under)])
            writer.writerow([harmless(row.label), *(cell.text for cell in row.cells)])
        if section.note:
            writer.writerow([harmless(section.note)])
    return (BOM + into.getvalue()).encode()


def data(printed: Printed) -> bytes:
    """Every figure with its definition and the question whose rows it counts."""
    told = {
        "report": printed.name,
        "title": printed.title,
        "question": printed.question,
        "number": printed.number,
        "unit": {"code": printed.unit_code, "name": printed.unit},
        "period": {"name": printed.period, "word": printed.period_word, "windows": printed.windows},
        "cut_at": utc_text(printed.cut_at),
        "sentences": printed.narrative,
        "sections": [_told(section) for section in printed.sections],
        "definitions": msgspec.to_builtins(printed.definitions),
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=2) + b"\n"


def _told(section: PrintedSection) -> dict[str, Any]:
    return {
        "name": section.name,
        "word": section.word,
        "columns": msgspec.to_builtins(section.heads),
        "rows": [_row(row) for row in section.rows],
        "total": _row(section.total) if section.total else None,
    }


def _row(row: PrintedRow) -> dict[str, Any]:
    cells = [_cell(cell) for cell in row.cells]
    return {"label": row.label, "under": row.under, "key": row.key, "cells": cells}


def _cell(cell: Cell) -> dict[str, Any]:
    told = {"text": cell.text, "sort": cell.sort, "figures": msgspec.to_builtins(cell.figures)}
    return {**told, "why": cell.why} if cell.why else told


def _sheet(section: PrintedSection, printed: Printed) -> Sheet:
    title = printed.title if len(printed.sections) == 1 else f"{printed.title}：{section.word}"
    return Sheet(
        name=section.word,
        title=title,
        facts=heading(printed),
        heads=(Head(section.head), *(Head(head.word, head.under) for head in section.heads)),
        rows=tuple(_lines(section)),
        notes=tuple(note for note in (*compared(printed), section.note) if note),
    )


def _lines(section: PrintedSection) -> Iterator[Line]:
    for under, row in section.grouped:
        if under:
            yield Line(under)
        yield Line(row.label, tuple(cell.text for cell in row.cells), strong=row is section.total)


def _explained(printed: Printed) -> Sheet:
    words = (_("Indicator"), _("Counts"), _("Of"), _("Date basis"), _("Left out"), _("Version"))
    return Sheet(
        name=_("How it is counted"),
        title=_("How it is counted"),
        facts=(printed.question, *heading(printed)),
        heads=tuple(Head(word) for word in words),
        rows=tuple(Line(one.word, explained(one)) for one in printed.definitions),
        notes=(*compared(printed), *printed.narrative),
        wordy=True,
    )


def explained(one: Definition) -> tuple[str, ...]:
    return (one.top, one.below or "—", one.basis or "—", one.excludes or "—", f"v{one.version}")
