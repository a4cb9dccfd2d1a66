"""Sealing of personal words: AES-256-GCM under versioned keys, each ciphertext bound to the one place it stands."""

import json
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from linli.ground.disk import settle
from linli.ground.text import msg

_MAGIC = b"LL"
_AES_256_GCM = 1
_HEADER = len(_MAGIC) + 2
_NONCE = 12
_CANARY = "linli"
OPEN_TO_OTHERS = msg("The key file {file} can be read by others: chmod 600 it first.")
NO_KEYS = msg("The file {file} is not a key file.")


class CannotOpen(Exception):
    """The ciphertext was altered, moved from its place, or sealed with a key that is not on the ring."""


class KeysUnsafe(Exception):
    """The key file may be read by others, or is not a key file; the sentence says which, of the file."""

    def __init__(self, sentence: str, *, file: Path) -> None:
        super().__init__(sentence.format(file=file))
        self.sentence, self.file = sentence, file


@dataclass(frozen=True)
class Keyring:
    """All keys by version; the current one seals, every one opens."""

    keys: Mapping[int, bytes] = field(repr=False)
    current: int

    def __post_init__(self) -> None:
        if self.current not in self.keys:
            raise ValueError(f"Key version {self.current} is not on the ring.")
        if any(not 1 <= version <= 255 or len(key) != 32 for version, key in self.keys.items()):
            raise ValueError("A key has 32 bytes and a version from 1 to 255.")

    @cached_property
    def _sealing(self) -> AESGCM:
        return AESGCM(self.keys[self.current])

    @classmethod
    def create(cls, path: Path) -> Self:
        """Write a new ring with one fresh key; an existing file is never overwritten."""
        ring = cls({1: secrets.token_bytes(32)}, current=1)
        draft = ring._draft(path)
        try:
            os.link(draft, path)
        finally:
            draft.unlink()
        settle(path.parent)
        return ring

    @classmethod
    def load(cls, path: Path) -> Self:
        """Read a ring from a file that only its owner may read."""
        if path.stat().st_mode & 0o077:
            raise KeysUnsafe(OPEN_TO_OTHERS, file=path)
        try:
            content = json.loads(path.read_text(encoding="utf-8"))
            keys = {int(version): bytes.fromhex(key) for version, key in content["keys"].items()}
            return cls(keys, current=content["current"])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise KeysUnsafe(NO_KEYS, file=path) from error

    def renew(self, path: Path) -> Self:
        """Add a fresh key that seals from now on and replace the file; the older keys still open."""
        version = self.current + 1
        ring = type(self)({**self.keys, version: secrets.token_bytes(32)}, current=version)
        ring._draft(path).replace(path)
        settle(path.parent)
        return ring

    def shut(self, text: str, *, bound: str) -> bytes:
        """Seal a text for one place, named "table|field|row"."""
        return self.shut_bytes(text.encode(), bound=bound)

    def shut_bytes(self, content: bytes, *, bound: str) -> bytes:
        """Seal the content of a file for the one name it is kept under."""
        header = _MAGIC + bytes((_AES_256_GCM, self.current))
        nonce = os.urandom(_NONCE)
        body = self._sealing.encrypt(nonce, content, header + bound.encode())
        return header + nonce + body

    def open(self, blob: bytes | memoryview, *, bound: str) -> str:
        """The text again, if it stands where it was sealed for."""
        return self.open_bytes(blob, bound=bound).decode()

    def open_bytes(self, blob: bytes | memoryview, *, bound: str) -> bytes:
        """The content again, if it stands where it was sealed for."""
        blob = bytes(blob)
        header, nonce, body = blob[:_HEADER], blob[_HEADER : _HEADER + _NONCE], blob[_HEADER + _NONCE :]
        key = self.keys.get(_version(header))
        if key is None:
            raise CannotOpen("The key it was sealed with is not on the ring.")
        try:
            return AESGCM(key).decrypt(nonce, body, header + bound.encode())
        except (InvalidTag, ValueError) as error:
            raise CannotOpen("Altered, moved, or sealed with another key.") from error

    def stale(self, blob: bytes | memoryview) -> bool:
        """Whether it was sealed with an older key and waits to be sealed again."""
        return _version(bytes(blob)[:_HEADER]) < self.current

    def make_canary(self) -> bytes:
        """A small known ciphertext to be kept beside the data these keys belong to."""
        return self.shut(_CANARY, bound=_CANARY)

    def check_canary(self, blob: bytes | memoryview) -> None:
        """Raise CannotOpen unless these are the keys of that data: better no start than writing under a new key."""
        self.open(blob, bound=_CANARY)

    def _draft(self, path: Path) -> Path:
        draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
        content = {"current": self.current, "keys": {str(version): key.hex() for version, key in self.keys.items()}}
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            json.dump(content, file)
            file.flush()
            os.fsync(file.fileno())
        return draft


def _version(header: bytes) -> int:
    if len(header) < _HEADER or header[:2] != _MAGIC or header[2] != _AES_256_GCM:
        raise CannotOpen("Not sealed by Linli, or by a newer way of sealing.")
    return header[3]
