"""Days and moments of a step, in the zone of the centre."""

from datetime import date, datetime, time

from django.utils.translation import gettext as _

from linli.ground.clock import day_of, moment
from linli.ground.due import LAST_SECOND
from linli.matters.command import Refused, Scene
from linli.matters.facts import Dated

NOON = time(12)


def today(scene: Scene) -> date:
    return day_of(scene.at, zone=scene.book.calendar.zone)


def noon(scene: Scene, day: date) -> datetime:
    return moment(day, clock=NOON, zone=scene.book.calendar.zone)


def end_of(scene: Scene, day: date, *, name: str) -> Dated:
    """A mark that was agreed and not counted: the last second of a day."""
    at = moment(day, clock=LAST_SECOND, zone=scene.book.calendar.zone)
    return Dated(name=name, at=at, provisional=False, basis={})


def refuse_odd_days(scene: Scene) -> None:
    for name in ("happened_on", "received_on"):
        day = scene.told.get(name)
        if day and day > today(scene):
            raise Refused(_("That day has not come yet. Put in a day up to today."))
