"""The paths of disputes that took longer to be settled."""

from linli.demo.courses.danger import danger_lifted
from linli.demo.courses.table import extended, paused
from linli.demo.courses.turns import finish, soon
from linli.demo.telling.telling import Telling


def appraised(tell: Telling) -> None:
    paused(tell)
    tell.resume()
    tell.meet("agreed")
    tell.agree("written", dues=soon(tell))
    finish(tell)


def jointly(tell: Telling) -> None:
    danger_lifted(tell)
    tell.meet("agreed")
    tell.agree("written", dues=soon(tell))
    finish(tell)


def with_more_time(tell: Telling) -> None:
    extended(tell)
    tell.meet("agreed")
    tell.agree("written", dues=soon(tell))
    finish(tell)
