"""The heads of seals, written outside the database: a database put back to an earlier day lacks what stands here."""

import json
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from linli.ground.clock import utc_text
from linli.ground.disk import append
from linli.ground.sentence import Sentence
from linli.ground.text import msg
from linli.matters.models import Seal

TAIL = 4096
TORN = msg("line {line} of {file} was torn off while it was written; the next seal writes it again")
WRONG = msg("line {line} of {file} is not as it was written")

Head = tuple[int, str]
"""The last event that a seal covers, and the seal's hash."""


def anchor(seal: Seal) -> None:
    """Append the head of a seal, and before it those that a crash kept from being written, or tore off."""
    tail = _tail()
    newest = next(filter(None, map(_head, reversed(tail.splitlines()))), None)
    owed = Seal.objects.filter(last__gt=newest[0], last__lt=seal.last).order_by("last") if newest else ()
    break_off = b"\n" if tail and not tail.endswith(b"\n") else b""
    append(_path(), break_off + b"".join(map(_line, (*owed, seal))))


def anchored() -> list[Head]:
    """The heads written outside the database, oldest first."""
    return [head for head in map(_head, _lines()) if head]


def wrong_lines() -> Iterator[Sentence]:
    """Each line that says no head, unless it is the beginning of one that was written again after it."""
    lines = _lines()
    for place, line in enumerate(lines):
        rest = lines[place + 1 :]
        if _head(line) is None and not any(_head(other) and other.startswith(_begun(line)) for other in rest):
            yield Sentence(WRONG if rest else TORN, line=place + 1, file=_path().name)


def _line(seal: Seal) -> bytes:
    return json.dumps({"last": seal.last, "hash": seal.hash, "at": utc_text(seal.at)}).encode() + b"\n"


def _head(line: bytes) -> Head | None:
    try:
        told = json.loads(line)
        last, digest = told["last"], told["hash"]
    except (ValueError, TypeError, KeyError):
        return None
    return (last, digest) if isinstance(last, int) and isinstance(digest, str) else None


def _begun(line: bytes) -> bytes:
    """What of a torn line was written: some disks fill up the rest with zeros."""
    return line.rstrip(b"\0")


def _lines() -> list[bytes]:
    return _path().read_bytes().splitlines() if _path().exists() else []


def _tail() -> bytes:
    if not _path().exists():
        return b""
    with _path().open("rb") as file:
        file.seek(max(_path().stat().st_size - TAIL, 0))
        return file.read()


def _path() -> Path:
    return Path(settings.ANCHORS)
