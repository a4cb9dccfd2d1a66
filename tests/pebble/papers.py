"""The papers of a pebble: a slip for who found it, with the name in full, and a label for whoever carries it."""

from linli.ground.text import msg
from linli.matters.papers import PaperForm, Source, in_chinese
from linli.matters.state import State
from linli.paper.letter import Letter, Paragraph
from tests.pebble.facts import Found

NOT_CARRIED = msg("Nobody carries it yet.")


def finder(state: State) -> frozenset[int]:
    return frozenset({state.data["finder_seq"]}) if "finder_seq" in state.data else frozenset()


def carried(state: State) -> str:
    return NOT_CARRIED if state.stage == "found" else ""


@in_chinese
def slip(source: Source) -> Letter:
    found = source.last(Found)
    to = f"{found.finder}：" if found else ""
    body = (Paragraph(f"石子“{source.title}”已登记。"),)
    return Letter("石子收条", number=source.number, to=to, body=body, signed=source.unit, dated=source.day)


@in_chinese
def label(source: Source) -> Letter:
    found = source.last(Found)
    return Letter("石子标签", body=(Paragraph(found.finder if found else ""),), signed=source.unit)


SLIP = PaperForm(
    "slip",
    msg("Slip for a pebble"),
    slip,
    series="pebble.slip",
    public=True,
    opens=finder,
    fields={"大小": lambda source: source.state.data["size"]},
)
LABEL = PaperForm("label", msg("Label of a pebble"), label, needs=carried)
PAPERS = (SLIP, LABEL)
