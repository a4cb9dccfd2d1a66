"""The present moment: the wall's clock, except in a synthetic county that was started with a faster one."""

from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from linli.ground.pace import Pace, read


def present() -> datetime:
    """Now, as everything in this installation is dated."""
    faster = pace()
    return faster.shown(timezone.now()) if faster else timezone.now()


def lasted(real: timedelta) -> timedelta:
    """How long a real stretch lasts by the clock that everything is dated with."""
    faster = pace()
    return faster.ran(real) if faster else real


@cache
def pace() -> Pace | None:
    """The faster clock of this start; None nearly always, and always in production."""
    file = Path(settings.PACE)
    return None if settings.CONFIGURATION.production or not file.is_file() else read(file.read_text(encoding="utf-8"))


def leave_off() -> None:
    """Note what the faster clock shows, so that the next start goes on from there."""
    if faster := pace():
        draft = Path(settings.PACE).with_suffix(".new")
        draft.write_text(faster.written(last=faster.shown(timezone.now())), encoding="utf-8")
        draft.replace(settings.PACE)
