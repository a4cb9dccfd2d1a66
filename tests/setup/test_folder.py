"""The data folder is made once, for its owner only, and a wrong or lost key stops the start."""

from pathlib import Path

import pytest

from linli.configuration import Configuration, Refused, load
from linli.ground.seal import Keyring
from linli.serve.folder import disk_kind, prepare, require_matching_keys


@pytest.fixture
def configuration(tmp_path: Path) -> Configuration:
    prepare(tmp_path / "data")
    return load({"LINLI_DATA": str(tmp_path / "data")})


def test_a_fresh_folder_opens_with_its_own_keys(configuration: Configuration) -> None:
    require_matching_keys(configuration)
    assert len(configuration.secret_key) == 64


def test_only_the_owner_may_look_in(configuration: Configuration) -> None:
    assert configuration.data.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in configuration.keys.iterdir()} == {0o600}


def test_a_second_start_changes_no_key(configuration: Configuration) -> None:
    before = {file.name: file.read_bytes() for file in configuration.keys.iterdir()}
    prepare(configuration.data)
    assert {file.name: file.read_bytes() for file in configuration.keys.iterdir()} == before


def test_another_key_is_refused(configuration: Configuration) -> None:
    configuration.personal_keys.unlink()
    Keyring.create(configuration.personal_keys)
    with pytest.raises(Refused, match="do not open this data"):
        require_matching_keys(configuration)


def test_lost_keys_are_not_made_again(configuration: Configuration) -> None:
    configuration.personal_keys.unlink()
    with pytest.raises(Refused, match="keys of this data are gone"):
        prepare(configuration.data)
    assert not configuration.personal_keys.exists()


def test_keys_that_others_may_read_are_refused(configuration: Configuration) -> None:
    configuration.seal_key.chmod(0o644)
    with pytest.raises(Refused, match="chmod 600"):
        require_matching_keys(configuration)


def test_the_disk_is_found_under_the_longest_mount(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"disk / ext4 rw 0 0\nfar:/x {tmp_path.parent} nfs4 rw 0 0\n", encoding="utf-8")
    assert disk_kind(tmp_path / "data", mounts=mounts) == "nfs4"
    assert disk_kind(Path("/elsewhere"), mounts=mounts) == "ext4"
