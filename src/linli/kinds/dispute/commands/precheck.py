"""What a court would not take: refused before the application goes out."""

from datetime import date

from django.utils.translation import gettext as _

from linli.ground.clock import day_of
from linli.kinds.dispute import choices
from linli.kinds.dispute.commands.days import AGREEMENT, refuse_odd_day
from linli.matters.command import Refused, Scene

NEEDED_PAPERS = ("agreement", "body", "identity", "contact")


def refuse_out_of_window(scene: Scene, applied_on: date) -> None:
    refuse_odd_day(scene, applied_on, AGREEMENT)
    last_on = day_of(scene.state.marks["confirmation"].at, zone=scene.book.calendar.zone)
    if applied_on > last_on:
        raise Refused(
            _("The time to apply ended on {day}. If it is not performed, a side can bring an action in court.").format(
                day=last_on.isoformat()
            )
        )


def refuse_unconfirmable(scene: Scene) -> None:
    if not scene.told["jointly"]:
        raise Refused(_("The law asks for a joint application. Ask the other side to join, or tell of an action."))
    if scene.told.get("bars"):
        bars = _(", ").join(_(choices.BARS[code]) for code in scene.told["bars"])
        raise Refused(
            _("The court would not confirm it: {bars}. Mend the agreement, or tell the other lawful ways.").format(
                bars=bars
            )
        )


def refuse_incomplete(scene: Scene) -> None:
    needed = (*NEEDED_PAPERS, *(["property"] if scene.told.get("about_property") else []))
    missing = [code for code in needed if code not in scene.told["papers"]]
    if missing:
        papers = _(", ").join(_(choices.PAPERS[code]) for code in missing)
        raise Refused(_("Papers are missing: {papers}. Collect them first.").format(papers=papers))
