"""Writing that a power cut does not undo: the content reaches the disk first, then its name in the folder."""

import errno
import os
from pathlib import Path

from linli.ground.text import msg

WHY = {
    errno.ENOENT: msg("there is no such file or folder"),
    errno.ENOTDIR: msg("there is no such file or folder"),
    errno.EACCES: msg("this account of the machine may not"),
    errno.EPERM: msg("this account of the machine may not"),
    errno.EISDIR: msg("it is a folder"),
    errno.EEXIST: msg("it is there already"),
    errno.ENOSPC: msg("the disk is full"),
    errno.EADDRINUSE: msg("another program has it"),
    errno.EROFS: msg("the disk can only be read"),
}


def why_not(problem: OSError) -> str:
    """A msgid that says what stood in the way; of what is rare, what the machine says."""
    return WHY.get(problem.errno or 0, problem.strerror or str(problem))


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
