"""What follows from a resident's answer: it is closed, or done again at once by the one who replied."""

from linli.kinds.request import course, cycles
from linli.kinds.request.facts.closing import Closed, ClosedUnconfirmed
from linli.kinds.request.facts.confirming import RedoAsked, RedoBegan, RedoOrdered
from linli.matters.command import Scene
from linli.matters.facts import Fact
from linli.matters.state import State
from linli.matters.told import home


def content_of(scene: Scene) -> bool:
    """Whether what was told is the answer of a resident who is content."""
    return not cycles.asks_for_redo(solved=scene.told["solved"], satisfaction=scene.told["satisfaction"])


def what_follows(scene: Scene) -> Fact:
    """Closed with the result of the reply, or done again."""
    return closed(scene, note="") if content_of(scene) else redo(scene, RedoBegan, why="")


def closed(scene: Scene, *, note: str, confirmed: bool = True, outcome: str = "") -> Closed:
    """With the result of the last reply, where no other outcome is given."""
    return (Closed if confirmed else ClosedUnconfirmed)(
        outcome=outcome or _result(scene.state),
        redo_until=scene.date("redo_until", "request.redo_window"),
        note=note,
    )


def _result(state: State) -> str:
    cycle = course.cycle(state)
    assert cycle is not None
    result: str = cycle["result"]
    return result


def redo(scene: Scene, fact: type[RedoBegan] | type[RedoAsked] | type[RedoOrdered], *, why: str) -> RedoBegan:
    """By the one who gave the last reply, in person and with a clock of its own."""
    cycle = course.cycle(scene.state)
    return fact(
        user=cycle["by_user"] if cycle else None,
        unit=cycle["unit"] if cycle else home(scene.state),
        redo=scene.date("redo", "request.redo"),
        why=why,
    )
