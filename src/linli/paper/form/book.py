"""A form as it is read: its sheets in order, their cells, merged blocks and widths, and how numbers are shown."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from linli.paper.form import archive as zipped
from linli.paper.form import formats
from linli.paper.form.archive import NO_FORM, Archive, Unfit
from linli.paper.form.cells import Sheet, read
from linli.paper.form.markup import Element, parsed

HEART = "officeDocument"
MAIN = "sheet.main+xml"
PROGRAMS = "macroEnabled"
VISIBLE = "visible"


@dataclass(frozen=True)
class Book:
    """A form, read whole; `sheets` are those one may look at and fill, beside them stand those that are hidden."""

    archive: Archive
    part: str
    sheets: tuple[Sheet, ...]
    hidden: tuple[Sheet, ...]
    formats: tuple[str, ...]
    since: date

    def sheet(self, name: str) -> Sheet | None:
        return next((one for one in self.sheets if one.name == name), None)

    def format(self, style: int) -> str:
        return self.formats[style] if 0 <= style < len(self.formats) else ""


def opened(data: bytes) -> Book:
    """Raises Unfit."""
    archive = zipped.opened(data)
    part = _heart(archive)
    root, related = parsed(archive.part(part)), _related(archive, part)
    texts = tuple(_texts(archive, next(_of(related, "sharedStrings"), "")))
    sheets = tuple(_sheets(archive, root, related, texts))
    properties = root.first("workbookPr")
    return Book(
        archive=archive,
        part=part,
        sheets=tuple(one for one, state in sheets if state == VISIBLE),
        hidden=tuple(one for one, state in sheets if state != VISIBLE),
        formats=formats.by_style(archive, next(_of(related, "styles"), "")),
        since=formats.FIRST_1904 if properties and _yes(properties.get("date1904")) else formats.FIRST,
    )


def _heart(archive: Archive) -> str:
    types = archive.part(zipped.TYPES)
    if PROGRAMS.encode() in types:
        raise Unfit(zipped.MACROS)
    for target in _of(_related(archive, ""), HEART):
        if target in archive.parts and MAIN.encode() in types:
            return target
    raise Unfit(NO_FORM)


def _sheets(
    archive: Archive, root: Element, related: Mapping[str, tuple[str, str]], texts: tuple[str, ...]
) -> Iterator[tuple[Sheet, str]]:
    listed = root.first("sheets")
    for one in listed.all("sheet") if listed else ():
        sort, target = related.get(one.get("id"), ("", ""))
        if sort == "worksheet":
            yield read(archive.part(target), name=one.get("name"), part=target, texts=texts), one.get("state", VISIBLE)


def _texts(archive: Archive, name: str) -> Iterator[str]:
    """The texts that cells share, without how they are read aloud."""
    if name in archive.parts:
        for one in parsed(archive.parts[name]).all("si"):
            yield "".join(run.text for run in _runs(one))


def _runs(one: Element) -> Iterator[Element]:
    for inside in one.inside:
        if inside.name == "t":
            yield inside
        elif inside.name == "r":
            yield from inside.all("t")


def _related(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """What a part calls by which id: of which sort, and where it is."""
    folder, name = posixpath.split(part)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    if relations not in archive.parts:
        raise Unfit(NO_FORM)
    return {
        one.get("Id"): (posixpath.basename(one.get("Type")), _target(folder, one.get("Target")))
        for one in parsed(archive.parts[relations]).all("Relationship")
        if one.get("TargetMode") != "External"
    }


def _target(folder: str, told: str) -> str:
    return told.lstrip("/") if told.startswith("/") else posixpath.normpath(posixpath.join(folder, told))


def _of(related: Mapping[str, tuple[str, str]], sort: str) -> Iterator[str]:
    return (target for of, target in related.values() if of == sort)


def _yes(told: str) -> bool:
    return told in ("1", "true", "on")
