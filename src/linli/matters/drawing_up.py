"""An official paper as a file: our layout or the office's own form, with the code by which it can be checked."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import override

from linli.ground.text import msg
from linli.matters.access import Viewer
from linli.matters.genuine import PAGE, paper_code, picture_of
from linli.matters.kind import kind_named
from linli.matters.models import Matter
from linli.matters.paper_source import source_for
from linli.matters.papers import PAPER, WHOLE, PaperForm, Source
from linli.matters.state import Paper
from linli.paper.document import docx
from linli.paper.grid import Grid
from linli.paper.letter import Block, Heading, Letter, Listed, Paragraph, Proof, Table
from linli.paper.numerals import day
from linli.paper.safe import Unfit
from linli.paper.template import fill, require_known
from linli.policy.own_papers import own_paper

PICTURE = "二维码"
ALWAYS = (
    "标题",
    "文号",
    "主送",
    "正文",
    "落款",
    "日期",
    "附注",
    "事项编号",
    "事项标题",
    "中心",
    "验真码",
    "验真网址",
    PICTURE,
)
DRAFT, VOID = "【草稿】", "【已作废】"
NOT_ISSUED = "本件尚未出具，不得作为正式文书使用"

WHY = {
    "not_word": msg(
        "This is not a Word file (.docx), or it is locked with a password. Save it as .docx and send that."
    ),
    "too_large": msg("The file is too large. A form may have 2 MB: leave out large pictures."),
    "macros": msg("The file holds macros. Save it as a .docx without macros."),
    "outside": msg(
        "The file fetches something from outside: a linked picture or template. Put the picture into the file, or "
        "copy all of it into an empty document, and save that."
    ),
    "broken": msg("The file cannot be read. Open it in Word, save it anew as .docx, and send that."),
    "open": msg("A field is not closed near “{fields}”. A field stands in two braces on each side: {example}."),
    "none": msg("The file has no field that could be filled. Write fields such as {example} where they belong."),
    "unknown": msg("There is no field {fields}. There are: {known}."),
}
EXAMPLE = "{{文号}}"


class Drawn(NamedTuple):
    """The file, and the name under which it is saved."""

    content: bytes
    name: str


def drawn_up(
    form: PaperForm,
    matter: Matter,
    *,
    who: Viewer,
    at: datetime,
    origin: str,
    issued: Paper | None = None,
    about: int = WHOLE,
) -> Drawn:
    """The paper as it was issued, or a draft of it. `origin`: where the counter is found from outside.

    Each event whose personal words it prints is a logged look. Raises MayNotOpen.
    """
    source = source_for(form, matter, who=who, at=at, issued=issued, about=about)
    letter = form.write(source)
    with override(PAPER):
        name = f"{_(form.word)} {(issued.number if issued else '') or matter.number}.docx"
    if issued is None:
        own = own_paper(matter.kind, form.name, on=source.day)
        draft = own and filled(own, form, source, letter, above=DRAFT + NOT_ISSUED)
        return Drawn(draft or docx(replace(letter, title=DRAFT + letter.title)), DRAFT + name)
    if issued.void_seq:
        letter, name = replace(letter, title=VOID + letter.title), VOID + name
    if form.public:
        letter = replace(letter, proof=proof_of(matter.number, place=len(source.state.papers), origin=origin))
    # The office's own form may have no place that says so: what is void comes in ours, which has.
    own = None if issued.void_seq else own_paper(matter.kind, form.name, on=source.day)
    return Drawn((own and filled(own, form, source, letter)) or docx(letter), name)


def proof_of(number: str, *, place: int, origin: str) -> Proof:
    """`place`: how many papers the matter had before it was issued."""
    code = paper_code(number, place=place)
    address = f"{origin}{PAGE}{code}/"
    return Proof(code, address, f"{origin}{PAGE}", picture_of(address))


def filled(own: bytes, form: PaperForm, source: Source, letter: Letter, *, above: str = "") -> bytes:
    """The office's own form with what the letter says; nothing where a later version can no longer read it."""
    with override(PAPER):
        more = {name: find(source) for name, find in form.fields.items()}
    pictures = {PICTURE: letter.proof.picture} if letter.proof else {}
    try:
        return fill(own, {**more, **said_in(letter, source)}, pictures=pictures, above=above)
    except Unfit:
        return b""


def said_in(letter: Letter, source: Source) -> Mapping[str, str]:
    """The fields that every paper has."""
    code, page = (letter.proof.code, letter.proof.page) if letter.proof else ("", "")
    texts = (
        letter.title,
        letter.number,
        letter.to.rstrip("：:"),
        "\n".join(line for block in letter.body for line in _lines(block)),
        letter.signed,
        day(letter.dated) if letter.dated else "",
        "\n".join(letter.notes),
        source.matter,
        source.title,
        source.centre,
        code,
        page,
        "",
    )
    return dict(zip(ALWAYS, texts, strict=True))


def known_fields(form: PaperForm) -> tuple[str, ...]:
    return (*ALWAYS, *(name for name in form.fields if name not in ALWAYS))


def why_unfit(content: bytes, *, kind: str, form: str) -> str:
    """Why this file cannot be the office's own form of that paper, in a sentence; empty when it can."""
    paper = kind_named(kind).paper(form)
    known = known_fields(paper) if paper else ALWAYS
    try:
        require_known(content, frozenset(known))
    except Unfit as unfit:
        fields = _(", ").join(_named(name) if unfit.why == "unknown" else name for name in unfit.fields)
        told = _(", ").join(_named(name) for name in known)
        return _(WHY[unfit.why]).format(fields=fields, known=told, example=EXAMPLE)
    return ""


def _named(field: str) -> str:
    return "{{" + field + "}}"


def _lines(block: Block) -> tuple[str, ...]:
    match block:
        case Paragraph(text) | Heading(_, text):
            return tuple(text.split("\n"))
        case Listed():
            return (f"{block.label}：{'；'.join(block.items)}",)
        case Table():
            return tuple("：".join(row) if len(row) == 2 else "　".join(row) for row in block.rows)
        case Grid():
            return tuple("　".join(box.text for box in row.boxes if box.text) for row in block.rows)
    return ()
