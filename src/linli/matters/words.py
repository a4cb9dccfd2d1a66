"""The words of events: kept beside them, encrypted where personal, opened only here, erasable."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from linli.ground.seal import Keyring
from linli.ground.text import mask_name, mask_phone, mask_rest
from linli.matters.facts import privacy_of
from linli.matters.models import Matter, Words
from linli.matters.timeline import Entry, Timeline

COLUMNS = ("matter_id", "seq", "field", "privacy", "text", "sealed", "salt")
MASKS = {"name": mask_name, "phone": mask_phone, "rest": mask_rest}


@dataclass(frozen=True)
class Said:
    """A word as a viewer may see it: narrative in full, personal masked until opened, erased or withheld as nothing."""

    text: str
    personal: bool = False
    erased: bool = False
    withheld: bool = False


class Book:
    """All words of one matter, by event and field: `book.at(seq, "name")`."""

    def __init__(self, said: Mapping[tuple[int, str], Said]) -> None:
        self._said = said

    def at(self, seq: int, name: str) -> Said:
        return self._said.get((seq, name), Said(""))

    def of(self, seq: int) -> dict[str, Said]:
        return {name: said for (place, name), said in self._said.items() if place == seq}


def words_of(
    matter: Matter,
    *,
    opened: frozenset[int] = frozenset(),
    masks: Mapping[str, str] | None = None,
    withheld: frozenset[int],
) -> Book:
    """Every word of a matter; personal ones masked unless their event is in `opened` (the caller logs that look).

    `withheld` are the events whose words this reader may not see at all: `reading.withheld_from` knows them.
    """
    masks = masks or {}
    rows = Words.objects.filter(matter=matter)
    return Book(
        {
            (row.seq, row.field): Said("", personal=row.privacy == "personal", withheld=True)
            if row.seq in withheld
            else _said(row, matter.number, row.seq in opened, masks)
            for row in rows
        }
    )


def values_for(line: Timeline) -> list[tuple[Any, ...]]:
    """The rows to write for the words of a timeline's new events, as plain values in the order of the columns."""
    return [_values(entry, line, name, text) for entry in line.entries for name, text in entry.words.items()]


def erase(matter: Matter, places: Iterable[tuple[int, str]], *, at: datetime) -> None:
    """Wipe text and salt: the digest in the chain stays and can no longer be guessed."""
    for seq, name in places:
        rows = Words.objects.filter(matter=matter, seq=seq, field=name)
        rows.update(text="", sealed=None, salt="", erased_at=at)


@cache
def keyring() -> Keyring:
    """The keys of personal words, from the key file beside the database."""
    return Keyring.load(Path(settings.KEYRING))


def bound(number: str, seq: int, name: str) -> str:
    """What a sealed text is bound to: moved anywhere else it cannot be opened."""
    return f"words|{name}|{number}|{seq}"


def _said(row: Words, number: str, opened: bool, masks: Mapping[str, str]) -> Said:
    if row.erased_at is not None:
        return Said("", personal=row.privacy == "personal", erased=True)
    if row.sealed is None:
        return Said(row.text)
    text = keyring().open(bytes(row.sealed), bound=bound(number, row.seq, row.field))
    mask = MASKS[masks.get(row.field, "rest")]
    return Said(text if opened else mask(text), personal=True)


def _values(entry: Entry, line: Timeline, name: str, text: str) -> tuple[Any, ...]:
    seq, privacy = entry.told.seq, privacy_of(type(entry.fact))[name]
    sealed = keyring().shut(text, bound=bound(line.number, seq, name)) if privacy == "personal" else None
    return (line.matter_id, seq, name, privacy, "" if sealed else text, sealed, entry.salts[name])
