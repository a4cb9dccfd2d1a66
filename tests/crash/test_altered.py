"""A data folder altered behind the house's back: ./linli verify ends with 1 and names the matter and the event."""

import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
SAID, ALTERED = '"size":"small"', '"size":"smell"'

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's files are not a data folder to copy"),
]


@pytest.fixture
def copy(environment: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """What a process needs to work on a copy of a ledger of four matters."""
    ran(environment, "tests.crash.launch", "founding")
    shutil.copytree(environment["LINLI_DATA"], tmp_path / "copy")
    return {**environment, "LINLI_DATA": str(tmp_path / "copy")}


def ran(environment: dict[str, str], *command: str, code: int = 0) -> str:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def verified(environment: dict[str, str], *, code: int) -> list[str]:
    """What was found, line by line, without the head of the ledger."""
    lines = ran(environment, "linli.manage", "verify", code=code).splitlines()
    assert [line.startswith("Head of the ledger: ") for line in lines].count(True) == 1
    return [line for line in lines if not line.startswith("Head of the ledger: ")]


def database(environment: dict[str, str]) -> Path:
    return Path(environment["LINLI_DATA"]) / "linli.sqlite3"


def event_to_alter(environment: dict[str, str]) -> tuple[int, str, int]:
    """The row, the matter's number and the place in line of the second matter's first event."""
    asked = (
        "SELECT event.id, number, event.seq FROM matters_event event JOIN matters_matter matter "
        "ON matter.id = matter_id WHERE fact = 'Found' ORDER BY event.id LIMIT 1 OFFSET 1"
    )
    with closing(sqlite3.connect(database(environment))) as file:
        pk, number, seq = file.execute(asked).fetchone()
    return int(pk), str(number), int(seq)


def test_an_untouched_copy_has_no_difference(copy: dict[str, str]) -> None:
    assert verified(copy, code=0) == ["4 matters, 8 events, 0 differences"]


def test_one_character_of_a_payload_changed_by_an_administrator_is_named(copy: dict[str, str]) -> None:
    pk, number, seq = event_to_alter(copy)
    with closing(sqlite3.connect(database(copy))) as file:
        file.execute("DROP TRIGGER event_never_changed")
        changed = "UPDATE matters_event SET payload = replace(payload, ?, ?) WHERE id = ?"
        assert file.execute(changed, [SAID, ALTERED, pk]).rowcount == 1
        file.commit()
    *named, total = verified(copy, code=1)
    assert named == [f"{number} event {seq}: the event is not as it was written (hash differs)"]
    assert total == "4 matters, 8 events, 1 differences"


def test_one_byte_changed_in_the_file_is_named(copy: dict[str, str]) -> None:
    pk, number, seq = event_to_alter(copy)
    with closing(sqlite3.connect(database(copy))) as file:
        (digest,) = file.execute("SELECT hash FROM matters_event WHERE id = ?", [pk]).fetchone()
    content = database(copy).read_bytes()
    found = [place.start() for place in re.finditer(SAID.encode(), content)]
    (start,) = (place for place in found if digest.encode() in content[place : place + 400])
    place = start + SAID.index("a")
    database(copy).write_bytes(content[:place] + b"e" + content[place + 1 :])
    *named, _total = verified(copy, code=1)
    assert named == [f"{number} event {seq}: the event is not as it was written (hash differs)"]
