"""Every field of a request that holds a code, with the words of its codes."""

from linli.kinds.request.choices.confirming import (
    ANSWER_REASONS,
    SATISFACTION,
    SOLVED,
    TRIED_BY,
    WAIVE_GROUNDS,
    YES_NO,
)
from linli.kinds.request.choices.data_asks import DATA_ASKS, DATA_RULINGS
from linli.kinds.request.choices.ending import OUTCOMES, RESULTS
from linli.kinds.request.choices.handling import CONTACT_WAYS
from linli.kinds.request.choices.intake import REFUSAL_GROUNDS
from linli.kinds.request.choices.opening import CHANNELS, REPORTER_SORTS, SORTS, URGENCIES
from linli.kinds.request.choices.routing import RETURN_GROUNDS, RULINGS
from linli.kinds.request.choices.supervision import EXCEPTIONS, LEVELS, SUPERVISE_GROUNDS, URGE_GROUNDS
from linli.kinds.request.choices.whistle import WHISTLE_GROUNDS, WHISTLE_SORTS

CHOICES = {
    "sort": SORTS,
    "channel": CHANNELS,
    "urgency": URGENCIES,
    "reporter_sort": REPORTER_SORTS,
    "refusal_ground": REFUSAL_GROUNDS,
    "return_ground": RETURN_GROUNDS,
    "ruling": RULINGS,
    "contact_way": CONTACT_WAYS,
    "result": RESULTS,
    "outcome": OUTCOMES,
    "contacted": YES_NO,
    "solved": SOLVED,
    "satisfaction": SATISFACTION,
    "answer_reason": ANSWER_REASONS,
    "tried_by": TRIED_BY,
    "waive_ground": WAIVE_GROUNDS,
    "urge_ground": URGE_GROUNDS,
    "supervise_ground": SUPERVISE_GROUNDS,
    "level": LEVELS,
    "exception": EXCEPTIONS,
    "whistle_ground": WHISTLE_GROUNDS,
    "whistle_sort": WHISTLE_SORTS,
    "data_ask": DATA_ASKS,
    "data_ruling": DATA_RULINGS,
}
