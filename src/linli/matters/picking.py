"""Which matters a step in many is meant for: those picked by number, or all that a listing holds; and which steps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count, islice

from django import forms
from django.db.models import Count, QuerySet
from django.utils.http import urlencode

from linli.ground.workdays import Calendar
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.asking import Listing
from linli.matters.command import Command
from linli.matters.commands import in_hand
from linli.matters.conditions import where
from linli.matters.kind import Kind, kind_named, kinds
from linli.matters.many import AT_ONCE
from linli.matters.models import Matter
from linli.matters.state import State
from linli.staff.posts import Held

OF_ONE = frozenset({"title", "of"})
"""Fields whose words are one matter's own: its title, one of its entries."""

FEW = 20
"""Matters that are looked into for one to show the form for."""


@dataclass(frozen=True)
class Pick:
    """What was ticked; with no number, everything that the listing holds at that moment."""

    listing: Listing
    numbers: tuple[str, ...] = ()

    def rows(self, who: Viewer, *, at: datetime, calendar: Calendar) -> QuerySet[Matter]:
        """Of those the viewer may see, in the order in which they were opened."""
        rows = access.visible(who).order_by("pk")
        if self.numbers:
            return rows.filter(number__in=self.numbers)
        return rows.filter(where(self.listing, who, at=at, calendar=calendar))

    def query(self) -> str:
        """As it is written in a URL, with the listing to go back to."""
        marks = [("pick", number) for number in self.numbers] or [("all", "1")]
        return "&".join(part for part in (self.listing.query(), urlencode(marks)) if part)


@dataclass(frozen=True)
class Offer:
    """A step that some of them may be ready for: how many stand in a stage where it is lawful, and of which kinds."""

    command: Command
    kinds: tuple[Kind, ...]
    ready: int


@dataclass(frozen=True)
class Example:
    """One matter that the form can be shown for."""

    matter: Matter
    state: State
    by: Held


def for_many(command: Command, kind: Kind) -> bool:
    """Whether it can be meant for many: said by itself, within one matter, without a file, and of nobody.

    What is one matter's own is told there: a title, people, and what can only be chosen by what the matter holds.
    """
    fields = command.form.base_fields
    own = (OF_ONE | kind.masks.keys()) & fields.keys() or any(_of_one(field) for field in fields.values())
    return not (command.weight == "hidden" or command.only_beside or command.beside or own)


def _of_one(field: forms.Field) -> bool:
    """A file; or a choice that the form leaves open until it knows the matter."""
    return isinstance(field, forms.FileField) or (isinstance(field, forms.ChoiceField) and _left_open(field))


def _left_open(field: forms.ChoiceField) -> bool:
    """What is read from the office's lists when it is shown is not left open."""
    return isinstance(field.choices, list) and not field.choices


def may_step(who: Viewer) -> bool:
    """Whether the viewer may take any such step anywhere."""
    return any(who.posts_for(command.act) for kind in kinds() for command in kind.commands if for_many(command, kind))


def offers(rows: QuerySet[Matter], who: Viewer) -> list[Offer]:
    """The steps for these matters that a post of the viewer's may take at all, by kind and stage alone."""
    found: dict[str, Offer] = {}
    for name, stage, number in rows.order_by().values_list("kind", "stage").annotate(number=Count("pk")):
        kind = kind_named(name)
        for command in kind.commands:
            lawful = not command.stages or stage in command.stages
            if lawful and for_many(command, kind) and who.posts_for(command.act):
                key = next((one for one, offer in found.items() if offer.command is command), f"{name} {command.name}")
                before = found.get(key, Offer(command, (), 0))
                others = tuple(one for one in before.kinds if one is not kind)
                found[key] = Offer(command, (*others, kind), before.ready + number)
    return list(found.values())


def example(rows: QuerySet[Matter], command: Command, who: Viewer) -> Example | None:
    """The first of them that could take the step, else the first where a post of theirs may; None: there is none."""
    lawful = rows.filter(stage__in=command.stages) if command.stages else rows
    able = [one for one in kinds() if one.command(command.name) is command]
    there = _there(lawful.filter(kind__in=[one.name for one in able]), command, who)
    possible = [Example(one, in_hand(one).state, by) for one, by in islice(there, FEW)]
    ready = (one for one in possible if not _refusal(command, one))
    return next(ready, possible[0] if possible else None)


def _there(rows: QuerySet[Matter], command: Command, who: Viewer) -> Iterator[tuple[Matter, Held]]:
    """Those where a post of the viewer's may do it, asked for in sets until enough were found."""
    for place in count(0, AT_ONCE):
        some = list(rows[place : place + AT_ONCE])
        posts = access.postings(who, command.act, some, of=command.of)
        yield from ((one, posts[one.pk]) for one in some if one.pk in posts)
        if len(some) < AT_ONCE:
            return


def _refusal(command: Command, one: Example) -> str:
    return kind_named(one.matter.kind).refusal(command, one.state, user=one.by.user_id)


def versions(rows: QuerySet[Matter]) -> dict[str, int]:
    return dict(rows.values_list("number", "version"))


def titles(who: Viewer, numbers: Sequence[str]) -> dict[str, str]:
    """The titles of those that the viewer may still see."""
    found: dict[str, str] = {}
    for place in range(0, len(numbers), AT_ONCE):
        part = numbers[place : place + AT_ONCE]
        found.update(access.visible(who).filter(number__in=part).values_list("number", "title"))
    return found
