"""What can have happened to a case, told in the past tense."""

from linli.kinds.case.facts.assessing import Assessed, Progressed
from linli.kinds.case.facts.complainants import ComplainantAdded
from linli.kinds.case.facts.converting import Converted
from linli.kinds.case.facts.describing import Classified, MethodDescribed, OccurrenceCorrected
from linli.kinds.case.facts.extension import ExtensionApproved, ExtensionAsked, ExtensionRefused
from linli.kinds.case.facts.filing import Filed, FilingDeclined
from linli.kinds.case.facts.opening import Opened, TakenOver, TakenOverUrgently
from linli.kinds.case.facts.results import ReportedThere, ResultApproved, ResultReported, SentBack, Suspended
from linli.kinds.case.facts.returning import Reopened, Resumed
from linli.kinds.case.facts.routing import Assigned
from linli.kinds.case.facts.series import SeriesJoined, SeriesLeft
from linli.matters.facts import Fact
from linli.matters.handing import HandedTo

FACTS: tuple[type[Fact], ...] = (
    Opened,
    TakenOver,
    TakenOverUrgently,
    ComplainantAdded,
    Classified,
    MethodDescribed,
    OccurrenceCorrected,
    Filed,
    FilingDeclined,
    Assigned,
    HandedTo,
    Assessed,
    Progressed,
    SeriesJoined,
    SeriesLeft,
    ExtensionAsked,
    ExtensionApproved,
    ExtensionRefused,
    ResultReported,
    ReportedThere,
    ResultApproved,
    SentBack,
    Suspended,
    Resumed,
    Reopened,
    Converted,
)
