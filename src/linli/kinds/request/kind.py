"""The request: what a resident asks for, from the first word to closed and confirmed by who asked."""

from linli.ground.text import msg
from linli.kinds.request import course, joined, secrecy
from linli.kinds.request.choices.table import CHOICES
from linli.kinds.request.commands import COMMANDS, HAND_IN, JOINING, OPENING, TAKING_OVER
from linli.kinds.request.counting import COUNTING
from linli.kinds.request.facts import FACTS
from linli.kinds.request.incoming import INCOMING
from linli.kinds.request.panel.whole import panel_values
from linli.kinds.request.papers import PAPERS
from linli.kinds.request.rules import RULES
from linli.matters.counter import Counter
from linli.matters.everyday import EVERYDAY, EVERYDAY_CHOICES, EVERYDAY_FACTS
from linli.matters.kind import Kind, Stage, register
from linli.matters.papers import words_of_forms
from linli.matters.public import Public
from linli.matters.state import DESK

STAGES = {
    "handed_in": Stage(msg("Handed in, to be accepted"), "intake", due=("accept",)),
    "accepted": Stage(msg("Accepted, to be dispatched"), "routing", due=("dispatch", "reply")),
    "dispatched": Stage(msg("Dispatched, to be signed for"), "routing", due=("sign", "reply")),
    "return_asked": Stage(msg("Return asked for"), "routing", due=("ruling", "reply")),
    "in_progress": Stage(msg("In hand"), "handling", due=("contact", "reply")),
    "suspended": Stage(msg("Suspended"), "handling", clock="paused"),
    "redo": Stage(msg("Being done again"), "handling", due=("redo",)),
    "merged": Stage(msg("Goes with another request"), "handling", due=("reply",)),
    "replied": Stage(msg("Answered, to be called back"), "confirming", due=("callback",)),
    "parked": Stage(msg("Parked"), "confirming", clock="paused", due=("review",)),
    "answered": Stage(msg("Answered at intake"), "closed", clock="stopped"),
    "not_accepted": Stage(msg("Not accepted"), "closed", clock="stopped"),
    "closed": Stage(msg("Closed"), "closed", clock="stopped"),
    "archived": Stage(msg("Filed away"), "closed", clock="stopped"),
    "converted": Stage(msg("Handed over"), "closed", clock="stopped"),
}
FLAGS = {
    "danger": msg("Danger to life or property"),
    "unsolved": msg("Not solved, the resident says"),
    "returned_once": msg("Returned once"),
    "returned_twice": msg("Returned twice"),
    "designated": msg("Designated; may not be returned"),
    "many": msg("Reported by many"),
    "urged": msg("Urged"),
    "supervised_yellow": msg("Under a yellow notice"),
    "supervised_red": msg("Under a red notice"),
    "confidential": msg("Confidential"),
    "extension_asked": msg("More time asked for"),
    "unconfirmed": msg("Without the resident's word"),
    "withdrawn": msg("Taken back"),
    "whistled": msg("Departments called in"),
}
MARKS = {
    "accept": msg("To be accepted by"),
    "dispatch": msg("To be dispatched by"),
    "sign": msg("To be signed for by"),
    "contact": msg("First contact by"),
    "reply": msg("To be answered by"),
    "soon": msg("One working day before"),
    "ruling": msg("The desk rules by"),
    "awaiting": msg("Waiting for a decision since"),
    "data_answer": msg("Answer about data by"),
    "decision": msg("To be decided by"),
    "callback": msg("Call back by"),
    "redo": msg("To be done again by"),
    "redo_until": msg("May be asked to do it again until"),
    "review": msg("To be looked at again on"),
    "urge": msg("Account after the urging by"),
    "supervision": msg("Account under supervision by"),
    "whistle_sign": msg("Department called in signs by"),
    "whistle_contact": msg("Department called in makes contact by"),
    "whistle_arrive": msg("Department called in comes by"),
}

REQUEST = register(
    Kind(
        name="request",
        word=msg("Request"),
        plural=msg("Requests"),
        series="request",
        stages=STAGES,
        rules=RULES,
        facts=(*FACTS, *EVERYDAY_FACTS),
        opening=OPENING,
        commands=(*COMMANDS, *EVERYDAY),
        panel="request/panel.html",
        flags=FLAGS,
        marks=MARKS,
        choices={**EVERYDAY_CHOICES, **CHOICES, "form": words_of_forms(PAPERS)},
        taking_over=TAKING_OVER,
        counting=COUNTING,
        awaits={"awaiting": ("approve", DESK), "ruling": ("assign", DESK), "data_answer": ("approve", DESK)},
        panel_values=panel_values,
        withheld=secrecy.withheld,
        reach=course.reach,
        story=course.story,
        whereabouts=course.whereabouts,
        voices=joined.voices,
        goes_with=joined.merged_into,
        neighbourly=joined.neighbourly,
        counter=Counter(
            hand_in=HAND_IN,
            what=("category", "story"),
            where=("place", "cell", "point"),
            reach=("sort", "name", "phone", "anonymous", "wants_reply", "confidential", "reported_unit"),
            word=msg("Hand in a request"),
            explains=msg("Something is broken, in the way, unclear or wrong in your neighbourhood: tell us."),
            progress=course.progress,
            expected=("accept", "redo", "reply"),
            avoids="reported_unit",
            joins=JOINING,
        ),
        public=Public(shows=course.may_be_public, asks=("sort",), assumed={"sort": "help"}, anonymous="anonymous"),
        papers=PAPERS,
        incoming=INCOMING,
    )
)
