"""What every test stands on: the town, files of its own, and no network."""

import gc
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from hypothesis import settings

from linli.matters.verify import verify
from tests.town import Town, build

REAL_CONNECT = socket.socket.connect
LEDGER = frozenset({"desk", "matters", "pebble", "kinds", "reports", "stories"})
DATABASE = frozenset({"db", "transactional_db", "django_db_setup", "_django_db_helper"})
SERVING = frozenset({"crash", "keeping", "setup", "toolbox"})
AT_HOME = frozenset({"127.0.0.1", "::1", "localhost"})

# A machine that is busy with other work is slow, not wrong: speed is judged in bench/, never by a test.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


class NetworkTouched(AssertionError):
    """A test asked for something beyond this machine."""


def connect_at_home(self: socket.socket, address: Any) -> None:
    if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in AT_HOME:
        raise NetworkTouched(f"a test asked for {address}")
    REAL_CONNECT(self, address)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only what asks a database or starts servers: the rest was answered on SQLite and cannot differ."""
    if "LINLI_DATABASE" not in os.environ:
        return
    kept = [item for item in items if asks_a_database(item) or SERVING.intersection(item.path.parts)]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is loaded by now stays to the end: to look through it for garbage again and again is a tenth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def asks_a_database(item: pytest.Item) -> bool:
    """Whether it has a database to itself, by its mark or by a fixture."""
    names: list[str] = getattr(item, "fixturenames", [])
    return item.get_closest_marker("django_db") is not None or not DATABASE.isdisjoint(names)


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_at_home)
        yield


@pytest.fixture(autouse=True)
def own_minute() -> None:
    """How often an address asked is counted by the minute: on a quick machine a whole file of tests fits into one."""
    cache.clear()


@pytest.fixture(autouse=True)
def own_files(settings: Any, tmp_path: Path) -> Path:
    """Seals' heads and attachments of one test are not another's; the folder of attachments."""
    settings.ANCHORS = tmp_path / "anchors.jsonl"
    settings.NOTICES_COUNT = tmp_path / "notices.count"
    settings.MEDIA_ROOT = tmp_path / "files"
    return tmp_path / "files"


@pytest.fixture
def town(db: None) -> Town:
    return build()


@pytest.fixture
def emptied(transactional_db: None) -> Iterator[None]:
    """A ledger that was really committed may not be emptied: here its guard steps aside once, for the next test."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE matters_event DISABLE TRIGGER event_table_stays")
        cursor.execute("TRUNCATE matters_matter, matters_beyond, matters_sum, matters_due CASCADE")
        cursor.execute("ALTER TABLE matters_event ENABLE TRIGGER event_table_stays")


@pytest.fixture
def spoilt() -> None:
    """Asked for by tests that change the ledger behind the gate's back."""


@pytest.fixture(autouse=True)
def replays(request: pytest.FixtureRequest) -> Iterator[None]:
    """The law of replay, held against every matter that a test of the ledger or of a kind leaves behind."""
    kept = LEDGER.intersection(request.path.parts) and "spoilt" not in request.fixturenames
    if not kept or not {"db", "_django_db_helper"}.intersection(request.fixturenames):
        yield
        return
    request.getfixturevalue("db")
    yield
    assert verify().differences == ()
