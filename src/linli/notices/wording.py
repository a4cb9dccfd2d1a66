"""Which text fits an event, and what it says: of the matter its number, kind, stage and day, and nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from linli.ground.clock import day_of, local
from linli.matters.kind import Kind
from linli.matters.state import State
from linli.notices.models import Text
from linli.notices.texts import RESIDENT, fill
from linli.policy.book import Book

DAY = "n月j日"


@dataclass(frozen=True)
class Wording:
    """One dated row of the office's texts, cut loose from the database."""

    audience: str
    event: str
    kind: str
    stage: str
    category: str
    text: str
    text_en: str
    valid_from: date

    def text_in(self, language: str) -> str:
        return (self.text_en or self.text) if language.startswith("en") else self.text


def wordings(on: date) -> tuple[Wording, ...]:
    """The texts in force on that day."""
    rows = Text.objects.filter(valid_from__lte=on).exclude(valid_until__lt=on).select_related("category")
    return tuple(
        Wording(
            row.audience,
            row.event,
            row.kind,
            row.stage,
            row.category.code if row.category else "",
            row.text,
            row.text_en,
            row.valid_from,
        )
        for row in rows
    )


def chosen(
    among: Iterable[Wording], *, audience: str, events: Sequence[str], state: State, book: Book
) -> Wording | None:
    """The row that says most: of this event, then this category or one above, this stage, this kind, the newest."""
    chain = [*book.upwards(state.kind, state.category), ""]
    fitting = [
        row
        for row in among
        if row.audience == audience
        and row.event in (*events, "")
        and row.kind in (state.kind, "")
        and row.stage in (state.stage, "")
        and row.category in chain
    ]
    ranks = {event: len(events) - place for place, event in enumerate(events)}
    return max(
        fitting,
        key=lambda row: (
            ranks.get(row.event, 0),
            -chain.index(row.category),
            row.stage != "",
            row.kind != "",
            row.valid_from,
        ),
        default=None,
    )


def told_of(kind: Kind, state: State, *, number: str, audience: str, language: str, zone: str) -> Mapping[str, str]:
    """What the placeholders stand for; the link is added at the moment of sending."""
    with override(language):
        day = expected(kind, state, audience=audience)
        return {
            "number": number,
            "kind": _(kind.word),
            "stage": _(kind.stage_of(state).word),
            "expected": _shown(day, language=language, zone=zone) if day else "",
        }


def said(row: Wording, told: Mapping[str, str], *, language: str) -> str:
    return fill(row.text_in(language), told).strip()


def expected(kind: Kind, state: State, *, audience: str) -> datetime | None:
    """The day told at the counter for residents, the deadline of the stage for units."""
    if kind.stage_of(state).clock == "stopped":
        return None
    named = kind.counter.expected if audience == RESIDENT and kind.counter else ()
    names = [name for name in (*named, kind.stage_of(state).deadline(state)) if name in state.marks]
    return state.marks[names[0]].at if names else None


def _shown(at: datetime, *, language: str, zone: str) -> str:
    day = local(at, zone=zone)
    return day_of(at, zone=zone).isoformat() if language.startswith("en") else date_format(day, DAY)
