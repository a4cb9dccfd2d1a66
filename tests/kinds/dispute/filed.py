"""The file of a dispute in the hand: what it is written from, and its letters as texts."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import override

from linli.kinds.dispute.dossier.form import DOSSIER
from linli.matters.attaching import attach
from linli.matters.dossier import Part, missing
from linli.matters.paper_source import source_in_hand
from linli.matters.papers import Source
from linli.paper.grid import Grid
from linli.paper.letter import Block, Letter, Listed, Paragraph, Table
from tests.kinds.dispute.pure import GU, HE, WANG, Told
from tests.kinds.in_hand import OTHER_UNIT, UNIT

PEOPLE = {WANG: "王建国", GU: "顾芳", HE: "何平"}
PLACES = {UNIT: "柳浦社区", OTHER_UNIT: "南柳社区"}


def source(told: Told, **more: Any) -> Source:
    usual = {"unit": "柳浦社区", "category": "邻里纠纷", "people": PEOPLE, "places": PLACES}
    return source_in_hand(told.timeline, **{**usual, **more})


def parts(told: Told) -> dict[int, Part]:
    return {part.place: part for part in DOSSIER.parts(source(told))}


def lacks(told: Told) -> list[tuple[int, str]]:
    """What is missing, by place and sentence."""
    with override("en"):
        return [(part.place, why.because.format(**why.told)) for part, why in missing(DOSSIER.parts(source(told)))]


def letters(told: Told, place: int) -> list[Letter]:
    """The papers of one document, as they are printed."""
    from_ = source(told)
    return [sheet.written(from_) for sheet in parts(told)[place].sheets]


def texts(letter: Letter) -> list[str]:
    """Everything that stands on it, line by line."""
    return [
        letter.title,
        letter.number,
        *(line for block in letter.body for text in _said(block) for line in text.split("\n")),
    ]


def lines(letter: Letter) -> dict[str, str]:
    """What stands behind each name of a line or box; of the first where there are several."""
    found: dict[str, str] = {}
    for block in letter.body:
        for row in block.rows if isinstance(block, Grid) else ():
            for name, value in zip(row.boxes[::2], row.boxes[1::2], strict=False):
                found.setdefault(name.text, value.text)
    return found


def attached(told: Told, *labels: str, at: Any) -> Told:
    for label in labels:
        kept = {"name": f"{label}.jpg", "mime": "image/jpeg", "size": 1, "stored": "0" * 32, "digest": "0" * 64}
        told.say(attach, at=at, label=label, **kept)
    return told


def _said(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text):
            yield text
        case Grid():
            yield from (box.text for row in block.rows for box in row.boxes if box.text)
        case Table():
            yield from (cell for row in (block.head, *block.rows) for cell in row)
        case Listed():
            yield from (block.label, *block.items)
