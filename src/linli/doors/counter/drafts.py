"""Pictures that wait to be handed in: painted anew, made smaller, sealed on the disk, and gone after a day."""

import base64
import hashlib
import io
import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Count, Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from PIL import Image

from linli.doors.counter.models import Draft, Rate
from linli.ground.disk import settle, write_new
from linli.ground.text import msg
from linli.matters import files
from linli.matters.uploads import Content, Unfit, kept, made_safe
from linli.matters.words import keyring
from linli.policy.present import lasted

LASTS = timedelta(days=1)
SIDE, THUMB = 1600, 96
"""Enough to read a door plate, and small enough for a telephone's network."""
MOST_WAITING, MOST_BYTES = 4000, 2 * 1024**3
ONLY_PICTURES = msg("Only pictures can be added here: JPG, PNG or WebP, as a telephone takes them.")
TOO_MANY_WAIT = msg("No more pictures can be taken in at the moment. Hand in without them, and add them later.")
ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/webp": "webp"}


def keep(upload: "UploadedFile[bytes]", *, at: datetime) -> Draft:
    """Keep a picture until it is handed in. Raises Unfit."""
    if _is_full():
        raise Unfit(_(TOO_MANY_WAIT))
    content = made_safe(upload, side=SIDE)
    if content.mime not in ENDINGS:
        raise Unfit(_(ONLY_PICTURES))
    data, stored = content.data, secrets.token_hex(16)
    place = _folder() / stored
    if not place.parent.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        settle(place.parent.parent)
    write_new(place, keyring().shut_bytes(data, bound=_bound(stored)))
    digest = hashlib.sha256(data).hexdigest()
    return Draft.objects.create(stored=stored, mime=content.mime, size=len(data), digest=digest, at=at)


def _is_full() -> bool:
    """So that nobody fills the disk that the ledger lies on."""
    waiting = Draft.objects.aggregate(count=Count("pk"), size=Sum("size"))
    return waiting["count"] >= MOST_WAITING or (waiting["size"] or 0) >= MOST_BYTES


def waiting(names: Sequence[str]) -> list[Draft]:
    """The drafts of those names, in their order; what is gone is left out.

    Where a file is gone, the rows are looked up once more: those that went with it went before any file did, so that
    a page sent twice at once has all of its pictures or none, never a part of them.
    """
    rows = Draft.objects.in_bulk(list(names))
    there = {name for name in rows if (_folder() / name).is_file()}
    if len(there) < len(rows):
        rows = Draft.objects.in_bulk(list(there))
    return [rows[name] for name in dict.fromkeys(names) if name in rows]


def taken_over(drafts: Iterable[Draft]) -> list[dict[str, Any]]:
    """Keep the pictures for good; what a command is told of them. Raises FileNotFoundError when one is gone."""
    contents = [(draft, opened(draft)) for draft in drafts]
    return [
        kept(Content(f"{number}.{ENDINGS[draft.mime]}", draft.mime, data))
        for number, (draft, data) in enumerate(contents, 1)
    ]


def let_go(photos: Iterable[dict[str, Any]]) -> None:
    """Take pictures kept for good away again: the command was not taken, or had been before."""
    for photo in photos:
        files.drop(photo["stored"])


def opened(draft: Draft) -> bytes:
    return keyring().open_bytes((_folder() / draft.stored).read_bytes(), bound=_bound(draft.stored))


def drop(drafts: Iterable[Draft]) -> None:
    """Away with all of them in one step, and with their files after that; what is left lying is swept."""
    names = [draft.stored for draft in drafts]
    Draft.objects.filter(stored__in=names).delete()
    for name in names:
        (_folder() / name).unlink(missing_ok=True)


def sweep(*, at: datetime) -> int:
    """Clear away drafts a day old, files of theirs that have no row, and rates of past hours."""
    before, named = at - lasted(LASTS), set(Draft.objects.values_list("stored", flat=True))
    old = list(Draft.objects.filter(at__lt=before))
    drop(old)
    ended = (timezone.now() - LASTS).timestamp()
    lost = [file for file in _on_disk() if file.name not in named and file.stat().st_mtime < ended]
    for file in lost:
        file.unlink(missing_ok=True)
    rates, _each = Rate.objects.filter(hour__lt=before).delete()
    return len(old) + len(lost) + rates


def thumb(draft: Draft) -> str:
    """A small likeness inside the page itself, so that a draft has no address; empty when it is gone."""
    try:
        with Image.open(io.BytesIO(opened(draft))) as image:
            image.thumbnail((THUMB, THUMB))
            painted = io.BytesIO()
            image.convert("RGB").save(painted, format="JPEG", quality=70)
    except FileNotFoundError:
        return ""
    return "data:image/jpeg;base64," + base64.b64encode(painted.getvalue()).decode()


def _on_disk() -> list[Path]:
    return [file for file in _folder().iterdir() if file.is_file()] if _folder().is_dir() else []


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT).parent / "drafts"


def _bound(stored: str) -> str:
    return f"drafts|{stored}"
