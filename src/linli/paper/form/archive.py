"""The zip around a form: looked at by its directory before anything is unpacked, written again part by part."""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from linli.ground.text import msg

MOST = 10 * 1024 * 1024
ENTRIES, UNPACKED, RATIO = 400, 200 * 1024 * 1024, 100
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SEALED, SORTS = 0x1, (ZIP_STORED, ZIP_DEFLATED)
TYPES = "[Content_Types].xml"

TOO_LARGE = msg("The form is larger than 10 MB, or unpacks to far more. Take out what is not needed and save it again.")
OLD_FORM = msg(
    "This is an old .xls file or one with a password. Save it as .xlsx without a password and choose it again."
)
NO_FORM = msg("This is no Excel workbook (.xlsx). Save the form as .xlsx and choose it again.")
MACROS = msg(
    "The form carries macros or other files inside. Save it as a plain .xlsx without them and choose it again."
)
BROKEN = msg("The form cannot be read. Open it on your computer, save it again as .xlsx and choose the new one.")


class Unfit(ValueError):
    """Why the form cannot be taken: a sentence of the catalogue."""


@dataclass(frozen=True)
class Archive:
    """The parts of a form by their names, in the order of the file."""

    parts: Mapping[str, bytes]
    entries: tuple[ZipInfo, ...]

    def part(self, name: str) -> bytes:
        if name not in self.parts:
            raise Unfit(BROKEN)
        return self.parts[name]


def opened(data: bytes) -> Archive:
    """Raises Unfit."""
    if data.startswith(OLD):
        raise Unfit(OLD_FORM)
    if len(data) > MOST:
        raise Unfit(TOO_LARGE)
    try:
        with ZipFile(BytesIO(data)) as file:
            _refuse_by_directory(file.infolist(), size=len(data))
            parts = {entry.filename: file.read(entry) for entry in file.infolist()}
            return Archive(parts, tuple(file.infolist()))
    except (BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError) as error:
        raise Unfit(BROKEN if data.startswith(b"PK") else NO_FORM) from error


def packed(archive: Archive, *, changed: Mapping[str, bytes]) -> bytes:
    """The file again: each part in its old place under its old name and date, the changed ones with new content."""
    written = BytesIO()
    with ZipFile(written, "w") as file:
        for entry in archive.entries:
            copy = ZipInfo(entry.filename, entry.date_time)
            copy.compress_type, copy.external_attr = entry.compress_type, entry.external_attr
            copy.create_system, copy.comment = entry.create_system, entry.comment
            file.writestr(copy, changed.get(entry.filename, archive.parts[entry.filename]))
    return written.getvalue()


def _refuse_by_directory(entries: list[ZipInfo], *, size: int) -> None:
    names = [entry.filename for entry in entries]
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > ENTRIES or unpacked > UNPACKED or unpacked > RATIO * size:
        raise Unfit(TOO_LARGE)
    if any(entry.flag_bits & SEALED for entry in entries):
        raise Unfit(OLD_FORM)
    if TYPES not in names:
        raise Unfit(NO_FORM)
    if any(entry.compress_type not in SORTS for entry in entries) or len({name.lower() for name in names}) < len(names):
        raise Unfit(BROKEN)
    if any(_is_program(name.lower()) for name in names):
        raise Unfit(MACROS)


def _is_program(name: str) -> bool:
    return any(word in name for word in ("vbaproject", "/macrosheets/", "/activex/", "/embeddings/"))
