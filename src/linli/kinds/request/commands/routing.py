"""Sending a request to the unit that handles it."""

from linli.ground.text import msg
from linli.kinds.request.commands.sending import sent
from linli.kinds.request.facts.routing import Dispatched
from linli.kinds.request.forms.routing import DispatchForm
from linli.matters.command import Scene, command
from linli.matters.state import DESK


@command(msg("Dispatch"), act="assign", form=DispatchForm, stages=("accepted",), of=DESK)
def dispatch(scene: Scene) -> Dispatched:
    """Told: to_unit; perhaps assisting (units), why (where the catalogue names another unit, or none), task (needed
    where it is confidential).
    """
    return Dispatched(**sent(scene))
