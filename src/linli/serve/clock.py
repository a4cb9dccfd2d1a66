"""Sets the clock of a synthetic county going, faster than the wall's where that was asked for."""

from datetime import UTC, datetime

from linli.configuration import Configuration, Refused
from linli.ground.pace import set_going
from linli.tongue import gettext as _


def set_clock(configuration: Configuration, *, demo: bool) -> None:
    """Goes on from where it was left at the last start. Raises Refused for data that are not invented."""
    file = configuration.pace_file
    if configuration.pace != 1 and not demo:
        raise Refused(_("Only the synthetic county can have a faster clock: start it in a data folder of its own."))
    left_off = file.read_text(encoding="utf-8") if file.is_file() else ""
    found = set_going(now=datetime.now(UTC), left_off=left_off, times=configuration.pace)
    file.unlink(missing_ok=True)
    if found:
        file.write_text(found.written(last=found.shown_at), encoding="utf-8")
