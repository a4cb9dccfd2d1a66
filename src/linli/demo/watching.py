"""The paths of disputes that are agreed and watched today: performance, confirmation, the visit to come."""

from datetime import timedelta

from linli.demo.courses import Tell, reach
from linli.demo.telling import Telling, in_days

VISIT_WITHIN = 15  # working days, as the office gives for the follow-up


def paying(tell: Telling) -> None:
    """Instalments under way: what is due is paid, the rest lies ahead."""
    reach(tell)
    months = (tell.diary.today - tell.diary.on).days // 30
    parts = months + tell.chance.randint(1, 2) + 1
    tell.agree("written", dues=in_days(tell.diary.on, first=12, every=30, parts=parts))
    for each in tell.instalments:
        if each.due_on < tell.diary.today:
            tell.perform(each.number)


def unpaid(tell: Telling) -> None:
    """One instalment is past its day and still open, another lies ahead."""
    _fall_behind(tell, late=(7, 17))
    tell.urge()


def defaulted(tell: Telling) -> None:
    _fall_behind(tell, late=(20, 32))
    tell.urge()
    tell.default(2)


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


def due_in(workdays: int) -> Tell:
    """An instalment is due today or in a few working days; the one before it was paid."""

    def tell_it(tell: Telling) -> None:
        reach(tell)
        due_on = tell.diary.present.workdays(workdays)
        before = tell.diary.on + timedelta(days=max(3, (tell.diary.today - tell.diary.on).days // 2))
        tell.agree("written", dues=[before, due_on, due_on + timedelta(days=30)])
        tell.perform(1)

    return tell_it


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


def _fall_behind(tell: Telling, *, late: tuple[int, int]) -> None:
    reach(tell)
    missed = tell.diary.today - timedelta(days=tell.chance.randint(*late))
    every = max(6, (missed - tell.diary.on).days // 2)
    tell.agree("written", dues=[missed - timedelta(days=every), missed, missed + timedelta(days=every + 40)])
    tell.perform(1)
    tell.diary.later(max(0, (missed - tell.diary.on).days) + 1, max(0, (missed - tell.diary.on).days) + 2)
