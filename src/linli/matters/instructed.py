"""Which matters hold an open instruction for somebody: told to them in person, or to their unit with nobody named."""

from collections.abc import Iterator
from functools import cache

import msgspec
from django.db.models import Exists, OuterRef, Q, TextField, Value
from django.db.models.functions import Cast, Concat

from linli.matters.access import Viewer
from linli.matters.composed import Composed, composed
from linli.matters.instructing import Instructed
from linli.matters.marks import INSTRUCTION
from linli.matters.models import Event, Mark


def told_to(who: Viewer) -> Q:
    """Told to the viewer, to whom they stand in for, or to a unit they have a post in."""
    return Q(pk__in=set(_matters(who)), closed_at=None)


def _matters(who: Viewer) -> Iterator[int]:
    """By the events and not by the marks: only the former are found by what they are."""
    persons = {who.user.pk, *(post.for_user_id for post in who.posts if post.for_user_id)}
    units = {post.unit_id for post in who.posts}
    for matter, payload in _asking().rows():
        told = msgspec.json.decode(payload)
        if told["user"] in persons or (not told["user"] and told["unit"] in units):
            yield matter


@cache
def _asking() -> Composed:
    """All that are open: whose they are is told in what was said."""
    due = Concat(Value(f"{INSTRUCTION}_"), Cast("seq", TextField()), output_field=TextField())
    still = Exists(Mark.objects.filter(matter=OuterRef("matter"), name=OuterRef("due")))
    events = Event.objects.filter(fact=Instructed.__name__, matter__closed_at=None).annotate(due=due).filter(still)
    return composed(events.values_list("matter_id", "payload"))
