"""The card of a matter's official papers: what was issued, what can be issued now, and what stands in the way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from linli.doors.desk.steps import Rights
from linli.matters.issuing import issuable, issue_paper, void_paper
from linli.matters.kind import Kind
from linli.matters.models import Event, Matter
from linli.matters.named import Names
from linli.matters.state import State


@dataclass(frozen=True)
class Issued:
    """A paper that was issued: its file, and where it is made void."""

    word: str
    number: str
    unit: str
    at: datetime
    void_at: datetime | None
    file: str
    void: str


@dataclass(frozen=True)
class Issuable:
    """A paper that can be issued now. `about_at`: when that happened which it is about; None: the whole matter."""

    word: str
    about_at: datetime | None
    draft: str
    issue: str


@dataclass(frozen=True)
class Papers:
    """What the card shows."""

    issued: tuple[Issued, ...]
    issuable: tuple[Issuable, ...]
    later: tuple[tuple[str, str], ...]
    """Papers that cannot be issued yet, with the reason."""

    @property
    def any(self) -> bool:
        return bool(self.issued or self.issuable or self.later)


def papers_of(
    seen: Matter, kind: Kind, state: State, rights: Rights, *, names: Names, events: Sequence[Event]
) -> Papers:
    """Newest first; where to issue and to make void only for who may."""
    at = {event.seq: event.at for event in events}
    may = rights.may_say(issue_paper) and not kind.barred(state, rights.visit.who.user.pk)
    return Papers(
        issued=tuple(_issued(seen, kind, state, may=may, names=names, at=at)),
        issuable=tuple(_issuable(seen, state, at=at)) if may else (),
        later=tuple((_(form.word), _(form.needs(state))) for form in kind.papers if form.needs(state)) if may else (),
    )


def _issued(
    seen: Matter, kind: Kind, state: State, *, may: bool, names: Names, at: dict[int, datetime]
) -> Iterator[Issued]:
    for paper in reversed(state.papers):
        void = _step(seen, void_paper.name, issued=paper.seq) if may and not paper.void_seq else ""
        yield Issued(
            word=_(kind.label("form", paper.form)),
            number=paper.number,
            unit=names.places[paper.unit],
            at=paper.at,
            void_at=at.get(paper.void_seq),
            file=reverse("paper-file", args=(seen.number, paper.seq)),
            void=void,
        )


def _issuable(seen: Matter, state: State, *, at: dict[int, datetime]) -> Iterator[Issuable]:
    for form, about in issuable(state):
        yield Issuable(
            word=_(form.word),
            about_at=at.get(about),
            draft=reverse("paper-draft", args=(seen.number, form.name, about)),
            issue=_step(seen, issue_paper.name, form=form.name, about=about),
        )


def _step(seen: Matter, verb: str, **told: str | int) -> str:
    return f"{reverse('act', args=(seen.number, verb))}?{urlencode(told)}"
