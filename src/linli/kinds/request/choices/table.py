"""Every field of a request that holds a code, with the words of its codes."""

from linli.kinds.request.choices.ending import OUTCOMES, RESULTS
from linli.kinds.request.choices.handling import CONTACT_WAYS
from linli.kinds.request.choices.intake import REFUSAL_GROUNDS
from linli.kinds.request.choices.opening import CHANNELS, REPORTER_SORTS, SORTS, URGENCIES
from linli.kinds.request.choices.routing import RETURN_GROUNDS, RULINGS

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
    # Part B: the lists of calling back, supervision, whistles, merging and what residents ask of their data.
}
