"""Reads a paper back with a library that had no part in writing it."""

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
from docx.document import Document

from linli.paper import document
from linli.paper.letter import Block, Letter

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(letter: Letter) -> Document:
    return docx.Document(BytesIO(document.docx(letter)))


def letter_of(*blocks: Block) -> Letter:
    return Letter("标题", body=blocks)


def body_texts(*blocks: Block) -> list[str]:
    """What stands in the paragraphs below the title."""
    return [paragraph.text for paragraph in opened(letter_of(*blocks)).paragraphs[1:]]


def part(letter: Letter, name: str) -> ElementTree.Element:
    with ZipFile(BytesIO(document.docx(letter))) as file:
        return ElementTree.fromstring(file.read(name))


def values(element: ElementTree.Element, tag: str, *, key: str = "val") -> list[str]:
    """The attribute of every such element, in order."""
    return [one.get(W + key, "") for one in element.iter(W + tag)]
