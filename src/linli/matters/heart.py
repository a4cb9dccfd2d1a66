"""The heart: one beat does all that time does to the ledger, unless the clock is not to be believed."""

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from linli.ground.doubt import Reading, doubt
from linli.ground.text import msg
from linli.matters.frequent import keep_more
from linli.matters.giving_way import TOO_LONG, is_busy
from linli.matters.indexing import settle
from linli.matters.inventory import put_aside
from linli.matters.newest import newest_at
from linli.matters.sealing import seal_new
from linli.matters.sums import fold
from linli.matters.surveying import survey_what_grew
from linli.matters.sweeping import empty_log, sweep
from linli.matters.turning import Broken, judge_again, redate_provisional, turn_due

logger = logging.getLogger(__name__)
DONE = msg(
    "{again} judged again, {turned} turned, {redated} dated again, {sealed} events sealed, "
    "{swept} erased files taken away"
)
ASIDE = msg(", {aside} left-over files put aside")


class Doubted(Exception):
    """The clock is not to be believed; `why` is the same for as long as the reason is."""

    def __init__(self, why: str, *, now: datetime, newest: datetime | None) -> None:
        super().__init__(why, now, newest)
        self.why, self.now, self.newest = why, now, newest

    def __str__(self) -> str:
        return _(self.why).format(now=_shown(self.now), newest=_shown(self.newest) if self.newest else "")


@dataclass(frozen=True)
class Done:
    """What came of a beat."""

    again: int
    turned: int
    redated: int
    sealed: int
    swept: int
    aside: int = 0
    broken: tuple[str, ...] = ()
    """What could not be done, each with the matter or the work in a line."""

    def __bool__(self) -> bool:
        return any((self.again, self.turned, self.redated, self.sealed, self.swept, self.aside))

    def __str__(self) -> str:
        said = _(DONE).format(**asdict(self))
        return said + (_(ASIDE).format(aside=self.aside) if self.aside else "")


class Heart:
    """Lives on from beat to beat, so it sees when the clock was set between two of them."""

    def __init__(self) -> None:
        self.before: Reading | None = None

    def beat(self, now: Reading, *, everything: bool = False) -> Done:
        """Do what is due; `everything` sweeps after every erasure. Raises Doubted, having changed nothing.

        One matter or one work that fails keeps nothing else from being done: it is named once a beat.
        """
        newest, before, self.before = newest_at(), self.before, now
        if why := doubt(now, before=before, newest_at=newest):
            raise Doubted(why, now=now.at, newest=newest)
        matters: Broken = {}
        works: list[str] = []
        again = _tried(lambda: judge_again(at=now.at, broken=matters), works)
        turned = _tried(lambda: turn_due(at=now.at, broken=matters), works)
        redated = _tried(lambda: redate_provisional(at=now.at, broken=matters), works)
        sealed = _tried(lambda: seal.count if (seal := seal_new(at=now.at)) else 0, works)
        swept = _tried(lambda: sweep(everything=everything), works)
        aside = _tried(put_aside, works) if everything else 0
        _tried(lambda: int(empty_log(at=now.at)), works)
        _tried(fold, works)
        _tried(settle, works)
        _tried(survey_what_grew, works)
        _tried(keep_more, works)
        for name in matters.values():
            logger.error("passed over the matter %s", name)
        return Done(again, turned, redated, sealed, swept, aside, (*matters.values(), *works))


def _tried(work: Callable[[], int], failed: list[str]) -> int:
    try:
        return work()
    except Exception as error:
        if is_busy(error):
            failed.append(_(TOO_LONG))
            logger.warning(failed[-1])
        else:
            logger.exception("a work of this beat could not be done")
            failed.append(f"{type(error).__name__} {error}")
        return 0


def _shown(at: datetime) -> str:
    return timezone.localtime(at).isoformat(sep=" ", timespec="seconds")
