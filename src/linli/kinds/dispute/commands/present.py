"""Who was at the table, and sessions that cannot have been so."""

from django.utils.translation import gettext as _

from linli.kinds.dispute import choices, course
from linli.kinds.dispute.commands.days import MEDIATION, day_at, refuse_odd_day
from linli.matters.command import Refused, Scene


def present_numbers(scene: Scene) -> tuple[int, ...]:
    numbers = [row["number"] for row in course.parties(scene.state)]
    told = scene.told.get("parties")
    return tuple(numbers if told is None else [number for number in numbers if number in told])


def refuse_impossible_times(scene: Scene) -> None:
    told, ends_at, next_at = scene.told, scene.told.get("ends_at"), scene.told.get("next_at")
    if told["held_at"] > scene.at:
        raise Refused(_("That session still lies ahead. Record it when it has been held."))
    if ends_at and ends_at < told["held_at"]:
        raise Refused(_("The session ends before it begins. Put the times right."))
    if ends_at and ends_at > scene.at:
        raise Refused(_("The session is not over yet. Record it when it has ended, or leave its end open."))
    if next_at and next_at <= told["held_at"]:
        raise Refused(_("The next session lies before this one. Put its time right."))
    refuse_odd_day(scene, day_at(scene, told["held_at"]), MEDIATION)


def refuse_impossible_outcome(scene: Scene, present: tuple[int, ...]) -> None:
    at_table = {row["side"] for row in course.parties(scene.state) if row["number"] in present}
    absent = [side for side in course.sides(scene.state) if side not in at_table]
    if scene.told["session_outcome"] == "agreed" and absent:
        names = _(", ").join(_(choices.SIDES[side]) for side in absent)
        raise Refused(_("Nobody was there for {sides}, so the sides cannot have agreed.").format(sides=names))
