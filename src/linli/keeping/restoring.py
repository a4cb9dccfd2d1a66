"""Puts a backup back into an empty installation, wholly or not at all, and checks it by the rules before it stays."""

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any

import msgspec
from django.db import IntegrityError, connection, transaction

from linli.ground.chain import seal_mac
from linli.ground.seal import CannotOpen, KeysUnsafe
from linli.ground.text import msg
from linli.keeping.backing_up import migrations
from linli.keeping.lines import FORMAT, Any_Line, Attachment, Closing, Opening, Row, read
from linli.keeping.tables import NoRow, clear, go_on_counting, put_in
from linli.matters import files
from linli.matters.anchors import anchor, anchored
from linli.matters.models import Matter, Seal
from linli.matters.putting_back import Altered, Past, put_back
from linli.matters.sealing import key
from linli.matters.verify import Outcome, verify
from linli.matters.words import keyring
from linli.place.models import Unit
from linli.staff.models import Post

AT_ONCE, MOST_BYTES = 500, 2_000_000
"""So many lines, or so much of them, are in hand before they are written."""
LONGEST = 256_000_000
"""No line is longer: a file of another kind, which may have none, is never read into memory as one."""
NO_BACKUP = msg("This file is no backup of Linli, or line {line} of it is damaged.")
OTHER_FORMAT = msg(
    "This backup is written in form {form}, and this Linli reads form {known}. Use the Linli that wrote it."
)
OTHER_SHAPE = msg(
    "This backup was written by another version of Linli: the tables differ by {name}. "
    "Restore it with the version that wrote it, and bring that up to date afterwards."
)
OTHER_KEYS = msg(
    "The keys of this data folder are not those of the backup, so nobody could open its personal words or trust its "
    "seals. Copy the folder “keys” of the old installation into a new, empty data folder first, and restore into that."
)
NOT_EMPTY = msg(
    "A backup is only restored into an empty installation, and this one holds {units} units, {posts} posts and "
    "{matters} matters. Nothing was changed. Choose another data folder with --data."
)
CUT_SHORT = msg("The backup ends before its last line: it was cut short. Nothing was changed.")
CHANGED = msg(
    "The backup was changed after it was written: its closing line does not answer for it. Nothing was changed."
)
NOT_AS_WRITTEN = msg("What the backup holds is not what the rules wrote, so nothing was changed. First of all: {what}")


class CannotRestore(Exception):
    """Why nothing was restored, as a sentence with its words."""

    def __init__(self, sentence: str, **words: Any) -> None:
        super().__init__(sentence)
        self.sentence, self.words = sentence, words


@dataclass
class Restoring:
    """What was put back so far, and what is still in hand."""

    counts: Counter[str] = field(default_factory=Counter)
    digest: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    held: list[Row | Past] = field(default_factory=list)
    """Rows of one table, or matters, to be written as one set."""
    weight: int = 0
    files: list[str] = field(default_factory=list)
    """The attachments that were not there before."""
    head: str = ""
    outcome: Outcome | None = None


def restore(lines: IO[bytes]) -> Iterator[Restoring]:
    """Read it to the end in one transaction; gives what was put back so far, and at last with what verify found.

    Raises CannotRestore: then everything is as it was.
    """
    now = Restoring()
    try:
        with transaction.atomic():
            _take_the_place()
            yield from _put_back(lines, now)
            go_on_counting()
            now.outcome = _verified(now.head)
    except BaseException:
        for stored in now.files:
            files.drop(stored)
        raise
    last = Seal.objects.order_by("-last").first()
    if last and (last.last, last.hash) not in anchored():
        anchor(last)
    yield now


def require_keys(lines: IO[bytes]) -> None:
    """Whether the keys of this data folder fit, asked before there is a database. Raises CannotRestore."""
    opening = _read(lines.readline(LONGEST), 1)
    if not isinstance(opening, Opening):
        raise CannotRestore(NO_BACKUP, line=1)
    _require_readable(opening)
    lines.seek(0)


def _take_the_place() -> None:
    """Of two restorings at once one waits, and finds the installation no longer empty."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE place_unit, matters_event IN SHARE ROW EXCLUSIVE MODE")
    found = {"units": Unit.objects.count(), "posts": Post.objects.count(), "matters": Matter.objects.count()}
    if any(found.values()):
        raise CannotRestore(NOT_EMPTY, **found)


def _put_back(lines: IO[bytes], now: Restoring) -> Iterator[Restoring]:
    closing, place = None, 0
    for place, content in enumerate(iter(lambda: lines.readline(LONGEST), b""), 1):
        line = _read(content, place)
        if closing is not None or isinstance(line, Opening) != (place == 1):
            raise CannotRestore(NO_BACKUP, line=place)
        if isinstance(line, Closing):
            closing = line
            continue
        now.digest.update(content)
        if isinstance(line, Opening):
            _require_ours(line)
            clear()
        elif isinstance(line, Attachment):
            _keep(line, now)
        elif _take(line, now, weight=len(content), place=place):
            yield now
    _let_go(now, place=place)
    _require_whole(closing, now)


def _read(content: bytes, place: int) -> Any_Line:
    try:
        return read(content)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        torn = place > 1 and not content.endswith(b"\n")
        raise CannotRestore(CUT_SHORT if torn else NO_BACKUP, line=place) from problem


def _take(line: Row | Past, now: Restoring, *, weight: int, place: int) -> bool:
    """Take one more in hand; whether what was there had to be written first."""
    full = now.weight > MOST_BYTES or len(now.held) == AT_ONCE
    other = bool(now.held) and _sort(now.held[-1]) != _sort(line)
    if full or other:
        _let_go(now, place=place)
    now.held.append(line)
    now.weight += weight
    return full


def _sort(line: Row | Past) -> str:
    return line.of if isinstance(line, Row) else ""


def _let_go(now: Restoring, *, place: int) -> None:
    """Write what is in hand."""
    rows = [line for line in now.held if isinstance(line, Row)]
    pasts = [line for line in now.held if isinstance(line, Past)]
    try:
        if rows:
            put_in(rows[0].of, [row.values for row in rows])
        if pasts:
            put_back(pasts)
    except Altered as problem:
        raise CannotRestore(NOT_AS_WRITTEN, what=str(problem)) from problem
    except NoRow as problem:
        raise CannotRestore(NO_BACKUP, line=place) from problem
    now.counts.update(row=len(rows), matter=len(pasts))
    now.counts.update(event=sum(len(one.events) for one in pasts), words=sum(len(one.words) for one in pasts))
    now.held.clear()
    now.weight = 0


def _keep(line: Attachment, now: Restoring) -> None:
    try:
        now.files += [line.stored] if files.put_back(line.stored, line.sealed) else []
    except (FileNotFoundError, FileExistsError) as problem:
        raise CannotRestore(NOT_AS_WRITTEN, what=f"file {line.stored}") from problem
    now.counts.update(file=1)


def _require_ours(opening: Opening) -> None:
    """Before anything is touched: what wrote it, and whether the keys are there."""
    _require_readable(opening)
    if others := sorted(set(opening.migrations) ^ set(migrations())):
        raise CannotRestore(OTHER_SHAPE, name=others[0])


def _require_readable(opening: Opening) -> None:
    if opening.format != FORMAT:
        raise CannotRestore(OTHER_FORMAT, form=opening.format, known=FORMAT)
    try:
        keyring().check_canary(opening.canary)
    except CannotOpen as problem:
        raise CannotRestore(OTHER_KEYS) from problem
    except KeysUnsafe as problem:
        raise CannotRestore(problem.sentence, file=problem.file) from problem
    if opening.mac != seal_mac(opening.canary.hex(), key=key()):
        raise CannotRestore(OTHER_KEYS)


def _require_whole(closing: Closing | None, now: Restoring) -> None:
    if closing is None:
        raise CannotRestore(CUT_SHORT)
    digest = now.digest.hexdigest()
    if (closing.digest, closing.mac) != (digest, seal_mac(digest, key=key())) or closing.counts != +now.counts:
        raise CannotRestore(CHANGED)
    now.head = closing.head


def _verified(head: str) -> Outcome:
    try:
        connection.check_constraints()
    except IntegrityError as problem:
        raise CannotRestore(NOT_AS_WRITTEN, what=str(problem)) from problem
    outcome = verify()
    if outcome.differences:
        raise CannotRestore(NOT_AS_WRITTEN, what=str(outcome.differences[0]))
    if outcome.head != head:
        raise CannotRestore(NOT_AS_WRITTEN, what=f"{outcome.head} is not the head {head}")
    return outcome
