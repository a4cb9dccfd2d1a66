"""A dispute told without a database: the profile's own terms, and the heart's pure timeline."""

from datetime import datetime
from typing import Any

from linli.kinds.dispute.kind import DISPUTE
from linli.staff.posts import Held
from tests.kinds.dispute.profile import policy
from tests.kinds.dispute.told import quarrel
from tests.kinds.in_hand import UNIT, InHand

WANG, GU, HE = 21, 22, 23
BY = Held(post_id=1, user_id=WANG, role="lead", unit_id=UNIT, level=1, path=(UNIT, None, None, None))


class Told(InHand):
    """One dispute in the hand."""

    def __init__(self, at: datetime, **more: Any) -> None:
        super().__init__(DISPUTE, policy=policy, by=WANG, at=at, **quarrel(**more))

    @property
    def due_at(self) -> datetime | None:
        due = self.timeline.row()["due_at"]
        assert due is None or isinstance(due, datetime)
        return due
