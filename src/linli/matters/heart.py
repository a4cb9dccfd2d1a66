"""The heart: one beat does all that time does to the ledger, unless the clock is not to be believed."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from linli.ground.doubt import Reading, doubt
from linli.matters.newest import newest_at
from linli.matters.sealing import seal_new
from linli.matters.sweeping import empty_log, sweep
from linli.matters.turning import judge_again, redate_provisional, turn_due


class Doubted(Exception):
    """The clock is not to be believed; `why` is the same for as long as the reason is."""

    def __init__(self, why: str, *, now: datetime, newest: datetime | None) -> None:
        self.why = why
        super().__init__(why.format(now=_shown(now), newest=_shown(newest) if newest else ""))


@dataclass(frozen=True)
class Done:
    """What came of a beat."""

    again: int
    turned: int
    redated: int
    sealed: int
    swept: int

    def __bool__(self) -> bool:
        return any((self.again, self.turned, self.redated, self.sealed, self.swept))

    def __str__(self) -> str:
        return (
            f"{self.again} judged again, {self.turned} turned, {self.redated} dated again, "
            f"{self.sealed} events sealed, {self.swept} erased files taken away"
        )


class Heart:
    """Lives on from beat to beat, so it sees when the clock was set between two of them."""

    def __init__(self) -> None:
        self.before: Reading | None = None

    def beat(self, now: Reading, *, everything: bool = False) -> Done:
        """Do what is due; `everything` sweeps after every erasure. Raises Doubted, having changed nothing."""
        newest, before, self.before = newest_at(), self.before, now
        if why := doubt(now, before=before, newest_at=newest):
            raise Doubted(why, now=now.at, newest=newest)
        again, turned, redated = judge_again(at=now.at), turn_due(at=now.at), redate_provisional(at=now.at)
        seal, swept = seal_new(at=now.at), sweep(everything=everything)
        empty_log(at=now.at)
        return Done(again, turned, redated, seal.count if seal else 0, swept)


def _shown(at: datetime) -> str:
    return timezone.localtime(at).isoformat(sep=" ", timespec="seconds")
