"""Stocktaking for verify: every attachment is on the disk as it was kept, every erased one is not."""

import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from linli.ground.seal import CannotOpen
from linli.ground.sentence import Sentence
from linli.ground.text import msg
from linli.matters import files
from linli.matters.attaching import Attached
from linli.matters.models import Event
from linli.matters.sweeping import erased_places, told_in

AT_ONCE = 500
UNDER_WAY = 3600.0
"""Seconds after which a file without an event is no upload any more."""
MOMENT = 0.5
STILL_THERE = msg("the file was erased and is still on the disk: ./linli tick --sweep takes it away")
CUT_OFF = msg(
    "no event names the file {name}, left over from an upload that was cut off: ./linli tick --sweep puts it aside"
)
PUT_ASIDE = msg("the file was put aside as left over: ./linli tick --sweep puts it back")
GONE = msg("the file is gone from the data folder")
SPOILT = msg("the file is not as it was kept")
ANOTHER = msg("the file is not the one that was attached")

Wrong = tuple[str, int, Sentence]
"""The matter's number and the event, where there is one, and what is wrong."""


@dataclass(frozen=True)
class Filed:
    """A file as its event names it."""

    matter: int
    number: str
    seq: int
    stored: str
    digest: str


def wrong_files() -> Iterator[Wrong]:
    """What is not on the disk as its event says, what is there though erased, and what no event names."""
    began, named = time.time(), set()
    for attached in _batches():
        erased = erased_places({file.matter for file in attached})
        for file in attached:
            named.add(file.stored)
            if what := _still_there(file) if (file.matter, file.seq) in erased else _not_as_kept(file):
                yield file.number, file.seq, Sentence(what)
    for place in files.on_disk():
        if place.name not in named and _left_over(place, began=began):
            yield "", 0, Sentence(CUT_OFF, name=place.name)


def put_aside() -> int:
    """Move what no event names into a folder of its own, and back what one names again. Returns how many moved."""
    began = time.time()
    named = {file.stored for attached in _batches() for file in attached}
    over = [place for place in files.on_disk() if place.name not in named and _left_over(place, began=began)]
    back = [place for place in files.left_over() if place.name in named]
    for place in over:
        files.leave(place)
    for place in back:
        files.fetch_back(place)
    return len(over) + len(back)


def _batches() -> Iterator[list[Filed]]:
    rows = (
        Event.objects.filter(fact=Attached.__name__)
        .order_by("pk")
        .values_list("pk", "matter_id", "matter__number", "seq", "payload")
    )
    last = 0
    while batch := list(rows.filter(pk__gt=last)[:AT_ONCE]):
        last = batch[-1][0]
        yield [_filed(*row) for row in batch]


def _filed(_pk: int, matter: int, number: str, seq: int, payload: str) -> Filed:
    told = told_in(payload)
    return Filed(matter, number, seq, str(told.get("stored")), str(told.get("digest")))


def _not_as_kept(file: Filed) -> str:
    """Why the content is not that of the event; its digest is over the content before it was sealed."""
    try:
        content = files.opened(file.stored)
    except FileNotFoundError:
        gone = (file.matter, file.seq) not in erased_places({file.matter})
        lost = PUT_ASIDE if files.there(file.stored) else GONE
        return lost if gone else ""
    except CannotOpen:
        return SPOILT
    return "" if hashlib.sha256(content).hexdigest() == file.digest else ANOTHER


def _still_there(file: Filed) -> str:
    """Looks twice: the door takes the file away right after the commit."""
    if files.there(file.stored):
        time.sleep(MOMENT)
    return STILL_THERE if files.there(file.stored) else ""


def _left_over(place: Path, *, began: float) -> bool:
    try:
        return place.stat().st_mtime < began - UNDER_WAY
    except FileNotFoundError:
        return False
