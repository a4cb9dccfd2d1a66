"""Opening a .docx that somebody uploaded: only what is one, of a bearable size, and brings nothing in from outside."""

import re
import zlib
from collections.abc import Mapping
from io import BytesIO
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZIP_DEFLATED, BadZipFile, LargeZipFile, ZipFile, ZipInfo

LARGEST, UNPACKED, TIMES, ENTRIES = 2_000_000, 30_000_000, 100, 500
"""What it may have in bytes, packed and unpacked, how many times more unpacked, and in parts."""
DOCUMENT = "word/document.xml"
NEEDED = ("[Content_Types].xml", DOCUMENT)
FILLED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
HARMFUL = (".bin", ".exe", ".js", ".vbs", ".dll")
MACROS = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
FETCHING = re.compile(r"^\s*(?:DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|RD|DATABASE)\b", re.IGNORECASE | re.M)
"""Fields at whose sight Word opens another file or program."""
SEPARATOR = "}"
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
            _require_lawful(file.infolist(), most=min(UNPACKED, TIMES * len(template)))
            parts = {entry.filename: file.read(entry) for entry in file.infolist()}
    except (BadZipFile, LargeZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, OSError) as error:
        raise Unfit("not_word") from error
    for name, part in parts.items():
        _require_harmless(name, part)
    return parts


def _require_lawful(entries: list[ZipInfo], *, most: int) -> None:
    names = [entry.filename for entry in entries]
    if any(name not in names for name in NEEDED) or len(set(names)) < len(names):
        raise Unfit("not_word")
    if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > most:
        raise Unfit("too_large")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unfit("not_word")


def _require_harmless(name: str, part: bytes) -> None:
    if name.lower().endswith(HARMFUL) or (name == NEEDED[0] and MACROS.search(part)):
        raise Unfit("macros")
    if name.endswith((".xml", ".rels")):
        told = _Reading(is_relations=name.endswith(".rels")).of(part)
        if FETCHING.search(told):
            raise Unfit("outside")


class _Reading:
    """A part read through once, however large it is; keeps of it only what its fields tell Word to do."""

    def __init__(self, *, is_relations: bool) -> None:
        self._is_relations = is_relations
        self._inside, self._told = False, list[str]()

    def of(self, part: bytes) -> str:
        """What each field does, a line for each. Raises Unfit."""
        parser = ParserCreate(namespace_separator=SEPARATOR)
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = self._say, self._refuse
        try:
            part.decode()
            parser.Parse(part, True)
        except (ExpatError, UnicodeDecodeError, ValueError, LookupError) as error:
            raise error if isinstance(error, Unfit) else Unfit("broken") from error
        return "".join(self._told)

    def _begin(self, element: str, said: Mapping[str, str]) -> None:
        name = element.rpartition(SEPARATOR)[2]
        if self._is_relations and _from_outside(said):
            raise Unfit("outside")
        self._inside = name == "instrText"
        if name == "fldChar":
            self._told.append("\n")
        self._told += [f"\n{text}\n" for key, text in said.items() if key.rpartition(SEPARATOR)[2] == "instr"]

    def _end(self, element: str) -> None:
        self._inside = False

    def _say(self, text: str) -> None:
        if self._inside:
            self._told.append(text)

    def _refuse(self, *doctype: object) -> None:
        """A document type could define what is endless."""
        raise Unfit("broken")


def _from_outside(relation: Mapping[str, str]) -> bool:
    """A link to click is no harm; what Word would fetch by itself is, and so is a page of the web put into the file."""
    sort = relation.get("Type", "").rpartition("/")[2]
    return sort == "aFChunk" or (relation.get("TargetMode") == "External" and sort != "hyperlink")


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
