"""Reading what a case is told: days, the class of a category, and the marks that begin with a step."""

from datetime import date

from django.utils.translation import gettext as _

from linli.ground.clock import day_of
from linli.kinds.case.choices.opening import CLASSES
from linli.matters.command import Refused, Scene
from linli.matters.facts import Dated

AT_WORK = ("accepted", "filed")


def today(scene: Scene) -> date:
    return day_of(scene.at, zone=scene.book.calendar.zone)


def refuse_future(scene: Scene, day: date) -> None:
    if day > today(scene):
        raise Refused(_("That day has not come yet. Put in a day up to today."))


def class_of(scene: Scene, category: str) -> str:
    """Criminal or administrative: the category at the top of the one that was told."""
    top = (scene.book.upwards("case", category) or [""])[-1]
    if top not in CLASSES:
        raise Refused(_("That category is neither criminal nor administrative. Choose one of the list."))
    return top


def waiting(scene: Scene) -> Dated:
    """Somebody waits for a decision from now on."""
    return moment_of(scene, "awaiting")


def decision(scene: Scene) -> Dated | None:
    """By when it is to be decided. An office that gives no time for it can still be asked."""
    try:
        return scene.date("decision", "case.decision")
    except Refused:
        return None


def moment_of(scene: Scene, name: str) -> Dated:
    """A mark that is now, and not counted."""
    return Dated(name=name, at=scene.at, provisional=False, basis={})


def next_entry(scene: Scene) -> Dated:
    """By when progress has to be recorded again."""
    return scene.date("stale", "case.progress")
