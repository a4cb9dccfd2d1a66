"""The environment is read once, and what is unknown or unsafe stops the start."""

from pathlib import Path

import pytest

from linli.configuration import NO_SECRET, Refused, load
from linli.engine import journal

SAFE = {
    "LINLI_MODE": "production",
    "LINLI_SECRET_KEY": "x" * 50,
    "LINLI_BACKUP": "backups",
    "LINLI_HOSTS": "linli.example",
}


def test_an_empty_environment_is_a_demo_on_this_machine() -> None:
    configuration = load({})
    assert (configuration.mode, configuration.port, configuration.debug) == ("demo", 8000, False)
    assert configuration.hosts == ["127.0.0.1", "localhost", "[::1]"]
    assert configuration.secret_key == NO_SECRET or len(configuration.secret_key) >= 50


def test_an_unknown_name_stops_the_start_with_a_sentence_that_names_it() -> None:
    with pytest.raises(Refused, match="LINLI_DATABSE is not a setting of Linli"):
        load({"LINLI_DATABSE": "x"})


@pytest.mark.parametrize(
    "wrong",
    [{"LINLI_PORT": "0"}, {"LINLI_PORT": "web"}, {"LINLI_MODE": "prod"}, {"LINLI_DEBUG": "yes"}],
)
def test_a_wrong_value_is_refused(wrong: dict[str, str]) -> None:
    with pytest.raises(Refused):
        load(wrong)


def test_production_starts_when_all_is_said() -> None:
    assert load(SAFE).production


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"LINLI_DEBUG": "1"}, "LINLI_DEBUG"),
        ({"LINLI_SECRET_KEY": "short"}, "secret"),
        ({"LINLI_SECRET_KEY": NO_SECRET}, "secret"),
        ({"LINLI_BACKUP": ""}, "LINLI_BACKUP"),
        ({"LINLI_HOSTS": "*"}, "LINLI_HOSTS"),
    ],
)
def test_production_refuses_what_is_unsafe(change: dict[str, str], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        load(SAFE | change)


def test_sqlite_always_begins_by_locking_and_waits_its_turn(tmp_path: Path) -> None:
    options = load({"LINLI_DATA": str(tmp_path)}).database["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 30
    assert f"journal_mode={journal()}" in options["init_command"]
    assert "synchronous=FULL" in options["init_command"]


def test_a_postgresql_address_is_taken_apart() -> None:
    database = load({"LINLI_DATABASE": "postgresql://li:p%40ss@db:5433/linli?sslmode=require"}).database
    assert (database["USER"], database["PASSWORD"], database["HOST"]) == ("li", "p@ss", "db")
    assert (database["PORT"], database["NAME"], database["OPTIONS"]) == ("5433", "linli", {"sslmode": "require"})


def test_a_socket_folder_may_be_the_host() -> None:
    database = load({"LINLI_DATABASE": "postgresql://li@/linli?host=/run/db"}).database
    assert (database["HOST"], database["OPTIONS"]) == ("/run/db", {})


def test_another_kind_of_database_is_refused() -> None:
    with pytest.raises(Refused, match="LINLI_DATABASE"):
        load({"LINLI_DATABASE": "mysql://x/y"})
