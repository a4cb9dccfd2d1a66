"""The paths a dispute can take; each function tells one, from the opening to where it stands."""

from collections.abc import Callable
from datetime import date

from linli.demo.telling import Telling, in_days

Tell = Callable[[Telling], None]
# A month, some days until it is taken on, and a long holiday over which the last day rolls.
SURELY_OVER = (46, 48)


def just_opened(tell: Telling) -> None:
    """Nobody has looked at it yet."""
    assert not tell.steps


def assessed(tell: Telling) -> None:
    tell.assess("calm")


def accepted(tell: Telling) -> None:
    tell.assess("calm")
    tell.accept(0, 1)


def taken_on(tell: Telling) -> None:
    tell.assess("calm")
    tell.accept(0, 0)


def one_side_willing(tell: Telling) -> None:
    tell.assess("calm")
    tell.accept(0, 1)
    tell.consent("a")


def appointed(tell: Telling) -> None:
    tell.begin()


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


def dangerous(tell: Telling) -> None:
    tell.assess(tell.chance.choice(("threat", "blows", "self", "police")))
    tell.accept(0, 0)
    tell.consent()
    tell.appoint()
    tell.join()


def danger_now(tell: Telling) -> None:
    """The heads have it in hand, and the police still owe their opinion."""
    tell.assess(tell.chance.choice(("threat", "blows", "police")))
    tell.accept(0, 0)
    tell.consent()
    tell.appoint()
    tell.charge()
    tell.join(silent="云棠县公安局")
    tell.note("guard")


def danger_lifted(tell: Telling) -> None:
    dangerous(tell)
    tell.meet("continued")
    tell.assess("lifted")


def many_households(tell: Telling) -> None:
    tell.begin()
    tell.note("households")
    tell.meet("continued")


def declined(reason: str) -> Tell:
    def tell_it(tell: Telling) -> None:
        tell.assess("calm")
        if reason == "one_refuses":
            tell.consent("a")
            tell.consent("b", agrees=False)
        tell.decline(reason)

    return tell_it


def terminated(reason: str) -> Tell:
    def tell_it(tell: Telling) -> None:
        _FALLING_APART.get(reason, _talked_once)(tell)
        tell.terminate(reason)

    return tell_it


def filed(reason: str) -> Tell:
    """Ended without a settlement, and closed when the other ways had been told."""

    def tell_it(tell: Telling) -> None:
        terminated(reason)(tell)
        tell.close("ended", low=2, high=9)

    return tell_it


def paused(tell: Telling) -> None:
    tell.begin()
    tell.meet("continued")
    tell.pause()


def appraised(tell: Telling) -> None:
    paused(tell)
    tell.resume()
    tell.meet("agreed")
    tell.agree("written", dues=_soon(tell))
    _finish(tell)


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
    tell.agree("written", dues=_soon(tell))
    _finish(tell)


def by_instalments(tell: Telling) -> None:
    reach(tell)
    tell.agree("written", dues=in_days(tell.diary.on, first=10, every=30, parts=tell.chance.randint(2, 3)))
    _finish(tell)


def confirmed_in_court(tell: Telling) -> None:
    reach(tell)
    tell.agree("written", dues=in_days(tell.diary.on, first=30, every=30, parts=1))
    tell.apply()
    tell.confirmed()
    _finish(tell)


def jointly(tell: Telling) -> None:
    danger_lifted(tell)
    tell.meet("agreed")
    tell.agree("written", dues=_soon(tell))
    _finish(tell)


def with_more_time(tell: Telling) -> None:
    extended(tell)
    tell.meet("agreed")
    tell.agree("written", dues=_soon(tell))
    _finish(tell)


def reopened(tell: Telling) -> None:
    _come_back(tell)
    tell.note()


def settled_again(tell: Telling) -> None:
    _come_back(tell)
    tell.meet("agreed")
    tell.agree("written", dues=_soon(tell))
    _finish(tell)


def _talked_once(tell: Telling) -> None:
    tell.begin()
    tell.meet("continued")


def _never_came(tell: Telling) -> None:
    tell.assess("calm")
    tell.accept()
    tell.consent("a")
    tell.diary.later(12, 20)


def _lost_patience(tell: Telling) -> None:
    _talked_once(tell)
    tell.consent("b", agrees=False)


def _too_far(tell: Telling) -> None:
    _talked_once(tell)
    tell.meet("failed")


def _ran_out(tell: Telling) -> None:
    _too_far(tell)
    tell.diary.after_opening(*SURELY_OVER)


def _would_not_sign(tell: Telling) -> None:
    _talked_once(tell)
    tell.meet("continued", record="drafted")


_FALLING_APART: dict[str, Tell] = {
    "unreachable": _never_came,
    "unwilling": _lost_patience,
    "too_far_apart": _too_far,
    "moved": _too_far,
    "term_over": _ran_out,
    "refuses_to_sign": _would_not_sign,
}


def reach(tell: Telling) -> None:
    tell.begin()
    if tell.chance.random() < 0.45:
        tell.meet("continued")
    tell.meet("agreed")


def _soon(tell: Telling) -> list[date]:
    return in_days(tell.diary.on, first=tell.chance.randint(3, 15), every=0, parts=1)


def _finish(tell: Telling) -> None:
    for each in tell.instalments:
        tell.perform(each.number)
    tell.visit()
    tell.close()


def _come_back(tell: Telling) -> None:
    written(tell)
    tell.reopen()
    tell.diary.pressed = True
    tell.meet("continued")
