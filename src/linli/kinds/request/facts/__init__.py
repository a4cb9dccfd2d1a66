"""What can have happened to a request, told in the past tense."""

from linli.kinds.request.facts.beyond import BEYOND
from linli.kinds.request.facts.clock import ExtensionAsked, ExtensionGranted, ExtensionRefused, Resumed, Suspended
from linli.kinds.request.facts.converting import Converted
from linli.kinds.request.facts.describing import KeptConfidential, PlaceCorrected, Reclassified
from linli.kinds.request.facts.handling import Contacted, Progressed, Replied, RepliedThere, Signed
from linli.kinds.request.facts.intake import Accepted, AnsweredNow, NotAccepted
from linli.kinds.request.facts.joining_in import JoinedIn
from linli.kinds.request.facts.opening import HandedIn, ReporterNamed, TakenIn
from linli.kinds.request.facts.routing import (
    Designated,
    Dispatched,
    DispatchedThere,
    ReDispatched,
    ReturnAsked,
    ReturnUpheld,
)
from linli.kinds.request.facts.takeover import TakenOver
from linli.matters.facts import Fact

PART_A: tuple[type[Fact], ...] = (
    TakenIn,
    HandedIn,
    TakenOver,
    ReporterNamed,
    Accepted,
    NotAccepted,
    AnsweredNow,
    Dispatched,
    DispatchedThere,
    ReDispatched,
    Designated,
    ReturnAsked,
    ReturnUpheld,
    Signed,
    Contacted,
    Progressed,
    Replied,
    RepliedThere,
    ExtensionAsked,
    ExtensionGranted,
    ExtensionRefused,
    Suspended,
    Resumed,
    Reclassified,
    PlaceCorrected,
    KeptConfidential,
    Converted,
    JoinedIn,
)
FACTS: tuple[type[Fact], ...] = (*PART_A, *BEYOND)
