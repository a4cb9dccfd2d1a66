"""The stages in which a dispute is open, and those in which it is under way."""

from linli.kinds.dispute.rules import LIVE

UNDER_WAY = ("accepted", "mediating")
OPEN = tuple(sorted(LIVE))
