"""Which SQLite is used, and with which journal: settings ask here before Django opens a database."""

import importlib
import importlib.util
import sys
from collections.abc import Callable, Mapping
from typing import Any

PLAIN: Mapping[type[Any], Callable[[Any], Any]] = {type(None): {None: None}.get, bool: int, bytes: bytes}
"""What the engine takes as it is and its driver does not know at sight, each with what leaves it so."""
SOUND_SINCE = (3, 51, 3)
"""Every engine before this one can corrupt a write-ahead log when two connections reset it at once."""


def swap_in() -> None:
    """Put the packaged SQLite in the place of Python's own, where there is one for this machine."""
    if importlib.util.find_spec("pysqlite3") is None:
        return
    packaged = importlib.import_module("pysqlite3")
    sys.modules["sqlite3"] = packaged
    sys.modules["sqlite3.dbapi2"] = importlib.import_module("pysqlite3.dbapi2")


def know_plain() -> None:
    """Tell the driver what to make of these values: else it looks for a way each time, in vain, and binds them as they
    are. That takes it ten times as long, and of what a ledger writes every sixth value is empty."""
    register = importlib.import_module("sqlite3").register_adapter
    for kind, plain in PLAIN.items():
        register(kind, plain)


def engine_version() -> tuple[int, int, int]:
    major, minor, patch = importlib.import_module("sqlite3").sqlite_version_info
    return major, minor, patch


def journal() -> str:
    """Write-ahead log on a sound engine, the slower rollback journal otherwise."""
    return "WAL" if engine_version() >= SOUND_SINCE else "DELETE"


def sqlite_options() -> dict[str, Any]:
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": (
            f"PRAGMA journal_mode={journal()}; PRAGMA synchronous=FULL; PRAGMA mmap_size=0; PRAGMA secure_delete=ON;"
        ),
    }
