"""Which matters share a tie, and which matter has a number: of those alone that the viewer may see."""

from django.db.models import QuerySet

from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.models import Matter, Tie


def sharing(who: Viewer, sort: str, number: str) -> QuerySet[Matter]:
    """The visible matters that have this tie open, the oldest first."""
    tied = Tie.objects.filter(sort=sort, number=number, until_at=None).values("matter_id")
    return access.visible(who).filter(pk__in=tied).order_by("pk")


def numbered(who: Viewer, number: str) -> Matter | None:
    """The matter of that number; None alike when there is none and when it is not theirs to see."""
    return access.visible(who).filter(number=number).first()
