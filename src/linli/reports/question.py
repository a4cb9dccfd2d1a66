"""What a section may ask: the matters of one unit's subtree that the viewer sees, between two moments."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from linli.ground.workdays import Calendar
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.asking import Listing
from linli.matters.conditions import where
from linli.matters.kind import kinds
from linli.matters.models import Matter
from linli.place.models import Unit


@dataclass(frozen=True)
class Question:
    """Whose matters, and since when; `at` is now, or the cut-off."""

    who: Viewer
    unit: Unit
    kinds: tuple[str, ...]
    since_at: datetime
    at: datetime
    calendar: Calendar

    @property
    def matters(self) -> QuerySet[Matter]:
        """Those of the unit and of all below it, by the viewer's own rights.

        Who may see in the unit sees all of these; only for others the duties that let them see one are looked up.
        """
        seen = access.posting_at(self.who, "see", self.unit) is not None
        found = Matter.objects.all() if seen else access.visible(self.who)
        found = found.filter(**{f"unit_{self.unit.level}": self.unit.pk})
        return found.filter(kind__in=self.kinds) if self.kinds else found

    @property
    def open(self) -> QuerySet[Matter]:
        return self.matters.filter(closed_at=None)

    @property
    def new(self) -> QuerySet[Matter]:
        """What was opened since was touched since: by kind and the last touch there is an index for each level."""
        asked = self.kinds or tuple(kind.name for kind in kinds())
        touched = self.matters.filter(kind__in=asked, touched_at__gt=self.since_at)
        return touched.filter(opened_at__gt=self.since_at, opened_at__lte=self.at)

    @property
    def theirs(self) -> Exists:
        """Of a row beside a matter: it is one of these. Asked row by row, so that the rows are found first."""
        return Exists(self.matters.filter(pk=OuterRef("matter_id")))

    @property
    def theirs_open(self) -> Exists:
        return Exists(self.open.filter(pk=OuterRef("matter_id")))

    def listed(self, **asked: Any) -> QuerySet[Matter]:
        """Those that the desk's own list of this name would show."""
        return self.matters.filter(where(Listing(**asked), self.who, at=self.at, calendar=self.calendar))

    @property
    def window(self) -> dict[str, datetime]:
        """Of a moment: after the last cut-off, up to now."""
        return {"at__gt": self.since_at, "at__lte": self.at}
