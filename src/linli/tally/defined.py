"""What can be counted here: measures and indicators of all kinds that are installed, by name and as of a day."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters.counts import Counting, Indicator
from linli.matters.kind import kinds

NO_INDICATOR = msg("No figure is named “{name}” here. Choose one of the list of figures.")


class NoIndicator(LookupError):
    """Nothing is counted under that name."""


def countings() -> Mapping[str, Counting]:
    """Kind -> what of it can be counted."""
    return {kind.name: kind.counting for kind in kinds() if kind.counting}


def indicators(*, on: date | None = None) -> Mapping[str, Indicator]:
    """Every indicator by name, in the order of the kinds, as it is counted for what ends on that day."""
    return {name: _as_of(versions, on) for name, versions in _versions().items()}


def every_version() -> Iterable[Indicator]:
    """As they are counted now, were before and will be."""
    return (one for versions in _versions().values() for one in versions)


def indicator(name: str, *, on: date | None = None) -> Indicator:
    """The indicator of that name. Raises NoIndicator with a sentence."""
    if name not in _versions():
        raise NoIndicator(_(NO_INDICATOR).format(name=name))
    return _as_of(_versions()[name], on)


def measures() -> Mapping[str, str]:
    """Measure -> the msgid of what one of it is."""
    return {name: word for counting in countings().values() for name, word in counting.measures.items()}


def kind_of(measure: str) -> str:
    """The name of the kind that a measure or an indicator is of."""
    return measure.partition(".")[0]


def kinds_of(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({kind_of(name) for name in names}))


def _as_of(versions: tuple[Indicator, ...], on: date | None) -> Indicator:
    """The newest that held on the day; from before the first one, the first."""
    held = [one for one in versions if on is None or one.since <= on]
    return held[-1] if held else versions[0]


@cache
def _versions() -> Mapping[str, tuple[Indicator, ...]]:
    found: dict[str, tuple[Indicator, ...]] = {}
    for counting in countings().values():
        for one in sorted(counting.indicators, key=lambda one: one.since):
            found[one.name] = (*found.get(one.name, ()), one)
    return found
