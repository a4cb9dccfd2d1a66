"""Days of a step that cannot have been so: nothing is filed or solved before it happened."""

from datetime import date

from django.utils.translation import gettext as _

from linli.ground.clock import day_of, parse_moment
from linli.matters.command import Refused, Scene


def refuse_before_acceptance(scene: Scene, day: date) -> None:
    zone = scene.book.calendar.zone
    accepted_on = day_of(scene.state.opened_at or scene.at, zone=zone)
    if day < accepted_on:
        sentence = _("It was accepted only on {day}. Put in a day from then on.")
        raise Refused(sentence.format(day=accepted_on.isoformat()))


def refuse_before_incident(scene: Scene, day: date) -> None:
    happened = scene.state.data.get("occurred_from")
    happened_on = day_of(parse_moment(happened), zone=scene.book.calendar.zone) if happened else day
    if day < happened_on:
        sentence = _(
            "It happened only on {day}. Put in a day from then on, or put the time of the incident right first."
        )
        raise Refused(sentence.format(day=happened_on.isoformat()))
