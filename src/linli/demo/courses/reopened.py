"""The paths of disputes that came back."""

from linli.demo.courses.settled import written
from linli.demo.courses.turns import finish, soon
from linli.demo.telling.telling import Telling


def reopened(tell: Telling) -> None:
    _come_back(tell)
    tell.note()


def settled_again(tell: Telling) -> None:
    _come_back(tell)
    tell.meet("agreed")
    tell.agree("written", dues=soon(tell))
    finish(tell)


def _come_back(tell: Telling) -> None:
    written(tell)
    tell.reopen()
    tell.diary.pressed = True
    tell.meet("continued")
