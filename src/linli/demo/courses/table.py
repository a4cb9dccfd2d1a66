"""The paths of disputes at the mediation table."""

from linli.demo.courses.turns import SURELY_OVER
from linli.demo.telling.telling import Telling


def in_mediation(tell: Telling) -> None:
    tell.begin()
    tell.meet("continued")
    if tell.chance.random() < 0.4:
        tell.note()
    if tell.chance.random() < 0.3:
        tell.meet("continued")
        tell.note("seek")


def over_limit(tell: Telling) -> None:
    tell.begin()
    tell.meet("continued")
    tell.meet("continued")
    tell.diary.after_opening(*SURELY_OVER)
    tell.note("late")


def extended(tell: Telling) -> None:
    tell.begin()
    tell.meet("continued")
    tell.extend(17, 22)
    tell.meet("continued")


def many_households(tell: Telling) -> None:
    tell.begin()
    tell.note("households")
    tell.meet("continued")


def paused(tell: Telling) -> None:
    tell.begin()
    tell.meet("continued")
    tell.pause()
