"""How like two incidents are: by category, place, hour, day and method. Pure, and blind to who was there."""

from math import asin, cos, exp, radians, sin, sqrt
from typing import NamedTuple

from linli.likeness.imprint import DAY, WEEK, Told

PLACE_SCALE = 1_000.0
"""Metres that are still the same neighbourhood, where cells are not coarser: twice as far is hardly near."""
HOUR_SCALE = 90.0
"""Minutes by which the hour of one hand may waver."""
GAP_SCALE = 90.0 * DAY
"""Minutes after which a habit is worth a third."""
SAME_ROOT, SAME_PART_OF_WEEK = 0.5, 0.5
WEEKEND = 0b1100000
EARTH = 6_371_000.0


class Parts(NamedTuple):
    """The likeness of each side, from 0 (says nothing for it) to 1."""

    category: float
    place: float
    hour: float
    weekday: float
    gap: float
    method: float = 0.0

    @property
    def score(self) -> float:
        """Spelt out, as it is asked thousands of times."""
        weights = WEIGHTS
        return (
            self.category * weights.category
            + self.place * weights.place
            + self.hour * weights.hour
            + self.weekday * weights.weekday
            + self.gap * weights.gap
            + self.method * weights.method
        )


WEIGHTS = Parts(category=0.22, place=0.20, hour=0.13, weekday=0.03, gap=0.14, method=0.28)
"""The method parts one hand's work from another's best; the day of the week hardly does."""


def rough(one: Told, other: Told, *, place: float) -> Parts:
    """All that can be said without reading a word."""
    return Parts(category(one, other), place, hour(one, other), weekday(one, other), gap(one, other))


def category(one: Told, other: Told) -> float:
    if one.category == other.category:
        return 1.0
    return SAME_ROOT if one.root == other.root else 0.0


def place(metres: float, *, coarse: float = 0.0) -> float:
    """Nearness of two middles; what they can say is as coarse as the cells around them."""
    return exp(-((metres / max(PLACE_SCALE, coarse)) ** 2) / 2)


def hour(one: Told, other: Told) -> float:
    """Nearness on the clock's circle; the longer the stretch it may have happened in, the less is said."""
    if one.width >= DAY or other.width >= DAY:
        return 0.0
    spread = HOUR_SCALE**2 + (one.width**2 + other.width**2) / 12
    return HOUR_SCALE / sqrt(spread) * exp(-(around(one, other) ** 2) / (2 * spread))


def around(one: Told, other: Told) -> int:
    """Minutes from one to the other on the clock, the shorter way round; before noon's length either way."""
    return (other.minute - one.minute + DAY // 2) % DAY - DAY // 2


def weekday(one: Told, other: Told) -> float:
    """The same day of the week, or at least both at a weekend or both outside it."""
    both, any_of = one.weekdays & other.weekdays, one.weekdays | other.weekdays
    if WEEK in (one.weekdays, other.weekdays):
        return 0.0
    same_part = not any_of & WEEKEND or not any_of & ~WEEKEND
    return max(both.bit_count() / any_of.bit_count(), SAME_PART_OF_WEEK if same_part else 0.0)


def gap(one: Told, other: Told) -> float:
    return exp(-minutes_between(one, other) / GAP_SCALE)


def minutes_between(one: Told, other: Told) -> int:
    """From the end of the earlier to the beginning of the later; 0 when they overlap."""
    return max(other.from_minute - one.until_minute, one.from_minute - other.until_minute, 0)


def metres_between(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Along the ground between two points given in degrees."""
    north, other_north = radians(lat), radians(other_lat)
    half = sin((other_north - north) / 2) ** 2 + cos(north) * cos(other_north) * sin(radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(half)))
