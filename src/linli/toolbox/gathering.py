"""Finds every shown word in Python and templates, and the catalogue it belongs to."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.extract import extract

HOUSE = Path(__file__).resolve().parents[1]
LANGUAGE = "zh_Hans"
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "msg": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
JINJA = {"extensions": "jinja2.ext.do,jinja2.ext.loopcontrols", "newstyle_gettext": "true", "silent": "false"}
DJANGO_WORD = re.compile(r"""(?:\{%\s*(?:trans|translate)\s+|[{|:=(]\s*_\()(?P<quote>["'])(?P<word>.+?)(?P=quote)""")
LEFT_OUT = frozenset({"toolbox", "tests", "migrations", "locale", "__pycache__"})
DJANGO_ROOMS = ("doors/office/", "staff/")


class Word(NamedTuple):
    """A msgid as code or template says it, with its plural and its context."""

    text: str
    plural: str | None = None
    context: str | None = None


def gather(house: Path = HOUSE) -> dict[Path, dict[Word, str]]:
    """Every catalogue's words, each with the first place it is said at."""
    found: dict[Path, dict[Word, str]] = {}
    for file in sorted(spoken_files(house)):
        for word, line in words_in(file, house=house):
            found.setdefault(catalogue_of(file, house=house), {}).setdefault(word, f"{file.relative_to(house)}:{line}")
    return found


def spoken_files(house: Path) -> Iterator[Path]:
    for file in house.rglob("*"):
        shows = file.suffix == ".py" or (file.suffix in (".html", ".txt") and "templates" in file.parts)
        if shows and not LEFT_OUT.intersection(file.relative_to(house).parts):
            yield file


def catalogue_of(file: Path, *, house: Path = HOUSE) -> Path:
    """That of the nearest app above the file, else the house's own."""
    above = (folder for folder in file.parents if folder.is_relative_to(house))
    return (
        next((folder for folder in above if (folder / "apps.py").exists()), house)
        / "locale"
        / LANGUAGE
        / "LC_MESSAGES"
        / "django.po"
    )


def words_in(file: Path, *, house: Path = HOUSE) -> Iterator[tuple[Word, int]]:
    source = file.read_bytes()
    if file.suffix != ".py" and str(file.relative_to(house)).startswith(DJANGO_ROOMS):
        yield from _django_words(source.decode())
        return
    method, options = ("python", {}) if file.suffix == ".py" else ("jinja2.ext:babel_extract", JINJA)
    for line, message, _comments, context in extract(method, BytesIO(source), keywords=KEYWORDS, options=options):
        if isinstance(message, tuple):
            yield Word(message[0], message[1] if len(message) > 1 else None, context), line
        elif message:
            yield Word(message, None, context), line


def _django_words(source: str) -> Iterator[tuple[Word, int]]:
    for match in DJANGO_WORD.finditer(source):
        yield Word(match["word"]), source.count("\n", 0, match.start()) + 1
