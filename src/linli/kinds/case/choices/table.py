"""Every field of a case that holds a code, with the words of its codes."""

from linli.kinds.case.choices.assessing import ASSESSMENTS, GROUNDS
from linli.kinds.case.choices.ending import DECLINE_REASONS, OUTCOMES, RESULTS
from linli.kinds.case.choices.opening import CLASSES, SOURCES

CHOICES = {
    "case_class": CLASSES,
    "source": SOURCES,
    "assessment": ASSESSMENTS,
    "assessment_ground": GROUNDS,
    "decline_reason": DECLINE_REASONS,
    "result": RESULTS,
    "outcome": OUTCOMES,
}
