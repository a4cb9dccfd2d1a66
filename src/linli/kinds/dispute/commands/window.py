"""What is still ahead of the window in which judicial confirmation can be applied for."""

from datetime import date

from linli.kinds.dispute.commands.days import noon
from linli.matters.command import Scene
from linli.matters.facts import Dated

REMINDERS = {
    "confirmation_first": "reminder.confirmation.first",
    "confirmation_second": "reminder.confirmation.second",
}


def window(scene: Scene, effective_on: date) -> tuple[Dated, ...]:
    """The last day to apply and both reminders, counted from when the agreement takes effect."""
    start_at = noon(scene, effective_on)
    terms = {"confirmation": "dispute.confirmation", **REMINDERS}
    return tuple(scene.date(name, term, start_at=start_at) for name, term in terms.items())


def window_again(scene: Scene) -> tuple[Dated, ...]:
    """What is still ahead when nobody applies after all: the last day and what is left of the reminders, or nothing."""
    last_day = scene.state.marks.get("confirmation")
    if last_day is None or last_day.at < scene.at:
        return ()
    kept = Dated("confirmation", last_day.at, last_day.provisional, dict(last_day.basis))
    start_at = noon(scene, date.fromisoformat(scene.state.data["agreement"]["effective_on"]))
    reminders = [scene.date(name, term, start_at=start_at) for name, term in REMINDERS.items()]
    return (kept, *(mark for mark in reminders if mark.at > scene.at))
