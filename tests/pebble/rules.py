"""The colour table of a pebble, read top down."""

from datetime import timedelta

from linli.colours.colour import Colour
from linli.colours.rule import Rule
from linli.ground.text import msg

AWAY = frozenset({"found", "carried"})
CARRIED = frozenset({"carried"})

RULES = (
    Rule(
        Colour.RED,
        msg("Somebody may trip over it"),
        stages=AWAY,
        flags=frozenset({"danger"}),
        back=msg("Turns back when the danger is over."),
    ),
    Rule(
        Colour.ORANGE,
        msg("Not home in time"),
        stages=CARRIED,
        after="limit",
        back=msg("Turns back when it is home."),
    ),
    Rule(Colour.YELLOW, msg("Due home within a day"), stages=CARRIED, after="limit", earlier=timedelta(days=1)),
    Rule(Colour.YELLOW, msg("On its way home"), stages=CARRIED),
    Rule(Colour.GREEN, msg("Home"), stages=frozenset({"home"})),
    Rule(Colour.GREEN, msg("Handed over; it goes on as another matter"), stages=frozenset({"handed_over"})),
    Rule(Colour.YELLOW, msg("Lies where it was found")),
)
