"""The file of keys: for its owner only, never overwritten, refused when it is none."""

from pathlib import Path

import pytest

from linli.ground.seal import Keyring, KeysUnsafe
from tests.ground.rings import PHONE, PLACE, RING


def test_a_new_ring_is_written_for_its_owner_only_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    created = Keyring.create(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert Keyring.load(path) == created
    assert [file.name for file in tmp_path.iterdir()] == ["keys.json"]


def test_an_existing_ring_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    created = Keyring.create(path)
    with pytest.raises(FileExistsError):
        Keyring.create(path)
    assert Keyring.load(path) == created
    assert [file.name for file in tmp_path.iterdir()] == ["keys.json"]


def test_renewing_keeps_the_old_key_and_seals_with_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    blob = Keyring.create(path).shut(PHONE, bound=PLACE)
    renewed = Keyring.load(path).renew(path)
    assert renewed == Keyring.load(path)
    assert (renewed.current, renewed.open(blob, bound=PLACE)) == (2, PHONE)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_ring_that_others_may_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    Keyring.create(path)
    path.chmod(0o640)
    with pytest.raises(KeysUnsafe, match="chmod 600"):
        Keyring.load(path)


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"current": 1, "keys": {"1": "00"}}', '{"current": 2, "keys": {}}']
)
def test_a_file_that_is_no_ring_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "keys.json"
    path.touch(mode=0o600)
    path.write_text(content)
    with pytest.raises(KeysUnsafe, match="not a key file"):
        Keyring.load(path)


def test_a_ring_shows_no_key_when_printed() -> None:
    assert repr(RING) == "Keyring(current=1)"
