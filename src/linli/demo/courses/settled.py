"""The paths of disputes that were settled."""

from linli.demo.courses.turns import finish, reach, soon
from linli.demo.telling.dues import in_days
from linli.demo.telling.telling import Telling


def on_the_spot(tell: Telling) -> None:
    """Settled the same day by word of mouth, performed at once."""
    tell.assess("calm")
    tell.accept(0, 0)
    tell.consent()
    tell.appoint()
    tell.pace = (0, 0)
    tell.meet("agreed")
    tell.agree("oral", dues=[tell.diary.on])
    tell.perform(1)
    tell.visit()
    tell.close()


def written(tell: Telling) -> None:
    reach(tell)
    tell.agree("written", dues=soon(tell))
    finish(tell)


def by_instalments(tell: Telling) -> None:
    reach(tell)
    tell.agree("written", dues=in_days(tell.diary.on, first=10, every=30, parts=tell.chance.randint(2, 3)))
    finish(tell)


def confirmed_in_court(tell: Telling) -> None:
    reach(tell)
    tell.agree("written", dues=in_days(tell.diary.on, first=30, every=30, parts=1))
    tell.apply()
    tell.confirmed()
    finish(tell)
