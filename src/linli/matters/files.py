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


def put_back(stored: str, sealed: bytes) -> bool:
    """Write a content that was sealed under this name elsewhere; False where the very same lies here already.

    Raises FileNotFoundError for a name no file was ever given, FileExistsError where another content lies there.
    """
    place = place_of(stored)
    if place.exists():
        if place.read_bytes() == sealed:
            return False
        raise FileExistsError(stored)
    place.parent.mkdir(parents=True, exist_ok=True)
    write_new(place, sealed)
    return True


def sealed(stored: str) -> bytes | None:
    """The content as it lies on the disk; None where it does not."""
    try:
        return place_of(stored).read_bytes()
    except FileNotFoundError:
        return None


def drop(stored: str) -> bool:
    """Take the file away, also from where left-over ones lie; whether there was one."""
    try:
        places = [place for place in (place_of(stored), _left() / stored) if place.exists()]
    except FileNotFoundError:
        return False
    for place in places:
        place.unlink(missing_ok=True)
        settle(place.parent)
    return bool(places)


def leave(place: Path) -> None:
    """Put a file that no event names where it disturbs nobody: it may be the only copy there is."""
    _left().mkdir(parents=True, exist_ok=True)
    place.rename(_left() / place.name)
    settle(place.parent)
    settle(_left())


def fetch_back(place: Path) -> None:
    """Put a left-over file back to where its event looks for it."""
    home = place_of(place.name)
    home.parent.mkdir(parents=True, exist_ok=True)
    place.rename(home)
    settle(home.parent)
    settle(_left())


def opened(stored: str) -> bytes:
    """The content again. Raises FileNotFoundError when it was taken away, CannotOpen when it was altered."""
    return keyring().open_bytes(place_of(stored).read_bytes(), bound=_bound(stored))


def there(stored: str) -> bool:
    try:
        return place_of(stored).exists() or (_left() / stored).exists()
    except FileNotFoundError:
        return False


def place_of(stored: str) -> Path:
    """Raises FileNotFoundError for a name that no file was ever given, such as a path out of the folder."""
    if not re.fullmatch("[0-9a-f]{32}", stored):
        raise FileNotFoundError(stored)
    return _folder() / stored[:2] / stored


def on_disk() -> Iterator[Path]:
    """Every file there is, whether an event names it or not, but for those put aside."""
    return (place for place in _folder().rglob("*") if place.parent != _left() and place.is_file())


def left_over() -> list[Path]:
    """The files put aside because no event names them."""
    return sorted(_left().iterdir()) if _left().is_dir() else []


def _left() -> Path:
    return _folder() / "left"


def _folder() -> Path:
    return Path(settings.MEDIA_ROOT)


def _bound(stored: str) -> str:
    return f"files|{stored}"
