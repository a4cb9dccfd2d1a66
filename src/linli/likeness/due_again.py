"""Whether there is enough new to learn from, and the process of its own in which the tick lets it be learnt."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from linli.likeness.forgetting import forget, is_stale
from linli.likeness.models import Learned
from linli.likeness.schooling import closed
from linli.matters.kind import Kind, kinds

LOOKS, AGAIN = timedelta(minutes=10), timedelta(days=1)
"""How often the tick looks, and the least time between two learnings of a kind, unless words were erased in between."""
FIRST, NEW = 300, 200
"""So many closed matters are needed for the first time, so many new ones after it."""


@dataclass
class Learner:
    """Lives on from beat to beat; at most one process learns at a time, and a beat never waits for it."""

    process: "subprocess.Popen[bytes] | None" = None
    looks_at: datetime | None = None
    began: dict[str, datetime] = field(default_factory=dict)
    """When each kind was begun for last."""

    def beat(self, *, at: datetime) -> int:
        """Begin learning where it is due. Returns how many kinds it was begun for."""
        if self.is_busy() or (self.looks_at and at < self.looks_at):
            return 0
        self.looks_at = at + LOOKS
        due = [kind.name for kind in kinds() if kind.tells_stories and self._is_due(kind, at=at)]
        if due:
            self.began |= dict.fromkeys(due, at)
            self.process = begin(due)
        return len(due)

    def _is_due(self, kind: Kind, *, at: datetime) -> bool:
        """What was tried within a day is only tried again where it came to something, and words were erased since."""
        began = self.began.get(kind.name)
        rested = began is None or at - began >= AGAIN
        if is_stale(kind, since=None if rested else began):
            forget(kind)
            return True
        return rested and is_due(kind, at=at)

    def quietly(self, *, at: datetime) -> int:
        """The same as a step of the tick that has nothing to tell: what is begun is not done yet."""
        self.beat(at=at)
        return 0

    def is_busy(self) -> bool:
        return self.process is not None and self.process.poll() is None


def is_due(kind: Kind, *, at: datetime, first: int = FIRST, new: int = NEW) -> bool:
    """Counts no further than it has to."""
    if not kind.tells_stories:
        return False
    last = Learned.objects.filter(kind=kind.name).values_list("at", flat=True).first()
    if last is None:
        return closed(kind)[:first].count() >= first
    return at - last >= AGAIN and closed(kind, since=last)[:new].count() >= new


def begin(names: list[str]) -> "subprocess.Popen[bytes]":
    """It ends with this process, comes after everything else, and has a quarter of an hour of computing time."""
    command = [sys.executable, "-m", "linli.manage", "likeness", "learn", "--under", str(os.getpid()), *names]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


LEARNER = Learner()
