"""The turns that many paths share."""

from collections.abc import Callable
from datetime import date

from linli.demo.telling.dues import in_days
from linli.demo.telling.telling import Telling

Tell = Callable[[Telling], None]
# A month, some days until it is taken on, and a long holiday over which the last day rolls.
SURELY_OVER = (46, 48)


def reach(tell: Telling) -> None:
    tell.begin()
    if tell.chance.random() < 0.45:
        tell.meet("continued")
    tell.meet("agreed")


def soon(tell: Telling) -> list[date]:
    return in_days(tell.diary.on, first=tell.chance.randint(3, 15), every=0, parts=1)


def finish(tell: Telling) -> None:
    for each in tell.instalments:
        tell.perform(each.number)
    tell.visit()
    tell.close()
