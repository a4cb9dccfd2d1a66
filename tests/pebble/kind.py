"""The pebble as a kind: the list of all it is made of."""

from linli.ground.text import msg
from linli.matters.counter import Counter
from linli.matters.everyday import EVERYDAY, EVERYDAY_CHOICES, EVERYDAY_FACTS
from linli.matters.kind import Kind, Stage, register
from linli.matters.papers import words_of_forms
from tests.pebble import facts
from tests.pebble.choices import SIZES
from tests.pebble.commands import COMMANDS, find, hand_in, take_over
from tests.pebble.counting import COUNTING
from tests.pebble.dossier import DOSSIER
from tests.pebble.papers import PAPERS
from tests.pebble.rules import RULES

STAGES = {
    "found": Stage(msg("found"), phase="intake"),
    "carried": Stage(msg("carried"), phase="handling", due=("limit",)),
    "home": Stage(msg("home"), phase="closed", clock="stopped"),
    "handed_over": Stage(msg("handed over"), phase="closed", clock="stopped"),
}

PROGRESS = {"found": 1, "carried": 3, "home": 4, "handed_over": 4}
COUNTER = Counter(
    hand_in=hand_in,
    what=("title", "size"),
    where=("place", "cell", "point"),
    reach=("finder", "phone", "confidential", "reported_unit"),
    word=msg("Hand in a pebble"),
    explains=msg("A pebble that lies in the way."),
    progress=lambda state: PROGRESS[state.stage],
    expected=("limit",),
)

PEBBLE = register(
    Kind(
        name="pebble",
        word=msg("Pebble"),
        plural=msg("Pebbles"),
        series="pebble",
        stages=STAGES,
        rules=RULES,
        facts=(
            facts.Found,
            facts.TakenOver,
            facts.Warned,
            facts.Calmed,
            facts.Carried,
            facts.PassedOn,
            facts.BroughtHome,
            facts.HandedOver,
            facts.Praised,
            *EVERYDAY_FACTS,
        ),
        opening=find,
        commands=(*COMMANDS, *EVERYDAY),
        panel="pebble/panel.html",
        flags={"danger": msg("danger")},
        marks={"limit": msg("Limit")},
        choices={"size": SIZES, **EVERYDAY_CHOICES, "form": words_of_forms(PAPERS)},
        taking_over=take_over,
        counting=COUNTING,
        counter=COUNTER,
        papers=PAPERS,
        dossier=DOSSIER,
    )
)
