"""The sealed content of attachments in the data folder, each file under a random name that its event holds."""

import re
import secrets
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from linli.ground.disk import settle, write_new
from linli.matters.words import keyring


def keep(content: bytes) -> str:
    """Write the content sealed under a fresh name, and have it on the disk before any event can name it."""
    stored = secrets.token_hex(16)
    place = place_of(stored)
    if not place.parent.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        settle(place.parent.parent)
    write_new(place, keyring().shut_bytes(content, bound=_bound(stored)))
    return stored


def drop(stored: str) -> bool:
    """Take the file away; whether there was one."""
    try:
        place = place_of(stored)
        place.unlink()
    except FileNotFoundError:
        return False
    settle(place.parent)
    return True


def opened(stored: str) -> bytes:
    """The content again. Raises FileNotFoundError when it was taken away, CannotOpen when it was altered."""
    return keyring().open_bytes(place_of(stored).read_bytes(), bound=_bound(stored))


def there(stored: str) -> bool:
    try:
        return place_of(stored).exists()
    except FileNotFoundError:
        return False


def place_of(stored: str) -> Path:
    """Raises FileNotFoundError for a name that no file was ever given, such as a path out of the folder."""
    if not re.fullmatch("[0-9a-f]{32}", stored):
        raise FileNotFoundError(stored)
    return _folder() / stored[:2] / stored


def on_disk() -> Iterator[Path]:
    """Every file there is, whether an event names it or not."""
    return (place for place in _folder().rglob("*") if place.is_file())


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT)


def _bound(stored: str) -> str:
    return f"files|{stored}"
