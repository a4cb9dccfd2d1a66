"""The closed matters of a kind as lessons: titles and narratives that are nobody's secret, of the newest ones."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db.models import QuerySet

from linli.ground.searching import folded, without_people
from linli.likeness.beside import narrative
from linli.likeness.lesson import Lesson, lesson
from linli.matters.kind import Kind
from linli.matters.models import Matter
from linli.matters.searchable import people_told, without_names
from linli.matters.state import State
from linli.place.models import Unit

AT_ONCE = 500


def lessons_of(kind: Kind, *, most: int) -> list[Lesson]:
    """At most so many, of what was touched last."""
    rows = closed(kind).order_by("-touched_at", "-pk")[:most]
    pks = list(rows.values_list("pk", flat=True))
    return [one for at in range(0, len(pks), AT_ONCE) for one in _lessons(pks[at : at + AT_ONCE], kind)]


def closed(kind: Kind, *, since: datetime | None = None) -> QuerySet[Matter]:
    """Those that are over and have a category; with `since` those of them that anything happened to after it.

    By the unit at the top, because that is how an index finds what was touched last.
    """
    top = Unit.objects.filter(parent=None).values("pk")
    found = Matter.objects.filter(unit_1__in=top, kind=kind.name, closed_at__isnull=False).exclude(category="")
    return found.filter(touched_at__gt=since) if since else found


def _lessons(pks: Sequence[int], kind: Kind) -> Iterator[Lesson]:
    """Nobody who is named in a matter is learnt from it: pieces of a name are as short as those of words.

    Of one whose names were erased only the title is: nothing knows any more where they stand in its words.
    """
    rows = list(Matter.objects.filter(pk__in=pks).select_related("standing").order_by("-pk"))
    states = {row.pk: State.read(row.standing.state) for row in rows}
    told = {pk: place for pk, state in states.items() if (place := kind.story(state)) and not kind.withheld(state)}
    nameless = without_names(told)
    stories = narrative({(pk, *place) for pk, place in told.items() if pk not in nameless})
    people = people_told(rows)
    for row in rows:
        if row.pk in told and (row.title or stories.get(row.pk)):
            title, story = (
                without_people(folded(text), people=people[row.pk]) for text in (row.title, stories.get(row.pk, ""))
            )
            yield lesson(title, story, row.category)
