"""Every list of codes in a case, each code with its word."""

from linli.kinds.case.choices.assessing import ASSESSMENTS, GROUNDS, SUPPORTS
from linli.kinds.case.choices.ending import DECLINE_REASONS, OUTCOMES, RESULTS
from linli.kinds.case.choices.opening import CLASSES, SOURCES, TOLD_SOURCES

__all__ = [
    "ASSESSMENTS",
    "CLASSES",
    "DECLINE_REASONS",
    "GROUNDS",
    "OUTCOMES",
    "RESULTS",
    "SOURCES",
    "SUPPORTS",
    "TOLD_SOURCES",
]
