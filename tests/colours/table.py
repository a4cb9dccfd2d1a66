"""One colour table and the moments its tests look at."""

from datetime import UTC, datetime, timedelta

from linli.colours.colour import Colour
from linli.colours.rule import Rule

RED, ORANGE, YELLOW, GREEN = Colour
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
OPEN = frozenset({"open", "mediation"})

TABLE = (
    Rule(GREEN, "Settled and followed up", stages=frozenset({"closed"})),
    Rule(RED, "Someone may get hurt", flags=frozenset({"danger"}), back="A check finds no danger any more"),
    Rule(RED, "Long past its limit", stages=OPEN, after="due", earlier=-30 * DAY),
    Rule(ORANGE, "Past its limit", stages=OPEN, after="due", back="Settle it or extend the limit"),
    Rule(ORANGE, "Visit is due tomorrow", stages=frozenset({"visit"}), after="visit", earlier=DAY),
    Rule(YELLOW, "In hand"),
)
