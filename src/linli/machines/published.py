"""Which kinds everybody may be told of today: those that can be, and that the office has published."""

from datetime import datetime

from django.db.models import Q

from linli.ground.clock import day_of
from linli.machines.models import Published
from linli.matters.kind import Kind, kinds
from linli.policy.calendar import calendar


def publishable() -> tuple[Kind, ...]:
    return tuple(kind for kind in kinds() if kind.public and kind.counter)


def published(*, at: datetime) -> tuple[Kind, ...]:
    on = day_of(at, zone=calendar().zone)
    today = Q(valid_from__lte=on) & (Q(valid_until=None) | Q(valid_until__gte=on))
    names = set(Published.objects.filter(today).values_list("kind", flat=True))
    return tuple(kind for kind in publishable() if kind.name in names)
