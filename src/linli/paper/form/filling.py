"""Fills cells of a form in place: only sheets change that are filled or look at them, and a word of the workbook."""

import re
from collections.abc import Iterable, Iterator, Mapping

from linli.ground.text import msg
from linli.paper.form.address import Address
from linli.paper.form.archive import packed
from linli.paper.form.book import Book
from linli.paper.form.cells import Value
from linli.paper.form.complaint import Complaint, Refused
from linli.paper.form.markup import parsed
from linli.paper.form.splicing import cuts, spliced, stale

FORMULA = msg("{cell} on the sheet “{sheet}” holds a formula. It works itself out; choose another cell.")
COVERED = msg("{cell} on the sheet “{sheet}” is covered by a merged cell. Choose the first cell of it: {first}.")
NO_SHEET = msg("The form has no sheet “{sheet}” any more. Choose the cell {cell} again.")

BEFORE_CALCULATING = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
    "externalReferences", "definedNames",
)  # fmt: skip
_TOLD = re.compile(rb"\s+fullCalcOnLoad\s*=\s*(?:\"[^\"]*\"|'[^']*')")

Filled = Mapping[str, Mapping[Address, Value]]
"""By the name of the sheet: what is to stand in which cell."""


def fill(book: Book, filled: Filled) -> bytes:
    """The same file with these values. Raises Refused, naming the cells that cannot be filled."""
    if complaints := tuple(barred(book, filled)):
        raise Refused(*complaints)
    changed = {book.part: _counted_again(book.archive.part(book.part))}
    for sheet in (*book.sheets, *book.hidden):
        content, cells = book.archive.part(sheet.part), filled.get(sheet.name, {})
        changed[sheet.part] = spliced(content, cuts(content, sheet=sheet, filled=cells) if cells else stale(sheet))
    return packed(book.archive, changed=changed)


def barred(book: Book, asked: Mapping[str, Iterable[Address]]) -> Iterator[Complaint]:
    """The cells that can hold no figure, each with the reason."""
    for name, cells in asked.items():
        sheet = book.sheet(name)
        for at in cells:
            words = {"cell": at.name, "sheet": name}
            if sheet is None:
                yield Complaint(name, at, NO_SHEET, words)
            elif sheet.formula(at):
                yield Complaint(name, at, FORMULA, words)
            elif (first := sheet.anchor(at)) != at:
                yield Complaint(name, at, COVERED, {**words, "first": first.name})


def _counted_again(content: bytes) -> bytes:
    """The workbook, told to work out every formula as soon as it is opened."""
    root = parsed(content)
    told = root.first("calcPr")
    if told is None:
        behind = max(one.ends for one in root.inside if one.name in BEFORE_CALCULATING)
        tag = f"{root.prefix}:calcPr" if root.prefix else "calcPr"
        return spliced(content, [(behind, behind, f'<{tag} fullCalcOnLoad="1"/>'.encode())])
    head = _TOLD.sub(b"", content[told.begins : told.head_ends])
    fresh = re.sub(rb"\s*(/?>)$", rb' fullCalcOnLoad="1"\1', head)
    return spliced(content, [(told.begins, told.head_ends, fresh)])
