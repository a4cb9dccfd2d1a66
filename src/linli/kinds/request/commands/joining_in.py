"""Saying at the counter that one has the same as somebody near by, instead of handing it in once more."""

from linli.ground.text import msg
from linli.kinds.request import joined
from linli.kinds.request.facts.joining_in import JoinedIn
from linli.matters.command import Scene, command
from linli.matters.state import State

NOT_FOR_NEIGHBOURS = msg("Nobody else can join in here. Hand it in yourself, and you get an answer of your own.")


def open_to_neighbours(state: State) -> str:
    return "" if joined.neighbourly(state) else NOT_FOR_NEIGHBOURS


@command(msg("I have it too"), act="answer", guard=open_to_neighbours, weight="hidden")
def join_in(scene: Scene) -> JoinedIn:
    """Told: nothing."""
    return JoinedIn()
