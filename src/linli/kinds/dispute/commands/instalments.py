"""Reading the instalments of an agreement, and refusing those that do not add up."""

from typing import Any

from django.utils.translation import gettext as _

from linli.kinds.dispute import course
from linli.kinds.dispute.commands.days import SESSION, refuse_odd_day, today
from linli.kinds.dispute.facts.instalments import Instalment
from linli.matters.command import Refused, Scene


def refuse_unequal(scene: Scene, parts: tuple[Instalment, ...]) -> None:
    effective_on, amount_fen = scene.told["effective_on"], scene.told.get("amount_fen") or 0
    if effective_on > today(scene):
        raise Refused(_("An agreement is written down once it is in effect. Put in a day up to today."))
    refuse_odd_day(scene, effective_on, SESSION)
    if any(part.due_on < effective_on for part in parts):
        raise Refused(_("An instalment is due before the agreement takes effect. Put its day right."))
    if amount_fen and amount_fen != sum(part.amount_fen for part in parts):
        raise Refused(_("The instalments do not add up to the amount of the agreement. Put one of them right."))


def instalments(scene: Scene) -> tuple[Instalment, ...]:
    return tuple(
        Instalment(number, row.get("amount_fen") or 0, row["due_on"], str(row.get("by_side") or ""))
        for number, row in enumerate(_rows(scene), 1)
    )


def items(scene: Scene) -> str:
    """What each instalment is, a line for each."""
    lines = [" ".join(str(row.get("what") or "").split()) for row in _rows(scene)]
    return "\n".join(lines) if any(lines) else ""


def _rows(scene: Scene) -> list[dict[str, Any]]:
    return sorted(scene.told["instalments"], key=lambda row: row["due_on"])


def copies(scene: Scene) -> int:
    needed = course.copies_needed(scene.state)
    told = scene.told.get("copies") or needed
    if scene.told["agreement_form"] == "written" and told < needed:
        raise Refused(_("Each party gets a copy and one stays in the file: {count} are needed.").format(count=needed))
    return int(told)
