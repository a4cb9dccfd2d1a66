"""What can have happened to a request, told in the past tense."""

from linli.kinds.request.facts.handling import Replied, Signed
from linli.kinds.request.facts.intake import Accepted
from linli.kinds.request.facts.opening import HandedIn, ReporterNamed, TakenIn
from linli.kinds.request.facts.routing import Dispatched
from linli.kinds.request.facts.takeover import TakenOver
from linli.matters.facts import Fact

PART_A: tuple[type[Fact], ...] = (
    TakenIn,
    HandedIn,
    TakenOver,
    ReporterNamed,
    Accepted,
    Dispatched,
    Signed,
    Replied,
)
# Part B: confirming, calling_back, supervision, whistle, merging, splitting, data_asks.
PART_B: tuple[type[Fact], ...] = ()
FACTS: tuple[type[Fact], ...] = (*PART_A, *PART_B)
