"""Prints papers through LibreOffice and reads the pages back, where both programs are on the machine."""

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

PATIENCE = 180
AS_WIDE = ("Times New Roman", "Liberation Serif", "Tinos")
"""With any of them lines break where they break in an office; other fonts are up to a fifth wider."""
XHTML = "{http://www.w3.org/1999/xhtml}"


@dataclass(frozen=True)
class Word:
    """A piece of text and its box, in points from the upper left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Page:
    """One printed page: its size, its lines without blanks, every word."""

    width: float
    height: float
    lines: tuple[str, ...]
    words: tuple[Word, ...]

    @property
    def number(self) -> str:
        return self.lines[-1]

    @property
    def text(self) -> tuple[Word, ...]:
        """Every word but those of the page number."""
        lowest = max(word.bottom for word in self.words)
        return tuple(word for word in self.words if word.bottom < lowest - 10)


def missing() -> str:
    """Why nothing can be printed here; empty when it can."""
    for program, name in (("soffice", "LibreOffice"), ("pdftotext", "poppler"), ("fc-list", "fontconfig")):
        if not shutil.which(program):
            return f"no {name} on this machine"
    if not fonts(":lang=zh"):
        return "no Chinese font on this machine"
    return "" if any(fonts(name) for name in AS_WIDE) else "no font as wide as Times New Roman on this machine"


def fonts(pattern: str) -> str:
    return subprocess.run(["fc-list", pattern], capture_output=True, text=True, check=False).stdout.strip()


def printed(papers: Mapping[str, bytes], *, folder: Path) -> dict[str, list[Page]]:
    """All of them in one run: the program takes longer to start than to print."""
    for name, content in papers.items():
        (folder / f"{name}.docx").write_bytes(content)
    files = [str(folder / f"{name}.docx") for name in papers]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, capture_output=True, timeout=PATIENCE, check=True)
    return {name: pages(folder / f"{name}.pdf") for name in papers}


def pages(file: Path) -> list[Page]:
    boxes = ElementTree.fromstring(told("-bbox", file)).iter(f"{XHTML}page")
    texts = told("-layout", file).split("\f")
    return [page(box, text=text) for box, text in zip(boxes, texts, strict=False)]


def told(how: str, file: Path) -> str:
    return subprocess.run(["pdftotext", how, str(file), "-"], capture_output=True, text=True, check=True).stdout


def page(box: ElementTree.Element, *, text: str) -> Page:
    lines = tuple("".join(line.split()) for line in text.splitlines() if line.strip())
    words = tuple(
        Word(word.text or "", *(float(word.attrib[side]) for side in ("xMin", "xMax", "yMin", "yMax")))
        for word in box.iter(f"{XHTML}word")
    )
    return Page(float(box.attrib["width"]), float(box.attrib["height"]), lines, words)
