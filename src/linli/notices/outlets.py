"""Which channels lead to whom: a unit's own and those of the units above it; for residents the nearest gateway."""

from collections.abc import Sequence
from datetime import date

from linli.notices.models import Channel, Sort
from linli.notices.texts import RESIDENT
from linli.place.models import Unit
from linli.place.tree import COLUMNS


class Outlets:
    """The channels in force on a day, by unit; false when there are none."""

    def __init__(self, channels: Sequence[Channel], paths: dict[int, tuple[int, ...]]) -> None:
        self._channels, self._paths = channels, paths

    def __bool__(self) -> bool:
        return bool(self._channels)

    def of(self, unit: int, *, audience: str) -> list[Channel]:
        """For residents one gateway, the nearest above the unit; for units all of theirs and of those above."""
        upwards = self._paths.get(unit, (unit,))[::-1]
        found = [
            (upwards.index(channel.unit_id), channel)
            for channel in self._channels
            if channel.unit_id in upwards and (channel.unit_id == unit or channel.below)
            if (channel.sort == Sort.SMS) == (audience == RESIDENT)
        ]
        found.sort(key=lambda one: (one[0], one[1].pk))
        return [channel for _far, channel in found][: 1 if audience == RESIDENT else None]


def outlets(on: date) -> Outlets:
    channels = list(Channel.objects.filter(valid_from__lte=on).exclude(valid_until__lt=on))
    rows = Unit.objects.values_list("pk", *COLUMNS) if channels else ()
    return Outlets(channels, {pk: tuple(over for over in path if over is not None) for pk, *path in rows})
