"""Every list of codes in a request, each code with its word."""

from linli.kinds.request.choices.ending import OUTCOMES, RESULTS, TOLD_RESULTS, UNTOLD
from linli.kinds.request.choices.handling import CONTACT_WAYS
from linli.kinds.request.choices.intake import ANSWERS, REFUSAL_GROUNDS
from linli.kinds.request.choices.opening import CHANNELS, ORDINARY, REPORTER_SORTS, SORTS, TOLD_CHANNELS, URGENCIES
from linli.kinds.request.choices.routing import RETURN_GROUNDS, RULINGS

__all__ = [
    "ANSWERS",
    "CHANNELS",
    "CONTACT_WAYS",
    "ORDINARY",
    "OUTCOMES",
    "REFUSAL_GROUNDS",
    "REPORTER_SORTS",
    "RESULTS",
    "RETURN_GROUNDS",
    "RULINGS",
    "SORTS",
    "TOLD_CHANNELS",
    "TOLD_RESULTS",
    "UNTOLD",
    "URGENCIES",
]
