"""What can happen to a request beyond its straight course: confirming, supervision, whistles, others, data."""

from linli.kinds.request.facts.calling_back import CallBackWaived, CalledBack, NotReached
from linli.kinds.request.facts.closing import (
    Archived,
    Closed,
    ClosedUnconfirmed,
    Parked,
    Reopened,
    TakenBack,
    TakenUp,
    Withdrawn,
)
from linli.kinds.request.facts.confirming import Rated, RatedThere, RedoAsked, RedoBegan, RedoOrdered
from linli.kinds.request.facts.data_asks import DataAnswered, DataAsked
from linli.kinds.request.facts.merging import (
    Absorbed,
    AnsweredAlong,
    AnswerPassedOn,
    Merged,
    Released,
    Unmerged,
    WentAlone,
)
from linli.kinds.request.facts.splitting import Lapsed, PartAnswered, PartClosed, PartDropped, PartTakenIn, Split
from linli.kinds.request.facts.supervision import DelayExplained, NoticeAnswered, Supervised, SupervisionLifted, Urged
from linli.kinds.request.facts.whistle import (
    Arrived,
    ArrivedLate,
    WhistleBlown,
    WhistleContacted,
    WhistleContactedLate,
    WhistleRated,
    WhistleSigned,
    WhistleSignedLate,
)
from linli.matters.facts import Fact

BEYOND: tuple[type[Fact], ...] = (
    CalledBack,
    NotReached,
    CallBackWaived,
    Rated,
    RatedThere,
    RedoBegan,
    RedoAsked,
    RedoOrdered,
    Closed,
    ClosedUnconfirmed,
    Parked,
    TakenUp,
    Withdrawn,
    TakenBack,
    Archived,
    Reopened,
    Urged,
    DelayExplained,
    NoticeAnswered,
    Supervised,
    SupervisionLifted,
    WhistleBlown,
    WhistleSigned,
    WhistleSignedLate,
    WhistleContacted,
    WhistleContactedLate,
    Arrived,
    ArrivedLate,
    WhistleRated,
    Merged,
    Unmerged,
    WentAlone,
    Absorbed,
    Released,
    AnsweredAlong,
    AnswerPassedOn,
    Split,
    PartTakenIn,
    PartAnswered,
    PartDropped,
    PartClosed,
    Lapsed,
    DataAsked,
    DataAnswered,
)
