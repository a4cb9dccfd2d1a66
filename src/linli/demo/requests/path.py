"""A path of a request: which course, how often, how old, and what it asks of the request itself."""

from collections.abc import Callable
from dataclasses import dataclass

from linli.demo.requests.asked import Bent
from linli.demo.requests.errand import Errand

AS_IT_COMES = Bent()
ORDINARY = Bent(anonymous=False, confidential=False)
"""Somebody with a telephone whose name the unit may read: who can be called."""
BY_THE_COMMUNITY = Bent(
    fits=lambda wish: wish.to == "community" and wish.sort in {"help", "complaint"}, anonymous=False, confidential=False
)
HELP = Bent(fits=lambda wish: wish.sort == "help", anonymous=False, confidential=False)
"""Of these the limit is the shortest."""
IN_XIAOMAN = Bent(
    fits=lambda wish: wish.to == "community" and wish.sort == "help",
    anonymous=False,
    confidential=False,
    place="小满社区",
)
"""For the community that a visitor can sign in to."""


@dataclass(frozen=True)
class Path:
    """`here` of them on the street that visitors sign in to; so many days old, or so many working days."""

    name: str
    tell: Callable[[Errand], None]
    here: int
    elsewhere: int
    days: tuple[int, int] = (45, 420)
    workdays: tuple[int, int] | None = None
    newest: bool = False
    only_streets: bool = False
    bent: Bent = AS_IT_COMES
