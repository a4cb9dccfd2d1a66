"""The first that words find in an order that the index of words does not know, where many are found."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import OrderBy, Q, QuerySet

from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.asking import Listing
from linli.matters.finding import Search, searching
from linli.matters.index_asked import by_index
from linli.matters.models import Matter

LOOKED_AT = 400
"""So many are looked at first."""
SHARE = 4
"""To look at one text takes as long as putting some of those found in order: no more are looked at than pays."""


class Found(NamedTuple):
    """How many words find, and the ids of one page and a few more; None where all of them are to be put in order."""

    total: int
    ids: Sequence[int] | None


def found_by_words(listing: Listing, who: Viewer, *, order: Sequence[OrderBy], beyond: Q) -> Found | None:
    """What a listing with words in it finds; None where it asks for more than the index knows. `beyond`: what lies
    further on in the order than the page before.
    """
    search = searching(listing, who)
    if not search.is_enough:
        return None
    with by_index():
        if listing.order == "-recorded":
            return Found(*search.newest())
        total = search.count()
        return Found(total, _along(search, order, beyond, total) if total else [])


def _along(search: Search, order: Sequence[OrderBy], beyond: Q, total: int) -> list[int] | None:
    """Of many some stand near the beginning: the matters are walked through as an index has them in this order, no
    more than it takes. None where too few were met; then nothing is known of the rest."""
    scope, most, own, look = access.scope_of(search.who), search.listing.size + 1, list[int](), LOOKED_AT
    if not _has_index(search) or scope.beyond is None:
        return None
    ahead = _ahead(search).filter(scope.within, beyond).order_by(*order).values("pk")
    while len(own) < most:
        look = max(look, look * most * 3 // (2 * len(own))) if own else look
        if look > total // SHARE:
            return None
        met = search.told_in(Matter.objects.filter(pk__in=ahead[:look])).order_by(*order)
        own, look = list(met.values_list("pk", flat=True)[:most]), look * 2
    return [*own, *search.told_in(Matter.objects.filter(beyond, pk__in=scope.beyond)).values_list("pk", flat=True)]


def _has_index(search: Search) -> bool:
    """Whether there is an index of the units in this order: of several at the top each would be read whole."""
    order, state = search.listing.order.lstrip("-"), search.listing.state
    return len(access.tops(search.who)) == 1 and (order == "touched" or (order == "colour" and state == "open"))


def _ahead(search: Search) -> QuerySet[Matter]:
    return Matter.objects.filter(closed_at=None) if search.listing.state == "open" else Matter.objects.all()
