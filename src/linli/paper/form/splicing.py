"""Puts cells into the bytes of a sheet: each change is a cut, and what no cut touches stays byte for byte."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from linli.paper.form.address import Address
from linli.paper.form.cells import Cell, Sheet, Value, columns, rows
from linli.paper.form.markup import Element
from linli.paper.form.worked import Worked, decimal
from linli.paper.text import escaped

_REFERENCE = re.compile(r"[A-Z]{1,3}\$?\d", re.IGNORECASE)
_SPANS = re.compile(rb"\s+spans\s*=\s*(?:\"[^\"]*\"|'[^']*')")

Cut = tuple[int, int, bytes]
"""From where to where in the bytes of a part something else is put."""


def spliced(content: bytes, cuts: Iterable[Cut]) -> bytes:
    pieces, place = [], 0
    for begins, ends, fresh in sorted(cuts, key=lambda cut: cut[:2]):
        pieces += [content[place:begins], fresh]
        place = ends
    return b"".join([*pieces, content[place:]])


def cuts(content: bytes, *, sheet: Sheet, filled: Mapping[Address, Value]) -> Iterator[Cut]:
    """What is to be cut in the part of a sheet."""
    for at in filled.keys() & sheet.cells.keys():
        yield from _replaced(sheet.cells[at], filled[at])
    by_row: dict[int, list[Address]] = {}
    for at in sorted(filled.keys() - sheet.cells.keys()):
        by_row.setdefault(at.row, []).append(at)
    data = sheet.data
    there = dict(rows(data))
    for row in by_row.keys() & there.keys():
        yield from _into_row(content, row, there[row], sheet, {at: filled[at] for at in by_row[row]})
    fresh = {row: {at: filled[at] for at in cells} for row, cells in by_row.items() if row not in there}
    yield from _new_rows(content, data, sheet, fresh)
    yield from _worked_out(sheet, filled)


def stale(sheet: Sheet) -> Iterator[Cut]:
    """What a sheet last worked out that looks at others: no reader that does not calculate may show it any more."""
    if any("!" in cell.formula or cell.formula == "?" for cell in sheet.cells.values()):
        for cell in sheet.cells.values():
            told = cell.element.first("v") if cell.element and _is_of_cells(cell) else None
            if told is not None:
                yield told.begins, told.ends, b""


def _replaced(cell: Cell, value: Value) -> Iterator[Cut]:
    if one := cell.element:
        yield one.begins, one.ends, _cell(cell.at, value, one.prefix, style=cell.style)


def _cell(at: Address, value: Value, prefix: str, *, style: int) -> bytes:
    p = f"{prefix}:" if prefix else ""
    head = f'<{p}c r="{at.name}"' + (f' s="{style}"' if style else "")
    if value is None:
        told = f"{head}/>"
    elif isinstance(value, Decimal):
        told = f"{head}><{p}v>{value:f}</{p}v></{p}c>"
    else:
        told = f'{head} t="inlineStr"><{p}is><{p}t xml:space="preserve">{escaped(value)}</{p}t></{p}is></{p}c>'
    return told.encode()


def _into_row(
    content: bytes, row: int, element: Element, sheet: Sheet, fresh: Mapping[Address, Value]
) -> Iterator[Cut]:
    """Cells that a row did not hold yet, each where it belongs; how far it reached before is no longer true."""
    if spans := _SPANS.search(content, element.begins, element.head_ends):
        yield *spans.span(), b""
    own = int(element.get("s") or 0) if element.get("customFormat") in ("1", "true") else None
    told = {at: _cell(at, one, element.prefix, style=_style(sheet, at, own)) for at, one in fresh.items()}
    if element.is_empty(content):
        yield _opened(element, b"".join(told.values()))
        return
    there = list(columns(row, element))
    for at, cell in told.items():
        behind = next((one.begins for other, one in there if other > at), element.closes)
        yield behind, behind, cell


def _new_rows(
    content: bytes, data: Element, sheet: Sheet, fresh: Mapping[int, Mapping[Address, Value]]
) -> Iterator[Cut]:
    p = f"{data.prefix}:" if data.prefix else ""
    told: dict[int, bytes] = {}
    for row, values in sorted(fresh.items()):
        cells = (_cell(at, one, data.prefix, style=_style(sheet, at, None)) for at, one in values.items())
        told[row] = f'<{p}row r="{row}">'.encode() + b"".join(cells) + f"</{p}row>".encode()
    if told and data.is_empty(content):
        yield _opened(data, b"".join(told.values()))
        return
    for row, written in told.items():
        behind = next((one.begins for number, one in rows(data) if number > row), data.closes)
        yield behind, behind, written


def _opened(element: Element, inside: bytes) -> Cut:
    """An element that was empty, with something in it."""
    return element.ends - 2, element.ends, b">" + inside + f"</{element.tag}>".encode()


def _style(sheet: Sheet, at: Address, of_row: int | None) -> int:
    """That of the row, else of the column."""
    return sheet.styles.get(at.column, 0) if of_row is None else of_row


def _worked_out(sheet: Sheet, filled: Mapping[Address, Value]) -> Iterator[Cut]:
    """What readers that do not calculate show for a formula: the new number, or nothing rather than an old one."""
    worked = Worked(sheet, filled)
    for at, cell in sheet.cells.items():
        told = cell.element.first("v") if cell.element and cell.formula else None
        if told is None or cell.element is None:
            continue
        found = worked.formula(at) if cell.element.get("t", "n") == "n" else None
        if found is None and _is_of_cells(cell):
            yield told.begins, told.ends, b""
        elif found is not None and decimal(found) != cell.value:
            yield told.begins, told.ends, f"<{told.tag}>{decimal(found):f}</{told.tag}>".encode()


def _is_of_cells(cell: Cell) -> bool:
    return cell.formula == "?" or bool(_REFERENCE.search(cell.formula))
