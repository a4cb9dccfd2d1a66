"""A second start trusts the first only while nothing that matters has changed."""

from pathlib import Path

import pytest

from linli.configuration import Configuration, load
from linli.serve import ready as rooms
from linli.serve.folder import prepare
from linli.serve.ready import Ready, recall, remember

FOUND = Ready(demo=True, signins="mei", screen="/screen/x/")


@pytest.fixture
def configuration(tmp_path: Path) -> Configuration:
    prepare(tmp_path)
    configuration = load({"LINLI_DATA": str(tmp_path)})
    Path(configuration.database["NAME"]).touch()
    remember(FOUND, configuration=configuration)
    return configuration


def test_what_was_found_is_trusted(configuration: Configuration) -> None:
    assert recall(configuration) == FOUND


def test_a_fresh_folder_remembers_nothing(tmp_path: Path) -> None:
    assert recall(load({"LINLI_DATA": str(tmp_path)})) is None


def test_a_lost_database_is_looked_at_again(configuration: Configuration) -> None:
    Path(configuration.database["NAME"]).unlink()
    assert recall(configuration) is None


def test_a_new_migration_is_looked_at(
    configuration: Configuration, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rooms, "HOUSE", tmp_path)
    assert recall(configuration) is None


def test_a_server_database_is_always_looked_at(configuration: Configuration) -> None:
    elsewhere = load({"LINLI_DATA": str(configuration.data), "LINLI_DATABASE": "postgresql://linli@/linli"})
    remember(FOUND, configuration=elsewhere)
    assert recall(elsewhere) is None


def test_a_changed_profile_is_looked_at(
    configuration: Configuration, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "kinds/pebble/profile/terms.csv"
    file.parent.mkdir(parents=True)
    file.write_text("code\n", encoding="utf-8")
    monkeypatch.setattr(rooms, "HOUSE", tmp_path)
    remember(FOUND, configuration=configuration)
    assert recall(configuration) == FOUND
    file.write_text("code\npebble.limit\n", encoding="utf-8")
    assert recall(configuration) is None
