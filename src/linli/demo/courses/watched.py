"""The paths of agreements that are watched today: confirmation and the visit to come."""

from linli.demo.courses.turns import Tell
from linli.demo.telling.dues import in_days
from linli.demo.telling.telling import Telling

VISIT_WITHIN = 15  # working days, as the office gives for the follow-up


def window_open(tell: Telling) -> None:
    _agreed_ago(tell, low=3, high=16, due=40)


def window_closing(tell: Telling) -> None:
    _agreed_ago(tell, low=21, high=26, due=50)


def application_made(tell: Telling) -> None:
    _agreed_ago(tell, low=11, high=16, due=45)
    tell.apply()


def performed(tell: Telling) -> None:
    _agreed_ago(tell, low=8, high=16, due=4)
    tell.perform(1)


def visited(tell: Telling) -> None:
    _agreed_ago(tell, low=14, high=20, due=4)
    tell.perform(1)
    tell.visit(low=1, high=5)


def dissatisfied(tell: Telling) -> None:
    _agreed_ago(tell, low=14, high=20, due=4)
    tell.perform(1)
    tell.visit("dissatisfied", low=1, high=5)


def visit_in(workdays: int) -> Tell:
    """All is performed; the follow-up visit is to be made today or in a few working days."""

    def tell_it(tell: Telling) -> None:
        tell.begin()
        tell.meet("continued")
        tell.diary.workdays_ago(VISIT_WITHIN - workdays)
        tell.pace = (0, 0)
        tell.meet("agreed")
        tell.agree("written", dues=in_days(tell.diary.on, first=0, every=0, parts=1))
        tell.perform(1)

    return tell_it


def _agreed_ago(tell: Telling, *, low: int, high: int, due: int) -> None:
    tell.begin()
    tell.meet("continued")
    within_the_limit = max(low, (tell.diary.today - tell.diary.opened_on).days - 28)
    tell.diary.ago(within_the_limit, max(high, within_the_limit))
    tell.pace = (0, 0)
    tell.meet("agreed")
    tell.agree("written", dues=in_days(tell.diary.on, first=due, every=0, parts=1))
