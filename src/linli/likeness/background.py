"""A process that stays in the background: bound to the one that began it, after all others, and not for ever."""

import os
import resource
import signal

from linli.serve.bond import end_with

SECONDS = 15 * 60


def step_back(under: int) -> None:
    """To be called by the process itself, with the number of the one that began it."""
    end_with(under, by=signal.SIGTERM)
    os.nice(19)
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
