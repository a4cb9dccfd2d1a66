"""The file of a whole matter as one reader may have it: one bound paper, or an archive with all attachments."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.utils.translation import gettext as _
from django.utils.translation import override

from linli.ground.seal import CannotOpen
from linli.matters import access, files
from linli.matters.access import Viewer
from linli.matters.commands import in_hand
from linli.matters.dossier import DossierForm, Part, Sheet
from linli.matters.drawing_up import proof_of
from linli.matters.facts import Fact
from linli.matters.kind import kind_named
from linli.matters.models import Event, Matter
from linli.matters.paper_source import MayNotOpen, happened, whole
from linli.matters.papers import PAPER, Source
from linli.matters.reading import WHOLE, events_of, log_look, withheld_from
from linli.matters.state import UNIT, File
from linli.matters.words import words_of
from linli.paper.bundle import Leaf, bound
from linli.paper.document import docx
from linli.paper.letter import Letter

PURPOSE, MASKED = "dossier", "record"
EARLIEST = (1980, 1, 1, 0, 0, 0)
UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
LONGEST = 60
GONE, ALTERED = "（原件已不在）", "（原件已被改动，无法打开）"


def source_of_file(
    matter: Matter, form: DossierForm, *, who: Viewer, at: datetime, with_files: bool
) -> tuple[Source, frozenset[int]]:
    """What the file is written from, and where asked for the attachments this reader may take out of it.

    Each event opened is a logged look; where nothing may be opened, the file is masked, and that it was taken out is
    logged. Raises MayNotOpen for who may not handle the matter any more.
    """
    kind, state = kind_named(matter.kind), in_hand(matter).state
    if kind.barred(state, who.user.pk):
        raise MayNotOpen
    events, withheld = events_of(matter), withheld_from(who, matter, state)
    attached = {file.seq for file in state.files if with_files and not file.removed}
    opened = _opened(events, (form.opens(state) | attached) - withheld, matter, who=who, at=at)
    book = words_of(matter, opened=opened, masks=kind.masks, withheld=withheld)
    source = whole(kind, matter, state, tuple(happened(event, kind, book) for event in events))
    duty = state.holder(UNIT)
    unit = source.places[duty.unit] if duty else ""
    return replace(source, unit=unit, day=source.day_of(at)), opened & attached


def bound_file(form: DossierForm, source: Source, *, origin: str = "") -> bytes:
    """Cover, contents, every document on pages of its own, and the back, as one .docx.

    `origin`: where the counter is found from outside, which checks what was issued; without it there is no proof.
    """
    with override(PAPER):
        parts = form.parts(source)
        front = [form.cover(source), form.contents(source, parts)]
        leaves = [Leaf(letter, numbered=False) for letter in front]
        for part in parts:
            letters = (_written(sheet, source, origin=origin) for sheet in part.sheets)
            leaves += [Leaf(letter, mark=0 if place else part.place) for place, letter in enumerate(letters)]
        leaves.append(Leaf(form.back(source), numbered=False))
    return bound(leaves, title=front[0].title, creator=source.unit)


def archive(form: DossierForm, source: Source, into: IO[bytes], *, attached: frozenset[int], origin: str = "") -> None:
    """The bound file, each document by itself, and behind each the attachments that belong to it, in order.

    No more than one attachment is held at a time.
    """
    with override(PAPER), ZipFile(into, "w") as packed:
        _put(packed, f"00 {form.cover(source).title}.docx", bound_file(form, source, origin=origin))
        for part in form.parts(source):
            for name, letter in _papers(part, source, origin=origin):
                _put(packed, name, docx(letter))
            for name, content in _attachments(part, source, attached=attached):
                _put(packed, name, content, method=ZIP_STORED)


def _opened(
    events: Sequence[Event], seqs: frozenset[int], matter: Matter, *, who: Viewer, at: datetime
) -> frozenset[int]:
    """Those that this reader may open, each a logged look; each act is asked for once."""
    kind = kind_named(matter.kind)
    acts = {event.seq: _fact(kind.fact(event.fact)) for event in events if event.seq in seqs}
    posts = {act: access.posting(who, act, matter) for act in sorted(set(acts.values()))}
    for seq, act in acts.items():
        if by := posts[act]:
            log_look(matter, seq=seq, by=by, purpose=PURPOSE, at=at)
    opened = frozenset(seq for seq, act in acts.items() if posts[act])
    by = access.posting(who, "see", matter)
    if not opened and by:
        log_look(matter, seq=WHOLE, by=by, purpose=MASKED, at=at)
    return opened


def _fact(fact: type[Fact]) -> str:
    return fact.opened_with


def _written(sheet: Sheet, source: Source, *, origin: str) -> Letter:
    """What was issued by itself, and for people outside, is proved here as it is there."""
    letter, papers = sheet.written(source), source.state.papers
    form, issued = kind_named(source.state.kind).paper(sheet.form), source.state.paper(sheet.form, about=sheet.about)
    if not (origin and issued and form and form.public):
        return letter
    return replace(letter, proof=proof_of(source.matter, place=papers.index(issued), origin=origin))


def _papers(part: Part, source: Source, *, origin: str) -> Iterator[tuple[str, Letter]]:
    letters = [_written(sheet, source, origin=origin) for sheet in part.sheets]
    for place, letter in enumerate(letters, 1):
        number = f"-{place}" if len(letters) > 1 else ""
        yield f"{part.place:02d}{number} {_clean(letter.title)}.docx", letter


def _attachments(part: Part, source: Source, *, attached: frozenset[int]) -> Iterator[tuple[str, bytes]]:
    kept = {file.seq: file for file in source.state.files}
    for place, seq in enumerate((seq for seq in part.files if seq in attached), 1):
        name = f"{part.place:02d} {_clean(_(part.word))}/{place:02d} {_clean(source.word(seq, 'name'))}"
        yield _content(name, kept[seq])


def _content(name: str, file: File) -> tuple[str, bytes]:
    """A file that is no longer where it should be, or as it was, is told of, not left out."""
    try:
        return name, files.opened(file.stored)
    except FileNotFoundError:
        said = GONE
    except CannotOpen:
        said = ALTERED
    return f"{name}{said}.txt", said.encode()


def _clean(name: str) -> str:
    """A name that no system reads as a folder or a device, its ending kept."""
    path = PurePath(UNFIT.sub("_", name).strip(". ") or "_")
    return path.stem[:LONGEST] + path.suffix[:8]


def _put(packed: ZipFile, name: str, content: bytes, *, method: int = ZIP_DEFLATED) -> None:
    entry = ZipInfo(name, EARLIEST)
    entry.create_system, entry.compress_type = 3, method
    packed.writestr(entry, content)
