"""What can have happened to a dispute, told in the past tense."""

from linli.kinds.dispute.facts.agreement import (
    Agreed,
    ConfirmationAnswered,
    ConfirmationApplied,
    Defaulted,
    PerformanceUrged,
    Performed,
)
from linli.kinds.dispute.facts.danger import DangerCleared, DangerFound
from linli.kinds.dispute.facts.ending import Closed, Converted, Declined, Reopened, Terminated, Visited
from linli.kinds.dispute.facts.mediators import Joined, LeftJoint, MediatorsChanged, MediatorsNamed, Opined, Recused
from linli.kinds.dispute.facts.opening import Classified, HouseholdsCounted, Opened, TakenOver
from linli.kinds.dispute.facts.parties import PartyAdded, PartyCorrected, PartyRemoved
from linli.kinds.dispute.facts.routing import Accepted, Assigned, ConsentGiven, ConsentRefused, HandedTo
from linli.kinds.dispute.facts.sessions import (
    ConcessionNoted,
    Extended,
    Paused,
    Resumed,
    SessionHeld,
    UndisputedNoted,
)
from linli.matters.facts import Fact

FACTS: tuple[type[Fact], ...] = (
    Opened,
    TakenOver,
    Classified,
    HouseholdsCounted,
    PartyAdded,
    PartyCorrected,
    PartyRemoved,
    DangerFound,
    DangerCleared,
    Accepted,
    Declined,
    ConsentGiven,
    ConsentRefused,
    Assigned,
    HandedTo,
    MediatorsNamed,
    MediatorsChanged,
    Recused,
    Joined,
    Opined,
    LeftJoint,
    SessionHeld,
    UndisputedNoted,
    ConcessionNoted,
    Paused,
    Resumed,
    Extended,
    Agreed,
    Performed,
    Defaulted,
    PerformanceUrged,
    ConfirmationApplied,
    ConfirmationAnswered,
    Terminated,
    Converted,
    Visited,
    Closed,
    Reopened,
)
