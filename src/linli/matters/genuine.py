"""The code on an official paper by which anybody may check that it is genuine, found by a keyed digest of it."""

from dataclasses import dataclass
from datetime import date
from io import BytesIO

import segno

from linli.ground.clock import day_of
from linli.matters.commands import in_hand
from linli.matters.following import is_well_formed, keyed, signs_of, tidied
from linli.matters.kind import kind_named
from linli.matters.models import PaperCode
from linli.place.models import Unit
from linli.policy.centre import the_centre

PAGE = "/paper/"


@dataclass(frozen=True)
class Genuine:
    """What anybody who holds a paper may be told of it: nothing of what it says, and nobody's name."""

    word: str
    number: str
    unit: str
    issued_on: date
    void: bool


def paper_code(number: str, *, place: int) -> str:
    """The code of the matter's paper at that place among all it ever issued, as it is printed."""
    return signs_of("paper", f"{number} {place}")


def check_of(number: str, *, place: int) -> str:
    """The digest that is kept of that code."""
    return digest_of_paper(paper_code(number, place=place))


def digest_of_paper(code: str) -> str:
    return keyed("genuine", tidied(code)).hex()


def picture_of(address: str) -> bytes:
    """The address to scan, as a PNG; the same address gives the same bytes."""
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="png", scale=8, border=2)
    return drawn.getvalue()


def find_genuine(text: str) -> Genuine | None:
    """The paper of that code, where it is one that goes to people outside. Whatever was typed, the same is asked."""
    digest = digest_of_paper(text)
    found = PaperCode.objects.select_related("matter").filter(digest=digest).first()
    if found is None or not is_well_formed(text):
        return None
    # The chain knows the digest too: a row that somebody wrote into the table makes no paper genuine.
    paper = next((one for one in in_hand(found.matter).state.papers if one.check == digest), None)
    form = kind_named(found.matter.kind).paper(paper.form) if paper else None
    if paper is None or form is None or not form.public:
        return None
    return Genuine(
        word=form.word,
        number=paper.number,
        unit=Unit.objects.get(pk=paper.unit).label,
        issued_on=day_of(paper.at, zone=the_centre().zone),
        void=bool(paper.void_seq),
    )
