"""The dispute: how it stands from the first word to settled and followed up."""

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.choices.table import CHOICES
from linli.kinds.dispute.commands import COMMANDS, OPENING, TAKING_OVER
from linli.kinds.dispute.counter import COUNTER
from linli.kinds.dispute.counting import COUNTING
from linli.kinds.dispute.dossier.form import DOSSIER
from linli.kinds.dispute.dossier.papers import PAPERS
from linli.kinds.dispute.facts import FACTS
from linli.kinds.dispute.incoming import INCOMING
from linli.kinds.dispute.panel.whole import panel_values
from linli.kinds.dispute.rules import RULES
from linli.matters.everyday import EVERYDAY, EVERYDAY_CHOICES, EVERYDAY_FACTS
from linli.matters.kind import Kind, Stage, register
from linli.matters.papers import words_of_forms

STAGES = {
    "registered": Stage(msg("Registered"), "intake", due=("acceptance", "look_again")),
    "accepted": Stage(msg("Taken on"), "routing", due=("limit", "look_again")),
    "mediating": Stage(msg("In mediation"), "handling", due=("limit", "look_again")),
    "paused": Stage(msg("Clock stopped"), "handling", clock="paused"),
    "agreed": Stage(msg("Agreed, to be performed"), "confirming", due=("performance", "look_again")),
    "performed": Stage(msg("Performed, to be visited"), "confirming", due=("visit", "look_again")),
    "terminated": Stage(msg("Mediation ended"), "confirming", clock="paused"),
    "closed": Stage(msg("Closed and filed"), "closed", clock="stopped"),
    "declined": Stage(msg("Not taken on"), "closed", clock="stopped"),
    "converted": Stage(msg("Handed over"), "closed", clock="stopped"),
}
FLAGS = {
    "danger": msg("Someone may get hurt"),
    "many_households": msg("Many households affected"),
    "defaulted": msg("Part of the agreement not performed"),
    "confirmable": msg("Judicial confirmation not applied for"),
    "visited": msg("Visited"),
    "unsettled": msg("No settlement"),
}
MARKS = {
    "acceptance": msg("To be taken on or declined by"),
    "limit": msg("Limit of mediation"),
    "look_again": msg("Next danger check"),
    "performance": msg("Next performance"),
    "confirmation": msg("Last day to apply for judicial confirmation"),
    "confirmation_first": msg("First reminder of judicial confirmation"),
    "confirmation_second": msg("Second reminder of judicial confirmation"),
    "visit": msg("Follow-up visit"),
}

DISPUTE = register(
    Kind(
        name="dispute",
        word=msg("Dispute"),
        plural=msg("Disputes"),
        series="dispute",
        stages=STAGES,
        rules=RULES,
        facts=(*FACTS, *EVERYDAY_FACTS),
        opening=OPENING,
        commands=(*COMMANDS, *EVERYDAY),
        panel="dispute/panel.html",
        flags=FLAGS,
        marks=MARKS,
        choices={**EVERYDAY_CHOICES, **CHOICES, "form": words_of_forms(PAPERS)},
        taking_over=TAKING_OVER,
        counting=COUNTING,
        panel_values=panel_values,
        barred=course.recused,
        counter=COUNTER,
        papers=PAPERS,
        dossier=DOSSIER,
        incoming=INCOMING,
    )
)
