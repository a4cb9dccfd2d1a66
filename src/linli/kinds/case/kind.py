"""The case: the docket of an accepted incident, from the first word to fully closed. No field for a suspect."""

from linli.ground.text import msg
from linli.kinds.case import course
from linli.kinds.case.choices.table import CHOICES
from linli.kinds.case.commands import COMMANDS, OPENING, TAKING_OVER
from linli.kinds.case.counting import COUNTING
from linli.kinds.case.facts import FACTS
from linli.kinds.case.incoming import INCOMING
from linli.kinds.case.panel.whole import panel_values
from linli.kinds.case.rules import RULES
from linli.matters.everyday import EVERYDAY, EVERYDAY_CHOICES, EVERYDAY_FACTS
from linli.matters.kind import Kind, Stage, register

AT_WORK = ("limit", "assess")
STAGES = {
    "accepted": Stage(msg("Accepted, to be filed"), "routing", due=AT_WORK),
    "filed": Stage(msg("Filed, at work"), "handling", due=AT_WORK),
    "suspended": Stage(msg("Suspended"), "handling", clock="paused"),
    "reported": Stage(msg("Result to be approved"), "confirming", due=("limit",)),
    "closed": Stage(msg("Closed and filed"), "closed", clock="stopped"),
    "not_filed": Stage(msg("Not filed"), "closed", clock="stopped"),
    "converted": Stage(msg("Handed over"), "closed", clock="stopped"),
}
FLAGS = {
    "solvable": msg("Can be solved now"),
    "not_yet": msg("Cannot be solved yet"),
    "first_results": msg("First results"),
    course.URGENT: msg("Someone may get hurt"),
}
MARKS = {
    "limit": msg("Lawful limit of handling"),
    "assess": msg("First assessment"),
    "stale": msg("Next progress entry"),
    "awaiting": msg("Waiting for a decision since"),
    "decision": msg("To be decided by"),
}

CASE = register(
    Kind(
        name="case",
        word=msg("Case"),
        plural=msg("Cases"),
        series="case",
        stages=STAGES,
        rules=RULES,
        facts=(*FACTS, *EVERYDAY_FACTS),
        opening=OPENING,
        commands=(*COMMANDS, *EVERYDAY),
        panel="case/panel.html",
        flags=FLAGS,
        marks=MARKS,
        choices={**EVERYDAY_CHOICES, **CHOICES},
        taking_over=TAKING_OVER,
        counting=COUNTING,
        panel_values=panel_values,
        trace=course.trace,
        incoming=INCOMING,
    )
)
