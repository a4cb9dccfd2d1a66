"""Writing that a power cut does not undo: the content reaches the disk first, then its name in the folder."""

import os
from pathlib import Path


def write_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, for its owner only."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    settle(path.parent)


def append(path: Path, content: bytes) -> None:
    """Add to the end of a file, which is made where it is not there yet."""
    fresh = not path.exists()
    with path.open("ab") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if fresh:
        settle(path.parent)


def settle(folder: Path) -> None:
    # Without this a power cut may forget a file's name although its content was written.
    place = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
