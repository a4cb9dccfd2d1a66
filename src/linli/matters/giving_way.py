"""Lets others write in between: SQLite's one lock goes to whoever asks next, and who waits for it asks now and then."""

import time

from django.db import OperationalError, connection

from linli.ground.text import msg

AFTER = 3.0
"""Who writes one set after the other gives way when it did so for so many seconds."""
FOR_LONGER_THAN_A_NAP = 0.15
"""Who waits for the lock naps up to a tenth of a second before it asks again."""
BUSY = 5
"""The number by which SQLite says that others held the lock for as long as one is willing to wait."""


TOO_LONG = msg("Others were writing all the while; what this beat could not do waits for the next one.")


class Way:
    """Given by a process that writes set after set, each in a transaction of its own."""

    def __init__(self) -> None:
        self._since = time.monotonic()

    def give(self) -> None:
        """To be called between two sets. A server hands its locks on in the order in which they are asked for."""
        if connection.vendor != "sqlite" or connection.in_atomic_block or time.monotonic() - self._since < AFTER:
            return
        time.sleep(FOR_LONGER_THAN_A_NAP)
        self._since = time.monotonic()


def is_busy(error: BaseException) -> bool:
    """Whether nothing is wrong but that others were writing all the while."""
    if connection.vendor != "sqlite" or not isinstance(error, OperationalError):
        return False
    return getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF == BUSY
