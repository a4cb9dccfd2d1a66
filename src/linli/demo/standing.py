"""Which post a user speaks from."""

from linli.matters.state import ASSISTING, State
from linli.place.models import Unit
from linli.place.tree import path_of
from linli.staff.acts import ASSISTING_ACTS
from linli.staff.posts import Held, allows, covering


def speaking(posts: tuple[Held, ...], act: str, *, unit: Unit, state: State | None) -> Held | None:
    """The post that covers the unit, or that of a unit that was called in."""
    return covering(posts, act, path_of(unit)) or _assisting(posts, act, state)


def _assisting(posts: tuple[Held, ...], act: str, state: State | None) -> Held | None:
    units = {duty.unit for duty in state.holders(ASSISTING)} if state and act in ASSISTING_ACTS else set()
    return next((post for post in posts if post.unit_id in units and allows((post,), act)), None)
