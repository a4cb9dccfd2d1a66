"""Doing one thing to many rows as a set, so that the one that stands in the way is found and stops no other."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from django.db import OperationalError, transaction

Row = TypeVar("Row")
Came = TypeVar("Came")


def halved(
    rows: Sequence[Row], do: Callable[[Sequence[Row]], list[Came]], *, broken: Callable[[Row, Exception], list[Came]]
) -> list[Came]:
    """What came of all of them as one set; where that fails, of each half by itself, down to the one in the way.

    Raises OperationalError: when the database itself is not there, no row is to blame.
    """
    try:
        with transaction.atomic():
            return do(rows)
    except OperationalError:
        raise
    except Exception as error:
        if len(rows) == 1:
            return broken(rows[0], error)
    half = len(rows) // 2
    return [*halved(rows[:half], do, broken=broken), *halved(rows[half:], do, broken=broken)]
