"""Which unit answered for a matter when, read off the duties: for the tests of who may have said what."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from linli.matters.models import Duty
from linli.place.models import Unit
from linli.place.tree import path_of, within


def covers(unit: Unit, duties: list[Duty], *, at: datetime) -> bool:
    """Whether the post's unit stands above or at the unit that answered for the matter then."""
    return any(within(path_of(duty.unit), unit) for duty in duties if joined([duty], at=at))


def homes_of(*roles: str) -> Mapping[int, list[Duty]]:
    found: dict[int, list[Duty]] = defaultdict(list)
    for duty in Duty.objects.filter(role__in=roles).select_related("unit"):
        found[duty.matter_id].append(duty)
    return found


def units_in(*, role: str) -> Mapping[tuple[int, int], list[Duty]]:
    found: dict[tuple[int, int], list[Duty]] = defaultdict(list)
    for duty in Duty.objects.filter(role=role):
        found[duty.matter_id, duty.unit_id].append(duty)
    return found


def joined(duties: list[Duty], *, at: datetime) -> bool:
    return any(duty.from_at <= at and (duty.until_at is None or at <= duty.until_at) for duty in duties)
