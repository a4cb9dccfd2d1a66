"""The database by its address: SQLite that waits its turn, or PostgreSQL."""

import importlib
from pathlib import Path

import pytest

from linli.configuration import Refused, load
from linli.engine import PLAIN as AT_SIGHT
from linli.engine import journal

PLAIN = {"options": "-c jit=off"}


def test_sqlite_always_begins_by_locking_and_waits_its_turn(tmp_path: Path) -> None:
    options = load({"LINLI_DATA": str(tmp_path)}).database["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 30
    assert f"journal_mode={journal()}" in options["init_command"]
    assert "synchronous=FULL" in options["init_command"]
    assert "secure_delete=ON" in options["init_command"]


def test_the_driver_binds_plain_values_as_it_always_does_and_looks_for_no_way() -> None:
    driver = importlib.import_module("sqlite3")
    with driver.connect(":memory:") as memory:
        told = [None, True, False, b"\x00\xff", b""]
        for value, kind in zip(told, ["null", "integer", "integer", "blob", "blob"], strict=True):
            assert memory.execute("SELECT ?1, typeof(?1)", [value]).fetchone() == (value, kind)
    assert {(kind, driver.PrepareProtocol) for kind in AT_SIGHT} <= set(driver.adapters)


def test_a_postgresql_address_is_taken_apart() -> None:
    database = load({"LINLI_DATABASE": "postgresql://li:p%40ss@db:5433/linli?sslmode=require"}).database
    assert (database["USER"], database["PASSWORD"], database["HOST"]) == ("li", "p@ss", "db")
    assert (database["PORT"], database["NAME"]) == ("5433", "linli")
    assert database["OPTIONS"] == {**PLAIN, "sslmode": "require"}


def test_a_socket_folder_may_be_the_host() -> None:
    database = load({"LINLI_DATABASE": "postgresql://li@/linli?host=/run/db"}).database
    assert (database["HOST"], database["OPTIONS"]) == ("/run/db", PLAIN)


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(Refused, match="LINLI_DATABASE"):
        load({"LINLI_DATABASE": "mysql://x/y"})
