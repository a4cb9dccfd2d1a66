"""Reads the XML of a part without ever following it anywhere: a document type is refused, entities with it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from linli.paper.form.archive import BROKEN, TOO_LARGE, Unfit

DEEPEST = 64
LARGEST = 8 * 1024 * 1024
_TAG = re.compile(rb"<(?:[^\"'>]|\"[^\"]*\"|'[^']*')*>")


@dataclass(slots=True)
class Element:
    """One element by its name without prefix, its attributes by theirs, and where it stands in the bytes."""

    name: str
    begins: int
    attributes: Mapping[str, str] = field(default_factory=dict)
    inside: list["Element"] = field(default_factory=list)
    text: str = ""
    prefix: str = ""
    head_ends: int = 0
    closes: int = 0
    """Where its closing tag begins; where it ends, if it has none."""
    ends: int = 0

    def get(self, name: str, otherwise: str = "") -> str:
        return self.attributes.get(name, otherwise)

    @property
    def tag(self) -> str:
        """Its name as it is written."""
        return f"{self.prefix}:{self.name}" if self.prefix else self.name

    def is_empty(self, content: bytes) -> bool:
        return content[self.head_ends - 2 : self.head_ends] == b"/>"

    def all(self, name: str) -> Iterator["Element"]:
        return (one for one in self.inside if one.name == name)

    def first(self, name: str) -> "Element | None":
        return next(self.all(name), None)

    def every(self, name: str) -> Iterator["Element"]:
        """Of that name at any depth, in order."""
        for one in self.inside:
            if one.name == name:
                yield one
            yield from one.every(name)


def parsed(content: bytes) -> Element:
    """The part as a tree. Raises Unfit."""
    if len(content) > LARGEST:
        raise Unfit(TOO_LARGE)
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Unfit(BROKEN)
    return _Reading(content).root()


class _Reading:
    def __init__(self, content: bytes) -> None:
        self.content = content
        self.open: list[Element] = []
        self.top: Element | None = None
        self.parser = expat.ParserCreate(encoding="utf-8")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse
        self.parser.StartElementHandler = self._begins
        self.parser.EndElementHandler = self._ends
        self.parser.CharacterDataHandler = self._says

    def root(self) -> Element:
        try:
            self.parser.Parse(self.content, True)
        except expat.ExpatError as error:
            raise Unfit(BROKEN) from error
        if self.top is None:
            raise Unfit(BROKEN)
        return self.top

    def _refuse(self, *told: object) -> None:
        raise Unfit(BROKEN)

    def _begins(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.open) >= DEEPEST:
            raise Unfit(BROKEN)
        prefix, _, local = name.rpartition(":")
        begins = self.parser.CurrentByteIndex
        plain = {key.rpartition(":")[2]: value for key, value in attributes.items() if not key.startswith("xmlns")}
        one = Element(local, begins, plain, prefix=prefix, head_ends=self._tag_ends(begins))
        if self.open:
            self.open[-1].inside.append(one)
        else:
            self.top = one
        self.open.append(one)

    def _ends(self, name: str) -> None:
        one = self.open.pop()
        one.closes = one.ends = one.head_ends
        if not one.is_empty(self.content):
            one.closes = self.parser.CurrentByteIndex
            one.ends = self.content.index(b">", one.closes) + 1

    def _says(self, text: str) -> None:
        self.open[-1].text += text

    def _tag_ends(self, begins: int) -> int:
        tag = _TAG.match(self.content, begins)
        if tag is None:
            raise Unfit(BROKEN)
        return tag.end()
