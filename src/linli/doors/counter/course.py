"""What a resident reads of the matter they follow: four plain steps, the expected day, and the public sentences."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from linli.matters.commands import in_hand
from linli.matters.counter import Counter
from linli.matters.kind import Kind, kind_named
from linli.matters.models import Event, Matter
from linli.matters.reading import events_of
from linli.matters.sentences import filled
from linli.matters.state import Mark, State
from linli.matters.words import words_of
from linli.place.models import Unit
from linli.staff.counter import counter_user
from linli.staff.models import Post


@dataclass(frozen=True)
class Line:
    """One public sentence: when, and from which unit; nobody's name."""

    at: datetime
    sentence: str
    unit: str


@dataclass(frozen=True)
class PlainStep:
    word: str
    done: bool
    here: bool


@dataclass(frozen=True)
class Course:
    """A matter as whoever holds its code may see it."""

    matter: Matter
    kind: Kind
    counter: Counter
    state: State

    @property
    def steps(self) -> list[PlainStep]:
        behind, words = self.counter.progress(self.state), self.counter.plain_steps
        return [PlainStep(word, place <= behind, place == behind) for place, word in enumerate(words, 1)]

    @property
    def expected(self) -> Mark | None:
        """The moment by which the next answer is due; none once it is closed."""
        standing = (self.state.marks[name] for name in self.counter.expected if name in self.state.marks)
        return None if self.state.closed_at else next(standing, None)

    @property
    def lines(self) -> list[Line]:
        """The public sentences, newest first."""
        return list(reversed(list(_lines(self))))


class NoNames(dict[int, str]):
    """Residents read of units, never of members of staff."""

    def __missing__(self, pk: int) -> str:
        return _("a member of staff")


@dataclass(frozen=True)
class Units:
    """The names behind the ids of a public sentence."""

    places: Mapping[int, str]
    people: Mapping[int, str]


def course_of(matter: Matter) -> Course | None:
    """The course of a matter; None where its kind is not for residents."""
    kind = kind_named(matter.kind)
    return Course(matter, kind, kind.counter, in_hand(matter).state) if kind.counter else None


def _lines(course: Course) -> Iterable[Line]:
    events = events_of(course.matter)
    told = {event.seq: msgspec.json.decode(event.payload) for event in events}
    book = words_of(course.matter, masks=course.kind.masks, withheld=frozenset())
    posts = dict(Post.objects.filter(pk__in={event.post_id for event in events}).values_list("pk", "unit_id"))
    units = _units({*posts.values(), *_ids(told.values())})
    residents = counter_user().pk
    for event in events:
        fact = course.kind.fact(event.fact).reread(told[event.seq])
        if not (text := fact.for_resident()):
            continue
        names = Units(places=units, people=NoNames())
        sentence = filled(text, fact, book.of(event.seq), kind=course.kind, names=names)
        yield Line(event.at, sentence, _unit(event, posts, units) if event.user_id != residents else "")


def _unit(event: Event, posts: Mapping[int, int], units: Mapping[int, str]) -> str:
    return units.get(posts.get(event.post_id or 0, 0), "")


class _Units(dict[int, str]):
    def __missing__(self, pk: int) -> str:
        return "—"


def _units(pks: set[int]) -> _Units:
    return _Units({unit.pk: unit.label for unit in Unit.objects.filter(pk__in=pks)})


def _ids(payloads: Iterable[dict[str, Any]]) -> Iterable[int]:
    """The ids of units that facts name."""
    for payload in payloads:
        for name, value in payload.items():
            if name.removesuffix("s").endswith("unit"):
                many: Sequence[Any] = value if isinstance(value, list) else [value]
                yield from (one for one in many if isinstance(one, int))
