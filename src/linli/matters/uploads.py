"""Attachments: what may come in, how it is made harmless, and what is told of it."""

import hashlib
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler, StopUpload
from django.http import HttpRequest
from django.utils.translation import gettext as _
from PIL import Image
from PIL.Image import Transpose

from linli.ground.text import msg, tidy
from linli.matters import files

MOST = 10 * 1024 * 1024
TOGETHER = 3 * MOST
"""Of all files of one request: anybody may send some, and they lie in memory until they were looked at."""
PIXELS = 50_000_000
PIXELS_MADE_SMALLER = 25_000_000
"""Of a picture that is made smaller as it comes in, where it cannot be read at a fraction of its size as JPEG can."""
ENTRIES, UNPACKED, RATIO = 400, 200 * 1024 * 1024, 100
TOO_LARGE = msg("The file is larger than 10 MB. Make it smaller, or attach it in parts.")
UNKNOWN = msg("Only pictures (JPG, PNG, WebP), PDF, Word (.docx) and Excel (.xlsx) can be attached.")
BROKEN = msg("The file cannot be read. Open it on your computer, save it again and attach the new one.")
ACTIVE = msg("The file carries a program or other files inside. Print it to PDF and attach that.")
ORIENTATION = 0x0112
TURNS = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_90,
}
ACTIVE_PDF = (b"/JavaScript", b"/Launch", b"/EmbeddedFile")
OFFICE = "application/vnd.openxmlformats-officedocument."


class Unfit(Exception):
    """Why the file cannot be taken, as a sentence to show."""


class SmallFiles(MemoryFileUploadHandler):
    """Keeps an upload in memory, so that it never lies unsealed on a disk, and stops one that is too large."""

    def handle_raw_input(self, *args: Any, **more: Any) -> None:
        self.activated = True
        self.taken = self.together = 0

    def new_file(self, *args: Any, **more: Any) -> None:
        self.taken = 0
        super().new_file(*args, **more)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self.taken += len(raw_data)
        self.together += len(raw_data)
        if self.taken > MOST or self.together > TOGETHER:
            assert self.request is not None
            self.request.META[_MARK] = "1"
            raise StopUpload(connection_reset=False)
        return super().receive_data_chunk(raw_data, start)


_MARK = "linli.upload_too_large"


def too_large(request: HttpRequest) -> bool:
    """Whether an upload of this request was stopped; reads what was posted."""
    return len(request.POST) >= 0 and bool(request.META.get(_MARK))


@dataclass(frozen=True)
class Content:
    """A file as it will be kept: made harmless, its name tidied."""

    name: str
    mime: str
    data: bytes


def made_safe(upload: "UploadedFile[bytes]", *, side: int = 0) -> Content:
    """The content by its first bytes, which its ending must agree with. Raises Unfit.

    Telephones hand over pictures whose names have no ending.
    `side`: a picture is made at most that wide and high, before anything is painted: from a stranger each costs little.
    """
    name = tidy(PurePosixPath((upload.name or "").replace("\\", "/")).name, limit=200) or _("unnamed")
    data = upload.read()
    if len(data) > MOST:
        raise Unfit(_(TOO_LARGE))
    ending = PurePosixPath(name).suffix.lower()
    for magic, endings, mime, check in _KINDS:
        if data.startswith(magic) and (ending in endings or (not ending and check is _picture)):
            return Content(name, mime, check(data, ending, side))
    raise Unfit(_(UNKNOWN))


def kept(content: Content) -> dict[str, Any]:
    """Keep the content; what the command is told about it."""
    return {
        "name": content.name,
        "mime": content.mime,
        "size": len(content.data),
        "stored": files.keep(content.data),
        "digest": hashlib.sha256(content.data).hexdigest(),
    }


def _picture(data: bytes, ending: str, side: int) -> bytes:
    """The picture painted anew: turned upright, without place, camera or anything else it carried."""
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as image:
            kind = image.format or "PNG"
            whole = side and kind != "JPEG"
            if image.width * image.height > (PIXELS_MADE_SMALLER if whole else PIXELS):
                raise Unfit(_(TOO_LARGE))
            return _painted(image, kind, side)
    except Unfit:
        raise
    except Exception as error:  # what a spoilt picture makes its reader raise is written down nowhere
        raise Unfit(_(BROKEN)) from error


def _painted(image: Image.Image, kind: str, side: int) -> bytes:
    if side:
        image.thumbnail((side, side))
    fresh = _upright(image)
    clean = Image.new(fresh.mode, fresh.size)
    clean.paste(fresh)
    if fresh.mode == "P" and (palette := fresh.getpalette()):
        clean.putpalette(palette)
    painted = io.BytesIO()
    clean.save(painted, format=kind, **({"quality": 82 if side else 88} if kind != "PNG" else {}))
    return painted.getvalue()


def _upright(image: Image.Image) -> Image.Image:
    """Only the one number is read of what a picture says of itself, and nothing is written again."""
    turn = TURNS.get(image.getexif().get(ORIENTATION, 1))
    return image.transpose(turn) if turn is not None else image


def _pdf(data: bytes, ending: str, side: int) -> bytes:
    if b"%%EOF" not in data[-2048:]:
        raise Unfit(_(BROKEN))
    if any(word in data for word in ACTIVE_PDF):
        raise Unfit(_(ACTIVE))
    return data


def _office(data: bytes, ending: str, side: int) -> bytes:
    """By the directory alone, before anything is unpacked: a small file may unpack to gigabytes."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Unfit(_(BROKEN)) from error
    names, unpacked = {entry.filename for entry in entries}, sum(entry.file_size for entry in entries)
    heart = "word/document.xml" if ending == ".docx" else "xl/workbook.xml"
    if heart not in names or "[Content_Types].xml" not in names:
        raise Unfit(_(UNKNOWN))
    if len(entries) > ENTRIES or unpacked > UNPACKED or unpacked > RATIO * max(len(data), 1):
        raise Unfit(_(TOO_LARGE))
    if any("vba" in name.lower() or "/embeddings/" in name or "activex" in name.lower() for name in names):
        raise Unfit(_(ACTIVE))
    return data


_Check = Callable[[bytes, str, int], bytes]
_KINDS: tuple[tuple[bytes, frozenset[str], str, _Check], ...] = (
    (b"\xff\xd8\xff", frozenset({".jpg", ".jpeg", ".jfif"}), "image/jpeg", _picture),
    (b"\x89PNG\r\n\x1a\n", frozenset({".png"}), "image/png", _picture),
    (b"RIFF", frozenset({".webp"}), "image/webp", _picture),
    (b"%PDF-", frozenset({".pdf"}), "application/pdf", _pdf),
    (b"PK\x03\x04", frozenset({".docx"}), f"{OFFICE}wordprocessingml.document", _office),
    (b"PK\x03\x04", frozenset({".xlsx"}), f"{OFFICE}spreadsheetml.sheet", _office),
)
