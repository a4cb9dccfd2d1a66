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
from PIL import Image, ImageOps, UnidentifiedImageError

from linli.ground.text import msg, tidy
from linli.matters import files

MOST = 10 * 1024 * 1024
TOGETHER = 3 * MOST
"""Of all files of one request: anybody may send some, and they lie in memory until they were looked at."""
PIXELS = 50_000_000
ENTRIES, UNPACKED, RATIO = 400, 200 * 1024 * 1024, 100
TOO_LARGE = msg("The file is larger than 10 MB. Make it smaller, or attach it in parts.")
UNKNOWN = msg("Only pictures (JPG, PNG, WebP), PDF, Word (.docx) and Excel (.xlsx) can be attached.")
BROKEN = msg("The file cannot be read. Open it on your computer, save it again and attach the new one.")
ACTIVE = msg("The file carries a program or other files inside. Print it to PDF and attach that.")
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


def made_safe(upload: "UploadedFile[bytes]") -> Content:
    """The content by its first bytes, which its ending must agree with. Raises Unfit."""
    name = tidy(PurePosixPath((upload.name or "").replace("\\", "/")).name, limit=200) or _("unnamed")
    data = upload.read()
    if len(data) > MOST:
        raise Unfit(_(TOO_LARGE))
    ending = PurePosixPath(name).suffix.lower()
    for magic, endings, mime, check in _KINDS:
        if data.startswith(magic) and ending in endings:
            return Content(name, mime, check(data, ending))
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


def _picture(data: bytes, ending: str) -> bytes:
    """The picture painted anew: turned upright, without place, camera or anything else it carried."""
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as image:
            if image.width * image.height > PIXELS:
                raise Unfit(_(TOO_LARGE))
            fresh, kind = ImageOps.exif_transpose(image), image.format or "PNG"
            clean = Image.new(fresh.mode, fresh.size)
            clean.paste(fresh)
            if fresh.mode == "P" and (palette := fresh.getpalette()):
                clean.putpalette(palette)
            painted = io.BytesIO()
            clean.save(painted, format=kind, **({"quality": 88} if kind != "PNG" else {}))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise Unfit(_(BROKEN)) from error
    return painted.getvalue()


def _pdf(data: bytes, ending: str) -> bytes:
    if b"%%EOF" not in data[-2048:]:
        raise Unfit(_(BROKEN))
    if any(word in data for word in ACTIVE_PDF):
        raise Unfit(_(ACTIVE))
    return data


def _office(data: bytes, ending: str) -> bytes:
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


_Check = Callable[[bytes, str], bytes]
_KINDS: tuple[tuple[bytes, frozenset[str], str, _Check], ...] = (
    (b"\xff\xd8\xff", frozenset({".jpg", ".jpeg"}), "image/jpeg", _picture),
    (b"\x89PNG\r\n\x1a\n", frozenset({".png"}), "image/png", _picture),
    (b"RIFF", frozenset({".webp"}), "image/webp", _picture),
    (b"%PDF-", frozenset({".pdf"}), "application/pdf", _pdf),
    (b"PK\x03\x04", frozenset({".docx"}), f"{OFFICE}wordprocessingml.document", _office),
    (b"PK\x03\x04", frozenset({".xlsx"}), f"{OFFICE}spreadsheetml.sheet", _office),
)
