"""The ways in which mediation falls apart, by the reason given for its end."""

from linli.demo.courses.turns import SURELY_OVER, Tell
from linli.demo.telling.telling import Telling


def talked_once(tell: Telling) -> None:
    tell.begin()
    tell.meet("continued")


def _never_came(tell: Telling) -> None:
    tell.assess("calm")
    tell.accept()
    tell.consent("a")
    tell.diary.later(12, 20)


def _lost_patience(tell: Telling) -> None:
    talked_once(tell)
    tell.consent("b", agrees=False)


def _too_far(tell: Telling) -> None:
    talked_once(tell)
    tell.meet("failed")


def _ran_out(tell: Telling) -> None:
    _too_far(tell)
    tell.diary.after_opening(*SURELY_OVER)


def _would_not_sign(tell: Telling) -> None:
    talked_once(tell)
    tell.meet("continued", record="drafted")


FALLING_APART: dict[str, Tell] = {
    "unreachable": _never_came,
    "unwilling": _lost_patience,
    "too_far_apart": _too_far,
    "moved": _too_far,
    "term_over": _ran_out,
    "refuses_to_sign": _would_not_sign,
}
