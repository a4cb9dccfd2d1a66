"""What of a list is to be looked at twice before it is taken in, though no row of it is wrong."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.sheets.mapping import Mapping
from linli.sheets.proposing import counts_lines
from linli.sheets.weighing import Weight

ONLY_LINES = msg(
    "“{head}” only counts the lines of one list: the next list begins at 1 again, and its rows would change the "
    "matters of this one. Choose the column with the number given over there; where there is none, call each list by "
    "another name of a platform."
)
TWICE = msg(
    "{n} of the rows bear a number that an earlier row bears too, the first of them in row {row} ({number}). Each "
    "counts as news of the matter of the earlier row. Where they are matters of their own, choose another column for "
    "the number."
)


def of_columns(mapping: Mapping) -> Iterator[str]:
    """What the columns alone give to think, in the language of the reader."""
    if head := counts_lines(mapping):
        yield _(ONLY_LINES).format(head=head)


def of_rows(weight: Weight) -> Iterator[str]:
    """The same of the rows, when all were looked at."""
    if weight.again_first:
        row, number = weight.again_first
        yield _(TWICE).format(n=f"{weight.again:,}", row=row, number=number)
