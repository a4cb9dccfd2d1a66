"""Who was at the table, and sessions that cannot have been so."""

from django.utils.translation import gettext as _

from linli.kinds.dispute import choices, course
from linli.matters.command import Refused, Scene


def present_numbers(scene: Scene) -> tuple[int, ...]:
    numbers = [row["number"] for row in course.parties(scene.state)]
    told = scene.told.get("parties")
    return tuple(numbers if told is None else [number for number in numbers if number in told])


def refuse_impossible(scene: Scene, present: tuple[int, ...]) -> None:
    told = scene.told
    if told["held_at"] > scene.at:
        raise Refused(_("That session still lies ahead. Record it when it has been held."))
    if told.get("ends_at") and told["ends_at"] < told["held_at"]:
        raise Refused(_("The session ends before it begins. Put the times right."))
    at_table = {row["side"] for row in course.parties(scene.state) if row["number"] in present}
    absent = [side for side in course.sides(scene.state) if side not in at_table]
    if told["session_outcome"] == "agreed" and absent:
        names = _(", ").join(_(choices.SIDES[side]) for side in absent)
        raise Refused(_("Nobody was there for {sides}, so the sides cannot have agreed.").format(sides=names))
