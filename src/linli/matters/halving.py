"""Doing one thing to many rows as a set, so that the one that stands in the way is found and stops no other."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from django.db import OperationalError, transaction

Row = TypeVar("Row")
Came = TypeVar("Came")


def at_once(work: Callable[[bool], Came]) -> Came:
    """Do the work in one transaction, told that nothing stands in the way; where something does, all of it again, told
    to part its sets. SQLite lays aside each page that it changes behind a savepoint: that takes longer than the change.

    Raises OperationalError.
    """
    try:
        with transaction.atomic():
            return work(False)
    except OperationalError:
        raise
    except Exception:
        with transaction.atomic():
            return work(True)


def halved(
    rows: Sequence[Row],
    do: Callable[[Sequence[Row]], list[Came]],
    *,
    broken: Callable[[Row, Exception], list[Came]],
    parted: bool = True,
) -> list[Came]:
    """What came of all of them as one set; where that fails, of each half by itself, down to the one in the way.

    `parted`: or else raise what stood in the way. Raises OperationalError: when the database itself is not there, no
    row is to blame.
    """
    if not parted:
        return do(rows)
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
