"""Where a form contradicts itself once it is filled: then it is not filled, and the cells are named."""

from collections.abc import Container, Iterator, Mapping

from linli.paper.form.address import Address
from linli.paper.form.book import Book
from linli.paper.form.complaint import Complaint
from linli.paper.form.filling import Filled
from linli.paper.form.printed import Printed
from linli.paper.form.shares import wrong_shares
from linli.paper.form.totals import wrong_totals


def disagreements(
    book: Book, filled: Filled, *, apart: Mapping[str, Container[Address]] | None = None
) -> Iterator[Complaint]:
    """Totals that are not the sum of their parts, percentages that their counts contradict, sheet by sheet.

    `apart`: by sheet, cells whose figures are no counts and are added up by nobody.
    """
    for sheet in book.sheets:
        printed = Printed(book, sheet, filled.get(sheet.name, {}), apart=(apart or {}).get(sheet.name, ()))
        yield from wrong_totals(printed)
        yield from wrong_shares(printed)
