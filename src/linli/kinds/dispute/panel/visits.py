"""The card of the follow-up visits."""

from dataclasses import dataclass

from linli.kinds.dispute.course import Row
from linli.matters.words import Said


@dataclass(frozen=True)
class VisitShown:
    row: Row
    findings: Said
