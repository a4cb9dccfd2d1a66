"""The colour table of a case: red can be solved now, orange not yet, yellow first results, green fully closed.

A docket that nobody has assessed is yellow for a working day and then red: as long as nobody has looked, it may well
be one that can be solved now. One that was handed over because somebody may get hurt is red at once. Past the lawful
limit it is red whatever was found, because only acting helps. What waits too long for a decision is orange.
"""

from linli.colours.colour import Colour
from linli.colours.rule import Rule
from linli.ground.text import msg
from linli.kinds.case.course import URGENT

AT_WORK = frozenset({"accepted", "filed"})
UNDER_LIMIT = AT_WORK | {"reported"}
LIVE = UNDER_LIMIT | {"suspended"}

ASSESS = msg("Turns back when it is assessed anew.")

RULES = (
    Rule(
        Colour.RED,
        msg("Handed over because someone may get hurt: look at it now"),
        stages=AT_WORK,
        flags=frozenset({URGENT}),
        back=ASSESS,
    ),
    Rule(
        Colour.RED,
        msg("Past its lawful limit"),
        stages=UNDER_LIMIT,
        after="limit",
        back=msg("Turns back when a result is approved, or more time that was asked for before is."),
    ),
    Rule(
        Colour.RED,
        msg("Can be solved now, and no progress was recorded in time"),
        stages=AT_WORK,
        flags=frozenset({"solvable"}),
        after="stale",
        back=msg("The reason turns back when progress is recorded."),
    ),
    Rule(Colour.RED, msg("Can be solved now: act"), stages=AT_WORK, flags=frozenset({"solvable"}), back=ASSESS),
    Rule(Colour.RED, msg("Not assessed in time: look at it now"), stages=AT_WORK, after="assess", back=ASSESS),
    Rule(
        Colour.ORANGE,
        msg("Result reported; nobody decided in time"),
        stages=frozenset({"reported"}),
        after="decision",
        back=msg("Turns back when the result is approved or sent back."),
    ),
    Rule(
        Colour.ORANGE,
        msg("More time was asked for; nobody decided in time"),
        stages=AT_WORK,
        after="decision",
        back=msg("Turns back when more time is approved or refused."),
    ),
    Rule(
        Colour.ORANGE,
        msg("Cannot be solved yet: look for a series"),
        stages=AT_WORK,
        flags=frozenset({"not_yet"}),
        back=ASSESS,
    ),
    Rule(
        Colour.ORANGE,
        msg("Suspended; the clock stands still"),
        stages=frozenset({"suspended"}),
        back=msg("Turns back when work on it goes on."),
    ),
    Rule(Colour.YELLOW, msg("First results: dig on"), stages=AT_WORK, flags=frozenset({"first_results"})),
    Rule(Colour.YELLOW, msg("Result reported; to be approved"), stages=frozenset({"reported"})),
    Rule(Colour.GREEN, msg("Fully closed"), stages=frozenset({"closed"})),
    Rule(Colour.GREEN, msg("Not filed; the reason was told"), stages=frozenset({"not_filed"})),
    Rule(Colour.GREEN, msg("Handed over; it goes on as another matter"), stages=frozenset({"converted"})),
    Rule(Colour.YELLOW, msg("Accepted; to be assessed")),
)
