"""What can have happened to a dispute, told in the past tense."""

from linli.kinds.dispute.facts.agreement import Agreed
from linli.kinds.dispute.facts.classing import Classified, HouseholdsCounted
from linli.kinds.dispute.facts.clock import Paused, Resumed
from linli.kinds.dispute.facts.closing import Closed, Reopened
from linli.kinds.dispute.facts.confirmation import ConfirmationAnswered, ConfirmationApplied
from linli.kinds.dispute.facts.consent import ConsentGiven, ConsentRefused
from linli.kinds.dispute.facts.converting import Converted
from linli.kinds.dispute.facts.corrections import PartyCorrected, PartyRemoved
from linli.kinds.dispute.facts.danger import DangerCleared, DangerFound
from linli.kinds.dispute.facts.default import Defaulted, PerformanceUrged
from linli.kinds.dispute.facts.ending import Terminated
from linli.kinds.dispute.facts.extension import Extended
from linli.kinds.dispute.facts.joint import Joined, LeftJoint, Opined
from linli.kinds.dispute.facts.mediators import MediatorsChanged, MediatorsNamed, Recused
from linli.kinds.dispute.facts.noted import ConcessionNoted, UndisputedNoted
from linli.kinds.dispute.facts.opening import Opened
from linli.kinds.dispute.facts.papers import PapersReturned
from linli.kinds.dispute.facts.parties import PartyAdded
from linli.kinds.dispute.facts.performance import Performed
from linli.kinds.dispute.facts.routing import Assigned, HandedTo
from linli.kinds.dispute.facts.sessions import SessionHeld
from linli.kinds.dispute.facts.takeover import TakenOver, TakenOverUrgently
from linli.kinds.dispute.facts.taking_on import Accepted, Declined
from linli.kinds.dispute.facts.visits import Visited
from linli.matters.facts import Fact

FACTS: tuple[type[Fact], ...] = (
    Opened,
    TakenOver,
    TakenOverUrgently,
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
    PapersReturned,
    Converted,
    Visited,
    Closed,
    Reopened,
)
