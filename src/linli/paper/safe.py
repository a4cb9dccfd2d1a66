"""Opening a .docx that somebody uploaded: only what is one, of a bearable size, and brings nothing in from outside."""

import re
import zlib
from collections.abc import Mapping
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZIP_DEFLATED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

LARGEST, UNPACKED, ENTRIES = 2_000_000, 30_000_000, 500
DOCUMENT = "word/document.xml"
NEEDED = ("[Content_Types].xml", DOCUMENT)
FILLED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
HARMFUL = (".bin", ".exe", ".js", ".vbs", ".dll")
EARLIEST = (1980, 1, 1, 0, 0, 0)


class Unfit(ValueError):
    """A file that cannot be filled.

    `why` is not_word, too_large, macros, outside or broken, and of its fields open, none or unknown.
    """

    def __init__(self, why: str, *, fields: tuple[str, ...] = ()) -> None:
        super().__init__(why, *fields)
        self.why, self.fields = why, fields


def unpacked(template: bytes) -> dict[str, bytes]:
    """The parts of a .docx, none of which can do harm. Raises Unfit."""
    if len(template) > LARGEST:
        raise Unfit("too_large")
    try:
        with ZipFile(BytesIO(template)) as file:
            _require_lawful(file.infolist())
            parts = {entry.filename: file.read(entry) for entry in file.infolist()}
    except (BadZipFile, LargeZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, OSError) as error:
        raise Unfit("not_word") from error
    for name, part in parts.items():
        _require_harmless(name, part)
    return parts


def _require_lawful(entries: list[ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if any(name not in names for name in NEEDED) or len(set(names)) < len(names):
        raise Unfit("not_word")
    if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > UNPACKED:
        raise Unfit("too_large")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unfit("not_word")


def _require_harmless(name: str, part: bytes) -> None:
    if name.lower().endswith((".bin", ".exe", ".js", ".vbs")) or b"macroEnabled" in part[:20_000]:
        raise Unfit("macros")
    if name.endswith((".xml", ".rels")):
        root = _read(part)
        if name.endswith(".rels") and any(_from_outside(one) for one in root):
            raise Unfit("outside")


def _read(part: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise Unfit("broken")
    try:
        part.decode()
        return ElementTree.fromstring(part)  # noqa: S314 - without a DTD, refused above, there is nothing to expand
    except (ElementTree.ParseError, UnicodeDecodeError, ValueError) as error:
        raise Unfit("broken") from error


def _from_outside(relation: ElementTree.Element) -> bool:
    """A link to click is no harm; what Word would fetch by itself is."""
    return relation.get("TargetMode") == "External" and not relation.get("Type", "").endswith("/hyperlink")


def packed(template: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The parts in the order of the file they came from, new ones at the end."""
    written = BytesIO()
    with ZipFile(BytesIO(template)) as before, ZipFile(written, "w") as file:
        known = {entry.filename: entry for entry in before.infolist()}
        for name, part in parts.items():
            file.writestr(_entry(name, known), part)
    return written.getvalue()


def _entry(name: str, known: Mapping[str, ZipInfo]) -> ZipInfo:
    entry = ZipInfo(name, known[name].date_time if name in known else EARLIEST)
    entry.compress_type, entry.create_system = ZIP_DEFLATED, 3
    return entry
