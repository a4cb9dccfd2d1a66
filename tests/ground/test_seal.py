"""Sealing: what is shut opens in its place with its key, and nowhere else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.ground.seal import CannotOpen, Keyring, KeysUnsafe

RING = Keyring({1: bytes(range(32))}, current=1)
RENEWED = Keyring({1: bytes(range(32)), 2: bytes(32)}, current=2)
STRANGE = Keyring({1: bytes(32)}, current=1)
PLACE = "matters_word|phone|42"
PHONE = "13812340013"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_shut_opens_again(text: str) -> None:
    blob = RING.shut(text, bound=PLACE)
    assert RING.open(blob, bound=PLACE) == text
    assert len(blob) == 32 + len(text.encode())


def test_the_text_is_not_in_the_ciphertext_and_no_two_are_alike() -> None:
    one, other = RING.shut(PHONE, bound=PLACE), RING.shut(PHONE, bound=PLACE)
    assert PHONE.encode() not in one
    assert one != other
    assert one[:4] == b"LL\x01\x01"


def test_a_ciphertext_moved_to_another_row_does_not_open() -> None:
    blob = RING.shut(PHONE, bound=PLACE)
    assert RING.open(blob, bound=PLACE) == PHONE
    with pytest.raises(CannotOpen):
        RING.open(blob, bound="matters_word|phone|43")


def test_another_key_does_not_open() -> None:
    with pytest.raises(CannotOpen):
        STRANGE.open(RING.shut(PHONE, bound=PLACE), bound=PLACE)


@given(st.integers(0, 31 + len(PHONE)), st.integers(1, 255))
def test_no_byte_can_be_changed(place: int, flip: int) -> None:
    blob = bytearray(RENEWED.shut(PHONE, bound=PLACE))
    blob[place] ^= flip
    with pytest.raises(CannotOpen):
        RENEWED.open(bytes(blob), bound=PLACE)


@given(st.binary(max_size=60))
def test_whatever_is_not_ours_does_not_open(blob: bytes) -> None:
    with pytest.raises(CannotOpen):
        RING.open(blob, bound=PLACE)


def test_a_database_that_hands_out_memory_views_is_served_too() -> None:
    assert RING.open(memoryview(RING.shut(PHONE, bound=PLACE)), bound=PLACE) == PHONE


def test_after_a_renewal_the_old_opens_and_says_it_is_stale() -> None:
    old, new = RING.shut(PHONE, bound=PLACE), RENEWED.shut(PHONE, bound=PLACE)
    assert RENEWED.open(old, bound=PLACE) == RENEWED.open(new, bound=PLACE) == PHONE
    assert (RENEWED.stale(old), RENEWED.stale(new)) == (True, False)
    with pytest.raises(CannotOpen):
        RING.open(new, bound=PLACE)


def test_the_canary_sings_for_its_own_keys_only() -> None:
    canary = RING.make_canary()
    RING.check_canary(canary)
    RENEWED.check_canary(canary)
    with pytest.raises(CannotOpen):
        STRANGE.check_canary(canary)


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
