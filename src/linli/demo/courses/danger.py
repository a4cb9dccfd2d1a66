"""The paths of disputes in which somebody may get hurt."""

from linli.demo.telling.telling import Telling


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
