"""Files for the desk's tests to attach, and what is kept of them on the disk."""

import io
import zipfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from linli.matters.models import Matter
from tests.desk.conftest import Desk, post
from tests.town import Town


def picture(*, size: tuple[int, int] = (40, 30), kind: str = "JPEG", note: str = "") -> bytes:
    content, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = note
    Image.new("RGB", size, "teal").save(content, format=kind, **({"exif": exif} if note else {}))
    return content.getvalue()


def office(*names: str, filling: bytes = b"x") -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as parts:
        for name in ("[Content_Types].xml", "word/document.xml", *names):
            parts.writestr(name, filling)
    return content.getvalue()


def attach(desk: Desk, town: Town, matter: Matter, name: str, content: bytes) -> Any:
    return post(desk(town.mei), matter, "attach", label="evidence", file=SimpleUploadedFile(name, content))


def kept() -> list[Path]:
    return [file for file in Path(settings.MEDIA_ROOT).rglob("*") if file.is_file()]
