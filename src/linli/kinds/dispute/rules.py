"""The colour table of a dispute: red danger, orange unresolved or failing, yellow in hand, green settled."""

from linli.colours.colour import Colour
from linli.colours.rule import Rule
from linli.ground.text import msg

LIVE = frozenset({"registered", "accepted", "mediating", "paused", "agreed", "performed", "terminated"})
UNSETTLED = LIVE - {"performed"}
UNDER_LIMIT = frozenset({"accepted", "mediating"})
AGREED, PERFORMED = frozenset({"agreed"}), frozenset({"performed"})
CLOSED, TERMINATED = frozenset({"closed"}), frozenset({"terminated"})

# Ours: no rule of law gives a number; ten is about one stairwell of a block of flats.
MANY_HOUSEHOLDS = 10

NO_DANGER = msg("Turns back when a new danger check answers every question with no.")
SETTLE = msg("Turns back when the sides agree, or more time is agreed before the limit runs out.")
PERFORM = msg("Turns back when what is due has been performed.")

RULES = (
    Rule(
        Colour.RED,
        msg("Someone may get hurt, and the danger check is due again"),
        stages=LIVE,
        flags=frozenset({"danger"}),
        after="look_again",
        back=NO_DANGER,
    ),
    Rule(Colour.RED, msg("Someone may get hurt"), stages=LIVE, flags=frozenset({"danger"}), back=NO_DANGER),
    Rule(
        Colour.ORANGE,
        msg("Not taken on or declined in time"),
        stages=frozenset({"registered"}),
        after="acceptance",
        back=msg("Turns back when it is taken on, or declined with word of where to turn."),
    ),
    Rule(Colour.ORANGE, msg("Unresolved past its limit"), stages=UNDER_LIMIT, after="limit", back=SETTLE),
    Rule(
        Colour.ORANGE,
        msg("Part of the agreement was not performed"),
        stages=AGREED,
        flags=frozenset({"defaulted"}),
        back=PERFORM,
    ),
    Rule(Colour.ORANGE, msg("Agreement not performed in time"), stages=AGREED, after="performance", back=PERFORM),
    Rule(
        Colour.ORANGE,
        msg("Many households affected"),
        stages=UNSETTLED,
        flags=frozenset({"many_households"}),
        back=msg("Turns back when the agreement has been performed."),
    ),
    Rule(
        Colour.YELLOW,
        msg("Agreed; the time to apply for judicial confirmation is over"),
        stages=AGREED,
        flags=frozenset({"confirmable"}),
        after="confirmation",
    ),
    Rule(
        Colour.YELLOW,
        msg("Agreed; last days to apply for judicial confirmation"),
        stages=AGREED,
        flags=frozenset({"confirmable"}),
        after="confirmation_second",
    ),
    Rule(
        Colour.YELLOW,
        msg("Agreed; remind both sides of judicial confirmation"),
        stages=AGREED,
        flags=frozenset({"confirmable"}),
        after="confirmation_first",
    ),
    Rule(Colour.YELLOW, msg("Agreed; performance is being watched"), stages=AGREED),
    Rule(
        Colour.YELLOW,
        msg("Performed and visited; the file is still to be closed"),
        stages=PERFORMED,
        flags=frozenset({"visited"}),
    ),
    Rule(
        Colour.YELLOW,
        msg("Performed; the follow-up visit is overdue"),
        stages=PERFORMED,
        after="visit",
    ),
    Rule(Colour.YELLOW, msg("Performed; the follow-up visit is to come"), stages=PERFORMED),
    Rule(Colour.YELLOW, msg("Clock stopped for an expert's result"), stages=frozenset({"paused"})),
    Rule(Colour.YELLOW, msg("Mediation ended; the file is still to be closed"), stages=TERMINATED),
    Rule(
        Colour.GREEN,
        msg("Closed without a settlement; the other lawful ways were told"),
        stages=CLOSED,
        flags=frozenset({"unsettled"}),
    ),
    Rule(Colour.GREEN, msg("Settled, and followed up"), stages=CLOSED),
    Rule(Colour.GREEN, msg("Not taken on; where to turn was told"), stages=frozenset({"declined"})),
    Rule(Colour.GREEN, msg("Handed over; it goes on as another matter"), stages=frozenset({"converted"})),
    Rule(Colour.YELLOW, msg("Ordinary, in hand")),
)
