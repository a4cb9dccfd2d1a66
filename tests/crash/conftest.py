"""A ledger of its own for processes that really commit: a folder for SQLite, a database for PostgreSQL."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[dict[str, str]]:
    """What a process needs to work on this ledger; the engine is the one this run is on."""
    told = {name: value for name, value in os.environ.items() if not name.startswith(("LINLI_", "DJANGO_"))}
    told["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    told["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    told["LINLI_DATA"] = str(tmp_path / "data")
    told["LINLI_LANGUAGE"] = "en"
    address = os.environ.get("LINLI_DATABASE", "")
    if not address.startswith("postgresql://"):
        yield told
        return
    name = f"linli_crash_{os.getpid()}"
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"'.encode())
        yield {**told, "LINLI_DATABASE": urlunsplit(urlsplit(address)._replace(path=f"/{name}"))}
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())
