"""The paths of agreements that are paid in parts, in time or not."""

from datetime import timedelta

from linli.demo.courses.turns import Tell, reach
from linli.demo.telling.dues import in_days
from linli.demo.telling.telling import Telling


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


def due_in(workdays: int) -> Tell:
    """An instalment is due today or in a few working days; the one before it was paid."""

    def tell_it(tell: Telling) -> None:
        reach(tell)
        due_on = tell.diary.present.workdays(workdays)
        before = tell.diary.on + timedelta(days=max(3, (tell.diary.today - tell.diary.on).days // 2))
        tell.agree("written", dues=[before, due_on, due_on + timedelta(days=30)])
        tell.perform(1)

    return tell_it


def _fall_behind(tell: Telling, *, late: tuple[int, int]) -> None:
    reach(tell)
    missed = tell.diary.today - timedelta(days=tell.chance.randint(*late))
    every = max(6, (missed - tell.diary.on).days // 2)
    tell.agree("written", dues=[missed - timedelta(days=every), missed, missed + timedelta(days=every + 40)])
    tell.perform(1)
    tell.diary.later(max(0, (missed - tell.diary.on).days) + 1, max(0, (missed - tell.diary.on).days) + 2)
