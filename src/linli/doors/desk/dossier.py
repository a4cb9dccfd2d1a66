"""The card of a matter's file: its documents in their order, what is missing, and where it is taken out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from linli.doors.desk.steps import Rights
from linli.matters.attaching import attach
from linli.matters.dossier import Part, Reason
from linli.matters.kind import Kind
from linli.matters.models import Event, Matter
from linli.matters.paper_source import happened
from linli.matters.papers import Source
from linli.matters.state import State
from linli.matters.words import Book
from linli.policy.calendar import calendar


@dataclass(frozen=True)
class Document:
    """One document as the card shows it."""

    place: int
    word: str
    must: bool
    there: bool
    files: int
    needed: str
    missing: tuple[str, ...]


@dataclass(frozen=True)
class File:
    """What the card shows."""

    documents: tuple[Document, ...]
    bound: str
    archive: str
    attach: str
    """Where a signed paper is added; empty for who may not."""
    masked: bool
    """Whether this reader gets it with personal words masked, and without attachments."""

    @property
    def missing(self) -> int:
        return sum(len(document.missing) for document in self.documents)


def file_of(
    seen: Matter, kind: Kind, state: State, rights: Rights, *, events: Sequence[Event], book: Book
) -> File | None:
    """None where the kind files nothing, or its reader may not handle the matter any more."""
    if kind.dossier is None or kind.barred(state, rights.visit.who.user.pk):
        return None
    told = tuple(happened(event, kind, book) for event in events)
    zone = calendar().zone
    source = Source(matter=seen.number, state=state, told=told, day=date.max, zone=zone, centre="", unit="")
    return File(
        documents=tuple(_document(part) for part in kind.dossier.parts(source)),
        bound=reverse("dossier", args=(seen.number, "docx")),
        archive=reverse("dossier", args=(seen.number, "zip")),
        attach=reverse("act", args=(seen.number, attach.name)) if rights.may_say(attach) else "",
        masked=not rights.may("reveal"),
    )


def _document(part: Part) -> Document:
    return Document(
        place=part.place,
        word=_(part.word),
        must=part.must,
        there=part.there,
        files=len(part.files),
        needed=_said(part.needed) if part.needed else "",
        missing=tuple(_said(reason) for reason in part.missing),
    )


def _said(reason: Reason) -> str:
    return _(reason.because).format(**reason.told)
