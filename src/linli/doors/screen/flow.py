"""The day as it ran: how many matters came in, were closed and turned red in each hour, drawn as bars."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.reports.glance import HOURS, Glance

SLOT, BAR, HIGH = 12, 3.5, 60
"""Steps of the drawing: an hour, one of its three bars, and the highest of them."""
WORDS = {"opened": msg("New"), "closed": msg("Closed"), "turned": msg("Turned red")}


@dataclass(frozen=True)
class Bar:
    name: str
    x: float
    y: float
    high: float
    wide: float = BAR


@dataclass(frozen=True)
class Flow:
    """The three sums of the day by name and word, the bars, and the height that the highest stands for."""

    sums: tuple[tuple[str, str, int], ...]
    bars: tuple[Bar, ...]
    most: int
    now: int
    """Where the hour of this moment stands."""
    wide: int = SLOT * HOURS
    high: int = HIGH


def drawn(found: Glance, *, hour: int = 0) -> Flow:
    runs = {"opened": found.opened, "closed": found.closed, "turned": found.turned}
    most = max(max(run) for run in runs.values())
    sums = tuple((name, _(WORDS[name]), sum(run)) for name, run in runs.items())
    return Flow(sums, tuple(_bars(runs, most=max(most, 1))), most, hour * SLOT)


def _bars(runs: dict[str, tuple[int, ...]], *, most: int) -> Iterator[Bar]:
    for place, (name, run) in enumerate(runs.items()):
        for hour, count in enumerate(run):
            if count:
                high = round(HIGH * count / most, 1)
                yield Bar(name, hour * SLOT + 0.75 + place * BAR, HIGH - high, high)
