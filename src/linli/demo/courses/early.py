"""The paths of disputes that have only just come in."""

from linli.demo.courses.turns import Tell
from linli.demo.telling.telling import Telling


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


def declined(reason: str) -> Tell:
    def tell_it(tell: Telling) -> None:
        tell.assess("calm")
        if reason == "one_refuses":
            tell.consent("a")
            tell.consent("b", agrees=False)
        tell.decline(reason)

    return tell_it
