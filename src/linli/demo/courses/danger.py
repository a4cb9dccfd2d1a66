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


def came_to_blows(tell: Telling) -> None:
    """It came to blows, and goes on as a case; nobody had taken it on for mediation yet."""
    tell.assess("blows")
    tell.convert("beating")


def handed_over(tell: Telling) -> None:
    """It came to blows while many were looking after it."""
    dangerous(tell)
    tell.convert("beating")


def danger_lifted(tell: Telling) -> None:
    dangerous(tell)
    tell.meet("continued")
    tell.assess("lifted")
