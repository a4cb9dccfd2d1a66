"""Whether a ledger was begun in a database: asked without making a file or a table."""

import importlib
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from linli.engine import swap_in

TABLE = "matters_matter"


def begun(database: Mapping[str, Any]) -> bool:
    """By Django's dictionary of it. What cannot be asked counts as begun, so that whoever opens it says why."""
    if "sqlite3" in database["ENGINE"]:
        return _in_file(Path(database["NAME"]))
    return _on_server(database)


def _in_file(file: Path) -> bool:
    if not file.exists():
        return False
    swap_in()
    sqlite = importlib.import_module("sqlite3")
    try:
        with closing(sqlite.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as opened:
            return (TABLE,) in opened.execute("SELECT name FROM sqlite_master")
    except sqlite.Error:
        return True


def _on_server(database: Mapping[str, Any]) -> bool:
    psycopg = importlib.import_module("psycopg")
    said = {name.lower(): database[name] for name in ("USER", "PASSWORD", "HOST", "PORT") if database[name]}
    try:
        with psycopg.connect(dbname=database["NAME"], **said, **database["OPTIONS"]) as opened:
            return (TABLE,) in opened.execute("SELECT relname FROM pg_class WHERE pg_table_is_visible(oid)")
    except psycopg.Error:
        return True
