"""What rooms above add to the heartbeat: after the ledger's own work they read the timeline from where they stood."""

import logging
from collections.abc import Iterator
from datetime import datetime
from typing import Protocol

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from linli.matters.giving_way import TOO_LONG, is_busy

log = logging.getLogger(__name__)


class Step(Protocol):
    """One room's part of a beat."""

    def __call__(self, *, at: datetime) -> int:
        """Do what is due; say how many things were done."""


def on_tick(says: str, step: Step) -> None:
    """Let a room beat along; called when its app is ready. `says` holds {count} and is told when anything was done."""
    STEPS[says] = step


def beat_rooms(*, at: datetime) -> Iterator[str]:
    """Every room's step, in the office's language whoever watches. One that fails is told to the log and tried again
    next time; it stops no other."""
    for says, step in STEPS.items():
        try:
            with override(settings.LANGUAGE_CODE):
                count = step(at=at)
            if count:
                yield _(says).format(count=count)
        except Exception as error:
            if is_busy(error):
                log.warning(_(TOO_LONG))
            else:
                log.exception("a step of the tick failed: %s", getattr(step, "__module__", step))


STEPS: dict[str, Step] = {}
