"""The colour table of a request: red overdue, dangerous or not solved, orange soon due or stuck, yellow in hand.

Danger and a resident's "not solved" are red whatever the clock says. What goes with another request is answered there,
so it is yellow for its own part. Green is only what is closed, and each way of closing has its own reason.
"""

from linli.colours.colour import Colour
from linli.colours.rule import Rule
from linli.ground.text import msg

UNDER_LIMIT = frozenset({"accepted", "dispatched", "return_asked", "in_progress"})
"""Where the limit of the reply runs."""
AT_WORK = UNDER_LIMIT | {"redo"}
"""Where somebody has to act for the resident."""
OPEN = frozenset({"handed_in"}) | AT_WORK
LIVE = OPEN | {"suspended", "merged", "replied", "parked"}
ENDED = frozenset({"answered", "not_accepted", "closed", "archived", "converted"})

ANSWER = msg("Turns back when it is answered.")
RULED = msg("Turns back when the desk has ruled.")
DECIDED = msg("Turns back when more time is granted or refused.")
WHISTLE = msg("Turns back when the department called in has done so.")

RULES = (
    Rule(
        Colour.RED,
        msg("Danger to life or property"),
        stages=OPEN | {"suspended"},
        flags=frozenset({"danger"}),
        back=msg("Turns back when it is answered, or found to be less urgent."),
    ),
    Rule(
        Colour.RED,
        msg("Not solved, the resident says, and the time to do it again is over"),
        stages=frozenset({"redo"}),
        flags=frozenset({"unsolved"}),
        after="redo",
        back=ANSWER,
    ),
    Rule(Colour.RED, msg("Overdue"), stages=UNDER_LIMIT, after="reply", back=ANSWER),
    Rule(
        Colour.RED,
        msg("Not solved, the resident says: do it again"),
        stages=AT_WORK,
        flags=frozenset({"unsolved"}),
        back=ANSWER,
    ),
    Rule(Colour.RED, msg("To be done again, and overdue"), stages=frozenset({"redo"}), after="redo", back=ANSWER),
    Rule(
        Colour.ORANGE,
        msg("Under a red notice"),
        stages=AT_WORK,
        flags=frozenset({"supervised_red"}),
        back=msg("Turns back when the notice is lifted."),
    ),
    Rule(
        Colour.ORANGE,
        msg("Not accepted or answered in time"),
        stages=frozenset({"handed_in"}),
        after="accept",
        back=msg("Turns back when it is accepted, or answered with the ground of not accepting it."),
    ),
    Rule(
        Colour.ORANGE,
        msg("Not dispatched in time"),
        stages=frozenset({"accepted"}),
        after="dispatch",
        back=msg("Turns back when it is dispatched."),
    ),
    Rule(
        Colour.ORANGE,
        msg("Not signed for in time"),
        stages=frozenset({"dispatched"}),
        after="sign",
        back=msg("Turns back when the unit signs for it."),
    ),
    Rule(
        Colour.ORANGE,
        msg("Return asked for; the desk did not rule in time"),
        stages=frozenset({"return_asked"}),
        after="ruling",
        back=RULED,
    ),
    Rule(
        Colour.ORANGE,
        msg("The resident was not contacted in time"),
        stages=frozenset({"in_progress"}),
        after="contact",
        back=msg("Turns back when the resident has been contacted."),
    ),
    Rule(
        Colour.ORANGE,
        msg("More time was asked for; nobody decided in time"),
        stages=frozenset({"in_progress"}),
        flags=frozenset({"extension_asked"}),
        after="decision",
        back=DECIDED,
    ),
    Rule(
        Colour.ORANGE,
        msg("A department called in did not sign in time"),
        stages=AT_WORK,
        after="whistle_sign",
        back=WHISTLE,
    ),
    Rule(
        Colour.ORANGE,
        msg("A department called in did not make contact in time"),
        stages=AT_WORK,
        after="whistle_contact",
        back=WHISTLE,
    ),
    Rule(
        Colour.ORANGE,
        msg("A department called in did not come in time"),
        stages=AT_WORK,
        after="whistle_arrive",
        back=WHISTLE,
    ),
    Rule(
        Colour.ORANGE,
        msg("Supervised; no account was given in time"),
        stages=AT_WORK,
        after="supervision",
        back=msg("Turns back when the delay is explained or the notice lifted."),
    ),
    Rule(
        Colour.ORANGE,
        msg("Urged; no account was given in time"),
        stages=AT_WORK,
        after="urge",
        back=msg("Turns back when the delay is explained."),
    ),
    Rule(Colour.ORANGE, msg("Due within one working day"), stages=UNDER_LIMIT, after="soon", back=ANSWER),
    Rule(
        Colour.ORANGE,
        msg("Returned twice: who is in charge?"),
        stages=OPEN,
        flags=frozenset({"returned_twice"}),
        back=ANSWER,
    ),
    Rule(Colour.ORANGE, msg("Reported by many"), stages=OPEN, flags=frozenset({"many"}), back=ANSWER),
    Rule(
        Colour.ORANGE,
        msg("Answered; not called back in time"),
        stages=frozenset({"replied"}),
        after="callback",
        back=msg("Turns back when the resident has been called back."),
    ),
    Rule(
        Colour.ORANGE,
        msg("Parked; the day to look at it again is over"),
        stages=frozenset({"parked"}),
        after="review",
        back=msg("Turns back when it is taken up again."),
    ),
    Rule(Colour.YELLOW, msg("Handed in; to be accepted"), stages=frozenset({"handed_in"})),
    Rule(Colour.YELLOW, msg("Accepted; to be dispatched"), stages=frozenset({"accepted"})),
    Rule(Colour.YELLOW, msg("Dispatched; to be signed for"), stages=frozenset({"dispatched"})),
    Rule(Colour.YELLOW, msg("Return asked for; the desk is to rule"), stages=frozenset({"return_asked"})),
    Rule(Colour.YELLOW, msg("Suspended; the clock stands still"), stages=frozenset({"suspended"})),
    Rule(Colour.YELLOW, msg("Being done again"), stages=frozenset({"redo"})),
    Rule(Colour.YELLOW, msg("Goes with another request and is answered there"), stages=frozenset({"merged"})),
    Rule(Colour.YELLOW, msg("Answered; to be called back"), stages=frozenset({"replied"})),
    Rule(Colour.YELLOW, msg("Parked until it is looked at again"), stages=frozenset({"parked"})),
    Rule(
        Colour.GREEN,
        msg("Withdrawn by the resident"),
        stages=frozenset({"closed"}),
        flags=frozenset({"withdrawn"}),
    ),
    Rule(
        Colour.GREEN,
        msg("Closed without the resident's word"),
        stages=frozenset({"closed"}),
        flags=frozenset({"unconfirmed"}),
    ),
    Rule(Colour.GREEN, msg("Closed and confirmed"), stages=frozenset({"closed"})),
    Rule(Colour.GREEN, msg("Answered at intake"), stages=frozenset({"answered"})),
    Rule(Colour.GREEN, msg("Not accepted; the ground was told"), stages=frozenset({"not_accepted"})),
    Rule(Colour.GREEN, msg("Handed over; it goes on as another matter"), stages=frozenset({"converted"})),
    Rule(Colour.GREEN, msg("Filed away"), stages=frozenset({"archived"})),
    Rule(Colour.YELLOW, msg("In hand, in time")),
)
