"""The paths of disputes that ended without a settlement."""

from linli.demo.courses.failing import FALLING_APART, talked_once
from linli.demo.courses.turns import Tell
from linli.demo.telling.telling import Telling


def terminated(reason: str) -> Tell:
    def tell_it(tell: Telling) -> None:
        FALLING_APART.get(reason, talked_once)(tell)
        tell.terminate(reason)

    return tell_it


def handed_over(reason: str) -> Tell:
    """Ended without a settlement; then something was broken, and it goes on as a case."""

    def tell_it(tell: Telling) -> None:
        terminated(reason)(tell)
        tell.convert("damage")

    return tell_it


def filed(reason: str) -> Tell:
    """Ended without a settlement, and closed when the other ways had been told."""

    def tell_it(tell: Telling) -> None:
        terminated(reason)(tell)
        tell.close("ended", low=2, high=9)

    return tell_it
