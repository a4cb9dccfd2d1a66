"""Filling the office's own .docx: `{{field}}` becomes its text, all else in the file stays as it is; pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from linli.paper.proof import KEY, PICTURE, drawing
from linli.paper.safe import DOCUMENT, FILLED, Unfit, packed, unpacked
from linli.paper.text import escaped, lawful

RELATIONS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
OPEN = '<w:t xml:space="preserve">'
NUMBER = 9001
"""Of the picture among all drawings of the file: higher than those Word has given."""
NO_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
EMPTY = re.compile(r"<Relationships(?:\s[^<>]*)?/>")
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"

FIELD = re.compile(r"\{\{\s{0,9}([^{}]{1,40}?)\s{0,9}\}\}")
TOKEN = re.compile(r"<w:p(?:\s[^<>]*)?(?<!/)>|</w:p>|<w:t(?:\s[^<>]*)?(?<!/)>([^<]*)</w:t>")
# Both end where nothing fits any more, so that a file made to be slow is read as fast as any other.
NAMED_TWICE = re.compile(r'\sw14:(?:paraId|textId)="[^"]*"')
BODY = re.compile(r"<w:body(?:\s[^<>]*)?>")
ABOVE = '<w:pPr><w:spacing w:before="0" w:after="0"/><w:ind w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
STRONG = '<w:rPr><w:b/><w:color w:val="C00000"/></w:rPr>'
ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
ENTITY = re.compile(r"&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(\w+));")


@dataclass(frozen=True)
class Piece:
    """One `<w:t>` of a paragraph: where it lies in the part, and what it says."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Block:
    """A paragraph: where it lies, its own pieces, and whether others stand inside it."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    nested: bool

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def fields_of(template: bytes) -> tuple[str, ...]:
    """Every field that the file asks for, in its order. Raises Unfit when it is not a file to fill."""
    parts = unpacked(template)
    texts = [block.text for name, part in parts.items() if FILLED.fullmatch(name) for block in blocks(part.decode())]
    if left := [text for text in texts if "{{" in FIELD.sub("", text) or "}}" in FIELD.sub("", text)]:
        raise Unfit("open", fields=(left[0].strip()[:40],))
    found = tuple(dict.fromkeys(name for text in texts for name in FIELD.findall(text)))
    if not found:
        raise Unfit("none")
    return found


def require_known(template: bytes, known: frozenset[str]) -> None:
    """Raises Unfit when the file asks for a field that there is not."""
    if unknown := tuple(name for name in fields_of(template) if name not in known):
        raise Unfit("unknown", fields=unknown)


def fill(
    template: bytes, values: Mapping[str, str], *, pictures: Mapping[str, bytes] | None = None, above: str = ""
) -> bytes:
    """The same file with its fields filled; a field that is not known stays. `pictures`: fields that are one (PNG).

    `above`: what is said in a line of its own before everything else, such as that it is a draft.
    """
    parts = unpacked(template)
    if above:
        parts[DOCUMENT] = _headed(parts[DOCUMENT].decode(), above).encode()
    for name in [name for name in parts if FILLED.fullmatch(name)]:
        shown = (pictures or {}) if name == DOCUMENT else {}
        parts[name] = filled(parts[name].decode(), values, pictures=shown).encode()
    for picture in (pictures or {}).values():
        if f'r:embed="{KEY}"'.encode() in parts[DOCUMENT]:
            parts.update(_with_picture(parts, picture))
    return packed(template, parts)


def blocks(part: str) -> list[Block]:
    """The paragraphs of a part, each with its own text: what stands in a text box inside is the text of another."""
    open_: list[tuple[int, list[Piece], list[bool]]] = []
    found: list[Block] = []
    for token in TOKEN.finditer(part):
        if token[0] == "</w:p>":
            if open_:
                start, pieces, nested = open_.pop()
                found.append(Block(start, token.end(), tuple(pieces), bool(nested)))
        elif token[1] is not None:
            if open_:
                open_[-1][1].append(Piece(token.start(), token.end(), _plain(token[1])))
        else:
            if open_:
                open_[-1][2].append(True)
            open_.append((token.start(), [], []))
    return found


def filled(part: str, values: Mapping[str, str], *, pictures: Mapping[str, bytes]) -> str:
    """Worked from the end, so that what is still to come lies where it lay."""
    changes = [change for block in blocks(part) for change in _changes(part, block, values, pictures)]
    for start, end, text in sorted(changes, reverse=True):
        part = part[:start] + text + part[end:]
    return part


def _headed(part: str, text: str) -> str:
    """Raises Unfit where the file has no place that comes first."""
    if (begins := BODY.search(part)) is None:
        raise Unfit("broken")
    line = f"<w:p>{ABOVE}<w:r>{STRONG}{_run(escaped(lawful(text)))}</w:r></w:p>"
    return part[: begins.end()] + line + part[begins.end() :]


def _changes(
    part: str, block: Block, values: Mapping[str, str], pictures: Mapping[str, bytes]
) -> Iterator[tuple[int, int, str]]:
    known = {**values, **dict.fromkeys(pictures, "")}
    fields = [field for field in FIELD.finditer(block.text) if field[1] in known]
    if not fields:
        return
    alone = FIELD.fullmatch(block.text.strip())
    if alone and not block.nested and "\n" in known[alone[1]]:
        yield block.start, block.end, _repeated(part, block, known[alone[1]])
        return
    yield from _replaced(block, fields, known, pictures)


def _repeated(part: str, block: Block, text: str) -> str:
    """A paragraph that is nothing but a field of several lines: one paragraph like it for each line."""
    return "".join(_one(part, block, line, first=not place) for place, line in enumerate(lawful(text).split("\n")))


def _one(part: str, block: Block, line: str, *, first: bool) -> str:
    text, at = "", block.start
    for place, piece in enumerate(block.pieces):
        text += part[at : piece.start] + _run(escaped(line) if not place else "")
        at = piece.end
    text += part[at : block.end]
    return text if first else NAMED_TWICE.sub("", text)


def _replaced(
    block: Block, fields: list[re.Match[str]], known: Mapping[str, str], pictures: Mapping[str, bytes]
) -> Iterator[tuple[int, int, str]]:
    """The pieces a field touches: its text goes where it begins, the rest of it goes away."""
    at = 0
    for piece in block.pieces:
        start, end = at, at + len(piece.text)
        at = end
        touching = [field for field in fields if field.start() < end and field.end() > start]
        if touching:
            yield piece.start, piece.end, _run(_rewritten(piece.text, start, touching, known, pictures))


def _rewritten(
    text: str, start: int, touching: list[re.Match[str]], known: Mapping[str, str], pictures: Mapping[str, bytes]
) -> str:
    inside, kept = "", 0
    for field in touching:
        inside += escaped(text[kept : max(0, field.start() - start)])
        if field.start() >= start:
            inside += _drawn() if field[1] in pictures else _broken(known[field[1]])
        kept = min(len(text), field.end() - start)
    return inside + escaped(text[kept:])


def _broken(text: str) -> str:
    return f"</w:t><w:br/>{OPEN}".join(escaped(line) for line in lawful(text).split("\n"))


def _drawn() -> str:
    return f"</w:t>{drawing('', number=NUMBER)}{OPEN}"


def _run(inside: str) -> str:
    return f"{OPEN}{inside}</w:t>"


def _plain(text: str) -> str:
    return ENTITY.sub(_character, text)


def _character(entity: re.Match[str]) -> str:
    decimal, hexadecimal, name = entity.groups()
    if name:
        return ENTITIES.get(name, entity[0])
    return chr(int(decimal) if decimal else int(hexadecimal, 16))


def _with_picture(parts: Mapping[str, bytes], picture: bytes) -> dict[str, bytes]:
    """The parts that make a picture known to the document."""
    relation = f'<Relationship Id="{KEY}" Type="{IMAGE}" Target="media/{PICTURE}"/>'
    relations = EMPTY.sub(NO_RELATIONS, parts.get(RELATIONS, b"").decode()) or NO_RELATIONS
    types = parts[TYPES].decode()
    if 'Extension="png"' not in types:
        types = types.replace("</Types>", '<Default Extension="png" ContentType="image/png"/></Types>')
    return {
        f"word/media/{PICTURE}": picture,
        RELATIONS: relations.replace("</Relationships>", f"{relation}</Relationships>").encode(),
        TYPES: types.encode(),
    }
