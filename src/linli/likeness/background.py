"""A process that stays in the background: bound to the one that began it, after all others, and not for ever; only what
it writes is not put off."""

import os
import resource
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from linli.serve.bond import end_with

SECONDS = 15 * 60
Written = TypeVar("Written")
FRONT: list[ThreadPoolExecutor] = []
"""A thread of this process that stays where it was: Linux puts each thread back by itself."""


def step_back(under: int) -> None:
    """To be called by the process itself, with the number of the one that began it."""
    end_with(under, by=signal.SIGTERM)
    FRONT.append(ThreadPoolExecutor(1))
    at_the_front(os.getpid)  # begun later, it would stand as far back as whoever begins it
    os.nice(19)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def at_the_front(write: Callable[[], Written]) -> Written:
    """Whoever holds the ledger's one lock and gets no time keeps all others waiting: seconds on a busy machine, where
    the writing itself takes hundredths of one."""
    return FRONT[-1].submit(write).result() if FRONT else write()
